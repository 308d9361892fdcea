"""Nothing shifts: local times in thirty zones around each change of the clocks; a clock set back a day."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from candidacy.calendar import WorkCalendar
from candidacy.clock import Rules, standing
from candidacy.models import Candidacy, Change, Company, Contact, News
from config import opening
from desk import backup
from desk.archive import ArchiveRefusedError, export_text, read, store
from letters import writing
from tests.candidacy.cast import facts, wrote
from tests.config.test_entry import run
from tests.desk.test_archive import wipe
from tests.letters.story import cast
from tests.trust.forms import form_with

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.test import Client

    from tests.soak import Soak

ZONES = [
    "Africa/Cairo", "Africa/Casablanca", "Africa/El_Aaiun", "America/Anchorage", "America/Asuncion",
    "America/Chicago", "America/Halifax", "America/Havana", "America/Los_Angeles", "America/New_York",
    "America/Nuuk", "America/Port-au-Prince", "America/Santiago", "America/St_Johns", "Antarctica/Troll",
    "Asia/Beirut", "Asia/Jerusalem", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Tokyo", "Atlantic/Azores",
    "Australia/Adelaide", "Australia/Lord_Howe", "Australia/Sydney", "Europe/Chisinau", "Europe/Dublin",
    "Europe/London", "Pacific/Apia", "Pacific/Auckland", "Pacific/Chatham",
]  # fmt: skip
FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


@cache
def turns(name: str) -> list[tuple[datetime, timedelta]]:
    """The moments at which the clocks of a zone change, and by how much."""
    zone, found = ZoneInfo(name), []
    day = FIRST
    while day < LAST:
        # No zone turns twice in a day.
        step = _offset(day + timedelta(days=1), zone) - _offset(day, zone)
        if step:
            halves = (day + timedelta(minutes=30 * n) for n in range(1, 49))
            found.append((next(at for at in halves if _offset(at, zone) != _offset(day, zone)), step))
        day += timedelta(days=1)
    return found


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def around(name: str, count: int) -> Iterator[tuple[str, datetime, timedelta]]:
    """For the turns of a zone: when, on the clock before it, and by how much. One of a zone without any."""
    zone = ZoneInfo(name)
    for moment, step in turns(name)[:count]:
        yield name, (moment - QUARTER).astimezone(zone).replace(tzinfo=None, fold=0) + QUARTER, step
    if not turns(name):
        yield name, datetime.fromisoformat("2026-03-29T02:00"), timedelta()


def told(zone: str, *moments: str) -> dict[str, Any]:
    contacts = [{"key": f"k{n}", "at": at, "direction": "in"} for n, at in enumerate(moments)]
    return {
        "format": "afterword",
        "version": 1,
        "companies": [
            {
                "key": "co",
                "name": "Hollowell",
                "time_zone": zone,
                "candidacies": [{"key": "c", "contacts": contacts}],
            }
        ],
    }


def stored() -> list[datetime]:
    """What is stored, as the clock of the company showed it."""
    zone = ZoneInfo(Company.objects.get().time_zone)
    return [one.astimezone(zone).replace(tzinfo=None) for one in Contact.objects.values_list("at", flat=True)]


@pytest.mark.django_db
def test_row_34_local_times_of_archives_stay_as_they_are(soak: Soak) -> None:
    tried = 0
    for name in ZONES:
        for zone, local, step in around(name, soak.count(2, 100)):
            wipe()
            plain = [local - timedelta(hours=3), local + abs(step) + timedelta(hours=3)]
            store(read(json.dumps(told(zone, *(one.isoformat() for one in plain)))))
            first = export_text()
            assert stored() == plain, (zone, local)
            wipe()
            store(read(first))
            assert (stored(), export_text()) == (plain, first), (zone, local)
            odd = local + step / 2
            if step:
                sentence = "does not exist on" if step > timedelta() else "comes twice on"
                with pytest.raises(ArchiveRefusedError, match=sentence):
                    read(json.dumps(told(zone, odd.isoformat())))
            tried += 1
    soak.say(zones=len(ZONES), turns=tried, shifted=0)


@pytest.mark.django_db
def test_row_34_local_times_typed_into_forms_stay_as_they_are(client: Client, soak: Soak) -> None:
    tried = 0
    for name in ZONES[:: soak.count(6, 1)]:
        for zone, local, step in around(name, soak.count(2, 100)):
            wipe()
            company = Company.objects.create(name="Hollowell", time_zone=zone)
            candidacy = Candidacy.objects.create(company=company)
            new = reverse("candidacy:contact_new", args=[candidacy.pk])
            form = form_with(client.get(new), "at")

            def type_in(at: datetime, path: str = new, fields: Any = form, **more: str) -> int:
                sent = fields.with_(at=at.strftime("%Y-%m-%dT%H:%M"), **more)
                return client.post(path, sent).status_code

            before = local - timedelta(hours=3)
            assert type_in(before) == 302
            odd = (local + step / 2).replace(second=0)
            if step > timedelta():
                assert type_in(odd) == 422
                assert stored() == [before], (zone, local)
            elif step < timedelta():
                assert type_in(odd) == 422
                assert [type_in(odd, at_fold=which) for which in "10"] == [302, 302]
                first, second = Contact.objects.filter(pk__gt=Contact.objects.earliest("pk").pk)
                assert stored() == [before, odd, odd], (zone, local)
                assert second.at - first.at == -step
                kept = list(Contact.objects.values_list("pk", "at"))
                for pk, _ in kept:
                    page = reverse("candidacy:contact", args=[candidacy.pk, pk])
                    same = form_with(client.get(page), "at")
                    assert client.post(page, same.fields).status_code == 302
                assert list(Contact.objects.values_list("pk", "at")) == kept, (zone, local)
            tried += 1
    soak.say(turns=tried, shifted=0)


def test_row_34_days_are_counted_as_where_no_clock_ever_changes(soak: Soak) -> None:
    """The same local times give the same days in every zone, late in the evening and after midnight too."""
    calendar, rules, tried = WorkCalendar(""), Rules(), 0
    for name in ZONES:
        for zone, local, _ in around(name, soak.count(4, 100)):
            for hour in ("00:05", "12:00", "23:40"):
                told_at = f"{local.date() - timedelta(days=1)}T{hour}"
                now = f"{local.date() + timedelta(days=30)}T12:00"
                here, there = (
                    standing(
                        facts("interview", wrote_in(told_at, where), zone=where),
                        calendar,
                        datetime.fromisoformat(now).replace(tzinfo=where),
                        rules,
                    )
                    for where in (ZoneInfo(zone), ZoneInfo("UTC"))
                )
                assert here == there, (zone, told_at)
                tried += 1
    soak.say(days=tried, shifted=0)


def wrote_in(moment: str, zone: ZoneInfo) -> Any:
    from dataclasses import replace

    return replace(wrote("2026-01-01"), at=datetime.fromisoformat(moment).replace(tzinfo=zone))


@pytest.mark.django_db
def test_row_34_a_moment_keeps_its_seconds_when_its_page_is_saved(client: Client, soak: Soak) -> None:
    company = Company.objects.create(name="Hollowell", time_zone="Europe/London")
    row = Contact.objects.create(
        candidacy=Candidacy.objects.create(company=company), at="2026-09-01T10:00:31Z", text="Next week"
    )
    page = reverse("candidacy:contact", args=[row.candidacy_id, row.pk])
    form = form_with(client.get(page), "at")
    assert client.post(page, form.with_(text="The week after")).status_code == 302
    row.refresh_from_db()
    assert (row.text, row.at.isoformat()) == ("The week after", "2026-09-01T10:00:31+00:00")
    soak.say(shifted=0)


@pytest.mark.django_db
def test_row_34_a_clock_set_back_a_day_loses_nothing(client: Client, soak: Soak) -> None:
    with time_machine.travel(datetime(2026, 11, 10, 9, tzinfo=UTC), tick=False) as clock:
        letter = cast().draft(body="Monday")
        client.post(reverse("candidacy:news"), {"text": "First"})
        writing.save_text(letter, "", "Tuesday", 1)
        clock.move_to(datetime(2026, 11, 9, 9, tzinfo=UTC))
        client.post(reverse("candidacy:news"), {"text": "Second"})
        letter = writing.save_text(letter, "", "Wednesday", 2)
        activity = client.get(reverse("desk:activity"))
    assert list(News.objects.order_by("id").values_list("text", flat=True)) == ["First", "Second"]
    assert [change.pk for change in Change.objects.all()] == sorted(
        Change.objects.values_list("pk", flat=True), reverse=True
    )
    lines = [line.change for _, day in activity.context["days"] for line in day]
    assert [line.pk for line in lines] == [change.pk for change in Change.objects.all()]
    assert [one.body for one in letter.revisions.all()] == ["Tuesday", "Monday"]
    soak.say(lost=0)


def test_row_34_a_clock_set_back_keeps_every_copy_and_goes_on_making_them(
    home: Path, soak: Soak, settings: Any
) -> None:
    given = home.parent / "given.json"
    given.write_text(json.dumps(told("Europe/London", "2026-09-01T10:00")), encoding="utf-8")
    assert run("import", str(given)).returncode == 0
    file, folder = home / "afterword.sqlite3", home / "backups"
    settings.AFTERWORD_HOME, settings.DATABASE_FILE = home, file
    now = datetime.now(UTC)
    tomorrow = [backup.make(file, folder, now + timedelta(days=1, seconds=n)) for n in range(3)]
    for copy in tomorrow:
        os.utime(copy, ((now + timedelta(days=1)).timestamp(),) * 2)
    opening.keep_a_copy()
    kept = set(backup.copies(file.stem, folder))
    assert (set(tomorrow) - kept, len(kept - set(tomorrow))) == (set(), 1)
    soak.say(copies=len(kept), lost=0)
