"""Queue, claim page and everything done to a claim."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
