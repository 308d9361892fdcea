"""The agenda: whatever was done, it says what the clock says, and says so for as long as it claims."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from bench.seeding import fill
from candidacy import changes
from candidacy.models import Candidacy, Change, Company, Contact, Person, Profile
from desk.agenda import asking, beside, keeping, whose_turn
from desk.agenda.asking import COMING_SHOWN, PROMISES_SHOWN, SHOWN, WAITING_SHOWN, agenda
from desk.agenda.picking import CLOSED, pick, states, tally
from desk.agenda.whose_turn import beside as listed_beside
from desk.agenda.whose_turn import fitting, places
from desk.folk import folk, groups_of
from desk.insights.kept import Teaching
from desk.insights.period import Period
from desk.listed import asks, last_on, row, soonest
from desk.listing import Look, listing, rows_of
from desk.outlook import outlooks
from desk.today import Counts, Today, today
from interviews.models import Interview, Interviewer, Note
from letters.models import Letter
from tests.numbering import go_on_from_the_last_row

if TYPE_CHECKING:
    from django.test import Client

    from desk.agenda.asking import Agenda
    from desk.folk import Group

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 17, 9, 20, tzinfo=dt.UTC)


# What the search taught when it was looked at before.
TEACHING = Teaching()


def told(seen: Today) -> tuple[object, ...]:
    """What Today shows, by the numbers of its rows."""
    letters = [one for one in seen.silent if one.standing.state != "close_due"]
    rest = [one for one in seen.silent if one.standing.state == "close_due"]
    rows = [
        [one.candidacy.pk for one in group[:SHOWN]] for group in (seen.replies, letters, rest, seen.refused)
    ]
    return (
        rows,
        [panel.meeting.pk for panel in seen.panels[:SHOWN]],
        [(one.outlook.candidacy.pk, one.on) for one in seen.coming[:COMING_SHOWN]],
        [(one.outlook.candidacy.pk, one.days, one.of_days) for one in seen.waiting[:WAITING_SHOWN]],
        seen.counts.__class__(**{**vars(seen.counts), "stages": dict(seen.counts.stages)}),
        seen.needs_me,
    )


def listed(seen: Today) -> tuple[object, ...]:
    """The lists of candidacies, worked out from everything."""
    by_move = sorted(seen.outlooks, key=lambda one: (asks(one), soonest(one)))
    by_word = sorted(seen.outlooks, key=lambda one: last_on(one) or dt.date.min, reverse=True)
    ended = [
        one
        for one in outlooks(Candidacy.objects.all(), seen.now, seen.profile)
        if one.standing.state == "closed"
    ]
    ended.sort(key=lambda one: one.candidacy.closed_on or dt.date.max, reverse=True)
    return (
        *([one.candidacy.pk for one in rows] for rows in (by_move, by_word, ended)),
        [one.candidacy.pk for one in by_move if row(one).mine],
        Counter((one.candidacy.stage, asks(one)) for one in seen.outlooks),
        Counter(one.standing.state for one in seen.outlooks),
    )


def listed_by_the_agenda(kept: Agenda) -> tuple[object, ...]:
    """The same as the agenda keeps it."""
    asked = (("open", ""), ("open", "last"), ("closed", ""), ("mine", ""))
    tallied = {(stage, what): many for stage, what, many in tally(None) if stage != CLOSED}
    picked = ([pk for pk, _ in pick(which, (), by, None, None)] for which, by in asked)
    return (*picked, Counter(tallied), states(kept))


FILTERS = (("", False), ("mine", False), ("theirs", False), ("", True), ("mine", True))


def people(now: dt.datetime) -> tuple[object, ...]:
    """Whom the people page lists in which candidacy, worked out from everything."""
    known = folk(now)
    filtered = [[one.only(whose, recruiters=only) for one in known.groups] for whose, only in FILTERS]
    return known.tally, *((in_short(some), len({pk for one in some for pk in who(one)})) for some in filtered)


def people_by_the_agenda(kept: Agenda) -> tuple[object, ...]:
    """The same as the agenda keeps it."""
    found = []
    for whose, only in FILTERS:
        pks = [pk for pk, _ in places(whose, recruiters=only, most=1000)]
        groups = [one.only(whose, recruiters=only) for one in groups_of(kept, pks, listed_beside(pks))]
        found.append((in_short(groups), fitting(whose, recruiters=only)))
    return whose_turn.tally(), *found


def in_short(groups: list[Group]) -> list[tuple[object, ...]]:
    return [(one.candidacy and one.candidacy.pk, one.words, who(one)) for one in groups if one.rows]


def who(group: Group) -> tuple[int, ...]:
    return tuple(row.pk for row in group.rows)


def assert_true(now: dt.datetime) -> None:
    """The agenda shows what everything worked out anew shows, and the frame counts as much."""
    frame = agenda(now, Profile.load(), lists=False)
    kept: Agenda = agenda(now, Profile.load())
    whole = today(now)
    assert (frame.needs_me, frame.revision) == (kept.needs_me, kept.revision)
    assert frame.needs_me == kept.counts.needs_me == whole.needs_me
    assert told(kept.shown) == told(whole)
    assert listed_by_the_agenda(kept) == listed(whole)
    assert people_by_the_agenda(kept) == people(now)
    for period in (Period(), Period(until=now.date(), since=now.date() - dt.timedelta(days=60))):
        assert TEACHING.board(kept, period) == Teaching().board(replace(kept, whole=whole), period)
    promised = [(one.note.pk, one.when) for one in whole.promises]
    assert [(one.note.pk, one.when) for one in kept.promised] == promised[: PROMISES_SHOWN + 1]


def test_a_large_search_shows_what_is_worked_out_from_all_of_it() -> None:
    fill(300, NOW)

    assert_true(NOW)
    assert agenda(NOW, Profile.load()).counts.needs_me > SHOWN


def test_whatever_is_edited_and_whenever_it_is_asked() -> None:
    fill(30, NOW)
    go_on_from_the_last_row()
    chance, now = Random(7), NOW
    assert_true(now)
    for _ in range(60):
        chance.choice(EDITS)(chance, now)
        now += dt.timedelta(minutes=chance.choice([0, 1, 7, 50, 600, 1440, 4000]))
        assert_true(now)


def test_on_another_day_of_any_kind() -> None:
    fill(60, NOW)
    for days in (0, 3, -40, 31, 2, 400, -400):
        assert_true(NOW + dt.timedelta(days=days))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hours=some.integers(-2000, 2000), more=some.integers(0, 400))
def test_a_row_holds_until_it_says(hours: int, more: int) -> None:
    if not Candidacy.objects.exists():
        fill(25, NOW)
    now = NOW + dt.timedelta(hours=hours)
    keeping.begin_anew()
    agenda(now, Profile.load())
    later = now + dt.timedelta(hours=more)
    # Only what says that it has run out is worked out again.
    assert_true(later)


def arranged(name: str, starts: dt.datetime, *people: Person, time_zone: str = "") -> Candidacy:
    """A candidacy with a talk of an hour."""
    company = Company.objects.create(name=name, country="GB", time_zone="Europe/London")
    candidacy = Candidacy.objects.create(company=company, role="Analyst", stage="interview")
    talk = Interview.objects.create(
        candidacy=candidacy, starts_at=starts, ends_at=starts + dt.timedelta(hours=1), time_zone=time_zone
    )
    for person in people:
        Interviewer.objects.create(interview=talk, person=person)
    return candidacy


def test_whoever_had_a_letter_days_ago_is_free_again_when_the_next_one_would_go() -> None:
    firm = Company.objects.create(name="Harbour & Pine", country="GB", time_zone="Europe/London")
    ruth = Person.objects.create(company=firm, name="Ruth Adeyemi", title="COO")
    priya = Person.objects.create(company=firm, name="Priya Nair", title="Data Manager")
    arranged("Quill Books", NOW - dt.timedelta(days=60), ruth, priya)
    other = arranged("Wexley", NOW - dt.timedelta(days=60), ruth)
    Letter.objects.create(candidacy=other, to=ruth, kind="nudge", status="sent", sent_at=NOW, body="Hello.")

    owed = set()
    for hours in range(0, 7 * 24, 5):
        now = NOW + dt.timedelta(hours=hours)
        assert_true(now)
        owed |= {(row.pk, row.turn.whose) for row in folk(now).rows if row.turn.mine}

    assert owed == {(priya.pk, "mine"), (ruth.pk, "mine")}


def test_a_day_that_is_over_here_and_not_yet_there() -> None:
    late = dt.datetime(2026, 11, 18, 7, tzinfo=dt.UTC)
    far = arranged("Far West", late, time_zone="America/Los_Angeles")
    near = arranged("Near", NOW + dt.timedelta(days=3))
    by_day = []
    for hours in (0, 16):
        assert_true(NOW + dt.timedelta(hours=hours))
        by_day.append([pk for pk, _ in pick("open", (), "", None, None)])
    assert by_day == [[far.pk, near.pk], [near.pk, far.pk]]


def test_an_earlier_moment_is_not_answered_with_a_later_row() -> None:
    fill(25, NOW)
    assert_true(NOW)
    assert_true(NOW - dt.timedelta(days=9))


def test_rules_and_days_off_of_my_own() -> None:
    fill(60, NOW)
    assert_true(NOW)
    me = Profile.load()
    me.settings = {**me.settings, "rules": {"interview_silent": 20, "interview_quiet": 15}}
    me.save()
    assert_true(NOW)
    me.country, me.time_zone = "US", "America/Los_Angeles"
    me.save()
    assert_true(NOW)


def test_a_full_disk_leaves_the_page_readable() -> None:
    fill(25, NOW)
    with patch.object(asking, "catch_up", side_effect=OperationalError("database or disk is full")):
        assert told(agenda(NOW, Profile.load()).shown) == told(today(NOW))


def test_a_full_disk_leaves_the_lists_as_they_were_last_kept() -> None:
    fill(25, NOW)
    assert_true(NOW)
    kept, later = pick("open", (), "", None, None), NOW + dt.timedelta(days=40)
    with patch.object(asking, "catch_up", side_effect=OperationalError("database or disk is full")):
        seen = agenda(later, Profile.load())
        shown = listing(seen, Look())
    assert seen.whole is not None
    assert [one.outlook.candidacy.pk for one in rows_of(seen, [pk for pk, _ in shown.picked])] == [
        pk for pk, _ in kept
    ]


def test_what_was_written_meanwhile_by_anybody_is_seen() -> None:
    fill(25, NOW)
    assert_true(NOW)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE candidacy_candidacy SET stage = 'wishlist'")
        cursor.execute("DELETE FROM candidacy_contact")
    assert_true(NOW)
    assert set(agenda(NOW, Profile.load()).counts.stages) <= {"wishlist"}


@pytest.fixture
def turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few at a time, so that a small search takes many turns."""
    monkeypatch.setattr(keeping, "_TURN", 4)
    monkeypatch.setattr(keeping, "_BATCH", 3)


