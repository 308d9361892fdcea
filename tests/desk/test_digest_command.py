"""`digest`: Today by e-mail, to myself alone, and only when something needs me."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from candidacy.models import Candidacy, Profile
from desk import sample
from interviews.models import Interviewer, Note
from letters import mail_server
from letters.models import Letter
from tests.desk.cast import at
from tests.sink import USER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from time_machine import TimeMachineFixture

    from tests.sink import Sink

pytestmark = pytest.mark.django_db
MORNING = "2026-11-17T09:10"


@pytest.fixture(autouse=True)
def _morning(time_machine: TimeMachineFixture) -> Iterator[None]:
    time_machine.move_to(at(MORNING), tick=False)
    yield
    mail_server.turn_off()


@pytest.fixture
def me(sink: Sink) -> Profile:
    """I have an address, and a server sends for it."""
    profile = Profile(name="Dana Whitfield", email=USER)
    profile.save()
    mail_server.use(sink.account())
    return profile


def digest(*words: str) -> str:
    out = io.StringIO()
    call_command("digest", *words, stdout=out)
    return out.getvalue()


def digest_json(*words: str) -> Any:
    return json.loads(digest("--json", *words))


def test_the_headline_is_the_subject_and_each_entry_says_why_and_where(sink: Sink) -> None:
    sample.load(at(MORNING))
    mine = Profile.load()
    mine.email = USER
    mine.save()
    mail_server.use(sink.account())
    assert digest() == "Four letters to write today. Sent to you.\n"
    (taken,) = sink.taken
    assert (taken.sender, taken.recipients) == (USER, (USER,))
    message = taken.message
    assert message["Subject"] == "Four letters to write today"
    assert message.get_content_type() == "text/plain"
    lines = message.get_content().splitlines()
    harbour = Candidacy.objects.get(company__name="Harbour & Pine")
    at_harbour = lines.index("  Harbour & Pine, Head of Fulfilment Analytics")
    assert (
        lines[at_harbour + 1]
        == "    They promised a decision by Friday 6 November. Nothing since Marcus wrote on"
    )
    assert lines[at_harbour + 7] == f"    http://127.0.0.1:8765/candidacies/{harbour.pk}/"
    assert lines[-1] == "All of it: http://127.0.0.1:8765/"


def test_nothing_is_sent_when_nothing_is_needed_unless_asked_for(sink: Sink, me: Profile) -> None:
    assert digest() == "Nothing needs you today. Nothing was sent.\n"
    assert sink.taken == []
    assert digest("--always") == "Nothing needs you today. Sent to you.\n"
    assert sink.taken[0].message["Subject"] == "Nothing needs you today"


def test_printed_it_needs_no_server_and_sends_nothing(sink: Sink) -> None:
    sample.load(at(MORNING))
    printed = digest("--print")
    assert printed.startswith("Four letters to write today\n\nTwo candidacies have gone silent and two ")
    assert printed == f"{digest_json('--print')['subject']}\n\n{digest_json('--print')['text']}"
    assert sink.taken == []


def test_as_json_it_says_whether_it_went(me: Profile) -> None:
    told = digest_json()
    assert (told["subject"], told["needed"], told["sent"]) == ("Nothing needs you today", False, False)
    assert digest_json("--always")["sent"] is True


def test_without_a_server_or_an_address_one_line_says_what_to_do(sink: Sink) -> None:
    mail_server.turn_off()
    with pytest.raises(CommandError, match=r"^No mail server is set up\. Settings, under “Mail out”"):
        digest()
    mail_server.use(sink.account())
    with pytest.raises(CommandError, match=r"^Your own address is missing\. Settings, under “You”"):
        digest()


def test_a_refusal_of_the_server_is_told_with_what_helps(sink: Sink, me: Profile) -> None:
    sink.answers["RCPT"] = "550 5.1.1 No such user"
    with pytest.raises(CommandError, match=r"refused the address: 550 .* most likely misspelt"):
        digest("--always")


def test_a_letter_that_did_not_leave_is_in_it(rail: Candidacy) -> None:
    to = rail.interviews.get().people.get(name="Daniel Osei")
    letter = Letter.objects.create(candidacy=rail, to=to, kind="nudge", status="sending")
    lines = digest("--print").splitlines()
    where = lines.index("Letters you sent")
    assert lines[where + 1] == "  To Daniel Osei, Meridian Rail: nobody knows whether it went out."
    assert lines[where + 2] == f"    http://127.0.0.1:8765/letters/{letter.pk}/"


def test_a_promise_kept_for_my_own_eyes_stays_out_of_the_mail(rail: Candidacy) -> None:
    seat = Interviewer.objects.get(person__name="Daniel Osei")
    for text, share in (("Send the plan", "open"), ("Ring the rival", "private")):
        Note.objects.create(interviewer=seat, kind="promise", text=text, share=share, due_on="2026-11-18")
    printed = digest("--print")
    assert "  Send the plan (to Daniel Osei, Meridian Rail, for tomorrow)\n" in printed
    assert "rival" not in printed
