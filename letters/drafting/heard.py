"""What the reader said, as something that fits into a sentence to them: clause, noun phrase or quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from letters.drafting.fragments import fragments, is_shorthand, lowered, quoted, stripped, tidy
from letters.drafting.grammar import (
    ADJECTIVE,
    CLAUSE,
    GERUND,
    IMPERATIVE,
    INFINITIVE,
    NOUN,
    QUESTION,
    SUBJECTLESS,
    finite,
    nounlike,
    shape,
)
from letters.drafting.lists import word_set
from letters.drafting.questions import HOW, asked
from letters.drafting.verbs import base_of, ing_form, is_form
from letters.drafting.voice import Voice, to_reader, with_you
from letters.drafting.words import (
    ADVERBS,
    CONJUNCTIONS,
    COUNT_NOUNS,
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    RELATIONAL_NOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    Word,
    article,
    countable,
    cut,
    join,
    plural,
)

if TYPE_CHECKING:
    from letters.material import NoteText

CLAUSE_FORM, NOUN_FORM, QUOTE_FORM, SPOKEN_FORM, ASKING_FORM = "clause", "noun", "quote", "spoken", "asking"

_PREDICATES = word_set(
    """
    chaotic late slow wrong broken missing low high weak poor unclear messy patchy thin flat empty
    outdated manual dead stale bad terrible awful painful flaky unreliable unhappy tired frustrated
    stretched overloaded understaffed inconsistent incomplete expensive clunky frozen stuck blocked down
    up short scarce rare invisible unpopular exhausted demoralised sceptical skeptical nervous fragile
    tight heavy confusing dangerous useless hopeless impossible difficult hard easy cheap huge
    """
)
_EXISTENTIAL = re.compile(
    r"^(?:no|too many|too few|too much|too little|not enough|lots of|hardly any|(?:nobody|nothing) to)\b",
    re.IGNORECASE,
)
_YOURS = word_set("biggest main worst hardest greatest real best favourite favorite top key")
_THE = word_set("last next first second third only latest current previous same other whole latest")
_PRONOUNS = word_set("he she his her him hers they their them i me my we our us it its himself herself")


@dataclass(frozen=True, slots=True)
class Heard:
    """One note of theirs, ready for a sentence.

    ``text`` is the main fragment, ``then`` further clauses that stand alone. ``third`` is the same as told
    of somebody ("still drives a route"), ``thanks`` what to give thanks for, ``event`` what is still ahead.
    """

    key: str
    kind: str
    form: str
    text: str
    then: tuple[str, ...] = ()
    third: str = ""
    thanks: str = ""
    event: str = ""
    topic: str = ""
    mood: str = ""

    @property
    def words(self) -> int:
        """How long the main fragment is."""
        return len(self.text.split())


def hear(note: NoteText, voice: Voice) -> Heard | None:
    """The note for a letter, or None where it cannot be said without guessing."""
    if voice.names_other(cut(note.text)):
        return None
    cuts = [part for piece in fragments(note.text) for part in _spliced(piece)]
    pieces = [_piece(piece, note, voice, first=at == 0) for at, piece in enumerate(cuts)]
    extra = _details(note, voice) if note.kind == "detail" else ("", "", "")
    usable = [piece for piece in pieces if piece is not None]
    if not usable or (pieces[0] is None and note.kind != "detail"):
        return None
    form, text, topic = usable[0]
    then = tuple(words for kind, words, _ in usable[1:] if kind == CLAUSE_FORM)
    if form == NOUN_FORM:
        nouns = [words for kind, words, _ in usable[1:] if kind == NOUN_FORM]
        text = " and ".join([text, *nouns[:1]]) if nouns and "," not in text else text
    third, thanks, event = extra
    return Heard(note.key, note.kind, form, text, then, third, thanks, event, topic, note.mood)


def _spliced(piece: str) -> list[str]:
    """*Handover chaotic, nobody owns the list*: two fragments where the first has no verb."""
    parts = re.split(
        r",\s+(?=(?:nobody|everybody|everyone|no one|they|it|there|we|you)\s)", piece, maxsplit=1
    )
    if len(parts) < 2 or shape(cut(parts[0])) not in (NOUN, ADJECTIVE) or _with_verb(cut(parts[0])) is None:
        return [piece]
    return parts


def doubtful_pronoun(note: NoteText, voice: Voice) -> str:
    """The pronoun that stands in the way of using a note, if one does."""
    words = cut(note.text)
    if voice.means_reader(words):
        return ""
    return next((word.low for word in words if word.low in ("he", "she", "his", "her", "him")), "")


def _piece(raw: str, note: NoteText, voice: Voice, *, first: bool) -> tuple[str, str, str] | None:
    spoken = quoted(raw)
    if spoken:
        return SPOKEN_FORM, spoken.rstrip(".,;"), ""
    piece = stripped(raw)
    if is_shorthand(piece):
        return (QUOTE_FORM, piece.strip().rstrip(".;,"), "") if first else None
    text = lowered(tidy(piece), voice.proper)
    words = cut(text if not raw.rstrip().endswith("?") else text + "?")
    if not words:
        return None
    kind = shape(words)
    if (
        kind == CLAUSE
        and len(words) <= 4
        and words[-1].low in _PREDICATES
        and finite(words) == len(words) - 1
    ):
        kind = NOUN
    words = _articled(words)
    if kind == QUESTION:
        found = asked(piece)
        return (ASKING_FORM, found.text, "") if found.form == HOW else None
    turned = _said(kind, words, note, voice, first=first)
    if turned is None:
        return _aside(words, piece, voice) if first or kind == CLAUSE else None
    return turned


def _aside(words: list[Word], piece: str, voice: Voice) -> tuple[str, str, str] | None:
    """What cannot be turned: their own "I" as a quotation; an unclear pronoun not at all."""
    low = {word.low for word in words}
    if low & {"he", "she", "his", "her", "him"} and not voice.means_reader(words):
        return None
    if words[0].low in ("i", "my", "i’ve", "i’m") or low & {"i", "my", "me"}:
        return SPOKEN_FORM, piece.strip().rstrip(".;,"), ""
    return QUOTE_FORM, piece.strip().rstrip(".;,"), ""


def _said(
    kind: str, words: list[Word], note: NoteText, voice: Voice, *, first: bool
) -> tuple[str, str, str] | None:
    if kind == CLAUSE:
        turned = to_reader(words, voice, opens_note=first)
        return None if turned is None else (CLAUSE_FORM, join(_with_article(turned)), topic_of(words))
    if kind in (SUBJECTLESS, IMPERATIVE):
        if kind == IMPERATIVE and note.kind == "detail":
            return None
        turned = with_you(words, voice)
        return None if turned is None else (CLAUSE_FORM, join(turned), "")
    if kind == ADJECTIVE or (kind == GERUND and note.kind != "goal"):
        turned = with_you(words, voice, be=True)
        return None if turned is None else (CLAUSE_FORM, join(turned), "")
    if kind == INFINITIVE:
        turned = with_you([Word("wants"), *words], voice)
        return None if turned is None else (CLAUSE_FORM, join(turned), "")
    return _noun(words, voice)


def _articled(words: list[Word]) -> list[Word]:
    """*because website is down* → *because the website is down*."""
    turned: list[Word] = []
    for at, word in enumerate(words):
        bare = (
            at and word.low in COUNT_NOUNS and words[at - 1].low in SUBORDINATORS and not words[at - 1].after
        )
        turned += [Word("the"), word] if bare else [word]
    return turned


def _with_article(words: list[Word]) -> list[Word]:
    """*Board wants …* → *the board wants …*, *biggest worry is …* → *your biggest worry is …*."""
    first = words[0]
    if first.low in _YOURS and len(words) > 1:
        return [Word("your"), *words]
    if first.low in _THE and len(words) > 1 and words[1].low not in TIME_WORDS | {"of"}:
        return [Word("the"), *words]
    at = head_of(words)
    if first.core[:1].isupper() or first.low in DETERMINERS | NUMERALS or at is None:
        return words
    head = words[at].low
    if head in RELATIONAL_NOUNS and at == 0:
        return [Word("your"), *words]
    return [Word("the"), *words] if head in COUNT_NOUNS else words


def head_of(words: list[Word]) -> int | None:
    """The place of the head of the noun phrase that opens the words."""
    main = finite(words)
    at = -1
    for place, word in enumerate(words):
        stop = word.low in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | ADVERBS | {
            "that",
            "who",
            "which",
            "to",
        }
        if stop or place == main or word.low in ("is", "are", "was", "were", "has", "had"):
            break
        at = place
        if word.after.strip("’'”\""):
            break
    return at if at >= 0 else None


def topic_of(words: list[Word]) -> str:
    """What a clause is about, as two to four words: its subject without an article."""
    main = finite(words)
    if main is None or main > 5:
        return ""
    subject = [word for word in words[:main] if word.low not in ADVERBS]
    if subject and subject[0].low in ("the", "a", "an"):
        subject = subject[1:]
    low = {word.low for word in subject}
    if not subject or low & (
        _PRONOUNS | SUBORDINATORS | {"nobody", "everybody", "there", "you", "your", "half", "that"}
    ):
        return ""
    if (
        low & (DETERMINERS | NUMERALS | {"two", "people", "nothing", "everything"})
        or subject[-1].low in TIME_WORDS
    ):
        return ""
    if any(word.after for word in subject) or len(subject) > 4 or not nounlike(subject[-1]):
        return ""
    return join(subject) if len(subject) > 1 or plural(subject[0].low) else ""


def _noun(words: list[Word], voice: Voice) -> tuple[str, str, str] | None:
    text = join(words)
    if _EXISTENTIAL.match(text):
        at = head_of(words[1:])
        many = (at is not None and plural(words[1 + at].low)) or words[1].low in ("many", "few")
        turned = to_reader([Word("there"), Word("are" if many else "is"), *words], voice, opens_note=False)
        return None if turned is None else (CLAUSE_FORM, join(turned), "")
    repaired = _with_verb(words)
    if repaired is not None:
        turned = to_reader(repaired, voice)
        return None if turned is None else (CLAUSE_FORM, join(_with_article(turned)), "")
    if _is_rough(words):
        return QUOTE_FORM, text, ""
    turned = to_reader(words, voice)
    if turned is None:
        return None
    return NOUN_FORM, join(noun_phrase(turned, yours=True)), _noun_topic(turned)


def _noun_topic(words: list[Word]) -> str:
    at = head_of(words)
    if at is None or at > 3 or at < 1 or words[0].low in DETERMINERS | NUMERALS:
        return ""
    return join(words[: at + 1]).rstrip(",;:")


def _with_verb(words: list[Word]) -> list[Word] | None:
    """*Handover chaotic* → *handover is chaotic*, where the adjective can be nothing else."""
    for at in range(1, len(words)):
        lead = at
        while lead > 1 and words[lead - 1].low in (
            "too",
            "very",
            "so",
            "still",
            "always",
            "often",
            "never",
            "quite",
        ):
            lead -= 1
        before = words[lead - 1]
        if (
            words[at].low not in _PREDICATES
            or before.after
            or not nounlike(before)
            or before.low in _PREDICATES
        ):
            continue
        follows = words[at + 1].low if at + 1 < len(words) and not words[at].after else ""
        if follows and follows not in PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS | TIME_WORDS | {
            "every",
            "each",
            "to",
        }:
            continue
        return [*words[:lead], Word("are" if plural(before.low) else "is"), *words[lead:]]
    return None


def _is_rough(words: list[Word]) -> bool:
    """Whether a noun phrase is too telegraphic to stand in a sentence."""
    for at, word in enumerate(words[:-1]):
        tail = words[at + 1].low
        if word.after.startswith(",") and not (
            tail in NUMERALS | DETERMINERS | {"and", "or", "most", "half", "with", "mostly", "one"}
            or is_form(tail, "part", "ing")
            or tail in PREPOSITIONS | {"who", "which"}
            or _is_list(words, at)
        ):
            return True
        counted = words[at + 1].core[:1].isdigit() and nounlike(word) and at and not word.after
        if counted and word.low not in (
            "ward",
            "gate",
            "door",
            "doors",
            "floor",
            "room",
            "line",
            "bay",
            "site",
            "to",
        ):
            return True
    head = head_of(words)
    odd = head is None or words[0].low in ("not", "never", "too", "very", "so", "as", "than", "and", "but")
    return odd or words[0].low in PREPOSITIONS | SUBORDINATORS - {"what", "how"} or len(words) == 1


def _is_list(words: list[Word], at: int) -> bool:
    """Whether the comma parts equals: "hours, parcels and rejected loads"."""
    rest = words[at + 1 :]
    return (
        len(rest) <= 8
        and (plural(words[at].low) or words[at].after.startswith(","))
        and (
            sum(word.after.startswith(",") for word in words) >= 2 or any(word.low == "and" for word in rest)
        )
    )


def noun_phrase(words: list[Word], *, yours: bool = False) -> list[Word]:
    """With the article it needs: *two-week trial* → *a two-week trial*, *team of six* → *your team …*."""
    first, at = words[0], head_of(words)
    possessed = first.low.endswith(("'s", "s'"))
    if (
        at is None
        or first.low in DETERMINERS | NUMERALS | _PRONOUNS | {"both", "you"}
        or first.core[:1].isdigit()
    ):
        return words
    if possessed or (first.core[:1].isupper() and at == 0):
        return words
    if yours and (first.low in _YOURS or (at == 0 and words[at].low in RELATIONAL_NOUNS)):
        return [Word("your"), *words]
    if first.low in _THE:
        return [Word("the"), *words]
    if not countable(words[at].core) or (is_form(first.low, "ing") and at == 0):
        return words
    return [Word(article(join(words))), *words]


def _details(note: NoteText, voice: Voice) -> tuple[str, str, str]:
    """Third person, thanks and event of a personal detail, each where the note has one."""
    third = thanks = event = ""
    for at, raw in enumerate(fragments(note.text)):
        piece = stripped(raw)
        if quoted(raw) or is_shorthand(piece):
            continue
        words = cut(lowered(tidy(piece), voice.proper))
        kind = shape(words)
        low = {word.low for word in words}
        names = next((length for length in (2, 1) if {w.low for w in words[:length]} <= voice.reader), 0)
        if kind == CLAUSE and names and shape(words[names:]) == SUBJECTLESS:
            words, kind = words[names:], SUBJECTLESS
        told = _TOLD_ME.match(join(words))
        if told:
            thanks = re.sub(r"^(?:his|her) ", "your ", told["what"])
        elif kind == SUBJECTLESS and "me" in low and not low & {"i", "my"}:
            thanks = thanks or _for_doing(words, voice).split(",")[0]
        elif kind == SUBJECTLESS and not third and not low & _PRONOUNS and at == 0:
            third = join(words) if is_form(_verb(words), "s", "past") or _verb(words) in ("has", "is") else ""
        event = event or _event(words, note)
    return third, thanks, event


def _verb(words: list[Word]) -> str:
    return next((word.low for word in words if word.low not in ADVERBS and not word.low.endswith("ly")), "")


def _for_doing(words: list[Word], voice: Voice) -> str:
    """*Walked me past the lounge* → *walking me past the lounge*."""
    base = base_of(words[0].core, "past")
    if not base or {word.low for word in words} & {"he", "she", "his", "her", "they", "their"}:
        turned = with_you(words, voice)
        return "" if turned is None or not base else join([Word(ing_form(base)), *turned[2:]])
    return join([Word(ing_form(base)), *words[1:]])


_TOLD_ME = re.compile(
    r"^(?:told|shared|gave|showed)(?: me)? (?P<what>(?:the|a|an|your|his|her) .*?"
    r"(?:story|tale|joke|photo\w*|picture\w*|map|film|clip|video|example|recipe)\b.*)$"
)
_EVENT = re.compile(
    r"^(?P<what>(?:(?:the|your|his|her|their|a|an|first|big|annual|school"
    r"|book) )?[\w’'-]+(?: [\w’'-]+){0,2}) "
    r"(?:starts?|begins?|opens?|is due|are due|comes? up|is|are|takes? place|launch(?:es)?)\b.*?"
    r"\b(?:next|this|on|in|the) (?:the )?(?:week|month|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday"
    r"|january"
    r"|february|march|april|may|june|july|august|september|october|november|december|weekend|spring"
    r"|summer|autumn"
    r"|winter|following)\b",
    re.IGNORECASE,
)
_SAD = re.compile(
    r"\b(?:funeral|surgery|operation|hospital|trial|court|divorce|treatment|redundan\w+)\b", re.IGNORECASE
)


def _event(words: list[Word], note: NoteText) -> str:
    match = _EVENT.match(join(words))
    if not match or _SAD.search(note.text):
        return ""
    what = re.sub(r"^(?:his|her|their) ", "your ", match["what"])
    low = {word.lower() for word in what.split()}
    if low & (_PRONOUNS | {"there", "everything", "nobody"}):
        return ""
    return what if what.split()[0].lower() in ("the", "your", "a", "an") else "the " + what
