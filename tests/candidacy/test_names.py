"""What people are called in the product's own sentences, whatever their name looks like."""

from __future__ import annotations

import pytest

from candidacy.names import called, calling, family, initials
from candidacy.templatetags import words


@pytest.mark.parametrize(
    ("name", "word", "rest", "letters"),
    [
        ("Ruth Adeyemi", "Ruth", "Adeyemi", "RA"),
        ("Dr Helen Marsh", "Helen", "Marsh", "HM"),
        ("Prof. Dr. Anke Vogt", "Anke", "Vogt", "AV"),
        ("Mr Patel", "Mr Patel", "", "P"),
        ("Adele", "Adele", "", "A"),
        ("Anne-Marie van der Berg", "Anne-Marie", "van der Berg", "AB"),
        ("J. Smith", "J. Smith", "", "JS"),
        ("J Smith", "J Smith", "", "JS"),
        ("Smith, John", "John", "Smith", "JS"),
        ("Smith, Dr John", "John", "Smith", "JS"),
        ("  Ruth   Adeyemi ", "Ruth", "Adeyemi", "RA"),
        ("Dr", "Dr", "", "D"),
        ("", "", "", ""),
        ("李 雷", "李 雷", "", "李雷"),
        ("王小明", "王小明", "", "王"),
        ("김민수", "김민수", "", "김"),
        ("Dr. J. Smith", "Dr. J. Smith", "", "JS"),
        ("J.R.R. Tolkien", "J.R.R. Tolkien", "", "JT"),
        ("AJ Styles", "AJ", "Styles", "AS"),
        ("Jane Hart, MD", "Jane", "Hart", "JH"),
        ("Jane Hart, PhD, MBA", "Jane", "Hart", "JH"),
        ("Jane Hart MD PhD", "Jane", "Hart", "JH"),
        ("Martin King Jr.", "Martin", "King", "MK"),
        ("Ruth Adeyemi (she/her)", "Ruth", "Adeyemi", "RA"),
        ("Ruth Adeyemi – she/her", "Ruth", "Adeyemi", "RA"),
        ("Ruth Adeyemi, she/her/hers", "Ruth", "Adeyemi", "RA"),
        ("Xiaoming (Sean) Li", "Sean", "Li", "XL"),
        ('Robert "Bob" Smith', "Bob", "Smith", "RS"),
        ("Robert “Bob” Smith", "Bob", "Smith", "RS"),
        ("Anna Li (HR)", "Anna", "Li", "AL"),
        ("Nguyễn Văn Anh", "Nguyễn Văn Anh", "", "NA"),
        ("Wang Xiaoming", "Wang Xiaoming", "", "WX"),
        ("Kim Min-soo", "Kim Min-soo", "", "KS"),
        ("Kim Carter", "Kim", "Carter", "KC"),
        ("Nagy László", "Nagy László", "", "NL"),
        ("Иван Петров", "Иван", "Петров", "ИП"),
        ("Петров Иван Иванович", "Петров Иван Иванович", "", "ПИ"),
        ("محمد علي", "محمد", "علي", "مع"),
        ("Abdul Rahman Khan", "Abdul Rahman", "Khan", "AK"),
        ("Mohammed bin Salman", "Mohammed", "bin Salman", "MS"),
        ("María José García López", "María", "José García López", "ML"),
        ("Óscar Núñez", "Óscar", "Núñez", "ÓN"),
        ("Müller, Prof. Dr. Anke", "Anke", "Müller", "AM"),
        ("Frau Dr. Schmidt", "Frau Dr. Schmidt", "", "S"),
        ("Mme Dupont", "Mme Dupont", "", "D"),
        ("Ms. Ruth Adeyemi", "Ruth", "Adeyemi", "RA"),
        ("Dr.Helen Marsh", "Helen", "Marsh", "HM"),
        ("ADEYEMI Ruth", "ADEYEMI Ruth", "", "AR"),
        ("RUTH ADEYEMI", "RUTH", "ADEYEMI", "RA"),
        ("ruth adeyemi", "ruth", "adeyemi", "RA"),
        ("D'Arcy O'Neil", "D'Arcy", "O'Neil", "DO"),
        ("Sukarno", "Sukarno", "", "S"),
        ("Tom (Wexley)", "Tom", "", "T"),
        ("Ruth Adeyemi | Talent", "Ruth", "Adeyemi", "RA"),
        ("ruth@mail.example", "ruth@mail.example", "", "R"),
        ("Tomasz Wójcik", "Tomasz", "Wójcik", "TW"),
        ("Ó Briain, Seán", "Seán", "Ó Briain", "SB"),
        ("Sir Keir Bell", "Keir", "Bell", "KB"),
        ("Jack Lord", "Jack", "Lord", "JL"),
        ("Ng Wei Ling", "Ng Wei Ling", "", "NL"),
        ("van Dijk Anna", "van Dijk Anna", "", "VA"),
        ("Zoë", "Zoë", "", "Z"),
        ("Abd al-Rahman Yusuf", "Abd al-Rahman", "Yusuf", "AY"),
        ("Ma. Cristina Santos", "Ma.", "Cristina Santos", "MS"),
        ("Jean-Luc M. Picard", "Jean-Luc", "M. Picard", "JP"),
        ("Anita Rao, FCIPD", "Anita", "Rao", "AR"),
        ("Captain Maria Silva", "Maria", "Silva", "MS"),
        ("Sister Mary Cole", "Mary", "Cole", "MC"),
        ("Thích Nhất Hạnh", "Thích", "Nhất Hạnh", "TH"),
        ("Roberto Di Maio", "Roberto", "Di Maio", "RM"),
        ("Ella May Lee-Jones", "Ella", "May Lee-Jones", "EJ"),
        ("Jack Ma", "Jack", "Ma", "JM"),
        ("JACK MA", "JACK", "MA", "JM"),
        ("Md Rahman", "Md", "Rahman", "MR"),
        ("Hana Kim, Jr.", "Hana", "Kim", "HK"),
    ],
)
def test_one_person(name: str, word: str, rest: str, letters: str) -> None:
    assert (called(name), family(name), initials(name)) == (word, rest, letters)
    assert (words.first_name(name), words.last_name(name), words.initials(name)) == (word, rest, letters)


def test_two_of_one_name_are_told_apart() -> None:
    names = {1: "Ruth Adeyemi", 2: "Ruth Bell (she/her)", 3: "Marcus Lind"}
    assert calling(names) == {1: "Ruth Adeyemi", 2: "Ruth Bell", 3: "Marcus"}


def test_one_whole_name_and_another_of_its_first() -> None:
    assert calling({1: "Adele", 2: "Adele Cole"}) == {1: "Adele", 2: "Adele Cole"}
