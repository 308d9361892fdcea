"""Reading a title: which of its words name a rank, and which only say of what, for whom, or what once was.

Pure. A title is folded to plain lower-case words, cut into phrases, rid of what does not rank, and each
phrase is read by the table of its sector and country.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from interviews.titles.english import SOMEBODYS_OFFICE
from interviews.titles.roles import STEP_DOWN, Role, step_down
from interviews.titles.sectors import table


@dataclass(frozen=True, slots=True)
class Reading:
    """One phrase of a title that names a rank, with all the words that say of what."""

    role: Role
    level: int
    words: str


_WRITTEN_OUT = {
    r"s(?:e?n)?r|sen": "senior",
    r"jr": "junior",
    r"mgr|mngr": "manager",
    r"dir": "director",
    r"exec": "executive",
    r"asst": "assistant",
    r"assoc": "associate",
    r"pres": "president",
    r"eng": "engineer",
    r"prof": "professor",
    r"hrbp": "hr business partner",
    r"e\.?v\.?p": "executive vice president",
    r"s\.?v\.?p": "senior vice president",
    r"a\.?v\.?p": "assistant vice president",
    r"f\.?v\.?p": "first vice president",
    r"r\.?v\.?p": "regional vice president",
    r"v\.?p": "vice president",
    r"vice chancellor": "vice-chancellor",
    r"vice chair(?=man|woman|person)": "vice chair",
    r"non executive": "nonexecutive",
    r"programme": "program",
    r"co ?founder": "founder",
    r"team leads?": "team leader",
    r"stv|stellv|stellvertretende[rs]?": "deputy",
}
_EXPANSIONS = [(re.compile(rf"\b(?:{short})\b\.?(?!')"), full) for short, full in _WRITTEN_OUT.items()]

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
    r"|voormalig|aspiring|would be)\b(?! officio)"
)
_PAST_WITHIN = re.compile(r"\b(?:former(?:ly)?|previously|ex)\b.*")
_UPPER = (
    r"(?:chief|c[efotipm]o|md|managing|directors?|president|vice|senior|executive|founders?|owners?"
    r"|chair\w*|board"
    r"|partners?|head\w*|general|minister|secretary|principal|dean|provost|rector|deputy|group|global"
    r"|regional"
    r"|leadership|c suite|management|trustees|governors?|mayor|vice-chancellor)"
)
# “Assistant to the CEO”: what follows is somebody else. “Business to business” stays.
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
# After such a rank, “and” always begins another post: “founder and lead engineer”.
_HEADS_ALL = re.compile(
    r"(?:(?!(?:of|for|to|in) )\S+ ){0,2}"
    r"(?:founder|ceo|chief executive|president|owner|proprietor|managing director)$"
)
_HELPS = re.compile(r"\b(?:assist\w+|asistente|secretary|secretaire|pa|ea)\b")
# What follows “and” is another post, not a second domain, where it starts like one.
_ANOTHER_POST = re.compile(
    r"(?:(?:c[efotipm]o|founder|owner|president|partner|chair\w*|trustee|proprietor|principal|headteacher"
    r"|managing director|managing partner|general manager|team leader)(?=$| of\b| for\b| and\b)"
    r"|(?:(?:deputy|associate|assistant|executive|senior|managing|group|nonexecutive) )*"
    r"(?:direct(?:or|ora|eur|rice)|head|chief|vice president)\b(?! office)|board member|geschaftsfuhrer"
    r"|leiter)"
)


def fold(text: str) -> str:
    """The text in plain lower-case words: no accents, no dots in acronyms, abbreviations written out."""
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(one for one in text if not unicodedata.combining(one))
    text = text.replace("’", "'").replace("‘", "'")
    text = re.sub(r"\b((?:\w\.){2,}\w?)", lambda found: found[0].replace(".", ""), text)
    text = re.sub(r"\s*[&+]\s*|\s+(?:et|und|y|en)\s+", " and ", text)
    text = re.sub(r"\bdirector\W+non[ -]executive\b", "non executive director", text)
    text = re.sub(r"[*_](?=in(?:nen)?\b)", "", text)
    text = re.sub(r"(?<=\w)-(?=\w)", " ", text)
    for pattern, full in _EXPANSIONS:
        text = pattern.sub(full, text)
    return re.sub(r"\s+", " ", text).strip(" .")


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
        if named:
            found.append(Reading(*named, " and ".join([*before, phrase])))
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
        posts = _without_others(_managing_director(_today(part), sector, first=place == 0))
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


def _read(phrase: str, roles: tuple[Role, ...]) -> tuple[Role, int] | None:
    """The first role of the table that the phrase names, and the phrase’s level."""
    for role in roles:
        if role.fits(phrase):
            return role, role.level
    stepped = STEP_DOWN.match(phrase)
    below = _read(phrase[stepped.end() :], roles) if stepped else None
    return (below[0], step_down(below[1], stepped["how"])) if stepped and below else None
