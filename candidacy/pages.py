"""The page that is one form, and the question before something is deleted: the same for every record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render

from candidacy.changes import deleted, recorded

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from django.db import models
    from django.http import HttpRequest, HttpResponse

    _Form = forms.ModelForm[Any]


def form_page(
    request: HttpRequest,
    make: Callable[[Any], _Form],
    *,
    sentence: Callable[[Any], str],
    leads_to: Callable[[Any], str],
    **words: Any,
) -> HttpResponse:
    """Show a form, or store what was posted, log it under `sentence(row)` and go to `leads_to(row)`.

    `make` builds the form from the posted data or None. What cannot be stored comes back with 422, nothing
    typed is lost. `words` are those of components/form_page.html: heading, lede, save, back …
    """
    form = make(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with recorded(sentence(form.instance), form.instance):
            form.save()
        return redirect(leads_to(form.instance))
    status = 422 if form.errors else 200
    return render(request, "components/form_page.html", {"form": form, **words}, status=status)


def delete(request: HttpRequest, row: models.Model, *, sentence: str, leads_to: str) -> HttpResponse:
    """Delete on POST, without asking: Recently, on Today, brings it back."""
    if request.method == "POST":
        deleted(sentence, row)
        return redirect(leads_to)
    words = {"heading": f"Delete {row}?", "lede": "You can bring it back for 30 days.", "yes": "Delete it"}
    return render(request, "components/ask_page.html", {**words, "back": leads_to})
