"""The cast of the letters’ stories, on the morning after their talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine

from tests.letters.story import Cast, at, cast

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def story(db: None, morning: None) -> Cast:
    """Harbour & Pine as of Wednesday 4 November, 09:26."""
    return cast()


@pytest.fixture
def morning() -> Iterator[None]:
    with time_machine.travel(at("2026-11-04T09:26"), tick=False):
        yield
