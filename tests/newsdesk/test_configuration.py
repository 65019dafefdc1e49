"""docs/configuration.md names every variable that the desk reads from its environment, and no other."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READS = re.compile(
    r"""(?:environ\.get\(|environ\[|getenv\(|_flag\(|_words\(|_number\(|_number\(environ,\s*)\s*["']([A-Z][A-Z_]*)["']"""
)


def read_in_code() -> set[str]:
    files = [ROOT / "newsdesk" / "settings.py", *sorted((ROOT / "newsdesk" / "embedded").glob("*.py"))]
    files.append(ROOT / "claims" / "language" / "encoder" / "weights.py")
    return {name for file in files for name in READS.findall(file.read_text())}


def named_in_docs() -> set[str]:
    rows = [line for line in (ROOT / "docs" / "configuration.md").read_text().splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([A-Z][A-Z_]*)`", row.split("|")[1])}


def test_every_variable_that_is_read_is_in_the_table_and_the_other_way_round() -> None:
    assert read_in_code() == named_in_docs()


def test_the_pattern_sees_each_way_of_reading() -> None:
    assert {"SECRET_KEY", "HTTPS", "ALLOWED_HOSTS", "PORT", "NEWSDESK_VAR"} <= read_in_code()


def test_workers_on_other_machines_are_told_to_share_the_files() -> None:
    section = (ROOT / "docs" / "running.md").read_text().partition("## On several machines")[2]
    assert "`NEWSDESK_VAR` with `files/`" in section
    assert "share" in section


@pytest.mark.parametrize("var", ["/dev/null/var", "a folder in place of the key"])
def test_a_key_that_can_neither_be_kept_nor_read_stops_nothing(tmp_path: Path, var: str) -> None:
    if not var.startswith("/"):
        (tmp_path / "secret-key").mkdir()
        var = str(tmp_path)
    outside = {
        name: value for name, value in os.environ.items() if name not in {"SECRET_KEY", "DATABASE_URL", "REDIS_URL"}
    }
    command = [sys.executable, "-c", "import newsdesk.settings as s; print(len(s.SECRET_KEY))"]
    answer = subprocess.run(
        command, cwd=ROOT, env=outside | {"NEWSDESK_VAR": var}, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    assert int(answer.stdout) > 50


@pytest.mark.parametrize("name", ["HOLD_MINUTES", "JOB_LEASE_SECONDS"])
@pytest.mark.parametrize("value", ["soon", "0", "-3", "1.5", "9" * 30])
def test_a_setting_that_is_no_number_is_told_in_a_sentence(tmp_path: Path, name: str, value: str) -> None:
    outside = os.environ | {"NEWSDESK_VAR": str(tmp_path), name: value}
    command = [sys.executable, "-c", "import newsdesk.settings"]
    answer = subprocess.run(command, cwd=ROOT, env=outside, capture_output=True, text=True, check=False)
    assert answer.returncode == 1
    assert answer.stderr == f"{name} is “{value}”: it has to be a whole number, 1 or more.\n"
