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
import webbrowser
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from config import bootstrap, commands, home, memory, opening
from config.beside import Keeper, warm_soon
from config.running import Site, announced, running
from desk.passphrase import Passphrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

LOOPBACK = {"127.0.0.1", "::1", "localhost"}
LAST_PORT = 65_535
_THREADS = 8


def start(words: list[str], rest: Sequence[str]) -> int:
    """Set up what is missing, then serve until Ctrl-C."""
    options = _start_options(rest)
    if options.sample:
        os.environ["AFTERWORD_SAMPLE"] = "1"
    bootstrap.ensure(bootstrap.RUNTIME, words)
    memory.share_one_heap()
    with _listening(options.host, options.port) as listener:
        site = Site(options.host, listener.getsockname()[1], options.sample, options.behind_tls or "")
        os.environ["AFTERWORD_PORT"] = str(site.port)
        os.environ["AFTERWORD_PUBLIC_ADDRESS"] = site.public
        browser = not options.no_browser and _has_windows()
        trouble = None
        try:
            _prepare()
        except home.InTroubleError as found:
            if not browser:
                raise
            print(f"{found} Or choose in the browser.", file=sys.stderr, flush=True)
            trouble = found
        _serve(site, listener, trouble, browser=browser)
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
    if not 0 <= options.port <= LAST_PORT:
        parser.error(f"a port is a number from 0 to {LAST_PORT}")
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
    # Where the system keeps low ports to itself, the next one is no way out.
    free = home.PORT if isinstance(fault, PermissionError) or port == LAST_PORT else port + 1
    another = f"python3 manage.py start --port {free}"
    if any(site.port == port for site in running()):
        return (
            f"Afterword already runs on port {port}. A link to it: python3 manage.py link. "
            f"A second one: {another}"
        )
    return f"Port {port} cannot be used ({fault.strerror}). Take another: {another}"


def _prepare() -> None:
    new = opening.set_up(fill=_load_sample if home.is_sample() else None, load=_load_first_page)
    if new:
        # Even a first start that is ended at once leaves a copy to go back to.
        opening.keep_a_copy()


def _load_first_page() -> None:
    """Import what the first page needs before anybody asks for it; the others are when they are asked for."""
    commands.set_up_django()
    import config.wsgi  # noqa: F401
    import desk.views.today  # noqa: F401


def _load_sample() -> None:
    from django.db import transaction
    from django.utils import timezone

    from desk import sample

    with transaction.atomic():
        sample.load(timezone.now())


def _serve(
    site: Site, listener: socket.socket, trouble: home.InTroubleError | None, *, browser: bool
) -> None:
    from waitress.server import create_server

    with announced(site), Keeper() as keeper, _ending_on_signals():
        _welcome(site)
        opener = _open_browser(site) if browser else None
        server = create_server(
            _application(trouble, keeper),
            sockets=[listener],
            threads=_THREADS,
            ident=None,
            max_request_body_size=256 * 1024 * 1024,
        )
        warm_soon()
        try:
            server.run()
        finally:
            if opener:
                opener.unlink(missing_ok=True)
    if not keeper.begun:
        print("\nAfterword has stopped.")
        return
    commands.let_go()
    opening.leave()
    print("\nAfterword has stopped. Everything you wrote is kept.")


def _application(trouble: home.InTroubleError | None, keeper: Keeper) -> Any:
    """The site; where the database is in trouble, the choices until one was taken."""
    from config.wsgi import application

    if trouble is None:
        keeper.begin()
        return application
    from config.recovering import Front

    def reopen() -> None:
        _prepare()
        keeper.begin()

    return Front(trouble, application, reopen)


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
