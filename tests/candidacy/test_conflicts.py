"""Two windows on one record: whoever saves second sees both texts, and nothing is overwritten."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, connections
from django.urls import reverse

from candidacy.changes import recorded, undo
from candidacy.forms import ContactForm
from candidacy.forms.differing import compared, differing
from candidacy.models import Candidacy, Change, Company, Contact, Development, News, Person, Profile
from interviews.models import Interview, Interviewer, Note

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

pytestmark = pytest.mark.django_db


def what_is_shown(client: Client, address: str) -> dict[str, Any]:
    """The fields of the form at that address, as a browser would send them back."""
    form = client.get(address).context["form"]
    values = {field.html_name: field.field.widget.format_value(field.value()) for field in form}
    return {name: value for name, value in values.items() if value not in (None, "False")}


def test_every_save_is_a_version_of_its_own(harbour: Company) -> None:
    here, there = Company.objects.get(), Company.objects.get()
    here.save()
    there.save(update_fields=["name"])
    assert (harbour.version, here.version, Company.objects.get().version) == (1, 2, 3)


def test_undo_is_a_new_version(harbour: Company) -> None:
    with recorded("Renamed", harbour):
        harbour.name = "Harbour"
        harbour.save()
    undo(Change.objects.get())
    assert (Company.objects.get().name, Company.objects.get().version) == ("Harbour & Pine", 3)


def test_the_second_window_is_shown_both_texts(client: Client, analyst: Candidacy) -> None:
    address = reverse("candidacy:edit", args=[analyst.pk])
    first, second = what_is_shown(client, address), what_is_shown(client, address)
    client.post(address, {**first, "notes": "Two teams, one manager."})
    answer = client.post(address, {**second, "notes": "Three teams."})
    assert answer.status_code == 409
    assert "This changed while you wrote" in answer.text
    pairs = answer.context["pairs"]
    assert [(pair.field.name, pair.typed, pair.stored) for pair in pairs] == [
        ("notes", [("Three teams.", True)], [("Two teams, one manager.", True)])
    ]
    assert Candidacy.objects.get().notes == "Two teams, one manager."


def test_what_is_kept_in_the_end_is_stored_and_the_other_comes_back_by_undo(
    client: Client, analyst: Candidacy
) -> None:
    address = reverse("candidacy:edit", args=[analyst.pk])
    shown = what_is_shown(client, address)
    client.post(address, {**shown, "notes": "Two teams, one manager."})
    asked = client.post(address, {**shown, "notes": "Three teams."})
    chosen = {**shown, "notes": "Three teams, one manager.", "version": asked.context["seen"]}
    assert client.post(address, chosen).status_code == 302
    assert Candidacy.objects.get().notes == "Three teams, one manager."
    undo(Change.objects.first())  # type: ignore[arg-type]
    assert Candidacy.objects.get().notes == "Two teams, one manager."


def test_a_form_left_open_over_an_undo_is_late_too(client: Client, analyst: Candidacy) -> None:
    address = reverse("candidacy:edit", args=[analyst.pk])
    first = what_is_shown(client, address)
    client.post(address, {**first, "role": "Lead"})
    left_open = what_is_shown(client, address)
    undo(Change.objects.get())
    client.post(address, {**what_is_shown(client, address), "location": "Bath"})
    assert client.post(address, {**left_open, "pay": "50"}).status_code == 409


def test_the_same_words_twice_are_no_conflict(client: Client, analyst: Candidacy) -> None:
    address = reverse("candidacy:edit", args=[analyst.pk])
    shown = what_is_shown(client, address)
    for _ in range(2):
        assert client.post(address, {**shown, "notes": "Three teams."}).status_code == 302


def test_a_move_elsewhere_does_not_stop_an_edit_of_other_fields(client: Client, analyst: Candidacy) -> None:
    address = reverse("candidacy:edit", args=[analyst.pk])
    shown = what_is_shown(client, address)
    analyst.snoozed_until = "2026-12-01"  # type: ignore[assignment]
    analyst.save()
    assert client.post(address, shown).status_code == 302
    assert str(Candidacy.objects.get().snoozed_until) == "2026-12-01"


def test_a_script_that_names_no_version_is_never_late(client: Client, harbour: Company) -> None:
    harbour.save()
    assert client.post(harbour.get_absolute_url(), {"name": "Harbour"}).status_code == 302


def test_what_was_deleted_meanwhile_is_not_there(client: Client, analyst: Candidacy) -> None:
    address = reverse("candidacy:edit", args=[analyst.pk])
    shown = what_is_shown(client, address)
    analyst.delete()
    assert client.post(address, shown).status_code == 404


def late(client: Client, address: str, row: Any, **typed: str) -> HttpResponse:
    """Save a page that was opened before somebody else saved the row."""
    shown = what_is_shown(client, address)
    row.save()
    return client.post(address, {**shown, **typed})


def test_every_record_has_it(client: Client, analyst: Candidacy) -> None:
    company = analyst.company
    ruth = Person.objects.create(company=company, name="Ruth Adeyemi")
    line = Contact.objects.create(candidacy=analyst, at="2026-11-02T10:00Z", text="Next week.")
    article = Development.objects.create(company=company, title="A new depot")
    news = News.objects.create(text="Finished the course")
    talk = Interview.objects.create(candidacy=analyst, starts_at="2026-11-03T10:00Z")
    seat = Interviewer.objects.create(interview=talk, person=ruth)
    note = Note.objects.create(interviewer=seat, kind="fact", text="Two teams")
    where: list[tuple[str, list[int], Any, str]] = [
        ("interviews:edit", [talk.pk], talk, "place"),
        ("interviews:note", [note.pk], note, "text"),
        ("candidacy:company", [company.pk], company, "name"),
        ("candidacy:edit", [analyst.pk], analyst, "role"),
        ("candidacy:contact", [analyst.pk, line.pk], line, "text"),
        ("candidacy:development", [analyst.pk, article.pk], article, "title"),
        ("candidacy:company_development", [company.pk, article.pk], article, "title"),
        ("candidacy:news_edit", [news.pk], news, "text"),
        ("desk:person_edit", [ruth.pk], ruth, "name"),
    ]
    for name, numbers, row, field in where:
        answer = late(client, reverse(name, args=numbers), row, **{field: "Something else"})
        assert (name, answer.status_code) == (name, 409)
        assert [pair.field.name for pair in answer.context["pairs"]] == [field]


def test_every_field_of_a_note_counts(client: Client, analyst: Candidacy, ruth: Person) -> None:
    talk = Interview.objects.create(candidacy=analyst, starts_at="2026-11-03T10:00Z")
    seat = Interviewer.objects.create(interview=talk, person=ruth)
    note = Note.objects.create(interviewer=seat, kind="promise", text="Send the band")
    address = reverse("interviews:note", args=[note.pk])
    shown = what_is_shown(client, address)
    client.post(address, {**shown, "due_on": "2026-11-20", "share": "private"})
    answer = client.post(address, {**shown, "text": "Send the pay band"})
    assert answer.status_code == 409
    assert [pair.field.name for pair in answer.context["pairs"]] == ["text", "share", "due_on"]
    note.refresh_from_db()
    assert (note.text, note.share, str(note.due_on)) == ("Send the band", "private", "2026-11-20")


@pytest.mark.parametrize(
    ("section", "first", "second"),
    [
        ("clock", {"interview_silent": "9"}, {"interview_silent": "8"}),
        ("days", {"days_off": "2026-12-23"}, {"days_off": "2026-12-24"}),
        ("look", {"theme": "dark"}, {"theme": "light"}),
        ("language", {"language": "de"}, {"language": "en-gb"}),
    ],
)
def test_every_section_of_the_settings_has_it(
    client: Client, section: str, first: dict[str, str], second: dict[str, str]
) -> None:
    address = reverse("desk:settings_section", args=[section])

    def shown() -> dict[str, Any]:
        form = client.get(address).context[section]
        return {field.html_name: str(field.value() or "") for field in form}

    left_open = shown()
    assert client.post(address, {**shown(), **first}).status_code == 302
    answer = client.post(address, {**left_open, **second})
    assert answer.status_code == 409
    assert [pair.field.name for pair in answer.context["pairs"]] == list(second)
    again = {**left_open, **second, "version": answer.context["seen"]}
    assert client.post(address, again).status_code == 302
    assert shown() | second == shown()


def test_a_section_is_not_late_because_another_was_saved(client: Client) -> None:
    look, days = (reverse("desk:settings_section", args=[name]) for name in ("look", "days"))
    version = client.get(look).context["look"]["version"].value()
    client.post(days, {"days_off": "2026-12-23"})
    assert client.post(look, {"theme": "dark", "version": version}).status_code == 302
    assert Profile.load().settings == {"days_off": ["2026-12-23"], "theme": "dark"}


def test_my_own_details_have_it_too(client: Client) -> None:
    address = reverse("desk:settings_section", args=["you"])

    def shown() -> dict[str, Any]:
        form = client.get(address).context["you"]
        return {field.html_name: str(field.value() or "") for field in form}

    first, second = shown(), shown()
    assert client.post(address, {**first, "name": "Dana Whitfield"}).status_code == 302
    answer = client.post(address, {**second, "name": "D. Whitfield"})
    assert (answer.status_code, Profile.load().name) == (409, "Dana Whitfield")
    again = {**second, "name": "D. Whitfield", "version": answer.context["seen"]}
    assert client.post(address, again).status_code == 302
    assert Profile.load().name == "D. Whitfield"


def test_choices_are_compared_by_what_they_are_called(analyst: Candidacy) -> None:
    line = Contact(candidacy=analyst, at=None)
    stored = ContactForm(None, instance=line, zone_name="UTC")
    typed = ContactForm({"direction": "out", "channel": "phone"}, instance=line, zone_name="UTC")
    said = {pair.field.name: (pair.typed, pair.stored) for pair in differing(typed, stored)}
    assert said == {
        "direction": ([("I to them", True)], [("They to me", True)]),
        "channel": ([("Phone", True)], [("E-mail", True)]),
    }


def test_only_what_one_of_them_says_is_marked() -> None:
    assert compared("Three logins, four on Ward 7.", "Three logins, timed.") == (
        [("Three logins, ", False), ("four on Ward 7.", True)],
        [("Three logins, ", False), ("timed.", True)],
    )


def test_a_very_long_text_is_shown_whole() -> None:
    long = "word " * 5000
    assert compared(long, "short") == ([(long, False)], [("short", False)])


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_lose_no_edit(client: Client) -> None:
    """Each of eight windows adds its word until it is stored; all eight words are there in the end."""
    row = News.objects.create(text="Began")
    address = reverse("candidacy:news_edit", args=[row.pk])
    refused: list[int] = []

    def add(word: str) -> None:
        try:
            while True:
                seen = News.objects.get()
                typed = {"text": f"{seen.text} {word}", "version": str(seen.version)}
                status = client.post(address, typed).status_code
                if status == 302:
                    return
                refused.append(status)
        finally:
            connections.close_all()

    words = [f"w{number}" for number in range(8)]
    windows = [threading.Thread(target=add, args=[word]) for word in words]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert sorted(News.objects.get().text.split()[1:]) == words
    assert set(refused) <= {409}
    connection.close()
