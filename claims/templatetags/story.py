"""The head of a story's tabs for the Articles tab, which is a page of `articles` and knows nothing of what is found."""

from typing import Any

from django import template

from articles.models import Story
from claims.services.suggestions import suggestions_of
from claims.views.story_page import StoryPage

register = template.Library()


@register.inclusion_tag("claims/_story_head.html")
def story_head(story: Story) -> dict[str, Any]:
    """The title, how far the comparison is, and the tabs with their counts."""
    page = StoryPage(story, suggestions_of(story.pk))
    return {"page": page, "story": story, "tabs": page.tabs, "tab": "story-articles", "work": page.found.work}
