"""A note as typed, cut into its fragments and tidied: no bullets, stems, stops or shorthand."""

from __future__ import annotations

import re

from letters.drafting.lists import word_set
from letters.drafting.words import DAYS, MONTHS, NUMBERS, ORDINALS, full

_ABBREVIATED = word_set("a.m p.m e.g i.e dr mr mrs ms prof st no vs approx inc ltd etc fig sat sun jan feb")
_SHORTHAND = {
    "&": "and", "w/": "with", "w/o": "without", "b/c": "because", "bc": "because", "ppl": "people",
    "dept": "department", "depts": "departments", "mgmt": "management", "mgr": "manager", "hrs": "hours",
    "hr.": "hour", "mins": "minutes", "yrs": "years", "yr": "year", "wks": "weeks", "wk": "week",
    "mths": "months", "mth": "month", "approx": "about", "approx.": "about", "vs": "versus", "vs.": "versus",
    "govt": "government", "info": "information", "tho": "though", "thru": "through", "esp": "especially",
    "esp.": "especially", "custs": "customers", "cust": "customer", "bldg": "building", "qtr": "quarter",
    "rec'd": "received", "pls": "please", "incl": "including", "incl.": "including", "diff": "different",
    "btw": "by the way", "dont": "don't", "doesnt": "doesn't", "cant": "can't", "wont": "won't",
    "didnt": "didn't",
    "isnt": "isn't", "thier": "their", "teh": "the", "alot": "a lot",
}  # fmt: skip
# What a debrief field begins for the writer; the sentence is shown with it and used without.
_STEMS = re.compile(
    r"^(?:what goes wrong|it turn(?:s|ed) out(?: that)?"
    r"|for (?:you|them|(?-i:[A-Z][\w’'-]+)) this means(?: that)?"
    r"|it matters here because|fyi|nb|note|btw|by the way|apparently|basically|goal|challenge|problem"
    r"|idea|fact|detail"
    r"|question|answer|doubt|promise)\b\s*[:,…-]?\s*(?:…\s*)?",
    re.IGNORECASE,
)
# Somebody's report of what they said: the letter says it to them, so only the words themselves remain.
_REPORTED = re.compile(
    r"^(?:(?:he|she|they|(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?))\s+)?(?:also\s+)?"
    r"(?:said|says|mentioned|told me|explained|admitted|stressed|pointed out|noted|reckons|claims"
    r"|complained"
    r"|joked|confessed)"
    r"(?: to me)?(?:\s+that\s+|\s*:\s*|\s+(?=(?:the|they|we|nobody|there|it|most|half|every|no|all"
    r"|his|her|their|our|he|she)\b))",
    re.IGNORECASE,
)
_OPEN_CLASS_TITLES = word_set(
    """
    Excel Slack Salesforce SAP Jira Google Microsoft Outlook Teams Zoom Python Java English French
    German Spanish Dutch Italian Portuguese Welsh Irish Polish Chinese Japanese Arabic Hindi Europe
    Britain London Paris Berlin Brexit Easter Christmas Ramadan Eid Diwali GitHub Kubernetes Postgres
    Oracle Tableau Notion Trello Asana Windows Linux Apple Amazon NHS Ofsted
    """
)


def fragments(text: str) -> list[str]:
    """The fragments of a note: lines, bullets, sentences, and what a semicolon parts."""
    pieces: list[str] = []
    for line in re.split(r"[\n\r]+|;\s+|;$|\s+[•·]\s+", text.strip()):
        bare = re.sub(r"^\s*(?:[-*•·–—]|\d+[.)])\s+", "", line.strip())
        pieces += _sentences(bare)
    return [piece for piece in pieces if re.search(r"\w", piece)]


def _sentences(line: str) -> list[str]:
    pieces, start = [], 0
    for match in re.finditer(r"[.!?]+[”\"’']?\s+(?=[“\"‘']?[A-Z0-9])", line):
        before = line[start : match.start()].split()
        if (before and before[-1].lower().strip("(") in _ABBREVIATED) or line[: match.end()].count(
            "“"
        ) > line[: match.end()].count("”"):
            continue
        pieces.append(line[start : match.end()].strip())
        start = match.end()
    return [*pieces, line[start:].strip()]


def stripped(piece: str) -> str:
    """Without the stem of the field and without "said that"."""
    piece = _STEMS.sub("", piece.strip()) or piece
    return _REPORTED.sub("", piece) or piece


