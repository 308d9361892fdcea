"""Brings the database up to this version: seen at a glance, and done with a copy kept from before."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import DatabaseError, connection, transaction

from config import commands, home
from desk.brought import migrations


def bring_up_to_date() -> None:
    """Apply the migrations that are missing, after a verified copy. Quick when there are none.

    Raises NotReadyError where the database was made by a later Afterword, or does not answer.
    """
    try:
        _bring_up_to_date()
    except DatabaseError as fault:
        raise home.NotReadyError(commands.told(fault)) from fault


def _bring_up_to_date() -> None:
    if _recorded() == migrations():
        return
    with home.alone():
        # Another start may have done it while this one waited.
        recorded, brought = _recorded(), migrations()
        if recorded - brought:
            raise home.NotReadyError(
                "A later version of Afterword made this data. Get that version, then start again."
            )
        if recorded:
            _keep_a_copy()
        _migrate()


def _keep_a_copy() -> None:
    from desk import backup, copying

    try:
        copying.make(datetime.now(UTC), "before-update")
    except (backup.DamagedError, OSError) as fault:
        raise home.NotReadyError(
            f"Nothing was updated, because no copy could be made first. {backup.told(fault)}"
        ) from fault


def _migrate() -> None:
    from django.core.management import call_command

    # SQLite rebuilds tables only while it enforces no references, which a transaction cannot change.
    connection.disable_constraint_checking()
    # All of an update or nothing: whenever it is killed, the database is of one version.
    with transaction.atomic():
        _check_at_once()
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
        connection.check_constraints()
    connection.close()


def _check_at_once() -> None:
    """PostgreSQL alters no table whose new rows still wait to be checked: it is not to put that off."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _recorded() -> set[tuple[str, str]]:
    """App and name of every migration the database says it has had; none in a new one."""
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute("SELECT app, name FROM django_migrations")
        return {(app, name) for app, name in cursor.fetchall()}
