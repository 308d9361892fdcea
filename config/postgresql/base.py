"""Django’s PostgreSQL, where writers take turns as they do on SQLite.

A database belongs to one person, and every page reads what it is about to change inside its transaction.
SQLite’s IMMEDIATE transactions come one after the other, so what was read is still so when it is written. At
PostgreSQL’s own READ COMMITTED two transactions may both read before either writes, and the later one undoes
the earlier. SERIALIZABLE would refuse one of them instead, and every writer would have to begin again.

So each transaction begins by taking one lock for the whole database, which its end gives back. Under it READ
COMMITTED is right: what is read then is what was committed last. Single statements outside a transaction,
reading above all, wait for nobody.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base

# Any number that nothing else in this database locks; this one is “After”.
TURN = 0x4166746572
# As long as SQLite waits for its turn (`config.settings.sqlite_at`).
PATIENCE_MS = 20_000


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose transactions come one after the other."""

    def get_connection_params(self) -> dict[str, Any]:
        """As in DATABASE_URL, and nobody waits for a lock for ever."""
        given: dict[str, Any] = super().get_connection_params()
        wanted = f"-c lock_timeout={PATIENCE_MS}"
        given["options"] = f"{wanted} {given.get('options', '')}".strip()
        return given

    def _set_autocommit(self, autocommit: bool) -> None:
        super()._set_autocommit(autocommit)  # type: ignore[misc]
        if autocommit:
            return
        try:
            with self.wrap_database_errors:
                self.connection.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
        except BaseException:
            # It did not get its turn: the connection is as if nothing had been begun.
            self.connection.rollback()
            super()._set_autocommit(autocommit=True)  # type: ignore[misc]
            raise
