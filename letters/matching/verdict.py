"""What a message is and what is to be done with it: attached, asked about, or left alone.

Pure.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from letters.matching import asked, machines
from letters.matching.bounce import Bounce, bounce
from letters.matching.choosing import choose
from letters.matching.inviting import answers_entry, has_entry, invites
from letters.matching.placing import Place, bare_subject, place
from letters.matching.refusal import refuses

if TYPE_CHECKING:
    from letters.matching.known import Known, Letter
    from letters.matching.mail import Mail

Kind = Literal["reply", "automatic", "newsletter", "bounce", "rejection", "invitation", "other"]
LOOKS_AUTOMATIC = "It looks automatic, and nothing in its headers says so."
# My copy of a letter is of the day it was sent, give or take a clock.
_SAME_SENDING = dt.timedelta(days=2)
# A report comes back within days: servers try for five (RFC 5321, 4.5.4.1).
_COMES_BACK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was understood. `sure` is attached without asking; without a candidacy there is nothing to do."""

    kind: Kind
    sure: bool
    # One sentence: on what this rests, or what is in doubt.
    why: str
    candidacy: str = ""
    person: str = ""
    # The letter it answers; of a bounce, the letter that came back.
    answers: str = ""
    decision_on: dt.date | None = None
    needs_reply: bool = False
    # I wrote it: the letter of mine that it is a copy of, if it is one.
    mine: bool = False
    copy_of: str = ""
    # Why a letter came back, in the server’s words.
    reason: str = ""


def match(mail: Mail, known: Known) -> Verdict:
    """What the message is, where it belongs, and whether that is sure."""
    if mail.sender.email in known.me:
        return _mine(mail, known)
    failed = bounce(mail)
    if failed:
        return _bounced(mail, failed, known)
    found = place(mail, known)
    kind, doubt = _kind(mail, found)
    if kind == "newsletter" or not found.candidacy:
        return Verdict(kind, sure=True, why=_LEFT_ALONE.get(kind, Place().why), person=found.person)
    if failed_check(mail):
        doubt = f"Your own mail server doubts that it comes from {mail.sender.domain}."
    verdict = Verdict(
        kind,
        sure=found.sure and not doubt,
        why=doubt or found.why,
        candidacy=found.candidacy,
        person=found.person,
        answers=found.letter,
    )
    if kind not in ("reply", "invitation"):
        return verdict
    said_on = mail.at.date() if mail.at else None
    add_days = known.candidacies[found.candidacy].add_days
    return replace(
        verdict,
        decision_on=asked.decision_on(mail.parts.own, said_on, add_days) if said_on else None,
        needs_reply=asked.needs_reply(mail.parts.own),
    )


_LEFT_ALONE = {"newsletter": "It went to many: a newsletter or a job alert."}


def _kind(mail: Mail, found: Place) -> tuple[Kind, str]:
    """What it is, and what speaks against taking it as that without asking."""
    if answers_entry(mail):
        return "automatic", ""
    if machines.is_mass_mail(mail) and not found.by_thread:
        return _mass_mail(mail, found)
    replied = mail.header("auto-submitted").casefold().startswith("auto-replied")
    personal: Kind | None = None if replied or machines.is_away(mail) else _personal(mail)
    if personal:
        return personal, ""
    if machines.answers_by_itself(mail):
        return "automatic", ""
    if (
        machines.from_nobody(mail)
        and not found.by_thread
        and (found.candidacy or machines.acknowledges(mail))
    ):
        return "automatic", ""
    if machines.acknowledges(mail) and not found.by_address and not found.by_thread:
        return "automatic", LOOKS_AUTOMATIC
    return ("reply" if found.candidacy else "other"), ""


def _personal(mail: Mail) -> Kind | None:
    """A refusal or an invitation, whoever sends it, a machine included."""
    parts = mail.parts
    said = f"{parts.own}\n{parts.quoted}" if parts.forwarded else parts.own
    if refuses(f"{mail.subject}.\n\n{said}"):
        return "rejection"
    if has_entry(mail) or invites(f"{mail.subject}.\n\n{parts.own}"):
        return "invitation"
    return None


def _mass_mail(mail: Mail, found: Place) -> tuple[Kind, str]:
    """Programs for applicants mark their letters like newsletters: what is personal in them counts."""
    if not found.candidacy or machines.is_alert(mail):
        return "newsletter", ""
    listed = "It carries the marks of a mailing list." if machines.is_listed(mail) else ""
    personal = _personal(mail)
    if personal:
        return personal, listed
    if machines.acknowledges(mail):
        return "automatic", listed
    if found.by_address and not listed:
        return "reply", "It carries the marks of a mass mailing."
    return "newsletter", ""


