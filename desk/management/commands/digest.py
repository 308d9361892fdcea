"""`manage.py digest`: Today by e-mail to myself, as cron would send it each morning."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from candidacy.models import Profile
from desk.digest import digest
from letters import causes, delivery, mail, mail_server

if TYPE_CHECKING:
    from email.headerregistry import Address

    from desk.digest import Digest


class Command(BaseCommand):
    help = "Send yourself what needs you today. Nothing is sent on a day on which nothing does."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--always", action="store_true", help="also when nothing needs you")
        parser.add_argument("--print", action="store_true", help="show the message and send nothing")
        parser.add_argument("--json", action="store_true", help="say as JSON what it is, and whether it went")

    def handle(self, *args: Any, **options: Any) -> None:
        profile, shows = Profile.load(), options["print"]
        message = digest(timezone.now(), profile, _address())
        sent = False
        if not shows:
            # What is missing is said on any day, not on the first on which something would be lost.
            server, me = _way_out(profile)
            sent = message.needed or options["always"]
            if sent:
                _send(message, profile, server, me)
        if options["json"]:
            told = {"subject": message.subject, "text": message.text, "needed": message.needed, "sent": sent}
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        elif shows:
            self.stdout.write(f"{message.subject}\n\n{message.text}", ending="")
        else:
            self.stdout.write(f"{message.subject}. {'Sent to you.' if sent else 'Nothing was sent.'}")


def _address() -> str:
    """Where the site is opened on this computer, or what people type where something in front encrypts."""
    return settings.PUBLIC_ADDRESS or f"http://127.0.0.1:{settings.PORT}"


def _way_out(profile: Profile) -> tuple[mail_server.Outgoing, Address]:
    """The server it leaves through, and my own address. Raises CommandError where one is missing."""
    server, me = mail_server.outgoing(), mail.address_of(profile.name, profile.email)
    if server is None:
        raise CommandError("No mail server is set up. Settings, under “Mail out”, is the place.")
    if me is None:
        raise CommandError("Your own address is missing. Settings, under “You”, is the place.")
    return server, me


def _send(message: Digest, profile: Profile, server: mail_server.Outgoing, me: Address) -> None:
    written = mail.to_myself(message.subject, message.text, profile, me)
    content = mail.sealed(written, mail.new_message_id(me.addr_spec), timezone.now())
    try:
        delivery.hand_over(server, me.addr_spec, me.addr_spec, content.encode("ascii"))
    except delivery.NotTakenError as fault:
        said = f"{fault.code or ''} {fault.said}".strip()
        helps = causes.cause(fault.stage, fault.code, fault.said)
        raise CommandError(f"{causes.stuck(fault.stage)}: {said}. {helps}".rstrip()) from fault
