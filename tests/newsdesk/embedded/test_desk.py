"""The whole desk as `make run` starts it: real PostgreSQL, broker, web server, workers and beat."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg

from newsdesk.embedded import broker_pid, locate_postgres, postgres_pid
from newsdesk.embedded.desk import answers
from newsdesk.embedded.processes import alive, read_pid, wait_until
from newsdesk.embedded.programs import MARK, ROOT, read_plan

STARTS, STOPS = 90.0, 40.0  # seconds: far more than it takes, for a machine that does ten other things
GIVEN_BY_THE_TESTS = {"DATABASE_URL", "REDIS_URL", "NEWSDESK_TEST_BROKER", "DJANGO_SETTINGS_MODULE", "ALLOWED_HOSTS"}


class RunningDesk:
    """A desk in `var`, run by a supervisor of its own, which is what a person starts."""

    def __init__(self, var: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        own = {"NEWSDESK_VAR": str(var), "PORT": str(port), "WORKERS": "1"}
        self.var = var
        self.environ = {name: value for name, value in os.environ.items() if name not in GIVEN_BY_THE_TESTS} | own
        self.plan = read_plan(self.environ)
        self.said = var / f"said-{port}.txt"
        with self.said.open("ab") as out:
            self.supervisor = subprocess.Popen(self.words(), cwd=ROOT, env=self.environ, stdout=out, stderr=out)

    def words(self, *more: str) -> list[str]:
        return [sys.executable, "-m", "newsdesk.embedded.desk", *more]

    def is_up(self) -> bool:
        assert self.supervisor.poll() is None, self.said.read_text()
        return "Newsdesk is at" in self.said.read_text() and answers(self.plan, "localhost")

    def processes(self) -> list[psutil.Process]:
        """Every process of this desk but the servers."""
        found = []
        for process in psutil.process_iter():
            try:
                if process.environ().get(MARK) == str(self.var) and process.status() != psutil.STATUS_ZOMBIE:
                    found.append(process)
            except psutil.Error:
                continue
        return found

    def stop(self) -> None:
        self.supervisor.send_signal(signal.SIGTERM)
        self.supervisor.wait(timeout=STOPS)


def new(pid: int | None, killed: tuple[int | None, ...]) -> bool:
    """Whether something runs that is none of those killed (which look alive for a moment more)."""
    return pid is not None and pid not in killed


def test_a_desk_starts_mends_itself_survives_a_killed_supervisor_and_stops_without_orphans(var: Path) -> None:
    desk = RunningDesk(var)
    try:
        assert wait_until(desk.is_up, seconds=STARTS), desk.said.read_text()
        assert f"Newsdesk is at http://127.0.0.1:{desk.plan.port}" in desk.said.read_text()
        passwords = var / "first-passwords.txt"
        assert passwords.stat().st_mode & 0o777 == 0o600

        # a second one in the same folder is refused, and does no harm
        second = subprocess.run(
            desk.words(), cwd=ROOT, env=desk.environ, capture_output=True, text=True, timeout=STARTS
        )
        assert (second.returncode, "This desk is running already" in second.stderr) == (1, True)

        # the servers come back after kill -9
        killed = postgres_pid(var), broker_pid(var)
        for pid in killed:
            assert pid is not None
            os.kill(pid, signal.SIGKILL)
        back = wait_until(lambda: new(postgres_pid(var), killed) and new(broker_pid(var), killed), seconds=STOPS)
        assert back, desk.said.read_text()

        # a killed supervisor's programs are ended by the next start, which keeps data and passwords
        first_passwords, left = passwords.read_text(), {process.pid for process in desk.processes()}
        desk.supervisor.kill()
        desk.supervisor.wait()
        assert left
        desk = RunningDesk(var)
        assert wait_until(desk.is_up, seconds=STARTS), desk.said.read_text()
        assert not left & {process.pid for process in desk.processes()}
        assert passwords.read_text() == first_passwords
        with psycopg.connect(locate_postgres(var)) as connection:
            assert connection.execute("SELECT count(*) FROM newsdesk_user").fetchone() == (4,)
    finally:
        servers = postgres_pid(var), broker_pid(var)
        desk.stop()
    assert desk.supervisor.returncode == 0
    assert desk.processes() == []
    assert not any(alive(pid) for pid in servers)
    assert read_pid(var / "run" / "desk.lock") == desk.supervisor.pid
