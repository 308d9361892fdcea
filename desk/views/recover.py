"""The choices where a start found the database missing, empty or damaged. No page here opens it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.urls import path, re_path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from desk import signin
from desk.backup import DamagedError, told
from desk.recovery import NotYetError, day_of, when

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern

    from desk.recovery import Copy, Incident

_HEADINGS = {
    "damaged": gettext_lazy("Your data file is damaged"),
    "gone": gettext_lazy("Your data file is missing"),
    "empty": gettext_lazy("Your data file is empty"),
}


def routes(incident: Incident) -> tuple[URLPattern, ...]:
    """All there is until a choice is made: the choices, and signing in."""
    these = {"incident": incident}
    return (
        path("recover/", page, these, name="recover"),
        path("recover/older/", older, these, name="recover_older"),
        path("signin/", signin.page, name="signin"),
        path("signin/<slug:word>/", signin.by_link, name="signin_link"),
        re_path("", _to_the_choices),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, incident: Incident) -> HttpResponse:
    """What shall happen; posted, the choice."""
    if request.method != "POST":
        return _page(request, incident)
    choice = request.POST.get("do")
    if choice == "older":
        return redirect("recover_older")
    if choice == "nothing":
        said = _(
            "Nothing was changed. Copy the file away, then choose here, or end Afterword and start it again."
        )
        return _page(request, incident, said=said)
    copy = incident.copy(request.POST.get("copy", "")) if choice == "restore" else None
    if copy is None:
        return _page(request, incident, 422, wrong=_("Choose what shall happen."))
    return _go_back(request, incident, copy)


@require_safe
def older(request: HttpRequest, incident: Incident) -> HttpResponse:
    """Every copy one can go back to."""
    now = datetime.now(UTC)
    copies = [(copy, when(copy.made_at, now)) for copy in incident.copies]
    return render(request, "desk/recover_older.html", {"copies": copies})


@require_http_methods(["GET", "HEAD", "POST"])
def over(_request: HttpRequest) -> HttpResponse:
    """The address of the choices, once there is nothing to choose."""
    return redirect("/")


def _go_back(request: HttpRequest, incident: Incident, copy: Copy) -> HttpResponse:
    try:
        incident.go_back(copy)
    except (DamagedError, OSError) as fault:
        return _page(
            request, incident, 503, wrong=_("Nothing was changed. %(fault)s") % {"fault": told(fault)}
        )
    except NotYetError as fault:
        return _page(request, incident, 503, wrong=str(fault))
    # From here on the site itself answers.
    return redirect("/")


def _page(
    request: HttpRequest, incident: Incident, status: int = 200, *, said: str = "", wrong: str = ""
) -> HttpResponse:
    now = datetime.now(UTC)
    copies = incident.copies
    words = {
        "incident": incident,
        "heading": _HEADINGS[incident.kind],
        "found_at": f"{incident.at.astimezone():%H:%M}",
        "newest": copies[0] if copies else None,
        "newest_when": when(copies[0].made_at, now) if copies else "",
        "written_when": when(incident.last_written, now) if incident.last_written else "",
        "others": len(copies) - 1,
        "oldest_day": day_of(copies[-1].made_at, now) if copies else "",
        "said": said,
        "wrong": wrong,
    }
    return render(request, "desk/recover.html", words, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def _to_the_choices(_request: HttpRequest) -> HttpResponse:
    return redirect(reverse("recover"))
