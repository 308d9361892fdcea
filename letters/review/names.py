"""Names: nothing left to fill in, nobody else in the salutation, no other company.

Pure.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from letters.drafting.lists import word_set
from letters.review import phrases
from letters.review.finding import Check, ok
from letters.review.naming import fold, is_part, name_words, parts_of, script
from letters.review.spelling import is_word, words_of_records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from letters.anatomy import Span
    from letters.review.case import Case

_HARMLESS = re.compile(r"\[(?:\d{1,3}|…|\.\.\.|sic)\]|\{\d+\}", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|und|et|y|e|en|och|og|i|&)\s|,|、|و", re.IGNORECASE)
_LEGAL = re.compile(
    r",?\s+(?:ltd|limited|plc|llp|llc|inc|corp|corporation|co|gmbh|ag|se|kg|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy"
    r"|pty|group|holdings?|company)\.?$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:previous|last|former|earlier|current|old|worked|years|left|was|while|when i"
    r"|my (?:role|job|time|post|work|team))\b[^.?!\n]{0,40}$",
    re.IGNORECASE,
)
_AS_COMPANY = re.compile(
    r"\b(?:at|for|with|to|from|join|joining|joined|of|about|in|by|beim?|bei|chez|en)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def placeholder(case: Case) -> Check:
    """Something left to fill in, or a salutation to nobody."""
    end = case.parts.salutation[1]
    found = [
        span
        for span in case.anywhere(phrases.PLACEHOLDERS)
        if not _HARMLESS.fullmatch(case.text[span[0] : span[1]])
    ]
    nobody = [
        match.span()
        for match in phrases.pattern(*phrases.ANYBODY).finditer(case.text)
        if match.start() < max(end, 60)
    ]
    spans = case.trimmed(sorted({*found, *nobody}))
    if spans:
        said = case.quote(spans[0])
        if found:
            return Check(
                "placeholder", "stop", gettext("%(said)s is still to be filled in.") % {"said": said}, spans
            )
        return Check(
            "placeholder",
            "stop",
            gettext("%(said)s could be anybody. Write to %(name)s by name.")
            % {"said": said, "name": case.reader},
            spans,
        )
    if case.subject and phrases.pattern(*phrases.PLACEHOLDERS).search(case.subject):
        return Check("placeholder", "stop", gettext("Something in the subject is still to be filled in."))
    return ok("placeholder", gettext("Nothing left to fill in."))


def wrong_name(case: Case) -> Check:
    """Somebody else in the salutation."""
    found = _somebody_else(case)
    if found is None:
        return ok("wrong_name", gettext("Addressed to %(name)s.") % {"name": case.reader})
    said = case.text[slice(*found)]
    return Check(
        "wrong_name",
        "stop",
        gettext("The salutation names %(said)s, and the letter is to %(name)s.")
        % {"said": said, "name": case.material.reader.name},
        (found,),
    )


def _somebody_else(case: Case) -> Span | None:
    """Where the salutation names somebody who is not the reader."""
    words = list(_named(case))
    reader = case.material.reader.name
    if not words or phrases.pattern(*phrases.ANYBODY).search(case.text[slice(*case.parts.salutation)]):
        return None
    mine = parts_of(reader)
    matched = [is_part(word, mine) or _signs_shared(word, reader) for word, _ in words]
    others = [parts_of(one.name) for one in case.material.colleagues()]
    for (word, span), fits in zip(words, matched, strict=True):
        known = len(word) > 1 and any(fold(word) in parts for parts in others)
        together = any(matched) and _AND.search(case.text, words[0][1][0], words[-1][1][1])
        if known and not fits and not together:
            return span
    if any(matched) or not any(
        script(word) == script(part) for word, _ in words for part in name_words(reader)
    ):
        return None
    return words[0][1][0], words[-1][1][1]


def _signs_shared(word: str, reader: str) -> bool:
    """In scripts without blanks: a sign of the reader's name."""
    return script(word) == "CJK" and any(sign in reader for sign in word if not sign.isspace())


def _named(case: Case) -> Iterator[tuple[str, Span]]:
    """The names in the salutation and where they stand: words with a capital, or of a script without."""
    start, end = case.parts.salutation
    start += case.parts.greeting
    for match in re.finditer(r"[^\s,;:!،，、：！&/()“”\"]+", case.text[start:end]):
        for word in name_words(match.group()):
            begun = start + match.start() + match.group().index(word)
            cased = word[0].isupper() or not word[0].islower()
            if word[0].isalpha() and cased and fold(word) not in _NOBODY:
                yield word, (begun, begun + len(word))


_NOBODY = word_set(
    """
    there all everyone everybody team friend friends colleague colleagues again sir madam good morning
    afternoon evening damen herren tag zusammen i and
    """
)


def wrong_company(case: Case) -> Check:
    """The name of another company that is known."""
    known = _by_first_word(case.material.other_companies)
    mentioned = [name for word, names in known.items() if word in case.text for name in names]
    spans = sorted(span for name in mentioned for span in _mentions(case, name))
    if not spans:
        return ok(
            "wrong_company", gettext("Names no company but %(company)s.") % {"company": case.material.company}
        )
    said = case.quote(spans[0])
    return Check(
        "wrong_company",
        "stop",
        gettext("%(said)s is another company. This letter goes to %(company)s.")
        % {"said": said, "company": case.material.company},
        tuple(spans),
    )


# The same names are asked for at each look.
@lru_cache(maxsize=2)
def _by_first_word(names: tuple[str, ...]) -> dict[str, list[str]]:
    """Names by what each form of them begins with: a text without it cannot mean one of those companies."""
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(next(iter(name.split()), "").strip(",."), []).append(name)
    return found


def _mentions(case: Case, name: str) -> list[Span]:
    """Where a company's name, or its telling first word, is used as a name."""
    known = words_of_records(case.material)
    found: set[Span] = set()
    for form in _forms(name, known):
        ordinary = " " not in form and is_word(form.lower())
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(form)}(?![\w-])", case.text):
            before = case.text[max(0, match.start() - 60) : match.start()]
            if ordinary and not _AS_COMPANY.search(before):
                continue
            if not _PAST.search(before):
                found.add(match.span())
    return [
        one
        for one in found
        if not any(one != other and other[0] <= one[0] and one[1] <= other[1] for other in found)
    ]


def _forms(name: str, known: frozenset[str]) -> list[str]:
    """The name, without its legal form, and its first word where that alone is telling."""
    short = _LEGAL.sub("", " ".join(name.split()))
    words = short.split()
    if len(short) < 2 or all(
        word.lower().strip(".,&") in known or word in ("&", "of", "the", "and") for word in words
    ):
        return []
    first = words[0].strip(",.")
    telling = len(words) > 1 and len(first) > 3 and first.lower() not in known and not is_word(first.lower())
    return [short, first] if telling else [short]
