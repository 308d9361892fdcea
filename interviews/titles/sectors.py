"""Where a sector or a country ranks titles in its own way, and the whole table of one. Pure data."""

from __future__ import annotations

from functools import cache

from interviews.titles import abroad, english
from interviews.titles.roles import (
    BOARD,
    CHIEF,
    DIRECTOR,
    HEAD,
    PARTNER,
    SENIOR,
    SPECIALIST,
    Role,
    either,
    end,
    whole,
)

_BANK = (
    either(PARTNER, "a managing director of a bank", r"managing director", "executive"),
    either(34, "an associate of a bank", r"(?:assistant|associate|junior) vice president"),
    either(80, "an executive vice president", r"(?:senior )?executive vice president"),
    either(70, "a senior vice president of a bank", r"senior vice president"),
    either(48, "a vice president of a bank", r"(?:(?:first|group|regional|corporate) )*vice president"),
    either(70, "an executive director of a bank", r"executive director|ed", "executive"),
    either(54, "an associate or deputy director", r"(?:associate|deputy|assistant) director"),
    either(70, "a director of a bank", r"(?:senior )?director"),
    end(34, "an associate of a bank", r"associate"),
    end(48, "a principal of the firm", r"principal"),
)
_LOOKS_AFTER = (
    r"managers?|management|lead(?:er)?|director|head|success|marketing|enablement|development|relations"
    r"|operations|support|experience|engineer|specialist|coordinator|executive|consultant|associate|program"
)
_PROFESSION = (
    end(
        SPECIALIST,
        "a specialist",
        r"(?<!senior )(?:business|hr|human resources|people|talent|recruit\w+|resourcing|learning) partner",
    ),
    end(
        SENIOR,
        "a senior specialist",
        r"senior (?:\S+ )*(?:business|hr|people|talent|recruit\w+|resourcing) partner",
    ),
    end(PARTNER, "a partner", r"(?<!managing )partner"),
    # “Partner Tax”, not “Partner Manager” or “Partner Success”: those look after other firms.
    whole(PARTNER, "a partner", rf"partner (?!.*\b(?:{_LOOKS_AFTER})$).*"),
)
_CONSULTING = (*_PROFESSION, either(48, "a principal of the firm", r"principal(?: consultant)?"))
_ACADEMIC_CHAIR = end(
    DIRECTOR,
    "a head of department",
    r"chair (?:of|in) (?!.*(?:board|govern\w+|trust(?:ees)?|council|committee|directors|association)\b).*"
    r"|(?:department|faculty|program|subject) chair",
)
_SCHOOL = (
    whole(
        HEAD,
        "a headteacher",
        r"(?:executive )?head|head of (?:the )?(?:school|college|academy)",
        "executive",
    ),
    end(HEAD, "a headteacher", r"principal", "executive"),
    either(CHIEF, "a deputy head", r"deputy head(?: ?(?:teacher|master|mistress))?(?! of)"),
    either(54, "an assistant head", r"assistant head(?! of)"),
)
_UNIVERSITY = (end(HEAD, "the head of a university", r"principal", "executive"),)
_HEALTH = (
    end(CHIEF, "a chief medical officer", r"cmo", "executive"),
    either(SENIOR, "a senior specialist", r"consultant"),
)
_CHARITY = (
    either(HEAD, "the executive director of a charity", r"executive director|ed", "executive"),
    whole(BOARD, "a seat on the board", r"(?:hon(?:orary)?\.? )?treasurer", "board"),
)
_PUBLIC = (end(HEAD, "the head of an authority", r"chief constable", "executive"),)
_EVERYWHERE = (
    end(HEAD, "a vice-chancellor", r"vice-chancellor", "executive"),
    end(CHIEF, "a deputy vice-chancellor", r"(?:(?:deputy|pro) )+vice-chancellor|provost"),
    end(HEAD, "a headteacher", r"(?:executive )?head ?(?:teacher|master|mistress)", "executive"),
    end(HEAD, "a rector", r"re[ck]tor(?:in)?", "executive"),
)
_OF_SECTOR: dict[str, tuple[Role, ...]] = {
    "bank": _BANK,
    "law": _PROFESSION,
    "consulting": _CONSULTING,
    "school": _SCHOOL,
    "university": _UNIVERSITY,
    "health": _HEALTH,
    "charity": _CHARITY,
    "public": _PUBLIC,
}
# Where one managing director runs the company; elsewhere a company has several.
_ONE_MANAGING_DIRECTOR = frozenset({"GB", "IE", "AU", "NZ", "IN", "ZA", "SG", "HK"})
_ITS_WORDS = (
    r"(?:uk|british|irish|ireland|australian?|new zealand|indian?|south african?|singapore|hong kong)"
)
_IN_A_COUNTRY = rf"{_ITS_WORDS} managing director|managing director {_ITS_WORDS}(?: and ireland)?"


@cache
def table(sector: str, country: str) -> tuple[Role, ...]:
    """The roles of an organisation of that family and country, the more special before the more general."""
    level = HEAD if country in _ONE_MANAGING_DIRECTOR else PARTNER
    return (
        *english.SUPPORT,
        *abroad.SUPPORT,
        *((_ACADEMIC_CHAIR,) if sector in ("school", "university") else ()),
        *abroad.SEATS,
        *english.SEATS,
        *_OF_SECTOR.get(sector, ()),
        *_EVERYWHERE,
        *abroad.HEADS,
        *english.HEADS,
        *english.PRESIDENTS,
        *english.CHIEFS,
        end(HEAD, "the managing director of a country", _IN_A_COUNTRY, "executive"),
        either(
            level, "a managing director", r"managing director|director gerente|directora gerente", "executive"
        ),
        *english.PARTNERS,
        *english.DIRECTORS,
        *abroad.DIRECTORS,
        *english.WORKERS,
        *english.LEADING,
    )
