"""What an address asks for, read without trust: a number that is none is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest

# No row has a longer number.
LONGEST_NUMBER = 18


def number_of(request: HttpRequest, name: str) -> int:
    """The number of a row that the address names, as in ?company=3; 0, which is none, for anything else."""
    return number(request.GET.get(name, ""))


def number(text: str) -> int:
    """The number of a row that a text names; 0, which is none, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 0
