"""The mailbox in Settings: tested before it is turned on, looked at now, turned off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse

from desk.forms import MailboxForm
from desk.views.settings import shown
from letters import account as accounts
from letters import inbox

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

HERE = "mail-in"


def page(request: HttpRequest) -> HttpResponse:
    """Turn it on, once it was seen to work; look now; turn it off."""
    if request.method != "POST" or settings.SAMPLE:
        return _back()
    known, _ = accounts.load()
    do = request.POST.get("do", "")
    if do == "off":
        accounts.forget()
    elif do == "look" and known:
        _look(known)
    elif do == "test":
        return _test(request, known)
    return _back()


def _test(request: HttpRequest, known: accounts.Account | None) -> HttpResponse:
    form = MailboxForm(request.POST, known=known)
    if form.is_valid():
        account = form.account()
        try:
            inbox.test(account)
        except inbox.MailboxError as error:
            form.add_error(error.about, str(error))
        else:
            accounts.save(account)
            return _back()
    return shown(request, HERE, form)


def _look(account: accounts.Account) -> None:
    try:
        inbox.look(account)
    except inbox.MailboxError:
        # Noted with the account, and shown beside it.
        return


def _back() -> HttpResponse:
    return redirect(f"{reverse('desk:settings')}#{HERE}")
