"""Where somebody stands among those I met, what another order would change, and how it came to be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from candidacy.models import Change
from candidacy.reasons import sentence
from desk.turns import name_of
from interviews.seniority import TAKEN_OFF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from candidacy.models import Person
    from desk.outlook import Outlook
    from letters.recipients import Choice, Ranked

LETTERS = ("nudge", "second_nudge", "closing")
ORDINALS = (
    gettext_noop("first"),
    gettext_noop("second"),
    gettext_noop("third"),
    gettext_noop("fourth"),
    gettext_noop("fifth"),
    gettext_noop("sixth"),
    gettext_noop("seventh"),
    gettext_noop("eighth"),
    gettext_noop("ninth"),
    gettext_noop("tenth"),
)
BY_TITLE, AS_IS, OFF = "title", "", str(TAKEN_OFF)
HIGHEST = 100
# What fits beside a name.
SHORT = 14
OFF_THE_LINE = {
    "hr": gettext_noop("People in HR and recruiting get a thank-you, never a nudge."),
    "board": gettext_noop("A seat on the board oversees, so a nudge goes to whoever hires."),
    "agency": gettext_noop("An agency recruiter is your way in: a nudge goes through them, not to them."),
    "reception": gettext_noop("A thank-you, never a nudge."),
    "own": gettext_noop("A thank-you, never a nudge, as you decided."),
}


@dataclass(frozen=True)
class Option:
    """A place somebody could have: the value to post, its words, and what it would change."""

    value: str
    words: str
    effect: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class PastChange:
    """A change of rank as it is told in the history."""

    change: Change
    words: str
    reason: str


@dataclass(frozen=True)
class Standing:
    """One person of the order, as the list shows them."""

    pk: int
    name: str
    # A word or two of the title, or that they are off the line.
    short: str
    top: bool


@dataclass(frozen=True)
class Place:
    """Somebody's place in the order of one candidacy."""

    outlook: Outlook
    pk: int
    order: tuple[Standing, ...]
    # “Second, by title”, and why.
    words: str
    why: str
    # Whether the title is not understood and the person should say.
    asks: bool
    options: tuple[Option, ...]
    history: tuple[PastChange, ...]


def place(outlook: Outlook, person: Person) -> Place | None:
    """The place of somebody I talked with in that candidacy; None for others."""
    mine = _mine(outlook.choice, person.pk)
    if mine is None:
        return None
    words = _standing_words(outlook.choice, mine)
    if mine.rank.in_line:
        ranked, titled = _("%(place)s, as you ranked it"), _("%(place)s, by title")
        words = (ranked if mine.rank.own else titled) % {"place": words}
    return Place(
        outlook=outlook,
        pk=person.pk,
        order=tuple(_listed(outlook.choice)),
        words=sentence(words),
        why=_why(outlook, mine),
        asks=mine.rank.ask,
        options=tuple(_options(outlook, person)),
        history=tuple(_history(person)),
    )


def _listed(choice: Choice) -> Iterator[Standing]:
    for at, one in enumerate(choice.order):
        words = short(one.person.title) if one.rank.in_line else _("off the line")
        if isinstance(one.person.key, int):
            yield Standing(one.person.key, one.person.name, words, top=at == 0 and one.rank.in_line)


def _mine(choice: Choice, pk: int) -> Ranked | None:
    return next((one for one in choice.order if one.person.key == pk), None)


def _standing_words(choice: Choice, mine: Ranked) -> str:
    if not mine.rank.in_line:
        return _("off the line")
    return ordinal(choice.order.index(mine))


def ordinal(at: int) -> str:
    """“first” for 0; in figures after the tenth."""
    return _(ORDINALS[at]) if at < len(ORDINALS) else _("number %(number)s") % {"number": at + 1}


def short(title: str) -> str:
    """A title in a word or two, for a list: COO, Director, Manager."""
    if len(title) <= SHORT:
        return title
    words = re.split(r",| of | for | - ", title)[0].split()
    if [word.casefold() for word in (*words[:1], *words[-1:])] == ["chief", "officer"]:
        return "".join(word[0] for word in words if word[0].isalpha()).upper()
    first = " ".join(words)
    return first if len(first) <= SHORT else words[-1]


def _why(outlook: Outlook, mine: Ranked) -> str:
    reader = outlook.choice.write_to
    if mine.rank.ask:
        return mine.rank.why
    if not mine.rank.in_line:
        return off_the_line(mine.rank.off_line_as)
    if reader is None or reader.key == mine.person.key:
        return outlook.choice.why
    first = next(one for one in outlook.choice.order if one.person.key == reader.key)
    name = _called(outlook, first)
    if first.rank.band and mine.rank.band and first.rank.level > mine.rank.level and not first.rank.own:
        words = {"higher": sentence(first.rank.band), "lower": mine.rank.band, "name": name}
        return _("%(higher)s comes before %(lower)s, so a nudge goes to %(name)s.") % words
    return f"{_('A nudge goes to %(name)s.') % {'name': name}} {outlook.choice.why}"


