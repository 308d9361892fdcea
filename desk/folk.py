"""Everybody, by candidacy, most senior first, with whose move it is: the people page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidacy.choices import Relation
from candidacy.models import Candidacy, Person, Profile
from candidacy.reasons import day_words, listed, mid_sentence, number, sentence
from candidacy.zones import zone
from desk.agenda.people import RECRUITING
from desk.agenda.whose_turn import Tally
from desk.outlook import outlooks
from desk.today import open_around
from desk.turns import NOBODY, LastWord, Turn, last_word, met_words, turn
from interviews.seniority import rank

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from candidacy.models import Company
    from desk.agenda.asking import Agenda
    from desk.known import PersonKnown
    from desk.outlook import Outlook

MINE, THEIRS = "yours", "theirs"
# The turns that a filter of the address shows.
WHOSE = {MINE: "mine", THEIRS: "theirs"}


@dataclass(frozen=True)
class Row:
    """One person in one candidacy, or one at a company where nothing is under way."""

    pk: int
    name: str
    title: str
    relation: str
    met: str
    turn: Turn
    last: LastWord | None = None
    # The most senior in line of the candidacy.
    top: bool = False

    @property
    def recruits(self) -> bool:
        """Whether they recruit, in the company or for it."""
        return self.relation in RECRUITING


@dataclass(frozen=True)
class Group:
    """The people of one candidacy; without one, of a company."""

    company: Company
    rows: tuple[Row, ...]
    candidacy: Candidacy | None = None
    # The role and how far it has come, and through whom.
    words: str = ""

    @property
    def href(self) -> str:
        """Where the heading leads."""
        return (self.candidacy or self.company).get_absolute_url()

    @property
    def at(self) -> str:
        """What tells it from the others on the page."""
        return f"g{self.candidacy.pk}" if self.candidacy else f"k{self.company.pk}"

    def only(self, whose: str, *, recruiters: bool) -> Group:
        """The same with only those of that turn, or who recruit."""

        def wanted(row: Row) -> bool:
            return (not whose or row.turn.whose == whose) and (row.recruits or not recruiters)

        return replace(self, rows=tuple(row for row in self.rows if wanted(row)))


@dataclass(frozen=True)
class Folk:
    """Everybody shown, before any filter, and how many there are at all."""

    groups: tuple[Group, ...]
    total: int
    today: dt.date
    # Where only the groups that are shown are given, how many people there are in all of them.
    counted: Tally | None = None

    @cached_property
    def rows(self) -> list[Row]:
        """Every row of every group."""
        return [row for group in self.groups for row in group.rows]

    @cached_property
    def turns(self) -> Counter[str]:
        """How many people have each turn: one who has several counts under the most pressing."""
        pressing = {"mine": 0, "theirs": 1, "nobody": 2}
        by_person: dict[int, str] = {}
        for row in self.rows:
            known = by_person.get(row.pk, "nobody")
            by_person[row.pk] = min(known, row.turn.whose, key=lambda whose: pressing[whose])
        return Counter(by_person.values())

    @property
    def shown(self) -> int:
        """How many different people are in the groups."""
        return len({row.pk for row in self.rows})

    @cached_property
    def tally(self) -> Tally:
        """How many people are in all the groups there are, and what I owe them."""
        return self.counted or self._count()

    def _count(self) -> Tally:
        owed = [row.turn for row in self.rows if row.turn.mine]
        answers = [one for one in owed if one.answer]
        return Tally(
            total=self.total,
            shown=self.shown,
            mine=self.turns["mine"],
            theirs=self.turns["theirs"],
            recruiters=len({row.pk for row in self.rows if row.recruits}),
            letters=len(owed) - len(answers),
            answers=len(answers),
            answer_by=answers[0].by if len(answers) == 1 else None,
        )

    @property
    def headline(self) -> str:
        """What the page says first."""
        owed = self.tally.mine
        if not self.total:
            return _("Nobody here yet")
        if not owed:
            return _("You owe nobody a word")
        words = ngettext("You owe %(number)s person a word", "You owe %(number)s people a word", owed)
        return words % {"number": number(owed)}

    @property
    def lede(self) -> str:
        """What it consists of."""
        if not self.total:
            return _("Everybody you talk with appears here, with whose turn it is.")
        due = self.tally.answer_by
        parts = [_letters(self.tally.letters), _answers(self.tally.answers)]
        owed = sentence(listed([part for part in parts if part] or [""]))
        if not owed:
            return _("It is their turn, or nobody’s.")
        if not due:
            return _("%(owed)s. With everyone else it is their turn, or nobody’s.") % {"owed": owed}
        words = {"owed": owed, "day": day_words(due, self.today)}
        return _("%(owed)s by %(day)s. With everyone else it is their turn, or nobody’s.") % words

    def by_last_word(self) -> list[tuple[Group, Row]]:
        """Every row, the latest contact first; those without any at the end."""
        pairs = [(group, row) for group in self.groups for row in group.rows]
        return sorted(pairs, key=lambda pair: -(pair[1].last.at.timestamp() if pair[1].last else 0))


def _letters(count: int) -> str:
    words = ngettext("%(number)s letter", "%(number)s letters", count)
    return words % {"number": number(count)} if count else ""


def _answers(count: int) -> str:
    words = ngettext("%(number)s answer", "%(number)s answers", count)
    return words % {"number": number(count)} if count else ""


def folk(now: dt.datetime, *, everyone: bool = False) -> Folk:
    """The people of what is open, most pressing candidacy first; with `everyone` all others after them."""
    profile = Profile.load()
    people = list(Person.objects.select_related("company"))
    found = outlooks(Candidacy.objects.all() if everyone else open_around(now), now, profile)
    rows = [one for one in found if everyone or one.standing.state != "closed"]
    unplaced = _unplaced(people, rows)
    groups = [group for one in rows for group in _groups(one, unplaced)]
    # Where I owe somebody a word comes first; else the order is that of the candidacies.
    groups.sort(key=lambda group: not any(row.turn.mine for row in group.rows))
    if everyone:
        groups += _without_candidacy(unplaced)
    return Folk(tuple(groups), len(people), now.astimezone(zone(profile.time_zone)).date())


def groups_of(seen: Agenda, candidacies: Sequence[int], besides: Mapping[int, list[int]]) -> list[Group]:
    """The groups of those open candidacies, in their order, each with the colleagues listed there."""
    rows = outlooks(Candidacy.objects.filter(pk__in=candidacies), seen.now, seen.profile)
    of = {one.candidacy.pk: one for one in rows}
    colleagues = [pk for some in besides.values() for pk in some]
    people = list(Person.objects.filter(pk__in=colleagues)) if colleagues else []
    groups: list[Group] = []
    for one in (of[pk] for pk in candidacies if pk in of):
        here = besides.get(one.candidacy.pk, ())
        groups += _groups(one, {one.company.pk: [person for person in people if person.pk in here]})
    return groups


def _unplaced(people: list[Person], rows: list[Outlook]) -> dict[int, list[Person]]:
    """By company, the people that no candidacy shown has met, written to or heard from."""
    placed = {pk for one in rows for pk in one.known.people}
    found: dict[int, list[Person]] = {}
    for person in people:
        if person.pk not in placed:
            found.setdefault(person.company_id, []).append(person)
    return found


def _groups(outlook: Outlook, unplaced: dict[int, list[Person]]) -> Iterator[Group]:
    """The group of a candidacy: its people, and those of its company that belong to none."""
    waiting = unplaced.pop(outlook.company.pk, [])
    rows = (*_known_rows(outlook), *(_quiet_row(person) for person in waiting))
    if rows:
        yield Group(outlook.company, rows, outlook.candidacy, _about(outlook))


def _about(outlook: Outlook) -> str:
    """The role, its stage, and the agency it goes through."""
    candidacy, route = outlook.candidacy, outlook.choice.route
    closed = outlook.standing.state == "closed"
    stage = _("closed") if closed else mid_sentence(candidacy.get_stage_display())
    through = ""
    if route:
        words = {"name": outlook.known.facts.names[route.key], "company": route.company}
        through = _("through %(name)s at %(company)s") % words
    return ", ".join(part for part in (candidacy.role, stage, through) if part)


def _known_rows(outlook: Outlook) -> tuple[Row, ...]:
    """Those I talked with by seniority, then the others by theirs, agency recruiters last."""
    order = [ranked.person.key for ranked in outlook.choice.order]
    others = [one for pk, one in outlook.known.people.items() if pk not in order]
    others.sort(key=lambda one: (one.relation == Relation.AGENCY, -_level(outlook, one), one.name.casefold()))
    people = [*(outlook.known.people[pk] for pk in order if isinstance(pk, int)), *others]
    people.sort(key=lambda one: one.relation == Relation.AGENCY)
    return tuple(_row(outlook, one, first=place == 0) for place, one in enumerate(people))


def _level(outlook: Outlook, person: PersonKnown) -> int:
    country = outlook.known.calendar.country
    return rank(person.title, outlook.company.sector, country, own_rank=person.rank).level


def _row(outlook: Outlook, person: PersonKnown, *, first: bool) -> Row:
    agency = person.relation == Relation.AGENCY
    talks = sum(person.pk in talk.with_ for talk in outlook.past.talks)
    in_line = any(ranked.rank.in_line for ranked in outlook.choice.order[:1])
    return Row(
        pk=person.pk,
        name=person.name,
        title=_("%(company)s, agency") % {"company": person.company} if agency else person.title,
        relation=person.relation,
        met=_("Your way in")
        if agency and not talks
        else met_words(talks, _meeting_on(outlook, person.pk), outlook.today),
        turn=turn(outlook, person.pk),
        last=last_word(outlook, person.pk),
        top=first and in_line,
    )


def _meeting_on(outlook: Outlook, pk: int) -> dt.date | None:
    ahead = [one for one in outlook.talks_ahead if pk in one.present]
    return ahead[0].starts_at.astimezone(ahead[0].zone).date() if ahead else None


def _quiet_row(person: Person) -> Row:
    """Somebody recorded with whom nothing has happened yet."""
    return Row(person.pk, person.name, person.title, person.relation, _("Not met"), NOBODY)


def _without_candidacy(unplaced: dict[int, list[Person]]) -> list[Group]:
    groups = [
        Group(people[0].company, tuple(_quiet_row(one) for one in people)) for people in unplaced.values()
    ]
    return sorted(groups, key=lambda group: group.company.name.casefold())
