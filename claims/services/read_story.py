"""The rows of a story as the comparison takes them: in a fixed number of queries, however many articles there are."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Max

from articles.models import Article, Paragraph
from articles.segmentation.spans import Kind, ParagraphSpan
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import About, Decisions, Pair, Place
from claims.language.spans import Claim, Cue, Quote, QuoteKind, Span, Speaker, Stance, Voice
from claims.models import Appearance, Decision, Run
from claims.models import Quote as QuoteRow
from claims.models.comparison import JOINED, PARTED
from claims.services.carried_places import CarriedPlaces

_QUOTE = (
    "article_id", "start", "end", "text", "kind", "quoted", "speaker_start", "speaker_end", "speaker_text", "speaker_name",
    "cue_start", "cue_end", "cue_text", "via", "utterance", "repaired", "confidence", "repair",
)  # fmt: skip
_CLAIM = ("article_id", "start", "end", "text", "claimant", "voice", "stance", "claim__priority")
_PERSON = ("person__name", "person__language", "person__merged_into__name", "person__merged_into__language")


def story_for_comparison(story_id: int) -> tuple[Story, list[int]]:
    """The story as its rows stand now, and the ids of its articles in the order of `Story.copies`: six queries."""
    articles = compared_articles(story_id)
    ids = [article.pk for article in articles]
    paragraphs = _paragraphs(ids)
    people: dict[str, str] = {}
    languages: dict[str, str] = {}
    quotes, claims = _quotes(ids, people, languages), _claims(ids, people, languages)
    copies = tuple(
        Copy(
            str(article.pk),
            article.body,
            tuple(paragraphs[article.pk]),
            tuple(quotes[article.pk]),
            tuple(claims[article.pk]),
            article.outlet.name if article.outlet else "",
            article.headline,
            article.published_on,
            article.wire_credit,
            article.is_primary,
        )
        for article in articles
        if paragraphs[article.pk]
    )
    ids = [int(copy.key) for copy in copies]
    return Story(copies, people, languages, decisions_of(standing_decisions(story_id, ids), ids)), ids


def compared_articles(story_id: int) -> list[Article]:
    """The story's articles that stand and have been read, each in its newest version, in the order of filing."""
    rows = Article.objects.filter(story=story_id).exclude(body="").select_related("outlet").order_by("pk")
    articles = {row.pk: row for row in rows.defer("headline_search")}
    return [
        articles[pk] for pk in newest_versions((row.pk, row.replaces_id, row.is_withdrawn) for row in articles.values())
    ]


def newest_versions(rows: Iterable[tuple[int, int | None, bool]]) -> list[int]:
    """Of articles as (id, id of the one that it replaces, whether it is withdrawn): those that stand and that no other
    standing one replaces, be it by way of withdrawn ones."""
    rows = list(rows)
    replaces = {pk: before for pk, before, _ in rows}
    replaced: set[int] = set()
    for _, before, withdrawn in rows:
        while not withdrawn and before is not None and before not in replaced:
            replaced.add(before)
            before = replaces.get(before)
    return [pk for pk, _, withdrawn in rows if not withdrawn and pk not in replaced]


def newest_runs(article_ids: Sequence[int]) -> list[list[int | None]]:
    """[[article id, id of its newest run or None], …] in the order given."""
    rows = Run.objects.filter(article__in=article_ids).order_by().values_list("article").annotate(newest=Max("pk"))
    newest: dict[int, int] = dict(rows)
    return [[pk, newest.get(pk)] for pk in article_ids]


def standing_decisions(story_id: int, article_ids: Sequence[int]) -> list[Decision]:
    """The story's decisions in force, with who took them, in the order in which they were taken.

    Those on an earlier or later version of one of the articles come with the place of the same words in the one at hand: as
    read, not as stored.
    """
    rows = list(Decision.objects.filter(story=story_id, undone_at=None).select_related("by").order_by("at", "pk"))
    carried = CarriedPlaces(story_id, article_ids)
    carried.read({pk for row in rows for pk in (row.one_article_id, row.other_article_id) if pk is not None})
    for row in rows:
        if one := carried.place(row.one_article_id, row.one_start, row.one_end):
            row.one_article_id, row.one_start, row.one_end = article_ids[one.article], one.start, one.end
        if row.other_article_id is None:
            continue
        if other := carried.place(row.other_article_id, row.other_start, row.other_end):
            row.other_article_id, row.other_start, row.other_end = article_ids[other.article], other.start, other.end
    return rows


