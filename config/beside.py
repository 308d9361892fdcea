"""What runs beside the pages, once the first of them had time to open: it shares their processor."""

from __future__ import annotations

import threading

from config import home, opening

# Seconds that the first page has to itself.
_FIRST_PAGE = 4


class Keeper:
    """What is due daily, and the mail in and out, beside the pages; what is begun comes to its end."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        tasks = [_look_after] if home.is_sample() else [_look_after, _watch_mail, _send_mail]
        self._threads = [threading.Thread(target=task, args=[self._stop]) for task in tasks]

    @property
    def begun(self) -> bool:
        return self._threads[0].ident is not None

    def begin(self) -> None:
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> Keeper:
        return self

    def __exit__(self, *_how: object) -> None:
        self._stop.set()
        if self.begun:
            for thread in self._threads:
                thread.join()


def warm_soon() -> threading.Timer:
    """Load what the checks of letters need."""
    timer = threading.Timer(_FIRST_PAGE, _warm)
    # Whoever ends Afterword does not wait for it.
    timer.daemon = True
    timer.start()
    return timer


def _warm() -> None:
    # Not at the top: it takes as long to import as all the rest.
    from letters.warming import warm

    warm()


def _look_after(stop: threading.Event) -> None:
    stop.wait(_FIRST_PAGE)
    # However soon Afterword is ended, a copy that is due is made.
    opening.look_after(stop)


def _watch_mail(stop: threading.Event) -> None:
    if stop.wait(_FIRST_PAGE):
        return
    # Not at the top: what reads mail is loaded beside the first page.
    from letters.watching import watch

    watch(stop)


def _send_mail(stop: threading.Event) -> None:
    # At once: what may have gone out before is asked about on the first page.
    from letters.outbox import look_after

    look_after(stop)
