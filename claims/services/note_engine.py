"""The worker says what it runs on, so that the desk can tell people when the trained engine is away."""

import platform
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from claims.models import EngineReport

AGAIN_AFTER = timedelta(hours=1)
"""A worker with nothing new to say repeats itself no sooner."""


@transaction.atomic
def note_engine(*, extractor: str, problem: str, worker: str = "", now: datetime | None = None) -> None:
    """Keep one machine's last word. `problem`: why it reads by rules alone, "" when all is well."""
    now = now or timezone.now()
    worker, problem = (worker or platform.node() or "this machine")[:200], problem[:500]
    said = EngineReport.objects.filter(worker=worker).first()
    if said and (said.extractor, said.problem) == (extractor, problem) and now - said.at < AGAIN_AFTER:
        return
    EngineReport.objects.update_or_create(
        worker=worker, defaults={"extractor": extractor, "problem": problem, "at": now}
    )


def problem_here() -> str:
    """Why this process reads by rules alone, "" when the trained engine runs. For workers: it checks the weights."""
    from claims.language.encoder import weights  # brings NumPy, which the web server does without

    return weights.problem() or ""
