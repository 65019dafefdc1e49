"""The article page, edits to quotes and claims, search."""

from django.urls import URLPattern, path

from claims.views import claim_edits, edits
from claims.views.article import article
from claims.views.join import claim_join, claim_part
from claims.views.search import search

urlpatterns: list[URLPattern] = [
    path("search/", search, name="search"),
    path("articles/<int:pk>/", article, name="article"),
    path("articles/<int:pk>/quotes/add/", edits.quote_add, name="quote-add"),
    path("quotes/<int:pk>/", edits.quote, name="quote"),
    path("quotes/<int:pk>/split/", edits.quote_split, name="quote-split"),
    path("quotes/<int:pk>/merge/", edits.quote_merge, name="quote-merge"),
    path("quotes/<int:pk>/dismiss/", edits.quote_dismiss, name="quote-dismiss"),
    path("quotes/<int:pk>/restore/", edits.quote_restore, name="quote-restore"),
    path("articles/<int:pk>/claims/add/", claim_edits.claim_add, name="claim-add"),
    path("appearances/<int:pk>/", claim_edits.appearance, name="appearance"),
    path("appearances/<int:pk>/split/", claim_edits.appearance_split, name="appearance-split"),
    path("appearances/<int:pk>/merge/", claim_edits.appearance_merge, name="appearance-merge"),
    path("appearances/<int:pk>/dismiss/", claim_edits.appearance_dismiss, name="appearance-dismiss"),
    path("appearances/<int:pk>/restore/", claim_edits.appearance_restore, name="appearance-restore"),
    path("claims/<slug:public_id>/join/", claim_join, name="claim-join"),
    path("claims/<slug:public_id>/part/", claim_part, name="claim-part"),
]
