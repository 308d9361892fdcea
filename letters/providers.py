"""The mail servers of common providers, and what each calls a password for one program alone.

Each was held against the provider's own page, or against the list that Thunderbird keeps (as of March 2026),
which names that page; above each stands which. All can be changed in Settings.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_noop


@dataclass(frozen=True)
class Provider:
    """One provider. Its server encrypts from the first byte, or after a greeting (STARTTLS)."""

    slug: str
    name: str
    domains: tuple[str, ...]
    smtp: str
    # Read from the first byte encrypted, at port 993.
    imap: str
    # How to come by a password that this provider takes.
    how: str
    starttls: bool = False

    @property
    def smtp_port(self) -> int:
        """The usual port of its way of encrypting (RFC 8314)."""
        return 587 if self.starttls else 465


PROVIDERS = (
    # developers.google.com/workspace/gmail/imap/imap-smtp, support.google.com/accounts/answer/185833
    Provider(
        "gmail", "Gmail", ("gmail.com", "googlemail.com"), "smtp.gmail.com", "imap.gmail.com",
        how=gettext_noop("Google takes an app password only, and gives one where two-step verification "
"is on: Google Account, Security, App passwords. Sixteen letters."),
    ),
    # Thunderbird’s list: support.apple.com/HT202304
    Provider(
        "icloud", "iCloud Mail", ("icloud.com", "me.com", "mac.com"), "smtp.mail.me.com", "imap.mail.me.com",
        starttls=True,
        how=gettext_noop("Apple takes an app-specific password only: account.apple.com, Sign-In and "
"Security."),
    ),
    # fastmail.com/help/technical/servernamesandports.html
    Provider(
        "fastmail", "Fastmail",
        ("fastmail.com", "fastmail.fm", "fastmail.co.uk", "fastmail.uk", "fastmail.de", "fastmail.net"),
        "smtp.fastmail.com", "imap.fastmail.com",
        how=gettext_noop("Fastmail takes an app password only: Settings, Privacy and Security, "
"Connected apps and API tokens."),
    ),
    # Thunderbird’s list: help.yahoo.com/kb/new-mail-for-desktop/imap-server-settings-yahoo-mail-sln4075.html
    Provider(
        "yahoo", "Yahoo Mail",
        (
            "yahoo.com", "yahoo.co.uk", "yahoo.de", "yahoo.fr", "yahoo.es", "yahoo.it", "yahoo.se",
            "yahoo.ca", "yahoo.co.in", "yahoo.com.au", "ymail.com", "rocketmail.com",
        ),
        "smtp.mail.yahoo.com", "imap.mail.yahoo.com",
        how=gettext_noop("Yahoo takes an app password only: Account security, Generate app password."),
    ),
    # Thunderbird’s list: help.aol.com
    Provider(
        "aol", "AOL", ("aol.com", "aim.com", "aol.de", "aol.fr", "aol.it", "aol.es"), "smtp.aol.com",
        "imap.aol.com",
        how=gettext_noop("AOL takes an app password only: Account security, Manage app passwords."),
    ),
    # Thunderbird’s list: hilfe.gmx.net/pop-imap/imap/imap-serverdaten.html; off at first, as
    # gmx.net/mail/tipps/posts/pop3-imap/36 says
    Provider(
        "gmx", "GMX", ("gmx.net", "gmx.de", "gmx.at", "gmx.ch", "gmx.eu", "gmx.org"), "mail.gmx.net",
        "imap.gmx.net", starttls=True,
        how=gettext_noop("First allow other programs in GMX: E-mail settings, POP3 and IMAP. Then the "
"password of your account, or with two-factor login an app-specific one."),
    ),
    # Thunderbird’s list; support.gmx.com/pop-imap/toggle.html
    Provider(
        "gmx-com", "GMX.com", ("gmx.com", "gmx.co.uk", "gmx.us", "gmx.fr", "gmx.es"), "mail.gmx.com",
        "imap.gmx.com", starttls=True,
        how=gettext_noop("First allow other programs in GMX: E-mail settings, POP3 and IMAP. Then the "
"password of your account, or with two-factor login an app-specific one."),
    ),
    # Thunderbird’s list: hilfe.web.de/pop-imap/imap/imap-serverdaten.html
    Provider(
        "webde", "WEB.DE", ("web.de", "email.de"), "smtp.web.de", "imap.web.de", starttls=True,
        how=gettext_noop("First allow other programs in WEB.DE: E-mail settings, POP3 and IMAP. Then "
"the password of your account, or with two-factor login an app-specific one. "
"The user name may have to be the part before the @ alone."),
    ),
    # Thunderbird’s list: telekom.de/hilfe/apps-dienste/e-mail/programme/passwort-verwalten
    Provider(
        "t-online", "T-Online", ("t-online.de", "magenta.de"), "securesmtp.t-online.de",
        "secureimap.t-online.de",
        how=gettext_noop("Telekom takes a password for mail programs only: E-Mail Center, Settings, "
"Passwords."),
    ),
    # Thunderbird’s list: zoho.com/mail/help/zoho-smtp.html, zoho.com/mail/help/imap-access.html
    Provider(
        "zoho", "Zoho Mail", ("zoho.com", "zohomail.com"), "smtp.zoho.com", "imap.zoho.com",
        how=gettext_noop("With two-factor login, make an application-specific password: Zoho Accounts, "
"Security. To have mail read, turn IMAP on: Settings, Mail Accounts."),
    ),
    Provider(
        "zoho-eu", "Zoho Mail in Europe", ("zoho.eu", "zohomail.eu"), "smtp.zoho.eu", "imap.zoho.eu",
        how=gettext_noop("As above: Zoho keeps European accounts on servers of their own."),
    ),
    # kb.mailbox.org/en/private/e-mail/e-mail-configuration, …/security-and-privacy/e-mail-password
    Provider(
        "mailbox", "mailbox.org", ("mailbox.org",), "smtp.mailbox.org", "imap.mailbox.org",
        how=gettext_noop("The password of your account, or with two-factor login an app password: All "
"settings, Security, Mail app passwords."),
    ),
    # Thunderbird’s list; posteo.de/en/help/app-passwords
    Provider(
        "posteo", "Posteo", ("posteo.de", "posteo.net", "posteo.at", "posteo.ch", "posteo.eu", "posteo.org"),
        "posteo.de", "posteo.de",
        how=gettext_noop("Posteo takes an app password only: posteo.de/en/help/app-passwords says how "
"to make one."),
    ),
)  # fmt: skip
# Where mail is read of providers that are not offered for sending, as Thunderbird’s list has it.
_READ_AT = {
    "orange.fr": "imap.orange.fr", "wanadoo.fr": "imap.orange.fr", "free.fr": "imap.free.fr",
    "laposte.net": "imap.laposte.net", "libero.it": "imapmail.libero.it", "iol.it": "imapmail.libero.it",
    "btinternet.com": "mail.btinternet.com",
}  # fmt: skip
# Microsoft ended passwords of other programs for private accounts on 16 September 2024.
_NO_PASSWORDS = frozenset({"outlook", "hotmail", "live", "msn", "windowslive"})


def provider(slug: str) -> Provider | None:
    """The provider of that name."""
    return next((one for one in PROVIDERS if one.slug == slug), None)


def provider_of(address: str) -> Provider | None:
    """The provider whose domain the address has."""
    domain = _domain(address)
    return next((one for one in PROVIDERS if domain in one.domains), None)


def read_at(address: str) -> str:
    """The server that holds the mailbox of an address; empty where it is not known."""
    known = provider_of(address)
    return known.imap if known else _READ_AT.get(_domain(address), "")


def takes_no_password(address: str) -> bool:
    """Whether the provider of the address lets no other program in with a password."""
    return _domain(address).partition(".")[0] in _NO_PASSWORDS


def _domain(address: str) -> str:
    return address.rpartition("@")[2].strip().casefold()
