"""The lines above a letter that goes through an agency recruiter: what it is, and the request to pass it on.

Pure. The letter below them is the reader's and says nothing of the way it came.
"""

from __future__ import annotations

from letters.drafting.form import addressed
from letters.material import Person

RULE = "* * *"
# One for each kind of letter, so that a second request is not the first again.
_ASKS = {
    "thank_you": "Below is my thank-you to {who}. Would you pass it on, please? Thank you for arranging it.",
    "nudge": "I have written a few lines to {who}, which you find below. Could you forward them for me?",
    "second_nudge": "One more thought for {who} is below. Would you be so kind as to send it on?",
    "closing": "Below are a few words of thanks to {who}. Please let them have a place in your next message.",
    "free": "Below is a letter to {who}. Would you pass it on, please?",
}


def cover(carrier: str, reader: str, company: str, kind: str, sender: str) -> str:
    """The note to the recruiter, with salutation and first name."""
    ask = _ASKS[kind].format(who=f"{reader} at {company}")
    name = next(iter(sender.split()), "")
    return f"Dear {addressed(Person('', carrier))},\n\n{ask}\n\n{name}".rstrip()


def above(note: str, letter: str) -> str:
    """The note and the letter as one text, with a line between them."""
    return f"{note}\n\n{RULE}\n\n{letter.lstrip()}" if note else letter
