"""Where what belongs to the person lives. Standard library only: read before Django is there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PORT = 8765


def folder() -> Path:
    """The data folder: AFTERWORD_HOME, else `afterword` in the platform's folder for user data."""
    chosen = os.environ.get("AFTERWORD_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute()
    return _user_data() / "afterword"


def database_file() -> Path:
    """The SQLite database in use: the person's own, or the one with sample people."""
    return folder() / ("sample.sqlite3" if is_sample() else "afterword.sqlite3")


def is_sample() -> bool:
    """Whether this process shows the sample people: it then never opens the person's own database."""
    return os.environ.get("AFTERWORD_SAMPLE") == "1"


def secret_key() -> str:
    """The random key of this installation, or nothing where none has been made yet."""
    try:
        return _secret_file().read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""


def _secret_file() -> Path:
    return folder() / "secret_key"


def _user_data() -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
