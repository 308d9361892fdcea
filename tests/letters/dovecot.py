"""Dovecot, the server that most mailboxes lie on, as an ordinary program with one mailbox in a folder."""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.letters.imap import PASSWORD, Server, free_port, wait_for
from tests.sink import TLS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Daemons lie where only root looks for programs.
_PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
_CONFIG = """
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{certificate}
disable_plaintext_auth = no
auth_failure_delay = 0
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{folder}/mail
mail_privileged_group =
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
"""


@dataclass
class Dovecot(Server):
    """The server, and the folder in which its mailbox lies (a maildir)."""

    mail: Path
    owner: tuple[int, int]
    # Where it encrypts from the first byte.
    tls_port: int

    def deliver(self, raws: Iterable[bytes]) -> None:
        """Put messages there as they arrive from elsewhere: new, and seen by no program yet."""
        for raw in raws:
            name = f"{len(self.files())}.of-the-tests"
            arriving = self.mail / "tmp" / name
            arriving.write_bytes(raw)
            os.chown(arriving, *self.owner)
            arriving.rename(self.mail / "new" / name)

    def log(self) -> str:
        """What it noted of its visitors."""
        return (self.mail.parent / "log").read_text()

    def files(self) -> list[str]:
        """Every message by its name, which tells what is marked, and whether it is still new."""
        lying = (one for part in ("new", "cur") for one in (self.mail / part).iterdir())
        return sorted(f"{one.parent.name}/{one.name}" for one in lying)


@contextmanager
def serving() -> Iterator[Dovecot]:
    """The server while it runs: on loopback, with nothing outside a folder of its own."""
    program = shutil.which("dovecot", path=_PATH)
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("Dovecot is missing, and here its tests have to run.")
        pytest.skip("Dovecot is missing. Debian, Ubuntu: sudo apt install dovecot-imapd")
    account, port, tls_port = _account(), free_port(), free_port()
    with tempfile.TemporaryDirectory(prefix="afterword-dovecot-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _prepare(folder, account)
        words = {"user": account.pw_name, "group": grp.getgrgid(account.pw_gid).gr_name, "folder": name}
        words |= {"certificate": str(TLS / "localhost.pem"), "password": PASSWORD}
        config = folder / "dovecot.conf"
        config.write_text(_CONFIG.format(port=port, tls_port=tls_port, **words))
        command = [program, "-F", "-c", str(config)]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            wait_for(port, process)
            yield Dovecot(port, folder / "mail", (account.pw_uid, account.pw_gid), tls_port)
        finally:
            process.terminate()
            process.wait()


def _account() -> pwd.struct_passwd:
    """Whose the mailbox is: mine, or where I am root nobody's, because dovecot opens none for root."""
    me = pwd.getpwuid(os.getuid())
    return me if me.pw_uid else pwd.getpwnam("nobody")


def _prepare(folder: Path, account: pwd.struct_passwd) -> None:
    folder.chmod(0o755)
    for one in (folder / "mail", *(folder / "mail" / part for part in ("cur", "new", "tmp"))):
        one.mkdir()
        os.chown(one, account.pw_uid, account.pw_gid)
