"""What the browser’s stories share: letters that leave while the site runs."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from letters import outbox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser import Site
    from tests.sink import Sink


@pytest.fixture
def post(site: Site, sink: Sink) -> Iterator[Sink]:
    """Letters leave while the site runs, as `start` has them do."""
    stop = threading.Event()
    thread = threading.Thread(target=outbox.look_after, args=[stop])
    thread.start()
    yield sink
    stop.set()
    thread.join()
