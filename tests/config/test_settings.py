"""The database is opened so that nothing acknowledged is lost and no empty one appears."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import OperationalError, connection

from config.settings import sqlite_at
from config.sqlite.base import DatabaseWrapper

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.django_db
def test_a_missing_database_stays_missing(tmp_path: Path) -> None:
    file = tmp_path / "gone.sqlite3"
    opened = DatabaseWrapper({**connection.settings_dict, **sqlite_at(file)})
    with pytest.raises(OperationalError, match="unable to open"):
        opened.ensure_connection()
    assert not file.exists()


@pytest.mark.django_db
def test_every_write_reaches_the_disk_before_it_counts(tmp_path: Path) -> None:
    file = tmp_path / "afterword.sqlite3"
    file.touch()
    opened = DatabaseWrapper({**connection.settings_dict, **sqlite_at(file)})
    with opened.cursor() as cursor:
        full = 2
        assert cursor.execute("PRAGMA synchronous").fetchone() == (full,)
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert opened.transaction_mode == "IMMEDIATE"
    opened.close()
