"""Settings of the one process on the person’s own computer. The data folder is `config.home`’s."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ

from config import home

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
AFTERWORD_HOME = home.folder()
# Made-up people in a database of their own.
SAMPLE = home.is_sample()
PORT = env.int("AFTERWORD_PORT", default=home.PORT)
# Set where something in front encrypts: the address people type, such as https://jobs.example.
PUBLIC_ADDRESS = env.str("AFTERWORD_PUBLIC_ADDRESS", default="")
BEHIND_TLS = bool(PUBLIC_ADDRESS)

DEBUG = env.bool("AFTERWORD_DEBUG", default=False)
SECRET_KEY = home.secret_key()
# Cookies are shared by all ports of a host: the name keeps two installations apart.
INSTALLATION = hashlib.sha256(f"{SECRET_KEY}{AFTERWORD_HOME}".encode()).hexdigest()[:8]

# The gate is stricter (the exact port); this is what Django itself insists on.
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
if BEHIND_TLS:
    ALLOWED_HOSTS.append(urlsplit(PUBLIC_ADDRESS).hostname or "")
    CSRF_TRUSTED_ORIGINS = [PUBLIC_ADDRESS]

# In the order of the arrows: an app points only to those above it.
INSTALLED_APPS = [
    "candidacy",
    "interviews",
    "letters",
    "desk",
    "django_htmx",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "config.gate.Gate",
    "desk.together.Together",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "desk.bidi.Visible",
    "desk.trouble.Troubles",
    "desk.my_ways.InMyWays",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

_FILE_LOADERS = [
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
_LOADERS: list[Any] = _FILE_LOADERS if DEBUG else [("django.template.loaders.cached.Loader", _FILE_LOADERS)]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            # The partials' own app would do this set-up, and import Django's admin for it at every start.
            "loaders": [("template_partials.loader.Loader", _LOADERS)],
            "libraries": {"partials": "template_partials.templatetags.partials"},
            "builtins": [
                "template_partials.templatetags.partials",
                "django.templatetags.static",
                "desk.templatetags.together",
            ],
            "context_processors": ["django.template.context_processors.request", "desk.frame.frame"],
        },
    },
]
# The boxes of a form are half the time of a page of forms where Django’s templates write them.
FORM_RENDERER = "candidacy.forms.rendering.Written"


def sqlite_at(file: Path) -> dict[str, Any]:
    """How SQLite is opened: never creating a file, and never losing an acknowledged write.

    Earlier releases than 3.51.3 can corrupt a database in WAL mode when a reset meets a checkpoint.
    """
    journal = "WAL" if sqlite3.sqlite_version_info >= (3, 51, 3) else "TRUNCATE"
    # In WAL mode an open connection holds a lock, which goes whenever this process closes the file elsewhere
    # (sqlite.org/howtocorrupt.html, 2.2), and a plain copy of the file lacks what was written last. Windows
    # lets nobody replace a file that is open.
    is_kept = journal == "TRUNCATE" and os.name == "posix"
    return {
        "ENGINE": "config.sqlite",
        "NAME": f"{file.absolute().as_uri()}?mode=rw",
        "CONN_MAX_AGE": None if is_kept else 0,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL",
        },
    }


# None where the records are in a database server.
DATABASE_FILE = home.database_file()
DATABASES: dict[str, Any] = {
    "default": {
        **(
            sqlite_at(DATABASE_FILE)
            if DATABASE_FILE
            else env.db_url("DATABASE_URL", engine="config.postgresql")
        ),
        "ATOMIC_REQUESTS": False,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
USE_I18N = True
# Each by its own name, as whoever looks for it calls it.
LANGUAGES = [("en-gb", "English"), ("de", "Deutsch")]
# One catalogue for the whole product.
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Served straight from the folders they lie in: nothing to collect, nothing to forget.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

SIGN_IN_COOKIE = f"afterword-{INSTALLATION}"
CSRF_COOKIE_NAME = f"afterword-form-{INSTALLATION}"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = BEHIND_TLS

# A long note in a script of several bytes a letter, URL-encoded, is many times its length.
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(message)s"}},
    "filters": {"without_link": {"()": "desk.calendar_link.WithoutLink"}},
    "handlers": {
        "window": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["without_link"]}
    },
    "root": {"handlers": ["window"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["window"], "level": "ERROR", "propagate": False},
        # It warns whenever two requests meet in the first second.
        "waitress": {"level": "ERROR"},
    },
}
