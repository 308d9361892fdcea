"""Settings of sending: the server, a test to myself, and turning it off. The password is never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from candidacy.models import Profile
from desk.forms import MailOutForm
from desk.mail_out import try_out
from letters import mail, mail_server
from letters.providers import PROVIDERS, takes_no_password

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SECTION = "mail-out"


def page(request: HttpRequest) -> HttpResponse:
    """The server; saved, it is tried at once with a message to myself."""
    if settings.SAMPLE:
        return _back()
    profile, server = Profile.load(), mail_server.outgoing()
    form = MailOutForm(request.POST or None, server=server, address=profile.email)
    me = mail.address_of(profile.name, profile.email)
    if request.method == "POST" and form.is_valid():
        if me:
            chosen = form.server()
            mail_server.use(chosen)
            mail_server.use(chosen.tested(try_out(chosen, profile, me)))
            return _back()
        form.add_error(
            None, _("First put your own address into “You” in Settings: letters are sent from it.")
        )
    words = {
        "form": form,
        "me": me,
        "providers": PROVIDERS,
        "no_passwords": takes_no_password(profile.email),
    }
    return render(request, "desk/mail_out.html", words, status=422 if form.errors else 200)


@require_POST
def act(request: HttpRequest) -> HttpResponse:
    """Send me a test, or turn sending off."""
    profile, server = Profile.load(), mail_server.outgoing()
    if request.POST.get("do") == "off":
        mail_server.turn_off()
    elif server and (me := mail.address_of(profile.name, profile.email)):
        mail_server.use(server.tested(try_out(server, profile, me)))
    return _back()


def _back() -> HttpResponse:
    return redirect(f"{reverse('desk:settings')}#{SECTION}")
