"""The one way out to the web: what a link leads to, read with limits, from public addresses only.

Everything that is read from elsewhere comes through `fetch`. It connects to the very address that it
vetted, so that a name cannot mean one computer when it is looked at and another when it is asked. Python's
own HTTP client is used as it is: no proxy from the surroundings, no cookies, no redirects by itself.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLongError
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from django.utils.translation import gettext

from candidacy.addresses import PORTS, Address, NotAllowedError, is_public, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MOVED = {301, 302, 303, 307, 308}
_CHUNK = 65_536


class FetchError(Exception):
    """Nothing was read. `again` says whether trying later may help; the message is one sentence."""

    def __init__(self, sentence: str, *, again: bool) -> None:
        super().__init__(sentence)
        self.again = again


@dataclass(frozen=True)
class Limits:
    """How much is read at most, in all hops together, and where from. Seconds are real ones."""

    seconds: float = 10.0
    size: int = 5 * 1024 * 1024
    hops: int = 3
    ports: frozenset[int] = frozenset(PORTS.values())
    may_reach: Callable[[str], bool] = is_public


@dataclass(frozen=True, slots=True)
class Page:
    """What was read: where it came from in the end, and its bytes, unpacked."""

    link: str
    content_type: str
    body: bytes


def fetch(link: str, limits: Limits | None = None) -> Page:
    """Read what the link leads to. Raises FetchError."""
    limits = limits or Limits()
    until = time.monotonic() + limits.seconds
    for _ in range(limits.hops + 1):
        try:
            answer = _ask(read(link), limits, until)
        except NotAllowedError as fault:
            raise FetchError(str(fault), again=False) from fault
        if answer.moved_to is None:
            return Page(link, answer.content_type, answer.body)
        link = urljoin(link, answer.moved_to)
    raise FetchError(gettext("It leads on and on to other addresses."), again=False)


@dataclass(frozen=True, slots=True)
class _Answer:
    content_type: str = ""
    body: bytes = b""
    moved_to: str | None = None


def _ask(address: Address, limits: Limits, until: float) -> _Answer:
    if address.port not in limits.ports:
        raise NotAllowedError(gettext("Only the usual ports of the web are read."))
    ips = _resolve(address, until)
    if not all(limits.may_reach(ip) for ip in ips):
        raise NotAllowedError(gettext("This address leads to a private network, not to the web."))
    try:
        with _connected(address, ips[0], until) as connection:
            headers = {"User-Agent": "Afterword", "Accept-Encoding": "gzip"}
            connection.request("GET", address.path, headers=headers)
            answer = _read(connection.getresponse(), limits)
            if time.monotonic() >= until:
                # Cut off, it looks like a page that has ended.
                raise TimeoutError
            return answer
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as fault:
        late = time.monotonic() >= until
        said = (
            gettext("%(host)s took too long to answer.") % {"host": address.host}
            if late
            else gettext("%(host)s cannot be read now.") % {"host": address.host}
        )
        raise FetchError(said, again=True) from fault


def _resolve(address: Address, until: float) -> list[str]:
    """The IP addresses of the host. A name server that does not answer cannot hold us up."""
    asking = ThreadPoolExecutor(max_workers=1)
    try:
        found = asking.submit(socket.getaddrinfo, address.host, address.port, type=socket.SOCK_STREAM).result(
            timeout=max(until - time.monotonic(), 0)
        )
    except TookTooLongError as fault:
        raise FetchError(
            gettext("%(host)s took too long to answer.") % {"host": address.host}, again=True
        ) from fault
    except (OSError, UnicodeError) as fault:
        raise FetchError(
            gettext("There is no %(host)s on the web.") % {"host": address.host}, again=True
        ) from fault
    finally:
        asking.shutdown(wait=False)
    return [str(one[4][0]) for one in found]


@contextmanager
def _connected(address: Address, ip: str, until: float) -> Iterator[http.client.HTTPConnection]:
    """A connection to that one address, cut off when the time is over: a drip would never end by itself."""
    left = max(until - time.monotonic(), 0.001)
    with (
        socket.create_connection((ip, address.port), timeout=left) as plain,
        # A second hold on the same connection: the encrypted one takes the first over.
        plain.dup() as hold,
    ):
        cut = threading.Timer(max(until - time.monotonic(), 0), _cut_off, [hold])
        cut.daemon = True
        cut.start()
        connection = http.client.HTTPConnection(address.host, address.port)
        try:
            connection.sock = _encrypted(plain, address.host) if address.secure else plain
            yield connection
        finally:
            cut.cancel()
            connection.close()


def _encrypted(plain: socket.socket, host: str) -> ssl.SSLSocket:
    """The connection encrypted, with the certificate of that host."""
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _cut_off(opened: socket.socket) -> None:
    with suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)


def _read(answer: http.client.HTTPResponse, limits: Limits) -> _Answer:
    if answer.status in _MOVED and (there := answer.getheader("Location")):
        return _Answer(moved_to=there)
    if answer.status != 200:
        gone = answer.status in {401, 403, 404, 410}
        raise FetchError(gettext("It answered with %(status)s.") % {"status": answer.status}, again=not gone)
    packed = answer.getheader("Content-Encoding", "").lower() in {"gzip", "x-gzip"}
    body = bytearray()
    for piece in _unpacked(answer, limits.size) if packed else _pieces(answer):
        body += piece
        if len(body) > limits.size:
            raise FetchError(gettext("It is too large to be read."), again=False)
    return _Answer(answer.getheader("Content-Type", ""), bytes(body))


def _pieces(answer: http.client.HTTPResponse) -> Iterator[bytes]:
    while piece := answer.read1(_CHUNK):
        yield piece


def _unpacked(answer: http.client.HTTPResponse, most: int) -> Iterator[bytes]:
    """The content unpacked bit by bit: a small bomb is noticed before it has grown."""
    gzip = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    for piece in _pieces(answer):
        yield gzip.decompress(piece, most + 1)
        if gzip.unconsumed_tail:
            raise FetchError(gettext("It is too large to be read."), again=False)
