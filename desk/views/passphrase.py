"""The passphrase: set, changed or given up. It is never shown and never logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from desk.forms import PassphraseForm
from desk.passphrase import Passphrase

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def page(request: HttpRequest) -> HttpResponse:
    """Choose one, or another one."""
    chosen = Passphrase(settings.AFTERWORD_HOME)
    form = PassphraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            chosen.choose(form.cleaned_data["passphrase"])
        except ValueError as fault:
            form.add_error("passphrase", str(fault))
        else:
            return _back()
    words = {
        "form": form,
        "heading": _("Your passphrase"),
        "lede": _("Another way to sign a browser in. The link from the window goes on working without it."),
        "back": reverse("desk:settings"),
        "delete": reverse("desk:passphrase_forget") if chosen.is_set else "",
        "delete_words": _("Have no passphrase"),
    }
    return render(request, "components/form_page.html", words, status=422 if form.errors else 200)


@require_POST
def forget(_request: HttpRequest) -> HttpResponse:
    """Have none: only links sign in."""
    Passphrase(settings.AFTERWORD_HOME).forget()
    return _back()


def _back() -> HttpResponse:
    return redirect(f"{reverse('desk:settings')}#data")
