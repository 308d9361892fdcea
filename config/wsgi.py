"""The application as a WSGI server sees it."""

import os

from django.core.wsgi import get_wsgi_application

# Whatever is written is for this person alone, whoever serves the pages.
os.umask(0o077)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()
