"""The record of a candidacy."""

from django.apps import AppConfig


class CandidacyConfig(AppConfig):
    name = "candidacy"
