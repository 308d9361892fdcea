"""On its way out: mailto and .eml, “did you send it?”, what would hurt, and back again."""

from __future__ import annotations

import email
import email.policy
import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.urls import reverse
from django.utils import timezone

from candidacy.changes import undo
from candidacy.models import Change, Company, Contact, Person, Profile
from letters import mail
from letters.models import Letter
from tests.letters.story import TEXT, Cast, at, save, swap

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import EmailMessage
    from typing import Any

    from django.test import Client

STOP = TEXT.replace("the hour", "[something]")
HOSTILE = [
    "Ruth\r\nBcc: everyone@example.com",
    "Ruth\nX-Extra: 1",
    "\u2028Ruth\x0b\x0cBcc: a@b.example",
    '"Ruth" <evil@example.com>, other@example.com',
    "Ruth; Tomasz <t@example.com>",
    "=?utf-8?q?Ruth=0ABcc:_a@b.example?=",
    "Rüth Adéyémi \U0001f41f",
]


def read(letter: Letter) -> EmailMessage:
    found = email.message_from_bytes(mail.file(letter, Profile.load()), policy=email.policy.default)
    assert isinstance(found, email.message.EmailMessage)
    return found


class TestTheLink:
    def test_it_carries_address_subject_and_text(self, story: Cast) -> None:
        link = urlsplit(mail.link(story.draft(subject="Leith & “you” + 4 a.m.?")))
        told = parse_qs(link.query, keep_blank_values=True)
        assert (link.scheme, unquote(link.path)) == ("mailto", "ruth@harbourpine.example")
        assert told == {"subject": ["Leith & “you” + 4 a.m.?"], "body": [TEXT.replace("\n", "\r\n")]}

    def test_through_the_agency_it_goes_to_the_recruiter(self, story: Cast) -> None:
        wexley = Company.objects.create(name="Wexley", sector="agency")
        tom = Person.objects.create(company=wexley, name="Tom Reyes", email="tom@wexley.example")
        assert mail.link(story.draft(via=tom)).startswith("mailto:tom@wexley.example?")

    def test_through_the_agency_the_letter_stands_below_a_note_that_asks_to_pass_it_on(
        self, story: Cast
    ) -> None:
        wexley = Company.objects.create(name="Wexley", sector="agency")
        tom = Person.objects.create(company=wexley, name="Tom Reyes", email="tom@wexley.example")
        letter = story.draft(via=tom, kind="nudge")
        (said,) = parse_qs(urlsplit(mail.link(letter)).query)["body"]
        note, _, rest = said.partition("\r\n\r\n* * *\r\n\r\n")
        asked = (
            "I have written a few lines to Ruth Adeyemi at Harbour & Pine, which you find below. "
            "Could you forward them for me?"
        )
        assert note.splitlines() == ["Dear Tom,", "", asked, "", "Dana"]
        assert rest == TEXT.replace("\n", "\r\n")
        assert read(letter).get_content().startswith("Dear Tom,")

    @pytest.mark.parametrize(("length", "way"), [(1899, "mailto:"), (1900, "/letters/")])
    def test_a_long_one_becomes_a_file(self, story: Cast, length: int, way: str) -> None:
        letter = story.draft(body="")
        letter.body = "x" * (length - len(mail.link(letter)))
        assert len(mail.link(letter)) == length
        assert mail.way_out(letter).startswith(way)


class TestTheFile:
    def test_it_opens_as_a_letter_not_yet_sent(self, client: Client, story: Cast) -> None:
        letter = story.draft(body="Liebe Grüße, “Ruth”\n\n🐟")
        answer = client.get(reverse("letters:eml", args=[letter.pk]))
        assert answer.headers["Content-Type"] == "message/rfc822"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="letter-{letter.pk}.eml"'
        found = email.message_from_bytes(answer.content, policy=email.policy.default)
        assert isinstance(found, email.message.EmailMessage)
        assert (found["X-Unsent"], found["Subject"], found["To"], found["From"]) == (
            "1",
            "The cold store",
            "Ruth Adeyemi <ruth@harbourpine.example>",
            "Dana Whitfield <dana@example.com>",
        )
        assert found.get_content().split() == ["Liebe", "Grüße,", "“Ruth”", "🐟"]

    @pytest.mark.parametrize("words", HOSTILE)
    @pytest.mark.parametrize("where", ["name", "subject", "sender"])
    def test_no_words_add_a_header_or_a_reader(self, story: Cast, words: str, where: str) -> None:
        letter = story.draft()
        if where == "name":
            letter.to.name = words
        elif where == "subject":
            letter.subject = words
        else:
            Profile.objects.update(name=words)
        found = read(letter)
        assert sorted(set(found.keys())) == [
            "Content-Transfer-Encoding", "Content-Type", "From", "MIME-Version", "Subject", "To", "X-Unsent",
        ]  # fmt: skip
        assert [one.addr_spec for one in found["To"].addresses] == ["ruth@harbourpine.example"]

    @pytest.mark.parametrize("address", ["no address", "a@b\r\nBcc: c@d.example", "a@b.example, c@d.example"])
    def test_an_address_that_is_none_is_left_out(self, story: Cast, address: str) -> None:
        letter = story.draft()
        letter.to.email = address
        found = read(letter)
        assert (found["To"], found["Bcc"]) == (None, None)

    def test_it_answers_in_the_thread(self, story: Cast) -> None:
        letter = story.draft(answers_letter=story.sent(message_id="<1@harbour.example>"))
        assert read(letter)["In-Reply-To"] == "<1@harbour.example>"

    def test_a_made_up_thread_is_none(self, story: Cast) -> None:
        letter = story.draft(answers_letter=story.sent(message_id="<1@x>\r\nBcc: a@b.example"))
        assert read(letter)["In-Reply-To"] is None


