"""The articles that telegraphic English drops, put back: *line at hatch* → *the line at the hatch*.

Pure. Only before nouns that are known to be counted, and never where a set phrase has none (*on site*).
"""

from __future__ import annotations

from letters.drafting.finite import OF_PEOPLE, finite
from letters.drafting.lists import word_set
from letters.drafting.nouns import SET_PHRASES, counted
from letters.drafting.verbs import NOUNY, base_of, is_form, readings
from letters.drafting.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MASS_NOUNS,
    MONTHS,
    NUMERALS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
    SUBORDINATORS,
    TIME_WORDS,
    Word,
    article,
    plural,
)

_FUNCTION = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | AUXILIARIES
    | SUBORDINATORS
    | RELATIVES
    | SUBJECTS
    | NUMERALS
    | (ADVERBS - {"first", "really"})
    | word_set(
        """
        to not me him them us am pm etc o'clock ago away back later together alone instead else as well here
        there himself herself themselves yourself myself itself one's everyone's somebody's nobody's yes
        """
    )
)
# Verbs whose object is new to the reader: "had a gap", "needs a form".
_NEW = word_set(
    """
    have need want get build make write add use try give create be become buy draw hold put run take hire
    find set open post start propose suggest lack
    """
)
_NEW_BEFORE = word_set("as with without like into per than")
_SINGLE = word_set(
    "same only last next first second third latest current whole oldest newest biggest worst best"
)
KIN = word_set(
    "wife husband son daughter partner mother father brother sister mum dad aunt uncle cousin"
    " kids children twins"
)
# Known to both of us, wherever they stand.
_KNOWN = word_set("shift team board council union council regulator owner office warehouse kitchen website")
_QUANTITIES = word_set(
    "half most some all none rest majority many few two three four five six seven eight nine ten"
)
_PARTS = word_set("end start beginning middle top bottom rest edge back front half")
_MODALS = word_set("would will can could shall should may might must")
_LABELS = word_set(
    """
    line ward bay gate door room floor analyser dock unit site lane zone bed desk shift phase stage week day
    round
    """
)


def determined(
    words: list[Word], *, opens: bool = False, idea: bool = False, told: bool = False
) -> list[Word]:
    """The words with their dropped articles; that of the first noun only where the words ``opens`` a clause.

    In what is ``told`` of oneself a past form opens: "stopped the line". What an ``idea`` lists is new to
    the reader: "a barcode at the hatch and a second signature". Who writes one article writes them all:
    such words stay as they are.
    """
    words = _on_days(words)
    return words if _spelled_out(words) else lacking(words, opens=opens, idea=idea, told=told)


def lacking(words: list[Word], *, opens: bool = False, idea: bool = False, told: bool = False) -> list[Word]:
    """The words with an article wherever a thing in the singular has none."""
    main = 0 if told and is_form(words[0].low, "past") else finite(words)
    turned: list[Word] = []
    at, copied = 0, "a" if idea else ""
    while at < len(words):
        end = _run_end(words, at, main)
        if end == at:
            turned.append(words[at])
            at += 1
            continue
        found = _article(words, at, end, copied) if (at or opens) and _lacks(words, at, end) else ""
        copied = found or copied
        if idea:
            copied = "a"
        if found:
            turned.append(Word(found, words[at].before))
            turned.append(Word(words[at].core, "", words[at].after))
            turned += words[at + 1 : end]
        else:
            turned += words[at:end]
        at = end
    return _the_first(_of_the(turned))


def _spelled_out(words: list[Word]) -> bool:
    """Whether the words are a sentence of somebody who writes articles: then none was dropped."""
    written = any(
        word.low == "the" or (word.low in ("a", "an") and at and not _counts(words[at - 1]))
        for at, word in enumerate(words)
    )
    return written and finite(words) is not None


def _counts(word: Word) -> bool:
    """Whether *a* means *each* or *every* after that word: "€9k a month", "one a child's"."""
    return (
        word.core[:1].isdigit() or word.core[:1] in tuple("£$€") or word.low in NUMERALS | {"once", "twice"}
    )


# What leads to something: after their *to* stands a noun.
_TOWARDS = word_set("link guide key access answer reply invitation introduction way road contact map")
# A participle that belongs to its noun wherever it stands.
_COMPOUNDS = {("built", "environment"), ("lost", "property"), ("found", "objects"), ("applied", "science")}
_OWNED = word_set("a an the my your his her its our their each every this that")
_OFTEN = word_set(
    "daily weekly fortnightly monthly quarterly yearly early friendly family assembly supply reply"
)
_DATED = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | _SINGLE | {"every", "each", "to", "late", "early"}


# "Good Friday": the day is part of a name.
_HOLIDAYS = word_set("Good Easter Whit Ash Palm Black Shrove Boxing")


