"""The page where what somebody told me is noted, and the one where two windows disagree."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from candidacy.changes import recorded_together, set_aside, with_links
from candidacy.models import Profile
from candidacy.templatetags.words import first_name
from candidacy.zones import zone
from interviews import debrief as debriefing
from interviews.asking import PLANNED
from interviews.enough import hint, readiness
from interviews.models import Interview, Interviewer, Kind, Note, Share
from interviews.versions import mark, marks, read_marks

if TYPE_CHECKING:
    from django.db.models import Model
    from django.http import HttpRequest, HttpResponse, QueryDict

    from interviews.versions import Clash

# What saves by itself within this time is one line of the log.
ONE_SITTING = dt.timedelta(minutes=30)
# More lines than this are noted, but each is not listed with its own choices.
LISTED = 60
# Fields of the form that are no part of the notes.
_KNOBS = frozenset({"csrfmiddlewaretoken", "seen", "raw", "do"})
_LABELS = {
    "asked": gettext_noop("What %(name)s asked you"),
    "good": gettext_noop("What %(name)s told you, good"),
    "bad": gettext_noop("What %(name)s told you, bad"),
    "ugly": gettext_noop("What %(name)s told you, ugly"),
    "plain": gettext_noop("What %(name)s told you"),
    "excited": gettext_noop("What made %(name)s light up"),
    "detail": gettext_noop("Only you two"),
    "they_will": gettext_noop("%(name)s will"),
    "you_will": gettext_noop("You will"),
    "decide": gettext_noop("When they decide"),
    "idea": gettext_noop("How you might help"),
    "told": gettext_noop("What you told %(name)s"),
    "you_asked": gettext_noop("What you asked"),
    "doubt": gettext_noop("A doubt"),
    "fact": gettext_noop("Any other fact"),
}


@dataclass(frozen=True)
class Sitting:
    """A debrief under way: the talk, everybody in it, and the one person of this page."""

    interview: Interview
    seats: list[Interviewer]
    here: Interviewer

    @property
    def name(self) -> str:
        """The first name of the person of this page."""
        return first_name(self.here.person.name)

    @property
    def path(self) -> str:
        """This person's page."""
        return self.path_of(self.here)

    def path_of(self, seat: Interviewer) -> str:
        """The page of somebody in the talk."""
        return f"{self.interview.get_absolute_url()}?person={seat.person_id}"

    @property
    def next_up(self) -> str:
        """The next person without notes, or back to the candidacy."""
        after = self.seats[self.seats.index(self.here) + 1 :]
        empty = next((seat for seat in after if seat.present and not _told(seat)), None)
        return self.path_of(empty) if empty else self.interview.candidacy.get_absolute_url()

    @property
    def sentence(self) -> str:
        """What the log says of an edit here."""
        words = {"name": self.here.person.name, "company": self.interview.candidacy.company}
        return _("Notes on %(name)s, %(company)s") % words

    def said(self) -> debriefing.Said:
        """How lines are read: on the day of the talk where it took place, with the company's holidays."""
        profile, company = Profile.load(), self.interview.candidacy.company
        where = zone(self.interview.time_zone or profile.zone_of(company))
        country = company.country or profile.country
        on = self.interview.starts_at.astimezone(where).date()
        return debriefing.Said(on, profile.calendar(company).add, month_first=country == "US")


def debrief(request: HttpRequest, pk: int) -> HttpResponse:
    """One person per page: what they told me, one thing per line, saved as it is typed."""
    interview = get_object_or_404(Interview.objects.select_related("candidacy__company"), pk=pk)
    seats = list(interview.interviewers.select_related("person"))
    if not seats:
        return redirect("interviews:edit", pk)
    sitting = Sitting(interview, seats, _chosen(seats, request.GET.get("person", "")))
    if request.method == "POST":
        return _posted(request, sitting)
    return render(request, "interviews/debrief.html", _page(sitting))


