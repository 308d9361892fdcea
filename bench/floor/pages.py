"""The one page of the floor: rows read from the database as they are shown, in one query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection
from django.shortcuts import render
from django.urls import path
from django.utils.safestring import mark_safe

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

ROWS = """
    SELECT floor.section, candidacy.id, company.name, candidacy.role, floor.days, floor.why, floor.who,
           floor.person, floor.strip
    FROM bench_floor floor
    JOIN candidacy_candidacy candidacy ON candidacy.id = floor.candidacy
    JOIN candidacy_company company ON company.id = candidacy.company_id
    ORDER BY floor.place
"""
NAMES = ("section", "pk", "company", "role", "days", "why", "who", "person")


def today(request: HttpRequest) -> HttpResponse:
    """The rows of Today, by section."""
    sections: dict[str, list[dict[str, object]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(ROWS)
        for *values, strip in cursor.fetchall():
            row = {**dict(zip(NAMES, values, strict=True)), "strip": mark_safe(strip)}  # noqa: S308
            sections.setdefault(str(row["section"]), []).append(row)
    return render(request, "floor.html", {"sections": sections})


urlpatterns = [path("", today)]
