"""The record of a candidacy."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from django.apps import AppConfig


class CandidacyConfig(AppConfig):
    name = "candidacy"

    def ready(self) -> None:
        """Have only those countries imported whose public holidays are asked for, and not all 250.

        Python imports a package before any module in it, and the one of the countries imports each of them.
        An empty one stands in its place.
        """
        holidays = find_spec("holidays")
        countries = ModuleType("holidays.countries")
        places = (holidays and holidays.submodule_search_locations) or []
        countries.__path__ = [str(Path(place) / "countries") for place in places]
        sys.modules.setdefault(countries.__name__, countries)
