"""Every number of the clock, as a default that the person can change, each with its reason.

Pure. The Settings page is generated from the fields: `rule_fields()`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

WORKING_DAYS = "working days"
HOURS = "hours"
O_CLOCK = "o’clock"
DAY_OF_MONTH = "day of the month"

# The stages whose silence counts; a wishlist has not begun, and an offer waits for me.
CLOCKED_STAGES = ("applied", "screening", "assessment", "interview", "final", "references")


def _rule(
    default: int, group: str, label: str, unit: str, reason: str, *, least: int = 1, most: int = 90
) -> Any:
    told = {"group": group, "label": label, "unit": unit, "reason": reason, "least": least, "most": most}
    return field(default=default, metadata=told)


def _quiet(default: int, stage: str, reason: str) -> Any:
    return _rule(default, "Silence", f"{stage}, quiet after", WORKING_DAYS, reason)


def _silent(default: int, stage: str, reason: str) -> Any:
    return _rule(default, "Silence", f"{stage}, silent after", WORKING_DAYS, reason)


@dataclass(frozen=True)
class Rules:
    """The numbers of the clock. Days are business days unless the unit says otherwise."""

    applied_quiet: int = _quiet(5, "Applied", "A week is the usual time for a first look.")
    applied_silent: int = _silent(10, "Applied", "Applications pile up: two weeks are common.")
    screening_quiet: int = _quiet(3, "Screening", "A recruiter hands on notes within a few days.")
    screening_silent: int = _silent(
        5, "Screening", "After a first call, a week without word is worth a line."
    )
    assessment_quiet: int = _quiet(3, "Assessment", "Somebody has to read what you sent.")
    assessment_silent: int = _silent(
        5, "Assessment", "You gave them work: a week is a fair time to hear of it."
    )
    interview_quiet: int = _quiet(5, "Interviewing", "A panel needs a week to find an hour together.")
    interview_silent: int = _silent(
        7, "Interviewing", "Five to seven working days is what most advice agrees on."
    )
    final_quiet: int = _quiet(5, "Final round", "The last decision has the most people in it.")
    final_silent: int = _silent(7, "Final round", "Five to seven working days, as after any interview.")
    references_quiet: int = _quiet(2, "References", "By now they want to be quick.")
    references_silent: int = _silent(3, "References", "A verbal yes goes cold quickly.")
    after_decision_date: int = _rule(
        2,
        "Silence",
        "After a date they gave",
        WORKING_DAYS,
        "A promised date may slip by a day or two.",
        least=0,
    )
    second_nudge_after: int = _rule(
        7, "Following up", "Second letter after the first", WORKING_DAYS, "Long enough not to press."
    )
    rest_after: int = _rule(
        10,
        "Following up",
        "Lay to rest after the second",
        WORKING_DAYS,
        "Two letters are enough; a third presses.",
    )
    same_person_gap: int = _rule(
        5,
        "Following up",
        "Between two letters to one person",
        WORKING_DAYS,
        "One inbox, one letter a week.",
        least=0,
    )
    settle_hours: int = _rule(
        2, "Thank-yous", "Let it settle for", HOURS, "A thank-you sent from the lift reads like one.", least=0
    )
    thank_you_hours: int = _rule(
        24,
        "Thank-yous",
        "Due after",
        HOURS,
        "They still remember the talk, and may still be comparing notes.",
    )
    thank_you_noon: int = _rule(
        12,
        "Thank-yous",
        "Grace on the next working day until",
        O_CLOCK,
        "The morning after belongs to you.",
        least=0,
        most=23,
    )
    thank_you_worth: int = _rule(
        5,
        "Thank-yous",
        "Worth sending for",
        WORKING_DAYS,
        "Late and good beats never, for about a week.",
    )
    monday_from: int = _rule(
        10,
        "Sending",
        "On Mondays not before",
        O_CLOCK,
        "Below a weekend’s pile a letter is lost.",
        least=0,
        most=23,
    )
    friday_until: int = _rule(
        14,
        "Sending",
        "On Fridays not after",
        O_CLOCK,
        "Friday afternoon is answered on Monday or never.",
        least=0,
        most=24,
    )
    send_until: int = _rule(
        16,
        "Sending",
        "On other days not after",
        O_CLOCK,
        "It should be read the day it comes.",
        least=0,
        most=24,
    )
    freeze_from: int = _rule(
        24,
        "Year end",
        "The pause begins on this day of December",
        DAY_OF_MONTH,
        "Nobody decides between the years.",
        least=1,
        most=31,
    )
    freeze_until: int = _rule(
        1,
        "Year end",
        "It ends after this day of January",
        DAY_OF_MONTH,
        "The first letters are read in the new year.",
        least=1,
        most=31,
    )

    def __post_init__(self) -> None:
        for rule in fields(self):
            value, told = getattr(self, rule.name), rule.metadata
            if type(value) is not int or not told["least"] <= value <= told["most"]:
                raise ValueError(
                    f"{told['label']}: take a whole number from {told['least']} to {told['most']}."
                )
        for stage in CLOCKED_STAGES:
            quiet, silent = self.of_stage(stage) or (0, 0)
            if quiet > silent:
                label = type(self).__dataclass_fields__[f"{stage}_quiet"].metadata["label"]
                raise ValueError(f"{label} {quiet}, but silent after {silent}: quiet comes first.")

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
    """One number of the clock, as Settings shows it: a label, a unit, a reason and the range it may take."""

    name: str
    group: str
    label: str
    unit: str
    reason: str
    least: int
    most: int
    default: int


def rule_fields() -> list[RuleField]:
    """All numbers of the clock, in the order of the page."""
    usual = asdict(Rules())
    return [RuleField(name=rule.name, default=usual[rule.name], **rule.metadata) for rule in fields(Rules)]
