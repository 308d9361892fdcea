"""One candidacy as it looks at a moment: its standing, whom to write to, which thank-yous are owed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.utils.functional import cached_property

from candidacy.clock import Standing, ThankYou, most_pressing, standing, thank_yous
from candidacy.names import without_accents
from candidacy.past import Past
from desk.known import Known, known
from desk.strip import Strip, strip
from letters.recipients import Choice, Met, Talk, choose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import QuerySet

    from candidacy.clock import Rules, State
    from candidacy.models import Candidacy, Company, Profile
    from desk.known import LetterKnown, Meeting, PersonKnown

ANSWERING = frozenset({"reply_owed"})
WRITING = frozenset({"silent", "second_nudge_due", "close_due"})
# Most pressing first; among equals the longest silence.
PRESSING: tuple[State, ...] = (
    "reply_owed", "close_due", "second_nudge_due", "silent", "quiet", "waiting", "snoozed", "closed",
)  # fmt: skip


@dataclass(frozen=True)
class Outlook:
    """A candidacy as of `now` (aware). What costs more is worked out when it is first asked for."""

    known: Known
    now: dt.datetime
    rules: Rules
    standing: Standing
    # When each person was last written to, in whichever candidacy.
    last_letters: Mapping[int, dt.date] = field(default_factory=dict)

    @property
    def candidacy(self) -> Candidacy:
        """The record itself."""
        return self.known.candidacy

    @property
    def company(self) -> Company:
        """Its company."""
        return self.known.candidacy.company

    @property
    def today(self) -> dt.date:
        """The day in the company's zone."""
        return self.now.astimezone(self.known.zone).date()

    @cached_property
    def past(self) -> Past:
        """What had happened by its moment."""
        return Past(self.known.facts, self.now)

    @property
    def talks_ahead(self) -> list[Meeting]:
        """Interviews that are still to come or under way, the next first."""
        return [
            one for one in self.known.meetings
            if not one.cancelled and (one.ends_at or one.starts_at) > self.now
        ]  # fmt: skip

    @property
    def needs_me(self) -> bool:
        """Whether the next move is mine."""
        return self.standing.state in ANSWERING | WRITING

    @cached_property
    def thanks(self) -> list[ThankYou]:
        """Every thank-you, the owed first, the sent last."""
        known, rules = self.known, self.rules
        return thank_yous(known.facts, known.calendar, self.now, rules, sent=True)

    @cached_property
    def owed(self) -> list[ThankYou]:
        """The thank-yous owed, most urgent first; among equals the most senior person."""
        owed = [one for one in self.thanks if one.state != "sent"]
        if len(owed) < 2:
            return owed
        order = {ranked.person.key: place for place, ranked in enumerate(self.choice.order)}
        return sorted(owed, key=lambda one: (one.overdue_at, order.get(one.person, len(order))))

    @cached_property
    def state(self) -> State:
        """The one state of the candidacy, with its thank-yous."""
        return most_pressing(self.standing, self.thanks)

    @cached_property
    def choice(self) -> Choice:
        """Whom to write to, and why."""
        return self._choose(self._met())

    def choice_if(self, pk: int, own_rank: int | None) -> Choice:
        """Whom to write to if I ranked that person so; None takes my own rank away."""
        return self._choose(
            [replace(one, own_rank=own_rank) if one.key == pk else one for one in self._met()]
        )

    def _choose(self, people: list[Met]) -> Choice:
        known = self.known
        return choose(
            people,
            known.candidacy.role,
            self.company.sector,
            known.calendar.country,
            self.now.astimezone(known.zone),
            known.calendar,
            self.rules.same_person_gap,
            self._writing_on(),
        )

    @property
    def waits_since(self) -> dt.date | None:
        """The day that the present wait counts from: the last nudge of this silence, or the anchor."""
        nudge = self.past.second_nudge or self.past.first_nudge
        return self.known.facts.day(nudge.at) if nudge else self.standing.anchor

    @property
    def mine_on(self) -> dt.date | None:
        """The day ahead on which the clock makes it my move; None when no such day is ahead."""
        standing = self.standing
        day = standing.close_on or standing.second_nudge_on or standing.silent_on
        return day if day and day > self.today else None

    def _writing_on(self) -> dt.date:
        """The day on which the next letter would go: the gap between two letters is judged then."""
        return self.mine_on or self.standing.suggested_send_on or self.today

    @property
    def write_to(self) -> PersonKnown | None:
        """The person that the next letter goes to."""
        return self._person(self.choice.write_to)

    @property
    def runner_up(self) -> PersonKnown | None:
        """Who comes next."""
        return self._person(self.choice.runner_up)

    @cached_property
    def strip(self) -> Strip:
        """The conversation strip."""
        my_move = self.state.startswith("thank_you")
        return strip(self.known.facts, self.known.calendar, self.now, self.standing, my_move=my_move)

    def meeting(self, thanks: ThankYou) -> Meeting:
        """The interview that a thank-you is for."""
        return next(one for one in self.known.meetings if one.pk == thanks.talk.key)

    def person(self, thanks: ThankYou) -> PersonKnown:
        """The person that a thank-you is for."""
        return next(one for pk, one in self.known.people.items() if pk == thanks.person)

    def draft(self, to: int, *kinds: str) -> LetterKnown | None:
        """The latest letter to that person, of one of the kinds, that has not gone out yet."""
        waiting = [one for one in self.known.letters if one.to == to and one.kind in kinds]
        return next((one for one in reversed(waiting) if one.status != "sent"), None)

    def _person(self, met: Met | None) -> PersonKnown | None:
        return next((one for pk, one in self.known.people.items() if met and pk == met.key), None)

    def _met(self) -> list[Met]:
        return [self._one_met(person) for pk, person in self.known.people.items() if pk in self._seen]

    @cached_property
    def _seen(self) -> set[object]:
        """Everybody of the candidacy by now: a line or a letter still to come names nobody yet."""
        known, now = self.known, self.now
        invited = (pk for one in known.meetings for pk in (*one.present, *one.absent))
        wrote = (line.who for line in known.facts.messages if line.at <= now)
        written = [one for one in known.letters if one.sent_at is None or one.sent_at <= now]
        return {*invited, *wrote, *(pk for one in written for pk in (one.to, one.via))}

    def _one_met(self, person: PersonKnown) -> Met:
        facts, where = self.known.facts, self.known.zone
        answers = [
            line.at for line in facts.messages
            if line.inbound and not line.automatic and line.who == person.pk and line.at <= self.now
        ]  # fmt: skip
        return Met(
            key=person.pk,
            name=person.name,
            title=person.title,
            relation=person.relation,
            own_rank=person.rank,
            company=person.company,
            talks=tuple(
                Talk(
                    starts_at=one.starts_at.astimezone(where),
                    ends_at=one.ends_at.astimezone(where) if one.ends_at else None,
                    cancelled=one.cancelled,
                    present=person.pk in one.present,
                )
                for one in self.known.meetings
                if person.pk in one.present or person.pk in one.absent
            ),
            last_letter_on=self.last_letters.get(person.pk),
            last_answer_at=max(answers).astimezone(where) if answers else None,
        )


