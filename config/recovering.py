"""Serves the choices about a database in trouble, and the site itself once one of them was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.handlers.wsgi import WSGIHandler

from config import home
from desk.recovery import Incident, NotYetError
from desk.views import recover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any
    from wsgiref.types import StartResponse, WSGIEnvironment

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase


class Front:
    """A WSGI application of two: the same gate and sign-in stand before both."""

    def __init__(
        self, trouble: home.InTroubleError, site: WSGIHandler, open_site: Callable[[], None]
    ) -> None:
        self.is_open = False
        self._site, self._open_site = site, open_site
        incident = Incident(trouble.file, trouble.kind, trouble.found, home.backups(), self._reopen)
        self._choices = _Choices(incident)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return (self._site if self.is_open else self._choices)(environ, start_response)

    def _reopen(self) -> None:
        try:
            self._open_site()
        except home.NotReadyError as fault:
            raise NotYetError(str(fault)) from fault
        self.is_open = True


class _Choices(WSGIHandler):
    """Django with the routes of the choices only."""

    def __init__(self, incident: Incident) -> None:
        super().__init__()
        self._routes = recover.routes(incident)

    def get_response(self, request: HttpRequest) -> Any | HttpResponseBase:
        request.urlconf = self._routes  # type: ignore[assignment]
        return super().get_response(request)
