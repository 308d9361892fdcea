"""What I was asked, as it follows "You asked me": *Where did it go wrong?* → *where it went wrong*."""

from __future__ import annotations

import re
from dataclasses import dataclass

from letters.drafting.articles import determined
from letters.drafting.finite import finite, nounlike
from letters.drafting.fragments import cleaned
from letters.drafting.grammar import NOUN, shape
from letters.drafting.language import foreign
from letters.drafting.lists import word_set
from letters.drafting.noun_phrases import noun_phrase
from letters.drafting.tidying import capital, tidy
from letters.drafting.verbs import NOUNY, base_of, is_form, past, s_form
from letters.drafting.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
    Word,
    cut,
    join,
)

HOW, ABOUT, QUOTED = "how", "about", "quoted"

_TELL = re.compile(
    r"^(?:(?:please|can you|could you|would you)\s+)?(?:tell (?:me|us)|talk to me|talk (?:me|us) through"
    r"|walk (?:me|us) through|describe|"
    r"talk about|speak about)\s+(?:to me\s+)?(?P<rest>.+)$",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"^(?:give me|share|can you give(?: me)?|do you have) (?P<rest>an? (?:example|time|case)\b.+)$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^(?:(?:[A-Z][\w.’'-]*\s+){0,3}|she |he |they )?(?:also |then )?(?:asked|wondered|wanted to know|asks)"
    r"(?: me)?(?:, [^,]{3,30},)?(?: about)?[ :,]+",
    re.IGNORECASE,
)
_I_ASKED = re.compile(
    r"^(?:I )?asked (?:(?:him|her|them|[A-Z][\w’-]+) )?"
    r"(?=(?:what|how|why|who|when|where|which|whether|if|about)\b)"
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


def asked(text: str, *, mine: bool = False) -> Asked:
    """How a letter names the question; quoted where its grammar is not understood.

    A question of ``mine`` was put to the reader: its *you* stays the reader.
    """
    spoken = cleaned(text).strip('“”"‘’ ')
    reported = bool(mine and _I_ASKED.match(spoken))
    spoken = _I_ASKED.sub("", spoken) if reported else spoken
    in_own_words = Asked(QUOTED, capital(spoken if spoken.endswith("?") else spoken.rstrip(".") + "?"))
    plain = _unstopped(tidy(spoken))
    if foreign(spoken) or not plain:
        return in_own_words
    told = _ASKED.match(plain)
    about = bool(told and re.search(r"about[ :,]+$", told.group(0), re.IGNORECASE))
    if told:
        plain = _unstopped(plain[told.end() :])
    plain = join(determined(cut(_LED.sub("", plain))))
    if not plain:
        return in_own_words
    match = _TELL.match(plain) or _EXAMPLE.match(plain)
    if match:
        plain = re.sub(r"^about\s+", "", match.group("rest"), flags=re.IGNORECASE)
        about = plain.split()[0].lower() not in _WH
    asker = _Asker(mine=mine, spoken=spoken.endswith("?"))
    if about or plain.lower().startswith("about "):
        return asker.about(cut(re.sub(r"^about\s+", "", plain, flags=re.IGNORECASE)))
    reported = reported or bool(told)
    if reported and _in_order(cut(plain)):
        return asker.reported(plain)
    return asker.indirect(plain) or (asker.reported(plain) if reported else in_own_words)


def _in_order(words: list[Word]) -> bool:
    """Whether a reported question is turned already: "why people leave", "how trainees are paid"."""
    if words[0].low not in _WH - {"what", "who", "which"} or words[1:2] == [] or words[1].low in AUXILIARIES:
        return False
    at = next((at for at, word in enumerate(words) if at and word.low in AUXILIARIES), None)
    if at is None:
        return finite(words[1:]) is not None
    follows = words[at + 1].low if at + 1 < len(words) else ""
    return follows not in SUBJECTS | DETERMINERS and nounlike(words[at - 1])


_REGRETTED = re.compile(
    r"\b(?:wrong|mistakes?|errors?|fail\w*|regret\w*|worst|ugl(?:y|iest)|los[te]\w*|fired|weak\w*|dislike\w*|hate\w*"
    r"|hard(?:est)?|bad(?:ly)?|broke\w*|sorry|ashamed|embarrass\w*|ever|have|had|did|was|were|been|never)\b",
    re.IGNORECASE,
)


def stands(question: Asked) -> bool:
    """Whether an answer is one to stand by: how I work or would act, not what once happened or went wrong."""
    if question.form != HOW or _REGRETTED.search(question.text):
        return False
    words = cut(question.text)
    acts = (words[at + 1 :] for at, word in enumerate(words) if word.low == "i")
    later = next((word for rest in acts for word in rest if word.low not in ADVERBS), None)
    modal = bool({word.low for word in words} & _WOULD)
    return modal or (later is not None and is_form(later.low, "base") and later.low not in _FACTS)


_WOULD = word_set("would will should could")
# "What I read" and "whether I can tell" ask for a fact of mine, which nobody needs to hear is still true.
_FACTS = word_set("can know read want like love think feel eat drink drive live come")


def _unstopped(text: str) -> str:
    bare = text.strip("“”\"'‘’ ").rstrip("?! ")
    return bare if re.search(r"\b[ap]\.m\.$|\betc\.$", bare) else bare.rstrip(".")


_LED = re.compile(r"^(?:so|and|but|ok|okay|well|now|right|then)\b,?\s+", re.IGNORECASE)


class _Asker:
    """Turns a direct question into an indirect one: of me, or, in a question of mine, of the reader."""

    def __init__(self, *, mine: bool, spoken: bool) -> None:
        self.mine = mine
        # Asked in my voice already.
        self.told = False
        # With its question mark: words that were said, not a subject noted.
        self.spoken = spoken

    def turned(self, words: list[Word]) -> bool:
        """Whether the note asks in my own voice already: "do I clean rooms myself?"."""
        low = {word.low for word in words}
        return bool(low & {"i", "me", "my"}) and not low & {"you", "your", "yourself"}

    def turn(self, words: list[Word]) -> list[Word]:
        return words if self.mine or self.told else to_me(words)

    def reported(self, plain: str) -> Asked:
        """Somebody's report of the question: the order of a statement already."""
        words = cut(plain)
        self.told = not self.mine and self.turned(words)
        return Asked(HOW, _lower(join(self.turn(words))))

    def about(self, words: list[Word]) -> Asked:
        turned = any(word.low in ("i", "my") for word in words)
        return Asked(ABOUT, _lower(join(words if turned else self.turn(words))))

    def indirect(self, plain: str) -> Asked | None:
        condition = re.match(r"^(?P<if>if\s[^,]+),\s*(?P<main>.+)$", plain, re.IGNORECASE)
        if condition:
            main = self.indirect(condition["main"])
            under = _lower(join(self.turn(cut(condition["if"]))))
            return Asked(HOW, f"{main.text} {under}") if main and main.form == HOW else None
        words = cut(re.sub(r", like (?:would|do|did|could|will|are|is) .*$", "", plain))
        self.told = not self.mine and self.turned(words)
        if len(words) < 2 or any(word.after.startswith((";", ":", ".", "?", ",")) for word in words[:2]):
            return None
        if any(word.after.startswith((";", ":", "?")) for word in words[:-1]):
            return None
        first = words[0].low
        if first in ("if", "whether"):
            spoken_of_me = any(word.low in ("i", "my", "me") for word in words)
            return Asked(HOW, "whether " + join(words[1:] if spoken_of_me else self.turn(words[1:])))
        if first in _WH:
            return self.wh(words)
        if first in ("anything", "anybody", "anyone") and words[1].low in ("that", "who"):
            return Asked(HOW, f"whether {first} " + join(self.turn(words[2:])))
        if first == "ever":
            done = is_form(words[1].core, "part") and not is_form(words[1].core, "past")
            perfect = [Word("have")] if done else []
            subject = Word("you" if self.mine else "I")
            return Asked(HOW, "whether " + join([subject, *perfect, *self.turn(_small(words))]))
        if first in AUXILIARIES:
            turned = self.uninverted(words, 0)
            return Asked(HOW, "whether " + join(turned)) if turned else None
        return self.thing(words)

    def thing(self, words: list[Word]) -> Asked | None:
        """*hardest dataset* → about the hardest dataset."""
        if words[0].low in ("your", "the", "a", "an", "my"):
            return self.about(_small(words))
        of_me = any(word.low in ("i", "i've", "you", "you've") for word in words)
        if of_me and (words[0].low.endswith("est") or words[0].low in ("best", "worst")) and len(words) < 9:
            return Asked(ABOUT, "the " + _lower(join(words if self.told else self.turn(words))))
        said = self.spoken and words[0].low != "first"
        if len(words) > 6 or shape(words) != NOUN or finite(words) is not None or said:
            return None
        if words[0].low.endswith("est") or words[0].low in ("best", "worst", "first", "last", "biggest"):
            return Asked(ABOUT, "the " + _lower(join(self.turn(words))))
        return Asked(ABOUT, _lower(join(noun_phrase(_small(self.turn(words))))))

    def wh(self, words: list[Word]) -> Asked | None:
        first = words[0].low
        verb = next((at for at, word in enumerate(words) if at and word.low in AUXILIARIES), None)
        if verb is not None and self.turned(words) and verb + 1 < len(words) and words[verb + 1].low == "i":
            turned = self.uninverted(words, verb)
            return Asked(HOW, _lower(join(words[:verb] + turned))) if turned else None
        if words[1].low == "to" or any(word.low in ("i", "i'd", "i'll", "my") for word in words[1:3]):
            return Asked(HOW, _lower(join(words)))
        if verb is None:
            return self.without_auxiliary(words)
        if first in ("who", "what", "which") and self.is_subject(words, verb):
            return Asked(HOW, _lower(join(self.turn(words))))
        if first == "which" and verb > 1 and words[verb].low in BE and self.is_named(words[verb + 1 :]):
            return Asked(HOW, _lower(join(self.turn(words))))
        if first == "when" and words[1].low in ("was", "is") and len(words) > 4 and words[2].low == "the":
            return self.about(words[2:])
        pronoun = len(words) > 3 and words[2].low in ("you", "we", "they")
        if (
            first in ("what", "who")
            and verb == 1
            and words[1].low in ("is", "are", "was", "were")
            and not pronoun
        ):
            known = len(words) > 2 and words[2].low in DETERMINERS | {"your"}
            return Asked(ABOUT, join(self.turn(words[2:]))) if known else None
        turned = self.uninverted(words, verb)
        return Asked(HOW, _lower(join(self.turn(words[:verb]) + turned))) if turned else None

    def without_auxiliary(self, words: list[Word]) -> Asked | None:
        """*Who owns the data?*, *Why law?*"""
        subject = words[0].low in ("who", "what", "which", "whose") and any(
            is_form(word.core, "s", "past") for word in words[1:3]
        )
        order = words[0].low == "why" and is_form(words[1].core, "base")
        return Asked(HOW, _lower(join(self.turn(words)))) if subject or order else None

    def is_subject(self, words: list[Word], verb: int) -> bool:
        """ "Who owns the data when …", "What would make you …": the question word is the subject."""
        earlier = any(is_form(word.core, "s", "past") for word in words[1 : min(verb, 3)])
        if words[0].low == "which" and verb == 2 and earlier:
            return False
        if earlier and not (verb == 2 and words[0].low == "what"):
            return True
        modal = words[verb].low not in ("do", "does", "did", "are", "is", "was", "were", "am")
        follows = words[verb + 1].core if verb + 1 < len(words) else ""
        return verb == 1 and modal and is_form(follows, "base") and follows.lower() not in NOUNY

    def is_named(self, words: list[Word]) -> bool:
        """ "Which of your depots is the best?": what follows the verb says which, and nobody acts."""
        verbs = (word for word in words if is_form(word.core, "part", "ing") and word.low not in NOUNY)
        return 0 < len(words) <= 4 and words[0].low not in SUBJECTS and next(verbs, None) is None

    def uninverted(self, words: list[Word], verb: int) -> list[Word] | None:
        """The words from the auxiliary on in the order of a statement."""
        auxiliary, rest = words[verb].low, words[verb + 1 :]
        if not rest:
            return None
        end = _subject_end(rest, auxiliary)
        if end is None and verb > 1 and auxiliary in BE and len(rest) <= 5:
            end = len(rest)
        if end is None:
            return None
        low, tail = [word.low for word in rest[:end]], rest[end:]
        subject = [Word("I")] if low == ["i"] else self.turn(rest[:end])
        if low == ["you"]:
            subject = [Word("you" if self.mine else "I")]
        if low == ["we"] and not self.mine:
            subject = [Word("you")]
        lead: list[Word] = []
        while tail and tail[0].low in ADVERBS | {"last"}:
            lead, tail = [*lead, tail[0]], tail[1:]
        if auxiliary in ("do", "does", "did") and tail:
            return [*subject, *lead, _carried(auxiliary, tail[0]), *self.turn(tail[1:])]
        spelled = auxiliary
        if low == ["you"] and not self.mine:
            spelled = {"are": "am", "were": "was"}.get(auxiliary, auxiliary)
        return [*subject, Word(spelled), *lead, *self.turn(tail)]


def _small(words: list[Word]) -> list[Word]:
    return cut(_lower(join(words)))


def _carried(auxiliary: str, verb: Word) -> Word:
    if auxiliary == "did":
        told = is_form(verb.low, "past") and not is_form(verb.low, "base")
        return verb if told else verb.with_core(past(verb.low))
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
        and rest[at - 1].low not in SUBJECTS
        and rest[at].low not in PREPOSITIONS
        and rest[at - 1].low not in DETERMINERS
    ]
    sure = [at for at in places if base_of(rest[at].core) not in NOUNY]
    found = sure or places
    return found[0] if found else None


def to_me(words: list[Word]) -> list[Word]:
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
        and base_of(words[at - 1].core)
        in ("make", "let", "help", "see", "give", "have", "tell", "ask", "get")
        and words[at - 1].low not in AUXILIARIES
    ):
        return False
    return low in AUXILIARIES or is_form(low, "base", "past")


def _lower(text: str) -> str:
    first = text.split(maxsplit=1)[0] if text.split() else ""
    if first == "I" or first.startswith("I'") or (first.isupper() and len(first) > 1):
        return text
    return text[:1].lower() + text[1:]
