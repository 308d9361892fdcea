"""Letters against silence: the nudge, the second nudge from a fresh angle, the closing note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters.drafting.heard import CLAUSE_FORM, NOUN_FORM, SPOKEN_FORM, Heard
from letters.drafting.ideas import as_doing
from letters.drafting.mine import DOING, ORDER, THING, Mine
from letters.drafting.questions import ABOUT, HOW, QUOTED
from letters.drafting.thanks import merged as _merged
from letters.drafting.usable import overlap

if TYPE_CHECKING:
    from letters.drafting.silence import Reminder
    from letters.drafting.writer import Writer
    from letters.material import Sentence

Paragraphs = list[list["Sentence"]]
BOUNDS = {"nudge": (84, 130), "second_nudge": (58, 95), "closing": (40, 75)}


def compose_nudge(found: Reminder, pen: Writer) -> Paragraphs:
    """Earlier letter, development, what it means, something new, one easy question."""
    low = BOUNDS["nudge"][0]
    first = _reference(found, pen)
    second = _development(found, pen)
    if found.happened and not _meant(found):
        second += _so_what(found, pen)
    if not second:
        second = _further_idea(found, pen) + _remembered(found, pen, "remembered")
    third, last = _news(found, pen), _question(found, pen)
    parts = [first, second, third, last]
    for more in (_unused, _replied, _asked, _expanded, _detail, _keen, _unknown, _light, _stand):
        if _count(parts) < low:
            more(found, pen, parts)
    return _merged(_arranged(parts, pen))


def _arranged(parts: Paragraphs, pen: Writer) -> Paragraphs:
    first, second, third, last = parts
    if pen.dice.chance(6) or len(second) < 2:
        return [first + second, third, last]
    return [first + second[:1], second[1:], third + last]


def _unused(found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    """Another note of theirs that no letter has."""
    said = {key for part in parts for sentence in part for key in sentence.sources}
    item = next((h for h in found.unused if h.key not in said), None)
    if item is not None and item.words <= 20:
        parts[1] += _recalls(item, pen, "remembered")


def _replied(found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    """What they answered to a question of mine, where no letter has it."""
    for reply in found.replies[:1]:
        slot = {CLAUSE_FORM: "clause", NOUN_FORM: "noun", SPOKEN_FORM: "spoken"}.get(reply.heard.form)
        about = "about " if reply.asked.form == ABOUT else ""
        text = reply.heard.text
        if slot is not None:
            said = pen.say(
                f"their_reply.{slot}", reply.key, q=about + reply.asked.text, c=text, n=text, x=text
            )
            parts[1] += said


def _detail(found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    """Something of themselves that no letter has thanked them for."""
    for detail in found.details[:1]:
        parts[1] += pen.say("nudge.detail", detail.key, c=detail.text)


def _asked(found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    """A question of theirs that no letter has answered."""
    for question in found.made.questions:
        form, text = question.asked.form, question.asked.text
        if question.key in found.spent or question.stock or form == QUOTED or text.startswith("whether"):
            continue
        slot, name = ("nudge.asked", "q") if form == HOW else ("nudge.asked_about", "n")
        parts[1] += pen.say(slot, question.key, **{name: text})
        return


def _expanded(found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    if found.recalled is not None:
        parts[0] += pen.say("nudge.expand", found.recalled.key)


def _unknown(found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    if found.recalled is not None:
        parts[0] += pen.say("nudge.unknown", found.recalled.key)


def _keen(_found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    parts[3] = pen.say("keen") + parts[3]


def _light(_found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    parts[3] += pen.say("nudge.light")


def compose_second(found: Reminder, pen: Writer) -> Paragraphs:
    """A fresh angle: the news of them, a remark of theirs, or mine; nothing of the first letter again."""
    low = BOUNDS["second_nudge"][0]
    first = _development(found, pen)
    if first and not _meant(found):
        first += _remembered(found, pen, "second.so_what") or _so_what(found, pen)
    first = first or _further_idea(found, pen) or _second_opening(found, pen)
    parts = [first, [], _news(found, pen), pen.say("second.question")]
    for more in (_replied, _asked, _detail, _stand, _keen, _light):
        if _count(parts) < low:
            more(found, pen, parts)
    return _merged([parts[0] + parts[1], *parts[2:]])


def _stand(_found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    parts[1] += pen.say("second.stand")


def _second_opening(found: Reminder, pen: Writer) -> list[Sentence]:
    if found.unused:
        item = found.unused[0]
        if item.named:
            return pen.say("remembered_goal", item.key, c=item.text)
        slot, name = ("second.open_noun", "n") if item.form == NOUN_FORM else ("second.open", "c")
        return pen.say(slot, item.key, **{name: item.text})
    if found.topic[0]:
        return pen.say("second.open_topic", found.topic[1], t=found.topic[0])
    return pen.say("second.open_talk", date=found.talked_on) if found.talked_on else []


def compose_closing(found: Reminder, pen: Writer) -> Paragraphs:
    """Thanks, the door open, no reproach."""
    talk = found.made.talk
    first = pen.say("closing.thanks", talk.key if talk else "")
    untold = {h.key for h in found.unused} if found.earlier else {h.key for h in found.made.heard}
    short = [
        h
        for h in found.made.heard
        if h.words <= 18 and h.form == CLAUSE_FORM and not h.named and h.key in untold
    ]
    if short and pen.dice.chance(6):
        item = pen.dice.one(short)
        first += pen.say("closing.heard", item.key, c=item.text)
    elif found.topic[0]:
        first += pen.say("closing.topic", found.topic[1], t=found.topic[0])
    else:
        first += pen.say("closing.plain")
    event = next((d for d in found.made.details if d.event), None)
    last = pen.say("closing.door")
    if event is not None:
        last = pen.say("closing.event", event.key, n=event.event) + last
    return [first, last]


def _count(parts: Paragraphs) -> int:
    return sum(len(sentence.text.split()) for part in parts for sentence in part)


def _reference(found: Reminder, pen: Writer) -> list[Sentence]:
    if found.earlier is None:
        if found.topic[0] and found.talked_on:
            return pen.say("nudge.talk", found.topic[1], t=found.topic[0], date=found.talked_on)
        return pen.say("nudge.talk_plain", date=found.talked_on) if found.talked_on else []
    idea, key = found.recalled, found.earlier.key
    if idea is not None and idea.form == THING:
        return pen.say("nudge.idea", key, idea.key, n=idea.short, date=found.written_on)
    doing = _doing(idea) if idea is not None else ""
    if idea is not None and doing:
        return pen.say("nudge.doing", key, idea.key, g=doing, date=found.written_on)
    if found.topic[0] and (not found.earlier.body or overlap(found.topic[0], found.earlier.body) >= 0.5):
        slot = "nudge.topic" if found.earlier.body else "nudge.plain"
        return pen.say(slot, key, t=found.topic[0], date=found.written_on)
    return pen.say("nudge.plain", key, date=found.written_on)


def _doing(idea: Mine) -> str:
    if idea.form == DOING:
        return idea.short
    return as_doing(idea.short) if idea.form == ORDER else ""


def _development(found: Reminder, pen: Writer) -> list[Sentence]:
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
    return said + [pen.bare(clause, item.key) for clause in item.means]


def _meant(found: Reminder) -> bool:
    """Whether my own line says what the news means for them."""
    return found.happened is not None and bool(found.happened.means or found.happened.chance)


def _so_what(found: Reminder, pen: Writer) -> list[Sentence]:
    untold = _remembered(found, pen)
    if untold and pen.dice.chance(5):
        return untold
    if found.topic[0]:
        return pen.say("so_what", found.topic[1], t=found.topic[0])
    return untold or pen.say("so_what.plain", found.happened.key if found.happened else "")


def _remembered(found: Reminder, pen: Writer, slot: str = "so_what.said") -> list[Sentence]:
    """A remark of theirs that no letter has."""
    known = [h for h in found.unused if h.words <= 20]
    item = next((h for h in known if slot == "remembered" or (h.form == CLAUSE_FORM and not h.named)), None)
    return _recalls(item, pen, slot) if item is not None else []


def _recalls(item: Heard, pen: Writer, slot: str) -> list[Sentence]:
    if item.named:
        return pen.say("remembered_goal", item.key, c=item.text)
    if item.form == NOUN_FORM:
        return pen.say("remembered_noun", item.key, n=item.text)
    return pen.say(slot, item.key, c=item.text)


def _further_idea(found: Reminder, pen: Writer) -> list[Sentence]:
    """A second idea of mine that no letter has yet: it expands the first letter."""
    idea = found.fresh
    if idea is None:
        return []
    slot = {THING: "further.thing", ORDER: "further.order"}.get(idea.form, "further.plain")
    said = pen.say(slot, idea.key, n=idea.text, b=idea.text, x=idea.text)
    return said + [pen.bare(clause, idea.key) for clause in idea.then]


def _news(found: Reminder, pen: Writer) -> list[Sentence]:
    item = found.new
    if item is None:
        return []
    slot = f"new.{item.form}" if item.since else f"new.older_{item.form}"
    said = pen.say(slot, item.key, c=item.text, n=item.text)
    return said + [pen.bare(clause, item.key) for clause in item.means]


def _question(found: Reminder, pen: Writer) -> list[Sentence]:
    if found.topic[0] and pen.dice.chance(4):
        return pen.say("nudge.question_topic", found.topic[1], t=found.topic[0])
    if found.recalled is None:
        return pen.say("nudge.question_open")
    return pen.say("nudge.question", found.recalled.key)
