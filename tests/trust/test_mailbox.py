"""A mailbox read again and again: each message once, whatever is killed, and the mailbox as it was."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack, closing
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.utils import timezone

from config.bootstrap import ROOT
from desk import backup
from letters import account
from tests.letters.imap import Server, serving
from tests.letters.mailboxes import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.soak import Soak

# How many messages come in between two looks; every tenth has no id, every seventh is a newsletter.
BATCH = {"short": 10, "long": 100}


@pytest.fixture
def database(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "AFTERWORD_HOME", home)
    words = [sys.executable, "manage.py", "import", str(FOLDER / "record.json")]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    return home / "afterword.sqlite3"


def message(n: int) -> bytes:
    """The n-th message, of today."""
    sender = "news@shop.example" if n % 7 == 0 else "miriam.castell@hollowell.example"
    lines = [f"From: {sender}", f"Date: {format_datetime(timezone.now())}", f"Subject: number {n}"]
    lines += [f"Message-ID: <{n}@h.example>"] if n % 10 else []
    lines += ["List-Id: <shop.example>"] if n % 7 == 0 else []
    return ("\n".join(lines) + f"\n\nThis is number {n}.\n").encode()


def fetch() -> subprocess.Popen[bytes]:
    words = [sys.executable, "manage.py", "fetch", "--json"]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def rows(database: Path, words: str) -> list[str]:
    with closing(sqlite3.connect(database)) as opened:
        return [value for (value,) in opened.execute(words)]


def stands_for(subjects: Iterable[str]) -> list[str]:
    """What should be in the timeline: the newsletters are not."""
    numbers = (int(one.split()[1]) for one in subjects)
    return sorted(f"This is number {n}." for n in numbers if n % 7)


def test_row_16_each_mail_once_and_the_mailbox_untouched(database: Path, soak: Soak) -> None:
    """Looks killed at random moments, and a server that numbers its messages anew."""
    dice = random.Random(16)
    batch, looks = BATCH["long" if soak.full else "short"], soak.count(3, 100)
    anew = {looks // 3, 2 * looks // 3}
    came: list[bytes] = []
    with ExitStack() as stack:
        server = stack.enter_context(serving())
        account.save(server.account)
        for n in range(looks):
            if n in anew:
                server = _numbered_anew(stack, came, dice)
            new = [message(len(came) + one) for one in range(batch)]
            came += new
            server.put(new)
            with fetch() as process:
                time.sleep(dice.uniform(0.3, 2.5))
                process.kill()
            backup.check(database)
        with fetch() as process:
            _, fault = process.communicate()
        assert (process.returncode, fault) == (0, b"")
        flags = server.flags()
        assert (len(flags), [one for one in flags if b"Seen" in one]) == (len(came), [])
    subjects = [f"number {n}" for n in range(len(came))]
    assert Counter(rows(database, "SELECT subject FROM letters_message")) == Counter(subjects)
    assert sorted(rows(database, "SELECT text FROM candidacy_contact")) == stands_for(subjects)
    soak.say(mails=len(came), kills=looks, renumberings=len(anew), lost=0, doubled=0)


def _numbered_anew(stack: ExitStack, came: list[bytes], dice: random.Random) -> Server:
    """Another server with the same messages in another order, under other numbers."""
    server = stack.enter_context(serving())
    server.put(dice.sample(came, len(came)))
    account.save(server.account)
    return server
