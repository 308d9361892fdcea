"""Which addresses on the network Afterword may ask for something: public ones on the web, and no others.

Pure. A link can come from a posting, a feed or a mail, so it is never trusted to lead out of this house: a
name may stand for this very computer, for the router, or for a cloud's own services.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

LONGEST = 2_000
PORTS = {"http": 80, "https": 443}

# Not public, or only a wrapping of an address that may not be; what Python calls global differs by release.
_NEVER = [
    ipaddress.ip_network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
        "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
]  # fmt: skip


class NotAllowedError(ValueError):
    """The address may not be asked. The message says why, in one sentence."""


@dataclass(frozen=True, slots=True)
class Address:
    """A web address in its parts: `path` is what is asked of the host, query included."""

    secure: bool
    host: str
    port: int
    path: str


def read(link: str) -> Address:
    """The parts of a link. Raises NotAllowedError where it is no public web address by its looks alone."""
    if len(link) > LONGEST or re.search(r"[\x00-\x20\x7f\\]", link):
        raise NotAllowedError(_("This is not a web address."))
    try:
        parts = urlsplit(link)
        port, host = parts.port, parts.hostname or ""
        host = host.encode("idna").decode("ascii") if host and not host.isascii() else host
    except (ValueError, UnicodeError) as fault:
        raise NotAllowedError(_("This is not a web address.")) from fault
    if parts.scheme not in PORTS or not host:
        raise NotAllowedError(_("Only addresses that begin with http:// or https:// can be read."))
    if parts.username is not None or parts.password is not None:
        raise NotAllowedError(_("An address with a name or password in it is not read."))
    wanted = port or PORTS[parts.scheme]
    path = parts.path or "/"
    asked = f"{path}?{parts.query}" if parts.query else path
    return Address(parts.scheme == "https", host.rstrip("."), wanted, _ascii(asked))


def is_public(ip: str) -> bool:
    """Whether an IP address is one of the public internet, and of nobody's own network."""
    try:
        found = ipaddress.ip_address(ip.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    if any(found in block for block in _NEVER if block.version == found.version):
        return False
    return found.is_global and not found.is_multicast


def _ascii(path: str) -> str:
    """Letters of other scripts as a browser would send them."""
    return "".join(one if one.isascii() else "".join(f"%{byte:02X}" for byte in one.encode()) for one in path)
