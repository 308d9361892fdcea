"""Company and role out of whatever is pasted."""

from __future__ import annotations

import pytest

from desk.posting import Posting, read

LINKEDIN = "https://www.linkedin.com/jobs/view/head-of-insight-at-oakfield-water-3812345678"


@pytest.mark.parametrize(
    ("line", "company", "role"),
    [
        ("Lumen Health", "Lumen Health", ""),
        ("  Ward  Lead at Lumen Health ", "Lumen Health", "Ward Lead"),
        ("Ward Lead @ Lumen", "Lumen", "Ward Lead"),
        ("Leiterin Einkauf bei Hafen & Kai", "Hafen & Kai", "Leiterin Einkauf"),
        ("Head of Sales at Scale at Acme", "Acme", "Head of Sales at Scale"),
        ("Ward Lead at Lumen Health | LinkedIn", "Lumen Health", "Ward Lead"),
        ("Oakfield Water hiring Data Manager in Leeds | LinkedIn", "Oakfield Water", "Data Manager"),
        ("Attend Anywhere", "Attend Anywhere", ""),
        ("At Home Care", "At Home Care", ""),
        ("", "", ""),
    ],
)
def test_words(line: str, company: str, role: str) -> None:
    assert read(line) == Posting(company, role)


@pytest.mark.parametrize(
    ("link", "company", "role"),
    [
        (LINKEDIN, "Oakfield Water", "Head of insight"),
        ("https://boards.greenhouse.io/oakfieldwater/jobs/4011", "Oakfieldwater", ""),
        ("https://job-boards.eu.greenhouse.io/oakfield-water/jobs/4011", "Oakfield Water", ""),
        ("https://jobs.lever.co/OakfieldWater/2f1a", "Oakfield Water", ""),
        ("https://oakfield-water.teamtailor.com/jobs/77-data-manager", "Oakfield Water", ""),
        ("https://oakfield.wd3.myworkdayjobs.com/en-GB/Careers/job/x", "Oakfield", ""),
        ("https://careers.oakfield-water.co.uk/vacancies/12", "Oakfield Water", ""),
        ("https://www.oakfield.example/jobs/12", "Oakfield", ""),
        ("https://uk.indeed.com/viewjob?jk=1", "", ""),
        ("https://www.linkedin.com/jobs/view/3812345678/", "", ""),
        ("https://www.jobs.ac.uk/job/DKX1", "", ""),
        ("http://127.0.0.1:8000/x", "", ""),
        ("https://[::1", "", ""),
    ],
)
def test_links(link: str, company: str, role: str) -> None:
    assert read(link) == Posting(company, role, link)


def test_words_beside_a_link_win() -> None:
    assert read(f"Data Manager at Oakfield ({LINKEDIN}).") == Posting("Oakfield", "Data Manager", LINKEDIN)
    board = "https://uk.indeed.com/viewjob?jk=1"
    assert read(f"Oakfield {board}") == Posting("Oakfield", "", board)
