"""The private PostgreSQL: reused, restarted after a kill, bound by its version, never run by root."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg
import pytest

from newsdesk.embedded import ensure_postgres, postgres_pid, stop_postgres
from newsdesk.embedded.identity import server_identity
from newsdesk.embedded.places import places
from newsdesk.embedded.processes import alive
from newsdesk.errors import DeskError


def test_a_second_call_answers_with_the_server_that_runs(var: Path) -> None:
    url, first = ensure_postgres(var, durable=False), postgres_pid(var)
    assert ensure_postgres(var, durable=False) == url
    assert postgres_pid(var) == first is not None


def test_another_process_uses_the_same_server_and_leaves_it_running(var: Path) -> None:
    ensure_postgres(var, durable=False)
    before = postgres_pid(var)
    script = f"from newsdesk.embedded import ensure_postgres; print(ensure_postgres({str(var)!r}))"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said.strip() == ensure_postgres(var)
    assert postgres_pid(var) == before


@pytest.mark.parametrize("reaped", [True, False], ids=["reaped", "still a zombie"])
def test_after_kill_9_it_starts_again_with_all_that_was_committed(var: Path, reaped: bool) -> None:
    with psycopg.connect(ensure_postgres(var)) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    killed = postgres_pid(var)
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    if reaped:
        psutil.Process(killed).wait(timeout=10)

    url = ensure_postgres(var)

    assert postgres_pid(var) != killed
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)


def test_a_lock_that_names_some_other_program_by_now_does_not_keep_it_from_starting(var: Path) -> None:
    ensure_postgres(var, durable=False)
    cluster = places(var).cluster
    left = (cluster / "postmaster.pid").read_text()
    stop_postgres(var)
    as_the_server = server_identity(var, cluster).popen_arguments()
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE, cwd="/", **as_the_server) as other:
        (cluster / "postmaster.pid").write_text(f"{other.pid}\n" + left.partition("\n")[2])

        ensure_postgres(var, durable=False)

        assert postgres_pid(var) not in (None, other.pid)
        assert other.poll() is None


def test_stop_ends_it_although_somebody_is_connected(var: Path) -> None:
    with psycopg.connect(ensure_postgres(var, durable=False)):
        pid = postgres_pid(var)
        stop_postgres(var)
    assert not alive(pid)
    assert postgres_pid(var) is None


def test_a_data_folder_of_another_major_version_is_left_alone_with_one_sentence(var: Path) -> None:
    cluster = places(var).cluster
    cluster.mkdir(parents=True)
    (cluster / "PG_VERSION").write_text("16\n")
    with pytest.raises(DeskError) as refused:
        ensure_postgres(var)
    assert "was made by PostgreSQL 16 and this Newsdesk runs PostgreSQL 18" in str(refused.value)
    assert str(cluster) in str(refused.value)
    assert [file.name for file in cluster.iterdir()] == ["PG_VERSION"]


def test_a_server_that_cannot_start_says_why_and_where_its_log_is(var: Path) -> None:
    ensure_postgres(var, durable=False)
    stop_postgres(var)
    with (places(var).cluster / "postgresql.conf").open("a") as file:
        file.write("no_such_setting = 1\n")
    with pytest.raises(DeskError, match=r"did not start .*; its log is .*postgres\.log"):
        ensure_postgres(var, durable=False)


def test_the_desk_is_no_superuser_finds_pgvector_and_reads_curly_quotes_as_marks(var: Path) -> None:
    with psycopg.connect(ensure_postgres(var, durable=False)) as connection:
        role = connection.execute("SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user").fetchone()
        vector = connection.execute("SELECT '[1,2]'::vector <-> '[1,3]'::vector").fetchone()
        words = connection.execute("SELECT tsvector_to_array(to_tsvector('simple', '“Zürich,” she said'))").fetchone()
    assert role == (False, True)
    assert vector == (1.0,)
    assert words is not None
    assert sorted(words[0]) == ["said", "she", "zürich"]


def test_root_lends_the_server_another_user(var: Path) -> None:
    ensure_postgres(var, durable=False)
    pid = postgres_pid(var)
    assert pid is not None
    assert psutil.Process(pid).uids().effective != 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to change user")
def test_root_can_keep_its_data_in_a_folder_closed_to_others(var: Path) -> None:
    var.chmod(0o700)
    with psycopg.connect(ensure_postgres(var, durable=False)) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    assert var.stat().st_mode & 0o777 == 0o700


def test_where_nobody_may_enter_the_folder_one_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(DeskError, match="run Newsdesk as an ordinary user"):
        server_identity(closed, closed / "postgres")
