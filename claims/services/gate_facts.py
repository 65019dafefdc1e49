"""What a verdict rests on, as the gates see it: where each citation really comes from.

A citation of words inside somebody's quote comes from that speaker, whatever outlet carries it; any other from the copied passage, the outlet
that the sentence names, or the article's origin, as the comparison of the story found them and staff decided
(claims.comparison.copied.origins). Citations of a withdrawn article do not count.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.comparison.decisions import Place
from claims.language.spans import Voice
from claims.models import Citation, Claim, Finding, Verdict
from claims.rules.gates import CitedOrigin, gate_sentence
from claims.rules.ratings import CitationStance, EvidenceKind, Rating
from claims.rules.speakers import same_speaker
from claims.services.story_origins import story_origins

_HEAVY = (
    "paragraph__search",
    "paragraph__article__body",
    "paragraph__article__headline_search",
    "paragraph__article__replaced_by__body",
    "paragraph__article__replaced_by__headline_search",
)
NO_RATING = "Choose a rating first: corroborated, disputed, source-biased or unsettled."


def citations_of(verdict: Verdict) -> list[Citation]:
    """The verdict's citations by number, with paragraph, article (and the version that replaced it) and outlet."""
    related = ("paragraph__article__outlet", "paragraph__article__replaced_by", "by")
    return list(verdict.citations.select_related(*related).defer(*_HEAVY).order_by("number"))


def findings_of(verdict: Verdict) -> list[Finding]:
    """The verdict's findings in order, with paragraph, article and outlet."""
    rows = verdict.findings.select_related("paragraph__article__outlet", "by").order_by("id")
    return list(rows.defer("paragraph__search", "paragraph__article__body", "paragraph__article__headline_search"))


def cited_origins(claim: Claim, citations: Sequence[Citation]) -> list[CitedOrigin]:
    """Each citation that counts, as the gates see it."""
    standing = [c for c in citations if c.paragraph is None or c.paragraph.article.withdrawn_at is None]
    in_copy = [c for c in standing if c.paragraph is not None]
    names = _origin_names(claim, in_copy) if in_copy else {}
    return [_cited(claim, citation, names) for citation in standing]


def verdict_gate(
    claim: Claim, verdict: Verdict | None, *, rating: Rating | None = None, rationale: str | None = None
) -> str:
    """What the verdict still lacks for its rating (or `rating`), "" where the gate is open."""
    if verdict is None or not (rating or verdict.rating):
        return NO_RATING
    return gate_sentence(
        rating or Rating(verdict.rating),
        citations=cited_origins(claim, citations_of(verdict)),
        findings=count_of_findings(findings_of(verdict)),
        rationale=verdict.rationale if rationale is None else rationale,
    )


def count_of_findings(findings: Sequence[Finding]) -> int:
    """How many findings stand: those on withdrawn articles do not."""
    return sum(finding.paragraph.article.withdrawn_at is None for finding in findings)


def _origin_names(claim: Claim, citations: Sequence[Citation]) -> dict[int, str]:
    """Citation id → the name of its origin, "" where the words are the claimant's own."""
    article_ids = {c.paragraph.article_id for c in citations if c.paragraph is not None}
    own_words = _own_words(claim, article_ids)
    origins = story_origins(claim.story_id, article_ids)
    places: dict[int, Place] = {}
    for c in citations:
        start, end = c.start or 0, c.end or 0
        article_id = c.paragraph.article_id if c.paragraph else 0
        if not any(a < end and start < b for a, b in own_words[article_id]):
            places[c.pk] = origins.place(article_id, start, end)
    names = origins.index.resolve(list(places.values()), claim.claimant)
    return dict.fromkeys((c.pk for c in citations), "") | dict(zip(places, names, strict=True))


def _own_words(claim: Claim, article_ids: set[int]) -> dict[int, list[tuple[int, int]]]:
    """The places where this claim is given to its claimant, per article."""
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    if claim.claimant and article_ids:
        rows = claim.appearances.filter(article__in=article_ids, voice=Voice.ATTRIBUTED, dismissed_at=None)
        for article_id, start, end, claimant in rows.values_list("article_id", "start", "end", "claimant"):
            if not claimant or same_speaker(claimant, claim.claimant):
                places[article_id].append((start, end))
    return places


def _cited(claim: Claim, citation: Citation, names: Mapping[int, str]) -> CitedOrigin:
    kind, stance = EvidenceKind(citation.kind), CitationStance(citation.stance)
    if citation.paragraph is None:
        called = kind is EvidenceKind.CALL
        name = citation.address if kind is EvidenceKind.ADDRESS else citation.title or citation.kept_name
        theirs = called and bool(claim.claimant) and same_speaker(citation.title, claim.claimant)
        return CitedOrigin(name.strip(), stance, False, theirs, kind, "")
    article, name = citation.paragraph.article, names[citation.pk]
    return CitedOrigin(name or claim.claimant, stance, article.is_primary, not name, kind, article.outlet_name)


@dataclass(frozen=True, slots=True)
class Gates:
    """What a draft still lacks: for each rating as far as evidence goes, and for proposing it as it stands."""

    ratings: dict[Rating, str]
    propose: str


def gates(claim: Claim, verdict: Verdict, citations: Sequence[Citation], findings: Sequence[Finding]) -> Gates:
    """All sentences at once, for the buttons; `citations` and `findings` are the verdict's, read before."""
    cited, found = cited_origins(claim, citations), count_of_findings(findings)
    ratings = {
        rating: gate_sentence(rating, citations=cited, findings=found, rationale_counts=False) for rating in Rating
    }
    if not verdict.rating:
        return Gates(ratings, NO_RATING)
    rating = Rating(verdict.rating)
    return Gates(ratings, gate_sentence(rating, citations=cited, findings=found, rationale=verdict.rationale))
