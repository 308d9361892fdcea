"""The archive: complete, lossless, all or nothing, with the place of every fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from candidacy.models import Candidacy, Company, Contact, News, Person, Profile
from desk.archive import ArchiveRefusedError, export_text, read, store
from desk.archive.storing import stored_keys
from interviews.models import Interview, Note
from letters.models import Letter

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parents[1] / "data"
EXAMPLES = ["freight_silent", "bank_overdue", "startup_waiting"]


def small() -> dict[str, Any]:
    """A small archive with one of nearly everything, built anew for each test."""
    return {
        "format": "afterword",
        "version": 1,
        "profile": {"name": "Dana Whitfield", "country": "GB", "time_zone": "Europe/London"},
        "settings": {},
        "news": [{"key": "w1", "happened_on": "2026-09-01", "text": "Finished a course."}],
        "companies": [
            {
                "key": "co",
                "name": "Hollowell Freight",
                "sector": "logistics",
                "country": "GB",
                "time_zone": "Europe/London",
                "people": [{"key": "p1", "name": "Miriam Castell"}, {"key": "p2", "name": "Oskar Lindqvist"}],
                "developments": [{"key": "d1", "title": "A chilled contract"}],
                "candidacies": [
                    {
                        "key": "c1",
                        "role": "Operations Manager",
                        "stage": "interview",
                        "contacts": [
                            {"key": "k1", "at": "2026-09-01T10:00", "direction": "in", "person": "p1"}
                        ],
                        "interviews": [
                            {
                                "key": "i1",
                                "starts_at": "2026-08-25T09:00",
                                "ends_at": "2026-08-25T10:10",
                                "interviewers": [
                                    {
                                        "person": "p1",
                                        "notes": [
                                            {
                                                "key": "n1",
                                                "kind": "challenge",
                                                "mood": "ugly",
                                                "text": "Claims.",
                                            },
                                            {
                                                "key": "n2",
                                                "kind": "idea",
                                                "by": "me",
                                                "text": "A trial.",
                                                "about": "n1",
                                            },
                                        ],
                                    }
                                ],
                            }
                        ],
                        "letters": [
                            {
                                "key": "l1",
                                "to": "p1",
                                "kind": "thank_you",
                                "status": "sent",
                                "sent_at": "2026-08-26T08:10",
                                "body": "Dear Miriam",
                                "notes": ["n1", "n2"],
                            },
                            {
                                "key": "l2",
                                "to": "p1",
                                "kind": "nudge",
                                "answers_letter": "l1",
                                "development": "d1",
                            },
                        ],
                    }
                ],
            }
        ],
    }


def put(archive: dict[str, Any]) -> Any:
    """Import an archive as the command does."""
    return store(read(json.dumps(archive), known=stored_keys()))


def refused(archive: dict[str, Any] | str) -> list[str]:
    """The faults of an archive that is refused."""
    with pytest.raises(ArchiveRefusedError) as caught:
        read(archive if isinstance(archive, str) else json.dumps(archive))
    return [str(fault) for fault in caught.value.faults]


def change(archive: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The archive with one value replaced; the path is written as the faults write it."""
    spot: Any = archive
    steps = path.replace("[", ".").replace("]", "").split(".")
    for step in steps[:-1]:
        spot = spot[int(step)] if isinstance(spot, list) else spot[step]
    spot[int(steps[-1]) if isinstance(spot, list) else steps[-1]] = value
    return archive


def wipe() -> None:
    for model in (Company, News, Profile):
        model._default_manager.all().delete()


