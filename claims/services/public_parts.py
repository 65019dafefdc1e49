"""The parts of a permalink as plain values: what is not in here cannot reach the public."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from claims.language.highlight import Segment
from claims.rules.ratings import FindingReason, Rating


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
    """Everything on a permalink; `is_quotation`: the text is what the claimant said, word for word; `is_denied`: whoever is
    named as claimant denies it wherever it stands."""

    public_id: str
    slug: str
    text: str
    is_quotation: bool
    is_denied: bool
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
