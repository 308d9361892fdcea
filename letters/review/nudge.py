"""After silence: the earlier letter, a development, something new.

Pure.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from candidacy.reasons import date_words
from letters.anatomy import anatomy
from letters.drafting.words import MONTHS
from letters.review import cues
from letters.review.bank import alike, has, told_already
from letters.review.echo import echo, meaning, places
from letters.review.finding import Check, ok
from letters.review.phrases import pattern
from letters.review.playback import is_heard, where

if TYPE_CHECKING:
    from datetime import date

    from letters.anatomy import Sentence, Span
    from letters.material import DevelopmentText, EarlierLetter, NewsText, NoteText
    from letters.review.case import Case

FRESH = timedelta(days=30)
_MINE = re.compile(r"\b(?:i|my|i['’]ve|mine)\b", re.IGNORECASE)


def _earlier(case: Case) -> list[EarlierLetter]:
    """Letters to the reader that went out, the first of them first."""
    sent = [
        one for one in case.material.letters if one.to == case.material.reader.key and one.status == "sent"
    ]
    return sorted(sent, key=lambda one: (one.sent_at is None, one.sent_at or case.material.now))


def earlier_letter(case: Case) -> Check:
    """A nudge picks up where the last letter left off: its date or its subject."""
    known = _earlier(case)
    spans = [
        match.span() for a, b in case.parts.body for match in pattern(*cues.LETTER).finditer(case.text, a, b)
    ]
    spans += [span for one in known if one.sent_at for span in _dated(case, one.sent_at.date())]
    spans = spans or _same_subject(case, known)
    dated = next((one.sent_at for one in reversed(known) if one.sent_at), None)
    words = {"day": date_words(dated.date(), case.material.now.date()) if dated else ""}
    if spans:
        line = gettext("Refers to your letter of %(day)s.") if dated else gettext("Refers to your letter.")
        return ok("earlier_letter", line % words, _one_phrase(case, spans))
    line = gettext("Does not mention your letter. Pick up where it left off.")
    if dated:
        line = gettext("Does not mention your letter of %(day)s. Pick up where it left off.")
    return Check("earlier_letter", "look", line % words)


_BETWEEN = re.compile(r"\s*(?:of|from|on|dated)?\s*", re.IGNORECASE)
_BEFORE = re.compile(r"(?:in|from|with|since|on)\s+", re.IGNORECASE)


def _one_phrase(case: Case, spans: list[Span]) -> tuple[Span, ...]:
    """*my letter* and *30 October* as one phrase where nothing but a little word parts them."""
    joined: list[Span] = []
    for begun, end in case.trimmed(sorted(set(spans))):
        before = _BEFORE.match(case.text, begun, end)
        start = before.end() if before else begun
        if joined and (start <= joined[-1][1] or _BETWEEN.fullmatch(case.text[joined[-1][1] : start])):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _dated(case: Case, day: date) -> list[Span]:
    month = rf"(?:{MONTHS[day.month - 1]}|{MONTHS[day.month - 1][:3]}\.?)"
    number = rf"0?{day.day}(?:st|nd|rd|th)?"
    numeric = rf"0?{day.day}[./-]0?{day.month}|0?{day.month}/0?{day.day}|{day.isoformat()}"
    forms = rf"\b(?:{number}(?: of)? {month}|{month} {number}|{numeric})\b"
    return [
        match.span()
        for a, b in case.parts.body
        for match in re.finditer(forms, case.text[:b], re.IGNORECASE)
        if match.start() >= a
    ]


def _same_subject(case: Case, known: list[EarlierLetter]) -> list[Span]:
    """Where it says what the earlier letter suggested or spoke of."""
    spans: list[Span] = []
    for letter in known:
        notes = [
            note
            for note in case.material.notes
            if note.share == "open" and (note.key in letter.notes or _tells(case, letter, note.text))
        ]
        for note in notes:
            if note.kind in ("idea", "challenge", "question", "answer", "goal"):
                spans += where(case, note)
        said = anatomy(letter.body, case.material.sign_off).sentences
        for sentence in case.sentences:
            alike = echo(sentence.text, said, without=case.untelling, window=2)
            if alike.telling >= 3 and alike.share >= 0.4:
                spans.append(sentence.span)
    return spans


def _tells(case: Case, letter: EarlierLetter, text: str) -> bool:
    found = echo(text, anatomy(letter.body, case.material.sign_off).sentences, without=case.untelling)
    return found.telling >= 2 and found.share >= 0.4


def development(case: Case) -> Check:
    """Something that has happened at the company in the last thirty days."""
    today = case.material.now.date()
    found = [(one, _about(case, one)) for one in case.material.developments]
    named = [(one, spans) for one, spans in found if spans]
    fresh = [(one, spans) for one, spans in named if _is_fresh(one, today)]
    if fresh:
        return ok(
            "development",
            gettext("Mentions a development."),
            tuple(sorted({span for _, spans in fresh for span in spans})),
        )
    recorded = [one for one in case.material.developments if _is_fresh(one, today)]
    if named:
        old, spans = named[0]
        line = gettext("The news is without a date, older than 30 days. Is there something newer?")
        if old.published_on:
            line = gettext("The news is from %(day)s, older than 30 days. Is there something newer?") % {
                "day": date_words(old.published_on, today)
            }
        return Check("development", "look", line, spans)
    mentioned = tuple(one.span for one in case.sentences if pattern(*cues.HAPPENED).search(one.text))
    if mentioned:
        return ok("development", gettext("Mentions a development."), mentioned)
    if recorded:
        return Check(
            "development",
            "look",
            gettext("Mentions no development. Recorded is: “%(title)s”")
            % {"title": recorded[-1].title.strip()},
        )
    expanded = tuple(sorted(set(_same_subject(case, _earlier(case)))))
    if expanded and case.parts.words >= 40:
        return ok(
            "development",
            gettext("Takes your first letter further; no news of the last 30 days is recorded."),
            expanded,
        )
    return Check(
        "development",
        "look",
        gettext("Mentions no development. Has anything happened at %(company)s in the last 30 days?")
        % {"company": case.material.company},
    )


def _is_fresh(one: DevelopmentText, today: date) -> bool:
    return one.published_on is not None and timedelta(0) <= today - one.published_on <= FRESH


def _about(case: Case, one: DevelopmentText) -> tuple[Span, ...]:
    """Where the letter speaks of this development."""
    for text in (one.title, one.summary):
        heard = case.echo(text)
        weights = meaning(text, case.untelling)
        if (heard.telling >= 2 and heard.share >= 0.3) or (
            heard.telling and heard.share >= 0.6 and len(weights) <= 3
        ):
            return places(case.text, heard)
    return ()


def something_new(case: Case) -> Check:
    """Something that makes me more relevant, and that nobody there has read or heard."""
    news = [(one, spans) for one in case.material.news if (spans := _news(case, one))]
    told = tuple(
        one.span
        for one in case.sentences
        if pattern(*cues.NEW).search(one.text) and _MINE.search(one.text) and not _recalls(one)
    )
    spans = tuple(sorted({span for _, said in news for span in said})) or told
    if not spans:
        hint = next((one.text for one in reversed(case.material.news) if not _used(case, one)), "")
        line = gettext(
            "Tells %(name)s nothing new about you. What have you finished or learned since you met?"
        )
        if hint:
            line = gettext("Tells %(name)s nothing new about you. You have: “%(words)s”")
        return Check("something_new", "look", line % {"name": case.reader, "words": hint})
    old = [span for span in spans if _known(case, span)]
    stale = next((one for one, _ in news if _used(case, one)), None)
    if stale is not None or len(old) == len(spans):
        return Check(
            "something_new",
            "look",
            gettext("%(words)s is not new: a letter or an answer of yours has it.")
            % {"words": case.quote((old or list(spans))[0])},
            tuple(old) or spans,
        )
    marked = tuple(sorted({span for one, _ in news for span in places(case.text, case.echo(one.text))}))
    return ok(
        "something_new", gettext("Tells %(name)s something new.") % {"name": case.reader}, marked or spans
    )


def _recalls(sentence: Sentence) -> bool:
    """Whether a sentence is about the earlier letter rather than about what came after."""
    return bool(pattern(*cues.LETTER).search(sentence.text)) or bool(
        pattern(*cues.HAPPENED).search(sentence.text) and not re.search(r"\bmy\b", sentence.text)
    )


def _news(case: Case, one: NewsText) -> tuple[Span, ...]:
    heard = case.echo(one.text)
    return (
        heard.spans if is_heard(case, one.text, heard) and (heard.telling > 1 or heard.share >= 0.5) else ()
    )


def _used(case: Case, one: NewsText) -> bool:
    """Whether the company has read or heard this news already."""
    material = case.material
    return told_already(one, material.letters, _answers(case), material.sign_off, case.untelling) is not None


def _known(case: Case, span: Span) -> bool:
    """Whether an earlier letter or a recorded answer has what this sentence says."""
    said, material = case.text[slice(*span)], case.material
    return any(has(one.body, said, material.sign_off, case.untelling) for one in material.letters) or any(
        alike(note.text, said, case.untelling) for note in _answers(case)
    )


def _answers(case: Case) -> list[NoteText]:
    """What I have told anybody at the company."""
    return [note for note in case.material.at_the_company if note.kind == "answer"]
