"""How it stands with sending: off, not tested, tested, or failing, with the reason and what helps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from letters import causes, delivery, mail, mail_server
from letters.models import Leaving, Outgoing

if TYPE_CHECKING:
    import datetime as dt
    from email.headerregistry import Address

    from candidacy.models import Profile

SECURITIES = {
    mail_server.TLS: gettext_noop("encrypted"),
    mail_server.STARTTLS: gettext_noop("encrypted by STARTTLS"),
    mail_server.PLAIN: gettext_noop("on this computer"),
}


@dataclass(frozen=True)
class MailOut:
    """The section of Settings about sending."""

    server: mail_server.Outgoing | None
    # When the last test or letter told something, and what is wrong since then: empty where nothing is.
    at: dt.datetime | None = None
    wrong: str = ""
    words: str = ""
    helps: str = ""

    @property
    def state(self) -> str:
        """In a word or two, with the day added by the page."""
        if self.server is None:
            return _("Off")
        if self.wrong:
            return _("Failing")
        return _("On, tested") if self.at else _("On, not tested")

    @property
    def security(self) -> str:
        """How the way to the server is kept safe."""
        words = SECURITIES.get(self.server.security) if self.server else None
        return _(words) if words else ""


def mail_out() -> MailOut:
    """How it stands now: what the last test said, unless a letter has told something newer."""
    server = mail_server.outgoing()
    if server is None:
        return MailOut(None)
    trial = server.trial
    last = _last_told()
    if last and last.ended_at and (trial is None or last.ended_at > trial.at):
        if last.state == Leaving.SENT:
            return MailOut(server, last.ended_at)
        return MailOut(server, last.ended_at, last.stuck, last.words, last.cause)
    if trial is None or trial.went:
        return MailOut(server, trial.at if trial else None)
    words = f"{trial.code} {trial.said}" if trial.code else trial.said
    helps = causes.cause(trial.stage, trial.code, trial.said)
    return MailOut(server, trial.at, causes.stuck(trial.stage), words, helps)


def _last_told() -> Outgoing | None:
    """The last letter that says something about the server, rather than about its own address or text."""
    stuck = Outgoing.objects.filter(state=Leaving.REFUSED, stage__in=causes.OF_THE_ACCOUNT - {causes.OFF})
    went = Outgoing.objects.filter(state=Leaving.SENT)
    return (stuck | went).defer("content").order_by("-ended_at").first()


def try_out(server: mail_server.Outgoing, profile: Profile, me: Address) -> mail_server.Trial:
    """Send me a test through that server: the same way as a letter, to myself."""
    now = timezone.now()
    content = mail.sealed(mail.trial(profile, me), mail.new_message_id(me.addr_spec), now)
    try:
        delivery.hand_over(server, me.addr_spec, me.addr_spec, content.encode("ascii"))
    except delivery.NotTakenError as fault:
        return mail_server.Trial(
            timezone.now(), went=False, stage=fault.stage, code=fault.code, said=fault.said
        )
    return mail_server.Trial(timezone.now(), went=True)
