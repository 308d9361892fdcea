"""A fragment tidied: shorthand and contractions written out, the first word as it stands in a sentence."""

from __future__ import annotations

import re

from letters.drafting.lists import word_set
from letters.drafting.shorthand import small_numbers
from letters.drafting.verbs import is_form, readings
from letters.drafting.words import (
    ADJECTIVES,
    ADVERBS,
    DAYS,
    DETERMINERS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PREPOSITIONS,
    full,
)

CAPITALISED = word_set(
    """
    Excel Slack Salesforce SAP Jira Google Microsoft Outlook Teams Zoom Python Java English French
    German Spanish Dutch Italian Portuguese Welsh Irish Polish Chinese Japanese Arabic Hindi Europe
    Britain London Paris Berlin Brexit Easter Christmas Ramadan Eid Diwali GitHub Kubernetes Postgres
    Oracle Tableau Notion Trello Asana Windows Linux Apple Amazon NHS Ofsted
    """
)


def tidy(piece: str) -> str:
    """Shorthand and contractions written out, first number in words, no stop at the end."""
    text = re.sub(r"\s+", " ", piece.strip()).rstrip(" .,;:!…").strip()
    if text.endswith((" a.m", " p.m", " etc", " e.g")) or re.search(r"\d[ap]\.m$|\betc$", text):
        text += "."
    text = re.sub(r"(?<!the )\b(\d{1,2}(?:st|nd|rd|th))\b(?! (?:and|of|to)\b)", _in_words, text)
    text = re.sub(r"(?<=\w)\s*&\s*(?=\w)", " and ", text) if re.search(r"\w\s&\s\w", text) else text
    text = re.sub(
        r"(?<!the )(?<!our )(?<!my )(?<!their )(?<!’s )(?<!a )\b(?!at (?:first|last)\b)"
        r"(before|after|at|on|in|by|until|for|within) "
        r"(first|second|third|last(?! (?:year|month|week|night|spring|summer|autumn|winter))) (?=[a-z])",
        r"\1 the \2 ",
        text,
    )
    opening = re.match(r"^(\d{1,2})(?= [A-Za-z])", text)
    if opening and int(opening.group(1)) <= 12 and not re.match(r"^\d+ (?:%|a\.?m|p\.?m|am|pm)\b", text):
        text = NUMBERS[int(opening.group(1))] + text[opening.end() :]
    text = _PERFECT.sub(_had, text)
    text = re.sub(r"\b([Ii]|[Yy]ou|[Tt]hey|[Ww]e|[Hh]e|[Ss]he)['’]d\b", r"\1 would", text)
    text = _ANYBODY_IS.sub(_is, text)
    text = re.sub(r"\b([Ww]hat|[Tt]hat|[Tt]here|[Ii]t)['’]s (?=(?:been|got|gone|done) )", r"\1 has ", text)
    text = re.sub(
        r"\b([Tt]he )(\d{1,2}(?:st|nd|rd|th))(?= [a-z]{3,})(?! of)",
        lambda m: m[1] + ORDINALS.get(m[2], m[2]),
        text,
    )
    text = re.sub(r"\b([A-Z][a-z]+)['’]s (?=(?:been|got|had|gone|done|made|lost) )", r"\1 has ", text)
    text = re.sub(
        r"\b(?P<who>[Ww]ho(?:ever)?|[a-z]{3,})['’]s "
        r"(?=(?:about|not|still|too|always|never|getting|most|all) )",
        r"\g<who> is ",
        text,
    )
    text = re.sub(
        r"\b(since|in|by|until|from|of|last|next|before|after|\d{1,2}) ([A-Z][a-z]{2,3})\b\.?", _month, text
    )
    text = re.sub(r"^dunno\b", "does not know", text, flags=re.IGNORECASE)
    text = re.sub(r"\b([Hh]e|[Ss]he)['’]s (?=been|got|had|made|lost|taken|gone)", r"\1 has ", text)
    text = re.sub(r"\b([Hh]e|[Ss]he)['’]s (?=\w)", r"\1 is ", text)
    text = re.sub(r"\bits (?=(?:still|not|been|too|always|never|a|an|the)\b)", "it is ", text)
    text = re.sub(r"\bit[’']?s self\b", "itself", text)
    text = small_numbers(text)
    text = re.sub(r"(?<=ed) after$", " afterwards", text).replace("  ", " ")
    text = re.sub(r"(?<=[a-z]) same as\b", ", the same as", text).replace(",, ", ", ")
    text = re.sub(r"\bq([1-4])\b", r"Q\1", text)
    text = re.sub(
        r"\b(has|have|had|in|of|for|with|from|after|within|under|over|about|every) (\d)(?= [a-z]{3,})",
        _digit,
        text,
    )
    text = re.sub(r'"([^"]*)"', r"“\1”", text)
    text = re.sub(
        r"\b(?:good friday|easter (?:sunday|monday|day)|boxing day)\b", _titled, text, flags=re.IGNORECASE
    )
    text = re.sub(_DAY, lambda match: match.group(0).capitalize(), text)
    text = re.sub(r"\b(has|have|had|keeps?) own (?=[a-z])", r"\1 their own ", text)
    # "a wiki in 2021 - 14 pages, 11 by him": what follows the dash explains it
    if len(_DASH.findall(text)) == 1 and ":" not in text:
        text = _DASH.sub(": ", text)
    return re.sub(r"(?<![\w’'])'(?=\w)", "‘", full(text)).replace("'", "’")


