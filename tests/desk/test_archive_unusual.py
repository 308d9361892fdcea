"""The archive under strange values: kept exactly, or refused with a place and a sentence."""

from __future__ import annotations

import copy
import json
import random
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import CommandError, call_command

from candidacy.models import Company, Profile
from desk.archive import ArchiveRefusedError, export_text, read, store
from desk.archive.storing import stored_keys
from tests.desk.test_archive import CO, HERE, change, put, refused, small, wipe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


pytestmark = pytest.mark.django_db
Json = dict[str, Any]


def full() -> Json:
    """The small archive with every field that it leaves out."""
    archive = small()
    company = archive["companies"][0]
    company |= {"region": "SCT", "website": "https://hollowell.example/"}
    company["feeds"] = [{"key": "f1", "url": "https://hollowell.example/feed", "title": "News"}]
    candidacy = company["candidacies"][0]
    candidacy |= {"snoozed_on": "2026-09-02", "snoozed_until": "2026-09-09", "pay": "36,000"}
    candidacy |= {"decision_on": "2026-10-01", "decision_given_on": "2026-09-01", "files_sent": "CV.pdf"}
    candidacy["contacts"][0] |= {"event": "invitation", "time_zone": "Asia/Tokyo", "needs_reply": True}
    candidacy["letters"][1] |= {"via": "p2", "message_id": "<1@hollowell.example>", "hand_edited": True}
    candidacy["interviews"][0]["interviewers"][0]["notes"][0] |= {"about": "n2", "due_on": "2026-09-09"}
    archive["settings"] = {"interview_silent": 6, "days_off": ["2026-12-23"], "theme": "dark"}
    return archive


# Kept exactly


def kept(archive: Json) -> Json:
    """What comes out of an export; into an empty database and out again it is the same text."""
    put(archive)
    first = export_text()
    wipe()
    store(read(first))
    assert export_text() == first
    written: Json = json.loads(first)
    return written


@pytest.mark.parametrize(
    "words",
    [
        "Zürich 🎉",
        "שלום \u202eabc",
        "a\nb\r\n\tc",
        " spaces ",
        "<script>",
        '"\\',
        "e\u0301",
        "👩🏽‍💻",
        "0",
        "null",
    ],
)
def test_words_are_kept_as_they_are(words: str) -> None:
    archive = change(full(), f"{HERE}.letters[0].body", words)
    written = kept(change(archive, f"{CO}.people[0].name", words))
    company = written["companies"][0]
    said = company["people"][0]["name"], company["candidacies"][0]["letters"][0]["body"]
    assert said == (words, words)


@pytest.mark.parametrize("key", [" ", "ключ 🔑", "a/b?c#d", "P1", "n1 ", "\u202e", "-1", "x" * 200])
def test_any_text_is_a_key(key: str) -> None:
    archive = change(full(), f"{CO}.people[1].key", key)
    written = kept(change(archive, f"{HERE}.letters[1].via", key))
    company = written["companies"][0]
    assert (company["people"][1]["key"], company["candidacies"][0]["letters"][1]["via"]) == (key, key)


def test_nothing_is_kept_apart_from_a_default() -> None:
    bare = {"name": "Dana", "country": "", "time_zone": "Europe/London", "sign_off": ""}
    assert kept(change(full(), "profile", bare))["profile"] == bare | {"email": "", "phone": ""}
    wipe()
    unsaid = {"name": "Dana", "country": None, "sign_off": None}
    profile = kept(change(full(), "profile", unsaid))["profile"]
    assert (profile["country"], profile["sign_off"]) == ("GB", "Kind regards")


def test_a_letter_keeps_the_order_of_its_notes() -> None:
    for order in (["n1", "n2"], ["n2", "n1"]):
        written = kept(change(full(), f"{HERE}.letters[0].notes", order))
        assert written["companies"][0]["candidacies"][0]["letters"][0]["notes"] == order
        wipe()


def test_records_may_be_named_before_they_come_and_in_a_circle() -> None:
    archive = full()
    agency = {"key": "ag", "name": "Wexley", "sector": "agency", "people": [{"key": "tom", "name": "Tom"}]}
    archive["companies"].append(agency)
    change(archive, f"{HERE}.contacts[0].person", "tom")
    change(archive, f"{HERE}.letters[0].answers_letter", "l2")
    letters = kept(archive)["companies"][0]["candidacies"][0]["letters"]
    assert [one["answers_letter"] for one in letters] == ["l2", "l1"]


# The same file twice adds nothing


@pytest.mark.parametrize("profile", [{}, {"email": "dana@mail.example"}, {"name": "Dana", "sign_off": ""}])
def test_my_own_file_adds_nothing(profile: Json) -> None:
    put(change(full(), "profile", profile))
    again = store(read(export_text(), known=stored_keys()))
    assert (again.added.total(), again.matched["profile"], again.skipped) == (0, 1, [])


def test_a_profile_that_differs_is_named() -> None:
    put(full())
    report = put(change(full(), "profile.phone", "07700 900123"))
    assert (report.skipped, Profile.load().phone) == (["profile: yours is kept"], "")


