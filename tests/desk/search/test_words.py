"""How words are read: capitals, accents, stems, and scripts without spaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.search.asking import MOST_TERMS, Term, terms
from desk.search.index import Document, moment_of, place, record_of, since, source_of
from desk.search.quoting import AFTER, BEFORE, marked, quoted
from desk.search.words import joined, pieces, stem, words
from tests.desk.search.cast import at


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("José Wójcik, ŁÓDŹ", ["jose", "wojcik", "lodz"]),
        ("Straße Œuvre Ærø İstanbul Đorđe", ["strasse", "oeuvre", "aero", "istanbul", "dorde"]),
        ("Jose\u0301 soft\u00adware", ["jose", "software"]),
        ("O’Brien's part-time, 3.5", ["o", "brien", "s", "part", "time", "3", "5"]),
        ("ruth@harbour.example x_y", ["ruth", "harbour", "example", "x", "y"]),
        ("Ночная ёлка", ["ночная", "елка"]),
        ("रात की पाली", ["रात", "की", "पाली"]),
        ("夜班在 ガ", ["夜", "班", "在", "カ", "\u3099"]),
        ("👍 ok", ["👍", "ok"]),
        ("\x00 \ud800 -*\"'()", []),
    ],
)
def test_words_are_folded(text: str, read: list[str]) -> None:
    assert words(text) == read


def test_forms_of_an_english_word_have_one_stem() -> None:
    assert {stem(word) for word in ("shift", "shifts", "shifted", "shifting")} == {"shift"}
    assert stem("ночная") == "ночная"


def test_what_a_sign_joins_is_known_in_one_piece_too() -> None:
    assert joined("O’Brien works part-time - alone") == {"obrien", "parttime"}


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("night sh", [Term(("night",)), Term(("sh",), unfinished=True)]),
        ('"night shift" lo', [Term(("night", "shift"), quoted=True), Term(("lo",), unfinished=True)]),
        ("say “the night”", [Term(("say",)), Term(("the", "night"), quoted=True)]),
        ('"the ni', [Term(("the", "ni"), quoted=True, unfinished=True)]),
        ("part-time", [Term(("part", "time"), unfinished=True)]),
        ("night NIGHT Night", [Term(("night",), unfinished=True)]),
        (
            "a -b OR NEAR(c*",
            [Term(("a",)), Term(("b",)), Term(("or",)), Term(("near", "c"), unfinished=True)],
        ),
        ('" - * \x00 \ud800', []),
        ("", []),
    ],
)
def test_nothing_that_is_typed_is_an_operator(typed: str, asked: list[Term]) -> None:
    assert list(terms(typed)) == asked


def test_of_a_book_that_is_pasted_a_few_words_are_asked_for() -> None:
    assert len(terms("one two " * 200_000)) == 2
    assert len(terms(" ".join(f"word{n}" for n in range(1000)))) == MOST_TERMS


@given(st.text(max_size=60))
def test_the_pieces_of_a_text_are_its_words(text: str) -> None:
    assert [word for _, _, word in pieces(text)] == words(text)


@given(st.text(max_size=400), st.text(max_size=40))
def test_a_quotation_is_of_the_text_and_not_long(text: str, typed: str) -> None:
    parts = quoted(text, terms(typed))
    if parts is not None:
        said = "".join(parts)
        assert said.removeprefix("…").removesuffix("…") in text
        assert len(said) <= BEFORE + 2 * AFTER + 3
        assert len(parts) % 2 == 1
        assert len(parts) > 1
    assert "".join(marked(text, terms(typed))) == text


LONG = "It was a long day, and nobody had slept. " * 5


@pytest.mark.parametrize(
    ("text", "typed", "parts"),
    [
        (
            "One thing. The Night-shifts lose it! More.",
            "night shift",
            ["The ", "Night", "-", "shifts", " lose it!"],
        ),
        ("A line\nthe cold store\nanother", '"cold sto', ["the ", "cold store", ""]),
        ("Night and day. The night shift.", "night shift", ["The ", "night shift", "."]),
        ("Ask José.", "jose", ["Ask ", "José", "."]),
        ("Ask O’Brien.", "obrien", ["Ask ", "O’Brien", "."]),
        ("We hired O’Brien’s brother", "o'brien", ["We hired ", "O’Brien", "’s brother"]),
        ("夜班在凌晨", "凌晨", ["夜班在", "凌晨", ""]),
        ("the cold store", '"the store"', None),
        (LONG, "night", None),
    ],
)
def test_the_sentence_with_what_was_asked(text: str, typed: str, parts: list[str] | None) -> None:
    assert quoted(text, terms(typed)) == parts


def test_a_long_sentence_is_cut_around_the_find() -> None:
    parts = quoted("word " * 100 + "here it is " + "word " * 100, terms("here"))
    assert parts is not None
    assert parts[0].startswith("…word")
    assert parts[1] == "here"
    assert parts[2].endswith("word…")


def test_a_place_says_what_it_is_of() -> None:
    earlier, later = place(3, at("2026-11-03T10:00"), 9), place(3, at("2026-11-03T10:01"), 2)
    assert earlier < later
    assert (source_of(earlier), record_of(earlier)) == (3, 9)
    assert moment_of(place(5, at("2026-11-03T10:00"), 9)) == moment_of(earlier)
    first, last = since(3, None)
    assert first <= earlier < later <= last
    assert since(3, at("2026-11-03T10:01"))[0] > earlier
    assert place(7, at("2200-12-31T23:59"), 2**32 - 1) < 2**63


def test_of_a_text_without_end_a_part_is_kept() -> None:
    endless = Document(3, 1, at("2026-11-03T10:00"), (" ".join(f"wörd{n}" for n in range(200_000)),))
    assert len(" ".join(endless.words).encode()) <= 300_000
    assert "word5000" in endless.words
