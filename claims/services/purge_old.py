"""Take away what has served its purpose: keys of forms that were carried out, and sessions that are over."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone

from claims.models import SentForm

KEPT = timedelta(days=7)
"""How long a form sent twice is known: a tab may stay open over a weekend."""


def purge_old(*, now: datetime | None = None) -> int:
    """How many rows were taken away. Safe to run at any time and twice."""
    now = now or timezone.now()
    forms, _ = SentForm.objects.filter(at__lt=now - KEPT).delete()
    sessions, _ = Session.objects.filter(expire_date__lt=now).delete()
    return forms + sessions
