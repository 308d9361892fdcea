"""What must never happen, row by row of the design’s table; and a started site to try it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import soak as soaking
from tests.config.test_entry import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def soak(request: pytest.FixtureRequest) -> Iterator[soaking.Soak]:
    one = soaking.of(request.node, full=request.config.getoption("--soak"))
    yield one
    failed = getattr(request.node, "failed", False)
    if not failed:
        one.done()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call":
        item.failed = report.failed  # type: ignore[attr-defined]
    return report


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own, for whatever is started."""
    folder = tmp_path / "afterword"
    monkeypatch.setenv("AFTERWORD_HOME", str(folder))
    for name in (*SETTINGS, "DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    return folder
