"""What the checks of letters load is loaded beside the pages, before the first letter is checked."""

from __future__ import annotations

import subprocess
import sys
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


def test_the_first_page_is_loaded_without_what_drafts_checks_and_reads_mail() -> None:
    asked = """
import sys
from config import serve
serve._load_first_page()
from django.template import engines
from django.urls import reverse
reverse("desk:today"), engines["django"].engine.template_libraries
heavy = "letters.drafting letters.review letters.matching interviews.invitation imap_tools feedparser"
print([name for name in heavy.split() if name in sys.modules])
"""
    answered = subprocess.run(  # noqa: S603
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert answered.stdout == "[]\n"
