"""Where the person sits: the only app that sees all the others."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "desk"
