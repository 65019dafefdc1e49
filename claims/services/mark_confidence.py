"""How sure it is who makes a claim: as sure as of the quote that it stands in, and quite once a person has looked."""

from collections.abc import Sequence

from claims.language import spans
from claims.language.confidence import Confidences
from claims.language.spans import Voice
from claims.models import Appearance, Quote, Run


def mark_confidence(run: Run, quotes: Sequence[spans.Quote]) -> None:
    """In the run's own transaction: two queries. What is in the outlet's own voice needs no speaker and is sure."""
    asked = Confidences(quotes)
    changed = []
    for row in Appearance.objects.filter(run=run, made_by=None).only("start", "end", "voice", "confidence"):
        confidence = asked.at(row.start, row.end) if row.voice == Voice.ATTRIBUTED else 1.0
        if row.confidence != confidence:
            row.confidence = confidence
            changed.append(row)
    Appearance.objects.bulk_update(changed, ["confidence"], batch_size=500)


def be_sure_of_claims(quote: Quote) -> None:
    """A person has looked who says this: what the same speaker claims in it needs no other look."""
    inside = Appearance.objects.filter(article=quote.article_id, start__gte=quote.start, end__lte=quote.end)
    inside.filter(claimant=quote.speaker_name, confidence__lt=1.0).update(confidence=1.0)
