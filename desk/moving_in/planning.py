"""What becomes of each row: whom it adds, whom it matches, what those gain, what has to be asked.

Pure. What is here already is handed over in `Known`. A match gains what it lacks; what somebody wrote is
never replaced, a stage never goes back, and what has ended stays ended. Planning the same rows again over
what they made changes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from candidacy import zones
from desk.moving_in import folding
from desk.moving_in.known import CANDIDACY, COMPANY, PERSON, Entry, Known, talk_digests, word_digests
from desk.moving_in.likeness import Likeness
from desk.moving_in.rows import Problem
from desk.moving_in.stages import is_further

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desk.moving_in.rows import Row, Somebody, When

# What a match may lack, and gains.
_LACKING = (
    "role", "applied_on", "posting_url", "posting_text", "location", "source", "pay", "files_sent",
    "decision_on",
)  # fmt: skip
_ROLE, _STAGE, _APPLIED, _URL = (
    CANDIDACY.index(name) for name in ("role", "stage", "applied_on", "posting_url")
)
_CLOSED_ON, _CLOSED_AS, _NOTES = (CANDIDACY.index(name) for name in ("closed_on", "closed_as", "notes"))
# Nobody wrote down the hour: a message counts at noon, a talk in the middle of the morning.
NOON, MORNING, USUAL_LENGTH = dt.time(12), dt.time(10), dt.timedelta(hours=1)


@dataclass
class Plan:
    """What the rows come to. New contacts and talks are handed out as they come, the rest is kept."""

    added: Counter[str] = field(default_factory=Counter)
    matched: Counter[str] = field(default_factory=Counter)
    rows: int = 0
    left: int = 0
    problems: list[tuple[Row, Problem]] = field(default_factory=list)


@dataclass(frozen=True)
class Rules:
    """How a plan is made.

    `new_key` gives the key of a new record of that word; `made` takes a new contact or interview, with what
    it points to; `told` turns a remark into a line. `answers` says of names which company is meant: a key,
    or 0 for another company; without `ask`, nearly the same is another.
    """

    new_key: Callable[[str], int]
    made: Callable[[str, dict[str, Any]], None]
    told: Callable[[str, str], str]
    answers: Mapping[str, int] = field(default_factory=dict)
    ask: bool = True
    most_problems: int = 200


class Planner:
    """Takes row after row."""

    def __init__(self, known: Known, rules: Rules) -> None:
        self.known, self.rules, self.plan = known, rules, Plan()
        self.alike = Likeness(known.companies if rules.ask else {})
        self.by_pk = {one.pk: one for one in known.companies.values()}
        # Companies that were here, and that a row named.
        self.here: set[int] = set()
        self.news: dict[str, list[Entry]] = {"companies": [], "people": [], "candidacies": []}
        self.gaining: dict[str, dict[int, Entry]] = {"companies": {}, "people": {}, "candidacies": {}}

    def take_all(self, rows: Iterable[Row]) -> Plan:
        """Take every row."""
        for row in rows:
            self.take(row)
        return self.plan

    def take(self, row: Row) -> None:
        """Take one row, or keep it out with its problem."""
        self.plan.rows += 1
        if not row.problems and (near := self._near(row.company)):
            row.problems.append(Problem("near", "company", near))
        if row.problems:
            self._leave(row, row.problems[0])
            return
        company = self._company(row)
        people = [self._person(company, person) for person in row.people]
        if row.only_people:
            return
        candidacy = self._candidacy(company, row)
        self._words(candidacy, row, people)
        self._talks(candidacy, row)

    def _leave(self, row: Row, problem: Problem) -> None:
        self.plan.left += 1
        if len(self.plan.problems) < self.rules.most_problems:
            self.plan.problems.append((row, problem))

    def _find_company(self, name: str) -> Entry | None:
        answer = self.rules.answers.get(folding.company(name)) if self.rules.answers else None
        return self.by_pk[answer] if answer and answer in self.by_pk else self.known.company(name)

    def _near(self, name: str) -> str:
        """The company here that this one is nearly called; empty where none is, or where it was answered."""
        folded = folding.company(name)
        if not self.rules.ask or folded in self.rules.answers or self._find_company(name):
            return ""
        key = self.alike.nearest(folded)
        return self.by_pk[key].values[0] if key else ""

    def _company(self, row: Row) -> Entry:
        found = self._find_company(row.company)
        if found is None:
            found = Entry(self.rules.new_key("companies"), 0, [row.company, row.website], is_new=True)
            self.known.add_company(found)
            self._count("companies", found)
        elif not found.is_new and found.pk not in self.here:
            self.here.add(found.pk)
            self.plan.matched["companies"] += 1
        if row.website and not found.values[1]:
            self._gain("companies", found, 1, COMPANY, row.website)
        return found

    def _person(self, company: Entry, given: Somebody) -> Entry:
        values = [given.name, given.title, given.email, given.phone, given.link]
        found = self.known.person(company.pk, given.name, given.email)
        if found is None:
            found = Entry(self.rules.new_key("people"), company.pk, values, is_new=True)
            self.known.add_person(found)
            self._count("people", found)
            return found
        self.plan.matched["people"] += 1
        for place, value in enumerate(values):
            if value and not found.values[place]:
                self._gain("people", found, place, PERSON, value)
        return found

    def _candidacy(self, company: Entry, row: Row) -> Entry:
        found = self._find_candidacy(company, row)
        if found is None:
            values = [getattr(row, name) for name in CANDIDACY]
            values[_STAGE] = row.stage or "applied"
            found = Entry(self.rules.new_key("candidacies"), company.pk, values, is_new=True)
            self._note(found, row, new=True)
            self.known.add_candidacy(found)
            self._count("candidacies", found)
            return found
        self.plan.matched["candidacies"] += 1
        for name in _LACKING:
            place, value = CANDIDACY.index(name), getattr(row, name)
            if value and not found.values[place]:
                self._gain("candidacies", found, place, CANDIDACY, value)
        self._move(found, row)
        self._note(found, row, new=False)
        return found

    def _find_candidacy(self, company: Entry, row: Row) -> Entry | None:
        """That of the same role, and of the same posting or day where there are several."""
        same = self.known.candidacies(company.pk, row.role)
        fitting = [one for one in same if not _differs(one, row)]
        if len(fitting) > 1:
            fitting.sort(
                key=lambda one: (one.values[_URL] != row.posting_url, one.values[_APPLIED] != row.applied_on)
            )
        return fitting[0] if fitting else None

    def _move(self, found: Entry, row: Row) -> None:
        """Forward only, and to an end only what is still open."""
        if found.values[_CLOSED_AS] or found.values[_CLOSED_ON]:
            return
        if is_further(row.stage, found.values[_STAGE]):
            self._gain("candidacies", found, _STAGE, CANDIDACY, row.stage)
        if row.closed_as:
            self._gain("candidacies", found, _CLOSED_AS, CANDIDACY, row.closed_as)
            if row.closed_on:
                self._gain("candidacies", found, _CLOSED_ON, CANDIDACY, row.closed_on)

    def _note(self, found: Entry, row: Row, *, new: bool) -> None:
        """What the notes do not say yet goes below them."""
        known = "" if new else found.values[_NOTES]
        told = [row.notes, *(self.rules.told(code, text) for code, text in row.remarks)]
        fresh = [text for text in told if text and text not in known]
        if fresh:
            whole = "\n".join([known, *fresh]) if known else "\n".join(fresh)
            if new:
                found.values[_NOTES] = whole
            else:
                self._gain("candidacies", found, _NOTES, CANDIDACY, whole)

    def _words(self, candidacy: Entry, row: Row, people: list[Entry]) -> None:
        for word in row.words:
            at = self._moment(word.when, candidacy.above, NOON)
            exact, of_day = word_digests(
                candidacy.pk, at, word.direction, word.text, self._zone(candidacy.above)
            )
            if (exact if word.text else of_day) in self.known.words:
                self.plan.matched["contacts"] += 1
                continue
            self.known.words |= {exact, of_day}
            self.plan.added["contacts"] += 1
            given = {"at": at, "direction": word.direction, "channel": word.channel, "text": word.text}
            person = people[0].pk if len(people) == 1 else None
            self.rules.made("contacts", {"candidacy_id": candidacy.pk, "person_id": person, **given})

    def _talks(self, candidacy: Entry, row: Row) -> None:
        for meeting in row.meetings:
            at = self._moment(meeting.starts_at, candidacy.above, MORNING)
            exact, of_day = talk_digests(candidacy.pk, at, self._zone(candidacy.above))
            timed = isinstance(meeting.starts_at, dt.datetime)
            if (exact if timed else of_day) in self.known.talks:
                self.plan.matched["interviews"] += 1
                continue
            self.known.talks |= {exact, of_day}
            self.plan.added["interviews"] += 1
            company = self.by_pk[candidacy.above]
            people = [self._person(company, person).pk for person in meeting.people]
            given = {"candidacy_id": candidacy.pk, "starts_at": at, "ends_at": at + USUAL_LENGTH,
                     "channel": meeting.channel, "place": meeting.place}  # fmt: skip
            key = self.rules.new_key("interviews")
            self.rules.made("interviews", {"pk": key, **given, "people": list(dict.fromkeys(people))})

    def _moment(self, when: When, company: int, hour: dt.time) -> dt.datetime:
        """In UTC. A day gets an hour; a time without a zone is one of the company's clock."""
        if isinstance(when, dt.datetime) and when.tzinfo:
            return when.astimezone(dt.UTC)
        local = when if isinstance(when, dt.datetime) else dt.datetime.combine(when, hour)
        try:
            return zones.to_utc(local, self._zone(company), fold=0)
        except zones.NoSuchTimeError:
            return zones.to_utc(local + dt.timedelta(hours=1), self._zone(company), fold=0)

    def _zone(self, company: int) -> str:
        return self.known.zones.get(company) or self.known.zone

    def _count(self, word: str, new: Entry) -> None:
        self.plan.added[word] += 1
        self.news[word].append(new)
        if word == "companies":
            self.by_pk[new.pk] = new

    def _gain(self, word: str, entry: Entry, place: int, names: tuple[str, ...], value: Any) -> None:
        entry.values[place] = value
        if not entry.is_new:
            entry.gained = (entry.gained or {}) | {names[place]: value}
            self.gaining[word][entry.pk] = entry


def _differs(entry: Entry, row: Row) -> bool:
    """Another posting, applied for on another day: the same role a second time."""
    link, day = entry.values[_URL], entry.values[_APPLIED]
    other_link = bool(link and row.posting_url and link != row.posting_url)
    return other_link and bool(day and row.applied_on and day != row.applied_on)
