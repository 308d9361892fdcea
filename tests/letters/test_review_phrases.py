"""The wordings and the pairs of letters that the rules were measured on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from letters.review import Level, review
from letters.review.originality import resemblance
from tests.letters.cast import letter, material

DATA = Path(__file__).parents[1] / "data"
PHRASES = json.loads((DATA / "phrases.json").read_text())["examples"]
PAIRS = json.loads((DATA / "letter_pairs.json").read_text())["pairs"]
# The families of the examples and the checks they are for.
CHECKS = {
    "block_always": {"placeholder"},
    "guilt_or_pressure": {"guilt"},
    "empty_nudge": {"empty_nudge"},
    "apology": {"apology"},
    "cliche": {"worn_phrases"},
    "hedge": {"hedges"},
    "not_in_a_letter": {"exclamation", "emoji", "off_topic"},
}


def levels(text: str, kind: str, **changes: Any) -> dict[str, Level]:
    return {check.id: check.level for check in review(text, material(kind=kind, **changes))}


@pytest.mark.parametrize("example", PHRASES, ids=lambda one: one["text"])
def test_the_example_wordings(example: dict[str, Any]) -> None:
    # A single hedge is no fault: three are.
    text = " ".join([example["text"]] * 3) if "hedge" in example["expect"] else example["text"]
    found = levels(text if text.startswith("Dear") else f"Dear Miriam,\n{text}", "nudge")
    watched = set().union(*CHECKS.values())
    faults = {name for name, level in found.items() if level != "ok"} & watched
    wanted = [CHECKS[family] for family in example["expect"]]
    if text != example["text"]:
        faults -= {"worn_phrases"} if "cliche" not in example["expect"] else set()
    assert all(faults & family for family in wanted)
    assert not faults - set().union(*wanted)


@pytest.mark.parametrize("kind", ["nudge", "second_nudge", "closing", "thank_you", "free"])
def test_pressure_stops_letters_after_silence_only(kind: str) -> None:
    level = levels("Dear Miriam,\nI haven’t heard back from you.", kind)["guilt"]
    assert level == ("look" if kind in ("thank_you", "free") else "stop")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda one: one["id"])
def test_the_measured_pairs(pair: dict[str, Any]) -> None:
    other = letter("Oskar", body=pair["a"])
    found = levels(pair["b"], "thank_you", letters=(other,))
    stopped = {name for name in ("shared_words", "shared_run", "same_note") if found[name] == "stop"}
    if pair["expected"] == "pass":
        assert {found["shared_words"], found["shared_run"], found["same_note"]} == {"ok"}
    elif pair["expected"] == "block":
        assert {"shared_words", "shared_run"} <= stopped
    else:
        assert stopped == {"same_note"}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda one: one["id"])
def test_resemblance_is_as_measured(pair: dict[str, Any]) -> None:
    first, second = (text.split("\n", 1)[1].rsplit("\n", 2)[0] for text in (pair["a"], pair["b"]))
    alike = resemblance(first, second, frozenset())
    measured = pair["measured"]
    assert round(alike.share, 3) == measured["w3cont"]
    assert alike.longest == (measured["run"] if measured["run"] > 2 else 0)
