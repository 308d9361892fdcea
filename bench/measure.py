"""Times the product and the floor in turns, so that whatever else the computer does falls on both."""

from __future__ import annotations

import math
import statistics
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bench.servers import Server

OK = 200
# Asked before anything is timed.
WARM = 3
FEWEST = 5


@dataclass
class Timed:
    """The milliseconds of one page, of the floor asked in turns with it, and what else was seen of it."""

    ours: list[float] = field(default_factory=list)
    floors: list[float] = field(default_factory=list)
    cpu_ms: float = 0.0
    bytes: int = 0

    @property
    def median(self) -> float:
        """Half of the answers came faster."""
        return statistics.median(self.ours)

    @property
    def p99(self) -> float:
        """99 of 100 answers came faster."""
        return percentile(self.ours, 99)

    @property
    def floor(self) -> float:
        """The floor's median in the same minutes."""
        return statistics.median(self.floors)


def percentile(values: list[float], share: int) -> float:
    """The value that so many of a hundred do not exceed, by the nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered) / 100) - 1)]


def in_turns(
    ask: Callable[[], tuple[int, bytes, float]], server: Server, floor: Server, times: int, seconds: float
) -> Timed | None:
    """Ask so often, or as often as fits into the seconds; None where there is no such page."""
    seen = Timed()
    for _ in range(WARM):
        status, body, _ = ask()
        if status != OK:
            return None
        seen.bytes = len(body)
        floor.ask("/")
    until, before = time.monotonic() + seconds, server.cpu_ms()
    while len(seen.ours) < times and (len(seen.ours) < FEWEST or time.monotonic() < until):
        seen.ours.append(ask()[2])
        seen.floors.append(floor.ask("/")[2])
    seen.cpu_ms = (server.cpu_ms() - before) / len(seen.ours)
    return seen


def together(server: Server, clients: int, seconds: float) -> float:
    """How many times a second so many clients at once are shown the first page."""
    answered = [0] * clients
    until = time.monotonic() + seconds

    def go(place: int) -> None:
        mine = type(server)(server.process, server.port, server.link, dict(server.cookies))
        while time.monotonic() < until:
            mine.ask("/")
            answered[place] += 1

    threads = [threading.Thread(target=go, args=[place]) for place in range(clients)]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(answered) / (time.monotonic() - begun)


def parts_of_hundred(taken: Mapping[str, float], most: int | None = None) -> dict[str, int]:
    """How much of all each takes, in parts of a hundred: the largest first, and no more than `most`."""
    whole = sum(taken.values()) or 1
    largest = sorted(taken.items(), key=lambda one: -one[1])[:most]
    return {name: round(100 * part / whole) for name, part in largest}
