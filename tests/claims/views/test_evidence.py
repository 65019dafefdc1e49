"""Who may fetch a kept copy, and what they get where it is gone."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Citation
from claims.rules.ratings import CitationStance, EvidenceKind, Rating
from claims.services.cite_evidence import cite_evidence
from claims.services.move_claim import move_claim
from claims.services.save_draft import save_draft


@pytest.fixture
def kept(claim, checker) -> str:
    """The address of a document in Ada's draft."""
    save_draft(claim_id=claim.pk, by=checker, rating=Rating.UNSETTLED, rationale="Asked the harbour office.")
    cite_evidence(
        claim_id=claim.pk,
        kind=EvidenceKind.DOCUMENT,
        stance=CitationStance.CONTEXT,
        by=checker,
        title="Notice 14",
        file=SimpleUploadedFile("notice.txt", b"Closed until Friday."),
    )
    return reverse("evidence-file", args=[Citation.objects.get().pk])


def fetched(client, address: str) -> bytes:
    """What is downloaded. Read to its end the response closes by itself; closed again it would close the test's connection."""
    return b"".join(client.get(address).streaming_content)


def test_a_document_in_a_draft_is_its_authors_alone(client_of, checker, second_checker, kept):
    assert fetched(client_of(checker), kept) == b"Closed until Friday."
    assert client_of(second_checker).get(kept).status_code == 404


def test_who_rates_a_proposal_blind_may_open_its_evidence(client_of, checker, second_checker, claim, kept):
    move_claim(claim_id=claim.pk, move="propose", by=checker)
    assert fetched(client_of(second_checker), kept) == b"Closed until Friday."


def test_a_kept_copy_that_is_gone_is_told_in_words(client_of, checker, kept):
    Path(Citation.objects.get().kept_file.path).unlink()
    response = client_of(checker).get(kept)
    assert response.status_code == 404
    assert "notice.txt” is missing" in response.content.decode()
