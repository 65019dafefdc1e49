"""Who is meant by a name has changed: the stories in which it stands are compared again."""

from datetime import datetime

from django.db.models import Q

from articles.services.story_stages import story_has_changed
from claims.models import Appearance, Quote


def people_changed(*person_ids: int, name: str = "", now: datetime | None = None) -> None:
    """Those who are meant, or were, by their numbers, or the `name` as it is written. Call inside the change's transaction."""
    stories: set[int] = set()
    for model, written in ((Quote, "speaker_name"), (Appearance, "claimant")):
        theirs = Q(person__in=person_ids) | Q(person__merged_into__in=person_ids)
        if name:
            theirs |= Q(**{written: name})
        stories.update(model.objects.filter(theirs).order_by().values_list("article__story", flat=True).distinct())
    story_has_changed(*sorted(stories), now=now)
