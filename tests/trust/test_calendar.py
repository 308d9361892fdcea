"""What leaves for a calendar: hostile names stay inside their own line, and a leaked link can be ended."""

from __future__ import annotations

import datetime as dt
import http.client
import logging
import re
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from candidacy.models import Candidacy, Company, Contact, Person
from desk.calendar_feed import calendar
from desk.calendar_link import WithoutLink, calendar_link
from interviews.appointment import appointment
from interviews.ics import one_line, write
from interviews.models import Interview, Interviewer, Note
from tests.config.test_entry import started
from tests.trust.payloads import PAYLOADS
from tests.trust.test_secrets import Visitor

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

    from tests.soak import Soak

NOW = dt.datetime(2026, 11, 3, 15, 0, tzinfo=dt.UTC)
STARTS = dt.datetime(2026, 11, 3, 10, 0, tzinfo=dt.UTC)
BREAKS = [
    "\n",
    "\r",
    "\r\n",
    "\n\r",
    "\x0b",
    "\x0c",
    "\x85",
    "\u2028",
    "\u2029",
    "\x00",
    "\\n",
    "\\N",
    "\\",
    "\\\\",
]
MORE = [
    "ATTENDEE:mailto:eve@evil.example", "ATTACH:http://evil.example/x", "END:VEVENT", "BEGIN:VALARM",
    "END:VCALENDAR\r\nBEGIN:VCALENDAR", "ORGANIZER;CN=Eve:mailto:eve@evil.example", " X-FOLDED:1",
    "\tX-FOLDED:1", "DTSTART:20270101T000000Z", 'LOCATION;ALTREP="http://evil.example":x', "URL:http://e.example",
]  # fmt: skip
ODD = [
    *(f"Ruth{stop}{more}" for stop in BREAKS for more in MORE),
    "a;b,c:d", '"quoted"', "=1+1", "𝒞" * 60, "é" * 75, "x" * 74, "x" * 75, "x" * 76, "漢" * 200,
    "👩‍👩‍👧‍👦" * 20, "\u202egnp.exe", "^n^'^^", "%0D%0AATTENDEE:x", "a" * 73 + "\r\n ATTENDEE:x", *PAYLOADS,
]  # fmt: skip


def properties(file: bytes) -> list[str]:
    """The name of every property there is, read by hand: unfold, then what stands before ; or :"""
    assert file.endswith(b"\r\n")
    lines = file.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]
    assert not [line for line in lines if re.search(r"[\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029]", line)]
    return [re.split("[;:]", line, maxsplit=1)[0] for line in lines]


@pytest.mark.django_db
def test_row_28_no_name_adds_a_property_to_the_calendar(soak: Soak) -> None:
    company = Company.objects.create(name="Lumen", time_zone="Europe/London", country="GB")
    candidacy = Candidacy.objects.create(company=company, role="Lead", stage="interview")
    person = Person.objects.create(company=company, name="Ana")
    talk = Interview.objects.create(candidacy=candidacy, starts_at=STARTS, place="Room 1")
    Interviewer.objects.create(interview=talk, person=person)
    Contact.objects.create(candidacy=candidacy, at=STARTS, direction="in", decision_on=dt.date(2026, 11, 20))
    plain = properties(calendar(NOW)), properties(_one_talk())
    assert plain[0].count("UID") == 4
    for name in ODD:
        kept = name.replace("\x00", "")
        Company.objects.update(name=kept[:200])
        Candidacy.objects.update(role=kept[:200])
        Person.objects.update(name=kept[:200])
        Interview.objects.update(place=kept)
        whole, one = calendar(NOW), _one_talk()
        assert (properties(whole), properties(one)) == plain, name
        assert all(len(line) <= 75 for line in whole.split(b"\r\n")), name
        titles = [str(event["summary"]) for event in Calendar.from_ical(whole).walk("VEVENT")]
        assert titles[0] == one_line(f"Interview: {kept[:200]}, {kept[:200]}"), name
        assert str(Calendar.from_ical(one).walk("VEVENT")[0]["location"]) == one_line(kept), name
    soak.say(names=len(ODD), extra_properties=0)


def _one_talk() -> bytes:
    talk = Interview.objects.select_related("candidacy__company").get()
    return write([appointment(talk, place=True)], NOW)


