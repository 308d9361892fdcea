"""The list of letters: what is in draft, what may have gone out, what was sent and whether they answered."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext, gettext_noop

from candidacy.models import Contact
from letters.anatomy import anatomy
from letters.models import UNDER_WAY, Leaving, Letter, LetterKind, Outgoing, Status
from letters.outbox import SECONDS, seconds_left

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from letters.models import LetterQuerySet

_NOT_GONE = (Status.DRAFT, Status.SENDING)
SHOWN = 20
# Of more letters than this it is not counted by the way how many were answered.
COUNTED = 1000
# What a row says of a letter.
_SAID = (
    "subject", "kind", "sent_at", "updated_at", "to__name", "via__name", "candidacy__company__name",
)  # fmt: skip
KINDS = {LetterKind.NUDGE.value: (LetterKind.NUDGE.value, LetterKind.SECOND_NUDGE.value)}
FILTERS = {
    "all": gettext_noop("All"),
    "answered": gettext_noop("Answered"),
    LetterKind.THANK_YOU.value: gettext_noop("Thank-yous"),
    LetterKind.NUDGE.value: gettext_noop("Nudges"),
}


@dataclass(frozen=True)
class Begun:
    """One letter that has not gone out, with its length as the composer counts it."""

    letter: Letter
    words: int


@dataclass(frozen=True)
class OnItsWay:
    """One letter in the outbox, with the seconds in which it can be taken back."""

    letter: Letter
    sending: Outgoing | None
    left: int = 0

    @property
    def is_unknown(self) -> bool:
        """Whether it is still out of my hands; else it is a draft again."""
        return self.letter.status == Status.SENDING

    @property
    def gone(self) -> int:
        """The seconds that are over."""
        return SECONDS - self.left


@dataclass(frozen=True)
class Sent:
    """One letter that went out, with the first line they wrote back."""

    letter: Letter
    answer: Contact | None


@dataclass(frozen=True)
class Filter:
    """One filter of the sent letters, with how many it shows."""

    slug: str
    label: str
    count: int | None


@dataclass(frozen=True)
class Letters:
    """Everything on the page."""

    leaving: tuple[OnItsWay, ...]
    unknown: tuple[OnItsWay, ...]
    back: tuple[OnItsWay, ...]
    handed_over: tuple[Letter, ...]
    # Those saved last, and how many there are.
    drafts: tuple[Begun, ...]
    begun: int
    sent: int
    shown: tuple[Sent, ...]
    filters: tuple[Filter, ...]

    @property
    def need_me(self) -> int:
        """Letters to finish, or to answer for."""
        return len(self.unknown) + len(self.back) + len(self.handed_over) + self.begun

    @property
    def again(self) -> int:
        """In how many seconds the page has something new to say; 0 where nothing is leaving."""
        left = [one.left for one in self.leaving]
        return max(2, *left) + 1 if left else 0

    @property
    def asked(self) -> int:
        """Letters of which I have to say whether they went out."""
        return len(self.unknown) + len(self.handed_over)


def letters(chosen: str, now: dt.datetime, *, everything: bool = False, drafts: bool = False) -> Letters:
    """The list in a fixed number of queries; only as much is read as is shown.

    `everything` shows all that went out, `drafts` all that is begun.
    """
    refused = _refused()
    waiting = Letter.objects.filter(status__in=_NOT_GONE, sent_at=None)
    # In the outbox, come back from it, or opened elsewhere.
    under_way = Q(status=Status.SENDING) | Q(opened_at__isnull=False) | Q(pk__in=refused)
    rows = list(_around().filter(under_way, status__in=_NOT_GONE, sent_at=None))
    leaving, unknown, back = _outbox(rows, now)
    elsewhere = {one.letter.pk for one in (*leaving, *unknown, *back)}
    gone = Letter.objects.filter(sent_at__isnull=False)
    kinds = dict(gone.order_by().values_list("kind").annotate(many=Count("*")))
    shown = _rows().filter(_shown_under(chosen)).order_by("-sent_at", "-updated_at")
    begun = Q(status=Status.DRAFT, sent_at=None, opened_at=None) & ~Q(pk__in=refused)
    latest = _rows("body", "came_back").filter(begun)
    return Letters(
        leaving=leaving,
        unknown=unknown,
        back=back,
        handed_over=tuple(row for row in rows if row.pk not in elsewhere),
        drafts=tuple(Begun(row, anatomy(row.body).words) for row in (latest if drafts else latest[:SHOWN])),
        begun=waiting.count() - len(rows),
        sent=sum(kinds.values()),
        shown=_with_answers(list(shown if everything else shown[:SHOWN])),
        filters=tuple(
            Filter(slug, gettext(label), _count(slug, kinds, chosen)) for slug, label in FILTERS.items()
        ),
    )


# To put these together takes Django longer than to ask them.


@cache
def _around() -> LetterQuerySet:
    """Letters with their people and companies, those saved last first."""
    return Letter.objects.select_related("to", "via", "candidacy__company").order_by("-updated_at")


@cache
def _rows(*more: str) -> LetterQuerySet:
    """The same with what a row says of a letter, and no more than that."""
    return _around().only(*_SAID, *more)


def _refused() -> list[int]:
    """The drafts of which the last sending was refused."""
    sendings = Outgoing.objects.filter(letter__status=Status.DRAFT).order_by("pk")
    last = dict(sendings.values_list("letter", "state"))
    return [letter for letter, state in last.items() if state == Leaving.REFUSED]


def _shown_under(chosen: str) -> Q:
    """The letters that went out and that a filter shows."""
    sent = Q(sent_at__isnull=False)
    if chosen == "answered":
        return sent & Q(_brought_an_answer())
    return sent & Q(kind__in=KINDS.get(chosen, (chosen,))) if chosen != "all" else sent


def _brought_an_answer() -> Exists:
    """That the reader, or whom it went through, wrote before I wrote to the reader again."""
    again = Letter.objects.sent().filter(
        candidacy=OuterRef("candidacy"),
        to=OuterRef(OuterRef("to")),
        sent_at__gt=OuterRef(OuterRef("sent_at")),
        sent_at__lte=OuterRef("at"),
    )
    theirs = Contact.objects.filter(
        Q(person=OuterRef("to")) | Q(person=OuterRef("via")),
        candidacy=OuterRef("candidacy"),
        direction="in",
        automatic=False,
        at__gt=OuterRef("sent_at"),
    )
    return Exists(theirs.filter(~Exists(again)))


def _count(slug: str, kinds: Mapping[str, int], chosen: str) -> int | None:
    """How many letters a filter shows; None where it would take long to count what nobody asks for."""
    if slug == "all":
        return sum(kinds.values())
    if slug != "answered":
        return sum(kinds.get(kind, 0) for kind in KINDS.get(slug, (slug,)))
    few = sum(kinds.values()) <= COUNTED
    return Letter.objects.filter(_shown_under(slug)).count() if few or chosen == slug else None


def _with_answers(gone: list[Letter]) -> tuple[Sent, ...]:
    """These letters, each with the first line it brought back."""
    first = min((row.sent_at for row in gone if row.sent_at), default=None)
    if first is None:
        return ()
    places = {row.candidacy_id for row in gone}
    written = Contact.objects.filter(candidacy__in=places, direction="in", automatic=False, at__gt=first)
    said = written.select_related("person").only("candidacy", "at", "text", "person__name")
    answers = _answers(said.order_by("at", "pk"))
    sent = Letter.objects.sent().filter(candidacy__in=places, sent_at__gt=first)
    beside = [*sent.values_list("candidacy_id", "to_id", "sent_at", named=True)]
    return tuple(Sent(row, _answer(row, beside, answers)) for row in gone)


def troubled() -> list[OnItsWay]:
    """Letters that were sent from here and ended badly: nobody knows whether they went, or they did not."""
    ended = Q(status=Status.SENDING) | Q(status=Status.DRAFT, sendings__state=Leaving.REFUSED)
    rows = Letter.objects.filter(ended).select_related("to", "via", "candidacy__company").distinct()
    _, unknown, back = _outbox(list(rows.order_by("pk")), None)
    return [*unknown, *back]


def _outbox(
    rows: list[Letter], now: dt.datetime | None
) -> tuple[tuple[OnItsWay, ...], tuple[OnItsWay, ...], tuple[OnItsWay, ...]]:
    """Of these letters, those that are leaving, those of which nobody knows, and those that did not leave."""
    if not rows:
        return (), (), ()
    under_way = Q(letter__status=Status.SENDING, state__in=UNDER_WAY)
    last = Outgoing.objects.filter(under_way | Q(letter__status=Status.DRAFT)).defer("content")
    of = {row.letter_id: row for row in last.order_by("pk")}
    leaving, unknown, back = [], [], []
    for letter in rows:
        sending = of.get(letter.pk)
        if letter.status == Status.SENDING and (sending is None or sending.state == Leaving.UNKNOWN):
            unknown.append(OnItsWay(letter, sending))
        elif letter.status == Status.SENDING and sending:
            leaving.append(OnItsWay(letter, sending, seconds_left(sending, now) if now else 0))
        elif letter.status == Status.DRAFT and sending and sending.state == Leaving.REFUSED:
            back.append(OnItsWay(letter, sending))
    return tuple(leaving), tuple(unknown), tuple(back)


def answered(letters: Iterable[Letter], lines: Iterable[Contact]) -> dict[int, Contact]:
    """The first of these lines, in their order, that each sent letter brought back, by its number."""
    gone = [row for row in letters if row.status == Status.SENT]
    answers = _answers(line for line in lines if line.direction == "in" and not line.automatic)
    found = ((row.pk, _answer(row, gone, answers)) for row in gone)
    return {pk: answer for pk, answer in found if answer}


def _answers(theirs: Iterable[Contact]) -> Mapping[tuple[int, int | None], list[Contact]]:
    """What people wrote, by candidacy and person."""
    found: dict[tuple[int, int | None], list[Contact]] = defaultdict(list)
    for line in theirs:
        found[line.candidacy_id, line.person_id].append(line)
    return found


def _answer(
    letter: Letter, gone: Sequence[Any], answers: Mapping[tuple[int, int | None], list[Contact]]
) -> Contact | None:
    """The first line of the reader, or of whom it went through, before I wrote to the reader again.

    Of each letter that has gone, `gone` says for which candidacy, to whom and when.
    """
    later = [
        one.sent_at for one in gone
        if one.candidacy_id == letter.candidacy_id and one.to_id == letter.to_id
        and one.sent_at and letter.sent_at and one.sent_at > letter.sent_at
    ]  # fmt: skip
    until = min(later, default=None)
    writers: Iterable[int | None] = {letter.to_id, letter.via_id} - {None}
    lines = [line for who in writers for line in answers.get((letter.candidacy_id, who), ())]
    after = [line for line in lines if letter.sent_at and line.at > letter.sent_at]
    return min(
        (line for line in after if until is None or line.at < until), key=lambda one: one.at, default=None
    )
