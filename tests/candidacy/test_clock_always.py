"""What holds of the clock whatever happened: stories made up by the hundred."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from candidacy.clock import Facts, Message, SentLetter, Standing, Talk, standing, thank_yous
from candidacy.past import Past
from tests.candidacy.cast import GB, LONDON, MARCUS, RULES, RUTH, at, on

# A busy machine may be slow, and reads the holidays once: that is no fault of the clock.
OFTEN = settings(max_examples=60, deadline=None)
FIRST, LAST = (at(day).replace(tzinfo=None) for day in ("2026-09-01", "2027-02-28"))
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.just(LONDON))
YES = st.sampled_from([True])
DAYS = st.dates(on("2026-09-01"), on("2027-02-28"))
PEOPLE = st.sampled_from([RUTH, MARCUS])
LINES = st.builds(
    Message, at=MOMENTS, inbound=st.booleans(), who=st.none() | PEOPLE, decision_on=st.none() | DAYS
) | st.builds(Message, at=MOMENTS, inbound=YES, needs_reply=st.booleans(), said_no=st.booleans())
ROBOTS = st.builds(
    Message,
    at=MOMENTS,
    inbound=YES,
    automatic=YES,
    needs_reply=st.booleans(),
    said_no=st.booleans(),
    decision_on=st.none() | DAYS,
)
TALKS = st.builds(
    lambda start, minutes, cancelled, with_: Talk(
        start, start + dt.timedelta(minutes=minutes), cancelled, with_
    ),
    MOMENTS,
    st.integers(0, 180),
    st.booleans(),
    st.lists(PEOPLE, max_size=2).map(tuple),
)
LETTERS = st.builds(
    SentLetter, MOMENTS, st.sampled_from(["thank_you", "nudge", "second_nudge", "closing", "free"]), PEOPLE
)
STAGES = st.sampled_from(
    ["wishlist", "applied", "screening", "assessment", "interview", "final", "references", "offer"]
)
STORIES = st.builds(
    Facts,
    stage=STAGES,
    zone=st.sampled_from([LONDON, ZoneInfo("America/New_York"), ZoneInfo("Asia/Kolkata")]),
    applied_on=st.none() | DAYS,
    decision_on=st.none() | DAYS,
    decision_given_on=st.none() | DAYS,
    snoozed_on=st.none() | DAYS,
    snoozed_until=st.none() | DAYS,
    closed_on=st.none() | DAYS,
    messages=st.lists(LINES, max_size=4).map(tuple),
    talks=st.lists(TALKS, max_size=3).map(tuple),
    letters=st.lists(LETTERS, max_size=4).map(tuple),
)


# A candidacy gone silent, and a moment in its silence: one line of theirs, and long after it.
SILENCES = st.builds(
    lambda stage, heard, days: (
        Facts(stage, LONDON, messages=(Message(heard, inbound=True),)),
        heard + dt.timedelta(days=days),
    ),
    st.sampled_from(["applied", "screening", "assessment", "interview", "final", "references"]),
    MOMENTS,
    st.integers(45, 90),
)


def stands_at(now: dt.datetime, story: Facts) -> Standing:
    return standing(story, GB, now, RULES)


def all_of_it(now: dt.datetime, story: Facts) -> tuple[Standing, str]:
    """The standing, and the reason, which does not count where two are compared."""
    stood = stands_at(now, story)
    return stood, stood.why


@OFTEN
@given(STORIES, MOMENTS, ROBOTS)
def test_an_automatic_reply_never_changes_anything(story: Facts, now: dt.datetime, robot: Message) -> None:
    heard = replace(story, messages=(*story.messages, robot))
    assert all_of_it(now, heard) == all_of_it(now, story)


@OFTEN
@given(STORIES, MOMENTS)
def test_what_has_not_happened_yet_does_not_count(story: Facts, now: dt.datetime) -> None:
    today = now.astimezone(story.zone).date()
    known = replace(
        story,
        messages=tuple(line for line in story.messages if line.at <= now),
        letters=tuple(one for one in story.letters if one.at <= now),
        applied_on=story.applied_on if story.applied_on and story.applied_on <= today else None,
        closed_on=story.closed_on if story.closed_on and story.closed_on <= today else None,
    )
    assert all_of_it(now, known) == all_of_it(now, story)


@OFTEN
@given(STORIES, MOMENTS)
def test_the_order_of_recording_does_not_matter(story: Facts, now: dt.datetime) -> None:
    turned = replace(
        story, messages=story.messages[::-1], talks=story.talks[::-1], letters=story.letters[::-1]
    )
    # The reason may name another of two who wrote at the same moment.
    assert stands_at(now, story) == stands_at(now, turned)


@OFTEN
@given(STORIES, MOMENTS, DAYS, DAYS)
def test_a_later_anchor_never_makes_silence_earlier(
    story: Facts, now: dt.datetime, one: dt.date, other: dt.date
) -> None:
    bare = replace(
        story, messages=(), talks=(), letters=(), decision_on=None, snoozed_until=None, closed_on=None
    )
    sooner, later = (stands_at(now, replace(bare, applied_on=day)) for day in sorted((one, other)))
    if sooner.silent_on and later.silent_on:
        assert sooner.silent_on <= later.silent_on


@OFTEN
@given(STORIES, MOMENTS)
def test_dates_and_state_agree(story: Facts, now: dt.datetime) -> None:
    stood, today = stands_at(now, story), now.astimezone(story.zone).date()
    if stood.state in ("silent", "second_nudge_due", "close_due"):
        assert stood.silent_on is not None
        assert stood.next_letter is not None
    if stood.state == "silent":
        assert stood.silent_on is not None
        assert stood.silent_on <= today
    if stood.state == "quiet":
        assert stood.quiet_on is not None
        assert stood.silent_on is not None
        assert stood.quiet_on <= today < stood.silent_on
    if stood.state == "snoozed":
        assert story.snoozed_until is not None
        assert today < story.snoozed_until
    begun = stood.silent_on is not None and stood.silent_on <= today
    assert (stood.suggested_send_on is not None) == begun
    for day in (stood.quiet_on, stood.silent_on, stood.suggested_send_on):
        assert day is None or GB.is_business_day(day) or (day == stood.decision_on)


@OFTEN
@given(STORIES, MOMENTS)
def test_the_words_never_blame(story: Facts, now: dt.datetime) -> None:
    stood = stands_at(now, story)
    words = f"{stood.why} {stood.warn}".lower()
    assert stood.why.endswith(".")
    assert not any(word in words for word in ("ghost", "overdue", "failed", "none", "  "))


@OFTEN
@given(STORIES, MOMENTS)
def test_a_human_answer_ends_any_silence(story: Facts, now: dt.datetime) -> None:
    open_story = replace(story, closed_on=None, decision_on=None)
    heard = replace(open_story, messages=(*story.messages, Message(now, inbound=True)))
    assert stands_at(now, heard).state in ("waiting", "reply_owed", "snoozed", "silent")
    if stands_at(now, heard).state == "silent":
        assert stands_at(now, heard).decision_on is not None


# Days


@OFTEN
@given(STORIES, MOMENTS, DAYS)
def test_a_holiday_never_counts(story: Facts, now: dt.datetime, holiday: dt.date) -> None:
    longer = replace(GB, extra_days_off=frozenset({holiday}))
    plain, stood = stands_at(now, story), standing(story, longer, now, RULES)
    for name in ("quiet_on", "silent_on", "second_nudge_on", "close_on"):
        before, after = getattr(plain, name), getattr(stood, name)
        assert (before is None) == (after is None)
        if before:
            assert before <= after != holiday
    assert stood.suggested_send_on != holiday
    between = plain.anchor is not None and plain.anchor < holiday <= now.astimezone(story.zone).date()
    spared = int(between and GB.is_business_day(holiday))
    assert stood.business_days_quiet == plain.business_days_quiet - spared


@OFTEN
@given(SILENCES, st.timedeltas(dt.timedelta(0), dt.timedelta(days=9)))
def test_a_later_line_never_makes_silence_earlier(
    silence: tuple[Facts, dt.datetime], wait: dt.timedelta
) -> None:
    story, now = silence
    later = replace(story, messages=tuple(replace(line, at=line.at + wait) for line in story.messages))
    before, after = stands_at(now, story), stands_at(now, later)
    assert before.anchor is not None is not after.anchor
    assert before.silent_on is not None is not after.silent_on
    assert (before.anchor <= after.anchor, before.silent_on <= after.silent_on) == (True, True)


# Letters of mine


@OFTEN
@given(SILENCES, PEOPLE)
def test_a_nudge_leaves_the_silence_it_answers(silence: tuple[Facts, dt.datetime], to: str) -> None:
    story, now = silence
    plain = stands_at(now, story)
    stood = stands_at(now, replace(story, letters=(SentLetter(now, "nudge", to),)))
    assert (plain.state, stood.state) == ("silent", "waiting")
    assert (stood.anchor, stood.quiet_on, stood.silent_on) == (plain.anchor, plain.quiet_on, plain.silent_on)
    assert (plain.second_nudge_on is None, stood.second_nudge_on is None) == (True, False)


@OFTEN
@given(STORIES, MOMENTS)
def test_what_i_write_discharges_a_question(story: Facts, now: dt.datetime) -> None:
    heard = tuple(line for line in story.messages if line.at <= now)
    asked = replace(story, closed_on=None, messages=(*heard, Message(now, inbound=True, needs_reply=True)))
    assert stands_at(now, asked).state == "reply_owed"
    assert stands_at(now, asked).silent_on is None
    later = now + dt.timedelta(minutes=1)
    answered = replace(asked, messages=(*asked.messages, Message(later, inbound=False)))
    assert stands_at(later, answered).state != "reply_owed"


# Setting aside


@OFTEN
@given(STORIES, MOMENTS, DAYS, DAYS)
def test_a_snooze_moves_no_date(story: Facts, now: dt.datetime, since: dt.date, until: dt.date) -> None:
    awake = stands_at(now, replace(story, snoozed_on=None, snoozed_until=None))
    aside = stands_at(now, replace(story, snoozed_on=since, snoozed_until=until))
    said = {
        "state": awake.state,
        "next_letter": awake.next_letter,
        "actions": awake.actions,
    }
    assert replace(aside, **said) == awake
    if awake.state in ("closed", "reply_owed"):
        assert aside.state == awake.state
    else:
        assert aside.state in (awake.state, "snoozed")


# Thank-yous

AGES = ["settling", "due", "overdue", "lapsed"]
LATER = st.timedeltas(dt.timedelta(0), dt.timedelta(days=9))


@OFTEN
@given(MOMENTS, LATER, LATER)
def test_a_thank_you_only_grows_older(end: dt.datetime, age: dt.timedelta, wait: dt.timedelta) -> None:
    story = Facts("interview", LONDON, talks=(Talk(end, end, with_=(RUTH,)),))
    (before,), (after,) = (thank_yous(story, GB, end + late, RULES) for late in (age, age + wait))
    assert AGES.index(before.state) <= AGES.index(after.state)
    assert before.ended_at <= before.due_at <= before.overdue_at
    assert replace(before, state="due") == replace(after, state="due")


@OFTEN
@given(STORIES, MOMENTS)
def test_one_thank_you_for_each_person_met(story: Facts, now: dt.datetime) -> None:
    met = {person for talk in Past(story, now).talks for person in talk.with_}
    owed = [one.person for one in thank_yous(replace(story, closed_on=None), GB, now, RULES, sent=True)]
    assert sorted(map(str, owed)) == sorted(map(str, met))
    closed = replace(story, closed_on=now.astimezone(story.zone).date())
    assert thank_yous(closed, GB, now, RULES) == []
