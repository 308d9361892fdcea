"""What the agenda says at a moment, in one query: how many there are of each sort, and which are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import OperationalError, connection
from django.utils.functional import cached_property

from candidacy.models import Candidacy, Company
from candidacy.zones import zone
from desk.agenda import beside
from desk.agenda.keeping import basis, catch_up
from desk.agenda.mark import micros
from desk.agenda.tables import CHANGED, MARKS, REVISION
from desk.ended import ASKED_FOR, LONGEST
from desk.outlook import outlooks
from desk.promises import AHEAD, promises
from desk.sections import LETTERS, REFUSED, REPLIES, REST
from desk.today import Counts, Today, today
from interviews.models import Interview, Interviewer, Invitation, Note
from letters.models import Letter, Message, Outgoing

if TYPE_CHECKING:
    import datetime as dt

    from candidacy.models import Profile
    from desk.promises import Promised

# So many of each sort are shown; what comes up and who is waited for stand in the narrow column.
SHOWN, COMING_SHOWN, WAITING_SHOWN, PROMISES_SHOWN = 12, 8, 3, 10
# In seconds.
QUARTER = 15 * 60
FIRST_DUE, PANELS, COMING, WAITING, PROMISES = "first due", "panels", "coming", "waiting", "promises"
_PRESSING = "place, anchor, name, candidacy"
# Of each sort: which rows, in which order, how many.
_LISTS = {
    REPLIES: (f"grp = '{REPLIES}'", "anchor, place, name, candidacy", SHOWN),
    LETTERS: (f"grp = '{LETTERS}'", "anchor, place, name, candidacy", SHOWN),
    REST: (f"grp = '{REST}'", "anchor, place, name, candidacy", SHOWN),
    REFUSED: (f"grp = '{REFUSED}'", "anchor, place, name, candidacy", SHOWN),
    PANELS: ("panel IS NOT NULL", f"panel, {_PRESSING}", SHOWN),
    FIRST_DUE: ("overdue IS NOT NULL", f"overdue, {_PRESSING}", 1),
    COMING: ("coming IS NOT NULL", f"coming, {_PRESSING}", COMING_SHOWN),
    WAITING: ("mine_on IS NOT NULL", f"mine_on, waits_since, {_PRESSING}", WAITING_SHOWN),
}
_OPEN = f"FROM {MARKS} WHERE grp <> 'closed'"
_TALK, _SEAT, _NOTE = (model._meta.db_table for model in (Interview, Interviewer, Note))
_LETTER, _OUTGOING = Letter._meta.db_table, Outgoing._meta.db_table
_STALE = (
    f"EXISTS (SELECT 1 FROM {CHANGED}) OR EXISTS (SELECT 1 FROM {MARKS} WHERE until <= %s) "
    f"OR EXISTS (SELECT 1 FROM {MARKS} WHERE since > %s) "
    f"OR EXISTS (SELECT 1 FROM {MARKS} WHERE basis < %s OR basis > %s)"
)
_FACTS = {
    "begun": f"EXISTS (SELECT 1 FROM {Company._meta.db_table})",
    "owed": f"EXISTS (SELECT 1 {_OPEN} AND owed)",
    "sent": f"EXISTS (SELECT 1 {_OPEN} AND sent)",
    "apart": (
        f"(SELECT min(overdue) FROM {MARKS} WHERE overdue IS NOT NULL) "
        f"<> (SELECT max(overdue_last) FROM {MARKS} WHERE overdue IS NOT NULL)"
    ),
    "mail": (
        f"EXISTS (SELECT 1 FROM {Message._meta.db_table} WHERE candidacy_id IS NOT NULL "
        "AND (settled_at IS NULL OR (done_at IS NULL AND kind IN ('rejection', 'invitation'))))"
    ),
    "stuck": (
        f"EXISTS (SELECT 1 FROM {_LETTER} WHERE sent_at IS NULL AND status = 'sending') "
        f"OR EXISTS (SELECT 1 FROM {_OUTGOING} WHERE state = 'refused')"
    ),
    # Perhaps: desk.ended looks closer.
    "ended": (
        f"EXISTS (SELECT 1 FROM {_TALK} talk WHERE starts_at > %s AND starts_at <= %s AND NOT cancelled "
        f"AND NOT EXISTS (SELECT 1 FROM {_NOTE} note JOIN {_SEAT} seat ON seat.id = note.interviewer_id "
        "WHERE seat.interview_id = talk.id AND note.kind <> 'my_question'))"
    ),
    "invitations": f"EXISTS (SELECT 1 FROM {Invitation._meta.db_table})",
}


def _needed() -> list[str]:
    """Rows of: sort, nothing, a number, nothing. What every page tells, and whether it is up to date."""
    groups = ", ".join(f"'{name}'" for name in (REPLIES, LETTERS, REST, REFUSED))
    return [
        f"SELECT 'stale', 0, CASE WHEN {_STALE} THEN 1 ELSE 0 END, 0",
        f"SELECT 'revision', 0, (SELECT stamp FROM {REVISION}), 0",
        f"SELECT 'thanks', 0, (SELECT coalesce(sum(thanks), 0) FROM {MARKS} WHERE overdue IS NOT NULL), 0",
        f"SELECT 'grp:' || grp, 0, count(*), 0 FROM {MARKS} WHERE grp IN ({groups}) GROUP BY grp",
    ]


def _counted() -> list[str]:
    """The same of whatever else Today tells."""
    return [
        *(f"SELECT '{name}', 0, CASE WHEN {so} THEN 1 ELSE 0 END, 0" for name, so in _FACTS.items()),
        f"SELECT '{COMING}', 0, (SELECT count(*) FROM {MARKS} WHERE coming IS NOT NULL), 0",
        f"SELECT '{WAITING}', 0, (SELECT count(*) FROM {MARKS} WHERE mine_on IS NOT NULL), 0",
        f"SELECT 'stage:' || stage, 0, count(*), 0 {_OPEN} GROUP BY stage",
    ]


def _listed() -> list[str]:
    """Rows of: sort, candidacy, its stamp, its place in the list."""
    parts = []
    for name, (which, order, most) in _LISTS.items():
        parts.append(
            f"SELECT '{name}', candidacy, stamp, row_number() OVER (ORDER BY {order}) FROM "
            f"(SELECT * FROM {MARKS} WHERE {which} ORDER BY {order} LIMIT {most}) AS listed"
        )
    order = "ORDER BY note.due_on, note.id"
    parts.append(
        f"SELECT '{PROMISES}', id, stamp, place FROM (SELECT note.id AS id, mark.stamp AS stamp, "
        f"row_number() OVER ({order}) AS place FROM {_NOTE} note "
        f"JOIN {_SEAT} seat ON seat.id = note.interviewer_id "
        f"JOIN {_TALK} talk ON talk.id = seat.interview_id "
        f"JOIN {MARKS} mark ON mark.candidacy = talk.candidacy_id AND mark.grp <> 'closed' "
        "WHERE note.kind = 'promise' AND note.by_id IS NULL AND note.done_on IS NULL AND note.due_on <= %s "
        f"{order} LIMIT {PROMISES_SHOWN + 1}) AS promised"
    )
    return parts


_NEEDED = " UNION ALL ".join(_needed())
_ASKED = " UNION ALL ".join([_NEEDED, *_counted(), *_listed()])


@dataclass(frozen=True)
class Agenda:
    """What is kept of all candidacies, as of `now`."""

    now: dt.datetime
    profile: Profile
    # Sort, candidacy, stamp or number, place: whatever else is shown follows from these and `now`.
    rows: tuple[tuple[str, int, int, int], ...]
    # Where nothing could be kept: all of it, worked out.
    whole: Today | None = None

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The counts and facts by their names."""
        return {name: number for name, pk, number, _ in self.rows if not pk}

    def has(self, name: str) -> bool:
        """Whether there is anything of that sort."""
        return self.whole is not None or bool(self.numbers[name])

    @property
    def revision(self) -> int:
        """Another whenever anything that is kept was worked out anew."""
        return self.numbers["revision"]

    @property
    def quarter(self) -> int:
        """The quarter of an hour that it falls in: wherever I am, a day begins on one."""
        return int(self.now.timestamp()) // QUARTER

    @property
    def needs_me(self) -> int:
        """The one count of the page."""
        if self.whole:
            return self.whole.needs_me
        return self.numbers["thanks"] + sum(map(self._in_group, (REPLIES, LETTERS, REST)))

    def _in_group(self, name: str) -> int:
        return self.numbers.get(f"grp:{name}", 0)

    @cached_property
    def counts(self) -> Counts:
        """How many there are of each sort."""
        if self.whole:
            return self.whole.counts
        named = {name: self._in_group(name) for name in (REPLIES, LETTERS, REST, REFUSED)}
        stages = {name.partition(":")[2]: n for name, n in self.numbers.items() if name.startswith("stage:")}
        return Counts(
            **named,
            waiting=self.numbers[WAITING],
            coming=self.numbers[COMING],
            thanks=self.numbers["thanks"],
            together=not self.has("apart"),
            owed=self.has("owed"),
            sent=self.has("sent"),
            stages=stages,
        )

    @property
    def local(self) -> dt.datetime:
        """Its moment in my own zone."""
        return self.now.astimezone(zone(self.profile.time_zone))

    @property
    def promised(self) -> list[Promised]:
        """My promises that are shown, with one more where there are more."""
        if self.whole:
            return self.whole.promises
        return promises([pk for name, pk, _, _ in self.rows if name == PROMISES], self.local.date())

    @cached_property
    def shown(self) -> Today:
        """Today with the candidacies that are shown, worked out from their facts."""
        if self.whole:
            return self.whole
        pks = {pk for name, pk, _, _ in self.rows if pk and name != PROMISES}
        some = outlooks(Candidacy.objects.filter(pk__in=pks), self.now, self.profile) if pks else []
        return Today(self.local, self.profile, tuple(some), self.counts)


