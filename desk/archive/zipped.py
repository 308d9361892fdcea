"""An archive in a zip file: the one file in it, read no further than allowed, whatever is claimed."""

from __future__ import annotations

import zipfile
import zlib
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# What stands in it, alone.
INSIDE = "afterword.json"
# Far above any job search, far below what would fill a computer's memory.
LARGEST = 100 * 1024 * 1024
# Damaged, cut short, encrypted (RuntimeError), or packed in a way that Python does not know.
_UNREADABLE = (zipfile.BadZipFile, EOFError, RuntimeError, zlib.error)


class ZipRefusedError(ValueError):
    """It is no archive of ours, damaged, or too large. The message says which, after the name of the file."""


def content(file: Path | IO[bytes], called: str) -> bytes:
    """The archive in the zip file, which is called so where it is refused. Raises ZipRefusedError."""
    try:
        with zipfile.ZipFile(file) as archive:
            if archive.namelist() != [INSIDE]:
                raise ZipRefusedError(f"{called} is not an Afterword archive: it should hold {INSIDE} alone.")
            with archive.open(INSIDE) as inside:
                # Read on past what the directory claims, but never past the limit.
                data = inside.read(LARGEST + 1)
    except _UNREADABLE as error:
        raise ZipRefusedError(f"Cannot read {called}: {error}.") from error
    if len(data) > LARGEST:
        raise ZipRefusedError(f"{called} unpacks to more than {LARGEST // 1024 // 1024} MB.")
    return data
