"""What workers say of their engine, and what the desk makes of it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from claims import workers
from claims.language.encoder import weights
from claims.models import EngineReport
from claims.services.note_engine import note_engine
from claims.templatetags.engine import engine_problem

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
MISSING = "words.npy is missing from the trained weights."


def test_a_worker_that_says_the_same_writes_once_an_hour() -> None:
    for minutes in (0, 10, 50, 61):
        note_engine(extractor="newsdesk-2", problem="", worker="press", now=NOON + timedelta(minutes=minutes))
    assert EngineReport.objects.get().at == NOON + timedelta(minutes=61)


def test_a_change_is_kept_at_once() -> None:
    note_engine(extractor="newsdesk-2", problem="", worker="press", now=NOON)
    note_engine(extractor="rules-2", problem=MISSING, worker="press", now=NOON + timedelta(seconds=1))
    report = EngineReport.objects.get()
    assert (report.extractor, report.problem) == ("rules-2", MISSING)


@pytest.mark.parametrize(
    ("reports", "problem"),
    [
        ([], ""),
        ([("press", 0, "")], ""),
        ([("press", 0, MISSING)], MISSING),
        ([("press", 90 * 24, MISSING)], MISSING),  # nobody has said otherwise
        ([("press", 2, MISSING), ("attic", 0, "")], MISSING),  # one machine of two
        ([("press", 30, MISSING), ("attic", 0, "")], ""),  # a machine that is gone
    ],
)
def test_the_newest_word_counts_and_for_a_day_every_machines(reports, problem: str) -> None:
    for worker, hours, said in reports:
        note_engine(extractor="x", problem=said, worker=worker, now=timezone.now() - timedelta(hours=hours))
    assert engine_problem() == problem


def test_a_worker_says_what_it_runs_on_as_it_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "problem", lambda: MISSING)
    workers.say_what_runs_here(sender=None, signal=None)
    assert EngineReport.objects.get().problem == MISSING
    monkeypatch.setattr(weights, "problem", lambda: None)
    workers.say_what_runs_here(sender=None, signal=None)
    assert EngineReport.objects.get().problem == ""
