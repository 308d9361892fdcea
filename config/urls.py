"""All routes: each app brings its own, under the paths people see."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import include, path

urlpatterns = [
    path("", include(f"{app}.urls"))
    for app in ("desk", "candidacy", "interviews", "letters")
    if find_spec(f"{app}.urls")
]