@pytest.mark.parametrize("name", EXAMPLES)
def test_export_import_export_is_the_same_text(name: str) -> None:
    store(read((DATA / f"{name}.json").read_bytes()))
    first = export_text()
    wipe()
    store(read(first))
    assert export_text() == first


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_was_imported_comes_out_again(name: str) -> None:
    given = json.loads((DATA / f"{name}.json").read_text())
    store(read(json.dumps(given)))
    written = json.loads(export_text())

    def same(before: Any, after: Any) -> None:
        if isinstance(before, dict):
            for field, value in before.items():
                same(value, after[field])
        elif isinstance(before, list):
            assert len(before) == len(after)
            for one, other in zip(before, after, strict=True):
                same(one, other)
        elif isinstance(before, str) and "T" in before and before[:4].isdigit():
            assert after.startswith(before)  # the offset is added
        else:
            assert after == before

    same(given, written)


def test_the_whole_record_survives() -> None:
    put(small())
    profile = Profile.load()
    profile.settings = {
        "interview_silent": 6,
        "days_off": ["2026-12-23"],
        "theme": "dark",
        "shortcuts": False,
    }
    profile.save()
    Company.objects.update(region="SCT")
    Candidacy.objects.update(
        pay="36,000", files_sent="CV.pdf", decision_given_on="2026-09-02", closed_as="declined"
    )
    Person.objects.filter(key="p1").update(rank=70, rank_reason="Leads the hiring")
    Contact.objects.update(event="invitation", text="Zürich 🎉 \u202eabc", time_zone="Asia/Tokyo")
    Letter.objects.filter(key="l2").update(hand_edited=True)
    first = export_text()
    wipe()
    store(read(first))
    assert export_text() == first
    assert "Zürich 🎉" in first
    assert Person.objects.get(key="p1").rank_reason == "Leads the hiring"


def test_the_same_file_twice_adds_nothing() -> None:
    first = put(small())
    again = put(small())
    assert first.added.total() == 14
    assert again.added.total() == 0
    assert again.matched["notes"] == 2
    assert Letter.objects.get(key="l1").notes.count() == 2


def test_a_grown_archive_adds_only_what_is_new() -> None:
    put(small())
    grown = small()
    grown["companies"][0]["people"].append({"key": "p3", "name": "Priya Raman"})
    grown["companies"][0]["candidacies"][0]["contacts"].append(
        {"key": "k2", "at": "2026-09-02T10:00", "direction": "out", "person": "p3"}
    )
    report = put(grown)
    assert {word: n for word, n in report.added.items() if n} == {"people": 1, "contacts": 1}
    assert Contact.objects.get(key="k2").person == Person.objects.get(key="p3")


def test_a_dry_run_reports_and_adds_nothing() -> None:
    report = store(read(json.dumps(small())), dry_run=True)
    assert report.added["companies"] == 1
    assert not Company.objects.exists()


def test_my_own_profile_is_kept() -> None:
    Profile(name="Somebody Else").save()
    report = put(small())
    assert Profile.load().name == "Somebody Else"
    assert report.skipped == ["profile: yours is kept"]


def test_times_without_offset_are_in_the_nearest_zone() -> None:
    archive = small()
    archive["companies"][0]["time_zone"] = "America/New_York"
    archive["companies"][0]["candidacies"][0]["interviews"][0]["time_zone"] = "Asia/Tokyo"
    put(archive)
    assert Interview.objects.get().starts_at.isoformat() == "2026-08-25T00:00:00+00:00"
    assert Contact.objects.get().at.isoformat() == "2026-09-01T14:00:00+00:00"


def test_who_said_it_follows_from_the_kind_where_it_is_not_given() -> None:
    put(small())
    assert Note.objects.get(key="n1").by == Person.objects.get(key="p1")
    assert Note.objects.get(key="n2").by is None


def test_unknown_fields_are_reported_with_their_place() -> None:
    archive = small()
    archive["mood"] = "hopeful"
    archive["companies"][0]["people"][1]["shoe_size"] = 44
    assert put(archive).unknown == ["mood", "companies[0].people[1].shoe_size"]


CO = "companies[0]"