@pytest.mark.usefixtures("turns")
def test_very_many_are_worked_out_in_turns() -> None:
    fill(25, NOW)
    left: list[int] = []
    keeping.catch_up(NOW, Profile.load(), left.append)
    assert left == [21, 17, 13, 9, 5, 1]
    with patch.object(asking, "catch_up", side_effect=AssertionError("There is nothing left to do.")):
        agenda(NOW, Profile.load())
    assert_true(NOW)
    # All of them have run out by then, and what changes leads to several each.
    Company.objects.update(country="US")
    Person.objects.update(relation="recruiter")
    assert_true(NOW + dt.timedelta(days=40))


@pytest.mark.usefixtures("turns")
def test_where_it_was_broken_off_the_next_look_goes_on() -> None:
    fill(25, NOW)

    def broken(left: int) -> None:
        if left < 12:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        keeping.catch_up(NOW, Profile.load(), broken)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM desk_agenda")
        assert cursor.fetchone()[0] == 16
    assert_true(NOW)


@pytest.mark.usefixtures("turns")
def test_what_changes_between_two_turns_is_seen() -> None:
    fill(25, NOW)
    first = Candidacy.objects.order_by("pk")[0]

    def changed(left: int) -> None:
        if left == 9:
            Candidacy.objects.filter(pk=first.pk).update(stage="offer")

    keeping.catch_up(NOW, Profile.load(), changed)
    with patch.object(asking, "catch_up", side_effect=AssertionError("There is nothing left to do.")):
        assert agenda(NOW, Profile.load()).counts.stages["offer"] >= 1
    assert_true(NOW)


