"""Every page there is, in one place: whatever is looked at in light and dark, wide and narrow, is named here.

A new route belongs either to `PAGES`, with how to find its rows in the sample data, or to `NO_PAGES`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from candidacy.models import Candidacy, Contact, Development, News
from desk.moving_in import previewing, waiting
from interviews.models import Interview, Interviewer, Invitation, Note
from letters.models import Letter, Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_EXPORT = Path(__file__).parents[1] / "data" / "imports" / "spreadsheet.csv"
# Where a route leads that shows no page of its own: it acts, sends a file, or leads on.
NO_PAGES = {
    # For whoever is not in yet: see `SIGN_IN`.
    "signin",
    "signin_link",
    "signout",
    # Only where the database is in trouble: see tests/config/test_recovering.py.
    "recover",
    "desk:candidacies_csv",
    "desk:calendar",
    "desk:calendar_link",
    "desk:debrief",
    "desk:empty_trash",
    "desk:export",
    "desk:import_apply",
    # Only while an import runs: see tests/e2e/test_moving_in.py.
    "desk:import_progress",
    "desk:import_stop",
    "desk:kept",
    "desk:mail_answer",
    "desk:mailbox",
    "desk:mail_file",
    "desk:mail_out_do",
    "desk:notices",
    # The dialog, opened in tests/e2e/test_palette.py.
    "desk:palette",
    "desk:passphrase_forget",
    "desk:proof_csv",
    "desk:rank",
    "desk:redo",
    "desk:settings_section",
    "desk:undo",
    "candidacy:contact_delete",
    "candidacy:development_delete",
    "candidacy:feeds",
    "candidacy:news_delete",
    "interviews:calendar",
    "interviews:delete",
    "interviews:note_delete",
    "candidacy:company_development_delete",
    "candidacy:stage",
    "letters:anew",
    "letters:check",
    "letters:copy",
    "letters:delete",
    "letters:eml",
    "letters:fact",
    "letters:new",
    "letters:open",
    "letters:parts",
    "letters:resolve",
    "letters:seconds",
    "letters:send",
    "letters:sent",
    "letters:settle",
    "letters:take_back",
    "letters:unsent",
    "letters:version",
}


def _nothing() -> list[int]:
    return []


def _candidacy() -> list[int]:
    return [Candidacy.objects.get(company__name="Harbour & Pine").pk]


def _company() -> list[int]:
    return [Candidacy.objects.get(company__name="Harbour & Pine").company_id]


def _person() -> list[int]:
    talk = Interview.objects.filter(candidacy=_candidacy()[0]).earliest("starts_at")
    return [talk.people.order_by("pk")[0].pk]


def _interview() -> list[int]:
    return [Interview.objects.filter(candidacy=_candidacy()[0]).latest("starts_at").pk]


def _contact() -> list[int]:
    return [*_candidacy(), Contact.objects.filter(candidacy=_candidacy()[0]).latest("at").pk]


def _development() -> list[int]:
    return [*_candidacy(), Development.objects.filter(company=_company()[0]).latest("pk").pk]


def _company_development() -> list[int]:
    return [*_company(), _development()[-1]]


def _news() -> list[int]:
    return [News.objects.latest("pk").pk]


def _note() -> list[int]:
    return [Note.objects.filter(interviewer__interview=_interview()[0]).latest("pk").pk]


def _seat() -> list[int]:
    return [Interviewer.objects.filter(interview=_interview()[0]).latest("pk").pk]


def _invitation() -> list[int]:
    calendar = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a-talk\nDTSTART;TZID=Europe/London:20301105T100000\n"
        "SUMMARY:Interview at Harbour & Pine\nORGANIZER;CN=Ruth Adeyemi:mailto:ruth@harbour.example\n"
        "ATTENDEE;CN=Room 2.14;CUTYPE=ROOM:mailto:room214@harbour.example\nEND:VEVENT\nEND:VCALENDAR"
    )
    row, _ = Invitation.objects.get_or_create(uid="a-talk", defaults={"text": calendar})
    return [row.pk]


def _letter() -> list[int]:
    return [Letter.objects.filter(candidacy=_candidacy()[0]).latest("pk").pk]


def _message() -> list[int]:
    """One that asks something; the sample people have had no mail."""
    given = {"at": timezone.now(), "candidacy_id": _candidacy()[0], "text": "Hello.", "subject": "Your visit"}
    return [Message.objects.get_or_create(identity="asked@x.example", defaults=given)[0].pk]


def _import() -> list[int]:
    """A file that asks about some of its rows."""
    if not (found := [one.pk for one in waiting.waiting_now()]):
        file = waiting.put("applications-2026.csv", "", _EXPORT.read_bytes())
        previewing.look(file)
        file.save()
        found = [file.pk]
    return found[:1]


PAGES: dict[str, Callable[[], list[int]]] = {
    "desk:today": _nothing,
    "desk:welcome": _nothing,
    "desk:quick": _nothing,
    "desk:candidacies": _nothing,
    "desk:candidacy": _candidacy,
    "desk:reply": _candidacy,
    "desk:snooze": _candidacy,
    "desk:people": _nothing,
    "desk:person_add": _nothing,
    "desk:person": _person,
    "desk:person_edit": _person,
    "desk:person_delete": _person,
    "desk:mail": _nothing,
    "desk:mail_message": _message,
    "desk:insights": _nothing,
    "desk:import": _nothing,
    "desk:import_file": _import,
    "desk:proof": _nothing,
    "desk:search": _nothing,
    "desk:activity": _nothing,
    "desk:shortcuts": _nothing,
    "desk:settings": _nothing,
    "desk:passphrase": _nothing,
    "desk:mail_out": _nothing,
    "candidacy:add": _nothing,
    "candidacy:edit": _candidacy,
    "candidacy:delete": _candidacy,
    "candidacy:close": _candidacy,
    "candidacy:contact_new": _candidacy,
    "candidacy:contact": _contact,
    "candidacy:development_new": _candidacy,
    "candidacy:development": _development,
    "candidacy:company_add": _nothing,
    "candidacy:company": _company,
    "candidacy:company_delete": _company,
    "candidacy:company_development_new": _company,
    "candidacy:company_development": _company_development,
    "candidacy:news": _nothing,
    "candidacy:news_edit": _news,
    "interviews:new": _candidacy,
    "interviews:interview": _interview,
    "interviews:edit": _interview,
    "interviews:question": _interview,
    "interviews:debrief": _interview,
    "interviews:invitations": _nothing,
    "interviews:invitation": _invitation,
    "interviews:note": _note,
    "interviews:note_new": _seat,
    "letters:letters": _nothing,
    "letters:letter": _letter,
    "letters:preview": _letter,
    "letters:versions": _letter,
    "letters:passround": _company,
}
SIGN_IN = "/signin/"
# Addresses that no route names by themselves.
MORE = {
    "a search": "/search/?q=night+shift",
    "a period": "/insights/?period=90",
    "no such page": "/nothing/",
}


def paths() -> dict[str, str]:
    """The address of each page in the sample data, by its name."""
    return {name: reverse(name, args=args()) for name, args in PAGES.items()} | MORE


def routes() -> set[str]:
    """The name of every route."""
    return set(_routes(get_resolver(), ()))


def _routes(resolver: URLResolver, within: tuple[str, ...]) -> Iterator[str]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _routes(one, (*within, *([one.namespace] if one.namespace else [])))
        else:
            yield ":".join((*within, one.name or ""))
