"""German and French words of days as English ones, so that one reader reads all three.

Pure.
"""

from __future__ import annotations

import re


def in_english(text: str) -> str:
    """German and French words of days as English ones; a text without any stays as it is."""
    for marker, words in _TONGUES:
        if marker.search(text):
            for pattern, english in words:
                text = pattern.sub(english, text)
    return text


def _words(pairs: dict[str, str]) -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(rf"(?<!\w)(?:{pattern})(?:(?<=\W)|(?!\w))", re.IGNORECASE), english)
        for pattern, english in pairs.items()
    ]


# The order matters: what is said in several words comes before its parts.
_GERMAN = _words(
    {
        r"vor\s+(\w+)\s+(woche|tag|monat)(?:e?n|e)?": r"\1 weeks ago",
        r"vor": "before", r"bis\s+(?:zum|zur|zu)": "by",
        r"(\w+)\s+bis\s+(?=\w+\s+(?:wochen|tage|monate))": r"\1 to ",
        r"bis": "by", r"spätestens\s+(?:am)?": "by ", r"am": "on", r"ab": "from",
        r"übermorgen": "the day after tomorrow", r"morgen": "tomorrow", r"heute": "today",
        r"ende": "end of", r"mitte": "middle of", r"anfang": "beginning of",
        r"nächste[rnsm]?": "next", r"kommende[rnsm]?": "coming",
        r"diese[rnsm]?": "this", r"letzte[rnsm]?": "last",
        r"de[rs]": "the", r"wochen": "weeks", r"woche": "week", r"tagen?": "days",
        r"monats?": "month", r"monaten?": "months",
        r"eine[rnm]?": "one", r"zwei": "two", r"drei": "three", r"vier": "four", r"fünf": "five",
        r"sechs": "six",
        r"sieben": "seven", r"acht": "eight", r"neun": "nine", r"zehn": "ten", r"vierzehn": "fourteen",
        r"oder": "or",
        r"montag": "Monday", r"dienstag": "Tuesday", r"mittwoch": "Wednesday", r"donnerstag": "Thursday",
        r"freitag": "Friday", r"samstag|sonnabend": "Saturday", r"sonntag": "Sunday",
        r"januar|jänner": "January", r"februar": "February", r"märz": "March", r"mai": "May", r"juni": "June",
        r"juli": "July", r"oktober": "October", r"dezember": "December", r"weihnachten": "Christmas",
        r"(\d{1,2})\.\s+(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*)": r"\1 ",
    }
)  # fmt: skip
_FRENCH = _words(
    {
        r"il\s+y\s+a\s+(\w+)\s+(?:semaines?|jours?|mois)": "two weeks ago",
        r"quinze\s+jours": "two weeks", r"huit\s+jours": "one week",
        r"la\s+semaine\s+prochaine|semaine\s+prochaine": "next week", r"cette\s+semaine": "this week",
        r"le\s+mois\s+prochain": "next month",
        r"(?:à\s+)?(?:la\s+)?fin\s+(?:du|de\s+la|de\s+l['’]|de)": "end of the", r"(?:la\s+)?fin": "end of",
        r"début": "early", r"mi-": "mid-", r"après-demain": "the day after tomorrow", r"demain": "tomorrow",
        r"aujourd['’]hui": "today",
        r"d['’]ici\s+(?=(?:une?|deux|trois|quatre|cinq|six|dix|\d+)\s+(?:ou|à|sem|jour|mois))": "within ",
        r"d['’]ici\s+(?:à\s+|au\s+|le\s+)?(?=\w)": "by ", r"avant\s+(?:le\s+)?": "before ",
        r"jusqu['’]au": "until", r"dans": "in",
        r"1er": "1", r"le\s+(?=\d)": "on ", r"semaines?": "weeks", r"jours?": "days", r"mois": "month",
        r"une?": "one", r"deux": "two", r"trois": "three", r"quatre": "four", r"cinq": "five", r"dix": "ten",
        r"ou|à": "or", r"lundi": "Monday", r"mardi": "Tuesday", r"mercredi": "Wednesday",
        r"jeudi": "Thursday",
        r"vendredi": "Friday", r"samedi": "Saturday", r"dimanche": "Sunday",
        r"janvier": "January", r"février": "February", r"mars": "March", r"avril": "April", r"mai": "May",
        r"juin": "June", r"juillet": "July", r"août": "August",
        r"septembre": "September", r"octobre": "October",
        r"novembre": "November", r"décembre": "December", r"noël": "Christmas",
    }
)  # fmt: skip
# A word that only that tongue has says that the line is in it.
_TONGUES = (
    (
        re.compile(
            r"\b(?:wochen?|tagen|monats?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|januar|februar|märz"
            r"|juni|juli|oktober|dezember|(?:über)?morgen|heute|weihnachten|bis|ende|mitte|anfang|nächste\w?)\b|\bam\s+\d{1,2}\.",
            re.IGNORECASE,
        ),
        _GERMAN,
    ),
    (
        re.compile(
            r"\b(?:semaines?|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|janvier|février|avril|juin|juillet"
            r"|août|septembre|octobre|novembre|décembre|demain|noël|jours?|mois|avant|dans|début)\b"
            r"|\bd['’]ici\b|\bmi-|aujourd['’]hui",
            re.IGNORECASE,
        ),
        _FRENCH,
    ),
)
