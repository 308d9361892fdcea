"""The conversation strip: the same story as cells and as a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from candidacy.clock import standing
from desk.strip import LONGEST_RUN, Strip, strip
from tests.candidacy.cast import (
    CLOSING,
    GB,
    MET,
    NUDGE,
    RULES,
    RUTH,
    SECOND,
    STORY,
    answered,
    at,
    facts,
    i_wrote,
    letter,
    on,
    promised,
    talk,
    wrote,
)

if TYPE_CHECKING:
    from candidacy.clock import Facts


def drawn(moment: str, story: Facts, most: int = 60) -> Strip:
    now = at(moment)
    return strip(story, GB, now, standing(story, GB, now, RULES), most=most)


def line(moment: str, story: Facts, most: int = 60) -> str:
    """The cells as one line, a dot for a plain one, w where the move is theirs."""
    return " ".join(
        "".join(mark[0] for mark in cell.marks) or "." for cell in drawn(moment, story, most).cells
    )


APPLIED = {"applied_on": on("2026-10-29")}


@pytest.mark.parametrize(
    ("moment", "story", "cells"),
    [
        # Applied on a Thursday, they wrote on Monday, the talk, the thank-yous; quiet; past the line.
        (
            "2026-11-17",
            facts("interview", wrote("2026-11-02"), *STORY, **APPLIED),
            "u . t m u q q q q q q o o on",
        ),
        ("2026-11-06", facts("interview", *STORY), "m u q qnw"),
        ("2026-11-04", facts("interview", *STORY), "m unw"),
        # The nudge stands on the line.
        ("2026-11-17", facts("interview", *STORY, NUDGE), "m u q q q q q q uo q qnw"),
        # It is quiet again after the nudge, until the second is due.
        ("2026-11-25", facts("interview", *STORY, NUDGE), "m u q q q q q q uo q q q q q q o on"),
        (
            "2026-11-27",
            facts("interview", *STORY, NUDGE, SECOND),
            "m u q q q q q q uo q q q q q q uo q q qnw",
        ),
        (
            "2026-12-10",
            facts("interview", *STORY, NUDGE, SECOND, CLOSING),
            "m u q q q q q q uo q q q q q q uo q q q q q q q q q uo q qnw",
        ),
        # A talk is arranged, or it is set aside: past the line, but not my move today.
        ("2026-11-16", facts("interview", *STORY, talk("2026-11-20T10:00")), "m u q q q q q q o qnw"),
        ("2026-11-03T11:30", facts("interview", MET, talk("2026-11-20T10:00")), "mnw"),
        # An offer waits for me.
        ("2026-11-06", facts("offer", *STORY), "m u . n"),
        # Both wrote that day.
        ("2026-11-05", facts("interview", i_wrote("2026-11-04"), wrote("2026-11-04T11:00")), "b qnw"),
        # A machine says nothing.
        ("2026-11-06", facts("interview", *STORY, answered("2026-11-05")), "m u q qnw"),
        # On a Sunday today has a cell of its own, beside Friday's; what happened on Saturday shows there.
        ("2026-11-08", facts("interview", *STORY, wrote("2026-11-07")), "m u . . tnw"),
        ("2026-11-07", facts("interview", talk("2026-11-06")), "m qnw"),
        ("2026-11-09", facts("interview", *STORY, wrote("2026-11-07")), "m u . . tnw"),
        # My move is no quiet of theirs.
        ("2026-11-09", facts("interview", *STORY, wrote("2026-11-05", needs_reply=True)), "m u t . n"),
        # Their date, passed.
        ("2026-11-11", promised("2026-11-09"), "m u t q qp q on"),
        # A date on a day off shows on the working day after.
        ("2026-11-10", promised("2026-11-08"), "m u t q qp on"),
        # Nothing at all.
        ("2026-11-10", facts("applied"), "n"),
    ],
)
def test_the_cells(moment: str, story: Facts, cells: str) -> None:
    assert line(moment, story) == cells


def test_what_waits_for_me_besides_the_clock() -> None:
    story, now = facts("interview", *STORY), at("2026-11-06")
    drawn = strip(story, GB, now, standing(story, GB, now, RULES), my_move=True)
    assert drawn.cells[-1].css == "q n"


def test_only_the_last_days_are_drawn() -> None:
    strip = drawn("2026-11-17", facts("interview", *STORY, **APPLIED), most=4)
    assert [cell.css for cell in strip.cells] == ["q", "o", "o", "o n"]
    assert (strip.starts, strip.ends) == ("12 Nov", "Today")


def test_the_ends_name_their_days() -> None:
    assert drawn("2026-11-08", facts("interview", *STORY)).ends == "Today"
    assert drawn("2026-11-09", facts("interview", *STORY)).starts == "3 Nov"


@pytest.mark.parametrize(
    ("moment", "story", "text"),
    [
        (
            "2026-11-17",
            facts("interview", wrote("2026-11-02"), *STORY, **APPLIED),
            (
                "Since 29 October you wrote on 2 days, they wrote on 1, and you met once. "
                "Quiet since 4 November."
            ),
        ),
        (
            "2026-11-17",
            promised("2026-11-09"),
            (
                "Since 3 November you wrote on 1 day, they wrote on 1, and you met once. "
                "Quiet since 5 November. Decision was promised for 9 November."
            ),
        ),
        (
            "2026-11-06",
            facts("interview", wrote("2026-11-05", needs_reply=True)),
            "Since 5 November you have not written, they wrote on 1 day, and you have not met.",
        ),
        (
            "2026-11-05",
            facts("interview", MET, talk("2026-11-04T10:00", None, RUTH), letter("2026-11-05")),
            "Since 3 November you wrote on 1 day, they have not written, and you met twice.",
        ),
        ("2026-11-05", facts("applied"), "Nothing dated is recorded yet."),
    ],
)
def test_the_sentence(moment: str, story: Facts, text: str) -> None:
    assert drawn(moment, story).text == text


def test_a_date_still_to_come_is_promised_in_the_present() -> None:
    story = replace(promised("2026-11-20"), talks=())
    assert drawn("2026-11-06", story).text.endswith("Decision is promised for 20 November.")


def test_days_of_which_nothing_is_drawn_in_the_middle_are_drawn_as_one() -> None:
    story = facts("interview", wrote("2026-11-02"), *STORY, **APPLIED)
    assert list(drawn("2026-11-17", story).runs) == ["u", "", "t", "m", "u", "q r6", "o r2", "o n"]


@pytest.mark.parametrize("moment", ["2026-11-06", "2026-12-01", "2027-02-01"])
def test_every_day_has_its_width(moment: str) -> None:
    seen = drawn(moment, facts("interview", *STORY, **APPLIED))
    widths = [int(found[1]) if (found := re.search(r"\br(\d+)$", css)) else 1 for css in seen.runs]
    assert sum(widths) == len(seen.cells)
    assert max(widths) <= LONGEST_RUN
    styles = Path("static/css/components.css").read_text(encoding="utf-8")
    assert all(f".r{n} {{ flex-grow: {n}; }}" in styles for n in range(2, LONGEST_RUN + 1))
