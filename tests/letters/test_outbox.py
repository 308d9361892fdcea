"""The outbox: Send, ten seconds to take it back, sent; and every way in which it can end otherwise."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from candidacy.changes import ChangedSinceError, deleted, undo
from candidacy.models import Change, Profile
from letters import mail, mail_server, outbox
from letters.models import Letter, Outgoing
from tests.letters.posting import now_stands, post_goes, press, press_send
from tests.letters.story import TEXT, Cast, at, save, swap

if TYPE_CHECKING:
    from django.test import Client

    from tests.sink import Sink

RUTH = "ruth@harbourpine.example"
STOP = TEXT.replace("the hour", "[something]")


def shown(client: Client, letter: Letter) -> str:
    return client.get(letter.get_absolute_url()).text


class TestSend:
    def test_a_letter_goes_out_once_and_is_sent(self, client: Client, story: Cast, sink: Sink) -> None:
        letter = story.draft()
        answer = press_send(client, letter)
        assert answer.headers["Location"] == letter.get_absolute_url()
        assert (now_stands(letter), sink.taken) == (("sending", "queued"), [])
        post_goes()
        assert now_stands(letter) == ("sent", "sent")
        (taken,) = sink.taken
        assert (taken.sender, taken.recipients) == ("dana@example.com", (RUTH,))
        found = taken.message
        assert (found["From"], found["To"], found["Subject"]) == (
            "Dana Whitfield <dana@example.com>", "Ruth Adeyemi <ruth@harbourpine.example>", "The cold store",
        )  # fmt: skip
        assert (found.get_content_type(), found.get_content_charset()) == ("text/plain", "utf-8")
        assert found.get_content().replace("\r\n", "\n") == f"{TEXT}\n"
        assert (letter.sent_at, found["Message-ID"]) == (timezone.now(), letter.message_id)
        assert letter.message_id.endswith("@example.com>")

    def test_what_went_is_what_the_file_holds(self, client: Client, story: Cast, sink: Sink) -> None:
        letter = story.draft()
        file = mail.file(letter, Profile.load())
        press_send(client, letter)
        post_goes()
        of_the_file = {b"X-Unsent: 1"}
        of_the_outbox = {
            line for line in sink.taken[0].content.split(b"\r\n") if line.startswith((b"Message-ID", b"Date"))
        }
        assert (
            set(file.split(b"\r\n")) - of_the_file
            == set(sink.taken[0].content.split(b"\r\n")) - of_the_outbox
        )

    def test_what_was_typed_last_is_what_goes(self, client: Client, story: Cast, sink: Sink) -> None:
        letter = story.draft()
        press_send(client, letter, body=f"{TEXT}\nPS")
        post_goes()
        assert sink.taken[0].message.get_content().rstrip().endswith("PS")

    def test_a_nudge_lands_in_the_thread_of_the_letters_before_it(
        self, client: Client, story: Cast, sink: Sink
    ) -> None:
        long = f"<{'a' * 90}@harbourpine.example>"
        first = story.sent(message_id=long)
        second = story.sent("2026-11-04T09:10", message_id="<2@example.com>", answers_letter=first)
        press_send(client, story.draft(kind="nudge", answers_letter=second), anyway="yes")
        post_goes()
        found = sink.taken[0].message
        assert (found["In-Reply-To"], found["References"].split()) == (
            "<2@example.com>",
            [long, "<2@example.com>"],
        )
        assert f"References: {long}\r\n <2@example.com>\r\n".encode() in sink.taken[0].content

    def test_the_same_form_twice_is_one_letter(self, client: Client, story: Cast, sink: Sink) -> None:
        letter = story.draft()
        for _ in range(2):
            press_send(client, letter, "one form")
        post_goes()
        press_send(client, letter, "one form")
        post_goes()
        assert (len(sink.taken), Outgoing.objects.count()) == (1, 1)

    def test_two_tabs_are_one_letter(self, client: Client, story: Cast, sink: Sink) -> None:
        letter = story.draft()
        press_send(client, letter, "one tab")
        press_send(client, letter, "another tab")
        post_goes()
        press_send(client, letter, "a third tab")
        post_goes()
        assert (len(sink.taken), Outgoing.objects.count()) == (1, 1)

    def test_a_letter_on_its_way_cannot_be_changed(self, client: Client, story: Cast, sink: Sink) -> None:
        letter = story.draft()
        press_send(client, letter)
        assert save(client, letter, "Another text").status_code == 409
        press(client, letter, "parts", to=str(story.tomasz.pk))
        press(client, letter, "sent")
        press(client, letter, "delete")
        post_goes()
        letter.refresh_from_db()
        assert (letter.body, letter.to, len(sink.letters_to(RUTH))) == (TEXT, story.ruth, 1)

    def test_what_would_hurt_asks_first(self, client: Client, story: Cast, sink: Sink) -> None:
        letter = story.draft(body=STOP)
        asked = press_send(client, letter)
        assert (asked.status_code, now_stands(letter)) == (409, ("draft", ""))
        page = asked.content.decode()
        for told in ('value="one form"', f'value="{RUTH}"', 'name="anyway" value="yes"'):
            assert told in page
        press_send(client, letter, anyway="yes")
        post_goes()
        assert (now_stands(letter), letter.sent_despite, len(sink.taken)) == (
            ("sent", "sent"),
            "placeholder",
            1,
        )

    def test_by_htmx_it_leads_to_the_letter(self, client: Client, story: Cast, sink: Sink) -> None:
        letter = story.draft()
        answer = swap(client, letter, TEXT, action="letters:send", once="one form", recipient=RUTH)
        assert (answer.headers["HX-Redirect"], answer.headers["Stored"]) == (letter.get_absolute_url(), "yes")
        assert (now_stands(letter), sink.taken) == (("sending", "queued"), [])

    def test_an_address_that_changed_meanwhile_is_shown_first(
        self, client: Client, story: Cast, sink: Sink
    ) -> None:
        letter = story.draft()
        story.ruth.email = "ruth.a@harbourpine.example"
        story.ruth.save()
        answer = press_send(client, letter, recipient=RUTH)
        assert answer.status_code == 422
        assert "it is now ruth.a@harbourpine.example" in answer.content.decode()
        assert (now_stands(letter), sink.talks) == (("draft", ""), 0)

    def test_without_an_address_of_mine_it_says_so(self, client: Client, story: Cast, sink: Sink) -> None:
        letter = story.draft()
        Profile.objects.update(email="")
        answer = press_send(client, letter)
        assert answer.status_code == 422
        assert "Your own address is missing" in answer.content.decode()
        assert (now_stands(letter), sink.talks) == (("draft", ""), 0)

    def test_off_there_is_no_such_button(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        assert 'id="send"' not in shown(client, letter)
        assert press_send(client, letter).status_code == 422
        assert now_stands(letter) == ("draft", "")

    @pytest.mark.usefixtures("sink")
    def test_on_it_is_the_one_filled_button(self, client: Client, story: Cast) -> None:
        page = shown(client, story.draft())
        assert (page.count("btn-1"), 'class="btn btn-1" id="send"' in page) == (1, True)

    def test_a_letter_thrown_away_with_its_candidacy_does_not_leave(
        self, client: Client, story: Cast, sink: Sink
    ) -> None:
        letter = story.draft()
        press_send(client, letter)
        deleted("All of it", story.candidacy)
        post_goes()
        assert sink.talks == 0


class TestTakeBack:
    def test_within_ten_seconds_it_is_a_draft_again(self, client: Client, story: Cast, sink: Sink) -> None:
        letter = story.draft()
        press_send(client, letter)
        page = shown(client, letter)
        assert "Sending, ten seconds to take it back" in page
        assert '<noscript><meta http-equiv="refresh" content="11"></noscript>' in page
        press(client, letter, "take_back")
        post_goes()
        assert (now_stands(letter), sink.talks) == (("draft", "taken_back"), 0)

    def test_it_can_then_be_sent_from_a_fresh_page(self, client: Client, story: Cast, sink: Sink) -> None:
        letter = story.draft()
        press_send(client, letter, "one form")
        press(client, letter, "take_back")
        letter.refresh_from_db()
        press_send(client, letter, "another form")
        post_goes()
        assert (now_stands(letter), len(sink.taken)) == (("sent", "sent"), 1)

    def test_the_page_from_before_does_not_send_it_after_all(
        self, client: Client, story: Cast, sink: Sink
    ) -> None:
        letter = story.draft()
        press_send(client, letter, "one form")
        press(client, letter, "take_back")
        letter.refresh_from_db()
        assert press_send(client, letter, "one form").status_code == 302
        post_goes()
        assert (now_stands(letter), sink.talks) == (("draft", "taken_back"), 0)

    def test_once_it_has_left_it_stays_sent(self, client: Client, story: Cast, sink: Sink) -> None:
        letter = story.draft()
        press_send(client, letter)
        post_goes()
        press(client, letter, "take_back")
        assert (now_stands(letter), len(sink.taken)) == (("sent", "sent"), 1)

    @pytest.mark.usefixtures("sink")
    def test_the_seconds_are_counted_until_there_is_news(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        press_send(client, letter)
        there = f"/letters/{letter.pk}/seconds/"
        Outgoing.objects.update(leaves_at=timezone.now() + dt.timedelta(seconds=6.2))
        assert "7 seconds left" in client.get(there).text
        post_goes()
        assert client.get(there).headers["HX-Refresh"] == "true"


class TestItDidNotLeave:
    def test_refused_it_is_a_draft_with_the_server_s_words(
        self, client: Client, story: Cast, sink: Sink
    ) -> None:
        sink.answers["RCPT"] = "550 5.1.1 No <such> user"
        letter = story.draft()
        press_send(client, letter)
        post_goes()
        assert now_stands(letter) == ("draft", "refused")
        said = "Your mail server refused the address: <q>550 5.1.1 No &lt;such&gt; user</q>. "
        said += "The address is most likely misspelt, or no longer in use."
        assert said in shown(client, letter)
        for page in ("/letters/", "/"):
            assert said in client.get(page).text
        assert "Mend the address" in client.get("/letters/").text

    def test_it_can_be_mended_and_sent_again(self, client: Client, story: Cast, sink: Sink) -> None:
        sink.answers["RCPT"] = "550 No such user"
        letter = story.draft()
        press_send(client, letter, "one form")
        post_goes()
        sink.answers.clear()
        letter = Letter.objects.get()
        press_send(client, letter, "another form")
        post_goes()
        assert (now_stands(letter), len(sink.taken)) == (("sent", "sent"), 1)
        assert "Back in drafts" not in client.get("/letters/").text

    @pytest.mark.usefixtures("sink")
    def test_turned_off_in_the_ten_seconds(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        press_send(client, letter)
        mail_server.turn_off()
        post_goes()
        assert now_stands(letter) == ("draft", "refused")
        assert "Sending was turned off before it left" in client.get("/letters/").text


class TestNobodyKnows:
    def test_it_is_asked_and_never_sent_again(self, client: Client, story: Cast, sink: Sink) -> None:
        sink.hangs_up_at = "END"
        letter = story.draft()
        press_send(client, letter)
        post_goes()
        sink.hangs_up_at = ""
        for _ in range(3):
            outbox.put_right(timezone.now() + dt.timedelta(days=1))
            post_goes()
            press_send(client, letter, "another form")
        assert (now_stands(letter), len(sink.taken)) == (("sending", "unknown"), 1)
        for page in (letter.get_absolute_url(), "/letters/", "/"):
            assert "It will not be sent again unless you say so." in client.get(page).text

    @pytest.mark.parametrize(
        ("answer", "stands", "there"), [("sent", ("sent", "sent"), 0), ("not", ("draft", "not_sent"), 1)]
    )
    def test_i_say_what_i_found(
        self, client: Client, story: Cast, sink: Sink, answer: str, stands: tuple[str, str], there: int
    ) -> None:
        sink.hangs_up_at = "END"
        letter = story.draft()
        press_send(client, letter)
        post_goes()
        press(client, letter, "settle", **{"is": answer})
        assert now_stands(letter) == stands
        assert (letter.message_id != "", letter.sent_at) == (
            (True, timezone.now()) if answer == "sent" else (False, None)
        )
        assert Letter.objects.drafts().count() == there

    @pytest.mark.usefixtures("sink")
    def test_nothing_is_settled_while_it_can_still_be_taken_back(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        press_send(client, letter)
        press(client, letter, "settle", **{"is": "sent"})
        assert now_stands(letter) == ("sending", "queued")

    def test_a_letter_from_an_archive_that_was_on_its_way_is_asked_about(
        self, client: Client, story: Cast
    ) -> None:
        letter = story.draft(status="sending")
        assert "Did it go out to Ruth?" in shown(client, letter)
        press(client, letter, "settle", **{"is": "not"})
        assert now_stands(letter) == ("draft", "")


class TestNothingStaysUnderWay:
    def test_claimed_and_not_finished_is_asked_about_at_the_next_start(
        self, client: Client, story: Cast, sink: Sink
    ) -> None:
        letter = story.draft()
        press_send(client, letter)
        (row,) = outbox.due(timezone.now() + dt.timedelta(seconds=10))
        assert outbox.claim(row)
        assert not outbox.claim(row)
        outbox.put_right(timezone.now(), at_start=True)
        assert (now_stands(letter), sink.talks) == (("sending", "unknown"), 0)
        assert "Afterword ended before it heard what became of it." in shown(client, letter)

    @pytest.mark.usefixtures("sink")
    def test_queued_at_the_next_start_it_goes_back_to_the_drafts(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        press_send(client, letter)
        outbox.put_right(timezone.now(), at_start=True)
        assert now_stands(letter) == ("draft", "refused")
        assert "Afterword was closed before it left" in client.get("/letters/").text

    @pytest.mark.parametrize(
        ("state", "minutes", "stands"),
        [
            ("queued", 0.5, ("sending", "queued")),
            ("queued", 1.5, ("draft", "refused")),
            ("queued", -60, ("draft", "refused")),
            ("sending", 3.9, ("sending", "sending")),
            ("sending", 4.1, ("sending", "unknown")),
            ("sending", -60, ("sending", "unknown")),
        ],
    )
    @pytest.mark.usefixtures("sink")
    def test_after_minutes_it_is_said_how_it_stands(
        self, client: Client, story: Cast, state: str, minutes: float, stands: tuple[str, str]
    ) -> None:
        """With a minus the clock was set back meanwhile."""
        letter = story.draft()
        press_send(client, letter)
        then = timezone.now() - dt.timedelta(minutes=minutes)
        Outgoing.objects.update(state=state, leaves_at=then, begun_at=then)
        outbox.put_right(timezone.now())
        assert now_stands(letter) == stands


class TestTheRecord:
    def test_the_clock_starts_again_and_the_record_can_be_undone_not_the_mail(
        self, client: Client, story: Cast, sink: Sink
    ) -> None:
        letter = story.draft()
        press_send(client, letter)
        post_goes()
        undo(Change.objects.get(sentence="Thank-you to Ruth Adeyemi sent"))
        post_goes()
        letter.refresh_from_db()
        assert (letter.status, letter.sent_at, len(sink.taken)) == ("draft", None, 1)
        assert "Your mail server took this letter" in shown(client, letter)

    @pytest.mark.usefixtures("sink")
    def test_what_was_done_before_cannot_be_undone_under_way(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        press(client, letter, "parts", to=str(story.tomasz.pk))
        letter = Letter.objects.select_related("to").get()
        press_send(client, letter)
        with pytest.raises(ChangedSinceError):
            undo(Change.objects.get(sentence="Thank-you to Ruth Adeyemi goes to Tomasz Wójcik instead"))
        assert now_stands(letter) == ("sending", "queued")


@pytest.mark.usefixtures("sink")
def test_the_page_of_letters_tells_how_each_stands(client: Client, story: Cast) -> None:
    leaving, unknown, back, begun = (story.draft(subject=name) for name in ("A", "B", "C", "D"))
    for one in (leaving, unknown, back):
        press_send(client, one, one.subject, anyway="yes")
    Outgoing.objects.filter(letter=unknown).update(state="sending", begun_at=at("2026-11-04T09:00"))
    Outgoing.objects.filter(letter=back).update(leaves_at=at("2026-11-04T09:00"))
    outbox.put_right(timezone.now())
    page = client.get("/letters/").text
    heads = [
        page.index(f">{head}</h2>") for head in ("Sending", "Did it go out?", "Back in drafts", "In draft")
    ]
    places = [page.index(f">{one.subject}</p>") for one in (leaving, unknown, back)]
    assert heads == sorted(heads)
    assert [sum(place > head for head in heads) for place in places] == [1, 2, 3]
    assert "Three letters need you" in page
    assert f'href="{begun.get_absolute_url()}"' in page[heads[3] :]
