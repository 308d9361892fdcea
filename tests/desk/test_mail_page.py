"""What the mail asks on Today, and what each answer does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags

from candidacy.changes import undo
from candidacy.models import Candidacy, Change, Contact
from desk.archive import read, store
from interviews import invites
from interviews.models import Interview, Invitation
from letters import answering
from letters.models import Message
from letters.receiving import Receiver
from tests.letters.mailboxes import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _late_november() -> Iterator[None]:
    with time_machine.travel("2026-11-18T09:00:00Z"):
        store(read((FOLDER / "record.json").read_bytes(), time_zone="Europe/London"))
        yield


def receive(text: str, sender: str = "talent@mr-people.example", subject: str = "NPL-22") -> Message:
    """A message that came in an hour ago."""
    head = (
        f"From: {sender}\nTo: dana@whitfield.example\nSubject: {subject}\nDate: 18 Nov 2026 08:00:00 +0000\n"
    )
    return Receiver().take_in(f"{head}Message-ID: <q@x.example>\n\n{text}\n".encode())


def answer(client: Client, row: Message, do: str) -> str:
    """Where the answer leads."""
    response = client.post(f"/mail/{row.pk}/answer/", {"do": do})
    assert response.status_code == 302
    return response["Location"]


def confirm() -> None:
    """Say yes to the invitation that waits, as it is proposed."""
    (waiting,) = invites.waiting_ones()
    invites.take(waiting.proposal, invites.ready(waiting.proposal), waiting.proposal.ticked)


def asked(client: Client) -> list[str]:
    """The questions on Today."""
    _, _, text = client.get("/").text.partition('id="mail-asks"')
    rows = text.partition("</ul>")[0].split("<h3>")[1:]
    return [strip_tags(row.partition("</h3>")[0]).strip() for row in rows]


class TestWhereItBelongs:
    def test_the_guess_is_shown_with_its_reason_and_its_words(self, client: Client) -> None:
        receive("We will be in touch by 27 November.")
        page = client.get("/").text
        assert "Is this about Meridian Rail?" in page
        assert "The role’s number fits, and the sender is new." in page
        assert "We will be in touch by 27 November." in page
        assert "Your mail asks one question" in strip_tags(page)

    def test_yes_makes_it_a_line_and_ends_the_question(self, client: Client) -> None:
        row = receive("We will be in touch by 27 November.")
        assert answer(client, row, "yes") == "/"
        line = Contact.objects.get()
        assert (line.candidacy.key, str(line.decision_on)) == ("planner", "2026-11-27")
        assert asked(client) == []

    def test_undone_it_is_asked_again(self, client: Client) -> None:
        answer(client, receive("Hello."), "yes")
        undo(Change.objects.latest("pk"))
        assert Contact.objects.count() == 0
        assert asked(client) == ["Is this about Meridian Rail?"]

    def test_answered_in_two_windows_it_is_one_line(self, client: Client) -> None:
        row = receive("Hello.")
        for do in ("yes", "yes", "none"):
            answer(client, row, do)
        assert Contact.objects.count() == 1

    def test_answered_at_the_same_moment_it_is_one_line_too(self) -> None:
        row = receive("Hello.")
        assert row.candidacy
        for _ in range(2):
            answering.place(row, row.candidacy)
        answering.dismiss(row)
        assert Contact.objects.count() == 1

    def test_another_company_is_chosen_from_all(self, client: Client) -> None:
        row = receive("Hello.")
        assert answer(client, row, "other") == f"/mail/{row.pk}/"
        refused = client.post(f"/mail/{row.pk}/", {"candidacy": ""})
        assert (refused.status_code, Contact.objects.count()) == (422, 0)
        client.post(f"/mail/{row.pk}/", {"candidacy": Candidacy.objects.get(key="northgate").pk})
        assert Contact.objects.get().candidacy.key == "northgate"

    def test_what_is_not_my_search_keeps_its_head_only(self, client: Client) -> None:
        row = receive("A secret.")
        answer(client, row, "none")
        row.refresh_from_db()
        assert (row.text, row.headers, row.candidacy, asked(client)) == ("", "", None, [])
        undo(Change.objects.latest("pk"))
        assert asked(client) == ["Is this about Meridian Rail?"]


class TestPersonOrMachine:
    @pytest.mark.parametrize(("do", "automatic"), [("machine", True), ("person", False)])
    def test_i_say_which(self, client: Client, do: str, automatic: bool) -> None:
        text = "We have received your message about the Duty Manager vacancy."
        row = receive(text, "recruitment@northgate.example", "Your message")
        assert asked(client) == ["Is this a person or a machine?"]
        answer(client, row, do)
        assert Contact.objects.get().automatic is automatic


class TestRefusals:
    def test_nothing_closes_until_i_say_so(self, client: Client) -> None:
        row = receive("We have chosen another candidate.", "ruth.adeyemi@hollowell.example", "News")
        assert asked(client) == ["Close Hollowell Freight?"]
        assert "They said no" not in client.get("/").text
        assert not Candidacy.objects.get(key="hollowell").is_closed
        answer(client, row, "close")
        over = Candidacy.objects.get(key="hollowell")
        assert (str(over.closed_on), over.closed_as, asked(client)) == ("2026-11-18", "rejected", [])
        undo(Change.objects.latest("pk"))
        assert asked(client) == ["Close Hollowell Freight?"]

    def test_it_may_be_no_no(self, client: Client) -> None:
        row = receive("We have chosen another candidate.", "ruth.adeyemi@hollowell.example", "News")
        answer(client, row, "not")
        assert (Contact.objects.get().event, asked(client)) == ("", [])
        assert not Candidacy.objects.get(key="hollowell").is_closed


class TestInvitations:
    def test_no_interview_appears_until_i_add_it(self, client: Client) -> None:
        text = "We would like to invite you to a second interview on Tuesday."
        row = receive(text, "nadia.haddad@saltmarsh.example", "Next")
        place = Candidacy.objects.get(key="saltmarsh")
        assert asked(client) == ["An interview at Saltmarsh Foods?"]
        assert answer(client, row, "add") == f"/candidacies/{place.pk}/interviews/new/"
        assert (place.interviews.count(), asked(client)) == (1, [])

    @staticmethod
    def entry(method: str = "REQUEST", hour: int = 11, sequence: int = 0) -> Message:
        """A mail that is a calendar entry and nothing else."""
        entry = (
            f"BEGIN:VCALENDAR\nMETHOD:{method}\nBEGIN:VEVENT\nUID:7@saltmar\n sh.example\n"
            f"SEQUENCE:{sequence}\nSUMMARY:Depot Manager\nDTSTART:20261124T{hour}0000Z\n"
            "END:VEVENT\nEND:VCALENDAR"
        )
        head = "From: nadia.haddad@saltmarsh.example\nDate: 18 Nov 2026 08:00:00 +0000\n"
        head += f"Message-ID: <{method}{sequence}@x>\nContent-Type: text/calendar; method={method}\n"
        return Receiver().take_in(f"{head}\n{entry}\n".encode())

    def test_its_changes_and_its_end_are_asked_as_what_they_are(self, client: Client) -> None:
        answer(client, self.entry(), "add")
        confirm()
        talk = Interview.objects.get(invite_uid="7@saltmarsh.example")
        moved = self.entry(hour=15, sequence=1)
        assert asked(client) == ["Did Saltmarsh Foods change the interview?"]
        answer(client, moved, "add")
        confirm()
        off = self.entry("CANCEL", sequence=2)
        assert asked(client) == ["Did Saltmarsh Foods call it off?"]
        assert Contact.objects.latest("pk").event == ""
        client.post(answer(client, off, "add"))
        talk.refresh_from_db()
        assert (talk.starts_at.hour, talk.cancelled, asked(client)) == (15, True, [])

    def test_a_calendar_entry_is_handed_over_with_its_day_and_people(self, client: Client) -> None:
        row = self.entry()
        place = Candidacy.objects.get(key="saltmarsh")
        where = answer(client, row, "add")
        waiting = Invitation.objects.get()
        assert (where, waiting.candidacy) == (waiting.get_absolute_url(), place)
        assert (place.interviews.count(), asked(client)) == (1, [])


class TestFiles:
    def test_a_saved_message_is_read(self, client: Client) -> None:
        content = (
            b"From: ruth.adeyemi@hollowell.example\nSubject: Hi\nDate: 17 Nov 2026 08:00:00 +0000\n\nHello."
        )
        saved = SimpleUploadedFile("a.eml", content)
        page = client.post("/mail/file/", {"file": saved}, follow=True).text
        assert "1 message: 1 placed, 0 to be asked about on Today, 0 not about your search." in page
        assert Contact.objects.get().text == "Hello."

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"a,b\n1,2\n", "This is no e-mail: choose a file that your mail program saved"),
            (b"", "There is nothing in this file."),
        ],
    )
    def test_what_is_no_mail_is_refused_beside_the_field(
        self, client: Client, content: bytes, said: str
    ) -> None:
        answer = client.post("/mail/file/", {"file": SimpleUploadedFile("x", content)})
        assert answer.status_code == 422
        assert said in answer.text

    def test_nothing_in_a_message_is_obeyed(self, client: Client) -> None:
        row = receive("<script>alert(1)</script> <img src=https://x.example/a>", subject="<b>NPL-22</b>")
        for path in ("/", "/mail/", f"/mail/{row.pk}/"):
            page = client.get(path).text
            assert ("<script>alert" in page, "<img" in page, "<b>NPL" in page) == (False, False, False)


def test_of_a_long_message_the_timeline_shows_the_beginning(client: Client) -> None:
    receive("It was good to meet you. " * 500, "ruth.adeyemi@hollowell.example")
    line = Contact.objects.get()
    assert line.person
    for path in (line.candidacy.get_absolute_url(), line.person.get_absolute_url()):
        assert client.get(path).text.count("It was good to meet you.") == 12
    assert client.get(f"/candidacies/{line.candidacy_id}/contact/{line.pk}/").text.count("It was good") == 500


def test_as_many_queries_for_twenty_questions_as_for_one(client: Client) -> None:
    receive("Hello.")
    client.get("/")
    with CaptureQueriesContext(connection) as one:
        client.get("/")
    asked = len(one)
    place = Candidacy.objects.get(key="planner")
    for n in range(20):
        Message.objects.create(identity=f"{n}@x", at=timezone.now(), candidacy=place, text="Hello.")
    client.get("/")
    with CaptureQueriesContext(connection) as many:
        client.get("/")
    assert len(many) == asked
