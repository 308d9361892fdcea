"""Where the person sits: the only app that sees all the others."""

from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class DeskConfig(AppConfig):
    name = "desk"

    def ready(self) -> None:
        """Have every update of the database followed by what is kept of it."""
        # Django tells only apps that have models of their own; by then all of them are up to date.
        post_migrate.connect(_keep_anew, sender=apps.get_app_config("letters"))


def _keep_anew(*, plan: list[Any] | None = None, **_: Any) -> None:
    """After an update: it may have rebuilt any table, and changed how days are reckoned and words read."""
    if plan:
        from desk import search
        from desk.agenda import keeping, tables

        tables.watch()
        keeping.begin_anew()
        search.begin_anew()
