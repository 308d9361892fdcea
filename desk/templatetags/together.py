"""Where the styles and scripts of every page are: `{% together "page.css" %}`."""

from __future__ import annotations

from django import template

from desk.together import bundle

register = template.Library()


@register.simple_tag
def together(name: str) -> str:
    """The address of a bundle, with its contents in its name."""
    return bundle(name).address
