"""How long a search takes among 200,000 notes, by what is asked: the look-up alone, the page, the palette.

Run as `python -m bench.searching`; prints a table. It seeds AFTERWORD_HOME, or the server that
DATABASE_URL names, where there is nothing yet: words as frequent as in English, some everywhere, most rare.
"""

from __future__ import annotations

import os
import statistics
import time
from functools import partial
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOTES, CANDIDACIES, BATCH = 200_000, 2_000, 5_000
TIMES = 25
KNOWN, MOST = 60_000, 36
# By how often the word comes in English; the last word typed may always be the beginning of another.
ASKED = {
    "a word that is everywhere": "the ",
    "the same, still being typed": "the",
    "a frequent word": "end",
    "a middling word": "entrance",
    "a rare word": "yearning",
    "two words, the first everywhere": "the entrance",
    "two middling words": "slow entrance",
    "three words, all everywhere": "and the you",
    "a phrase of words that are everywhere": '"of the"',
    "a phrase of two short words": '"in a"',
    "a phrase that comes rarely": '"and the slow"',
    "a phrase that is nowhere": '"slow entrance horseshoe"',
    "two letters": "th",
    "two rarer letters": "qu",
    "four letters": "hors",
    "four frequent letters": "thin",
    "a word with an accent": "Wójcik",
    "nothing": "zzyzx",
}


def seed() -> None:
    """Write a search with 200,000 notes, and have it indexed."""
    from bench import seeding
    from desk.search import catch_up
    from interviews.models import Interviewer, Note

    seeding.fill(CANDIDACIES, seeding.epoch())
    seats = Interviewer.objects.values_list("pk", flat=True)
    told = _texts(Random(1))
    missing = NOTES - Note.objects.count()
    rows = (
        Note(interviewer_id=seats[0] + n % len(seats), kind="fact", text=next(told)) for n in range(missing)
    )
    Note.objects.bulk_create(rows, batch_size=BATCH)
    catch_up()


def _texts(random: Random) -> Iterator[str]:
    from spellchecker import SpellChecker

    frequent = sorted(SpellChecker().word_frequency.items(), key=lambda item: (-item[1], item[0]))[:KNOWN]
    known, weights = [word for word, _ in frequent], list(accumulate(times for _, times in frequent))
    while True:
        said = random.choices(known, cum_weights=weights, k=random.randint(6, MOST))
        if random.randrange(200) == 0:
            said[0] = "Wójcik"
        yield f"{' '.join(said).capitalize()}."


def median_ms(work: Callable[[], object], times: int = TIMES) -> float:
    """The middle of some times, after two that do not count."""
    taken = []
    for _ in range(times + 2):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken[2:])


def measured() -> Iterator[tuple[str, str, list[float]]]:
    """What is asked, and the milliseconds of `find`, of the page and of the palette."""
    from desk.search import find

    page, palette = _asks("/search/"), _asks("/palette/")
    for what, typed in ASKED.items():
        ways = (find, page, palette)
        yield what, typed, [median_ms(partial(way, typed)) for way in ways]


def _asks(path: str) -> Callable[[str], Any]:
    from django.conf import settings
    from django.test import Client

    from desk import tickets

    sent = {"host": f"localhost:{settings.PORT}", "sec-fetch-site": "same-origin"}
    browser = Client(headers=sent | ({"hx-request": "true"} if path == "/palette/" else {}))
    browser.cookies[settings.SIGN_IN_COOKIE] = tickets.sessions(settings.AFTERWORD_HOME).issue()
    return lambda typed: browser.get(path, {"q": typed})


def main() -> None:
    """Seed where there is nothing yet, and print what was found."""
    os.environ.setdefault("AFTERWORD_PORT", "8765")
    from config import commands, opening

    opening.set_up()
    from interviews.models import Note

    if not Note.objects.exists():
        seed()
    print(f"{'asked':42}{'find, ms':>10}{'page, ms':>10}{'palette, ms':>13}")
    for what, typed, taken in measured():
        print(f"{what + ': ' + typed:42}" + "{:10.1f}{:10.1f}{:13.1f}".format(*taken), flush=True)
    commands.let_go()


if __name__ == "__main__":
    main()
