"""Keep what coloured words a run found in an article: suggestions, which the next run replaces."""

from collections.abc import Sequence

from claims.language import spans
from claims.language.lexicon import Lexicon
from claims.models import Run, Wording
from claims.services.places import Places


def keep_wording(run: Run, places: Places, found: Sequence[spans.Wording], lexicon: Lexicon) -> None:
    """In the run's own transaction. Nobody has decided about wording, so that nothing of older runs has to stay."""
    Wording.objects.filter(article_id=run.article_id).delete()
    rows = []
    for wording in found:
        paragraph = places.speaking_paragraph_at(wording.start)
        entry = lexicon.entry_of(wording.text, wording.reason)
        if paragraph is None or (entry is None and lexicon.is_off(wording.text)):
            continue
        rows.append(
            Wording(
                article_id=run.article_id,
                paragraph_id=paragraph.pk,
                run=run,
                start=wording.start,
                end=wording.end,
                text=wording.text,
                reason=wording.reason,
                neutral=(wording.neutral or "")[:200],
                entry=entry.words if entry else "",
                score=wording.score,
            )
        )
    Wording.objects.bulk_create(rows)