def off_the_line(reason: str) -> str:
    """Why somebody gets no nudge, whatever their title."""
    words = OFF_THE_LINE.get(reason)
    return _(words) if words else ""


def _called(outlook: Outlook, one: Ranked) -> str:
    return outlook.known.facts.names[one.person.key]


def _options(outlook: Outlook, person: Person) -> Iterator[Option]:
    """By title, above each of the others, off the line; with the present place chosen."""
    by_title = outlook.choice_if(person.pk, None)
    mine = _mine(by_title, person.pk)
    if mine is None:
        return
    own = person.rank
    yield Option(
        BY_TITLE,
        sentence(_("%(place)s, by title") % {"place": _standing_words(by_title, mine)}),
        _effect(outlook, by_title, person.pk) if own is not None else "",
        chosen=own is None,
    )
    if mine.rank.off_line_as == "agency":
        return
    if own is not None and own != TAKEN_OFF:
        words = _standing_words(outlook.choice, _mine(outlook.choice, person.pk) or mine)
        yield Option(AS_IS, sentence(_("%(place)s, as you ranked it") % {"place": words}), chosen=True)
    yield from _above_others(outlook, person)
    if mine.rank.in_line or own == TAKEN_OFF:
        yield Option(
            OFF, sentence(_("off the line")), _effect_of_leaving(outlook, person.pk), chosen=own == TAKEN_OFF
        )


def _above_others(outlook: Outlook, person: Person) -> Iterator[Option]:
    """A place above each of the others that would change the order, the highest first."""
    seen = {_keys(outlook.choice), _keys(outlook.choice_if(person.pk, None))}
    others = [one for one in outlook.choice.order if one.person.key != person.pk and one.rank.in_line]
    for other in others:
        rank = min(other.rank.level + 1, HIGHEST)
        then = outlook.choice_if(person.pk, rank)
        mine = _mine(then, person.pk)
        if mine is None or _keys(then) in seen:
            continue
        seen.add(_keys(then))
        words = {"place": _standing_words(then, mine), "name": _called(outlook, other)}
        above = sentence(_("%(place)s, above %(name)s") % words)
        yield Option(str(rank), above, _effect(outlook, then, person.pk))


def _keys(choice: Choice) -> tuple[object, ...]:
    return tuple((one.person.key, one.rank.in_line) for one in choice.order)


def _effect(outlook: Outlook, then: Choice, pk: int) -> str:
    """What the next letter about silence would become, and what stays."""
    now, after = outlook.choice.write_to, then.write_to
    if after is None:
        return _("There would be nobody to nudge.")
    name = outlook.known.facts.names[after.key]
    if now is not None and now.key == after.key:
        return _("The next nudge still goes to %(name)s.") % {"name": name}
    draft = next((outlook.draft(one.pk, *LETTERS) for one in [outlook.write_to] if one), None)
    goes = _("The next nudge would go to %(name)s.") % {"name": name}
    if not draft or draft.to == pk:
        return goes
    stays = _("Your draft to %(name)s stays.") % {"name": name_of(outlook, draft.to)}
    return f"{goes} {stays}"


def _effect_of_leaving(outlook: Outlook, pk: int) -> str:
    """What taking them off the line would mean, beyond themselves where they are the reader."""
    reader = outlook.write_to
    words = _("A thank-you, never a nudge.")
    if reader is None or reader.pk != pk:
        return words
    return f"{words} {_effect(outlook, outlook.choice_if(pk, TAKEN_OFF), pk)}"


def _history(person: Person) -> Iterator[PastChange]:
    """The changes of rank that stand, the latest first, in the words they were recorded with."""
    # Found as text and read here: as JSON, the database stumbles over what another program has written.
    log = Change.objects.alias(words=Cast("after", TextField()))
    for change in log.filter(undone_at=None, words__contains='"candidacy.person"'):
        after = _left(change.after, person)
        before = _left(change.before, person) or {"rank": None}
        if after and before.get("rank") != after.get("rank"):
            yield PastChange(change, change.sentence, str(after.get("rank_reason", "")))


def _left(rows: list[Any], person: Person) -> dict[str, Any] | None:
    """What a change of one row says of that person; None where it is about something else."""
    row = rows[0] if rows and isinstance(rows[0], dict) else {}
    is_theirs = (row.get("model"), row.get("pk")) == ("candidacy.person", person.pk)
    return row.get("fields") if is_theirs else None
