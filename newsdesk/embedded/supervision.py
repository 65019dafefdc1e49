"""Keeps one program running: in a process group of its own, restarted with growing pauses, ended without orphans."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BufferedWriter
from pathlib import Path

import psutil

from newsdesk.embedded.processes import last_words, signal_group, wait_until
from newsdesk.embedded.programs import MARK, ROOT, Program
from newsdesk.errors import DeskError

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds before a restart; doubled at every early death
LONG_ENOUGH = 30.0  # a program that ran this many seconds was well
RAPID_DEATHS = 5
GRACE = 10.0  # seconds between TERM and KILL
LARGEST_LOG = 10_000_000  # bytes; a larger one is put aside at the next start


@dataclass
class Supervised:
    """A program and its present process. `say` prints a sentence to whoever started the desk."""

    program: Program
    log: Path
    environment: Mapping[str, str]
    say: Callable[[str], None]
    process: subprocess.Popen[bytes] | None = None
    began: float = 0.0
    due: float = 0.0
    pause: float = FIRST_PAUSE
    rapid_deaths: int = 0

    def start(self) -> None:
        with open_log(self.log) as out:
            self.process = subprocess.Popen(
                self.program.words, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=ROOT,
                env=dict(self.environment), start_new_session=True,
            )  # fmt: skip
        self.began = time.monotonic()

    def tend(self) -> None:
        """Notice a death, and start again once the pause is over."""
        if self.process is not None and self.process.poll() is not None:
            self._bury()
        if self.process is None and time.monotonic() >= self.due:
            self.start()

    def _bury(self) -> None:
        assert self.process is not None
        signal_group(self.process.pid, signal.SIGKILL)  # what it started and left behind
        if time.monotonic() - self.began >= LONG_ENOUGH:
            self.pause, self.rapid_deaths = FIRST_PAUSE, 0
        self.rapid_deaths += 1
        if self.rapid_deaths == RAPID_DEATHS:
            self.say(
                f"{self.program.title} stopped {RAPID_DEATHS} times in a row and is tried again every "
                f"{LONGEST_PAUSE:.0f} seconds; its log is {self.log} and ends: {last_words(self.log, lines=1)}"
            )
        elif self.rapid_deaths < RAPID_DEATHS:
            self.say(f"{self.program.title} stopped ({how(self.process.returncode)}) and is started again.")
        self.process = None
        self.due = time.monotonic() + (LONGEST_PAUSE if self.rapid_deaths >= RAPID_DEATHS else self.pause)
        self.pause = min(self.pause * 2, LONGEST_PAUSE)


@dataclass
class Server:
    """PostgreSQL or the broker: `running` says whether it runs in `data_dir`, `ensure` starts it if it does not."""

    name: str
    running: Callable[[Path], int | None]
    ensure: Callable[[Path], str]
    data_dir: Path
    say: Callable[[str], None]
    due: float = 0.0
    pause: float = FIRST_PAUSE

    def tend(self) -> None:
        """Start it again where it has stopped; where that fails, say why and wait longer each time."""
        if self.running(self.data_dir) or time.monotonic() < self.due:
            return
        self.say(f"{self.name} stopped and is started again.")
        try:
            self.ensure(self.data_dir)
            self.pause = FIRST_PAUSE
        except DeskError as error:
            self.pause = min(self.pause * 2, LONGEST_PAUSE)
            self.say(f"{error.sentence} Tried again in {self.pause:.0f} seconds.")
        self.due = time.monotonic() + self.pause


def end_all(supervised: list[Supervised], *, hurried: Callable[[], bool], grace: float = GRACE) -> None:
    """TERM to every program at once, KILL to what is left of its group after `grace` seconds or once `hurried()`.

    Its own children a program ends itself: a pool process that got TERM too would drop the article it works on.
    """
    running = [child.process for child in supervised if child.process is not None]
    for process in running:
        process.terminate()
    wait_until(lambda: hurried() or all(process.poll() is not None for process in running), seconds=grace)
    for process in running:
        signal_group(process.pid, signal.SIGKILL)
    wait_until(lambda: all(process.poll() is not None for process in running), seconds=5)


def end_leftovers(data_dir: Path) -> int:
    """End every process of the desk in `data_dir` that a killed supervisor left behind; how many there were."""
    left = [process for process in psutil.process_iter() if process.pid != os.getpid() and _belongs(process, data_dir)]
    for number, seconds in ((signal.SIGTERM, GRACE), (signal.SIGKILL, 5.0)):
        for process in left:
            try:
                process.send_signal(number)
            except psutil.Error:
                continue
        if not psutil.wait_procs(left, timeout=seconds)[1]:
            break
    return len(left)


def _belongs(process: psutil.Process, data_dir: Path) -> bool:
    try:
        return process.environ().get(MARK) == str(data_dir) and process.status() != psutil.STATUS_ZOMBIE
    except (psutil.Error, OSError):
        return False


def open_log(log: Path) -> BufferedWriter:
    """Open `log` to add to it; one that has grown large becomes `….log.1` first."""
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.replace(log.with_suffix(".log.1"))
    return log.open("ab")


def how(code: int) -> str:
    """How a process ended, in words."""
    return f"exit status {code}" if code >= 0 else f"signal {signal.Signals(-code).name}"
