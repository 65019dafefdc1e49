"""The supervisor of a desk on one machine: `python -m newsdesk.embedded.desk`, which is what `make run` calls.

Starts PostgreSQL and the broker (where DATABASE_URL and REDIS_URL name none), sets the desk up, runs web, worker and
beat, prints the address, starts again what dies, and stops everything on Ctrl-C or TERM: the programs first, then the
broker, then PostgreSQL. A second Ctrl-C does not wait. `--stop` stops a desk that runs elsewhere on this machine.
"""

import contextlib
import fcntl
import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from types import FrameType
from urllib.parse import urlsplit

from newsdesk.embedded.broker import broker_pid, ensure_broker, stop_broker
from newsdesk.embedded.postgres import ensure_postgres, postgres_pid, stop_postgres
from newsdesk.embedded.processes import alive, read_pid, signal_group, signal_process, wait_until
from newsdesk.embedded.programs import ROOT, Plan, Program, check_port_is_free, environment, programs, read_plan
from newsdesk.embedded.supervision import Server, Supervised, end_all, end_leftovers
from newsdesk.errors import DeskError

LOOK = 0.2  # seconds between two looks at the programs
WEB_SECONDS = 90.0
STOP_SECONDS = 60.0
SET_UP = (sys.executable, "manage.py", "set_up_desk", "--with-samples")


class Stopped(Exception):
    """Ctrl-C or TERM came while the desk was still being set up."""


class Desk:
    """One supervised desk. `chosen` replaces the programs (tests)."""

    def __init__(self, plan: Plan, environ: Mapping[str, str], chosen: list[Program] | None = None) -> None:
        self.plan = plan
        self.environ = environ
        self.chosen = programs(plan) if chosen is None else chosen
        self.supervised: list[Supervised] = []
        self.servers: list[Server] = []
        self.stops: list[float] = []  # when each Ctrl-C or TERM came

    def run(self) -> None:
        """Run until told to stop. Raises DeskError, with everything stopped again, where the desk cannot start."""
        here = self.plan.here
        with only_one(self.plan), self._listening_to_signals():
            if left := end_leftovers(here.data_dir):
                say(f"Ended {left} processes that an earlier desk had left behind.")
            check_port_is_free(self.plan)
            try:
                outside = self._start_servers()
                self._set_up(outside)
                self._start_programs(outside)
                while not self.stops:
                    self._tended()
                    time.sleep(LOOK)
            except Stopped:
                pass
            finally:
                self._stop()

    def _start_servers(self) -> dict[str, str]:
        """Start what is ours, and answer with the environment that tells the programs where it is."""
        data_dir = self.plan.here.data_dir
        database, broker = self.environ.get("DATABASE_URL"), self.environ.get("REDIS_URL")
        if not database:
            database = ensure_postgres(data_dir)
            self.servers.append(Server("PostgreSQL", postgres_pid, ensure_postgres, data_dir, say))
        if not broker:
            broker = ensure_broker(data_dir)
            self.servers.append(Server("The broker", broker_pid, ensure_broker, data_dir, say))
        return environment(self.plan, self.environ, database=database, broker=broker)

    def _set_up(self, outside: Mapping[str, str]) -> None:
        """Migrations, first accounts and samples, in a process of their own; what it prints is for the person."""
        process = subprocess.Popen(
            SET_UP, cwd=ROOT, env=dict(outside), stdin=subprocess.DEVNULL, start_new_session=True
        )
        while process.poll() is None:
            if self.stops:
                signal_group(process.pid, signal.SIGTERM)
                process.wait(timeout=10)
                raise Stopped
            time.sleep(0.05)
        if process.returncode:
            raise DeskError("The desk could not be set up; the reason stands above.")

    def _start_programs(self, outside: Mapping[str, str]) -> None:
        """The web server first: whoever waits for the page should not wait for the workers' language engine."""
        log = self.plan.here.log
        web, *others = [Supervised(program, log / f"{program.name}.log", outside, say) for program in self.chosen]
        self._begin(web)
        allowed = outside["ALLOWED_HOSTS"].split(",")[0].strip().lstrip(".*") or "localhost"
        wait_until(lambda: self.stops or (self._tended() and answers(self.plan, allowed)), seconds=WEB_SECONDS)
        if self.stops:
            return
        if not answers(self.plan, allowed):
            raise DeskError(f"The web server did not answer within {WEB_SECONDS:.0f} seconds; its log is {web.log}.")
        for other in others:
            self._begin(other)
        self._greet()

    def _begin(self, child: Supervised) -> None:
        self.supervised.append(child)
        child.start()

    def _greet(self) -> None:
        var = self.plan.here.data_dir
        passwords = var / "first-passwords.txt"
        say(f"\nNewsdesk is at {self.plan.address}")
        if passwords.exists():
            say(f"Sign in as checker, second-checker, editor or standards-editor: the passwords are in {passwords}")
        say(f"Logs are in {var / 'log'}; Ctrl-C stops everything and keeps the data.\n")

    def _tended(self) -> bool:
        for server in self.servers:
            server.tend()
        for child in self.supervised:
            child.tend()
        return True

    def _stop(self) -> None:
        say("Stopping.")
        end_all(self.supervised, hurried=lambda: bool(self.stops) and self.stops[-1] - self.stops[0] > 1)
        stop_everything(self.plan)
        say("Everything is stopped.")

    @contextlib.contextmanager
    def _listening_to_signals(self) -> Iterator[None]:
        def note(number: int, frame: FrameType | None) -> None:
            self.stops.append(time.monotonic())

        numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        before = {number: signal.signal(number, note) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


@contextlib.contextmanager
def only_one(plan: Plan) -> Iterator[None]:
    """Hold the desk's lock for the block. Raises DeskError where another supervisor holds it."""
    lock = plan.here.run / "desk.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise DeskError(
                f"This desk is running already (process {read_pid(lock)}): stop it with Ctrl-C there or with `make stop`."
            ) from error
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def stop_everything(plan: Plan) -> None:
    """End what the programs left behind, then the broker, then PostgreSQL; servers from outside are not touched."""
    end_leftovers(plan.here.data_dir)
    stop_broker(plan.here.data_dir)
    stop_postgres(plan.here.data_dir)


def stop(plan: Plan) -> None:
    """Stop the desk that runs with this plan, from another process, and wait until it has."""
    with contextlib.suppress(DeskError), only_one(plan):
        stop_everything(plan)
        say("No desk is running here.")
        return
    pid = read_pid(plan.here.run / "desk.lock")
    if pid:
        signal_process(pid, signal.SIGTERM)
    if not wait_until(lambda: not alive(pid), seconds=STOP_SECONDS):
        raise DeskError(f"The desk (process {pid}) did not stop within {STOP_SECONDS:.0f} seconds.")
    say("The desk is stopped.")


def answers(plan: Plan, host: str) -> bool:
    """Whether the web server answers /healthz, asked for as `host` (one of the hosts that it answers to)."""
    connection = http.client.HTTPConnection(urlsplit(plan.address).hostname or "", plan.port, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": host})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def say(sentence: str) -> None:
    """Print at once; a terminal that is gone is no reason to fall over."""
    with contextlib.suppress(OSError):
        print(sentence, flush=True)


def main(arguments: list[str]) -> int:
    """Run the desk, or stop it with --stop; the exit status."""
    try:
        plan = read_plan(os.environ)
        if arguments == ["--stop"]:
            stop(plan)
        else:
            Desk(plan, os.environ).run()
    except DeskError as error:
        print(error.sentence, file=sys.stderr, flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
