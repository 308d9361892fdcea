"""The proof of search: what was done, by day, with what came of it, and nothing of what was said."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidacy.models import Candidacy, Company, Person, Profile
from desk.insights.period import Period
from desk.reports.proof import Entry, Searched, counted, entries
from interviews.models import Interview, Interviewer, Note
from letters.models import Letter
from tests.candidacy.cast import MET, NUDGE, STORY, answered, facts, i_wrote, on, talk, wrote
from tests.candidacy.cast import at as then
from tests.desk.cast import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

NOW = then("2026-11-20")
NAMES = {"ruth": "Ruth Adeyemi", "marcus": "Marcus Bell"}


def told(*events: object, period: Period | None = None, **more: object) -> list[Entry]:
    recorded = facts("interview", *events, **more)
    one = Searched("Harbour & Pine", "Planner", recorded, "a newspaper", {None: "video"}, NAMES)
    return entries([one], period or Period(), NOW)


def lines(*events: object, **more: object) -> list[tuple[str, str, str, str]]:
    return [(one.on.isoformat(), one.what, one.how, one.result) for one in told(*events, **more)]


class TestEntries:
    def test_a_round_from_application_to_follow_up(self) -> None:
        assert lines(*STORY, NUDGE, wrote("2026-10-30"), applied_on=on("2026-10-26")) == [
            ("2026-10-26", "Application", "a newspaper", "Reply on 30 October"),
            ("2026-11-03", "Interview", "by video, with Ruth Adeyemi and Marcus Bell", "No reply yet"),
            ("2026-11-04", "Thank-you letter", "to Ruth Adeyemi", "No reply yet"),
            ("2026-11-04", "Thank-you letter", "to Marcus Bell", "No reply yet"),
            ("2026-11-13", "Follow-up letter", "to Ruth Adeyemi", "No reply yet"),
        ]

    def test_what_they_wrote_is_no_doing_of_mine_but_a_call_is(self) -> None:
        found = lines(wrote("2026-11-05"), wrote("2026-11-06", channel="phone"), i_wrote("2026-11-09"))
        assert found == [
            ("2026-11-06", "Call", "by phone, with Marcus Bell", "No reply yet"),
            ("2026-11-09", "Message sent", "by e-mail", "No reply yet"),
        ]

    def test_an_automatic_receipt_is_no_result_and_a_talk_ahead_is_one(self) -> None:
        ahead = talk("2026-11-25T10:00")
        (only,) = lines(answered("2026-11-03"), ahead, applied_on=on("2026-11-02"))
        assert only == ("2026-11-02", "Application", "a newspaper", "Interview on 25 November")

    @pytest.mark.parametrize(
        ("closed_as", "closed_on", "result"),
        [
            ("rejected", "2026-11-18", "They said no, 18 November"),
            ("laid_to_rest", "2026-11-18", "No reply, 18 November"),
            ("withdrawn", None, "Withdrawn"),
        ],
    )
    def test_without_a_word_the_end_is_the_result(
        self, closed_as: str, closed_on: str | None, result: str
    ) -> None:
        ended = {"closed_as": closed_as, "closed_on": closed_on and on(closed_on)}
        assert [one[3] for one in lines(applied_on=on("2026-11-02"), **ended)] == [result]

    def test_a_no_is_said(self) -> None:
        found = lines(wrote("2026-11-05", said_no=True), applied_on=on("2026-11-02"))
        assert [one[3] for one in found] == ["They said no on 5 November"]

    def test_a_cancelled_talk_and_what_is_still_to_come_are_not_done(self) -> None:
        off = talk("2026-11-03T10:00", cancelled=True)
        assert told(off, i_wrote("2026-11-25"), talk("2026-11-26T10:00")) == []

    def test_only_the_days_of_the_period(self) -> None:
        found = told(*STORY, period=Period(on("2026-11-04"), on("2026-11-04")))
        assert [one.sort for one in found] == ["letter", "letter"]

    def test_the_count(self) -> None:
        assert counted(told(MET, applied_on=on("2026-10-26"))) == "1 application and 1 interview"
        assert counted(told(*STORY, i_wrote("2026-11-09"))) == "1 interview, 2 letters and 1 contact"
        assert counted([]) == ""


@pytest.mark.django_db
class TestThePage:
    @pytest.fixture(autouse=True)
    def _now(self) -> Iterator[None]:
        with time_machine.travel(at("2026-11-17T09:10"), tick=False):
            yield

    def searched(self, name: str, applied_on: str = "2026-11-02") -> Candidacy:
        """A candidacy with a talk, a private note from it, and a thank-you."""
        company = Company.objects.create(name=name, country="GB", time_zone="Europe/London")
        candidacy = Candidacy.objects.create(company=company, role="Planner", applied_on=applied_on)
        person = Person.objects.create(company=company, name="Ruth Adeyemi")
        held = Interview.objects.create(
            candidacy=candidacy, starts_at=at("2026-11-04T10:00"), channel="phone"
        )
        seat = Interviewer.objects.create(interview=held, person=person)
        Note.objects.create(interviewer=seat, kind="doubt", text="A secret.", share="private")
        sent = at("2026-11-05T08:00")
        Letter.objects.create(candidacy=candidacy, to=person, kind="thank_you", status="sent", sent_at=sent)
        return candidacy

    def test_the_last_30_days_unless_asked_otherwise(self, client: Client) -> None:
        Profile(name="Ines Moreau").save()
        self.searched("Harbour & Pine")
        self.searched("Meridian Rail", "2026-10-17")
        page = client.get("/reports/search/")
        assert "Ines Moreau, 18 October to 17 November." in page.text
        assert "1 application, 2 interviews and 2 letters." in page.text
        assert "A secret" not in page.text
        both = client.get("/reports/search/?from=2026-10-01&to=")
        assert "2 applications" in both.text
        assert "since 1 October" in both.text

    def test_the_same_as_a_table(self, client: Client) -> None:
        self.searched("=Harbour")
        given = "?from=2026-11-01&to=2026-11-04"
        assert (
            f'href="/reports/search.csv{given}"'.replace("&", "&amp;")
            in client.get(f"/reports/search/{given}").text
        )
        answer = client.get(f"/reports/search.csv{given}")
        read = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
        assert read == [
            ["Date", "Company", "Role", "What", "How", "Result"],
            ["2026-11-02", "'=Harbour", "Planner", "Application", "", "Interview on 4 November"],
            [
                "2026-11-04",
                "'=Harbour",
                "Planner",
                "Interview",
                "by phone, with Ruth Adeyemi",
                "No reply yet",
            ],
        ]

    @pytest.mark.parametrize("path", ["/reports/search/", "/reports/search.csv"])
    def test_what_is_no_day_gets_a_sentence(self, client: Client, path: str) -> None:
        answer = client.get(f"{path}?from=soon&to=2026-11-01")
        assert answer.status_code == 422
        assert "Give the day as 2026-09-01, or leave it empty." in answer.text
        assert 'value="soon"' in answer.text

    def test_nothing_in_a_period_is_said(self, client: Client) -> None:
        assert "Nothing in this period" in client.get("/reports/search/").text

    def test_the_number_of_queries_does_not_grow(self, client: Client) -> None:
        def queries() -> int:
            with CaptureQueriesContext(connection) as seen:
                assert client.get("/reports/search/").status_code == 200
            return len(seen)

        self.searched("Company 0")
        few = queries()
        for n in range(1, 50):
            self.searched(f"Company {n}")
        assert queries() == few
