"""A ticket is good until it is taken, revoked or too old, and its file does not tell it."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import time_machine

from desk.tickets import Tickets

if TYPE_CHECKING:
    from pathlib import Path


def test_only_its_owner_can_read_it_and_the_file_does_not_say_the_word(tmp_path: Path) -> None:
    word = Tickets(tmp_path / "links", timedelta(hours=1)).issue()
    (file,) = (tmp_path / "links").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert word not in file.name + file.read_text()


def test_one_of_many_at_once_gets_it(tmp_path: Path) -> None:
    tickets = Tickets(tmp_path, timedelta(hours=1))
    word = tickets.issue()
    with ThreadPoolExecutor(16) as pool:
        assert sorted(pool.map(tickets.take, [word] * 16)) == [False] * 15 + [True]


def test_old_ones_are_swept_away_when_a_new_one_is_issued(tmp_path: Path) -> None:
    tickets = Tickets(tmp_path, timedelta(hours=1))
    with time_machine.travel(datetime(2026, 9, 7, 12, tzinfo=UTC), tick=False) as clock:
        old = tickets.issue()
        clock.shift(timedelta(hours=1))
        assert not tickets.is_good(old)
        tickets.issue()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_was_tampered_with_is_no_ticket(tmp_path: Path) -> None:
    tickets = Tickets(tmp_path, timedelta(hours=1))
    word = tickets.issue()
    next(tmp_path.iterdir()).write_text("for ever")
    assert not tickets.is_good(word)
