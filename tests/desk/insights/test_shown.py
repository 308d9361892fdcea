"""How much of what comes again is shown at first, and where the rest is."""

from __future__ import annotations

from desk.insights.again import Said, Theme
from desk.insights.shown import BEHIND, TIMES, part
from tests.candidacy.cast import on


def theme(word: str, times: int = 2) -> Theme:
    said = [Said(key, f"The {word}", "Harbour & Pine", "Ruth", on("2026-11-02")) for key in range(times)]
    return Theme(word, tuple(said))


def themes(number: int) -> list[Theme]:
    return [theme(f"word {n}") for n in range(number)]


def test_a_few_stand_open_and_the_rest_behind_a_click() -> None:
    seen = part(themes(3 + BEHIND), 3, everything=False)
    assert [one.of.word for one in seen.open] == ["word 0", "word 1", "word 2"]
    assert (len(seen.behind), seen.left) == (BEHIND, 0)


def test_very_many_are_on_a_page_of_their_own() -> None:
    seen = part(themes(4 + BEHIND), 3, everything=False)
    assert (len(seen.open), seen.behind, seen.left) == (3, (), BEHIND + 1)
    whole = part(themes(4 + BEHIND), 3, everything=True)
    assert (len(whole.open), whole.behind, whole.left) == (4 + BEHIND, (), 0)


def test_of_each_the_latest_times() -> None:
    (seen,) = part([theme("rota", TIMES + 2)], 3, everything=False).open
    assert [one.key for one in seen.times] == list(range(TIMES))
    assert seen.earlier == 2
    (whole,) = part([theme("rota", TIMES + 2)], 3, everything=True).open
    assert (len(whole.times), whole.earlier) == (TIMES + 2, 0)
