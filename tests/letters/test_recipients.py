"""Who a letter about silence goes to: stories of small panels, the examples, and what always holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candidacy.calendar import WorkCalendar
from letters.recipients import Choice, Met, Talk, choose

DATA = Path(__file__).parent.parent / "data"
LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 17, 9, 0, tzinfo=LONDON)
BRITAIN = WorkCalendar("GB")


def talked(day: int, minutes: int = 45, **more: Any) -> Talk:
    """A talk in November 2026 at ten, of so many minutes."""
    start = datetime(2026, 11, day, 10, 0, tzinfo=LONDON)
    return Talk(start, start + timedelta(minutes=minutes), **more)


def met(name: str, title: str, *talks: Talk, **more: Any) -> Met:
    return Met(name.split(maxsplit=1)[0].lower(), name, title, talks=talks or (talked(4),), **more)


RUTH = met("Ruth Adeyemi", "COO")
TOMASZ = met("Tomasz Wójcik", "VP Data")
PRIYA = met("Priya Nair", "Fulfilment Manager")
MARCUS = met("Marcus Bell", "Talent Partner", relation="recruiter")
TOM = met("Tom Reyes", "Senior Recruiter", relation="agency", company="Wexley Search")


def chosen(*people: Met, role: str = "Head of Analytics", sector: str = "any", **more: Any) -> Choice:
    return choose(people, role, sector, "GB", NOW, BRITAIN, **more)


def said(choice: Choice) -> tuple[str | None, str | None, str]:
    reader, second = choice.write_to, choice.runner_up
    return (reader.name if reader else None, second.name if second else None, choice.why)


def test_the_most_senior_goes_first() -> None:
    choice = chosen(PRIYA, TOMASZ, RUTH)
    assert said(choice) == (
        "Ruth Adeyemi",
        "Tomasz Wójcik",
        "Ruth is the most senior you talked with: a chief officer comes before a vice president.",
    )
    assert [one.person for one in choice.order] == [RUTH, TOMASZ, PRIYA]


def test_nobody_met() -> None:
    assert said(chosen()) == (None, None, "You have not talked with anybody yet.")


@pytest.mark.parametrize(
    "talk",
    [talked(4, cancelled=True), talked(4, present=False), talked(18), Talk(NOW + timedelta(minutes=1))],
    ids=["cancelled", "not present", "ahead", "ahead without an end"],
)
def test_only_talks_held_count(talk: Talk) -> None:
    assert chosen(replace(RUTH, talks=(talk,)), PRIYA).write_to == PRIYA
    assert said(chosen(replace(RUTH, talks=(talk,)))) == (None, None, "You have not talked with anybody yet.")


def test_a_talk_still_going_on_does_not_count_yet() -> None:
    going_on = Talk(NOW - timedelta(minutes=20), NOW + timedelta(minutes=20))
    assert chosen(replace(RUTH, talks=(going_on,)), PRIYA).write_to == PRIYA
    just_over = Talk(NOW - timedelta(minutes=20), NOW)
    assert chosen(replace(RUTH, talks=(just_over,)), PRIYA).write_to is not None


def test_somebody_only_named_does_not_count() -> None:
    assert chosen(replace(RUTH, talks=()), PRIYA).write_to == PRIYA


def test_alike_then_the_hiring_manager() -> None:
    finance = met("Oskar Lindqvist", "Head of Finance", talked(12, 120))
    operations = met("Miriam Castell", "Operations Director", relation="hiring_manager")
    assert said(chosen(finance, operations)) == (
        "Miriam Castell",
        "Oskar Lindqvist",
        "Miriam and Oskar rank alike, and Miriam is the hiring manager.",
    )


def test_alike_then_the_longer_talk_in_all() -> None:
    once = met("Ana Ruiz", "Head of Sales", talked(9, 60))
    twice = met("Ben Cole", "Head of Finance", talked(2, 40), talked(3, 40))
    assert said(chosen(once, twice)) == (
        "Ben Cole",
        "Ana Ruiz",
        "Ben and Ana rank alike, and you talked longer with Ben.",
    )


def test_alike_then_the_later_talk() -> None:
    early = met("Ana Ruiz", "Head of Sales", talked(2, 40))
    late = met("Ben Cole", "Head of Finance", talked(3, 40))
    assert said(chosen(early, late)) == (
        "Ben Cole",
        "Ana Ruiz",
        "Ben and Ana rank alike, and you talked with Ben last.",
    )


def test_my_own_rank_wins() -> None:
    assert said(chosen(RUTH, replace(PRIYA, own_rank=91))) == (
        "Priya Nair",
        "Ruth Adeyemi",
        "Priya comes first in the order you set.",
    )
    assert said(chosen(replace(RUTH, own_rank=10), PRIYA))[0] == "Priya Nair"
    assert chosen(replace(MARCUS, own_rank=99), RUTH).write_to == replace(MARCUS, own_rank=99)


def test_hr_is_off_the_line() -> None:
    assert said(chosen(MARCUS, PRIYA)) == (
        "Priya Nair",
        None,
        "Priya is the only person you talked with outside HR and recruiting.",
    )


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ([], "Priya is the only person that you talked with."),
        ([TOM], "Priya is the only person you talked with outside the agency."),
        ([met("Ada King", "Chair")], "Priya is the only person you talked with outside the board."),
        ([met("Flo Banks", "Receptionist")], "Priya is the only person you talked with outside reception."),
        ([MARCUS, TOM], "Priya is the only person in line that you talked with."),
        ([replace(RUTH, own_rank=0)], "Priya is the only person in line that you talked with."),
    ],
)
def test_why_there_is_no_runner_up(others: list[Met], why: str) -> None:
    assert said(chosen(PRIYA, *others)) == ("Priya Nair", None, why)


def test_nobody_else_in_line_but_hr() -> None:
    assert said(chosen(MARCUS, met("Ada King", "Chair"))) == (
        "Marcus Bell",
        None,
        "Nobody outside HR and recruiting that you talked with is in line, so Marcus.",
    )


def test_two_of_one_first_name_are_told_apart() -> None:
    other = met("Ruth Bell", "VP Data", last_answer_at=NOW - timedelta(days=2))
    choice = chosen(RUTH, replace(other, key="bell"))
    assert (choice.why, choice.thread_holder) == (
        "Ruth Adeyemi is the most senior you talked with: a chief officer comes before a vice president.",
        "Ruth Bell answered last and holds the thread.",
    )


def test_titles_that_do_not_say() -> None:
    wizard, untitled = met("Zed Moon", "Wizard", talked(4, 90)), met("Ana Ruiz", "")
    assert chosen(wizard, untitled).why == (
        "The titles do not say whether Zed or Ana is more senior, and you talked longer with Zed."
    )
    hiring = replace(untitled, relation="hiring_manager")
    assert chosen(wizard, hiring).why == (
        "The titles do not say whether Ana or Zed is more senior, and Ana is the hiring manager."
    )


def test_an_equal_with_a_recent_letter_yields_too() -> None:
    ana = met("Ana Ruiz", "Head of Sales", relation="hiring_manager", last_letter_on=date(2026, 11, 11))
    assert chosen(ana, met("Ben Cole", "Head of Finance")).why == (
        "Ana would come first but had a letter of yours on 11 November, so Ben first."
    )


def test_hr_when_nobody_else_was_met() -> None:
    assert said(chosen(MARCUS, TOM)) == (
        "Marcus Bell",
        None,
        "You have met nobody outside HR and recruiting yet, so Marcus.",
    )
    head = met("Gail Hutton", "Head of Talent")
    assert said(chosen(MARCUS, head))[:2] == ("Gail Hutton", "Marcus Bell")


def test_hr_for_a_role_in_hr_and_as_hiring_manager() -> None:
    director = met("Gail Hutton", "HR Director")
    assert chosen(director, PRIYA, role="HR Advisor").write_to == director
    assert chosen(replace(director, relation="hiring_manager"), PRIYA).write_to is not None
    assert said(chosen(replace(director, relation="hiring_manager"), PRIYA))[0] == "Gail Hutton"


def test_an_agency_recruiter_is_the_route_and_never_the_reader() -> None:
    choice = chosen(TOM, PRIYA)
    assert (choice.write_to, choice.route, choice.runner_up) == (PRIYA, TOM, None)
    alone = chosen(replace(TOM, own_rank=100))
    assert alone.route is not None
    assert said(alone) == (None, None, "You have only talked with Tom, who can pass a word on.")


def test_the_route_is_the_recruiter_in_touch_last() -> None:
    written = replace(TOM, talks=(), last_answer_at=NOW - timedelta(days=1))
    other = met("Eve Park", "Recruiter", talked(2), relation="agency")
    assert chosen(other, written, PRIYA).route == written


def test_a_chair_only_for_an_executive_role() -> None:
    chair = met("Ada King", "Chair of Trustees")
    director = met("Ben Cole", "Director of Services")
    assert chosen(chair, director, sector="charity").write_to == director
    assert chosen(chair, director, sector="charity", role="Chief Executive").write_to == chair
    assert said(chosen(chair, sector="charity"))[0] is None


def test_who_had_a_letter_within_the_gap_yields() -> None:
    written = replace(RUTH, last_letter_on=date(2026, 11, 11))
    assert said(chosen(written, TOMASZ, PRIYA)) == (
        "Tomasz Wójcik",
        "Ruth Adeyemi",
        "Ruth is more senior but had a letter of yours on 11 November, so Tomasz first.",
    )
    assert chosen(replace(RUTH, last_letter_on=date(2026, 11, 10)), TOMASZ).write_to is not TOMASZ
    assert chosen(written, TOMASZ, writing_on=date(2026, 11, 18)).write_to == written
    assert chosen(written, TOMASZ, gap=3).write_to == written


def test_nobody_free_keeps_the_order_and_says_until_when() -> None:
    ruth, tomasz = (
        replace(one, last_letter_on=date(2026, 11, day)) for one, day in ((RUTH, 13), (TOMASZ, 12))
    )
    choice = chosen(ruth, tomasz)
    assert (choice.write_to, choice.runner_up, choice.wait_until) == (ruth, tomasz, date(2026, 11, 19))


def test_the_junior_who_answered_last_holds_the_thread() -> None:
    priya = replace(PRIYA, last_answer_at=NOW - timedelta(days=2))
    ruth = replace(RUTH, last_answer_at=NOW - timedelta(days=9))
    assert chosen(ruth, priya).thread_holder == "Priya answered last and holds the thread."
    assert chosen(replace(ruth, last_answer_at=NOW), priya).thread_holder == ""
    assert chosen(ruth, replace(priya, last_answer_at=NOW + timedelta(days=1))).thread_holder == ""


def test_what_is_not_understood_is_said() -> None:
    wizard = met("Zed Moon", "Wizard of Light Bulb Moments")
    assert chosen(wizard, PRIYA).why == "Priya is the most senior you talked with, as far as the titles say."


EXAMPLES = [
    ("freight_silent", ["S1-p1", "S1-p2", "S1-p3", "S1-p4"]),
    ("bank_overdue", ["S4-p2", "S4-p3", "S4-p1"]),
    ("startup_waiting", ["S5-p1", "S5-p2", "S5-p3"]),
]


@pytest.mark.parametrize(("name", "order"), EXAMPLES)
def test_examples(name: str, order: list[str]) -> None:
    company = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))["companies"][0]
    expected = json.loads((DATA / f"{name}.expected.json").read_text(encoding="utf-8"))
    now = datetime.fromisoformat(expected["on"]).replace(tzinfo=ZoneInfo(company["time_zone"]))
    candidacy = company["candidacies"][0]
    people = _people(company, candidacy, now)
    # The letter would go when silence is reached.
    due = date.fromisoformat(expected["expected"]["silent_on"])
    choice = choose(
        people,
        candidacy["role"],
        company["sector"],
        company["country"],
        now,
        WorkCalendar(company["country"]),
        writing_on=due,
    )
    assert choice.write_to is not None
    assert choice.write_to.key == expected["expected"]["recipient"]
    assert choice.runner_up is not None
    assert choice.runner_up.key == expected["expected"].get("runner_up", order[1])
    assert [one.person.key for one in choice.order] == order
    holds = "Zoe answered last and holds the thread." if name == "startup_waiting" else ""
    assert choice.thread_holder == holds


def _people(company: dict[str, Any], candidacy: dict[str, Any], now: datetime) -> list[Met]:
    def moment(text: str) -> datetime:
        return datetime.fromisoformat(text).replace(tzinfo=now.tzinfo)

    def of(key: str) -> tuple[Talk, ...]:
        return tuple(
            Talk(moment(one["starts_at"]), moment(one["ends_at"]), one["cancelled"], there["present"])
            for one in candidacy["interviews"]
            for there in one["interviewers"]
            if there["person"] == key
        )

    def letter(key: str) -> date | None:
        sent = [moment(one["sent_at"]).date() for one in candidacy["letters"] if one["to"] == key]
        return max(sent, default=None)

    def answer(key: str) -> datetime | None:
        lines = [moment(one["at"]) for one in candidacy["contacts"] if one["person"] == key]
        return max(lines, default=None)

    return [
        Met(
            one["key"],
            one["name"],
            one["title"],
            one["relation"],
            one["rank"],
            company["name"],
            of(one["key"]),
            letter(one["key"]),
            answer(one["key"]),
        )
        for one in company["people"]
    ]


TITLES = [
    "CEO",
    "COO",
    "VP Data",
    "Head of Sales",
    "Director",
    "Manager",
    "Engineer",
    "HR Director",
    "Recruiter",
    "Chair",
    "Receptionist",
    "Wizard",
    "",
]
TALKS = st.builds(
    lambda days, minutes, cancelled, present: Talk(
        NOW - timedelta(days=days),
        NOW - timedelta(days=days) + timedelta(minutes=minutes) if minutes else None,
        cancelled,
        present,
    ),
    st.integers(-3, 20),
    st.integers(0, 90),
    st.booleans(),
    st.booleans(),
)


@st.composite
def panels(draw: st.DrawFn) -> list[Met]:
    """Up to six people with their talks, letters and answers."""
    return [
        Met(
            key=number,
            name=f"Person {number}",
            title=draw(st.sampled_from(TITLES)),
            relation=draw(
                st.sampled_from(["hiring_manager", "manager", "recruiter", "agency", "board", "other"])
            ),
            own_rank=draw(st.none() | st.integers(0, 90)),
            talks=tuple(draw(st.lists(TALKS, max_size=3))),
            last_letter_on=draw(st.none() | st.dates(date(2026, 11, 1), date(2026, 11, 17))),
            last_answer_at=draw(st.none() | st.just(NOW - timedelta(days=1))),
        )
        for number in range(draw(st.integers(0, 6)))
    ]


@given(panels(), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_given(people: list[Met], chance: Any) -> None:
    shuffled = list(people)
    chance.shuffle(shuffled)
    assert chosen(*shuffled).order == chosen(*people).order
    assert chosen(*shuffled).write_to == chosen(*people).write_to


@given(panels())
def test_everybody_talked_with_is_in_the_order_once(people: list[Met]) -> None:
    order = [one.person.key for one in chosen(*people).order]
    assert sorted(order) == sorted(one.key for one in people if one.held(NOW))


@given(panels())
def test_the_reader_and_the_runner_up_are_in_line_and_two(people: list[Met]) -> None:
    choice = chosen(*people)
    line = {one.person.key for one in choice.order if one.rank.in_line}
    named = [one.key for one in (choice.write_to, choice.runner_up) if one]
    assert set(named) <= line
    assert len(set(named)) == min(len(line), 2)
    assert all(one.relation != "agency" for one in (choice.write_to, choice.runner_up) if one)


@given(panels())
def test_the_highest_own_rank_always_wins(people: list[Met]) -> None:
    first = met("Ida First", "Intern", own_rank=100)
    assert chosen(first, *people).write_to == first


@given(panels())
def test_somebody_only_named_changes_nothing(people: list[Met]) -> None:
    named = Met("named", "Only Named", "CEO", "hiring_manager")
    assert chosen(named, *people).write_to == chosen(*people).write_to


@given(panels())
def test_nobody_with_a_letter_within_the_gap_goes_before_somebody_without(people: list[Met]) -> None:
    choice = chosen(*people)

    def free(one: Met) -> bool:
        return one.last_letter_on is None or BRITAIN.add(one.last_letter_on, 5) <= NOW.date()

    line = [one.person for one in choice.order if one.rank.in_line]
    if choice.write_to and any(free(one) for one in line):
        assert free(choice.write_to)
        assert choice.write_to == next(one for one in line if free(one))
        assert choice.wait_until is None
