"""A desk's folder of its own for each test; whatever runs in it afterwards is stopped, also when the test is killed."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.embedded.guard import guard, release


@pytest.fixture
def var() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="newsdesk-desk-")).resolve()
    folder.chmod(0o711)
    guarding = guard(folder)
    yield folder
    release(guarding)
