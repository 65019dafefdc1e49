from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Article, ArticleLogEntry
from articles.services.story_stages import story_has_changed
from newsdesk.models import User


@transaction.atomic
def mark_primary(*, article: Article, by: User, primary: bool = True, now: datetime | None = None) -> Article:
    """Say that the article is a transcript, the post itself or a document, or that it is not after all."""
    row = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    if row.is_primary != primary:
        row.is_primary = primary
        row.save(update_fields=["is_primary"])
        ArticleLogEntry.objects.create(
            article=row,
            action="marked primary" if primary else "no longer primary",
            changes={"is_primary": [not primary, primary]},
            by=by,
            at=now or timezone.now(),
        )
        story_has_changed(row.story_id, now=now)
    return row
