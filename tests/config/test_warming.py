"""What the checks of letters load is loaded beside the pages, before the first letter is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config import beside
from letters.review import spelling

if TYPE_CHECKING:
    import pytest


def test_the_dictionary_is_in_memory_soon_after_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_FIRST_PAGE", 0)
    spelling._dictionary.cache_clear()

    timer = beside.warm_soon()
    timer.join()

    assert spelling._dictionary.cache_info().currsize == 1


def test_nobody_waits_for_it_at_the_end() -> None:
    timer = beside.warm_soon()
    timer.cancel()
    assert timer.daemon
