"""The article page, edits to quotes and claims, search."""

from django.urls import URLPattern, path

from claims.views.article import article
from claims.views.search import search

urlpatterns: list[URLPattern] = [
    path("articles/<int:pk>/", article, name="article"),
    path("search/", search, name="search"),
]
