"""Several windows edit the same records at once: whoever is late sees both texts, and no edit is lost."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from candidacy.models import News, Profile
from interviews.models import Note
from tests.letters.story import cast
from tests.trust.forms import form_with

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.letters.story import Cast
    from tests.soak import Soak


@dataclass(frozen=True)
class Text:
    """A text that windows add words to: its page, its field, and what of it is stored."""

    path: str
    field: str
    stored: Callable[[], str]
    # What lies between two words of it.
    gap: str = " "
    word: Callable[[int], str] = "w{}".format
    save: str = ""


def _a_day(number: int) -> str:
    return f"{2030 + number // 336}-{number % 336 // 28 + 1:02}-{number % 28 + 1:02}"


def texts(story: Cast) -> list[Text]:
    """One text of every sort: records, a note, a talk, a section of the settings, a debrief, a letter."""
    news = News.objects.create(text="Began")
    note, letter = Note.objects.filter(kind="question").get(), story.draft()
    debrief = f"{reverse('interviews:debrief', args=[story.talk.pk])}?person={story.ruth.pk}"

    def of(row: Any, name: str) -> Callable[[], str]:
        return lambda: str(type(row).objects.values_list(name, flat=True).get(pk=row.pk))

    def told() -> str:
        lines = Note.objects.filter(interviewer__person=story.ruth, kind="challenge", mood="good")
        return "\n".join(lines.values_list("text", flat=True))

    def days_off() -> str:
        return "\n".join(day.isoformat() for day in Profile.load().preferences.days_off)

    return [
        Text(reverse("candidacy:news_edit", args=[news.pk]), "text", of(news, "text")),
        Text(reverse("candidacy:edit", args=[story.candidacy.pk]), "notes", of(story.candidacy, "notes")),
        Text(reverse("interviews:note", args=[note.pk]), "text", of(note, "text")),
        Text(reverse("interviews:note", args=[note.pk]), "reply", of(note, "reply")),
        Text(reverse("interviews:edit", args=[story.talk.pk]), "place", of(story.talk, "place")),
        Text(reverse("desk:settings_section", args=["days"]), "days_off", days_off, "\n", _a_day),
        Text(debrief, "good", told, "\n", "The {}th ward works".format),
        Text(
            letter.get_absolute_url(),
            "body",
            of(letter, "body"),
            save=reverse("letters:letter", args=[letter.pk]),
        ),
    ]


def window() -> Client:
    """Another window of the browser that is signed in."""
    from desk import tickets

    browser = Client(headers={"host": f"localhost:{settings.PORT}", "sec-fetch-site": "same-origin"})
    browser.cookies[settings.SIGN_IN_COOKIE] = tickets.sessions(settings.AFTERWORD_HOME).issue()
    return browser


def add(browser: Client, text: Text, word: str, all_have_it: threading.Barrier) -> int:
    """Add a word to the text and save, from a fresh page until it is stored. How often it was late."""
    late = 0
    while True:
        form = form_with(browser.get(text.path), text.field)
        if not late:
            # Every window has the same page before the first of them saves.
            all_have_it.wait(timeout=120)
        typed = text.gap.join(filter(None, [form.fields[text.field][0].strip(), word]))
        sent = {name: value for name, value in form.fields.items() if name != "do"}
        answer = browser.post(text.save or text.path, {**sent, text.field: typed})
        if answer.status_code == 302:
            return late
        assert answer.status_code == 409, (answer.status_code, text.path)
        assert word in answer.content.decode()
        late += 1


@pytest.mark.django_db(transaction=True)
def test_row_19_eight_windows_lose_no_edit(soak: Soak) -> None:
    """Each window adds its words to every text in turn; in the end all words of all windows are there."""
    count, each = soak.count(3, 8), soak.count(8, 100)
    every = texts(cast())
    asked: list[tuple[str, int]] = []
    broken: list[BaseException] = []
    all_have_it = threading.Barrier(count)

    def write(number: int) -> None:
        browser = window()
        try:
            for n in range(each):
                text = every[n % len(every)]
                word = text.word(number * each + n)
                asked.append((f"{text.path} {text.field}", add(browser, text, word, all_have_it)))
        except BaseException as fault:  # noqa: BLE001 (said by the test itself, below)
            broken.append(fault)
            all_have_it.abort()
        finally:
            connections.close_all()

    windows = [threading.Thread(target=write, args=[number]) for number in range(count)]
    for one in windows:
        one.start()
    for one in windows:
        one.join()
    connection.close()
    assert broken == []
    for place, text in enumerate(every):
        words = {text.word(one * each + n) for one in range(count) for n in range(place, each, len(every))}
        stored = text.stored()
        assert words - set(stored.split("\n" if text.gap == "\n" else None)) == set(), text.path
    assert len(asked) == count * each
    assert {place for place, late in asked if late} == {f"{text.path} {text.field}" for text in every}
    soak.say(edits=len(asked), asked_with_both_texts=sum(late for _, late in asked), lost=0)


@pytest.mark.django_db(transaction=True)
def test_row_19_two_sections_of_the_settings_at_once_are_both_kept(soak: Soak) -> None:
    """They lie in one row: whoever stores one section must not put the others back."""
    cast()
    days, look = (reverse("desk:settings_section", args=[name]) for name in ("days", "look"))

    def write(path: str, typed: dict[str, str]) -> None:
        window().post(path, typed)
        connections.close_all()

    rounds = 0
    for rounds in soak.rounds("rounds", 3, 100):
        day, theme = _a_day(rounds), ("light", "dark")[rounds % 2]
        pair = [
            threading.Thread(target=write, args=[days, {"days_off": day}]),
            threading.Thread(target=write, args=[look, {"theme": theme}]),
        ]
        for one in pair:
            one.start()
        for one in pair:
            one.join()
        mine = Profile.load().preferences
        assert ([str(one) for one in mine.days_off], mine.theme) == ([day], theme)
    connection.close()
