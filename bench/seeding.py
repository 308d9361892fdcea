"""Fills a new database with a made-up search of a given size. Run as `python -m bench.seeding SIZE`.

A fifth is open. Each candidacy has five interviews, ten notes and five letters; four are at one company, so
that a letter there is held against twenty. The same size gives the same rows, but for their dates, which are
told back from today.
"""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Any

from bench import texts

if TYPE_CHECKING:
    from candidacy.models import Candidacy, Company, Person

AT_ONE_COMPANY, PEOPLE, TALKS, NOTES, LETTERS, LINES = 4, 3, 5, 10, 5, 4
# A fifth of them is open.
OPEN = 5
SENDER = "Dana Whitfield"
KINDS = (
    "challenge",
    "goal",
    "question",
    "idea",
    "answer",
    "fact",
    "doubt",
    "detail",
    "my_question",
    "promise",
)
# How the open ones stand, in parts of a hundred, with the days since anything came from them.
STANDS = (
    ("waiting", 54, 2), ("silent", 14, 14), ("nudged", 6, 24), ("twice", 3, 40), ("asked", 4, 3),
    ("thanks", 4, 1), ("ahead", 8, 4), ("snoozed", 4, 12), ("offer", 2, 2), ("refused", 1, 5),
)  # fmt: skip
# So many candidacies are written at a time.
BATCH = 500


@dataclass
class Rows:
    """Rows to be written, by the order in which they point to each other."""

    companies: list[Company] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    candidacies: list[Candidacy] = field(default_factory=list)
    rest: list[list[Any]] = field(default_factory=lambda: [[], [], [], [], []])

    def write(self) -> None:
        """Store them all."""
        kinds: tuple[list[Any], ...] = (self.companies, self.people, self.candidacies, *self.rest)
        for rows in kinds:
            if rows:
                type(rows[0]).objects.bulk_create(rows, batch_size=400)


