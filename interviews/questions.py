"""What to ask in a talk, each question with whom it is for and where it comes from.

Pure. Nothing is bent: what people said is quoted beside a question that fits whatever it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from candidacy.reasons import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

AT_MOST = 8

_ABOUT_A_WORRY = (
    gettext_noop("What has been tried about this, and what did it teach you?"),
    gettext_noop("Who notices first when it goes wrong?"),
    gettext_noop("What would be the first sign that it is getting better?"),
    gettext_noop("What would you not want anybody to change about it?"),
)
_ABOUT_A_WISH = (
    gettext_noop("What stands between you and that?"),
    gettext_noop("What would have to change first?"),
    gettext_noop("Who would notice it before you do?"),
)
_TO_A_NEWCOMER = (
    gettext_noop("What should nobody change in the first three months?"),
    gettext_noop("Which part of your week would you hand over tomorrow?"),
    gettext_noop("What did the last person in this role do that you miss?"),
    gettext_noop("What do people outside your team get wrong about it?"),
)
_AWAKE = gettext_noop("What keeps you awake about this?")
_NEXT = gettext_noop("What happens next, and by when?")
_CHANGES = gettext_noop("What does it change for you?")
_QUOTED = 80


@dataclass(frozen=True)
class Met:
    """Somebody in the talk: what to call them, and what is known so far, the most telling first."""

    called: str
    worries: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    # Questions of mine to which no reply is noted, each with the day I asked, in words.
    unanswered: tuple[tuple[str, str], ...] = ()

    @property
    def silent(self) -> bool:
        """Whether they have told me nothing that a question could build on."""
        return not (self.worries or self.wishes or self.unanswered)


@dataclass(frozen=True)
class Question:
    """What to ask, whom, and why this."""

    text: str
    whom: str
    why: str
    # The note that holds a question of my own; 0 for one that is suggested.
    note: int = 0


def questions(
    people: Sequence[Met], *, newest: str = "", own: Sequence[Question] = ()
) -> tuple[Question, ...]:
    """My `own`, then as many more as make eight: one or two for each in turn, and those for everybody.

    `newest` is the latest development at the company, as a headline; the first person is asked about it.
    """
    frames = _Frames()
    each = [list(_for(one, frames)) for one in people]
    if people and newest:
        each[0].insert(
            1,
            Question(
                _(_CHANGES), people[0].called, _("from the news: %(words)s") % {"words": _quoted(newest)}
            ),
        )
    last = list(_for_all(people))
    in_turn = [one for turn in zip_longest(*each) for one in turn if one]
    room = max(AT_MOST - len(own) - len(last), 0)
    return (*own, *in_turn[:room], *last)


class _Frames:
    """The wordings that are still unused: no two people are asked in the same words while others are left."""

    def __init__(self) -> None:
        self._used: dict[tuple[str, ...], int] = {}

    def next(self, wordings: tuple[str, ...]) -> str:
        """The next wording of its kind, from the start again after the last."""
        at = self._used.get(wordings, 0)
        self._used[wordings] = at + 1
        return _(wordings[at % len(wordings)])


def _for(one: Met, frames: _Frames) -> Iterator[Question]:
    for worry in one.worries[:1]:
        yield Question(
            frames.next(_ABOUT_A_WORRY), one.called, _("about %(words)s") % {"words": _quoted(worry)}
        )
    for text, when in one.unanswered[:1]:
        yield Question(text, one.called, _("you asked on %(day)s, and no reply is noted") % {"day": when})
    for wish in one.wishes[:1]:
        yield Question(
            frames.next(_ABOUT_A_WISH), one.called, _("about %(words)s") % {"words": _quoted(wish)}
        )
    if one.silent:
        yield Question(
            frames.next(_TO_A_NEWCOMER),
            one.called,
            _("you know nothing of %(name)s’s worries yet") % {"name": one.called},
        )


def _for_all(people: Sequence[Met]) -> Iterator[Question]:
    unknown = [one.called for one in people if not one.worries]
    if unknown or not people:
        yield Question(_(_AWAKE), _whom(unknown, len(people)), _("the good, the bad and the ugly"))
    yield Question(
        _(_NEXT), _whom([one.called for one in people], len(people)), _("the answer sets your clock")
    )


def _whom(some: Sequence[str], everybody: int) -> str:
    if len(some) == 1:
        return some[0]
    if len(some) == everybody or len(some) > 3:
        return _("Both") if len(some) == 2 else _("Everyone")
    return listed(some)


def _quoted(words: str) -> str:
    """The words in quotes, cut between two of them where they are long."""
    words = " ".join(words.split())
    if len(words) > _QUOTED:
        words = f"{words[:_QUOTED].rsplit(' ', 1)[0].rstrip(',;:.')} …"
    return f"“{words}”"
