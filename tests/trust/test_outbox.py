"""A letter is sent once or not at all, to the one address that was confirmed, and it is said which."""

from __future__ import annotations

import datetime as dt
import json
import random
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DataError, connection, connections, transaction
from django.utils import timezone

from candidacy.models import Company, Person, Profile
from config.bootstrap import ROOT
from letters import delivery, mail_server, outbox
from letters.models import Letter, Outgoing
from tests.letters.posting import now_stands, post_goes, press_send, ten_seconds_later
from tests.letters.story import Cast, cast
from tests.sink import Sink, serve
from tests.trust.nursery import nursery
from tests.trust.test_lost_updates import window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test import Client

    from tests.soak import Soak

ME, RUTH, TOM = "dana@example.com", "ruth@harbourpine.example", "tom@wexley.example"
EVIL = "evil@elsewhere.example"
_ENDS = [
    "\r\n",
    "\n",
    "\r",
    "\r\n ",
    "\n\t",
    "\u2028",
    "\u2029",
    "\x0b",
    "\x0c",
    "\x85",
    "\x1e",
    "%0d%0a",
    " ",
    "\\r\\n",
]
_ADDED = [
    f"Bcc: {EVIL}", f"To: {EVIL}", f"Cc: {EVIL}", f"RCPT TO:<{EVIL}>", f".\r\nMAIL FROM:<{EVIL}>",
    f"\r\n\r\n.\r\nRCPT TO:<{EVIL}>\r\nDATA", f"Resent-To: {EVIL}", "Content-Type: text/html\r\n\r\n<b>",
    f"Reply-To: {EVIL}", f"From: {EVIL}", "Message-ID: <1@elsewhere.example>", "X-Unsent: 1",
]  # fmt: skip
HOSTILE = [f"Ruth{end}{added}" for end in _ENDS for added in _ADDED] + [
    f"=?utf-8?q?Ruth=0D=0ABcc:_{EVIL}?=", "=?utf-8?b?DQpCY2M6IGV2aWxAZWxzZXdoZXJlLmV4YW1wbGU=?=",
    f"=?utf-8?q?Ruth?= <{EVIL}>", f'"Ruth" <{EVIL}>', f"Ruth <{EVIL}>, Tom", f"Ruth, {EVIL}", f"Ruth; {EVIL}",
    f"({EVIL})", f"<{EVIL}>", f'"{EVIL}', f"\\{EVIL}", f"Ruth:{EVIL};", f"@elsewhere.example:{EVIL}",
    "\udcff", "\u202e\u2066Ruth", "Ruth " * 80, "R" * 199, "🐟" * 99, ".", "..", "\r\n.\r\n", "\n.\n",
    "-- ", "From me", " ", "<", ">", '"', "\\", ",", ";", ":", "(",
]  # fmt: skip
HEADERS = {
    "Subject", "From", "To", "Message-ID", "Date", "MIME-Version", "Content-Type",
    "Content-Transfer-Encoding",
}  # fmt: skip


def everywhere(words: str, story: Cast, tom: Person) -> Iterator[tuple[str, Letter, str]]:
    """A letter with these words in each of its fields by itself, past every form; to whom it goes."""
    yield "subject", story.draft(subject=words), RUTH
    yield "body", story.draft(body=words), RUTH
    Person.objects.filter(pk=story.ruth.pk).update(name=words)
    yield "reader", story.draft(), RUTH
    yield "reader of a letter passed on", story.draft(via=tom), TOM
    Person.objects.filter(pk=story.ruth.pk).update(name="Ruth Adeyemi")
    Person.objects.filter(pk=tom.pk).update(name=words)
    yield "carrier", story.draft(via=tom), TOM
    Person.objects.filter(pk=tom.pk).update(name="Tom Reyes")
    Company.objects.filter(pk=story.candidacy.company_id).update(name=words)
    yield "company", story.draft(via=tom), TOM
    Company.objects.filter(pk=story.candidacy.company_id).update(name="Harbour & Pine")
    Profile.objects.update(name=words)
    yield "sender", story.draft(), RUTH
    Profile.objects.update(name="Dana Whitfield")
    before = Letter.objects.create(candidacy=story.candidacy, to=story.ruth, message_id=words)
    yield "thread", story.draft(answers_letter=before), RUTH


