"""Working out very many candidacies beside the pages, which show meanwhile what is known, and say so."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import DatabaseError
from django.utils import timezone

from candidacy.models import Profile
from desk.agenda import keeping

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOG = logging.getLogger(__name__)


@dataclass
class _State:
    # Candidacies still to be worked out; 0 where nobody is at it.
    left: int = 0


_state = _State()


def left() -> int:
    """How many candidacies are still to be worked out beside the pages; 0 where nobody is at it."""
    return _state.left


@contextmanager
def nobody_waits(count: int) -> Iterator[None]:
    """Until its end no page works anything out itself: `count` candidacies are about to be."""
    _state.left = max(1, count)
    try:
        yield
    finally:
        _state.left = 0


def catch_up() -> None:
    """Work out what is noted. Where it cannot be stored, whichever page comes next goes on, and says why."""
    try:
        keeping.catch_up(timezone.now(), Profile.load(), _told)
    except DatabaseError as fault:
        _LOG.warning("Where the candidacies stand could not be worked out beside the pages: %s", fault)


def _told(count: int) -> None:
    if _state.left:
        _state.left = max(1, count)
