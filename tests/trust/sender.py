"""Writes letters and sends them through the product’s own outbox until it is ended.

A program of its own: `python -m tests.trust.sender NAME`, with AFTERWORD_HOME set. It presses Send again for
what it finds back in the drafts, as a person would. Each line it prints is the number of a letter it queued.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import threading
import time

AT_ONCE = 3


def main(name: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    import django

    django.setup()
    from candidacy.models import Candidacy, Person
    from letters import outbox
    from letters.models import Leaving, Letter, Outgoing

    outbox.TAKE_BACK = dt.timedelta(0)
    threading.Thread(target=outbox.look_after, args=[threading.Event()], daemon=True).start()
    candidacy = Candidacy.objects.get(company__name="Pocketwell")
    reader = Person.objects.get(name="Maya Whitlock")
    n = 0
    while True:
        # What an earlier program left is put right first, by the outbox itself.
        if Outgoing.objects.filter(state__in=(Leaving.QUEUED, Leaving.SENDING)).count() >= AT_ONCE:
            time.sleep(0.002)
            continue
        letter = Letter.objects.drafts().filter(sendings__state=Leaving.REFUSED).first()
        if letter is None:
            letter = Letter.objects.create(
                candidacy=candidacy, to=reader, subject=f"{name} {n}", body="Dear Maya,"
            )
        outbox.queue(letter, f"{name} {n}", reader.email, [])
        os.write(1, f"{n}\n".encode())
        n += 1


if __name__ == "__main__":
    main(sys.argv[1])
