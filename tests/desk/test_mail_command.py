"""`manage.py import FILE`, where the file is mail."""

from __future__ import annotations

import json
import re
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone

from candidacy.changes import undo
from candidacy.models import Candidacy, Change, Contact
from desk.archive import export_text, read, store
from letters import account
from letters.models import Leaving, Letter, Message, Outgoing
from tests.letters.mailboxes import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test import Client

pytestmark = pytest.mark.django_db

REPLY = b"""\
From: Miriam Castell <miriam.castell@hollowell.example>
To: Dana Whitfield <dana@whitfield.example>
Subject: Re: The night shift handover
Date: Mon, 12 Oct 2026 09:12:00 +0100
Message-ID: <h1@hollowell.example>
In-Reply-To: <l1@whitfield.example>

We will decide by Friday 23 October. Which rota would you try first?
"""
BOUNCE = b"""\
From: MAILER-DAEMON@mx.whitfield.example
To: dana@whitfield.example
Subject: Undelivered Mail Returned to Sender
Date: Mon, 9 Nov 2026 10:31:00 +0000
Message-ID: <d1@mx.whitfield.example>
X-Failed-Recipients: miriam.castell@hollowell.example

<miriam.castell@hollowell.example>: 550 5.1.1 User unknown

Message-ID: <l9@whitfield.example>
"""
NEWSLETTER = b"""\
From: Hollowell Freight <news@hollowell.example>
To: dana@whitfield.example
Subject: Autumn at Hollowell Freight
Date: Mon, 12 Oct 2026 08:00:00 +0100
List-Id: <news.hollowell.example>
Message-ID: <b1@hollowell.example>

We are hiring.
"""


@pytest.fixture(autouse=True)
def _late_november() -> Iterator[None]:
    with time_machine.travel("2026-11-28T12:00:00Z", tick=False):
        store(read((FOLDER / "record.json").read_bytes(), time_zone="Europe/London"))
        yield


def _imported(tmp_path: Path, data: bytes, *words: str) -> Any:
    file = tmp_path / "saved"
    file.write_bytes(data)
    out = StringIO()
    call_command("import", file, *words, stdout=out)
    return json.loads(out.getvalue()) if "--json" in words else out.getvalue()


def test_an_answer_is_told_in_the_words_of_the_contract_and_ends_the_silence(tmp_path: Path) -> None:
    assert _imported(tmp_path, REPLY, "--json") == {
        "messages": [
            {
                "message_id": "<h1@hollowell.example>",
                "from": "miriam.castell@hollowell.example",
                "subject": "Re: The night shift handover",
                "at": "2026-10-12T09:12:00+01:00",
                "kind": "reply",
                "candidacy": {"company": "Hollowell Freight", "role": "Operations Manager"},
                "person": "Miriam Castell",
                "answers": "L1",
                "sure": True,
                "why": "It answers your letter of 6 October.",
                "decision_on": "2026-10-23",
                "needs_reply": True,
            }
        ]
    }
    line = Contact.objects.get()
    assert (line.candidacy.key, line.person and line.person.key, line.direction) == (
        "hollowell",
        "miriam",
        "in",
    )
    assert (line.automatic, line.needs_reply, str(line.decision_on)) == (False, True, "2026-10-23")
    assert line.text == "We will decide by Friday 23 October. Which rota would you try first?"


def test_the_same_file_twice_lists_the_same_and_adds_nothing(tmp_path: Path) -> None:
    mailbox = b"\n".join(b"From - \n" + one for one in (REPLY, BOUNCE, NEWSLETTER))
    first = _imported(tmp_path, mailbox, "--json", "--from", "mbox")
    counts = [Message.objects.count(), Contact.objects.count(), Change.objects.count()]
    assert _imported(tmp_path, mailbox, "--json") == first
    assert [Message.objects.count(), Contact.objects.count(), Change.objects.count()] == counts
    assert [one["kind"] for one in first["messages"]] == ["newsletter", "reply", "bounce"]


def test_a_message_without_an_id_is_told_by_its_digest(tmp_path: Path) -> None:
    bare = REPLY.replace(b"Message-ID: <h1@hollowell.example>\n", b"")
    (told,) = _imported(tmp_path, bare, "--json")["messages"]
    assert re.fullmatch("sha256:[0-9a-f]{64}", told["message_id"])
    assert _imported(tmp_path, bare, "--json")["messages"] == [told]
    assert Contact.objects.count() == 1


