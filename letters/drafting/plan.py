"""What goes into one letter: which notes, turned towards the reader, and what each is for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from letters.drafting.fragments import fragments, is_shorthand, lowered, stripped, tidy
from letters.drafting.grammar import CLAUSE, IMPERATIVE, NOUN, SUBJECTLESS, shape
from letters.drafting.heard import Heard, doubtful_pronoun, hear
from letters.drafting.ideas import proposed
from letters.drafting.mine import LEANING, ORDER, THING, Mine, answered
from letters.drafting.promises import Promise, promised
from letters.drafting.questions import ABOUT, Asked, asked
from letters.drafting.usable import delicate, is_stock, may_use, overlap, said_by, voice_for
from letters.drafting.words import cut
from letters.material import ME

if TYPE_CHECKING:
    from letters.drafting.voice import Voice
    from letters.material import Material, NoteText, Person, TalkText

THEIRS = ("challenge", "goal", "fact")


@dataclass(frozen=True, slots=True)
class Question:
    """What they asked me, and what I answered where the two belong together."""

    key: str
    asked: Asked
    answer: Mine | None = None
    stock: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt of theirs with my answer."""

    key: str
    form: str
    text: str
    again: bool = False
    reply: str = ""
    reply_form: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What they answered to a question of mine."""

    key: str
    asked: str
    heard: Heard


@dataclass(frozen=True, slots=True)
class Dated:
    """A promise with what is known of its date."""

    promise: Promise
    by: str = ""
    done: bool = False


@dataclass(slots=True)
class Plan:
    """Everything one letter may say."""

    reader: Person
    talk: TalkText | None
    heard: list[Heard] = field(default_factory=list)
    details: list[Heard] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    idea: Mine | None = None
    idea_for: str = ""
    evidence: list[Mine] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    promises: list[Dated] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    opening: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """What of the panel's ideas, answers and questions is this reader's."""

    ideas: tuple[NoteText, ...] = ()
    answers: tuple[NoteText, ...] = ()
    questions: tuple[NoteText, ...] = ()


def plan(material: Material, reader: Person, share: Share, talk: TalkText | None) -> Plan:
    """Sort a reader's notes into what the letter says."""
    made = Plan(reader, talk)
    voice = voice_for(material, reader)
    for note in _fresh(material, reader):
        if not may_use(note, material, reader) or delicate(note, material):
            continue
        _hear(made, note, material, voice)
    _my_part(made, material, share, voice)
    _order(made)
    return made


def _fresh(material: Material, reader: Person) -> tuple[NoteText, ...]:
    """Notes since the last thank-you to that person where there was a talk since, else all."""
    notes = material.notes_of(reader.key)
    sent = [x.sent_at for x in material.letters if x.to == reader.key and x.kind == "thank_you" and x.sent_at]
    if not sent or material.kind != "thank_you":
        return notes
    later = {talk.key for talk in material.talks_with(reader.key) if talk.starts > max(sent)}
    return tuple(note for note in notes if note.interview in later) or notes


def _hear(made: Plan, note: NoteText, material: Material, voice: Voice) -> None:
    if note.kind in (*THEIRS, "detail") and said_by(note, made.reader):
        heard = hear(note, voice_for(material, made.reader, note.kind))
        if heard is None:
            _ask(made, note, voice)
        elif note.kind == "detail":
            made.details.append(heard)
        else:
            made.heard.append(heard)
    elif note.kind == "my_question" and note.reply:
        _their_reply(made, note, voice)
    elif note.kind == "doubt" and said_by(note, made.reader):
        _doubt(made, note, voice)
    elif note.kind == "promise" and note.by in (ME, ""):
        found = promised(note, voice)
        if found:
            made.promises.append(_dated(found, note, material))


def _dated(found: Promise, note: NoteText, material: Material) -> Dated:
    from letters.drafting.form import plain_date

    today = material.now.date()
    by = plain_date(note.due_on, today) if note.due_on and note.due_on >= today else ""
    return Dated(found, by, note.done_on is not None)


def _ask(made: Plan, note: NoteText, voice: Voice) -> None:
    """The note is left out; say which question would repair it."""
    who = doubtful_pronoun(note, voice)
    if who:
        made.missing.append(
            f"Who is “{who}” in “{note.text}”? Put the name, and the note can go into the letter."
        )


def _their_reply(made: Plan, note: NoteText, voice: Voice) -> None:
    from dataclasses import replace

    swapped = " ".join(str(w.with_core(_SWAP.get(w.low, w.core))) for w in cut(note.text))
    question = asked(swapped)
    reply = hear(replace(note, text=note.reply, kind="fact"), voice)
    if question.form == "how" and reply is not None and not voice.names_other(cut(note.text)):
        made.replies.append(Reply(note.key, question.text, replace(reply, then=())))


_SWAP = {"you": "I", "your": "my", "i": "you", "my": "your", "we": "I", "our": "my"}
_DOUBTED = re.compile(
    r"^(?:(?:(?-i:[A-Z][\w’'-]+)|he|she|they)\s+)?(?:is |was |are |still |also |had |has )*"
    r"(?P<verb>asked|asks|wondered|wonders|unsure|not sure|not convinced|doubts|doubted|worried|worries"
    r"|concerned"
    r"|concern:?|fears|feared|thinks|thought|feels|felt|sceptical|skeptical|questioned|queried|said|says)"
    r"(?: me)?(?P<again> twice| again| several times)?\s+(?:(?P<link>whether|if|that|about)\s+)?"
    r"(?P<rest>.+)$",
    re.IGNORECASE,
)


