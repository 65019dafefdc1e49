"""What of an article a new run leaves alone, because a person made it, changed it, took it, cited it or rests on it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import Article
from claims.models import Appearance, Citation, Claim, Edit, Finding, LogEntry, Note, Quote, Verdict
from claims.rules.statuses import Status

Span = tuple[int, int]


class Decided:
    """Ids and spans of the article's quotes and appearances that stay; made with the article's row locked.

    The claims that stand in the article are locked too, so that nobody takes one while it is being retired.
    """

    def __init__(self, article: Article) -> None:
        here = Appearance.everything.filter(article=article).values("claim")
        self.claims_here = list(
            Claim.everything.select_for_update(of=("self",))
            .filter(pk__in=here)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        self.claims = set(decided_claims(self.claims_here))
        cited = [*_spans_of(Citation, article), *_spans_of(Finding, article)]

        places = Appearance.objects.filter(article=article)
        own = Q(made_by__isnull=False) | Q(dismissed_at__isnull=False) | Q(claim__in=self.claims)
        own |= Q(Exists(Finding.objects.filter(appearance=OuterRef("pk"))))
        rows = list(places.filter(own).values_list("pk", "start", "end")) + _meeting(places, cited)
        self.appearances = {pk for pk, _, _ in rows}
        self.appearance_spans = sorted({(start, end) for _, start, end in rows})

        quotes = Quote.objects.filter(article=article)
        own = Q(made_by__isnull=False) | Q(dismissed_at__isnull=False)
        own |= Q(Exists(Edit.objects.filter(quote=OuterRef("pk"))))
        rows = list(quotes.filter(own).values_list("pk", "start", "end"))
        rows += _meeting(quotes, [*cited, *self.appearance_spans])
        self.quotes = {pk for pk, _, _ in rows}
        self.quote_spans = sorted({(start, end) for _, start, end in rows})


def decided_claims(claim_ids: Iterable[int]) -> list[int]:
    """Those of the claims that staff have touched in any way, or that another was joined with."""
    touched = ~Q(status=Status.NEW) | Q(retracted_at__isnull=False)
    for name in ("made_by", "holder", "working_verdict", "published_verdict", "joined_into"):
        touched |= Q(**{f"{name}__isnull": False})
    for model in (Edit, LogEntry, Note, Verdict):
        touched |= Q(Exists(model._base_manager.filter(claim=OuterRef("pk"))))
    touched |= Q(Exists(Claim.everything.filter(joined_into=OuterRef("pk"))))
    return list(Claim.everything.filter(touched, pk__in=claim_ids).values_list("pk", flat=True))


def _spans_of(model: type[Citation] | type[Finding], article: Article) -> list[Span]:
    rows = model._base_manager.filter(paragraph__article=article, start__isnull=False).order_by()
    spans = rows.values_list("start", "end").distinct()
    return [(start, end) for start, end in spans if start is not None and end is not None]


def _meeting(rows: QuerySet[Any], spans: list[Span]) -> list[tuple[int, int, int]]:
    """The rows that share words with one of the spans."""
    if not spans:
        return []
    found = rows.filter(made_by=None).values_list("pk", "start", "end")
    return [row for row in found if any(row[1] < end and start < row[2] for start, end in spans)]
