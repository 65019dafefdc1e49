"""What the pages of staff say of the language engine, from what its workers last said: no page loads the engine itself."""

from collections.abc import Sequence
from datetime import timedelta

from django import template
from django.utils import timezone

from claims.language.confidence import CHECK_BELOW
from claims.language.spans import QuoteKind, Voice
from claims.models import Appearance, EngineReport, Quote

register = template.Library()

COUNTS_FOR = timedelta(days=1)
"""So long a machine's word counts beside a newer one of another; the newest always counts."""


@register.simple_tag
def engine_problem() -> str:
    """Why articles are read by rules alone, "" when the trained engine runs: one query."""
    reports = list(EngineReport.objects.order_by("-at").values_list("problem", "at")[:50])
    since = timezone.now() - COUNTS_FOR
    return next((problem for n, (problem, at) in enumerate(reports) if problem and (n == 0 or at > since)), "")


@register.filter
def is_unsure(row: Quote | Appearance) -> bool:
    """Whether a person should look who said it. Words in marks said by nobody and the outlet's own voice have no speaker."""
    if isinstance(row, Quote):
        return row.confidence < CHECK_BELOW and row.kind != QuoteKind.SCARE
    return row.confidence < CHECK_BELOW and row.voice == Voice.ATTRIBUTED


@register.filter
def told_by(via: Sequence[str]) -> str:
    """The chain in words, nearest to the article first: “as told by RT, citing Interfax”."""
    first, *others = [str(link) for link in via]
    return f"as told by {first}" + "".join(f", citing {other}" for other in others)