def test_settings_are_understood_kept_and_reported() -> None:
    archive = change(small(), "settings", {"interview_silent": 6, "days_off": ["2026-12-23"], "moon": "full"})
    assert put(archive).unknown == ["settings.moon"]
    assert json.loads(export_text())["settings"] == {"interview_silent": 6, "days_off": ["2026-12-23"]}
    assert Profile.load().preferences.rules.interview_silent == 6


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"interview_silent": "six"}, "Interviewing, silent after: take a whole number from 1 to 90."),
        ({"theme": "pink"}, "The theme is one of light, dark."),
        ({"language": "tlh"}, "The language is one of en-gb, de."),
        ({"shortcuts": 1}, "The shortcuts are true or false."),
        ({"days_off": ["Christmas"]}, "Each day off is a day such as 2026-12-23."),
    ],
)
def test_impossible_settings_are_refused(settings: dict[str, Any], sentence: str) -> None:
    assert refused(change(small(), "settings", settings)) == [f"settings: {sentence}"]


HERE = f"{CO}.candidacies[0]"
NOTE = f"{HERE}.interviews[0].interviewers[0].notes[1]"


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (f"{CO}.name", "", "This name is missing."),
        (f"{CO}.name", 7, "This must be a text in quotes."),
        (f"{CO}.key", "", "Give this company a key: a text of its own."),
        (f"{CO}.key", "me", "“me” is the word for yourself and cannot be a key."),
        (f"{CO}.country", "gb", "Take the two-letter code of the country, such as GB."),
        (f"{CO}.time_zone", "Mars/Base", "“Mars/Base” is not a time zone such as Europe/London."),
        (f"{CO}.website", "javascript:alert(1)", "Start the link with https:// or http://."),
        (f"{CO}.people", {}, "This must be a list in brackets."),
        (f"{CO}.people[0]", "Miriam", "This must be a person in braces."),
        (f"{CO}.people[1].key", "p1", "The key “p1” is used before, at companies[0].people[0]."),
        (
            f"{CO}.people[0].relation",
            "friend",
            "“friend” is none of hiring_manager, manager, peer, leader, recruiter, agency, board, other.",
        ),
        (f"{CO}.people[0].rank", "high", "This must be a whole number."),
        (f"{HERE}.applied_on", "01/08/2026", "“01/08/2026” is not a day such as 2026-09-01."),
        (f"{HERE}.applied_on", "0026-08-01", "Take a year between 1900 and 2200."),
        (f"{HERE}.contacts[0].at", "yesterday", "“yesterday” is not a time such as 2026-09-01T10:00."),
        (f"{HERE}.contacts[0].person", "p9", "No person here has the key “p9”."),
        (f"{HERE}.contacts[0].person", "d1", "No person here has the key “d1”."),
        (f"{HERE}.contacts[0].automatic", "no", "This must be true or false."),
        (f"{HERE}.interviews[0].ends_at", "2026-08-25T08:00", "It ends before it starts."),
        (f"{NOTE}.mood", "bad", "Only a challenge is good, bad or ugly."),
        (f"{HERE}.letters[0].sent_at", None, "Say when it was sent."),
        (f"{HERE}.letters[0].notes", ["n1", "n9"], "No note here has the key “n9”."),
        (f"{HERE}.letters[1].status", "posted", "“posted” is none of draft, sending, sent."),
    ],
)
def test_each_fault_has_its_place(path: str, value: Any, sentence: str) -> None:
    assert refused(change(small(), path, value)) == [f"{path}: {sentence}"]


def test_all_faults_are_told_at_once_and_nothing_is_stored() -> None:
    archive = change(change(small(), "companies[0].name", ""), "news[0].text", "")
    assert refused(archive) == [
        "news[0].text: This text is missing.",
        "companies[0].name: This name is missing.",
    ]
    assert not News.objects.exists()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "line 1, column 1: This is not JSON: expecting value."),
        ("[]", "format: This is not an Afterword archive."),
        ('{"format": "other"}', "format: This is not an Afterword archive."),
        ('{"format": "afterword", "version": 2}', "version: It is 2; this program reads version 1."),
        (
            '{"format": "afterword", "format": 1}',
            "This is not an archive: “format” stands twice in one record.",
        ),
        ('{"format": NaN}', "This is not an archive: NaN is no number."),
    ],
)
def test_what_is_no_archive_is_refused(text: str, fault: str) -> None:
    assert refused(text) == [fault]


