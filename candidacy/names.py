"""What people are called: the name said in a sentence, and the initials in a circle.

Pure. Nothing is guessed from a name but where the first one ends.
"""

from __future__ import annotations

_HONORIFICS = {
    "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "rev", "revd",
    "ing", "dipl-ing", "herr", "frau", "mme", "mlle", "sra", "dra", "señor", "señora", "dhr", "mevr",
}  # fmt: skip


def _is_honorific(word: str) -> bool:
    return word.casefold().rstrip(".") in _HONORIFICS


def first_name(name: str) -> str:
    """The name as said in a sentence: Helen for Dr Helen Marsh, Dr Marsh where no first name is known."""
    surname, comma, given = name.partition(",")
    words = (f"{given.strip()} {surname.strip()}" if comma and given.strip() else name).split()
    plain = list(words)
    while plain and _is_honorific(plain[0]):
        plain.pop(0)
    if len(plain) < len(words) and len(plain) == 1:
        return " ".join(words)
    if len(plain) > 1 and len(plain[0].rstrip(".")) > 1:
        return plain[0]
    return " ".join(plain or words)


def possessive(name: str) -> str:
    """Whose it is: Tomasz’s, and James’s likewise."""
    return f"{name}’s"


def initials(name: str) -> str:
    """One or two letters of a name: HM for Dr Helen Marsh."""
    words = [word for word in name.replace(",", " ").split() if not _is_honorific(word)] or name.split()
    letters = [next((one for one in word if one.isalnum()), "") for word in words]
    known = [letter for letter in letters if letter]
    return "".join(known[:1] + known[1:][-1:]).upper()
