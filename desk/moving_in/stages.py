"""The words in which trackers and people say how far a candidacy has come, in ours.

Pure. A word that says how it stands rather than how far it came, such as “no response”, moves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from desk.moving_in.folding import plain


@dataclass(frozen=True, slots=True)
class Said:
    """What a word means: a stage, an ending, or neither. `known` is whether it was understood."""

    stage: str = ""
    closed_as: str = ""
    known: bool = True


# English, then German, French, Spanish; written as `plain` leaves them.
_STAGES = {
    "wishlist": "wishlist, wish list, saved, save, bookmarked, bookmark, interested, to apply, not applied,"
    " not applied yet, not yet applied, want to apply, will apply, draft, new, lead, leads, backlog,"
    " considering,"
    " planned, todo, to do, gemerkt, merkliste, interessant, geplant, vorgemerkt, noch nicht beworben,"
    " a postuler, favori, favoris, guardado, guardada, por aplicar, interesado",
    "applied": "applied, apply, applying, application, application sent, application submitted, submitted,"
    " sent,"
    " in review, under review, application received, received, viewed, application viewed, pending, waiting,"
    " awaiting response, in progress, active, open, beworben, bewerbung verschickt, bewerbung gesendet,"
    " gesendet,"
    " abgeschickt, verschickt, eingereicht, eingangsbestatigung, in bearbeitung, offen, postule,"
    " candidature envoyee,"
    " envoye, envoyee, en attente, en cours, aplicado, enviado, enviada, postulado, en proceso,"
    " candidatura enviada",
    "screening": "screening, screen, phone screen, phone screening, phone call, recruiter screen,"
    " recruiter call,"
    " recruiter screening, hr screen, hr screening, hr call, hr interview, initial screen, initial call,"
    " intro call,"
    " first call, screening call, phone interview, telephone interview, contacted, telefoninterview,"
    " telefongesprach, erstgesprach, vorauswahl, entretien telephonique, preselection, preseleccion,"
    " entrevista telefonica, filtro telefonico",
    "assessment": "assessment, test, task, take home, takehome, take home test, take home assignment,"
    " assignment,"
    " coding challenge, code challenge, coding test, challenge, online assessment, oa, technical test,"
    " technical assessment, technical task, case study, probeaufgabe, aufgabe, fallstudie, testaufgabe,"
    " test technique, prueba, prueba tecnica, evaluacion",
    "interview": "interview, interviewing, interviews, interviewed, first interview, second interview,"
    " third interview, 1st interview, 2nd interview, 3rd interview, technical interview, technical screen,"
    " onsite,"
    " on site, onsite interview, on site interview, interview scheduled, scheduled, panel, panel interview,"
    " video interview, hiring manager, hiring manager interview, round 1, round 2, round 3,"
    " vorstellungsgesprach,"
    " gesprach, zweitgesprach, im gesprach, einladung, eingeladen, entretien, entretiens, entrevista,"
    " entrevistas,"
    " entrevistado",
    "final": "final, final round, final interview, final stage, last round, endrunde, letzte runde,"
    " dernier entretien, entretien final, entrevista final, ronda final",
    "references": "references, reference, reference check, reference checks, references check,"
    " background check,"
    " referenzen, referencias, prise de references",
    "offer": "offer, offers, offered, offer received, offer extended, offer stage, negotiating, negotiation,"
    " negotiations, angebot, angebot erhalten, vertragsangebot, zusage, offre, offre recue, oferta,"
    " oferta recibida, job offer",
}
_ENDINGS = {
    "accepted": "accepted, offer accepted, accepted offer, hired, signed, offer signed, got the job,"
    " angenommen,"
    " angebot angenommen, zugesagt, eingestellt, acceptee, accepte, offre acceptee, embauche, aceptado,"
    " aceptada,"
    " oferta aceptada, contratado, contratada",
    "declined": "declined, offer declined, i declined, declined offer, turned down, rejected by me,"
    " angebot abgelehnt, selbst abgesagt, offre declinee, offre refusee, oferta rechazada, decline",
    "rejected": "rejected, reject, rejection, not selected, no longer considered,"
    " no longer under consideration,"
    " not moving forward, unsuccessful, denied, refused, position filled, they said no, abgelehnt, absage,"
    " abgesagt, absage erhalten, refus, refuse, refusee, rejete, rejetee, rechazado, rechazada, descartado,"
    " descartada, no seleccionado",
    "withdrawn": "withdrawn, withdrew, withdraw, i withdrew, zuruckgezogen, bewerbung zuruckgezogen, retire,"
    " retiree, desiste, retirado, retirada",
    "laid_to_rest": "archived, archive, closed, laid to rest, inactive, expired, job closed, dropped,"
    " abandoned,"
    " archiviert, geschlossen, erledigt, archivee, ferme, fermee, archivado, archivada, cerrado, cerrada",
}
_STANDING = (
    "ghosted, no response, no reply, no answer, never heard back, stale, silent, on hold, paused, follow up,"
    " followed up, keine antwort, keine ruckmeldung, nachgefasst, sans reponse, pas de reponse, relance,"
    " sin respuesta, en pausa, other, unknown"
)


def _phrases(line: str) -> list[str]:
    return [phrase.strip() for phrase in line.split(",")]


_KNOWN = {
    **{phrase: Said(stage=stage) for stage, line in _STAGES.items() for phrase in _phrases(line)},
    **{phrase: Said(closed_as=ending) for ending, line in _ENDINGS.items() for phrase in _phrases(line)},
    **dict.fromkeys(_phrases(_STANDING), Said(known=False)),
}
ORDER = tuple(_STAGES)


@cache
def said(word: str) -> Said:
    """What the word says; `known` is False where it moves nothing, and then it is worth a note."""
    words = plain(word)
    if words in _KNOWN:
        return _KNOWN[words]
    # “3. Phone Screen (HR)”, “Rejected - no visa”: the longest known phrase in it, of equals the first.
    parts = words.split()
    if len(parts) > 8:
        return Said(known=False)
    spans = sorted(
        ((start, end) for start in range(len(parts)) for end in range(start + 1, len(parts) + 1)),
        key=lambda span: (span[0] - span[1], span[0]),
    )
    found = (" ".join(parts[start:end]) for start, end in spans)
    return next((_KNOWN[phrase] for phrase in found if phrase in _KNOWN), Said(known=False))


def is_further(stage: str, than: str) -> bool:
    """Whether a stage comes after another."""
    return stage in ORDER and (than not in ORDER or ORDER.index(stage) > ORDER.index(than))
