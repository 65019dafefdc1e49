"""Programs are started again when they die and ended without orphans, however they take it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsdesk.embedded.processes import alive, signal_group, wait_until
from newsdesk.embedded.programs import MARK, Program
from newsdesk.embedded.supervision import RAPID_DEATHS, Server, Supervised, end_all, end_leftovers
from newsdesk.errors import DeskError

# Writes down its own process id and a grandchild's; neither heeds TERM.
STUBBORN = """
import os, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = os.fork()
if child:
    with open(sys.argv[1] + ".new", "w") as file:
        file.write(f"{os.getpid()} {child}")
    os.rename(sys.argv[1] + ".new", sys.argv[1])
signal.pause()
"""
WELL_BEHAVED = "import signal; signal.pause()"
BROKEN = "raise SystemExit('no database today')"


@pytest.fixture
def supervise(tmp_path: Path) -> Iterator[Callable[..., Supervised]]:
    made: list[Supervised] = []

    def supervise(script: str, *words: str) -> Supervised:
        program = Program("worker", "The worker", (sys.executable, "-c", script, *words))
        marked = os.environ | {MARK: str(tmp_path)}
        made.append(Supervised(program, tmp_path / "worker.log", marked, sentences.append, pause=0.01))
        return made[-1]

    sentences: list[str] = []
    supervise.sentences = sentences  # type: ignore[attr-defined]
    yield supervise
    for child in made:
        if child.process is not None:
            signal_group(child.process.pid, 9)
            child.process.wait()


def test_a_program_that_dies_is_started_again(supervise: Callable[..., Supervised]) -> None:
    child = supervise(WELL_BEHAVED)
    child.tend()
    assert child.process is not None
    first = child.process
    first.kill()

    assert wait_until(lambda: child.tend() or (child.process and child.process.pid != first.pid), seconds=10)

    assert child.process.poll() is None
    assert supervise.sentences == ["The worker stopped (signal SIGKILL) and is started again."]  # type: ignore[attr-defined]


def test_a_program_that_keeps_dying_is_reported_once_with_its_log_and_tried_less_often(
    supervise: Callable[..., Supervised], tmp_path: Path
) -> None:
    child = supervise(BROKEN)
    assert wait_until(lambda: child.tend() or child.rapid_deaths == RAPID_DEATHS, seconds=20)
    said = supervise.sentences  # type: ignore[attr-defined]
    assert len(said) == RAPID_DEATHS
    assert f"stopped {RAPID_DEATHS} times in a row" in said[-1]
    assert str(tmp_path / "worker.log") in said[-1]
    assert "no database today" in said[-1]
    assert child.due - time.monotonic() > 20


def test_what_ignores_term_is_killed_with_all_that_it_started(
    supervise: Callable[..., Supervised], tmp_path: Path
) -> None:
    child, note = supervise(STUBBORN, str(tmp_path / "ids")), tmp_path / "ids"
    child.start()
    assert wait_until(note.exists, seconds=10)
    ids = [int(number) for number in note.read_text().split()]

    end_all([child], hurried=lambda: False, grace=0.3)

    assert wait_until(lambda: not any(alive(number) for number in ids), seconds=5)


def test_a_second_ctrl_c_does_not_wait_for_the_grace_to_pass(
    supervise: Callable[..., Supervised], tmp_path: Path
) -> None:
    child = supervise(STUBBORN, str(tmp_path / "ids"))
    child.start()
    assert wait_until((tmp_path / "ids").exists, seconds=10)
    began = time.monotonic()
    end_all([child], hurried=lambda: True, grace=60)
    assert time.monotonic() - began < 10


def test_leftovers_of_this_desk_are_ended_and_those_of_another_are_not(tmp_path: Path) -> None:
    words = [sys.executable, "-c", WELL_BEHAVED]
    ours = subprocess.Popen(words, env=os.environ | {MARK: str(tmp_path)}, start_new_session=True)
    theirs = subprocess.Popen(words, env=os.environ | {MARK: str(tmp_path / "other")}, start_new_session=True)
    try:
        assert end_leftovers(tmp_path) == 1
        assert wait_until(lambda: ours.poll() is not None, seconds=5)
        assert theirs.poll() is None
    finally:
        for process in (ours, theirs):
            process.kill()
            process.wait()


def test_a_server_that_cannot_come_back_is_tried_again_later_and_says_why(tmp_path: Path) -> None:
    def ensure(data_dir: Path) -> str:
        tries.append(1)
        raise DeskError("The disk is full.")

    tries: list[int] = []
    said: list[str] = []
    server = Server("PostgreSQL", lambda data_dir: None, ensure, tmp_path, said.append)
    server.tend()
    server.tend()
    assert len(tries) == 1
    assert said == ["PostgreSQL stopped and is started again.", "The disk is full. Tried again in 1 seconds."]
