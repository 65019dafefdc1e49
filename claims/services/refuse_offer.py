"""Refuse an offer of the comparison for one claim, or have it offered again."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Article
from claims.models import RefusedOffer
from claims.rules.ratings import FindingReason
from claims.services.claim_facts import lock_claim
from claims.services.working_draft import check_open_to
from newsdesk.errors import BadInput
from newsdesk.models import User

_KINDS = {"citation", *(reason.value for reason in FindingReason)}


@transaction.atomic
def refuse_offer(
    *, claim_id: int, article_id: int, start: int, end: int, kind: str, by: User, now: datetime | None = None
) -> RefusedOffer:
    """Not to be offered for this claim again; refusing twice is once. Raises BadInput for a place outside its story, and
    NotPossibleNow where the draft is not this person's to work on."""
    now = now or timezone.now()
    claim = lock_claim(claim_id)
    check_open_to(claim, by=by, now=now)
    article = Article.objects.filter(pk=article_id, story=claim.story_id).only("body").first()
    if article is None or not 0 <= start < end <= len(article.body) or kind not in _KINDS:
        raise BadInput("There is no such offer for this claim.")
    refused, _ = RefusedOffer.objects.get_or_create(
        claim=claim,
        article=article,
        start=start,
        end=end,
        kind=kind,
        defaults={"by": by, "at": now},
    )
    return refused


@transaction.atomic
def offer_again(*, claim_id: int, refused_id: int, by: User, now: datetime | None = None) -> None:
    """Take the refusal back; BadInput where there is none any more."""
    check_open_to(lock_claim(claim_id), by=by, now=now or timezone.now())
    if not RefusedOffer.objects.filter(pk=refused_id, claim=claim_id).delete()[0]:
        raise BadInput("That offer is not refused any more.")
