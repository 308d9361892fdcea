"""What people say while they think, when a note is dictated: *okay so the main thing was …*, *you know*.

Pure. Only what says nothing is taken out.
"""

from __future__ import annotations

import re

_LEADS = re.compile(
    r"^(?:(?:okay|ok|oh|um+|uh+|erm*|yeah|yep|right|well|look|honestly|basically|obviously|anyway|plus|also"
    r"|and|but"
    r"|so(?= (?:the|they|she|he|basically|yeah|um|okay|apparently|there|we|one|what|i)\b)"
    r"|i mean|you know|i guess)"
    r"\b,?\s+)+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"^(?:(?:the|my|one|her|his|their) (?:main|big|real|other|biggest|first)? ?"
    r"(?:thing|issue|point|problem) (?:was|is|being)"
    r"(?: that| like)?,? )(?=(?:they|she|he|the|we|there|it|nobody|people|her|his|their)\b)",
    re.IGNORECASE,
)
_LAST = (
    r",? (?:obviously|basically|to be honest|to be fair|or whatever|or something|and stuff|and that|i guess"
    r"|i suppose|if that makes sense|apparently)(?=[.;!?]|$)"
)
_NUMBERS = (
    r"\d|about|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|a hundred"
)
_THAT_IS_ALL = (
    r",? (?:that(?:['’]?s| is) (?:it|all)|nothing fancy)(?:, (?:nothing fancy|simple as that))?(?=[.;!]|$)"
)
_WITHIN = (
    _LAST,
    r"(?<=\w) (?:kind of|kinda|sort of|sorta)(?= (?:wondered|thought|felt|worried|said|asked|like))",
    rf" (?:like|i want to say)(?= (?:{_NUMBERS}))",
    r"(?<=since) i want to say",
    _THAT_IS_ALL,
)
_BETWEEN = re.compile(
    r", (?:you know|i mean|like|well|um+|erm?|uh|honestly|obviously|basically|literally),", re.IGNORECASE
)
# "…, that's the number the board looks at" is a sentence of its own.
_SECOND = re.compile(
    r"(?P<before>[^.,;:!?\n]{18,}), (?P<pronoun>that['’]s|it['’]s|they['’]re|that is) (?!why|how|if)"
)


def _apart(match: re.Match[str]) -> str:
    opens = match["before"].split()[0].lower()
    if opens in (
        "if",
        "when",
        "because",
        "as",
        "since",
        "after",
        "before",
        "unless",
        "although",
        "and",
        "or",
    ):
        return match[0]
    return f"{match['before']}. {match['pronoun'].capitalize()} "


_HEDGED = re.compile(r"^(?:she|he|they) (?:kind of|sort of|kinda|sorta) ", re.IGNORECASE)
_SAID = re.compile(r"^(?:she|he|they) said (?=how would|what|why|would|do you|could|can)", re.IGNORECASE)


def plainly(text: str) -> str:
    """The text without what was only said to fill time."""
    lines = [_line(line) for line in text.split("\n")]
    return "\n".join(lines)


def _line(line: str) -> str:
    told = _POINTS.sub("", _LEADS.sub("", line))
    told = _SAID.sub("", _HEDGED.sub(lambda match: match[0].split()[0] + " ", told))
    told = _BETWEEN.sub(",", told)
    told = re.sub(r"\b(a|an|the|of|to|in), \1\b", r"\1", told)
    told = _SECOND.sub(_apart, told)
    for pattern in _WITHIN:
        told = re.sub(pattern, "", told, flags=re.IGNORECASE)
    told = re.sub(r",? which (?:she|he|they) (?:said|thinks|called) (?:is|was) ", r", which is ", told)
    return told.strip()
