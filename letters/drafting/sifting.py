"""Leaves out of a letter what would still look like a note in it, and asks the writer for a sentence instead.

Pure. Each thing is looked at in the barest sentence it could stand in, so that no frame is to blame.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from letters.drafting.heard import ASKING_FORM, CLAUSE_FORM, LISTED_FORM, NOUN_FORM, QUOTE_FORM, SPOKEN_FORM
from letters.drafting.jotted import AGREEMENT, SHORT, SIGN, SPLICE, jotted, split_at_splice
from letters.drafting.mine import DID, DOING, LEANING, ORDER, STATED, STORY, THING
from letters.drafting.questions import QUOTED
from letters.drafting.tidying import capital
from letters.drafting.wanted import as_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from letters.drafting.doubts import Doubt
    from letters.drafting.heard import Heard
    from letters.drafting.mine import Mine
    from letters.drafting.planned import Plan, Question, Reply
    from letters.material import Material

Item = TypeVar("Item", "Heard", "Mine", "Doubt")
_HEARD = {NOUN_FORM: "You told me about {}.", SPOKEN_FORM: "“{}.”", ASKING_FORM: "You would like to know {}."}
_MINE = {THING: "I would start with {}.", ORDER: "I would {}.", DOING: "I would start by {}."}
# An answer that leans on its question needs no verb of its own.
_OF_WORDS = {SIGN, SHORT}
# Two words after another sentence are what was left of one.
_SENTENCE = 3


def sift(made: Plan, material: Material, named: frozenset[str]) -> None:
    """Take out of the plan what is no sentence; ``named`` are the words always written with a capital.

    A note that was ticked stays: whoever chose it sees it in the letter.
    """
    texts = {note.key: note.text for note in material.notes}
    sieve = _Sieve(named, made.ticked)
    made.heard = sieve.kept(made.heard, sieve.heard)
    made.details = sieve.kept(made.details, sieve.detail)
    made.replies = [one for one in made.replies if sieve.reply(one)]
    made.evidence = sieve.kept(made.evidence, sieve.mine)
    made.questions = [two for one in made.questions if (two := sieve.question(one)) is not None]
    made.doubts = sieve.kept(made.doubts, sieve.doubt)
    made.missing += [as_sentence(texts[key]) for key in dict.fromkeys(sieve.left_out) if texts.get(key)]


def sound(idea: Mine, named: frozenset[str]) -> Mine | None:
    """An idea whose sentences are whole, without what follows it and is not."""
    return _Sieve(named, frozenset()).mine(idea)


class _Sieve:
    def __init__(self, named: frozenset[str], ticked: frozenset[str]) -> None:
        self.named, self.ticked = named, ticked
        self.left_out: list[str] = []

    def kept(self, items: list[Item], look: Callable[[Item], Item | None]) -> list[Item]:
        found = []
        for item in items:
            seen = look(item)
            if seen is not None:
                found.append(seen)
            elif item.key in self.ticked:
                found.append(item)
            else:
                self.left_out.append(item.key)
        return found

    def is_whole(self, sentence: str) -> bool:
        return not jotted(sentence, self.named)

    def clauses(self, clauses: tuple[str, ...]) -> tuple[str, ...]:
        """The further sentences up to the first that is none."""
        end = next(
            (
                at
                for at, one in enumerate(clauses)
                if len(one.split()) < _SENTENCE or not self.is_whole(capital(one) + ".")
            ),
            len(clauses),
        )
        return clauses[:end]

    def heard(self, item: Heard) -> Heard | None:
        if item.form in (QUOTE_FORM, LISTED_FORM):
            return None
        frame = _HEARD.get(item.form, "{}.")
        if not self.is_whole(frame.format(item.text if item.form == NOUN_FORM else capital(item.text))):
            return None
        return replace(item, then=self.clauses(item.then))

    def detail(self, item: Heard) -> Heard | None:
        third = item.third if self.is_whole(f"I met somebody who {item.third}.") else ""
        thanks = item.thanks if self.is_whole(f"Thank you for {item.thanks}.") else ""
        whole = item.form != CLAUSE_FORM or self.is_whole(capital(item.text) + ".")
        if not whole and not third and not thanks:
            return None
        form = item.form if whole else NOUN_FORM
        return replace(item, form=form, third=third, thanks=thanks, then=self.clauses(item.then))

    def mine(self, item: Mine) -> Mine | None:
        if item.form == STORY:
            return item if self.is_whole(f"I told you {item.name}: {item.text}.") else None
        sentence = _MINE.get(item.form, "{}.").format(item.text if item.form in _MINE else capital(item.text))
        faults = set(jotted(sentence, self.named))
        if faults == {SPLICE} and item.form in (DID, STATED):
            first, second = split_at_splice(item.text).split(". ", 1)
            return self.mine(replace(item, text=first, then=(second, *item.then)))
        if item.form == LEANING:
            faults &= _OF_WORDS
        if faults or "“" in item.text[:1]:
            return None
        return replace(item, then=self.clauses(item.then))

    def question(self, item: Question) -> Question | None:
        """A question without the answer that is no sentence; one in shorthand not at all."""
        if item.asked.form == QUOTED and set(jotted(item.asked.text.strip("“”"), self.named)) & _OF_WORDS:
            self.left_out.append(item.key)
            return None
        if AGREEMENT in jotted(f"You asked {item.asked.text}.", self.named):
            self.left_out.append(item.key)
            return None
        if item.answer is None or item.answer.key in self.ticked:
            return item
        answer = self.mine(item.answer)
        if answer is None:
            self.left_out.append(item.answer.key)
        return replace(item, answer=answer)

    def reply(self, item: Reply) -> bool:
        text = item.heard.text
        faults = set(jotted(capital(text) + ".", self.named))
        return not (faults & _OF_WORDS if item.heard.form == SPOKEN_FORM else faults)

    def doubt(self, item: Doubt) -> Doubt | None:
        reply = item.reply
        if reply and set(jotted(capital(reply) + ".", self.named)) == {SPLICE}:
            reply = split_at_splice(reply)
        told = self.is_whole(f"You wondered whether {item.text}.")
        answered = not reply or all(self.is_whole(one) for one in re.split(r"(?<=\.) ", capital(reply) + "."))
        return replace(item, reply=reply) if told and answered else None
