"""Letters against silence: the nudge, the second nudge from a fresh angle, the closing note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters.drafting.heard import CLAUSE_FORM
from letters.drafting.thanks import merged as _merged
from letters.drafting.untold import recalled, take_up
from letters.drafting.usable import overlap

if TYPE_CHECKING:
    from letters.drafting.silence import Reminder
    from letters.drafting.writer import Writer
    from letters.material import Sentence

Paragraphs = list[list["Sentence"]]
BOUNDS = {"nudge": (84, 130), "second_nudge": (58, 95), "closing": (40, 75)}


def compose_nudge(found: Reminder, pen: Writer) -> Paragraphs:
    """Earlier letter, development, what it means, something new, one easy question.

    Where nothing has happened and nothing is new, what no letter has told yet stands in for both; where even
    that is wanting, the letter stays short.
    """
    parts = [_reference(found, pen), _development(found, pen), _news(found, pen), _question(found, pen)]
    if not parts[1]:
        parts[1] = take_up(found, pen, _keys(parts))
        parts[0] += [] if parts[1] else _stands(found, pen)
    elif not parts[2]:
        parts[2] = take_up(found, pen, _keys(parts))
    for more in (_keen, _point, _further, _further):
        if _count(parts) < BOUNDS["nudge"][0]:
            more(found, pen, parts)
    return _merged(_arranged(parts, pen))


def _arranged(parts: Paragraphs, pen: Writer) -> Paragraphs:
    first, second, third, last = parts
    if pen.dice.chance(6) or len(first) < 2 or len(second) < 2:
        return [first + second, third, last]
    return [first, second, third + last]


def _keys(parts: Paragraphs) -> set[str]:
    return {key for part in parts for sentence in part for key in sentence.sources}


def _further(found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    parts[1] = parts[1] + take_up(found, pen, _keys(parts))


def _point(found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    if found.recalled is not None:
        parts[0] = parts[0] + pen.may("nudge.unknown", found.recalled.key)


def _stands(found: Reminder, pen: Writer) -> list[Sentence]:
    """Where no letter has left anything out: I stand by the idea."""
    return pen.say("nudge.expand", found.recalled.key) if found.recalled is not None else []


def _keen(_found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    parts[-1] = pen.say("keen") + parts[-1]


def compose_second(found: Reminder, pen: Writer) -> Paragraphs:
    """A fresh angle: the news of them, a remark of theirs, or mine; nothing of the first letter again."""
    first, second = _development(found, pen) or take_up(found, pen, ()), _news(found, pen)
    if not first and not second:
        return [_only_question(found, pen), pen.say("keen") + pen.say("second.call")]
    parts = [first, second, pen.say("second.question")]
    for more in (_further_thought, _keen, _further_thought):
        if _count(parts) < BOUNDS["second_nudge"][0]:
            more(found, pen, parts)
    return _merged(parts)


def _further_thought(found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    parts[0] = parts[0] + take_up(found, pen, _keys(parts))


def _only_question(found: Reminder, pen: Writer) -> list[Sentence]:
    """No news and nothing left unsaid: one question, and no more."""
    if found.wide_topic[0]:
        return pen.say("second.only_topic", found.wide_topic[1], t=found.wide_topic[0])
    return pen.say("second.only")


def compose_closing(found: Reminder, pen: Writer) -> Paragraphs:
    """Thanks, the door open, no reproach."""
    talk = found.made.talk
    first = pen.say("closing.thanks", talk.key if talk else "") + _keeps(found, pen)
    event = next((d for d in found.made.details if d.event), None)
    last = pen.say("closing.door")
    if event is not None:
        last = pen.say("closing.event", event.key, n=event.event) + last
    return [first, last]


def _keeps(found: Reminder, pen: Writer) -> list[Sentence]:
    """What I take along: something of themselves, what they hope for, a subject; never their trouble."""
    told = [
        ("closing.heard", h)
        for h in (*found.made.details, *found.made.heard)
        if h.form == CLAUSE_FORM
        and h.words <= 18
        and not h.event
        and (h.kind == "detail" or h.mood == "good")
    ]
    told += [
        ("closing.goal" if h.named else "closing.goal_told", h)
        for h in found.made.heard
        if h.kind == "goal" and h.words <= 18 and (h.named or h.form == CLAUSE_FORM)
    ]
    chosen = pen.dice.below(len(told) + 2)
    if chosen < len(told):
        slot, item = told[chosen]
        return pen.say(slot, item.key, c=item.text)
    if found.wide_topic[0] and pen.dice.chance(5):
        return pen.say("closing.topic", found.wide_topic[1], t=found.wide_topic[0])
    return pen.say("closing.plain")


def _count(parts: Paragraphs) -> int:
    return sum(len(sentence.text.split()) for part in parts for sentence in part)


def _reference(found: Reminder, pen: Writer) -> list[Sentence]:
    if found.earlier is None:
        if found.wide_topic[0] and found.talked_on:
            return pen.say("nudge.talk", found.wide_topic[1], t=found.wide_topic[0], date=found.talked_on)
        return pen.say("nudge.talk_plain", date=found.talked_on) if found.talked_on else []
    idea, key = found.recalled, found.earlier.key
    if idea is not None:
        return pen.say(
            f"nudge.{found.recalled_as[0]}",
            key,
            idea.key,
            n=found.recalled_as[1],
            g=found.recalled_as[1],
            date=found.written_on,
        )
    if found.topic[0] and (not found.earlier.body or overlap(found.topic[0], found.earlier.body) >= 0.5):
        slot = "nudge.topic" if found.earlier.body else "nudge.plain"
        return pen.say(slot, key, t=found.topic[0], date=found.written_on)
    return pen.say("nudge.plain", key, date=found.written_on)


def _development(found: Reminder, pen: Writer) -> list[Sentence]:
    """What has happened, and what it means for them."""
    item = found.happened
    if item is None:
        return []
    date = found.dates.get(item.key, "")
    if item.clause and item.source and pen.dice.chance(6):
        said = pen.say("development.source", item.key, source=item.source, c=item.clause)
    elif item.clause:
        said = pen.say(
            "development.clause" if date else "development.clause_undated", item.key, c=item.clause, date=date
        )
    else:
        said = pen.say(
            "development.quote" if date else "development.quote_undated", item.key, x=item.headline, date=date
        )
    if item.chance:
        said = said + pen.say("means.noun", item.key, n=item.chance)
    said += [pen.bare(clause, item.key) for clause in item.means]
    return said if item.means or item.chance else said + _so_what(found, pen)


def _so_what(found: Reminder, pen: Writer) -> list[Sentence]:
    untold = recalled(found, pen, (), "so_what.said")
    if untold and pen.dice.chance(5):
        return untold
    if found.wide_topic[0]:
        return pen.say("so_what", found.wide_topic[1], t=found.wide_topic[0])
    return untold or pen.say("so_what.plain", found.happened.key if found.happened else "")


def _news(found: Reminder, pen: Writer) -> list[Sentence]:
    item = found.new
    if item is None:
        return []
    slot = f"new.{item.form}" if item.since else f"new.older_{item.form}"
    said = pen.say(slot, item.key, c=item.text, n=item.text)
    return said + [pen.bare(clause, item.key) for clause in item.means]


def _question(found: Reminder, pen: Writer) -> list[Sentence]:
    if found.wide_topic[0] and pen.dice.chance(4):
        return pen.say("nudge.question_topic", found.wide_topic[1], t=found.wide_topic[0])
    if found.recalled is None:
        return pen.say("nudge.question_open")
    return pen.say("nudge.question", found.recalled.key)