def _doubt(made: Plan, note: NoteText, voice: Voice) -> None:
    raw = fragments(note.text)[0]
    text = tidy(stripped(raw))
    match = _DOUBTED.match(text)
    form, words = "quote", raw.rstrip(".")
    if match and (match["link"] or "").lower() in ("whether", "if"):
        form, words = "whether", match["rest"]
    elif match and (match["link"] or "").lower() == "about":
        form, words = "noun", match["rest"]
    else:
        rest = lowered(match["rest"] if match else text, voice.proper)
        kind = shape(cut(rest))
        if not is_shorthand(raw) and not raw.endswith("?"):
            form, words = {CLAUSE: ("that", rest), NOUN: ("noun", rest)}.get(kind, (form, words))
    names_them = re.search(r"\b(?:he|she|his|her|we|our|us)\b", words)
    if names_them and form != "quote":
        turned = re.sub(r"\bour\b", "your", re.sub(r"\b(?:we|us)\b", "you", words))
        form, words = (
            ("quote", raw.rstrip(".")) if re.search(r"\b(?:he|she|his|her)\b", turned) else (form, turned)
        )
    again = bool(match and match["again"] and "twice" in match["again"])
    reply, reply_form = _line(note.reply, voice)
    made.doubts.append(Doubt(note.key, form, words.rstrip("."), again, reply, reply_form))


def _line(text: str, voice: Voice) -> tuple[str, str]:
    """My answer in a line."""
    if not text.strip():
        return "", ""
    plain = lowered(tidy(text), voice.proper)
    if is_shorthand(text) or len(fragments(text)) > 1:
        return plain, "clause" if len(fragments(text)) > 1 and not is_shorthand(text) else "quote"
    kind = shape(cut(plain))
    if kind == SUBJECTLESS:
        return "I " + plain, "clause"
    return plain, {CLAUSE: "clause", NOUN: "noun", IMPERATIVE: "order"}.get(kind, "quote")


def _my_part(made: Plan, material: Material, share: Share, voice: Voice) -> None:
    """My ideas and answers, and the questions they belong to."""
    answers = {note.key: answered(note, voice) for note in share.answers}
    taken: set[str] = set()
    for note in share.questions:
        named = voice.names_other(cut(note.text))
        if named or delicate(note, material) or not may_use(note, material, made.reader):
            continue
        question = asked(note.text)
        answer = _answer_to(note, question, share, answers)
        if answer is not None:
            taken.add(answer.key)
        made.questions.append(Question(note.key, question, answer, is_stock(note)))
    for note in share.answers:
        found = answers[note.key]
        leans = found is not None and found.form == LEANING
        if (
            found is not None
            and note.key not in taken
            and not leans
            and not voice.names_other(cut(note.text))
        ):
            made.evidence.append(found)
    challenges = [note for note in material.notes if note.key in {heard.key for heard in made.heard}]
    ideas = sorted(share.ideas, key=lambda note: -_fits(note, challenges))
    for note in ideas:
        made.idea = proposed(note, voice)
        if made.idea is not None:
            made.idea_for = note.about or max(
                (c.key for c in challenges),
                key=lambda k: overlap(note.text, _text(k, challenges)),
                default="",
            )
            break
    if share.ideas and made.idea is None:
        made.missing.append(
            f"How would “{ideas[0].text}” begin? A line that starts with a verb can go into the letter."
        )


def _text(key: str, notes: list[NoteText]) -> str:
    return next(note.text for note in notes if note.key == key)


def _fits(idea: NoteText, challenges: list[NoteText]) -> float:
    if any(note.key == idea.about for note in challenges):
        return 2.0
    return max((overlap(idea.text, note.text) for note in challenges), default=0.0)


def _answer_to(note: NoteText, question: Asked, share: Share, answers: dict[str, Mine | None]) -> Mine | None:
    """The answer that may stand beside the question: linked, an instruction, leaning, or its plain object."""
    linked = [a for a in share.answers if a.about == note.key or note.about == a.key]
    if linked:
        return answers[linked[0].key]
    if len(share.questions) != 1 or len(share.answers) != 1 or share.answers[0].about:
        return None
    answer = answers[share.answers[0].key]
    if answer is None:
        return None
    if answer.form == LEANING or (
        answer.form == ORDER and question.form == "how" and question.text[:3] in ("how", "wha")
    ):
        return answer
    return answer if question.form == ABOUT and answer.form == THING else None


def _order(made: Plan) -> None:
    """What the idea is for comes first among what was heard."""
    moods = {"ugly": 0, "bad": 1, "": 2, "good": 3}
    ranked = list(enumerate(made.heard))
    ranked.sort(
        key=lambda item: (
            item[1].key != made.idea_for,
            item[1].kind != "challenge",
            moods.get(item[1].mood, 2),
        )
    )
    made.heard = [heard for _, heard in ranked]
