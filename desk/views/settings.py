"""Settings: who I am, every number of the clock, my days off, the look, the language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from candidacy.changes import recorded
from candidacy.models import Profile
from candidacy.myself import profile_of
from candidacy.pages import conflict
from candidacy.rules import Rules
from candidacy.templatetags.words import in_words
from desk import signin
from desk.agenda.picking import states
from desk.agenda.requested import numbers_of
from desk.archive import export_text
from desk.calendar_link import calendar_link
from desk.company_news import company_news
from desk.forms import (
    ClockForm,
    CompanyNewsForm,
    DaysOffForm,
    KeysForm,
    LanguageForm,
    LookForm,
    MailboxForm,
    NotifyForm,
    ProfileForm,
)
from desk.mail_out import mail_out
from desk.outlook import WRITING
from desk.passphrase import Passphrase
from letters import account as accounts

if TYPE_CHECKING:
    from django.http import HttpRequest

    from candidacy.preferences import Preferences

HEADINGS = (
    ("you", gettext_lazy("You")),
    ("clock", gettext_lazy("The clock")),
    ("days", gettext_lazy("Days off")),
    ("look", gettext_lazy("Appearance")),
    ("language", gettext_lazy("Language")),
    ("keys", gettext_lazy("Keyboard")),
    ("notify", gettext_lazy("Notifications")),
    ("mail-out", gettext_lazy("Mail out")),
    ("mail-in", gettext_lazy("Mail in")),
    ("news", gettext_lazy("Company news")),
    ("calendar", gettext_lazy("Calendar")),
    ("security", gettext_lazy("Security")),
    ("data", gettext_lazy("Your data")),
)
SECTIONS = ("you", "clock", "days", "look", "language", "keys", "notify", "news")
WHERE = {"back_words": gettext_lazy("Settings")}
CALLED = {**dict(HEADINGS), "you": gettext_lazy("Your details")}


def page(request: HttpRequest, section: str = "") -> HttpResponse:
    """All sections, each one form with a Save of its own; posting one leaves the others alone."""
    if section not in ("", *SECTIONS):
        raise Http404
    posted = section if request.method == "POST" else ""
    done = _post(request, posted) if posted else None
    if isinstance(done, HttpResponse):
        return done
    return shown(request, posted, done)


def shown(request: HttpRequest, posted: str = "", done: Any = None) -> HttpResponse:
    """The page; with a form that was refused, that one as it was typed."""
    # What was refused must not count as mine on the rest of the page.
    kept = profile_of(request)
    forms = {one: done if one == posted else _form(kept, one, None) for one in SECTIONS}
    saved = request.GET.get("saved", "")
    mailbox, mail_state = accounts.load()
    words = {
        "saved": saved,
        "posted": posted,
        "sections": HEADINGS,
        "current": posted or saved or "you",
        "now": timezone.now(),
        "effect": _effect(request),
        "passphrase": Passphrase(settings.AFTERWORD_HOME).is_set,
        "mailbox": mailbox,
        "mail_state": mail_state,
        "mail_form": done if posted == "mail-in" else MailboxForm(known=mailbox),
        "mail_edit": posted == "mail-in" or request.GET.get("edit") == "mail-in",
        "sample": settings.SAMPLE,
        "mail_out": mail_out(),
        "company_news": company_news(kept),
        "calendar": _calendar_address(request),
        "browsers": signin.browsers(),
        "file": settings.DATABASE_FILE,
    }
    return render(request, "desk/settings.html", {**forms, **words}, status=422 if posted else 200)


@require_safe
def export(_request: HttpRequest) -> HttpResponse:
    """Everything, as a file to keep elsewhere."""
    name = f"afterword-{timezone.localdate().isoformat()}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(export_text(), content_type="application/json; charset=utf-8", headers=headers)


def _calendar_address(request: HttpRequest) -> str:
    """The address to subscribe to; empty where there is none."""
    word = calendar_link().word
    if not word:
        return ""
    path = reverse("desk:calendar", args=[word])
    # Where something in front encrypts, we are asked without: the calendar must not be.
    return f"{settings.PUBLIC_ADDRESS}{path}" if settings.PUBLIC_ADDRESS else request.build_absolute_uri(path)


def _effect(request: HttpRequest) -> str:
    """What the numbers make of today: how many candidacies are silent, how many quiet."""
    count = states(numbers_of(request))
    quiet, silent = count["quiet"], sum(many for state, many in count.items() if state in WRITING)
    words = ngettext(
        "With these numbers %(silent)s is silent and %(quiet)s quiet today.",
        "With these numbers %(silent)s are silent and %(quiet)s quiet today.",
        silent,
    )
    return words % {"silent": in_words(silent), "quiet": in_words(quiet)}


def _post(request: HttpRequest, section: str) -> HttpResponse | Any:
    """Store one section, and where to go then; or both versions of it; or the form that was refused."""
    with transaction.atomic():
        profile = Profile.objects.select_for_update().filter(pk=1).first() or Profile(pk=1)
        if section == "clock" and request.POST.get("do") == "defaults":
            return _keep(profile, replace(profile.preferences, rules=Rules()), "clock")
        form = _form(profile, section, request.POST)
        late = conflict(
            request, form, lambda data: _form(Profile.load(), section, data), **WHERE, heading=CALLED[section]
        )
        if late:
            return late
        return _save(profile, section, form) if form.is_valid() else form


def _form(profile: Profile, section: str, data: Any) -> Any:
    preferences = profile.preferences
    match section:
        case "you":
            return ProfileForm(data, instance=profile)
        case "clock":
            return ClockForm(data, rules=preferences.rules)
        case "days":
            return DaysOffForm(data, days=preferences.days_off)
        case "look":
            return LookForm(data, preferences=preferences)
        case "language":
            return LanguageForm(data, preferences=preferences)
        case "notify":
            return NotifyForm(data, preferences=preferences)
        case "news":
            return CompanyNewsForm(data, preferences=preferences)
        case _:
            return KeysForm(data, preferences=preferences)


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
    return _keep(profile, replace(preferences, **form.given()), section)


def _keep(profile: Profile, preferences: Preferences, section: str) -> HttpResponse:
    with recorded("Settings changed", profile):
        profile.settings = preferences.to_settings()
        profile.save(update_fields=["settings"] if profile.is_stored else None)
    return _back(section)


def _back(section: str) -> HttpResponse:
    return redirect(f"{reverse('desk:settings')}?saved={section}#{section}")
