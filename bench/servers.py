"""A server as a process of its own, spoken to over one kept connection, with what it costs the computer."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

from bench.measure import parts_of_hundred

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
_PATIENCE = 60.0


@dataclass
class Server:
    """One that is running, at a port of this computer."""

    process: subprocess.Popen[str]
    port: int
    # Where it is, or the one-time link that signs a browser in.
    link: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    started: float = 0.0
    # Milliseconds from the command to the end of the first page.
    first_page_ms: float = 0.0

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)

    def ask(
        self, path: str, form: str | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[int, bytes, float]:
        """Status, body and milliseconds of one request; with a form it is posted."""
        said = {"Sec-Fetch-Site": "same-origin", "Cookie": self._cookie(), **(headers or {})}
        if form is not None:
            said["Content-Type"] = "application/x-www-form-urlencoded"
        begun = time.perf_counter()
        self._connection.request("GET" if form is None else "POST", path, form, said)
        answer = self._connection.getresponse()
        body = answer.read()
        took = (time.perf_counter() - begun) * 1000
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, body, took

    def sign_in(self) -> None:
        """Come in by the link, as a browser does."""
        if "/signin/" in self.link:
            self.ask(self.link[self.link.index("/signin/") :])

    def cpu_ms(self) -> float:
        """Milliseconds of processor time that the process has used so far."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        try:
            spent = [int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()]
        except (OSError, ValueError):
            return 0.0
        return sum(spent) / 1e6

    def memory_mib(self) -> float:
        """Its proportional share of memory (PSS), in MiB; 0 where the system does not tell."""
        try:
            said = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        except OSError:
            return 0.0
        found = re.search(r"^Pss:\s+(\d+) kB", said, re.MULTILINE)
        return int(found[1]) / 1024 if found else 0.0

    def memory_shares(self) -> dict[str, int]:
        """What takes its memory (PSS), in per cent: what it made itself, and each file, the largest first."""
        taken: Counter[str] = Counter()
        try:
            lines = Path(f"/proc/{self.process.pid}/smaps").read_text().splitlines()
        except OSError:
            return {}
        place = ""
        for line in lines:
            if found := re.match(r"[0-9a-f]+-[0-9a-f]+ .{4} \S+ \S+ \d+ *(.*)", line):
                place = found[1] if found[1].startswith("/") else "made by itself"
            elif line.startswith("Pss:"):
                taken[Path(place).name] += int(line.split()[1])
        return parts_of_hundred(taken, 6)

    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())


@contextmanager
def product(home: Path, imports: IO[str] | None = None) -> Iterator[Server]:
    """Afterword itself, as `start` runs it, on the data in `home`: signed in, its first page shown.

    Into `imports` Python writes what each import took.
    """
    command = [sys.executable, str(ROOT / "manage.py"), "start", "--no-browser", "--port", "0"]
    told = {"PYTHONPROFILEIMPORTTIME": "1"} if imports else {}
    address = r"(http://[^\s]+:(\d+)/signin/[^\s]+)"
    with _running(command, {"AFTERWORD_HOME": str(home), **told}, address, imports) as server:
        yield server


@contextmanager
def floor(file: Path) -> Iterator[Server]:
    """The floor, on the database in `file`."""
    command = [sys.executable, "-m", "bench.floor"]
    with _running(command, {"FLOOR_DATABASE": str(file)}, r"(http://[^\s]+:(\d+)/)") as server:
        yield server


def compiling(surroundings: Mapping[str, str]) -> dict[str, str]:
    """What has Python keep what it compiled, as it does for people: else each start compiles all of Django.

    Where nobody wants that beside the code, it is kept where the tests keep it.
    """
    if not surroundings.get("PYTHONDONTWRITEBYTECODE"):
        return dict(surroundings)
    kept = {name: said for name, said in surroundings.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(ROOT / ".venv" / "compiled")}


@contextmanager
def _running(
    command: list[str], settings: dict[str, str], address: str, errors: IO[str] | None = None
) -> Iterator[Server]:
    begun = time.perf_counter()
    surroundings = {**compiling(os.environ), **settings, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, stderr=errors, text=True
    )
    try:
        server = _wait_for(process, re.compile(address))
        server.started = begun
        server.sign_in()
        status, _, _ = server.ask("/")
        server.first_page_ms = (time.perf_counter() - begun) * 1000
        if status != http.HTTPStatus.OK:
            raise RuntimeError(f"{' '.join(command)} answered its first page with {status}.")
        yield server
    finally:
        process.terminate()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
        if process.stdout:
            process.stdout.close()


def _wait_for(process: subprocess.Popen[str], address: re.Pattern[str]) -> Server:
    for line in process.stdout or ():
        if found := address.search(line):
            return Server(process, int(found[2]), found[1])
    raise RuntimeError("The server ended before it said where it is.")
