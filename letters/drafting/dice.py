"""Choices that look free and are always the same: drawn from a hash of what the letter is."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Choice = TypeVar("Choice")


class Dice:
    """A row of choices decided by a seed."""

    def __init__(self, *seed: object) -> None:
        self._seed = "|".join(map(str, seed)).encode()
        self._pool: list[int] = []
        self._round = 0

    def below(self, size: int) -> int:
        """A number from 0 to size - 1."""
        if not self._pool:
            block = hashlib.blake2b(self._seed + self._round.to_bytes(4, "big")).digest()
            self._pool = [int.from_bytes(block[at : at + 2], "big") for at in range(0, 64, 2)]
            self._round += 1
        return self._pool.pop() % size

    def one(self, options: Sequence[Choice]) -> Choice:
        """One of several."""
        return options[self.below(len(options))]

    def chance(self, of_ten: int) -> bool:
        """True in that many cases of ten."""
        return self.below(10) < of_ten
