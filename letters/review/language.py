"""Whether a text is English, and how many syllables an English word has.

Pure.
"""

from __future__ import annotations

import re
from functools import lru_cache

from letters.anatomy import words_of
from letters.drafting.lists import word_set

_EVERYDAY = word_set(
    """
    the a an and or of to in on at for with by from is are was were be been it that this you your i my we our
    they their as not but if so would will have has had do did what which who when how about after more
    """
)
# Without English's everyday words a text is in another language, or in none.
_SHARE = 0.2
_SILENT_E = re.compile(r"(?:[^laeiouy]es|[^dt]ed|[^l]e|[aeiou]le)$")


@lru_cache(maxsize=512)
def is_english(text: str) -> bool:
    """Whether at least a fifth of the words are everyday words of English; texts under six words count."""
    words = [word.lower() for word, _, _ in words_of(text)]
    latin = sum(word.isascii() for word in words)
    if len(words) < 6:
        return latin == len(words)
    return sum(word in _EVERYDAY for word in words) >= _SHARE * len(words)


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """How many syllables, by groups of vowels; digits are said one by one, at most four."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    if any(sign.isdigit() for sign in low):
        return min(4, max(1, sum(sign.isdigit() for sign in low)))
    return max(1, sum(_part(part) for part in re.split(r"[^a-zà-ÿ]+", low) if part))


# Vowels said apart that look like one.
_APART = re.compile(
    r"trial|create|idea|area|quiet|being|science|client|diet|poe[mt]|lion|ruin|fluid|react|real[ai]|theat"
)


def _part(low: str) -> int:
    groups = len(re.findall(r"[aeiouyà-ÿ]+", low))
    # *create*, *idea*, *client*, *business* …: two vowels said apart.
    groups += len(
        re.findall(
            r"(?:ia(?!l\b|n\b)|io(?!n|us)|eo(?!u)|ua(?!l)|iu|ier\b|iest\b|(?<!q)uo|(?<=[^aeiou])ying)", low
        )
    )
    groups += len(_APART.findall(low))
    if _SILENT_E.search(low) and groups > 1:
        groups -= 1
    return max(1, groups)