def _posted(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    given = _given(request.POST)
    seen = read_marks(request.POST.get("seen", ""))
    try:
        clashes, left = _store(request, sitting, given, seen)
    except ValidationError as error:
        return _not_saved(request, sitting, given, error.messages[0])
    if clashes:
        return _clash(request, sitting, given, seen, clashes)
    page = _page(sitting, held=given, left="\n".join(left))
    if _by_itself(request):
        return _saved(request, page)
    match request.POST.get("do", ""):
        case "sort":
            return render(request, "interviews/debrief.html", _page(sitting, left="\n".join(left)))
        case "letter":
            # The browser posts on: the letter is begun with this very click.
            here = f"{reverse('letters:new')}?{urlencode(_letter_to(sitting))}"
            return redirect(here, preserve_request=True)
        case "later":
            return redirect(sitting.next_up)
    return redirect(f"{sitting.path}&saved=1")


def _given(posted: QueryDict) -> dict[str, str]:
    """The fields of the notes; where two windows disagreed, the text that was chosen."""
    given = {
        name: str(posted[name]) for name in posted if name not in _KNOBS and not name.startswith("keep-")
    }
    for name in posted:
        field = name.removeprefix("keep-")
        if field != name:
            given[field] = str(posted.get(f"{posted[name]}:{field}", given.get(field, "")))
    return {name: text for name, text in given.items() if ":" not in name}


def _store(
    request: HttpRequest, sitting: Sitting, given: dict[str, str], seen: dict[str, str]
) -> tuple[list[Clash], list[str]]:
    """Store what the page holds, then the rough notes; gives what clashes, and the lines that name nobody."""
    # htmx sends along the button that has the focus, even when nobody pressed it.
    sort = request.POST.get("do") == "sort" and not _by_itself(request)
    rough = request.POST.get("raw", "") if sort else ""
    said, chosen = sitting.said(), _is_choice(request.POST)

    def notes() -> list[Model]:
        return with_links(Note.objects.filter(interviewer__interview=sitting.interview))

    with transaction.atomic():
        if given_up := _given_up(request.POST):
            aside = _("%(change)s: the text you did not keep") % {"change": sitting.sentence}
            set_aside(aside, notes, lambda: debriefing.save(sitting.here, given_up, said))
        # What was chosen of two texts is a line of its own: undo brings the other one back.
        with recorded_together(sitting.sentence, notes, within=None if chosen else ONE_SITTING):
            clashes = debriefing.save(sitting.here, given, said, seen)
            left = debriefing.sort_into(sitting.seats, rough, said) if rough and not clashes else []
    return clashes, left


def _is_choice(posted: QueryDict) -> bool:
    """Whether this answers the page with both texts."""
    return any(name.startswith("keep-") for name in posted)


def _given_up(posted: QueryDict) -> dict[str, str]:
    """The texts typed here that were not chosen, by field: nothing else has them."""
    fields = [name.removeprefix("keep-") for name in posted if posted[name] == "theirs"]
    return {field: str(posted[f"mine:{field}"]) for field in fields if posted.get(f"mine:{field}")}


def _saved(request: HttpRequest, page: dict[str, Any]) -> HttpResponse:
    response = render(request, "interviews/debrief.html#saved", page)
    # By this, and by nothing else, the page knows that its words are stored.
    response["Stored"] = "yes"
    return response


def _not_saved(request: HttpRequest, sitting: Sitting, given: dict[str, str], problem: str) -> HttpResponse:
    page = _page(sitting, typed=given, problem=problem)
    template = "interviews/debrief.html#unsaved" if _by_itself(request) else "interviews/debrief.html"
    return render(request, template, page, status=422)


def _clash(
    request: HttpRequest, sitting: Sitting, given: dict[str, str], seen: dict[str, str], clashes: list[Clash]
) -> HttpResponse:
    """Both texts of whatever was changed in two windows; the rest of what was typed rides along."""
    if _by_itself(request):
        return render(request, "interviews/debrief.html#clash", {"name": sitting.name}, status=409)
    asked = {one.name: mark(one.stored) for one in clashes}
    page = {
        "interview": sitting.interview,
        "here": sitting.here,
        "after": next(iter(sitting.seats[sitting.seats.index(sitting.here) + 1 :]), None),
        "name": sitting.name,
        "clashes": [(_label(one.name, sitting.name), one) for one in clashes],
        "along": [(name, text) for name, text in given.items() if name not in asked],
        "seen": " ".join(f"{name}:{one}" for name, one in (seen | asked).items()),
    }
    return render(request, "interviews/conflict.html", page, status=409)


def _label(field: str, name: str) -> str:
    return _(_LABELS[field]) % {"name": name} if field in _LABELS else _("The reply")


def _letter_to(sitting: Sitting) -> dict[str, Any]:
    here = sitting.here
    return {"candidacy": sitting.interview.candidacy_id, "to": here.person_id, "kind": "thank_you"}


def _page(
    sitting: Sitting,
    *,
    typed: dict[str, str] | None = None,
    held: dict[str, str] | None = None,
    problem: str = "",
    left: str = "",
) -> dict[str, Any]:
    """What the page shows: `typed` instead of what is stored; `held` is what the window holds already."""
    filled = debriefing.boxes(sitting.here)
    stored = debriefing.held(filled)
    interview, profile = sitting.interview, Profile.load()
    return {
        "interview": interview,
        "zone": zone(interview.time_zone or profile.zone_of(interview.candidacy.company)),
        "seats": [(seat, seat.notes.count()) for seat in sitting.seats],
        "here": sitting.here,
        "after": next(iter(sitting.seats[sitting.seats.index(sitting.here) + 1 :]), None),
        "name": sitting.name,
        "text": {**stored, **(typed or {})},
        "boxes": filled,
        "listed": LISTED,
        "shares": _shares(sitting.name),
        "worries": [note for box in filled.values() for note in box.notes if note.kind == Kind.CHALLENGE],
        "questions": filled["asked"].notes,
        "ready": readiness(filled, sitting.name),
        "hint": hint(filled, sitting.name),
        "seen": marks({name: (held or {}).get(name, text) for name, text in stored.items()}),
        "saved_at": timezone.now(),
        "problem": problem,
        "left": left,
    }


def _shares(name: str) -> list[tuple[str, str]]:
    return [
        (Share.OPEN.value, _("Any letter")),
        (Share.ONLY_THEM.value, _("Only %(name)s") % {"name": name}),
        (Share.PRIVATE.value, _("Private")),
    ]


def _chosen(seats: list[Interviewer], person: str) -> Interviewer:
    """The person asked for, else the first one without notes, else the first."""
    asked = next((seat for seat in seats if str(seat.person_id) == person), None)
    return asked or next((seat for seat in seats if not _told(seat)), seats[0])


def _told(seat: Interviewer) -> bool:
    """Whether anything is noted but what I meant to ask."""
    return seat.notes.exclude(PLANNED).exists()


def _by_itself(request: HttpRequest) -> bool:
    """Whether the page saved by itself, without a button pressed."""
    return "HX-Request" in request.headers
