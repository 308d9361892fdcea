"""What I was asked, as it follows "You asked me": *Where did it go wrong?* → *where it went wrong*."""

from __future__ import annotations

import re
from dataclasses import dataclass

from letters.drafting.grammar import nounlike
from letters.drafting.lists import word_set
from letters.drafting.verbs import NOUNY, base_of, is_form, past, s_form
from letters.drafting.words import ADVERBS, AUXILIARIES, BE, DETERMINERS, PREPOSITIONS, Word, cut, full, join

HOW, ABOUT, QUOTED = "how", "about", "quoted"

_TELL = re.compile(
    r"^(?:(?:please|can you|could you|would you)\s+)?(?:tell me|talk to me|talk me through"
    r"|walk me through|describe|"
    r"talk about|speak about)\s+(?:to me\s+)?(?P<rest>.+)$",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"^(?:give me|share|can you give(?: me)?|do you have) (?P<rest>an? (?:example|time|case)\b.+)$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^(?:(?:[A-Z][\w.’'-]*\s+){0,3}|she |he |they )?(?:asked|wondered|wanted to know"
    r"|asks)(?: me)?(?: about)?[ :,]+",
    re.IGNORECASE,
)
_WH = word_set("how what where when why who which whom whose")
_MINE = {
    "your": "my",
    "yours": "mine",
    "yourself": "myself",
    "our": "your",
    "us": "you",
    "we": "you",
    "me": "you",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is spoken of: after "how", as a thing asked about, or in its own words."""

    form: str
    text: str


def asked(text: str) -> Asked:
    """How a letter names the question; quoted where its grammar is not understood."""
    plain = (
        re.sub(r"\b([Ii]|you|You)['’]d\b", r"\1 would", full(text.strip())).rstrip("?!. ").strip("“”\"'‘’ ")
    )
    spoken = text.strip().strip('“”"‘’')
    told = _ASKED.match(plain)
    about = bool(told and re.search(r"about[ :,]+$", told.group(0), re.IGNORECASE))
    if told:
        plain = plain[told.end() :].strip("“”\"'‘’ ")
    match = _TELL.match(plain) or _EXAMPLE.match(plain)
    if match:
        plain = re.sub(r"^about\s+", "", match.group("rest"), flags=re.IGNORECASE)
        about = plain.split()[0].lower() not in _WH
    if about or plain.lower().startswith("about "):
        thing = re.sub(r"^about\s+", "", plain, flags=re.IGNORECASE)
        words = cut(thing)
        turned = any(word.low in ("i", "my") for word in words)
        return Asked(ABOUT, _lower(join(words if turned else _mine(words))))
    found = _indirect(plain)
    if found:
        return found
    return Asked(QUOTED, spoken if spoken.endswith("?") else spoken.rstrip(".") + "?")


def _indirect(plain: str) -> Asked | None:
    condition = re.match(r"^(?P<if>(?:if|when|suppose)\s[^,]+),\s*(?P<main>.+)$", plain, re.IGNORECASE)
    if condition and not condition["if"].lower().startswith("when ") | condition["if"].lower().startswith(
        "suppose"
    ):
        main = _indirect(condition["main"])
        return Asked(HOW, f"{main.text} {_lower(join(_mine(cut(condition['if']))))}") if main else None
    words = cut(plain)
    if len(words) < 2 or any(word.after.startswith((";", ":", ".", "?")) for word in words[:-1]):
        return None
    if words[0].low in _WH or words[0].low == "whether":
        return _wh(words)
    if words[0].low in AUXILIARIES:
        turned = _uninverted(words, 0)
        return Asked(HOW, "whether " + join(turned)) if turned else None
    if words[0].low in ("your", "the", "a", "an", "my"):
        return Asked(ABOUT, _lower(join(_mine(words))))
    return None


def _wh(words: list[Word]) -> Asked | None:
    verb = next((at for at, word in enumerate(words) if at and word.low in AUXILIARIES), None)
    turned_already = (
        any(word.low in ("i", "i'd", "i'll", "my") for word in words[1:3]) or words[1].low == "to"
    )
    if (
        turned_already
        or verb is None
        or (words[0].low in ("who", "what") and verb > 1 and _is_subject(words))
    ):
        if verb is None and words[0].low == "why" and not turned_already:
            return Asked(HOW, _lower(join(_mine(words)))) if is_form(words[1].core, "base") else None
        return Asked(HOW, _lower(join(words if turned_already else _mine(words))))
    named = words[0].low in ("what", "who") and verb == 1 and words[1].low in ("is", "are", "was", "were")
    if named and len(words) > 2 and words[2].low not in ("you", "we", "it", "that", "this"):
        return _named_thing(words)
    if verb > 1 and any(is_form(w.core, "s", "past") for w in words[1:verb]):
        return Asked(HOW, _lower(join(_mine(words))))
    if verb == 1 and words[0].low in ("what", "who") and is_form(words[2].core, "base"):
        return Asked(HOW, _lower(join(_mine(words))))
    turned = _uninverted(words, verb)
    return Asked(HOW, _lower(join(_mine(words[:verb]) + turned))) if turned else None


def _is_subject(words: list[Word]) -> bool:
    """ "Who owns the data when …": the question word is the subject."""
    return is_form(words[1].core, "s", "past")


def _named_thing(words: list[Word]) -> Asked | None:
    """*What is the first thing you would fix?* → the first thing I would fix."""
    if words[2].low in DETERMINERS | {"your"}:
        return Asked(ABOUT, join(_mine(words[2:])))
    if words[2].low.endswith("ing") or (nounlike(words[2]) and len(words) == 3):
        return None
    return None


def _uninverted(words: list[Word], verb: int) -> list[Word] | None:
    """The words from the auxiliary on in the order of a statement, said of me."""
    auxiliary, rest = words[verb].low, words[verb + 1 :]
    if not rest:
        return None
    end = _subject_end(rest, auxiliary)
    if end is None:
        return None
    subject, tail = rest[:end], rest[end:]
    mine = [Word("I")] if [w.low for w in subject] == ["you"] else _mine(subject)
    if [w.low for w in subject] == ["we"]:
        mine = [Word("you")]
    lead: list[Word] = []
    while tail and tail[0].low in ADVERBS | {"last"}:
        lead, tail = [*lead, tail[0]], tail[1:]
    if auxiliary in ("do", "does", "did") and tail:
        return mine + lead + [_carried(auxiliary, tail[0])] + _mine(tail[1:])
    spelled = (
        {"are": "am", "were": "was"}.get(auxiliary, auxiliary)
        if [w.low for w in subject] == ["you"]
        else auxiliary
    )
    return [*mine, Word(spelled), *lead, *_mine(tail)]


def _carried(auxiliary: str, verb: Word) -> Word:
    if auxiliary == "did":
        return verb.with_core(past(verb.low))
    if auxiliary == "does":
        return verb.with_core(s_form(verb.low))
    return verb


def _subject_end(rest: list[Word], auxiliary: str) -> int | None:
    """How many words after the auxiliary are its subject."""
    if rest[0].low in (
        "you",
        "we",
        "they",
        "i",
        "he",
        "she",
        "it",
        "there",
        "nobody",
        "somebody",
        "people",
        "anyone",
    ):
        return 1
    forms = ("base",) if auxiliary not in BE | {"has", "have", "had"} else ("part", "ing")
    places = [
        at
        for at in range(1, len(rest))
        if is_form(rest[at].core, *forms)
        and nounlike(rest[at - 1])
        and rest[at].low not in PREPOSITIONS
        and rest[at - 1].low not in DETERMINERS
    ]
    sure = [at for at in places if base_of(rest[at].core) not in NOUNY]
    found = sure or places
    return found[0] if found else None


def _mine(words: list[Word]) -> list[Word]:
    """*you* becomes me; *we* and *our* become the reader's."""
    turned = []
    for at, word in enumerate(words):
        if word.low == "you":
            turned.append(word.with_core("I" if _acts(words, at) else "me"))
        elif word.low in ("are", "were") and turned and words[at - 1].low == "you":
            turned.append(word.with_core("am" if word.low == "are" else "was"))
        elif word.low == "i":
            turned.append(word.with_core("you"))
        elif word.low == "my":
            turned.append(word.with_core("your"))
        else:
            turned.append(word.with_core(_MINE[word.low]) if word.low in _MINE else word)
    return turned


def _acts(words: list[Word], at: int) -> bool:
    """Whether this *you* is a subject: a verb follows."""
    following = at + 1
    while following < len(words) and words[following].low in ADVERBS:
        following += 1
    if following >= len(words) or words[at].after:
        return False
    low = words[following].low
    if (
        at
        and is_form(words[at - 1].core, "base")
        and words[at - 1].low in ("make", "let", "help", "see", "give")
    ):
        return False
    return low in AUXILIARIES or is_form(low, "base", "past")


def _lower(text: str) -> str:
    first = text.split(maxsplit=1)[0] if text.split() else ""
    if first == "I" or first.startswith("I'") or (first.isupper() and len(first) > 1):
        return text
    return text[:1].lower() + text[1:]
