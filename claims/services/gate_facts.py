"""What a verdict rests on, as the gates see it: where each citation really comes from.

A citation of words inside somebody's quote comes from that speaker, whatever outlet carries it; any other from the
article's origin, which outlets share through a wire credit or an identical paragraph. Citations of a withdrawn article
do not count.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from articles.models import Article, Paragraph
from articles.segmentation.spans import Kind
from claims.language.spans import Voice
from claims.models import Citation, Claim, Finding, Quote, Verdict
from claims.rules.gates import CitedOrigin, gate_sentence
from claims.rules.origins import ArticleOrigin, origin_groups
from claims.rules.ratings import CitationStance, EvidenceKind, Rating
from claims.rules.speakers import folded_speaker, same_speaker

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
    article_ids = {c.paragraph.article_id for c in standing if c.paragraph is not None}
    speakers = _speakers(standing, _quotes(article_ids))
    own_words = _own_words(claim, article_ids)
    origins = _article_origins(claim) if article_ids else {}
    return [_cited(claim, citation, speakers, own_words, origins) for citation in standing]


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


def _quotes(article_ids: set[int]) -> dict[int, list[Quote]]:
    by_article: dict[int, list[Quote]] = defaultdict(list)
    wanted = Quote.objects.filter(article__in=article_ids, dismissed_at=None).exclude(speaker_name="", speaker_text="")
    for quote in wanted.only("article_id", "start", "end", "speaker_name", "speaker_text") if article_ids else ():
        by_article[quote.article_id].append(quote)
    return by_article


def _own_words(claim: Claim, article_ids: set[int]) -> dict[int, list[tuple[int, int]]]:
    """The places where this claim is given to its claimant, per article."""
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    if claim.claimant and article_ids:
        rows = claim.appearances.filter(article__in=article_ids, voice=Voice.ATTRIBUTED, dismissed_at=None)
        for article_id, start, end, claimant in rows.values_list("article_id", "start", "end", "claimant"):
            if not claimant or same_speaker(claimant, claim.claimant):
                places[article_id].append((start, end))
    return places


def _article_origins(claim: Claim) -> dict[int, str]:
    """Article id → origin for the story's articles that stand."""
    hashes: dict[int, set[str]] = defaultdict(set)
    body = Paragraph.objects.filter(article__story=claim.story_id, article__withdrawn_at=None, kind=Kind.BODY)
    for article_id, sha256 in body.order_by().values_list("article_id", "folded_sha256"):
        hashes[article_id].add(sha256)
    articles = Article.objects.filter(story=claim.story_id, withdrawn_at=None).select_related("outlet").defer("body")
    return origin_groups([
        ArticleOrigin(a.pk, a.outlet.name if a.outlet else "", a.wire_credit, frozenset(hashes[a.pk])) for a in articles
    ])  # fmt: skip


def _speakers(citations: Sequence[Citation], quotes: dict[int, list[Quote]]) -> dict[int, str]:
    """Citation id → who is quoted in its words, each by the fullest name: Brandt and Ada Brandt are one origin."""
    found = {
        c.pk: folded_speaker(_quoted(quotes[c.paragraph.article_id], c.start or 0, c.end or 0))
        for c in citations
        if c.paragraph is not None
    }
    names = sorted({name for name in found.values() if name}, key=lambda name: (-len(name), name))
    fullest = {name: next(other for other in names if same_speaker(name, other)) for name in names}
    return {citation_id: fullest[name] for citation_id, name in found.items() if name}


def _quoted(quotes: Sequence[Quote], start: int, end: int) -> str:
    """The speaker of the quote that covers most of the words, "" where they are nobody's."""
    overlaps = [(min(end, q.end) - max(start, q.start), q.speaker_name or q.speaker_text) for q in quotes]
    return max((pair for pair in overlaps if pair[0] > 0), default=(0, ""), key=lambda pair: pair[0])[1]


def _cited(
    claim: Claim,
    citation: Citation,
    speakers: dict[int, str],
    own_words: dict[int, list[tuple[int, int]]],
    origins: dict[int, str],
) -> CitedOrigin:
    kind, stance = EvidenceKind(citation.kind), CitationStance(citation.stance)
    if citation.paragraph is None:
        called = kind is EvidenceKind.CALL
        name = citation.address if kind is EvidenceKind.ADDRESS else citation.title or citation.kept_name
        theirs = called and bool(claim.claimant) and same_speaker(citation.title, claim.claimant)
        return CitedOrigin(name.strip(), stance, False, theirs, kind, "")
    article, speaker = citation.paragraph.article, speakers.get(citation.pk, "")
    own = any(a < (citation.end or 0) and (citation.start or 0) < b for a, b in own_words[article.pk])
    is_claimant = own or bool(speaker and claim.claimant and same_speaker(speaker, claim.claimant))
    origin = claim.claimant if is_claimant else speaker or origins.get(article.pk, "")
    return CitedOrigin(origin, stance, article.is_primary, is_claimant, kind, article.outlet_name)


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
