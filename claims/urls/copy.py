"""The article page, edits to quotes and claims, search."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
