"""The feeds of a company: read now, found on its website, and what they brought marked as read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from candidacy.changes import recorded
from candidacy.feeds import feeds_of, look
from candidacy.fetching import FetchError
from candidacy.models import Company, Feed

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

# More than these are left to the hours to come: whoever presses a button waits for it.
AT_ONCE = 3
SAID = {
    "found": gettext_lazy("Found on their website, and read."),
    "none": gettext_lazy("Their website names no feed. Paste the link of one above."),
    "failed": gettext_lazy("Their website cannot be read now."),
    "read": gettext_lazy("Read."),
    "seen": gettext_lazy("All of them are marked as read."),
}


@require_POST
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what the button says, and show the company again."""
    company = get_object_or_404(Company, pk=pk)
    match request.POST.get("do", ""):
        case "find":
            said = _find(company)
        case "seen":
            said = _seen(company)
        case _:
            said = _look(company)
    return redirect(f"{company.get_absolute_url()}?feeds={said}#feeds")


def _find(company: Company) -> str:
    try:
        links = feeds_of(company)
    except FetchError:
        return "failed"
    known = set(company.feeds.values_list("url", flat=True))
    new = [Feed(company=company, url=link) for link in links if link not in known]
    if not new:
        return "read" if links else "none"
    with recorded(_("News feeds of %(company)s found") % {"company": company}, *new):
        for feed in new:
            feed.save()
    _look(company)
    return "found"


def _look(company: Company) -> str:
    for feed in company.feeds.order_by("tried_at")[:AT_ONCE]:
        look(feed, timezone.now())
    return "read"


def _seen(company: Company) -> str:
    rows = list(company.developments.filter(unread=True))
    with recorded(_("Developments at %(company)s looked at") % {"company": company}, *rows):
        for row in rows:
            row.unread = False
            row.save(update_fields=["unread"])
    return "seen"
