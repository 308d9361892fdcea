"""What a letter after silence may say: the earlier letter, news since, and what no letter has told yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from letters.drafting.developments import Happened, New, pick_development, pick_news, read, tell
from letters.drafting.form import last_talk, length, plain_date
from letters.drafting.heard import CLAUSE_FORM, NOUN_FORM, Heard
from letters.drafting.ideas import as_doing, proposed
from letters.drafting.mine import DOING, THING, Mine
from letters.drafting.usable import overlap, voice_for

if TYPE_CHECKING:
    from letters.drafting.plan import Plan, Reply
    from letters.material import EarlierLetter, Material

# From this share of its meaning on, a letter has told a note.
_TOLD = 0.5


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
    # What they answered me, and what they told me of themselves, where no letter has it.
    replies: list[Reply] = field(default_factory=list)
    details: list[Heard] = field(default_factory=list)
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

    def untold(key: str, text: str) -> bool:
        return key not in spent_notes and (not told or overlap(text, told) < _TOLD)

    found.unused = [h for h in made.heard if h.form in (CLAUSE_FORM, NOUN_FORM) and untold(h.key, h.text)]
    found.replies = [r for r in made.replies if untold(r.key, r.heard.text)]
    found.details = [d for d in made.details if d.form == CLAUSE_FORM and untold(d.key, d.text)]
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
    elif not (found.happened.means or found.happened.chance):
        found.missing.append(
            f"What does that news mean for {name}? One line of your own says more than the headline."
        )
    if found.new is None:
        found.missing.append("What is new on your side since you met? A course, a result, a small win.")
    elif not found.new.means:
        found.missing.append("Why does your news matter here? A second sentence would say it.")


def common(found: Reminder) -> dict[str, str]:
    """The words every frame of these letters may use."""
    talk = found.made.talk
    day = f" on {found.talked_on}" if found.talked_on else ""
    return {"l": length(talk.minutes if talk else None), "d": day, "date": found.talked_on}
