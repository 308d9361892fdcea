"""What people work in, as far as it decides the line: human resources, and the families of sectors. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from interviews.titles.folding import fold

_HR_WORDS = (
    r"(?:hr|hris|chro|drh|rh|rrhh|human resources?|human capital|people|talent\w*|recruit\w*|recrut\w*"
    r"|resourc(?:ing|er)"
    r"|staffing|sourcer|head ?hunter|ressources humaines|recursos humanos|capital humano|seleccion|werving"
    r"|personal(?:leit\w+|manag\w+|referent\w*|abteilung|wesen|entwickl\w+|vorstand|direktor\w*|beschaffung)"
    r"|(?:\w*leit\w+|vorstand(?:in)?|direktor(?:in)?|team|referat) personal$"
    r"|personeels\w*|personnel"
    r"|employer brand\w*|employee relations|compensation and benefits|total rewards)"
)
_OTHER_WORDS = (
    r"(?:financ\w+|finanz\w*|administra\w+|juridi\w+|operations|legal|compliance|office|technology|it|admin\w*|facilities|marketing"
    r"|sales"
    r"|commercial|product|engineering|strategy|business)"
)
_HR = re.compile(rf"\b{_HR_WORDS}\b")
# Who runs finance and HR is in line for the one, whatever the other says.
_MIXED = re.compile(rf"\b{_OTHER_WORDS} and {_HR_WORDS}\b|\b{_HR_WORDS} and {_OTHER_WORDS}\b")
_OTHERS_PEOPLE = re.compile(
    r"\b(?:young|older|disabled|homeless|children and young|vulnerable|displaced) people(?:'s|s')?"
    r"|\bpeople(?:'s|s') "
    r"|\b(?:student|patient|volunteer|donor|undergraduate|postgraduate|participant|member) recruit\w*"
    r"|\btalent (?:agent|booker|show)\b"
)
# “Product manager, people platform” makes something for HR and is none of them.
_MAKES = re.compile(
    r"\b(?:engineer(?:ing)?|developer|development|software|product|data|design(?:er)?|architect|account)\b"
)

_FAMILIES = (
    ("charity", r"charit\w*|non ?profit|not for profit|ngo|foundation|voluntary|third sector|food bank"),
    ("bank", r"bank\w*|capital markets"),
    ("law", r"law|legal|solicitors?|barristers?|lawyers"),
    ("consulting", r"consult\w*|advisory|professional services|account(?:ancy|ing)|audit"),
    ("university", r"universit\w*|higher education"),
    ("school", r"schools?|education|academy|college|nursery|kindergarten"),
    ("health", r"health\w*|hospitals?|nhs|clinic|medical|medicine|care"),
    ("public", r"public\w*|government|council|civil service|ministry|municipal\w*"),
)
_HOMES = {
    "GB": r"uk|gb|british|britain|england|scotland|wales",
    "IE": r"ie|irish|ireland",
    "AU": r"australian?",
    "NZ": r"new zealand",
    "IN": r"indian?",
    "ZA": r"south african?",
    "SG": r"singapore",
    "HK": r"hong kong",
}


@lru_cache(maxsize=4096)
def is_hr(text: str) -> bool:
    """Whether a title or role is in human resources, talent or recruiting."""
    words = _OTHERS_PEOPLE.sub(" ", fold(text))
    first = re.split(r"\s*[,;|/(:]\s*|\s[-–—]\s", words, maxsplit=1)[0]
    if _MAKES.search(first) and not _HR.search(first):
        return False
    return bool(_HR.search(words)) and not _MIXED.search(words)


@lru_cache(maxsize=256)
def family(sector: str) -> str:
    """The family of a sector given freely: an “investment bank” is a bank, a food bank is a charity."""
    words = fold(sector)
    return next((name for name, found in _FAMILIES if re.search(rf"\b(?:{found})\b", words)), "")


@lru_cache(maxsize=256)
def home(sector: str, country: str) -> str:
    """The country, or the one that the sector’s words name where none is given (“uk-company”)."""
    code = country.strip().upper()
    if code:
        return "GB" if code == "UK" else code
    words = fold(sector)
    return next((name for name, found in _HOMES.items() if re.search(rf"\b(?:{found})\b", words)), "")
