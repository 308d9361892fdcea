"""Which migrations this version brings: a database that has had others was made by another program."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps


def migrations() -> set[tuple[str, str]]:
    """App and name of every one, by the names of the files alone."""
    return {
        (app.label, file.stem)
        for app in apps.get_app_configs()
        for file in (Path(app.path) / "migrations").glob("[0-9]*.py")
    }
