"""The words of English, held in little memory, are those of pyspellchecker and are found as it finds them."""

from __future__ import annotations

import random

import pytest
from spellchecker import SpellChecker

from letters.review import spelling
from letters.review.wordlist import WordList


@pytest.fixture(scope="module")
def theirs() -> SpellChecker:
    return SpellChecker(distance=1)


def test_every_word_is_there_as_often(theirs: SpellChecker) -> None:
    ours = spelling._dictionary()
    assert {word: ours.count(word) for word in theirs if word in ours} == dict(theirs.word_frequency.items())
    assert (ours.count("recieve"), "recieve" in ours, "" in ours, "re" in ours) == (0, False, False, True)


def test_the_same_words_are_a_slip_away(theirs: SpellChecker) -> None:
    dice = random.Random(7)
    words = dice.sample(sorted(theirs), 60)
    slips = [word[:1] + dice.choice("eaé'") + word[1:] for word in words]
    for word in [*words, *slips, "recieving", "x", "", "naïve"]:
        found = spelling._dictionary().one_slip_from(word)
        assert found == sorted(theirs.known(theirs.edit_distance_1(word)))


def test_a_word_that_is_none_gets_the_commonest_as_a_suggestion(theirs: SpellChecker) -> None:
    for word in ("recieving", "tommorow", "zzyzx", "Reciept", "house", "hte"):
        near = sorted(one for one in theirs.candidates(word.lower()) or () if one != word.lower())
        assert spelling.suggestion(word) == max(near, key=lambda one: theirs[one], default="")


def test_a_word_is_not_taken_for_the_beginning_of_another() -> None:
    words = WordList([("con", "7"), ("cone", "5"), ("cones", "50"), ("dog", "1")])
    assert [word in words for word in ("con", "cone", "co", "cones", "one", "dogs")] == [
        True, True, False, True, False, False,
    ]  # fmt: skip
    assert (words.count("cone"), words.one_slip_from("cone")) == (5, ["con", "cone", "cones"])
