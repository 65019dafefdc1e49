"""New stories from a pile."""

from django.urls import URLPattern, path

from claims.views import pile

urlpatterns: list[URLPattern] = [
    path("piles/", pile.pile_new, name="pile-new"),
    path("piles/<int:pk>/", pile.pile, name="pile"),
    path("piles/<int:pk>/drop/", pile.pile_drop, name="pile-drop"),
]
