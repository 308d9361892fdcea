"""All routes: each app brings its own, under the paths people see."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import include, path

from desk import signin
from desk.views import recover

urlpatterns = [
    path("signin/", signin.page, name="signin"),
    path("signin/<slug:word>/", signin.by_link, name="signin_link"),
    path("signout/", signin.sign_out_everywhere, name="signout"),
    path("recover/", recover.over, name="recover"),
    *(
        path("", include(f"{app}.urls"))
        for app in ("desk", "candidacy", "interviews", "letters")
        if find_spec(f"{app}.urls")
    ),
]
