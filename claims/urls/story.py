"""A story's tabs of what the comparison found. Its articles are a tab of `articles.urls`."""

from django.urls import URLPattern, path

from claims.views import story

urlpatterns: list[URLPattern] = [
    path("stories/<int:pk>/", story.story, name="story"),
    path("stories/<int:pk>/coverage/", story.story_coverage, name="story-coverage"),
    path("stories/<int:pk>/quotes/", story.story_quotes, name="story-quotes"),
    path("stories/<int:pk>/conflicts/", story.story_conflicts, name="story-conflicts"),
    path("stories/<int:pk>/names/", story.story_names, name="story-names"),
    path("stories/<int:pk>/work/", story.story_work, name="story-work"),
]
