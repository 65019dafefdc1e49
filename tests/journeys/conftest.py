"""A real browser on a real desk: live server, a Celery worker of its own, Chromium."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from newsdesk.models import User
from tests.chromium import MISSING, find_chromium
from tests.factories import PASSWORD

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the thread of the test


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys run last, in whatever order they are named: their worker lives as long as the session, and would take the
    messages that other tests leave in the broker to look at."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)
    items.sort(key=lambda item: "journeys" in item.path.parts)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    chromium = find_chromium()
    if not chromium:
        pytest.fail(MISSING)
    flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium refuses to run as root otherwise
    return {"executable_path": chromium, "args": flags}


@pytest.fixture(scope="session", autouse=True)
def nobody_uses_the_database_at_its_end(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A browser may have left a request of the live server open, and a database in use cannot be dropped."""
    yield
    from django.db import connection

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture(scope="session")
def worker_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk")


@pytest.fixture
def worker(transactional_db: None, worker_folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A Celery worker on this run's test database for one journey. It ends what it is at and is gone before the tables are
    emptied, and before another test looks at the messages that it would take."""
    process = _started(worker_folder)
    yield process
    process.terminate()
    process.wait(timeout=60)


def _started(folder: Path) -> subprocess.Popen[bytes]:
    from django.db import connection

    database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "newsdesk.settings",
        "DATABASE_URL": database,
        "NEWSDESK_VAR": str(folder),
    }
    words = [
        "celery",
        "-A",
        "newsdesk",
        "worker",
        "-Q",
        "single,bulk",
        "-c",
        "1",
        "--without-mingle",
        "--without-gossip",
    ]
    with (folder / "worker.log").open("ab") as log:
        return subprocess.Popen([sys.executable, "-m", *words], env=environment, stdout=log, stderr=log)


@pytest.fixture
def desk(live_server: Any, settings: Any, worker_folder: Path) -> Iterator[str]:
    """The address of a running desk whose files the worker can read too."""
    settings.MEDIA_ROOT = worker_folder / "files"
    settings.DESK_ADDRESS = ""
    yield str(live_server.url)
    _let_everybody_finish()


def _let_everybody_finish() -> None:
    """Tables that a request still reads cannot be emptied for the next journey. Gives up after half a minute."""
    from django.db import connection

    until = monotonic() + 30
    while monotonic() < until:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"
            )
            if not cursor.fetchone()[0]:
                return
        sleep(0.05)


@pytest.fixture
def new_context(browser: Browser, desk: str) -> Iterator[Callable[..., BrowserContext]]:
    """Browser contexts of any kind: `new_context(java_script_enabled=False, color_scheme="dark")`."""
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(base_url=desk, **options)
        context.set_default_timeout(10_000)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture
def page_of(new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """A page signed in, through the sign-in page itself, as the person given."""

    def sign_in(user: User, **options: Any) -> Page:
        page = new_context(**options).new_page()
        page.goto("/sign-in/")
        page.get_by_label("User name").or_(page.get_by_label("Username")).fill(user.username)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: "/sign-in/" not in url)
        return page

    return sign_in
