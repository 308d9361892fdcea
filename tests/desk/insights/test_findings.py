"""Headlines say what is so, whatever the numbers, and only count where there are few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.insights.board import AtStage
from desk.insights.findings import (
    funnel_words,
    late_words,
    of_funnel,
    of_questions,
    of_replies,
    of_stages,
    of_thanks,
    of_worries,
    size,
    stage_words,
)
from desk.insights.funnel import Funnel

NORMAL = "Silence is normal until day seven, then it rarely breaks by itself"


class TestReplies:
    @pytest.mark.parametrize(
        ("days", "passed", "says"),
        [
            ([], 0, "No reply to count yet"),
            ([3], 0, "1 reply so far"),
            ([9] * 8, 8, "8 replies so far"),
            ([3] * 9, 0, "9 replies so far"),
            ([0] * 10, 0, "Every unprompted reply came by working day seven"),
            # The prototype’s numbers: 29 replies, 5 of them late, beside 22 waits that went on.
            ([1] * 4 + [3] * 9 + [5] * 7 + [7] * 4 + [9] * 3 + [12, 20], 27, NORMAL),
            # As many late, but nothing else went on so long: then silence does break by itself.
            (
                [1] * 4 + [3] * 9 + [5] * 7 + [7] * 4 + [9] * 3 + [12, 20],
                5,
                "Few unprompted replies came after working day seven",
            ),
            # Nobody waited longer than a day: silence is not normal here.
            ([0] * 9 + [9], 20, "Few unprompted replies came after working day seven"),
            ([5] * 7 + [8] * 3, 3, "Most unprompted replies came by working day seven"),
            ([5] * 5 + [8] * 5, 5, "At least half of the unprompted replies came after working day seven"),
        ],
    )
    def test_the_headline(self, days: list[int], passed: int, says: str) -> None:
        assert of_replies(days, 7, passed) == says

    @given(st.lists(st.integers(0, 40), min_size=10), st.integers(1, 30), st.integers(0, 40))
    def test_it_is_true_of_any_numbers(self, days: list[int], line: int, more: int) -> None:
        late = sum(n > line for n in days)
        says = of_replies(days, line, late + more)
        if says.startswith("Every"):
            assert max(days) <= line
        elif says.startswith("Silence"):
            assert sum(n > line / 2 for n in days) * 4 >= len(days)
            assert late * 3 <= late + more
        elif says.startswith("Few"):
            assert 0 < late <= len(days) / 5
        elif says.startswith("Most"):
            assert late < len(days) / 2
        else:
            assert says.startswith("At least half")
            assert late >= len(days) / 2

    def test_its_numbers(self) -> None:
        assert late_words([3, 9], 7) == (
            "1 of 2 unprompted replies came later than seven working days. "
            "That is where your nudge line after an interview sits."
        )


class TestTheFunnel:
    @pytest.mark.parametrize(
        ("seen", "says"),
        [
            (Funnel((1, 0, 0, 0, 0)), "1 candidacy so far"),
            (Funnel((9, 9, 9, 9, 9), 9, 9), "9 candidacies so far"),
            (Funnel((31, 19, 14, 6, 1), 14, 12), "Most of the funnel is lost before anyone meets you"),
            # What has not ended is not lost.
            (Funnel((31, 10, 5, 2, 0), 2, 2), "Fewer than half of your applications have been answered"),
            (Funnel((31, 20, 14, 2, 0), 2, 2), "Fewer than half of your applications have led to a talk"),
            (
                Funnel((31, 20, 16, 8, 0), 20, 10),
                "At least half of the candidacies with a talk came to a final round",
            ),
            (Funnel((31, 20, 16, 7, 0)), "At least half of your applications have led to a talk"),
        ],
    )
    def test_the_headline(self, seen: Funnel, says: str) -> None:
        assert of_funnel(seen) == says

    @given(st.lists(st.integers(0, 60), min_size=5, max_size=5), st.integers(0, 60), st.integers(0, 60))
    def test_it_is_true_of_any_numbers(self, counts: list[int], lost: int, before: int) -> None:
        applied, heard, met, final, offer = sorted(counts, reverse=True)
        seen = Funnel((applied, heard, met, final, offer), lost, min(before, lost))
        says = of_funnel(seen)
        if applied < 10:
            assert says.endswith("so far")
        elif says.startswith("Most"):
            assert seen.lost_before_meeting > lost / 2
        elif says.endswith("been answered"):
            assert heard < applied / 2
        elif says.startswith("Fewer"):
            assert met < applied / 2
        elif says.endswith("final round"):
            assert final >= met / 2
        else:
            assert met >= applied / 2

    @pytest.mark.parametrize(
        ("reached", "says"),
        [
            ((31, 19, 14, 6, 1), "Once you are in the room, six of 14 reach a final."),
            ((31, 19, 3, 1, 0), "Once you are in the room, one of three reaches a final."),
            ((31, 19, 3, 0, 0), "Of three candidacies with a talk, none has come to a final yet."),
            ((4, 3, 1, 0, 0), "The one candidacy with a talk has not come to a final yet."),
            ((31, 1, 0, 0, 0), "1 of 31 has been answered, and no talk is recorded."),
            ((31, 0, 0, 0, 0), "0 of 31 have been answered, and no talk is recorded."),
        ],
    )
    def test_its_numbers(self, reached: tuple[int, ...], says: str) -> None:
        assert funnel_words(Funnel(reached)) == says


def stages(*rows: tuple[int, int, int, int, int]) -> list[AtStage]:
    return [
        AtStage(after, *row) for after, row in zip(("applied", "interviewed", "final"), rows, strict=True)
    ]


# The prototype’s numbers.
DRAWN = stages((17, 2, 12, 5, 2), (9, 2, 3, 3, 2), (3, 1, 2, 1, 1))
NONE = (0, 0, 0, 0, 0)


class TestStages:
    @pytest.mark.parametrize(
        ("rows", "says"),
        [
            (DRAWN, "Nudges have been answered at every stage"),
            (stages((4, 1, 0, 1, 1), (1, 1, 0, 1, 1), (0, 1, 1, 1, 1)), "9 waits so far"),
            (stages((20, 1, 2, 9, 4), NONE, NONE), "4 of 9 nudges got an answer"),
            (stages((20, 1, 2, 1, 1), NONE, NONE), "1 of 1 nudge got an answer"),
            (stages((20, 0, 2, 0, 0), NONE, NONE), "What became of each wait"),
            (stages((20, 6, 2, 10, 6), NONE, NONE), "More than half of your nudges were answered"),
            (stages((20, 5, 2, 10, 5), NONE, NONE), "At least half of your nudges were not answered"),
        ],
    )
    def test_the_headline(self, rows: list[AtStage], says: str) -> None:
        assert of_stages(rows) == says

    def test_its_numbers(self) -> None:
        assert stage_words(DRAWN) == [
            "After applying, 2 of 5 were answered.",
            "After an interview, 2 of 3.",
            "After a final round, 1 of 1.",
            "Too few to call, enough to keep writing.",
        ]
        assert stage_words(stages((9, 0, 9, 2, 0), NONE, NONE))[-1] == "Too few to call."
        assert stage_words(stages((9, 0, 9, 12, 0), NONE, NONE)) == ["After applying, 0 of 12 were answered."]
        assert stage_words(stages(NONE, NONE, NONE)) == ["No nudge has had its time yet."]


@pytest.mark.parametrize(
    ("within", "number", "says"),
    [
        (0, 0, "No thank-you to count yet"),
        (1, 1, "1 thank-you so far"),
        (9, 9, "9 thank-yous so far"),
        (10, 10, "Every thank-you left within a day"),
        (6, 10, "Most thank-yous left within a day"),
        (5, 10, "At least half of the thank-yous took longer than a day"),
    ],
)
def test_thank_yous(within: int, number: int, says: str) -> None:
    assert of_thanks(within, number) == says


def test_few_candidacies_are_hints() -> None:
    assert size(31) == "31 candidacies is a small number, so read these as hints."
    assert size(1) == "1 candidacy is a small number, so read these as hints."
    assert size(100) == "100 candidacies."


def test_nothing_again_is_said_too() -> None:
    assert of_questions([]) == "No question has come from two companies yet"
    assert of_worries([]) == "No worry has come up at two companies yet"
