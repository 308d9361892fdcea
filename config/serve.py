"""`start` and `link`: the site on this computer's own address, and the links that open it."""

from __future__ import annotations

import argparse
import html
import json
import os
import signal
import socket
import sys
import threading
import time
import webbrowser
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from config import bootstrap, home
from config.running import Site, announced, running
from desk.passphrase import Passphrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_THREADS = 8
_AN_HOUR = 3600


def start(words: list[str], rest: Sequence[str]) -> int:
    """Set up what is missing, then serve until Ctrl-C."""
    options = _start_options(rest)
    if options.sample:
        os.environ["AFTERWORD_SAMPLE"] = "1"
    bootstrap.ensure(bootstrap.RUNTIME, words)
    with _listening(options.host, options.port) as listener:
        site = Site(options.host, listener.getsockname()[1], options.sample, options.behind_tls or "")
        os.environ["AFTERWORD_PORT"] = str(site.port)
        os.environ["AFTERWORD_PUBLIC_ADDRESS"] = site.public
        _prepare()
        _serve(site, listener, browser=not options.no_browser)
    return 0


def link(rest: Sequence[str]) -> int:
    """Print a fresh sign-in link for the site that is running."""
    parser = argparse.ArgumentParser(
        "manage.py link", description="A fresh link that signs one browser in, once."
    )
    parser.add_argument("--sample", action="store_true", help="for the sample people's site")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(rest)
    if not home.secret_key():
        raise home.NotReadyError(home.NOTHING_YET)
    sites = [site for site in running() if site.sample or not options.sample]
    if not sites:
        raise home.NotReadyError("Afterword is not running. Start it with: python3 manage.py start")
    site = min(sites, key=lambda one: one.sample)
    print(json.dumps({"link": site.link()}) if options.json else site.link())
    return 0


