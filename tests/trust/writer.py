"""Writes through the product’s own database settings until it is ended, and says what was acknowledged.

Like a page it looks before it writes, in one transaction: only one that is IMMEDIATE gets through so.

A program of its own: `python -m tests.trust.writer NAME COUNT`, with AFTERWORD_HOME set. Each line it prints
is the number of a row, after its commit, and the milliseconds the commit took.
"""

from __future__ import annotations

import os
import sys
import time


def main(name: str, count: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    import django

    django.setup()
    from django.db import transaction

    from candidacy.models import News

    for n in range(int(count)):
        began = time.perf_counter()
        with transaction.atomic():
            News.objects.last()
            News.objects.create(text=f"{name} {n}")
        took = (time.perf_counter() - began) * 1000
        os.write(1, f"{n} {took:.3f}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
