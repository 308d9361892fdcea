"""Another site, and another port of this computer, in a real browser: neither reaches a view of ours."""

from __future__ import annotations

import http.server
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from django.core.handlers.base import BaseHandler

from config.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser import Site
    from tests.soak import Soak

# Everything a page can do to an address, short of sending its reader there.
ATTACKS = """<!doctype html><title>Prizes</title>
<img src="{there}/?img"><iframe name="inner" src="{there}/?iframe"></iframe><embed src="{there}/?embed">
<object data="{there}/?object"></object><script src="{there}/?script"></script>
<link rel="stylesheet" href="{there}/?style"><link rel="prefetch" href="{there}/?prefetch">
<link rel="preload" as="fetch" href="{there}/?preload"><video src="{there}/?video"></video>
<img src="{there}/static/icon.svg"><link rel="stylesheet" href="{there}/static/css/base.css">
<form id="inside" method="post" action="{there}/news/?inside" target="inner">
<input name="text" value="x"></form>
<form id="outside" method="post" action="{there}/news/?outside" target="other">
<input name="text" value="x"></form>
<form id="plain" method="post" enctype="text/plain" action="{there}/news/?plain" target="third">
<input name="text" value="x"></form>
<script>
  const done = [], there = "{there}", opened = [];
  const ask = (path, how) => fetch(there + path, {{credentials: "include", ...how}})
    .then(answer => answer.text()).then(text => done.push(text)).catch(() => done.push(""));
  const body = new URLSearchParams({{text: "x"}});
  const socket = new Promise(end => {{
    const ws = new WebSocket(there.replace("http", "ws") + "/?socket");
    ws.onopen = () => end("open"); ws.onerror = () => end("");
  }});
  const source = new Promise(end => {{
    const events = new EventSource(there + "/?events", {{withCredentials: true}});
    events.onmessage = () => end("read"); events.onerror = () => {{ events.close(); end(""); }};
  }});
  addEventListener("message", event => done.push(String(event.data)));
  for (const id of ["inside", "outside", "plain"]) document.getElementById(id).submit();
  navigator.sendBeacon(there + "/news/?beacon", body);
  window.attacked = Promise.all([
    ask("/?cors"), ask("/?nocors", {{mode: "no-cors"}}), ask("/news/?cors", {{method: "POST", body}}),
    ask("/news/?nocors", {{method: "POST", mode: "no-cors", body}}),
    ask("/news/?json", {{method: "PUT", headers: {{"Content-Type": "application/json"}}, body: "{{}}"}}),
    ask("/news/?delete", {{method: "DELETE"}}), ask("/", {{method: "HEAD"}}), socket, source,
  ]).then(() => done.join(""));
</script>"""


@pytest.fixture
def attacker() -> Iterator[Any]:
    """A site that is not ours, on every name of this computer."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            there = f"http://127.0.0.1:{self.server.victim}"  # type: ignore[attr-defined]
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            page = ATTACKS.format(there=there) if self.path == "/" else "<!doctype html><title>Quiet</title>"
            self.wfile.write(page.encode())

        def log_message(self, *_: Any) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@dataclass
class Log:
    """What came to the gate, with the status it got, and what reached a view."""

    answered: list[tuple[str, int]] = field(default_factory=list)
    reached: list[str] = field(default_factory=list)

    def begin(self) -> None:
        self.answered.clear()
        self.reached.clear()


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Log:
    log = Log()
    look_up, answer = BaseHandler.resolve_request, Gate.__call__

    def ours(request: Any) -> bool:
        """Asked for by a page of our own: its icon may come late. No script of another site can say so."""
        return bool(request.headers.get("Sec-Fetch-Site") == "same-origin")

    def noting_views(handler: BaseHandler, request: Any) -> Any:
        if not ours(request):
            log.reached.append(f"{request.method} {request.get_full_path()}")
        return look_up(handler, request)

    def noting_answers(gate: Gate, request: Any) -> Any:
        answered = answer(gate, request)
        if not ours(request):
            log.answered.append((f"{request.method} {request.get_full_path()}", answered.status_code))
        return answered

    monkeypatch.setattr(BaseHandler, "resolve_request", noting_views)
    monkeypatch.setattr(Gate, "__call__", noting_answers)
    return log


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "prizes.example"])
def test_row_2_another_site_reaches_no_view(
    site: Site, attacker: Any, log: Log, soak: Soak, name: str
) -> None:
    """Another port of this computer, which shares our cookies; a name of it; a name of somebody else’s."""
    attacker.victim = site.address.rpartition(":")[2]
    page = site.open("/")
    page.context.unroute_all()
    hostile = page.context.new_page()
    page.close()
    log.begin()
    hostile.goto(f"http://{name}:{attacker.server_port}/")
    stolen = hostile.evaluate("window.attacked")
    hostile.wait_for_load_state("networkidle")
    assert log.reached == []
    assert stolen == ""
    assert [one for one in log.answered if one[1] != 403] == []
    assert len(log.answered) > 15
    site.complaints.clear()
    soak.say(refused=len(log.answered), reached_a_view=0)


def test_row_2_a_window_opened_from_elsewhere_is_out_of_reach(
    site: Site, attacker: Any, log: Log, soak: Soak
) -> None:
    """A link may open a page, for the person alone: who opened it can neither read nor move it."""
    attacker.victim = site.address.rpartition(":")[2]
    page = site.open("/")
    page.context.unroute_all()
    hostile = page.context.new_page()
    hostile.goto(f"http://127.0.0.1:{attacker.server_port}/quiet")
    with page.context.expect_page() as opened:
        hostile.evaluate("there => { window.w = window.open(there + '/people/'); }", site.address)
    opened.value.wait_for_url("**/people/")
    assert opened.value.title() == "People · Afterword"
    seen = hostile.evaluate(
        """() => {
            w.postMessage("x", "*");
            let text = "";
            try { text = w.document.body.innerText; } catch { text = "refused"; }
            return [text, w.closed, w.length];
        }"""
    )
    assert seen in (["refused", True, 0], ["", True, 0])
    assert opened.value.evaluate("window.opener") is None
    site.complaints.clear()


def test_row_1_a_name_pointed_at_this_computer_shows_nothing(site: Site, log: Log, soak: Soak) -> None:
    page = site.open("/")
    page.context.unroute_all()
    page.wait_for_load_state("networkidle")
    log.begin()
    port = site.address.rpartition(":")[2]
    for path in ("/", "/static/icon.svg", "/no-such-page/", "/signin/"):
        answer = page.goto(f"http://rebound.example:{port}{path}")
        assert answer is not None
        assert (answer.status, answer.text()) == (400, "This is not the address Afterword listens on.")
    assert log.reached == []
    site.complaints.clear()
