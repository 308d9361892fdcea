"""Where two versions of one form say different things, in the words a person sees."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext

if TYPE_CHECKING:
    from django.forms import BoundField

    from candidacy.forms.base import RecordForm, SectionForm

Piece = tuple[str, bool]
# Longer texts are shown whole: finding what differs would take longer than a person waits.
LONGEST_COMPARED = 20_000


@dataclass(frozen=True)
class Pair:
    """One field in both versions: what was typed, what is stored, cut so that what only one says shows."""

    field: BoundField
    typed: list[Piece]
    stored: list[Piece]
    is_long: bool


def differing(typed: RecordForm | SectionForm, stored: RecordForm | SectionForm) -> list[Pair]:
    """The fields that a person would see say something else in the two."""
    pairs = []
    for field in typed.visible_fields():
        if field.name not in stored.fields:
            continue
        mine, theirs = shown(field), shown(stored[field.name])
        if mine != theirs:
            is_long = isinstance(field.field.widget, forms.Textarea)
            cut = compared if is_long else _whole
            pairs.append(Pair(field, *cut(mine, theirs), is_long))
    return pairs


def shown(field: BoundField) -> str:
    """What a field shows: the labels of what is chosen, yes or no, or the text, with plain line ends."""
    value, widget = field.value(), field.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return gettext("Yes") if widget.check_test(value) else gettext("No")
    if isinstance(widget, forms.Select | forms.RadioSelect | forms.CheckboxSelectMultiple):
        wanted = {str(one) for one in (value if isinstance(value, list | tuple) else [value])}
        return ", ".join(_labels(widget.choices, wanted))
    return "\n".join(str(widget.format_value(value) or "").strip().splitlines())


def _labels(choices: Any, wanted: set[str]) -> list[str]:
    return [str(label) for value, label in choices if str(value) in wanted and value not in ("", None)]


def _whole(mine: str, theirs: str) -> tuple[list[Piece], list[Piece]]:
    return ([(mine, True)] if mine else []), ([(theirs, True)] if theirs else [])


def compared(mine: str, theirs: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces: each with whether only this text says it. By whole words."""
    if max(len(mine), len(theirs)) > LONGEST_COMPARED:
        return [(mine, False)], [(theirs, False)]
    left, right = (re.findall(r"\S+\s*|\s+", text) for text in (mine, theirs))
    blocks = difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    only = [(how != "equal", left[a:b], right[c:d]) for how, a, b, c, d in blocks]
    return (
        [("".join(words), alone) for alone, words, _ in only if words],
        [("".join(words), alone) for alone, _, words in only if words],
    )
