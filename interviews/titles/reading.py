"""Reading a title: which of its words name a rank, and which only say of what, for whom, or what once was.

Pure. A title is folded to plain lower-case words, cut into phrases, rid of what does not rank, and each
phrase is read by the table of its sector and country.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from interviews.titles.bands import band
from interviews.titles.english import SOMEBODYS_OFFICE
from interviews.titles.folding import fold
from interviews.titles.roles import STEP_DOWN, Role, step_down
from interviews.titles.sectors import table


@dataclass(frozen=True, slots=True)
class Reading:
    """One phrase of a title that names a rank, with all the words that say of what."""

    role: Role
    level: int
    words: str
    how: str = ""  # deputy, assistant … where it is the post below that role

    @property
    def band(self) -> str:
        """What it ranks as, in plain words: a deputy head of department."""
        return band(self.role.name, self.how)


# Said of a post, but no part of its rank.
_NO_RANK = re.compile(
    r"\b(?:interim|acting|temporary|temp|fractional|part time|full time|incoming|designate|elect|maternity"
    r" cover"
    r"|now|current|currently|newly|ad interim|par interim|waarnemend|kommissarische[rs]?|and funciones|hybrid"
    r"|m w d|w m d|m f d|f m d)\b"
)
_PAST = re.compile(
    r"(?:.*\bemerit(?:us|a)|former(?:ly)?|ex|previous(?:ly)?|past|retired|one ?time|erstwhile"
    r"|ehemalige[rs]?|ancien(?:ne)?|antigu[oa]"
    r"|voormalig|oud|aspiring|would be|wannabe"
    r"|(?:future|mini|almost|nearly|not|no longer|was|once|stepped down as)(?= (?:the |an? )?"
    r"(?:c[efot]o|chief|president|vice president|director|founder|owner|partner|managing|head)\b)"
    r"|.* in waiting)"
    r"\b(?! officio)"
)
# “CEO (former)” says it of the phrase before, “CEO former” of itself.
_WAS = re.compile(
    r"(?:(?P<post>.+) )?(?:former(?:ly)?|ex|previous(?:ly)?|past|retired|ehemalig|i ?r|candidate)$"
)
_NO_LONGER = "no longer"
_PAST_WITHIN = re.compile(r"\b(?:former(?:ly)?|previously|ex)\b.*")
_UPPER = (
    r"(?:chief|c[efotipm]o|md|managing|directors?|president|vice|senior|executive|founders?|owners?"
    r"|chair\w*|board"
    r"|partners?|head\w*|general|minister|secretary|principal|dean|provost|rector|deputy|group|global"
    r"|regional"
    r"|leadership|c suite|management|trustees|governors?|mayor|vice-chancellor)"
)
# “Assistant to the Co-founders and CEO”: all that follows is somebody else.
_HELPS_SOMEBODY = re.compile(r"(?<=\bassistant|\bsecretary) to\b.*|(?<=\b[pe]a) to\b.*")
# “Reporting to the CEO”: what follows is somebody else. “Business to business” stays.
_FOR_SOMEBODY = re.compile(
    rf"\b(?:to|supporting|reporting to) (?:the |our |an? |both )?(?:\S+'s )?{_UPPER}\b.*"
)
_OFFICE = re.compile(rf"\boffice of (?:the )?{_UPPER}\b.*|\b(?:{_UPPER} )*{_UPPER}(?:'s|s')? office\s*$")
_EMPLOYER = re.compile(r"(?:^|\s)(?:@|at|bei|chez)\s.*")
_HARD = re.compile(r"\s*[,;|/·•()\[\]:–—]\s*|\s+-+\s*|-+\s+")
_SOFT = re.compile(r"\s+and\s+")
_LEADING_MD = re.compile(
    r"(?:(?:group|regional|deputy|joint|country|divisional|assistant|associate|uk) )?md\b"
)
_WIDE = re.compile(
    r"(?:global|group|regional|national|international|worldwide|area|divisional|corporate|uk|us|emea|apac|european)"
    r" (?=\S)"
)
# “Quality of service manager” has two words at least: a “friend of the manager” is none.
_COMPOUND = re.compile(r"\S+ (?:of|in|at|on|for|to) (?:the )?(?P<last>(?!the )\S+ .+)")
_HIGHEST_COMPOUND = 46
# After such a rank, “and” always begins another post: “founder and lead engineer”.
_HEADS_ALL = re.compile(
    r"(?:(?!(?:of|for|to|in) )\S+ ){0,2}"
    r"(?:founder|ceo|chief executive|president|owner|proprietor|managing director)$"
)
_HELPS = re.compile(
    r"\b(?:assistante?|assistent\w*|asistente|secretaire|pa|ea)\b(?! (?:director|head|vice)\b)"
)
# What follows “and” is another post, not a second domain, where it starts like one.
_ANOTHER_POST = re.compile(
    r"(?:(?:c[efotipm]o|founder|owner|president|partner|chair\w*|trustee|proprietor|principal|headteacher"
    r"|managing director|managing partner|general manager|team leader)(?=$| of\b| for\b| and\b)"
    r"|(?:(?:deputy|associate|assistant|executive|senior|managing|group|nonexecutive) )*"
    r"(?:direct(?:or|ora|eur|rice)|head|chief|vice president)\b(?! office)|board member|geschaftsfuhrer"
    r"|leiter|company secretary$)"
)


@lru_cache(maxsize=4096)
def readings(title: str, sector: str, country: str) -> tuple[Reading, ...]:
    """Every phrase of the title that names a rank in an organisation of that kind, in the title's order.

    `sector` is a family that `interviews.titles.sectors` knows, or any other word; `country` is an ISO code.
    """
    roles = table(sector, country)
    found: list[Reading] = []
    before: list[str] = []
    for phrase in _phrases(fold(title), sector):
        named = _read(phrase, roles)
        if phrase == _NO_LONGER:
            del found[-1:]
        elif named:
            found.append(replace(named, words=" and ".join([*before, phrase])))
            before.clear()
        elif found:
            # No rank of its own: it says of what, for the rank before it.
            found[-1] = replace(found[-1], words=f"{found[-1].words}, {phrase}")
        else:
            before.append(phrase)
    return tuple(found)


def _phrases(text: str, sector: str) -> list[str]:
    """The phrases that may name a rank now: without the past, other people, employers and credentials."""
    parts = [part for part in _HARD.split(_one_chief(text)) if part]
    phrases: list[str] = []
    for place, part in enumerate(parts):
        today = _HELPS_SOMEBODY.sub("", _today(part))
        posts = _without_others(_managing_director(today, sector, first=place == 0))
        phrases.extend(_posts(posts))
    return [phrase for phrase in phrases if phrase]


def _one_chief(text: str) -> str:
    """Keep “chief product, data and technology officer” one phrase: a comma within would cut it."""
    return re.sub(
        r"\bchief (?!of staff)[\w ,/]{2,60}? officer\b",
        lambda found: re.sub(r"\s*[,/]\s*", " ", found[0]),
        text,
    )


def _today(part: str) -> str:
    """What of a phrase is true today: “former VP now adviser” is an adviser."""
    was = _WAS.match(part)
    if was:
        return "" if was["post"] else _NO_LONGER
    if _PAST.match(part):
        part = "".join(re.split(r"\b(?:now|currently)\b", part, maxsplit=1)[1:])
    return re.sub(r"\s+", " ", _NO_RANK.sub(" ", _PAST_WITHIN.sub("", part))).strip()


def _managing_director(part: str, sector: str, *, first: bool) -> str:
    """Write out an “MD” that leads a title; one after a name is a doctor’s, and is left out."""
    if _LEADING_MD.match(part) and (part != "md" or (first and sector != "health")):
        return re.sub(r"\bmd\b", "managing director", part, count=1)
    return re.sub(r"\s*\bmd\b", "", re.sub(r"\band md\b", "and managing director", part)).strip()


def _without_others(part: str) -> str:
    """The phrase without whom somebody works for and without the employer’s name."""
    part = _EMPLOYER.sub("", _FOR_SOMEBODY.sub("", part)).strip()
    return _OFFICE.sub("", part).strip() or (SOMEBODYS_OFFICE if part else "")


def _posts(part: str) -> list[str]:
    """Cut at “and” where another post begins, not within “sales and marketing”."""
    posts: list[str] = []
    for piece in _SOFT.split(part):
        another = posts and (_ANOTHER_POST.match(piece) or _HEADS_ALL.match(posts[-1]))
        if not posts or (another and not _HELPS.search(posts[-1])):
            posts.append(piece)
        else:
            posts[-1] = f"{posts[-1]} and {piece}"
    return posts


def _read(phrase: str, roles: tuple[Role, ...]) -> Reading | None:
    """The role that the phrase names, with the phrase’s level."""
    return _named(phrase, roles) or _named_within(phrase, roles)


def _named(phrase: str, roles: tuple[Role, ...]) -> Reading | None:
    """The first role of the table that fits, or the one below it for a deputy."""
    for role in roles:
        if role.fits(phrase):
            return Reading(role, role.level, phrase)
    stepped = STEP_DOWN.match(phrase)
    above = _named(phrase[stepped.end() :], roles) if stepped else None
    if not stepped or not above:
        return None
    return Reading(above.role, step_down(above.level, stepped["how"]), phrase, stepped["how"])


def _named_within(phrase: str, roles: tuple[Role, ...]) -> Reading | None:
    """A role behind how wide it reaches, or whose domain follows “and” or has an “of” itself."""
    wide = _WIDE.match(phrase)
    if wide:
        return _read(phrase[wide.end() :], roles)
    first, _, rest = phrase.partition(" and ")
    if rest and " " in first:
        return _named(first, roles)
    compound = _COMPOUND.fullmatch(phrase)
    found = _named(compound["last"], roles) if compound else None
    return found if found and found.level <= _HIGHEST_COMPOUND else None
