"""The one way out to the web leads to public addresses only, and ends."""

from __future__ import annotations

import gzip
import socket
import socketserver
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from candidacy.addresses import NotAllowedError, is_public, read
from candidacy.fetching import FetchError, Limits, fetch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.soak import Soak

BY_LOOKS = [
    "", " ", "example.com", "//example.com/", "file:///etc/passwd", "FILE:///etc/passwd", "ftp://example.com/",
    "gopher://example.com/", "javascript:alert(1)", "data:text/html,x", "http:///x", "http://",
    "http://exa mple.com/", "http://example.com/\nHost: x", "http://example.com\\@127.0.0.1/",
    "http://user@example.com/", "http://user:word@example.com/", "http://@example.com/",
    "http://example.com:99999/", "http://example.com:x/", "http://[::1/", f"http://example.com/{'x' * 2_000}",
]  # fmt: skip
PRIVATE = [
    "http://127.0.0.1/", "http://127.1/", "http://127.0.1/", "http://2130706433/", "http://0x7f000001/",
    "http://0x7f.1/", "http://017700000001/", "http://0177.0.0.1/", "http://0.0.0.0/", "http://0/",
    "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://[::1]/", "http://[0:0:0:0:0:0:0:1]/",
    "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/",
    "http://[64:ff9b::127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://[fec0::1]/",
    "http://[fe80::1]/", "http://[fc00::1]/", "http://[fd12:3456::1]/", "http://[ff02::1]/",
    "http://[2001:db8::1]/", "http://10.0.0.1/", "http://172.16.0.1/", "http://172.31.255.255/",
    "http://192.168.0.1/", "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/", "http://224.0.0.1/",
    "http://240.0.0.1/", "http://255.255.255.255/", "http://192.0.2.1/", "http://198.18.0.1/",
    "http://127。0。0。1/", "http://①②⑦.⓪.⓪.①/", "https://127.0.0.1/", "http://127.0.0.1:443/",
]  # fmt: skip


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Every address that anything tried to connect to."""
    seen: list[tuple[str, int]] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        seen.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr("candidacy.fetching.socket.create_connection", connect)
    return seen


def names(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """A name server that gives these answers one after the other. What it was asked is kept."""
    asked: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        ips = answers[min(len(asked), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ips]

    monkeypatch.setattr("candidacy.fetching.socket.getaddrinfo", resolve)
    return asked


def test_row_9_nothing_private_is_ever_reached(reached: list[tuple[str, int]], soak: Soak) -> None:
    for link in (*BY_LOOKS, *PRIVATE):
        with pytest.raises(FetchError) as refused:
            fetch(link)
        assert not refused.value.again or "There is no" in str(refused.value), link
    assert reached == []
    soak.say(addresses=len(BY_LOOKS) + len(PRIVATE), private_connections=0)


def test_row_9_one_private_answer_among_public_ones_is_enough(
    monkeypatch: pytest.MonkeyPatch, reached: list[tuple[str, int]], soak: Soak
) -> None:
    names(monkeypatch, ["93.184.215.14", "10.0.0.1"])
    with pytest.raises(FetchError, match="private network"):
        fetch("https://example.com/")
    assert reached == []


def test_row_9_a_name_that_flips_is_asked_once_and_what_was_vetted_is_reached(
    monkeypatch: pytest.MonkeyPatch, reached: list[tuple[str, int]], soak: Soak
) -> None:
    asked = names(monkeypatch, ["93.184.215.14"], ["127.0.0.1"])
    with pytest.raises(FetchError):
        fetch("http://example.com/")
    assert (asked, reached) == (["example.com"], [("93.184.215.14", 80)])


@pytest.mark.parametrize("ip", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "1.1.1.1"])
def test_public_addresses_are_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    ("link", "host", "port", "path"),
    [
        ("https://example.com", "example.com", 443, "/"),
        ("http://Example.COM./a?b=c#d", "example.com", 80, "/a?b=c"),
        ("https://bücher.example/größe", "xn--bcher-kva.example", 443, "/gr%C3%B6%C3%9Fe"),
    ],
)
def test_the_parts_of_a_link(link: str, host: str, port: int, path: str) -> None:
    found = read(link)
    assert (found.host, found.port, found.path) == (host, port, path)


@pytest.mark.parametrize("link", BY_LOOKS)
def test_what_is_no_web_address_is_refused_by_its_looks(link: str) -> None:
    with pytest.raises(NotAllowedError):
        read(link)


@contextmanager
def site(answer: Callable[[str], bytes | list[bytes]]) -> Iterator[tuple[str, Limits, list[str]]]:
    """A site on this computer, with limits that let the tests reach it; the paths it was asked for."""
    asked: list[str] = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            path = self.rfile.readline().split()[1].decode()
            while self.rfile.readline().strip():
                pass
            asked.append(path)
            said = answer(path)
            for piece in [said] if isinstance(said, bytes) else said:
                try:
                    self.wfile.write(piece)
                except OSError:
                    return
                if not isinstance(said, bytes):
                    time.sleep(0.05)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_address[1]
        limits = Limits(seconds=5, ports=frozenset({port}), may_reach=lambda ip: ip == "127.0.0.1")
        try:
            yield f"http://127.0.0.1:{port}", limits, asked
        finally:
            server.shutdown()


def said(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers])
    return f"{head}\r\n\r\n".encode() + body


def test_a_page_is_read_and_unpacked() -> None:
    packed = gzip.compress(b"A chilled contract")
    with site(lambda _: said(packed, "Content-Encoding: gzip", "Content-Type: text/plain")) as (
        at,
        limits,
        _,
    ):
        page = fetch(f"{at}/news", limits)
    assert (page.link, page.content_type, page.body) == (f"{at}/news", "text/plain", b"A chilled contract")


def test_a_page_that_has_moved_is_followed_three_times_at_most() -> None:
    def answer(path: str) -> bytes:
        n = int(path.strip("/"))
        return said(b"here") if n == 0 else said(b"", f"Location: /{n - 1}", status="302 Found")

    with site(answer) as (at, limits, asked):
        assert fetch(f"{at}/3", limits).link == f"{at}/0"
        with pytest.raises(FetchError, match="on and on"):
            fetch(f"{at}/4", limits)
    assert asked == ["/3", "/2", "/1", "/0", "/4", "/3", "/2", "/1"]


@pytest.mark.parametrize(
    "there",
    ["http://10.0.0.1/", "file:///etc/passwd", "http://[::1]/", "http://127.0.0.1:22/", "//192.168.1.1/"],
)
def test_row_9_a_page_cannot_send_us_anywhere_private(there: str, soak: Soak) -> None:
    with site(lambda _: said(b"", f"Location: {there}", status="301 Moved")) as (at, limits, asked):
        with pytest.raises(FetchError) as refused:
            fetch(f"{at}/", limits)
        assert not refused.value.again
    assert asked == ["/"]


class TestRow10WhatIsHostileIsBounded:
    def test_a_bomb_is_noticed_before_it_has_grown(self) -> None:
        bomb = said(gzip.compress(b"\0" * 60_000_000), "Content-Encoding: gzip")
        with (
            site(lambda _: bomb) as (at, limits, _),
            pytest.raises(FetchError, match="too large"),
        ):
            fetch(f"{at}/", limits)

    def test_a_page_without_end_is_cut(self) -> None:
        endless = [b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 1_000_000] * 20]
        with site(lambda _: endless) as (at, limits, _), pytest.raises(FetchError, match="too large"):
            fetch(f"{at}/", limits)

    @pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: "])
    def test_a_drip_is_cut_off_when_the_time_is_over(self, head: bytes) -> None:
        with site(lambda _: [head, *[b"x"] * 200]) as (at, limits, _):
            hurried = Limits(seconds=0.5, ports=limits.ports, may_reach=limits.may_reach)
            with pytest.raises(FetchError) as late:
                fetch(f"{at}/", hurried)
        assert late.value.again
        assert str(late.value) == "127.0.0.1 took too long to answer."

    def test_a_name_server_that_does_not_answer_does_not_hold_us_up(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        let_go = threading.Event()
        monkeypatch.setattr("candidacy.fetching.socket.getaddrinfo", lambda *_, **__: let_go.wait(5))
        with pytest.raises(FetchError, match="took too long"):
            fetch("http://example.com/", Limits(seconds=0.1))
        let_go.set()

    @pytest.mark.parametrize(
        ("status", "again"), [("404 Not Found", False), ("500 Oops", True), ("429 Slow", True)]
    )
    def test_an_answer_that_is_no_page(self, status: str, again: bool) -> None:
        with (
            site(lambda _: said(b"no", status=status)) as (at, limits, _),
            pytest.raises(FetchError) as refused,
        ):
            fetch(f"{at}/", limits)
        assert refused.value.again is again

    @pytest.mark.parametrize(
        "nonsense", [b"", b"hello\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnope"]
    )
    def test_what_does_not_speak_as_a_web_site_does(self, nonsense: bytes) -> None:
        with site(lambda _: nonsense) as (at, limits, _), pytest.raises(FetchError) as refused:
            fetch(f"{at}/", limits)
        assert refused.value.again
