"""Settings: who I am, every number of the clock, my days off, the look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from candidacy.changes import recorded
from candidacy.models import Profile
from candidacy.rules import Rules
from desk.archive import export_text
from desk.forms import ClockForm, DaysOffForm, LookForm, ProfileForm
from desk.passphrase import Passphrase

if TYPE_CHECKING:
    from django.http import HttpRequest

    from candidacy.preferences import Preferences

SECTIONS = ("you", "clock", "days", "look")


def page(request: HttpRequest, section: str = "") -> HttpResponse:
    """All sections, each one form with a Save of its own; posting one leaves the others alone."""
    if section not in ("", *SECTIONS):
        raise Http404
    profile = Profile.load()
    posted = section if request.method == "POST" else ""
    if posted == "clock" and request.POST.get("do") == "defaults":
        return _keep(profile, replace(profile.preferences, rules=Rules()), "clock")
    forms = _forms(profile, posted, request.POST)
    if posted and forms[posted].is_valid():
        return _save(profile, posted, forms[posted])
    saved = request.GET.get("saved", "")
    status = 422 if posted else 200
    words = {"saved": saved, "posted": posted, "passphrase": Passphrase(settings.AFTERWORD_HOME).is_set}
    return render(request, "desk/settings.html", {**forms, **words}, status=status)


@require_safe
def export(_request: HttpRequest) -> HttpResponse:
    """Everything, as a file to keep elsewhere."""
    name = f"afterword-{timezone.localdate().isoformat()}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(export_text(), content_type="application/json; charset=utf-8", headers=headers)


def _forms(profile: Profile, posted: str, data: Any) -> dict[str, Any]:
    preferences = profile.preferences
    given = {section: data if section == posted else None for section in SECTIONS}
    return {
        "you": ProfileForm(given["you"], instance=profile),
        "clock": ClockForm(given["clock"], rules=preferences.rules),
        "days": DaysOffForm(given["days"], days=preferences.days_off),
        "look": LookForm(given["look"], preferences=preferences),
    }


def _save(profile: Profile, section: str, form: Any) -> HttpResponse:
    preferences = profile.preferences
    if section == "you":
        with recorded("Your details changed", profile):
            form.save()
        return _back(section)
    if section == "clock":
        return _keep(profile, replace(preferences, rules=form.rules()), section)
    if section == "days":
        return _keep(profile, replace(preferences, days_off=form.cleaned_data["days_off"]), section)
    return _keep(profile, replace(preferences, **form.cleaned_data), section)


def _keep(profile: Profile, preferences: Preferences, section: str) -> HttpResponse:
    with recorded("Settings changed", profile):
        profile.settings = preferences.to_settings()
        profile.save()
    return _back(section)


def _back(section: str) -> HttpResponse:
    return redirect(f"{reverse('desk:settings')}?saved={section}#{section}")
