"""What the pages of people read: lists and counts in a fixed number of queries, however many quotes there are."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from articles.models import Article
from claims.language.person_names import PersonKind, key_part
from claims.models import Alias, Claim, Person, Quote

PAGE = 50
MOST_OFFERED = 20
PLACES_SHOWN = 3
_ROOT = Coalesce("person__merged_into", "person")

# A person's quotes and places of claims, as (person, name as written, article); dismissed and retired ones left out.
_STANDING = """
SELECT person_id, speaker_name AS name, article_id FROM claims_quote
 WHERE person_id = ANY(%(people)s) AND dismissed_at IS NULL AND retired_by_id IS NULL
UNION ALL
SELECT person_id, claimant AS name, article_id FROM claims_appearance
 WHERE person_id = ANY(%(people)s) AND dismissed_at IS NULL AND retired_by_id IS NULL
"""
_ARTICLES = f"""
SELECT coalesce(p.merged_into_id, p.id), count(DISTINCT article_id)
  FROM ({_STANDING}) AS s JOIN claims_person AS p ON p.id = s.person_id GROUP BY 1
"""
_PLACES = f"""
SELECT name, article_id, places, articles FROM (
  SELECT name, article_id, (sum(count(*)) OVER w)::int AS places, (count(*) OVER w)::int AS articles,
         row_number() OVER (PARTITION BY name ORDER BY article_id DESC) AS rank
    FROM ({_STANDING}) AS s GROUP BY name, article_id WINDOW w AS (PARTITION BY name)
) AS ranked WHERE rank <= %(most)s ORDER BY name, rank
"""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list; `also` are other names."""

    person: Person
    quotes: int
    claims: int
    articles: int
    also: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class PeoplePage:
    rows: list[PersonRow]
    total: int
    next_after: int | None


@dataclass(slots=True)
class NameRow:
    """One name of a person: how often it stands where, the newest articles first."""

    alias: Alias
    places: int = 0
    articles: int = 0
    newest: list[Article] = field(default_factory=list)


def people_page(query: str, kind: str, after: int | None) -> PeoplePage:
    """People by name, from the one after `after` on: six queries."""
    people = matching(query, kind)
    total = people.count()
    if after is not None and (last := Person.objects.filter(pk=after).values_list("name", "pk").first()):
        people = people.filter(Q(name__gt=last[0]) | Q(name=last[0], pk__gt=last[1]))
    found = list(people.order_by("name", "id")[: PAGE + 1])
    shown = found[:PAGE]
    return PeoplePage(person_rows(shown), total, shown[-1].pk if len(found) > PAGE else None)


def matching(query: str, kind: str = "") -> QuerySet[Person]:
    """People who stand for themselves and have a name, or were made by staff; those with the words in one of their names."""
    names = Alias.objects.filter(dismissed_at=None)
    words = query.replace("\x00", "").strip()[:200]
    if words:
        folded = Q(key__contains=key) if (key := key_part(words)) else Q()
        names = names.filter(Q(text__icontains=words) | folded)
    named = Q(pk__in=names.values("person"))
    named |= Q(pk__in=Person.objects.filter(merged_into__isnull=False, aliases__in=names).values("merged_into"))
    named |= Q(name__icontains=words) if words else Q(made_by__isnull=False)
    people = Person.objects.filter(named, merged_into=None)
    return people.filter(kind=kind) if kind in set(PersonKind) else people


def person_rows(people: Sequence[Person]) -> list[PersonRow]:
    """The people with their counts: five queries for a page of them."""
    roots = [person.pk for person in people]
    family = list(Person.objects.filter(Q(pk__in=roots) | Q(merged_into__in=roots)).values_list("pk", flat=True))
    quotes = _count(Quote.objects.filter(person__in=family, dismissed_at=None))
    claims = _count(Claim.objects.filter(person__in=family, joined_into=None))
    articles = dict(_select(_ARTICLES, people=family))
    also = defaultdict(list)
    rows = Alias.objects.filter(person__in=family, dismissed_at=None).annotate(root=_ROOT).order_by("text")
    for root, text in rows.values_list("root", "text"):
        also[root].append(text)
    return [
        PersonRow(
            person,
            quotes.get(person.pk, 0),
            claims.get(person.pk, 0),
            articles.get(person.pk, 0),
            [text for text in dict.fromkeys(also[person.pk]) if text not in (person.name, f"the {person.name}")][:4],
        )
        for person in people
    ]


def family_of(person: Person) -> list[int]:
    """The person and those merged into them."""
    return list(Person.objects.filter(Q(pk=person.pk) | Q(merged_into=person)).values_list("pk", flat=True))


def names_of(family: list[int]) -> list[NameRow]:
    """The names that lead to the person, with how often and in which newest articles each stands: three queries."""
    aliases = Alias.objects.filter(person__in=family).select_related("person", "story", "made_by", "dismissed_by")
    rows = [NameRow(alias) for alias in aliases.order_by("dismissed_at", "text", "id")[:200]]
    places = _select(_PLACES, people=family, most=PLACES_SHOWN)
    articles = Article.objects.select_related("outlet").defer("body", "headline_search")
    by_id = articles.in_bulk({article_id for _, article_id, _, _ in places})
    for row in rows:
        mine = [place for place in places if place[0] == row.alias.text]
        if mine and row.alias.dismissed_at is None:
            row.places, row.articles = mine[0][2], mine[0][3]
            row.newest = [by_id[place[1]] for place in mine if place[1] in by_id]
    return rows


def others_like(query: str, person: Person) -> list[PersonRow]:
    """People to merge with, by words in their names."""
    if not query.strip():
        return []
    return person_rows(list(matching(query).exclude(pk=person.pk).order_by("name", "id")[:MOST_OFFERED]))


def _count(rows: QuerySet[Any]) -> dict[int, int]:
    counted = rows.order_by().annotate(root=_ROOT).values("root").annotate(n=Count("pk"))
    return dict(counted.values_list("root", "n"))


def _select(sql: str, **values: Any) -> list[tuple[Any, ...]]:
    if not values["people"]:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def kinds_with_counts(query: str) -> Iterable[tuple[str, str, int]]:
    """(kind, word, count) for the tabs."""
    counts = dict(matching(query).order_by().values_list("kind").annotate(n=Count("pk")))
    yield "", "All", sum(counts.values())
    yield PersonKind.PERSON.value, "People", counts.get(PersonKind.PERSON.value, 0)
    yield PersonKind.BODY.value, "Bodies", counts.get(PersonKind.BODY.value, 0)
