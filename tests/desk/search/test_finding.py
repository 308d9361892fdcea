"""One function finds it, on every database: words, their forms and beginnings, phrases, accents, any kind."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from candidacy.changes import deleted, undo
from candidacy.models import Candidacy, Change, Company, Contact, Person
from desk.search import COUNTED, Within, any_of, find, index
from desk.search.asking import terms
from desk.search.index import Document
from desk.search.store import places, store
from interviews.models import Note
from letters.models import Letter, Message
from tests.desk.search.cast import at, everything, marks, said, told
from tests.interviews.cast import ANA, HELEN, lumen

pytestmark = pytest.mark.django_db
# Whatever a database can keep.
WHOLE = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")


def test_each_kind_is_found_in_its_sentence() -> None:
    everything()
    assert said("night shift") == [
        "note: Two bank nurses on every night shift, neither with a login.",
        "letter: The night shift",
        "message: Your night shift",
        "message: The night shift want to know.",
        "development: A smaller night shift, says union",
    ]
    assert said("lumen") == ["company: Lumen Health", "candidacy: Ward Systems Lead, Lumen Health"]
    assert said("ferreira") == ["person: Ana Ferreira"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("loses", True),
        ("losing cold", True),
        ("night sh", True),
        ("shifts nights", True),
        ("NIGHT", True),
        ('"night shift loses"', True),
        ('"night shift lo', True),
        ('"shift night"', False),
        ('"nights"', False),
        ("shift day", False),
        ("hift", False),
        ("jose", True),
        ("José", True),
        ("wojcik", True),
        ("WÓJCIK", True),
        ("łódź", True),
        ("lodz", True),
        ("strasse", True),
        ("parttime", True),
        ("part-time", True),
        ("part-ti", True),
        ("obrien", True),
        ("o’brien", True),
        ("brien", True),
        ("凌晨", True),
        ("ночн", True),
        ("night -loses", True),
        ("night OR", False),
        ("_c1", False),
    ],
)
def test_words_forms_beginnings_phrases_and_accents(typed: str, found: bool) -> None:
    lumen(ANA)
    told(
        "The night shift loses the cold: José Wójcik of Łódź, O’Brien part-time, Straße."
        " 夜班在凌晨 Ночная смена"
    )
    assert bool(find(typed, Within(kind="note")).count) is found


def test_the_find_is_marked_in_whatever_form_it_stands() -> None:
    lumen(ANA)
    told("Nobody shifted it. Wójcik’s shifts were short.")
    assert marks("shifting wojcik") == ["Wójcik", "shifts"]


def test_my_answer_is_found_and_said_to_be_mine() -> None:
    lumen(ANA)
    told("How do you know?", kind="my_question", reply="By the chiller.")
    told("Is it cold?", kind="doubt", reply="The sensor is late.")
    told("Let them be right first.", kind="answer")
    assert [find(one).groups[0].hits[0].about for one in ("chiller", "sensor", "right", "know")] == [
        "Ana Ferreira answered you. Lumen Health, 3 Nov",
        "Your answer to Ana Ferreira, 3 Nov",
        "Your answer to Ana Ferreira, 3 Nov",
        "You asked Ana Ferreira. Lumen Health, 3 Nov",
    ]


def test_the_way_to_each() -> None:
    candidacy = everything()
    note, letter, mail = Note.objects.get(), Letter.objects.get(), Message.objects.get()
    talk, ana = note.interviewer.interview_id, Person.objects.get().pk
    paths = [hit.path for group in find("night shift").groups for hit in group.hits]
    assert paths == [
        f"/interviews/{talk}/debrief/?person={ana}",
        f"/letters/{letter.pk}/",
        f"/mail/{mail.pk}/",
        f"/candidacies/{candidacy.pk}/#h-tl",
        f"/companies/{candidacy.company_id}/#h-d",
    ]


def test_a_sent_letter_and_whether_it_was_answered() -> None:
    candidacy, ana = lumen(ANA).candidacy, Person.objects.get()
    Letter.objects.create(
        candidacy=candidacy, to=ana, subject="Ward 7", status="sent", sent_at=at("2026-11-04T09:00")
    )
    assert find("ward 7").groups[-1].hits[0].about == "To Ana Ferreira, sent 4 Nov. No reply."
    Contact.objects.create(candidacy=candidacy, person=ana, at=at("2026-11-05T09:00"), text="Yes.")
    assert find("ward 7").groups[-1].hits[0].about == "To Ana Ferreira, sent 4 Nov. Replied."


def test_what_is_in_the_trash_is_not_found_until_it_is_put_back() -> None:
    lumen(ANA)
    note = told("The chiller fails.")
    deleted("Note deleted", note)
    assert said("chiller") == []
    undo(Change.objects.latest("pk"))
    assert said("chiller") == ["note: The chiller fails."]


def test_a_message_that_became_a_line_is_found_once() -> None:
    candidacy = lumen(ANA).candidacy
    line = Contact.objects.create(
        candidacy=candidacy, at=at("2026-11-05T09:00"), text="The chiller is mended."
    )
    assert said("chiller") == ["message: The chiller is mended."]
    mail = Message.objects.create(
        identity="1",
        at=line.at,
        candidacy=candidacy,
        contact=line,
        text="Hello. The chiller is mended, and so on.",
    )
    assert said("chiller") == ["message: The chiller is mended, and so on."]
    mail.delete()
    assert said("chiller") == ["message: The chiller is mended."]


def test_a_message_that_is_not_about_the_search_and_a_copy_of_my_own_are_not_found() -> None:
    candidacy = lumen(ANA).candidacy
    Message.objects.create(identity="1", at=at("2026-11-05T09:00"), subject="The chiller")
    Message.objects.create(
        identity="2", at=at("2026-11-05T09:00"), subject="The chiller", candidacy=candidacy, mine=True
    )
    assert said("chiller") == []


def test_the_newest_first_and_only_so_many_are_counted() -> None:
    lumen(ANA)
    for n in range(COUNTED + 3):
        told(f"The chiller failed {n} times.")
    (group,) = find("chiller", shown=2).groups
    assert ["".join(hit.text) for hit in group.hits] == [
        "The chiller failed 102 times.",
        "The chiller failed 101 times.",
    ]
    assert (group.count, group.more) == (COUNTED, True)


def test_a_word_of_many_thousand_records_is_found_in_every_sort() -> None:
    """FTS5 loses its way backwards through a long list where the numbers in it lie far apart."""
    sorts, many = (index.CANDIDACY, index.NOTE, index.LETTER), 4_100
    for source in sorts:
        hours = (at("2026-01-05T09:00") + dt.timedelta(hours=n) for n in range(many))
        store().put([Document(source, n, hour, ("The night shift",)) for n, hour in enumerate(hours, 1)])
    ranges = [index.since(source, None) for source in sorts]
    found = places(store().expression(terms('"night"'), [], every=True), ranges, 2)
    assert [(index.source_of(one), index.record_of(one)) for one in found] == [
        (source, record) for source in reversed(sorts) for record in (many, many - 1)
    ]


def test_within_a_company_a_person_a_time_and_a_kind() -> None:
    everything()
    other = Company.objects.create(name="Harbour & Pine")
    ruth = Person.objects.create(company=other, name="Ruth Adeyemi")
    role = Candidacy.objects.create(company=other)
    Letter.objects.create(candidacy=role, to=ruth, subject="The night shift")
    ana = Person.objects.get(name=ANA)
    assert said("night shift", Within(company=other.pk)) == ["letter: The night shift"]
    assert len(said("night shift", Within(person=ana.pk))) == 4
    assert said("night shift", Within(person=ruth.pk, company=ana.company_id)) == []
    assert said("night", Within(person=ana.pk, since=at("2026-11-05T12:00"), kind="message")) == [
        "message: Your night shift"
    ]


def test_a_phrase_is_of_one_text() -> None:
    lumen(ANA)
    told("The night", reply="Shift is long.", kind="my_question")
    assert said('"night shift"') == []
    assert said("night shift") == ["note: The night"]


def test_wider_takes_any_of_the_words() -> None:
    lumen(ANA, HELEN)
    told("The night was long.")
    told("The shift was short.", HELEN)
    assert find("night shift").count == 0
    assert any_of("night shift") == 2
    assert said("night shift", wider=True) == ["note: The shift was short.", "note: The night was long."]


def test_as_many_questions_at_one_row_as_at_fifty() -> None:
    everything()
    counts = []
    for _ in range(2):
        find("night")
        with CaptureQueriesContext(connection) as asked:
            find("night")
        counts.append(len(asked))
        Note.objects.bulk_create(
            Note(
                interviewer=Note.objects.get(text__startswith="Two bank").interviewer,
                kind="fact",
                text=f"Night {n}",
            )
            for n in range(50)
        )
    assert counts[0] == counts[1] <= 9


class AnyTextIsSafe(TestCase):
    """Whatever is typed is answered, and whatever is stored is found by itself."""

    @settings(max_examples=40)
    @given(st.text(max_size=80))
    def test_typed(self, text: str) -> None:
        everything()
        for typed in (text, f'"{text}', f"night {text}*", f"-{text} NEAR("):
            find(typed)
            any_of(typed)
            find(typed, wider=True)

    @settings(max_examples=40)
    @given(st.text(WHOLE, min_size=1, max_size=80))
    def test_stored(self, text: str) -> None:
        lumen(ANA)
        told(text)
        found = find(text, Within(kind="note"))
        assert found.count == (1 if found.terms else 0)


AWKWARD = [
    "\x00", "\ud800", "*", '"', '""', "NEAR(a b)", "a\\", "'", "' | 'x", ":*", "&", "!a", "<->", "-",
    "x" * 1_000_000, "a " * 500_000, "words : x", "^a", "%s", "{}", "👩🏽‍🚀", "night) OR (shift", "'''",
]  # fmt: skip


@pytest.mark.parametrize("typed", AWKWARD, ids=range(len(AWKWARD)))
def test_awkward_words_are_words(typed: str) -> None:
    everything()
    # Never more than there is.
    assert find(typed).count <= 8
    assert any_of(typed) <= 8


def test_a_search_of_a_time_long_gone_is_answered() -> None:
    lumen(ANA)
    assert find("lumen", Within(since=dt.datetime(1, 1, 2, tzinfo=dt.UTC))).count == 2
