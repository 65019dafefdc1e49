"""The compose file and the Dockerfile name commands, files and conditions that exist."""

import importlib.util
import re
import shlex
import shutil
import subprocess

import pytest
from django.core.management import get_commands

from newsdesk.embedded.keys import CLIENT_FILE, SERVER_FILE, make_keys
from newsdesk.embedded.programs import ROOT

COMPOSE = (ROOT / "docker-compose.yml").read_text()
DESK_SERVICES = {"web", "worker", "beat", "setup", "keys"}


def services() -> dict[str, str]:
    """Service → its block of the file (two spaces in). The file is ours and simple: no YAML library is needed."""
    _, _, rest = COMPOSE.partition("\nservices:\n")
    parts = re.split(r"^  ([a-z]+):\n", rest.partition("\nvolumes:\n")[0], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def command_of(block: str) -> list[str]:
    found = re.search(r"^    command: (.+)$", block, flags=re.MULTILINE)
    return shlex.split(found.group(1)) if found else []


def test_the_desks_own_services_share_one_image_and_the_servers_do_not() -> None:
    assert {name for name, block in services().items() if "<<: *desk" in block} == DESK_SERVICES
    assert set(services()) - DESK_SERVICES == {"postgres", "redis"}
    assert "image: pgvector/pgvector:pg18" in services()["postgres"]
    assert "--appendonly yes" in services()["redis"]


@pytest.mark.parametrize("name", sorted(DESK_SERVICES - {"web"}))
def test_each_command_exists(name: str) -> None:
    words = command_of(services()[name])
    if words[:2] == ["python", "manage.py"]:
        assert words[2] in get_commands()
    elif words[:2] == ["python", "-m"]:
        assert importlib.util.find_spec(words[2])
    else:
        assert words[:3] == ["celery", "-A", "newsdesk"]
        assert importlib.util.find_spec("newsdesk.celery")


def test_migrations_run_once_and_before_web_worker_and_beat() -> None:
    shared = COMPOSE.partition("\nservices:\n")[0]
    assert "setup:\n      condition: service_completed_successfully" in shared
    assert command_of(services()["setup"])[2] == "set_up_desk"
    for server in ("postgres", "redis"):
        assert f"{server}:\n        condition: service_healthy" in services()["setup"]
        assert "healthcheck:\n      test:" in services()[server]


def test_no_password_stands_in_the_file() -> None:
    assert re.findall(r"(?i)password: *\S+", COMPOSE) == []
    assert "//newsdesk@postgres" in COMPOSE
    assert "${SECRET_KEY:-}" in COMPOSE


def test_keys_are_made_once_random_and_closed_to_others(tmp_path) -> None:  # type: ignore[no-untyped-def]
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        make_keys(folder)
    first = (one / CLIENT_FILE).read_text()
    make_keys(one)
    assert (one / CLIENT_FILE).read_text() == first != (other / CLIENT_FILE).read_text()
    assert first == f"*:*:*:*:{(one / SERVER_FILE).read_text()}"
    assert (one / CLIENT_FILE).stat().st_mode & 0o777 == 0o600
    assert f"/{SERVER_FILE}" in services()["postgres"]
    assert f"passfile=/srv/newsdesk/keys/{CLIENT_FILE}" in COMPOSE


def test_the_image_installs_by_hash_and_runs_as_nobody_special() -> None:
    text = (ROOT / "Dockerfile").read_text()
    assert "--require-hashes -r requirements.txt" in text
    assert text.index("USER newsdesk") < text.index("\nCMD")
    assert "HEALTHCHECK" in text
    for copied in re.findall(r"^COPY (\S+) \.$", text, flags=re.MULTILINE):
        assert (ROOT / copied).exists()


@pytest.mark.skipif(not shutil.which("docker-compose"), reason="docker-compose is not installed here")
def test_docker_compose_accepts_the_file() -> None:
    done = subprocess.run(
        ["docker-compose", "config", "-q"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
