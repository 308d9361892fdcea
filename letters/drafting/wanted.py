"""The question that more than one part of a draft asks me, in the language of the page.

Pure. The letter itself keeps the language of its notes.
"""

from __future__ import annotations

from django.utils.translation import gettext as _


def as_sentence(note: str) -> str:
    """What to ask about a note that was left out because it is none yet."""
    return _("How would “%(note)s” read as a sentence? Then it can go into the letter.") % {"note": note}
