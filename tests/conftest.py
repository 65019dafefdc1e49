"""The real servers of a test run, started before Django reads its settings, and the fixtures that the parts share.

Fixtures live beside what they make: `tests/fixtures*.py` are read here, a folder's own stand in its `conftest.py`.
Nothing here touches `var/`: each run has a folder of its own, so that several can run at once.
"""

import atexit
import os
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import hypothesis
import pytest

from newsdesk.embedded import ensure_broker, ensure_postgres
from newsdesk.embedded.guard import guard, release

# A busy machine is no fault of the code; and on CI the same examples each time, so that a failure is the change's.
hypothesis.settings.register_profile("newsdesk", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("newsdesk")

pytest_plugins = [f"tests.{file.stem}" for file in sorted(Path(__file__).parent.glob("fixtures*.py"))]


def _start_servers() -> None:
    """Set DATABASE_URL, REDIS_URL and NEWSDESK_VAR for this run; URLs that are given win.

    Under pytest-xdist the controller starts the servers and the workers inherit the addresses: each worker has its own
    test database (pytest-django) and its own numbered database of the broker.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker:
        if "NEWSDESK_TEST_BROKER" in os.environ:
            number = int(worker.removeprefix("gw")) % 15 + 1
            os.environ["REDIS_URL"] = os.environ["NEWSDESK_TEST_BROKER"].replace("host=0", f"host={number}")
            os.environ["NEWSDESK_VAR"] = str(Path(os.environ["NEWSDESK_VAR"]).parent / worker)
        return
    # The folder of temporary folders can have a long path (macOS); the servers' sockets then go to a short one.
    folder = Path(tempfile.mkdtemp(prefix="newsdesk-tests-"))
    folder.chmod(0o711)  # where root runs the tests, the user that runs PostgreSQL passes through
    guarding = guard(folder)
    atexit.register(release, guarding)
    os.environ["NEWSDESK_VAR"] = str(folder / "desk")
    if not os.environ.get("DATABASE_URL"):
        os.environ["DATABASE_URL"] = ensure_postgres(folder, durable=False)
    if not os.environ.get("REDIS_URL"):
        os.environ["REDIS_URL"] = os.environ["NEWSDESK_TEST_BROKER"] = ensure_broker(folder, durable=False)


_start_servers()
Path(os.environ["NEWSDESK_VAR"], "static").mkdir(parents=True, exist_ok=True)  # whitenoise warns where it is missing

# Only now, and only for a moment: pytest-django would read the settings before this file wherever it finds the name, in
# pyproject.toml or in the environment that a worker inherits, and they would hold the wrong addresses.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")

import django  # noqa: E402

django.setup()
del os.environ["DJANGO_SETTINGS_MODULE"]


@pytest.fixture
def outside_environment(transactional_db: None) -> dict[str, str]:
    """The environment for a process that a test starts (a worker, manage.py): this test's database and broker."""
    from django.db import connection

    url = urlsplit(os.environ["DATABASE_URL"])
    database = url._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    return os.environ | {"DJANGO_SETTINGS_MODULE": "newsdesk.settings", "DATABASE_URL": database}


@pytest.fixture(scope="session")
def base_url() -> None:
    """Nothing, in place of pytest-base-url's own fixture, of which pytest 9.2 warns. Journeys go by `live_server.url`."""
