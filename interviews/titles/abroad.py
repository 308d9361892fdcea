"""The main words of German, French, Spanish and Dutch titles; others are asked. Pure data like `english`."""

from __future__ import annotations

from interviews.titles.roles import (
    BOARD,
    CHIEF,
    DIRECTOR,
    HEAD,
    MANAGER,
    PARTNER,
    SENIOR,
    SPECIALIST,
    either,
    end,
    one_of,
    whole,
)

# Leiter, Leiterin, Leitung.
_LEIT = r"leit(?:er(?:in)?|ung)"
_MANAGEMENT = r"gesch(?:a|ae)fts(?:leitung|f(?:u|ue)hrung)"
_TRADE = one_of(
    "sachbearbeiter(?:in)? \\w*mitarbeiter(?:in)? \\w*berater(?:in)? \\w*entwickler(?:in)?"
    " \\w*ingenieur(?:in|e)? \\w*buchhalter(?:in)? \\w*referent(?:in)? \\w*lehrer(?:in)?"
    " \\w{3,}manager(?:in)?"
    " \\w*medewerker \\w*adviseur verpleegkundige docent onderzoeker \\w*ontwikkelaar"
    " boekhouder"
    " analyste conseill(?:er|ere) comptable developpeu(?:r|se) gestionnaire infirmiere? avocate?"
    " redact(?:eur|rice)"
    " enseignante? chargee?(?=\\sd) analista especialista consultora? tecnic[oa] ingenier[oa] desarrolladora?"
    " enfermer[oa]"
    " medic[oa] abogad[oa] comercial profesora? coordinadora? administrativ[oa]"
)

# Adjectives of a director that are trades by themselves.
_SPANISH = one_of("comercial tecnico medico administrativo")

SUPPORT = (
    either(10, "an intern or trainee", r"praktikant(?:in)?|werkstudent(?:in)?|praktikum|stagiaire?"),
    end(
        10,
        "reception",
        r"rezeptionist(?:in)?|empfang\w*|receptionniste|receptioniste|recepcionista|hotesse d'accueil|agent"
        r" d'accueil"
        r"|standardiste",
        "reception",
    ),
    end(
        10,
        "an intern or trainee",
        r"auszubildende[rn]?|azubi|alternante?|apprentie?"
        r"|becari[oa]"
        r"|practicante",
    ),
    end(
        12,
        "an assistant",
        r"\w*assistent(?:in|e)?|\w*assistenz|assistante|asistente|directiesecretaresse|\w*secretaresse|secretaire|secretari[oa]"
        r"|\w*sekretar(?:in)?",
        "assistant",
    ),
    whole(
        12,
        "an assistant",
        r"(?:assistante|asistente|assistentin)(?! .*(?:manager|direct))(?: \S+){1,3}",
        "assistant",
    ),
)

SEATS = (
    end(
        BOARD,
        "a seat on the board",
        r"aufsichtsrat\w*|(?:mitglied|vorsitzende[rs]?) des (?:aufsichtsrat\w*|beirat\w*)|beirat"
        r"|(?:(?:lid|voorzitter) (?:van de )?)?raad van (?:commissarissen|toezicht)|commissaris"
        r"|administrat(?:eur|rice)|membre du conseil.*|presidente? du conseil.*|consejer[oa](?! delegad)",
        "board",
    ),
)

