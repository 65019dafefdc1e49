"""The wording lists."""

from django.urls import URLPattern, path

from claims.views import wording_lists as lists

urlpatterns: list[URLPattern] = [
    path("wording/", lists.wording_lists, name="wording-lists"),
    path("wording/add/", lists.wording_add, name="wording-add"),
    path("wording/<slug:reason>/<str:words>/", lists.wording_entry, name="wording-entry"),
    path("wording/<slug:reason>/<str:words>/switch/", lists.wording_switch, name="wording-switch"),
    path("wording/<slug:reason>/<str:words>/restore/", lists.wording_restore, name="wording-restore"),
]