def _start_options(rest: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("manage.py start", description="Open Afterword in the browser.")
    parser.add_argument(
        "--port", type=int, default=home.PORT, help="where to listen (%(default)s; 0 takes a free one)"
    )
    parser.add_argument("--no-browser", action="store_true", help="print the link, open nothing")
    parser.add_argument("--sample", action="store_true", help="sample people, in a database of their own")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (%(default)s)")
    parser.add_argument(
        "--behind-tls",
        metavar="ADDRESS",
        nargs="?",
        const="",
        help="something in front of --host encrypts; ADDRESS is what people type, https://jobs.example",
    )
    options = parser.parse_args(rest)
    if not 0 <= options.port <= 65535:
        parser.error("a port is a number from 0 to 65535")
    if options.behind_tls and not _is_address(options.behind_tls):
        parser.error("--behind-tls takes an address such as https://jobs.example")
    if options.host not in LOOPBACK:
        _insist_on_safety(options)
    return options


def _is_address(words: str) -> bool:
    """Whether that is https, a name and perhaps a port, with nothing after it."""
    parts = urlsplit(words)
    return parts.scheme == "https" and bool(parts.hostname) and words == f"https://{parts.netloc}"


def _insist_on_safety(options: argparse.Namespace) -> None:
    """Leave loopback only with a passphrase, and with somebody's word that the way is encrypted."""
    if options.behind_tls is None:
        raise home.NotReadyError(
            f"Afterword listens on this computer only. {options.host} would show your notes to others: "
            "it needs a passphrase, and --behind-tls where something in front encrypts."
        )
    if not Passphrase(home.folder()).is_set:
        raise home.NotReadyError(
            f"{options.host} can be reached by others, so it needs a passphrase. "
            "Start without --host, and set one in Settings."
        )


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that already takes connections: the browser may come before the pages are loaded."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except (PermissionError, OSError) as fault:
            raise home.NotReadyError(_taken(port, fault)) from fault
        listener.listen(128)
        yield listener


def _taken(port: int, fault: OSError) -> str:
    if any(site.port == port for site in running()):
        return (
            f"Afterword already runs on port {port}. A link to it: python3 manage.py link. "
            f"A second one: python3 manage.py start --port {port + 1}"
        )
    another = f"python3 manage.py start --port {port + 1}"
    return f"Port {port} cannot be used ({fault.strerror}). Take another: {another}"


def _prepare() -> None:
    from config import commands

    new = home.make()
    file = home.database_file()
    is_new = file in new
    done = False
    try:
        _look_after(file, is_new=is_new)
        commands.set_up_django()
        from config import schema

        schema.bring_up_to_date()
        if is_new and home.is_sample():
            _load_sample()
        done = True
    finally:
        if not done:
            home.unmake(new)


def _load_sample() -> None:
    from django.db import transaction
    from django.utils import timezone

    from desk import sample

    with transaction.atomic():
        sample.load(timezone.now())


def _look_after(file: Path | None, *, is_new: bool) -> None:
    """Check the database, before anything else touches it."""
    if file is None or is_new:
        return
    from desk import backup

    try:
        backup.check(file)
    except backup.DamagedError as fault:
        raise home.NotReadyError(f"{fault}. {_way_back(file)}") from fault


def _way_back(file: Path) -> str:
    from desk import backup

    copy = backup.newest(file.stem, home.folder() / "backups")
    if copy is None:
        return "Nothing was changed, and there is no copy to go back to."
    return f"Nothing was changed. The last good copy: python3 manage.py restore {copy}"


def _serve(site: Site, listener: socket.socket, *, browser: bool) -> None:
    from waitress.server import create_server

    with announced(site), _ending_on_signals():
        _welcome(site)
        opener = _open_browser(site) if browser and _has_windows() else None
        threading.Thread(target=_look_after_each_day, daemon=True).start()
        from config.wsgi import application

        server = create_server(
            application,
            sockets=[listener],
            threads=_THREADS,
            ident=None,
            max_request_body_size=256 * 1024 * 1024,
        )
        try:
            server.run()
        finally:
            if opener:
                opener.unlink(missing_ok=True)
    print("\nAfterword has stopped. Everything you wrote is kept.")


def _welcome(site: Site) -> None:
    print(f"Afterword is at {site.address}", flush=True)
    print(f"This link signs a browser in, once and within ten minutes: {site.link()}", flush=True)
    if site.sample:
        print("These are sample people, apart from your own data.", flush=True)
    print(f"Your data is in {home.folder()}. Ctrl-C ends Afterword.", flush=True)


def _open_browser(site: Site) -> Path:
    """Send the browser through a file only this person can read: arguments of programs are seen by all.

    The file lies beside the code, because browsers packed apart from the system cannot read hidden folders.
    """
    for place in (bootstrap.ROOT, home.folder()):
        file = place / f".open-{site.port}.html"
        with suppress(OSError):
            file.unlink(missing_ok=True)
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            break
    else:
        raise home.NotReadyError(f"Cannot write in {home.folder()}: the browser cannot be opened.")
    there = html.escape(site.link())
    with os.fdopen(handle, "w", encoding="utf-8") as page:
        page.write(
            f'<!doctype html><meta charset="utf-8"><title>Afterword</title>'
            f'<meta http-equiv="refresh" content="0; url={there}"><p><a href="{there}">Open Afterword</a></p>'
        )
    threading.Thread(target=webbrowser.open, args=(file.as_uri(),), daemon=True).start()
    return file


def _has_windows() -> bool:
    """Whether a browser would have a screen: else one made of text would take over the terminal."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))


def _look_after_each_day() -> None:
    """What has to be done daily, for a site that is never ended: begun beside the first pages."""
    done = None
    while True:
        # By the calendar: a computer that sleeps at night counts no hours.
        today = datetime.now().astimezone().date()
        if today != done:
            _keep_a_copy()
            _forget_the_old()
            done = today
        time.sleep(_AN_HOUR)


def _forget_the_old() -> None:
    """Let go of what has been in the trash for its 30 days."""
    from django.db import DatabaseError, connection

    from candidacy import trash

    try:
        trash.forget_old(datetime.now(UTC))
    except DatabaseError as fault:
        print(f"The trash could not be looked through: {fault}", file=sys.stderr, flush=True)
    finally:
        connection.close()


def _keep_a_copy() -> None:
    """Back the database up beside the first pages, when anything changed since the last copy."""
    from desk import backup

    file = home.database_file()
    if file is None:
        return
    folder = home.folder() / "backups"
    last, now = backup.newest(file.stem, folder), datetime.now(UTC)
    # A copy from a day to come says nothing of today: the clock was set back.
    if last and file.stat().st_mtime <= last.stat().st_mtime <= now.timestamp():
        return
    try:
        backup.make(file, folder, now)
    except (backup.DamagedError, OSError) as fault:
        print(f"No copy of your data could be made: {fault}", file=sys.stderr, flush=True)


@contextmanager
def _ending_on_signals() -> Iterator[None]:
    """A polite request to end is as good as Ctrl-C, unless whoever started us asked to ignore it."""

    def end(_signal: int, _frame: Any) -> None:
        raise KeyboardInterrupt

    # A shell lets its background jobs ignore Ctrl-C; nobody means that for the window one types it in.
    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        signal.signal(signal.SIGHUP, end)
    with suppress(KeyboardInterrupt):
        yield
