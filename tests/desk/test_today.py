"""Today, from records to page, terminal and JSON."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from candidacy.models import Candidacy, Company, Contact, Person, Profile
from desk import sample
from desk.outlook import outlooks
from desk.saying import headline
from desk.today import Today, today
from interviews.models import Interview, Interviewer, Note
from letters.models import Letter

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
DATA = Path(__file__).parents[1] / "data"
EXAMPLES = ["freight_silent", "bank_overdue", "startup_waiting"]
FIVE = 5  # the profile, the candidacies, their contacts, talks and letters
TERMINAL = """\
Tuesday 17 November 2026, 09:10. Four letters to write today.

Gone silent
  Harbour & Pine, Head of Fulfilment Analytics
    They promised a decision by Friday 6 November. Nothing since Marcus wrote on
      Monday 2 November.
    Write to Ruth Adeyemi, Chief Operating Officer. Ruth is the most senior you
      talked with: a chief officer comes before a vice president.
    Marcus answered last and holds the thread.
    A good day to send it: today.
  Meridian Rail, Network Planning Lead
    No word since your thank-yous on Wednesday 4 November. No date was promised,
      so your seven-day rule applies.
    Write to Daniel Osei, Director of Network Planning. Daniel is the most
      senior you talked with: a director comes before a manager of people.
    Sofia answered last and holds the thread.
    A good day to send it: today.

Thank-yous
  Dr Helen Marsh, Lumen Health, Patient Flow Programme Lead: before 17:00 on
    Tuesday 17 November.
  Ana Ferreira, Lumen Health, Patient Flow Programme Lead: before 17:00 on
    Tuesday 17 November.

Coming up
  Thursday 19 November, 10:30: Oakfield Water, Data and Insight Manager, with
    Grace Okonkwo and Liam Doyle.
  Friday 20 November, 14:00: Fable & Finch, Operations Director, with Noor
    Haddad, Edie Clarke and Sam Idowu.
  Friday 27 November: Tidewater Energy, Head of Field Insight, your answer to
    their offer.
