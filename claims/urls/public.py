"""Permalinks."""

from django.urls import URLPattern, path

from claims.views.permalink import permalink

urlpatterns: list[URLPattern] = [
    path("c/<str:public_id>", permalink, name="permalink-short"),
    path("c/<str:public_id>/<slug:slug>", permalink, name="permalink"),
]
