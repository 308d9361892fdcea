"""The form about the server that letters leave through."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from letters.mail_server import LOOPBACK, PLAIN, STARTTLS, TLS, Outgoing
from letters.providers import PROVIDERS, provider, provider_of

OTHER = "other"
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|::1|\[::1\]")
_USUAL_PORT = {TLS: 465, STARTTLS: 587, PLAIN: 25}


def _box(**attrs: str) -> forms.TextInput:
    return forms.TextInput(attrs={"class": "input", "spellcheck": "false", "autocapitalize": "none", **attrs})


class MailOutForm(forms.Form):
    """A provider, or any other server; the name and the password that it knows me by."""

    provider = forms.ChoiceField(
        label=gettext_lazy("Provider"),
        choices=[*((one.slug, one.name) for one in PROVIDERS), (OTHER, gettext_lazy("Another one"))],
        widget=forms.Select(attrs={"class": "input"}),
    )
    user = forms.CharField(
        label=gettext_lazy("User name"), max_length=200, widget=_box(autocomplete="username"), required=False,
        help_text=gettext_lazy("Mostly your whole address."),
    )  # fmt: skip
    password = forms.CharField(
        label=gettext_lazy("Password"),
        required=False,
        strip=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"class": "input", "autocomplete": "new-password"}),
    )
    host = forms.CharField(
        label=gettext_lazy("Server"),
        max_length=253,
        widget=_box(),
        required=False,
        help_text=gettext_lazy("Such as smtp.moreau.example."),
    )
    security = forms.ChoiceField(
        label=gettext_lazy("Encryption"),
        choices=[
            (TLS, gettext_lazy("From the first byte (TLS)")),
            (STARTTLS, gettext_lazy("After a greeting (STARTTLS)")),
            (PLAIN, gettext_lazy("None: a server on this computer")),
        ],
        widget=forms.Select(attrs={"class": "input"}),
        required=False,
    )
    port = forms.IntegerField(
        label=gettext_lazy("Port"), required=False, min_value=1, max_value=65535,
        help_text=gettext_lazy("Empty takes the usual one: 465, or 587 for STARTTLS."),
        widget=forms.NumberInput(attrs={"class": "input", "inputmode": "numeric"}),
        error_messages={"invalid": gettext_lazy("Take a whole number, such as 465.")},
    )  # fmt: skip

    # Server, encryption and port of a provider are known.
    OF_ANOTHER: ClassVar = ("host", "security", "port")

    def __init__(self, data: Any = None, *, server: Outgoing | None, address: str) -> None:
        known = provider_of(address)
        initial: dict[str, Any] = {"provider": known.slug if known else OTHER, "user": address}
        if server:
            mine = next(
                (one for one in PROVIDERS if (one.smtp, one.smtp_port) == (server.host, server.port)), None
            )
            initial = {
                "provider": mine.slug if mine else OTHER, "user": server.user, "host": server.host,
                "security": server.security, "port": server.port,
            }  # fmt: skip
        super().__init__(data, initial=initial, label_suffix="")
        self._server = server
        if server and server.password:
            self.fields["password"].help_text = _("Kept. Leave it empty to go on with it.")
        else:
            self.fields["password"].help_text = _("Most providers want an app password: see below.")

    def clean_host(self) -> str:
        """The name of a server, as a person may have copied it."""
        host = (
            str(self.cleaned_data["host"]).strip().removeprefix("smtp://").removeprefix("smtps://").strip("/")
        )
        if host and not _HOST.fullmatch(host):
            raise forms.ValidationError(_("Take the name of a server alone, such as smtp.moreau.example."))
        return host.strip("[]").lower()

    def clean(self) -> dict[str, Any]:
        """A provider’s own server; another one has to be named, and be encrypted unless it is here."""
        given = super().clean() or self.cleaned_data
        known = provider(str(given.get("provider", "")))
        if known:
            given |= {
                "host": known.smtp,
                "port": known.smtp_port,
                "security": STARTTLS if known.starttls else TLS,
            }
            for name in self.OF_ANOTHER:
                self.errors.pop(name, None)
        elif "host" not in self.errors and not given.get("host"):
            self.add_error("host", _("Name the server that takes your mail."))
        if given.get("security") == PLAIN and given.get("host") not in LOOPBACK:
            self.add_error(
                "security", _("Without encryption only a server on this computer is used: localhost.")
            )
        self._check_password(given)
        return given

    def _check_password(self, given: dict[str, Any]) -> None:
        """The password that is kept is for the server it was given for, and no other."""
        if given.get("password") or not given.get("user") or self.errors:
            return
        old = self._server
        if old is None or not old.password:
            self.add_error("password", _("Fill in the password."))
        elif (old.host, old.user) != (given["host"], given["user"]):
            self.add_error(
                "password", _("Fill in the password again: it goes to another server or account now.")
            )

    def server(self) -> Outgoing:
        """The server as it was given."""
        given = self.cleaned_data
        security = given["security"] or TLS
        kept = self._server.password if self._server and given["user"] else ""
        return Outgoing(
            host=given["host"],
            port=given["port"] or _USUAL_PORT[security],
            security=security,
            user=given["user"].strip(),
            password=given["password"] or kept,
        )
