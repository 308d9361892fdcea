"""Archives that somebody made to do harm, or that a bad day left behind: each file for its reason."""

from __future__ import annotations

import io
import json
import sqlite3
import stat
import struct
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INSIDE = "afterword.json"
PLAIN: dict[str, Any] = {"format": "afterword", "version": 1, "news": [{"key": "w1", "text": "A course"}]}
GOOD = json.dumps(PLAIN).encode()
MEGABYTE = 1024 * 1024


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return target.getvalue()


def _bomb(megabytes: int) -> bytes:
    """A zip of a few hundred kilobytes that unpacks to so much."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(INSIDE, "w") as inside:
        for _ in range(megabytes):
            inside.write(b" " * MEGABYTE)
    return target.getvalue()


def _lying() -> bytes:
    """A bomb whose directory claims that it unpacks to ten bytes."""
    data = bytearray(_bomb(150))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def _symlink() -> bytes:
    link = zipfile.ZipInfo(INSIDE)
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return zipped((link, b"/etc/passwd"))


def _encrypted() -> bytes:
    data = bytearray(zipped((INSIDE, GOOD)))
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + at] |= 1
    return bytes(data)


def _unknown_packing() -> bytes:
    data = bytearray(zipped((INSIDE, GOOD)))
    for magic, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(magic) + at] = 99
    return bytes(data)


def _flipped() -> bytes:
    data = bytearray(zipped((INSIDE, GOOD * 50)))
    data[60] ^= 0xFF
    return bytes(data)


def _news(**more: Any) -> bytes:
    return json.dumps({**PLAIN, "news": [{"key": "w1", "text": "A course", **more}]}).encode()


def _database(*statements: str) -> Callable[[Path], None]:
    def make(file: Path) -> None:
        with closing(sqlite3.connect(file)) as database:
            for statement in statements:
                database.execute(statement)
            database.commit()

    return make


_DEEP = 200_000
_DJANGO = "CREATE TABLE django_migrations (id integer primary key, app text, name text, applied text)"

ARCHIVES: dict[str, Callable[[], bytes]] = {
    "a zip bomb": lambda: _bomb(150),
    "a zip bomb that lies about its size": _lying,
    "a zip in a zip": lambda: zipped(("inner.zip", zipped((INSIDE, GOOD)))),
    "a zip under the archive's own name": lambda: zipped((INSIDE, zipped((INSIDE, GOOD)))),
    "a name that climbs out": lambda: zipped((f"../../{INSIDE}", GOOD)),
    "a name that climbs out on Windows": lambda: zipped((f"..\\..\\{INSIDE}", GOOD)),
    "an absolute name": lambda: zipped((f"/tmp/{INSIDE}", GOOD)),  # noqa: S108
    "a drive": lambda: zipped((f"C:{INSIDE}", GOOD)),
    "a good file beside one that climbs out": lambda: zipped((INSIDE, GOOD), ("../evil.json", GOOD)),
    "the same name twice": lambda: zipped((INSIDE, GOOD), (INSIDE.upper(), GOOD)),
    "a link to another file": _symlink,
    "a folder of that name": lambda: zipped((f"{INSIDE}/", b"")),
    "thousands of entries": lambda: zipped(*((f"{n}.json", b"{}") for n in range(10_000))),
    "no entry at all": zipped,
    "an encrypted zip": _encrypted,
    "a zip packed in a way nobody knows": _unknown_packing,
    "a zip with a flipped byte": _flipped,
    "half a zip": lambda: zipped((INSIDE, GOOD * 50))[:90],
    "the wrong magic": lambda: b"\x7fELF" + b"\0" * 400,
    "half a file": lambda: GOOD[: len(GOOD) // 2],
    "nothing": lambda: b"",
    "another encoding": lambda: json.dumps(PLAIN).encode("utf-16"),
    "a huge number": lambda: _news(happened_on="N").replace(b'"N"', b"9" * 100_000),
    "a number beyond every number": lambda: _news(happened_on="N").replace(b'"N"', b"1e999999999"),
    "lists without end": lambda: b"[" * _DEEP,
    "records without end": lambda: b'{"format":' * _DEEP,
    "a list of five million lists": lambda: GOOD.replace(b"[", b"[" + b"[]," * 5_000_000),
    "a newer version": lambda: json.dumps({**PLAIN, "version": 2}).encode(),
    "somebody else's export": lambda: b'{"format": "linkedin", "version": 1, "companies": []}',
    "a record that stands twice": lambda: json.dumps({**PLAIN, "news": PLAIN["news"] * 2}).encode(),
    "a year beyond every calendar": lambda: _news(happened_on="9999-12-31"),
    "a link that runs": lambda: json.dumps(
        {**PLAIN, "companies": [{"key": "c", "name": "C", "website": "javascript:alert(1)"}]}
    ).encode(),
    "half a character": lambda: _news(text="A\ud800"),
}  # fmt: skip

DATABASES: dict[str, Callable[[Path], None]] = {
    "somebody else's database": _database("CREATE TABLE bookmarks (url text)"),
    "another Django site": _database(
        _DJANGO, "INSERT INTO django_migrations VALUES (1, 'polls', '0001_initial', '2026-01-01')"
    ),
    "a later Afterword": _database(
        _DJANGO,
        "INSERT INTO django_migrations VALUES (1, 'candidacy', '0001_record', '2026-01-01')",
        "INSERT INTO django_migrations VALUES (2, 'candidacy', '9999_later', '2026-01-01')",
    ),
    "an empty database": _database(),
    "a text": lambda file: file.write_text("My notes. " * 500) and None,
    "a magic number and noise": lambda file: file.write_bytes(b"SQLite format 3\0" + b"\xa7" * 9_000)
    and None,
    "an archive": lambda file: file.write_bytes(GOOD) and None,
    "a zip bomb": lambda file: file.write_bytes(_bomb(150)) and None,
}  # fmt: skip
