"""The debrief: lines become notes of every kind, and stay the notes they are whatever is edited."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from candidacy import changes
from candidacy.models import Change, Person
from interviews.models import Interview, Interviewer, Note
from letters.models import Letter
from tests.interviews.cast import ANA, HELEN, KOFI, LONDON, lumen, note, noted, path, post, seat, seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with time_machine.travel(dt.datetime(2026, 11, 3, 12, 2, tzinfo=LONDON), tick=False):
        yield


@pytest.fixture
def talk() -> Interview:
    return lumen()


@pytest.mark.usefixtures("talk")
def test_every_box_becomes_its_kind_of_note(client: Client) -> None:
    boxes = (
        "asked", "good", "bad", "ugly", "plain", "excited", "detail", "they_will", "you_will", "decide",
        "idea", "told", "you_asked", "doubt", "fact",
    )  # fmt: skip
    answer = post(client, **{box: f"a line for {box}\nanother" for box in boxes})
    assert (answer.status_code, answer["Location"]) == (302, f"{path()}&saved=1")
    rows = Note.objects.filter(interviewer=seat()).exclude(text="another")
    assert [
        (row.text.removeprefix("a line for "), row.kind, row.mood, row.by_id is None) for row in rows
    ] == [
        ("asked", "question", "", False),
        ("good", "challenge", "good", False),
        ("bad", "challenge", "bad", False),
        ("ugly", "challenge", "ugly", False),
        ("plain", "challenge", "", False),
        ("excited", "goal", "", False),
        ("detail", "detail", "", False),
        ("they_will", "promise", "", False),
        ("you_will", "promise", "", True),
        ("decide", "timeline", "", False),
        ("idea", "idea", "", True),
        ("told", "answer", "", True),
        ("you_asked", "my_question", "", True),
        ("doubt", "doubt", "", False),
        ("fact", "fact", "", False),
    ]
    assert [row.position for row in Note.objects.filter(interviewer=seat())] == list(range(30))
    page = client.get(path())
    assert all(f"a line for {box}\nanother</textarea>" in page.text for box in boxes)


@pytest.mark.usefixtures("talk")
def test_nothing_is_required(client: Client) -> None:
    assert post(client).status_code == 302
    assert post(client, asked="  \n\n", bad="- \n").status_code == 302
    assert noted() == []
    assert not Change.objects.exists()


@pytest.mark.usefixtures("talk")
def test_reordered_and_reworded_lines_keep_what_hangs_on_them(client: Client) -> None:
    post(client, bad="Three logins before the first patient\nNobody calls back\nRotas are late")
    logins, calls = note("Three"), note("Nobody")
    Note.objects.filter(pk=logins.pk).update(share="only_them")
    letter = Letter.objects.create(candidacy=seat().interview.candidacy, to=seat().person)
    letter.notes.add(calls)
    post(client, bad="Rotas are late\nNobody ever calls back\nFour logins before the first patient")
    assert noted() == ["Rotas are late", "Nobody ever calls back", "Four logins before the first patient"]
    assert note("Four").pk == logins.pk
    assert note("Four").share == "only_them"
    assert list(letter.notes.all()) == [note("Nobody ever")] == [calls]


@pytest.mark.usefixtures("talk")
def test_a_line_put_into_another_box_keeps_its_note(client: Client) -> None:
    post(client, bad="Three logins before the first patient", ugly="")
    logins = note("Three")
    Note.objects.filter(pk=logins.pk).update(share="private")
    post(client, bad="", ugly="Three logins before the first patient")
    moved = note("Three")
    assert (moved.pk, moved.mood, moved.share) == (logins.pk, "ugly", "private")


@pytest.mark.usefixtures("talk")
def test_what_was_private_stays_so_when_a_line_is_split(client: Client) -> None:
    post(client, fact="The chief leaves in spring; the board does not know")
    Note.objects.update(share="private")
    post(client, fact="The chief leaves in spring\nthe board does not know")
    assert list(Note.objects.values_list("share", flat=True)) == ["private", "private"]


@pytest.mark.usefixtures("talk")
def test_joined_lines_take_the_stricter_share_the_day_and_the_letters(client: Client) -> None:
    post(
        client,
        they_will="Send the pay band by Friday\nIntroduce me to the matron",
        idea="Ask the matron first",
    )
    band, matron = note("Send"), note("Introduce")
    letter = Letter.objects.create(candidacy=seat().interview.candidacy, to=seat().person)
    letter.notes.add(matron)
    Note.objects.filter(pk=matron.pk).update(share="private", due_on=None)
    Note.objects.filter(text__startswith="Ask").update(about=matron)
    post(client, they_will="Send the pay band by Friday and Introduce me to the matron")
    joined = note("Send")
    assert (joined.pk, joined.share, joined.due_on) == (band.pk, "private", dt.date(2026, 11, 6))
    assert list(letter.notes.all()) == [joined]
    assert note("Ask").about == joined


@pytest.mark.usefixtures("talk")
def test_a_note_of_several_lines_is_not_taken_apart(client: Client) -> None:
    text = "Three logins\nbefore the first patient"
    row = Note.objects.create(interviewer=seat(), kind="challenge", mood="bad", by=seat().person, text=text)
    post(client, bad="Three logins before the first patient\nRotas are late", seen=seen(client))
    assert noted() == [text, "Rotas are late"]
    assert Note.objects.get(text=text).pk == row.pk


@pytest.mark.usefixtures("talk")
def test_days_are_read_as_said_on_the_day_of_the_talk(client: Client) -> None:
    post(
        client, decide="in two or three weeks", they_will="Send the band by Friday", you_will="Send the sheet"
    )
    days = {row.text: row.due_on for row in Note.objects.all()}
    assert days == {
        "in two or three weeks": dt.date(2026, 11, 24),
        "Send the band by Friday": dt.date(2026, 11, 6),
        "Send the sheet": None,
    }


@pytest.mark.usefixtures("talk")
def test_a_day_follows_its_words_unless_it_was_set_by_hand(client: Client) -> None:
    post(client, decide="Decision by Friday")
    post(client, decide="Decision by Thursday")
    row = note("Decision")
    assert row.due_on == dt.date(2026, 11, 5)
    post(client, decide="Decision by Thursday", **{f"due-{row.pk}": "2026-11-12"})
    assert note("Decision").due_on == dt.date(2026, 11, 12)
    post(client, decide="Decision by Thursday, or so")
    assert note("Decision").due_on == dt.date(2026, 11, 12)
    post(client, **{f"due-{row.pk}": ""})
    assert note("Decision").due_on is None


@pytest.mark.usefixtures("talk")
def test_what_does_not_fit_is_asked(client: Client) -> None:
    post(client, decide="Friday 7 November")
    assert note("Friday").due_on is None
    assert "<b>Set a day</b>" in client.get(path()).text


def test_the_day_of_the_talk_is_the_day_where_it_took_place(client: Client) -> None:
    # Midnight is over in Auckland, where it is Wednesday already; in London it is Tuesday.
    lumen(starts="2026-11-04T08:00", zone="Pacific/Auckland")
    post(client, decide="tomorrow")
    assert note("tomorrow").due_on == dt.date(2026, 11, 5)


def test_in_the_united_states_the_month_comes_first(client: Client) -> None:
    lumen(country="US")
    post(client, decide="by 11/6")
    assert note("by").due_on == dt.date(2026, 11, 6)


@pytest.mark.usefixtures("talk")
def test_business_days_leave_out_the_holidays_of_the_company(client: Client) -> None:
    Interview.objects.update(starts_at=dt.datetime(2026, 12, 24, 10, tzinfo=LONDON), ends_at=None)
    post(client, decide="within two working days")
    assert note("within").due_on == dt.date(2027, 1, 5)


@pytest.mark.usefixtures("talk")
def test_a_decision_day_sets_the_clock(client: Client) -> None:
    post(client, decide="Decision by 13 November")
    page = client.get(reverse("desk:candidacy", args=[seat().interview.candidacy_id])).text
    assert "13 Nov" in page


@pytest.mark.usefixtures("talk")
def test_an_idea_helps_with_the_challenge_it_shares_words_with(client: Client) -> None:
    post(
        client,
        bad="Three logins before the first patient",
        ugly="Nobody calls back",
        idea="One login per ward",
    )
    assert note("One").about == note("Three")
    post(client, idea="One number that calls back by itself")
    assert note("One").about == note("Nobody")


@pytest.mark.usefixtures("talk")
def test_a_tie_made_or_cut_by_hand_stays(client: Client) -> None:
    post(
        client,
        bad="Three logins before the first patient",
        ugly="Nobody calls back",
        idea="One login per ward",
    )
    row, ugly = note("One"), note("Nobody")
    post(client, **{f"about-{row.pk}": str(ugly.pk)})
    post(client, idea="One login per ward, not three", fact="Ten wards")
    assert note("One").about == ugly
    post(client, **{f"about-{row.pk}": ""})
    post(client, idea="One login per ward, and a login for me", fact="Twelve wards")
    assert note("One").about is None


@pytest.mark.usefixtures("talk")
def test_an_answer_belongs_to_its_question(client: Client) -> None:
    post(client, asked="How long before a nurse sees any benefit?", told="Two weeks, for the first nurse")
    assert note("Two weeks").about == note("How long")


@pytest.mark.usefixtures("talk")
def test_replies_shares_and_ties_are_set_on_the_page(client: Client) -> None:
    post(client, you_asked="What should nobody change?", doubt="Wondered whether I had led enough")
    asked, doubt = note("What should"), note("Wondered")
    answer = post(
        client,
        seen=seen(client),
        **{
            f"reply-{asked.pk}": "The whiteboard",
            f"reply-{doubt.pk}": "Six people, two of them new",
            f"share-{doubt.pk}": "only_them",
            f"share-{asked.pk}": "open",
        },
    )
    assert answer.status_code == 302
    assert [(row.reply, row.share) for row in (note("What should"), note("Wondered"))] == [
        ("The whiteboard", "open"),
        ("Six people, two of them new", "only_them"),
    ]
    page = client.get(path()).text
    assert "The whiteboard</textarea>" in page
    assert 'value="only_them" checked' in page
    assert "1 kept back" in page


@pytest.mark.parametrize(
    "fields",
    [
        {"share-{}": "everybody"}, {"about-{}": "999"}, {"about-{}": "x"}, {"reply-999": "x"}, {"due-x": "y"},
        {"share-": "private"}, {"nonsense": "x"}, {"about-{}": "²"}, {"seen": "asked:zz ::"},
    ],
)  # fmt: skip
@pytest.mark.usefixtures("talk")
def test_what_no_page_sends_changes_nothing(client: Client, fields: dict[str, str]) -> None:
    post(client, idea="One login")
    row = note("One")
    before = changes._content(changes._serialize([row])[0])
    assert post(client, **{name.format(row.pk): value for name, value in fields.items()}).status_code == 302
    assert changes._content(changes._serialize([note("One")])[0]) == before


@pytest.mark.usefixtures("talk")
def test_an_impossible_day_gets_a_sentence_and_loses_nothing(client: Client) -> None:
    post(client, decide="soon")
    row = note("soon")
    for day in ("2026-02-30", "soon", "0001-01-01"):
        answer = post(client, asked="Why us?", **{f"due-{row.pk}": day})
        assert answer.status_code == 422
        assert "Not saved yet" in answer.content.decode()
        assert "Why us?</textarea>" in answer.content.decode()
    assert noted() == ["soon"]


@pytest.mark.usefixtures("talk")
def test_odd_characters_and_sizes(client: Client) -> None:
    post(client, asked="a\x00b\r\nżółw 👩‍⚕️\r\n\u202eright to left", fact="é" * 1_000_000)
    assert noted() == ["ab", "żółw 👩‍⚕️", "\u202eright to left", "é" * 1_000_000]
    assert client.get(path()).status_code == 200


@pytest.mark.usefixtures("talk")
def test_ten_thousand_lines_are_stored_and_shown(client: Client) -> None:
    lines = "\n".join(f"thing {number}" for number in range(10_000))
    assert post(client, fact=lines).status_code == 302
    assert len(noted()) == 10_000
    assert client.get(path()).text.count('class="seg3"') == 60


# Saving by itself.


@pytest.mark.usefixtures("talk")
def test_saving_by_itself_answers_with_what_changed_on_the_page(client: Client) -> None:
    answer = post(client, by_itself=True, seen=seen(client), asked="Why us?", bad="Three logins")
    page = answer.content.decode()
    assert (answer.status_code, answer["Stored"]) == (200, "yes")
    assert "Saved 12:02" in page
    assert "<html" not in page
    assert page.count(": there") == 2
    assert page.count(": not yet") == 2
    assert 'id="told-by" hx-swap-oob="true">2 notes</span>' in page
    assert '<textarea class="input" id="asked"' not in page
    assert noted() == ["Why us?", "Three logins"]


@pytest.mark.usefixtures("talk")
def test_typing_on_is_one_line_of_the_log_and_one_undo(client: Client) -> None:
    post(client, asked="Why us?")
    Change.objects.all().delete()
    held = seen(client)
    for text in ("Three", "Three logins", "Three logins before lunch", "Three logins before lunch\nRotas"):
        answer = post(client, by_itself=True, seen=held, asked="Why us?", bad=text)
        held = answer.context["seen"]  # type: ignore[attr-defined] # the test client's answer
    (change,) = Change.objects.all()
    assert change.sentence == "Notes on Ana Ferreira, Lumen Health"
    changes.undo(change)
    assert noted() == ["Why us?"]


@pytest.mark.usefixtures("talk")
def test_a_later_sitting_is_a_change_of_its_own(client: Client) -> None:
    post(client, bad="Three logins")
    with time_machine.travel(dt.datetime(2026, 11, 3, 13, tzinfo=LONDON), tick=False):
        post(client, bad="Four logins")
    first, second = Change.objects.order_by("id")
    changes.undo(second)
    assert noted() == ["Three logins"]
    changes.undo(first)
    assert noted() == []


@pytest.mark.usefixtures("talk")
def test_undo_brings_back_a_line_that_was_deleted(client: Client) -> None:
    post(client, bad="Three logins", idea="One login")
    about = note("One").about_id
    with time_machine.travel(dt.datetime(2026, 11, 4, 13, tzinfo=LONDON), tick=False):
        post(client, bad="")
    assert noted() == ["One login"]
    changes.undo(Change.objects.all()[0])
    assert noted() == ["Three logins", "One login"]
    assert note("One").about_id == about == note("Three").pk


# Two windows.


@pytest.mark.usefixtures("talk")
def test_two_windows_that_changed_different_boxes_need_no_question(client: Client) -> None:
    first = second = seen(client)
    post(client, seen=first, asked="Why us?", bad="")
    assert post(client, seen=second, asked="", bad="Three logins").status_code == 302
    assert noted() == ["Why us?", "Three logins"]


@pytest.mark.usefixtures("talk")
def test_a_window_left_open_does_not_take_back_what_another_stored(client: Client) -> None:
    old = seen(client)
    answer = post(client, by_itself=True, seen=old, asked="", bad="Three logins")
    post(client, asked="Why us?", bad="Three logins")
    held = answer.context["seen"]  # type: ignore[attr-defined] # the test client's answer
    answer = post(client, by_itself=True, seen=held, asked="", bad="Three logins\nRotas")
    held = answer.context["seen"]  # type: ignore[attr-defined] # the test client's answer
    post(client, by_itself=True, seen=held, asked="", bad="Three logins\nRotas\nForms")
    assert noted() == ["Why us?", "Three logins", "Rotas", "Forms"]


@pytest.mark.usefixtures("talk")
def test_an_answer_that_got_lost_on_the_way_is_no_second_window(client: Client) -> None:
    old = seen(client)
    post(client, by_itself=True, seen=old, bad="Three log")
    assert post(client, by_itself=True, seen=old, bad="Three logins before lunch").status_code == 200
    assert noted() == ["Three logins before lunch"]


@pytest.mark.usefixtures("talk")
def test_two_windows_on_one_box_show_both_texts(client: Client) -> None:
    post(client, bad="Three logins before the first patient")
    old = seen(client)
    post(client, seen=old, bad="Three logins before the first patient. Takes six minutes.", good="The board")
    answer = post(
        client, seen=old, bad="Three logins before the first patient, four on Ward 7", asked="Why us?"
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "patient<ins>. Takes six minutes.</ins>" in page
    assert "patient<ins>, four on Ward 7</ins>" in page
    assert noted() == ["The board", "Three logins before the first patient. Takes six minutes."]


def resolve(client: Client, keep: str) -> list[str]:
    """Two windows on one box; what is noted after one of the three texts was kept."""
    post(client, bad="Three logins")
    old = seen(client)
    post(client, seen=old, bad="Three logins, says Ana")
    answer = post(client, seen=old, bad="Four logins, say I", asked="Why us?")
    assert answer.status_code == 409
    ((_, clash),) = answer.context["clashes"]  # type: ignore[attr-defined] # the test client's answer
    fields = {
        "seen": answer.context["seen"],  # type: ignore[attr-defined] # the test client's answer
        "keep-bad": keep,
        "mine:bad": clash.typed,
        "theirs:bad": clash.stored,
        "both:bad": clash.joined,
        **dict(answer.context["along"]),  # type: ignore[attr-defined] # the test client's answer
        "do": "save",
    }
    assert post(client, **fields).status_code == 302
    return noted()


@pytest.mark.parametrize(
    ("keep", "lines"),
    [
        ("mine", ["Why us?", "Four logins, say I"]),
        ("theirs", ["Why us?", "Three logins, says Ana"]),
        ("both", ["Why us?", "Three logins, says Ana", "Four logins, say I"]),
    ],
)
@pytest.mark.usefixtures("talk")
def test_the_chosen_text_is_kept_and_the_rest_rides_along(
    client: Client, keep: str, lines: list[str]
) -> None:
    assert resolve(client, keep) == lines


@pytest.mark.parametrize(
    ("keep", "other"), [("mine", "Three logins, says Ana"), ("theirs", "Four logins, say I")]
)
@pytest.mark.usefixtures("talk")
def test_the_text_that_was_not_chosen_is_in_the_log(client: Client, keep: str, other: str) -> None:
    chosen = resolve(client, keep)
    private = note(chosen[-1]).pk
    if keep == "theirs":
        (aside,) = Change.objects.exclude(undone_at=None)
        assert aside.sentence == "Notes on Ana Ferreira, Lumen Health: the text you did not keep"
        changes.undo(Change.objects.all()[0])
        changes.redo(aside)
    else:
        changes.undo(Change.objects.all()[0])
    assert other in noted()
    assert chosen[-1] not in noted()
    assert note(other).pk == private


@pytest.mark.usefixtures("talk")
def test_by_itself_a_clash_stores_nothing_and_leads_to_both_texts(client: Client) -> None:
    post(client, bad="Three logins")
    old = seen(client)
    post(client, seen=old, bad="Three logins, says Ana")
    answer = post(client, by_itself=True, seen=old, bad="Four logins")
    assert (answer.status_code, "Stored" in answer) == (409, False)
    assert "See both texts" in answer.content.decode()
    assert noted() == ["Three logins, says Ana"]


# Several people.


@pytest.mark.usefixtures("talk")
def test_rough_notes_go_to_the_people_they_name_and_the_rest_comes_back(client: Client) -> None:
    post(client, HELEN, asked="Where did it go wrong?")
    rough = "Ana: hates double entry\nHelen: run out of mornings\nKofi asked how I would start\n"
    rough += "the car park is full"
    answer = post(client, do="sort", raw=rough, asked="Why us?")
    assert answer.status_code == 200
    assert ">the car park is full</textarea>" in answer.content.decode()
    assert noted(ANA) == ["Why us?", "hates double entry"]
    assert noted(HELEN) == ["Where did it go wrong?", "run out of mornings"]
    assert noted(KOFI, kind="question") == ["Kofi asked how I would start"]
    changes.undo(Change.objects.all()[0])
    assert (noted(ANA), noted(HELEN), noted(KOFI)) == ([], ["Where did it go wrong?"], [])


@pytest.mark.usefixtures("talk")
def test_rough_notes_are_not_sorted_by_themselves(client: Client) -> None:
    answer = post(client, by_itself=True, do="sort", raw="Ana: hates double entry", asked="Why us?")
    assert (answer["Stored"], noted()) == ("yes", ["Why us?"])


@pytest.mark.usefixtures("talk")
def test_the_page_opens_at_whoever_has_no_notes_yet(client: Client) -> None:
    post(client, asked="Why us?")
    page = client.get(reverse("interviews:debrief", args=[seat().interview_id]))
    assert page.context["here"] == seat(HELEN)
    assert client.get(path(KOFI)).context["here"] == seat(KOFI)


@pytest.mark.usefixtures("talk")
def test_finish_later_leads_to_the_next_person_then_to_the_candidacy(client: Client) -> None:
    assert post(client, do="later", asked="Why us?")["Location"] == path(HELEN)
    Interviewer.objects.filter(pk=seat(KOFI).pk).update(present=False)
    home = seat().interview.candidacy.get_absolute_url()
    assert post(client, HELEN, do="later", asked="Why us?")["Location"] == home


@pytest.mark.usefixtures("talk")
def test_done_leads_to_the_letter(client: Client) -> None:
    here = seat()
    there = (
        f"{reverse('letters:new')}?candidacy={here.interview.candidacy_id}&to={here.person_id}&kind=thank_you"
    )
    assert post(client, do="letter", asked="Why us?")["Location"] == there
    assert noted() == ["Why us?"]


@pytest.mark.usefixtures("talk")
def test_enough_for_a_letter_ticks_off(client: Client) -> None:
    def there() -> list[bool]:
        return [one.there for one in client.get(path()).context["ready"]]

    assert there() == [False] * 4
    post(client, asked="Why us?", excited="Paperless by spring")
    assert there() == [True, True, False, False]
    post(client, detail="Keeps bees", idea="One login")
    assert there() == [True] * 4


@pytest.mark.usefixtures("talk")
def test_a_gentle_word_where_most_is_mine(client: Client) -> None:
    post(client, told="One\nTwo", idea="Three", asked="Why?")
    assert "Sell less, listen more." in client.get(path()).text
    post(client, bad="Three logins\nRotas are late\nNobody calls")
    assert "Did you ask Ana anything?" in client.get(path()).text
    post(client, you_asked="What should nobody change?")
    assert client.get(path()).context["hint"] == ""


def test_a_talk_with_nobody_asks_who_was_in_it(client: Client) -> None:
    talk = lumen(ANA)
    Interviewer.objects.all().delete()
    answer = client.get(talk.get_absolute_url())
    assert answer["Location"] == reverse("interviews:edit", args=[talk.pk])


@pytest.mark.usefixtures("talk")
def test_as_many_queries_for_fifty_lines_as_for_one(client: Client) -> None:
    post(client, bad="Three logins", idea="One login")
    client.get(path())
    with CaptureQueriesContext(connection) as one:
        client.get(path())
    post(client, bad="\n".join(f"worry {number}" for number in range(50)), idea="One login\nTwo\nThree")
    # The first page after a change also writes down what the clock says of it
    client.get(path())
    with CaptureQueriesContext(connection) as many:
        client.get(path())
    assert len(many) == len(one)


def test_two_of_one_name_are_told_apart(client: Client) -> None:
    talk = lumen(ANA)
    other = Person.objects.create(company=talk.candidacy.company, name="Ana Ruiz")
    Interviewer.objects.create(interview=talk, person=other)
    post(client, do="sort", raw="Ana Ruiz: sails\nAna: bees")
    assert (noted(ANA), noted("Ana Ruiz")) == ([], ["sails"])


@pytest.mark.usefixtures("talk")
def test_a_line_written_and_deleted_in_one_sitting_comes_back_by_undo(client: Client) -> None:
    post(client, bad="Three logins")
    post(client, bad="Three logins\nThe rota is a guess")
    post(client, bad="Three logins")
    changes.undo(Change.objects.all()[0])
    assert noted() == ["Three logins", "The rota is a guess"]


@pytest.mark.usefixtures("talk")
def test_a_wording_that_stood_for_a_while_comes_back_by_undo(client: Client) -> None:
    with time_machine.travel(dt.datetime(2026, 11, 3, 13, tzinfo=LONDON), tick=False) as clock:
        post(client, bad="Three loggins")
        clock.shift(5)
        # A slip put right at once is no version.
        post(client, bad="Three logins before lunch")
        clock.shift(120)
        post(client, bad="Three logins before noon")
        clock.shift(5)
        post(client, bad="Three logins before noon, and a fax")
    assert Change.objects.count() == 2
    changes.undo(Change.objects.all()[0])
    assert noted() == ["Three logins before lunch"]


@pytest.mark.usefixtures("talk")
def test_a_line_that_comes_back_is_in_its_letters_again(client: Client) -> None:
    post(client, bad="Three logins\nThe rota is a guess")
    line = note("The rota")
    letter = Letter.objects.create(
        candidacy=line.interviewer.interview.candidacy, to=line.interviewer.person, kind="thank_you"
    )
    letter.notes.set([line])
    post(client, bad="Three logins")
    assert not letter.notes.exists()
    changes.undo(Change.objects.all()[0])
    assert [one.text for one in letter.notes.all()] == ["The rota is a guess"]
