"""Exports of other trackers, of any length, as those write them: the same each time for the same number.

Run as `python -m bench.exports SHAPE ROWS FILE`.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from bench.texts import FIRST, LAST, PLACES, ROLES, TRADES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_DAY = dt.date(2026, 10, 30)
_JOBS_A_COMPANY = 4


class _Job:
    """What one row tells."""

    def __init__(self, number: int) -> None:
        random = Random(number // _JOBS_A_COMPANY)
        self.company = f"{random.choice(PLACES)} {random.choice(TRADES)} {number // _JOBS_A_COMPANY}"
        own = Random(-1 - number)
        self.number, self.role = number, f"{own.choice(ROLES)} {number % _JOBS_A_COMPANY + 1}"
        self.first, self.last = own.choice(FIRST), own.choice(LAST)
        self.place, self.link = own.choice(PLACES), f"https://jobs.example/{number}"
        self.applied = _DAY - dt.timedelta(days=own.randrange(400))
        self.heard = self.applied + dt.timedelta(days=own.randrange(1, 20))
        trade, team = own.choice(TRADES).lower(), own.choice(PLACES)
        self.told = f"Asked about {trade} and how long the {team} team has been short of people."
        self.lot = own.randrange(3)

    @property
    def mail(self) -> str:
        return f"{self.first}.{self.last}.{self.number}@{self.company.replace(' ', '-')}.example".lower()


def _sheet(headings: str, cells: Callable[[_Job], Iterable[object]], jobs: Iterator[_Job]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings.split(","))
    writer.writerows(cells(job) for job in jobs)
    return out.getvalue().encode()


def _spreadsheet(jobs: Iterator[_Job]) -> bytes:
    return _sheet(
        "Company,Position,Date Applied,Status,Contact,Last Heard,Location,Link,Notes",
        lambda job: (
            job.company, job.role, job.applied.strftime("%d/%m/%Y"),
            ("Applied", "Phone Screen", "Rejected")[job.lot], f"{job.first} {job.last} <{job.mail}>",
            job.heard.strftime("%d/%m/%Y"), job.place, job.link, job.told,
        ),
        jobs,
    )  # fmt: skip


def _jobsync(jobs: Iterator[_Job]) -> bytes:
    return _sheet(
        "index,createdAt,applied,appliedDate,Company,JobTitle,jobType,workplaceType,Location,JobSource,Status",
        lambda job: (
            job.number, job.applied, "Yes", job.applied, job.company, job.role, "Full Time", "Hybrid",
            job.place, "Indeed", ("Applied", "Interview", "Rejected")[job.lot],
        ),
        jobs,
    )  # fmt: skip


def _simplify(jobs: Iterator[_Job]) -> bytes:
    us = "%m/%d/%Y"
    return _sheet(
        "Job Title,Company Name,Job URL,Applied Date,Status,Status Date,Archived,Date Archived,Notes",
        lambda job: (
            job.role, job.company, job.link, job.applied.strftime(us),
            ("Applied", "Screen", "Rejected")[job.lot], job.heard.strftime(us), "No", "", job.told,
        ),
        jobs,
    )  # fmt: skip


def _teal(jobs: Iterator[_Job]) -> bytes:
    return _sheet(
        "company_name,role,location,url,min_salary,max_salary,excitement,bookmarked_at,applied_at,follow_up_at,"
        "deadline_at,notes,status",
        lambda job: (
            job.company, job.role, job.place, job.link, 60000, 70000, 4, job.applied, job.applied, "", "",
            job.told, ("Applied", "Interviewing", "Rejected")[job.lot],
        ),
        jobs,
    )  # fmt: skip


def _huntr(jobs: Iterator[_Job]) -> bytes:
    return _sheet(
        "listName,title,companyName,location,htmlDescription",
        lambda job: (
            ("Applied", "Phone Screen", "Rejected")[job.lot], job.role, job.company, job.place,
            f"<p>We are <b>growing</b>.</p><p>{job.told}</p>",
        ),
        jobs,
    )  # fmt: skip


def _linkedin(jobs: Iterator[_Job]) -> bytes:
    return _sheet(
        "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,Resume Name,"
        "Question And Answers",
        lambda job: (
            f"{job.applied:%m/%d/%y}, 2:20 PM", "dana@whitfield.example", "+44 20 7946 0000", job.company,
            job.role, job.link, "cv-2026.pdf", job.told,
        ),
        jobs,
    )  # fmt: skip


def _jobhuntbuddy(jobs: Iterator[_Job]) -> bytes:
    def told(job: _Job) -> dict[str, Any]:
        at, heard = f"{job.applied}T08:00:00.000Z", f"{job.heard}T11:00:00.000Z"
        who = f"{job.first} {job.last}"
        return {
            "id": f"j{job.number}", "company": job.company, "title": job.role, "jdLink": job.link,
            "jdText": "We are growing.", "status": ("Applied", "Interviewing", "Rejected")[job.lot],
            "dateAdded": at, "lastUpdated": heard,
            "contacts": [{"id": "c1", "name": who, "role": "Head of Data", "email": job.mail, "notes": ""}],
            "notes": [{"id": "n1", "content": job.told, "date": at}],
            "timeline": [{"id": "t1", "type": "applied", "date": at, "description": "Applied"}],
            "interviews": [{"id": "i1", "date": heard, "type": "phone", "interviewers": [who], "notes": ""}],
        }  # fmt: skip

    return json.dumps({"settings": {}, "jobs": [told(job) for job in jobs]}).encode()


def _vcard(jobs: Iterator[_Job]) -> bytes:
    cards = (
        ("BEGIN:VCARD", "VERSION:3.0", f"FN:{job.first} {job.last}", f"ORG:{job.company}",
         f"EMAIL:{job.mail}", "END:VCARD")
        for job in jobs
    )  # fmt: skip
    return "\r\n".join(line for card in cards for line in card).encode()


SHAPES: dict[str, Callable[[Iterator[_Job]], bytes]] = {
    "csv": _spreadsheet, "jobsync": _jobsync, "simplify": _simplify, "teal": _teal, "huntr": _huntr,
    "linkedin": _linkedin, "jobhuntbuddy": _jobhuntbuddy, "vcard": _vcard,
}  # fmt: skip


def export(shape: str, rows: int) -> bytes:
    """So many rows as that tracker writes them, four at a company."""
    return SHAPES[shape](_Job(number) for number in range(rows))


if __name__ == "__main__":
    Path(sys.argv[3]).write_bytes(export(sys.argv[1], int(sys.argv[2])))
