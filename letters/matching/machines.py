"""Whether a machine wrote: automatic replies, receipts, newsletters and job alerts.

Pure. What a server says in its headers (RFC 3834, RFC 2369, RFC 2919) comes first; words only where it says
nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letters.matching.sentences import folded

if TYPE_CHECKING:
    from letters.matching.mail import Mail

_AWAY = re.compile(
    r"^(?:\[?(?:auto|external|extern)\]?:? ?)?(?:"
    r"(?:automatic|auto|automated)[ -]?(?:reply|response|answer)|autoreply|autoresponder"
    r"|out of (?:the )?office|ooo\b|away from (?:the office|my desk)"
    r"|(?:on )?(?:annual|parental|maternity|paternity|sick) leave|on holiday|vacation (?:reply|response)"
    r"|automatische (?:antwort|ruckmeldung)|abwesenheit\w*|abwesend|nicht im (?:buro|haus)|autoantwort"
    r"|reponse automatique|absence du bureau|absente? (?:du|jusqu)|message d'absence"
    r"|respuesta automatica|fuera de (?:la )?oficina|ausente"
    r"|risposta automatica|fuori (?:ufficio|sede)|assenza"
    r"|automatisch antwoord|afwezig\w*|niet aanwezig"
    r"|resposta automatica|fora do escritorio|ausencia"
    r"|automatyczna odpowiedz|odpowiedz automatyczna|poza biurem|nieobecnosc"
    r"|autosvar|automatiskt? svar|franvaro\w*|fravaer\w*|ikke pa kontoret"
    r"|automaattinen vastaus|poissa|automaticka odpoved|otomatik yanit|automatikus valasz|raspuns automat"
    r"|自動返信|自动回复"
    r")"
)
_RECEIVED = re.compile(
    r"\b(?:have|has|we) (?:now |safely )?received your (?:application|cv|message|enquiry|email|details"
    r"|resume)|\bapplication (?:has been |was )?received\b"
    r"|\breceipt of your application|\bapplication (?:received|confirmation|submitted)\b"
    r"|\bwas successfully submitted\b|\bthank you for applying\b"
    r"|\bthanks for applying\b|\beingangsbestatigung\b|\bbewerbung (?:ist "
    r"|erfolgreich )?(?:bei uns )?(?:eingegangen|erhalten)|\bden eingang (?:ihrer|deiner) bewerbung"
    r"|\bbien recu (?:votre|ta) candidature|\baccuse de reception|\bhemos recibido (?:tu|su)"
    r"|\bricevuto la (?:sua|tua) candidatura"
    r"|\bontvangstbevestiging|\b(?:je|uw|jouw) sollicitatie (?:goed )?(?:is )?(?:ontvangen|binnengekomen)"
    r"|\botrzymalismy (?:twoja|pani|pana)|\brecebemos a (?:sua|tua)"
    r"|\btagit emot din ansokan|\bmodtaget din ansogning"
)
_DO_NOT_REPLY = re.compile(
    r"\b(?:do not|don't|please do not) (?:reply|respond) to this|\bautomated (?:message|email|response)"
    r"|\bautomatically generated|\bautomatisch (?:erstellt|generiert|verschickt)"
    r"|\bne pas repondre|\bmessage automatique|\bno responda a este|\bmensaje automatico"
    r"|\bniet beantwoorden|\bnon rispondere|\bnao responda|\bunmonitored (?:mailbox|inbox)"
)
_NOBODY = re.compile(
    r"^(?:no[._-]?reply|do[._-]?not[._-]?reply|nepasrepondre|ne[._-]pas[._-]repondre|noresponder"
    r"|notifications?|notify|mailer|alerts?|jobalerts?|jobs-noreply|system|bounce|automated|robot|donotreply)"
)
_OFFICE = re.compile(
    r"^(?:info|jobs?|careers?|karriere|bewerbung|recruit\w*|talent\w*|hr|people|hiring|work|team|hello"
    r"|contact|kontakt|applications?|rh|recrutement|personal|emplois?)\b"
)
_ALERT = re.compile(
    r"\bjob ?alerts?\b|\bnew jobs? (?:for|matching|near|in)\b|\b\d+\+? (?:new |neue |nouvelles? |nuevas? "
    r"|nieuwe )?(?:jobs|offres|ofertas|vacatures|stellen|stellenangebote|offerte)\b"
    r"|\bjobs? (?:you (?:may|might) like|recommended|picked|for you)\b|\brecommended jobs\b|\bneue (?:jobs"
    r"|stellen)\b|\bnouvelles offres\b|\bjobempfehlung|\bis hiring\b|\balerte emploi"
)
_UNSUBSCRIBE = re.compile(
    r"\bunsubscribe\b|\bview (?:this (?:email|message) )?in (?:your )?browser"
    r"|\bmanage (?:your )?(?:preferences|subscription|alerts)|\babmelden\b|\babbestellen\b|\bnewsletter\b"
    r"|\bse desabonner|\bdesinscri|\bdarse de baja|\bcancelar (?:la |tu )?suscripcion|\bafmelden\b"
    r"|\bdisiscriv|\bcancelar subscricao|\bwypisz\b|\bavregistrera"
)
_BULK = frozenset({"bulk", "list", "junk"})
_PROGRAMS = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-mail-autoreply", "x-auto-reply-from")


def answers_by_itself(mail: Mail) -> bool:
    """Whether the headers, or a subject that only machines write, say that nobody wrote this."""
    submitted = mail.header("auto-submitted").partition(";")[0].strip().casefold()
    if submitted not in ("", "no"):
        return True
    if mail.header("precedence").strip().casefold() in ("auto_reply", "auto-reply"):
        return True
    if any(mail.header(name).strip().casefold() not in ("", "no") for name in _PROGRAMS):
        return True
    return is_away(mail) or mail.report_type == "disposition-notification"


def is_away(mail: Mail) -> bool:
    """Whether the subject is that of an automatic reply, in one of many languages."""
    return bool(_AWAY.match(folded(mail.subject)))


def acknowledges(mail: Mail) -> bool:
    """Whether it only says that something was received."""
    return bool(_RECEIVED.search(folded(f"{mail.subject}\n{mail.parts.own}")))


def from_nobody(mail: Mail) -> bool:
    """Whether the address, or the text, says that no answer will be read."""
    local = mail.sender.email.partition("@")[0]
    return bool(_NOBODY.match(local) or _DO_NOT_REPLY.search(folded(mail.parts.own)))


def from_an_office(mail: Mail) -> bool:
    """Whether the address is that of a desk, not of a person."""
    return bool(_OFFICE.match(mail.sender.email.partition("@")[0]))


def is_listed(mail: Mail) -> bool:
    """Whether a mailing list or a mass mailer sent it."""
    return bool(
        mail.header("list-id")
        or mail.header("list-post")
        or mail.header("precedence").strip().casefold() in _BULK
    )


def is_mass_mail(mail: Mail) -> bool:
    """Whether it went to many: a list, a way to unsubscribe, an alert about vacancies."""
    if is_listed(mail) or mail.header("list-unsubscribe") or is_alert(mail):
        return True
    return bool(_UNSUBSCRIBE.search(folded(mail.parts.written)))


def is_alert(mail: Mail) -> bool:
    """Whether it is an alert about vacancies."""
    return bool(_ALERT.search(folded(mail.subject)))
