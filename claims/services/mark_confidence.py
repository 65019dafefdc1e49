"""Say of each claim that a run found how sure it is who said it: as sure as of the quote that it stands in."""

from collections.abc import Sequence

from claims.language import spans
from claims.language.confidence import Confidences
from claims.language.spans import Voice
from claims.models import Appearance, Run


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