def test_while_it_is_done_beside_the_pages_none_waits() -> None:
    fill(25, NOW)
    with beside.nobody_waits(25):
        assert beside.left() == 25
        assert agenda(NOW, Profile.load()).counts.stages == {}
    assert beside.left() == 0
    assert_true(NOW)


def test_five_queries_however_many_candidacies(client: Client) -> None:
    counted = []
    for size in (20, 100):
        Candidacy.objects.all().delete()
        Company.objects.all().delete()
        fill(size, timezone.now())
        client.get("/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/")
        counted.append(len(asked))
    assert counted[0] == counted[1] <= 5


def test_counts_of_nothing() -> None:
    assert agenda(NOW, Profile.load()).counts == Counts()


def _one(model: type, chance: Random):  # type: ignore[no-untyped-def]
    rows = list(model.objects.order_by("pk"))
    return chance.choice(rows) if rows else None


def _write(chance: Random, now: dt.datetime) -> None:
    """A line in or out, asked or not, of today or of a day to come."""
    whose = _one(Candidacy, chance)
    inbound = chance.random() < 0.6
    Contact.objects.create(
        candidacy=whose,
        at=now + dt.timedelta(hours=chance.choice([-30, -1, 0, 20])),
        direction="in" if inbound else "out",
        needs_reply=inbound and chance.random() < 0.5,
        event="rejection" if inbound and chance.random() < 0.2 else "",
        decision_on=(now + dt.timedelta(days=chance.randrange(9))).date() if chance.random() < 0.2 else None,
    )


