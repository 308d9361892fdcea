"""A note as typed, cut into its fragments and tidied: no bullets, stems, stops or shorthand."""

from __future__ import annotations

import re
import unicodedata

from interviews.sentences import sentences
from letters.drafting.fillers import plainly
from letters.drafting.lists import word_set
from letters.drafting.predicates import clause_of
from letters.drafting.shorthand import written_out
from letters.drafting.verbs import readings
from letters.drafting.words import DAYS, MONTHS, cut, join, plural

_SHORT_FORMS = word_set(
    "IT HR NHS CEO CFO COO CTO CRM ERP KPI KPIS UK US EU VAT TV PC QA PR AI API SQL GP MP BBC"
)
# What a debrief field begins for the writer; the sentence is shown with it and used without.
_STEMS = re.compile(
    r"^(?:what goes wrong|e\.g\.|eg|i\.e\.|it turn(?:s|ed) out(?: that)?"
    r"|for (?:you|them|(?-i:[A-Z][\w’'-]+)) this means(?: that)?"
    r"|it matters here because|fyi|btw|by the way|apparently|basically"
    r"|(?:goal|challenge|problem|idea|fact|detail|question|answer|doubt|promise|note|nb|new|news|update)"
    r"(?=\s*[:…]| -))\s*[:,…-]?\s*(?:…\s*)?",
    re.IGNORECASE,
)
# Somebody's report of what they said: the letter says it to them, so only the words themselves remain.
_REPORTED = re.compile(
    r"^(?:(?:he|she|they|(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?))\s+)?(?:(?:also|then|did|had)\s+){0,2}"
    r"(?:said|says|mentioned|told me|explained|admitted|stressed|pointed out|noted|reckons|claims"
    r"|complained"
    r"|joked|confessed|confess|grumbled|let slip|complain)"
    r"(?: to me| at the end| in passing| aloud){0,2}(?:,\s[^,]{3,40},)?"
    r"(?:\s+that\s+|\s*:\s*|\s+(?=(?:the|they|we|nobody|there|it|most|half"
    r"|every|no|all|his|her|their|our|he|she)\b))",
    re.IGNORECASE,
)


def _is_picture(one: str) -> bool:
    return unicodedata.category(one) in ("So", "Sk", "Cs", "Co", "Cn")


def cleaned(text: str) -> str:
    """Without emoji, without two marks where one does, and with *I* for a lone *i*."""
    if any(map(_is_picture, text)):
        text = "".join(" " if _is_picture(one) else one for one in text)
        text = re.sub(r",?(?:\s+\w+){0,3}\s+(?:an?|the|with|of|even|just)\s*$", "", text)
    text = re.sub(r"^\s*(?:[-*•·–—>→]|\d+[.)])\s+(?=\w)", "", text)
    text = _ASIDES.sub(" ", text).strip()
    text = text.translate(_INVISIBLE).replace("``", "“").replace("''", "”")
    text = re.sub(r"([!?])[!?]+", lambda match: "?" if "?" in match.group(0) else "!", text)
    text = re.sub(r"\s+([,;:.!?])(?=\s|$)", r"\1", text)
    text = re.sub(r"(?<![\w.])i(?=['’ ](?!\.))", "I", text)
    return re.sub(r"[^\S\n\r]+", " ", written_out(plainly(text))).strip()


_INVISIBLE = dict.fromkeys([0xFE0E, 0xFE0F, 0x200B, 0x200D, 0xFEFF, 0x20E3])


def calm(text: str, proper: frozenset[str]) -> str:
    """A note typed in capitals, as it would be written; names and short forms keep theirs."""
    letters = [one for one in text if one.isalpha()]
    if len(letters) < 9 or any(one.islower() for one in letters) or " " not in text.strip():
        return text

    def one(match: re.Match[str]) -> str:
        word = match.group(0)
        if word in ("I", "A") or word in _SHORT_FORMS or any(sign.isdigit() for sign in word):
            return word if word != "A" else "a"
        low = word.lower()
        named = low in proper and not readings(low)
        return (
            low.capitalize()
            if named or low.capitalize().rstrip("s") in DAYS or low.capitalize() in DAYS + MONTHS
            else low
        )

    return re.sub(r"[^\W_]+(?:[’'][^\W_]+)?", one, text)


