"""A Chromium is found where there is one, and its absence is said in a sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsdesk.embedded.programs import ROOT
from tests import chromium


@pytest.fixture
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without Chromium and without the means to get one; its only folder of programs."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "MAC_APPLICATIONS", ())
    monkeypatch.setattr(chromium, "_of_playwright", lambda: None)
    return tmp_path


@pytest.mark.parametrize("name", chromium.NAMES)
def test_a_chromium_on_the_path_is_found_under_any_of_its_names(bare_machine: Path, name: str) -> None:
    (bare_machine / name).touch(mode=0o755)
    assert chromium.find_chromium() == str(bare_machine / name)


def test_the_one_that_was_named_is_the_only_one_tried(bare_machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare_machine / "chromium").touch(mode=0o755)
    monkeypatch.setenv("CHROMIUM", str(bare_machine / "elsewhere"))
    assert chromium.find_chromium() is None


def test_playwrights_own_comes_first_where_one_has_to_be_brought(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(words: list[str], **options: object) -> None:
        tried.append(words)
        (bare_machine / "chromium").touch(mode=0o755)

    tried: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", run)
    assert chromium.bring_chromium() == str(bare_machine / "chromium")
    assert tried == [[sys.executable, "-m", "playwright", "install", "chromium"]]


def test_where_none_can_be_brought_nothing_is_found_and_nothing_raised(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(words: list[str], **options: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(subprocess, "run", run)
    assert chromium.bring_chromium() is None


def test_make_test_says_what_to_install_and_goes_on() -> None:
    script = "from tests import chromium; chromium.bring_chromium = lambda: None; chromium.main()"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0
    assert "install Chromium or Google Chrome" in done.stderr
