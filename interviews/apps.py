"""What was said."""

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    name = "interviews"
