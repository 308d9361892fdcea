"""What is written."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "letters"