# Refused on one line


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (f"{HERE}.stage", "inter\nview", "“inter\\u000aview” is none of wishlist, applied, screening, "),
        (f"{HERE}.letters[0].to", "p\ud800", "No person here has the key “p\\ud800”."),
        (f"{HERE}.letters[0].to", "\x1b[31m", "No person here has the key “\\u001b[31m”."),
        (f"{HERE}.letters[0].to", "x" * 3000, f"No person here has the key “{'x' * 40}…”."),
        (f"{CO}.people[0].key", "x" * 201, "Keep the key to 200 characters, without NUL."),
        (f"{CO}.people[0].key", "a\x00", "Keep the key to 200 characters, without NUL."),
    ],
)
def test_a_fault_quotes_little_and_on_one_line(path: str, value: str, fault: str) -> None:
    assert refused(change(small(), path, value))[0].startswith(f"{path}: {fault}")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[" * 100_000, "This is not an archive: it is nested too deeply."),
        ("1" * 5000, "This is not an archive: a number in it has 5000 digits."),
        ('{"format": "afterword", "version": true}', "version: It is True; this program reads version 1."),
        ('{"format": "afterword"}', "version: It is None; this program reads version 1."),
        ('{"format": "afterword",\n"version": }', "line 2, column 12: This is not JSON: expecting value."),
    ],
)
def test_what_cannot_be_read_at_all(text: str, fault: str) -> None:
    assert refused(text) == [fault]


def test_utf_16_is_refused_and_a_byte_order_mark_is_not() -> None:
    text = json.dumps(small())
    with pytest.raises(ArchiveRefusedError, match=r"^This is not UTF-8 text \(byte 0\)\.$"):
        read(text.encode("utf-16"))
    assert read(b"\xef\xbb\xbf" + text.encode()).profile is not None


@pytest.mark.parametrize(
    ("at", "flag", "reason"),
    [(6, 1, "File 'afterword.json' is encrypted"), (8, 99, "That compression method is not supported")],
)
def test_a_zip_that_cannot_be_opened(tmp_path: Path, at: int, flag: int, reason: str) -> None:
    file = tmp_path / "all.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("afterword.json", json.dumps(small()))
    packed = bytearray(file.read_bytes())
    directory = packed.find(b"PK\x01\x02")
    packed[at] = packed[directory + at + 2] = flag
    file.write_bytes(packed)
    with pytest.raises(CommandError, match=f"^Cannot read {file}: {reason}"):
        call_command("import", str(file))


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=f"^Cannot read {tmp_path}: Is a directory.$"):
        call_command("import", str(tmp_path))


# Whatever is done to an archive

STRANGE: list[Any] = [
    None, True, -1, 2**63, 10**80, 1.5, "", " ", "\x00", "\ud800", "x" * 3000, "me", "p1", "n1", "co", "a\nb",
    [], {}, [None], [{}], ["n1", "n1"], "0001-01-01", "2201-01-01", "2026-02-30", "2026-09-01", "2026-W36-2",
    "9999-12-31T23:59-12:00", "0001-01-01T00:00+14:00", "2026-09-01T10:00", "2026-09-01T10:00+00:19:32",
    "2026-10-25T01:30", "2026-03-29T01:30", "٢٠٢٦-٠٩-٠١", "Europe", "../../etc/passwd", "ZZ", "agency",
    "offer", "sent", "draft", "out", "idea", "phone", "rejected", "https://[::1", "javascript:alert(1)",
]  # fmt: skip


def spots(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in the archive, as the steps that lead there."""
    if path:
        yield path
    inside: Any = value.items() if isinstance(value, dict) else ()
    for step, one in enumerate(value) if isinstance(value, list) else inside:
        yield from spots(one, (*path, step))


def spoil(archive: Json, chance: random.Random) -> None:
    """One thing about the archive changed: a value, its absence, or a record that comes twice."""
    path = chance.choice(list(spots(archive)))
    holder: Any = archive
    for step in path[:-1]:
        holder = holder[step]
    what = chance.randrange(6)
    if what == 0:
        del holder[path[-1]]
    elif what == 1 and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[path[-1]]))
    else:
        holder[path[-1]] = copy.deepcopy(chance.choice(STRANGE))


def refusal_of(archive: Json) -> ArchiveRefusedError | None:
    """Take the archive in, or say why it was refused."""
    try:
        store(read(json.dumps(archive)))
    except ArchiveRefusedError as refusal:
        return refusal
    return None


@pytest.mark.parametrize("seed", range(8))
def test_an_archive_is_taken_whole_or_refused_with_a_place(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        archive = full()
        for _ in range(chance.randint(1, 3)):
            spoil(archive, chance)
        if refusal := refusal_of(archive):
            assert str(refusal).isprintable()
            assert all(fault.place for fault in refusal.faults)
            assert not Company.objects.exists()
            continue
        first = export_text()
        wipe()
        store(read(first))
        assert export_text() == first
        wipe()
