"""The desk's claims: review, the copy with what was found in it, and what the public sees."""

from claims.urls import copy, public, review, wording

urlpatterns = [*review.urlpatterns, *copy.urlpatterns, *wording.urlpatterns, *public.urlpatterns]
