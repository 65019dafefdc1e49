"""What edits to claims share: rows locked in one order, and which claims may be edited at all.

The story's row is locked first, as extraction does, then the claims by number: two edits never wait for each other in a ring.
"""

from collections.abc import Iterable
from datetime import datetime

from articles.models import Story
from claims.language.spans import Stance, Voice
from claims.models import Appearance, Claim
from claims.rules.statuses import Status
from claims.services.claim_facts import holder_now
from claims.services.edited_words import Place
from claims.services.link_people import people_of_story
from claims.services.same_claim import claim_key, claims_by_key, roots_of
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User

EDITABLE = (Status.NEW, Status.IN_CHECK, Status.DISMISSED)
"""Statuses in which no proposal and nothing public rests on the claim."""


def lock_appearance(appearance_id: int) -> Appearance:
    """The appearance with its claim, article and paragraph; story and claim are locked."""
    row = Appearance.objects.filter(pk=appearance_id)
    lock_stories(row.values_list("claim__story_id", flat=True))
    lock_claims(row.values_list("claim_id", flat=True))  # read anew: a join may have come before the lock
    appearance = row.select_related("claim__holder", "article", "paragraph").first()
    if appearance is None:
        raise NotPossibleNow("There is no such appearance of a claim.", status=404)
    if appearance.article.is_withdrawn:
        raise NotPossibleNow("This article has been withdrawn: its quotes and claims stay as they are.")
    return appearance


def lock_claims(claim_ids: Iterable[int]) -> list[Claim]:
    """The claims in the order of their numbers, locked together with their story."""
    wanted = sorted(set(claim_ids))
    lock_stories(Claim.objects.filter(pk__in=wanted).values_list("story_id", flat=True))
    rows = Claim.objects.filter(pk__in=wanted).order_by("pk")
    list(rows.select_for_update().values_list("pk"))
    return list(
        rows.select_related("holder", "story")
    )  # read after the wait: joined rows would be as they were before it


def lock_stories(story_ids: Iterable[int]) -> None:
    """Lock the stories' rows in the order of their numbers until the transaction ends."""
    list(Story.objects.select_for_update(no_key=True).filter(pk__in=set(story_ids)).order_by("pk"))


def check_editable(claim: Claim, *, by: User, now: datetime) -> None:
    """NotPossibleNow with the reason where the claim's words and appearances have to stay as they are."""
    if claim.joined_into_id is not None:
        raise NotPossibleNow("This claim has been joined into another: edit that one, or part them first.")
    if claim.published_verdict_id is not None:
        raise NotPossibleNow(
            "A verdict on this claim has been published, so its words and appearances stay as they are."
        )
    if claim.status not in EDITABLE:
        raise NotPossibleNow(f"This claim is {claim.status}: it can be edited once it is back in check.")
    holder = holder_now(claim, by=by, now=now)
    if holder is not None and holder.pk != by.pk:
        raise NotPossibleNow(f"This claim is held by {holder}.")


def check_alone(appearance: Appearance) -> None:
    """NotPossibleNow where the claim stands in other places too."""
    others = appearance.claim.appearances.filter(dismissed_at=None).exclude(pk=appearance.pk).count()
    if others:
        places = "another place" if others == 1 else f"{others} other places"
        raise NotPossibleNow(
            f"This claim stands in {places} too: only a claim with one appearance can be cut or merged."
        )


def check_standing(appearance: Appearance) -> None:
    """NotPossibleNow where the appearance has been dismissed."""
    if appearance.dismissed_at is not None:
        raise NotPossibleNow("This appearance has been dismissed: restore it first.")


def claimant_of(voice: Voice, claimant: str) -> str:
    """The claimant's column: blank for the outlet's own voice; BadInput where somebody is needed."""
    name = " ".join(claimant.split())[:300]
    if voice is Voice.OUTLET:
        return ""
    if not name:
        raise BadInput("Say who makes the claim, or mark it as told in the outlet's own voice.")
    return name


def same_claim_in_story(
    story_id: int, text: str, claimant: str, but: int | None = None, *, retired: bool = False
) -> Claim | None:
    """The story's claim with these words and claimant, where there is one; with `retired` also one that was put away."""
    people = roots_of(people_of_story(story_id=story_id, names=[claimant]))
    claims = (Claim.everything if retired else Claim.objects).filter(story_id=story_id).exclude(pk=but or 0)
    return claims_by_key(claims.defer("search"), people).get(claim_key(text, claimant, people))


def claim_for(story_id: int, text: str, claimant: str, *, by: User, now: datetime, priority: float = 0.5) -> Claim:
    """The story's claim with these words and claimant, made where there is none; call with the story locked."""
    found = same_claim_in_story(story_id, text, claimant, retired=True)
    if found is not None:
        if found.retired_by_id is not None:
            found.retired_by = None
            found.save(update_fields=["retired_by"])
        return found
    return Claim.objects.create(
        story_id=story_id,
        text=" ".join(text.split()),
        claimant=claimant,
        priority=priority,
        status_since=now,
        made_by=by,
        made_at=now,
    )


def new_appearance(
    claim: Claim, place: Place, *, claimant: str, voice: Voice, stance: Stance, by: User, now: datetime
) -> Appearance:
    """A place that states the claim; BadInput where it is on record already."""
    same = claim.appearances.filter(paragraph=place.paragraph, start=place.start, end=place.end, dismissed_at=None)
    if same.exists():
        raise BadInput("These words are marked as this claim already.")
    return Appearance.objects.create(
        claim=claim,
        article_id=place.paragraph.article_id,
        paragraph=place.paragraph,
        start=place.start,
        end=place.end,
        text=place.text,
        claimant=claimant,
        voice=voice.value,
        stance=stance.value,
        made_by=by,
        made_at=now,
    )
