"""My calendar: what stands in it and when, and the link that opens it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from candidacy.models import Candidacy, Contact
from desk.calendar_feed import calendar
from desk.calendar_link import calendar_link
from interviews.models import Interview
from letters.models import Letter
from tests.desk.cast import at, person
from tests.interviews.cast import ANA, HELEN, KOFI, lumen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries
    from pytest_django.fixtures import SettingsWrapper

pytestmark = pytest.mark.django_db

ROLE = "Lumen Health, Ward Systems Lead"


@pytest.fixture(autouse=True)
def _no_link() -> Iterator[None]:
    yield
    calendar_link().end()


def entries(now: str) -> list[Any]:
    return Calendar.from_ical(calendar(at(now))).walk("VEVENT")


def titles(now: str) -> list[tuple[str, str]]:
    """Start and title of each entry, days as days."""
    return sorted(
        (one.decoded("dtstart").isoformat().replace("+00:00", "Z"), str(one["summary"]))
        for one in entries(now)
    )


def thank(*names: str) -> None:
    for name in names:
        Letter.objects.create(
            candidacy=Candidacy.objects.get(),
            to=person(name),
            kind="thank_you",
            status="sent",
            sent_at=at("2026-11-04T09:00"),
        )


def test_a_talk_ahead_is_all_there_is_before_it() -> None:
    lumen()
    assert titles("2026-10-30T12:00") == [("2026-11-03T10:00:00Z", f"Interview: {ROLE}")]


def test_after_the_talk_each_thank_you_has_its_deadline_and_silence_its_day() -> None:
    lumen()
    assert titles("2026-11-03T15:00") == [
        ("2026-11-03T10:00:00Z", f"Interview: {ROLE}"),
        ("2026-11-04T10:30:00Z", f"Thank {ANA}, Lumen Health"),
        ("2026-11-04T10:30:00Z", f"Thank {HELEN}, Lumen Health"),
        ("2026-11-04T10:30:00Z", f"Thank {KOFI}, Lumen Health"),
        ("2026-11-12", "Write to Lumen Health if there is no word, Ward Systems Lead"),
    ]


def test_a_letter_that_went_takes_its_deadline_along_and_moves_the_day_of_silence() -> None:
    lumen()
    thank(ANA, HELEN, KOFI)
    assert titles("2026-11-04T15:00") == [
        ("2026-11-03T10:00:00Z", f"Interview: {ROLE}"),
        ("2026-11-13", "Write to Lumen Health if there is no word, Ward Systems Lead"),
    ]


def test_the_day_they_named_stands_there_and_silence_comes_after_it() -> None:
    rail = lumen().candidacy
    thank(ANA, HELEN, KOFI)
    Contact.objects.create(
        candidacy=rail, at=at("2026-11-05T09:00"), direction="in", decision_on=dt.date(2026, 11, 20)
    )
    assert titles("2026-11-06T12:00")[1:] == [
        ("2026-11-20", "Lumen Health decides, Ward Systems Lead"),
        ("2026-11-24", "Write to Lumen Health if there is no word, Ward Systems Lead"),
    ]


@pytest.mark.parametrize("change", [{"closed_on": dt.date(2026, 11, 5), "closed_as": "rejected"}])
def test_what_is_closed_leaves_only_the_talks_that_were(change: dict[str, Any]) -> None:
    talk = lumen()
    Interview.objects.create(candidacy=talk.candidacy, starts_at=at("2026-11-20T10:00"))
    Candidacy.objects.update(**change)
    assert titles("2026-11-06T12:00") == [("2026-11-03T10:00:00Z", f"Interview: {ROLE}")]


def test_a_snooze_moves_the_day_and_an_answer_owed_takes_it_away() -> None:
    rail = lumen().candidacy
    thank(ANA, HELEN, KOFI)
    Candidacy.objects.update(snoozed_on=dt.date(2026, 11, 5), snoozed_until=dt.date(2026, 11, 27))
    day = ("2026-11-27", "Write to Lumen Health if there is no word, Ward Systems Lead")
    assert titles("2026-11-06T12:00")[1:] == [day]
    Contact.objects.create(
        candidacy=rail, at=at("2026-11-06T13:00"), direction="in", person=person(ANA), needs_reply=True
    )
    assert titles("2026-11-06T14:00")[1:] == []


def test_an_entry_keeps_its_id_and_counts_its_changes() -> None:
    talk = lumen()
    (before,) = entries("2026-10-30T12:00")
    talk.starts_at += dt.timedelta(hours=1)
    talk.ends_at = None
    talk.cancelled = True
    talk.save()
    (after,) = entries("2026-10-30T13:00")
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert (before["status"], after["status"]) == ("CONFIRMED", "CANCELLED")
    assert after.decoded("dtend") - after.decoded("dtstart") == dt.timedelta(hours=1)
    assert before.decoded("dtstamp") < after.decoded("dtstamp")
    alarms = [one.decoded("trigger") for one in before.walk("VALARM")]
    assert alarms == [dt.timedelta(days=-1), dt.timedelta(hours=-1)]
    assert after.walk("VALARM") == []


def test_the_hour_that_comes_twice_and_other_zones_are_one_moment() -> None:
    talk = lumen(starts="2026-10-25T00:30", zone="America/New_York")
    (entry,) = entries("2026-10-20T12:00")
    assert entry.decoded("dtstart") == talk.starts_at
    assert "TZID" not in entry["dtstart"].params


def test_the_calendar_asks_no_more_of_the_database_when_the_search_grows(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    talk = lumen()
    with django_assert_num_queries(7):
        calendar(at("2026-11-03T15:00"))
    for _ in range(20):
        other = Candidacy.objects.create(company=talk.candidacy.company, stage="interview")
        Interview.objects.create(candidacy=other, starts_at=talk.starts_at, ends_at=talk.ends_at)
    with django_assert_num_queries(7):
        calendar(at("2026-11-03T15:00"))


class TestTheLink:
    def test_there_is_none_until_it_is_made_in_settings(self, client: Client, stranger: Client) -> None:
        lumen()
        page = client.get("/settings/").text
        assert "Make a link" in page
        assert "/calendar/" not in page.replace("/settings/calendar/", "")
        client.post("/settings/calendar/", {"do": "new"})
        (link,) = re.findall(r"http://localhost:8765(/calendar/[^\"]+\.ics)", client.get("/settings/").text)
        answer = stranger.get(link)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
        assert answer.content.startswith(b"BEGIN:VCALENDAR\r\n")

    def test_where_something_in_front_encrypts_the_link_is_that_address(
        self, client: Client, settings: SettingsWrapper
    ) -> None:
        settings.PUBLIC_ADDRESS = "https://jobs.example"
        client.post("/settings/calendar/", {"do": "new"})
        assert re.search(r'value="https://jobs\.example/calendar/[^"]+\.ics"', client.get("/settings/").text)

    def test_only_a_button_makes_or_ends_it(self, client: Client, stranger: Client) -> None:
        assert client.get("/settings/calendar/").status_code == 405
        assert stranger.post("/settings/calendar/", {"do": "new"}).status_code == 403
        assert calendar_link().word == ""

    def test_nothing_can_be_changed_through_it(self, stranger: Client) -> None:
        calendar_link().renew()
        assert stranger.post(f"/calendar/{calendar_link().word}.ics").status_code == 405


class TestOneTalk:
    def test_is_a_file_with_its_place_for_whoever_is_signed_in(
        self, client: Client, stranger: Client
    ) -> None:
        talk = lumen()
        Interview.objects.update(place="https://meet.example/ward")
        path = f"/interviews/{talk.pk}/calendar.ics"
        assert stranger.get(path).status_code == 403
        (event,) = Calendar.from_ical(client.get(path).content).walk("VEVENT")
        assert (str(event["summary"]), str(event["location"])) == (
            f"Interview: {ROLE}", "https://meet.example/ward"
        )  # fmt: skip

    def test_is_offered_on_its_own_page_and_the_candidacys(self, client: Client) -> None:
        talk = lumen(starts="2030-11-05T10:00")
        link = f'href="/interviews/{talk.pk}/calendar.ics"'
        assert client.get(f"/interviews/{talk.pk}/").text.count(link) == 1
        assert client.get(f"/candidacies/{talk.candidacy_id}/").text.count(link) == 1
