"""What goes into one letter: which notes, turned towards the reader, and what each is for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from letters.drafting.doubts import doubted
from letters.drafting.finite import finite
from letters.drafting.form import plain_date
from letters.drafting.fragments import calm, cleaned, quoted
from letters.drafting.grammar import SUBJECTLESS, shape
from letters.drafting.heard import LONGEST_QUOTE, NOUN_FORM, QUOTE_FORM, SPOKEN_FORM, Heard, doubtful_pronoun
from letters.drafting.hearing import hear
from letters.drafting.ideas import proposed
from letters.drafting.mine import LEANING, ORDER, THING, Mine, answered, as_order
from letters.drafting.planned import Dated, Plan, Question, Reply, Share
from letters.drafting.promises import Promise, promised
from letters.drafting.questions import ABOUT, QUOTED, Asked, asked
from letters.drafting.sifting import sift, sound
from letters.drafting.tidying import capital
from letters.drafting.usable import delicate, is_stock, may_use, overlap, said_by, voice_for
from letters.drafting.verbs import is_form
from letters.drafting.voice import to_house
from letters.drafting.wanted import as_sentence
from letters.drafting.words import SUBJECTS, cut, join, plural
from letters.material import ME

if TYPE_CHECKING:
    from letters.drafting.voice import Voice
    from letters.drafting.words import Word
    from letters.material import Material, NoteText, Person, TalkText

THEIRS = ("challenge", "goal", "fact")


def plan(material: Material, reader: Person, share: Share, talk: TalkText | None) -> Plan:
    """Sort a reader's notes into what the letter says."""
    made = Plan(reader, talk, ticked=material.ticked or frozenset())
    voice = voice_for(material, reader)
    before = ""
    for note in _fresh(material, reader):
        known, before = _names_several(before), note.text if note.kind in THEIRS else ""
        if not may_use(note, material, reader) or delicate(note, material):
            continue
        _hear(made, note, material, replace(voice, they=not known))
    _my_part(made, material, share, voice)
    sift(made, material, voice.proper)
    _order(made)
    _weigh(made, material)
    _hold(made, material)
    return made


def _names_several(text: str) -> bool:
    """Whether a note is about others, whom *they* in the next note may mean: "trainees quit in week six"."""
    words = cut(text)
    at = finite(words) or 0
    return at > 0 and plural(words[at - 1].low) and words[at - 1].low not in SUBJECTS


# The share of an idea's words that what was heard has too, from which one is about the other.
_AKIN = 0.15
# A noun or two say no more than that a word was spoken.
_THIN = 2


def _weigh(made: Plan, material: Material) -> None:
    """Leave out what says too little, and quotations beside better notes; ask for a line instead."""
    texts = {note.key: note.text for note in material.notes}
    nouns = [h for h in made.heard if h.form == NOUN_FORM and h.kind != "goal"]
    thin = [h for h in nouns if not h.then and _meagre(h.text)]
    quotes = [h for h in made.heard if h.form == QUOTE_FORM and h.key != made.idea_for]
    sound = [h for h in made.heard if h not in thin and h not in quotes]
    told = sum(h.form in (QUOTE_FORM, SPOKEN_FORM) for h in sound)
    dropped = (thin if sound or quotes else thin[1:]) + (quotes if len(sound) > 1 or told else quotes[1:])
    dropped = [h for h in dropped if h.key not in made.ticked]
    made.heard = [h for h in made.heard if h not in dropped]
    for item in dropped:
        note = texts[item.key]
        made.missing.append(
            _("What was said about “%(note)s”? A line with a verb can go into the letter.") % {"note": note}
            if item.form == NOUN_FORM
            else as_sentence(note)
        )


