"""The desk's claims: review, the copy with what was found in it, and what the public sees."""

from claims.urls import copy, people, piles, public, review, story, suggestions, wording

urlpatterns = [
    *review.urlpatterns,
    *story.urlpatterns,
    *suggestions.urlpatterns,
    *copy.urlpatterns,
    *wording.urlpatterns,
    *people.urlpatterns,
    *piles.urlpatterns,
    *public.urlpatterns,
]
