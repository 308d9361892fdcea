"""Each route leads to a view of its own floor, which is imported when somebody first asks for it."""

from __future__ import annotations

import re

import pytest
from django.utils.module_loading import import_string

from config.bootstrap import ROOT


@pytest.mark.parametrize("app", ["desk", "letters", "interviews", "candidacy"])
def test_every_view_is_there(app: str) -> None:
    routes = (ROOT / app / "urls.py").read_text(encoding="utf-8")
    views = re.findall(r'page\("([\w.]+)"\)', routes)
    assert len(views) == len(re.findall(r"\bpath\(", routes)) > 0
    assert [view for view in views if not view.startswith(f"{app}.views.")] == []
    assert all(callable(import_string(view)) for view in views)