def _hold(made: Plan, material: Material) -> None:
    """Keep back an idea whose trouble is kept back: nobody would know what it is for."""
    if made.idea is None or made.idea.key in made.ticked:
        return
    texts = {note.key: note.text for note in material.notes}
    linked = next((note.about for note in material.notes if note.key == made.idea.key), "")
    theirs = any(note.key == linked and note.kind in THEIRS for note in material.notes_of(made.reader.key))
    if theirs and linked not in {heard.key for heard in made.heard}:
        made.missing.append(
            _("Your idea “%(idea)s” waits for what it answers: “%(note)s”.")
            % {"idea": texts[made.idea.key], "note": texts[linked]}
        )
        made.idea = None


def _meagre(text: str) -> bool:
    return len([word for word in text.split() if word.lower() not in ("a", "an", "the", "your")]) <= _THIN


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
        heard = hear(note, replace(voice_for(material, made.reader, note.kind), they=voice.they))
        if heard is None:
            _ask(made, note, voice)
        elif note.kind == "detail":
            made.details.append(heard)
        else:
            made.heard.append(heard)
    elif note.kind == "my_question" and note.reply:
        _their_reply(made, note, voice)
    elif note.kind == "doubt" and said_by(note, made.reader):
        _doubt(made, note, material, voice)
    elif note.kind == "promise" and note.by in (ME, ""):
        found = promised(note, voice)
        if found:
            made.promises.append(_dated(found, note, material))
        else:
            question = _("What did you promise in “%(note)s”? Put it as “I will …”.")
            made.missing.append(question % {"note": note.text})


def _dated(found: Promise, note: NoteText, material: Material) -> Dated:
    today = material.now.date()
    by = plain_date(note.due_on, today) if note.due_on and note.due_on >= today else ""
    return Dated(found, by, note.done_on is not None)


def _ask(made: Plan, note: NoteText, voice: Voice) -> None:
    """The note is left out; say which question would repair it."""
    who = doubtful_pronoun(note, voice)
    if who:
        made.missing.append(
            _("Who is “%(who)s” in “%(note)s”? Put the name, and the note can go into the letter.")
            % {"who": who, "note": note.text}
        )
    elif note.kind != "detail" and not voice.names_other(cut(note.text)):
        made.missing.append(as_sentence(note.text))


def _their_reply(made: Plan, note: NoteText, voice: Voice) -> None:
    """What they answered me: in their own words where that is short, else as any note of theirs."""
    question = _to_them(asked(note.text, mine=True), voice)
    told = cut(note.reply)
    if voice.names_other(cut(note.text)) or voice.names_other(told):
        return
    if question.form == QUOTED:
        repair = _("How would “%(note)s” read after “I asked”? Then it can go into the letter.")
        made.missing.append(repair % {"note": note.text})
        return
    heard = hear(replace(note, text=note.reply, kind="fact"), voice)
    if heard is not None and is_form(told[0].low, "ing") and heard.text.startswith("you are "):
        heard = replace(heard, form=NOUN_FORM, text=heard.text.removeprefix("you are "))
    theirs = {word.low for word in told} & {"he", "she", "his", "her", "him"}
    if len(told) <= LONGEST_QUOTE and not theirs and not quoted(note.reply) and not _of_reader(told, voice):
        heard = Heard(note.key, "fact", SPOKEN_FORM, capital(cleaned(note.reply).rstrip(".")))
    if heard is not None:
        made.replies.append(Reply(note.key, question, replace(heard, then=())))


def _of_reader(words: list[Word], voice: Voice) -> bool:
    """Whether a reply is told of the reader instead of in their words: "wants …", "Ana would …"."""
    return shape(words) == SUBJECTLESS or (words[0].low in voice.reader and len(words) > 1)


def _doubt(made: Plan, note: NoteText, material: Material, voice: Voice) -> None:
    answer = next((a for a in material.notes if a.kind == "answer" and a.about == note.key), None)
    usable = answer is not None and may_use(answer, material, made.reader)
    text, key = (answer.text, answer.key) if answer is not None and usable else ("", "")
    found = doubted(note, voice, text, key)
    if found is None or voice.names_other(cut(note.text)):
        return
    made.doubts.append(found)
    if not found.reply:
        wanted = _("What is your answer to the doubt “%(note)s”? A line is enough.")
        made.missing.append(wanted % {"note": note.text})