class Story:
    """One candidacy with all that hangs on it, from its number."""

    def __init__(self, number: int, now: dt.datetime) -> None:
        self.number, self.now = number, now
        self.rng = Random(number)
        self.open = number % OPEN == 0
        self.stands, self.days = self._stands()
        self.last = self._back(self.days)
        self.names = [texts.person(self.rng) for _ in range(PEOPLE)]

    def _stands(self) -> tuple[str, int]:
        if not self.open:
            return "closed", 20 + self.rng.randrange(700)
        place = self.rng.randrange(100)
        for name, parts, days in STANDS:
            place -= parts
            if place < 0:
                return name, days + self.rng.randrange(1 + days // 2)
        return "waiting", 2

    def _back(self, days: int) -> dt.datetime:
        """That many days ago, in office hours."""
        day = self.now - dt.timedelta(days=days)
        return day.replace(hour=8 + self.rng.randrange(8), minute=5 * self.rng.randrange(12), second=0)

    def tell(self, rows: Rows) -> None:
        """Add its rows."""
        self._place(rows)
        candidacy = self._candidacy()
        rows.candidacies.append(candidacy)
        talks, seats, notes, letters, lines = rows.rest
        for place in range(TALKS):
            self._talk(place, candidacy, (talks, seats, notes))
        letters.extend(self._letters(candidacy))
        lines.extend(self._lines(candidacy))

    def _place(self, rows: Rows) -> None:
        """Its company, where it is the first there, and three people of its own."""
        from candidacy.models import Company, Person

        company = self.number // AT_ONE_COMPANY + 1
        if self.number % AT_ONE_COMPANY == 0:
            name = texts.company(company - 1)
            rows.companies.append(
                Company(pk=company, name=name, sector=self.rng.choice(texts.SECTORS), country="GB")
            )
        rows.people.extend(
            Person(
                pk=pk,
                company_id=company,
                name=name,
                title=self.rng.choice(texts.TITLES),
                relation="hiring_manager" if pk == self.person(0) else "other",
                email=f"person{pk}@company{company}.example",
            )
            for pk, name in ((self.person(place), name) for place, name in enumerate(self.names))
        )

    def person(self, place: int) -> int:
        """The number of one of its three people."""
        return self.number * PEOPLE + place % PEOPLE + 1

    def _candidacy(self) -> Candidacy:
        from candidacy.models import Candidacy

        asleep = self.stands == "snoozed"
        return Candidacy(
            pk=self.number + 1,
            company_id=self.number // AT_ONE_COMPANY + 1,
            role=self.rng.choice(texts.ROLES),
            stage="offer" if self.stands == "offer" else self.rng.choice(("interview", "interview", "final")),
            applied_on=(self.last - dt.timedelta(days=45)).date(),
            decision_on=(self.now + dt.timedelta(days=6)).date() if self.stands == "offer" else None,
            snoozed_on=self.last.date() if asleep else None,
            snoozed_until=(self.now + dt.timedelta(days=9)).date() if asleep else None,
            closed_on=None if self.open else self.last.date() + dt.timedelta(days=9),
            closed_as="" if self.open else self.rng.choice(("rejected", "withdrawn", "declined")),
            location=self.rng.choice(texts.PLACES),
            source=self.rng.choice(("a friend", "a job board", "their site", "an agency")),
            posting_text=" ".join(texts.note(self.rng, "goal") for _ in range(6)),
        )

    def _starts(self, place: int) -> dt.datetime:
        """The talks, the last one last; of one to come, it is the last."""
        if place == TALKS - 1 and self.stands == "ahead":
            return self._back(-1 - self.rng.randrange(5))
        return self.last - dt.timedelta(days=6 * (TALKS - 1 - place))

    def _talk(self, place: int, candidacy: Candidacy, to: tuple[list[Any], ...]) -> None:
        from interviews.models import Interview, Interviewer, Note

        talks, seats, notes = to
        pk = self.number * TALKS + place + 1
        starts = self._starts(place)
        talks.append(
            Interview(
                pk=pk,
                candidacy_id=candidacy.pk,
                starts_at=starts,
                ends_at=starts + dt.timedelta(minutes=50),
                channel=self.rng.choice(("phone", "video", "on_site")),
                place="",
            )
        )
        seats.append(Interviewer(pk=pk, interview_id=pk, person_id=self.person(place)))
        for n in range(NOTES // TALKS):
            kind = KINDS[(self.number + place * 2 + n) % len(KINDS)]
            mine = kind in ("idea", "answer", "my_question", "promise")
            kept = None if self.open and self.number % 40 == 0 else starts.date()
            notes.append(
                Note(
                    interviewer_id=pk,
                    kind=kind,
                    by_id=None if mine else self.person(place),
                    text=texts.note(self.rng, kind),
                    due_on=starts.date() + dt.timedelta(days=7) if kind == "promise" else None,
                    done_on=kept if kind == "promise" else None,
                    position=n,
                )
            )

    def _letters(self, candidacy: Candidacy) -> list[Any]:
        from letters.models import Letter

        sent = [(kind, at) for kind, at in self._sent() if at is not None]
        drafts = [(kind, None) for kind, at in self._sent() if at is None]
        return [
            Letter(
                candidacy_id=candidacy.pk,
                to_id=self.person(place),
                kind=kind,
                status="sent" if at else "draft",
                sent_at=at,
                subject=texts.subject(self.rng),
                body=texts.letter(self.rng, self.names[place % PEOPLE], SENDER),
                hand_edited=True,
            )
            for place, (kind, at) in enumerate([*sent, *drafts])
        ]

    def _sent(self) -> list[tuple[str, dt.datetime | None]]:
        """Kind and moment of the five letters; a draft has no moment."""
        thanks: list[tuple[str, dt.datetime | None]] = [
            (
                "thank_you",
                min(self._starts(place) + dt.timedelta(hours=5), self.now - dt.timedelta(minutes=9)),
            )
            for place in range(LETTERS)
        ]
        nudge = self.last + dt.timedelta(days=11)
        if self.stands in ("nudged", "twice"):
            thanks[3] = ("nudge", nudge)
        if self.stands == "twice":
            thanks[4] = ("second_nudge", nudge + dt.timedelta(days=11))
        if self.stands in ("thanks", "ahead"):
            thanks[4] = ("thank_you", None)
        return thanks

    def _lines(self, candidacy: Candidacy) -> list[Any]:
        from candidacy.models import Contact

        applied = self.last - dt.timedelta(days=44)
        told: list[tuple[dt.datetime, str, dict[str, Any]]] = [
            (applied, "in", {"automatic": True}),
            (applied + dt.timedelta(days=2), "in", {}),
            (applied + dt.timedelta(days=3), "out", {}),
            (self.last - dt.timedelta(hours=3), "in", {}),
        ]
        later = self.last + dt.timedelta(hours=6)
        if self.stands == "asked":
            told[3] = (later, "in", {"needs_reply": True})
        if self.stands == "refused":
            told[3] = (later, "in", {"event": "rejection"})
        return [
            Contact(
                candidacy_id=candidacy.pk,
                at=at,
                direction=direction,
                person_id=self.person(0),
                text=texts.note(self.rng, "question"),
                **more,
            )
            for at, direction, more in told
        ]


def epoch() -> dt.datetime:
    """The moment that everything is told back from."""
    return dt.datetime.now(dt.UTC)


def fill(size: int, now: dt.datetime) -> None:
    """Write a search of that many candidacies."""
    from django.db import transaction

    from candidacy.models import Profile

    Profile(name=SENDER, email="dana@example.org").save()
    with transaction.atomic():
        for first in range(0, size, BATCH):
            rows = Rows()
            for number in range(first, min(size, first + BATCH)):
                Story(number, now).tell(rows)
            rows.write()


def settle() -> None:
    """Have worked out what the first page and the first search would work out else, as on any other day."""
    from candidacy.models import Profile
    from desk.agenda.asking import agenda
    from desk.search import keeping

    keeping.catch_up()
    agenda(epoch(), Profile.load())


def main(size: int) -> None:
    """Make the data folder that AFTERWORD_HOME names, and leave it as a day's work would."""
    from config import commands, opening

    opening.set_up()
    fill(size, epoch())
    settle()
    commands.let_go()
    opening.keep_a_copy()
    opening.leave()


if __name__ == "__main__":
    main(int(sys.argv[1]))
