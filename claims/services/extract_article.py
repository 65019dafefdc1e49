"""The stage after segmenting: find the quotes and claims of an article and keep them as suggestions."""

from datetime import datetime
from time import perf_counter

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Article, Story
from claims import language
from claims.language import spans
from claims.models import Appearance, Claim, Quote, Run
from claims.services.places import Places, Taken
from claims.services.same_claim import ClaimKey, claim_key, claims_by_key

UNNAMED = "somebody unnamed"
_BY_STAFF = Q(made_by__isnull=False) | Q(dismissed_at__isnull=False)


@transaction.atomic
def extract_article(*, article_id: int, now: datetime | None = None) -> None:
    """Read the article and store its run, quotes, claims and appearances.

    Safe to run twice: a version of the extractor reads an article once. A newer version adds suggestions and leaves alone
    the spans that are there and those that staff decided about. Claims with the same words and claimant in one story are
    one claim with several appearances; the story's row is locked meanwhile, so that two articles cannot both make it.
    """
    if _has_run(article_id):
        return
    now = now or timezone.now()
    article = Article.objects.get(pk=article_id)
    places = Places(article)
    clock = perf_counter()
    found = language.extract(article.body, places.spans())
    milliseconds = round((perf_counter() - clock) * 1000)

    Story.objects.select_for_update(no_key=True).get(pk=article.story_id)
    if _has_run(article_id):
        return
    run = Run.objects.create(
        article=article, extractor=found.extractor, started_at=now, milliseconds=max(milliseconds, 1)
    )
    _keep_quotes(run, places, found.quotes, now)
    _keep_claims(run, places, found.claims, now)


def _has_run(article_id: int) -> bool:
    return Run.objects.filter(article_id=article_id, extractor=language.EXTRACTOR).exists()


def _keep_quotes(run: Run, places: Places, quotes: tuple[spans.Quote, ...], now: datetime) -> None:
    present = Quote.objects.filter(article=run.article)
    taken = Taken(
        present.values_list("start", "end"),
        list(present.filter(_BY_STAFF | Q(edits__isnull=False)).values_list("start", "end")),
    )
    rows = []
    for quote in quotes:
        paragraph = places.speaking_paragraph_at(quote.start)
        if paragraph and (quote.start, quote.end) not in taken:
            rows.append(_quote_row(quote, article_id=run.article_id, paragraph_id=paragraph.pk, run_id=run.pk, at=now))
    Quote.objects.bulk_create(rows)


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


def _keep_claims(run: Run, places: Places, claims: tuple[spans.Claim, ...], now: datetime) -> None:
    story_id = run.article.story_id
    known = claims_by_key(Claim.objects.filter(story_id=story_id).only("text", "claimant", "joined_into"))
    present = Appearance.objects.filter(article=run.article)
    taken = Taken(present.values_list("start", "end"), list(present.filter(_BY_STAFF).values_list("start", "end")))
    fresh: dict[ClaimKey, Claim] = {}
    rows: list[Appearance] = []
    for claim in claims:
        paragraph = places.speaking_paragraph_at(claim.start)
        if not paragraph or (claim.start, claim.end) in taken:
            continue
        claimant = _claimant(claim)
        key = claim_key(claim.text, claimant)
        if key not in known:
            known[key] = fresh[key] = _claim_row(claim, claimant, story_id=story_id, at=now)
        elif key in fresh:
            fresh[key].priority = max(fresh[key].priority, claim.priority)
        rows.append(_appearance_row(claim, claimant, of=known[key], run=run, paragraph_id=paragraph.pk, at=now))
    Claim.objects.bulk_create(fresh.values())
    for row in rows:
        row.claim_id = row.claim.pk
    Appearance.objects.bulk_create(rows)


def _claimant(claim: spans.Claim) -> str:
    """Blank is the outlet itself, so that somebody whom the copy does not name needs a word."""
    if claim.voice is spans.Voice.OUTLET:
        return ""
    return (claim.claimant or UNNAMED)[:300]


def _claim_row(claim: spans.Claim, claimant: str, *, story_id: int, at: datetime) -> Claim:
    return Claim(
        story_id=story_id,
        text=" ".join(claim.text.split()),
        claimant=claimant,
        priority=claim.priority,
        status_since=at,
        made_at=at,
    )


def _appearance_row(
    claim: spans.Claim, claimant: str, *, of: Claim, run: Run, paragraph_id: int, at: datetime
) -> Appearance:
    return Appearance(
        claim=of,
        article_id=run.article_id,
        paragraph_id=paragraph_id,
        run=run,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        claimant=claimant,
        voice=claim.voice.value,
        stance=claim.stance.value,
        made_at=at,
    )