def _my_part(made: Plan, material: Material, share: Share, voice: Voice) -> None:
    """My ideas and answers, and the questions they belong to."""
    answers = {note.key: answered(note, voice) for note in share.answers}
    for note in share.questions:
        named = voice.names_other(cut(note.text))
        if named or delicate(note, material) or not may_use(note, material, made.reader):
            continue
        question = _to_them(asked(calm(note.text, voice.proper)), voice)
        if question.form == QUOTED and not 3 <= len(question.text.split()) <= 18:
            continue
        answer = _answer_to(note, question, share, answers)
        lost = next((a for a in share.answers if a.about == note.key and answers[a.key] is None), None)
        if lost is not None:
            # A question by itself would ask for the answer that was given
            repair = _("How would “%(note)s” read in one short sentence? Then it can go in.")
            made.missing.append(repair % {"note": lost.text})
            continue
        if answer is not None:
            answer = as_order(answer) if "would" in question.text.split() else answer
        made.questions.append(Question(note.key, question, answer, is_stock(note)))
    _evidence(made, material, share, voice, answers)
    _idea(made, material, share, voice)


def _evidence(
    made: Plan, material: Material, share: Share, voice: Voice, answers: dict[str, Mine | None]
) -> None:
    """My answers that stand by themselves; one to a question that is never brought up stays with it."""
    taken = {doubt.reply_key for doubt in made.doubts}
    taken |= {question.answer.key for question in made.questions if question.answer is not None}
    untold = {note.key for note in material.notes if note.kind == "question" and delicate(note, material)}
    for note in share.answers:
        if note.about in untold:
            continue
        found = answers[note.key]
        leans = found is not None and found.form == LEANING
        if (
            found is not None
            and note.key not in taken
            and not leans
            and not voice.names_other(cut(note.text))
        ):
            made.evidence.append(found)


def _idea(made: Plan, material: Material, share: Share, voice: Voice) -> None:
    """The idea that fits what was heard, and what it is for."""
    challenges = [note for note in material.notes if note.key in {heard.key for heard in made.heard}]
    ideas = sorted(share.ideas, key=lambda note: -_fits(note, challenges))
    for note in ideas:
        found = proposed(note, voice)
        made.idea = found if found is None or note.key in made.ticked else sound(found, voice.proper)
        if made.idea is not None:
            made.idea_for = note.about or max(
                (c.key for c in challenges),
                key=lambda k: overlap(note.text, _text(k, challenges)),
                default="",
            )
            made.linked = bool(note.about) or _fits(note, challenges) >= _AKIN
            break
    if share.ideas and made.idea is None:
        made.missing.append(
            _("How would “%(note)s” read as a sentence? “I would …” is a way to begin it.")
            % {"note": ideas[0].text}
        )


def _to_them(question: Asked, voice: Voice) -> Asked:
    """A question told in my own voice says *her pins* of the reader's: *your pins*."""
    words = cut(question.text)
    if question.form == QUOTED or not {word.low for word in words} & {"he", "she", "his", "her", "him"}:
        return question
    turned = to_house(words, voice)
    return question if turned is None else replace(question, text=join(turned))


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
            _leans(item[1].text),
            item[1].key != made.idea_for,
            item[1].kind != "challenge",
            moods.get(item[1].mood, 2),
        )
    )
    sure = [heard for _, heard in ranked if not _leans(heard.text)]
    # What leans on a note that may stand elsewhere by then is left out where enough is left
    made.heard = sure if len(sure) > 1 else [heard for _, heard in ranked]


_BACK = re.compile(
    r"\bthe ones\b|^(?:nobody|everybody|somebody|someone|everyone)\b[^,]*\b(?:them|it)\b"
    r"|\b(?:all|most|some|both|half|none) of (?:them|it)\b|\b(?:this|those|these) (?:is|are|was|were)\b"
)


def _leans(text: str) -> bool:
    """Whether the words need others before them: "you hope to close all of them"."""
    return bool(_BACK.search(text)) or text.startswith(("it ", "they ", "this "))
