"""An import under way beside the pages: how far it is, and the word to stop."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import DatabaseError, connection
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from candidacy.changes import ChangedSinceError
from candidacy.models import Profile
from desk import backup, search
from desk.agenda import beside
from desk.archive import ArchiveRefusedError
from desk.moving_in import waiting, words
from desk.moving_in.refusing import StoppedError, UnknownFileError

if TYPE_CHECKING:
    import datetime as dt

    from desk.archive import Report
    from desk.moving_in.bringing import Outcome

_LOG = logging.getLogger(__name__)
# So many rows that were left out are named when it is over.
_MOST_NAMED = 100
THREAD = "import"
STEPS = ("backup", "read", "store", "keep")


@dataclass
class Job:
    """One import while it runs: the step it is at, and how much of that is done."""

    file: waiting.Waiting
    total: int
    step: str = "backup"
    done: int = 0
    backed_up: dt.datetime | None = None
    stopped: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None

    @property
    def percent(self) -> int:
        """How much of the whole is done, near enough for a bar: reading is the longer half."""
        if self.step == "read":
            return 5 + 55 * self.done // max(int(self.file.preview.get("rows", 0)), self.done, 1)
        if self.step == "store":
            expected = int(sum(self.file.preview.get("added", {}).values()))
            return 60 + 35 * self.done // max(expected, self.done, 1)
        return 2 if self.step == "backup" else 98

    def told(self, step: str, done: int) -> None:
        """Note how far it is; raises StoppedError where somebody said stop, and it is not kept yet."""
        if self.stopped.is_set():
            raise StoppedError
        if self.step == "backup" and step != "backup":
            self.backed_up = timezone.now()
        self.step, self.done = step, done


_running: dict[int, Job] = {}
_one_at_a_time = threading.Lock()


class BusyError(Exception):
    """Another import is under way: two would wait for each other's rows."""


def of(pk: int) -> Job | None:
    """The import of that file, where it runs now."""
    return _running.get(pk)


def begin(file: waiting.Waiting) -> Job:
    """Bring the file in beside the pages. Raises BusyError."""
    with _one_at_a_time:
        if _running:
            raise BusyError
        job = Job(file, int(file.preview.get("ready", 0)))
        _running[file.pk] = job
    file.state, file.said = waiting.RUNNING, ""
    file.save()
    # Whoever ends Afterword does not wait for it: nothing is kept of half an import.
    given = [job, translation.get_language()]
    job.thread = threading.Thread(target=_run_beside, args=given, name=THREAD, daemon=True)
    job.thread.start()
    return job


def _run_beside(job: Job, language: str | None) -> None:
    try:
        with translation.override(language):
            run(job)
        search.catch_up()
    except DatabaseError as error:
        # The next search reads what is new.
        _LOG.warning("After an import, search could not be brought up to date: %s", error)
    finally:
        connection.close()


def run(job: Job) -> None:
    """Bring it in, and keep in the file's state how that ended."""
    file = job.file
    try:
        result = _bring_in(job)
    except StoppedError:
        _ended(file, _("You stopped it. Nothing was changed."))
    except (ChangedSinceError, DatabaseError) as error:
        _LOG.warning("An import ended: %s", error)
        _ended(
            file, _("Something was changed meanwhile. Nothing was imported: look again, and import again.")
        )
    except UnknownFileError as error:
        _ended(file, words.unreadable(error))
    except ArchiveRefusedError as error:
        _ended(file, str(error))
    except (backup.DamagedError, OSError) as error:
        told = {"why": backup.told(error)}
        _ended(file, _("No copy could be made first, so nothing was imported. %(why)s") % told)
    else:
        file.preview |= {"added": dict(result.added), "matched": dict(result.matched)}
        file.preview |= {
            "left_out": result.skipped[:_MOST_NAMED],
            "problems": [],
            "columns": [],
        }
        file.change = result.change.pk if result.change else None
        _ended(file, "", waiting.DONE)
        file.throw_away()
        with beside.nobody_waits(result.added["candidacies"] + result.matched["candidacies"]):
            # From here on its page says that it is done.
            _running.pop(file.pk, None)
            beside.catch_up()
    finally:
        _running.pop(file.pk, None)


def _bring_in(job: Job) -> Outcome | Report:
    # Not at the top: what reads files is loaded when there is one.
    from desk.moving_in import bringing, previewing
    from desk.moving_in.recognising import AFTERWORD

    file, profile = job.file, Profile.load()
    job.told("backup", 0)
    bringing.back_up_first()
    sentence = bringing.sentence(file.name)
    if file.source == AFTERWORD:
        return bringing.bring_in_archive(file.data()[:], profile, sentence, job.told)
    found = previewing.understood(file, profile)
    return bringing.bring_in(found, profile, previewing.choices(file), sentence, job.told)


def _ended(file: waiting.Waiting, said: str, state: str = waiting.WAITING) -> None:
    file.state, file.said = state, said
    file.save()
