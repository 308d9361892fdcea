"""What no draft may do: tell what was confided, tell a thing twice at one company, invent, or raise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.drafting import draft
from letters.drafting.measure import content
from letters.material import (
    ME,
    DevelopmentText,
    Draft,
    EarlierLetter,
    Material,
    NewsText,
    NoteText,
    Person,
    TalkText,
)

NOON = datetime(2026, 9, 2, 12, 0, tzinfo=UTC)
RUTH, TOMASZ = Person("ruth", "Ruth Kessler", "Director"), Person("tomasz", "Tomasz Zielinski", "Registrar")
KINDS = ("thank_you", "nudge", "second_nudge", "closing")


def note(key: str, kind: str, text: str, person: str = "ruth", **more: object) -> NoteText:
    by = ME if kind in ("answer", "idea", "my_question", "promise") else person
    return NoteText(key, kind, text, person, interview=f"talk-{person}", **{"by": by, **more})  # type: ignore[arg-type]  # by, share and dates pass through


def material(*notes: NoteText, to: Person = RUTH, kind: str = "thank_you", **more: object) -> Material:
    start = NOON - timedelta(days=1)
    talks = tuple(
        TalkText(f"talk-{one.key}", start, start + timedelta(minutes=45), people=(one.key,))
        for one in (RUTH, TOMASZ)
    )
    known = Material(
        sender="Hal Brennan", company="Stanhope Museum", role="Collections Manager", kind=kind, reader=to,
        now=NOON,
        candidacy="museum", people=(RUTH, TOMASZ), talks=talks, notes=notes,
    )  # fmt: skip
    return replace(known, **more)  # type: ignore[arg-type]  # fields of the dataclass


LOANS = note("c1", "challenge", "Loans go out with a form that is retyped three times")
FLOOD = note("c2", "challenge", "The store floods every February", "tomasz")


def used(found: Draft) -> set[str]:
    return {key for sentence in found.sentences for key in sentence.sources}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ticked", [None, frozenset({"c1", "secret"})])
def test_a_private_note_is_in_no_letter(kind: str, ticked: frozenset[str] | None) -> None:
    secret = note("secret", "fact", "The archivist resigns in November", share="private")

    found = draft(material(LOANS, secret, kind=kind, ticked=ticked))

    assert "secret" not in used(found)
    assert "November" not in found.body + found.subject
    assert not any("November" in question for question in found.questions)


def test_what_was_confided_goes_only_to_whoever_said_it_and_only_when_ticked() -> None:
    confided = note("secret", "detail", "Learns the cello to surprise a friend", share="only_them")

    unasked = draft(material(LOANS, FLOOD, confided))
    asked = draft(material(LOANS, FLOOD, confided, ticked=frozenset({"c1", "secret"})))
    elsewhere = draft(material(LOANS, FLOOD, confided, to=TOMASZ, ticked=frozenset({"c2", "secret"})))

    assert "cello" not in unasked.body
    assert "cello" in asked.body
    assert "cello" not in elsewhere.body


def test_a_colleagues_words_are_not_put_into_the_readers_mouth() -> None:
    heard = note("n1", "fact", "Tomasz says the register is a year behind")
    assert "register" not in draft(material(LOANS, heard)).body


def test_what_is_never_brought_up_unasked() -> None:
    asked = [
        note("q1", "question", "What salary are you looking for?"),
        note("q2", "question", "What is your notice period?"),
        note("q3", "question", "Why are you leaving the gallery?"),
        note("t1", "timeline", "The board meets on 6 October"),
    ]
    found = draft(material(LOANS, *asked))
    assert used(found) & {"q1", "q2", "q3", "t1"} == set()


def test_one_idea_and_one_answer_are_told_to_one_person() -> None:
    idea = "Give each loan one sheet that travels with the crate"
    notes = (
        LOANS, FLOOD, note("i1", "idea", idea), note("i2", "idea", idea, "tomasz"),
        note("a1", "answer", "Halved the backlog at Dunmore by naming one owner a day"),
        note("a2", "answer", "Halved the backlog at Dunmore by naming one owner a day", "tomasz"),
    )  # fmt: skip
    letters = [draft(material(*notes, to=to)) for to in (RUTH, TOMASZ)]
    assert [("crate" in one.body, "Dunmore" in one.body) for one in letters] == [(True, True), (False, False)]


def test_an_idea_sent_to_a_colleague_is_spent() -> None:
    idea = note("i1", "idea", "Give each loan one sheet that travels with the crate")
    sent = EarlierLetter(
        "l1",
        "tomasz",
        "thank_you",
        "sent",
        NOON,
        body="Dear Tomasz,\n\nI would start with it.",
        notes=("i1",),
    )
    assert "crate" not in draft(material(LOANS, idea, letters=(sent,))).body


def test_promises_are_mentioned_with_their_day_and_kept_ones_as_kept() -> None:
    open_one = note("p1", "promise", "Send her the loans form", due_on=(NOON + timedelta(days=7)).date())
    kept = note("p2", "promise", "Introduce her to the planner at Skye", done_on=NOON.date())

    body = draft(material(LOANS, open_one, kept)).body

    assert "the loans form" in body
    assert "9 September" in body
    assert "introduced you to the planner at Skye" in body
    assert "I will introduce" not in body


def test_a_doubt_is_answered_where_it_is_raised() -> None:
    doubt = note(
        "d1", "doubt", "Wondered whether I'd miss client work", reply="I would, and I would keep one case."
    )
    body = draft(material(LOANS, note("c3", "challenge", "The store floods every February"), doubt)).body
    assert "whether I would miss client work" in body
    assert "I would, and I would keep one case." in body


def test_a_doubt_without_an_answer_asks_for_one_and_stays_out_of_a_full_letter() -> None:
    doubt = note("d1", "doubt", "Wondered whether I'd miss client work")
    more = [
        note("c3", "challenge", "The store floods every February"),
        note("q1", "question", "Where would you start?"),
    ]
    found = draft(material(LOANS, *more, doubt))
    assert "client work" not in found.body
    assert (
        found.questions[0]
        == "What is your answer to the doubt “Wondered whether I'd miss client work”? A line is enough."
    )


def test_a_note_that_cannot_be_told_asks_who_is_meant() -> None:
    unclear = note("f1", "fact", "Her manager said she must wait")
    found = draft(material(LOANS, unclear))
    assert "must wait" not in found.body
    assert found.questions[0].startswith("Who is “she” in “Her manager said she must wait”? Put the name")


def test_the_same_notes_give_the_same_draft_and_another_number_another_one() -> None:
    known = material(LOANS, FLOOD, note("i1", "idea", "a sheet that travels with the crate"))
    assert draft(known) == draft(known)
    assert draft(known).body != draft(replace(known, number=1)).body


def test_a_letter_without_any_note_is_short_and_asks() -> None:
    found = draft(material())
    assert len(content(found.body).split()) < 40
    assert found.questions == (
        "What is Ruth wrestling with? One line in their words makes the letter theirs.",
    )


def test_a_nudge_recalls_the_letter_and_tells_the_news_and_invents_none() -> None:
    sent = EarlierLetter(
        "l1",
        "ruth",
        "thank_you",
        "sent",
        datetime(2026, 9, 2, 9, tzinfo=UTC),
        body="Dear Ruth,\n\nThank you.",
    )
    news = NewsText("w1", "Passed the object-handling exam", datetime(2026, 9, 10, tzinfo=UTC).date())
    happened = DevelopmentText(
        "d1",
        "Stanhope Museum wins a grant for its store",
        datetime(2026, 9, 8, tzinfo=UTC).date(),
        "Museum Post",
    )
    later = {"kind": "nudge", "now": NOON + timedelta(days=14), "letters": (sent,)}

    full = draft(material(LOANS, **later, news=(news,), developments=(happened,)))
    bare = draft(material(LOANS, **later))

    assert "2 September" in full.body
    assert "Stanhope Museum has won a grant for its store" in full.body
    assert "passed the object-handling exam" in full.body
    assert (full.development, full.news) == ("d1", "w1")
    assert used(bare) <= {"l1", "c1", "talk-ruth"}
    assert (bare.development, bare.news) == ("", "")


def test_a_closing_note_does_not_reproach() -> None:
    body = draft(material(LOANS, kind="closing", now=NOON + timedelta(days=40))).body
    assert "hear" not in body
    assert "reply" not in body
    assert body.startswith("Dear Ruth,")
    assert body.endswith("Kind regards,\nHal")


WORDS = "She wants the her him they I we my board claims cluster , ; : . ? ! “ ” -> & ~ £4 2.5 a.m. not sure"
TALK = "question my_question challenge goal fact detail answer idea doubt promise timeline"
TEXTS = st.text(max_size=120) | st.lists(st.sampled_from(WORDS.split(" ")), max_size=14).map(" ".join)
NOTES = st.builds(
    lambda kind, text, person, share, reply: note("x", kind, text, person, share=share, reply=reply),
    st.sampled_from(TALK.split(" ")),
    TEXTS,
    st.sampled_from(["ruth", "tomasz"]),
    st.sampled_from(["open", "open", "only_them", "private"]),
    TEXTS,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(NOTES, max_size=6), st.sampled_from(KINDS))
def test_any_notes_make_a_letter(told: list[NoteText], kind: str) -> None:
    notes = tuple(replace(one, key=f"n{at}") for at, one in enumerate(told))
    found = draft(material(*notes, kind=kind))
    keys = {one.key for one in notes} | {"talk-ruth", "talk-tomasz"}
    private = {one.key for one in notes if one.share == "private"}

    assert found.body.startswith("Dear Ruth,\n\n")
    assert found.body.endswith("\n\nKind regards,\nHal")
    assert used(found) <= keys
    assert not used(found) & private
    assert 0 < len(found.subject) <= 60
    assert len(found.subject.split()) <= 9


@settings(max_examples=25, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_any_news_makes_a_nudge(title: str, summary: str, news: str) -> None:
    today = NOON.date()
    found = draft(
        material(
            LOANS,
            kind="nudge",
            developments=(DevelopmentText("d1", title, today, "", summary),),
            news=(NewsText("w1", news, today),),
        )
    )
    assert found.body.endswith("\n\nKind regards,\nHal")
    assert used(found) <= {"c1", "d1", "w1", "talk-ruth"}
