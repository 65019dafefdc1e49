"""A verdict as the log keeps it, and copies of a verdict into its next version."""

from datetime import datetime
from typing import Any

from claims.models import Citation, Claim, Finding, Verdict
from claims.services.claim_facts import next_version
from claims.services.gate_facts import citations_of, findings_of


def snapshot(verdict: Verdict) -> dict[str, Any]:
    """Rating, rationale, citations, findings and readings as they stand, as JSON."""
    return {
        "verdict": verdict.pk,
        "version": verdict.version,
        "rating": verdict.rating,
        "rationale": verdict.rationale,
        "second_rating": verdict.second_rating,
        "second_note": verdict.second_note,
        "settled_note": verdict.settled_note,
        "notice": verdict.notice,
        "citations": [_citation(citation) for citation in citations_of(verdict)],
        "findings": [_finding(finding) for finding in findings_of(verdict)],
    }


def _citation(citation: Citation) -> dict[str, Any]:
    common = {"number": citation.number, "kind": citation.kind, "stance": citation.stance}
    if citation.paragraph is not None:
        return common | {
            "article": citation.paragraph.article_id,
            "paragraph": citation.paragraph.number,
            "start": citation.start,
            "end": citation.end,
            "words": citation.words,
            "words_sha256": citation.words_sha256,
        }
    return common | {
        "title": citation.title,
        "address": citation.address,
        "on_date": citation.on_date.isoformat() if citation.on_date else None,
        "note": citation.note,
        "kept_name": citation.kept_name,
        "kept_sha256": citation.kept_sha256,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "article": finding.paragraph.article_id,
        "paragraph": finding.paragraph.number,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "reason": finding.reason,
        "neutral": finding.neutral,
        "note": finding.note,
    }


def copy_verdict(
    claim: Claim, verdict: Verdict, *, now: datetime, without: frozenset[int] = frozenset(), **changes: Any
) -> Verdict:
    """The next version: a draft with the same author, rating, rationale, citations (but those `without`) and findings."""
    fields = {"rating": verdict.rating, "rationale": verdict.rationale, "by": verdict.by}
    copy = Verdict.objects.create(
        claim=claim, version=next_version(claim), created_at=now, saved_at=now, **(fields | changes)
    )
    kept = [citation for citation in citations_of(verdict) if citation.pk not in without]
    for citation in kept:  # each keeps its number: the rationale and links from elsewhere name it
        citation.pk, citation.verdict = None, copy
        citation._state.adding = True
    findings = findings_of(verdict)
    for finding in findings:
        finding.pk, finding.verdict = None, copy
        finding._state.adding = True
    Citation.objects.bulk_create(kept)
    Finding.objects.bulk_create(findings)
    return copy
