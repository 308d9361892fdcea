"""What a letter after silence may say: the earlier letter, news since, and what no letter has told yet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from letters.drafting.developments import Happened, New, pick_development, pick_news, read, tell
from letters.drafting.form import last_talk, length, plain_date
from letters.drafting.grammar import NOUN, shape
from letters.drafting.heard import CLAUSE_FORM, NOUN_FORM, Heard
from letters.drafting.ideas import as_doing, proposed
from letters.drafting.mine import DOING, ORDER, THING, Mine
from letters.drafting.noun_phrases import noun_phrase
from letters.drafting.usable import overlap, voice_for
from letters.drafting.words import NUMERALS, cut, join

if TYPE_CHECKING:
    from letters.drafting.planned import Plan, Question, Reply, Share
    from letters.drafting.voice import Voice
    from letters.material import EarlierLetter, Material

# From this share of its meaning on, a letter has told a note; an idea earlier, since it is told in one place.
_TOLD, _TOLD_IDEA = 0.5, 0.4


@dataclass(slots=True)
class Reminder:
    """What a letter after silence may say."""

    made: Plan
    earlier: EarlierLetter | None
    written_on: str
    talked_on: str
    # The idea of the earlier letter, and how a sentence names it: as a thing ("idea") or a doing.
    recalled: Mine | None = None
    recalled_as: tuple[str, str] = ("", "")
    # An idea that no letter has, and the remark it answers.
    fresh: Mine | None = None
    fresh_for: str = ""
    topic: tuple[str, str] = ("", "")
    # A topic that says enough by itself: "your rota", not "boats".
    wide_topic: tuple[str, str] = ("", "")
    happened: Happened | None = None
    new: New | None = None
    # What they said, answered me and asked, and what I told them, where no letter has it.
    unused: list[Heard] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    answers: list[Mine] = field(default_factory=list)
    dates: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


def gather(material: Material, made: Plan, share: Share) -> Reminder:
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
    voice = voice_for(material, reader)
    _look_out_untold(found, _Told(mine), share, voice)
    _recall(found, material, earlier)
    _name_topics(found)
    development = pick_development(material, {letter.development for letter in mine})
    if development is not None:
        found.happened = read(development, material.company, voice)
        if development.published_on:
            found.dates[development.key] = plain_date(development.published_on, today)
    news = pick_news(material, {letter.news for letter in material.letters})
    found.new = tell(news, material, voice) if news is not None else None
    _ask(found, material)
    return found


class _Told:
    """What the letters to the reader have: the notes they name, and what their words say."""

    def __init__(self, letters: list[EarlierLetter]) -> None:
        self.keys = {key for letter in letters for key in letter.notes}
        self.text = " ".join(letter.body for letter in letters)

    def has(self, key: str, text: str, enough: float = _TOLD) -> bool:
        return key in self.keys or (bool(self.text) and overlap(text, self.text) >= enough)


def _look_out_untold(found: Reminder, told: _Told, share: Share, voice: Voice) -> None:
    made = found.made
    found.unused = [h for h in made.heard if _says_something(h) and not told.has(h.key, h.text)]
    found.replies = [r for r in made.replies if not told.has(r.key, r.heard.text)]
    found.answers = [a for a in made.evidence if not told.has(a.key, a.text)]
    for question in made.questions:
        answer = question.answer
        if question.stock or told.has(question.key, question.asked.text):
            continue
        spent = answer is not None and told.has(answer.key, answer.text)
        found.questions.append(replace(question, answer=None) if spent else question)
    for note in share.ideas:
        spent = note.key == made.held or told.has(note.key, note.text, _TOLD_IDEA)
        idea = None if spent else proposed(note, voice)
        if idea is not None:
            found.fresh, found.fresh_for = idea, note.about
            return


def _says_something(heard: Heard) -> bool:
    """Whether it is worth a letter of its own: a count of heads is not."""
    return heard.form == CLAUSE_FORM or (heard.form == NOUN_FORM and not _counts(heard.text))


def _counts(text: str) -> bool:
    first = re.split(r"[ -]", text.lower(), maxsplit=1)[0]
    return first in NUMERALS or first[:1].isdigit()


def _recall(found: Reminder, material: Material, earlier: EarlierLetter | None) -> None:
    """The idea of the earlier letter, where that letter has it and a few words can name it."""
    if earlier is None:
        return
    ideas = [note for note in material.notes if note.kind == "idea" and note.share == "open"]
    ideas.sort(key=lambda note: note.key not in earlier.notes)
    for note in ideas:
        if note.key in earlier.notes or (earlier.body and overlap(note.text, earlier.body) >= _TOLD):
            idea = proposed(note, voice_for(material, material.reader))
            named = _named(idea) if idea is not None else ("", "")
            if named[1]:
                found.recalled, found.recalled_as = idea, named
                return


def _named(idea: Mine) -> tuple[str, str]:
    """How a sentence names an idea: *a two-week trial*, *walking the yard*."""
    # What it does is told in the letter itself: "the ten clauses that are asked for" are the ten clauses
    short = re.split(r" (?:that|which|who) ", idea.short)[0]
    if not short:
        return "", ""
    if idea.form == DOING:
        return "doing", short
    if idea.form == ORDER:
        return "doing", as_doing(short)
    if idea.form == THING:
        return "idea", short
    thing = shape(cut(short), order=True) == NOUN
    return ("idea", join(noun_phrase(cut(short)))) if thing else ("", "")


def _name_topics(found: Reminder) -> None:
    """Topics of theirs, those of the earlier letter first."""
    heard = [h for h in found.made.heard if h.topic]
    body = found.earlier.body if found.earlier else ""
    heard.sort(key=lambda h: -overlap(h.topic, body))
    topics = [(h.topic, h.key) for h in heard]
    found.topic = next(iter(topics), ("", ""))
    found.wide_topic = next(
        (one for one in topics if len(one[0].split()) > 1 and not _counts(one[0])), ("", "")
    )


def _ask(found: Reminder, material: Material) -> None:
    name = material.reader.name.split()[0]
    if material.kind == "closing":
        return
    if found.happened is None:
        found.missing.append(
            _("Has anything happened at %(company)s in the last 30 days? A headline will do.")
            % {"company": material.company}
        )
    elif not (found.happened.means or found.happened.chance):
        found.missing.append(
            _("What does that news mean for %(name)s? One line of your own says more than the headline.")
            % {"name": name}
        )
    if found.new is None:
        found.missing.append(_("What is new on your side since you met? A course, a result, a small win."))
    elif not found.new.means:
        found.missing.append(_("Why does your news matter here? A second sentence would say it."))


def common(found: Reminder) -> dict[str, str]:
    """The words every frame of these letters may use."""
    talk = found.made.talk
    day = f" on {found.talked_on}" if found.talked_on else ""
    return {"l": length(talk.minutes if talk else None), "d": day, "date": found.talked_on}