def outlooks(candidacies: QuerySet[Candidacy], now: dt.datetime, profile: Profile) -> list[Outlook]:
    """The candidacies as of `now`, most pressing first. Four queries, however many they are."""
    rules = profile.preferences.rules
    everything = known(candidacies, profile)
    last = _last_letters(everything, now)
    rows = [
        Outlook(one, now, rules, standing(one.facts, one.calendar, now, rules), last) for one in everything
    ]
    return sorted(rows, key=_pressing)


def _last_letters(everything: list[Known], now: dt.datetime) -> dict[int, dt.date]:
    last: dict[int, dt.date] = {}
    for one in everything:
        for letter in (*one.facts.letters, *one.facts.letters_elsewhere):
            if letter.at <= now and isinstance(letter.to, int):
                day = one.facts.day(letter.at)
                last[letter.to] = max(last.get(letter.to, day), day)
    return last


def anchored(outlook: Outlook) -> int:
    """The day that the silence counts from, for putting the longest first; without one it comes last."""
    return (outlook.standing.anchor or dt.date.max).toordinal()


def _pressing(outlook: Outlook) -> tuple[int, int, str, int]:
    place, candidacy = PRESSING.index(outlook.standing.state), outlook.candidacy
    return place, anchored(outlook), without_accents(candidacy.company.name), candidacy.pk
