"""The debrief in a browser: it saves by itself, loses no character, and asks where two windows disagree."""

from __future__ import annotations

import re
import socket
import threading
from typing import TYPE_CHECKING, Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from playwright.sync_api import expect

from interviews.models import Note
from tests.browser import PHONE, WIDE, scripts_arrive_late
from tests.interviews.cast import ANA, HELEN, lumen, note, noted, path, seat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from tests.browser import Site

pytestmark = pytest.mark.django_db(transaction=True)
# The browsers that the tests drive keep no page in memory.
OUT_OF_MEMORY = "window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
SAVED = re.compile(r"^\s*Saved \d\d:\d\d$")


@pytest.fixture(autouse=True)
def _talk(site: Site) -> None:
    del site
    lumen()


def saved(page: Page) -> None:
    """Wait until the page says that it is saved."""
    expect(page.locator("#save")).to_have_text(SAVED)


def test_typing_saves_by_itself_and_ticks_off(site: Site) -> None:
    page = site.open(path(), size=PHONE)
    expect(page.locator("#save")).to_have_text("")
    page.get_by_label("What did Ana ask you?").press_sequentially("Why us?\nWhy now?")
    saved(page)
    expect(page.locator("#live")).to_have_text("Saved. It saves by itself from here on.")
    assert noted() == ["Why us?", "Why now?"]
    expect(page.locator("#ready li").first).to_contain_text("there")
    page.get_by_label("They decide").press_sequentially("Decision by 6 November 2027")
    expect(page.locator("#adds-decide input[type=date]")).to_have_value("2027-11-06")
    page.reload()
    expect(page.get_by_label("What did Ana ask you?")).to_have_value("Why us?\nWhy now?")


def test_typing_on_while_it_saves_disturbs_nothing(site: Site) -> None:
    page = site.open(path())
    box = page.get_by_label("Ugly", exact=True)
    words = "Nobody calls back, says Ana, and the rota is a guess every Monday"
    box.press_sequentially(words, delay=45)
    saved(page)
    page.wait_for_timeout(1200)
    expect(box).to_have_value(words)
    assert noted() == [words]
    assert Note.objects.count() == 1


def test_what_was_typed_before_the_scripts_came_is_saved(site: Site) -> None:
    page = site.open("/welcome/")
    with scripts_arrive_late(page):
        page.goto(path(), wait_until="commit")
        page.get_by_label("What did Ana ask you?").fill("Why us?")
    saved(page)
    assert noted() == ["Why us?"]


def test_a_choice_made_before_the_scripts_came_is_saved(site: Site) -> None:
    worry = Note.objects.create(interviewer=seat(), kind="challenge", text="Nobody calls back")
    idea = Note.objects.create(interviewer=seat(), kind="idea", text="Call them")
    page = site.open("/welcome/")
    with scripts_arrive_late(page):
        page.goto(path(), wait_until="commit")
        page.locator(f"select[name=about-{idea.pk}]").select_option(label="Nobody calls back")
    saved(page)
    idea.refresh_from_db()
    assert idea.about == worry


def test_the_way_back_shows_what_is_saved_by_now(site: Site) -> None:
    page = site.open(path())
    page.get_by_label("Good", exact=True).press_sequentially("The whiteboard works")
    saved(page)
    page.goto("/welcome/")
    Note.objects.update(text="The app is loved")
    page.go_back()
    expect(page.get_by_label("Good", exact=True)).to_have_value("The app is loved")
    page.get_by_label("Bad", exact=True).press_sequentially("Three logins")
    saved(page)
    assert noted() == ["The app is loved", "Three logins"]


def test_a_line_is_kept_back_with_two_taps(site: Site) -> None:
    page = site.open(path(), size=PHONE)
    page.get_by_label("Bad", exact=True).press_sequentially("The chief leaves in spring")
    saved(page)
    who = page.locator("details.who", has=page.locator("#shares-bad"))
    who.locator("summary").click()
    who.get_by_text("Only Ana", exact=True).click()
    expect(who.locator("summary")).to_contain_text("1 kept back")
    assert note("The chief").share == "only_them"
    who.get_by_text("Any letter", exact=True).click()
    expect(who.locator("summary")).to_contain_text("Who may read this?")
    who.get_by_text("Private", exact=True).click()
    expect(who.locator("summary")).to_contain_text("1 kept back")
    assert note("The chief").share == "private"


def test_a_reply_is_not_replaced_under_the_fingers(site: Site) -> None:
    page = site.open(path())
    page.get_by_text("More: what you said").click()
    page.get_by_label("A doubt", exact=True).press_sequentially("Wondered whether I led enough")
    saved(page)
    reply = page.get_by_label("Your answer to it")
    reply.press_sequentially("Six people, two of them new", delay=70)
    page.wait_for_timeout(1500)
    expect(reply).to_have_value("Six people, two of them new")
    assert note("Wondered").reply == "Six people, two of them new"


