"""The parts of a letter as it was typed: salutation, body, sign-off; sentences and words with their places.

Pure. Every place is a half-open range of characters of the text given, which is never changed: line ends,
curly quotes and letters of any script stay what they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Span = tuple[int, int]

_GREETING = (
    r"dear(?:est)?|hi(?:ya)?|hello|hey|good\s+(?:morning|afternoon|evening|day)|greetings"
    r"|to\s+whom\s+it\s+may\s+concern"
    r"|sehr\s+geehrte[rsn]?|liebe[rs]?|guten\s+(?:tag|morgen|abend)|hallo|grüezi|moin"
    r"|bonjour|bonsoir|ch[eè]re?s?|estimad[oa]s?|querid[oa]s?|hola|buen(?:os|as)\s+(?:días|tardes)"
    r"|beste|geachte|gentile|egregi[oa]|car[oa]|ciao|buongiorno|prezad[oa]|olá|kjære|kære|hej|bästa"
    r"|hyvä|szanown[aey]|drog[ai]|vážen[ýá]|kedves|tisztelt|sayın|sevgili|stimat[ăe]|dragă"
    r"|уважаем\w+|дорог\w+|здравствуйте|шановн\w+|αγαπητ\w+|عزيزت?ي|السيدة?|尊敬的|亲爱的|親愛的|拝啓"
)
_CLOSE = (
    r"(?:with\s+)?(?:kind(?:est)?|best|warm(?:est)?|many|all\s+good|good|sincere|friendly|my)?\s*"
    r"(?:regards|wishes|thanks|greetings)(?:\s+(?:and|for|to|from)\s+[\w\s’']{1,40})?"
    r"|(?:all\s+(?:the|my)\s+)?best|warm(?:ly|est)?|sincerely|(?:very\s+)?sincerely\s+yours"
    r"|yours(?:\s+(?:sincerely|faithfully|truly|ever|warmly))?|faithfully|respectfully(?:\s+yours)?"
    r"|cordially|gratefully|with\s+(?:gratitude|appreciation|thanks|warmth|warm\s+thanks)"
    r"|cheers|thanks(?:\s+(?:again|so\s+much))?|thank\s+you|take\s+care|until\s+soon|speak\s+soon"
    r"|(?:mit\s+)?(?:freundlichen?|herzlichen?|besten?|lieben?|vielen?|viele|liebe|beste|herzliche|schöne)"
    r"\s+(?:gr(?:ü|ue)(?:ß|ss)en?|dank)|mfg|lg|hochachtungsvoll"
    r"|(?:bien\s+)?(?:cordialement|amicalement|sincèrement|respectueusement)(?:\s+vôtre)?|bien\s+à\s+vous"
    r"|(?:un\s+)?(?:cordial(?:es)?\s+)?saludos?(?:\s+cordiales)?|atentamente|un\s+(?:abrazo|saludo)"
    r"|(?:met\s+)?(?:vriendelijke|hartelijke)\s+groet(?:en)?|groet(?:en|jes)?"
    r"|(?:cordiali|distinti)\s+saluti|un\s+caro\s+saluto|atenciosamente|com\s+os\s+melhores\s+cumprimentos"
    r"|med\s+vennlig\s+hilsen|med\s+venlig\s+hilsen|vennlig\s+hilsen|mvh|hälsningar|(?:med\s+)?vänliga"
    r"\s+hälsningar|ystävällisin\s+terveisin|z\s+poważaniem|pozdrawiam|s\s+pozdravem|üdvözlettel|saygılarımla"
    r"|с\s+уважением|всего\s+доброго|з\s+повагою|με\s+εκτίμηση|مع\s+(?:خالص\s+)?(?:تحياتي|التحية)|敬具|此致(?:敬礼)?|祝好"
)
_GREETED = re.compile(rf"(?:{_GREETING})(?:(?!\w)|(?<=[的啓]))", re.IGNORECASE)
_SALUTATION = re.compile(
    rf"^(?:(?:{_GREETING})(?:(?!\w)|(?<=[的啓]))[^\n\r,:;!،，、：！]{{0,80}}"
    r"|[^\s,]{1,12}(?:様|さま|さん|殿|先生|女士|小姐|老师|經理|经理|님)(?=[\s,，、：:]|$))",
    re.IGNORECASE,
)
_SALUTATION_END = re.compile(r"[ \t]*[,:;!،，、：！]|[ \t]+[-–—](?=\s)")
_BARE_NAME = re.compile(r"^[^\W\d_][^\n\r,:;!?…]{0,40}[,،，：:]\s*$")
_CLOSING_LINE = re.compile(rf"^(?:{_CLOSE})\s*(?:[,.!،，。–—-]\s*(?P<name>[^\n]{{0,60}}))?$", re.IGNORECASE)
_POSTSCRIPT = re.compile(r"^(?:p\.?\s?){1,3}s\.?\s*[:.\-–—]?\s+\S", re.IGNORECASE)
_QUOTED = re.compile(r"^\s*>|^-{2,}\s*original|^on\s.{6,80}\swrote:\s*$", re.IGNORECASE)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"[^\W_][\w\u0300-\u036f\u200c\u200d’'.\-]*[^\W_]|[^\W_]")
_LONGEST_CONTACT_LINE = 8
_LAST_LINES = 10
# A line this long without a mark at its end was broken by the program that wrapped it.
_WRAPPED = 45
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body: its place, its text, and how many words it has."""

    start: int
    end: int
    text: str
    words: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What is what in a letter. `salutation` and `sign_off` are empty ranges where there is none."""

    text: str
    salutation: Span
    body: tuple[Span, ...]
    sign_off: Span
    sentences: tuple[Sentence, ...]

    @property
    def body_text(self) -> str:
        """The body alone, its pieces joined by a line end."""
        return "\n".join(self.text[start:end] for start, end in self.body)

    @property
    def greeting(self) -> int:
        """How many characters of the salutation are the greeting, before the name."""
        found = _GREETED.match(self.text[slice(*self.salutation)])
        return found.end() if found else 0

    @property
    def words(self) -> int:
        """How many words the body has."""
        return sum(sentence.words for sentence in self.sentences)

    def from_body(self, span: Span) -> tuple[Span, ...]:
        """A range of `body_text` as ranges of the whole text, without blanks at their ends."""
        found, offset = [], 0
        for start, end in self.body:
            first, last = max(span[0], offset), min(span[1], offset + end - start)
            if first < last:
                found.append((start + first - offset, start + last - offset))
            offset += end - start + 1
        return trimmed(self.text, found)

    def around(self, span: Span) -> tuple[str, str, str]:
        """The sentences that a range touches, on one line: before it, the range itself, after it."""
        touched = [one for one in self.sentences if one.start < span[1] and span[0] < one.end]
        start = min([span[0], *(one.start for one in touched)])
        end = max([span[1], *(one.end for one in touched)])
        before, words, after = (
            self.text[first:last] for first, last in ((start, span[0]), span, (span[1], end))
        )
        return _BLANKS.sub(" ", before), _BLANKS.sub(" ", words), _BLANKS.sub(" ", after)

    def in_body(self, place: int) -> bool:
        """Whether that character belongs to the body."""
        return any(start <= place < end for start, end in self.body)


def trimmed(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans without blanks at their ends; empty ones left out."""
    found = []
    for start, end in spans:
        piece = text[start:end]
        first = start + len(piece) - len(piece.lstrip())
        last = end - (len(piece) - len(piece.rstrip()))
        if first < last:
            found.append((first, last))
    return tuple(found)


