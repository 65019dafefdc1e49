"""What a desk consists of, and the sentences for what cannot be."""

import socket
from pathlib import Path

import pytest

from newsdesk.embedded.programs import check_port_is_free, environment, programs, read_plan
from newsdesk.errors import DeskError


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"PORT": "http"}, "PORT is “http” and should be a whole number from 1 to 65535."),
        ({"PORT": "70000"}, "PORT is “70000” and should be a whole number from 1 to 65535."),
        ({"PORT": "²"}, "PORT is “²” and should be a whole number from 1 to 65535."),
        ({"WORKERS": "0"}, "WORKERS is “0” and should be a whole number from 1 to 512."),
    ],
)
def test_a_number_that_is_none_is_refused_in_a_sentence(given: dict[str, str], sentence: str) -> None:
    with pytest.raises(DeskError) as refused:
        read_plan(given)
    assert str(refused.value) == sentence


def test_a_taken_port_names_the_way_to_another(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(DeskError) as refused:
            check_port_is_free(read_plan({"PORT": str(port), "NEWSDESK_VAR": str(tmp_path)}))
    assert f"Port {port} is taken" in str(refused.value)
    assert f"PORT={port + 1 if port < 65535 else 8000} make run" in str(refused.value)


def test_a_host_that_is_not_this_machine_is_refused() -> None:
    with pytest.raises(DeskError, match="no address of this machine"):
        check_port_is_free(read_plan({"HOST": "192.0.2.1"}))


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::1", "http://[::1]:8000"),
        ("desk", "http://desk:8000"),
    ],
)
def test_the_address_printed_opens_on_this_machine(host: str, address: str) -> None:
    assert read_plan({"HOST": host}).address == address


def test_the_programs_listen_and_work_as_planned(tmp_path: Path) -> None:
    plan = read_plan({"PORT": "8123", "WORKERS": "3", "NEWSDESK_VAR": str(tmp_path)})
    words = {program.name: " ".join(program.words) for program in programs(plan)}
    assert list(words) == ["web", "worker", "beat"]
    assert "--bind 127.0.0.1:8123" in words["web"]
    assert "-Q single,bulk --prefetch-multiplier 1 --concurrency 3" in words["worker"]
    assert str(tmp_path.resolve()) in words["beat"]


@pytest.mark.parametrize(
    ("given", "allowed"),
    [
        ({}, "localhost,127.0.0.1,[::1]"),
        ({"HOST": "192.0.2.7"}, "localhost,127.0.0.1,[::1],192.0.2.7"),
        ({"HOST": "0.0.0.0", "ALLOWED_HOSTS": "desk.example"}, "desk.example"),
    ],
)
def test_the_web_server_answers_to_the_host_it_was_given(given: dict[str, str], allowed: str) -> None:
    told = environment(read_plan(given), given, database="postgresql://d", broker="redis://b")
    assert told["ALLOWED_HOSTS"] == allowed
    assert (told["DATABASE_URL"], told["REDIS_URL"]) == ("postgresql://d", "redis://b")
