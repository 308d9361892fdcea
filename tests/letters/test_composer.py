"""The composer: a letter begun from notes, saved as it is typed, clashes, versions, facts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.urls import reverse

from candidacy.changes import undo
from candidacy.models import Change, Company, Person, Profile
from letters.models import Letter, Revision
from tests.letters.story import TEXT, Cast, at, save, silence, swap

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

CHILL = "Leith loses the chill at four in the morning."


def begin(client: Client, story: Cast, **given: object) -> Letter:
    posted = {"candidacy": story.candidacy.pk, "to": story.ruth.pk, "kind": "thank_you", **given}
    client.post(reverse("letters:new"), posted)
    return Letter.objects.latest("pk")


class TestBegin:
    def test_a_draft_is_written_from_the_notes(self, client: Client, story: Cast) -> None:
        letter = begin(client, story)
        assert (letter.to, letter.kind, letter.status, letter.hand_edited) == (
            story.ruth,
            "thank_you",
            "draft",
            False,
        )
        assert letter.body.startswith("Dear Ruth,\n\n")
        assert letter.body.endswith("Kind regards,\nDana")
        assert letter.notes.filter(interviewer__person=story.ruth).exists()

    def test_an_unknown_name_is_asked_for(self, client: Client, story: Cast) -> None:
        asked = "It ends without your name"
        page = reverse("letters:letter", args=[begin(client, story).pk])
        assert asked not in client.get(page).text
        Profile.objects.update(name="")
        assert asked in client.get(page).text

    def test_the_draft_that_is_there_is_opened_again(self, client: Client, story: Cast) -> None:
        first = begin(client, story)
        assert begin(client, story) == first
        assert Letter.objects.count() == 1

    def test_another_kind_and_another_person_get_their_own(self, client: Client, story: Cast) -> None:
        begin(client, story)
        begin(client, story, kind="free")
        begin(client, story, to=story.tomasz.pk)
        assert Letter.objects.count() == 3

    def test_looking_begins_nothing(self, client: Client, story: Cast) -> None:
        page = client.get(reverse("letters:new"), {"candidacy": story.candidacy.pk, "to": story.ruth.pk})
        assert (page.status_code, Letter.objects.count()) == (200, 0)
        assert f'<option value="{story.ruth.pk}" selected>' in page.text

    def test_without_anybody_to_write_to(self, client: Client, story: Cast) -> None:
        answer = client.post(reverse("letters:new"), {"candidacy": story.candidacy.pk, "kind": "thank_you"})
        assert (answer.status_code, Letter.objects.count()) == (422, 0)
        assert "Choose somebody." in answer.text

    def test_a_free_letter_begins_with_its_frame_alone(self, client: Client, story: Cast) -> None:
        assert begin(client, story, kind="free").body == "Dear Ruth,\n\n\n\nKind regards,\nDana"

    def test_undone_it_is_gone(self, client: Client, story: Cast) -> None:
        begin(client, story)
        undo(Change.objects.get(sentence="Thank-you to Ruth Adeyemi begun"))
        assert Letter.objects.count() == 0

    def test_a_nudge_answers_the_letter_before(self, client: Client, story: Cast) -> None:
        silence(story)
        with time_machine.travel(at("2026-11-16T09:00")):
            letter = begin(client, story, kind="nudge")
        assert letter.answers_letter == Letter.objects.get(to=story.ruth, kind="thank_you")
        assert letter.subject == "Re: One pallet a day"


class TestSaving:
    def test_what_was_typed_is_stored_and_the_draft_kept(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        answer = save(client, letter, "Dear Ruth,\r\n\r\nLonger.\r\n")
        letter.refresh_from_db()
        assert answer.status_code == 302
        assert (letter.body, letter.hand_edited, letter.version) == ("Dear Ruth,\n\nLonger.\n", True, 2)
        assert [one.body for one in letter.revisions.all()] == [TEXT]

    def test_by_itself_only_the_parts_come_back(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        page = swap(client, letter, TEXT.replace("Friday", "Saturday"))
        assert page.status_code == 200
        assert "<html" not in page.text
        assert 'You <mark class="f" id="m1">judged the mackerel tasting</mark> on Saturday' in page.text
        assert 'id="seen" value="2"' in page.text
        assert "Saved 09:26" in page.text
        assert 'aria-pressed="true"' in page.text

    def test_the_letter_names_the_notes_it_plays_back(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        swap(client, letter, f"Dear Ruth,\n\n{CHILL}")
        assert [note.text for note in letter.notes.all()] == [CHILL]

    def test_nothing_typed_changes_nothing(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        swap(client, letter, TEXT)
        letter.refresh_from_db()
        assert (letter.version, letter.hand_edited, letter.revisions.count()) == (1, False, 0)

    def test_of_many_saves_one_a_minute_stays_a_version(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        for second in range(3):
            with time_machine.travel(at(f"2026-11-04T09:30:0{second}"), tick=False):
                swap(client, letter, f"Text {second}")
            letter.refresh_from_db()
        with time_machine.travel(at("2026-11-04T09:32"), tick=False):
            swap(client, letter, "Later")
        assert [one.body for one in letter.revisions.all()] == ["Text 2", TEXT]

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"subject": "x" * 501}, "Take a subject of at most 500 characters."),
            ({"body": "half \ud83d"}, "A character in here is broken: type it again."),
        ],
    )
    def test_what_cannot_be_stored_stands_there_again(
        self, client: Client, story: Cast, typed: dict[str, str], sentence: str
    ) -> None:
        from letters.forms import TextForm

        assert [*TextForm({"seen": "1", **typed}).errors.values()] == [[sentence]]
        if "subject" in typed:
            answer = save(client, story.draft(), "Mine, not to be lost", **typed)
            assert answer.status_code == 422
            assert sentence in answer.content.decode()
            assert "Mine, not to be lost" in answer.content.decode()

    def test_nul_characters_go(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        save(client, letter, "With\x00out")
        letter.refresh_from_db()
        assert letter.body == "Without"


class TestEnter:
    @pytest.mark.parametrize(("kind", "presses"), [("thank_you", None), ("nudge", "letters:parts")])
    def test_in_a_line_it_presses_the_first_button_which_only_saves(
        self, client: Client, story: Cast, kind: str, presses: str | None
    ) -> None:
        silence(story)
        letter = story.draft(kind=kind)
        said = client.get(letter.get_absolute_url()).text
        first = re.search(r'<button type="submit"[^>]*form="letterform"[^>]*>', said)
        assert first
        action = re.search(r'formaction="([^"]+)"', first.group())
        assert 'id="enter"' in first.group()
        assert (action and action.group(1)) == (presses and reverse(presses, args=[letter.pk]))


class TestAClash:
    def test_both_texts_are_shown_and_none_overwritten(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        save(client, letter, "Typed in the first window.")
        answer = save(client, letter, "Typed in the second window.")
        assert answer.status_code == 409
        words = answer.content.decode()
        assert "This letter changed while you wrote" in words
        assert "<ins>first </ins>" in words
        assert "<ins>second </ins>" in words
        letter.refresh_from_db()
        assert letter.body == "Typed in the first window."

    @pytest.mark.parametrize(
        ("keep", "stays", "versions"),
        [
            ("mine", "Second.", ["First.", "Second.", TEXT]),
            ("theirs", "First.", ["Second.", TEXT]),
            ("both", "Joined.", ["First.", "Second.", TEXT]),
        ],
    )
    def test_the_choice_keeps_the_other_as_a_version(
        self, client: Client, story: Cast, keep: str, stays: str, versions: list[str]
    ) -> None:
        letter = story.draft()
        save(client, letter, "First.")
        save(client, letter, "Second.")
        letter.refresh_from_db()
        mine = Revision.objects.get(body="Second.")
        posted = {
            "keep": keep,
            "revision": mine.pk,
            "seen": letter.version,
            "subject": "S",
            "body": "Joined.",
        }
        with time_machine.travel(at("2026-11-04T09:40")):
            client.post(reverse("letters:resolve", args=[letter.pk]), posted)
        letter.refresh_from_db()
        assert (letter.body, [one.body for one in letter.revisions.all()]) == (stays, versions)

    def test_the_same_words_are_no_clash(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        save(client, letter, "The same.")
        assert save(client, letter, "The same.").status_code == 302

    def test_words_typed_after_it_was_sent_are_kept(self, client: Client, story: Cast) -> None:
        letter = story.sent()
        answer = save(client, letter, "Too late.")
        assert answer.status_code == 409
        assert "marked as sent while you wrote" in answer.content.decode()
        letter.refresh_from_db()
        assert (letter.body, letter.revisions.get().body) == (TEXT, "Too late.")


class TestFacts:
    def test_they_stand_by_person_with_their_kind(self, client: Client, story: Cast) -> None:
        page = client.get(story.draft().get_absolute_url()).text
        for label in ("Ugly", "Asked you", "Only you two", "Your idea", "Bad"):
            assert f'<span class="k">{label}</span>' in page
        assert "2 of 4 used" in page

    def test_private_ones_are_never_offered(self, client: Client, story: Cast) -> None:
        story.note(story.ruth, "fact", "The chair may go in spring.", share="private")
        page = client.get(story.draft().get_absolute_url()).text
        assert "The chair may go" not in page

    def test_confided_ones_only_to_whoever_said_it(self, client: Client, story: Cast) -> None:
        story.note(story.ruth, "fact", "The depot may move to Fife.", share="only_them")
        assert "move to Fife" in client.get(story.draft().get_absolute_url()).text
        assert "move to Fife" not in client.get(story.draft(to=story.tomasz).get_absolute_url()).text

    def test_a_click_answers_with_a_sentence(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        note = story.ruth.notes_by.get(kind="challenge")
        answer = client.post(reverse("letters:fact", args=[letter.pk]), {"fact": note.key})
        told = json.loads(answer.headers["HX-Trigger"])["afterword:sentence"]["text"]
        assert answer.status_code == 204
        assert "the chill at four in the morning" in told

    def test_no_sentence_of_what_is_private_whoever_asks(self, client: Client, story: Cast) -> None:
        note = story.note(story.ruth, "fact", "The chair may go in spring.", share="private")
        answer = client.post(reverse("letters:fact", args=[story.draft().pk]), {"fact": note.key})
        assert json.loads(answer.headers["HX-Trigger"]) == {"afterword:sentence": {"text": ""}}

    def test_without_a_script_it_comes_before_the_sign_off(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        note = story.ruth.notes_by.get(kind="challenge")
        save(client, letter, TEXT, fact=note.key)
        letter.refresh_from_db()
        start, sentence, end = letter.body.rsplit("\n\n", 2)
        assert f"{start}\n\n{end}" == TEXT
        assert "the chill at four in the morning" in sentence


class TestAnotherDraft:
    def test_the_former_text_stays_a_version(self, client: Client, story: Cast) -> None:
        letter = story.draft(hand_edited=True)
        save(client, letter, "By hand.", action="letters:anew", do="another")
        letter.refresh_from_db()
        assert letter.body.startswith("Dear Ruth,")
        assert (letter.number, letter.hand_edited) == (1, False)
        assert [one.body for one in letter.revisions.all()] == ["By hand.", TEXT]

    def test_only_the_ticked_notes_go_in(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        note = story.ruth.notes_by.get(kind="detail")
        save(client, letter, TEXT, action="letters:anew", do="anew", ticks="1", tick=[note.key])
        assert [one.key for one in letter.notes.filter(interviewer__person=story.ruth)] == [note.key]

    def test_a_version_brought_back_keeps_the_present_one(self, client: Client, story: Cast) -> None:
        letter = story.draft()
        save(client, letter, "Second.")
        page = client.get(reverse("letters:versions", args=[letter.pk]))
        assert "Thank you for the hour." in page.text
        client.post(reverse("letters:version", args=[letter.pk, letter.revisions.get().pk]))
        letter.refresh_from_db()
        assert (letter.body, [one.body for one in letter.revisions.all()]) == (TEXT, ["Second.", TEXT])


class TestTheFourSteps:
    answer: HttpResponse

    @pytest.fixture
    def nudge(self, client: Client, story: Cast) -> Letter:
        silence(story)
        with time_machine.travel(at("2026-11-16T09:00"), tick=False):
            return begin(client, story, kind="nudge")

    def choose(self, client: Client, nudge: Letter, action: str = "letters:parts", **given: str) -> int:
        with time_machine.travel(at("2026-11-16T09:05"), tick=False):
            self.answer = save(client, nudge, nudge.body, action=action, **given)
        nudge.refresh_from_db()
        return self.answer.status_code

    def test_they_say_who_and_why_quote_and_offer(self, client: Client, nudge: Letter) -> None:
        with time_machine.travel(at("2026-11-16T09:00"), tick=False):
            page = client.get(nudge.get_absolute_url()).text
        for words in (
            "To the most senior person you met",
            "Ruth is the most senior you talked with",
            "Write to Tomasz instead",
            "“Thank you for the hour, and <mark>one pallet a day</mark>.”",
            "Cold store opens in Leith",
            "Supermarkets sign a pledge",
            "Finished the cold-chain course.",
            "quiet</b>",
        ):
            assert words in page

    def test_a_choice_leaves_the_text_alone(self, client: Client, nudge: Letter) -> None:
        before, pledge = nudge.body, nudge.candidacy.company.developments.get(title__startswith="Super")
        assert self.choose(client, nudge, development=pledge.key) == 302
        assert (nudge.development, nudge.body) == (pledge, before)

    def test_a_pasted_headline_is_recorded_and_chosen(self, client: Client, nudge: Letter) -> None:
        self.choose(client, nudge, happened="Night shift wins a prize", happened_on="2026-11-12")
        assert str(nudge.development) == "Night shift wins a prize"

    def test_an_impossible_date_is_said_and_nothing_lost(self, client: Client, nudge: Letter) -> None:
        given = {"happened": "Night shift wins", "happened_on": "soon", "new": "I spoke in Leeds."}
        for action in ("letters:parts", "letters:anew"):
            assert self.choose(client, nudge, action, **given) == 422
            for words in given.values():
                assert words in self.answer.text
        assert not nudge.candidacy.company.developments.filter(title="Night shift wins").exists()

    def test_a_draft_anew_takes_up_what_was_just_typed(self, client: Client, nudge: Letter) -> None:
        given = {"happened": "Night shift wins a prize", "new": "I spoke at the Leeds meeting."}
        self.choose(client, nudge, "letters:anew", do="anew", **given)
        assert (str(nudge.development), str(nudge.news)) == tuple(given.values())
        assert "Night shift wins a prize" in nudge.body
        assert "Leeds" in nudge.body

    def test_something_new_typed_goes_into_the_bank(self, client: Client, nudge: Letter) -> None:
        self.choose(client, nudge, new="I spoke at the Leeds meeting.")
        assert str(nudge.news) == "I spoke at the Leeds meeting."

    def test_the_next_in_line_with_one_click(self, client: Client, story: Cast, nudge: Letter) -> None:
        self.choose(client, nudge, to=str(story.tomasz.pk))
        assert nudge.to == story.tomasz
        assert nudge.body.startswith("Dear Tomasz,")

    def test_a_text_of_mine_stays_when_the_reader_changes(
        self, client: Client, story: Cast, nudge: Letter
    ) -> None:
        nudge.body, nudge.hand_edited = "By hand.", True
        nudge.save()
        self.choose(client, nudge, to=str(story.tomasz.pk))
        assert (nudge.to, nudge.body) == (story.tomasz, "By hand.")

    def test_a_step_gives_its_sentence(self, client: Client, nudge: Letter) -> None:
        with time_machine.travel(at("2026-11-16T09:05"), tick=False):
            answer = client.post(
                reverse("letters:fact", args=[nudge.pk]),
                {"fact": nudge.development and nudge.development.key},
            )
        told = json.loads(answer.headers["HX-Trigger"])["afterword:sentence"]["text"]
        assert "Cold store opens in Leith" in told or "cold store opens in Leith" in told


class TestTheAgency:
    @pytest.fixture
    def tom(self) -> Person:
        wexley = Company.objects.create(name="Wexley", sector="agency")
        return Person.objects.create(
            company=wexley, name="Tom Reyes", email="tom@wexley.example", relation="agency"
        )

    def begun(self, client: Client, story: Cast, via: Person) -> Letter:
        asked = {"candidacy": story.candidacy.pk, "to": story.ruth.pk, "kind": "nudge", "via": via.pk}
        client.post(reverse("letters:new"), asked)
        return Letter.objects.get()

    def test_the_letter_is_the_readers_and_the_note_above_it_the_recruiters(
        self, client: Client, story: Cast, tom: Person
    ) -> None:
        letter = self.begun(client, story, tom)
        assert letter.body.startswith("Dear Ruth,")
        assert "Tom" not in letter.body
        said = client.get(reverse("letters:letter", args=[letter.pk])).content.decode()
        assert "through Tom at Wexley, tom@wexley.example" in said
        assert "With a note to Tom above it" in said
        assert "Could you forward them for me?" in said
        assert 'data-above="Dear Tom,' in said

    def test_it_can_go_straight_to_the_reader_and_back(
        self, client: Client, story: Cast, tom: Person
    ) -> None:
        letter = self.begun(client, story, tom)
        save(client, letter, TEXT, action="letters:parts", via="")
        letter.refresh_from_db()
        assert (letter.via, letter.body) == (None, TEXT)
        assert "With a note to" not in client.get(letter.get_absolute_url()).content.decode()
        save(client, letter, TEXT, action="letters:parts", via=str(tom.pk))
        letter.refresh_from_db()
        assert letter.via == tom

    def test_it_goes_through_nobody_but_an_agency_recruiter(
        self, client: Client, story: Cast, tom: Person
    ) -> None:
        letter = self.begun(client, story, tom)
        answer = save(client, letter, letter.body, action="letters:parts", via=str(story.tomasz.pk))
        letter.refresh_from_db()
        assert (answer.status_code, letter.via) == (404, tom)

    def test_a_letter_to_the_recruiter_needs_no_note(self, client: Client, story: Cast, tom: Person) -> None:
        asked = {"candidacy": story.candidacy.pk, "to": tom.pk, "kind": "thank_you", "via": tom.pk}
        client.post(reverse("letters:new"), asked)
        assert Letter.objects.get().via is None
