from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Article, ArticleLogEntry
from articles.services.story_stages import story_has_changed
from newsdesk.errors import BadInput, NotAllowed, NotPossibleNow
from newsdesk.models import User
from newsdesk.roles import Role


@transaction.atomic
def withdraw_article(*, article: Article, by: User, reason: str, now: datetime | None = None) -> Article:
    """Take a misfiled article out of the story's reckoning. It stays where it is, with the reason; citations keep standing.

    The same bytes may then be filed again, in the right story.
    """
    if not by.is_at_least(Role.EDITOR):
        raise NotAllowed("Only editors withdraw articles.")
    if not reason.strip():
        raise BadInput("Say why the article is withdrawn.")
    row = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    if row.is_withdrawn:
        raise NotPossibleNow("This article has been withdrawn already.")
    row.withdrawn_by, row.withdrawn_at, row.withdrawn_reason = by, now or timezone.now(), reason.strip()
    row.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_reason"])
    ArticleLogEntry.objects.create(
        article=row, action="withdrawn", note=row.withdrawn_reason, by=by, at=row.withdrawn_at
    )
    story_has_changed(row.story_id, now=row.withdrawn_at)
    return row
