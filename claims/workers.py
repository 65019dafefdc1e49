"""What a worker process does as it starts."""

import logging
from typing import Any

from django.db import DatabaseError

log = logging.getLogger(__name__)


def say_what_runs_here(**signal: Any) -> None:
    """Tell the desk which extractor this worker runs, and why it is not the trained one. A worker without a database starts too."""
    from claims import language
    from claims.language.extraction import FALLBACK
    from claims.services.note_engine import note_engine, problem_here

    problem = problem_here()
    if problem:
        log.warning("Articles are read by rules alone: %s", problem)
    try:
        note_engine(extractor=FALLBACK if problem else language.EXTRACTOR, problem=problem)
    except DatabaseError:
        log.exception("What this worker runs on could not be noted")
