"""Temporary servers do not outlive the process that wanted them."""

import subprocess
import sys
from pathlib import Path

from newsdesk.embedded import broker_pid, postgres_pid
from newsdesk.embedded.processes import alive, wait_until
from newsdesk.embedded.programs import ROOT

WANTS_SERVERS = """
import sys
from newsdesk.embedded import ensure_broker, ensure_postgres
from newsdesk.embedded.guard import guard
guarding = guard(sys.argv[1])
ensure_postgres(sys.argv[1], durable=False), ensure_broker(sys.argv[1], durable=False)
print("ready", flush=True)
sys.stdin.read()
"""


def test_kill_9_of_a_test_run_leaves_neither_servers_nor_folder(tmp_path: Path) -> None:
    var = tmp_path / "var"
    words = [sys.executable, "-c", WANTS_SERVERS, str(var)]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"ready\n"
        servers = postgres_pid(var), broker_pid(var)
        assert all(alive(pid) for pid in servers)
        run.kill()
    assert wait_until(lambda: not any(alive(pid) for pid in servers) and not var.exists(), seconds=30)
