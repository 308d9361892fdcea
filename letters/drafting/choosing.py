"""Writes 160 candidates of each letter and keeps the one that reads best and resembles the others least."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from letters.drafting.dice import Dice
from letters.drafting.form import addressed, first_fitting, last_talk, length, on_day, salutation, signature
from letters.drafting.frames.seen import frames_in
from letters.drafting.ideas import as_doing
from letters.drafting.jotted import jotted
from letters.drafting.measure import content, likeness, roughness
from letters.drafting.mine import DOING, ORDER, THING
from letters.drafting.panel import open_differently, shares
from letters.drafting.plan import plan
from letters.drafting.planned import Plan, Share
from letters.drafting.thanks import Paragraphs, compose
from letters.drafting.writer import Writer
from letters.material import Draft
from letters.shingles import mask_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from letters.material import Material, Person

CANDIDATES = 160
# What a sentence costs that looks like a note: more than any other fault of a frame.
_JOTTED = 80
# Words of a thank-you, a little inside what the review takes for the right length.
THANK_YOU, SCREENING = (93, 150), (53, 110)


def panel_of(material: Material) -> list[Person]:
    """Everybody present in a talk, the reader among them, in the order of the talks."""
    order = {key: at for at, key in enumerate(key for talk in material.talks for key in talk.people)}
    met = [person for person in material.people if person.key in order]
    if all(person.key != material.reader.key for person in met):
        met.append(material.reader)
    return met


def thank_you(material: Material) -> Draft:
    """The thank-you to the reader, unlike those to the colleagues who come before in the panel."""
    readers = panel_of(material)
    share = shares(material, readers)
    plans = []
    for reader in readers:
        talk = last_talk(material.talks_with(reader.key), material.now)
        plans.append(plan(material, reader, share.get(reader.key, Share()), talk))
    open_differently(plans)
    fixed = [content(letter.body) for letter in material.letters if letter.body.strip()]
    written: list[str] = []
    banned, spared = set(frames_in("\n\n".join(fixed))), set[str]()
    for made in plans:
        bounds = SCREENING if made.reader.relation in ("recruiter", "agency") else THANK_YOU
        parts, used = best(
            material,
            made.reader,
            partial(compose, made, enough=bounds[0]),
            _common(made, material),
            [*fixed, *written],
            frozenset(banned),
            bounds,
            frozenset(spared),
        )
        if _is_written(material, made):
            spared |= used
        else:
            banned |= used
        found = finished(material, made.reader, parts, _subject(made, material), made.missing)
        if made.reader.key == material.reader.key:
            break
        written.append(content(found.body))
    return replace(found, questions=(*found.questions, *_thin(found, made, bounds[0])))


def _is_written(material: Material, made: Plan) -> bool:
    """Whether that person's thank-you for the last talk stands already, so that no other will be sent."""
    return any(
        letter.to == made.reader.key
        and letter.kind == "thank_you"
        and bool(letter.body.strip())
        and (made.talk is None or letter.sent_at is None or letter.sent_at > made.talk.starts)
        for letter in material.letters
    )


def _thin(found: Draft, made: Plan, low: int) -> list[str]:
    """What to add where a letter stays short for want of notes."""
    name = addressed(made.reader)
    if len(content(found.body).split()) >= low - 3:
        return []
    if not made.heard:
        question = _("What is %(name)s wrestling with? One line in their words makes the letter theirs.")
    elif made.idea is None:
        question = _(
            "What would be a small first step for %(name)s? One line of yours makes it a letter to reply to."
        )
    elif not made.details:
        question = _(
            "Was there a small thing that only you and %(name)s spoke of? The letter is still short."
        )
    else:
        question = _("What else did %(name)s tell you or ask you? The letter is still short.")
    return [question % {"name": name}]


def _common(made: Plan, material: Material) -> dict[str, str]:
    if made.talk is None:
        return {"l": "our talk", "d": ""}
    day = on_day(made.talk.starts.date(), material.now.date())
    spoken = length(made.talk.minutes)
    # To the minute is how a calendar speaks
    timed = spoken.endswith(("minutes", "quarter of an hour"))
    return {"l": "our talk" if timed else spoken, "d": " " + day}


def _faults(texts: Sequence[Sequence[str]]) -> int:
    """How often a sentence still looks like a note in its frame."""
    pairs = [pair for part in texts for pair in pairwise(["", *part])]
    return sum(len(jotted(sentence, before=before)) for before, sentence in pairs)


