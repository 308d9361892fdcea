"""What no letter has told yet, taken up in a letter after silence: a remark, an idea, an answer of mine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters.drafting.heard import CLAUSE_FORM, NOUN_FORM, SPOKEN_FORM, Heard
from letters.drafting.mine import DID, DOING, LEANING, ORDER, STATED, THING, Mine
from letters.drafting.questions import ABOUT, HOW, QUOTED

if TYPE_CHECKING:
    from collections.abc import Collection

    from letters.drafting.planned import Question
    from letters.drafting.silence import Reminder
    from letters.drafting.writer import Writer
    from letters.material import Sentence

# Longer than this a remark is no longer a reminder of itself.
_LONGEST = 22


def take_up(found: Reminder, pen: Writer, said: Collection[str]) -> list[Sentence]:
    """The best thing that no letter has, in a sentence or a few; `said` are keys this one has already."""
    for move in (_remark_and_idea, _idea, _remark, _question_and_answer, _reply, _told, _question):
        sentences = move(found, pen, said)
        if sentences:
            return sentences
    return []


def recalled(found: Reminder, pen: Writer, said: Collection[str], slot: str) -> list[Sentence]:
    """A remark of theirs that no letter has, in the frames of that slot."""
    item = next((h for h in _remarks(found, said) if h.form == CLAUSE_FORM and h.kind != "goal"), None)
    return pen.say(slot, item.key, c=item.text) if item is not None else []


def _remarks(found: Reminder, said: Collection[str]) -> list[Heard]:
    return [h for h in found.unused if h.key not in said and h.words <= _LONGEST]


def _remark_and_idea(found: Reminder, pen: Writer, said: Collection[str]) -> list[Sentence]:
    """What they said and no letter answered, and how I would go about it."""
    idea = found.fresh
    if idea is None or idea.key in said:
        return []
    item = next((h for h in _remarks(found, said) if h.key == found.fresh_for), None)
    return _said_of(item, found, pen) + _answered_with(idea, pen) if item is not None else []


def _answered_with(idea: Mine, pen: Writer) -> list[Sentence]:
    slot = idea.form if idea.form in (THING, ORDER, DOING) else "plain"
    text = idea.text
    begun = pen.say(f"untold.idea_{slot}", idea.key, n=text, b=text, g=text, x=text)
    return begun + [pen.bare(clause, idea.key) for clause in idea.then[:2]]


def _idea(found: Reminder, pen: Writer, said: Collection[str]) -> list[Sentence]:
    """An idea by itself: it takes the first letter further."""
    idea = found.fresh
    if idea is None or idea.key in said:
        return []
    slot = {THING: "further.thing", ORDER: "further.order"}.get(idea.form, "further.plain")
    text = idea.text
    begun = pen.say(slot, idea.key, n=text, b=text, x=text)
    return begun + [pen.bare(clause, idea.key) for clause in idea.then[:2]]


def _remark(found: Reminder, pen: Writer, said: Collection[str]) -> list[Sentence]:
    """What they said, and that I would rather ask than guess."""
    item = next(iter(_remarks(found, said)), None)
    # Beside my idea it would plead ignorance of what the idea is about
    proposed = found.fresh is not None and found.fresh.key in said
    if item is None or (proposed and item.kind != "goal"):
        return []
    return _said_of(item, found, pen) + ([] if item.kind == "goal" else pen.may("untold.ask", item.key))


def _said_of(item: Heard, found: Reminder, pen: Writer) -> list[Sentence]:
    if item.trouble:
        return pen.say("remembered_noun", item.key, n=item.trouble)
    if item.named:
        return pen.say("remembered_goal", item.key, c=item.text)
    if item.kind == "goal":
        return pen.say("untold.goal", item.key, c=item.text)
    if item.form == NOUN_FORM:
        return pen.say("remembered_noun", item.key, n=item.text)
    return pen.say("untold.remark" if found.earlier else "remembered", item.key, c=item.text)


def _question_and_answer(found: Reminder, pen: Writer, said: Collection[str]) -> list[Sentence]:
    for question in found.questions:
        answer = question.answer
        if answer is not None and not {question.key, answer.key} & set(said):
            return _asked(question, pen) + _answer(answer, pen)
    return []


def _asked(question: Question, pen: Writer) -> list[Sentence]:
    slot, name = {ABOUT: ("untold.asked_about", "n"), QUOTED: ("untold.asked_quoted", "x")}.get(
        question.asked.form, ("untold.asked", "q")
    )
    return pen.say(slot, question.key, **{name: question.asked.text})


def _answer(answer: Mine, pen: Writer) -> list[Sentence]:
    slot = {ORDER: "answer.order", THING: "answer.named", LEANING: "answer.leaning"}.get(answer.form)
    begun = [pen.bare(answer.text, answer.key)] if slot is None else pen.say(slot, answer.key, a=answer.text)
    return begun + [pen.bare(clause, answer.key) for clause in answer.then[:1]]


def _reply(found: Reminder, pen: Writer, said: Collection[str]) -> list[Sentence]:
    """What they answered to a question of mine."""
    for reply in found.replies:
        slot = {CLAUSE_FORM: "clause", NOUN_FORM: "noun", SPOKEN_FORM: "spoken"}.get(reply.heard.form)
        if slot is not None and reply.key not in said:
            about = "about " if reply.asked.form == ABOUT else ""
            text = reply.heard.text
            return pen.say(
                f"their_reply.{slot}", reply.key, q=about + reply.asked.text, c=text, n=text, x=text
            )
    return []


def _told(found: Reminder, pen: Writer, said: Collection[str]) -> list[Sentence]:
    """Something of my own that I told them and no letter has."""
    item = next((a for a in found.answers if a.key not in said and a.form in (DID, STATED)), None)
    if item is None:
        return []
    begun = pen.say("untold.told" if found.earlier else "told.clause", item.key, c=item.text)
    return begun + [pen.bare(clause, item.key) for clause in item.then[:1]]


def _question(found: Reminder, pen: Writer, said: Collection[str]) -> list[Sentence]:
    """A question of theirs that no letter came back to."""
    for question in found.questions:
        form, text = question.asked.form, question.asked.text
        if question.key in said or form == QUOTED or text.startswith("whether"):
            continue
        slot, name = ("nudge.asked", "q") if form == HOW else ("nudge.asked_about", "n")
        return pen.say(slot, question.key, **{name: text})
    return []