def failed_check(mail: Mail) -> bool:
    """Whether my own server, which adds the topmost result (RFC 8601), could not confirm the sender."""
    results = mail.header("authentication-results").casefold()
    dmarc = re.search(r"\bdmarc\s*=\s*(\w+)", results)
    if dmarc:
        return dmarc[1] == "fail"
    spf, dkim = (re.search(rf"\b{name}\s*=\s*(\w+)", results) for name in ("spf", "dkim"))
    return bool(spf and spf[1] in ("fail", "softfail") and not (dkim and dkim[1] == "pass"))


def _mine(mail: Mail, known: Known) -> Verdict:
    """A copy of what I wrote: a letter that is recorded, or a line of mine to somebody known."""
    to = {one.email for one in mail.to}
    people = [one for one in known.people.values() if one.emails & to]
    carriers = {one.key for one in people}
    letter = next((one for one in known.letters if _is_copy(mail, one, carriers)), None)
    person = people[0].key if len(people) == 1 else ""
    own = Verdict("other", sure=True, why="You wrote it yourself.", mine=True)
    if letter:
        why = "Your copy of a letter."
        return replace(own, why=why, candidacy=letter.candidacy, person=letter.reader, copy_of=letter.key)
    by_id = {one.message_id.strip("<>"): one.candidacy for one in known.letters if one.message_id} | dict(
        known.threads
    )
    threads = [by_id[one] for one in mail.answers if one in by_id]
    if threads and people:
        why = "You wrote it, in an exchange that is recorded here."
        return replace(own, why=why, candidacy=threads[0], person=person)
    keys = {two.key for one in people for two in known.at(one.company)} | {
        k for one in people for k in one.concerned
    }
    found = choose(mail, [known.candidacies[key] for key in sorted(keys)])
    if found and found.sure and not any(known.companies[one.company].agency for one in people):
        why = "You wrote it to somebody there."
        return replace(own, why=why, candidacy=found.candidacy, person=person)
    return own


def _is_copy(mail: Mail, letter: Letter, carriers: set[str]) -> bool:
    if letter.message_id:
        return letter.message_id.strip("<>") == mail.identity
    alike = bool({letter.carrier, letter.reader} & carriers) and bare_subject(letter.subject) == bare_subject(
        mail.subject
    )
    return alike and bool(letter.sent_at and mail.at and abs(letter.sent_at - mail.at) <= _SAME_SENDING)


def _bounced(mail: Mail, failed: Bounce, known: Known) -> Verdict:
    """Which letter came back: by its Message-ID, else by the mailbox and the subject."""
    kind: Kind = "automatic" if failed.harmless else "bounce"
    letter, sure = _returned(mail, failed, known)
    if letter is None:
        return Verdict(kind, sure=True, why="It is not about a letter of yours.")
    why = f"Your letter of {letter.sent_at.day} {letter.sent_at:%B}" if letter.sent_at else "Your letter"
    why += " is late" if failed.harmless else " came back"
    if not sure:
        why += ", it seems: the mailbox is the same, the subject is not said"
    reason = "" if failed.harmless else failed.reason
    return Verdict(kind, sure, f"{why}.", letter.candidacy, letter.carrier, letter.key, reason=reason)


def _returned(mail: Mail, failed: Bounce, known: Known) -> tuple[Letter | None, bool]:
    ids = set(failed.message_ids)
    by_id = next((one for one in known.letters if one.message_id and one.message_id.strip("<>") in ids), None)
    if by_id:
        return by_id, True
    carriers = {one.key for one in known.people.values() if one.emails & set(failed.recipients)}
    to_them = [one for one in known.letters if one.carrier in carriers and _lately(mail, one)]
    by_subject = [one for one in to_them if bare_subject(one.subject) == bare_subject(failed.subject)]
    if by_subject:
        return by_subject[-1], True
    # Another message to the same mailbox may have come back, not the letter.
    return (to_them[-1], False) if to_them and not failed.subject else (None, False)


def _lately(mail: Mail, letter: Letter) -> bool:
    if mail.at is None or letter.sent_at is None:
        return True
    return dt.timedelta(hours=-1) <= mail.at - letter.sent_at <= _COMES_BACK
