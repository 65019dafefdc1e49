"""What the comparison of its story offers for one claim's draft: words to cite and findings, ready to be taken as they are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles.models import Article, Paragraph
from articles.segmentation import Kind
from claims.comparison.decisions import Place
from claims.comparison.found import Comparison
from claims.comparison.offers import CitationOffer, Coloured, FindingOffer, offers_for
from claims.language.spans import Stance
from claims.models import Appearance, Claim, RefusedOffer, Verdict, Wording
from claims.rules.ratings import CitationStance, FindingReason
from claims.services.carried_places import CarriedPlaces
from claims.services.find_words import places_of_words
from claims.services.story_found import StoryFound
from claims.services.suggestions import suggestions_of
from newsdesk.models import User

CITATION = "citation"
SEEN_IN_ARTICLE = "The extractor marked it: {reason}."


@dataclass(frozen=True, slots=True)
class Offered:
    """One offer as a form sends it: the `occurrence`-th place of `words` in the paragraph.

    `kind` is CITATION or the reason of a finding; `stance` is None for findings, `neutral` "" for citations.
    """

    article: Article
    label: str
    paragraph: Paragraph
    start: int
    end: int
    words: str
    occurrence: int
    kind: str
    why: str
    stance: CitationStance | None = None
    neutral: str = ""

    @property
    def bare(self) -> str:
        """The words without marks around them, for a page that puts its own."""
        return self.words.strip("“”‘’\"'«» ") or self.words

    @property
    def key(self) -> str:
        """Names the offer in forms: article, offsets and kind."""
        return f"{self.article.pk}:{self.start}-{self.end}:{self.kind}"


@dataclass(frozen=True, slots=True)
class ClaimOffers:
    """`refused` are places that were refused for this claim, the last first; `under_way`: the comparison is being made."""

    citations: tuple[Offered, ...] = ()
    findings: tuple[Offered, ...] = ()
    refused: tuple[RefusedOffer, ...] = ()
    under_way: bool = False


def offers_of_claim(claim: Claim, verdict: Verdict | None, *, refused_by: User | None = None) -> ClaimOffers:
    """The surest offers first, without those that the draft has already or that were refused (`refused_by`: by that person).

    Whoever may not see the draft, and could still read it second, is shown what nobody has touched: no `verdict`, and their
    own refusals alone.
    """
    found = suggestions_of(claim.story_id)
    numbers = {shown.article.pk: shown.number for shown in found.articles}
    rows = RefusedOffer.objects.filter(claim=claim).select_related("article__outlet", "by").order_by("-at", "-id")
    refused = tuple(rows if refused_by is None else rows.filter(by=refused_by))
    carried = CarriedPlaces(claim.story_id, list(numbers))
    own = _own_places(claim, carried)
    if not own:
        return ClaimOffers(refused=refused, under_way=found.work.under_way)
    paragraphs = _Paragraphs(numbers)
    offers = offers_for(
        own,
        _standing(found),
        outlets=[shown.label for shown in found.articles],
        texts=[shown.article.body for shown in found.articles],
        headings=paragraphs.headings(),
        coloured=_coloured(claim, numbers),
    )
    taken = [*_taken(verdict, carried), *_refused_places(refused, carried)]
    every: list[CitationOffer | FindingOffer] = [*offers.citations, *offers.findings]
    ready = [
        offered
        for offer in every
        if (offered := _offered(offer, found, paragraphs)) and not _is_taken(offered, numbers, taken)
    ]
    return ClaimOffers(
        tuple(one for one in ready if one.kind == CITATION),
        tuple(one for one in ready if one.kind != CITATION),
        refused,
        found.work.under_way,
    )


class _Paragraphs:
    """The paragraphs of the compared articles, by place."""

    def __init__(self, numbers: dict[int, int]) -> None:
        self._by_article: dict[int, list[Paragraph]] = {number: [] for number in numbers.values()}
        rows = Paragraph.objects.filter(article__in=numbers).defer("search", "folded_sha256").order_by("number")
        for paragraph in rows:
            self._by_article[numbers[paragraph.article_id]].append(paragraph)

    def holding(self, place: Place) -> Paragraph | None:
        """The paragraph that the place begins in."""
        rows = self._by_article[place.article]
        return next((row for row in rows if row.start <= place.start < row.end), None)

    def headings(self) -> frozenset[tuple[int, int]]:
        return frozenset(
            (number, row.number)
            for number, rows in self._by_article.items()
            for row in rows
            if row.kind == Kind.HEADING
        )


def _standing(found: StoryFound) -> Comparison:
    """The comparison without what staff rejected since; a missing denial may be rejected while the claim stands."""
    missing = defaultdict(list)
    for one in found.counter_claims:
        if one.article is not None:
            missing[one.number].append(one.article)
    return Comparison(
        found.comparison.version,
        tuple(one.found for one in found.passages),
        tuple(one.found for one in found.origins),
        tuple(one.found for one in found.utterances),
        tuple(replace(one.found, missing=tuple(missing[one.number])) for one in found.claims),
        tuple(one.found for one in found.conflicts),
        chains=found.comparison.chains,
    )


def _own_places(claim: Claim, carried: CarriedPlaces) -> list[tuple[Place, Stance]]:
    """Where the claim stands, in the versions that are compared."""
    rows: Sequence[Appearance] = list(claim.appearances.filter(dismissed_at=None).order_by("id"))
    carried.read(row.article_id for row in rows)
    places = [(carried.place(row.article_id, row.start, row.end), Stance(row.stance)) for row in rows]
    return list(dict.fromkeys((place, stance) for place, stance in places if place))


def _coloured(claim: Claim, numbers: dict[int, int]) -> list[Coloured]:
    """Coloured words in the paragraphs where the claim stands."""
    paragraphs = claim.appearances.filter(dismissed_at=None).values("paragraph")
    rows = Wording.objects.filter(paragraph__in=paragraphs, article__in=numbers).order_by("article", "start")
    return [
        Coloured(
            Place(numbers[row.article_id], row.start, row.end),
            row.neutral,
            SEEN_IN_ARTICLE.format(reason=row.reason),
            row.score,
        )
        for row in rows
    ]


type _Taken = tuple[str, Place]


def _taken(verdict: Verdict | None, carried: CarriedPlaces) -> list[_Taken]:
    """What the draft has: kind and place, also where it was taken from the copy before the outlet changed it."""
    if verdict is None:
        return []
    cited = verdict.citations.filter(paragraph__isnull=False).values_list("paragraph__article", "start", "end")
    found = verdict.findings.values_list("reason", "paragraph__article", "start", "end")
    return _places([*((CITATION, *row) for row in cited), *found], carried)


def _refused_places(refused: Sequence[RefusedOffer], carried: CarriedPlaces) -> list[_Taken]:
    return _places([(row.kind, row.article_id, row.start, row.end) for row in refused], carried)


def _places(rows: Sequence[tuple[str, int, int | None, int | None]], carried: CarriedPlaces) -> list[_Taken]:
    carried.read(article_id for _, article_id, _, _ in rows)
    placed = [(kind, carried.place(article_id, start or 0, end or 0)) for kind, article_id, start, end in rows]
    return [(kind, place) for kind, place in placed if place]


def _is_taken(offered: Offered, numbers: dict[int, int], taken: Sequence[_Taken]) -> bool:
    place = Place(numbers[offered.article.pk], offered.start, offered.end)
    return any(kind == offered.kind and place.is_near(other) for kind, other in taken)


def _offered(offer: CitationOffer | FindingOffer, found: StoryFound, paragraphs: _Paragraphs) -> Offered | None:
    """The offer with its paragraph and words; None where there is no word in it (or its article has no such paragraph)."""
    paragraph = paragraphs.holding(offer.place)
    if paragraph is None:
        return None
    raw = paragraph.text[offer.place.start - paragraph.start : offer.place.end - paragraph.start]
    words = raw.strip()
    start = offer.place.start + raw.find(words)
    if not any(char.isalnum() for char in words):
        return None
    places = places_of_words(paragraph.text, words)
    shown = found.articles[offer.place.article]
    return Offered(
        shown.article,
        shown.label,
        paragraph,
        start,
        start + len(words),
        words,
        [at for at, _ in places].index(start - paragraph.start) + 1,
        CITATION if isinstance(offer, CitationOffer) else FindingReason(offer.reason).value,
        offer.why if isinstance(offer, CitationOffer) else offer.note,
        offer.stance if isinstance(offer, CitationOffer) else None,
        "" if isinstance(offer, CitationOffer) else offer.neutral,
    )
