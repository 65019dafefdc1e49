"""What the public may know of a claim: its published verdict and what that rests on. Reads, writes nothing.

Names of staff, notes, drafts and readings are never loaded into what the page is given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from articles.models import Article
from claims.claim_review import Review, ReviewedAppearance
from claims.language.highlight import Mark, Segment, segments_of
from claims.language.spans import Voice
from claims.models import Appearance, Citation, Claim, Finding, Verdict
from claims.rules.ratings import EvidenceKind, FindingReason, Rating
from claims.rules.statuses import Status


@dataclass(frozen=True, slots=True)
class CopyRef:
    """Where published words stand: an article and the paragraph's number."""

    article_id: int
    outlet: str
    headline: str
    published_on: date | None
    address: str
    paragraph: int
    version: int
    is_replaced: bool
    is_withdrawn: bool
    is_primary: bool


@dataclass(frozen=True, slots=True)
class PublicCitation:
    """One citation; `place` and `pieces` (the whole paragraph, the cited words marked) where it is of the desk's copy."""

    number: int
    stance: str
    kind: str
    words: str
    place: CopyRef | None
    pieces: Sequence[Segment]
    title: str
    address: str
    on_date: date | None
    note: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class PublicFinding:
    reason: FindingReason
    text: str
    neutral: str
    note: str
    place: CopyRef


@dataclass(frozen=True, slots=True)
class Report:
    """One article that stated the claim, and how: in whose voice, asserting or denying."""

    outlet: str
    headline: str
    published_on: date | None
    address: str
    article_id: int
    ways: Sequence[str]


@dataclass(frozen=True, slots=True)
class Published:
    """One version of the verdict that was public."""

    version: int
    at: datetime
    notice: str


@dataclass(frozen=True)
class PublishedClaim:
    """Everything on a permalink."""

    public_id: str
    slug: str
    text: str
    claimant: str
    rating: Rating
    rationale: str
    readers: str
    version: int
    versions: Sequence[Published]
    citations: Sequence[PublicCitation]
    findings: Sequence[PublicFinding]
    reports: Sequence[Report]
    looked_at_again: bool
    retracted_at: datetime | None
    retracted_reason: str

    @property
    def path(self) -> str:
        return reverse("permalink", args=[self.public_id, self.slug])

    @property
    def first_published(self) -> datetime:
        return self.versions[0].at

    @property
    def last_published(self) -> datetime:
        return self.versions[-1].at

    def review(self, *, address: str, desk: str, desk_address: str) -> Review | None:
        """For ClaimReview; None where the verdict has been retracted."""
        if self.retracted_at:
            return None
        return Review(
            address=address,
            claim=self.text,
            claimant=self.claimant,
            rating=self.rating.alternate_name,
            published=timezone.localdate(self.first_published),
            updated=timezone.localdate(self.last_published),
            desk=desk,
            desk_address=desk_address,
            appearances=[ReviewedAppearance(r.outlet, r.headline, r.address, r.published_on) for r in self.reports],
        )


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
    if claim is None or claim.published_verdict is None or claim.published_verdict.published_at is None:
        return None
    verdict = claim.published_verdict
    return PublishedClaim(
        public_id=claim.public_id,
        slug=permalink_slug(claim),
        text=claim.text,
        claimant=claim.claimant,
        rating=Rating(verdict.rating),
        rationale=verdict.rationale,
        readers=_readers(verdict),
        version=verdict.version,
        versions=_versions(claim),
        citations=[_citation(citation) for citation in _with_copy(verdict.citations).order_by("number")],
        findings=[_finding(finding) for finding in _with_copy(verdict.findings).order_by("id")],
        reports=_reports(claim, verdict.published_at),
        looked_at_again=claim.status not in {Status.PUBLISHED, Status.RETRACTED},
        retracted_at=claim.retracted_at,
        retracted_reason=claim.retracted_reason,
    )


def _versions(claim: Claim) -> list[Published]:
    rows = claim.verdicts.filter(published_at__isnull=False).order_by("version")
    return [Published(*row) for row in rows.values_list("version", "published_at", "notice")]


def _readers(verdict: Verdict) -> str:
    """Who read the verdict, without their names."""
    if verdict.second_reader_id is None:
        return "One checker rated this claim; nobody else read it."
    if verdict.settled_by_id is not None:
        return (
            "Two people rated this claim, the second without seeing the first rating. They differed, and an editor "
            "who was neither of them decided."
        )
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
        is_replaced=hasattr(article, "replaced_by"),
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


def _reports(claim: Claim, published_at: datetime) -> list[Report]:
    """Who reported it, as known when the verdict was published: one row an article, withdrawn ones left out."""
    rows = (
        claim.appearances.filter(made_at__lte=published_at, dismissed_at=None, article__withdrawn_at=None)
        .select_related("article__outlet")
        .defer("article__body", "article__headline_search")
        .order_by("article__published_on", "article_id", "start")
    )
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
    return f"attributed to {appearance.claimant or 'somebody unnamed'}, who {appearance.stance} it"
