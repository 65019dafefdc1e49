"""What the desk needs to know about processes: is it ours, is it alive, make it end."""

import contextlib
import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

POLL = 0.02  # seconds between two looks


def wait_until(met: Callable[[], object], *, seconds: float) -> bool:
    """Look until `met()` is true or `seconds` have passed; says which."""
    deadline = time.monotonic() + seconds
    while not met():
        if time.monotonic() >= deadline:
            return False
        time.sleep(POLL)
    return True


def reap(pid: int) -> None:
    """Take a dead child off the process table, where a postmaster would still look alive; harmless for others."""
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


def alive(pid: int | None, *, naming: str = "") -> bool:
    """Whether `pid` runs (a zombie does not) and `naming` stands in its command line."""
    if not pid:
        return False
    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        return not naming or any(naming in word for word in process.cmdline())
    except psutil.NoSuchProcess:  # a ZombieProcess is one too
        return False
    except psutil.AccessDenied:
        return not naming


def note(file: Path, pid: int) -> None:
    """Write down `pid` with the time it began (seconds since 1970), which tells it from a later process of that id."""
    try:
        began = psutil.Process(pid).create_time()
    except psutil.Error:
        began = 0.0
    file.write_text(f"{pid}\n{began}\n")


def noted(file: Path) -> int | None:
    """The process that `note` wrote down, if that very process still runs."""
    try:
        pid, began = file.read_text().split()
        process = psutil.Process(int(pid))
        same = abs(process.create_time() - float(began)) < 1
        return process.pid if same and process.status() != psutil.STATUS_ZOMBIE else None
    except (OSError, ValueError, psutil.Error):
        return None


def signal_process(pid: int, number: int) -> None:
    """Send the signal; nothing where the process is gone or not ours."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, number)


def signal_group(group: int, number: int) -> None:
    """Send the signal to every process of the group; nothing where it is gone or not ours."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def ended(process: subprocess.Popen[bytes] | None, pid: int) -> bool:
    """Whether `pid` is gone; a child of ours is reaped on the way."""
    if process is not None and process.pid == pid:
        return process.poll() is not None
    return not alive(pid)


def end(process: subprocess.Popen[bytes] | None, pid: int, *, gently: int = signal.SIGTERM, grace: float = 10) -> None:
    """Ask `pid` to stop with the signal `gently`; after `grace` seconds kill it. `process` if it is our child."""
    signal_process(pid, gently)
    if not wait_until(lambda: ended(process, pid), seconds=grace):
        signal_process(pid, signal.SIGKILL)
        wait_until(lambda: ended(process, pid), seconds=5)


@contextlib.contextmanager
def held(lock: Path) -> Iterator[None]:
    """Hold the file `lock` for the block, so that two processes do not start the same server at once."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def read_pid(file: Path) -> int | None:
    """The process id on the first line of `file`; None where there is none."""
    try:
        return int(file.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def last_words(log: Path, *, lines: int = 3) -> str:
    """The last lines of a log, for a sentence that says why something did not start."""
    try:
        return " / ".join(log.read_text(errors="replace").strip().splitlines()[-lines:])
    except OSError:
        return "nothing was logged"
