"""The checks of a letter as a terminal and other programs read them.

Pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from letters.drafting.words import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from letters.review.finding import Check

WORDS = {"stop": "Stop", "look": "Look again", "ok": "Done"}


def checks_as_json(checks: Sequence[Check]) -> list[dict[str, Any]]:
    """Each check in the words of the contract."""
    return [
        {
            "id": check.id,
            "level": check.level,
            "message": check.message,
            "spans": [list(span) for span in check.spans],
            "with": check.whose or None,
        }
        for check in checks
    ]


def review_as_json(checks: Sequence[Check]) -> dict[str, Any]:
    """All checks, and how many of them stop or ask for a look."""
    levels = [check.level for check in checks]
    return {"checks": checks_as_json(checks), "stops": levels.count("stop"), "looks": levels.count("look")}


def review_as_text(checks: Sequence[Check]) -> str:
    """How it stands, then what would hurt, what to look at, and what is well."""
    lines = [headline(checks), ""]
    for level, word in WORDS.items():
        lines += [f"  {word}: {check.message}" for check in checks if check.level == level]
    return "\n".join(lines)


def headline(checks: Sequence[Check]) -> str:
    """How many things there are to look at, and whether it can be sent as it is."""
    levels = [check.level for check in checks]
    stops, count = levels.count("stop"), levels.count("stop") + levels.count("look")
    if not count:
        return "Nothing to look at. You can send it as it is."
    things = f"{_number(count).capitalize()} {'thing' if count == 1 else 'things'} to look at."
    if not stops:
        return f"{things} You can send it as it is."
    hurt = "It" if count == 1 else _number(stops).capitalize()
    return f"{things} {hurt} would hurt: mend {'it' if stops == 1 else 'them'} first."


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
