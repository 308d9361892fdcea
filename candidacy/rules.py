"""Every number of the clock, as a default that the person can change, each with its reason.

Pure. The Settings page is generated from the fields: `rule_fields()`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

if TYPE_CHECKING:
    from collections.abc import Mapping

WORKING_DAYS = gettext_noop("working days")
HOURS = gettext_noop("hours")
O_CLOCK = gettext_noop("o’clock")
DAY_OF_MONTH = gettext_noop("day of the month")

# The stages whose silence counts; a wishlist has not begun, and an offer waits for me.
CLOCKED_STAGES = ("applied", "screening", "assessment", "interview", "final", "references")


def _rule(
    default: int, group: str, label: str, unit: str, reason: str, *, least: int = 1, most: int = 90
) -> Any:
    told = {"group": group, "label": label, "unit": unit, "reason": reason, "least": least, "most": most}
    return field(default=default, metadata=told)


def _label(told: Mapping[str, Any]) -> str:
    """What a number is called; that of a stage names the stage."""
    return _(told["label"]) % {"stage": _(told["stage"])} if "stage" in told else _(told["label"])


def _quiet(default: int, stage: str, reason: str) -> Any:
    return _of_stage(default, stage, gettext_noop("%(stage)s, quiet after"), reason)


def _silent(default: int, stage: str, reason: str) -> Any:
    return _of_stage(default, stage, gettext_noop("%(stage)s, silent after"), reason)


def _of_stage(default: int, stage: str, label: str, reason: str) -> Any:
    one = _rule(default, gettext_noop("Silence"), label, WORKING_DAYS, reason)
    return field(default=default, metadata={**one.metadata, "stage": stage})


@dataclass(frozen=True)
class Rules:
    """The numbers of the clock. Days are business days unless the unit says otherwise."""

    applied_quiet: int = _quiet(
        5, gettext_noop("Applied"), gettext_noop("A week is the usual time for a first look.")
    )
    applied_silent: int = _silent(
        10, gettext_noop("Applied"), gettext_noop("Applications pile up: two weeks are common.")
    )
    screening_quiet: int = _quiet(
        3, gettext_noop("Screening"), gettext_noop("A recruiter hands on notes within a few days.")
    )
    screening_silent: int = _silent(
        5, gettext_noop("Screening"), gettext_noop("After a first call, a week without word is worth a line.")
    )
    assessment_quiet: int = _quiet(
        3, gettext_noop("Assessment"), gettext_noop("Somebody has to read what you sent.")
    )
    assessment_silent: int = _silent(
        5,
        gettext_noop("Assessment"),
        gettext_noop("You gave them work: a week is a fair time to hear of it."),
    )
    interview_quiet: int = _quiet(
        5, gettext_noop("Interviewing"), gettext_noop("A panel needs a week to find an hour together.")
    )
    interview_silent: int = _silent(
        7,
        gettext_noop("Interviewing"),
        gettext_noop("Five to seven working days is what most advice agrees on."),
    )
    final_quiet: int = _quiet(
        5, gettext_noop("Final round"), gettext_noop("The last decision has the most people in it.")
    )
    final_silent: int = _silent(
        7, gettext_noop("Final round"), gettext_noop("Five to seven working days, as after any interview.")
    )
    references_quiet: int = _quiet(
        2, gettext_noop("References"), gettext_noop("By now they want to be quick.")
    )
    references_silent: int = _silent(
        3, gettext_noop("References"), gettext_noop("A verbal yes goes cold quickly.")
    )
    after_decision_date: int = _rule(
        2,
        gettext_noop("Silence"),
        gettext_noop("After a date they gave"),
        WORKING_DAYS,
        gettext_noop("A promised date may slip by a day or two."),
        least=0,
    )
    second_nudge_after: int = _rule(
        7,
        gettext_noop("Following up"),
        gettext_noop("Second letter after the first"),
        WORKING_DAYS,
        gettext_noop("Long enough not to press."),
    )
    rest_after: int = _rule(
        10,
        gettext_noop("Following up"),
        gettext_noop("Lay to rest after the second"),
        WORKING_DAYS,
        gettext_noop("Two letters are enough; a third presses."),
    )
    same_person_gap: int = _rule(
        5,
        gettext_noop("Following up"),
        gettext_noop("Between two letters to one person"),
        WORKING_DAYS,
        gettext_noop("One inbox, one letter a week."),
        least=0,
    )
    settle_hours: int = _rule(
        2,
        gettext_noop("Thank-yous"),
        gettext_noop("Let it settle for"),
        HOURS,
        gettext_noop("A thank-you sent from the lift reads like one."),
        least=0,
    )
    thank_you_hours: int = _rule(
        24,
        gettext_noop("Thank-yous"),
        gettext_noop("Due after"),
        HOURS,
        gettext_noop("They still remember the talk, and may still be comparing notes."),
    )
    thank_you_noon: int = _rule(
        12,
        gettext_noop("Thank-yous"),
        gettext_noop("Grace on the next working day until"),
        O_CLOCK,
        gettext_noop("The morning after belongs to you."),
        least=0,
        most=23,
    )
    thank_you_worth: int = _rule(
        5,
        gettext_noop("Thank-yous"),
        gettext_noop("Worth sending for"),
        WORKING_DAYS,
        gettext_noop("Late and good beats never, for about a week."),
    )
    monday_from: int = _rule(
        10,
        gettext_noop("Sending"),
        gettext_noop("On Mondays not before"),
        O_CLOCK,
        gettext_noop("Below a weekend’s pile a letter is lost."),
        least=0,
        most=23,
    )
    friday_until: int = _rule(
        14,
        gettext_noop("Sending"),
        gettext_noop("On Fridays not after"),
        O_CLOCK,
        gettext_noop("Friday afternoon is answered on Monday or never."),
        least=0,
        most=24,
    )
    send_until: int = _rule(
        16,
        gettext_noop("Sending"),
        gettext_noop("On other days not after"),
        O_CLOCK,
        gettext_noop("It should be read the day it comes."),
        least=0,
        most=24,
    )
    freeze_from: int = _rule(
        24,
        gettext_noop("Year end"),
        gettext_noop("The pause begins on this day of December"),
        DAY_OF_MONTH,
        gettext_noop("Nobody decides between the years."),
        least=1,
        most=31,
    )
    freeze_until: int = _rule(
        1,
        gettext_noop("Year end"),
        gettext_noop("It ends after this day of January"),
        DAY_OF_MONTH,
        gettext_noop("The first letters are read in the new year."),
        least=1,
        most=31,
    )

    def __post_init__(self) -> None:
        for rule in fields(self):
            value, told = getattr(self, rule.name), rule.metadata
            if type(value) is not int or not told["least"] <= value <= told["most"]:
                words = {"label": _label(told), "least": told["least"], "most": told["most"]}
                raise ValueError(_("%(label)s: take a whole number from %(least)s to %(most)s.") % words)
        for stage in CLOCKED_STAGES:
            quiet, silent = self.of_stage(stage) or (0, 0)
            if quiet > silent:
                label = _label(type(self).__dataclass_fields__[f"{stage}_quiet"].metadata)
                words = {"label": label, "quiet": quiet, "silent": silent}
                raise ValueError(
                    _("%(label)s %(quiet)s, but silent after %(silent)s: quiet comes first.") % words
                )

    def of_stage(self, stage: str) -> tuple[int, int] | None:
        """Business days to quiet and to silent in a stage; None for a stage that never turns silent."""
        if stage not in CLOCKED_STAGES:
            return None
        return getattr(self, f"{stage}_quiet"), getattr(self, f"{stage}_silent")

    def differing(self) -> dict[str, int]:
        """Only what differs from the defaults, as it is stored."""
        usual = asdict(Rules())
        return {name: value for name, value in asdict(self).items() if value != usual[name]}

    @classmethod
    def from_differing(cls, stored: Mapping[str, Any]) -> Rules:
        """The rules with what `differing` stored. Raises ValueError for an unknown or impossible number."""
        unknown = sorted(set(stored) - {rule.name for rule in fields(cls)})
        if unknown:
            raise ValueError(f"The clock has no number called {unknown[0]}.")
        return replace(cls(), **stored)


@dataclass(frozen=True)
class RuleField:
    """One number of the clock, as Settings shows it, with the range it may take.

    Its words are in the reader’s language; `stage` is empty for a number of all stages.
    """

    name: str
    group: str
    label: str
    stage: str
    unit: str
    reason: str
    least: int
    most: int
    default: int


def rule_fields() -> list[RuleField]:
    """All numbers of the clock, in the order of the page."""
    usual = asdict(Rules())
    return [
        RuleField(
            name=rule.name,
            group=_(rule.metadata["group"]),
            label=_label(rule.metadata),
            stage=_(rule.metadata["stage"]) if "stage" in rule.metadata else "",
            unit=_(rule.metadata["unit"]),
            reason=_(rule.metadata["reason"]),
            least=rule.metadata["least"],
            most=rule.metadata["most"],
            default=usual[rule.name],
        )
        for rule in fields(Rules)
    ]
