"""Three letters to one panel, laid side by side: Helen, Kofi and Ana compare what they got."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.material import NoteText
from letters.passages import Laid
from letters.passround import Link, Round, lay

MASKED = frozenset(
    {"lumen", "health", "helen", "marsh", "kofi", "mensah", "ana", "ferreira", "ines", "moreau"}
)
GONE = datetime(2026, 9, 8, 8, 40, tzinfo=UTC)
ONE_WARD = NoteText("i1", "idea", "Start with one ward for two weeks and measure a single interval", "helen")
TIMES = NoteText("i2", "idea", "Use the times that pharmacy already stamps on each bag", "ana")

HELEN = Laid(
    1,
    "helen",
    "Dr Helen Marsh",
    "Helen",
    """Dear Dr Marsh,

Thank you for taking me past the discharge lounge. Eleven people waiting made your point better than a slide.

If I joined, I would start with one ward for two weeks and measure a single interval. The times that pharmacy
stamps on each bag would do.

I really enjoyed learning more about the team.

Warm regards,
Ines Moreau""",
)
KOFI = Laid(
    2,
    "kofi",
    "Kofi Mensah",
    "Kofi",
    """Dear Kofi,

Thank you for drawing the integration map. I have kept it: four systems and eleven arrows.

My instinct is to start with one ward for two weeks and measure before buying.

Good luck with the go-live. I really enjoyed learning more about the team.

Warm regards,
Ines Moreau""",
    sent_at=GONE,
)
ANA = Laid(
    3,
    "ana",
    "Ana Ferreira",
    "Ana",
    """Dear Ana,

Three logins before the first patient is the line I took home.

The first step should cost a nurse nothing: pharmacy has stamped the times on each bag for years.

