"""Where the desk's own servers keep their data, sockets and logs. Computes paths; starts nothing."""

import hashlib
import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from newsdesk.errors import DeskError

# sun_path holds 108 bytes on Linux and 104 on macOS, each with a closing zero byte; the smaller one holds everywhere.
LONGEST_SOCKET_PATH = 103
POSTGRES_PORT = 5432  # of the socket's name; no network port is opened
POSTGRES_SOCKET = f".s.PGSQL.{POSTGRES_PORT}"
BROKER_SOCKET = "broker.sock"
ROLE = DATABASE = "newsdesk"
# Not tempfile.gettempdir(): TMPDIR differs between shells, and every process has to find the same socket.
SHORT_FOLDER = Path("/tmp")


@dataclass(frozen=True)
class Places:
    """The paths of one desk; `data_dir` is its folder (`var/`), everything else lies in it if sockets allow."""

    data_dir: Path

    @property
    def cluster(self) -> Path:
        return self.data_dir / "postgres"

    @property
    def broker(self) -> Path:
        return self.data_dir / "broker"

    @property
    def run(self) -> Path:
        """Lock, process id and socket files: nothing that outlives the servers."""
        return self.data_dir / "run"

    @property
    def log(self) -> Path:
        return self.data_dir / "log"

    @property
    def postgres_sockets(self) -> Path:
        return self._socket_folder("postgres", POSTGRES_SOCKET)

    @property
    def broker_sockets(self) -> Path:
        return self._socket_folder("broker", BROKER_SOCKET)

    @property
    def broker_socket(self) -> Path:
        return self.broker_sockets / BROKER_SOCKET

    def _socket_folder(self, name: str, socket_name: str) -> Path:
        """A folder under `run`, or a private one under /tmp where the socket's path would be too long."""
        folder = self.run / name
        if len(os.fsencode(folder / socket_name)) <= LONGEST_SOCKET_PATH:
            return folder
        mark = hashlib.sha256(os.fsencode(self.data_dir)).hexdigest()[:12]
        return SHORT_FOLDER / f"newsdesk-{os.geteuid()}-{mark}-{name}"


def places(data_dir: Path | str) -> Places:
    """The places of the desk in `data_dir`, made absolute so that every working folder gives the same answer."""
    return Places(Path(data_dir).expanduser().resolve())


def locate_postgres(data_dir: Path | str) -> str:
    """The database URL that `ensure_postgres(data_dir)` will answer with; starts nothing."""
    host = quote(str(places(data_dir).postgres_sockets), safe="")
    return f"postgresql://{ROLE}@{host}:{POSTGRES_PORT}/{DATABASE}"


def locate_broker(data_dir: Path | str) -> str:
    """The Celery broker URL that `ensure_broker(data_dir)` will answer with; starts nothing."""
    return f"redis+socket://{quote(str(places(data_dir).broker_socket))}?virtual_host=0"


def make_private(folder: Path, *, owner: int | None = None) -> Path:
    """Make `folder` open to its owner alone (user id `owner`, else whoever runs this).

    Raises DeskError where somebody else has put a folder or link of that name there (possible under /tmp).
    """
    owner = os.geteuid() if owner is None else owner
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (owner, os.geteuid()):
        raise DeskError(f"{folder} belongs to somebody else, so the desk will not put its sockets there: remove it.")
    folder.chmod(0o700)
    if found.st_uid != owner:
        os.chown(folder, owner, -1)
    return folder


def remove_sockets(folder: Path) -> None:
    """Remove a folder of sockets whose server has stopped; those under /tmp would stay for ever."""
    shutil.rmtree(folder, ignore_errors=True)
