"""What workers are asked to do: one service call, safe to run twice."""

from celery import shared_task

from claims.services import group_pile as grouping
from claims.services import purge_old as purging


@shared_task
def purge_old() -> None:
    purging.purge_old()


@shared_task(soft_time_limit=grouping.LEASE_SECONDS * 0.75, time_limit=grouping.LEASE_SECONDS * 0.9)
def group_pile(pile_id: int) -> None:
    grouping.group_pile(pile_id=pile_id)


@shared_task
def wake_piles() -> None:
    grouping.wake_piles()
