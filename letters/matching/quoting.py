"""What the sender wrote, apart from what they quote, forward, and sign with.

Pure. A date or a question in what is quoted was said by somebody else at another time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WROTE = re.compile(
    r"^\s*(?:on|am|le|el|il|op|w dniu|em|den|d\.|dne|a|il giorno|geschreven)\b.{4,200}"
    r"(?:wrote|schrieb\b.{0,80}|a écrit|escribió|ha scritto|schreef\b.{0,80}|pisze|napisał\w*|escreveu"
    r"|skrev\b.{0,80}|napsal\w*)\s*:?\s*$",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"^\s*[-_]{2,}\s*(?:original message|original appointment|ursprüngliche nachricht|originalnachricht"
    r"|message d['’]origine"
    r"|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original|wiadomość oryginalna"
    r"|ursprungligt meddelande|oprindelig meddelelse|reply message)",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"^\s*(?:[-_]{2,}\s*(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado"
    r"|messaggio inoltrato|doorgestuurd bericht|mensagem encaminhada)|begin forwarded message\s*:"
    r"|anfang der weitergeleiteten)",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^\s*\*?(?:from|von|de|da|van|od|från|fra|sent|gesendet|envoyé|enviado|inviato|verzonden|wysłano"
    r"|skickat|date|datum|fecha|data"
    r"|to|an|à|para|a|aan|do|till|til|subject|betreff|objet|asunto|oggetto|onderwerp|assunto|temat|ämne"
    r"|emne)\s?\*?\s?:\*?\s+\S",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^--\s?$")
# Header lines in a row that are the head of a quoted message.
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Parts:
    """The three parts of a text."""

    own: str
    signature: str = ""
    quoted: str = ""
    forwarded: bool = False

    @property
    def written(self) -> str:
        """What the sender wrote, with the signature."""
        return f"{self.own}\n{self.signature}".strip()


def parts(text: str) -> Parts:
    """The text in its parts."""
    lines = text.splitlines()
    own: list[str] = []
    quoted: list[str] = []
    forwarded = False
    for at, line in enumerate(lines):
        if line.lstrip().startswith((">", "|>")):
            quoted.append(line.lstrip(">| "))
        elif _FORWARDED.match(line) or _ORIGINAL.match(line) or _is_head(lines, at):
            forwarded = bool(_FORWARDED.match(line))
            quoted += lines[at:]
            break
        elif wrote := _attribution(lines, at):
            if not any(one.lstrip().startswith(">") for one in lines[at + wrote : at + wrote + 3]):
                quoted += lines[at:]
                break
        else:
            own.append(line)
    return _signed(_without_attributions(own), quoted, forwarded=forwarded)


def _attribution(lines: list[str], at: int) -> int:
    """How many lines “On Monday Ruth wrote:” takes here: none, one, or two where it was broken."""
    if _WROTE.match(lines[at]):
        return 1
    both = " ".join(lines[at : at + 2])
    broken = len(lines) > at + 1 and lines[at].strip() and lines[at + 1].strip()
    return 2 if broken and len(lines[at]) > 30 and _WROTE.match(both) else 0


def _without_attributions(own: list[str]) -> list[str]:
    """The rest of an attribution that was broken over two lines says nothing."""
    ending = re.compile(
        r"^\s*\S{0,80}\s*(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef)\s*:\s*$", re.IGNORECASE
    )
    return [line for line in own if not ending.match(line)]


def _is_head(lines: list[str], at: int) -> bool:
    """Whether the head of another message begins here: From, Sent, To in three lines running."""
    following = [line for line in lines[at : at + 6] if line.strip()]
    return bool(_HEAD.match(lines[at])) and sum(bool(_HEAD.match(one)) for one in following[:5]) >= _ENOUGH


def _signed(own: list[str], quoted: list[str], *, forwarded: bool) -> Parts:
    at = next((n for n, line in enumerate(own) if _SIGNED.match(line)), len(own))
    return Parts(
        own="\n".join(own[:at]).strip(),
        signature="\n".join(own[at + 1 :]).strip(),
        quoted="\n".join(quoted).strip(),
        forwarded=forwarded,
    )