def fragments(text: str) -> list[str]:
    """The fragments of a note: lines, bullets, sentences, and what a semicolon parts."""
    pieces: list[str] = []
    for line in re.split(r"[\n\r]+|;\s+|;$|\s+[•·]\s+", cleaned(text)):
        for sentence in sentences(line.strip()):
            bare = re.sub(r"^\s*(?:[-*•·–—>→]|\d+[.)])\s+", "", sentence)
            pieces += _DASHED.split(bare) if len(_DASHED.findall(bare)) == 1 else [bare]
    return [piece.strip() for piece in pieces if re.search(r"\w", piece)]


# A dash before a new subject parts two clauses.
_DASHED = re.compile(
    r"\s+[-–—]+\s+(?=(?:they|it|nobody|everyone|everybody|he|she|we|there|you|no one)\s)", re.IGNORECASE
)


def stripped(piece: str) -> str:
    """Without the stem of the field and without "said that"."""
    piece = piece.strip()
    bare = _STEMS.sub("", piece) or piece
    bare = _EQUALS.sub(_equal, bare)
    bare = _REPORTED.sub("", bare) or bare
    return bare if bare == piece else without_that(bare)


# What reports whose words they are, in the middle of them: ", as she put it,".
_ASIDES = re.compile(
    r",\s(?:as\s)?(?:far\sas\s)?(?:he|she|they|I)\s(?:told\sme|said|says|put\sit|puts\sit|sees?\sit|saw\sit"
    r"|explained|added|admitted|thinks|can\stell|could\stell|found|gather(?:ed)?)(?:\sto\sme)?,\s"
    r"|,\swhich\s(?:I\s(?:found|thought|gather|take\sit)|surprised\sme|turned\sout)\b[^,]*(?:,(?=\s)|$)"
    r"|,\s(?:and|but)\sI\s(?:gather(?:ed)?|suspect|believe|imagine)\b[^,]*$",
)


def without_that(text: str) -> str:
    """*… is late and that the van is full* → *… and the van is full*: its first *that* went with the stem."""
    return _AND_THAT.sub(r"\1 ", text)


# "And that is why" speaks of what came before.
_AND_THAT = re.compile(r"\b(and|but) that (?!(?:is|was|has|had|would|will|can|means|does|made|took)\b)")


# "missed bins = 1 in 5 calls": the sign is the verb.
_EQUALS = re.compile(r"^(?P<what>[A-Za-z][\w’',: -]{2,60}?) ?= ?(?P<rest>[^=]+)$")


def _equal(match: re.Match[str]) -> str:
    """*missed bins = 20% of calls* → *are*; *nights = 2 people for 3 benches* → *mean*."""
    what, rest = match["what"], match["rest"]
    head = re.split(r" (?:in|on|at|of|from|with) |,|(?<=\D) \d", what)[0].rsplit(maxsplit=1)[-1]
    many = plural(head)
    rest = join(clause_of(cut(rest), tail=True) or cut(rest))
    same = re.match(r"[\d£$€][\d.,]*(?:%|k|m| in | \S+$)|[\d£$€]\S*$", rest)
    if same or (
        many
        and plural(rest.split(",")[0].split(" same ")[0].rsplit(maxsplit=1)[-1])
        and not rest[:1].isdigit()
    ):
        return f"{what} {'are' if many else 'is'} {rest}"
    return f"{what} {'mean' if many else 'means'} {rest}"


def quoted(piece: str) -> str:
    """The words inside, where the whole fragment is one quotation; else an empty text."""
    match = re.match(r"^[“\"«„](?P<words>[^“”\"«»]+)[”\"»“][.!]?$", piece.strip()) or re.match(
        r"^['‘](?P<words>(?:[^'‘]|(?<=\w)'(?=\w))+)['’][.!]?$", piece.strip()
    )
    return match["words"].strip() if match else ""


def is_shorthand(piece: str) -> bool:
    """Whether signs stand for words, so that the fragment can only be shown as it is."""
    return bool(
        re.search(r"[$£€]{2}|[~=<>→←↑↓^|#*{}\[\]]|->|\s\+\s|\s@\s|\+\+|!!|\?\?", piece)
        or re.search(
            r"(?<![\d])\b(?!and/or|w/|24/7|n/a)[A-Za-z]+/[A-Za-z]+",
            re.sub(r"\bw/o?\b|\bb/c\b|\band/or\b", "", piece),
        )
        or re.search(r"\.\.\.|…", piece)
    )
