"""Writes the boxes of forms: the same as Django’s own templates for them, in a small part of their time."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from django.forms.renderers import DjangoTemplates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from django.http import HttpRequest

    Widget = Mapping[str, Any]

_FOLDER = "django/forms/widgets/"


class Written(DjangoTemplates):
    """What no function below writes is left to the templates."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """The mark-up of one box."""
        write = _WRITERS.get(template_name.removeprefix(_FOLDER))
        if write is None or context["widget"].get("wrap_label"):
            return super().render(template_name, context, request)
        return write(context["widget"])


def _input(widget: Widget) -> str:
    value = widget["value"]
    given = "" if value is None else f' value="{_escaped(value)}"'
    return f'<input type="{widget["type"]}" name="{_named(widget)}"{given}{_attributes(widget)}>'


def _textarea(widget: Widget) -> str:
    value = _escaped(widget["value"] or "")
    return f'<textarea name="{_named(widget)}"{_attributes(widget)}>\n{value}</textarea>'


def _select(widget: Widget) -> str:
    groups = "".join(_group(name, options) for name, options, _place in widget["optgroups"])
    return f'<select name="{_named(widget)}"{_attributes(widget)}>{groups}\n</select>'


def _group(name: str | None, options: Iterable[Widget]) -> str:
    lines = "".join(map(_option, options))
    return f'\n  <optgroup label="{_escaped(name)}">{lines}\n  </optgroup>' if name else lines


def _option(widget: Widget) -> str:
    value, label = _escaped(widget["value"]), _escaped(widget["label"])
    return f'\n  <option value="{value}"{_attributes(widget)}>{label}</option>'


def _named(widget: Widget) -> str:
    return _escaped(widget["name"])


def _escaped(value: Any) -> str:
    # As `conditional_escape`, which first looks among its arguments for words to be translated later.
    return value.__html__() if hasattr(value, "__html__") else escape(str(value))


def _attributes(widget: Widget) -> str:
    return "".join(
        f" {name}" if value is True else f' {name}="{_escaped(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


_INPUTS = "checkbox date datetime email hidden number password radio_option tel text time url"
_WRITERS: dict[str, Callable[[Widget], str]] = {
    **{f"{kind}.html": _input for kind in _INPUTS.split()},
    "textarea.html": _textarea,
    "select.html": _select,
}