@pytest.mark.django_db
def test_row_29_the_calendar_says_titles_and_times_alone(
    client: Client, stranger: Client, soak: Soak
) -> None:
    secret = "the-secret-of-the-ward"
    company = Company.objects.create(
        name="Lumen", time_zone="Europe/London", country="GB", website="https://w.example"
    )
    candidacy = Candidacy.objects.create(
        company=company,
        role="Lead",
        stage="interview",
        notes=secret,
        posting_text=secret,
        pay=secret,
        location=secret,
    )
    person = Person.objects.create(
        company=company,
        name="Ana",
        title=secret,
        email="ana@secret.example",
        phone=secret,
        rank_reason=secret,
    )
    talk = Interview.objects.create(
        candidacy=candidacy, starts_at=STARTS, place=f"https://meet.example/{secret}"
    )
    seat = Interviewer.objects.create(interview=talk, person=person)
    Note.objects.create(interviewer=seat, kind="timeline", text=secret, due_on=dt.date(2026, 11, 20))
    Contact.objects.create(candidacy=candidacy, at=STARTS, direction="in", text=secret)
    calendar_link().renew()
    file = calendar(NOW)
    assert set(properties(file)) == {
        "BEGIN", "END", "PRODID", "VERSION", "METHOD", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL",
        "UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND", "LAST-MODIFIED", "TRANSP", "STATUS",
        "ACTION", "DESCRIPTION", "TRIGGER",
    }  # fmt: skip
    events = Calendar.from_ical(file).walk("VEVENT")
    assert len(events) == 4
    # The only description is the alarm's, which has to have one.
    assert [event.get("description") for event in events] == [None] * 4
    assert {str(a["description"]) for e in events for a in e.walk("VALARM")} == {
        str(e["summary"]) for e in events
    }
    assert secret.encode() not in file
    assert b"secret.example" not in file
    calendar_link().end()
    soak.say(events=4, beyond_titles_and_times=0)


@pytest.mark.django_db
def test_row_29_an_ended_link_is_gone_at_once(client: Client, stranger: Client, soak: Soak) -> None:
    ended = []
    for do in ("new", "new", "end", "new", "end"):
        client.post("/settings/calendar/", {"do": do})
        word = calendar_link().word
        gone = {stranger.get(f"/calendar/{one}.ics").status_code for one in ended if one != word}
        assert gone <= {404}
        if word:
            assert stranger.get(f"/calendar/{word}.ics").status_code == 200
            ended.append(word)
    near = [
        ended[-1][:-1],
        ended[-1] + "x",
        ended[-1].swapcase(),
        "",
        "x",
        "é",
        "%00",
        "..%2fcalendar",
        "a" * 10_000,
    ]
    answers = [stranger.get(f"/calendar/{one}.ics") for one in [*ended, *near]]
    assert {answer.status_code for answer in answers} <= {403, 404}
    assert {answer.headers["Cache-Control"] for answer in answers} == {"no-store"}
    soak.say(links=len(ended), wrong=len(near), answered=0)


@pytest.mark.django_db
def test_row_29_a_page_elsewhere_cannot_read_it_through_the_browser(stranger: Client, soak: Soak) -> None:
    calendar_link().renew()
    path = f"/calendar/{calendar_link().word}.ics"
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "empty"}
    assert stranger.get(path, headers=headers).status_code == 403
    assert stranger.get(path, headers={"host": "evil.example"}).status_code == 400
    calendar_link().end()


def test_row_29_the_link_is_in_no_log_no_copy_and_no_export(home: Path, tmp_path: Path, soak: Soak) -> None:
    """Also where its page fails: the database is taken away under it."""
    with started("--sample") as site:
        visitor = Visitor(site)
        visitor.ask("/" + site.link.split("/", 3)[3])
        token = visitor.token("/settings/")
        assert visitor.ask("/settings/calendar/", {"csrfmiddlewaretoken": token, "do": "new"}).status == 302
        word = (home / "calendar-sample").read_text().strip()
        path = f"/calendar/{word}.ics"
        statuses = [_ask(visitor.host, path)]
        (home / "sample.sqlite3").rename(home / "aside")
        statuses += [_ask(visitor.host, path), _ask(visitor.host, path.replace(word, f"{word}x"))]
        (home / "aside").rename(home / "sample.sqlite3")
        visitor.ask("/export/")
        exported = visitor.shown[-1]
        site.process.terminate()
        out, errors = site.process.communicate(timeout=30)
    assert statuses[0] == 200
    assert statuses[1] >= 500
    assert statuses[2] == 404
    assert (home / "calendar-sample").stat().st_mode & 0o777 == 0o600
    files = {
        str(file.relative_to(home))
        for file in home.rglob("*")
        if file.is_file() and word.encode() in file.read_bytes()
    }
    assert files == {"calendar-sample"}
    assert word not in out + errors
    assert word.encode() not in exported
    soak.say(places=3, found_elsewhere=0)


def test_row_29_a_line_for_the_window_loses_the_word(caplog: pytest.LogCaptureFixture, soak: Soak) -> None:
    record = logging.LogRecord(
        "django.request",
        logging.ERROR,
        "x",
        1,
        "%s: %s",
        ("Internal Server Error", "/calendar/k3w9.ics"),
        None,
    )
    assert WithoutLink().filter(record)
    assert record.getMessage() == "Internal Server Error: /calendar/…"


def _ask(host: str, path: str) -> int:
    connection = http.client.HTTPConnection(host, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    return answer.status
