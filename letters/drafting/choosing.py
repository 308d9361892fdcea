"""Writes 160 candidates of each letter and keeps the one that reads best and resembles the others least."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from letters.drafting.dice import Dice
from letters.drafting.form import first_fitting, last_talk, length, on_day, salutation, signature
from letters.drafting.measure import content, likeness, roughness
from letters.drafting.nudge import (
    BOUNDS,
    Reminder,
    common,
    compose_closing,
    compose_nudge,
    compose_second,
    gather,
)
from letters.drafting.panel import open_differently, shares
from letters.drafting.plan import Plan, Share, plan
from letters.drafting.thanks import Paragraphs, compose
from letters.drafting.words import cut
from letters.drafting.writer import Writer
from letters.material import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from letters.material import Material, Person

CANDIDATES = 160


def mask_of(material: Material) -> frozenset[str]:
    """Names, company and role: what resemblance does not count."""
    text = " ".join([material.company, material.role, material.sender, *(p.name for p in material.people)])
    small = {"of", "the", "and", "for", "in", "de", "van", "&"}
    return frozenset(word.low for word in cut(text)) - small


def panel_of(material: Material) -> list[Person]:
    """Everybody present in a talk, the reader among them, in the order of the talks."""
    order = {key: at for at, key in enumerate(key for talk in material.talks for key in talk.people)}
    met = [person for person in material.people if person.key in order]
    if all(person.key != material.reader.key for person in met):
        met.append(material.reader)
    return met


def thank_yous(material: Material) -> dict[str, Draft]:
    """A thank-you to everybody in the panel."""
    readers = panel_of(material)
    share = shares(material, readers)
    plans = []
    for reader in readers:
        talk = last_talk(material.talks_with(reader.key), material.now)
        plans.append(plan(material, reader, share.get(reader.key, Share()), talk))
    open_differently(plans)
    fixed = [content(letter.body) for letter in material.letters if letter.body.strip()]
    written: dict[str, Draft] = {}
    banned: set[str] = set()
    for made in plans:
        texts = [content(draft.body) for draft in written.values()]
        parts, used = best(
            material,
            made.reader,
            lambda pen, made=made: compose(made, pen),  # type: ignore[misc]
            _common(made, material),
            [*fixed, *texts],
            frozenset(banned),
            (94, 150),
        )
        banned |= used
        written[made.reader.key] = finished(
            material, made.reader, parts, _subject(made, material), made.missing
        )
    return written


_COMPOSERS = {"nudge": compose_nudge, "second_nudge": compose_second, "closing": compose_closing}


def reminder(material: Material) -> Draft:
    """A nudge, a second nudge or a closing note to the reader."""
    reader = material.reader
    readers = panel_of(material)
    share = shares(material, readers)
    talk = last_talk(material.talks_with(reader.key), material.now)
    found = gather(material, plan(material, reader, share.get(reader.key, Share()), talk))
    compose_it = _COMPOSERS[material.kind]
    parts, _ = best(
        material,
        reader,
        lambda pen: compose_it(found, pen),
        common(found),
        [content(letter.body) for letter in material.letters if letter.body.strip()],
        frozenset(),
        BOUNDS[material.kind],
    )
    draft = finished(material, reader, parts, _reminder_subject(found, material), found.missing)
    sources = {key for sentence in draft.sentences for key in sentence.sources}
    happened, new = found.happened, found.new
    return replace(
        draft,
        development=happened.key if happened and happened.key in sources else "",
        news=new.key if new and new.key in sources else "",
    )


def _reminder_subject(found: Reminder, material: Material) -> str:
    """A nudge goes out as a reply in the thread of the earlier letter."""
    topic = found.topic[0]
    earlier = found.earlier.subject.strip() if found.earlier else ""
    if earlier:
        return first_fitting(earlier if earlier.lower().startswith("re:") else f"Re: {earlier}", earlier)
    if material.kind == "closing":
        return first_fitting("With thanks", "Thank you")
    if material.kind == "second_nudge":
        return first_fitting(f"One more thought on {topic}" if topic else "", "One more thought")
    return first_fitting(f"{topic}, and some news" if topic else "", "A thought since we spoke")


def _common(made: Plan, material: Material) -> dict[str, str]:
    if made.talk is None:
        return {"l": "our talk", "d": ""}
    day = on_day(made.talk.starts.date(), material.now.date())
    return {"l": length(made.talk.minutes), "d": " " + day}


def best(
    material: Material,
    reader: Person,
    write: Callable[[Writer], Paragraphs],
    common: dict[str, str],
    others: Sequence[str],
    banned: frozenset[str],
    words: tuple[int, int],
) -> tuple[Paragraphs, set[str]]:
    """The candidate with the lowest penalty, and the frames it is made of."""
    names = mask_of(material)
    chosen: tuple[Paragraphs, set[str]] = ([], set())
    lowest = float("inf")
    for at in range(CANDIDATES):
        pen = Writer(Dice(material.candidacy, reader.key, material.kind, material.number, at), banned, common)
        parts = write(pen)
        texts = [[sentence.text for sentence in part] for part in parts]
        cost = roughness(texts, *words)
        if cost < lowest:
            cost += likeness("\n".join(" ".join(part) for part in texts), others, names)
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


def _subject(made: Plan, material: Material) -> str:
    topics = [heard.topic for heard in made.heard if heard.topic]
    day = on_day(made.talk.starts.date(), material.now.date()).removeprefix("on ") if made.talk else ""
    topic = topics[0] if topics else ""
    frames = {
        "detail": ("{t}, and one idea", "After our talk: {t}"),
        "question": ("Your question, and {t}", "{t}, after our talk"),
        "picture": ("What you said about {t}", "{t}: a first step"),
        "goal": ("One thought on {t}", "{t}: one thought"),
        "topic": ("{t}, and a first step", "After our talk: {t}"),
        "plain": ("Our talk, and {t}", "{t}"),
    }[made.opening]
    options = [frame.format(t=topic) for frame in frames if topic and (made.idea or "idea" not in frame)]
    plain = f"Thank you for {day}" if day not in ("", "today", "yesterday") else "Thank you for our talk"
    return first_fitting(*options, plain)
