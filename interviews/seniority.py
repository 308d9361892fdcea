"""How senior somebody is, from title, sector and country, and whether they are in line to be written to.

Pure. Levels run from 0 to 100 and are only compared. What is not understood is asked, never guessed high.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from django.utils.translation import gettext as _

from interviews.titles.functions import family, home, is_hr
from interviews.titles.reading import Reading, readings
from interviews.titles.roles import BOARD, CHIEF, DIRECTOR, UNKNOWN

OffLine = Literal["", "board", "hr", "agency", "reception", "own"]

# My own rank that means: a thank-you, never a nudge.
TAKEN_OFF = 0


@dataclass(frozen=True, slots=True)
class Rank:
    """Where somebody stands: the larger level is the more senior, and `why` says it in a sentence."""

    level: int
    in_line: bool
    why: str
    ask: bool = False  # the title is not understood: the person should say how senior it is
    off_line_as: OffLine = ""  # why somebody is off line; empty for those in line
    own: bool = False  # ranked by the person, not from the title
    band: str = ""  # the band in plain words, such as “a chief officer”; empty where unknown


def rank(
    title: str,
    sector: str = "any",
    country: str = "",
    relation: str = "",
    role: str = "",
    own_rank: int | None = None,
) -> Rank:
    """The rank of a title in a company of that sector (a known one or any word) and country (ISO code).

    `relation` is the person's relation to me, `role` the role I am trying for: people in HR are in line when
    the role is in HR, chairs and trustees when it is an executive one. `own_rank` (0 to 100) wins over the
    title and brings anybody but an agency recruiter into line; 0 takes them off the line.
    """
    read = _post(readings(title, family(sector), home(sector, country)))
    on_board = relation == "board" and (read is None or read.level < CHIEF)
    found = _on_the_board(title) if on_board else _by_title(title, read)
    off = _off_line(found, read, title, relation)
    if (off == "board" and is_executive(role, sector, country)) or (off == "hr" and is_hr(role)):
        off = ""
    found = replace(found, in_line=not off, off_line_as=off)
    return found if own_rank is None else _by_myself(found, own_rank)


def is_executive(role: str, sector: str = "any", country: str = "") -> bool:
    """Whether a role is one that a board fills: chief …, managing or executive director, headteacher."""
    found = readings(role, family(sector), home(sector, country))
    return any(read.role.kind == "executive" and read.level == read.role.level for read in found)


def _post(found: tuple[Reading, ...]) -> Reading | None:
    """The phrase that decides: the highest, a seat on a board only where no post stands beside it."""
    if any(read.role.kind == "assistant" for read in found):
        # Whoever assists is not also the one they assist, whatever the title lists.
        found = tuple(read for read in found if read.level < DIRECTOR)
    posts = [read for read in found if read.role.kind != "board" and read.level >= DIRECTOR]
    return max(posts or found, key=lambda one: (one.level, not is_hr(one.words)), default=None)


def _by_title(title: str, read: Reading | None) -> Rank:
    """The rank a title names, out of any context."""
    if read is None or read.level == UNKNOWN:
        return Rank(UNKNOWN, in_line=True, why=_unknown(title.strip()), ask=True)
    why = _("“%(title)s” ranks as %(band)s.") % {"title": title.strip(), "band": read.band}
    seat: OffLine = "board" if read.role.kind == "board" else ""
    return Rank(read.level, not seat, why, read.role.kind == "unclear", seat, band=read.band)


def _on_the_board(title: str) -> Rank:
    """Somebody recorded as on the board, whose title names no higher post."""
    why = (
        _("“%(title)s” is on the board, as you recorded.") % {"title": title.strip()}
        if title.strip()
        else _("On the board, as you recorded.")
    )
    return Rank(BOARD, in_line=False, why=why, off_line_as="board", band=_("a seat on the board"))


def _unknown(title: str) -> str:
    if not title:
        return _("No title is recorded: say how senior this is.")
    return _("“%(title)s” names no rank known here: say how senior it is.") % {"title": title}


def _off_line(found: Rank, read: Reading | None, title: str, relation: str) -> OffLine:
    """Why somebody of that title and relation gets no letter about silence; empty for most."""
    if relation == "agency":
        return "agency"
    if found.off_line_as:
        return found.off_line_as
    if read and read.role.kind == "reception":
        return "reception"
    in_hr = is_hr(read.words if read else title) and relation != "hiring_manager"
    return "hr" if in_hr or relation == "recruiter" else ""


def _by_myself(found: Rank, own_rank: int) -> Rank:
    """The rank I gave: it wins over the title, and over the line except for agency recruiters."""
    off: OffLine = "agency" if found.off_line_as == "agency" else "own" if own_rank == TAKEN_OFF else ""
    taken, ranked = _("You took them off the line."), _("You ranked this yourself, at %(rank)s of 100.")
    why = taken if off == "own" else ranked % {"rank": own_rank}
    return replace(found, level=own_rank, in_line=not off, why=why, ask=False, off_line_as=off, own=True)
