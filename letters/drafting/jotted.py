"""What still looks like a note in a finished sentence: a sign, a part without verb, a noun without article.

Pure. A sentence it speaks of is not sent to anybody: another frame, another note or a question to the writer
takes its place. So it names only what it is sure of; letters written by hand pass it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from letters.drafting.agreeing import disagrees, unlinked
from letters.drafting.articles import lacking
from letters.drafting.finite import finite
from letters.drafting.grammar import CLAUSE, QUESTION, SUBJECTLESS, WH, shape
from letters.drafting.lists import word_set
from letters.drafting.nouns import counted
from letters.drafting.predicates import clause_of
from letters.drafting.shorthand import SHORT_WORDS
from letters.drafting.splices import contrasted
from letters.drafting.tidying import CAPITALISED, capital
from letters.drafting.verbs import NOUNY, base_of, is_form, readings
from letters.drafting.words import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    MASS_NOUNS,
    MODALS,
    NUMERALS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    SUBORDINATORS,
    TIME_WORDS,
    Word,
    cut,
    join,
    plural,
)

SIGN, SHORT, CAPITAL, BARE_VERB, ARTICLE = "sign", "short form", "capital", "bare verb", "article"
TAIL, SUBJECT, AGREEMENT, SPLICE, AND, COLONS = "tail", "subject", "agreement", "splice", "and", "colons"

_SIGN = re.compile(
    r"[=<>~+#*|^{}\[\]@→←↑↓⇒]|\b[a-z]\S* ?& ?|& ?[a-z]|\b\d+/\d+/\d+|\b(?!24/7|1/2|50/50)\d{1,2}/\d{1,2}\b"
    r"|\b(?!and/or\b|his/her\b)[a-z]+/[a-z]+\b|\.{3}|…|\?\?|!!"
)
_SHORT = re.compile(r"\bx ?\d\b|\b\d+[ -]?(?:min|hr|hrs|mins|wk|wks|yr|yrs|pp|pts)\b", re.ASCII)
_MONTH = re.compile(r"\b(?:Feb|Aug|Sept|Nov|Dec|Oct|Thurs|Weds|Tues)\b")
# Short forms that people write out in letters too, or that are words besides.
_TOLERATED = word_set(
    "info vs vs. eg ie em mo exp n poss prob probs diff hols alot proj cos cd ea w gov em. im ud id"
)


@cache
def jotted(sentence: str, named: frozenset[str] = frozenset(), before: str = "") -> tuple[str, ...]:
    """What in that sentence still looks like a note, by name; ``named`` are words written with a capital.

    Words in quotation marks are somebody's own, and only looked at for signs.
    """
    found = [SIGN] if _SIGN.search(sentence) else []
    own = re.sub(r"“[^”]*”", "“this”", sentence)
    words = cut(own)
    found += [SHORT] if _short(own, words) else []
    found += [CAPITAL] if any(_small_name(word, named) for word in words[1:]) else []
    found += [name for name, seen in _CHECKS if words and seen(words)]
    found += [COLONS] if own.count(": ") > 1 else []
    if words and words[0].low == "and" and before and not _akin(own, before):
        found.append(AND)
    return tuple(found)


def _short(text: str, words: list[Word]) -> bool:
    known = any(word.core.islower() and word.low in SHORT_WORDS.keys() - _TOLERATED for word in words)
    return known or bool(_SHORT.search(text) or _MONTH.search(text))


# Names of programs and languages that are words besides.
_WORDS_TOO = word_set(
    "Excel Slack Teams Zoom Python Java Oracle Notion Windows Apple Polish Outlook Amazon Tableau"
)


def _small_name(word: Word, named: frozenset[str]) -> bool:
    """Whether a name stands in lower case; a name that is a word besides may be the word."""
    if not word.core.islower():
        return False
    if word.core.capitalize() in CAPITALISED - _WORDS_TOO:
        return True
    common = readings(word.core) or counted(word.core) or word.core in MASS_NOUNS | ADJECTIVES | TIME_WORDS
    return word.core in named and len(word.core) > 3 and not (common or word.core in PREPOSITIONS | ADVERBS)


def _akin(one: str, two: str) -> bool:
    first, second = (
        {word.low[:6] for word in cut(text) if len(word.core) > 3 or word.core[:1].isdigit()}
        for text in (one, two)
    )
    return bool(first & second) or any(
        word.low in ("it", "they", "that", "this", "them") for word in cut(one)[:3]
    )


def _parts(words: list[Word]) -> list[list[Word]]:
    """What commas, colons, semicolons and dashes part."""
    parts: list[list[Word]] = [[]]
    for word in words:
        if not word.core[:1].isalnum() and word.core[:1] not in "£$€“":
            parts.append([])
            continue
        parts[-1].append(word)
        if word.after.strip("’'”\")").startswith((",", ":", ";")):
            parts.append([])
    return [part for part in parts if part]


def _bare(part: list[Word]) -> list[Word]:
    return [*part[:-1], Word(part[-1].core, part[-1].before)]


_LEADS = word_set(
    "then and but or so not yes no once twice only never thank thanks plus nor even all most half both"
    " better worse"
)


def _jotting(part: list[Word]) -> bool:
    """Whether a part is a noun with what is said of it, its verb dropped: "response late", "budget 3"."""
    part = _bare(part)
    if (
        len(part) < 2
        or part[0].low in PREPOSITIONS | SUBORDINATORS | RELATIVES | WH | ADVERBS | DETERMINERS | _LEADS
    ):
        return False
    if is_form(part[0].low, "ing", "part") or any(is_form(word.low, "ing") for word in part[1:2]):
        return False
    if part[0].core[:1].isdigit() or part[0].low in NUMERALS or finite(part) is not None:
        return False
    told = clause_of(part, tail=True)
    return told is not None and told[0].low not in ("there", "it")


def _tail(words: list[Word]) -> bool:
    """A part after a comma or colon that has no verb and is no list, or a verb and no subject."""
    parts = _parts(words)
    if words[-1].low in ("which", "who", "and", "but", "or", "the", "a", "an", "because") and len(words) > 1:
        return True
    several = len(parts) > 2 and any(word.low in ("and", "or") for word in parts[-1])
    labels = [part for part in parts[:-1] if part[-1].after.endswith(":")]
    if any(_jotting(part) for part in parts if part not in labels) and not several:
        return True
    if len(parts) < 2 or several:
        return False
    last = parts[-1][0].low
    if len(parts) == 2 and len(parts[-1]) == 1 and (last in MASS_NOUNS or counted(last)):
        return True
    if len(parts) == 2 and last == "still" and finite(parts[1]) is None and finite(parts[0]) is not None:
        return True
    for before, part in pairwise(parts):
        low, follows = part[0].low, part[1].low if len(part) > 1 else ""
        asks = words[-1].after.startswith("?") and len(part) < 3
        if low in ("was", "were", "is", "are", "has", "had") and not asks and len(part) > 1:
            inside = before[0].low in SUBORDINATORS | RELATIVES | PREPOSITIONS or len(parts) > 2
            if not inside and finite(before) is not None:
                return True
        acted = is_form(low, "past", "s") and not is_form(low, "part", "base") and low not in NOUNY
        acted = acted and base_of(low, "s", "past") not in NOUNY and low not in AUXILIARIES
        object_ = follows in DETERMINERS | PREPOSITIONS | NUMERALS | {"me", "it", "them", "you", "him", "her"}
        if acted and object_ and finite(before) is not None and len(parts) == 2:
            return True
    return False


def _no_subject(words: list[Word]) -> bool:
    """*Blames the airport*, *Been up since six*: a sentence that opens with its verb, and is no order."""
    opens, low = _bare(words), words[0].low
    if low in ("thank", "thanks") or words[-1].after.startswith("?"):
        return False
    kind = shape(opens)
    if low in ("been", "gone", "done", "had", "was", "were", "is", "are", "has", "wants", "needs", "thinks"):
        return kind != QUESTION and low not in ("is", "are", "was", "were", "had", "has")
    follows = words[1].low if len(words) > 1 else ""
    third = (
        is_form(low, "s")
        and (base_of(low, "s") not in NOUNY or follows in DETERMINERS)
        and not plural(follows)
    )
    return kind == SUBJECTLESS and third


def _lacks_article(words: list[Word]) -> bool:
    """A thing in the singular, without the small word it needs."""
    return any(_added(_bare(part)) for part in _parts(words) if len(part) > 1)


# In these a noun stands bare, or it is no noun.
_BARE = word_set("room fault shift talk hand place time stage course part")


def _added(part: list[Word]) -> bool:
    """Whether an article goes in before a thing that can be nothing else."""
    turned = lacking(part)
    at = next(
        (at for at, (one, two) in enumerate(zip(part, turned, strict=False)) if one.core != two.core),
        len(part),
    )
    if len(turned) == len(part) or at == len(part) or turned[at].low not in ("a", "an", "the"):
        return False
    end = next((end for end in range(at, len(part)) if counted(part[end].low)), None)
    if end is None or part[end].low in _BARE or part[at].low in _RANKS:
        return False
    follows = part[end + 1].low if end + 1 < len(part) else ""
    if at and part[at - 1].low in MODALS | SUBJECTS | {"to"}:
        return False
    acts = is_form(part[end].low, "base", "s") and (end == at or plural(part[end - 1].low))
    return not (acts or plural(follows))


_RANKS = word_set("first last next same top only oldest newest biggest largest second third two three four")


_ASIDES = word_set("as since however whichever whatever you if said")


def _spliced(words: list[Word]) -> bool:
    """*Bid on them by seniority, they like knowing*: two sentences parted by a comma."""
    return _splice(words) > 0


def split_at_splice(text: str) -> str:
    """*It is so since May, I can prove it* → *It is so since May. I can prove it*."""
    words = cut(text)
    at = _splice(words)
    first, second = words[:at], words[at:]
    return f"{join(_bare(first))}. {capital(join(second))}" if at else text


def _splice(words: list[Word]) -> int:
    """The place of the word after the comma that should be a stop; 0 where there is none."""
    parts, at = _parts(words), 0
    for number, (one, two) in enumerate(pairwise(parts)):
        at += len(one)
        if one[-1].after.strip("’'”\")") != "," or len(two) < 3 or len(one) < 3:
            continue
        if contrasted(join(_bare(one)), join(two)):
            return 0
        pronoun = two[0].low in ("i", "they", "it", "we", "he", "she", "nobody", "everybody")
        second = pronoun and (finite(_bare(two)) or 9) < 4
        opened = any(part[0].low in SUBORDINATORS | PREPOSITIONS | _ASIDES for part in parts[: number + 1])
        first = finite(_bare(one)) is not None and shape(_bare(one)) == CLAUSE
        if second and first and not opened:
            return at
    return 0


_CHECKS = (
    (BARE_VERB, unlinked),
    (AGREEMENT, disagrees),
    (TAIL, _tail),
    (SUBJECT, _no_subject),
    (ARTICLE, _lacks_article),
    (SPLICE, _spliced),
)
