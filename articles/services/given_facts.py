"""What a person says of an article when filing it, and how the copy's own facts fill what they left empty."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from articles.models import Article
from articles.segmentation import CopyFacts
from articles.services.outlet_named import outlet_named


@dataclass(frozen=True, slots=True)
class GivenFacts:
    """Facts as typed or as a row of a CSV gives them; whatever is empty is read from the copy."""

    outlet: str = ""
    headline: str = ""
    byline: str = ""
    published_on: date | None = None
    published_time: time | None = None
    url: str = ""


def fill_from_copy(article: Article, facts: CopyFacts) -> list[str]:
    """Fill the empty facts of `article` from its own copy; what an editor gave stays. Returns the fields changed, unsaved."""
    changed = []
    for field, value in (
        ("headline", facts.headline),
        ("byline", facts.byline),
        ("dateline", facts.dateline),
        ("wire_credit", facts.wire_credit),
        ("url", facts.url if facts.url.startswith(("http://", "https://")) else ""),
    ):
        longest = getattr(Article._meta.get_field(field), "max_length")  # noqa: B009
        fits = len(value) <= longest or field != "url"  # a cut address leads nowhere
        if value and fits and not getattr(article, field):
            setattr(article, field, value[:longest].strip())
            changed.append(field)
    if facts.outlet and not article.outlet_id:
        article.outlet = outlet_named(facts.outlet)
        changed.append("outlet")
    if facts.published and not article.published_on:
        article.published_on, article.published_time = published_parts(facts.published)
        changed += ["published_on", "published_time"] if article.published_on else []
    return changed


def published_parts(published: str) -> tuple[date | None, time | None]:
    """Date and time of day, in the desk's time zone, of ISO 8601 as far as it goes; (None, None) where it is no date."""
    try:
        if len(published) <= 10:
            return date.fromisoformat(published), None
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None, None
    if timezone.is_aware(moment):
        try:
            moment = timezone.localtime(moment)
        except OverflowError:
            return None, None
    return moment.date(), moment.time().replace(tzinfo=None, microsecond=0)
