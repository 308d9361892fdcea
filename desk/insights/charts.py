"""The charts of Insights as rows to draw: labels, counts, and parts of a whole in per cent.

Pure. A chart is one picture to a screen reader, so each has its values in its name too.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from desk.insights.thanking import UPTO
from desk.insights.waits import APPLIED, FINAL, INTERVIEWED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk.insights.board import AtStage, Replies, Thanks
    from desk.insights.funnel import Funnel
    from desk.insights.histogram import Bar


@dataclass(frozen=True)
class Drawn:
    """One bar: `size` is its length in per cent of the longest, `share` what stands beside its count."""

    label: str
    count: int
    size: str
    strong: bool = False
    share: str = ""


@dataclass(frozen=True)
class Chart:
    """Its bars, its name, and where in it something lies, counted in bars."""

    name: str
    bars: tuple[Drawn, ...]
    at: int = 0


@dataclass(frozen=True)
class Parts:
    """One row that is a whole in parts: each part's class, count and length in per cent."""

    label: str
    name: str
    parts: tuple[tuple[str, int, str], ...]
    stage: AtStage


def of_replies(seen: Replies) -> Chart:
    """The histogram; `at` is the number of bars before the nudge line."""
    most = max((one.count for one in seen.bars), default=0)
    # The counts stand above the bars: the longest leaves room for its own.
    drawn = tuple(
        Drawn(days(one), one.count, length(one.count, most, 88), strong=one.late) for one in seen.bars
    )
    return Chart(
        _named(_("Unprompted replies by working days waited."), drawn),
        drawn,
        sum(not one.late for one in seen.bars),
    )


def days(bar: Bar) -> str:
    """The days of a bar as its label: 0–1, or 16+."""
    if bar.last is None:
        return f"{bar.first}+"
    return str(bar.first) if bar.first == bar.last else f"{bar.first}–{bar.last}"


def of_funnel(seen: Funnel) -> Chart:
    """The funnel: each step with its part of the step before."""
    labels = (_("Applied"), _("Heard back"), _("Interviewed"), _("Final round"), _("Offer"))
    counts = seen.reached
    shares = ["", *(per_cent(now, was) if was else "" for was, now in pairwise(counts))]
    drawn = tuple(
        Drawn(label, count, length(count, counts[0]), strong=place > 1, share=share)
        for place, (label, count, share) in enumerate(zip(labels, counts, shares, strict=True))
    )
    return Chart(
        _named(_("How far the candidacies came, each step as a part of the one before."), drawn), drawn
    )


def of_thanks(seen: Thanks) -> Chart:
    """The times from a talk to its thank-you."""
    labels = (
        _("Up to 6 hours"), _("Up to 18 hours"), _("Up to a day"), _("Up to 2 days"), _("Up to 3 days"),
        _("Longer"),
    )  # fmt: skip
    most = max(seen.by_hours, default=0)
    late = UPTO.index(24)
    drawn = tuple(
        Drawn(label, count, length(count, most), strong=place > late)
        for place, (label, count) in enumerate(zip(labels, seen.by_hours, strict=True))
    )
    return Chart(_named(_("Thank-yous by the time since the talk."), drawn), drawn)


def of_stages(stages: Sequence[AtStage]) -> tuple[Parts, ...]:
    """Replies and silence after each part of the search that had a wait."""
    return tuple(_parts(one) for one in stages if one.total)


def _parts(seen: AtStage) -> Parts:
    counted = (("s1", seen.replied), ("s2", seen.after_nudge), ("s3", seen.silent))
    label = _LABELS[seen.after]()
    words = {"label": label, "replied": seen.replied, "nudged": seen.after_nudge, "silent": seen.silent}
    return Parts(
        label,
        _("%(label)s: %(replied)s replied unprompted, %(nudged)s after a nudge, %(silent)s silent") % words,
        tuple((part, count, length(count, seen.total)) for part, count in counted if count),
        seen,
    )


_LABELS = {
    APPLIED: lambda: _("After applying"),
    INTERVIEWED: lambda: _("After an interview"),
    FINAL: lambda: _("After a final round"),
}


def per_cent(part: int, whole: int) -> str:
    """The part of a whole, such as 61%."""
    return f"{round(part / whole * 100)}%" if whole else "0%"


def length(part: int, whole: int, of: int = 100) -> str:
    """The part of a whole as a length, to a tenth; `of` is how long the whole is, in per cent."""
    return f"{part / whole * of:.1f}%" if part else "0%"


def _named(what: str, drawn: Sequence[Drawn]) -> str:
    return " ".join([what, *map(_value, drawn)])


def _value(one: Drawn) -> str:
    words = {"label": one.label, "count": one.count, "share": one.share}
    return (_("%(label)s: %(count)s, %(share)s.") if one.share else _("%(label)s: %(count)s.")) % words
