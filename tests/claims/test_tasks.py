"""Tasks with nothing in them: one call of one service, and when the beat asks for them."""

from celery import Celery

from claims import tasks
from newsdesk.celery import app


def test_the_beat_wakes_piles_as_often_as_it_publishes_jobs() -> None:
    (entry,) = (e for e in app.conf.beat_schedule.values() if e["task"] == tasks.wake_piles.name)
    assert entry["schedule"] == 15


def test_grouping_a_pile_is_one_call_and_stops_before_its_lease_is_over(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    calls: list[int] = []
    monkeypatch.setattr(tasks.grouping, "group_pile", lambda pile_id: calls.append(pile_id))
    tasks.group_pile(7)
    assert calls == [7]
    assert tasks.group_pile.time_limit < tasks.grouping.LEASE_SECONDS
    assert isinstance(app, Celery)


def test_the_service_asks_for_the_task_by_its_name() -> None:
    assert tasks.group_pile.name == tasks.grouping.GROUP_PILE
