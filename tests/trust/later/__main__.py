"""Brings the database in AFTERWORD_HOME up to the later version. Says when it begins and when it is done."""

from __future__ import annotations

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.trust.later.settings"

if __name__ == "__main__":
    from config import commands, schema

    commands.set_up_django()
    os.write(1, b"begins\n")
    schema.bring_up_to_date()
    os.write(1, b"done\n")
