#!/usr/bin/env python3
"""The one entry to Afterword. Reads on any Python 3.6 or later: an old one is told what to do instead."""

import sys


def main() -> None:
    if sys.version_info < (3, 11):
        sys.exit(
            "Afterword needs Python 3.11 or later, and this is {}.{}. {}.".format(
                *sys.version_info[:2], remedy()
            )
        )
    from config.entry import enter

    sys.exit(enter(sys.argv[1:]))


def remedy() -> str:
    """Where a newer Python is: on this computer already, or on the web."""
    from shutil import which

    for name in ("python3.14", "python3.13", "python3.12", "python3.11"):
        if which(name):
            return f"Use the one that is here: {name} manage.py start"
    return "Get a newer one from python.org"


if __name__ == "__main__":
    main()
