"""Queue, claim page and everything done to a claim."""

from django.urls import URLPattern, path

from claims.views.citations import claim_cite, claim_uncite
from claims.views.claim import claim
from claims.views.drafts import claim_draft
from claims.views.evidence import claim_evidence, evidence_file
from claims.views.findings import claim_finding, claim_unfinding
from claims.views.looks import claim_looked
from claims.views.moves import claim_move, claim_settle, claim_undo
from claims.views.notes import claim_note
from claims.views.offers import claim_offer_again, claim_offer_refuse, claim_offers
from claims.views.queue import queue
from claims.views.second_reading import claim_second_reading

urlpatterns: list[URLPattern] = [
    path("", queue, name="queue"),
    path("claims/<slug:public_id>/", claim, name="claim"),
    path("claims/<slug:public_id>/move/<slug:move>/", claim_move, name="claim-move"),
    path("claims/<slug:public_id>/settle/", claim_settle, name="claim-settle"),
    path("claims/<slug:public_id>/undo/", claim_undo, name="claim-undo"),
    path("claims/<slug:public_id>/draft/", claim_draft, name="claim-draft"),
    path("claims/<slug:public_id>/cite/", claim_cite, name="claim-cite"),
    path("claims/<slug:public_id>/cite/<int:pk>/remove/", claim_uncite, name="claim-uncite"),
    path("claims/<slug:public_id>/evidence/", claim_evidence, name="claim-evidence"),
    path("claims/<slug:public_id>/finding/", claim_finding, name="claim-finding"),
    path("claims/<slug:public_id>/finding/<int:pk>/remove/", claim_unfinding, name="claim-unfinding"),
    path("claims/<slug:public_id>/offers/", claim_offers, name="claim-offers"),
    path("claims/<slug:public_id>/offers/refuse/", claim_offer_refuse, name="claim-offer-refuse"),
    path("claims/<slug:public_id>/offers/<int:pk>/again/", claim_offer_again, name="claim-offer-again"),
    path("claims/<slug:public_id>/note/", claim_note, name="claim-note"),
    path("claims/<slug:public_id>/second-reading/", claim_second_reading, name="claim-second-reading"),
    path("claims/<slug:public_id>/looked/", claim_looked, name="claim-looked"),
    path("evidence/<int:pk>/", evidence_file, name="evidence-file"),
]
