"""How somebody writes, from the lines they wrote."""

from __future__ import annotations

import datetime as dt

import pytest

from interviews.manner import manner, sign_off

NOVEMBER = dt.date(2026, 11, 1)
GRACE = "Grace Okonkwo"


def lines(*texts: str) -> list[tuple[dt.date, str]]:
    return [(NOVEMBER + dt.timedelta(days=n), text) for n, text in enumerate(texts)]


def told(*texts: str) -> list[str]:
    return list(manner(GRACE, lines(*texts), NOVEMBER))


def test_how_often_they_wrote_and_what_they_wrote_last() -> None:
    assert told() == []
    assert told("Bring the plan.") == ["Wrote on 1 November: “Bring the plan.”"]
    assert told("Hello.", "Bring\nthe plan.") == ["Wrote twice, last on 2 November: “Bring the plan.”"]
    assert told("A", "B", "C") == ["Wrote 3 times, last on 3 November: “C”"]


def test_how_they_sign_off_is_said_too() -> None:
    assert told("See you on Thursday.\n\nGrace") == [
        "Wrote on 1 November: “See you on Thursday. Grace”",
        "Signs off as “Grace”",
    ]


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("See you.\nGrace", "Grace"),
        ("See you.\nG.", "G."),
        ("See you.\nG. Okonkwo", "G. Okonkwo"),
        ("Grace", ""),
        ("See you.\nBest, Grace", ""),
        ("See you.\nLiam", ""),
        ("See you.\n07700 900142", ""),
    ],
)
def test_a_sign_off_is_a_last_line_made_of_the_name(text: str, signed: str) -> None:
    assert sign_off(text, GRACE) == signed