"""


def at(moment: str) -> dt.datetime:
    return dt.datetime.fromisoformat(moment).replace(tzinfo=LONDON)


def said(*words: str) -> str:
    out = io.StringIO()
    call_command("today", *words, stdout=out)
    return out.getvalue()


def said_json(*words: str) -> Any:
    return json.loads(said("--json", *words))


# The examples


def told(example: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, str]]:
    """The expectations of an example, what `today` says of it then, and the names of its people by key."""
    call_command("import", str(DATA / f"{example}.json"), stdout=io.StringIO())
    expectations = json.loads((DATA / f"{example}.expected.json").read_text())
    names = dict(Person.objects.values_list("key", "name"))
    return expectations["expected"], said_json("--all", "--on", expectations["on"]), names


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_stand_where_they_should(example: str) -> None:
    expected, page, _ = told(example)
    (row,) = page["candidacies"]
    dates = [name for name in ("state", "anchor", "quiet_on", "silent_on") if name in expected]
    assert {name: row[name] for name in dates} == {name: expected[name] for name in dates}


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_name_whom_to_write_to(example: str) -> None:
    expected, page, names = told(example)
    (row,) = page["candidacies"]
    assert row["write_to"]["name"] == names[expected["recipient"]]
    if "runner_up" in expected:
        assert row["runner_up"]["name"] == names[expected["runner_up"]]


def test_the_letter_that_the_example_asks_for() -> None:
    expected, _, _ = told("freight_silent")
    (outlook,) = today(at("2026-09-07T09:00")).silent
    assert outlook.standing.next_letter == expected["next_letter"]
    assert outlook.choice.route is None


def test_who_holds_the_thread_is_said() -> None:
    _, page, _ = told("startup_waiting")
    assert page["candidacies"][0]["write_to"]["why"].endswith("Zoe answered last and holds the thread.")


def test_thank_yous_equally_urgent_go_by_seniority() -> None:
    expected, page, names = told("bank_overdue")
    order = [names[key] for key in expected["order"]]
    assert [one["to"] for one in page["thank_yous"]] == order[1:]
    now = dt.datetime.fromisoformat(page["on"])
    (outlook,) = today(now).outlooks
    assert [ranked.person.name for ranked in outlook.choice.order] == order
    assert outlook.state == "thank_you_overdue"


def test_the_bank_is_still_owed_two_thank_yous() -> None:
    expected, page, names = told("bank_overdue")
    owed = {one["to"]: one for one in page["thank_yous"]}
    for thanks in expected["thank_you"]:
        if thanks["state"] == "sent":
            assert names[thanks["to"]] not in owed
            continue
        one = owed.pop(names[thanks["to"]])
        assert one["state"] == thanks["state"]
        assert one["due_at"] == f"{thanks['due']}:00-04:00"
        assert one["overdue_at"] == f"{thanks['overdue_after']}:00-04:00"
        assert one["worth_until"] == expected["still_worth_sending_until"]
    assert owed == {}


def test_the_start_up_asked_for_time_and_whoever_writes_is_told() -> None:
    expected, _, _ = told("startup_waiting")
    zone = ZoneInfo(Profile.load().time_zone)
    now = dt.datetime(2026, 11, 3, 9, tzinfo=zone)
    (outlook,) = outlooks(Candidacy.objects.open(), now, Profile.load())
    assert outlook.standing.warn == expected["warn_if_user_writes"]
    assert outlook.standing.next_letter is expected["next_letter"]


# The sample story, as the page shows it


@pytest.fixture
def tuesday() -> Today:
    now = at("2026-11-17T09:10")
    sample.load(now)
    return today(now)


def test_gone_silent_the_longest_first(tuesday: Today) -> None:
    silent = [(one.company.name, one.standing.business_days_quiet) for one in tuesday.silent]
    assert silent == [("Harbour & Pine", 11), ("Meridian Rail", 9)]
    assert tuesday.silent[0].standing.why == (
        "They promised a decision by Friday 6 November. Nothing since Marcus wrote on Monday 2 November."
    )


def test_a_panel_shows_its_thank_yous_with_those_that_have_gone(tuesday: Today) -> None:
    (panel,) = tuesday.panels
    assert (panel.outlook.company.name, panel.owed) == ("Lumen Health", 2)
    assert panel.due_at == at("2026-11-17T17:00")
    rows = [(row.person.name, row.thanks.state, row.notes) for row in panel.rows]
    assert rows == [
        ("Dr Helen Marsh", "due", 9),
        ("Ana Ferreira", "due", 0),
        ("Kofi Mensah", "sent", 7),
    ]


def test_what_comes_up(tuesday: Today) -> None:
    coming = [(one.outlook.company.name, str(one.on), len(one.with_)) for one in tuesday.coming]
    assert coming == [
        ("Oakfield Water", "2026-11-19", 2),
        ("Fable & Finch", "2026-11-20", 3),
        ("Tidewater Energy", "2026-11-27", 0),
    ]


def test_who_is_waited_for_and_how_long_still(tuesday: Today) -> None:
    waits = {one.outlook.company.name: (one.days, one.of_days, str(one.mine_on)) for one in tuesday.waiting}
    assert waits["Copperline"] == (5, 7, "2026-11-19")
    assert waits["Northgate Transit"] == (3, 9, "2026-11-25")
    assert next(iter(waits)) == "Copperline"
    assert not {"Oakfield Water", "Tidewater Energy", "Harbour & Pine"} & set(waits)


def test_the_pipeline_and_the_one_count(tuesday: Today) -> None:
    assert [(one.slug, one.count) for one in tuesday.pipeline] == [
        ("wishlist", 0),
        ("applied", 9),
        ("interviewing", 5),
        ("final", 2),
        ("offer", 1),
    ]
    assert (tuesday.open, tuesday.needs_me, headline(tuesday)) == (17, 4, "Four letters to write today.")


def test_the_same_in_a_terminal() -> None:
    sample.load(at("2026-11-17T09:10"))
    assert said("--on", "2026-11-17T09:10") == TERMINAL


def test_all_of_it_in_a_terminal() -> None:
    sample.load(at("2026-11-17T09:10"))
    text = said("--on", "2026-11-17T09:10", "--all")
    assert text.startswith(TERMINAL)
    waiting = [
        line for line in text.removeprefix(TERMINAL).splitlines() if line[:3].strip() and line[0] == " "
    ]
    assert len(waiting) == 15
    assert waiting[:2] == ["  Copperline, Analytics Manager (quiet)", "  Aldous & Wren, Operations Analyst"]
    assert max(len(line) for line in text.splitlines()) <= 80


# From records to facts


@pytest.fixture
def rail() -> Candidacy:
    """A candidacy at a company in London; Daniel and Sofia interviewed me on Tuesday 3 November."""
    company = Company.objects.create(name="Meridian Rail", country="GB", time_zone="Europe/London")
    rail = Candidacy.objects.create(company=company, role="Planner", stage="interview")
    talk = Interview.objects.create(
        candidacy=rail,
        starts_at=at("2026-11-03T10:00"),
        ends_at=at("2026-11-03T11:00"),
        time_zone="Europe/London",
    )
    for name, title in (("Daniel Osei", "Director of Planning"), ("Sofia Grant", "Planner")):
        person = Person.objects.create(company=company, name=name, title=title)
        Interviewer.objects.create(interview=talk, person=person)
    return rail


def person(name: str) -> Person:
    return Person.objects.get(name__startswith=name)


def send(rail: Candidacy, to: str, moment: str, kind: str = "thank_you") -> None:
    Letter.objects.create(candidacy=rail, to=person(to), kind=kind, status="sent", sent_at=at(moment))


def row(moment: str) -> dict[str, Any]:
    (only,) = said_json("--all", "--on", moment)["candidacies"]
    return only


def test_a_row_has_every_field_of_the_contract(rail: Candidacy) -> None:
    send(rail, "Daniel", "2026-11-04T09:00")
    found = row("2026-11-13T09:00")
    assert list(found) == [
        "company", "role", "stage", "state", "why", "anchor", "quiet_on", "silent_on", "second_nudge_on",
        "close_on", "business_days_quiet", "write_to", "runner_up", "suggested_send_on",
    ]  # fmt: skip
    kept = {name: found[name] for name in found if name not in ("write_to", "runner_up")}
    assert kept == {
        "company": "Meridian Rail",
        "role": "Planner",
        "stage": "interview",
        "state": "silent",
        "why": (
            "No word since your thank-you to Daniel on Wednesday 4 November. No date was promised, so your "
            "seven-day rule applies."
        ),
        "anchor": "2026-11-04",
        "quiet_on": "2026-11-11",
        "silent_on": "2026-11-13",
        "second_nudge_on": None,
        "close_on": None,
        "business_days_quiet": 7,
        "suggested_send_on": "2026-11-13",
    }


def test_only_what_needs_me_unless_all_is_asked_for(rail: Candidacy) -> None:
    states = {moment: said_json("--on", moment)["candidacies"] for moment in ("2026-11-11", "2026-11-12")}
    assert states["2026-11-11"] == []
    assert [one["state"] for one in states["2026-11-12"]] == ["silent"]
    assert row("2026-11-11")["state"] == "quiet"


def test_an_unsent_letter_and_a_machines_reply_change_nothing(rail: Candidacy) -> None:
    before = row("2026-11-11")
    Letter.objects.create(candidacy=rail, to=person("Daniel"), kind="nudge", status="sending")
    Contact.objects.create(candidacy=rail, at=at("2026-11-06T09:00"), automatic=True, needs_reply=True)
    assert row("2026-11-11") == before


def test_a_dated_timeline_note_sets_the_clock(rail: Candidacy) -> None:
    daniel = Interviewer.objects.get(person=person("Daniel"))
    Note.objects.create(interviewer=daniel, kind="timeline", text="Two or three weeks.", due_on="2026-11-24")
    Note.objects.create(interviewer=daniel, kind="promise", text="Sends the plan.", due_on="2026-12-24")
    found = row("2026-11-11")
    assert (found["state"], found["quiet_on"], found["silent_on"]) == ("waiting", None, "2026-11-26")


def test_a_question_of_theirs_is_my_move(rail: Candidacy) -> None:
    Contact.objects.create(
        candidacy=rail, at=at("2026-11-05T09:00"), person=person("Sofia"), needs_reply=True, channel="email"
    )
    (found,) = said_json("--on", "2026-11-20")["candidacies"]
    assert (found["state"], found["silent_on"]) == ("reply_owed", None)
    assert found["why"] == "Sofia asked you something on Thursday 5 November. The next line is yours."


def test_a_refusal_is_not_chased(rail: Candidacy) -> None:
    Contact.objects.create(candidacy=rail, at=at("2026-11-05T09:00"), event="rejection")
    assert row("2026-11-20")["state"] == "waiting"


def test_not_present_or_cancelled_is_owed_nothing(rail: Candidacy) -> None:
    Interviewer.objects.filter(person=person("Sofia")).update(present=False)
    assert [one["to"] for one in said_json("--on", "2026-11-03T14:00")["thank_yous"]] == ["Daniel Osei"]
    Interview.objects.update(cancelled=True)
    assert said_json("--on", "2026-11-03T14:00")["thank_yous"] == []


def test_thank_yous_in_the_words_of_the_contract(rail: Candidacy) -> None:
    send(rail, "Daniel", "2026-11-03T12:00")
    assert said_json("--on", "2026-11-03T14:00")["thank_yous"] == [
        {
            "company": "Meridian Rail",
            "role": "Planner",
            "to": "Sofia Grant",
            "ended_at": "2026-11-03T11:00:00+00:00",
            "due_at": "2026-11-04T11:00:00+00:00",
            "overdue_at": "2026-11-04T12:00:00+00:00",
            "worth_until": "2026-11-10",
            "state": "due",
        }
    ]


def test_a_lapsed_thank_you_leaves_the_page(rail: Candidacy) -> None:
    page = today(at("2026-11-11T09:00"))
    assert [thanks.state for _, thanks in page.owed] == ["lapsed", "lapsed"]
    assert (page.panels, page.thanks_due) == ([], 0)
    assert "Daniel" not in said("--on", "2026-11-11T09:00")


def test_interviews_ahead_in_their_own_zone(rail: Candidacy) -> None:
    talk = Interview.objects.create(
        candidacy=rail,
        starts_at=at("2026-11-20T15:00"),
        ends_at=at("2026-11-20T16:00"),
        time_zone="Europe/Paris",
    )
    Interviewer.objects.create(interview=talk, person=person("Daniel"))
    Interviewer.objects.create(interview=talk, person=person("Sofia"), present=False)
    ahead = {"company": "Meridian Rail", "role": "Planner", "starts_at": "2026-11-20T16:00:00+01:00"}
    assert said_json("--on", "2026-11-12")["interviews"] == [{**ahead, "with": ["Daniel Osei"]}]
    assert said_json("--on", "2026-11-20T16:00")["interviews"] == []


@pytest.mark.parametrize(
    ("moment", "listed"), [("2026-11-15T23:59", ["Meridian Rail"]), ("2026-11-16T00:00", [])]
)
def test_a_closed_candidacy_is_never_listed(rail: Candidacy, moment: str, listed: list[str]) -> None:
    Candidacy.objects.update(closed_on="2026-11-16", closed_as="rejected")
    assert [one["company"] for one in said_json("--all", "--on", moment)["candidacies"]] == listed


def test_closed_by_the_day_of_the_company(rail: Candidacy) -> None:
    Company.objects.update(time_zone="America/Los_Angeles")
    Candidacy.objects.update(closed_on="2026-11-16", closed_as="rejected")
    assert [
        len(said_json("--all", "--on", f"2026-11-16T{hour}")["candidacies"]) for hour in ("07:59", "08:00")
    ] == [1, 0]


def test_the_companys_country_zone_and_my_numbers_and_days_off(rail: Candidacy) -> None:
    Profile.objects.create(
        country="US",
        time_zone="America/New_York",
        settings={"interview_silent": 8, "days_off": ["2026-11-09"]},
    )
    assert row("2026-11-10")["silent_on"] == "2026-11-16"
    Company.objects.update(country="", time_zone="")
    # Mine now: Veterans Day on the 11th is a holiday there.
    assert row("2026-11-10")["silent_on"] == "2026-11-17"


def test_a_country_that_is_not_known_still_counts_days(rail: Candidacy) -> None:
    Company.objects.update(country="ZZ")
    assert row("2026-11-10")["silent_on"] == "2026-11-12"


def test_a_draft_is_found_again(rail: Candidacy) -> None:
    draft = Letter.objects.create(candidacy=rail, to=person("Sofia"), kind="thank_you")
    (panel,) = today(at("2026-11-03T14:00")).panels
    assert {row.person.name: row.draft.pk if row.draft else None for row in panel.rows} == {
        "Daniel Osei": None,
        "Sofia Grant": draft.pk,
    }


def test_a_nudge_starts_the_wait_anew(rail: Candidacy) -> None:
    send(rail, "Daniel", "2026-11-12T09:00", "nudge")
    (wait,) = today(at("2026-11-16T09:00")).waiting
    assert (wait.days, wait.of_days, str(wait.mine_on)) == (2, 7, "2026-11-23")


def test_nothing_recorded() -> None:
    assert said("--on", "2026-11-17T09:00", "--all") == (
        "Tuesday 17 November 2026, 09:00. Nothing needs you today.\n"
    )
    assert said_json("--on", "2026-11-17T09:00") == {
        "on": "2026-11-17T09:00:00+00:00",
        "candidacies": [],
        "thank_yous": [],
        "interviews": [],
    }


# The moment asked about


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("2026-11-17", "2026-11-17T00:00:00+00:00"),
        ("2026-07-17T09:30", "2026-07-17T09:30:00+01:00"),
        ("2026-11-17T09:30Z", "2026-11-17T09:30:00+00:00"),
        ("2026-11-17T09:30-05:00", "2026-11-17T14:30:00+00:00"),
        ("2026-10-25T01:30", "2026-10-25T01:30:00+01:00"),  # it came twice: the first
    ],
)
def test_the_moment_asked_about(words: str, on: str) -> None:
    assert said_json("--on", words)["on"] == on


@pytest.mark.parametrize("words", ["yesterday", "", "2026-13-01", "0001-01-01", "9999-12-31T23:59-12:00"])
def test_what_is_no_moment_is_refused_in_one_line(words: str) -> None:
    with pytest.raises(CommandError) as refused:
        said("--on", words)
    assert str(refused.value) == f"--on takes a moment such as 2026-11-17T09:00, and “{words}” is none."
    assert refused.value.returncode == 2


def test_an_hour_that_never_was_is_refused() -> None:
    with pytest.raises(CommandError, match="the clocks go forward") as refused:
        said("--on", "2026-03-29T01:30")
    assert refused.value.returncode == 2


# However large the search


@pytest.mark.parametrize("size", [0, 1, 50])
def test_five_queries_whatever_the_size(size: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(size):
        company = Company.objects.create(name=f"Company {number}", country="GB")
        candidacy = Candidacy.objects.create(company=company, role="Planner", stage="interview")
        someone = Person.objects.create(company=company, name=f"Person {number}", title="Director")
        talk = Interview.objects.create(candidacy=candidacy, starts_at=at("2026-11-03T10:00"))
        Interviewer.objects.create(interview=talk, person=someone)
        Letter.objects.create(
            candidacy=candidacy, to=someone, kind="thank_you", status="sent", sent_at=at("2026-11-04T09:00")
        )
        Contact.objects.create(candidacy=candidacy, at=at("2026-11-05T10:00"), person=someone)
    with django_assert_num_queries(FIVE):
        page = json.loads(said("--json", "--all", "--on", "2026-11-20T09:00"))
    assert len(page["candidacies"]) == size
