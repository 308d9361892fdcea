"""Pages that are imported when they are first asked for: the first one needs few of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


def page(place: str) -> Callable[..., HttpResponse]:
    """The view of that module and name, such as `desk.views.today.page`."""

    def asked(request: HttpRequest, **words: Any) -> HttpResponse:
        answer: HttpResponse = import_string(place)(request, **words)
        return answer

    return asked
