"""Rows that a newer version of the extractor no longer finds are kept and left out."""

from typing import Any

from django.db import models


class Standing(models.Manager[Any]):
    """The default manager of what the extractor finds: rows that it has retired are in `everything` alone."""

    def get_queryset(self) -> "models.QuerySet[Any]":
        return super().get_queryset().filter(retired_by=None)