def _on_days(words: list[Word]) -> list[Word]:
    """*The van comes Monday* → *the van comes on Monday*; *till five most Saturdays* → *on most …*."""
    turned: list[Word] = []
    for at, word in enumerate(words):
        day = word if word.low not in ("most", "some") else (words[at + 1] if at + 1 < len(words) else word)
        named = (
            day.core.removesuffix("s") in DAYS
            and words[at - 1].core not in _HOLIDAYS
            and (day is word or day.core.endswith("s"))
        )
        before = words[at - 1] if at else Word("and")
        counted_ = before.low in NUMERALS or before.core[:1].isdigit() or before.low.endswith("est")
        dated = before.low in _DATED | {"other", "following"} or before.core.removesuffix("s") in DAYS
        # "a wet Tuesday", "every other Friday": the day has its word already
        dated = dated or (day is word and at > 1 and words[at - 2].low in DETERMINERS)
        bare = not (dated or (counted_ and day is word) or before.after)
        follows = words[at + 1] if at + 1 < len(words) else Word("")
        timed = follows.core[:1].isdigit()
        last = timed or not follows.core or bool(word.after) or follows.low in _FUNCTION or word is not day
        placed = word.with_core(word.core) if not timed else Word(word.core, word.before, ",")
        monthly = word.core in MONTHS and last and is_form(before.low, "base", "s") and not before.after
        turned += [Word("on"), placed] if named and bare and last else [word]
        if monthly and before.low not in _DATED:
            turned[-1:] = [Word("in"), word]
    return turned


def _content(word: Word) -> bool:
    manner = word.low.endswith("ly") and word.low not in _OFTEN
    return word.core[:1].isalpha() and word.low not in _FUNCTION and not manner


def _run_end(words: list[Word], at: int, main: int | None) -> int:
    """Where the noun phrase without a determiner that begins here ends; here itself where none does."""
    end = at
    while end < len(words) and _content(words[end]) and not _acts(words, at, end, main):
        end += 1
        if words[end - 1].after.strip("’'”\"") or (end < len(words) and words[end].before):
            break
    return end


def _acts(words: list[Word], start: int, at: int, main: int | None) -> bool:
    """Whether the word is a verb where it stands."""
    low = words[at].low
    before = words[at - 1].low if at else ""
    follows = words[at + 1] if at + 1 < len(words) else Word("")
    if at == main and at and before in NUMERALS | DETERMINERS and is_form(low, "part") and _content(follows):
        return False
    if at == main:
        return (low, follows.low) not in _COMPOUNDS
    if before in _MODALS or (before in BE and is_form(low, "ing", "part")):
        return True
    if before in ("to", "not") or before in AUXILIARIES - BE - {"has", "have", "had"}:
        return is_form(low, "base") and not _where_to(words, at)
    if not readings(low):
        return at > start and low.endswith("ed")
    if is_form(low, "part", "past") and not is_form(low, "base"):
        # "signed forms", but "forms signed"
        return at > start or at + 1 >= len(words) or not _content(words[at + 1])
    if is_form(low, "ing"):
        noun = counted(low) or low in MASS_NOUNS
        return at == start and before not in DETERMINERS and not noun and at + 1 < len(words)
    if at == 0:
        return _opens_as_verb(words)
    if _ordered_too(words, at):
        return True
    common = before in _OWNED or base_of(low, "s", "base") in NOUNY or counted(low)
    return before in SUBJECTS | {"who"} or not common


def _ordered_too(words: list[Word], at: int) -> bool:
    """*Buy the crew tea and ring head office*: a second thing to do."""
    orders = is_form(words[0].low, "base") and is_form(words[at].low, "base") and at + 1 < len(words)
    if orders and words[at - 1].after == ",":
        # "Read them all, answer each reason once"
        return words[at + 1].low in DETERMINERS
    return orders and words[at - 1].low in ("and", "then") and words[at + 1].low not in PREPOSITIONS | {"of"}


def _where_to(words: list[Word], at: int) -> bool:
    """*The link to grant form*: two nouns that a thing leads to."""
    thing = at > 1 and words[at - 2].low in _TOWARDS and at + 1 < len(words)
    return thing and counted(words[at].low) and counted(words[at + 1].low)


def _opens_as_verb(words: list[Word]) -> bool:
    """Whether the first word is a verb: "wants", "photograph every defect"."""
    low = words[0].low
    if is_form(low, "s"):
        return base_of(low, "s") not in NOUNY or base_of(low, "s") in OF_PEOPLE
    return is_form(low, "base") and (low not in NOUNY or _takes_object(words, 0))


def _takes_object(words: list[Word], at: int) -> bool:
    follows = words[at + 1].low if at + 1 < len(words) else ""
    return follows in DETERMINERS | NUMERALS | {"out", "up", "off", "back"}


