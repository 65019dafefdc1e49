from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from articles.models import Article, ArticleLogEntry, Story
from articles.services.link_version import link_version
from articles.services.outlet_named import outlet_named
from articles.services.story_stages import story_has_changed
from newsdesk.errors import BadInput
from newsdesk.models import User

FACTS = ("headline", "byline", "dateline", "published_on", "published_time", "url", "wire_credit")
type Fact = str | date | time | None


@transaction.atomic
def correct_facts(
    *, article: Article, by: User, facts: dict[str, Fact], note: str = "", now: datetime | None = None
) -> dict[str, list[str | None]]:
    """Set what is known of an article; `facts` holds the fields to set, `outlet` by name. The text is never touched.

    Returns the changes as logged: {"headline": ["before", "after"]}; empty, and nothing logged, where nothing changed.
    """
    unknown = set(facts) - {*FACTS, "outlet"}
    if unknown:
        raise BadInput(f"These are no facts of an article: {', '.join(sorted(unknown))}.")
    Story.objects.select_for_update(no_key=True).get(pk=article.story_id)  # first, as linking versions does
    row = Article.objects.select_for_update(of=("self",), no_key=True).select_related("outlet").get(pk=article.pk)
    before = {field: getattr(row, field) for field in (*FACTS, "outlet")}
    for field, value in facts.items():
        setattr(row, field, outlet_named(str(value or "")) if field == "outlet" else value)
    changes = {
        field: [_shown(old), _shown(getattr(row, field))] for field, old in before.items() if old != getattr(row, field)
    }
    if not changes:
        return {}
    now = now or timezone.now()
    row.save(update_fields=list(changes))
    ArticleLogEntry.objects.create(
        article=row, action="facts corrected", changes=changes, note=note.strip(), by=by, at=now
    )
    if row.body and {"outlet", "url", "headline"} & set(changes):
        link_version(article_id=row.pk, by=by, now=now)
    story_has_changed(row.story_id, now=now)
    article.refresh_from_db()
    return changes


def _shown(value: object) -> str | None:
    return None if value in (None, "") else str(value)
