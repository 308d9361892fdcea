"""Invitations as the programs of the world write them, read word for word."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from interviews.invitation.clocks import zone_in, zone_named
from interviews.invitation.facts import Invitation, Role, UnreadableError
from interviews.invitation.guests import is_assistant, is_machine, name_of
from interviews.invitation.links import meeting_link, where
from interviews.invitation.prose import read_message
from interviews.invitation.reading import read_calendar

SAMPLES = Path(__file__).parent.parent / "data" / "invitations"
TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_NzQ5%40thread.v2/0?context=%7b%22Tid%22%3a%22a1%22%7d"
ZOOM = "https://tidewater.zoom.us/j/98765432100?pwd=c0ffee.1"
MEET = "https://meet.google.com/abc-defg-hij"
HAMBURG = "Speicherstadt 12, 20457 Hamburg"
LE_HAVRE = "Maison Lemaire, 8 rue du Quai, 76600 Le Havre, France"
QUAY = "Harbour & Pine, 14 Quay Street, Leith, Edinburgh EH6 6AA, UK"
NADIA, OWEN, INES = (
    "nadia.haddad@saltmarsh.example",
    "owen.price@saltmarsh.example",
    "ines.moreau@post.example",
)

# file → for each event: UTC start, minutes, zone, channel, place
TOLD = {
    "outlook_teams.ics": [("2026-11-24T11:00", 60, "Europe/London", "video", TEAMS)],
    "outlook_teams_moved.ics": [("2026-11-25T14:30", 60, "Europe/London", "video", TEAMS)],
    "outlook_teams_cancelled.ics": [("2026-11-25T14:30", 60, "Europe/London", "video", TEAMS)],
    "outlook_cities.ics": [("2026-12-02T09:00", 90, "Europe/Berlin", "on_site", HAMBURG)],
    "outlook_custom_zone.ics": [("2026-12-01T14:00", 30, "", "phone", "Phone: +1 617 555 0142")],
    "google_meet.ics": [("2026-11-27T14:00", 45, "", "video", MEET)],
    "google_on_site.ics": [("2026-11-30T09:30", 180, "Europe/London", "on_site", QUAY)],
    "google_no_zone_header.ics": [
        ("2026-12-03T15:00", 30, "America/New_York", "video", "https://beacon.zoom.us/j/95551234567?pwd=QUJD")
    ],
    "apple_facetime.ics": [
        ("2026-11-26T16:15", 45, "Europe/Dublin", "video", "https://facetime.apple.com/join#v=1&p=abc&k=def")
    ],
    "apple_place.ics": [
        ("2026-12-08T13:30", 75, "Europe/Paris", "on_site", LE_HAVRE)
    ],
    "zoom.ics": [("2026-12-04T17:00", 45, "America/Los_Angeles", "video", ZOOM)],
    "calendly.ics": [("2026-11-25T09:30", 30, "", "video", "https://us02web.zoom.us/j/83211112222?pwd=ZZZ")],
    "webex.ics": [
        ("2026-12-11T15:00", 60, "Europe/London", "video", "https://lumen.webex.com/lumen/j.php?MTID=m1234")
    ],
    "teams_only_html.ics": [
        (
            "2026-12-09T09:00", 60, "Europe/Berlin", "video",
            "https://teams.microsoft.com/l/meetup-join/19%3ameeting_Q%40thread.v2/0",
        )
    ],
    "weekly.ics": [
        ("2026-12-01T10:00", 30, "Europe/London", "video", ""),
        ("2026-12-09T11:00", 30, "Europe/London", "video", ""),
    ],
    "three_talks.ics": [
        ("2026-12-02T10:00", 45, "", "video", "https://teams.microsoft.com/meet/2345678901234?p=AbCd"),
        ("2026-12-02T11:00", 45, "", "video", "https://teams.microsoft.com/meet/2345678901234?p=AbCd"),
    ],
    "old_encoding.ics": [
        ("2026-12-07T15:00", 60, "Europe/Vienna", "on_site", "Sitzungszimmer 3, Mühlgasse 5, Wien")
    ],
    "outlook_forwarded.txt": [("2026-11-24T11:00", 60, "Europe/London", "video", TEAMS)],
    "google_mail.txt": [("2026-11-27T14:00", 45, "Europe/London", "video", MEET)],
    "zoom_mail.txt": [("2026-12-04T17:00", None, "America/Los_Angeles", "video", ZOOM)],
    # An answer to an invitation invites to nothing.
    "reply.ics": [],
}  # fmt: skip
# What names no moment of its own: the zone is missing, or the clocks go back over it.
DOUBTFUL = {"floating.ics", "clocks_back.ics", "plain_words.txt"}


def read(name: str) -> list[Invitation]:
    file = SAMPLES / name
    return (
        read_calendar(file.read_bytes()) if file.suffix == ".ics" else read_message(file.read_text("utf-8"))
    )


def told(one: Invitation) -> tuple[str, int | None, str, str, str]:
    starts = one.starts.in_utc
    assert starts is not None
    ends = one.ends.in_utc if one.ends else None
    minutes = int((ends - starts).total_seconds() // 60) if ends else None
    return f"{starts:%Y-%m-%dT%H:%M}", minutes, one.starts.zone, one.channel, one.place


def test_there_are_twenty_samples_and_each_is_told() -> None:
    names = {file.name for file in SAMPLES.iterdir()}
    assert names == {*TOLD, *DOUBTFUL}
    assert len(names) >= 20


@pytest.mark.parametrize("name", TOLD)
def test_each_program_is_understood(name: str) -> None:
    assert [told(one) for one in read(name)] == TOLD[name]


@pytest.mark.parametrize("name", sorted(DOUBTFUL))
def test_a_time_that_may_be_two_moments_is_none(name: str) -> None:
    (one,) = read(name)
    assert one.starts.in_utc is None
    assert not one.starts.is_sure


def test_people_have_their_names_and_rooms_are_rooms() -> None:
    (one,) = read("outlook_teams.ics")
    assert [(guest.name, guest.email, guest.role) for guest in one.guests] == [
        ("Nadia Haddad", NADIA, Role.ORGANISER),
        ("Owen Price", OWEN, Role.GUEST),
        ("Ines Moreau", INES, Role.GUEST),
        ("Room 2.14", "room214@saltmarsh.example", Role.ROOM),
    ]
    (forwarded,) = read("outlook_forwarded.txt")
    assert [(guest.name, guest.email) for guest in forwarded.guests] == [
        ("Nadia Haddad", NADIA), ("Owen Price", OWEN), ("Ines Moreau", INES)
    ]  # fmt: skip
    for name, rooms in (("google_meet.ics", ["HQ-3-Kestrel"]), ("teams_only_html.ics", ["Conf Room Tyne"])):
        assert [guest.name for guest in read(name)[0].guests if guest.role is Role.ROOM] == rooms


def test_an_assistant_is_known_by_what_stands_behind_the_name() -> None:
    dana, _, victor, _ = read("teams_only_html.ics")[0].guests
    assert (dana.name, is_assistant(dana)) == ("Dana Frost", True)
    assert (victor.name, is_assistant(victor)) == ("Victor Lang", False)
    marcus = read("outlook_custom_zone.ics")[0].guests[0]
    assert (marcus.name, marcus.by_proxy) == ("Marcus Bell", True)


def test_what_follows_is_known_by_its_sequence_and_its_stamp() -> None:
    first, moved, off = (read(f"outlook_teams{more}.ics")[0] for more in ("", "_moved", "_cancelled"))
    assert first.known_by == moved.known_by == off.known_by
    assert (first.cancelled, moved.cancelled, off.cancelled) == (False, False, True)
    assert moved.is_newer_than(first.sequence, first.stamp)
    assert not first.is_newer_than(moved.sequence, moved.stamp)
    assert not first.is_newer_than(first.sequence, first.stamp)
    assert first.stamp is not None
    assert first.is_newer_than(first.sequence, first.stamp - dt.timedelta(seconds=1))


def test_a_series_and_its_exceptions_are_events_of_their_own() -> None:
    weekly, moved = read("weekly.ics")
    assert (weekly.repeats, moved.repeats) == (True, False)
    assert moved.uid.startswith(f"{weekly.uid}/")


def test_of_one_event_twice_in_a_file_the_newest_counts() -> None:
    text = (SAMPLES / "outlook_teams.ics").read_text() + (SAMPLES / "outlook_teams_moved.ics").read_text()
    assert [told(one)[0] for one in read_calendar(text)] == ["2026-11-25T14:30"]


@pytest.mark.parametrize("name", sorted({*TOLD, *DOUBTFUL} - {"reply.ics"}))
def test_what_is_kept_of_an_event_says_the_same(name: str) -> None:
    for one in read(name):
        again = read_calendar(one.source) if name.endswith(".ics") else read_message(one.source)
        assert [(two.known_by, two.starts, two.ends, two.guests, two.place) for two in again] == [
            (one.known_by, one.starts, one.ends, one.guests, one.place)
        ]


def test_a_calendar_inside_a_message_is_read_instead_of_its_words() -> None:
    text = "Dear Ines,\nsee below.\n\n" + (SAMPLES / "google_meet.ics").read_text() + "\nKind regards"
    assert [told(one) for one in read_message(text)] == TOLD["google_meet.ics"]


def calendar(*lines: str) -> str:
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:x", *lines, "END:VEVENT", "END:VCALENDAR", ""]
    )


STARTS = "DTSTART:20261201T100000Z"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("", "not a whole calendar"),
        ("Dear Ines, hello", "not a whole calendar"),
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "not a whole calendar"),
        (b"\x00\xff\xfe" * 50, "not a whole calendar"),
        (b"x" * (1024 * 1024 + 1), "at most 1 MB"),
        (calendar(STARTS) * 51, "at most 50 events"),
        (calendar(*["X-A:1"] * 20_000), "longer than an invitation"),
        ("BEGIN:VCALENDAR\n" + "BEGIN:VALARM\n" * 5_000 + "END:VCALENDAR", "longer than an invitation"),
        (calendar(STARTS, f"X-BLOB:{'a' * 300_000}"), "longer than an invitation"),
    ],
)  # fmt: skip
def test_what_is_no_invitation_is_refused_in_a_sentence(data: str | bytes, sentence: str) -> None:
    with pytest.raises(UnreadableError, match=sentence):
        read_calendar(data)


@pytest.mark.parametrize(
    "line",
    [
        "SEQUENCE:99999999999999999999", "SEQUENCE:x", "DTSTAMP:yesterday", "DURATION:P9999W",
        "DTEND:19000101T000000Z",
        "DTEND:nonsense", "ORGANIZER:", "ATTENDEE", "ATTENDEE;CN=:mailto:", 'LOCATION;X="', "garbage",
        "RRULE:FREQ=NEVER",
        "DTEND;TZID=Nowhere/Else:20261201T110000", "ORGANIZER;CN=\x07\x00Ruth:mailto:r@x",
        "DTEND:99991231T235959Z",
        "URL:javascript:alert(1)", "LOCATION:javascript:alert(1)",
    ],
)  # fmt: skip
def test_a_line_that_makes_no_sense_counts_as_not_there(line: str) -> None:
    found = read_calendar(calendar(STARTS, "SUMMARY:Talk", line))
    assert [(one.title, one.starts.in_utc) for one in found] == [
        ("Talk", dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC))
    ]
    assert all(one.ends is None for one in found)


@pytest.mark.parametrize(
    "start", ["DTSTART;VALUE=DATE:20261201", "DTSTART:00010101T000000Z", "DTSTART:x", "X:1"]
)
def test_what_has_no_hour_is_no_talk(start: str) -> None:
    assert read_calendar(calendar(start)) == []


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/London", "Europe/London"), ("GMT Standard Time", "Europe/London"),
        ("W. Europe Standard Time", "Europe/Berlin"), ("Eastern Standard Time", "America/New_York"),
        ("/softwarestudio.org/Olson_20011030_5/Europe/Rome", "Europe/Rome"), ("India Standard Time",
        "Asia/Kolkata"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"),
        ("(GMT+02.00) Helsinki", "Europe/Helsinki"), ("UTC", "UTC"), ("Customized Time Zone", ""), ("", ""),
        ("x" * 5_000, ""),
    ],
)  # fmt: skip
def test_zones_by_the_names_that_calendars_give_them(name: str, zone: str) -> None:
    assert zone_named(name) == zone


def test_zones_in_words() -> None:
    assert zone_in("at 11:00 (GMT+1) in Paris") == "Europe/Paris"
    assert zone_in("2pm CET") == "Europe/Berlin"
    assert zone_in("at three") == ""


@pytest.mark.parametrize(
    ("cn", "email", "name"),
    [
        ("Haddad, Nadia", "", "Nadia Haddad"), ("Nadia Haddad (Saltmarsh)", "", "Nadia Haddad"),
        ("nadia.haddad@x.example", "nadia.haddad@x.example", "Nadia Haddad"), ("", "nhaddad@x.example",
        "nhaddad@x.example"),
        ("'Owen Price'", "", "Owen Price"), ("Smith, Jones, Brown", "", "Smith, Jones, Brown"),
    ],
)  # fmt: skip
def test_names_as_people_write_them(cn: str, email: str, name: str) -> None:
    assert name_of(cn, email) == name


@pytest.mark.parametrize(
    ("email", "machine"),
    [
        ("no-reply@greenhouse.io", True), ("talent@x.example", True), ("interviews+12@x.example", True),
        ("ruth.adeyemi@x.example", False), ("hrvoje@x.example", False), ("info.meyer@x.example", True),
    ],
)  # fmt: skip
def test_addresses_that_nobody_in_particular_reads(email: str, machine: bool) -> None:
    from interviews.invitation.facts import Guest

    assert is_machine(Guest("", email)) is machine


@pytest.mark.parametrize(
    ("location", "text", "title", "told"),
    [
        ("", "", "Phone screen", ("phone", "")),
        ("+44 20 7946 0000", "", "Talk", ("phone", "+44 20 7946 0000")),
        ("Room 4", f"Join: {MEET}", "Talk", ("video", MEET)),
        ("14 Quay Street", f"In person. Colleagues join: {MEET}", "Talk", ("on_site", "14 Quay Street")),
        ("https://whereby.com/harbour", "", "Talk", ("video", "https://whereby.com/harbour")),
        ("https://harbour.example/visit", "", "Talk", ("video", "https://harbour.example/visit")),
        ("Online", "", "Talk", ("video", "")),
        ("TBC", "", "Talk", ("video", "")),
    ],
)
def test_where_it_takes_place(location: str, text: str, title: str, told: tuple[str, str]) -> None:
    assert where(location, text, title, ()) == told


@pytest.mark.parametrize(
    "text",
    [
        "https://evilzoom.us.example/j/123", "https://teams.microsoft.com.evil.example/l/meetup-join/1",
        "javascript:alert(1)//zoom.us/j/1", "https://zoom.us/signin", "https://[/j/1", "http://", "",
        "https://support.google.com/a/users/answer/9282720",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_meeting_is_none(text: str) -> None:
    assert meeting_link(text) == ""
