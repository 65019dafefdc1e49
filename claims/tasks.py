"""What workers are asked to do: one service call, safe to run twice."""

from celery import shared_task

from claims.services import purge_old as purging


@shared_task
def purge_old() -> None:
    purging.purge_old()
