"""Spelling: English words that no list knows, British and American both.

Pure. Capitalised words, numbers, addresses and every word of the records are left alone.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from gzip import decompress
from pkgutil import get_data
from typing import TYPE_CHECKING, cast

from django.utils.translation import gettext as _

from letters.drafting.verbs import readings
from letters.review.finding import Check, ok
from letters.review.language import is_english
from letters.review.modern import KNOWN
from letters.review.wordlist import WordList
from letters.terms import stem

if TYPE_CHECKING:
    from letters.material import Material
    from letters.review.case import Case

_SKIPPED = re.compile(
    r"\S+@\S+|https?://\S+|www\.\S+|\S+\.(?:com|org|net|co|uk|de|io|example|pdf|xlsx?|docx?)\b\S*|[@#]\w+|\S*[/\\_]\S*"
)
_WORD = re.compile(r"(?<![\w’'.-])[a-zà-ÿ]+(?:['’][a-zà-ÿ]+)*(?![\w’'-]*\d)(?!\w)")
_PREFIXES = (
    "un",
    "re",
    "non",
    "pre",
    "post",
    "over",
    "under",
    "micro",
    "multi",
    "mini",
    "co",
    "inter",
    "sub",
    "super",
    "anti",
    "cross",
    "self",
    "mis",
    "de",
    "dis",
    "out",
    "up",
    "tele",
    "bio",
    "eco",
    "cyber",
    "semi",
)
_SUFFIXES = (
    "ly",
    "ness",
    "less",
    "able",
    "ers",
    "er",
    "ing",
    "ed",
    "s",
    "es",
    "like",
    "wise",
    "ish",
    "ful",
    "ment",
    "ments",
    "al",
    "y",
)


# As pyspellchecker keeps them: {"a": 48779620, …}, sorted.
_COUNTED = re.compile(r'"([^"]+)": (\d+)')


@cache
def _dictionary() -> WordList:
    # One by one: once all of them were objects of Python, most of their memory would never be given back.
    said = decompress(get_data("spellchecker", "resources/en.json.gz") or b"").decode()
    return WordList(cast("tuple[str, str]", one.groups()) for one in _COUNTED.finditer(said))


def spelling(case: Case) -> Check:
    """Words that look misspelt."""
    found = misspelt(case) if is_english(case.parts.body_text) else ()
    if not found:
        return ok("spelling", _("No spelling mistakes seen."))
    word = case.text[slice(*found[0])]
    better = suggestion(word)
    line = _("“%(word)s” is in no dictionary. Is it spelled right?")
    if better:
        line = _("“%(word)s” is in no dictionary. Perhaps “%(better)s”?")
    said = line % {"word": word, "better": better}
    if len(found) > 1:
        said += " " + _("And %(number)s more.") % {"number": len(found) - 1}
    return Check("spelling", "look", said, found)


def misspelt(case: Case) -> tuple[tuple[int, int], ...]:
    """Where the body has words no list knows."""
    skipped = [match.span() for match in _SKIPPED.finditer(case.text)]
    places = [
        match.span()
        for start, end in case.parts.body
        for match in _WORD.finditer(case.text, start, end)
        if len(match.group()) > 2 or match.group() in _SHORT_SLIPS
    ]
    mine = words_of_records(case.material)
    doubtful = {
        (start, end): forms
        for start, end in places
        if not any(a < end and start < b for a, b in skipped)
        and (forms := _unknown(case.text[start:end], mine))
    }
    named = case.vocabulary(frozenset().union(*doubtful.values())) if doubtful else frozenset()
    return tuple(span for span, forms in doubtful.items() if forms.isdisjoint(named))


_SHORT_SLIPS = frozenset({"te", "fo", "ot", "nad", "hte"})


def _unknown(word: str, mine: frozenset[str]) -> frozenset[str]:
    """The word in lower case and its stem, where no list has it; else nothing."""
    low = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    forms = frozenset({low, stem(low)})
    return frozenset() if is_word(low) or forms & mine else forms


@lru_cache(maxsize=16384)
def is_word(low: str) -> bool:
    """Whether it is a word of English, British or American, plain or derived. Lower case, no possessive."""
    known = _dictionary()
    if low in _SLIPS:
        return False
    if any(one in known or one in KNOWN or readings(one) for one in _spellings(low)):
        return True
    if "'" in low:
        return all(part in known or len(part) < 3 for part in low.split("'"))
    return any(_derived(one, known) for one in _spellings(low))


# In the dictionary by mistake, or too rare to be meant.
_SLIPS = frozenset({"alot", "recieve", "seperate", "teh", "adress", "thier", "untill", "wich", "becuase"})


def _derived(low: str, known: WordList) -> bool:
    """A known word with a common beginning or ending."""
    for prefix in _PREFIXES:
        rest = low.removeprefix(prefix)
        if rest != low and len(rest) > 3 and (rest in known or rest in KNOWN):
            return True
    for suffix in _SUFFIXES:
        rest = low.removesuffix(suffix)
        if (
            rest != low
            and len(rest) > 3
            and (rest in KNOWN or (suffix in ("s", "ness", "ly") and rest in known))
        ):
            return True
    return False


def _spellings(low: str) -> set[str]:
    """The word as written, and as Americans would write a British word."""
    found = {low}
    for british, american in _BRITISH:
        found |= {re.sub(british, american, one) for one in tuple(found)}
    return found


_BRITISH = (
    (r"is(e[drs]?|ing|ations?|ational|able|ers?)$", r"iz\1"),
    (r"ys(e[drs]?|ing|ers?)$", r"yz\1"),
    (r"our(s|ed|ing|able|ite|ites|ful|al|ally|less|er|ers|hood|hoods|y|s)?$", r"or\1"),
    (r"our", "or"),
    (r"(?<=[tb])re(s|d)?$", r"er\1"),
    (r"ll(ed|ing|er|ers|or|ors|ation|ations)$", r"l\1"),
    (r"(?<=[^l])l(ment|ments|s|ful|fully)?$", r"ll\1"),
    (r"ogue(s|d)?$", r"og\1"),
    (r"ence(s)?$", r"ense\1"),
    (r"amme(s|d|r|rs)?$", r"am\1"),
    (r"ae|oe", "e"),
    (r"que(s)?$", r"ck\1"),
    (r"eable$", "able"),
    (r"dgement", "dgment"),
    (r"mould", "mold"),
    (r"plough", "plow"),
    (r"tyre", "tire"),
    (r"grey", "gray"),
    (r"aluminium", "aluminum"),
    (r"cosy", "cozy"),
    (r"pyjama", "pajama"),
    (r"sceptic", "skeptic"),
    (r"kerb", "curb"),
    (r"yoghurt", "yogurt"),
)


@lru_cache(maxsize=512)
def suggestion(word: str) -> str:
    """The commonest word one slip away, or an empty text."""
    known, low = _dictionary(), word.lower()
    near = [] if low in known else known.one_slip_from(low)
    return max(near, key=known.count, default="")


# So many times commoner than the next, a word is meant beyond doubt: the dishwasher, not the dishwater.
_BEYOND_DOUBT = 10


@lru_cache(maxsize=512)
def nearest(word: str, *, seen: int = 0) -> str:
    """The one word that is a slip away, or an empty text where another could be meant.

    ``seen`` is how often the dictionary's texts must have it at least: a rare word is a worse guess than a
    name that no dictionary has.
    """
    common = _dictionary().count
    near = sorted(_dictionary().one_slip_from(word.lower()), key=common, reverse=True)
    if len(near) > 1 and common(near[0]) < _BEYOND_DOUBT * common(near[1]):
        return ""
    return near[0] if near and common(near[0]) >= seen else ""


@lru_cache(maxsize=64)
def words_of_records(material: Material) -> frozenset[str]:
    """Every word of what the letter was made from, in lower case, and its stem."""
    texts = [material.company, material.role, material.sender, material.sign_off]
    texts += [f"{one.name} {one.title}" for one in (material.reader, *material.people)]
    texts += [f"{note.text} {note.reply}" for note in material.notes]
    texts += [f"{one.title} {one.source} {one.summary}" for one in material.developments]
    texts += [one.text for one in material.news]
    words = {
        word.lower().replace("’", "'").removesuffix("'s")
        for text in texts
        for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text)
    }
    return frozenset(words | {stem(word) for word in words})
