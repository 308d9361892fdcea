"""Today’s page: what needs me, what comes up, who is waited for, and the words at its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import time_machine

from candidacy.models import Candidacy, Change, Company, Contact, Profile
from desk import sample
from desk.headline import about_wait, headline, lede, left
from desk.today import Today, today
from interviews.models import Interview, Interviewer, Note
from letters.models import Letter
from tests.desk.cast import LONDON, at, person, row, said, said_json, send

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
CALM = "Every thank-you is sent and nobody has been quiet for long."


# The sample story


@pytest.fixture
def tuesday() -> Today:
    now = at("2026-11-17T09:10")
    sample.load(now)
    return today(now)


def test_gone_silent_the_longest_first(tuesday: Today) -> None:
    silent = [(one.company.name, one.standing.business_days_quiet) for one in tuesday.silent]
    assert silent == [("Harbour & Pine", 11), ("Meridian Rail", 9)]
    assert tuesday.silent[0].standing.why == (
        "They promised a decision by Friday 6 November. Nothing since Marcus wrote on Monday 2 November."
    )


def test_a_panel_shows_its_thank_yous_with_those_that_have_gone(tuesday: Today) -> None:
    (panel,) = tuesday.panels
    assert (panel.outlook.company.name, panel.owed) == ("Lumen Health", 2)
    assert panel.due_at == at("2026-11-17T17:00")
    rows = [(row.person.name, row.thanks.state, row.notes) for row in panel.rows]
    assert rows == [
        ("Dr Helen Marsh", "due", 9),
        ("Ana Ferreira", "due", 0),
        ("Kofi Mensah", "sent", 7),
    ]


def test_what_comes_up(tuesday: Today) -> None:
    coming = [(one.outlook.company.name, str(one.on), len(one.with_)) for one in tuesday.coming]
    assert coming == [
        ("Oakfield Water", "2026-11-19", 2),
        ("Fable & Finch", "2026-11-20", 3),
        ("Tidewater Energy", "2026-11-27", 0),
    ]


def test_an_offer_stays_until_it_is_answered(client: Client, tuesday: Today) -> None:
    (offer,) = [one for one in tuesday.coming if one.meeting is None]
    later = today(at("2026-11-30T09:00")).coming
    assert [(one.outlook.company.name, one.on, one.past) for one in later] == [
        ("Tidewater Energy", offer.on, True)
    ]
    with time_machine.travel(at("2026-11-30T09:00"), tick=False):
        assert "Your answer to their offer: the day has passed" in client.get("/").text


def test_who_is_waited_for_and_how_long_still(tuesday: Today) -> None:
    waits = {one.outlook.company.name: (one.days, one.of_days, str(one.mine_on)) for one in tuesday.waiting}
    assert waits["Copperline"] == (5, 7, "2026-11-19")
    assert waits["Northgate Transit"] == (3, 9, "2026-11-25")
    assert next(iter(waits)) == "Copperline"
    assert not {"Oakfield Water", "Tidewater Energy", "Harbour & Pine"} & set(waits)


def test_the_pipeline_and_the_one_count(tuesday: Today) -> None:
    assert [(one.slug, one.count) for one in tuesday.pipeline] == [
        ("wishlist", 0),
        ("applied", 9),
        ("interviewing", 5),
        ("final", 2),
        ("offer", 1),
    ]
    assert (tuesday.open, tuesday.needs_me, headline(tuesday)) == (17, 4, "Four letters to write today")


def test_the_words_at_the_head_and_beside_the_rows(tuesday: Today) -> None:
    assert lede(tuesday) == "Two candidacies have gone silent and two thank-yous are due by 17:00."
    (panel,) = tuesday.panels
    words = [left(row.thanks, tuesday.now, row.outlook.known.zone) for row in panel.rows]
    assert words == ["7 h 50 left", "7 h 50 left", "Sent 08:40"]
    waits = {one.outlook.company.name: about_wait(one) for one in tuesday.waiting}
    assert waits["Copperline"] == "Analytics Manager"
    assert waits["Northgate Transit"] == "They said by Mon 23"


@pytest.mark.parametrize(
    ("moment", "events", "head", "why"),
    [
        (
            "2026-11-03T12:00",
            [],
            "Nothing needs you today",
            "Nobody has been quiet for long. Next possible letter: Meridian Rail, on Thursday 12 November.",
        ),
        (
            "2026-11-05T09:00",
            ["Sofia", "Daniel"],
            "Nothing needs you today",
            (
                "Every thank-you is sent and nobody has been quiet for long. "
                "Next possible letter: Meridian Rail, on Friday 13 November."
            ),
        ),
        ("2026-11-03T13:30", [], "Two letters to write today", "Two thank-yous are due by 12:00 tomorrow."),
        ("2026-11-05T09:00", ["Sofia"], "One letter to write today", "One thank-you is best written now."),
        (
            "2026-11-11T09:00",
            ["Sofia", "Daniel"],
            "Nothing needs you today",
            f"{CALM} Next possible letter: Meridian Rail, on Friday 13 November.",
        ),
        (
            "2026-11-12T09:00",
            ["Sofia", "Daniel"],
            "Nothing needs you today",
            f"{CALM} Next possible letter: Meridian Rail, tomorrow.",
        ),
        (
            "2026-11-13T09:00",
            ["Sofia", "Daniel"],
            "One letter to write today",
            "One candidacy has gone silent.",
        ),
    ],
)
def test_the_head_of_other_days(rail: Candidacy, moment: str, events: list[str], head: str, why: str) -> None:
    for name in events:
        send(rail, name, "2026-11-04T09:00")
    page = today(at(moment))
    assert (headline(page), lede(page)) == (head, why)


def test_a_question_heads_the_page(rail: Candidacy) -> None:
    Contact.objects.create(
        candidacy=rail, at=at("2026-11-04T09:00"), person=person("Sofia"), needs_reply=True
    )
    page = today(at("2026-11-04T13:00"))
    assert headline(page) == "One reply and two letters to write today"
    assert lede(page) == "One question waits for your answer and two thank-yous are best written now."


def test_deadlines_that_differ_are_not_told_as_one(rail: Candidacy) -> None:
    talk = Interview.objects.get()
    later = {"starts_at": at("2026-11-03T15:00"), "ends_at": at("2026-11-03T16:00")}
    Interview.objects.create(candidacy=rail, **later).people.add(person("Daniel"))
    talk.interviewers.exclude(person=person("Sofia")).delete()
    assert lede(today(at("2026-11-03T19:00"))) == ("Two thank-yous are due, the first by 12:00 tomorrow.")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-06T16:30", "Let it settle"),
        ("2026-11-06T18:00", "2 days left"),
        ("2026-11-08T12:00", "24 h 00 left"),
        ("2026-11-09T11:15", "45 min left"),
        ("2026-11-09T12:00", "Best written now"),
    ],
)
def test_how_long_a_thank_you_may_wait(rail: Candidacy, moment: str, words: str) -> None:
    Interview.objects.update(starts_at=at("2026-11-06T15:00"), ends_at=at("2026-11-06T16:00"))
    now = at(moment)
    (panel,) = today(now).panels
    assert {left(row.thanks, now, LONDON) for row in panel.rows} == {words}


# One candidacy


def test_a_row_has_every_field_of_the_contract(rail: Candidacy) -> None:
    send(rail, "Daniel", "2026-11-04T09:00")
    found = row("2026-11-13T09:00")
    assert list(found) == [
        "company", "role", "stage", "state", "why", "anchor", "quiet_on", "silent_on", "second_nudge_on",
        "close_on", "business_days_quiet", "write_to", "runner_up", "suggested_send_on",
    ]  # fmt: skip
    kept = {name: found[name] for name in found if name not in ("write_to", "runner_up")}
    assert kept == {
        "company": "Meridian Rail",
        "role": "Planner",
        "stage": "interview",
        "state": "silent",
        "why": (
            "No word since your thank-you to Daniel on Wednesday 4 November. No date was promised, so your "
            "seven-day rule applies."
        ),
        "anchor": "2026-11-04",
        "quiet_on": "2026-11-11",
        "silent_on": "2026-11-13",
        "second_nudge_on": None,
        "close_on": None,
        "business_days_quiet": 7,
        "suggested_send_on": "2026-11-13",
    }


def test_only_what_needs_me_unless_all_is_asked_for(rail: Candidacy) -> None:
    states = {moment: said_json("--on", moment)["candidacies"] for moment in ("2026-11-11", "2026-11-12")}
    assert states["2026-11-11"] == []
    assert [one["state"] for one in states["2026-11-12"]] == ["silent"]
    assert row("2026-11-11")["state"] == "quiet"


def test_an_unsent_letter_and_a_machines_reply_change_nothing(rail: Candidacy) -> None:
    before = row("2026-11-11")
    Letter.objects.create(candidacy=rail, to=person("Daniel"), kind="nudge", status="sending")
    Contact.objects.create(candidacy=rail, at=at("2026-11-06T09:00"), automatic=True, needs_reply=True)
    assert row("2026-11-11") == before


def test_a_dated_timeline_note_sets_the_clock(rail: Candidacy) -> None:
    daniel = Interviewer.objects.get(person=person("Daniel"))
    Note.objects.create(interviewer=daniel, kind="timeline", text="Two or three weeks.", due_on="2026-11-24")
    Note.objects.create(interviewer=daniel, kind="promise", text="Sends the plan.", due_on="2026-12-24")
    found = row("2026-11-11")
    assert (found["state"], found["quiet_on"], found["silent_on"]) == ("waiting", None, "2026-11-26")


def test_a_question_of_theirs_is_my_move(rail: Candidacy) -> None:
    Contact.objects.create(
        candidacy=rail, at=at("2026-11-05T09:00"), person=person("Sofia"), needs_reply=True, channel="email"
    )
    (found,) = said_json("--on", "2026-11-20")["candidacies"]
    assert (found["state"], found["silent_on"]) == ("reply_owed", None)
    assert found["why"] == "Sofia asked you something on Thursday 5 November. The next line is yours."


def test_a_refusal_is_not_chased(rail: Candidacy) -> None:
    Contact.objects.create(candidacy=rail, at=at("2026-11-05T09:00"), event="rejection")
    assert row("2026-11-20")["state"] == "waiting"


def test_after_a_refusal_the_page_offers_to_close(client: Client, rail: Candidacy) -> None:
    Contact.objects.create(candidacy=rail, at=at("2026-11-05T09:00"), event="rejection")
    with time_machine.travel(at("2026-11-20T09:00"), tick=False):
        assert [one.company.name for one in today(at("2026-11-20T09:00")).refused] == ["Meridian Rail"]
        page = client.get("/").text
    assert f'href="/candidacies/{rail.pk}/close/?as=rejected">Close it</a>' in page


def promise(text: str, due: str | None, **more: str) -> Note:
    seat = Interviewer.objects.get(person=person("Sofia"))
    return Note.objects.create(interviewer=seat, kind="promise", text=text, due_on=due, **more)


def test_a_promise_of_mine_is_shown_from_a_week_before_its_day(rail: Candidacy) -> None:
    promise("I will send the rota", "2026-11-16")
    promise("I will call in spring", "2026-11-18")
    promise("I will send the plan", "2026-11-06")
    promise("I will think about it", None)
    promise("I will bring the book", "2026-11-05", done_on="2026-11-05")
    theirs = promise("She will show me the yard", "2026-11-06")
    Note.objects.filter(pk=theirs.pk).update(by=person("Sofia"))
    shown = [(one.note.text, one.when) for one in today(at("2026-11-10T09:00")).promises]
    assert shown == [
        ("I will send the plan", "was for Friday 6 November"),
        ("I will send the rota", "for Monday 16 November"),
    ]


def test_a_promise_of_a_closed_candidacy_is_let_go(rail: Candidacy) -> None:
    promise("I will send the plan", "2026-11-06")
    Candidacy.objects.update(closed_on="2026-11-07", closed_as="rejected")
    assert today(at("2026-11-10T09:00")).promises == []


def test_a_promise_is_kept_in_one_click_and_can_be_undone(client: Client, rail: Candidacy) -> None:
    note = promise("I will send the plan", "2026-11-06")
    with time_machine.travel(at("2026-11-10T09:00"), tick=False):
        assert "I will send the plan" in client.get("/").text
        page = client.post(f"/promises/{note.pk}/kept/", follow=True).text
        assert "A promise to Sofia Grant kept" in page
        assert f"/promises/{note.pk}/kept/" not in page
        note.refresh_from_db()
        assert str(note.done_on) == "2026-11-10"
        assert client.post(f"/promises/{note.pk}/kept/").status_code == 404
        client.post(f"/activity/{Change.objects.latest('pk').pk}/undo/")
        note.refresh_from_db()
        assert note.done_on is None


def test_not_present_or_cancelled_is_owed_nothing(rail: Candidacy) -> None:
    Interviewer.objects.filter(person=person("Sofia")).update(present=False)
    assert [one["to"] for one in said_json("--on", "2026-11-03T14:00")["thank_yous"]] == ["Daniel Osei"]
    Interview.objects.update(cancelled=True)
    assert said_json("--on", "2026-11-03T14:00")["thank_yous"] == []


def test_thank_yous_in_the_words_of_the_contract(rail: Candidacy) -> None:
    send(rail, "Daniel", "2026-11-03T12:00")
    assert said_json("--on", "2026-11-03T14:00")["thank_yous"] == [
        {
            "company": "Meridian Rail",
            "role": "Planner",
            "to": "Sofia Grant",
            "ended_at": "2026-11-03T11:00:00+00:00",
            "due_at": "2026-11-04T11:00:00+00:00",
            "overdue_at": "2026-11-04T12:00:00+00:00",
            "worth_until": "2026-11-10",
            "state": "due",
        }
    ]


def test_a_lapsed_thank_you_leaves_the_page(rail: Candidacy) -> None:
    page = today(at("2026-11-11T09:00"))
    assert [thanks.state for _, thanks in page.owed] == ["lapsed", "lapsed"]
    assert (page.panels, page.thanks_due) == ([], 0)
    assert "Daniel" not in said("--on", "2026-11-11T09:00")


def test_interviews_ahead_in_their_own_zone(rail: Candidacy) -> None:
    talk = Interview.objects.create(
        candidacy=rail,
        starts_at=at("2026-11-20T15:00"),
        ends_at=at("2026-11-20T16:00"),
        time_zone="Europe/Paris",
    )
    Interviewer.objects.create(interview=talk, person=person("Daniel"))
    Interviewer.objects.create(interview=talk, person=person("Sofia"), present=False)
    ahead = {"company": "Meridian Rail", "role": "Planner", "starts_at": "2026-11-20T16:00:00+01:00"}
    assert said_json("--on", "2026-11-12")["interviews"] == [{**ahead, "with": ["Daniel Osei"]}]
    assert said_json("--on", "2026-11-20T16:00")["interviews"] == []


@pytest.mark.parametrize(
    ("moment", "listed"), [("2026-11-15T23:59", ["Meridian Rail"]), ("2026-11-16T00:00", [])]
)
def test_a_closed_candidacy_is_never_listed(rail: Candidacy, moment: str, listed: list[str]) -> None:
    Candidacy.objects.update(closed_on="2026-11-16", closed_as="rejected")
    assert [one["company"] for one in said_json("--all", "--on", moment)["candidacies"]] == listed


def test_closed_by_the_day_of_the_company(rail: Candidacy) -> None:
    Company.objects.update(time_zone="America/Los_Angeles")
    Candidacy.objects.update(closed_on="2026-11-16", closed_as="rejected")
    assert [
        len(said_json("--all", "--on", f"2026-11-16T{hour}")["candidacies"]) for hour in ("07:59", "08:00")
    ] == [1, 0]


def test_the_companys_country_zone_and_my_numbers_and_days_off(rail: Candidacy) -> None:
    Profile.objects.create(
        country="US",
        time_zone="America/New_York",
        settings={"interview_silent": 8, "days_off": ["2026-11-09"]},
    )
    assert row("2026-11-10")["silent_on"] == "2026-11-16"
    Company.objects.update(country="", time_zone="")
    # Mine now: Veterans Day on the 11th is a holiday there.
    assert row("2026-11-10")["silent_on"] == "2026-11-17"


def test_a_country_that_is_not_known_still_counts_days(rail: Candidacy) -> None:
    Company.objects.update(country="ZZ")
    assert row("2026-11-10")["silent_on"] == "2026-11-12"


def test_a_draft_is_found_again(rail: Candidacy) -> None:
    draft = Letter.objects.create(candidacy=rail, to=person("Sofia"), kind="thank_you")
    (panel,) = today(at("2026-11-03T14:00")).panels
    assert {row.person.name: row.draft.pk if row.draft else None for row in panel.rows} == {
        "Daniel Osei": None,
        "Sofia Grant": draft.pk,
    }


def test_a_nudge_starts_the_wait_anew(rail: Candidacy) -> None:
    send(rail, "Daniel", "2026-11-12T09:00", "nudge")
    (wait,) = today(at("2026-11-16T09:00")).waiting
    assert (wait.days, wait.of_days, str(wait.mine_on)) == (2, 7, "2026-11-23")
    assert about_wait(wait) == "You wrote on Thursday 12 November"
