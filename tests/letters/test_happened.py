"""What has happened at the company, as a nudge offers it: new there, and near to what the reader told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.utils.html import strip_tags

from candidacy import feeds
from candidacy.fetching import Page
from candidacy.models import Development
from letters.queries import material_of
from letters.suggesting import Happened, happened
from tests.letters.story import Cast, at, save, silence
from tests.letters.test_composer import begin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from letters.models import Letter

NOW = at("2026-11-16T09:00")
LEITH, PLEDGE = "Cold store opens in Leith", "Supermarkets sign a pledge"


@pytest.fixture
def nudge(client: Client, story: Cast) -> Iterator[Letter]:
    """To Ruth, whom the chill at Leith keeps awake. The Cold store was chosen for it."""
    silence(story)
    with time_machine.travel(NOW, tick=False):
        yield begin(client, story, kind="nudge")


def brought(letter: Letter, title: str, **more: object) -> Development:
    """One that a feed has brought."""
    given = {"published_on": "2026-11-12", "unread": True, **more}
    return Development.objects.create(company=letter.candidacy.company, title=title, **given)


def offered(letter: Letter) -> list[Happened]:
    return happened(material_of(letter, NOW))


def cards(client: Client, letter: Letter) -> list[str]:
    """The developments on the page as one reads them, those folded away after “…”."""
    page = client.get(letter.get_absolute_url()).text
    part = page.partition("Something has happened since")[2].partition("paste-dev")[0]
    part = re.sub(r"(?s)<summary.*?</summary>", '<label><span class="t">…</span></label>', part)
    labels = re.findall(r"(?s)<label>(.*?)</label>", part)
    return [
        " ".join(strip_tags(one.replace('<span class="m">', " | ")).split()).strip(" |") for one in labels
    ]


def test_the_nearest_to_the_reader_comes_first_then_the_latest(nudge: Letter) -> None:
    brought(nudge, "New depot in Hull")
    brought(nudge, "Sensors find the lost chill", published_on="2026-11-02")
    brought(nudge, "A prize", excerpt="For those who kept the chill all morning in Leith.", published_on=None)
    assert [(one.development.title, one.touches) for one in offered(nudge)] == [
        ("A prize", ("chill", "morning", "Leith")),
        (LEITH, ("Leith",)),
        ("Sensors find the lost chill", ("chill",)),
        ("New depot in Hull", ()),
        (PLEDGE, ()),
    ]


def test_a_private_worry_brings_nothing_near(story: Cast, nudge: Letter) -> None:
    story.note(story.ruth, "challenge", "The pledge frightens us.", mood="ugly", share="private")
    assert [one.touches for one in offered(nudge) if one.development.title == PLEDGE] == [()]


def test_what_a_letter_has_comes_last_and_says_where(story: Cast, nudge: Letter) -> None:
    leith = Development.objects.get(title=LEITH)
    story.sent(to=story.tomasz, moment="2026-11-12T09:00", kind="nudge", development=leith)
    story.draft(
        to=story.tomasz, kind="free", body="Dear Tomasz,\n\nI read that a depot opened in Hull.\n\nDana"
    )
    brought(nudge, "Depot opened in Hull")
    brought(nudge, "Profits are up")
    assert [(one.development.title, one.told) for one in offered(nudge)] == [
        ("Profits are up", ""),
        (PLEDGE, ""),
        (LEITH, "written to Tomasz on 12 November"),
        ("Depot opened in Hull", "in your draft to Tomasz"),
    ]


def test_the_page_offers_four_marks_the_new_and_folds_the_rest(
    client: Client, story: Cast, nudge: Letter
) -> None:
    story.sent(to=story.tomasz, development=Development.objects.get(title=PLEDGE))
    for n in range(5):
        brought(nudge, f"Number {n}", published_on=f"2026-11-1{n}")
    assert cards(client, nudge) == [
        f"{LEITH} | The Ledger, 10 Nov. Touches what Ruth told you: Leith.",
        "Number 4 New | 14 Nov",
        "Number 3 New | 13 Nov",
        "Number 2 New | 12 Nov",
        "…",
        "Number 1 New | 11 Nov",
        "Number 0 New | 10 Nov",
        f"{PLEDGE} | 6 Nov. Written to Tomasz on 4 November.",
    ]


def test_the_chosen_one_is_always_in_sight_and_is_new_no_more(client: Client, nudge: Letter) -> None:
    for n in range(6):
        brought(nudge, f"Number {n}", published_on=f"2026-11-1{n}")
    zero = Development.objects.get(title="Number 0")
    save(client, nudge, nudge.body, action="letters:parts", development=zero.key)
    zero.refresh_from_db()
    assert not zero.unread
    assert cards(client, nudge)[:6] == [
        f"{LEITH} | The Ledger, 10 Nov. Touches what Ruth told you: Leith.",
        "Number 5 New | 15 Nov",
        "Number 4 New | 14 Nov",
        "Number 3 New | 13 Nov",
        "Number 0 | 10 Nov",
        "…",
    ]


def test_a_link_pasted_into_the_nudge_is_told_by_its_page(
    client: Client, nudge: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = (
        b'<title>Night shift wins</title><meta property="og:site_name" content="Quay Post">'
        b'<meta property="article:published_time" content="2026-11-12T08:00:00Z">'
    )
    monkeypatch.setattr(feeds.fetching, "fetch", lambda link, _limits=None: Page(link, "text/html", said))
    given = {"happened": "https://quay.example/1", "happened_source": "The Ledger"}
    save(client, nudge, nudge.body, action="letters:parts", **given)
    nudge.refresh_from_db()
    one = nudge.development
    assert one is not None
    assert (one.title, one.url, one.source, str(one.published_on)) == (
        "Night shift wins", "https://quay.example/1", "The Ledger", "2026-11-12"
    )  # fmt: skip
