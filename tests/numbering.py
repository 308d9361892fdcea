"""The numbers of new rows."""

from __future__ import annotations

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection


def go_on_from_the_last_row() -> None:
    """Number the next row of every table after its last one, from 1 where there is none.

    PostgreSQL goes on from the highest number any test had, and knows nothing of rows stored with theirs.
    """
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(
            no_style(), apps.get_models(include_auto_created=True)
        ):
            cursor.execute(statement)
