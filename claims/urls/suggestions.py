"""What staff decide about a comparison."""

from django.urls import URLPattern, path

from claims.views import suggestions as views

urlpatterns: list[URLPattern] = [
    path("stories/<int:pk>/compare/", views.story_compare, name="story-compare"),
    path("stories/<int:pk>/suggestions/<slug:key>/confirm/", views.suggestion_confirm, name="suggestion-confirm"),
    path("stories/<int:pk>/suggestions/<slug:key>/reject/", views.suggestion_reject, name="suggestion-reject"),
    path("stories/<int:pk>/suggestions/<slug:key>/primary/", views.suggestion_primary, name="suggestion-primary"),
    path("stories/<int:pk>/decisions/<uuid:act>/undo/", views.decision_undo, name="decision-undo"),
    path("stories/<int:pk>/origins/join/", views.origins_join, name="origins-join"),
    path("stories/<int:pk>/origins/part/", views.origins_part, name="origins-part"),
]