def quoted(piece: str) -> str:
    """The words inside, where the whole fragment is one quotation; else an empty text."""
    match = re.match(r"^[“\"«„](?P<words>[^“”\"«»]+)[”\"»“][.!]?$", piece.strip()) or re.match(
        r"^['‘](?P<words>[^'‘]+)['’][.!]?$", piece.strip()
    )
    return match["words"].strip() if match else ""


def is_shorthand(piece: str) -> bool:
    """Whether signs stand for words, so that the fragment can only be shown as it is."""
    return bool(
        re.search(r"[~=<>→←↑↓^|#*{}\[\]]|->|\s\+\s|\s@\s|\+\+|!!|\?\?", piece)
        or re.search(
            r"(?<![\d])\b(?!and/or|w/|24/7|n/a)[A-Za-z]+/[A-Za-z]+",
            re.sub(r"\bw/o?\b|\bb/c\b|\band/or\b", "", piece),
        )
        or re.search(r"\.\.\.|…", piece)
    )


def tidy(piece: str) -> str:
    """Shorthand and contractions written out, first number in words, no stop at the end."""
    text = re.sub(r"\s+", " ", piece.strip()).rstrip(" .,;:!…").strip()
    if text.endswith((" a.m", " p.m", " etc", " e.g")) or re.search(r"\d[ap]\.m$|\betc$", text):
        text += "."
    words = [_SHORTHAND.get(word.lower(), word) for word in text.split(" ")]
    words = [ORDINALS.get(word.lower(), word) for word in words]
    text = " ".join(words)
    text = re.sub(r"(?<=\w)\s*&\s*(?=\w)", " and ", text) if re.search(r"\w\s&\s\w", text) else text
    text = re.sub(
        r"(?<!the )(?<!our )(?<!my )(?<!their )(?<!’s )(?<!a )\b(before|after|at|on|in|by|until) "
        r"(first|second|third|last) (?=[a-z])",
        r"\1 the \2 ",
        text,
    )
    opening = re.match(r"^(\d{1,2})(?= [A-Za-z])", text)
    if opening and int(opening.group(1)) <= 12 and not re.match(r"^\d+ (?:%|a\.?m|p\.?m|am|pm)\b", text):
        text = NUMBERS[int(opening.group(1))] + text[opening.end() :]
    text = re.sub(
        r"\b([Ii]|[Yy]ou|[Tt]hey|[Ww]e|[Hh]e|[Ss]he)['’]d (?=(?:been|had|gone|done|seen|got)\b)",
        r"\1 had ",
        text,
    )
    text = re.sub(r"\b([Ii]|[Yy]ou|[Tt]hey|[Ww]e|[Hh]e|[Ss]he)['’]d\b", r"\1 would", text)
    return full(text).replace("'", "’")


def lowered(text: str, proper: frozenset[str]) -> str:
    """The first word in lower case, unless it is always written with a capital."""
    first = re.split(r"[\s,.:]", text, maxsplit=1)[0]
    bare = re.sub(r"[’']s$|[’']$", "", first).strip('“”"‘’(')
    if not bare[:1].isupper():
        return text
    keeps = (
        bare == "I"
        or bare.startswith(("I’", "I'"))
        or (len(bare) > 1 and bare[1:] != bare[1:].lower())
        or (len(bare) == 1 and bare != "A")
        or any(character.isdigit() for character in bare)
        or bare in DAYS
        or bare.rstrip("s") in DAYS
        or bare in MONTHS
        or bare in _OPEN_CLASS_TITLES
        or bare.lower() in proper
    )
    if keeps:
        return text
    second = text.split()[1:2]
    is_name = second and re.match(r"^[A-Z][a-z]", second[0]) and bare.lower() not in _SENTENCE_OPENERS
    return text if is_name else text.replace(bare, bare[0].lower() + bare[1:], 1)


_SENTENCE_OPENERS = word_set(
    """
    a an the this that these those every each no some any most many few all both half only even when
    where while if since after before until because although though in on at by for from with without to
    of one two three four five six seven eight nine ten last next new old first one's their his her its
    our my your there it they we he she nobody everybody everyone people somebody what how why who which
    and but or so then still also never always often only just already not wants needs likes loves hates
    thinks keeps runs is was has had would could can will does did told asked gave said lost built made
    took cut led ran worked joined left moved went came grew met saw got put send share ask try start
    use open give take make build run walk talk
    """
)


def capital(text: str) -> str:
    """The first letter in upper case."""
    for at, character in enumerate(text):
        if character.isalpha():
            return text[:at] + character.upper() + text[at + 1 :]
        if character.isdigit():
            return text
    return text
