"""Outside evidence: what each kind needs, and what is kept."""

import hashlib
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from claims.rules.ratings import CitationStance, EvidenceKind
from claims.services import cite_evidence as module
from claims.services.cite_evidence import cite_evidence
from newsdesk.errors import BadInput

K, S = EvidenceKind, CitationStance


def add(claim, by, kind, **values):
    return cite_evidence(claim_id=claim.pk, kind=kind, stance=S.SUPPORTS, by=by, **values)


@pytest.mark.parametrize(
    ("kind", "values", "sentence"),
    [
        (K.ADDRESS, {"note": "Shows it."}, "still needs the address"),
        (K.ADDRESS, {"address": "https://a.example/"}, "a note on what it shows"),
        (K.DOCUMENT, {"title": "Notice 14"}, "still needs the document"),
        (K.CALL, {"title": "Mara Quill"}, "still needs the date and what was said"),
        (K.PARAGRAPH, {}, "by selecting them"),
    ],
)
def test_each_kind_says_what_it_still_needs(claim, checker, kind, values, sentence):
    with pytest.raises(BadInput, match=sentence):
        add(claim, checker, kind, **values)
    assert not claim.verdicts.exists()


def test_an_address_keeps_its_copy_with_name_and_hash(claim, checker):
    file = SimpleUploadedFile("../notice.html", b"<b>closed</b>")
    citation = add(claim, checker, K.ADDRESS, address="https://a.example/14", note="The notice.", file=file)
    citation.refresh_from_db()
    assert citation.kept_name == "notice.html"
    with citation.kept_file.open() as kept:
        assert kept.read() == b"<b>closed</b>"
    assert citation.kept_sha256 == hashlib.sha256(b"<b>closed</b>").hexdigest()
    assert ".html" not in citation.kept_file.name


def test_a_call_keeps_whom_when_and_what_was_said(claim, checker):
    citation = add(claim, checker, K.CALL, title="Mara Quill", on_date=date(2026, 11, 3), note="Two piers, she said.")
    assert (citation.title, citation.on_date, citation.note) == (
        "Mara Quill",
        date(2026, 11, 3),
        "Two piers, she said.",
    )


def test_a_file_over_the_limit_is_refused_by_name_of_the_limit(claim, checker, monkeypatch):
    monkeypatch.setattr(module, "MOST_BYTES", 3)
    with pytest.raises(BadInput, match="25 MB"):
        add(claim, checker, K.DOCUMENT, title="Notice", file=SimpleUploadedFile("n.pdf", b"1234"))


def test_numbers_run_on_over_all_kinds(claim, checker, cite, post_article):
    cite(claim, post_article, "cracks in two piers", checker)
    citation = add(claim, checker, K.CALL, title="Mara Quill", on_date=date(2026, 11, 3), note="Yes.")
    assert citation.number == 2
