"""What one desk consists of: which programs run, with which words, in which environment."""

import errno
import os
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsdesk.embedded.places import Places, places
from newsdesk.errors import DeskError

ROOT = Path(__file__).resolve().parent.parent.parent
# Every process of a desk carries this variable, so that the next start finds what a killed supervisor left behind.
MARK = "NEWSDESK_DESK"
WEB_WORKERS, WEB_THREADS = 2, 4
MOST_WORKERS = 8  # each holds its own copy of the language engine: more than this is set by hand (WORKERS)


@dataclass(frozen=True)
class Program:
    """One program that the supervisor keeps running; `name` is also the name of its log, `title` is for sentences."""

    name: str
    title: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """Where this desk listens and keeps its things, and how many articles it works on at once."""

    host: str
    port: int
    workers: int
    here: Places

    @property
    def address(self) -> str:
        """The address to open in a browser on this machine."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"


def read_plan(environ: Mapping[str, str]) -> Plan:
    """The plan that HOST, PORT, WORKERS and NEWSDESK_VAR ask for. Raises DeskError for a number that is none."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Plan(
        host=environ.get("HOST") or "127.0.0.1",
        port=_number(environ, "PORT", 8000, most=65535),
        workers=_number(environ, "WORKERS", min(cores, MOST_WORKERS), most=512),
        here=places(environ.get("NEWSDESK_VAR") or ROOT / "var"),
    )


def _number(environ: Mapping[str, str], name: str, default: int, *, most: int) -> int:
    given = environ.get(name) or str(default)
    if not (given.isascii() and given.isdigit() and 0 < int(given) <= most):
        raise DeskError(f"{name} is “{given}” and should be a whole number from 1 to {most}.")
    return int(given)


def programs(plan: Plan) -> list[Program]:
    """The programs of a desk on one machine, in the order in which they start: the web server first."""
    bind = f"[{plan.host}]:{plan.port}" if ":" in plan.host else f"{plan.host}:{plan.port}"
    web = ["gunicorn", "newsdesk.wsgi", "--bind", bind, "--access-logfile", "-", "--no-control-socket"]
    web += ["--worker-class", "gthread", "--workers", str(WEB_WORKERS), "--threads", str(WEB_THREADS)]
    web += ["--graceful-timeout", "5", "--preload"]
    worker = ["celery", "-A", "newsdesk", "worker", "-Q", "single,bulk", "--prefetch-multiplier", "1"]
    worker += ["--concurrency", str(plan.workers), "--loglevel", "INFO", "--without-gossip", "--without-mingle"]
    beat = ["celery", "-A", "newsdesk", "beat", "--loglevel", "INFO", "--pidfile="]
    beat += ["--schedule", str(plan.here.run / "beat-schedule")]
    found = [("web", "The web server", web), ("worker", "The worker", worker), ("beat", "The beat", beat)]
    return [Program(name, title, (sys.executable, "-m", *words)) for name, title, words in found]


def environment(plan: Plan, environ: Mapping[str, str], *, database: str, broker: str) -> dict[str, str]:
    """The environment of every program: the addresses of the servers, and hosts that the web server answers to."""
    added = {
        "DJANGO_SETTINGS_MODULE": "newsdesk.settings",
        "DATABASE_URL": database,
        "REDIS_URL": broker,
        "NEWSDESK_VAR": str(plan.here.data_dir),
        "PYTHONUNBUFFERED": "1",
        MARK: str(plan.here.data_dir),
    }
    if sys.platform == "darwin":  # macOS ends a forked child whose parent had loaded its frameworks, as numpy does
        added["OBJC_DISABLE_INITIALIZE_FORK_SAFETY"] = "YES"
    if not environ.get("ALLOWED_HOSTS"):
        names = [plan.host] if plan.host not in ("0.0.0.0", "::") else [socket.gethostname(), socket.getfqdn()]
        added["ALLOWED_HOSTS"] = ",".join(dict.fromkeys(["localhost", "127.0.0.1", "[::1]", *names]))
    return {**environ, **added}


def check_port_is_free(plan: Plan) -> None:
    """Raises DeskError, naming what to set instead, where the desk cannot listen on its port."""
    family = socket.AF_INET6 if ":" in plan.host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((plan.host, plan.port))
            trial.listen(1)
        except OSError as error:
            raise DeskError(_why_not(plan, error.errno)) from error


def _why_not(plan: Plan, number: int | None) -> str:
    if number == errno.EADDRINUSE:
        another = plan.port + 1 if plan.port < 65535 else 8000
        return f"Port {plan.port} is taken by another program: choose one with `PORT={another} make run`."
    if number == errno.EACCES:
        return f"Port {plan.port} is for root alone: choose one above 1023 with `PORT=8000 make run`."
    return f"HOST={plan.host} is no address of this machine: use 127.0.0.1, or 0.0.0.0 for all of them."
