"""A browser that is not signed in learns how; the link lets it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.e2e.conftest import Site


@pytest.mark.parametrize("scripts", [True, False])
def test_the_link_lets_a_browser_in_once(site: Site, *, scripts: bool) -> None:
    page = site.open("/signin/", signed_in=False, scripts=scripts)
    assert page.title() == "Sign in · Afterword"
    link = site.link()
    page.goto(link)
    assert page.url == f"{site.address}/"
    again = site.open(link.removeprefix(site.address), signed_in=False, scripts=scripts)
    assert again.get_by_text("That link has been used, or is older than ten minutes.").is_visible()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_the_sign_in_page_is_open_to_everybody(
    site: Site, axe: Callable[[Page], list[str]], size: tuple[int, int], *, dark: bool
) -> None:
    page = site.open("/signin/", signed_in=False, size=size, dark=dark)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_another_site_reaches_nothing(site: Site) -> None:
    """A page of some other origin tries what such pages try; the browser’s own headers give it away."""
    site.open()
    page = site.contexts[0].new_page()
    page.goto("data:text/html,<title>elsewhere</title>")
    tried = page.evaluate(
        """async address => {
            const fetched = await fetch(address + '/', {credentials: 'include', mode: 'no-cors'})
                .then(answer => answer.type, () => 'refused')
            const image = await new Promise(done => {
                const image = new Image()
                image.onload = () => done('shown')
                image.onerror = () => done('refused')
                image.src = address + '/static/icon.svg'
            })
            return [fetched, image]
        }""",
        site.address,
    )
    site.complaints.clear()
    assert tried == ["refused", "refused"]
