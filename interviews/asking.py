"""Questions I mean to ask: noted on the person before the talk, without a reply yet.

After the talk they stand in its debrief, where the reply belongs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from interviews.models import Interviewer, Kind, Note

if TYPE_CHECKING:
    from django.db.models import QuerySet

PLANNED = Q(kind=Kind.MY_QUESTION, reply="")


def unnoted() -> QuerySet[Interviewer]:
    """Who was present in a talk and has told nothing that I noted: what I meant to ask does not count."""
    told = Note.objects.filter(interviewer=OuterRef("pk")).exclude(PLANNED)
    return Interviewer.objects.filter(~Exists(told), present=True)
