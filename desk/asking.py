"""Who waits for an answer of mine, with the first words of what they asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from candidacy.choices import Direction
from candidacy.models import Contact
from candidacy.past import Past
from letters.anatomy import anatomy

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from desk.outlook import Outlook

# Of a message this much is read, and this much quoted, in characters.
_READ, _QUOTED = 2_000, 160


@dataclass(frozen=True)
class Asking:
    """One candidacy at which they asked me something; no words where only the question was noted."""

    outlook: Outlook
    words: str = ""


def asking(outlooks: Sequence[Outlook]) -> list[Asking]:
    """The candidacies at which they asked, in their order; one query, whatever their number."""
    pks = [one.candidacy.pk for one in outlooks]
    rows = Contact.objects.filter(candidacy__in=pks, direction=Direction.IN, needs_reply=True)
    texts = {(row.candidacy_id, row.at): row.text for row in rows.order_by("-pk")}
    return [Asking(one, first_words(_asked(one, texts))) for one in outlooks]


def _asked(one: Outlook, texts: Mapping[tuple[int, dt.datetime], str]) -> str:
    """What was said at the moment that the clock takes for the question."""
    question = Past(one.known.facts, one.now).question
    return texts.get((one.candidacy.pk, question.at), "") if question else ""


def first_words(text: str) -> str:
    """What a message begins with, without its salutation."""
    words = " ".join((anatomy(text[:_READ]).body_text or text).split())
    if len(words) <= _QUOTED:
        return words
    return f"{words[: _QUOTED + 1].rpartition(' ')[0].rstrip(',;:')} …"
