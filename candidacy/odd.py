"""Fields that read any stored value as one that every page can show, whoever wrote it.

Forms and imports refuse such values, and the database most of them; a file that another program has written
to may hold them all the same, and one odd row must never break a list.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.functional import cached_property

from candidacy import zones

EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2200, 12, 31)

if TYPE_CHECKING:
    # To a type checker they are Django's own, whose types follow from null=True.
    DayField, MomentField = models.DateField, models.DateTimeField
    ZoneField = ChoiceField = models.CharField
    JsonField = models.JSONField
else:

    class _AsStored:
        """Beside a field of Django's: one that differs in what it reads, and is the same column."""

        def deconstruct(self) -> Any:
            """As the migrations know it."""
            name, _path, args, kwargs = super().deconstruct()
            theirs = next(base for base in type(self).__mro__ if base.__module__.startswith("django."))
            return name, f"django.db.models.{theirs.__name__}", args, kwargs

    class DayField(_AsStored, models.DateField):
        """A day. One outside 1900 to 2200, however it came in, is read as the first or last of those."""

        def from_db_value(self, value: dt.date | None, *_: Any) -> dt.date | None:
            """The day, near enough for a list to show and for a calendar to count."""
            return value and min(max(value, EARLIEST), LATEST)

    class MomentField(_AsStored, models.DateTimeField):
        """A moment. One from outside 1900 to 2200, however it came in, is read as the edge of those years."""

        def from_db_value(self, value: dt.datetime | None, *_: Any) -> dt.datetime | None:
            """The moment, in years that every time zone has."""
            if value is None or EARLIEST <= value.date() <= LATEST:
                return value
            edge = EARLIEST if value.date() < EARLIEST else LATEST
            return value.replace(edge.year, edge.month, edge.day)

    class ZoneField(_AsStored, models.CharField):
        """The name of a time zone. One that no system knows, however it came in, is read as the default."""

        def from_db_value(self, value: str, *_: Any) -> str:
            """A name that can be used, or the default."""
            try:
                zones.zone(value or "UTC")
            except ValueError:
                value = ""
            return value or str(self.get_default())

    class ChoiceField(_AsStored, models.CharField):
        """A word of a closed list. Any other, however it came in, is read as the usual one."""

        def from_db_value(self, value: str, *_: Any) -> str:
            """A word of the list."""
            if value in self._known or (self.blank and not value):
                return value
            return str(self.get_default() or ("" if self.blank else next(iter(self._known))))

        def contribute_to_class(self, cls: type[models.Model], name: str, *args: Any, **kwargs: Any) -> None:
            """Have every row say the label of its word by the list that is kept."""
            super().contribute_to_class(cls, name, *args, **kwargs)
            setattr(cls, f"get_{name}_display", lambda row: self._said(getattr(row, name)))

        def _said(self, word: str) -> str:
            return str(self._known.get(word, word))

        @cached_property
        def _known(self) -> dict[str, Any]:
            """The words in their order, with their labels. Django puts them together at every look."""
            return {str(word): label for word, label in self.flatchoices}

    class JsonField(_AsStored, models.JSONField):
        """JSON of the default’s type. Anything else, however it came in, is read as the default."""

        def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
            """The object or the list."""
            usual = self.get_default()
            try:
                read = super().from_db_value(value, expression, connection)
            except ValueError:
                return usual
            return read if isinstance(read, type(usual)) else usual
