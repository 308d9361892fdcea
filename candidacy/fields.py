"""What several records share: stable keys, versions, and the choices' words."""

from __future__ import annotations

import secrets

from django.db import models

KEY_LENGTH = 200


def new_key() -> str:
    """A fresh stable text id for a record: 16 characters, unique in practice on any machine."""
    return secrets.token_urlsafe(12)


class Record(models.Model):
    """Anything the person can edit: it has a key that archives keep, and a version that edits raise."""

    key = models.CharField(max_length=KEY_LENGTH, unique=True, default=new_key, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True, editable=False)
    updated_at = models.DateTimeField(auto_now=True, editable=False)

    class Meta:
        abstract = True
