"""What the public may know of a claim: its published verdict and what that rests on. Reads, writes nothing.

Names of staff, notes, drafts and readings are never loaded into what the page is given.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify

from articles.models import Article
from claims.language.highlight import Mark, Segment, segments_of
from claims.language.spans import QuoteKind, Stance, Voice
from claims.models import Appearance, Citation, Claim, Finding, Quote, Verdict
from claims.rules.ratings import EvidenceKind, FindingReason, Rating
from claims.rules.statuses import Status
from claims.services.public_parts import CopyRef, PublicCitation, PublicFinding, Published, PublishedClaim, Report

_MARKS = " \"'“”‘’„«»,"
"""What a quotation may carry at its ends beside its words."""


def permalink_slug(claim: Claim) -> str:
    """The readable end of the address; the public id alone decides which claim it is."""
    slug = slugify(claim.text)[:60]
    return (slug.rsplit("-", 1)[0] if len(slug) == 60 and "-" in slug else slug).strip("-") or "claim"


def permalink_path(claim: Claim) -> str:
    """The claim's public address on this site."""
    return reverse("permalink", args=[claim.public_id, permalink_slug(claim)])


def published_claim(public_id: str) -> PublishedClaim | None:
    """The claim as published, or None: unpublished and absent are the same to the public."""
    claim = Claim.objects.select_related("published_verdict").filter(public_id=public_id).first()
    verdict = claim.published_verdict if claim else None
    published_at = verdict.published_at if verdict else None
    if claim is None or verdict is None or published_at is None:
        return None
    appearances = _appearances(claim, published_at)
    return PublishedClaim(
        public_id=claim.public_id,
        slug=permalink_slug(claim),
        text=claim.text,
        is_quotation=_is_quotation(claim, appearances),
        is_denied=bool(claim.claimant and appearances)
        and all(appearance.stance == Stance.DENIES for appearance in appearances),
        claimant=claim.claimant,
        rating=Rating(verdict.rating),
        rationale=verdict.rationale,
        readers=_readers(verdict),
        version=verdict.version,
        versions=_versions(claim),
        citations=[_citation(citation) for citation in _with_copy(verdict.citations).order_by("number")],
        findings=[_finding(finding) for finding in _with_copy(verdict.findings).order_by("id")],
        reports=_reports(appearances),
        looked_at_again=claim.status not in {Status.PUBLISHED, Status.RETRACTED},
        retracted_at=claim.retracted_at,
        retracted_reason=claim.retracted_reason,
    )


def _versions(claim: Claim) -> list[Published]:
    rows = claim.verdicts.filter(published_at__isnull=False).order_by("version")
    found = rows.values_list("version", "published_at", "notice")
    return [Published(version, at, notice) for version, at, notice in found if at]


def _readers(verdict: Verdict) -> str:
    """Who read the verdict, without their names."""
    if verdict.second_reader_id is None:
        return "One checker rated this claim; nobody else read it."
    if verdict.settled_by_id is not None:
        return (
            "Two people rated this claim, the second without seeing the first rating. They differed, and an editor "
            "who was neither of them decided."
        )
    if verdict.claim.log.filter(
        move="confirm", by=verdict.second_reader_id, at__lt=verdict.second_at or verdict.created_at
    ).exists():
        return "Two people rated this claim and agreed; the second had read an earlier state of this verdict."
    return "Two people rated this claim, the second without seeing the first rating, and agreed."


def _with_copy(rows):  # type: ignore[no-untyped-def]
    """Citations or findings with the paragraph, article, outlet and next version, in the same query."""
    return rows.select_related("paragraph__article__outlet", "paragraph__article__replaced_by").defer(
        "paragraph__search", "paragraph__article__body", "paragraph__article__headline_search"
    )


def _place(row: Citation | Finding) -> CopyRef:
    assert row.paragraph is not None
    article: Article = row.paragraph.article
    return CopyRef(
        article_id=article.pk,
        outlet=article.outlet_name,
        headline=article.headline,
        published_on=article.published_on,
        address=article.url,
        paragraph=row.paragraph.number,
        version=article.version,
        is_replaced=article.newer is not None,
        is_withdrawn=article.is_withdrawn,
        is_primary=article.is_primary,
    )


def _citation(citation: Citation) -> PublicCitation:
    paragraph = citation.paragraph
    pieces: Sequence[Segment] = ()
    if paragraph is not None and citation.start is not None and citation.end is not None:
        pieces = segments_of(paragraph.text, [Mark(citation.start, citation.end, "cited")], offset=paragraph.start)
    is_call = citation.kind == EvidenceKind.CALL
    return PublicCitation(
        number=citation.number,
        stance=citation.stance,
        kind=citation.kind,
        words=citation.words,
        place=_place(citation) if paragraph is not None else None,
        pieces=pieces,
        title="" if is_call else citation.title,  # whom the desk called is for its note to say, or not
        address=citation.address,
        on_date=citation.on_date,
        note=citation.note if paragraph is None else "",
        is_kept=bool(citation.kept_file),
    )


def _finding(finding: Finding) -> PublicFinding:
    return PublicFinding(
        reason=FindingReason(finding.reason),
        text=finding.text,
        neutral=finding.neutral,
        note=finding.note,
        place=_place(finding),
    )


def _appearances(claim: Claim, published_at: datetime) -> list[Appearance]:
    """Where it stands, as known when the verdict was published; withdrawn articles left out."""
    return list(
        claim.appearances.filter(made_at__lte=published_at, dismissed_at=None, article__withdrawn_at=None)
        .select_related("article__outlet")
        .defer("article__body", "article__headline_search")
        .order_by("article__published_on", "article_id", "start")
    )


def _is_quotation(claim: Claim, appearances: Sequence[Appearance]) -> bool:
    """Whether the claim's words are somebody's own, word for word inside the marks of a direct quotation."""
    spans = Q()
    for row in appearances:
        if row.voice == Voice.ATTRIBUTED and row.text.strip(_MARKS) == claim.text.strip(_MARKS):
            spans |= Q(article_id=row.article_id, start__lte=row.start, end__gte=row.end)
    return bool(spans) and Quote.objects.filter(spans, kind=QuoteKind.DIRECT, dismissed_at=None).exists()


def _reports(rows: Sequence[Appearance]) -> list[Report]:
    """Who reported it: one row an article."""
    by_article: dict[int, list[Appearance]] = {}
    for row in rows:
        by_article.setdefault(row.article_id, []).append(row)
    return [_report(appearances) for appearances in by_article.values()]


def _report(appearances: Sequence[Appearance]) -> Report:
    article = appearances[0].article
    return Report(
        outlet=article.outlet_name,
        headline=article.headline,
        published_on=article.published_on,
        address=article.url,
        article_id=article.pk,
        ways=list(dict.fromkeys(_way(appearance) for appearance in appearances)),
    )


def _way(appearance: Appearance) -> str:
    if appearance.voice == Voice.OUTLET:
        return f"{appearance.stance} it in its own voice"
    who = appearance.claimant or "somebody unnamed"
    return f"attributed to {who}" if appearance.stance == Stance.ASSERTS else f"{who} {appearance.stance} it there"
