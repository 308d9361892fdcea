"""A headline as something I have read, and a small win of mine as something new."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from letters.drafting.finite import finite
from letters.drafting.fragments import calm, cleaned, fragments, is_shorthand, stripped
from letters.drafting.grammar import CLAUSE, shape
from letters.drafting.heard import CLAUSE_FORM, NOUN_FORM
from letters.drafting.hearing import hear
from letters.drafting.language import foreign
from letters.drafting.lists import word_set
from letters.drafting.mine import DID, ORDER, STATED, THING, Mine, answered
from letters.drafting.noun_phrases import head_of
from letters.drafting.repairs import with_last_and
from letters.drafting.tidying import lowered, tidy
from letters.drafting.usable import overlap
from letters.drafting.verbs import base_of, is_form, participle, readings
from letters.drafting.words import (
    ADJECTIVES,
    ADVERBS,
    COUNT_NOUNS,
    DETERMINERS,
    FUTURE_WORDS,
    MASS_NOUNS,
    NUMERALS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    Word,
    article,
    countable,
    cut,
    join,
    plural,
)
from letters.material import NoteText

if TYPE_CHECKING:
    from letters.drafting.voice import Voice
    from letters.material import DevelopmentText, Material, NewsText

FRESH = timedelta(days=30)
_MEANS = re.compile(r"^for \S+(?: \S+)? (?:this|it) means\b", re.IGNORECASE)
_PARTICLES = frozenset({"on", "up", "out", "off", "over", "in", "to"})
_LASTING = word_set("be have remain say plan want need expect hope face seek mean")


@dataclass(frozen=True, slots=True)
class Happened:
    """A development: as a clause where its grammar is understood, else only its headline."""

    key: str
    clause: str
    headline: str
    source: str = ""
    means: tuple[str, ...] = ()
    # What it means for them, where that is a thing: "a chance to measure before and after".
    chance: str = ""


@dataclass(frozen=True, slots=True)
class New:
    """News of mine: a clause or a thing, and what it means for them."""

    key: str
    form: str
    text: str
    means: tuple[str, ...] = ()
    since: bool = True


def read(found: DevelopmentText, company: str, voice: Voice) -> Happened:
    """The development for a letter."""
    title = re.sub(r"\s+", " ", calm(cleaned(found.title), voice.proper)).rstrip(". ")
    title = re.sub(r"[“\"]([^”\"]*)[”\"]", r"‘\1’", title[:1].upper() + title[1:])
    source, headline = _source(title, found.source, company)
    means: tuple[str, ...] = ()
    chance = ""
    if found.summary.strip():
        note = NoteText(found.key, "fact", found.summary, "reader", by="reader")
        heard = hear(note, voice)
        if heard is not None and heard.form == CLAUSE_FORM:
            means = (heard.text, *heard.then)
        elif heard is not None and heard.form == NOUN_FORM and _MEANS.match(found.summary.strip()):
            chance = heard.text
    return Happened(found.key, _clause(headline, voice), headline, source, means, chance)


def _source(title: str, source: str, company: str) -> tuple[str, str]:
    """The paper a headline names before a colon, or the recorded one where it is a plain name."""
    match = re.match(r"^(?P<paper>[^:]{2,40}):\s+(?P<rest>\S.*)$", title)
    if match and not set(match["paper"].lower().split()) & set(company.lower().split()):
        named = match["paper"].lower() in source.lower() or not source
        if named or match["paper"].istitle():
            return match["paper"], match["rest"]
    clean = re.match(
        r"^(?:The |the )?(?:[A-Z][\w’'-]+)(?: (?:of|and|the|[A-Z][\w’'-]+)){0,4}$", source.strip()
    )
    return (source.strip() if clean and not source.isupper() else ""), title


def _clause(headline: str, voice: Voice) -> str:
    """*Acme takes on a contract* → *Acme has taken on a contract*; what is ahead keeps its tense."""
    words = cut(tidy(headline))
    plain = not (is_shorthand(headline) or foreign(headline) or set(headline) & set(":?‘“"))
    if not plain or len(words) < 4 or words[0].low in SUBORDINATORS:
        return ""
    coming = re.match(r"^(?P<who>.+?) to (?P<do>\w+) ", headline)
    if coming and is_form(coming["do"], "base") and finite(cut(coming["who"] + ".")) is None:
        verb = "are" if plural(coming["who"].split()[-1]) else "is"
        rest = headline[len(coming["who"]) + 1 :]
        whole = _complete(cut(rest), 1) and not _bare_subject(cut(coming["who"]))
        return _begun(f"{coming['who']} {verb} {rest}", voice) if whole else ""
    if shape(words) != CLAUSE:
        return ""
    at = finite(words)
    if at is None:
        return ""
    words = _with_object_article(words, at)
    if words[0].low in _INSTITUTIONS and at == 1:
        words, at = [Word("the"), Word(words[0].low, "", words[0].after), *words[1:]], at + 1
    if not _complete(words, at) or _bare_subject(words[:at]):
        return ""
    return _begun(join(_tense(words, at)), voice)


def _begun(text: str, voice: Voice) -> str:
    """Within a sentence: of a headline’s first words only those that are no name lose their capital."""
    first = cut(text)[0].low
    common = first in DETERMINERS | NUMERALS | PREPOSITIONS | MASS_NOUNS | COUNT_NOUNS | ADJECTIVES
    return lowered(text, voice.proper) if common or readings(first) or readings(first.rstrip("s")) else text


def _bare_subject(subject: list[Word]) -> bool:
    head = head_of(subject)
    first = subject[0]
    if len(subject) == 1 and first.low in COUNT_NOUNS | MASS_NOUNS:
        return True
    named = all(word.core[:1].isupper() for word in subject) and first.low not in ADJECTIVES | COUNT_NOUNS
    return (
        not named
        and first.low not in DETERMINERS | NUMERALS
        and head is not None
        and countable(subject[head].core)
    )


# Of these there is one where the news is from: "Council approves …" is *the council*.
_INSTITUTIONS = word_set("board council government minister ministry parliament regulator court union mayor")


def _with_object_article(words: list[Word], verb: int) -> list[Word]:
    """*wins three-year contract for …* → *wins a three-year contract for …*, where the verb is one surely."""
    if not is_form(words[verb].core, "s") or is_form(words[verb].core, "base"):
        return words
    at = verb + 1
    while at < len(words) and words[at].low in ADVERBS | _PARTICLES:
        at += 1
    if at == len(words) or _complete(words, verb):
        return words
    return [*words[:at], Word(article(join(words[at:]))), *words[at:]]


def _complete(words: list[Word], verb: int) -> bool:
    """Whether what follows the verb has its articles: headlines drop them."""
    rest = words[verb + 1 :]
    while rest and rest[0].low in ADVERBS | _PARTICLES:
        rest = rest[1:]
    head = head_of(rest) if rest else None
    if not rest or head is None or rest[0].low in DETERMINERS | NUMERALS | PREPOSITIONS:
        return True
    return not countable(rest[head].core) or rest[0].core[:1].isupper() or rest[0].low.endswith(("'s", "ly"))


def _tense(words: list[Word], at: int) -> list[Word]:
    verb, rest = words[at], words[at + 1 :]
    ahead = any(word.low in FUTURE_WORDS | TIME_WORDS or re.match(r"^20\d\d$", word.core) for word in rest)
    base = base_of(verb.core, "s", "base")
    stative = base in _LASTING
    if ahead or stative or not is_form(verb.core, "s", "base") or is_form(verb.core, "past"):
        return words
    many = is_form(verb.core, "base")
    return [*words[:at], Word("have" if many else "has"), verb.with_core(participle(base)), *rest]


def pick_development(material: Material, spent: set[str]) -> DevelopmentText | None:
    """The one chosen, else the latest of the last 30 days that no letter to the reader has used."""
    today = material.now.date()
    if material.chosen_development:
        return next((d for d in material.developments if d.key == material.chosen_development), None)
    dated = [d for d in material.developments if d.published_on and today - FRESH <= d.published_on <= today]
    bodies = [letter.body for letter in material.letters if letter.to == material.reader.key]
    fresh = [
        d
        for d in dated
        if d.key not in spent and all(overlap(d.title, body) < 0.8 for body in bodies if body)
    ]
    return max(fresh, key=lambda d: (bool(d.summary), d.published_on), default=None)


def pick_news(material: Material, spent: set[str]) -> NewsText | None:
    """The one chosen, else my latest that neither a letter to the company nor a recorded answer has."""
    if material.chosen_news:
        return next((n for n in material.news if n.key == material.chosen_news), None)
    told = [letter.body for letter in material.letters if letter.body] + [
        note.text for note in material.at_the_company if note.kind == "answer"
    ]
    today = material.now.date()
    fresh = [
        item
        for item in material.news
        if item.key not in spent
        and (item.happened_on is None or item.happened_on <= today)
        and all(overlap(item.text, text) < 0.6 for text in told)
    ]
    return max(
        fresh, key=lambda item: (item.happened_on is not None, item.happened_on or today), default=None
    )


def tell(item: NewsText, material: Material, voice: Voice) -> New | None:
    """My news for a letter."""
    pieces = fragments(item.text)
    if not pieces:
        return None
    done = _done(pieces[0], voice)
    found = None if done else answered(NoteText(item.key, "answer", pieces[0], material.reader.key), voice)
    text = done or (_of_me(found) if found else "")
    if not text:
        return None
    means = tuple(lowered(tidy(stripped(piece)), voice.proper) for piece in pieces[1:])
    first = min((talk.starts.date() for talk in material.talks), default=None)
    since = first is None or item.happened_on is None or item.happened_on >= first
    whole = tuple(text for text in means if shape(cut(text)) == CLAUSE)
    thing = found is not None and found.form == THING
    return New(item.key, "noun" if thing else "clause", text, whole, since)


def _done(piece: str, voice: Voice) -> str:
    """What I did, told without its subject: *Gave a talk* → *I gave a talk*."""
    words = cut(lowered(tidy(stripped(piece)), voice.proper))
    if is_shorthand(piece) or foreign(piece) or len(words) < 3 or not is_form(words[0].core, "past"):
        return ""
    # "led lighting" and "built environment course" are things, not doings
    follows = words[1]
    told = follows.low in DETERMINERS | NUMERALS | PREPOSITIONS | ADVERBS or follows.core[:1].isdigit()
    return "I " + join(with_last_and(words)) if told or follows.core[:1].isupper() else ""


def _of_me(found: Mine) -> str:
    """My news as a clause or a thing: *learning Dutch* → *I am learning Dutch*."""
    words = cut(found.text)
    if found.form in (DID, STATED, THING):
        return found.text
    if found.form == ORDER:
        return "I " + found.text
    return "I am " + found.text if is_form(words[0].core, "ing") and len(words) > 1 else ""