class Stopping:
    """The site on a port of its own, which can be stopped and started again as a crash would."""

    def __init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.server: Any = None

    def start(self) -> None:
        from waitress.server import create_server

        self.server = create_server(WSGIHandler(), host="127.0.0.1", port=self.port, threads=4)
        threading.Thread(target=self.server.run, daemon=True).start()

    def stop(self) -> None:
        self.server.close()
        for channel in list(self.server.active_channels.values()):
            channel.handle_close()


@pytest.fixture
def stopping(site: Site, settings: Any) -> Iterator[Stopping]:
    """A site that can be stopped; the page's own server stays out of it."""
    server = Stopping()
    server.start()
    settings.PORT = server.port
    site.address = f"http://127.0.0.1:{server.port}"
    yield server
    server.stop()
    # The browser says that nobody answered; that is what was asked for.
    site.complaints[:] = [one for one in site.complaints if "htmx:" not in one]


def test_no_character_is_lost_when_the_server_dies_while_typing(site: Site, stopping: Stopping) -> None:
    page = site.open(path(), size=PHONE)
    page.get_by_label("What did Ana ask you?").press_sequentially("Why us?")
    saved(page)
    stopping.stop()
    page.get_by_label("Bad", exact=True).press_sequentially("Three logins, then")
    expect(page.get_by_text("Not saved yet. Your words are kept in this browser.")).to_be_visible()
    page.get_by_label("Bad", exact=True).press_sequentially(" a fourth on Ward 7")
    stopping.start()
    page.get_by_text("Try now").click()
    saved(page)
    assert noted() == ["Why us?", "Three logins, then a fourth on Ward 7"]


def test_no_character_is_lost_when_the_page_goes_with_it(site: Site, stopping: Stopping) -> None:
    page = site.open(path())
    stopping.stop()
    page.get_by_label("Good", exact=True).press_sequentially("The whiteboard works")
    stopping.start()
    page.goto("/welcome/")
    page.goto(path())
    expect(page.get_by_text("What was not saved before is back in its place.")).to_be_visible()
    expect(page.get_by_label("Good", exact=True)).to_have_value("The whiteboard works")
    saved(page)
    assert noted() == ["The whiteboard works"]


def left_behind(site: Site, stopping: Stopping) -> Page:
    """The browser keeps a line that was typed while nobody answered; meanwhile another was stored."""
    page = site.open(path())
    stopping.stop()
    page.get_by_label("Good", exact=True).press_sequentially("The whiteboard works")
    stopping.start()
    page.goto("/welcome/")
    Note.objects.create(interviewer=seat(), kind="challenge", mood="good", text="The app is loved")
    return page


def test_words_left_behind_are_added_to_newer_ones_only_when_asked(site: Site, stopping: Stopping) -> None:
    page = left_behind(site, stopping)
    page.goto(path())
    expect(page.get_by_label("Good", exact=True)).to_have_value("The app is loved")
    page.get_by_text("Add them").click()
    expect(page.get_by_label("Good", exact=True)).to_have_value("The app is loved\nThe whiteboard works")
    saved(page)
    assert noted() == ["The app is loved", "The whiteboard works"]


def test_words_left_behind_are_offered_until_somebody_says_what_becomes_of_them(
    site: Site, stopping: Stopping
) -> None:
    page = left_behind(site, stopping)
    with scripts_arrive_late(page):
        page.goto(path(), wait_until="commit")
        page.get_by_label("Bad", exact=True).fill("Three logins")
    saved(page)
    assert noted() == ["The app is loved", "Three logins"]
    offer = page.get_by_text("This browser has words that were not saved.")
    page.reload()
    expect(offer).to_be_visible()
    page.get_by_role("button", name="Let them go").click()
    expect(offer).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Good", exact=True)).to_have_value("The app is loved")
    expect(offer).to_have_count(0)
    assert noted() == ["The app is loved", "Three logins"]


def test_a_page_out_of_the_browsers_memory_is_fetched_anew_unless_words_wait(
    site: Site, stopping: Stopping
) -> None:
    page = site.open(path())
    page.get_by_label("Good", exact=True).press_sequentially("The whiteboard works")
    saved(page)
    Note.objects.update(text="The app is loved")
    with page.expect_navigation():
        page.evaluate(OUT_OF_MEMORY)
    expect(page.get_by_label("Good", exact=True)).to_have_value("The app is loved")
    stopping.stop()
    page.get_by_label("Bad", exact=True).press_sequentially("Three logins")
    expect(page.get_by_text("Not saved yet.")).to_be_visible()
    page.evaluate(OUT_OF_MEMORY)
    page.wait_for_timeout(300)
    expect(page.get_by_label("Bad", exact=True)).to_have_value("Three logins")
    stopping.start()


