"""The clock’s rules, sentence by sentence, from an archive to what `today --json` says.

Every date was counted by hand on the calendar of 2026: 5 October is a Monday, and England has no holiday
between the end of August and Christmas.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.desk.story import expected, stands, take_in

pytestmark = pytest.mark.django_db
MET = "talk 10-05T10:00 60 ruth; thank_you 10-05T16:00 ruth; "
BOTH = "talk 10-05T10:00 60 ruth; talk 10-05T11:00 30 tomasz; thank_you 10-06T16:00 ruth; "
NUDGED = MET + "nudge 10-14T11:00 ruth; "
TWICE = NUDGED + "second_nudge 10-23T11:00 ruth; "
RESTED = TWICE + "closing 11-06T11:00 ruth; "
ASKED = MET + "heard 10-06 asks; "

STAGES = [
    ("applied", "10-12", "10-19"),
    ("screening", "10-08", "10-12"),
    ("assessment", "10-08", "10-12"),
    ("interview", "10-12", "10-14"),
    ("final", "10-12", "10-14"),
    ("references", "10-07", "10-08"),
]


def check(story: str, on: str, words: str, **more: str) -> None:
    take_in(story, **more)
    stood, wanted = stands(on), expected(words)
    assert stood is not None
    assert {name: stood[name] for name in wanted} == wanted


def eve(day: str) -> str:
    return f"{date.fromisoformat(f'2026-{day}') - timedelta(days=1)}T23:59"


# “Quiet (amber), silent, per stage.”


@pytest.mark.parametrize(("stage", "quiet", "silent"), STAGES)
def test_each_stage_has_its_days(stage: str, quiet: str, silent: str) -> None:
    words = f"state=waiting anchor=10-05 quiet={quiet} silent={silent} second=- close=- send=- days=1"
    check("wrote 10-05", "10-06", words, stage=stage)


@pytest.mark.parametrize(("stage", "quiet", "silent"), STAGES)
def test_each_day_begins_at_midnight(stage: str, quiet: str, silent: str) -> None:
    take_in("wrote 10-05", stage)
    moments = [eve(quiet), f"{quiet}T00:00", eve(silent), f"{silent}T00:00", f"{silent}T23:59"]
    states = [stood["state"] for stood in map(stands, moments) if stood]
    assert states == ["waiting", "quiet", "quiet", "silent", "silent"]


@pytest.mark.parametrize("stage", ["wishlist", "offer"])
@pytest.mark.parametrize(
    ("story", "words"),
    [
        ("heard 08-05", "state=waiting quiet=- silent=- send=-"),
        ("heard 08-05; decides 08-20", "state=waiting quiet=- silent=- send=-"),
        ("heard 08-05 asks", "state=reply_owed silent=-"),
    ],
)
def test_wishes_and_offers_never_turn_silent(stage: str, story: str, words: str) -> None:
    check(story, "10-06", words, stage=stage)


# “Anchor: the latest of last interview’s end, last letter or message I sent, last human message
# from them, the application. An automatic reply never moves it.”

ANCHORS = [
    ("applied 10-05", "10-06", "anchor=10-05"),
    ("applied 10-07", "10-06", "state=waiting anchor=- silent=-"),
    ("", "10-06", "state=waiting anchor=- quiet=- silent=- days=0 to=- next=- send=-"),
    ("applied 09-01; talk 10-05T23:30 60 ruth", "10-07", "anchor=10-06"),
    ("talk 10-05T10:00 60 -ruth", "10-06", "anchor=10-05"),
    (MET + "thank_you 10-07 tomasz", "10-08", "anchor=10-07 silent=10-16"),
    (MET + "wrote 10-07", "10-08", "anchor=10-07 silent=10-16"),
    (MET + "heard 10-07", "10-08", "anchor=10-07 silent=10-16"),
    (MET + "heard 10-07 from=tom", "10-08", "anchor=10-07 silent=10-16"),
    (MET + "heard 10-07 automatic", "10-08", "anchor=10-05 silent=10-14"),
    (MET + "heard 10-07 automatic asks by=12-01", "10-08", "state=waiting anchor=10-05 silent=10-14"),
    (MET + "nudge draft tomasz", "10-08", "anchor=10-05"),
    (MET + "talk 10-07T10:00 60 ruth cancelled", "10-08", "anchor=10-05"),
    ("talk 10-05T20:00 60 ruth zone=America/New_York", "10-07", "anchor=10-06"),
    ("wrote 10-10", "10-13", "anchor=10-10 quiet=10-16 silent=10-20 days=2"),
    ("wrote 10-10", "10-11", "days=0"),
]


@pytest.mark.parametrize(("story", "on", "words"), ANCHORS)
def test_what_the_count_begins_with(story: str, on: str, words: str) -> None:
    check(story, on, words)


# “A talk still ahead keeps the candidacy waiting.”

AHEAD = [
    ("wrote 09-01; talk 10-05T10:00 60 ruth", "10-05T10:30", "state=waiting anchor=09-01"),
    (MET + "talk 10-30T10:00 60 tomasz", "10-26", "state=waiting anchor=10-05"),
    (MET + "talk 10-30T10:00 60 tomasz cancelled", "10-26", "state=silent anchor=10-05"),
    (ASKED + "talk 10-30T10:00 60 tomasz", "10-26", "state=reply_owed"),
]


@pytest.mark.parametrize(("story", "on", "words"), AHEAD)
def test_a_talk_ahead_keeps_it_waiting(story: str, on: str, words: str) -> None:
    check(story, on, words)


# “Business days skip weekends and the public holidays of the company’s country; 24 December to 1
# January never counts.”

HOLIDAYS = [
    ("GB Europe/London", "08-26", "quiet=09-03 silent=09-07"),  # the late summer holiday
    ("GB Europe/London", "04-01", "quiet=04-10 silent=04-14"),  # Good Friday and Easter Monday
    ("GB Europe/London", "2025-12-23", "quiet=2026-01-08 silent=2026-01-12"),  # 2 January is Scotland’s
    ("GB Europe/London", "12-28", "quiet=2027-01-08 silent=2027-01-12"),
    ("GB Europe/London", "2027-12-23", "quiet=2028-01-10 silent=2028-01-12"),  # 3 January stands in
    ("DE Europe/Berlin", "05-12", "quiet=05-20 silent=05-22"),  # Ascension
    ("DE Europe/Berlin", "06-01", "quiet=06-08 silent=06-10"),  # Corpus Christi is of some states
    ("FR Europe/Paris", "04-30", "quiet=05-11 silent=05-13"),  # 1 and 8 May
    ("US America/New_York", "11-20", "quiet=11-30 silent=12-02"),  # Thanksgiving; its Friday counts
    ("US America/New_York", "10-08", "quiet=10-16 silent=10-20"),  # Columbus Day
    ("US America/Chicago", "06-18", "quiet=06-26 silent=06-30"),  # Juneteenth
    ("IN Asia/Kolkata", "09-30", "quiet=10-08 silent=10-12"),  # Gandhi’s birthday
    ("JP Asia/Tokyo", "09-17", "quiet=09-29 silent=10-01"),  # three days in a row
    ("AE Asia/Dubai", "10-01", "quiet=10-08 silent=10-12"),  # Saturday and Sunday
    ("SA Asia/Riyadh", "10-01", "quiet=10-08 silent=10-12"),  # Friday and Saturday
    ("XX Europe/London", "10-05", "quiet=10-12 silent=10-14"),  # weekends alone
]


@pytest.mark.parametrize(("place", "wrote", "words"), HOLIDAYS)
def test_holidays_do_not_count(place: str, wrote: str, words: str) -> None:
    check(f"wrote {wrote}T00:00", f"{wrote}T23:00", words, place=place)


# “They gave a decision date: replaces the stage number both ways: silent on date + 2 bd.” “Under a
# decision date `quiet_on` is null and the state `waiting` until date + 2 bd.” “The one given last
# wins.” “It is spent only by a message or a talk later than the date.”

TALK_TOLD = "talk 10-05T10:00 60 ruth decide=10-16; "
DECISIONS = [
    (MET + "decides 10-16", "10-19T23:59", "state=waiting anchor=10-05 quiet=- silent=10-20 send=-"),
    (MET + "decides 10-16", "10-20T00:00", "state=silent quiet=- silent=10-20 send=10-20"),
    (MET + "decides 10-07", "10-08", "state=waiting quiet=- silent=10-09"),
    (MET + "decides 10-07", "10-09", "state=silent quiet=- silent=10-09"),
    (MET + "decides 10-17", "10-19", "silent=10-20"),
    (MET + "decides 12-23", "12-23", "state=waiting silent=2027-01-05"),
    (MET + "heard 10-06 by=10-16", "10-12", "state=waiting anchor=10-06 quiet=- silent=10-20"),
    (MET + "heard 10-06 by=10-16; heard 10-08 by=10-12", "10-12", "silent=10-14"),
    (MET + "decides 10-30; heard 10-08 by=10-12", "10-12", "silent=10-14"),
    (MET + "heard 10-06 by=10-16; heard 10-08", "10-12", "anchor=10-08 silent=10-20"),
    (MET + "heard 10-08 by=10-30", "10-07", "quiet=10-12 silent=10-14"),
    (TALK_TOLD, "10-12", "state=waiting quiet=- silent=10-20"),
    (TALK_TOLD + "heard 10-06 by=10-12", "10-12", "silent=10-14"),
    ("heard 10-02 by=10-12; " + TALK_TOLD, "10-12", "silent=10-20"),
    ("talk 10-05T10:00 60 ruth promise=10-30", "10-12", "quiet=10-12 silent=10-14"),
    (MET + "talk 10-06T10:00 60 ruth cancelled decide=10-30", "10-12", "silent=10-14"),
    (MET + "decides 10-07; heard 10-12", "10-13", "anchor=10-12 quiet=10-19 silent=10-21"),
    (MET + "decides 10-07; heard 10-07T18:00", "10-08", "quiet=- silent=10-09"),
    (MET + "decides 10-07; heard 10-12 automatic", "10-13", "state=silent silent=10-09"),
    (MET + "decides 10-07", "10-30", "state=silent quiet=- silent=10-09"),
    (MET + "decides 10-07; talk 10-13T10:00 60 tomasz", "10-14", "quiet=10-20 silent=10-22"),
    (MET + "decides 10-07; heard 10-12 by=10-23", "10-13", "quiet=- silent=10-27"),
    (NUDGED + "heard 10-15 by=10-30", "10-26", "state=waiting anchor=10-15 silent=11-03 second=-"),
]


@pytest.mark.parametrize(("story", "on", "words"), DECISIONS)
def test_a_date_they_gave(story: str, on: str, words: str) -> None:
    check(story, on, words)


# “Second nudge due 7 bd after the first nudge, if no human answered.” “Let it rest 10 bd after the
# second; never a third.” “After a nudge the anchor and `silent_on` stay those of the silence that
# the nudge answered.” “Nudges are counted per silence: a human answer ends one, and a later silence
# begins anew.”

NUDGES = [
    (NUDGED, "10-14T10:59", "state=silent second=-"),
    (NUDGED, "10-14T11:00", "state=waiting second=10-23"),
    (NUDGED, "10-22T23:59", "state=waiting anchor=10-05 quiet=10-12 silent=10-14 second=10-23 close=-"),
    (NUDGED, "10-23T00:00", "state=second_nudge_due anchor=10-05 silent=10-14 close=- send=10-23"),
    (NUDGED, "12-01", "state=second_nudge_due second=10-23"),
    (NUDGED + "heard 10-16 automatic", "10-23", "state=second_nudge_due second=10-23"),
    (NUDGED + "wrote 10-16", "10-23", "state=second_nudge_due anchor=10-05 silent=10-14"),
    (TWICE, "11-05T23:59", "state=waiting anchor=10-05 silent=10-14 close=11-06"),
    (TWICE, "11-06T00:00", "state=close_due close=11-06 send=11-06"),
    (TWICE, "2027-03-01", "state=close_due close=11-06"),
    (NUDGED + "nudge 10-23T11:00 tomasz", "10-24", "state=waiting close=11-06"),
    (RESTED, "11-06T11:00", "state=waiting"),
    (RESTED, "2027-03-01", "state=waiting"),
    (NUDGED + "heard 10-16", "10-19", "state=waiting anchor=10-16 silent=10-27 second=- send=-"),
    (NUDGED + "heard 10-16", "10-27", "state=silent second=-"),
    (NUDGED + "heard 10-16; nudge 10-27 ruth", "11-05", "state=second_nudge_due anchor=10-16 second=11-05"),
    (NUDGED + "talk 10-20T10:00 60 ruth", "10-21", "state=waiting anchor=10-20 silent=10-29 second=-"),
    (TWICE + "heard 10-26", "11-04", "state=silent anchor=10-26 silent=11-04 second=- close=-"),
    (MET + "decides 10-16; nudge 10-20 ruth", "10-29", "state=second_nudge_due quiet=- silent=10-20"),
    (MET + "decides 11-20; nudge 10-20 ruth", "11-10", "state=waiting silent=11-24"),
    ("wrote 12-07; nudge 12-16 ruth", "2027-01-04", "state=waiting second=2027-01-05"),
]


@pytest.mark.parametrize(("story", "on", "words"), NUDGES)
def test_nudges_and_rest(story: str, on: str, words: str) -> None:
    check(story, on, words)


# “`reply_owed` outranks silence however long it lasts and is discharged by any later line, letter
# or talk of mine; `silent_on` is null meanwhile.”

REPLIES = [
    (ASKED, "10-06T10:00", "state=reply_owed quiet=- silent=- send=-"),
    (ASKED, "2027-02-01", "state=reply_owed silent=-"),
    (ASKED + "wrote 10-07", "10-08", "state=waiting anchor=10-07 silent=10-16"),
    (ASKED + "free 10-07 tomasz", "10-08", "state=waiting anchor=10-07 silent=10-16"),
    (ASKED + "talk 10-07T10:00 60 tomasz", "10-08", "state=waiting anchor=10-07 silent=10-16"),
    (ASKED + "talk 10-07T10:00 60 tomasz cancelled", "10-08", "state=reply_owed"),
    (ASKED + "free draft ruth", "10-08", "state=reply_owed"),
    (ASKED + "heard 10-07", "10-08", "state=reply_owed"),
    ("wrote 10-06T08:00; " + ASKED, "10-08", "state=reply_owed"),
    (NUDGED + "heard 10-16 asks", "12-08", "state=reply_owed silent=- second=-"),
]


@pytest.mark.parametrize(("story", "on", "words"), REPLIES)
def test_a_question_is_answered_first(story: str, on: str, words: str) -> None:
    check(story, on, words)


# “The day a snooze runs until is awake; a human answer after the snooze was set ends it.” “Snoozed
# hides the ones after reply owed.”

SNOOZES = [
    (MET + "snoozed 10-06 10-20", "10-19T23:59", "state=snoozed"),
    (MET + "snoozed 10-06 10-20", "10-20T00:00", "state=silent"),
    (MET + "snoozed 10-06 10-30", "10-07", "state=snoozed"),
    (MET + "snoozed 10-06 10-30; heard 10-08", "10-09", "state=waiting anchor=10-08"),
    (MET + "heard 10-06; snoozed 10-07 10-30", "10-09", "state=snoozed"),
    (MET + "snoozed 10-06 10-30; heard 10-08 automatic", "10-09", "state=snoozed"),
    (ASKED + "snoozed 10-07 10-30", "10-09", "state=reply_owed"),
    (NUDGED + "snoozed 10-15 11-20", "10-26", "state=snoozed"),
    (TWICE + "snoozed 10-24 11-20", "11-16", "state=snoozed"),
    (MET + "snoozed 10-20 11-20", "10-14", "state=silent"),
    # On the day itself it is the moment that tells; where only the day is known, what came in came after.
    (MET + "snoozed 10-06 10-30; snoozed_at 10-06T10:00; heard 10-06T09:59", "10-07", "state=snoozed"),
    (MET + "snoozed 10-06 10-30; snoozed_at 10-06T10:00; heard 10-06T10:01", "10-07", "state=waiting"),
    (MET + "snoozed 10-06 10-30; heard 10-06T09:59", "10-07", "state=waiting"),
]


@pytest.mark.parametrize(("story", "on", "words"), SNOOZES)
def test_set_aside(story: str, on: str, words: str) -> None:
    check(story, on, words)


@pytest.mark.parametrize("how", ["accepted", "declined", "rejected", "withdrawn", "laid_to_rest"])
def test_closed_ones_are_never_listed_from_their_day_on(how: str) -> None:
    take_in(MET + f"closed 10-07 {how}")
    before = stands("10-06T23:59")
    assert before is not None
    assert (before["state"], stands("10-07T00:00"), stands("10-08")) == ("waiting", None, None)


# “The first good day from the moment asked about, today itself until 16:00 (Friday until 14:00).”
# “The next business day that is not a bridge day, not Friday after 14:00, not Monday before 10:00.”
# “Nothing is suggested to be sent” in the year-end pause.

NEW_YORK, BERLIN = "US America/New_York", "DE Europe/Berlin"
SENDING = [
    ("wrote 10-05", "10-13", "GB Europe/London", "-"),  # not silent yet
    ("wrote 10-05", "10-14T16:00", "GB Europe/London", "10-14"),
    ("wrote 10-05", "10-14T16:01", "GB Europe/London", "10-15"),
    ("wrote 10-05", "10-15T16:01", "GB Europe/London", "10-16"),
    ("wrote 10-05", "10-16T14:00", "GB Europe/London", "10-16"),
    ("wrote 10-05", "10-16T14:01", "GB Europe/London", "10-19"),
    ("wrote 10-05", "10-17", "GB Europe/London", "10-19"),
    ("wrote 10-05", "10-19T08:00", "GB Europe/London", "10-19"),
    ("wrote 10-05", "10-19T16:01", "GB Europe/London", "10-20"),
    ("wrote 12-01", "12-23T15:59", "GB Europe/London", "12-23"),
    ("wrote 12-01", "12-23T16:01", "GB Europe/London", "2027-01-04"),
    ("wrote 12-01", "12-24", "GB Europe/London", "2027-01-04"),
    ("wrote 12-01", "2027-01-01", "GB Europe/London", "2027-01-04"),
    ("wrote 11-02", "11-25T22:00", NEW_YORK, "11-30"),  # Thanksgiving, and the Friday after it
    ("wrote 11-02", "11-27T16:00", NEW_YORK, "11-30"),
    ("wrote 05-04", "05-14", BERLIN, "05-18"),  # Ascension, and the Friday after it
    ("wrote 2028-09-11", "2028-09-29T15:00", BERLIN, "2028-10-04"),  # Monday before Unity Day
]


@pytest.mark.parametrize(("story", "on", "place", "send"), SENDING)
def test_a_good_day_to_send(story: str, on: str, place: str, send: str) -> None:
    check(story, on, f"send={send}", place=place)


def test_a_bridge_day_counts_though_nothing_is_sent() -> None:
    story = "heard 11-20 by=11-24"
    check(story, "11-27T15:00", "state=silent silent=11-27 days=4 send=11-30", place=NEW_YORK)


@pytest.mark.parametrize(
    ("on", "state"), [("10-14T06:59", "quiet"), ("10-14T07:00", "silent"), ("10-14T00:00-06:00", "silent")]
)
def test_days_are_the_company_s_and_the_moment_is_mine(on: str, state: str) -> None:
    check(MET, on, f"state={state} silent=10-14", place="GB America/Denver")


# “At least 5 bd between two letters to one person.” “Where the gap is not over, the runner-up is
# named first.” “Only people interviewed with count.” “An agency recruiter is the route, never the
# reader.”

READERS = [
    (BOTH, "10-20", "to=Ruth next=Tomasz via=-"),
    (BOTH + "decides 10-07", "10-09", "state=silent to=Tomasz next=Ruth"),
    (BOTH + "decides 10-07", "10-12", "to=Tomasz next=Ruth"),
    (BOTH + "decides 10-07", "10-13", "to=Ruth next=Tomasz"),
    (MET + "decides 10-07", "10-09", "to=Ruth next=-"),
    ("talk 10-05T10:00 60 -ruth tomasz", "10-14", "to=Tomasz next=-"),
    ("talk 10-05T10:00 60 ruth cancelled; talk 10-05T11:00 30 tomasz", "10-14", "to=Tomasz next=-"),
    (MET + "talk 10-20T10:00 30 tomasz", "10-14", "to=Ruth next=-"),
    ("talk 10-02T10:00 30 tom; " + MET, "10-14", "to=Ruth next=-"),
    ("talk 10-05T10:00 30 tom", "10-14", "to=- next=-"),
    ("heard 10-05 from=ruth", "10-14", "to=- next=-"),
]


@pytest.mark.parametrize(("story", "on", "words"), READERS)
def test_whom_to_write_to(story: str, on: str, words: str) -> None:
    check(story, on, words)


def test_the_agency_is_the_way_there() -> None:
    take_in("talk 10-02T10:00 30 tom; " + MET)
    stood = stands("10-14")
    assert stood is not None
    assert (stood["to"], stood["via"]) == ("Ruth", "Tom Wexley")
