"""The language of what is stored beside the pages, where no browser says which."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation

from candidacy.models import Profile

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def in_my_language() -> Iterator[None]:
    """Say what is said in here in the language that was chosen in Settings, or else in English."""
    with translation.override(Profile.load().preferences.language or settings.LANGUAGE_CODE):
        yield
