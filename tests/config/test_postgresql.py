"""On PostgreSQL, too, whoever reads before writing finds what was written last: writers take turns."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from django.db import OperationalError, connection, connections, transaction

from candidacy.models import News

if TYPE_CHECKING:
    from collections.abc import Callable

if connection.vendor != "postgresql":
    pytest.skip("It is about PostgreSQL itself.", allow_module_level=True)

import psycopg
from django.db.backends.postgresql import base as djangos

from config.postgresql import base

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(number: int, do: Callable[[], None]) -> None:
    """Do it in so many threads, each with a connection of its own."""

    def do_and_close() -> None:
        try:
            do()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=do_and_close) for _ in range(number)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()


def add_a_word(key: int, all_have_read: threading.Barrier) -> None:
    """Read a text and store it with one word more, as a page does: nothing is written blindly."""
    with transaction.atomic():
        row = News.objects.get(pk=key)
        with suppress(threading.BrokenBarrierError):
            all_have_read.wait()
        row.text += " word"
        row.save()


def words_of_two_writers(*, patience: float) -> int:
    """How many of two words are there in the end; nobody waits longer for the other to have read, too."""
    row, both = News.objects.create(text="Began."), threading.Barrier(2, timeout=patience)
    at_once(2, lambda: add_a_word(row.pk, both))
    return News.objects.get(pk=row.pk).text.count("word")


def test_two_writers_lose_nothing() -> None:
    # Only one can have read: that the other has is waited for in vain.
    assert words_of_two_writers(patience=0.5) == 2


def test_without_turns_one_of_two_would_be_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Why it is there: Django’s own connection, and the same two writers."""
    monkeypatch.setattr(
        base.DatabaseWrapper, "_set_autocommit", djangos.DatabaseWrapper.__dict__["_set_autocommit"]
    )
    assert words_of_two_writers(patience=60) == 1


def test_reading_waits_for_nobody() -> None:
    News.objects.create(text="Began.")
    seen: list[int] = []
    with transaction.atomic():
        News.objects.create(text="Not yet told.")
        at_once(1, lambda: seen.append(News.objects.count()))
    assert seen == [1]


def test_a_turn_that_does_not_come_is_given_up_and_the_connection_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(base, "PATIENCE_MS", 50)
    faults: list[Any] = []

    def write() -> None:
        try:
            with transaction.atomic():
                News.objects.create(text="Never stored.")
        except OperationalError as fault:
            faults.append(fault.__cause__)
        # The same connection: it is not left half in a transaction.
        faults.append(News.objects.count())

    with transaction.atomic():
        at_once(1, write)
    assert [type(faults[0]), faults[1]] == [psycopg.errors.LockNotAvailable, 0]
    assert News.objects.count() == 0
