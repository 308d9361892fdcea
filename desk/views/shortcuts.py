"""The list of shortcuts: a page, and the dialog that ? opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from desk.keys import SHORTCUTS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """All single keys."""
    template = "desk/shortcuts.html#dialog" if request.htmx else "desk/shortcuts.html"  # type: ignore[attr-defined]
    return render(request, template, {"groups": SHORTCUTS})
