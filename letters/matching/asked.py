"""What a human message asks of me, and by when they say they decide.

Pure. Only what the sender wrote counts, never what they quote.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from interviews.days import find_day
from letters.matching.sentences import folded, sentences

if TYPE_CHECKING:
    import datetime as dt

    from letters.matching.known import AddDays

_COURTESY = re.compile(
    r"\b(?:how are you|how's (?:it|everything)|hope (?:you|this|all)|wie geht|comment (?:allez|vas)|que tal"
    r"|como esta|come sta)\b"
)
_NOT_ASKING = re.compile(
    r"\b(?:if you have (?:any|further)|any (?:further )?questions|hesitate|feel free|should you (?:have"
    r"|need)|bear with|in der zwischenzeit|ruckfragen|haben sie (?:noch )?fragen"
    r"|n'hesitez|agreer|ne pas hesiter|no dudes|no dude|non esitare|aarzel niet|do not reply|don't reply"
    r"|please note|please find|please allow)\b"
)
_ASKS = re.compile(
    r"\b(?:please|kindly|could you|can you|would you|we(?:'d| would) need you to|i(?:'d"
    r"| would) ask you to)\b.{0,70}\b(?:send|confirm|let (?:me|us) know|reply|share|provide|complete|fill"
    r"|return|choose"
    r"|pick|book|call|ring|tell|suggest|forward|sign|upload|bring|give|answer|select|say|come|join|look|do)\b"
    r"|\blet (?:me|us) know (?:when|which|what|whether|if (?:you|that|this|it)|your|a time|how|by|the)\b"
    r"|\bsend (?:me|us|over) (?:your|the|a|two|three|some)\b"
    r"|\bbitte\b.{0,80}\b(?:send\w+|schick\w+|bestatig\w+|teil\w+|meld\w+|nenn\w+|geben|antwort\w+|wahl\w+"
    r"|ruf\w+)\b|\b(?:senden|schicken|nennen|bestatigen|geben) sie (?:mir|uns)\b"
    r"|\b(?:merci de|veuillez|pourriez-vous|pouvez-vous|je vous prie de)\b.{0,80}\b(?:confirm\w+|envoy\w+"
    r"|indiqu\w+|transmet\w+|repond\w+|dire|communiqu\w+|choisir|appel\w+|faire)\b"
    r"|\b(?:por favor|podria|puedes|puede)\b.{0,60}\b(?:confirm\w+|envi\w+|indic\w+|decir\w*|respond\w+)"
    r"|\b(?:potrebbe|puo|la prego di)\b.{0,60}\b(?:conferm\w+|invi\w+|indic\w+|dir\w+)"
    r"|\b(?:kun je|kunt u|graag)\b.{0,60}\b(?:laten weten|sturen|bevestig\w+|doorgeven)"
)
# What they will do by a day …
_DECIDES = re.compile(
    r"\b(?:decid\w+|decision\w*|let (?:you|everyone|all) know|hear (?:back )?from (?:us|me|him|her|them)"
    r"|be in touch|in touch (?:with you )?(?:by|before|on|within|no)|(?:get|come|be|getting"
    r"|coming) back to (?:you|everyone)"
    r"|update you|an? (?:update|answer|outcome|verdict|yes or (?:a )?no)|outcome|next steps|feedback"
    r"|contact you|write to you|call you|deliberat\w+|conclude|final(?:is|iz)e|sign(?:ed)? off"
    r"|make up our minds?|hope to (?:know|have)|expect to (?:know|have))\b"
    r"|\bentscheid\w*|\bentschieden\b|\bmelden (?:wir )?(?:uns|mich)\b|\b(?:wir|ich) (?:uns|mich|werden uns"
    r"|werde mich)\b|\bbescheid\b|\bruckmeldung\b|\bvon (?:uns|mir) horen\b|\bnachricht\b"
    r"|\b(?:decision|decider\w*|reviendr\w+|revien\w+|recontact\w+|recontacter\w*|retour|reponse"
    r"|tenir au courant|tiendrai\w*|tiendrons)\b"
    r"|\b(?:decisi\w+|contactaremos|noticias|ricontatt\w+|faremo sapere|beslis\w*|besluit\w*|laten weten"
    r"|horen van ons)\b"
)
# … and what they want from me by a day.
_MINE = re.compile(
    r"\b(?:let (?:us|me) know|hear (?:back )?from you|get back to (?:us|me)|your (?:decision|answer|reply"
    r"|response|availability|feedback)|(?:please|kindly) (?:reply|respond|answer|confirm|send|let)|reply by"
    r"|respond by|come back to (?:us|me)"
    r"|start (?:on|date|in)|lassen sie (?:uns|mich)|ihre (?:antwort|ruckmeldung|entscheidung)"
    r"|ihrer (?:antwort|ruckmeldung)|bitte (?:melden|geben|antworten|senden)|votre (?:reponse|retour"
    r"|decision)|tu respuesta|su respuesta|uw reactie)\b"
)
_AND_THEN = re.compile(
    r"\b(?:but|rather than|instead|now|aber|sondern|mais|plutôt|or at the latest|spätestens)\b", re.IGNORECASE
)


def needs_reply(text: str) -> bool:
    """Whether somebody asks me something: a question, or something to send, say or choose."""
    return any(_asks(one) for one in sentences(text))


def _asks(sentence: str) -> bool:
    said = folded(sentence)
    if _COURTESY.search(said) or _NOT_ASKING.search(said):
        return False
    return "?" in re.sub(r"https?://\S+", "", sentence) or bool(_ASKS.search(said))


def decision_on(text: str, said_on: dt.date, add_days: AddDays | None = None) -> dt.date | None:
    """The day by which they say they decide or write; the last one named where there are several."""
    found = (
        _day(one, said_on, add_days)
        for one in sentences(text)
        if _DECIDES.search(folded(one)) and not _MINE.search(folded(one))
    )
    return next((day for day in reversed([one for one in found if one])), None)


def _day(sentence: str, said_on: dt.date, add_days: AddDays | None) -> dt.date | None:
    """A sentence that takes a day back names the new one last."""
    for piece in reversed(_AND_THEN.split(sentence)):
        day = find_day(piece, said_on, add_days)
        if day:
            return day.day
    return None