def agenda(now: dt.datetime, profile: Profile, *, lists: bool = True) -> Agenda:
    """The agenda at `now` (aware), brought up to date first, unless that is being done beside the pages.

    Without its lists it tells only how much needs me, in a fifth of the time.
    """
    found = _ask(now, profile, lists=lists)
    if found.has("stale") and not beside.left():
        try:
            catch_up(now, profile)
        except OperationalError:
            # The disk is full, or somebody else writes for long: what is recorded can be read all the same.
            return Agenda(now, profile, (), today(now, profile))
        found = _ask(now, profile, lists=lists)
    return found


def _ask(now: dt.datetime, profile: Profile, *, lists: bool) -> Agenda:
    moment, rests_on = micros(now), basis(profile)
    stored = connection.ops.adapt_datetimefield_value
    local = now.astimezone(zone(profile.time_zone)).date()
    values = [
        *(moment, moment, rests_on, rests_on),
        *([stored(now - ASKED_FOR - LONGEST), stored(now), (local + AHEAD).isoformat()] if lists else []),
    ]
    with connection.cursor() as cursor:
        cursor.execute(_ASKED if lists else _NEEDED, values)
        rows = sorted(cursor.fetchall(), key=lambda row: (row[0], row[3]))
    return Agenda(now, profile, tuple(rows))