# Names of days and months that are no other word.
_DAY = re.compile(
    rf"(?<!\w)(?:{'|'.join([*DAYS, *(m for m in MONTHS if m not in ('May', 'March'))]).lower()})(?=s?\b)"
)
_DASH = re.compile(r" [-–—]+ ")


def _titled(match: re.Match[str]) -> str:
    return match.group(0).title()


_ANYBODY_IS = re.compile(r"\b([Nn]obody|[Ee]verybody|[Ee]veryone|[Ss]omebody)['’]s (?P<how>[a-z-]+)")


def _is(match: re.Match[str]) -> str:
    """*Nobody's sure* → *nobody is sure*; *somebody's case* stays theirs."""
    how = match["how"]
    said = how in ADVERBS | ADJECTIVES | DETERMINERS | PREPOSITIONS | {"not", "to"}
    if how in ("been", "had", "got", "gone"):
        return f"{match[1]} has {how}"
    return f"{match[1]} is {how}" if said or is_form(how, "part", "ing") else match.group(0)


_PERFECT = re.compile(r"\b(I|i|[Yy]ou|[Tt]hey|[Ww]e|[Hh]e|[Ss]he|[Ww]ho)['’](?P<s>d|s) (?P<verb>\w+)")


def _had(match: re.Match[str]) -> str:
    """*we'd known*, *who's been* → *we had known*, *who has been*; what may be *would* or *is* stays."""
    verb = match["verb"].lower()
    perfect = is_form(verb, "part") and not is_form(verb, "base")
    if not perfect or (match["s"] == "s" and verb not in ("been", "had", "gone", "seen", "got", "worked")):
        return match.group(0)
    return f"{match.group(1)} {'had' if match['s'] == 'd' else 'has'} {match['verb']}"


_MONTHS_SHORT = {month[:3]: month for month in MONTHS} | {"Sept": "September"}


def _month(match: re.Match[str]) -> str:
    return f"{match.group(1)} {_MONTHS_SHORT.get(match.group(2), match.group(2))}" + (
        "." if match.group(0).endswith(".") and match.group(2) not in _MONTHS_SHORT else ""
    )


def _digit(match: re.Match[str]) -> str:
    return f"{match.group(1)} {NUMBERS[int(match.group(2))]}"


def _in_words(match: re.Match[str]) -> str:
    return ORDINALS.get(match.group(1), match.group(1))


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
        or bare in CAPITALISED
        or bare.lower() in proper
    )
    if keeps:
        return text
    second = text.split()[1:2]
    word = is_form(bare, "s", "past", "ing") or (readings(bare) and bare.lower() not in _VERBS_AND_NAMES)
    is_name = (
        second and re.match(r"^[A-Z][a-z]", second[0]) and bare.lower() not in _SENTENCE_OPENERS and not word
    )
    return text if is_name else text.replace(bare, bare[0].lower() + bare[1:], 1)


# Verbs that are first names too.
_VERBS_AND_NAMES = word_set(
    """
    mark will grace bill rob pat drew grant chase frank sue jack carol rose may hope dawn art dean gene guy
    lance max nick norm penny pierce ray reed rich skip ward wade heather josh
    """
)
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
