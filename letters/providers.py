"""The mail servers of common providers, and what each calls a password for one program alone.

As they are generally known; each can be changed in Settings.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Provider:
    """One provider. Its server encrypts from the first byte, or after a greeting (STARTTLS)."""

    slug: str
    name: str
    domains: tuple[str, ...]
    smtp: str
    # How to come by a password that this provider takes.
    how: str
    starttls: bool = False

    @property
    def smtp_port(self) -> int:
        """The usual port of its way of encrypting (RFC 8314)."""
        return 587 if self.starttls else 465


PROVIDERS = (
    Provider(
        "gmail", "Gmail", ("gmail.com", "googlemail.com"), "smtp.gmail.com",
        how="Google takes an app password only, and gives one where two-step verification is on: "
        "Google Account, Security, App passwords. Sixteen letters.",
    ),
    Provider(
        "icloud", "iCloud Mail", ("icloud.com", "me.com", "mac.com"), "smtp.mail.me.com", starttls=True,
        how="Apple takes an app-specific password only: account.apple.com, Sign-In and Security.",
    ),
    Provider(
        "fastmail", "Fastmail", ("fastmail.com", "fastmail.fm"), "smtp.fastmail.com",
        how="Make an app password: Settings, Privacy and Security, Connected apps and API tokens.",
    ),
    Provider(
        "yahoo", "Yahoo Mail", ("yahoo.com", "yahoo.co.uk", "ymail.com"), "smtp.mail.yahoo.com",
        how="Yahoo takes an app password only: Account security, Generate app password.",
    ),
    Provider(
        "gmx", "GMX", ("gmx.net", "gmx.de", "gmx.at", "gmx.ch"), "mail.gmx.net",
        starttls=True,
        how="First allow other programs in GMX: E-mail settings, POP3 and IMAP. Then the password of "
        "your account, or with two-factor login an app-specific one.",
    ),
    Provider(
        "webde", "WEB.DE", ("web.de",), "smtp.web.de", starttls=True,
        how="First allow other programs in WEB.DE: E-mail settings, POP3 and IMAP. Then the password "
        "of your account, or with two-factor login an app-specific one.",
    ),
    Provider(
        "zoho", "Zoho Mail", ("zoho.com", "zohomail.com"), "smtp.zoho.com",
        how="With two-factor login, make an application-specific password: Zoho Accounts, Security.",
    ),
    Provider(
        "mailbox", "mailbox.org", ("mailbox.org",), "smtp.mailbox.org",
        how="The password of your account, or with two-factor login an application password.",
    ),
    Provider(
        "posteo", "Posteo", ("posteo.de", "posteo.net"), "posteo.de",
        how="The password of your account.",
    ),
)  # fmt: skip
# Microsoft ended passwords of other programs for private accounts in September 2024.
NO_PASSWORDS = frozenset({"outlook.com", "hotmail.com", "hotmail.co.uk", "live.com", "msn.com"})


def provider(slug: str) -> Provider | None:
    """The provider of that name."""
    return next((one for one in PROVIDERS if one.slug == slug), None)


def provider_of(address: str) -> Provider | None:
    """The provider whose domain the address has."""
    domain = address.rpartition("@")[2].lower()
    return next((one for one in PROVIDERS if domain in one.domains), None)


def takes_no_password(address: str) -> bool:
    """Whether the provider of the address lets no other program in with a password."""
    return address.rpartition("@")[2].lower() in NO_PASSWORDS
