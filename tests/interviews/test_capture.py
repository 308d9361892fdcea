"""Lines into notes: whatever is edited, no line is lost or doubled, and an unchanged line keeps its note."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.capture import lines_of, merge, nothing_lost, one_line, shared_words

LOGINS, BOARD, CALLS = (
    "Three logins before the first patient",
    "Ward 7 loves its whiteboard",
    "Nobody calls back",
)
STORED = [(1, LOGINS), (2, BOARD), (3, CALLS)]


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("one\r\ntwo\rthree\n", ["one", "two", "three"]),
        ("- one\n* two\n• three\n– four\n\n   \n", ["one", "two", "three", "four"]),
        ("\t- one\n\t\ttwo\t", ["one", "two"]),
        ("1. one\n2) two\n3. three", ["one", "two", "three"]),
        ("7. November is the day", ["7. November is the day"]),
        (
            "3 logins before the first patient\n2.5 days lost",
            ["3 logins before the first patient", "2.5 days lost"],
        ),
        ("-5 degrees in the depot", ["-5 degrees in the depot"]),
        ("— a dash first\n-no space", ["a dash first", "-no space"]),
        ("👩‍⚕️ nurses first 🙂", ["👩‍⚕️ nurses first 🙂"]),
        ("", []),
        ("é" * 500_000, ["é" * 500_000]),
    ],
)
def test_one_thing_per_line(typed: str, lines: list[str]) -> None:
    assert lines_of(typed) == lines


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        ([LOGINS, BOARD, CALLS], [1, 2, 3]),
        ([CALLS, LOGINS, BOARD], [3, 1, 2]),
        (["Four logins before the first patient", BOARD, CALLS], [1, 2, 3]),
        ([LOGINS, "A new thing", BOARD, CALLS], [1, None, 2, 3]),
        ([BOARD], [2]),
        ([f"{CALLS}, not even the porters, says Ana, and that has been so for years"], [3]),
        (["Three logins"], [1]),
        ([], []),
        (["Paper is quicker than any screen"], [None]),
    ],
)
def test_an_edited_line_stays_its_note(lines: list[str], keys: list[int | None]) -> None:
    merged = merge(STORED, lines)
    assert [key for key, _ in merged.order] == keys
    assert [line for _, line in merged.order] == lines
    assert merged.dropped == tuple(key for key, _ in STORED if key not in keys)


def test_the_likest_line_wins_wherever_it_stands() -> None:
    stored = [(1, "Rotas are late on Mondays"), (2, "Rotas are late")]
    assert merge(stored, ["Rotas are late again", "Rotas are late on Mondays."]).kept == (
        (2, "Rotas are late again"),
        (1, "Rotas are late on Mondays."),
    )


def test_twice_the_same_line_is_two_notes() -> None:
    assert merge([(1, "same"), (2, "same")], ["same", "same", "same"]).order == (
        (1, "same"),
        (2, "same"),
        (None, "same"),
    )


def test_a_split_line_says_which_note_it_was_part_of() -> None:
    merged = merge([(1, f"{LOGINS}; {BOARD}; {CALLS}")], [LOGINS, BOARD, CALLS])
    (place,) = [place for place, (key, _) in enumerate(merged.order) if key == 1]
    assert merged.split_from == {other: 1 for other in range(3) if other != place}


def test_joined_lines_say_whose_line_they_went_to() -> None:
    merged = merge(STORED, [f"{LOGINS}, and {BOARD}", CALLS])
    assert merged.kept == ((1, f"{LOGINS}, and {BOARD}"), (3, CALLS))
    assert merged.joined_to == {2: 1}


def test_a_note_of_several_lines_is_shown_as_one_and_stays_itself() -> None:
    assert merge([(1, "Three logins\nbefore  breakfast")], ["Three logins before breakfast"]).order == (
        (1, "Three logins before breakfast"),
    )


def test_thousands_of_lines_are_no_trouble() -> None:
    stored = [(key, f"line {key} of many things") for key in range(3000)]
    lines = [f"line {key} of many things, changed" for key in range(3000)]
    assert [key for key, _ in merge(stored, lines).order] == list(range(3000))


WORDS = st.text(st.sampled_from("ab é🙂"), min_size=1, max_size=14).map(one_line).filter(bool)
LINES = st.lists(WORDS, max_size=8)


@given(LINES, LINES)
def test_no_line_lost_none_doubled_order_kept(before: list[str], after: list[str]) -> None:
    merged = merge(list(enumerate(before)), after)
    assert [line for _, line in merged.order] == after
    keys = [key for key, _ in merged.kept]
    assert sorted([*keys, *merged.dropped]) == list(range(len(before)))
    unchanged = Counter(before) & Counter(after)
    assert Counter(line for key, line in merged.kept if before[key] == line) == unchanged
    assert set(merged.joined_to) <= set(merged.dropped)
    assert all(after[place] in merged.new for place in merged.split_from)


@given(st.data(), LINES)
def test_reordering_keeps_every_note(data: st.DataObject, before: list[str]) -> None:
    after = data.draw(st.permutations(before))
    merged = merge(list(enumerate(before)), after)
    assert (merged.new, merged.dropped) == ((), ())
    assert [before[key] for key, _ in merged.kept] == after


@given(st.lists(WORDS, min_size=1, max_size=6, unique=True), st.integers(0, 5), WORDS)
def test_typing_on_at_one_line_keeps_every_note(before: list[str], place: int, more: str) -> None:
    place %= len(before)
    after = [*before]
    after[place] += f" {more}"
    if len(set(after)) < len(after):
        return
    assert [key for key, _ in merge(list(enumerate(before)), after).order] == list(range(len(before)))


@given(st.text())
def test_lines_read_again_are_the_same_lines(text: str) -> None:
    once = lines_of(text)
    assert [line for line in lines_of("\n".join(once)) if line not in once] == [] or any(
        line[:1].isdigit() or line[:1] in "-*•·‣–—" for line in once
    )


def test_nothing_is_lost_where_lines_only_grew() -> None:
    assert nothing_lost(["Three log", "Ward 7"], ["Ward 7 loves paper", "Three logins"])
    assert not nothing_lost(["Three log", "Ward 7"], ["Three logins"])


def test_words_that_tie_an_idea_to_its_challenge() -> None:
    assert shared_words("A trial of one login per ward", "Three logins before the ward round") == 2
    assert shared_words("I could start", "Nobody calls back") == 0