Warm regards,
Ines Moreau""",
)
APART = replace(ANA, text="Dear Ana,\n\nYour whiteboard is never down.\n\nWarm regards,\nInes Moreau")


def laid(*letters: Laid) -> Round:
    return lay(letters, [ONE_WARD, TIMES], MASKED, "Warm regards")


def found(round_: Round) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(f"{p.first.called} and {p.second.called}", p.kind, p.texts) for p in round_.passages]


def test_the_same_words_and_the_same_ideas_are_found() -> None:
    assert found(laid(HELEN, KOFI, ANA)) == [
        ("Helen and Kofi", "same words and idea", ("start with one ward for two weeks and measure",)),
        ("Helen and Kofi", "same words", ("I really enjoyed learning more about the team",)),
        (
            "Helen and Ana",
            "same idea",
            (
                "The times that pharmacy stamps on each bag",
                "pharmacy has stamped the times on each bag",
            ),
        ),
    ]


def test_each_pair_is_told_in_plain_words() -> None:
    assert [
        (f"{p.first.called} and {p.second.called}", p.say, p.figure) for p in laid(HELEN, KOFI, ANA).pairs
    ] == [
        (
            "Helen and Kofi",
            "The same thought, partly in the same words.",
            "17 words in two runs and one note used twice. Anyone would notice.",
        ),
        (
            "Helen and Ana",
            "The same idea, told differently.",
            "One note used twice. A careful reader would notice.",
        ),
        ("Kofi and Ana", "Two different letters. Nothing in common but your name.", "Nothing to change."),
    ]


def test_the_heading_names_the_letter_that_sounds_like_the_others() -> None:
    round_ = laid(HELEN, KOFI, ANA)
    assert round_.heading == "Helen’s letter sounds like the other two"
    assert round_.lede == (
        "Panels pass letters round. This is what Helen, Kofi and Ana would see. "
        "Kofi’s has gone, so Helen’s is the one to change."
    )


@pytest.mark.parametrize(
    ("letters", "heading"),
    [
        ((), "No letters yet"),
        ((HELEN,), "Nothing to compare yet"),
        ((HELEN, APART), "Two letters, each of its own"),
        ((HELEN, KOFI), "Helen’s and Kofi’s letters sound alike"),
        ((HELEN, KOFI, APART), "Helen’s and Kofi’s letters sound alike"),
    ],
)
def test_other_headings(letters: tuple[Laid, ...], heading: str) -> None:
    assert laid(*letters).heading == heading


def test_the_cure_spares_what_has_gone_and_leaves_an_idea_where_it_came_from() -> None:
    assert [p.cure for p in laid(HELEN, KOFI, ANA).passages] == [
        "Give Helen another idea.",
        "Say it another way in Helen’s letter, or cut it there.",
        "It is from your talk with Ana: leave it there, and give Helen another.",
    ]
    gone = [replace(one, sent_at=GONE) for one in (HELEN, KOFI)]
    assert {p.cure for p in laid(*gone).passages} == {"Both have gone. Say it in new words next time."}


def test_two_letters_to_one_person_are_no_pair() -> None:
    nudge = replace(HELEN, key=4)
    assert laid(HELEN, nudge).pairs == ()


def test_where_pairs_are_many_only_those_that_share_get_a_card() -> None:
    more = [replace(APART, key=10 + n, to=f"p{n}", text=f"Dear P,\n\nWord{n} word{n}.") for n in range(2)]
    round_ = laid(HELEN, KOFI, *more)
    assert [pair.slug for pair in round_.shown] == ["1-2"]
    assert round_.rest == "The other five have nothing in common but your name."
    assert laid(HELEN, APART).rest == ""
    assert laid(APART, *more, replace(APART, key=20, to="q")).rest == (
        "The other five have nothing in common but your name."
    )


def test_names_company_and_salutation_are_not_shared_words() -> None:
    one = replace(HELEN, text="Dear Dr Marsh,\n\nLumen Health Helen Marsh Kofi Mensah Ana Ferreira.")
    two = replace(KOFI, text="Dear Dr Marsh,\n\nLumen Health Helen Marsh Kofi Mensah Ana Ferreira.")
    assert laid(one, two).passages == ()


def test_the_stretches_are_the_letter_and_end_where_a_number_stands() -> None:
    round_ = laid(HELEN, KOFI, ANA)
    for letter in round_.letters:
        assert "".join(one.text for one in round_.stretches(letter)) == letter.text
    assert [(s.text, s.marks, s.anchor, s.links) for s in round_.stretches(KOFI) if s.marks] == [
        (
            "start with one ward for two weeks and measure",
            "w s",
            "l2-1",
            (Link(1, "same words and idea", "Helen", "l1-1"),),
        ),
        (
            "I really enjoyed learning more about the team",
            "w",
            "l2-2",
            (Link(2, "same words", "Helen", "l1-2"),),
        ),
    ]


def test_what_is_not_of_the_chosen_pair_is_told_apart() -> None:
    round_ = laid(HELEN, KOFI, ANA)
    chosen = round_.pair("1-3")
    assert [one.marks for one in round_.stretches(KOFI, chosen) if one.marks] == ["w s off", "w off"]
    assert [one.marks for one in round_.stretches(ANA, chosen) if one.marks] == ["s"]


@given(st.text(), st.text())
def test_any_two_texts_can_be_laid_side_by_side(one: str, two: str) -> None:
    round_ = laid(replace(HELEN, text=one), replace(KOFI, text=two))
    for letter in round_.letters:
        assert "".join(stretch.text for stretch in round_.stretches(letter)) == letter.text


def test_a_letter_beside_its_own_copy_is_one_long_run() -> None:
    (pair,) = laid(HELEN, replace(KOFI, text=HELEN.text)).pairs
    assert pair.alike.share == 1.0
    assert pair.figure.endswith("Anyone would notice.")


def test_the_passages_are_numbered_as_their_links_are() -> None:
    round_ = laid(HELEN, KOFI, ANA)
    assert round_.numbered == tuple(zip((1, 2, 3), round_.passages, strict=True))
    links = {link.number for one in round_.letters for s in round_.stretches(one) for link in s.links}
    assert links == {1, 2, 3}


def test_the_same_letters_are_laid_once_and_any_others_anew() -> None:
    first = laid(HELEN, KOFI)
    assert laid(HELEN, replace(KOFI)) is first
    others = [
        laid(HELEN, replace(KOFI, text=f"{KOFI.text} And more.")),
        laid(HELEN, replace(KOFI, called="Mr Mensah")),
        laid(HELEN, replace(KOFI, sent_at=None)),
        lay([HELEN, KOFI], [ONE_WARD], MASKED, "Warm regards"),
        lay([HELEN, KOFI], [ONE_WARD, TIMES], MASKED | {"ward"}, "Warm regards"),
        lay([HELEN, KOFI], [ONE_WARD, TIMES], MASKED, "Cheers"),
    ]
    assert [one is first for one in others] == [False] * 6
    assert others[0].letters[1].text.endswith("And more.")
