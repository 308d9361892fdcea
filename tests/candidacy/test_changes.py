"""Every change can be undone, and nothing that came after it is lost."""

from __future__ import annotations

import pytest

from candidacy.changes import ChangedSinceError, deleted, recorded, undo
from candidacy.models import Candidacy, Change, Company, Contact, Person
from desk.archive import export_text, read, store
from interviews.models import Note
from letters.models import Letter
from tests.desk.test_archive import DATA

pytestmark = pytest.mark.django_db


@pytest.fixture
def miriam() -> Person:
    company = Company.objects.create(name="Hollowell Freight")
    return Person.objects.create(company=company, name="Miriam Castell", title="Director")


def test_an_edit_is_undone(miriam: Person) -> None:
    with recorded("Miriam’s title changed", miriam):
        miriam.title = "Operations Director"
        miriam.save()
    change = Change.objects.get()
    assert change.sentence == "Miriam’s title changed"
    undo(change)
    miriam.refresh_from_db()
    change.refresh_from_db()
    assert miriam.title == "Director"
    assert change.undone_at is not None


def test_a_new_row_is_taken_back(miriam: Person) -> None:
    contact = Contact(
        candidacy=Candidacy.objects.create(company=miriam.company), at="2026-09-01T10:00Z", person=miriam
    )
    with recorded("They wrote", contact):
        contact.save()
    undo(Change.objects.get())
    assert not Contact.objects.exists()


def test_a_deletion_comes_back_with_all_that_hung_on_it() -> None:
    store(read((DATA / "freight_silent.json").read_bytes()))
    letter = Letter.objects.first()
    assert letter is not None
    letter.notes.set(Note.objects.all()[:2])
    before = export_text()
    deleted("Hollowell Freight deleted", Company.objects.get())
    assert not Note.objects.exists()
    undo(Change.objects.get())
    assert export_text() == before


def test_a_deletion_gives_back_what_it_only_detached() -> None:
    store(read((DATA / "startup_waiting.json").read_bytes()))
    before = export_text()
    zoe = Person.objects.get(name="Zoe Tanaka")
    deleted("Zoe Tanaka deleted", zoe)
    assert Contact.objects.get().person is None
    undo(Change.objects.get())
    assert Contact.objects.get().person == Person.objects.get(name="Zoe Tanaka")
    assert export_text() == before


def test_a_later_edit_is_never_overwritten(miriam: Person) -> None:
    with recorded("Miriam’s title changed", miriam):
        miriam.title = "Operations Director"
        miriam.save()
    miriam.title = "Managing Director"
    miriam.save()
    with pytest.raises(ChangedSinceError):
        undo(Change.objects.get())
    miriam.refresh_from_db()
    assert miriam.title == "Managing Director"


def test_undoing_twice_does_nothing_more(miriam: Person) -> None:
    with recorded("Miriam’s title changed", miriam):
        miriam.title = "Operations Director"
        miriam.save()
    change = Change.objects.get()
    undo(change)
    miriam.title = "Chair"
    miriam.save()
    undo(change)
    miriam.refresh_from_db()
    assert miriam.title == "Chair"


def test_an_edit_that_fails_is_not_logged(miriam: Person) -> None:
    def edit() -> None:
        with recorded("Miriam’s title changed", miriam):
            miriam.title = "Operations Director"
            miriam.save()
            raise KeyError("no")

    with pytest.raises(KeyError):
        edit()
    miriam.refresh_from_db()
    assert (miriam.title, Change.objects.count()) == ("Director", 0)
