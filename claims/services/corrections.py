"""What staff changed of the machine's reading, as labelled examples in the training format. Reads, writes nothing.

The format is in docs/training-format.md: a line an article, as claims.language.training reads them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Q

from articles.models import Article
from claims.language.spans import QuoteKind, union
from claims.models import Appearance, Claim, Edit, Quote
from claims.rules.statuses import Status

Span = tuple[int, int]


def labelled_articles() -> Iterator[dict[str, Any]]:
    """One object for each article whose quotes or claims staff have touched, in the order of filing."""
    touched = Q(edits__isnull=False) | Q(quotes__made_by__isnull=False) | Q(appearances__made_by__isnull=False)
    touched |= Q(appearances__claim__in=_looked_into())
    ids = Article.objects.filter(touched).order_by("pk").values_list("pk", flat=True).distinct()
    for pk in list(ids):
        line = labelled(Article.objects.only("body").get(pk=pk))
        if line["attributions"] or line["reviewed"] or line["claims"]:
            yield line


def labelled(article: Article) -> dict[str, Any]:
    """The article with what staff say of it; `reviewed` are the stretches they say it of, the rest says nothing."""
    quotes = [_Touched(quote, edits) for quote, edits in _touched_quotes(article)]
    standing = [one for one in quotes if one.stands]
    return {
        "id": f"article-{article.pk}",
        "text": article.body,
        "attributions": _attributions(standing),
        "reviewed": [list(span) for span in union(span for one in quotes for span in one.reviewed())],
        "speakers": [row for one in standing if (row := one.speaker())],
        "claims": _claims(article),
    }


class _Touched:
    """A quote that staff made, changed or dismissed, with how it was before each edit."""

    def __init__(self, quote: Quote, before: Sequence[dict[str, Any]]) -> None:
        self.quote, self.before = quote, before
        self.stands = quote.dismissed_at is None and quote.kind != QuoteKind.SCARE
        self.content = (quote.start, quote.end)
        self.cue = _span(quote.cue_start, quote.cue_end)
        self.source = _span(quote.speaker_start, quote.speaker_end) or self._mention_before()

    def _mention_before(self) -> Span | None:
        """A fuller name typed for "he" is not in the paragraph: the mention is the one that stood there."""
        if not self.quote.speaker_name:
            return None
        mentions = (_span(row.get("speaker_start"), row.get("speaker_end")) for row in reversed(self.before))
        found = next((mention for mention in mentions if mention), None)
        return found if found and not _meet(found, self.content) else None

    def reviewed(self) -> Iterator[Span]:
        yield from (span for span in (self.content, self.cue, self.source) if span)
        for row in self.before:
            for name in ("", "cue_", "speaker_"):
                if span := _span(row.get(f"{name}start"), row.get(f"{name}end")):
                    yield span

    def speaker(self) -> dict[str, Any] | None:
        """Who speaks, as whoever saved the quote left it; None where it has no name and never had."""
        names = [row.get("speaker_name", "") for row in self.before]
        if not any((self.quote.speaker_name, *names)):
            return None
        return {
            "content": list(self.content),
            "mention": list(self.source) if self.source else None,
            "name": self.quote.speaker_name,
            "was": names[0] if names else None,
        }


def _touched_quotes(article: Article) -> Iterator[tuple[Quote, list[dict[str, Any]]]]:
    """Quotes of the article that staff touched, each with its rows before every edit, the earliest first."""
    before: dict[int, list[dict[str, Any]]] = defaultdict(list)
    touched: set[int] = set()
    for edit in Edit.objects.filter(article=article, quote__isnull=False):
        rows = [row for row in (*edit.before, *edit.after) if "speaker_name" in row]
        touched |= {row["id"] for row in rows}
        for row in edit.before:
            if "speaker_name" in row:
                before[row["id"]].append(row)
    chosen = Quote.everything.filter(article=article).filter(Q(pk__in=touched) | Q(made_by__isnull=False))
    for quote in chosen.order_by("start", "pk"):
        yield quote, before[quote.pk]


def _attributions(quotes: Sequence[_Touched]) -> list[dict[str, list[list[int]]]]:
    """Parts of one utterance with one cue and one mention are one attribution, as PolNeAR has them."""
    together: dict[Any, list[_Touched]] = defaultdict(list)
    for one in quotes:
        together[one.quote.utterance or f"quote {one.quote.pk}", one.cue, one.source].append(one)
    return [
        {
            "source": [list(source)] if source else [],
            "cue": [list(cue)] if cue else [],
            "content": [list(one.content) for one in parts],
        }
        for (_, cue, source), parts in together.items()
    ]


def _looked_into() -> Any:
    """Claims that staff took up, settled or dismissed."""
    return Claim.objects.exclude(status=Status.NEW).values("pk")


def _claims(article: Article) -> list[dict[str, Any]]:
    """Places of claims that staff made, edited or looked into; `is_claim` false where they dismissed claim or place."""
    edited: set[int] = set()
    for edit in Edit.objects.filter(article=article, claim__isnull=False):
        edited |= {row["id"] for row in (*edit.before, *edit.after) if "voice" in row}
    rows = Appearance.everything.filter(article=article).select_related("claim")
    rows = rows.filter(Q(pk__in=edited) | Q(made_by__isnull=False) | Q(claim__in=_looked_into()))
    return [
        {
            "span": [row.start, row.end],
            "text": row.claim.text,
            "claimant": row.claimant or None,
            "voice": row.voice,
            "stance": row.stance,
            "is_claim": row.dismissed_at is None and row.claim.status != Status.DISMISSED,
        }
        for row in rows.defer("claim__search").order_by("start", "pk")
    ]


def _span(start: int | None, end: int | None) -> Span | None:
    return (start, end) if start is not None and end is not None and start < end else None


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
