"""Serves the floor: `python -m bench.floor`, on the database that FLOOR_DATABASE names."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from waitress.server import create_server

HERE = Path(__file__).resolve().parent
# As many as `manage.py start` has.
THREADS = 8

settings.configure(
    SECRET_KEY="nothing is kept here",  # noqa: S106
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF="bench.floor.pages",
    MIDDLEWARE=[],
    USE_I18N=False,
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": f"{Path(os.environ['FLOOR_DATABASE']).absolute().as_uri()}?mode=ro",
            "CONN_MAX_AGE": None,
        }
    },
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [HERE / "templates"],
        }
    ],
)


def main() -> None:
    """Listen at a free port of this computer, and say which."""
    django.setup()
    listener = socket.create_server(("127.0.0.1", 0))
    server = create_server(get_wsgi_application(), sockets=[listener], threads=THREADS, ident=None)
    print(f"The floor is at http://127.0.0.1:{listener.getsockname()[1]}/", flush=True)
    server.run()


if __name__ == "__main__":
    main()
