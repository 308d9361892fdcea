"""Letters against silence: the nudge, the second nudge from a fresh angle, the closing note."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from letters.drafting.developments import Happened, New, pick_development, pick_news, read, tell
from letters.drafting.form import last_talk, length, plain_date
from letters.drafting.heard import CLAUSE_FORM, NOUN_FORM, Heard
from letters.drafting.ideas import as_doing, proposed
from letters.drafting.mine import DOING, ORDER, THING, Mine
from letters.drafting.questions import HOW, QUOTED
from letters.drafting.thanks import merged as _merged
from letters.drafting.usable import overlap, voice_for

if TYPE_CHECKING:
    from letters.drafting.plan import Plan
    from letters.drafting.writer import Writer
    from letters.material import EarlierLetter, Material, Sentence

Paragraphs = list[list["Sentence"]]
BOUNDS = {"nudge": (84, 130), "second_nudge": (58, 95), "closing": (40, 75)}


@dataclass(slots=True)
class Reminder:
    """What a letter after silence may say."""

    made: Plan
    earlier: EarlierLetter | None
    written_on: str
    talked_on: str
    recalled: Mine | None = None
    fresh: Mine | None = None
    topic: tuple[str, str] = ("", "")
    happened: Happened | None = None
    new: New | None = None
    unused: list[Heard] = field(default_factory=list)
    # Keys of the notes that letters to the reader have already.
    spent: set[str] = field(default_factory=set)
    dates: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


def gather(material: Material, made: Plan) -> Reminder:
    """Look out the earlier letter, the development and my news."""
    reader, today = material.reader, material.now.date()
    mine = [x for x in material.letters if x.to == reader.key and x.sent_at and x.status == "sent"]
    mine.sort(key=lambda letter: letter.sent_at or material.now)
    first = [letter for letter in mine if letter.kind in ("thank_you", "free")] or mine
    earlier = first[-1] if first else None
    talk = last_talk(material.talks_with(reader.key), material.now)
    found = Reminder(
        made,
        earlier,
        plain_date(earlier.sent_at.date(), today) if earlier and earlier.sent_at else "",
        plain_date(talk.starts.date(), today) if talk else "",
    )
    spent_notes = {key for letter in mine for key in letter.notes}
    found.spent = spent_notes
    told = " ".join(letter.body for letter in mine)
    found.unused = [
        h
        for h in made.heard
        if h.key not in spent_notes
        and (not told or overlap(h.text, told) < 0.5)
        and h.form in (CLAUSE_FORM, NOUN_FORM)
    ]
    found.recalled = _recalled(material, earlier)
    found.fresh = _fresh_idea(made, spent_notes, told) if told or spent_notes else None
    found.topic = _topic(made, earlier)
    voice = voice_for(material, reader)
    development = pick_development(material, {letter.development for letter in mine})
    if development is not None:
        found.happened = read(development, material.company, voice)
        if development.published_on:
            found.dates[development.key] = plain_date(development.published_on, today)
    news = pick_news(material, {letter.news for letter in material.letters})
    found.new = tell(news, material, voice) if news is not None else None
    _ask(found, material)
    return found


def _recalled(material: Material, earlier: EarlierLetter | None) -> Mine | None:
    """The idea of the earlier letter, where that letter has it."""
    if earlier is None:
        return None
    for note in material.notes:
        if note.kind != "idea" or note.share != "open":
            continue
        written = note.key in earlier.notes or (earlier.body and overlap(note.text, earlier.body) >= 0.5)
        if written:
            idea = proposed(note, voice_for(material, material.reader))
            if idea is not None and idea.short and (idea.form in (THING, DOING) or as_doing(idea.short)):
                return idea
    return None


def _fresh_idea(made: Plan, spent: set[str], told: str) -> Mine | None:
    """An idea that the letters to the reader do not have."""
    idea = made.idea
    if idea is None or idea.key in spent or overlap(idea.text, told) >= 0.4:
        return None
    return idea


def _topic(made: Plan, earlier: EarlierLetter | None) -> tuple[str, str]:
    """A topic of theirs, one of the earlier letter if there is any."""
    heard = [h for h in made.heard if h.topic]
    body = earlier.body if earlier else ""
    heard.sort(key=lambda h: -overlap(h.topic, body))
    return (heard[0].topic, heard[0].key) if heard else ("", "")


def _ask(found: Reminder, material: Material) -> None:
    name = material.reader.name.split()[0]
    if material.kind == "closing":
        return
    if found.happened is None:
        found.missing.append(
            f"Has anything happened at {material.company} in the last 30 days? A headline will do."
        )
    elif not found.happened.means:
        found.missing.append(
            f"What does that news mean for {name}? One line of your own says more than the headline."
        )
    if found.new is None:
        found.missing.append("What is new on your side since you met? A course, a result, a small win.")
    elif not found.new.means:
        found.missing.append("Why does your news matter here? A second sentence would say it.")


def compose_nudge(found: Reminder, pen: Writer) -> Paragraphs:
    """Earlier letter, development, what it means, something new, one easy question."""
    low = BOUNDS["nudge"][0]
    first = _reference(found, pen)
    second = _development(found, pen)
    if found.happened and not found.happened.means:
        second += _so_what(found, pen)
    if not second:
        second = _further_idea(found, pen) + _remembered(found, pen, "remembered")
    third, last = _news(found, pen), _question(found, pen)
    parts = [first, second, third, last]
    for more in (_unused, _asked, _expanded, _keen, _unknown, _light, _stand):
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
    if first and not (found.happened and found.happened.means):
        first += _remembered(found, pen, "second.so_what") or _so_what(found, pen)
    first = first or _further_idea(found, pen) or _second_opening(found, pen)
    parts = [first, [], _news(found, pen), pen.say("second.question")]
    for more in (_asked, _stand, _keen, _light):
        if _count(parts) < low:
            more(found, pen, parts)
    return _merged([parts[0] + parts[1], *parts[2:]])


def _stand(_found: Reminder, pen: Writer, parts: Paragraphs) -> None:
    parts[1] += pen.say("second.stand")


def _second_opening(found: Reminder, pen: Writer) -> list[Sentence]:
    if found.unused:
        item = found.unused[0]
        slot, name = ("second.open_noun", "n") if item.form == NOUN_FORM else ("second.open", "c")
        return pen.say(slot, item.key, **{name: item.text})
    if found.topic[0]:
        return pen.say("second.open_topic", found.topic[1], t=found.topic[0])
    return pen.say("second.open_talk", date=found.talked_on) if found.talked_on else []


def compose_closing(found: Reminder, pen: Writer) -> Paragraphs:
    """Thanks, the door open, no reproach."""
    talk = found.made.talk
    first = pen.say("closing.thanks", talk.key if talk else "")
    short = [h for h in found.made.heard if h.words <= 18 and h.form == CLAUSE_FORM]
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
    return said + [pen.bare(clause, item.key) for clause in item.means]


def _so_what(found: Reminder, pen: Writer) -> list[Sentence]:
    if found.topic[0]:
        return pen.say("so_what", found.topic[1], t=found.topic[0])
    return _remembered(found, pen)


def _remembered(found: Reminder, pen: Writer, slot: str = "so_what.said") -> list[Sentence]:
    """A remark of theirs: one that no letter has, beside news also one they know from the first letter."""
    known = found.unused if slot == "remembered" else [*found.unused, *found.made.heard]
    item = next((h for h in known if h.words <= 20 and (h.form == CLAUSE_FORM or slot == "remembered")), None)
    return _recalls(item, pen, slot) if item is not None else []


def _recalls(item: Heard, pen: Writer, slot: str) -> list[Sentence]:
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


def common(found: Reminder) -> dict[str, str]:
    """The words every frame of these letters may use."""
    talk = found.made.talk
    day = f" on {found.talked_on}" if found.talked_on else ""
    return {"l": length(talk.minutes if talk else None), "d": day, "date": found.talked_on}
