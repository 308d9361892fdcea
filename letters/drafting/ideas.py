"""My ideas, as something to start with, something to do, or how it could be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letters.drafting.articles import determined
from letters.drafting.finite import finite, nounlike
from letters.drafting.fragments import calm, fragments, is_shorthand, stripped
from letters.drafting.grammar import ADJECTIVE, CLAUSE, IMPERATIVE, INFINITIVE, NOUN, SUBJECTLESS, shape
from letters.drafting.idea_parts import (
    as_list,
    mine_to_do,
    short_name,
    with_absolute,
    with_clauses,
    with_outcome,
    within,
)
from letters.drafting.language import foreign
from letters.drafting.lists import word_set
from letters.drafting.mine import DOING, ORDER, PLAIN, STATED, THING, Mine
from letters.drafting.noun_phrases import noun_phrase, with_article
from letters.drafting.nouns import counted
from letters.drafting.parts import parted
from letters.drafting.repairs import broken, with_last_and
from letters.drafting.subjects import head_noun
from letters.drafting.tidying import lowered, tidy
from letters.drafting.verbs import base_of, ing_form, is_form
from letters.drafting.voice import to_reader
from letters.drafting.words import (
    ADJECTIVES,
    DETERMINERS,
    MASS_NOUNS,
    NUMERALS,
    PERSON_NOUNS,
    PREPOSITIONS,
    SUBJECTS,
    Word,
    article,
    cut,
    join,
    plural,
)

if TYPE_CHECKING:
    from letters.drafting.voice import Voice
    from letters.material import NoteText

_PROPOSED = re.compile(
    r"^(?:(?:what i(?:['’]d| would) (?:want|like) to (?:do|try|see) is"
    r"|i(?:['’]d| would) suggest|maybe|perhaps|possibly|i think|i suggested|i proposed"
    r"|try(?= (?:an?|the|one|two|three) )"
    r"|what i (?:suggested|proposed) was(?: that)?|my (?:suggestion|idea|proposal|thought) was(?: that)?"
    r"|i (?:said|told (?:him|her|them))(?: that)? (?:i|we) could (?:imagine|see)(?: us)?"
    r"|i (?:could|can) (?:imagine|see)(?: us)?|i floated the idea of"
    r"|i was (?:just )?(?:thinking|wondering)(?: (?:that|if|whether|of))?(?: (?:we|i) (?:could|might))?"
    r"|i (?:wondered(?: aloud)?|asked(?: (?:him|her|them))?) (?:whether|if)(?: (?:we|i) (?:could|might))?"
    r"|suggested|suggest|suggestion:|proposed|propose|proposal:|idea:"
    r"|thought of|thinking of|what about|how about|why not|offered to|offer to|could we|can we|we could"
    r"|we can|they could"
    r"|could|would|i would|i could|i might|might|i will|let us|let’s|try to|trying|first step:|to"
    r"|i would like to|want to|i want to)\s+)+",
    re.IGNORECASE,
)
_STILL_TOLD = re.compile(r"^I (?:said|told|asked|wondered|suggested|proposed|mentioned)\b")
_WITH = re.compile(r"^(?:start|begin|starting|beginning|open)\s+(?:small\s+)?with\s+", re.IGNORECASE)
_BY = re.compile(r"^(?:start|begin)\s+by\s+", re.IGNORECASE)


def proposed(note: NoteText, voice: Voice) -> Mine | None:
    """My idea: a thing to start with, something to do, or how it could be."""
    pieces = fragments(calm(note.text, voice.proper))
    if not pieces:
        return None
    opening, outcome = with_outcome(pieces[0])
    opening, clauses = with_clauses(opening)
    found = _idea(opening, voice) if opening else None
    if found is None or _STILL_TOLD.match(found[1]):
        return None
    form, text = found[0], within(found[1])
    if not text:
        return None
    then: list[str] = [mine_to_do(clauses)] if clauses else []
    if outcome:
        then.append(join(to_you(determined(cut(lowered(tidy(outcome), voice.proper)), opens=True), voice)))
    for piece in pieces[1:]:
        bare = _THEN.sub("", piece)
        rest = join(to_you(cut(lowered(tidy(bare), voice.proper)), voice))
        text = _follow(form, text, rest, then, lead="then " if bare != piece else "")
    return Mine(note.key, form, text, tuple(then), short=short_name(text))


_BEFORE_NOUNS = ("the", "a", "an", "each", "every", "their", "our", "your")
_ANY = ("anything", "everything", "nothing", "nobody", "everybody", "everyone", "whoever", "whatever")


_THEN = re.compile(r"^(?:and |so )?then,?\s+", re.IGNORECASE)


def _follow(form: str, text: str, rest: str, then: list[str], *, lead: str) -> str:
    """Add what the idea would change: a sentence of its own, or a short tail."""
    words = cut(rest)
    kind = shape(words, order=True)
    if kind == CLAUSE or words[0].low in _ANY:
        then.append(lead + rest)
    elif kind == IMPERATIVE and form == ORDER:
        return f"{text}, then {rest}"
    elif kind == SUBJECTLESS and (
        words[0].low in ("would", "could", "might", "will") or is_form(words[0].core, "s")
    ):
        then.append("it " + rest)
    elif len(words) <= 7 and kind not in (IMPERATIVE, SUBJECTLESS, INFINITIVE):
        return f"{text}, {rest}" if "," not in text else text
    return text


# Verbs and adjectives both, which right before a thing say of what sort it is: "a separate gate".
_SORTS = word_set("separate clean double free open clear dry warm cool quiet better")


def _idea(raw: str, voice: Voice) -> tuple[str, str] | None:
    if foreign(raw) or (is_shorthand(raw) and len(raw.split()) <= 14):
        return PLAIN, "“" + raw.strip().rstrip(".;,!") + "”"
    if is_shorthand(raw):
        return None
    text = tidy(stripped(raw)).rstrip("?")
    bare = re.sub(r"(?<=\w) first$", "", re.sub(r"^that\s+", "", _PROPOSED.sub("", text)))
    if re.match(r"^what if ", text, re.IGNORECASE):
        return STATED, "what if " + re.sub(r"^what if ", "", text, flags=re.IGNORECASE) + "?"
    if _BY.match(bare):
        return DOING, lowered(_BY.sub("", bare), voice.proper)
    thing = _WITH.sub("", bare)
    if _second_order(cut(thing)) and is_form(cut(bare)[0].core, "base"):
        return ORDER, join(to_you(cut(lowered(bare, voice.proper)), voice))
    words = cut(as_list(with_absolute(lowered(thing, voice.proper))))
    if len(words) > 1 and words[0].low in _SORTS and counted(words[1].low) and not words[0].after:
        return THING, join(noun_phrase(to_you(words, voice)))
    named = thing != bare or _one_made(words) != words
    words = determined(_tailed(_one_made(words)), idea=True)
    if named and words:
        return THING, join(to_you(noun_phrase(words), voice))
    return _shaped(words, voice, lead=text[: len(text) - len(bare)]) if words else None


def _one_made(words: list[Word]) -> list[Word]:
    """*Recorded message with parking* → *a recorded message …*: what an idea opens with is not over."""
    opens = [word.low for word in words[1:3]]
    made = is_form(words[0].low, "part") and not is_form(words[0].low, "base") and not words[0].after
    return [Word(article(join(words))), *words] if made and opens and any(map(counted, opens)) else words


def _tailed(words: list[Word]) -> list[Word]:
    """*A board each week, start with one site* → *…, starting with one site*; two things take *with*."""
    parts = parted(words)
    if len(parts) < 2 or shape(parts[0], order=True) != NOUN or _does(parts[0]):
        return words
    turned, last = list(parts[0]), parts[-1]
    for part in parts[1:]:
        verb = part[0].low
        closes = part is last and len(parts) > 2 and _thing(part) and _thing(parts[-2])
        if is_form(verb, "base") and verb in _ORDERS and len(part) > 1:
            begun = [Word("to"), part[0]] if verb == "try" else [Word(ing_form(base_of(verb, "base")))]
            turned += [*begun, *part[1:]]
        elif closes and not any(word.low == "or" for word in part):
            turned[-1] = Word(turned[-1].core, turned[-1].before, "")
            turned += [Word("and"), *part]
        elif (
            len(parts) == 2
            and _thing(part)
            and ":" not in join(turned)
            and plural(head_noun(part).low)
            and part[-1].low.rstrip("s") not in ("second", "minute", "hour", "day", "week", "month", "year")
        ):
            turned += [Word("with"), *part]
        else:
            turned += part
    return turned


def _thing(part: list[Word]) -> bool:
    """Whether a part names a thing, and needs *and* before it if it is the last."""
    low = part[0].low
    named = low not in PREPOSITIONS | {"and", "or", "not", "then", "one", "no"} and not is_form(
        low, "ing", "part"
    )
    return named and shape(part) == NOUN


_ORDERS = word_set(
    "start begin measure stop keep use try ask check see let make count run invite name share review"
)
# Nouns and verbs both, which with things to do it to are orders: "log analyser faults by the hour".
_DONE_WITH = word_set(
    """
    log book post print track list photograph phone ring test pilot trial pair share sign swap start stop
    report review count check mark tag label time chart map plan visit walk watch move train open close
    hold record rank score sort text email invoice name publish cut drop fix move rotate ask store charge
    offer pay
    """
)


def _does(words: list[Word]) -> bool:
    """Whether a verb that is a noun too opens an order: things follow that it is done to."""
    if words[0].low not in _DONE_WITH or len(words) < 2 or words[0].after:
        return False
    end = next(
        (at for at, word in enumerate(words) if at and word.low in PREPOSITIONS | {"and", "so", "until"}),
        len(words),
    )
    rest = words[1:end]
    head = rest[-1] if rest else Word("")
    determined_ = bool(rest) and (rest[0].low in DETERMINERS | NUMERALS or rest[0].core[:1].isdigit())
    return determined_ or (plural(head.low) and len(rest) > 1) or (plural(head.low) and end < len(words))


def _shaped(words: list[Word], voice: Voice, lead: str) -> tuple[str, str] | None:
    """An idea by the kind of fragment it is; after *we could* a verb is an order whatever else it may be."""
    asks = words[-1].after.startswith("?") and words[-1].after != "?"
    kind = shape([*words[:-1], Word(words[-1].core)] if asks else words, order=True)
    # No noun stands right before an article: "buddy each starter with an old hand"
    object_ = len(words) > 2 and words[1].low in _BEFORE_NOUNS and nounlike(words[0]) and not words[0].after
    # "ring-fence time before the break"
    joined = "-" in words[0].core and is_form(words[0].core.rsplit("-")[-1], "base") and len(words) > 2
    object_ = object_ or (
        joined and kind == NOUN and words[0].core.split("-")[0] in ("ring", "co", "re", "spot")
    )
    kind = IMPERATIVE if object_ or (_does(words) and kind in (NOUN, CLAUSE)) else kind
    words = with_last_and(words) if kind == IMPERATIVE else words
    modal = re.search(r"\b(?:could|would|can|to|might|will|us|let’s)\s*$", lead, re.IGNORECASE)
    if modal and is_form(words[0].core, "base"):
        return ORDER, join(to_you(words, voice))
    if is_form(words[0].core, "ing") and words[0].low not in MASS_NOUNS and len(words) > 2:
        return DOING, join(to_you(words, voice))
    if kind in (IMPERATIVE, INFINITIVE):
        form = PLAIN if re.search(r"\band (?:do not|never)\b", join(words)) else ORDER
        return form, join(to_you(words[1:] if kind == INFINITIVE else words, voice))
    at = finite(words) or 0
    unreal = (
        is_form(words[at].low, "part") and is_form(words[at].low, "past") and words[0].low not in SUBJECTS
    )
    if kind == CLAUSE and (
        (broken(words) and words[0].low not in DETERMINERS and "," in join(words[:at])) or unreal
    ):
        return THING, join(noun_phrase(to_you(words, voice)))
    if kind == CLAUSE and not is_form(words[0].core, "base", "part"):
        return STATED, join(_softened(with_article(to_you(words, voice))))
    if kind == ADJECTIVE or words[0].low in PREPOSITIONS:
        return None
    follows = words[1].low if len(words) > 1 else ""
    thing = counted(words[0].low) and (follows in PREPOSITIONS or counted(follows))
    if is_form(words[0].core, "base") and len(words) > 1 and words[0].low not in ADJECTIVES and not thing:
        ordered = _opens_order(words)
        return (ORDER if ordered else PLAIN), join(to_you(words, voice))
    return THING, join(noun_phrase(to_you(_with_who(words), voice)))


def _with_who(words: list[Word]) -> list[Word]:
    """*pharmacist on two wards, writes up the notes* → *pharmacist on two wards, who writes up the notes*."""
    at = next((at for at, word in enumerate(words[:-2]) if word.after == ","), None)
    if at is None or not is_form(words[at + 1].low, "s") or plural(words[0].low):
        return words
    if words[at + 2].low not in DETERMINERS | NUMERALS | PREPOSITIONS | {"it", "them"}:
        return words
    person = any(w.low in PERSON_NOUNS or w.low.endswith(("ist", "er", "or", "ian")) for w in words[:at][:3])
    return [*words[: at + 1], Word("who" if person else "which"), *words[at + 1 :]]


def _opens_order(words: list[Word]) -> bool:
    """Whether a word that is verb and noun both is an order here: "hold back …", "count ten lines"."""
    follows = words[1].low if not words[0].after else ""
    away = follows in ("back", "up", "out", "off", "down", "over")
    return away or follows in DETERMINERS | NUMERALS or follows[:1].isdigit()


def _second_order(words: list[Word]) -> bool:
    """Whether a second thing to do is joined on: "one ward for two weeks and measure …"."""
    return any(
        word.low in ("and", "then") and is_form(words[at + 1].core, "base") and len(words) > at + 2
        for at, word in enumerate(words[:-1])
    )


def to_you(words: list[Word], voice: Voice) -> list[Word]:
    """Words of mine with the reader's name turned."""
    return to_reader(words, voice, opens_note=False, mine=True) or words


def _softened(words: list[Word]) -> list[Word]:
    """*The desk should log …*, *I come in …* → *the desk could log …*, *I could …*: no lecture."""
    if words[0].low == "i" and len(words) > 2 and is_form(words[1].core, "base"):
        return [words[0], Word("could"), *words[1:]]
    text = re.sub(
        r"\b(?:should|must|needs to|need to|has to|have to|ought to)\b", "could", join(words), count=1
    )
    return cut(text)


def as_doing(text: str) -> str:
    """*open each reply …* → *opening each reply …*; empty where a second verb would have to change."""
    words = cut(text)
    if not is_form(words[0].core, "base") or (
        re.search(r"\b(?:then|and) \w+|, \w+", text)
        and any(
            (word.low in ("then", "and") or word.after == ",") and is_form(words[at + 1].core, "base")
            for at, word in enumerate(words[:-1])
        )
    ):
        return ""
    return join([Word(ing_form(base_of(words[0].core, "base")), "", words[0].after), *words[1:]])
