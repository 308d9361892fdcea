"""What the columns of a table mean, by their headings, in English, German, French and Spanish.

Pure.
"""

from __future__ import annotations

import re
from functools import cache

from desk.moving_in.folding import plain

IGNORED = "ignored"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The meanings a column can have, in the order in which they are offered, with the headings for each.
_HEADINGS = {
    "company": "company, company name, employer, organisation, organization, firm, business, hiring company,"
    " company employer, client, account, unternehmen, firma, arbeitgeber, firmenname, entreprise, societe,"
    " employeur, nom de l entreprise, empresa, compania, empleador, nombre de la empresa, org",
    "role": "role, title, job title, position, position title, job, job position, role title, job name,"
    " job role,"
    " vacancy, opening, designation, position applied for, role name, stelle, position titel,"
    " berufsbezeichnung,"
    " stellenbezeichnung, jobtitel, stellentitel, beruf, poste, intitule, intitule du poste, titre,"
    " titre du poste, fonction, puesto, cargo, vacante, posicion, titulo, nombre del puesto",
    "stage": "status, stage, application status, current status, state, list, list name, pipeline stage,"
    " current stage, progress, phase, job status, stand, bewerbungsstatus, statut, etape, avancement, estado,"
    " etapa, fase, board, column, step",
    "applied_on": "applied, applied on, applied date, date applied, application date, applied at,"
    " date of application,"
    " date submitted, submitted on, submission date, submitted, date sent, sent on, apply date, date,"
    " beworben am, bewerbungsdatum, bewerbung am, bewerbung vom, datum, gesendet am, date de candidature,"
    " date candidature, postule le, envoye le, date d envoi, fecha de aplicacion, fecha de solicitud, fecha,"
    " fecha de postulacion, fecha aplicacion, aplicado el, enviado el",
    "closed_on": "status date, closed on, date closed, rejected on, rejection date, date rejected,"
    " date archived,"
    " archived at, archived on, end date, outcome date, absage am, abgesagt am, absagedatum, refus le,"
    " date de refus, fecha de rechazo",
    "last_in": "last heard, last response, response date, date of response, heard back, reply date,"
    " last reply,"
    " replied on, last contact from them, responded on, last heard from, antwort am, letzte antwort,"
    " ruckmeldung am, ruckmeldung, reponse le, date de reponse, fecha de respuesta, ultima respuesta",
    "last_out": "last contact, last contacted, followed up, followed up on, last follow up, follow up sent,"
    " contacted on, last outreach, nachgefasst am, letzter kontakt, relance le, relance, date de relance,"
    " ultimo contacto, seguimiento",
    "interview_on": "interview, interview date, interview on, first interview, date of interview,"
    " interview at,"
    " next interview, interviewed on, vorstellungsgesprach, gesprach am, interview am, interviewtermin,"
    " date d entretien, entretien le, entretien, fecha de entrevista, entrevista",
    "decision_on": "decision date, decision by, decide by, decision, decision expected, entscheidung am,"
    " entscheidung bis, date de decision, fecha de decision",
    "location": "location, city, place, where, job location, office, town, ort, standort, arbeitsort,"
    " stadt, lieu,"
    " ville, localisation, ubicacion, ciudad, lugar, localidad",
    "posting_url": "url, link, job url, job link, posting url, posting link, job posting, job posting url,"
    " posting,"
    " application link, apply link, application url, listing, job ad, advert, jd link, link to job,"
    " website link,"
    " stellenanzeige, anzeige, link zur stelle, annonce, lien, lien annonce, offre, lien de l offre, enlace,"
    " enlace de la oferta, oferta",
    "source": "source, job source, found on, found via, found through, where found, how found, channel,"
    " platform,"
    " job board, site, via, applied via, applied through, portal, quelle, gefunden uber, jobborse, plattform,"
    " fuente, origen, plataforma, trouve via, plateforme, referral source",
    "pay": "pay, salary, compensation, salary range, pay range, wage, rate, base salary, expected salary,"
    " min salary,"
    " max salary, gehalt, gehaltswunsch, gehaltsspanne, lohn, vergutung, salaire, remuneration, salario,"
    " sueldo",
    "person": "contact, contact name, contact person, recruiter, recruiter name, hiring manager, person,"
    " interviewer,"
    " interviewers, contacts, point of contact, poc, ansprechpartner, ansprechperson, kontakt, kontaktperson,"
    " ansprechpartnerin, personne de contact, interlocuteur, recruteur, contacto, persona de contacto,"
    " reclutador",
    "person_email": "contact email, email, e mail, contact e mail, email address, recruiter email,"
    " contact info,"
    " e mail adresse, courriel, adresse e mail, correo, correo electronico, mail",
    "person_phone": "contact phone, phone, phone number, contact phone number, telephone, tel, mobile,"
    " telefon,"
    " telefonnummer, handy, numero de telephone, telefono, movil",
    "person_title": "contact title, contact role, recruiter title, contact position, title of contact,"
    " funktion ansprechpartner",
    "person_link": "contact linkedin, linkedin, contact link, recruiter linkedin, linkedin profile",
    "notes": "notes, note, comments, comment, remarks, description notes, details, additional notes,"
    " my notes,"
    " feedback, next step, next steps, next action, to do, todo, notizen, notiz, bemerkung, bemerkungen,"
    " kommentar,"
    " anmerkung, anmerkungen, nachster schritt, notes et commentaires, commentaires, commentaire, remarques,"
    " notas, comentarios, observaciones, tags, labels, excitement, priority, rating, outcome,"
    " result",
    "posting_text": "job description, description, html description, posting text, jd, jd text,"
    " stellenbeschreibung,"
    " beschreibung, description du poste, descripcion, descripcion del puesto",
    "files_sent": "resume, resume name, cv, resume used, cv version, cover letter, documents, files,"
    " files sent,"
    " resume version, lebenslauf, unterlagen, anschreiben, lettre de motivation, curriculum, curriculo",
    "website": "company website, company url, website, homepage, webseite, site web, sitio web, company link",
    "saved_on": "saved date, date saved, created at, created, date added, added on, added, saved on,"
    " saved at,"
    " bookmarked at, bookmarked on, gemerkt am, hinzugefugt am, date d ajout, fecha de guardado",
    IGNORED: "index, id, no, nr, number, row, updated at, last updated, date updated, key, uuid",
}
MEANINGS = tuple(_HEADINGS)
# Besides these, a tracker's own: whether it was applied for, whether and when it was put away.
APPLIED_YES, ARCHIVED, ARCHIVED_ON = "applied_yes", "archived", "archived_on"
DATES = frozenset(
    {
        "applied_on",
        "closed_on",
        "last_in",
        "last_out",
        "interview_on",
        "decision_on",
        "saved_on",
        "archived_on",
    }
)
# Headings that need not be told again above what they hold.
NOTES = frozenset(
    [
        "notes",
        "note",
        "comments",
        "comment",
        "remarks",
        "details",
        "notizen",
        "notiz",
        "bemerkung",
        "bemerkungen",
        "kommentar",
        "anmerkung",
        "anmerkungen",
        "commentaires",
        "commentaire",
        "remarques",
        "notas",
        "comentarios",
        "observaciones",
    ]
)
# May stand over several columns: what they hold is joined.
JOINED = frozenset({"notes", "files_sent", "posting_text", "person", "pay", "source", IGNORED})
_KNOWN: dict[str, str] = {}
for _meaning, _line in _HEADINGS.items():
    for _heading in _line.split(","):
        _KNOWN.setdefault(_heading.strip(), _meaning)