def test_a_dry_run_adds_nothing(tmp_path: Path) -> None:
    said = _imported(tmp_path, REPLY, "--dry-run")
    assert (
        said.splitlines()[0] == "1 message: 1 placed, 0 to be asked about on Today, 0 not about your search."
    )
    assert (Message.objects.count(), Contact.objects.count()) == (0, 0)


def test_a_letter_that_came_back_is_a_draft_with_its_reason(tmp_path: Path, client: Client) -> None:
    _imported(tmp_path, BOUNCE)
    letter = Letter.objects.get(key="L9")
    assert (letter.status, letter.sent_at) == ("draft", None)
    assert letter.came_back == "<miriam.castell@hollowell.example>: 550 5.1.1 User unknown"
    assert Contact.objects.count() == 0
    for path in ("/letters/", f"/letters/{letter.pk}/"):
        assert "550 5.1.1 User unknown" in client.get(path).text
    undo(Change.objects.latest("pk"))
    letter = Letter.objects.get(key="L9")
    assert (letter.status, letter.came_back) == ("sent", "")


def test_what_is_placed_can_be_undone_and_is_asked_about_then(tmp_path: Path) -> None:
    _imported(tmp_path, REPLY)
    change = Change.objects.latest("pk")
    assert change.sentence == "Miriam Castell wrote, Hollowell Freight"
    undo(change)
    assert Contact.objects.count() == 0
    assert [one.identity for one in Message.objects.asked()] == ["h1@hollowell.example"]


def test_of_a_message_about_something_else_only_the_head_is_kept(tmp_path: Path) -> None:
    _imported(tmp_path, NEWSLETTER)
    row = Message.objects.get()
    assert (row.subject, row.text, row.headers, row.candidacy) == (
        "Autumn at Hollowell Freight",
        "",
        "",
        None,
    )


def test_mail_travels_in_the_archive_as_the_lines_it_became(tmp_path: Path) -> None:
    _imported(tmp_path, REPLY)
    text = export_text()
    Candidacy.objects.all().delete()
    store(read(text.encode(), time_zone="Europe/London"))
    assert export_text() == text
    assert Contact.objects.get().decision_on is not None


def test_a_refusal_closes_nothing(tmp_path: Path) -> None:
    refusal = REPLY.replace(
        b"We will decide by Friday 23 October. Which rota would you try first?",
        b"We have chosen another candidate.",
    )
    _imported(tmp_path, refusal)
    assert Contact.objects.get().event == "rejection"
    assert not Candidacy.objects.get(key="hollowell").is_closed


def test_a_file_that_is_no_mail_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"Nothing was imported\. This is no e-mail"):
        _imported(tmp_path, b"a,b\n1,2\n", "--from", "eml")


def test_my_copy_of_a_letter_teaches_its_thread_and_adds_no_line(tmp_path: Path) -> None:
    copy = (
        b"From: dana@whitfield.example\nTo: j.brandt@kessler-logistik.example\n"
        b"Message-ID: <own@whitfield.example>\n"
        b"Date: Wed, 14 Oct 2026 08:31:00 +0100\n"
        b"Subject: =?utf-8?q?Unser_Gespr=C3=A4ch_=C3=BCber_die_Fr=C3=BChschicht?=\n\nGuten Tag\n"
    )
    told = _imported(tmp_path, copy, "--json")["messages"][0]
    assert (told["kind"], told["sure"], told["candidacy"]["company"]) == (
        "other",
        True,
        "Kessler Logistik GmbH",
    )
    assert Letter.objects.get(key="L3").message_id == "<own@whitfield.example>"
    assert Contact.objects.count() == 0


def test_an_answer_finds_a_letter_that_may_not_have_gone_out(tmp_path: Path) -> None:
    letter = Letter.objects.get(key="L1")
    now = timezone.now()
    Letter.objects.filter(pk=letter.pk).update(status="draft", sent_at=None, message_id="")
    Outgoing.objects.create(
        once="1", letter=letter, message_id="<l1@whitfield.example>", sender="dana@whitfield.example",
        recipient="miriam.castell@hollowell.example", content="x", state=Leaving.UNKNOWN, queued_at=now,
        leaves_at=now, begun_at=now,
    )  # fmt: skip
    assert _imported(tmp_path, REPLY, "--json")["messages"][0]["answers"] == "L1"


def test_the_address_of_the_mailbox_is_mine_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "AFTERWORD_HOME", tmp_path)
    account.save(account.Account("imap.example", "dana@work.example", "secret"))
    mine = REPLY.replace(b"Miriam Castell <miriam.castell@hollowell.example>", b"dana@work.example")
    told = _imported(tmp_path, mine, "--json")["messages"][0]
    assert (told["kind"], told["why"]) == ("other", "You wrote it yourself.")