class TestOpenInEmail:
    def test_it_saves_and_asks_whether_it_went(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        answer = save(client, letter, TEXT + "\nPS", action="letters:open")
        letter.refresh_from_db()
        assert answer.headers["Location"] == f"/letters/{letter.pk}/#did"
        assert (letter.body, letter.opened_at) == (TEXT + "\nPS", timezone.now())
        page = client.get(letter.get_absolute_url()).text
        assert "Did you send it to Ruth?" in page
        assert mail.link(letter).replace("&", "&amp;") in page

    def test_by_htmx_the_mail_program_opens(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        answer = swap(client, letter, TEXT, action="letters:open")
        assert json.loads(answer.headers["HX-Trigger"]) == {"afterword:mail": {"href": mail.link(letter)}}
        assert b"Did you send it to Ruth?" in answer.content

    def test_a_copy_counts_too(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        answer = save(client, letter, TEXT, action="letters:copy")
        assert answer.headers["Location"] == f"/letters/{letter.pk}/preview/"
        assert TEXT in client.get(answer.headers["Location"]).text
        letter.refresh_from_db()
        assert letter.opened_at == timezone.now()


class TestMarkedAsSent:
    def test_the_text_is_frozen_and_the_clock_begins_again(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        answer = save(client, letter, TEXT, action="letters:sent")
        letter.refresh_from_db()
        assert answer.headers["Location"] == "/"
        assert (letter.status, letter.sent_at) == ("sent", at("2026-11-04T09:26"))
        page = client.get(letter.get_absolute_url()).text
        assert "<textarea" not in page
        assert "Sent Wed 4 Nov at 09:26" in page

    def test_today_says_so_with_an_undo(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        save(client, letter, TEXT, action="letters:sent")
        assert "Thank-you to Ruth Adeyemi sent" in client.get("/").text
        undo(Change.objects.get(sentence="Thank-you to Ruth Adeyemi sent"))
        letter.refresh_from_db()
        assert (letter.status, letter.sent_at, letter.body) == ("draft", None, TEXT)

    def test_undo_beside_the_name_leads_back_to_today(self, client: Client, story: Cast) -> None:
        letter = story.sent(moment="2026-11-04T09:00")
        page = client.get("/").text
        assert f'action="/letters/{letter.pk}/unsent/"' in page
        answer = client.post(reverse("letters:unsent", args=[letter.pk]), {"back": "today"})
        letter.refresh_from_db()
        assert (answer.headers["Location"], letter.status) == ("/", "draft")

    def test_another_time_in_the_zone_of_the_company(self, client: Client, story: Cast) -> None:
        Company.objects.update(time_zone="Europe/Berlin")
        letter = story.draft()
        save(client, letter, TEXT, action="letters:sent", at="2026-11-04T08:00")
        letter.refresh_from_db()
        assert letter.sent_at == at("2026-11-04T07:00")

    @pytest.mark.parametrize(
        ("when", "sentence"),
        [
            ("2026-11-05T08:00", "That is still to come."),
            ("yesterday", "Take a day and a time"),
            ("1066-10-14T09:00", "Take a year between 1900 and 2200."),
        ],
    )
    def test_an_impossible_time(self, client: Client, story: Cast, when: str, sentence: str) -> None:
        letter = story.draft()
        answer = save(client, letter, TEXT, action="letters:sent", at=when)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert when in answer.content.decode()
        letter.refresh_from_db()
        assert letter.status == "draft"

    def test_twice_is_once(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        for _ in range(2):
            save(client, letter, TEXT, action="letters:sent")
        assert Change.objects.filter(sentence="Thank-you to Ruth Adeyemi sent").count() == 1

    def test_it_did_not_go_out(self, client: Client, story: Cast) -> None:
        letter = story.sent()
        client.post(reverse("letters:unsent", args=[letter.pk]))
        letter.refresh_from_db()
        assert (letter.status, letter.sent_at) == ("draft", None)
        assert "<textarea" in client.get(letter.get_absolute_url()).text


class TestWhatWouldHurt:
    @pytest.mark.parametrize("action", ["letters:open", "letters:sent"])
    def test_it_asks_first(self, client: Client, story: Cast, action: str) -> None:
        letter = story.draft()
        answer = save(client, letter, STOP, action=action)
        letter.refresh_from_db()
        assert answer.status_code == 409
        assert "Send anyway" in answer.content.decode()
        assert (letter.body, letter.status, letter.opened_at) == (STOP, "draft", None)

    def test_by_htmx_in_a_dialogue(self, client: Client, story: Cast) -> None:
        answer = swap(client, story.draft(), STOP, action="letters:open")
        assert (answer.status_code, answer.headers["HX-Retarget"]) == (200, "#ask")

    def test_sent_anyway_is_noted(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        save(client, letter, STOP, action="letters:open")
        client.post(reverse("letters:open", args=[letter.pk]), {"anyway": "yes"})
        letter.refresh_from_db()
        assert letter.sent_despite == "placeholder"
        save(client, letter, STOP, action="letters:sent")
        letter.refresh_from_db()
        assert (letter.status, letter.sent_despite) == ("sent", "placeholder")

    def test_something_else_that_would_hurt_asks_again(self, client: Client, story: Cast) -> None:
        letter = story.draft(sent_despite="placeholder")
        answer = save(client, letter, STOP.replace("Dear Ruth", "Dear Tomasz"), action="letters:sent")
        assert answer.status_code == 409

    def test_mended_nothing_is_noted(self, client: Client, story: Cast) -> None:
        letter = story.draft(sent_despite="placeholder")
        save(client, letter, TEXT, action="letters:sent")
        letter.refresh_from_db()
        assert (letter.status, letter.sent_despite) == ("sent", "")


class TestTheList:
    def test_drafts_what_may_have_gone_and_what_was_answered(self, client: Client, story: Cast) -> None:
        story.draft(to=story.tomasz)
        story.draft(opened_at=timezone.now(), kind="free")
        story.sent(subject="One pallet a day", moment="2026-11-03T18:00")
        Contact.objects.create(
            candidacy=story.candidacy,
            at=at("2026-11-04T08:00"),
            direction="in",
            person=story.ruth,
            text="Read it.",
        )
        page = client.get(reverse("letters:letters")).text
        for words in (
            "Two letters need you",
            "Did it go out?",
            "Finish<",
            "One pallet a day",
            "Ruth replied 4 Nov",
            "<q>Read it.</q>",
        ):
            assert words in page

    def test_an_answer_belongs_to_the_last_letter_before_it(self, client: Client, story: Cast) -> None:
        story.sent(moment="2026-11-01T09:00")
        story.sent(moment="2026-11-02T09:00", kind="nudge")
        line = {"candidacy": story.candidacy, "direction": "in", "person": story.ruth}
        Contact.objects.create(at=at("2026-11-03T08:00"), **line)
        assert client.get(reverse("letters:letters")).text.count("Ruth replied 3 Nov") == 1

    def test_a_filter(self, client: Client, story: Cast) -> None:
        story.sent(subject="The first")
        story.sent(subject="The nudge", kind="nudge")
        page = client.get(reverse("letters:letters"), {"show": "nudge"}).text
        assert ("The nudge" in page, "The first" in page) == (True, False)

    def test_the_filter_of_the_answered_shows_those_that_brought_an_answer(self, story: Cast) -> None:
        from letters.listing import letters

        first = story.sent(moment="2026-11-01T09:00")
        story.sent(moment="2026-11-02T09:00", kind="nudge")
        Contact.objects.create(
            candidacy=first.candidacy, person=first.to, direction="in", at=at("2026-11-01T18:00")
        )

        page = letters("answered", timezone.now(), everything=False)

        assert [one.letter for one in page.shown] == [first]
        assert [(one.slug, one.count) for one in page.filters] == [
            ("all", 2), ("answered", 1), ("thank_you", 1), ("nudge", 1),
        ]  # fmt: skip

    @pytest.mark.parametrize("many", [1, 50])
    def test_its_queries_do_not_grow(
        self, story: Cast, many: int, django_assert_num_queries: Callable[[int], Any]
    ) -> None:
        for number in range(many):
            story.draft(subject=f"Draft {number}")
            story.sent(subject=f"Sent {number}")
        from letters.listing import letters

        with django_assert_num_queries(9):
            page = letters("all", timezone.now(), everything=True, drafts=True)
        assert (len(page.shown), len(page.drafts), page.begun) == (many, many, many)

    def test_of_many_drafts_those_saved_last_are_shown_and_all_counted(
        self, client: Client, story: Cast
    ) -> None:
        for number in range(22):
            story.draft(subject=f"Draft {number}")
        story.draft(subject="Opened elsewhere", opened_at=at("2026-11-03T08:00"))
        page = client.get(reverse("letters:letters")).text
        assert "23 letters need you" in page
        assert ("Showing 20 of 22, the latest first." in page, page.count(">Finish<")) == (True, 20)
        whole = client.get(reverse("letters:letters"), {"show": "all", "drafts": "all"}).text
        assert ("Show the rest" in whole, whole.count(">Finish<")) == (False, 22)

    def test_a_draft_thrown_away_can_come_back(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        client.post(reverse("letters:delete", args=[letter.pk]))
        assert Letter.objects.count() == 0
        undo(Change.objects.get(sentence="Thank-you to Ruth Adeyemi thrown away"))
        assert Letter.objects.get().body == TEXT
