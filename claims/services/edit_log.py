"""What staff change of the machine's reading is logged with how it was and how it is: later these are labelled examples."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from articles.models import Article
from articles.services.story_stages import story_has_changed
from claims.models import Alias, Appearance, Claim, Edit, Person, Quote
from newsdesk.models import User

_QUOTE = (
    "id", "start", "end", "text", "kind", "quoted", "speaker_start", "speaker_end", "speaker_text", "speaker_name",
    "cue_start", "cue_end", "cue_text", "via", "utterance", "run_id",
)  # fmt: skip
_APPEARANCE = ("id", "article_id", "start", "end", "text", "claimant", "voice", "stance", "run_id")


def quote_row(quote: Quote) -> dict[str, Any]:
    """The quote as the log keeps it."""
    return {name: getattr(quote, name) for name in _QUOTE} | {"dismissed": quote.dismissed_at is not None}


def appearance_row(appearance: Appearance) -> dict[str, Any]:
    """The appearance and its claim as the log keeps them."""
    row = {name: getattr(appearance, name) for name in _APPEARANCE}
    claim = appearance.claim
    claim_row = {"id": claim.pk, "text": claim.text, "claimant": claim.claimant}
    return row | {"dismissed": appearance.dismissed_at is not None, "claim": claim_row}


def person_row(person: Person) -> dict[str, Any]:
    """The person as the log keeps them."""
    return {"id": person.pk, "name": person.name, "kind": person.kind, "merged_into": person.merged_into_id}


def alias_row(alias: Alias) -> dict[str, Any]:
    """The name and whose it is, as the log keeps them."""
    row = {"id": alias.pk, "text": alias.text, "story": alias.story_id, "person": alias.person_id}
    return row | {"dismissed": alias.dismissed_at is not None}


def log_edit(
    action: str,
    *,
    by: User,
    now: datetime,
    before: Sequence[dict[str, Any]],
    after: Sequence[dict[str, Any]],
    article_id: int | None = None,
    claim: Claim | None = None,
    quote: Quote | None = None,
    person: Person | None = None,
) -> Edit:
    """One entry; call inside the edit's own transaction. What was read otherwise is compared again."""
    if article_id is not None:
        story_has_changed(*Article.objects.filter(pk=article_id).values_list("story", flat=True), now=now)
    return Edit.objects.create(
        action=action,
        article_id=article_id,
        claim=claim,
        quote=quote,
        person=person,
        before=list(before),
        after=list(after),
        by=by,
        at=now,
    )
