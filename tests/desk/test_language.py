"""The pages speak the language of whoever reads them: the chosen one, or else the browser's."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.db import connection
from django.utils import timezone, translation
from django.utils.translation import gettext

from candidacy import feeds
from candidacy.models import Profile
from candidacy.templatetags.words import by_day, counted, day, in_words, said_when, short_day, week_day
from config import opening
from desk import recovery, sample
from interviews.models import Interviewer, Note
from letters import outbox, watching
from letters.account import State
from letters.drafting import draft
from letters.models import Letter, Outgoing
from letters.queries import material
from letters.review import review
from tests.e2e.pages import paths
from tests.letters.story import cast

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2026, 11, 6, 12, tzinfo=dt.UTC)
GERMAN = {"Accept-Language": "de-AT,de;q=0.9,en;q=0.5"}


def language(client: Client, **headers: str) -> str:
    page = client.get("/settings/", headers={"Accept-Language": "", **headers}).text
    return page.partition('<html lang="')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("accepted", "spoken"),
    [("", "en-GB"), ("en-US,en;q=0.9", "en-GB"), ("de-AT,de;q=0.9,en;q=0.5", "de"), ("fr-FR", "en-GB")],
)
def test_until_one_is_chosen_the_browser_decides(client: Client, accepted: str, spoken: str) -> None:
    assert language(client, **{"Accept-Language": accepted}) == spoken


def test_what_was_chosen_counts_whatever_the_browser_asks_for(client: Client) -> None:
    client.post("/settings/language/", {"language": "de"})
    assert (language(client), Profile.load().settings) == ("de", {"language": "de"})
    client.post("/settings/language/", {"language": "en-gb"})
    assert language(client, **GERMAN) == "en-GB"
    client.post("/settings/language/", {"language": ""})
    assert (language(client, **GERMAN), Profile.load().settings) == ("de", {})


def test_another_language_is_refused_in_a_sentence(client: Client) -> None:
    answer = client.post("/settings/language/", {"language": "tlh"})
    assert answer.status_code == 422
    assert answer.context["language"].errors["language"] == ["Take one of these."]


class TestInGerman:
    """Pages are German; letters, tables and what other programs read stay as they are."""

    @pytest.fixture(autouse=True)
    def german(self) -> None:
        sample.load(timezone.now())
        Profile.objects.update(settings={"language": "de"})

    def test_pages_speak_german(self, client: Client) -> None:
        wrong = {
            name: status for name, path in paths().items() if (status := client.get(path).status_code) != 200
        }
        assert wrong == {"no such page": 404}
        page = client.get("/").text
        assert ('<html lang="de"' in page, ">Heute" in page, "Today" in page) == (True, True, False)

    def test_letters_are_drafted_in_the_same_words(self) -> None:
        now = timezone.now()
        seats = Interviewer.objects.filter(interview__starts_at__lt=now).select_related("person")
        known = [
            material(seat.interview.candidacy, seat.person, kind, now)
            for seat in seats
            for kind in ("thank_you", "nudge")
        ]
        english = [(drafted.subject, drafted.body) for drafted in map(draft, known)]
        with translation.override("de"):
            german = [(drafted.subject, drafted.body) for drafted in map(draft, known)]
        assert german == english

    def test_what_a_draft_still_asks_is_german(self) -> None:
        story = cast()
        Note.objects.all().delete()
        with translation.override("de"):
            asked = draft(material(story.candidacy, story.ruth, "thank_you", timezone.now())).questions
        wrestles = "Womit ringt Ruth? Eine Zeile in den Worten, die du gehört hast"
        assert [words.partition(", macht")[0] for words in asked] == [wrestles]

    def test_what_is_stored_beside_the_pages_is_german(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Reading mail, sending letters and looking for news run in threads that no browser speaks to."""
        said, stop = [], threading.Event()

        def say(*_given: object) -> None:
            said.append(gettext("Today"))
            stop.set()

        monkeypatch.setattr(watching, "_TURN", 0)
        monkeypatch.setattr(watching.accounts, "load", lambda: (object(), State()))
        for where, name in ((watching, "look"), (outbox, "send")):
            monkeypatch.setattr(where, name, say)
        monkeypatch.setattr(watching, "look_up", lambda _account: None)
        monkeypatch.setattr(feeds, "look_at_due", say)
        monkeypatch.setattr(connection, "close", lambda: None)
        watching.watch(stop)
        opening._read_feeds(stop)
        outbox._send_aside(Outgoing())
        assert said == ["Heute"] * 3

    def test_checks_advise_in_german_and_find_the_same(self) -> None:
        letter = Letter.objects.latest("pk")
        known = material(letter.candidacy, letter.to, letter.kind, timezone.now())
        english = review(letter.body, known, letter.subject)
        with translation.override("de"):
            german = review(letter.body, known, letter.subject)
        assert [(one.id, one.level, one.spans) for one in german] == [
            (one.id, one.level, one.spans) for one in english
        ]
        assert {one.message for one in german} & {one.message for one in english} == set()

    def test_the_table_for_other_programs_stays_english(self, client: Client) -> None:
        german = client.get("/candidacies.csv").content
        Profile.objects.update(settings={})
        assert german == client.get("/candidacies.csv").content


class TestDaysAndNumbers:
    """Said as each language says them."""

    NOW = dt.datetime(2026, 11, 17, 14, 2, tzinfo=dt.UTC)

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en-gb", "Tuesday 17 November|17 Nov|Tue 17 Nov|at 14:02|today|on Thu 19 Nov"),
            ("de", "Dienstag, 17. November|17. Nov|Di, 17. Nov|um 14:02|heute|am Do, 19. Nov"),
        ],
    )
    def test_a_day(self, language: str, said: str) -> None:
        now, later = self.NOW, self.NOW + dt.timedelta(days=2)
        with time_machine.travel(now, tick=False), translation.override(language):
            assert [
                day(now),
                short_day(now),
                week_day(now),
                said_when(now),
                by_day(now),
                by_day(later),
            ] == said.split("|")

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en-gb", ["0 notes, no", "1 note, one", "2 notes, two", "13 notes, 13"]),
            ("de", ["0 Notizen, keine", "1 Notiz, eine", "2 Notizen, zwei", "13 Notizen, 13"]),
        ],
    )
    def test_a_number(self, language: str, said: list[str]) -> None:
        with translation.override(language):
            assert [f"{counted(n, 'note')}, {in_words(n)}" for n in (0, 1, 2, 13)] == said


def test_a_copy_to_go_back_to_says_what_is_in_it_in_either_language() -> None:
    copy = recovery.Copy(Path("a"), NOON, {"candidacy_candidacy": 1, "letters_letter": 2}, "")
    said = {}
    for language in ("en", "de"):
        with translation.override(language):
            said[language] = copy.counts(), recovery.when(NOON, NOON).partition(",")[0]
    assert said == {"en": ("1 candidacy and 2 letters", "today"), "de": ("1 Bewerbung und 2 Briefe", "heute")}