def best(
    material: Material,
    reader: Person,
    write: Callable[[Writer], Paragraphs],
    common: dict[str, str],
    others: Sequence[str],
    banned: frozenset[str],
    words: tuple[int, int],
    spared: frozenset[str] = frozenset(),
) -> tuple[Paragraphs, set[str]]:
    """The candidate with the lowest penalty, and the frames it is made of."""
    names = mask_of(material)
    chosen: tuple[Paragraphs, set[str]] = ([], set())
    lowest = float("inf")
    # A talk is named by its length and day, or by less.
    talks: tuple[dict[str, str], ...] = ({}, {"l": "our talk"}, {"l": "our conversation"}, {"d": ""})
    for at in range(CANDIDATES):
        dice = Dice(material.candidacy, reader.key, material.kind, material.number, at)
        pen = Writer(dice, banned, common | dice.one(talks), spared)
        parts = write(pen)
        texts = [[sentence.text for sentence in part] for part in parts]
        cost = roughness(texts, *words) + _JOTTED * _faults(texts)
        if cost < lowest:
            text = "\n".join(" ".join(part) for part in texts)
            cost += likeness(text, others, names, lowest - cost)
        if cost < lowest:
            lowest, chosen = cost, (parts, pen.used)
    return chosen


def finished(
    material: Material, reader: Person, parts: Paragraphs, subject: str, missing: Sequence[str]
) -> Draft:
    """The whole letter around its paragraphs."""
    addressed = replace(material, reader=reader)
    paragraphs = [" ".join(sentence.text for sentence in part) for part in parts]
    body = "\n\n".join([salutation(reader, material.letters), *paragraphs, signature(addressed)])
    sentences = tuple(sentence for part in parts for sentence in part)
    keys = {note.key for note in material.notes}
    used = dict.fromkeys(key for sentence in sentences for key in sentence.sources if key in keys)
    return Draft(reader.key, material.kind, subject, body, sentences, tuple(missing), tuple(used))


# Colleagues' letters have different ones.
_SUBJECTS = ("{t}, and one idea", "{t}: a first step", "One thought on {t}", "{t}: where I would begin")


def _subject(made: Plan, material: Material) -> str:
    # A noun alone says too little, a fact is beside the point
    about = next((h for h in made.heard if len(h.topic.split()) > 1 and h.kind != "fact"), None)
    topic = about.topic if about is not None else ""
    # A first step is promised only with the trouble that it is for
    stepped = about is not None and made.idea is not None and about.key == made.idea_for
    day = on_day(made.talk.starts.date(), material.now.date()).removeprefix("on ") if made.talk else ""
    turn = Dice(material.candidacy, made.reader.key, "subject").below(len(_SUBJECTS))
    frames = {
        "detail": (*_SUBJECTS[turn:], *_SUBJECTS[:turn], "After our talk: {t}"),
        "question": ("{t}, and your question",),
        "picture": ("{t}, and a first step", "What you said about {t}"),
        "goal": ("{t}: one thought", "One thought on {t}"),
        "topic": ("{t}, and a thought", "After our talk: {t}"),
        "plain": ("Our talk, and {t}", "{t}"),
    }[made.opening]
    needs = ("idea", "first step", "thought", "begin")
    options = [
        frame.format(t=topic)
        for frame in (*frames, "{t}")
        if topic and (stepped or not any(word in frame for word in needs))
    ]
    if named := _named_idea(made):
        led = ("An idea", "A first step", "One thought")[turn % 3]
        options.append(f"{led}: {named}")
    plain = ("Thank you for our talk", "Our conversation", "Our talk, and my thanks", "With my thanks")[turn]
    if day not in ("", "today", "yesterday"):
        plain = (f"Thank you for {day}", f"Our talk on {day}", f"With my thanks for {day}", f"After {day}")[
            turn
        ]
    return first_fitting(*options, plain)


def _named_idea(made: Plan) -> str:
    """The idea in a few words, as it stands after a colon."""
    idea = made.idea
    if idea is None or not idea.short or (idea.form != THING and idea.short != idea.text):
        return ""
    return {THING: idea.short, DOING: idea.short, ORDER: as_doing(idea.short)}.get(idea.form, "")
