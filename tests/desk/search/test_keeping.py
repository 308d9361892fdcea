"""The index is what a fresh reading of all records would give, whoever wrote to them and however."""

from __future__ import annotations

import datetime as dt
import json
import random
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models.signals import post_migrate
from django.utils import timezone

from candidacy.changes import ChangedSinceError, deleted, recorded, undo
from candidacy.models import Candidacy, Change, Company, Contact, Development, Person
from config.bootstrap import ROOT
from desk import sample
from desk.archive import export_text, read, store
from desk.search import catch_up, find, keeping
from interviews.models import Interview, Interviewer, Note
from letters.models import Letter, Message
from tests.desk.search.cast import everything, held, said, told
from tests.interviews.cast import ANA, HELEN, lumen, seat

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db
ARCHIVES = ("freight_silent", "bank_overdue", "startup_waiting")
WORDS = ["night", "shift", "chiller", "José", "Wójcik", "depot", "trust", "number", "part-time", "夜班"]


def anew() -> list[tuple[object, ...]]:
    """What is held after reading everything again."""
    keeping.begin_anew()
    return held()


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


class Edits:
    """Anything that anybody does to the records, by chance."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.archives = list(ARCHIVES)

    def one(self) -> None:
        """One edit; one that the record forbids is none."""
        edits: list[Callable[[], object]] = [
            self.note, self.note, self.reword, self.reword, self.move_note, self.bulk, self.in_sql,
            self.talk, self.seat, self.company, self.company_of, self.person, self.line, self.mail,
            self.letter, self.send, self.article, self.delete, self.delete, self.undo, self.undo,
            self.take_in, self.given_up, self.in_bulk,
        ]  # fmt: skip
        self.dice.choice(edits)()

    def words(self) -> str:
        return " ".join(self.dice.choices(WORDS, k=self.dice.randint(1, 6)))

    def any(self, model: type) -> object:
        pks = list(model._default_manager.values_list("pk", flat=True))
        return model._default_manager.get(pk=self.dice.choice(pks)) if pks else None

    def note(self) -> None:
        if here := self.any(Interviewer):
            reply = self.dice.choice(["", "yes"])
            Note.objects.create(interviewer=here, kind="fact", text=self.words(), reply=reply)

    def reword(self) -> None:
        if note := self.any(Note):
            with recorded(f"Note {note.pk} changed", note):
                note.text = self.words()
                note.save()

    def move_note(self) -> None:
        if note := self.any(Note):
            note.interviewer, note.by = self.any(Interviewer), self.any(Person)
            note.save()

    def bulk(self) -> None:
        Note.objects.filter(pk__in=list(Note.objects.values_list("pk", flat=True)[:3])).update(
            text=self.words()
        )

    def in_bulk(self) -> None:
        if here := self.any(Interviewer):
            Note.objects.bulk_create(Note(interviewer=here, kind="goal", text=self.words()) for _ in range(3))

    def in_sql(self) -> None:
        if letter := self.any(Letter):
            sql("UPDATE letters_letter SET body = %s WHERE id = %s", self.words(), letter.pk)
            sql(
                "UPDATE candidacy_company SET name = %s WHERE id = %s",
                self.words(),
                letter.candidacy.company_id,
            )

    def talk(self) -> None:
        if talk := self.any(Interview):
            talk.starts_at += dt.timedelta(days=self.dice.randint(-40, 40))
            talk.ends_at, talk.candidacy = None, self.any(Candidacy)
            talk.save()

    def seat(self) -> None:
        here, person = self.any(Interviewer), self.any(Person)
        if here and not Interviewer.objects.filter(interview=here.interview, person=person).exists():
            here.person = person
            here.save()

    def company(self) -> None:
        Company.objects.create(name=self.words())

    def company_of(self) -> None:
        if candidacy := self.any(Candidacy):
            candidacy.company, candidacy.notes = self.any(Company), self.words()
            candidacy.save()

    def person(self) -> None:
        if company := self.any(Company):
            Person.objects.create(company=company, name=self.words(), title=self.words())

    def line(self) -> None:
        if candidacy := self.any(Candidacy):
            who = self.any(Person)
            Contact.objects.create(candidacy=candidacy, at=timezone.now(), text=self.words(), person=who)

    def mail(self) -> None:
        mail = self.any(Message) if self.dice.random() < 0.5 else None
        mail = mail or Message(identity=f"{self.dice.random()}@x.example", at=timezone.now())
        free = Contact.objects.filter(mail=None).first()
        mail.subject, mail.mine = self.words(), self.dice.random() < 0.3
        mail.contact, mail.candidacy = (
            self.dice.choice([None, free]),
            self.dice.choice([None, self.any(Candidacy)]),
        )
        mail.save()

    def letter(self) -> None:
        candidacy, person = self.any(Candidacy), self.any(Person)
        if candidacy and person:
            Letter.objects.create(candidacy=candidacy, to=person, subject=self.words(), body=self.words())

    def send(self) -> None:
        if letter := Letter.objects.filter(status="draft").first():
            with recorded("Letter sent", letter):
                letter.status, letter.sent_at = "sent", timezone.now()
                letter.save()

    def article(self) -> None:
        if company := self.any(Company):
            Development.objects.create(company=company, title=self.words(), published_on=dt.date(2026, 11, 3))

    def delete(self) -> None:
        models = [
            Note,
            Letter,
            Contact,
            Development,
            Person,
            Candidacy,
            Interview,
            Interviewer,
            Message,
            Company,
        ]
        weights = [4, 3, 3, 3, 2, 1, 1, 1, 3, 1]
        if row := self.any(self.dice.choices(models, weights)[0]):
            deleted("It is deleted", row)

    def undo(self) -> None:
        change = Change.objects.filter(undone_at=None).order_by("?").first()
        if change:
            try:
                with transaction.atomic():
                    undo(change)
                    connection.check_constraints()
            except (ChangedSinceError, IntegrityError):
                pass

    def take_in(self) -> None:
        if self.archives:
            text = (ROOT / f"tests/data/{self.archives.pop()}.json").read_text("utf-8")
            store(read(text))

    def given_up(self) -> None:
        with transaction.atomic():
            self.note()
            self.company()
            transaction.set_rollback(True)


@pytest.mark.parametrize("seed", range(6))
def test_after_any_edits_the_index_is_what_a_fresh_reading_gives(seed: int) -> None:
    sample.load(timezone.now())
    edits = Edits(random.Random(seed))
    for n in range(120):
        edits.one()
        if n % 30 == 29:
            now = held()
            assert now == anew()
    assert len(now) > 50


def test_nothing_is_written_where_nothing_changed() -> None:
    everything()
    assert catch_up() > 0
    assert catch_up() == 0


def test_other_programs_are_noticed_too() -> None:
    lumen(ANA)
    told("The chiller fails.")
    assert said("chiller") == ["note: The chiller fails."]
    sql("UPDATE interviews_note SET text = 'The heater fails.'")
    assert (said("chiller"), said("heater")) == ([], ["note: The heater fails."])
    sql("DELETE FROM interviews_note")
    assert said("heater") == []


def test_a_table_that_an_update_rebuilt_is_watched_again() -> None:
    """SQLite forgets the triggers of a table that is rebuilt; after every update they are made anew."""
    lumen(ANA)
    note = told("The chiller fails.")
    assert said("chiller") == ["note: The chiller fails."]
    if connection.vendor == "sqlite":
        names = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'interviews_note'"
        with connection.cursor() as cursor:
            cursor.execute(names)
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP TRIGGER "{name}"')
    else:
        sql("DROP TRIGGER desk_search_stale_interviews_note_id_row ON interviews_note")
    Note.objects.update(text="The heater fails.")
    assert said("heater") == []
    post_migrate.send(sender=apps.get_app_config("letters"), plan=[("a migration", False)])
    assert said("heater") == ["note: The heater fails."]
    note.delete()
    assert said("heater") == []


def test_a_move_of_what_stands_above_is_noticed() -> None:
    talk = lumen(ANA, HELEN)
    told("The chiller fails.")
    other = Candidacy.objects.create(company=Company.objects.create(name="Harbour & Pine"))
    assert said("chiller") == ["note: The chiller fails."]
    talk.candidacy = other
    talk.save()
    assert find("chiller").groups[0].hits[0].about == "Ana Ferreira. Harbour & Pine, 3 Nov"
    assert held() == anew()
    here = seat(ANA)
    here.person = Person.objects.create(company=other.company, name="Ruth Adeyemi")
    here.save()
    assert held() == anew()


def test_an_archive_holds_the_records_alone() -> None:
    sample.load(timezone.now())
    before = export_text()
    assert find("night shift").count > 0
    assert export_text() == before
    assert "desk_search" not in before
    assert json.loads(before)["format"] == "afterword"


def test_where_nothing_can_be_written_what_was_read_before_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    lumen(ANA)
    told("The chiller fails.")
    assert said("chiller") == ["note: The chiller fails."]
    told("The chiller is mended.")

    def full() -> int:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(keeping, "catch_up", full)
    assert said("chiller") == ["note: The chiller fails."]


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_emptied_leaves_nothing_to_be_found() -> None:
    everything()
    assert find("night shift").count == 5
    call_command("flush", interactive=False, verbosity=0)
    assert find("night shift").count == 0
    assert held() == []
