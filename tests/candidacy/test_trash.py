"""What was deleted comes back for 30 days, then is gone; what was undone can be done again."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.core import serializers
from django.utils import timezone

from candidacy import trash
from candidacy.changes import ChangedSinceError, deleted, recorded, redo, undo
from candidacy.models import Candidacy, Change, Company, Person

pytestmark = pytest.mark.django_db

SECRET = "prefers rail to road"


@pytest.fixture
def miriam() -> Person:
    company = Company.objects.create(name="Hollowell Freight")
    return Person.objects.create(company=company, name="Miriam Castell", title="Director")


def add(row: Company | Person | Candidacy) -> Change:
    with recorded(f"{row} added", row):
        row.save()
    return Change.objects.latest("pk")


def delete(row: Company | Person) -> Change:
    deleted(f"{row} deleted", row)
    return Change.objects.latest("pk")


def days_later(days: float) -> dt.datetime:
    return timezone.now() + dt.timedelta(days=days)


def test_an_edit_is_undone_and_done_again(miriam: Person) -> None:
    with recorded("Miriam’s title changed", miriam):
        miriam.title = "Operations Director"
        miriam.save()
    change = Change.objects.get()
    for turn, title in ((undo, "Director"), (redo, "Operations Director"), (undo, "Director")):
        turn(change)
        miriam.refresh_from_db()
        assert miriam.title == title


def test_what_was_made_in_the_first_thousandth_of_a_second_is_undone_and_done_again() -> None:
    with time_machine.travel(dt.datetime(2026, 11, 2, 9, 0, 5, 400, dt.UTC), tick=False):
        company = Company.objects.create(name="Northlight")
    with recorded("Northlight’s sector changed", company):
        company.sector = "bank"
        company.save()
    change = Change.objects.get()
    for turn, sector in ((undo, "any"), (redo, "bank"), (undo, "any")):
        turn(change)
        company.refresh_from_db()
        assert company.sector == sector


def test_doing_again_what_was_changed_in_between_is_refused(miriam: Person) -> None:
    with recorded("Miriam’s title changed", miriam):
        miriam.title = "Operations Director"
        miriam.save()
    change = Change.objects.get()
    undo(change)
    Person.objects.update(title="Chair")
    with pytest.raises(ChangedSinceError):
        redo(change)
    assert Person.objects.get().title == "Chair"


def test_a_deletion_done_again_is_in_the_trash_for_its_full_time(miriam: Person) -> None:
    change = delete(miriam)
    undo(change)
    Change.objects.update(at=days_later(-29))
    redo(change)
    assert not Person.objects.exists()
    assert [one.pk for one in trash.trashed(days_later(29))] == [change.pk]


def test_undoing_takes_along_nothing_that_came_later() -> None:
    """The company was added, then a candidacy there: undoing the first must not delete the second."""
    company = Company(name="Hollowell Freight")
    added = add(company)
    candidacy = Candidacy(company=company)
    then = add(candidacy)
    with pytest.raises(ChangedSinceError):
        undo(added)
    assert Candidacy.objects.count() == 1
    undo(then)
    undo(added)
    assert not Company.objects.exists()


def test_the_trash_keeps_a_thing_for_thirty_days(miriam: Person) -> None:
    change = delete(miriam)
    assert [one.pk for one in trash.trashed(days_later(29.9))] == [change.pk]
    assert trash.forget_old(days_later(29.9)) == 0
    assert trash.trashed(days_later(30)) == []
    assert trash.forget_old(days_later(30)) == 1
    assert not Change.objects.exists()


def test_what_was_put_back_is_not_in_the_trash(miriam: Person) -> None:
    undo(delete(miriam))
    assert trash.trashed(timezone.now()) == []
    trash.empty(timezone.now())
    assert Person.objects.get().name == "Miriam Castell"


def test_emptied_it_leaves_no_copy_in_the_log(miriam: Person) -> None:
    with recorded("Miriam’s phone changed", miriam):
        miriam.phone = SECRET
        miriam.save()
    jonas = Person(company=miriam.company, name="Jonas Weidner")
    added = add(jonas)
    gone = delete(miriam)
    assert trash.empty(timezone.now()) == 1
    assert SECRET not in serializers.serialize("json", Change.objects.all())
    assert list(Change.objects.values_list("sentence", flat=True)) == [
        "Miriam Castell deleted",
        "Jonas Weidner added",
        "Miriam’s phone changed",
    ]
    undo(gone)
    assert list(Person.objects.all()) == [jonas]
    undo(added)
    assert not Person.objects.exists()
