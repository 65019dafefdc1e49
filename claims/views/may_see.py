"""Who sees a verdict that is not published: the blind second reading depends on it."""

from django.db.models import Q

from claims.models import Claim
from claims.rules.statuses import Status
from newsdesk.models import User

CLOSED = (Status.NEW.value, Status.IN_CHECK.value, Status.PROPOSED.value, Status.DISMISSED.value)
"""In these statuses a draft or proposal is its author's alone, so that anybody else can still read it blind."""


def sees_verdict(claim: Claim, user: User) -> bool:
    """Whether `user` may be shown rating, rationale, findings and stances of the verdict at work, and the log of them."""
    verdict = claim.working_verdict
    return claim.status not in CLOSED or (verdict is not None and verdict.by_id == user.pk)


def reads_blind(claim: Claim, user: User) -> bool:
    """Whether the claim waits for a rating that `user` would give without having seen the first."""
    return claim.status == Status.PROPOSED and not sees_verdict(claim, user)


def with_rating(rating: str, user: User) -> Q:
    """Claims with this rating as far as `user` may know it: published, no longer closed, or their own."""
    working = Q(working_verdict__rating=rating)
    open_now = ~Q(status__in=CLOSED)
    return Q(published_verdict__rating=rating) | working & (open_now | Q(working_verdict__by=user))


def rating_seen(claim: Claim, user: User) -> str:
    """The rating to show beside a claim in a list, "" where there is none or none that `user` may know."""
    if claim.working_verdict is not None and sees_verdict(claim, user):
        return claim.working_verdict.rating
    if claim.published_verdict is not None and not reads_blind(claim, user):
        return claim.published_verdict.rating
    return ""
