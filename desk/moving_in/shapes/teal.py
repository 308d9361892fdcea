"""Teal: `company_name,role,location,url,…,applied_at,follow_up_at,…,status`.

Pure. `follow_up_at` is a plan, not something that happened, so it is a line of the notes.
"""

from __future__ import annotations

from desk.moving_in.shapes.shape import Shape

SHAPE = Shape(
    "teal",
    frozenset({"company name", "role", "url", "applied at", "status"}),
    {
        "applied at": "applied_on",
        "follow up at": "notes",
        "bookmarked at": "ignored",
        "created at": "ignored",
        "deadline at": "notes",
        "excitement": "notes",
        "min salary": "pay",
        "max salary": "pay",
    },
)
