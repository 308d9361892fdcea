"""Reads a note of theirs as something that fits into a sentence to them, or as nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from letters.drafting.articles import determined
from letters.drafting.details import event_of, thanks_of, third_of
from letters.drafting.finite import OF_PEOPLE, finite
from letters.drafting.fragments import calm, fragments, is_shorthand, quoted, stripped
from letters.drafting.grammar import (
    ADJECTIVE,
    CLAUSE,
    GERUND,
    IMPERATIVE,
    INFINITIVE,
    NOUN,
    QUESTION,
    SUBJECTLESS,
    shape,
)
from letters.drafting.heard import (
    ASKING_FORM,
    CLAUSE_FORM,
    LISTED_FORM,
    LONGEST,
    LONGEST_LISTED,
    LONGEST_QUOTE,
    NOUN_FORM,
    QUOTE_FORM,
    SPOKEN_FORM,
    Heard,
)
from letters.drafting.language import foreign
from letters.drafting.lists import word_set
from letters.drafting.noun_phrases import articled, noun_phrase, with_article
from letters.drafting.parts import mended, parted
from letters.drafting.predicates import clause_of
from letters.drafting.questions import HOW, asked
from letters.drafting.repairs import (
    broken,
    existential,
    with_and,
    with_participle,
    with_passive,
    with_rise,
    with_second_verb,
    with_there,
    with_verb,
)
from letters.drafting.splices import spliced
from letters.drafting.subjects import be
from letters.drafting.telegraphic import is_rough
from letters.drafting.tidying import capital, lowered, tidy
from letters.drafting.topics import noun_topic, topic_of
from letters.drafting.verbs import NOUNY, base_of, is_form
from letters.drafting.voice import Voice, to_reader, with_you
from letters.drafting.words import (
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    Word,
    cut,
    join,
)

if TYPE_CHECKING:
    from letters.material import NoteText

_ASIDE = re.compile(
    r"^(?:what (?:really )?came across was that|the (?:main|real) (?:thing|point|problem) (?:is|was) that"
    r"|i think|(?:it )?seems(?: to me)? (?:that|like)|my impression(?: was| is)?(?: that|:)"
    r"|if i understood(?: right| correctly| (?:him|her|them))?,)\s+",
    re.IGNORECASE,
)


# What the debrief's fields begin, so that the rest is a sentence, or is one if it has its verb.
_WHOLE = re.compile(r"^it turn(?:s|ed) out that\s", re.IGNORECASE)
_FIELD = re.compile(
    r"^(?:what goes wrong: |[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? is (?:wrestling|struggling) with )",
    re.IGNORECASE,
)
_THE_FACT = re.compile(
    r"^(?:(?:he|she|they|(?-i:[A-Z][\w’'-]+)) is |you are )?(?:wrestling|struggling) with the fact that\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Piece:
    form: str
    text: str
    topic: str = ""


def hear(note: NoteText, voice: Voice) -> Heard | None:
    """The note for a letter, or None where it cannot be said without guessing."""
    note = replace(note, text=calm(note.text, voice.proper))
    if voice.names_other(cut(note.text)):
        return None
    note = replace(note, text=_THE_FACT.sub("", note.text))
    raw = [part for piece in fragments(note.text) for part in spliced(piece, person=note.kind == "detail")]
    pieces = [_piece(piece, note, voice, first=at == 0) for at, piece in enumerate(raw)]
    usable = [piece for piece in pieces if piece is not None]
    if not usable or (pieces[0] is None and note.kind != "detail"):
        return None
    main = usable[0]
    then = tuple(piece.text for piece in usable[1:] if piece.form == CLAUSE_FORM)
    main, then = _explained(main, then)
    heard = Heard(note.key, note.kind, main.form, main.text, then, topic=main.topic, mood=note.mood)
    if heard.trouble:
        heard = replace(heard, topic=noun_topic(cut(heard.trouble)))
    if {word.low for word in cut(heard.topic)} & voice.reader:
        heard = replace(heard, topic="")
    return _as_detail(heard, note, voice) if note.kind == "detail" else heard


def _explained(main: _Piece, then: tuple[str, ...]) -> tuple[_Piece, tuple[str, ...]]:
    """*PPE checks. Everyone signs. Nobody looks.* → *PPE checks: everyone signs, nobody looks*."""
    text = f"{main.text}: {', '.join(then[:2])}"
    if main.form != NOUN_FORM or not then or ":" in main.text or len(text.split()) > LONGEST - 10:
        return main, then
    return replace(main, text=text), then[2:]


def _as_detail(heard: Heard, note: NoteText, voice: Voice) -> Heard:
    """With what a personal detail is good for besides: meeting somebody, giving thanks, wishing luck."""
    parts = [part for piece in fragments(note.text) for part in spliced(piece, person=True)]
    said = [
        determined(mended(cut(lowered(tidy(stripped(part)), voice.proper)), person=True))
        for part in parts
        if not quoted(part) and not is_shorthand(part) and not foreign(part)
    ]
    third = third_of(said[0], voice) if said else ""
    whole = [cut(lowered(tidy(part), voice.proper)) for part in parts]
    thanks = next((found for words in [*whole, *said] if (found := thanks_of(words, voice))), "")
    event = next((found for words in said if (found := event_of(words, note.text))), "")
    return replace(heard, third=third, thanks=thanks, event=event)


def _piece(raw: str, note: NoteText, voice: Voice, *, first: bool) -> _Piece | None:
    spoken = quoted(raw)
    if spoken:
        return _Piece(SPOKEN_FORM, spoken.rstrip(".,;"))
    piece = _ASIDE.sub("", stripped(raw))
    if foreign(piece):
        return _as_written(piece) if first and note.kind in ("challenge", "fact") else None
    if is_shorthand(piece):
        return _as_written(piece) if first else None
    if note.kind == "goal":
        piece = re.sub(r"^that\s+", "", piece, flags=re.IGNORECASE)
    text = lowered(tidy(piece), voice.proper)
    words = cut(text if not raw.rstrip().endswith("?") else text + "?")
    return _told(words, piece, note, voice, first=first) if words else None


def _told(words: list[Word], piece: str, note: NoteText, voice: Voice, *, first: bool) -> _Piece | None:
    """The words of a fragment in English, with the small words it dropped."""
    if (chain := _chain(words)) is not None:
        return chain
    if first and _is_whole(words, note):
        whole = to_reader(words, voice)
        return None if whole is None else _shortened(_Piece(CLAUSE_FORM, join(whole), topic_of(words)))
    words = _wish(words) if note.kind == "goal" else mended(words, person=note.kind == "detail")
    words = with_there(articled(with_and(determined(words))))
    kind = shape(words, person=note.kind in ("detail", "goal"))
    if note.kind == "goal" and kind == SUBJECTLESS and _named_in_bulk(words[0].low):
        kind = NOUN
    if kind == CLAUSE and words[0].low == "no" and finite(words) == len(words) - 1:
        # "No spares list": what might be a verb at the end is the noun
        words = [Word("there"), Word(be(words[1:])), *words]
    if kind in (NOUN, CLAUSE) and (risen := with_rise(words)) is not None:
        words, kind = risen, CLAUSE
    if kind == QUESTION:
        found = asked(piece)
        return _Piece(ASKING_FORM, found.text) if found.form == HOW else None
    if _explains(words) and (told := _in_other_words(words, note, voice)) is not None:
        return told
    if kind == CLAUSE and _explains_by_clauses(words):
        return _listed(words) if first else None
    turned = _said(kind, words, note, voice, first=first)
    if turned is None:
        return _aside(words, piece) if first or kind == CLAUSE else None
    return _shortened(turned)


def _is_whole(words: list[Word], note: NoteText) -> bool:
    """Whether the field began a sentence and a sentence it is: no small word was dropped."""
    begun = _FIELD.match(note.text) is not None and shape(words) == CLAUSE
    return begun or _WHOLE.match(note.text) is not None


# Verbs that open a goal though they are nouns too: "ship copy without engineers".
_AIMS = word_set(
    "ship cut grow halve open win stop double launch close end raise drop move train fill reach get break"
)


def _named_in_bulk(low: str) -> bool:
    """Whether a goal opens with things, not with what the reader does: "bills out monthly"."""
    return base_of(low, "s") in NOUNY and base_of(low, "s") not in OF_PEOPLE


def _wish(words: list[Word]) -> list[Word]:
    """A goal with its *to*; what it names is wished for, not so."""
    follows = words[1] if len(words) > 1 else Word("")
    object_ = follows.low in DETERMINERS | NUMERALS | {"every", "all", "each"} or follows.core[:1].isdigit()
    ordered = is_form(words[0].low, "base") and (words[0].low not in NOUNY or object_)
    if (words[0].low in _AIMS or (ordered and words[0].low not in PREPOSITIONS)) and follows.core:
        return [Word("to"), *words]
    named = _named_in_bulk(words[0].low) or shape(words, person=True) == NOUN
    return words if named else mended(words)


def _chain(words: list[Word]) -> _Piece | None:
    """*Taxi strike, then nobody gets in*: one thing after another, each in whole words."""
    parts = parted(words)
    led = [part for part in parts[1:] if part[0].low == "then"]
    if not led or len(led) != len(parts) - 1 or shape(parts[0]) != NOUN:
        return None
    told = []
    for part in parts:
        bare = part[1:] if part[0].low == "then" else part
        bare = [*bare[:-1], Word(bare[-1].core, bare[-1].before)]
        told.append(join(determined(clause_of(bare, tail=True) or bare, opens=True)))
    return _listed(cut(", then ".join(told)))


def _explains(words: list[Word]) -> int:
    """The place of the colon after which a noun phrase is explained; 0 where there is none."""
    at = next((at for at, word in enumerate(words[:-2]) if word.after == ":"), 0)
    opens = words[: at + 1]
    return (
        at + 1 if at < 6 and opens[-1].after == ":" and finite(opens) is None and shape(opens) == NOUN else 0
    )


def _in_other_words(words: list[Word], note: NoteText, voice: Voice) -> _Piece | None:
    """*Retentions: holding £1.2m back* → *retentions: you are holding £1.2m back*."""
    at = _explains(words)
    named, rest = to_reader(words[:at], voice), mended(words[at:])
    kind = shape(parted(rest)[0])
    if kind == ADJECTIVE and named is not None and at > 2:
        # What somebody feels about it is theirs to say
        kept = [*named[:-1], Word(named[-1].core, named[-1].before)]
        return _Piece(NOUN_FORM, join(noun_phrase(kept, yours=True)), noun_topic(kept))
    if named is None or kind == QUESTION:
        return None
    told = _said(kind, rest, replace(note, kind="fact"), voice, first=False)
    opens = join(noun_phrase(named, yours=True))
    if told is None or told.form not in (CLAUSE_FORM, NOUN_FORM) or kind == CLAUSE:
        return None
    return _shortened(_Piece(NOUN_FORM, f"{opens} {told.text}", noun_topic(named)))


def _explains_by_clauses(words: list[Word]) -> bool:
    """Whether what stands before the colon has no verb: "vessel days wasted: crew goes out, …"."""
    at = next((at for at, word in enumerate(words) if word.after == ":"), None)
    return at is not None and shape(words[: at + 1]) == NOUN


def _shortened(piece: _Piece) -> _Piece | None:
    """At most thirty words, cut where a clause ends; what cannot be cut so is left out."""
    words = piece.text.split()
    if piece.form in (QUOTE_FORM, LISTED_FORM):
        return piece if len(words) <= LONGEST_LISTED else None
    if len(words) <= LONGEST:
        return piece
    ends = [
        at
        for at, word in enumerate(words[:-1])
        if 7 < at < LONGEST - 2
        and word.endswith((",", ";"))
        and words[at + 1] in ("and", "but", "because", "which", "so", "since", "who", "where", "with", "or")
    ]
    for at in reversed(ends):
        text = " ".join(words[: at + 1]).rstrip(",;")
        if piece.form == NOUN_FORM or shape(cut(text)) == CLAUSE:
            return replace(piece, text=text)
    return None


def _as_written(piece: str) -> _Piece | None:
    text = piece.strip().rstrip(".;,!")
    return _Piece(QUOTE_FORM, text) if len(text.split()) <= LONGEST_QUOTE else None


def _listed(words: list[Word]) -> _Piece | None:
    """What has no verb to be given: in whole words, after a colon."""
    text = join(determined(words, opens=True)).rstrip(".;,!")
    if ":" in text and finite(cut(text.split(":")[0])) is None and len(text.split()) <= LONGEST_LISTED:
        return _Piece(NOUN_FORM, text)
    return _Piece(LISTED_FORM, text) if 1 < len(text.split()) <= LONGEST_LISTED else None


def _aside(words: list[Word], piece: str) -> _Piece | None:
    """What cannot be turned: their own "I" as a quotation; an unclear pronoun not at all."""
    low = {word.low for word in words}
    if low & {"he", "she", "his", "her", "him"}:
        return None
    if words[0].low in ("i", "my", "i'm", "i've", "we", "our"):
        text = piece.strip().rstrip(".;,").replace("“", "‘").replace("”", "’")
        return _Piece(SPOKEN_FORM, capital(re.sub(r'"([^"]*)"', r"‘\1’", text)))
    return _listed(words)


def _said(kind: str, words: list[Word], note: NoteText, voice: Voice, *, first: bool) -> _Piece | None:
    if kind == CLAUSE and broken(words):
        return None
    if kind == CLAUSE:
        turned = to_reader(words, voice, opens_note=first)
        return None if turned is None else _Piece(CLAUSE_FORM, join(with_article(turned)), topic_of(words))
    if kind == IMPERATIVE:
        return None
    if kind in (SUBJECTLESS, INFINITIVE):
        turned = with_you([Word("wants"), *words] if kind == INFINITIVE else with_second_verb(words), voice)
        return None if turned is None else _Piece(CLAUSE_FORM, join(turned))
    if kind == ADJECTIVE or (kind == GERUND and note.kind != "goal"):
        turned = with_you(with_participle(words), voice, be=True)
        return None if turned is None or len(words) < 3 else _Piece(CLAUSE_FORM, join(turned))
    return _noun(words, voice, wished=note.kind == "goal")


def _noun(words: list[Word], voice: Voice, *, wished: bool = False) -> _Piece | None:
    repaired = (None if wished else existential(words)) or with_verb(words) or with_passive(words)
    if repaired is not None:
        turned = to_reader(repaired, voice, opens_note=False)
        return None if turned is None else _Piece(CLAUSE_FORM, join(with_article(turned)), topic_of(repaired))
    if is_rough(words) and not (wished and len(words) > 2):
        turned = to_reader(words, voice)
        return None if turned is None else _listed(turned)
    turned = to_reader(words, voice)
    if turned is None:
        return None
    return _Piece(NOUN_FORM, join(noun_phrase(turned, yours=not wished)), noun_topic(turned))
