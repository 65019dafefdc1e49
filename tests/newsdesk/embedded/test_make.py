"""The Makefile and what it calls: Python is found or refused in a sentence, every word is explained."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from newsdesk.embedded.programs import ROOT

FIND_PYTHON = ROOT / "newsdesk" / "embedded" / "find-python.sh"
INSTALL = ROOT / "newsdesk" / "embedded" / "install.sh"


def fake_python(folder: Path, name: str, version: str, *, venv: bool = True) -> Path:
    """A program that says it is that Python; the checks it is asked for are answered by the version given."""
    new_enough = tuple(int(part) for part in version.split(".")[:2]) >= (3, 12)
    file = folder / name
    file.write_text(
        "#!/bin/sh\n"
        'case "$2" in\n'
        f"  *python_version*) echo {version} ;;\n"
        f"  *version_info*) exit {0 if new_enough else 1} ;;\n"
        f"  *ensurepip*) exit {0 if venv else 1} ;;\n"
        f"  *executable*) echo {file} ;;\n"
        "esac\n"
    )
    file.chmod(0o755)
    return file


def find_python(path: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(FIND_PYTHON)], env={"PATH": str(path), **environ}, capture_output=True, text=True, timeout=30
    )


@pytest.mark.parametrize(
    ("pythons", "found"),
    [
        ({"python3": "3.11.7"}, "3.11.7"),
        ({"python3": "3.11.7", "python": "3.9.1"}, "3.11.7, 3.9.1"),
        ({}, "none"),
    ],
)
def test_an_old_python_is_refused_in_one_sentence(tmp_path: Path, pythons: dict[str, str], found: str) -> None:
    for name, version in pythons.items():
        fake_python(tmp_path, name, version)
    done = find_python(tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"Newsdesk needs Python 3.12 or later; found {found}.")
    assert done.stderr.count("\n") == 1


def test_a_newer_python_beside_an_old_one_is_found(tmp_path: Path) -> None:
    fake_python(tmp_path, "python3", "3.11.7")
    newer = fake_python(tmp_path, "python3.12", "3.12.1")
    assert find_python(tmp_path).stdout == f"{newer}\n"


def test_the_python_that_was_named_is_the_only_one_tried(tmp_path: Path) -> None:
    fake_python(tmp_path, "python3", "3.13.0")
    named = fake_python(tmp_path, "mine", "3.10.2")
    done = find_python(tmp_path, PYTHON=str(named))
    assert (done.returncode, "found 3.10.2." in done.stderr) == (1, True)


def test_a_python_without_venv_says_what_to_install(tmp_path: Path) -> None:
    fake_python(tmp_path, "python3", "3.12.3", venv=False)
    assert "apt install python3-venv" in find_python(tmp_path).stderr


def test_the_real_python_of_these_tests_is_accepted(tmp_path: Path) -> None:
    done = find_python(Path(os.defpath.split(":")[0]), PYTHON=sys.executable, HOME=str(tmp_path))
    assert done.stdout == f"{sys.executable}\n"


def test_packages_that_are_installed_already_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    for name in ("requirements.txt", ".venv/installed-requirements.txt"):
        (tmp_path / name).write_text("some-package==1.0\n")
    done = subprocess.run(
        ["/bin/sh", str(INSTALL), "requirements.txt"], cwd=tmp_path, capture_output=True, text=True, timeout=30
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_packages_without_a_hash_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "kettle-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("kettle-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: kettle\nVersion: 1.0\n")
        wheel.writestr("kettle-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("kettle-1.0.dist-info/RECORD", "")
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / ".venv")], check=True, timeout=120)
    (tmp_path / "requirements.txt").write_text("kettle==1.0\n")
    done = subprocess.run(
        ["/bin/sh", str(INSTALL), "requirements.txt"], cwd=tmp_path, capture_output=True, text=True, timeout=60,
        env=os.environ | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode, "Hashes are required" in done.stderr) == (1, True)
    assert not (tmp_path / ".venv" / "installed-requirements.txt").exists()


def test_every_word_of_the_makefile_has_a_comment_above_it() -> None:
    lines = (ROOT / "Makefile").read_text().splitlines()
    words = {line.split(":")[0]: lines[number - 1] for number, line in enumerate(lines) if re.match(r"[a-z-]+:", line)}
    assert set(words) >= {"run", "stop", "test", "lint", "types", "lock", "clean"}
    assert [word for word, above in words.items() if not above.startswith("# ")] == []


def test_the_check_of_every_change_is_make_test_and_nothing_else() -> None:
    lines = [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if not line.startswith("#")]
    assert [line for line in lines if "make" in line] == ["exec make test"]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
