"""Hostile text through every entry, and every page shown in a real browser: it stays text.

The answers are made by the site as for any browser, and shown in Chromium at their own address with their
own headers, so that our scripts and the policy are what they are every day. Each field of the world takes the
next payload; a round later the one after it: in so many rounds every field had so many payloads, every other
one of them with an end that shows itself.

To show a page takes long. The first of every eleven rounds shows all of them; the ten others have the browser
take them apart without running them, and look for what must not be there. Those do not follow the links anew,
as the pages are where they were, and try the words in addresses on one page, the next time on the next.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import count
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.db import transaction
from django.utils import timezone
from icalendar import Calendar, Event

from candidacy.changes import deleted, recorded, undo
from candidacy.models import Candidacy, Change, Company, News, Person
from desk import sample
from desk.archive import export_text, read, store
from interviews.invitation.reading import read_calendar
from interviews.invites import put_by
from letters.models import Letter
from letters.receiving import Receiver
from letters.writing import keep_text
from tests.addresses import PARAMETERS, pages
from tests.trust.payloads import PAYLOADS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpResponse
    from django.test import Client
    from playwright.sync_api import Page, Route

    from tests.browser import Site
    from tests.soak import Soak

# Texts of an archive that are no words of mine: numbers, days, words of closed lists, keys, addresses.
CLOSED = {
    "format",
    "key",
    "id",
    "relation",
    "stage",
    "closed_as",
    "direction",
    "channel",
    "event",
    "kind",
    "mood",
    "share",
    "status",
    "sector",
    "country",
    "region",
    "time_zone",
    "email",
    "by",
    "about",
    "person",
    "to",
    "via",
    "theme",
    "website",
    "link",
    "url",
    "posting_url",
    "message_id",
    "answers_letter",
    "development",
    "news",
}
# Pages that read words of their addresses.
READERS = ["/", "/search/", "/people/", "/activity/", "/settings/", "/letters/", "/candidacies/"]
# How much those fields take that take little.
SHORT = {"phone": 50, "sign_off": 100}
# Ends whatever it stands in, and is seen wherever a page took it for more than text.
SEEN = "'\"></textarea></title></option><x-hostile>"
# How many rounds there are to one that shows the pages. Odd, so that both kinds of payloads are shown.
SHOWN_EVERY = 11
# What must not be on a page of ours, whoever put it there: the page shown, or one given as a text.
FOREIGN = """html => [...(html ? new DOMParser().parseFromString(html, "text/html") : document)
    .querySelectorAll("*")].filter(one =>
    one.matches("x-hostile, "
        + "script:not([src^='/static/']), iframe, object, embed, base, style, marquee, plaintext, math")
    || [...one.attributes].some(a => /^(on|hx-on|data-hx)/.test(a.name) || a.name === "style"
        || (/^(href|src|action|hx-get|hx-post)$/.test(a.name)
            && !/^(\\/(?!\\/)|#|\\?|https?:\\/\\/(?!evil)|mailto:|$)/.test(a.value)))
).map(one => one.outerHTML.slice(0, 200))"""


@dataclass
class Hand:
    """Gives out payload after payload, beginning with another one in each round.

    Whether a payload does harm depends on where it stands; with `seen` every one of them shows itself.
    """

    turn: int
    seen: bool
    used: Iterator[int] = field(default_factory=count)

    def next(self) -> str:
        payload = PAYLOADS[(self.turn + next(self.used)) % len(PAYLOADS)]
        return f"{payload}{SEEN}" if self.seen else payload


@dataclass
class Typed(HTMLParser):
    """The forms of a page, each with what it would send and which of it is typed."""

    html: str
    forms: list[tuple[str, dict[str, str], set[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        name = known.get("name", "")
        if tag == "form" and known.get("method") == "post":
            self.forms.append((known.get("action", ""), {}, set()))
        elif self.forms and name and name != "csrfmiddlewaretoken":
            _, sent, typed = self.forms[-1]
            kind = known.get("type", "text")
            if tag == "textarea" or (tag == "input" and kind in ("text", "search", "tel", "url")):
                typed.add(name)
                sent[name] = known.get("value", "")
            elif tag == "select" or kind not in ("radio", "checkbox") or "checked" in known:
                sent.setdefault(name, known.get("value", ""))


def poisoned(value: Any, hand: Hand, name: str = "") -> Any:
    """The archive with a payload in every text of one’s own."""
    if isinstance(value, dict):
        return {key: poisoned(one, hand, key) for key, one in value.items()}
    if isinstance(value, list):
        # Texts in a list are keys.
        return [one if isinstance(one, str) else poisoned(one, hand) for one in value]
    own = isinstance(value, str) and name not in CLOSED and not name.endswith(("_at", "_on", "at"))
    # The end is what is seen.
    return hand.next()[-SHORT.get(name, 500) :] if own and value else value


def poison(hand: Hand) -> None:
    sample.load(timezone.now())
    archive = json.loads(export_text())
    for model in (Company, News, Change):
        model._base_manager.all().delete()
    store(read(json.dumps(poisoned({**archive, "settings": {}}, hand))))
    for letter in Letter.objects.all():
        keep_text(letter, hand.next(), hand.next())
    invite(hand)
    write(hand)
    for _ in range(2):
        news = News(text=hand.next())
        with recorded(hand.next(), news):
            news.save()
        deleted(f"{hand.next()} deleted", news)
    undo(Change.objects.latest("pk"))


def invite(hand: Hand) -> None:
    """An invitation that waits for a word, hostile in all it says."""
    event = Event()
    event.add("uid", hand.next())
    event.add("dtstart", timezone.now())
    for name in ("summary", "location", "description"):
        event.add(name, hand.next())
    for address in ("ana@lumen.example", "no-reply@lumen.example", "ines@post.example"):
        event.add("attendee", f"mailto:{address}", parameters={"CN": hand.next().replace('"', "'")})
    calendar = Calendar()
    calendar.add_component(event)
    put_by(read_calendar(calendar.to_ical())[0])


def write(hand: Hand) -> None:
    """Mail that found its place, and mail that asks for it, hostile in its head and in its words."""
    known = Person.objects.exclude(email="").filter(company__candidacies__closed_on=None)[0]
    for n, sender in enumerate((known.email, "ana@post.example")):
        named, subject = (f"=?utf-8?b?{b64encode(hand.next().encode()).decode()}?=" for _ in range(2))
        said = f"{hand.next()}\n\nAbout my application at {known.company.name}.\n\n> {hand.next()}"
        head = f"From: {named} <{sender}>\nSubject: {subject}\nMessage-ID: <{n}@post.example>\n"
        head += "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n"
        row = Receiver().take_in(f"{head}\n{b64encode(said.encode()).decode()}".encode())
        # Nobody may be found by a name that is hostile; then the page that asks shows it.
        assert row.candidacy or sender != known.email


def answers(
    client: Client, hand: Hand, found: list[str], readers: list[str]
) -> Iterator[tuple[str, HttpResponse]]:
    """Every page found; every form of each as refused or stored; every reader with words in its address."""
    for path in found:
        answer = client.get(path)
        yield path, answer
        if not is_page(answer):
            continue
        for action, sent, typed in Typed(answer.text).forms:
            if not typed:
                continue
            to = action or path
            if stale := outdated(sent):
                late = client.post(to, {**sent, **{name: hand.next() for name in typed}, **stale})
                yield to, late
            with transaction.atomic():
                posted = client.post(to, {**sent, **{name: hand.next() for name in typed}})
                if posted.status_code == 302:
                    to = posted.headers["Location"].split("#")[0]
                    posted = client.get(to)
                yield to, posted
                transaction.set_rollback(True)
    for word in PARAMETERS:
        for where in readers:
            yield where, client.get(where, {word: hand.next()})
    where = f"/{quote(hand.next(), safe='')}/"
    yield where, client.get(where)


def outdated(sent: dict[str, str]) -> dict[str, str]:
    """The marks of a form as a window would send them that was opened before the last change."""
    marks = {name: sent[name] for name in ("version", "seen") if sent.get(name)}
    return {name: re.sub(r"(?<=:)[0-9a-f]{8}|^[0-9a-f]+$", "0" * 8, mark) for name, mark in marks.items()}


def is_page(answer: HttpResponse) -> bool:
    return answer.headers.get("Content-Type", "").startswith("text/html")


def show(page: Page, site: Site, path: str, answer: HttpResponse) -> list[str]:
    """Show an answer at its own address. Gives what is on the page that must not be."""

    def fulfil(route: Route) -> None:
        route.fulfill(status=200, headers=dict(answer.headers), body=answer.content)

    address = f"{site.address}{path}"
    page.route(address, fulfil, times=1)
    page.goto(address)
    return list(page.evaluate(FOREIGN, ""))


def test_row_7_hostile_text_stays_text(site: Site, client: Client, settings: Any, soak: Soak) -> None:
    settings.PORT = int(site.address.rpartition(":")[2])
    client.defaults["HTTP_HOST"] = f"127.0.0.1:{settings.PORT}"
    page = site.open("/")
    page.on("dialog", lambda dialog: (site.complaints.append(dialog.message), dialog.dismiss()))
    found: list[str] = []
    for n in soak.rounds("payloads_through_every_field", 1, 150):
        shows = n % SHOWN_EVERY == 0
        hand = Hand(n, seen=not n % 2)
        with transaction.atomic():
            poison(hand)
            assert Candidacy.objects.exists()
            found = pages(client, 1) if shows or not found else found
            readers = READERS if shows else [READERS[n % len(READERS)]]
            made = list(answers(client, hand, found, readers))
            transaction.set_rollback(True)
        different = {
            one.content: (path, one) for path, one in made if "html" in one.headers.get("Content-Type", "")
        }
        for path, answer in different.values():
            foreign = show(page, site, path, answer) if shows else page.evaluate(FOREIGN, answer.text)
            assert foreign == [], path
            assert (site.complaints, site.elsewhere) == ([], []), path
        soak.say(
            pages_shown=soak.figures.get("pages_shown", 0) + (len(different) if shows else 0),
            pages_taken_apart=soak.figures.get("pages_taken_apart", 0) + (0 if shows else len(different)),
            scripts_run=0,
        )
