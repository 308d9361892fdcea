"""A letter after silence: unlike those before it, and unlike those that colleagues would have."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from letters.drafting.choosing import best, finished, panel_of
from letters.drafting.form import first_fitting, last_talk
from letters.drafting.measure import content
from letters.drafting.nudge import BOUNDS, compose_closing, compose_nudge, compose_second
from letters.drafting.panel import shares
from letters.drafting.plan import plan
from letters.drafting.planned import Share
from letters.drafting.silence import common, gather

if TYPE_CHECKING:
    from letters.drafting.silence import Reminder
    from letters.material import Draft, Material

_COMPOSERS = {"nudge": compose_nudge, "second_nudge": compose_second, "closing": compose_closing}


def reminder(material: Material) -> Draft:
    """A nudge, a second nudge or a closing note to the reader.

    Colleagues who come before in the panel are thought of as having one too, so that theirs has other frames.
    """
    readers = panel_of(material)
    share = shares(material, readers)
    others = [content(letter.body) for letter in material.letters if letter.body.strip()]
    banned: set[str] = set()
    for reader in readers:
        known = replace(material, reader=reader)
        mine = reader.key == material.reader.key
        if not mine:
            known = replace(known, ticked=None, chosen_development="", chosen_news="", number=0)
        own = share.get(reader.key, Share())
        talk = last_talk(known.talks_with(reader.key), known.now)
        found = gather(known, plan(known, reader, own, talk), own)
        parts, used = best(
            known,
            reader,
            partial(_COMPOSERS[known.kind], found),
            common(found),
            others,
            frozenset(banned),
            BOUNDS[known.kind],
        )
        if mine:
            break
        banned |= used
    draft = finished(known, reader, parts, _subject(found, known), found.missing)
    sources = {key for sentence in draft.sentences for key in sentence.sources}
    happened, new = found.happened, found.new
    return replace(
        draft,
        development=happened.key if happened and happened.key in sources else "",
        news=new.key if new and new.key in sources else "",
    )


def _subject(found: Reminder, material: Material) -> str:
    """A nudge goes out as a reply in the thread of the earlier letter."""
    topic = found.topic[0]
    earlier = found.earlier.subject.strip() if found.earlier else ""
    if earlier:
        return first_fitting(earlier if earlier.lower().startswith("re:") else f"Re: {earlier}", earlier)
    if material.kind == "closing":
        return first_fitting("With thanks", "Thank you")
    if material.kind == "second_nudge":
        return first_fitting(f"One more thought on {topic}" if topic else "", "One more thought")
    more = "some news" if found.happened or found.new else "a thought"
    return first_fitting(f"{topic}, and {more}" if topic else "", "A thought since we spoke")