def test_two_windows_show_both_texts_and_lose_neither(site: Site) -> None:
    first = site.open(path())
    second = first.context.new_page()
    second.goto(path())
    first.get_by_label("Bad", exact=True).press_sequentially("Three logins. Takes six minutes.")
    saved(first)
    second.get_by_label("Bad", exact=True).press_sequentially("Three logins, four on Ward 7.")
    expect(second.get_by_text("Changed in another window, too.")).to_be_visible()
    assert noted() == ["Three logins. Takes six minutes."]
    second.get_by_text("See both texts").click()
    expect(second.get_by_role("heading", level=1)).to_be_focused()
    expect(second.locator(".v-t").nth(0)).to_have_text("Three logins, four on Ward 7.")
    expect(second.locator(".v-t").nth(1)).to_have_text("Three logins. Takes six minutes.")
    second.get_by_role("button", name="Keep the chosen text").click()
    expect(second.get_by_label("Bad", exact=True)).to_have_value(
        "Three logins. Takes six minutes.\nThree logins, four on Ward 7."
    )
    assert noted() == ["Three logins. Takes six minutes.", "Three logins, four on Ward 7."]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_rough_notes_are_sorted_and_the_rest_comes_back(site: Site, scripts: bool) -> None:
    page = site.open(path(), scripts=scripts, size=PHONE)
    page.get_by_text("Paste rough notes instead").click()
    page.get_by_label("Rough notes").fill(
        "Ana: hates double entry\nHelen asked why now?\nthe car park is full"
    )
    page.get_by_role("button", name="Sort these").click()
    expect(page.get_by_label("Rough notes")).to_have_value("the car park is full")
    expect(page.get_by_label("Ugly", exact=True)).to_have_value("hates double entry")
    assert (noted(ANA), noted(HELEN)) == (["hates double entry"], ["Helen asked why now?"])


def test_everything_works_without_scripts(site: Site) -> None:
    page = site.open(path(), scripts=False, size=PHONE)
    other = page.context.new_page()
    other.goto(path())
    page.get_by_label("Bad", exact=True).fill("Three logins")
    page.get_by_label("They decide").fill("Decision by 6 November 2027")
    page.get_by_role("button", name="Save", exact=True).click()
    saved(page)
    page.locator("details.who", has=page.locator("#shares-bad")).locator("summary").click()
    page.locator("#shares-bad").get_by_text("Private", exact=True).click()
    page.get_by_label("By Decision").fill("2027-11-08")
    page.get_by_role("button", name="Save", exact=True).click()
    saved(page)
    assert (note("Three").share, f"{note('Decision').due_on}") == ("private", "2027-11-08")
    other.get_by_label("Bad", exact=True).fill("Four logins")
    other.get_by_role("button", name="Save", exact=True).click()
    other.get_by_label("Yours").check()
    other.get_by_role("button", name="Keep the chosen text").click()
    assert noted() == ["Four logins", "Decision by 6 November 2027"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_nothing_is_inaccessible(site: Site, axe: Callable[[Page], list[str]], size: Any, dark: bool) -> None:
    page = site.open(path(), size=size, dark=dark)
    page.get_by_text("More: what you said").click()
    for label in ("Bad", "They decide", "You asked", "A doubt"):
        page.get_by_label(label, exact=True).fill("Three logins by 6 November 2027")
    page.get_by_label("How might you help?").fill("One login")
    saved(page)
    expect(page.locator("#adds-idea select")).to_be_visible()
    for summary in page.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()
    assert axe(page) == []
    other = page.context.new_page()
    other.goto(path())
    Note.objects.filter(kind="challenge").update(text="Three logins, says Ana")
    page.get_by_label("Bad", exact=True).fill("Four logins")
    page.get_by_text("See both texts").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("changed while you wrote")
    assert axe(page) == []


def test_one_thumb(site: Site) -> None:
    page = site.open(path(), size=PHONE, has_touch=True, is_mobile=True)
    page.get_by_label("Bad", exact=True).fill("Three logins")
    page.get_by_label("They decide").fill("Decision by 6 November 2027")
    saved(page)
    page.locator("details.who", has=page.locator("#shares-bad")).locator("summary").click()
    expect(page.locator(".tabbar")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    sizes = page.eval_on_selector_all(
        "main .input", "all => all.filter(one => one.offsetParent).map(one => getComputedStyle(one).fontSize)"
    )
    assert set(sizes) == {"16px"}
    small = page.eval_on_selector_all(
        "main button, main summary, main .seg3 span, main .input, .folk a",
        "all => all.filter(one => one.offsetParent && one.getBoundingClientRect().height < 44)"
        ".map(one => one.outerHTML)",
    )
    assert small == []