def decisions_of(rows: Iterable[Decision], article_ids: Sequence[int]) -> Decisions:
    """Decisions in the comparison's terms; those on articles that it leaves out are left out too."""
    numbers = {pk: number for number, pk in enumerate(article_ids)}
    joined: list[Pair] = []
    parted: list[Pair] = []
    references: list[Place] = []
    for row in rows:
        places = places_of(row, numbers)
        if places is None:
            continue
        one, other = places
        if other is None:
            references.append(one)
        elif row.relation in (JOINED, PARTED):
            (joined if row.relation == JOINED else parted).append(Pair(About(row.about), one, other))
    return Decisions(tuple(joined), tuple(parted), tuple(references))


def places_of(row: Decision, numbers: Mapping[int, int]) -> tuple[Place, Place | None] | None:
    """The decision's places, the second None for a primary variant; None where an article is not among `numbers`."""
    if row.one_article_id not in numbers:
        return None
    one = Place(numbers[row.one_article_id], row.one_start, row.one_end)
    if row.other_article_id is None:
        return one, None
    if row.other_article_id not in numbers:
        return None
    return one, Place(numbers[row.other_article_id], row.other_start, row.other_end)


def digest_of(story: Story, runs: object, version: str) -> str:
    """What changes exactly when the comparison could come out otherwise. A copy's text never changes under its key."""
    clock = hashlib.sha256(repr((version, runs, story.people, story.languages, story.decisions)).encode())
    for copy in story.copies:
        facts = (copy.key, copy.outlet, copy.headline, copy.published, copy.wire_credit, copy.is_primary)
        clock.update(repr((facts, copy.quotes, copy.claims)).encode())
    return clock.hexdigest()


def _paragraphs(ids: Sequence[int]) -> dict[int, list[ParagraphSpan]]:
    spans: dict[int, list[ParagraphSpan]] = defaultdict(list)
    rows = Paragraph.objects.filter(article__in=ids).order_by("article", "number")
    for article_id, number, start, end, kind, repeated in rows.values_list(
        "article_id", "number", "start", "end", "kind", "duplicate_of__number"
    ):
        spans[article_id].append(ParagraphSpan(number, start, end, Kind(kind), repeated))
    return spans


def _quotes(ids: Sequence[int], people: dict[str, str], languages: dict[str, str]) -> dict[int, list[Quote]]:
    quotes: dict[int, list[Quote]] = defaultdict(list)
    rows = QuoteRow.objects.filter(article__in=ids, dismissed_at=None).order_by("article", "start", "pk")
    for row in rows.values(*_QUOTE, *_PERSON):
        _note_person(row["speaker_name"], row, people, languages)
        quotes[row["article_id"]].append(_quote(row))
    return quotes


def _quote(row: dict[str, Any]) -> Quote:
    mention = row["speaker_text"] or None
    named = mention or row["speaker_name"]
    return Quote(
        row["start"],
        row["end"],
        row["text"],
        QuoteKind(row["kind"]),
        tuple(Span(start, end) for start, end in row["quoted"]),
        Speaker(row["speaker_start"], row["speaker_end"], mention, row["speaker_name"] or None) if named else None,
        Cue(row["cue_start"], row["cue_end"], row["cue_text"]) if row["cue_start"] is not None else None,
        tuple(row["via"]),
        row["utterance"],
        row["repaired"],
        row["confidence"],
        row["repair"],
    )


def _claims(ids: Sequence[int], people: dict[str, str], languages: dict[str, str]) -> dict[int, list[Claim]]:
    claims: dict[int, list[Claim]] = defaultdict(list)
    rows = Appearance.objects.filter(article__in=ids, dismissed_at=None, claim__retired_by=None)
    for row in rows.order_by("article", "start", "pk").values(*_CLAIM, *_PERSON):
        _note_person(row["claimant"], row, people, languages)
        claims[row["article_id"]].append(
            Claim(
                row["start"],
                row["end"],
                row["text"],
                row["claimant"] or None,
                Voice(row["voice"]),
                Stance(row["stance"]),
                row["claim__priority"],
            )
        )
    return claims


def _note_person(name: str, row: dict[str, Any], people: dict[str, str], languages: dict[str, str]) -> None:
    """Whom the name means after merging, and what language they speak where the desk has said so."""
    root = row["person__merged_into__name"] or row["person__name"]
    if not (name and root):
        return
    people[name] = root
    merged = row["person__merged_into__name"] is not None
    if language := row["person__merged_into__language" if merged else "person__language"]:
        languages[root] = language
