"""`today` in a terminal and as JSON."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest
from django.core.management.base import CommandError

from candidacy.models import Candidacy, Company, Contact, Person
from desk import sample
from interviews.models import Interview, Interviewer
from letters.models import Letter
from tests.desk.cast import at, said, said_json

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
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


@pytest.mark.parametrize(
    ("moment", "thanks"),
    [
        ("2026-11-03T12:00", "let it settle a little."),
        ("2026-11-03T13:00", "before 12:00 on Wednesday 4 November."),
        ("2026-11-04T12:00", "best written now, worth sending until Tuesday 10 November."),
    ],
)
def test_a_thank_you_in_words(rail: Candidacy, moment: str, thanks: str) -> None:
    text = " ".join(said("--on", moment).split())
    assert f"Thank-yous Daniel Osei, Meridian Rail, Planner: {thanks}" in text


def test_what_is_too_late_is_told_only_when_all_is_asked_for(rail: Candidacy) -> None:
    late = "too late for a thank-you: write with one new thought."
    texts = [" ".join(said("--on", "2026-11-11", *words).split()) for words in ((), ("--all",))]
    assert [late in text for text in texts] == [False, True]


def test_a_letter_through_an_agency(rail: Candidacy) -> None:
    agency = Company.objects.create(name="Wexley", sector="agency")
    tom = Person.objects.create(company=agency, name="Tom Hale", title="Consultant", relation="agency")
    Contact.objects.create(candidacy=rail, at=at("2026-10-20T09:00"), person=tom)
    (row,) = said_json("--on", "2026-11-12")["candidacies"]
    assert (row["write_to"]["name"], row["write_to"]["route"]) == ("Daniel Osei", "Tom Hale")
    assert row["runner_up"] == {"name": "Sofia Grant", "title": "Planner"}
    text = " ".join(said("--on", "2026-11-12").split())
    assert "Write to Daniel Osei, Director of Planning, through Tom Hale." in text


def test_a_silence_before_anybody_was_met() -> None:
    company = Company.objects.create(name="Copperline", country="GB")
    Candidacy.objects.create(company=company, stage="applied", applied_on=dt.date(2026, 11, 2))
    (row,) = said_json("--on", "2026-11-16")["candidacies"]
    assert (row["role"], row["write_to"], row["runner_up"]) == ("", None, None)
    assert said("--on", "2026-11-16") == (
        "Monday 16 November 2026, 00:00. One letter to write today.\n\n"
        "Gone silent\n"
        "  Copperline\n"
        "    No word since you applied on Monday 2 November. No date was promised, so\n"
        "      your ten-day rule applies.\n"
        "    You have not talked with anybody yet.\n"
        "    A good day to send it: today, from 10:00.\n"
    )


def test_a_question_needs_no_letter_to_anybody_else(rail: Candidacy) -> None:
    Contact.objects.create(
        candidacy=rail,
        at=at("2026-11-09T09:00"),
        person=Person.objects.get(name="Sofia Grant"),
        needs_reply=True,
    )
    assert said("--on", "2026-11-12") == (
        "Thursday 12 November 2026, 00:00. One reply to write today.\n\n"
        "Your reply\n"
        "  Meridian Rail, Planner\n"
        "    Sofia asked you something on Monday 9 November. The next line is yours.\n"
    )


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