HEADS = (
    either(
        HEAD,
        "a chief executive",
        r"pdg|p dg|president(?:e)? direct(?:eur|rice) generale?|directeur general(?! (?:adjoint|delegue))"
        r"|directrice generale(?! (?:adjointe|deleguee))|director general(?! adjunto)|directora general(?!"
        r" adjunta)"
        r"|general director|algemeen directeur|consejer[oa] delegad[oa]|gedelegeerd bestuurder"
        r"|bestuursvoorzitter"
        r"|voorzitter (?:van de )?raad van bestuur|vorstandsvorsitzende[rs]?|vorstandssprecher(?:in)?"
        rf"|(?:vorsitzende[rs]?|sprecher(?:in)?) (?:des vorstand\w*|der {_MANAGEMENT})",
        "executive",
    ),
    either(
        HEAD,
        "a managing director",
        r"\w*gesch(?:a|ae)fts(?:f(?:u|ue)hrer(?:in)?|leiter(?:in)?)|gesch(?:a|ae)ftsf(?:u|ue)hrende[rs]? \S+"
        r"|zaakvoerder",
        "executive",
    ),
    end(
        HEAD,
        "a founder",
        r"(?:mit)?grunder(?:in)?|(?:co ?)?fondat(?:eur|rice)|(?:co ?)?fundadora?|(?:mede ?)?oprichter",
    ),
    end(
        HEAD,
        "an owner",
        r"inhaber(?:in)?|eigentumer(?:in)?|proprietaire|propietari[oa]|duen[oa]|eigenaar|eigenares",
    ),
    either(HEAD, "a managing partner", r"soci[oa] directora?|associee? gerante?"),
    end(HEAD, "a president", r"president[ea]|prasident(?:in)?", "executive"),
    either(70, "a vice president", r"vice president[ea]|vicepresident[ea]|vizeprasident(?:in)?"),
    either(
        CHIEF,
        "a deputy chief executive",
        r"direct(?:eur|rice) generale? (?:adjoint|delegue)e?|dga|directora? general adjunt[oa]"
        r"|subdirectora? general",
    ),
    either(
        CHIEF,
        "a member of the executive board",
        rf"\w*vorstand(?:in)?|vorstandsmitglied|mitglied des vorstand\w*|mitglied der {_MANAGEMENT}"
        r"|(?:lid (?:van de )?)?raad van bestuur|bestuurder",
        "executive",
    ),
    either(56, "a chief of staff", r"(?:chef|directeur|directrice) de cabinet|jef[ea] de gabinete"),
    whole(PARTNER, "a partner", r"soci[oa]|vennoot|partnerin"),
)

DIRECTORS = (
    either(66, "an executive director", r"director ejecutivo|directora ejecutiva"),
    either(
        54,
        "an associate or deputy director",
        r"adjointe? (?:au|du|a la|de la) direct(?:eur|rice)(?: .*)?|subdirectora?|directora? adjunt[oa]"
        r"|directeur adjoint|directrice adjointe|sous direct(?:eur|rice)"
        r"|adjunct directeur",
    ),
    either(HEAD, "a headteacher", rf"schul{_LEIT}|schoolhoofd|proviseure?", "executive"),
    end(SENIOR, "a senior specialist", rf"senior (?:projekt{_LEIT}|projectleider)"),
    either(
        SPECIALIST,
        "a project or product manager",
        rf"projekt(?:{_LEIT}|manager(?:in)?)|projectleider|cheff?e? de (?:projets?|produits?)"
        r"|(?:jef[ea]|gerente|responsable) de (?:proyectos?|productos?)",
    ),
    either(
        38,
        "a team leader",
        rf"(?:team|gruppen|schicht){_LEIT}|teamleid(?:er|ster)|cheff?e? d'equipe|jef[ea] de equipo"
        r"|encargad[oa]|vorarbeiter(?:in)?|supervisora",
    ),
    either(
        MANAGER,
        "a manager of people",
        rf"(?:filial|markt|bau|restaurant|kuchen|standort|werks|betriebs|niederlassungs){_LEIT}"
        rf"|bedrijfsleider"
        r"|leidinggevende",
    ),
    either(70, "a general manager", r"gerente general"),
    either(
        MANAGER,
        "a manager of people",
        r"responsable|jef[ea]|gerente"
        r"|cheff?e? (?:de (?:service|secteur|rayon|bureau|groupe|section|chantier)|des ventes)"
        r"|cheff?e? d'(?:atelier|agence)",
    ),
    either(DIRECTOR, "a head of department", rf"(?!leit\b)\w*{_LEIT}|(?:afdelings)?hoofd"),
    either(
        DIRECTOR,
        "a director",
        rf"\w*direktor(?:in)?|directeur|directrice|directora|drh|daf|dsi|director {_SPANISH}",
    ),
    end(SENIOR, "a senior specialist", rf"senior (?:\S+ ){{0,3}}?{_TRADE}"),
    either(SPECIALIST, "a specialist", _TRADE),
    either(DIRECTOR, "a head of department", r"leitende[rs]? \S+"),
)
