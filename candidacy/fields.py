"""What several records share: stable keys, versions, and the choices' words."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import F
from django.utils.translation import gettext, gettext_lazy

from candidacy import zones
from candidacy.odd import EARLIEST, LATEST, MomentField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Q

    _Char = models.CharField[str, str]
    _Text = models.TextField[str, str]
    _Link = models.URLField[str, str]
else:  # Django's fields take no type arguments when the program runs
    _Char, _Text, _Link = models.CharField, models.TextField, models.URLField

KEY_LENGTH = 200

# Links may only lead to web pages: a javascript: or file: address is refused by forms, import and database.
web_link = URLValidator(
    schemes=["http", "https"], message=gettext_lazy("Start the link with https:// or http://.")
)


def sensible_day(value: dt.date) -> None:
    """Refuse days and moments outside 1900 to 2200: a slip of the finger, and trouble for every list."""
    day = value.date() if isinstance(value, dt.datetime) else value
    if not EARLIEST <= day <= LATEST:
        raise ValidationError(gettext("Take a year between 1900 and 2200."), code="year")


def known_zone(value: str) -> None:
    """Refuse a name that is no time zone."""
    try:
        zones.zone(value)
    except ValueError as error:
        raise ValidationError(str(error), code="zone") from error


def country_code(value: str) -> None:
    """Refuse what is not a two-letter country code (ISO 3166), such as GB."""
    if not re.fullmatch(r"[A-Z]{2}", value):
        raise ValidationError(gettext("Take the two-letter code of the country, such as GB."), code="country")


def whole_text(value: str) -> None:
    """Refuse half characters (lone surrogates), which no file and no letter can hold."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValidationError(
            gettext("A character in here is broken: type it again."), code="surrogate"
        ) from error


def without_nul(value: Any) -> Any:
    """The text without NUL characters, which databases refuse and nobody types."""
    return value.replace("\x00", "") if isinstance(value, str) else value


class LineField(_Char):
    """One line of plain text."""

    def __init__(self, verbose_name: str | None = None, *, max_length: int = 200, **kwargs: Any) -> None:
        super().__init__(verbose_name, max_length=max_length, **kwargs)
        self.validators = [*self.validators, whole_text]

    def to_python(self, value: Any) -> Any:
        """The text without NUL characters."""
        return super().to_python(without_nul(value))


class WordsField(_Text):
    """Plain text of any length."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, whole_text]

    def to_python(self, value: Any) -> Any:
        """The text without NUL characters."""
        return super().to_python(without_nul(value))


class LinkField(_Link):
    """A link to a web page; a form completes an address typed without https://."""

    default_validators = [web_link]

    def __init__(self, verbose_name: str | None = None, *, max_length: int = 2000, **kwargs: Any) -> None:
        super().__init__(verbose_name, max_length=max_length, **kwargs)

    def to_python(self, value: Any) -> Any:
        """The text without NUL characters."""
        return super().to_python(without_nul(value))

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        """The link. What leads anywhere else, however it came in, is read as none."""
        return value if value is None or value.lower().startswith(("http://", "https://")) else ""

    def formfield(self, **kwargs: Any) -> Any:
        """The browser's link field."""
        return super().formfield(**{"assume_scheme": "https", **kwargs})


def link_or_nothing(field: str) -> Q:
    """The database's own guard of a link field."""
    web = models.Q(**{f"{field}__istartswith": "http://"}) | models.Q(**{f"{field}__istartswith": "https://"})
    return models.Q(**{field: ""}) | web


def one_of(field: str, choices: type[models.TextChoices], *, blank: bool = False) -> Q:
    """The database's own guard of a closed list."""
    return models.Q(**{f"{field}__in": [*choices.values, ""] if blank else choices.values})


def new_key() -> str:
    """A fresh stable text id for a record: 16 characters, unique in practice on any machine."""
    return secrets.token_urlsafe(12)


class Versioned(models.Model):
    """A row that forms edit: each save raises its version, so that a form knows whether it is late."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Store the row. The database counts, so that two edits at once are two versions."""
        if not self.is_stored:
            super().save(*args, update_fields=update_fields, **kwargs)
            return
        seen = self.version
        self.version = F("version") + 1
        try:
            if update_fields is not None:
                update_fields = {*update_fields, *self._bookkeeping()}
            super().save(*args, update_fields=update_fields, **kwargs)
        finally:
            self.version = seen
        self.version = seen + 1

    @classmethod
    def _bookkeeping(cls) -> set[str]:
        return {"version", "updated_at"} & {field.name for field in cls._meta.fields}

    @property
    def is_stored(self) -> bool:
        """Whether it was read from the database, or saved."""
        return not self._state.adding

    @property
    def seen_as(self) -> str:
        """The version a form shows: that of the stored row, nothing while none is stored."""
        return str(self.version) if self.is_stored else ""


class Record(Versioned):
    """Anything the person can edit: it has a key that archives keep, and a version that edits raise."""

    key = models.CharField(max_length=KEY_LENGTH, unique=True, default=new_key, editable=False)
    created_at = MomentField(auto_now_add=True, editable=False)
    updated_at = MomentField(auto_now=True, editable=False)

    class Meta:
        abstract = True
