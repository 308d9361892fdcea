"""What the charts show, each in a sentence that is true of the very numbers below it.

Pure. Under `ENOUGH` data points a headline only counts. Above, the first of its rules that holds gives the
words; each rule says no more than its numbers do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidacy.reasons import number as in_words
from desk.insights.funnel import APPLIED, FINAL, HEARD, MET
from desk.insights.waits import APPLIED as AFTER_APPLYING
from desk.insights.waits import FINAL as AFTER_FINAL
from desk.insights.waits import INTERVIEWED as AFTER_INTERVIEW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk.insights.again import Again, Theme
    from desk.insights.board import AtStage
    from desk.insights.funnel import Funnel

ENOUGH = 10


def size(candidacies: int) -> str:
    """What so few or so many candidacies can teach."""
    if candidacies < 100:
        return ngettext(
            "%(number)s candidacy is a small number, so read these as hints.",
            "%(number)s candidacies is a small number, so read these as hints.",
            candidacies,
        ) % {"number": candidacies}
    return ngettext("%(number)s candidacy.", "%(number)s candidacies.", candidacies) % {"number": candidacies}


def of_replies(days: Sequence[int], line: int, passed: int) -> str:
    """What the unprompted replies show. `passed` counts the waits that went beyond the line."""
    number, late = len(days), sum(n > line for n in days)
    if not number:
        return _("No reply to count yet")
    if number < ENOUGH:
        return ngettext("%(number)s reply so far", "%(number)s replies so far", number) % {"number": number}
    words = {"line": in_words(line)}
    near_the_line = sum(line / 2 < n <= line for n in days)
    if not late:
        return _("Every unprompted reply came by working day %(line)s") % words
    if late * 5 <= number:
        if near_the_line * 4 >= number and late * 3 <= passed:
            return _("Silence is normal until day %(line)s, then it rarely breaks by itself") % words
        return _("Few unprompted replies came after working day %(line)s") % words
    if late * 2 < number:
        return _("Most unprompted replies came by working day %(line)s") % words
    return _("At least half of the unprompted replies came after working day %(line)s") % words


def late_words(days: Sequence[int], line: int) -> str:
    """The numbers of the headline above."""
    if not days:
        return _("Replies to nudges are counted below, not here.")
    late = sum(n > line for n in days)
    words = {"late": late, "number": len(days), "line": in_words(line)}
    return (
        ngettext(
            "%(late)s of %(number)s unprompted reply came later than %(line)s working days. "
            "That is where your nudge line after an interview sits.",
            "%(late)s of %(number)s unprompted replies came later than %(line)s working days. "
            "That is where your nudge line after an interview sits.",
            len(days),
        )
        % words
    )


def of_funnel(seen: Funnel) -> str:
    """What the funnel shows."""
    applied, heard, met, final = (seen.reached[level] for level in (APPLIED, HEARD, MET, FINAL))
    if applied < ENOUGH:
        words = {"number": applied}
        return ngettext("%(number)s candidacy so far", "%(number)s candidacies so far", applied) % words
    if seen.lost >= ENOUGH and seen.lost_before_meeting * 2 > seen.lost:
        return _("Most of the funnel is lost before anyone meets you")
    if heard * 2 < applied:
        return _("Fewer than half of your applications have been answered")
    if met * 2 < applied:
        return _("Fewer than half of your applications have led to a talk")
    if final * 2 >= met:
        return _("At least half of the candidacies with a talk came to a final round")
    return _("At least half of your applications have led to a talk")


def funnel_words(seen: Funnel) -> str:
    """The numbers beside it."""
    applied, heard, met, final, _offer = seen.reached
    if met and not final:
        return ngettext(
            "The one candidacy with a talk has not come to a final yet.",
            "Of %(met)s candidacies with a talk, none has come to a final yet.",
            met,
        ) % {"met": in_words(met)}
    if met:
        words = {"final": in_words(final), "met": in_words(met)}
        return (
            ngettext(
                "Once you are in the room, %(final)s of %(met)s reaches a final.",
                "Once you are in the room, %(final)s of %(met)s reach a final.",
                final,
            )
            % words
        )
    return ngettext(
        "%(heard)s of %(applied)s has been answered, and no talk is recorded.",
        "%(heard)s of %(applied)s have been answered, and no talk is recorded.",
        heard,
    ) % {"heard": heard, "applied": applied}


def of_stages(stages: Sequence[AtStage]) -> str:
    """What replies, nudges and silence show, by stage."""
    all_of_them = sum(one.total for one in stages)
    nudges, answered = sum(one.nudges for one in stages), sum(one.answered for one in stages)
    if all_of_them < ENOUGH:
        words = {"number": all_of_them}
        return ngettext("%(number)s wait so far", "%(number)s waits so far", all_of_them) % words
    if all(one.answered for one in stages):
        return _("Nudges have been answered at every stage")
    if nudges < ENOUGH:
        return nudge_count(answered, nudges) if nudges else _("What became of each wait")
    if answered * 2 > nudges:
        return _("More than half of your nudges were answered")
    return _("At least half of your nudges were not answered")


def nudge_count(answered: int, nudges: int) -> str:
    """How many nudges were answered, as a count."""
    words = {"answered": answered, "nudges": nudges}
    return (
        ngettext(
            "%(answered)s of %(nudges)s nudge got an answer",
            "%(answered)s of %(nudges)s nudges got an answer",
            nudges,
        )
        % words
    )


def stage_words(stages: Sequence[AtStage]) -> list[str]:
    """The nudges of each stage in a sentence of its own, and how far to trust so few."""
    said = [
        _NUDGED[one.after]() % {"answered": one.answered, "nudges": one.nudges}
        for one in stages
        if one.nudges
    ]
    nudges = sum(one.nudges for one in stages)
    if not nudges:
        return [_("No nudge has had its time yet.")]
    if nudges < ENOUGH:
        any_answered = any(one.answered for one in stages)
        said.append(_("Too few to call, enough to keep writing.") if any_answered else _("Too few to call."))
    return said


_NUDGED = {
    AFTER_APPLYING: lambda: _("After applying, %(answered)s of %(nudges)s were answered."),
    AFTER_INTERVIEW: lambda: _("After an interview, %(answered)s of %(nudges)s."),
    AFTER_FINAL: lambda: _("After a final round, %(answered)s of %(nudges)s."),
}


def of_thanks(within_a_day: int, number: int) -> str:
    """What the times of thank-yous show."""
    if number < ENOUGH:
        return (
            ngettext("%(number)s thank-you so far", "%(number)s thank-yous so far", number)
            % {"number": number}
            if number
            else _("No thank-you to count yet")
        )
    if within_a_day == number:
        return _("Every thank-you left within a day")
    if within_a_day * 2 > number:
        return _("Most thank-yous left within a day")
    return _("At least half of the thank-yous took longer than a day")


def of_questions(found: Sequence[Again]) -> str:
    """What is asked again."""
    if not found:
        return _("No question has come from two companies yet")
    return ngettext(
        "%(number)s question has come from more than one company",
        "%(number)s questions have come from more than one company",
        len(found),
    ) % {"number": len(found)}


def of_worries(found: Sequence[Theme]) -> str:
    """What worries several companies."""
    if not found:
        return _("No worry has come up at two companies yet")
    words = {"word": found[0].word, "number": found[0].companies}
    return _("“%(word)s” comes up in the worries of %(number)s companies") % words
