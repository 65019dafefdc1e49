"""What the trained judge says of an article's sentences, or nothing where it cannot run: then the rules stand alone."""

from collections.abc import Sequence

from claims.language.encoder.judging import Judgement, judge
from claims.language.encoder.weights import WeightsError, load
from claims.language.items import UNREAD, Unit
from claims.language.marks import Marked


def judgement_of(
    text: str, units: Sequence[Unit], marks: Sequence[Marked], folded: frozenset[int] = frozenset()
) -> Judgement | None:
    """One pass over the sentences that may claim or colour; None without the judge's weights. Never raises.

    `folded` are the indexes of repeated paragraphs, which are not read twice.
    """
    try:
        weights = load()
        if not weights.has("judge"):
            return None
        spans = [(u.start, u.end) for u in units if u.kind not in UNREAD and u.paragraph not in folded]
        return judge(text, spans, marks, weights=weights)
    except WeightsError:
        return None
