"""The palette: a dialog for the script that opens it, and its options while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from desk.agenda.requested import agenda_of
from desk.palette import groups

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

LONGEST = 200


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The options for what was typed, in the dialog where it is opened. Without a script, the search page."""
    typed = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LONGEST]
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(f"{reverse('desk:search')}?{urlencode({'q': typed})}" if typed else "desk:search")
    page = {"q": typed, "groups": groups(typed, agenda_of(request).shown)}
    template = "desk/palette.html#options" if "q" in request.GET else "desk/palette.html"
    answer = render(request, template, page)
    patch_vary_headers(answer, ["HX-Request"])
    return answer
