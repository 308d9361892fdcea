"""The page that is one form, two versions of one record, and deleting: the same for every record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from candidacy.changes import deleted, recorded
from candidacy.forms.differing import differing

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db import models
    from django.http import HttpRequest, HttpResponse

    from candidacy.forms import RecordForm, SectionForm

    Make = Callable[[Any], RecordForm]

FORM_PAGE = "components/form_page.html"


def form_page(
    request: HttpRequest,
    make: Make,
    *,
    sentence: Callable[[Any], str],
    leads_to: Callable[[Any], str],
    template: str = FORM_PAGE,
    **words: Any,
) -> HttpResponse:
    """Show a form, or store what was posted, log it under `sentence(row)` and go to `leads_to(row)`.

    `make` builds the form from the posted data or None. What cannot be stored comes back with 422, what was
    changed elsewhere since with 409 and both texts; nothing typed is lost. `words` are those of the template:
    heading, lede, save, back …
    """
    if request.method != "POST":
        return render(request, template, {"form": make(None), **words})
    form = make(request.POST)
    with transaction.atomic():
        late = conflict(request, form, make, **words)
        if late:
            return late
        if form.is_valid():
            with recorded(sentence(form.instance), *form.rows()):
                form.save()
            return redirect(leads_to(form.instance))
    return render(request, template, {"form": form, **words}, status=422)


def conflict(
    request: HttpRequest, form: RecordForm | SectionForm, make: Callable[[Any], Any], **words: Any
) -> HttpResponse | None:
    """The page with both texts, where the posted form is of an older version and says something else.

    Asked inside a transaction, before the form is checked; the row is held until the commit.
    """
    try:
        late = form.is_late()
    except ObjectDoesNotExist as gone:
        raise Http404 from gone
    if not late:
        return None
    stored = make(None)
    pairs = differing(form, stored)
    if not pairs:
        return None
    apart = {pair.field.name for pair in pairs}
    page = {
        "form": form,
        "pairs": pairs,
        "rest": [field for field in form.visible_fields() if field.name not in apart],
        "seen": stored[form.SEEN].value(),
        **words,
    }
    return render(request, "components/conflict.html", page, status=409)


def delete(request: HttpRequest, row: models.Model, *, sentence: str, leads_to: str) -> HttpResponse:
    """Delete on POST, without asking: Recently, on Today, brings it back."""
    if request.method == "POST":
        deleted(sentence, row)
        return redirect(leads_to)
    words = {
        "heading": _("Delete %(row)s?") % {"row": row},
        "lede": _("You can bring it back for 30 days."),
        "yes": _("Delete it"),
    }
    return render(request, "components/ask_page.html", {**words, "back": leads_to})
