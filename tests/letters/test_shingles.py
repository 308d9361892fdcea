"""The runs of words that two texts share, held against reading both word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from letters.shingles import BLANK, SIZE, common_runs, longest, runs, share, words

MASKED = frozenset({"dana"})
# So few words that runs come again, overlap, and are blanks alone.
texts = st.lists(st.sampled_from(["one", "two", "Two,", "three", "Dana", "Dana’s"]), max_size=30).map(
    " ".join
)


def lengths(one: tuple[str, ...], two: tuple[str, ...], i: int) -> list[tuple[int, int]]:
    """For each place in the second text that has the run at `i`: how many words are the same from there."""
    found = []
    for j in range(len(two) - SIZE + 1):
        size = 0
        while one[i + size : i + size + 1] == two[j + size : j + size + 1] != ():
            size += 1
        if size >= SIZE and set(one[i : i + SIZE]) != {BLANK}:
            found.append((size, -j))
    return found


@given(texts, texts)
def test_each_common_run_is_the_longest_from_its_first_word(first: str, second: str) -> None:
    one, two = words(first, MASKED), words(second, MASKED)
    for i, j, size in common_runs(first, second, MASKED):
        assert (size, -j) == max(lengths(one, two, i))


@given(texts, texts)
def test_they_cover_every_run_of_three_that_both_have(first: str, second: str) -> None:
    one, two = words(first, MASKED), words(second, MASKED)
    covered = {
        at for i, _, size in common_runs(first, second, MASKED) for at in range(i, i + size - SIZE + 1)
    }
    assert covered >= {i for i in range(len(one) - SIZE + 1) if lengths(one, two, i)}
    assert bool(covered) is bool(share(first, second, MASKED)) is bool(longest(first, second, MASKED))


def test_names_alone_are_no_run() -> None:
    assert runs("Dana Dana’s Dana", MASKED) == frozenset()
    assert common_runs("Dana Dana Dana", "Dana Dana Dana", MASKED) == []
    assert common_runs("one Dana Dana", "one Dana Dana", MASKED) == [(0, 0, 3)]
