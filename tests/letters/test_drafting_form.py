"""The outer form of a draft: whom it greets, in the ways people write names, and what a terminal shows."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import call_command

from letters.drafting import draft
from letters.drafting.form import salutation
from letters.drafting.slips import spelled
from letters.material import NoteText, Person
from letters.review import review
from tests.letters.panels import load

FREIGHT = Path(__file__).parents[1] / "data" / "freight_silent.json"


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Miriam Castell", "Dear Miriam,"),
        ("Dr Helen Marsh", "Dear Dr Marsh,"),
        ("Dr. R. Venkataraman", "Dear Dr. Venkataraman,"),
        ("Prof. Anke Vogt", "Dear Prof. Vogt,"),
        ("Dr Helen Ní Bhriain", "Dear Dr Ní Bhriain,"),
        ("Dr Anne-Marie van der Berg", "Dear Dr van der Berg,"),
        ("Sir Anthony Vale", "Dear Sir Anthony,"),
        ("Dame Judith Okafor", "Dear Dame Judith,"),
        ("Capt. Henrik Aaltonen", "Dear Capt. Aaltonen,"),
        ("Revd. Tom Ashby", "Dear Revd. Ashby,"),
        ("P. J. Lim", "Dear P. J. Lim,"),
        ("J. Smith", "Dear J. Smith,"),
        ("Castell, Miriam", "Dear Miriam,"),
        ("William (Bill) Tranter", "Dear Bill,"),
        ("Nguyễn Văn An", "Dear An,"),
        ("王小明", "Dear 王小明,"),
        ("田中 美咲", "Dear 田中 美咲,"),
        ("김민준", "Dear 김민준,"),
        ("Bex", "Dear Bex,"),
        ("MARY HOLT", "Dear Mary,"),
        ("jules hartigan", "Dear Jules,"),
        ("pita", "Dear Pita,"),
        ("Big Steve Papadakis", "Dear Steve,"),
        ("Coach Terrence Biggs", "Dear Coach Biggs,"),
        ("Commander Alasdair Reid", "Dear Commander Reid,"),
        ("Pastor Emeka Obi", "Dear Pastor Obi,"),
        ("Don Ignacio Belmonte", "Dear Don Ignacio,"),
        ("Don Draper", "Dear Don,"),
    ],
)
def test_the_salutation(name: str, greeting: str) -> None:
    assert salutation(Person("p1", name), ()) == greeting


def test_two_people_of_one_first_name_are_each_greeted_by_it() -> None:
    people = (Person("p1", "Anna Weber"), Person("p2", "Anna Okafor"))
    assert [salutation(person, ()) for person in people] == ["Dear Anna,", "Dear Anna,"]


@pytest.mark.django_db
def test_a_terminal_shows_subject_letter_and_what_would_make_it_better() -> None:
    call_command("import", str(FREIGHT), stdout=io.StringIO())
    out = io.StringIO()
    asked = ("Hollowell Freight", "--to", "Oskar", "--on", "2026-08-26T08:00")
    call_command("draft", *asked, stdout=out)
    shown = out.getvalue()

    known = load("freight_silent").material("S1-p2")
    assert known.reader.name.startswith("Oskar")
    first, blank, greeting, *_ = shown.splitlines()
    assert (first.split(":")[0], blank, greeting) == ("Subject", "", "Dear Oskar,")
    signed = shown.index("Kind regards,")
    below = shown[signed:].splitlines()[3:]
    assert below
    assert all(line.startswith(("? ", "! ")) for line in below) or len(below) == 1


def typed(text: str, *more: str) -> str:
    known = load("freight_silent").material("S1-p2")
    notes = tuple(NoteText(f"n{at}", "challenge", one, "S1-p2") for at, one in enumerate((text, *more)))
    return spelled(replace(known, notes=notes)).notes[0].text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the dishwaser is broken", "the dishwasher is broken"),
        ("maintenence is late", "maintenance is late"),
        # A word people really use, a name, and what could be two words stay as typed
        ("the kombucha kitting line", "the kombucha kitting line"),
        ("the Dishwaser Company", "the Dishwaser Company"),
        ("she recieves them late", "she recieves them late"),
        ("flour comes from matakana", "flour comes from matakana"),
    ],
)
def test_a_slip_of_the_keyboard(text: str, meant: str) -> None:
    assert typed(text) == meant


def test_what_is_typed_twice_is_meant() -> None:
    assert typed("the dishwaser is broken", "a new dishwaser in May") == "the dishwaser is broken"


@pytest.mark.parametrize("kind", ["nudge", "second_nudge", "closing"])
def test_no_letter_after_silence_repeats_the_first_word_for_word(kind: str) -> None:
    known = load("freight_silent").material("S1-p1", kind)
    noted = next(note for note in known.notes_of("S1-p1") if note.kind == "challenge")
    sent = next(letter for letter in known.letters if letter.to == "S1-p1")
    told = replace(sent, body=f"Dear Miriam,\n\nThank you. {noted.text}\n\nKind regards,\nDana")
    others = tuple(letter for letter in known.letters if letter is not sent)
    material = replace(known, letters=(*others, told), developments=(), news=())
    found = draft(material)
    checks = {check.id: check.level for check in review(found.body, material, found.subject)}
    assert checks.get("shared_run", "ok") != "stop"