_FILLING = frozenset(
    [
        "the",
        "my",
        "of",
        "a",
        "an",
        "der",
        "die",
        "das",
        "le",
        "la",
        "les",
        "el",
        "los",
        "las",
        "du",
        "de",
        "des",
    ]
)


@cache
def meaning_of(heading: str) -> str:
    """What a heading means; empty where that is not known."""
    for words in _readings(heading):
        if words in _KNOWN:
            return _KNOWN[words]
    return ""


def _readings(heading: str) -> list[str]:
    """The heading whole, without what is in brackets, each side of a slash, without little words."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading)
    found = [plain(heading), plain(bare), *(plain(part) for part in re.split(r"[/|:;,\n]| - ", bare))]
    short = [" ".join(word for word in words.split() if word not in _FILLING) for words in found]
    return [words for words in [*found, *short] if words]


def meanings_of(headings: list[str], known: dict[str, str] | None = None) -> list[str]:
    """The meaning of each column, empty where it is not known; no meaning twice but where it can be joined.

    `known` are the meanings that a tracker gives to its own headings, by the plain heading.
    """
    found: list[str] = []
    for heading in headings:
        meaning = (known or {}).get(plain(heading)) or meaning_of(heading)
        found.append("" if meaning in found and meaning not in JOINED else meaning)
    return found