@pytest.mark.django_db
def test_row_11_no_words_add_a_header_or_a_reader(sink: Sink, soak: Soak) -> None:
    """Each string in each field: one letter, to the one address, with our headers alone."""
    story = cast()
    tom = Person.objects.create(company=Company.objects.create(name="Wexley"), name="Tom Reyes", email=TOM)
    sent = 0
    chosen = random.Random(11).sample(HOSTILE, len(HOSTILE)) if soak.full else HOSTILE[:: len(HOSTILE) // 25]
    for words in chosen:
        for place, made, to in everywhere(words.encode("utf-8", "replace").decode(), story, tom):
            letter = Letter.objects.select_related("to", "via", "candidacy__company", "answers_letter").get(
                pk=made.pk
            )
            outbox.queue(letter, f"{place} {sent}", to, [])
            post_goes()
            sent += 1
            assert len(sink.taken) == sent, (place, words)
            taken = sink.taken[-1]
            assert (taken.sender, taken.recipients) == (ME, (to,)), (place, words)
            found = taken.message
            # Only what is a Message-ID can be one.
            thread = (found["In-Reply-To"], found["References"])
            assert thread in ((None, None), (f"<{EVIL}>", f"<{EVIL}>")), (place, words)
            assert set(found.keys()) - {"In-Reply-To", "References"} == HEADERS, (place, words)
            readers = [one.addr_spec for one in found["To"].addresses]
            assert (readers, [one.addr_spec for one in found["From"].addresses]) == ([to], [ME]), (
                place,
                words,
            )
            assert (found.get_content_type(), found.is_multipart()) == ("text/plain", False)
    soak.say(strings=len(chosen), letters=sent, to_anybody_else=0)


@pytest.mark.django_db
def test_row_11_an_address_is_used_as_it_was_confirmed_or_not_at_all(sink: Sink, soak: Soak) -> None:
    """Each string as an address, past every form: refused in a sentence, or exactly that and no other."""
    story = cast()
    sent = 0
    commented = [f"{RUTH}({EVIL})", f"({EVIL}){RUTH}"]
    chosen = [*HOSTILE, *(f"{RUTH}{words}" for words in HOSTILE), *(f"{words}{RUTH}" for words in HOSTILE)]
    some = chosen if soak.full else [*commented, *chosen[:: len(chosen) // 100]]
    for n, raw in enumerate(some):
        words = raw.encode("utf-8", "replace").decode()
        try:
            with transaction.atomic():
                Person.objects.filter(pk=story.ruth.pk).update(email=words)
        except DataError:
            # Some databases store nothing longer than the field.
            assert len(words) > 254
            continue
        letter = Letter.objects.select_related("to", "candidacy__company").get(pk=story.draft().pk)
        try:
            outbox.queue(letter, str(n), words, [])
        except outbox.CannotSendError:
            continue
        post_goes()
        sent += 1
        assert [one.recipients for one in sink.taken[sent - 1 :]] == [(words.strip(),)]
    assert sent == len(sink.taken)
    soak.say(addresses=n + 1, refused=n + 1 - sent, to_anybody_else=0)


@pytest.fixture
def database(home: Path) -> Path:
    words = [sys.executable, "manage.py", "import", "tests/data/startup_waiting.json"]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    return home / "afterword.sqlite3"


def stands(database: Path) -> dict[str, tuple[str, set[str]]]:
    """Of each letter that was sent from here: its own state, and those of its sendings."""
    asked = (
        "SELECT l.subject, l.status, o.state FROM letters_letter l "
        "JOIN letters_outgoing o ON o.letter_id = l.id ORDER BY o.id"
    )
    found: dict[str, tuple[str, set[str]]] = {}
    with closing(sqlite3.connect(database)) as opened:
        for subject, status, state in opened.execute(asked):
            found[subject] = (status, found.get(subject, ("", set()))[1] | {state})
    return found


def nothing_is_doubled_or_lost(sink: Sink, database: Path) -> None:
    came = Counter(one.message["Subject"] for one in sink.taken)
    assert [subject for subject, times in came.items() if times > 1] == []
    for subject, (status, states) in stands(database).items():
        # What came is known as sent, or asked about; what is known as sent came.
        assert status != "draft" or subject not in came, (subject, states)
        assert status != "sent" or subject in came, (subject, states)


def test_row_12_killed_while_sending_it_goes_once_at_most(
    home: Path, database: Path, tmp_path: Path, soak: Soak
) -> None:
    """kill -9 at random moments; what is found back in the drafts is sent again, what nobody knows is not."""
    dice = random.Random(12)
    for sink in serve(Sink(asks_for_password=False)):
        server = sink.account(user="", password="")
        (home / "mail_out").write_text(json.dumps(asdict(server)))
        with nursery("tests.trust.sender", tmp_path) as programs:
            for n in soak.rounds("kills", 3, 1_000):
                with programs.begin(f"run {n}") as program:
                    assert program.out.readline()
                    time.sleep(dice.uniform(0, 0.4))
                    program.kill()
                nothing_is_doubled_or_lost(sink, database)
        states = Counter(state for _, all_ in stands(database).values() for state in all_)
        soak.say(
            came=len(sink.taken), doubled=0, asked_about=states["unknown"], back_in_drafts=states["refused"]
        )


@pytest.mark.django_db(transaction=True)
def test_row_13_fifty_posts_and_two_workers_are_one_mail(sink: Sink, soak: Soak) -> None:
    """Fifty windows post the same form of a letter at once, while two workers send what is due."""
    story = cast()
    posts, letters = 50, soak.count(1, 100)
    start, together, over = threading.Barrier(posts), threading.Barrier(2), threading.Event()

    def work() -> None:
        while not over.is_set():
            found = outbox.due(ten_seconds_later())
            with suppress(threading.BrokenBarrierError):
                # Both know of the same letters before either takes one.
                together.wait(timeout=120)
            for row in filter(outbox.claim, found):
                outbox.send(row)
        connections.close_all()

    def press(n: int, letter: Letter) -> None:
        browser = window()
        start.wait(timeout=120)
        # Every other window is another tab, with a key of its own.
        answers.append(press_send(browser, letter, f"{letter.pk} {n % 2}", anyway="yes").status_code)
        connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for one in workers:
        one.start()
    answers: list[int] = []
    for _ in range(letters):
        letter = Letter.objects.select_related("to").get(pk=story.draft().pk)
        windows = [threading.Thread(target=press, args=[n, letter]) for n in range(posts)]
        for one in windows:
            one.start()
        for one in windows:
            one.join()
    over.set()
    together.abort()
    for one in workers:
        one.join()
    post_goes()
    connection.close()
    assert Counter(answers) == {302: posts * letters}
    assert (len(sink.taken), len({one.message["Message-ID"] for one in sink.taken})) == (letters, letters)
    assert Letter.objects.sent().count() == letters
    soak.say(posts=posts * letters, letters=letters, mails=len(sink.taken))


@pytest.mark.django_db
def test_row_14_what_was_never_answered_is_never_tried_again(client: Client, sink: Sink, soak: Soak) -> None:
    """The server has the letter and hangs up: it is asked about, through days and new starts."""
    story, letters = cast(), soak.count(3, 100)
    sink.hangs_up_at = "END"
    for n in range(letters):
        letter = Letter.objects.select_related("to").get(pk=story.draft(subject=f"Letter {n}").pk)
        press_send(client, letter, str(n), anyway="yes")
        post_goes()
        assert now_stands(letter) == ("sending", "unknown")
    sink.hangs_up_at = ""
    for days in range(3):
        outbox.put_right(timezone.now() + dt.timedelta(days=days), at_start=True)
        post_goes()
        outbox.put_right(timezone.now() + dt.timedelta(days=days))
        post_goes()
    assert (len(sink.taken), sink.talks) == (letters, letters)
    assert client.get("/letters/").text.count("It will not be sent again unless you say so.") == letters
    soak.say(letters=letters, tried_again=0)


COMMANDS = ("MAIL", "RCPT", "DATA", "END")
FAULTS: dict[str, dict[str, Any]] = {
    "network off": {"port": 0},
    "no such server": {"host": "smtp.nowhere.example"},
    "bad password": {"password": "not this one"},
    "turned off": {"off": True},
    "never answers": {"silent": True},
    "not encrypted": {"security": mail_server.TLS},
    **{
        f"{code} at {one}": {"answers": {one: f"{code} No"}}
        for one in COMMANDS
        for code in (421, 450, 550, 554)
    },
    **{f"hangs up at {one}": {"hangs_up_at": one} for one in COMMANDS},
}


@pytest.mark.django_db
def test_row_15_nothing_is_silently_unsent(
    client: Client, sink: Sink, soak: Soak, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is wrong, within five minutes it is a draft with the reason, or asked about; and shown."""
    story = cast()
    monkeypatch.setattr(delivery, "PATIENCE", 0.5)
    monkeypatch.setattr(delivery, "PATIENCE_AFTER", 0.5)
    ended: Counter[str] = Counter()
    with socket.create_server(("127.0.0.1", 0)) as silent, socket.create_server(("127.0.0.1", 0)) as closed:
        nobody, no_answer = closed.getsockname()[1], silent.getsockname()[1]
        closed.close()
        there = socket.getaddrinfo

        def only_localhost(host: str, *rest: Any, **more: Any) -> Any:
            if host == "smtp.nowhere.example":
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
            return there(host, *rest, **more)

        monkeypatch.setattr(socket, "getaddrinfo", only_localhost)
        for fault, how in FAULTS.items():
            letter = Letter.objects.select_related("to").get(pk=story.draft(subject=fault).pk)
            mail_server.use(sink.account())
            press_send(client, letter, fault, anyway="yes")
            changes = {name: how[name] for name in ("host", "password", "security") if name in how}
            if "port" in how or "silent" in how:
                changes["port"] = nobody if "port" in how else no_answer
            if "host" in how:
                changes["security"] = mail_server.TLS
            mail_server.use(sink.account(**changes))
            if "off" in how:
                mail_server.turn_off()
            sink.answers, sink.hangs_up_at = how.get("answers", {}), how.get("hangs_up_at", "")
            post_goes()
            outbox.put_right(timezone.now() + dt.timedelta(minutes=5))
            status, state = now_stands(letter)
            assert (status, state) in {("sent", "sent"), ("draft", "refused"), ("sending", "unknown")}, fault
            ended[state] += 1
            for page in ("/letters/", "/", letter.get_absolute_url()):
                row = Outgoing.objects.get(letter=letter)
                assert row.stuck in client.get(page).text, (fault, page)
    assert not Outgoing.objects.filter(state__in=("queued", "sending")).exists()
    assert ended == {"refused": len(FAULTS) - 5, "unknown": 5}
    soak.say(faults=len(FAULTS), stuck_after_five_minutes=0, **dict(ended))


@pytest.mark.django_db
def test_row_15_a_worker_that_ended_leaves_nothing_stuck(client: Client, sink: Sink, soak: Soak) -> None:
    """Nobody sends at all for five minutes, before or after a letter was claimed."""
    story = cast()
    for n, claimed in enumerate((False, True)):
        letter = Letter.objects.select_related("to").get(pk=story.draft(subject=str(n)).pk)
        press_send(client, letter, str(n), anyway="yes")
        if claimed:
            (row,) = outbox.due(ten_seconds_later())
            assert outbox.claim(row)
        outbox.put_right(timezone.now() + dt.timedelta(minutes=5))
        assert now_stands(letter) == (("sending", "unknown") if claimed else ("draft", "refused"))
    assert sink.talks == 0
    soak.say(stuck=0)
