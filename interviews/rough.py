"""Rough notes sorted to the people they name and the boxes they belong in.

Pure. A line is given to a person only where it says whose it is; what names nobody is given back, so that
nothing lands in the wrong letter and nothing is lost.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from interviews.capture import lines_of
from interviews.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    # What a person may be called by, who that is, and whether it can be nothing but a name.
    _Calls = list[tuple[re.Pattern[str], int, bool]]

# Names that are words as well: they count as names only where they stand like one.
_WORDS_TOO = frozenset(
    re.findall(
        r"\w+",
        "will mark may rose grant art bill sue drew pat hope faith grace dean chase frank rich june april"
        " august dawn joy iris ivy ray rob miles max guy don jack nick case page price young long short king",
    )
)
_TITLES = r"(?:(?:dr|prof|professor|mr|mrs|ms|mx|sir|dame)\.?\s+)"
_SAID = r"(?:said|says|told\s+(?:me|us)|mentioned|thinks|reckons|explained)"
# What stands between a name and what the person said.
_AFTER = re.compile(
    rf"\s*(?:\([^)]*\)\s*)?(?:[:,–—]\s*|-\s+|\s+-\s*|\s+{_SAID}\b:?\s*(?:that\s+)?)", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:,|&|\+|/|and|und|et)\s*", re.IGNORECASE)
_BEFORE = re.compile(r"(?:(?:q|question|asked|idea|from|by|for|to|with|re)\s+)*", re.IGNORECASE)
_LABELS = {
    label: box
    for box, labels in {
        "asked": "asked, asked me, they asked, questions, question, q",
        "good": "good, the good",
        "bad": "bad, the bad, challenge, challenges, worries, problems",
        "ugly": "ugly, the ugly",
        "excited": "lit up, goal, goals",
        "detail": "detail, details, personal",
        "they_will": "promise, promises, they will",
        "you_will": "you will, i will, to do, todo",
        "decide": "decision, timeline, next steps",
        "idea": "idea, ideas, my idea",
        "told": "my answer, i said, i told",
        "you_asked": "i asked",
        "doubt": "doubt, doubts",
        "fact": "fact, facts",
    }.items()
    for label in labels.split(", ")
}
_LONGEST_HEADING = 4
# Begins anew with a person, and does not go on with what was said before.
_SOMEBODY = re.compile(r"(?:he|she|his|her|(?-i:[A-Z]\w+['’]s))\b", re.IGNORECASE)


@dataclass
class Sorted:
    """Rough notes by person and box, with the lines that named nobody."""

    by_person: dict[int, dict[str, list[str]]] = field(default_factory=dict)
    unsorted: list[str] = field(default_factory=list)

    def put(self, person: int, box: str, line: str) -> None:
        """Add a line to a box of a person."""
        self.by_person.setdefault(person, {}).setdefault(box, []).append(line)


def sort_rough(text: str, people: Mapping[int, str]) -> Sorted:
    """Sort lines to people by the name, first name, surname or initials in them.

    A heading that is only a name holds for the lines below it, until another heading; so does one that is the
    name of a box. Two names before a colon: the line is of both. `people` maps a key to a full name.
    """
    calls = _calls(people)
    found = Sorted()
    current: tuple[int, ...] = ()
    box = ""
    for line in lines_of(text):
        bare = line.strip("#*_= \t")
        who, rest = _addressed(bare, calls)
        heading = bare.endswith(":") and len(bare.split()) < _LONGEST_HEADING
        if who and not rest:
            current, box = who, ""
        elif heading and (label := _LABELS.get(bare.rstrip(": ").casefold())):
            box = label
        elif heading and not who:
            current, box = (), ""
            found.unsorted.append(line)
        elif theirs := who or current or _mentioned(bare, calls):
            _give(found, _parts(rest or line, theirs, calls), "" if who else box)
        else:
            found.unsorted.append(line)
    return found


def _parts(line: str, who: tuple[int, ...], calls: _Calls) -> Iterator[tuple[tuple[int, ...], str]]:
    """The sentences of a line, and of whom each is: whom it begins with, else as the one before."""
    for place, sentence in enumerate(sentences(line)):
        others, rest = _addressed(sentence, calls) if place else ((), "")
        who = others or who
        yield who, (rest or sentence) if others else sentence


def _give(found: Sorted, parts: Iterable[tuple[tuple[int, ...], str]], box: str) -> None:
    """Put what a line says into the box of everybody it is of. A sentence that goes on stays with its own."""
    put: list[tuple[tuple[int, ...], str, str]] = []
    for who, sentence in parts:
        named, words = _labelled(sentence)
        guessed = named or box or guess_box(words)
        before, into, text = put[-1] if put else ((), "", "")
        goes_on = guessed == "fact" and not named and not _SOMEBODY.match(words)
        if who == before and not named and (guessed == into or goes_on):
            put[-1] = (who, into, f"{text} {words}")
        else:
            put.append((who, guessed, words))
    for who, into, text in put:
        line = _as_line(text, into) if len(put) > 1 else text
        for person in who:
            found.put(person, into, line)


def _as_line(text: str, box: str) -> str:
    """A sentence of a paragraph as its box has it: without “asked” there, and without its full stop."""
    bare = _ASKED.sub("", text) if box == "asked" else text
    line = bare.removesuffix(".") if len(sentences(bare)) == 1 else bare
    return line[:1].upper() + line[1:]


def _labelled(words: str) -> tuple[str, str]:
    """The box that “Idea: …” names, and what follows; no box where there is no such word."""
    label, _, said = words.partition(":")
    named = _LABELS.get(label.strip().casefold()) if said.strip() else None
    return (named, said.strip()) if named else ("", words)


def guess_box(line: str) -> str:
    """The box a line most likely belongs in; a plain fact where nothing tells."""
    return next((box for box, pattern in _CUES if pattern.search(line)), "fact")


_TROUBLE = (
    r"worr\w+|struggl\w+|problems?|too (?:late|slow|many|much)|fail\w*|lose|loses|losing"
    r"|lost|never|cannot|can['’]t|short of|run(?:s|ning)? out|late|behind|pains?|stuck"
    r"|broken|complain\w*|wrestl\w+|churn|nobody|mess|difficult|hard to|frustrat\w+"
    r"|annoy\w*|slow|chaos"
)
_PRIVATE_LIFE = (
    r"kids?|children|daughter|son|twins|dog|cat|bees|holidays?|marathon|cycles?|cycling"
    r"|sails?|sailing|garden\w*|football|born|grew up|allotment|choir|bakes?|baking"
    r"|climbs?|runs? marathons|grandmother|husband|wife"
)
# What people say they do of an evening, and no department does: these begin a line, or follow he or she.
_PASTIMES = (
    r"restores|brews|paints|sings|knits|sews|surfs|skis|hikes|swims"
    r"|rows (?:on|in|at|every|with)|plays (?:the |in a |golf|chess|tennis|football|guitar|piano)"
    r"|coaches (?:an? |the )?(?:under|junior|boys|girls|kids)|collects (?:old|vintage|stamps|records|coins)"
)
# The box says already that it was asked.
_ASKED = re.compile(
    r"^(?:(?:he|she|they)\s+)?(?:asked|asks|wanted to know|wants to know)\s+(?:me\s+)?"
    r"(?=(?:how|what|why|when|where|which|who|whether)\b)",
    re.IGNORECASE,
)
_WE = r"(?:I|we)"
# The first that fits: a question mark tells more than a worry, a worry more than a dog.
_CUES = tuple(
    (box, re.compile(pattern, re.IGNORECASE))
    for box, pattern in {
        "you_asked": (r"^(?:I|we) asked\b"),
        "doubt": (
            r"\b(?:wonder\w*|unsure|not sure|doubt\w*|worried|concerned|thinks?"
            rf"|afraid)\s+(?:whether|if|that|about)?\s*(?:{_WE}|my|me)\b|\bdoubts?\b"
        ),
        "asked": (
            r"\?\s*[”\"')]*$|^(?:asked|asks|wanted to know|wants to know|how would|what would"
            r"|tell me about)\b|\basked (?:me|how|what|why|if|whether|about|for)\b"
        ),
        "told": (rf"^(?:{_WE}|my answer)\s*(?::|\b(?:told|said|answered|mentioned|explained|gave))"),
        "you_will": (
            r"^I(?:['’]ll| will| promised| need to| must| should send)\b|^(?:to )?(?:send|e-?mail"
            r"|introduce|look up|forward|share|call|bring)\b"
        ),
        "they_will": (
            r"\b(?:will|['’]ll|is going to|promised to|promises to) (?:\w+ )?(?:send|introduce"
            r"|call|ring|show|share|forward|put|pass|check|ask|write|e-?mail|come back|get back)\b"
            r"|\bpromised\b"
        ),
        "decide": (
            r"\b(?:decid\w+|decisions?|hear (?:back )?(?:from|by|in|within)|hear back|gets? back"
            r"|comes? back|shortlist\w*|let (?:me|us|you) know|next (?:step|round)s?"
            r"|offers? (?:out|by|go))\b"
        ),
        "idea": (
            r"^(?:(?:my )?idea|maybe|perhaps|could|(?:I|we) (?:could|might)|what if|suggest"
            r"|I(?:['’]d| would)|try)\b"
        ),
        "ugly": (
            r"\b(?:hates?|hated|dread\w*|nightmares?|awake|afraid|fears?|panics?|disaster"
            r"|terrif\w*|loses? sleep)\b"
        ),
        "excited": (
            r"\b(?:loves?|lit up|lights up|excit\w+|proud|would love|wants? to|dreams?|hopes? to"
            r"|keen|thrilled|enthus\w+)\b"
        ),
        "bad": (rf"\b(?:{_TROUBLE})\b"),
        "good": (
            r"\b(?:works well|well run|improv\w+|halved|doubled|at last|finally|best|going well"
            r"|success\w*|good at)\b"
        ),
        "detail": rf"\b(?:{_PRIVATE_LIFE})\b|^(?:(?:he|she)\s+)?(?:{_PASTIMES})\b",
    }.items()
)


def _fold(text: str) -> str:
    """Without accents, every character still in its place."""
    return "".join(unicodedata.normalize("NFD", char)[0] for char in text)


def _calls(people: Mapping[int, str]) -> _Calls:
    """What each person may be called by, the longest first; what two could be called by calls nobody.

    The last value says whether it can be nothing but a name.
    """
    calls: dict[str, set[int]] = {}
    for key, full in people.items():
        for form in _forms(_fold(full)):
            calls.setdefault(form.casefold(), set()).add(key)
    sure = [(form, keys.copy().pop()) for form, keys in calls.items() if len(keys) == 1]
    sure.sort(key=lambda pair: -len(pair[0]))
    return [(_named(form), key, form not in _WORDS_TOO and len(form) > len("AF")) for form, key in sure]


def _named(form: str) -> re.Pattern[str]:
    flexible = re.escape(form).replace(r"\ ", r"\s+")
    return re.compile(rf"(?<!\w){_TITLES}?{flexible}(?!\w)", re.IGNORECASE)


def _forms(full: str) -> set[str]:
    words = re.sub(rf"^{_TITLES}+", "", full, flags=re.IGNORECASE).split()
    if not words:
        return set()
    first, last = words[0], words[-1]
    forms = {" ".join(words), first, last}
    if len(words) > 1:
        surname = " ".join(words[1:])
        initials = "".join(word[0] for word in words)
        forms |= {
            surname,
            f"{first} {last}",
            f"{first[0]}. {last}",
            f"{first[0]}.{last}",
            f"{first[0]} {last}",
        }
        forms |= {f"{first} {last[0]}", f"{first} {last[0]}.", initials, ".".join(initials) + "."}
    return forms


def _addressed(line: str, calls: _Calls) -> tuple[tuple[int, ...], str]:
    """Whom a line begins with, and what it says; “Ana worries …” stays whole, it is a sentence."""
    folded = _fold(line)
    start = _BEFORE.match(folded)
    who: list[int] = []
    end = start.end() if start else 0
    lead, sure, size = end > 0, False, 0
    while match := _next_name(folded, end, calls):
        who.append(match[1])
        end, sure, size = match[0].end(), sure or match[2], len(match[0].group())
        more = _AND.match(folded, end)
        if more is None or _next_name(folded, more.end(), calls) is None:
            break
        end = more.end()
    if not who:
        return (), ""
    rest = folded[end:].strip(" *_#:")
    if not rest:
        return ((), "") if lead else (tuple(who), "")
    if after := _AFTER.match(folded, end):
        return tuple(who), line[after.end() :].strip(" *_") or line
    # Initials and names that are words are no subject of a sentence.
    told = sure and not lead and size > 1 and re.match(r"(?:['’]s)?\s+\w|['’]s", folded[end:])
    return (tuple(who), line) if told else ((), "")


def _next_name(folded: str, at: int, calls: _Calls) -> tuple[re.Match[str], int, bool] | None:
    found = ((pattern.match(folded, at), key, sure) for pattern, key, sure in calls)
    return next(((match, key, sure) for match, key, sure in found if match), None)


def _mentioned(line: str, calls: _Calls) -> tuple[int, ...]:
    """The one person whom a line names anywhere, with a capital; two or more are nobody."""
    folded = _fold(line)
    named = {
        key
        for pattern, key, sure in calls
        if sure
        for match in pattern.finditer(folded)
        if match.group()[0].isupper()
    }
    return tuple(named) if len(named) == 1 else ()