def word_count(text: str) -> int:
    """How many words: what has a letter or a digit in it; scripts without blanks count two signs a word."""
    count = 0
    for piece in text.split():
        signs = len(_CJK.findall(piece))
        count += (signs + 1) // 2 if signs else any(letter.isalnum() for letter in piece)
    return count


def words_of(text: str, offset: int = 0) -> list[tuple[str, int, int]]:
    """The words of a text and where they stand, counted from `offset`."""
    return [(found.group(), found.start() + offset, found.end() + offset) for found in _WORD.finditer(text)]


@lru_cache(maxsize=512)
def anatomy(text: str, sign_off: str = "") -> Anatomy:
    """The parts of a letter; `sign_off` is how the writer usually closes, whatever the language."""
    lines = _lines(text)
    salutation = _salutation(text, lines)
    rest = [(max(start, salutation[1]), end) for start, end in lines if end > salutation[1]]
    kept, closing, after = _parted(text, rest, sign_off)
    body = _pieces(text, [*kept, *after])
    sentences = tuple(sentence for start, end in body for sentence in split(text, start, end))
    return Anatomy(text, salutation, body, closing, sentences)


def _lines(text: str) -> list[Span]:
    """The lines that have something in them, without the blanks around."""
    found = []
    for match in re.finditer(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+", text):
        piece = match.group()
        start = match.start() + len(piece) - len(piece.lstrip())
        end = match.end() - (len(piece) - len(piece.rstrip()))
        if start < end:
            found.append((start, end))
    return found


def _salutation(text: str, lines: list[Span]) -> Span:
    if not lines:
        return 0, 0
    start, end = lines[0]
    line = text[start:end]
    found = _SALUTATION.match(line)
    if found:
        return start, start + _end_of_salutation(line, found.end())
    bare = _BARE_NAME.match(line) and len(line.split()) <= 5 and len(lines) > 1
    return (start, end) if bare else (start, start)


def _end_of_salutation(line: str, at: int) -> int:
    """Up to the mark that ends it; without one, up to the end of the names."""
    dash = re.search(r"[ \t]+[-–—](?=\s)", line[:at])
    if dash:
        return dash.end()
    mark = _SALUTATION_END.match(line, at)
    if mark:
        return mark.end()
    if word_count(line[:at]) <= 7:
        return at
    names = re.match(rf"(?:{_GREETING})(?:\s+[^\W\da-z_][\w’'.-]*)*", line, re.IGNORECASE)
    capitals = re.match(r"\w+(?:\s+[A-ZÀ-Þ][\w’'.-]*)*", line)
    return (capitals or names).end() if (capitals or names) else 0  # type: ignore[union-attr]


def _parted(text: str, lines: list[Span], sign_off: str) -> tuple[list[Span], Span, list[Span]]:
    """The lines of the body, the place of the sign-off, and the lines of a postscript."""
    first_quoted = next((at for at, (a, b) in enumerate(lines) if _QUOTED.match(text[a:b])), len(lines))
    quoted, lines = lines[first_quoted:], lines[:first_quoted]
    postscript = next(
        (at for at, (a, b) in enumerate(lines) if at and _POSTSCRIPT.match(text[a:b])), len(lines)
    )
    lines, after = lines[:postscript], lines[postscript:]
    at = _closing_line(text, lines, sign_off)
    end = after[0][0] if after else quoted[0][0] if quoted else len(text)
    if at is None:
        return lines, (end, end), after
    return lines[:at], (lines[at][0], lines[-1][1]), after


def _closing_line(text: str, lines: list[Span], sign_off: str) -> int | None:
    """Which line begins the sign-off; None where the letter ends without one."""
    usual = sign_off.strip().rstrip(",.!").casefold()
    earliest = max(0, len(lines) - _LAST_LINES)
    for at in range(len(lines) - 1, earliest - 1, -1):
        line = text[slice(*lines[at])]
        own = usual and line.casefold().rstrip(",.! ").startswith(usual) and len(line.split()) < 9
        if (own or _is_closing(line)) and all(_is_contact(text[slice(*one)]) for one in lines[at + 1 :]):
            return at
    at = len(lines)
    while at > 1 and _is_name(text[slice(*lines[at - 1])]):
        at -= 1
    return at if at < len(lines) else None


def _is_closing(line: str) -> bool:
    found = _CLOSING_LINE.match(line)
    return bool(found) and word_count(found["name"] or "") <= 4  # type: ignore[index]


def _is_contact(line: str) -> bool:
    """A name, a telephone number, an address: what stands below a sign-off."""
    return len(line.split()) <= _LONGEST_CONTACT_LINE and not re.search(r"\w\s+\w+\s+\w+\s+\w+[.?!]$", line)


def _is_name(line: str) -> bool:
    return (
        len(line.split()) <= 4 and not re.search(r"[.?!…。！？:;,”\"]$", line) and not _CJK.search(line[20:])
    )


def _pieces(text: str, lines: list[Span]) -> tuple[Span, ...]:
    """Lines next to each other joined to one piece."""
    pieces: list[Span] = []
    for start, end in lines:
        if start < end and pieces and not text[pieces[-1][1] : start].strip():
            pieces[-1] = (pieces[-1][0], end)
        elif start < end and text[start:end].strip():
            pieces.append((start + len(text[start:end]) - len(text[start:end].lstrip()), end))
    return tuple(pieces)


_END = re.compile(
    r"[.?!…]+[”’\"')\]]*(?=\s|$)|[。！？]+[」』”]*|(?:[ \t]*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])+"
)
_TITLE_BEFORE = re.compile(
    r"(?:^|[\s(“\"])(?:dr|mr|mrs|ms|mx|prof|st|rev|hon|messrs|mme|mlle|sr|sra|dott|ing|vs|cf|approx|no|nr|e\.g|i\.e|eg"
    r"|ie|z\.b|d\.h|bzw|ca|inc|ltd|co|jr|dept|fig|p\.s|ph\.d|[a-z])\.$",
    re.IGNORECASE,
)
_MAY_END = re.compile(r"(?:^|\s)(?:no|co|inc|ltd|jr|i)\.$", re.IGNORECASE)
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_LOWER = re.compile(r"\s+[”’\"')\]]*[a-zà-ÿ]")
_CAPITAL = re.compile(r"\s+[“‘\"'(]*[^\W\d_a-zà-ÿ]")


def split(text: str, start: int, end: int) -> list[Sentence]:
    """The sentences of that part of the text. A line end ends a sentence where the next line begins anew."""
    found, begun = [], start
    for mark in _END.finditer(text, start, end):
        if _ends(text, begun, mark, end):
            found.append((begun, mark.end() if mark.group().strip() else mark.start()))
            begun = mark.end()
    found.append((begun, end))
    return [sentence for a, b in found if (sentence := _sentence(text, a, b))]


def _sentence(text: str, start: int, end: int) -> Sentence | None:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    last = end - (len(piece) - len(piece.rstrip()))
    words = word_count(piece)
    return Sentence(first, last, text[first:last], words) if first < last and words else None


def _ends(text: str, begun: int, mark: re.Match[str], end: int) -> bool:
    said = mark.group()
    if not said.strip():
        return _breaks(text, mark)
    before = text[max(begun, mark.end() - 12) : mark.end()]
    if _CLOCK.search(before):
        return bool(_CAPITAL.match(text, mark.end(), end))
    if said[0] == "." and _TITLE_BEFORE.search(before):
        return bool(_MAY_END.search(before) and _CAPITAL.match(text, mark.end(), end))
    # An ellipsis, a quoted question or exclamation in the middle of a sentence goes on in lower case.
    return not _LOWER.match(text, mark.end(), end)


def _breaks(text: str, mark: re.Match[str]) -> bool:
    """Whether a line end ends a sentence: an empty line does, and one that the next does not continue."""
    if len(re.findall(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", mark.group())) > 1:
        return True
    line = re.split(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text[max(0, mark.start() - 200) : mark.start()])[
        -1
    ]
    wrapped = len(line) >= _WRAPPED and not re.search(r"[:;]\s*$", line)
    following = text[mark.end() : mark.end() + 2]
    return not (_LOWER.match(" " + following) or (wrapped and re.match(r"[^\W_]", following)))
