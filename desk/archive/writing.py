"""Export: every record as the archive's JSON text, in the order in which it was recorded."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from candidacy import zones
from candidacy.models import Company, News, Profile
from desk.archive.shapes import COMPANY, FORMAT, INVITATION, NEWS, PROFILE_FIELDS, VERSION, Field, Kind, Shape

if TYPE_CHECKING:
    from datetime import datetime

    from django.db import models

Json = dict[str, Any]


def export_text() -> str:
    """Everything recorded, as JSON text; the same records give the same text."""
    return json.dumps(export(), ensure_ascii=False, indent=1) + "\n"


def export() -> Json:
    """Everything recorded, as the archive's object."""
    profile = Profile.load()
    rows = _Rows()
    waiting = [_record(one, INVITATION, rows, "UTC") for one in _query(INVITATION)]
    return {
        "format": FORMAT,
        "version": VERSION,
        "profile": _fields(profile, PROFILE_FIELDS, rows, profile.time_zone),
        "settings": profile.settings,
        "news": [_record(one, NEWS, rows, profile.time_zone) for one in News.objects.order_by("pk")],
        "companies": [
            _record(one, COMPANY, rows, one.time_zone or profile.time_zone)
            for one in Company.objects.order_by("pk")
        ],
        **({"invitations": waiting} if waiting else {}),
    }


class _Rows:
    """The rows of each shape, fetched once and handed out by the record they belong to."""

    def __init__(self) -> None:
        self._fetched: dict[Shape, dict[int, list[models.Model]]] = {}
        self._named: dict[Field, dict[int, list[str]]] = {}

    def inside(self, parent: models.Model, shape: Shape) -> list[models.Model]:
        """The rows of that shape which belong to the parent, in the order in which they were recorded."""
        if shape not in self._fetched:
            by_parent: dict[int, list[models.Model]] = defaultdict(list)
            for row in _query(shape):
                by_parent[getattr(row, f"{shape.parent}_id")].append(row)
            self._fetched[shape] = by_parent
        return self._fetched[shape].get(parent.pk, [])

    def named(self, row: models.Model, field: Field) -> list[str]:
        """The keys of the records that the row names in a list, in the order in which it named them."""
        if field not in self._named:
            through = getattr(row, field.attribute).through
            own, other = (one.__name__.lower() for one in (type(row), field.refers) if one)
            links = through.objects.order_by("pk").values_list(f"{own}_id", f"{other}__key")
            by_row: dict[int, list[str]] = defaultdict(list)
            for pk, key in links:
                by_row[pk].append(key)
            self._named[field] = by_row
        return self._named[field].get(row.pk, [])


def _query(shape: Shape) -> models.QuerySet[models.Model]:
    query = shape.model._default_manager.order_by(*shape.order)
    named = [one.attribute for one in shape.fields if one.kind in (Kind.KEY, Kind.AUTHOR)]
    return query.select_related(*named) if named else query


def _record(row: models.Model, shape: Shape, rows: _Rows, zone: str) -> Json:
    """One record with the records inside it. Moments are written in its own zone, else the one given."""
    written: Json = {"key": row.key} if shape.keyed else {}  # type: ignore[attr-defined]
    written |= _fields(row, shape.fields, rows, getattr(row, "time_zone", "") or zone)
    for name, inner in shape.lists.items():
        listed = [_record(one, inner, rows, zone) for one in rows.inside(row, inner)]
        if listed or not inner.beyond:
            written[name] = listed
    return written


def _fields(row: models.Model, fields: tuple[Field, ...], rows: _Rows, zone: str) -> Json:
    values = {
        one.name: rows.named(row, one) if one.kind is Kind.KEYS else _value(row, one, zone) for one in fields
    }
    return {one.name: values[one.name] for one in fields if values[one.name] or not one.beyond}


def _value(row: models.Model, field: Field, zone: str) -> Any:
    """The value of a field as the archive writes it."""
    value = getattr(row, field.attribute)
    match field.kind:
        case Kind.KEY:
            return value.key if value else None
        case Kind.AUTHOR:
            return value.key if value else "me"
        case Kind.DAY:
            return value.isoformat() if value else None
        case Kind.MOMENT:
            return _moment(value, zone) if value else None
    return None if field.nullable and not value else value


def _moment(moment: datetime, zone: str) -> str:
    """The local time with its offset, which stays one moment also in the hour that comes twice."""
    return moment.astimezone(zones.zone(zone)).isoformat()