def _send(chance: Random, now: dt.datetime) -> None:
    """A letter, perhaps to somebody of another candidacy."""
    seat = _one(Interviewer, chance)
    Letter.objects.create(
        candidacy=chance.choice([seat.interview.candidacy, _one(Candidacy, chance)]),
        to=seat.person,
        kind=chance.choice(["thank_you", "nudge", "second_nudge", "closing"]),
        status="sent",
        sent_at=now - dt.timedelta(hours=chance.choice([0, 3, 90])),
        body="Thank you.",
    )


def _talk(chance: Random, now: dt.datetime) -> None:
    whose, starts = _one(Candidacy, chance), now + dt.timedelta(hours=chance.choice([-50, -3, -1, 5, 90]))
    talk = Interview.objects.create(candidacy=whose, starts_at=starts, ends_at=starts + dt.timedelta(hours=1))
    Interviewer.objects.create(interview=talk, person=_one(Person, chance))


def _edit(chance: Random, now: dt.datetime) -> None:
    today, row = now.date(), _one(Candidacy, chance)
    edits = [
        {"stage": chance.choice(["wishlist", "applied", "interview", "final", "offer"])},
        {"closed_on": today + dt.timedelta(days=chance.choice([-3, 0, 2])), "closed_as": "rejected"},
        {"closed_on": None, "closed_as": ""},
        {"snoozed_on": today, "snoozed_until": today + dt.timedelta(days=chance.randrange(6))},
        {"decision_on": today + dt.timedelta(days=3), "decision_given_on": today},
    ]
    for name, value in chance.choice(edits).items():
        setattr(row, name, value)
    row.save()


def _note(chance: Random, now: dt.datetime) -> None:
    due = now.date() + dt.timedelta(days=chance.randrange(8))
    Note.objects.create(
        interviewer=_one(Interviewer, chance),
        kind=chance.choice(["timeline", "promise"]),
        text="By then.",
        due_on=due,
    )


def _said(chance: Random, _now: dt.datetime) -> None:
    """Something they asked, how it sounded, who may know, or what I answered."""
    asked = Note.objects.filter(kind__in=["question", "challenge"]).order_by("pk")
    note = chance.choice(list(asked)) if asked else None
    if note is None or chance.random() < 0.2:
        seat = _one(Interviewer, chance)
        Note.objects.create(interviewer=seat, kind="question", text="Why did you leave?", by=seat.person)
        return
    edits = [
        {"share": chance.choice(["open", "private"])},
        {"mood": chance.choice(["good", "ugly"]) if note.kind == "challenge" else ""},
        {"reply": f"Answer {chance.random()}"},
        {"text": "The night shift is never staffed"},
    ]
    Note.objects.filter(pk=note.pk).update(**chance.choice(edits))
    Note.objects.create(interviewer=note.interviewer, kind="answer", text="To learn.", about=note)


def _rename(chance: Random, _now: dt.datetime) -> None:
    Company.objects.filter(pk=_one(Company, chance).pk).update(
        name=f"A{chance.random()}",
        time_zone=chance.choice(["", "Asia/Tokyo"]),
        country=chance.choice(["GB", "DE"]),
    )


def _remove(chance: Random, _now: dt.datetime) -> None:
    row = _one(chance.choice([Contact, Letter, Interview, Interviewer, Person]), chance)
    if row is not None:
        changes.deleted("Something deleted", row)


def _undo(_chance: Random, _now: dt.datetime) -> None:
    last = Change.objects.filter(undone_at=None).first()
    if last:
        changes.undo(last)


def _hire(chance: Random, _now: dt.datetime) -> None:
    """Somebody new at a company, or somebody who moves to another, or whose trade changes."""
    company = _one(Company, chance)
    if chance.random() < 0.5:
        Person.objects.create(company=company, name=f"New {chance.random()}")
    else:
        relation = chance.choice(["recruiter", "other"])
        Person.objects.filter(pk=_one(Person, chance).pk).update(company=company, relation=relation)


EDITS = (
    _write, _write, _send, _talk, _edit, _edit, _note, _said, _said, _rename, _remove, _undo, _hire,
)  # fmt: skip
