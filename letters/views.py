"""Pages of the letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect, render

from letters.models import Letter

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def index(request: HttpRequest) -> HttpResponse:
    """All letters."""
    return render(request, "letters/index.html", {"letters": Letter.objects.select_related("to")})


def new(_request: HttpRequest) -> HttpResponse:
    """A new letter."""
    return redirect("letters:letters")


def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """One letter."""
    return render(request, "letters/index.html", {"letters": [get_object_or_404(Letter, pk=pk)]})


def passround(request: HttpRequest, pk: int) -> HttpResponse:
    """All letters to one company."""
    rows = Letter.objects.to_company(pk).select_related("to")
    return render(request, "letters/index.html", {"letters": rows})
