"""Forms about mail: where a message belongs, and a file of messages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidacy.models import Candidacy
from desk.posted import LARGEST
from letters.account import TLS_PORT, Account, server_and_port
from letters.providers import takes_no_password

NO_PASSWORDS = gettext_lazy(
    "Microsoft lets no other program in with a password for this address. Save mail in a file, and read that."
)


class PlaceForm(forms.Form):
    """Which candidacy a message is about."""

    candidacy = forms.ModelChoiceField(
        label=gettext_lazy("Which one is it about?"),
        queryset=Candidacy.objects.select_related("company").order_by("closed_on", "company__name", "pk"),
        empty_label=gettext_lazy("Choose one"),
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"required": gettext_lazy("Choose one, or say that it is not about your search.")},
    )


class MailFileForm(forms.Form):
    """A file of mail."""

    file = forms.FileField(
        label=gettext_lazy("E-mail or mailbox"),
        help_text=gettext_lazy(
            "A file your mail program saved, ending in .eml or .mbox. Read twice, it adds nothing."
        ),
        widget=forms.FileInput(
            attrs={"class": "input", "accept": ".eml,.mbox,.mbx,message/rfc822,application/mbox"}
        ),
        error_messages={
            "required": gettext_lazy("Choose a file first."),
            "empty": gettext_lazy("There is nothing in this file."),
        },
    )

    def clean_file(self) -> bytes:
        """Its content."""
        given = self.cleaned_data["file"]
        if given.size > LARGEST:
            raise forms.ValidationError(
                _("This file is larger than %(LARGEST)s MB: save fewer messages in one.")
                % {"LARGEST": LARGEST // 1024 // 1024}
            )
        return bytes(given.read())


class MailboxForm(forms.Form):
    """A mailbox that can be read. A password that is set is not shown, and stays where none is typed."""

    user = forms.CharField(
        label=gettext_lazy("Account"),
        max_length=254,
        help_text=gettext_lazy("Mostly your whole address."),
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "username"}),
        error_messages={"required": gettext_lazy("Say whose mailbox it is, such as your address.")},
    )
    password = forms.CharField(
        label=gettext_lazy("App password"),
        required=False,
        strip=False,
        max_length=1000,
        help_text=gettext_lazy("Made in your mail provider’s settings, for this app alone."),
        widget=forms.PasswordInput(attrs={"class": "input", "autocomplete": "new-password"}),
    )
    host = forms.CharField(
        label=gettext_lazy("Server"),
        required=False,
        max_length=260,
        help_text=gettext_lazy("Left empty, it is found from the account. Always encrypted."),
        widget=forms.TextInput(attrs={"class": "input", "inputmode": "url", "spellcheck": "false"}),
    )
    folder = forms.CharField(
        label=gettext_lazy("Folder"),
        max_length=200,
        initial="INBOX",
        widget=forms.TextInput(attrs={"class": "input"}),
        error_messages={"required": gettext_lazy("Say which folder is read: INBOX is the usual one.")},
    )

    def __init__(self, data: Any = None, *, known: Account | None) -> None:
        self._known = known
        port = f":{known.port}" if known and known.port != TLS_PORT else ""
        given = {"user": known.user, "host": known.host + port, "folder": known.folder} if known else {}
        super().__init__(data, initial=given)
        if known:
            self.fields["password"].help_text = _("Empty, the one that is set stays.")

    def clean(self) -> dict[str, Any]:
        """There has to be a password, and a server that can be asked."""
        found = super().clean() or {}
        if not found.get("password") and not self._known:
            self.add_error("password", _("The server will ask for a password."))
        if takes_no_password(found.get("user", "")) and not found.get("host"):
            self.add_error("user", NO_PASSWORDS)
        try:
            self._server = server_and_port(found.get("host", ""), found.get("user", ""))
        except ValueError as error:
            self.add_error("host", str(error))
        else:
            if not self._server[0]:
                self.add_error("host", _("Say which server it is: it cannot be told from the account."))
        return found

    def account(self) -> Account:
        """The mailbox that was described."""
        given = self.cleaned_data
        password = given["password"] or (self._known.password if self._known else "")
        host, port = self._server
        return Account(host, given["user"].strip(), password, port, given["folder"].strip())
