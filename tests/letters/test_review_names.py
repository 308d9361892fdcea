"""Whom the salutation names, in the ways people write names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.material import Person
from letters.review import review
from letters.review.case import Case
from letters.review.names import wrong_company
from tests.letters.cast import material

COLLEAGUES = (Person("c1", "Oskar Lindqvist"), Person("c2", "Ruth Adeyemi"), Person("c3", "王小明"))


def level(reader: str, salutation: str) -> str:
    known = replace(material(), reader=Person("r", reader), people=(Person("r", reader), *COLLEAGUES))
    checks = review(f"{salutation}\n\nThank you for the talk on Tuesday.\n\nBest,\nDana", known)
    return next(check.level for check in checks if check.id == "wrong_name")


@pytest.mark.parametrize(
    ("reader", "salutation"),
    [
        ("Miriam Castell", "Dear Miriam,"),
        ("Miriam Castell", "Hi Miriam"),
        ("Miriam Castell", "Dear Ms Castell,"),
        ("Miriam Castell", "Dear Ms. Castell:"),
        ("Miriam Castell", "DEAR MIRIAM,"),
        ("Miriam Castell", "Hello Miriam – and thank you again,"),
        ("Miriam Castell", "Miriam,"),
        ("Miriam Castell", "Good afternoon Miriam!"),
        ("Miriam Castell", "Dear M. Castell,"),
        ("Miriam Castell", "Dear Mim,"),
        ("Miriam Castell", "Hi there,"),
        ("Miriam Castell", "Hello again,"),
        ("Miriam Castell", "Thank you for Tuesday, Oskar was right about you."),
        ("Castell, Miriam", "Dear Miriam,"),
        ("Dr Helen Marsh", "Dear Dr Marsh,"),
        ("Prof. Dr. Anke Vogt", "Sehr geehrte Frau Professorin Vogt,"),
        ("Prof. Dr. Anke Vogt", "Sehr geehrte Frau Prof. Dr. Vogt,"),
        ("Anke Vogt", "Liebe Anke,"),
        ("Jürgen Müller", "Dear Mr Mueller,"),
        ("Jürgen Müller", "Dear Juergen,"),
        ("Jürgen Müller", "Lieber Jürgen"),
        ("Steven Park", "Dear Steve,"),
        ("Steve Park", "Dear Steven,"),
        ("William O’Neill", "Hi Bill,"),
        ("Elizabeth Warren", "Dear Liz,"),
        ("José María García López", "Estimado Sr. García:"),
        ("José María García López", "Querido Jose María,"),
        ("Zoë Tanaka", "Dear Zoe,"),
        ("Anne-Marie van der Berg", "Dear Anne,"),
        ("Anne-Marie van der Berg", "Dear Ms van der Berg,"),
        ("Siân Llewelyn-Hughes", "Dear Ms Hughes,"),
        ("Dame Judith Okafor", "Dear Dame Judith,"),
        ("Sir Anthony Vale", "Dear Sir Anthony,"),
        ("Søren Ødegård", "Kære Soren,"),
        ("Łukasz Wójcik", "Dear Lukasz,"),
        ("François Lefèvre", "Cher Francois,"),
        ("Юлия Петрова", "Уважаемая Юлия,"),
        ("Юлия Петрова", "Dear Yulia,"),
        ("Σοφία Παπαδοπούλου", "Αγαπητή Σοφία,"),
        ("Σοφία Παπαδοπούλου", "Dear Sofia,"),
        ("李雷", "尊敬的李先生:"),
        ("李 雷", "李雷，你好："),
        ("田中 美咲", "田中様"),
        ("김민준", "김민준님,"),
        ("مريم القاسم", "عزيزتي مريم،"),
        ("Miriam Castell", "Dear Miriam and Oskar,"),
        ("J. Smith", "Dear Jane Smith,"),
        ("Nguyễn Văn An", "Dear An,"),
        ("Maryam al-Khatib", "Dear Ms al-Khatib,"),
    ],
)
def test_the_reader_by_one_of_their_names(reader: str, salutation: str) -> None:
    assert level(reader, salutation) == "ok"


@pytest.mark.parametrize(
    ("reader", "salutation"),
    [
        ("Miriam Castell", "Dear Oskar,"),
        ("Miriam Castell", "Dear Mr Lindqvist,"),
        ("Miriam Castell", "Hello Deborah,"),
        ("Miriam Castell", "Hi Deborah!"),
        ("Miriam Castell", "Oskar,"),
        ("Miriam Castell", "OSKAR,"),
        ("Miriam Castell", "Dear Oskar Castell,"),
        ("Miriam Castell", "Dear Ms Castle,"),
        ("Ruth Bell", "Dear Ruth Adeyemi,"),
        ("Miriam Castell", "Sehr geehrter Herr Lindqvist,"),
        ("Miriam Castell", "Dear Prof. Whitaker,"),
        ("Юлия Петрова", "Уважаемый Иван,"),
        ("李雷", "尊敬的王小明："),
        ("李雷", "尊敬的张女士："),
        ("田中 美咲", "山本様"),
        ("Steven Park", "Dear Stefan Kirchner,"),
    ],
)
def test_somebody_else(reader: str, salutation: str) -> None:
    assert level(reader, salutation) == "stop"


@pytest.mark.parametrize(
    "salutation",
    [
        "Dear Hiring Manager,", "Dear Sir or Madam,", "Dear Sir,", "To whom it may concern:",
        "Dear Recruitment Team,", "Sehr geehrte Damen und Herren,", "Dear [Name],", "Hi {{first_name}},",
        "Dear <Name>,", "Dear ____,", "Dear XX,",
    ],
)  # fmt: skip
def test_nobody(salutation: str) -> None:
    checks = review(f"{salutation}\n\nThank you.\n\nBest,\nDana", material())
    assert {check.id: check.level for check in checks}["placeholder"] == "stop"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("At Larkfield Robotics I would start small.", "stop"),
        ("I would love to join Larkfield.", "stop"),
        ("In my last job at Larkfield Robotics I ran the nights.", "ok"),
        ("The larkfield behind the depot is green.", "ok"),
        ("I would like to work at Bright.", "stop"),
        ("Bright people run your dock.", "ok"),
        ("Hollowell Freight is near my home.", "ok"),
        ("Corrie Foods did the same.", "ok"),
    ],
)
def test_another_company(text: str, said: str) -> None:
    known = material(other_companies=("Larkfield Robotics Ltd", "Bright", "Corrie Foods", "Freight"))
    checks = review(f"Dear Miriam,\n\n{text}\n\nBest,\nDana", known)
    assert {check.id: check.level for check in checks}["wrong_company"] == said


# Companies with all that a name can begin and end with, and words that may mean them.
STARTS = (
    "Qarn",
    "Qarn,",
    " Qarn",
    ".Qarn",
    "Qarn.",
    "Qarn & Velk",
    "Qarn\nVelk",
    "Qarnwork Velk",
    "& Velk",
    "",
)
NAMES = st.lists(st.sampled_from([start + end for start in STARTS for end in ("", " Ltd", ", Ltd.", " Co")]))
TEXTS = st.lists(st.sampled_from(["Qarn", "Qarn,", "Qarnwork", "& Velk", ".Qarn", "at", "and", "Ltd"]))


@given(names=NAMES, words=TEXTS)
@settings(max_examples=200)
def test_no_company_is_missed_because_its_first_word_is_looked_for_first(
    names: list[str], words: list[str]
) -> None:
    text = f"Dear Miriam,\n\nI was at {' '.join(words)}."
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("letters.review.names._by_first_word", lambda names: {"": names})
        each = wrong_company(Case(text, material(other_companies=tuple(names))))

    assert wrong_company(Case(text, material(other_companies=tuple(names)))) == each


@pytest.mark.parametrize("typed", ["O’Neill", "O'Neill", "ONeill"])
def test_a_colleague_is_quoted_however_the_apostrophe_is_typed(typed: str) -> None:
    colleague = Person("c1", "William O’Neill")
    known = replace(material(), people=(material().reader, colleague))
    text = f"Dear Miriam,\n\n{typed} told me that the board is always red.\n\nBest,\nDana"
    found = next(check for check in review(text, known) if check.id == "colleague_quoted")
    assert [text[start:end] for start, end in found.spans] == [f"{typed} told me"]
