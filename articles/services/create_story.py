from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from articles.models import Story
from newsdesk.errors import BadInput
from newsdesk.models import User

SENT_TWICE = timedelta(seconds=30)


@transaction.atomic
def create_story(*, title: str, by: User | None, note: str = "", now: datetime | None = None) -> Story:
    """A new story. The same title by the same person half a minute later is the same form sent twice: that story again."""
    now = now or timezone.now()
    title = " ".join(title.split())
    if not title:
        raise BadInput("A story needs a title.")
    if len(title) > 200:
        raise BadInput(f"The title has {len(title)} characters; the limit is 200.")
    twice = Story.objects.filter(title=title, created_by=by, created_at__gt=now - SENT_TWICE).first() if by else None
    return twice or Story.objects.create(title=title, note=note.strip(), created_by=by, created_at=now)
