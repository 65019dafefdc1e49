"""Stops a temporary desk's servers and removes its folder once the process that wanted them is gone, however it went.

`python -m newsdesk.embedded.guard FOLDER` waits for the end of its standard input; the other end of that pipe is held
by the process that wants the servers, so that even `kill -9` of it leaves neither server nor folder.
"""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

from newsdesk.embedded import broker, postgres
from newsdesk.embedded.broker import stop_broker
from newsdesk.embedded.postgres import stop_postgres

ROOT = Path(__file__).resolve().parent.parent.parent


def guard(folder: Path) -> subprocess.Popen[bytes]:
    """Watch over `folder` from a process of its own; `release` it, or die, and the servers stop."""
    words = [sys.executable, "-m", "newsdesk.embedded.guard", str(folder)]
    return subprocess.Popen(words, stdin=subprocess.PIPE, cwd=ROOT, start_new_session=True)


def release(guarding: subprocess.Popen[bytes]) -> None:
    """Let the guard stop the servers and remove the folder, wait for that, and reap the servers that were ours."""
    guarding.communicate()
    for child in (*broker.children.values(), *postgres.children.values()):
        child.poll()


def main(folder: Path) -> None:
    """Wait for the end of standard input, then stop what runs in `folder` and remove it; signals are for others."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    sys.stdin.buffer.read()
    stop_postgres(folder)
    stop_broker(folder)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
