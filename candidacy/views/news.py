"""My news: the bank of something new about me."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from candidacy.forms import NewsForm
from candidacy.models import News
from candidacy.pages import delete, form_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def index(request: HttpRequest) -> HttpResponse:
    """All of it, and a form for one more."""
    return form_page(
        request,
        lambda data: NewsForm(data, initial={"happened_on": timezone.localdate()}),
        sentence=lambda _row: _("Noted something new about you"),
        leads_to=lambda _row: reverse("candidacy:news"),
        template="candidacy/news.html",
        news=News.objects.all(),
    )


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """One piece of it."""
    row = get_object_or_404(News, pk=pk)
    return form_page(
        request,
        lambda data: NewsForm(data, instance=row),
        sentence=lambda _row: _("Your news changed"),
        leads_to=lambda _row: reverse("candidacy:news"),
        heading=_("Your news"),
        back=reverse("candidacy:news"),
        back_words=_("Something new about you"),
        delete=reverse("candidacy:news_delete", args=[pk]),
        delete_words=_("Delete this news"),
    )


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a piece of it."""
    row = get_object_or_404(News, pk=pk)
    return delete(request, row, sentence=_("Your news deleted"), leads_to=reverse("candidacy:news"))