def _lacks(words: list[Word], at: int, end: int) -> bool:
    """Whether the phrase is one thing without its article."""
    head, first = words[end - 1], words[at]
    before = words[at - 1] if at else Word("")
    system = head.core.isupper() and len(head.core) > 1 and first.low in ("new", "old", "latest")
    if (
        not (system or counted(head.low))
        or (head.core[:1].isupper() and not system)
        or first.low.endswith(("'s", "s'"))
    ):
        return False
    if (
        before.low in DETERMINERS | NUMERALS | {"no", "per"}
        or before.low[:1].isdigit()
        or before.core in tuple("£$€")
    ):
        return False
    if before.low == "of" and at > 1 and words[at - 2].low == "out":
        return False
    if (
        (first.low in ("next", "last", "this", "every") and head.low in TIME_WORDS)
        or before.low in _SINGLE | {"this", "that"}
        or head.low in KIN | {"mine"}
        or first.low == "head"
    ):
        return False
    if plural(head.low):
        return False
    if before.low.endswith(("'s", "s'")) and not before.after:
        return False
    follows = words[end].core if end < len(words) and not head.after else ""
    numbered = follows[:1].isdigit() and len(follows) < 3
    if numbered or (head.low in _LABELS and (follows[:1].isdigit() or follows in NUMERALS)):
        return False
    # "room by room", "door to door"
    again = end + 1 < len(words) and words[end + 1].low == head.low
    if again or (before.low in ("by", "to", "after") and at > 1 and words[at - 2].low == head.low):
        return False
    if before.low in PREPOSITIONS | {"to", "of"} and end == at + 1 and (before.low, head.low) in SET_PHRASES:
        return False
    return not _stays_bare(words, at, end, follows)


def _stays_bare(words: list[Word], at: int, end: int, follows: str) -> bool:
    """Whether what stands around a thing says that no article was dropped."""
    before, one = words[at - 1] if at else Word(""), end == at + 1
    # "From first call to final letter": both ends bare
    spans = before.low == "to" and any(
        words[place].low == "from" and words[place + 1].low not in DETERMINERS
        for place in range(max(0, at - 5), at - 1)
    )
    # "Spreadsheet until it argues back"
    lasts = not at and one and follows in ("until", "till", "unless")
    # "By phone", "by hour", "a price by week that everybody sees"
    named = follows in ("of", "where") or (follows == "that" and words[end - 1].low not in TIME_WORDS)
    return spans or lasts or (before.low == "by" and one and not named)


def _article(words: list[Word], at: int, end: int, copied: str) -> str:
    before = words[at - 1] if at else Word("")
    follows = words[end].low if end < len(words) and not words[end - 1].after else ""
    after_that = words[end + 1].core[:1] if end + 1 < len(words) else ""
    low = {word.low for word in words[at:end]}
    phrase = " ".join(word.core for word in words[at:end])
    if (
        low & _SINGLE
        or words[end - 1].low in _PARTS
        or any(word.low.endswith("est") for word in words[at : end - 1])
    ):
        return "the"
    if follows == "of" and (
        after_that.isdigit() or (end + 1 < len(words) and words[end + 1].low in NUMERALS)
    ):
        return article(phrase)
    acts = is_form(follows, "s") and base_of(follows, "s") not in NOUNY
    if (before.low in ("and", "or") or before.after == "," or not at) and copied in ("a", "an") and not acts:
        return article(phrase)
    new = base_of(before.low) in _NEW or before.low in _NEW_BEFORE or base_of(before.low) == "be"
    if before.low == "for" and words[end - 1].low in (
        "month",
        "week",
        "day",
        "year",
        "fortnight",
        "quarter",
        "fiver",
    ):
        new = True
    if words[end - 1].low in _KNOWN:
        new = False
    return article(phrase) if new and not before.after else "the"


def _the_first(words: list[Word]) -> list[Word]:
    """*In first 90 days* → *in the first 90 days*; *fixed top three*, *same day*."""
    turned: list[Word] = []
    for at, word in enumerate(words):
        follows = words[at + 1] if at + 1 < len(words) else Word("")
        before = words[at - 1].low if at else "the"
        number = follows.core[:1].isdigit() or follows.low in NUMERALS
        ranked = word.low in ("first", "last", "top", "next", "oldest", "newest", "biggest", "largest")
        fits = (ranked and number) or (word.low == "same" and follows.low)
        bare = before not in DETERMINERS | {"'s"} and not before.endswith("'s") and not word.after
        turned += [Word("the"), word] if fits and bare else [word]
    return turned


def _of_the(words: list[Word]) -> list[Word]:
    """*half of girls* → *half of the girls*, *rest of week* → *rest of the week*."""
    turned: list[Word] = []
    for at, word in enumerate(words):
        before = words[at - 2].low if at > 1 else ""
        some = before in _QUANTITIES and (plural(word.low) or counted(word.low))
        part = before in _PARTS - {"back", "front"} and (
            counted(word.low) or word.low in ("term", "day", "week", "year")
        )
        bare = at > 1 and words[at - 1].low == "of" and _content(word) and word.core not in DAYS
        whole = bare and (word.core[:1].islower() or word.core[:-1].isupper()) and (some or part)
        turned += [Word("the"), word] if whole else [word]
        if (
            word.low in _PARTS - {"half", "back", "front", "top"}
            and at
            and (words[at - 1].low, word.low) not in SET_PHRASES
            and at + 1 < len(words)
            and words[at + 1].low == "of"
        ):
            share = words[at - 1].core.endswith("%")
            if share or words[at - 1].low in PREPOSITIONS | {"of"}:
                turned[-1:] = [*([Word("for")] if share else []), Word("the"), word]
    return turned
