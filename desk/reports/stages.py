"""The stages of a candidacy as cells of a table: the day it came to each, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candidacy.choices import Stage
from candidacy.history import moves, reached

if TYPE_CHECKING:
    import datetime as dt

    from candidacy.facts import Facts
    from candidacy.models import Candidacy

# Applying has a column of its own in every table of candidacies.
STAGES = (Stage.SCREENING, Stage.ASSESSMENT, Stage.INTERVIEW, Stage.FINAL, Stage.REFERENCES, Stage.OFFER)
HEADINGS = (*(f"{stage.label} on" for stage in STAGES), "Closed on", "Ended as")


def cells(candidacy: Candidacy, facts: Facts, now: dt.datetime) -> list[str]:
    """One cell for each heading; empty where it never came there, or nothing tells the day."""
    days = reached(facts, moves(candidacy.moves), now)
    dated = [*(days.get(stage.value) for stage in STAGES), candidacy.closed_on]
    return [*(day.isoformat() if day else "" for day in dated), candidacy.get_closed_as_display()]