def test_half_characters_are_refused_and_nul_is_left_out() -> None:
    assert refused(change(small(), "companies[0].name", "A\ud800")) == [
        "companies[0].name: A character in here is broken: type it again."
    ]
    put(change(small(), "companies[0].name", "Hollo\x00well"))
    assert Company.objects.get().name == "Hollowell"


def test_the_hour_that_comes_twice_is_asked() -> None:
    spot = f"{HERE}.contacts[0].at"
    twice, never = "2026-10-25T01:30", "2026-03-29T01:30"
    say_which = "01:30 comes twice on 25 October 2026 in Europe/London: say which."
    assert refused(change(small(), spot, twice)) == [
        f"{spot}: {say_which} Write it with its offset, such as +01:00."
    ]
    assert refused(change(small(), spot, never)) == [
        f"{spot}: 01:30 does not exist on 29 March 2026 in Europe/London: the clocks go forward."
    ]
    put(change(small(), spot, twice + "+01:00"))
    assert Contact.objects.get().at.isoformat() == "2026-10-25T00:30:00+00:00"


def test_a_key_of_another_sort_of_record_is_refused() -> None:
    put(small())
    other = {"format": "afterword", "version": 1, "news": [{"key": "p1", "text": "Clash"}]}
    with pytest.raises(ArchiveRefusedError, match="already names another record"):
        put(other)
    assert News.objects.count() == 1


def test_the_commands_write_and_read_json_and_zip(tmp_path: Path) -> None:
    put(small())
    for name in ("all.json", "all.zip"):
        call_command("export", str(tmp_path / name))
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
        before = export_text()
        wipe()
        call_command("import", str(tmp_path / name))
        assert export_text() == before


def test_the_command_says_in_one_line_what_is_wrong(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(change(small(), "companies[0].name", "")))
    with pytest.raises(
        CommandError, match=r"^Nothing was imported\. companies\[0\]\.name: This name is missing\.$"
    ):
        call_command("import", str(bad))
    with pytest.raises(CommandError, match="There is no file"):
        call_command("import", str(tmp_path / "none.json"))


def test_export_asks_the_database_a_fixed_number_of_times(django_assert_num_queries: Any) -> None:
    put(small())
    with django_assert_num_queries(14):
        export_text()
    for number in range(30):
        Person.objects.create(company=Company.objects.get(), name=f"Person {number}")
    with django_assert_num_queries(14):
        export_text()


MOVES = [{"stage": "interview", "on": "2026-08-20"}, {"stage": "final", "on": "2026-09-01"}]


def test_the_moves_of_a_candidacy_come_back_as_they_were() -> None:
    archive = change(small(), "companies[0].candidacies[0].moves", MOVES)
    put(archive)
    assert Candidacy.objects.get().moves == MOVES
    written = json.loads(export_text())["companies"][0]["candidacies"][0]
    assert written["moves"] == MOVES


def test_a_candidacy_that_never_moved_says_nothing_of_it() -> None:
    put(small())
    assert "moves" not in json.loads(export_text())["companies"][0]["candidacies"][0]


@pytest.mark.parametrize(
    "moves",
    [
        "final", [3], [{"stage": "final"}], [{"stage": "won", "on": "2026-09-01"}],
        [{"stage": "final", "on": "2026-09-31"}], [{"stage": "final", "on": "2026-09-01", "by": "me"}],
        [{"stage": ["final"], "on": "2026-09-01"}],
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_move_is_refused_with_its_place(moves: object) -> None:
    (fault,) = refused(change(small(), "companies[0].candidacies[0].moves", moves))
    assert fault.startswith("companies[0].candidacies[0].moves: ")
