"""Where the places of a story come from, as its rows stand: the last comparison, and what staff decided since.

Without the articles' texts, so that a page can ask it: passages and chains are those that the comparison of the story has kept. For articles that it
has not read yet, paragraphs with the same words are copies.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.models import Article, Paragraph
from articles.segmentation.spans import Kind, ParagraphSpan
from claims.comparison.copied.origins import OriginIndex
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import Decisions, Place
from claims.comparison.found import Chain, Comparison, Origin, PassagePlace, SharedPassage
from claims.comparison.stored import from_json
from claims.language.spans import Quote, QuoteKind, Span, Speaker
from claims.models import Quote as QuoteRow
from claims.models import StoryComparison
from claims.services.read_story import decisions_of, newest_versions, standing_decisions

SHORTEST = 60
"""Characters of a paragraph from which the same words in two articles that were not compared yet are a copy."""


@dataclass(frozen=True, slots=True)
class StoryOrigins:
    """`numbers`: article id → its number in `index`."""

    index: OriginIndex
    numbers: Mapping[int, int]

    def place(self, article_id: int, start: int, end: int) -> Place:
        return Place(self.numbers[article_id], start, end)


def story_origins(story_id: int, quoted_in: Collection[int]) -> StoryOrigins:
    """The index of all standing articles of the story; quotes are read for the articles `quoted_in` (ids) alone: six queries."""
    articles = list(
        Article.objects.filter(story=story_id, withdrawn_at=None)
        .select_related("outlet")
        .defer("body", "headline_search")
        .order_by("pk")
    )
    numbers = {article.pk: number for number, article in enumerate(articles)}
    paragraphs, hashes = _paragraphs(numbers)
    people: dict[str, str] = {}
    quotes = _quotes(quoted_in, people)
    copies = tuple(
        Copy(
            str(a.pk),
            "",
            tuple(paragraphs[a.pk]),
            tuple(quotes[a.pk]),
            outlet=a.outlet.name if a.outlet else "",
            published=a.published_on,
            wire_credit=a.wire_credit,
            is_primary=a.is_primary,
        )
        for a in articles
    )
    decisions = _decisions(story_id, articles)
    kept, read = _kept(story_id, numbers)
    passages = (*kept.passages, *_same_paragraphs(hashes, read))
    return StoryOrigins(OriginIndex(Story(copies, people, {}, decisions), passages, kept.origins, kept.chains), numbers)


def _decisions(story_id: int, articles: Sequence[Article]) -> Decisions:
    """What was decided holds for the version that it was decided on, which may be cited, and for the newest one."""
    ids = [article.pk for article in articles]
    newest = newest_versions((a.pk, a.replaces_id, a.is_withdrawn) for a in articles)
    if len(newest) == len(ids):
        return decisions_of(standing_decisions(story_id, ids), ids)
    here, carried = (decisions_of(standing_decisions(story_id, of), ids) for of in (ids, newest))
    joined, parted = dict.fromkeys((*here.joined, *carried.joined)), dict.fromkeys((*here.parted, *carried.parted))
    return Decisions(tuple(joined), tuple(parted), here.references)


def _paragraphs(
    numbers: Mapping[int, int],
) -> tuple[dict[int, list[ParagraphSpan]], dict[str, list[PassagePlace]]]:
    """Each article's paragraphs, and the body's by the hash of their words."""
    spans: dict[int, list[ParagraphSpan]] = defaultdict(list)
    hashes: dict[str, list[PassagePlace]] = defaultdict(list)
    rows = Paragraph.objects.filter(article__in=numbers).order_by("article", "number")
    for article_id, number, start, end, kind, repeated, sha256 in rows.values_list(
        "article_id", "number", "start", "end", "kind", "duplicate_of__number", "folded_sha256"
    ):
        spans[article_id].append(ParagraphSpan(number, start, end, Kind(kind), repeated))
        if kind == Kind.BODY and repeated is None and end - start >= SHORTEST:
            hashes[sha256].append(PassagePlace(Place(numbers[article_id], start, end), number))
    return spans, hashes


def _quotes(article_ids: Collection[int], people: dict[str, str]) -> dict[int, list[Quote]]:
    by_article: dict[int, list[Quote]] = defaultdict(list)
    if not article_ids:
        return by_article
    rows = QuoteRow.objects.filter(article__in=article_ids, dismissed_at=None).exclude(speaker_name="", speaker_text="")
    for article_id, start, end, kind, quoted, text, name, person, merged in rows.order_by("start", "pk").values_list(
        "article_id",
        "start",
        "end",
        "kind",
        "quoted",
        "speaker_text",
        "speaker_name",
        "person__name",
        "person__merged_into__name",
    ):
        speaker = Speaker(None, None, text or None, name or None)
        spans = tuple(Span(a, b) for a, b in quoted)
        by_article[article_id].append(
            Quote(start, end, "", QuoteKind(kind), spans, speaker, None, (), 0, repaired=False, confidence=1.0)
        )
        if name and (merged or person):
            people[name] = merged or person
    return by_article


def _kept(story_id: int, numbers: Mapping[int, int]) -> tuple[Comparison, set[int]]:
    """The last comparison with the numbers that articles have here, and which articles it has read."""
    row = StoryComparison.objects.filter(story=story_id).only("found", "articles").first()
    if row is None:
        return Comparison(""), set()
    try:
        found = from_json(row.found)
    except (
        AttributeError,
        KeyError,
        TypeError,
        ValueError,
    ):  # kept by a version that this one cannot read: it is made again
        return Comparison(""), set()
    now = {n: numbers[article_id] for n, (article_id, _) in enumerate(row.articles) if article_id in numbers}
    return (
        Comparison(
            found.version,
            tuple(p for passage in found.passages if (p := _passage(passage, now))),
            tuple(o for origin in found.origins if (o := _origin(origin, now))),
            chains=tuple(_chain(chain, now) for chain in found.chains if chain.article in now),
        ),
        set(now.values()),
    )


def _moved(place: Place, now: Mapping[int, int]) -> Place:
    return Place(now[place.article], place.start, place.end)


def _passage(passage: SharedPassage, now: Mapping[int, int]) -> SharedPassage | None:
    members = [m for m in passage.members if m.place.article in now]
    if len({m.place.article for m in members}) < 2:
        return None
    return replace(passage, members=tuple(PassagePlace(_moved(m.place, now), m.paragraph) for m in members))


def _origin(origin: Origin, now: Mapping[int, int]) -> Origin | None:
    articles = tuple(sorted(now[n] for n in origin.articles if n in now))
    places = tuple(_moved(place, now) for place in origin.places if place.article in now)
    return replace(origin, articles=articles, places=places) if len(articles) > 1 else None


def _chain(chain: Chain, now: Mapping[int, int]) -> Chain:
    return replace(chain, article=now[chain.article], place=_moved(chain.place, now))


def _same_paragraphs(hashes: Mapping[str, list[PassagePlace]], read: set[int]) -> list[SharedPassage]:
    """Paragraphs with the same words, where the comparison has not seen one of the articles."""
    return [
        SharedPassage(tuple(places), 1.0, "word for word the same")
        for places in hashes.values()
        if len({p.place.article for p in places}) > 1 and not {p.place.article for p in places} <= read
    ]
