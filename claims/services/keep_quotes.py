"""The quotes of a run: new spans become rows, known ones are kept, undecided ones not found any more are retired."""

from datetime import datetime

from claims.language import spans
from claims.models import Quote, Run
from claims.services.decided import Decided
from claims.services.places import Places, Taken


def keep_quotes(run: Run, places: Places, quotes: tuple[spans.Quote, ...], decided: Decided, now: datetime) -> None:
    """An undecided row takes on what this version says of its span: speaker, cue, kind, confidence."""
    present = {(row.start, row.end): row for row in Quote.everything.filter(article=run.article, made_by=None)}
    taken = Taken((), decided.quote_spans)
    fresh, again = [], []
    for quote in quotes:
        paragraph = places.speaking_paragraph_at(quote.start)
        if not paragraph or (quote.start, quote.end) in taken:
            continue
        row = _quote_row(quote, article_id=run.article_id, paragraph_id=paragraph.pk, run_id=run.pk, at=now)
        known = present.get((quote.start, quote.end))
        if known is None:
            present[quote.start, quote.end] = row
            fresh.append(row)
        elif known.pk and known.pk not in decided.quotes:
            row.pk, row.made_at = known.pk, known.made_at
            again.append(row)
    Quote.objects.bulk_create(fresh)
    Quote.everything.bulk_update(again, _AGAIN, batch_size=500)
    found = [row.pk for row in (*fresh, *again)]
    gone = Quote.objects.filter(article=run.article_id, made_by=None).exclude(pk__in=[*found, *decided.quotes])
    gone.update(retired_by=run)


_AGAIN = [
    "run", "paragraph", "kind", "quoted", "speaker_start", "speaker_end", "speaker_text", "speaker_name", "cue_start",
    "cue_end", "cue_text", "via", "utterance", "repaired", "repair", "confidence", "retired_by",
]  # fmt: skip


def _quote_row(quote: spans.Quote, *, article_id: int, paragraph_id: int, run_id: int, at: datetime) -> Quote:
    speaker, cue = quote.speaker, quote.cue
    return Quote(
        article_id=article_id,
        paragraph_id=paragraph_id,
        run_id=run_id,
        start=quote.start,
        end=quote.end,
        text=quote.text,
        kind=quote.kind.value,
        quoted=[[span.start, span.end] for span in quote.quoted],
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        speaker_text=(speaker.text or "")[:300] if speaker else "",
        speaker_name=(speaker.name or "")[:300] if speaker else "",
        cue_start=cue.start if cue else None,
        cue_end=cue.end if cue else None,
        cue_text=cue.text[:200] if cue else "",
        via=list(quote.via),
        utterance=quote.utterance,
        repaired=quote.repaired,
        repair=quote.repair[:300],
        confidence=quote.confidence,
        made_at=at,
    )
