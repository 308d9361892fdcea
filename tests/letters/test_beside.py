"""What two letters share, each in its sentence: the composer's own check lays them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from letters import marks
from letters.material import NoteText
from letters.review import review
from tests.letters.cast import KEYS, letter, material
from tests.letters.story import cast, swap

if TYPE_CHECKING:
    from django.test import Client

    from letters.review.finding import Twin

TO_OSKAR = (
    "Dear Oskar,\n\nThe yard was loud.\n\nMy instinct is to start with one ward for two weeks\n"
    "and measure before buying. I learnt a good deal.\n\nKind regards,\nDana"
)
TO_MIRIAM = (
    "Dear Miriam,\n\nThank you for the hour. If I joined, I would start with one ward"
    " for two weeks and measure a single interval. More when we meet.\n\nKind regards,\nDana"
)
RUN = "start with one ward for two weeks and measure"


def twins(text: str, *notes: NoteText, there: str = TO_OSKAR) -> dict[str, tuple[str, tuple[Twin, ...]]]:
    """By check, how the other letter is called and what it has too."""
    known = material("Miriam", letters=(letter("Oskar", there),), other_notes=notes)
    checks = review(text, known, "Doors 9 and 12")
    return {one.id: (one.letter, one.twins) for one in marks.findings(text, checks, ()) if one.twins}


def test_the_words_stand_in_their_sentence_here_and_there_and_once() -> None:
    ((called, found),) = twins(TO_MIRIAM).values()
    assert called == "Oskar’s letter"
    assert [(one.here, one.there) for one in found] == [
        (
            ("If I joined, I would ", RUN, " a single interval."),
            ("My instinct is to ", RUN, " before buying."),
        )
    ]


def test_an_idea_in_other_words_is_laid_beside_its_telling() -> None:
    idea = NoteText("n", "idea", "Time one pallet at every dock door for a fortnight", KEYS["Miriam"])
    told_oskar = TO_OSKAR.replace(
        "The yard was loud.", "I would time a pallet at each dock door for a fortnight."
    )
    text = TO_MIRIAM.replace(RUN, "have a pallet timed, door by dock door, over a fortnight for")
    (found,) = twins(text, idea, there=told_oskar)["same_note"][1]
    assert found.here == (
        "If I joined, I would have ",
        "a pallet timed, door by dock door, over a fortnight",
        " for a single interval.",
    )
    assert found.there == ("I would ", "time a pallet at each dock door for a fortnight", ".")


def test_a_letter_of_its_own_is_laid_beside_none() -> None:
    assert twins(TO_MIRIAM.replace(RUN, "ask the night porters about")) == {}


@pytest.mark.django_db
def test_the_check_of_the_composer_shows_both(client: Client) -> None:
    story = cast()
    story.sent(to=story.tomasz, body=TO_OSKAR.replace("Oskar", "Tomasz"))
    body = TO_MIRIAM.replace("Miriam", "Ruth")
    page = swap(client, story.draft(body=body), body).text
    assert "See them side by side" in page
    assert f'<dd>If I joined, I would <mark class="x">{RUN}</mark> a single interval.</dd>' in page
    assert "<dt>Tomasz’s letter</dt>" in page
    assert f'<dd>My instinct is to <mark class="x">{RUN}</mark> before buying.</dd>' in page
    assert f'href="/companies/{story.candidacy.company_id}/letters/"' in page
