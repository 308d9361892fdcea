"""Where in the text a finding points: at the phrase where a phrase is meant, else at the sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from letters.material import NoteText
from letters.review import review
from letters.review.playback import played_back
from letters.suggesting import telling_part
from tests.letters.cast import KEYS, letter, material

MIRIAM = KEYS["Miriam"]
OPENING = "Dear Miriam,\n\n"
CLOSE = "\n\nKind regards,\nDana"


def note(kind: str, text: str, **more: str) -> NoteText:
    return NoteText("n", kind, text, MIRIAM, **{"by": MIRIAM, **more})


def marked(text: str, check: str, *notes: NoteText, kind: str = "thank_you", **more: object) -> list[str]:
    """The words that a check marks in a letter to Miriam."""
    known = replace(material("Miriam", kind), notes=notes, **more)  # type: ignore[arg-type]  # fields of the dataclass
    whole = f"{OPENING}{text}{CLOSE}"
    found = next(one for one in review(whole, known, "Doors 9 and 12") if one.id == check)
    return [whole[a:b] for a, b in found.spans]


def lit(text: str, said: NoteText) -> list[str]:
    known = replace(material("Miriam"), notes=(said,))
    whole = f"{OPENING}{text}{CLOSE}"
    return [whole[a:b] for a, b in played_back(whole, known).get("n", ())]


@pytest.mark.parametrize(
    ("said", "text", "phrases"),
    [
        (
            "Discharges run out of mornings",
            "Thank you for the hour. You told me that discharges run out of mornings, and I believe it.",
            ["discharges run out of mornings"],
        ),
        (
            "A sceptical ward sister",
            "How would you win over a sceptical ward sister? It stays with me.",
            ["a sceptical ward sister"],
        ),
        (
            "Pallets are signed for by people who never saw them",
            "At the doors, as I heard it, pallets get signed for by somebody who never saw them at all.",
            ["pallets get signed for by somebody who never saw"],
        ),
    ],
)
def test_a_note_played_back_lights_up_its_words_and_not_the_sentence(
    said: str, text: str, phrases: list[str]
) -> None:
    assert lit(text, note("challenge", said)) == phrases


def test_a_note_in_two_places_of_one_sentence_lights_up_both() -> None:
    said = "The supermarket audits the cold chain; drivers wait four hours"
    text = (
        "The supermarket audits the cold chain, and so it goes on from there to the next town and the next, "
        "where drivers wait four hours."
    )
    assert lit(text, note("challenge", said)) == [
        "The supermarket audits the cold chain", "drivers wait four hours",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("check", "kind", "text", "phrases"),
    [
        ("guilt", "nudge", "I wrote a week ago, and I have not heard back from you.", ["I have not heard"]),
        (
            "apology", "nudge", "I am sorry to bother you again, but there is news.", ["sorry to bother you"],
        ),
        (
            "worn_phrases", "thank_you", "I believe I am a perfect fit for the work you described.",
            ["perfect fit"],
        ),
        (
            "colleague_quoted", "thank_you", "Oskar told me that the planning board is always red.",
            ["Oskar told me"],
        ),
        ("wrong_company", "thank_you", "I would love to work at Brightwater one day.", ["Brightwater"]),
    ],
)  # fmt: skip
def test_a_phrase_that_is_the_fault_is_marked_alone(
    check: str, kind: str, text: str, phrases: list[str]
) -> None:
    assert marked(text, check, kind=kind, other_companies=("Brightwater",)) == phrases


def test_a_sentence_that_runs_on_is_marked_whole() -> None:
    text = "It is " + "so very long and " * 12 + "done."
    assert marked(f"Short. {text}", "sentences") == [text]


def test_the_words_of_a_private_note_are_marked_and_quoted_alone() -> None:
    secret = note("fact", "The depot manager resigns in November", share="private")
    text = "Thank you for the hour. With the depot manager who resigns in November there will be much to do."
    assert marked(text, "private_note", secret) == ["the depot manager who resigns in November"]


def test_words_shared_with_another_letter_are_marked_alone() -> None:
    other = letter(
        "Oskar", "Dear Oskar,\n\nI would photograph each short pallet at door nine.\n\nRegards,\nDana"
    )
    text = "Maybe it is odd, but I would photograph each short pallet at door nine, and ask why."
    assert marked(text, "shared_run", letters=(other,)) == [
        "I would photograph each short pallet at door nine"
    ]


def test_the_earlier_letter_and_its_day_are_one_phrase() -> None:
    sent = letter("Miriam", "Dear Miriam,\n\nThank you.\n\nKind regards,\nDana", sent_at=material().now)
    day = f"{material().now.day} {material().now:%B}"
    found = marked(f"In my letter of {day} I had a thought.", "earlier_letter", kind="nudge", letters=(sent,))
    assert found == [f"my letter of {day}"]


def test_what_is_quoted_of_an_earlier_letter_is_its_idea_and_not_its_small_talk() -> None:
    body = (
        "Dear Miriam,\n\nI was glad to hear that you keep bees on the roof of the depot, that they gave "
        "forty jars in a wet year, and that the neighbours have stopped to complain about them since.\n\n"
        "If I joined, I would try a photo at door 9 for two weeks. It needs nobody’s leave.\n\n"
        "Kind regards,\nDana"
    )
    bees = note("detail", "Miriam keeps bees on the roof of the depot")
    idea = replace(note("idea", "a two-week trial at door 9 with a photo", by="me"), key="i")
    known = replace(material("Miriam", "nudge"), notes=(bees, idea))
    before, words, after = telling_part(letter("Miriam", body, notes=("n", "i")), known)
    assert (before, words, after) == (
        "If I joined, I would try ", "a photo at door 9 for two weeks", ". It needs nobody’s leave.",
    )  # fmt: skip
