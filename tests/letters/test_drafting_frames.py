"""What letters are built around: frames, told apart in a text that stands."""

from __future__ import annotations

from letters.drafting.frames.seen import frames_in


def test_the_frames_of_a_letter_are_seen_in_its_text() -> None:
    letter = (
        "Many thanks for our talk yesterday.\n\n"
        "As you described it, belt 4 stops twice a shift. There I would begin with a tally sheet.\n\n"
        "Tell me where you see things differently."
    )
    assert frames_in(letter) == {
        "Many thanks for {l}{d}.",
        "As you described it, {c}.",
        "There I would begin with {n}.",
        "Tell me where you see things differently.",
    }


def test_a_frame_is_not_seen_in_one_that_says_more() -> None:
    assert frames_in("Thank you for telling me that you want the belts to run.") == {
        "Thank you for telling me that {c}."
    }


def test_words_of_ones_own_are_no_frame() -> None:
    assert frames_in("The belts have run for a week.\n\nWe never met, and that is a pity.") == frozenset()
