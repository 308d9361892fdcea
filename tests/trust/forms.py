"""The forms of a page as a browser would send them, read from its HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.http import HttpResponse


@dataclass
class Form:
    """One form: where it goes, and its fields with what they hold."""

    id: str
    action: str
    method: str
    fields: dict[str, list[str]] = field(default_factory=dict)

    def with_(self, **typed: str) -> dict[str, Any]:
        """What would be sent after typing into some of its fields."""
        return {**self.fields, **typed}


def forms(page: HttpResponse) -> list[Form]:
    """The forms of a page, in their order."""
    reader = _Reader()
    reader.feed(page.content.decode())
    reader.close()
    for owner, name, value in reader.found:
        form = reader.by_id.get(owner) if isinstance(owner, str) else owner
        if form and name and name != "csrfmiddlewaretoken":
            form.fields.setdefault(name, []).append(value)
    return reader.forms


def form_with(page: HttpResponse, name: str) -> Form:
    """The form of a page that has a field of that name."""
    return next(form for form in forms(page) if name in form.fields)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.by_id: dict[str, Form] = {}
        self.here: Form | None = None
        # Of each field: its form or the form’s id, its name, its value.
        self.found: list[tuple[Form | str | None, str, str]] = []
        self.select: tuple[Form | str | None, str] | None = None
        self.options: list[tuple[str, bool]] = []
        self.text: list[str] | None = None
        self.area: tuple[Form | str | None, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        name, owner = known.get("name", ""), known.get("form") or self.here
        if tag == "form":
            self.here = Form(known.get("id", ""), known.get("action", ""), known.get("method", "get"))
            self.forms.append(self.here)
            self.by_id[self.here.id] = self.here
        elif tag == "input" and known.get("type") not in {"submit", "button", "file"}:
            ticked = known.get("type") not in {"checkbox", "radio"} or "checked" in known
            if ticked:
                self.found.append((owner, name, known.get("value", "on" if "checked" in known else "")))
        elif tag == "textarea":
            self.text, self.area = [], (owner, name)
        elif tag == "select":
            self.select, self.options = (owner, name), []
        elif tag == "option":
            self.options.append((known.get("value", ""), "selected" in known))

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.here = None
        elif tag == "textarea" and self.text is not None and self.area:
            # A browser leaves out the first line break of a text area.
            self.found.append((*self.area, "".join(self.text).removeprefix("\n")))
            self.text = None
        elif tag == "select" and self.select and self.options:
            chosen = [value for value, selected in self.options if selected] or [self.options[0][0]]
            self.found += [(*self.select, value) for value in chosen]
            self.select = None
