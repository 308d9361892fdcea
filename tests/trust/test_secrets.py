"""Secrets are in their own files and nowhere else, whatever was done."""

from __future__ import annotations

import base64
import http.client
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest

from config.bootstrap import ROOT
from tests.config.test_entry import run, started
from tests.sink import USER, Sink, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.config.test_entry import Running
    from tests.soak import Soak

CANARY = "the-canary-sings-of-oxygen"
MAIL_CANARY = "the-canary-of-the-mailbox"
PAGES = [
    "", "candidacies/", "candidacies/1/", "people/", "people/1/", "letters/", "letters/1/", "settings/",
    "settings/passphrase/", "activity/", "export/", "search/?q=a", "no-such-page/", "people/999/", "signin/",
]  # fmt: skip


class Visitor:
    """A browser, as far as this needs one: it keeps its cookies, and what it was shown."""

    def __init__(self, site: Running) -> None:
        self.host = urlsplit(site.link).netloc
        self.cookies: dict[str, str] = {}
        self.shown: list[bytes] = []

    def ask(self, path: str, sent: dict[str, str] | None = None, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection(self.host, timeout=30)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers |= {"Cookie": cookie, "Sec-Fetch-Site": "same-origin", "Origin": f"http://{self.host}"}
        if sent is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("GET" if sent is None else "POST", path, sent and urlencode(sent), headers)
        answer = connection.getresponse()
        self.shown.append(answer.read())
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return answer

    def token(self, path: str) -> str:
        self.ask(path)
        found = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', self.shown[-1])
        assert found
        return found[1].decode()


def arguments() -> Iterator[bytes]:
    """What any user of the computer sees of the programs that run: the words each was started with."""
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            yield process.read_bytes()
        except OSError:
            continue


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="only Linux shows it in /proc")
def test_row_35_secrets_are_nowhere_but_in_their_own_files(home: Path, tmp_path: Path, soak: Soak) -> None:
    with started("--sample") as site:
        mailbox = {"account": {"host": "imap.example", "user": "dana", "password": MAIL_CANARY}}
        (home / "mail_in").write_text(json.dumps(mailbox))
        visitor = Visitor(site)
        link = urlsplit(site.link).path
        visitor.ask(link)
        session = next(value for name, value in visitor.cookies.items() if "form" not in name)
        token = visitor.token("/settings/passphrase/")
        sent = {"csrfmiddlewaretoken": token, "passphrase": CANARY}
        assert visitor.ask("/settings/passphrase/", sent).status == 302
        # Too short, wrong, right; then everything there is, some of it asked for wrongly.
        visitor.ask("/settings/passphrase/", {**sent, "passphrase": "short"})
        other = Visitor(site)
        form = {"csrfmiddlewaretoken": other.token("/signin/")}
        assert other.ask("/signin/", {**form, "passphrase": f"{CANARY}!"}).status == 422
        assert other.ask("/signin/", {**form, "passphrase": CANARY}).status == 302
        for page in PAGES:
            visitor.ask(f"/{page}")
            visitor.ask(f"/{page}", {"passphrase": CANARY}, Host="evil.example")
        said = [run(*words) for words in (["today"], ["backup"], ["export", str(tmp_path / "all.json")])]
        (home / "sample.sqlite3").rename(home / "aside")
        assert visitor.ask("/", {**sent}).status in (405, 503)
        assert visitor.ask("/settings/passphrase/", {**sent}).status in (302, 503)
        visitor.ask("/news/", {**sent})
        (home / "aside").rename(home / "sample.sqlite3")
        argv = list(arguments())
        site.process.terminate()
        out, errors = site.process.communicate(timeout=30)
    words = link.strip("/").split("/")[1]
    key = (home / "secret_key").read_text().strip()
    files = {
        str(file.relative_to(tmp_path)): file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()
    }
    places = {
        **files,
        "pages": b"".join(visitor.shown + other.shown),
        "window": f"{out}{errors}".encode(),
        "commands": "".join(one.stdout + one.stderr for one in said).encode(),
        "argv": b"".join(argv),
        "code": b"".join(file.read_bytes() for file in ROOT.glob(".open*")),
    }
    everything = {"passphrase": CANARY, "session": session, "other": other.cookies, "link": words, "key": key}
    everything["mail"] = MAIL_CANARY
    everything["other"] = next(value for name, value in other.cookies.items() if "form" not in name)
    found = [
        (what, place)
        for what, secret in everything.items()
        for place, held in places.items()
        if secret.encode() in held
    ]
    assert found == [("key", "afterword/secret_key"), ("mail", "afterword/mail_in")]
    soak.say(secrets=len(everything), places=len(places), found_elsewhere=0)


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="only Linux shows it in /proc")
def test_row_35_the_mail_password_is_nowhere_but_in_its_own_file(
    home: Path, tmp_path: Path, soak: Soak
) -> None:
    """Set up wrongly and rightly, repeated by the server, kept, exported and backed up."""
    set_up = "/settings/mail-out/"
    run("import", "tests/data/startup_waiting.json")
    for sink in serve(Sink()):
        with started() as site:
            visitor = Visitor(site)
            visitor.ask(urlsplit(site.link).path)
            form = {
                "csrfmiddlewaretoken": visitor.token(set_up), "provider": "other", "user": USER,
                "password": CANARY, "host": "localhost", "security": "plain", "port": str(sink.port),
            }  # fmt: skip
            assert visitor.ask(set_up, {**form, "port": "0"}).status == 422
            assert visitor.ask(set_up, form).status == 302
            sink.password, sink.answers["MAIL"] = (
                CANARY,
                f"550 {CANARY} {_encoded(f'{chr(0)}{USER}{chr(0)}{CANARY}')}",
            )
            assert visitor.ask(f"{set_up}do/", {**form, "do": "test"}).status == 302
            assert visitor.ask(set_up, {**form, "password": ""}).status == 302
            for page in [*PAGES, "settings/mail-out/"]:
                visitor.ask(f"/{page}")
                visitor.ask(f"/{page}", {"password": CANARY}, Host="evil.example")
            said = [run(*words) for words in (["today"], ["backup"], ["export", str(tmp_path / "all.json")])]
            (home / "afterword.sqlite3").rename(home / "aside")
            visitor.ask("/news/", form)
            (home / "aside").rename(home / "afterword.sqlite3")
            argv = list(arguments())
            site.process.terminate()
            out, errors = site.process.communicate(timeout=30)
    files = {str(one.relative_to(tmp_path)): one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    places = {
        **files,
        "pages": b"".join(visitor.shown),
        "window": f"{out}{errors}".encode(),
        "commands": "".join(one.stdout + one.stderr for one in said).encode(),
        "argv": b"".join(argv),
    }
    forms = [CANARY, _encoded(CANARY), _encoded(f"\0{USER}\0{CANARY}")]
    found = {place for place, held in places.items() if any(one.encode() in held for one in forms)}
    assert found == {"afterword/mail_out"}
    assert (home / "mail_out").stat().st_mode & 0o777 == 0o600
    assert sink.talks == 3
    soak.say(mail_password_places=len(places), mail_password_found_elsewhere=0)


def _encoded(words: str) -> str:
    return base64.b64encode(words.encode()).decode()
