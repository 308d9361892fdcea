"""Letters in a browser: written, marked, copied, sent, with a script and without; a nudge in three clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from candidacy.models import Development, News
from letters.models import Letter
from tests.browser import scripts_arrive_late
from tests.e2e.counting import count, counted
from tests.letters.story import TEXT, Cast, cast

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser import Site

SHIFT = "You asked me how I would win over a night shift, and I have gone on thinking about it."
WIDE, PHONE = (1280, 800), (390, 844)


@pytest.fixture
def story(site: Site) -> Cast:
    return cast()


@pytest.fixture
def silent(story: Cast) -> Cast:
    """The same, moved into the past, so that they have been silent for long by today."""
    now = timezone.now()
    story.talk.starts_at, story.talk.ends_at = _ago(now, 30), _ago(now, 30)
    story.talk.save()
    for person in (story.ruth, story.tomasz):
        body = f"Dear {person.name.split()[0]},\n\nOne pallet a day.\n\nKind regards,\nDana"
        story.draft(to=person, status="sent", sent_at=_ago(now, 29), body=body)
    company = story.candidacy.company
    Development.objects.create(company=company, title="Cold store opens in Leith", published_on=_ago(now, 3))
    Development.objects.create(company=company, title="Supermarkets sign a pledge", published_on=_ago(now, 9))
    News.objects.create(text="The picking forecast runs on a laptop now.", happened_on=_ago(now, 5))
    return story


def _ago(now: dt.datetime, days: int) -> dt.datetime:
    import datetime as dt

    return now - dt.timedelta(days=days)


class TestWithAScript:
    def test_a_thank_you_from_draft_to_sent(self, site: Site, story: Cast) -> None:
        letter = story.draft()
        page = site.open(letter.get_absolute_url(), permissions=["clipboard-read", "clipboard-write"])
        field = page.get_by_label("Letter to Ruth Adeyemi")
        field.click()
        field.press("Control+End")
        with page.expect_response("**/check/"):
            field.type(f"\n\n{SHIFT}")
        page.locator("#marks mark").first.wait_for(state="attached")
        assert "3 of 4 used" in page.inner_text("#used")
        assert page.inner_text("#save").startswith("Saved")
        field.press("Control+Home")
        field.press("F8")
        marked = field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
        assert marked == page.locator("#marks mark").first.text_content()
        with page.expect_response("**/copy/"):
            page.get_by_role("button", name="Copy").click()
        assert page.evaluate("navigator.clipboard.readText()") == f"{TEXT}\n\n{SHIFT}"
        page.get_by_role("button", name="Yes, mark as sent").click()
        page.wait_for_url(f"{site.address}/")
        letter.refresh_from_db()
        assert (letter.status, letter.body) == ("sent", f"{TEXT}\n\n{SHIFT}")
        assert "Thank-you to Ruth Adeyemi sent" in page.inner_text("#log")

    def test_what_was_typed_before_the_scripts_came_is_saved(self, site: Site, story: Cast) -> None:
        letter = story.draft()
        page = site.open("/welcome/")
        with page.expect_response("**/check/"), scripts_arrive_late(page):
            page.goto(letter.get_absolute_url(), wait_until="commit")
            page.get_by_label("Letter to Ruth Adeyemi").fill(f"{TEXT}\n\n{SHIFT}")
        letter.refresh_from_db()
        assert letter.body == f"{TEXT}\n\n{SHIFT}"
        assert page.text_content("#marks") == f"{TEXT}\n\n{SHIFT} "

    def test_a_fact_goes_in_at_the_caret(self, site: Site, story: Cast) -> None:
        page = site.open(story.draft().get_absolute_url())
        field = page.get_by_label("Letter to Ruth Adeyemi")
        field.evaluate("field => { field.focus(); field.setSelectionRange(35, 35); }")
        fact = page.get_by_role("button", name="How would you win over")
        with page.expect_response("**/check/"):
            fact.click()
        page.locator(".fact[aria-pressed=true]").nth(2).wait_for()
        text = field.input_value()
        assert text.startswith("Dear Ruth,\n\nThank you for the hour.")
        assert "night shift" in text[35:].split("You judged")[0]

    def test_the_text_is_never_out_of_step_with_its_marks(self, site: Site, story: Cast) -> None:
        page = site.open(story.draft(body=SHIFT).get_absolute_url())
        field = page.get_by_label("Letter to Ruth Adeyemi")
        assert page.locator("#marks mark").count() == 1
        field.press("Control+End")
        field.type(" More")
        assert page.locator("#marks mark").count() == 0
        assert page.locator("#marks").text_content() == f"{SHIFT} More "

    def test_what_would_hurt_asks_in_a_dialogue(self, site: Site, story: Cast) -> None:
        letter = story.draft(body=TEXT.replace("the hour", "[something]"))
        page = site.open(letter.get_absolute_url())
        page.get_by_role("button", name="Open in email").click()
        dialog = page.get_by_role("dialog")
        dialog.wait_for()
        dialog.get_by_role("link", name="Back to the letter").click()
        assert not dialog.is_visible()
        letter.refresh_from_db()
        assert letter.opened_at is None

    def test_without_the_server_the_words_stay_here(self, site: Site, story: Cast) -> None:
        letter = story.draft()
        page = site.open(letter.get_absolute_url())
        page.route("**/check/", lambda route: route.abort())
        page.get_by_label("Letter to Ruth Adeyemi").fill("Not to be lost")
        page.get_by_text("Your words are kept in this browser").wait_for()
        page.unroute("**/check/")
        page.reload()
        page.get_by_text("What was not saved before is back in its place").wait_for()
        assert page.get_by_label("Letter to Ruth Adeyemi").input_value() == "Not to be lost"
        site.complaints.clear()

    def test_two_windows_are_asked(self, site: Site, story: Cast) -> None:
        letter = story.draft()
        page = site.open(letter.get_absolute_url())
        Letter.objects.filter(pk=letter.pk).update(body="From another window", version=2)
        page.get_by_label("Letter to Ruth Adeyemi").fill("From this window")
        page.get_by_role("heading", name="This letter changed while you wrote").wait_for()
        page.get_by_label("Yours").check()
        page.get_by_role("button", name="Keep the chosen text").click()
        assert page.get_by_label("Letter to Ruth Adeyemi").input_value() == "From this window"
        assert "From another window" in letter.revisions.values_list("body", flat=True)

    @pytest.mark.usefixtures("silent")
    def test_from_today_to_a_sent_nudge_in_three_clicks(self, site: Site) -> None:
        page = site.open("/")
        count(page)
        page.get_by_role("button", name="Write to Ruth").click()
        page.get_by_role("button", name="Open in email").click()
        page.get_by_role("button", name="Yes, mark as sent").click()
        page.wait_for_url(f"{site.address}/")
        assert counted(page, "clicks") == 3
        assert Letter.objects.get(kind="nudge").status == "sent"
        assert "Nudge to Ruth Adeyemi sent" in page.inner_text("#log")

    @pytest.mark.usefixtures("silent")
    def test_a_step_chosen_leaves_the_text_and_offers_its_sentence(self, site: Site) -> None:
        page = site.open("/")
        page.get_by_role("button", name="Write to Ruth").click()
        field = page.get_by_label("Letter to Ruth Adeyemi")
        before = field.input_value()
        with page.expect_response("**/parts/"):
            page.get_by_label("Supermarkets sign a pledge").check()
        page.wait_for_load_state("networkidle")
        assert page.get_by_label("Supermarkets sign a pledge").is_checked()
        assert field.input_value() == before
        chosen = Letter.objects.get(kind="nudge").development
        assert str(chosen) == "Supermarkets sign a pledge"


class TestWithoutAScript:
    def test_a_thank_you_by_plain_forms(self, site: Site, story: Cast) -> None:
        letter = story.draft()
        page = site.open(letter.get_absolute_url(), scripts=False)
        page.get_by_label("Letter to Ruth Adeyemi").fill(f"{TEXT}\n\n{SHIFT}")
        page.get_by_role("button", name="Save and check").click()
        assert page.locator("#marks mark").all_text_contents() == [
            "judged the mackerel tasting on Friday",
            "Leith loses the chill at four in the morning",
            "win over a night shift",
        ]
        page.get_by_role("button", name="Follow one pallet").click()
        letter.refresh_from_db()
        assert "pallet" in letter.body
        page.get_by_role("button", name="Open in email").click()
        assert page.get_by_role("link", name="Open it again").get_attribute("href", timeout=2000)
        page.get_by_role("button", name="Yes, mark as sent").click()
        letter.refresh_from_db()
        assert (page.url, letter.status) == (f"{site.address}/", "sent")

    @pytest.mark.usefixtures("silent")
    def test_a_nudge_by_plain_forms(self, site: Site) -> None:
        page = site.open("/", scripts=False)
        page.get_by_role("button", name="Write to Ruth").click()
        page.get_by_label("Supermarkets sign a pledge").check()
        page.get_by_role("button", name="Draft it anew with these").click()
        page.get_by_role("button", name="Open in email").click()
        page.get_by_role("button", name="Yes, mark as sent").click()
        assert Letter.objects.get(kind="nudge").status == "sent"

    def test_what_would_hurt_is_a_page(self, site: Site, story: Cast) -> None:
        letter = story.draft(body=TEXT.replace("the hour", "[something]"))
        page = site.open(letter.get_absolute_url(), scripts=False)
        page.get_by_role("button", name="Open in email").click()
        page.get_by_role("button", name="Send anyway").click()
        letter.refresh_from_db()
        assert letter.sent_despite == "placeholder"
        assert "Did you send it to Ruth?" in page.inner_text("#did")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_page_of_the_letters_is_accessible(
    site: Site, silent: Cast, axe: Callable[[Page], list[str]], size: tuple[int, int], dark: bool
) -> None:
    now = timezone.now()
    stopped = silent.draft(kind="free", body="[something]", opened_at=now)
    nudge = silent.draft(kind="nudge", development=Development.objects.first(), news=News.objects.first())
    thanks = silent.draft(body=f"{TEXT}\n\n{SHIFT}")
    thanks.revisions.create(subject="Before", body=TEXT)
    sent = Letter.objects.filter(status="sent").first()
    assert sent is not None
    page = site.open("/letters/", size=size, dark=dark)
    paths = [
        "/letters/", "/letters/new/", stopped.get_absolute_url(), nudge.get_absolute_url(),
        thanks.get_absolute_url(), f"{thanks.get_absolute_url()}preview/",
        f"{thanks.get_absolute_url()}versions/", sent.get_absolute_url(),
    ]  # fmt: skip
    wrong = {}
    for path in paths:
        page.goto(path)
        wrong[path] = axe(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert (path, wide) == (path, size[0])
    page.goto(stopped.get_absolute_url())
    page.get_by_role("button", name="Open in email").click()
    page.get_by_role("dialog").wait_for()
    wrong["the dialogue"] = axe(page)
    assert wrong == {path: [] for path in (*paths, "the dialogue")}


def test_on_paper_there_is_the_letter_alone(site: Site, story: Cast) -> None:
    page = site.open(story.draft().get_absolute_url())
    page.emulate_media(media="print")
    assert page.inner_text("main").strip().endswith(TEXT)
    assert "Subject" not in page.inner_text("main")
