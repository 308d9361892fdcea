"""Runs a Django command on data that is there, whole and migrated, and tells what is refused in one line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from config import home, opening

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from django.core.management.base import BaseCommand, CommandError


def run_on_data(words: Sequence[str], *, sets_up: bool) -> int:
    """Run a command that reads or writes records. Where it set up and was refused, nothing stays behind."""
    new = _get_ready(words, sets_up=sets_up)
    status = 1
    try:
        status = run(words)
    finally:
        let_go()
        if status:
            home.unmake(new)
        elif sets_up:
            home.finish()
        opening.leave()
    return status


def _get_ready(words: Sequence[str], *, sets_up: bool) -> list[Path]:
    """Have what the command works on; returns what is new."""
    if words[0] == "restore":
        # Whatever state the database is in: that is what one goes back for.
        return home.make(database=False)
    if sets_up:
        new = opening.set_up()
        if not new and "--dry-run" not in words:
            opening.keep_a_copy()
        return new
    opening.insist_whole()
    set_up_django()
    from config import schema

    schema.bring_up_to_date()
    return []


def run(words: Sequence[str]) -> int:
    """Run one Django command and return its exit status. Wrong usage leaves with 2, as argparse does."""
    set_up_django()
    from django.core.management import ManagementUtility, get_commands
    from django.core.management.base import CommandError
    from django.db import Error

    name, *rest = words
    if name not in get_commands():
        print(f"There is no command {name}. See: python3 manage.py help", file=sys.stderr)
        return 2
    command = ManagementUtility(["manage.py", *words]).fetch_command(name)
    try:
        _execute(command, name, rest)
    except CommandError as refusal:
        print(_on_one_line(refusal), file=sys.stderr)
        return refusal.returncode
    except Error as fault:
        print(told(fault), file=sys.stderr)
        return 1
    return 0


def _on_one_line(refusal: CommandError) -> str:
    """Whatever file or word the refusal quotes; only the checks of the code may take more lines."""
    from django.core.management.base import SystemCheckError

    from desk.archive.faults import visible

    return str(refusal) if isinstance(refusal, SystemCheckError) else visible(str(refusal))


def set_up_django() -> None:
    """Load the settings and the apps, once. Raises NotReadyError for a setting that means nothing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django
    from django.apps import apps
    from django.core.exceptions import ImproperlyConfigured

    try:
        if not apps.ready:
            django.setup()
    except ImproperlyConfigured as fault:
        first_line = str(fault).strip().splitlines()[0]
        raise home.NotReadyError(f"A setting is not right: {first_line}") from fault


def _execute(command: BaseCommand, name: str, rest: Sequence[str]) -> None:
    # As Django's own runner does, but leaving the telling of faults to us.
    setattr(command, "_called_from_command_line", True)  # noqa: B010
    options = vars(command.create_parser("manage.py", name).parse_args(rest))
    words = options.pop("args", ())
    # The checks of the code would import every page for a command that prints three lines.
    command.execute(*words, **{**options, "skip_checks": name != "check"})


def told(fault: BaseException) -> str:
    """What is wrong with the database, and what helps where that is known, on one line."""
    from desk.trouble import trouble_of

    one: BaseException | None = fault
    while one is not None:
        if trouble := trouble_of(one):
            return f"{trouble.heading}. {trouble.remedy}"
        # Inside a transaction, what is told last may only say that something went wrong before.
        one = one.__cause__ or one.__context__
    return f"The database cannot be used: {' '.join(str(fault).split())}"


def let_go() -> None:
    """Close what is open of the database: its files are about to be sealed, or taken back."""
    from django.apps import apps

    if apps.ready:
        from django.db import connections

        connections.close_all()
