"""Keys of forms and sessions do not pile up."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.module_loading import import_string

from claims.models import SentForm
from claims.services.purge_old import purge_old
from newsdesk.models import User

pytestmark = pytest.mark.django_db


def test_what_is_over_goes_and_what_counts_stays(checker: User) -> None:
    now = timezone.now()
    for days in (8, 6):
        SentForm.objects.create(key=uuid4(), by=checker, at=now - timedelta(days=days))
        Session.objects.create(session_key=f"key{days}", session_data="", expire_date=now - timedelta(days=days - 7))
    assert purge_old(now=now) == 2
    assert SentForm.objects.get().at == now - timedelta(days=6)
    assert Session.objects.get().session_key == "key6"
    assert purge_old(now=now) == 0


def test_the_beat_does_it() -> None:
    tasks = [entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()]
    assert "claims.tasks.purge_old" in tasks
    import_string("claims.tasks.purge_old")()
