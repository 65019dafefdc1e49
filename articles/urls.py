"""Stories and filing."""

from django.urls import URLPattern, path

from articles.views import articles, stories

urlpatterns: list[URLPattern] = [
    path("stories/", stories.story_list, name="story-list"),
    path("stories/new/", stories.story_new, name="story-new"),
    path("stories/<int:pk>/articles/", stories.story_articles, name="story-articles"),
    path("stories/<int:pk>/file/", stories.story_file, name="story-file"),
    path("articles/<int:pk>/facts/", articles.article_facts, name="article-facts"),
    path("articles/<int:pk>/retry/", articles.article_retry, name="article-retry"),
    path("articles/<int:pk>/withdraw/", articles.article_withdraw, name="article-withdraw"),
    path("articles/<int:pk>/primary/", articles.article_primary, name="article-primary"),
    path("articles/<int:pk>/original/", articles.article_original, name="article-original"),
    path("articles/<int:pk>/versions/", articles.article_versions, name="article-versions"),
]
