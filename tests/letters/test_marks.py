"""The text under its marks, the headline that counts, what a fact is called."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from letters import marks, versions
from letters.facts import with_sentence
from letters.review.finding import Check

TEXT = "Start with one ward. Thank you again for your time."
SHARED = Check("shared_words", "look", "Shared with Kofi.", ((0, 19),), whose="Kofi Mensah")
WORN = Check("worn_phrases", "look", "One worn phrase. Try cutting it.", ((21, 51),))
STOP = Check("placeholder", "stop", "A placeholder is still in it.")
OK = Check("length", "ok", "Good length.")


def test_the_graver_mark_wins_where_two_meet() -> None:
    found = marks.pieces(TEXT, [SHARED, WORN], {"n1": ((6, 30),)})
    assert [(one.text, one.kind, one.number) for one in found] == [
        ("Start with one ward", "x", 1),
        (". ", "f", 2),
        ("Thank you again for your time.", "c", 3),
    ]


def test_without_marks_the_text_is_one_piece() -> None:
    assert marks.pieces(TEXT, [OK], {}) == (marks.Piece(TEXT),)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=8))
def test_the_pieces_are_the_text_again(text: str, spans: list[tuple[int, int]]) -> None:
    found = marks.pieces(text, [Check("guilt", "look", "", tuple(spans))], {"n1": spans})
    assert "".join(one.text for one in found) == text


def test_what_would_hurt_comes_first_and_words_are_repeated() -> None:
    found = marks.findings(TEXT, [OK, WORN, STOP], marks.pieces(TEXT, [WORN], {}))
    assert [(one.id, one.line, one.more) for one in found] == [
        ("placeholder", "A placeholder is still in it", ""),
        ("worn_phrases", "One worn phrase", "Try cutting it."),
        ("length", "Good length", ""),
    ]
    assert found[1].quotes == (marks.Quote("Thank you again for your time.", 1),)


def test_a_day_in_german_does_not_end_the_line() -> None:
    check = Check("earlier_letter", "ok", "Knüpft an deinen Brief vom 11. November an. Gut so.")
    ((_, line, more),) = [(one.id, one.line, one.more) for one in marks.findings(TEXT, [check], ())]
    assert (line, more) == ("Knüpft an deinen Brief vom 11. November an", "Gut so.")


def test_the_headline_counts() -> None:
    assert marks.headline([OK]) == ("Nothing to look at", "You can send it as it is.")
    assert marks.headline([OK, WORN]) == ("One thing to look at", "You can send it as it is.")
    assert marks.headline([SHARED, WORN, STOP]) == (
        "Three things to look at",
        "One of them would hurt: sending asks you first.",
    )
    assert marks.headline([STOP]) == ("One thing to look at", "It would hurt: sending asks you first.")


def test_the_legend_names_what_is_there() -> None:
    checks = [SHARED, WORN]
    found = marks.legend(checks, marks.pieces(TEXT, checks, {}))
    assert found == (marks.Key("x", "Shared", "with your letter to Kofi"), marks.Key("c", "Worn phrase"))


def test_a_sentence_goes_before_the_sign_off() -> None:
    assert with_sentence("Dear Ruth,\n\nOne.\n\nKind regards,\nDana", "Two.") == (
        "Dear Ruth,\n\nOne.\n\nTwo.\n\nKind regards,\nDana"
    )
    assert with_sentence("Only a thought", "Two.") == "Only a thought\n\nTwo."
    assert with_sentence("", "Two.") == "Two."


@given(st.text(max_size=80), st.text(max_size=80))
def test_nothing_of_either_is_lost_together(mine: str, theirs: str) -> None:
    both = versions.together(mine, theirs).split()
    assert [word for text in (mine, theirs) for word in text.split() if word not in both] == []


def test_both_texts_together() -> None:
    mine = "Three logins, four on Ward 7. Ana keeps a card."
    assert versions.together(mine, "Three logins. It takes six minutes.") == (
        "Three logins, four on Ward 7. Ana keeps a card. logins. It takes six minutes."
    )
    assert versions.together("One. Two. ", "One. Three.") == "One. Two. Three."
