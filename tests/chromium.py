"""Finds a Chromium for the journeys, and brings one where the machine has none: `python -m tests.chromium`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
MISSING = (
    "The journeys need Chromium and none could be found or brought: install Chromium or Google Chrome "
    "(Debian and Ubuntu: apt install chromium), or name one with CHROMIUM=/path/to/it."
)


def find_chromium() -> str | None:
    """The path of a Chromium: $CHROMIUM, on the PATH, among a Mac's applications, or the one that Playwright brought."""
    if given := os.environ.get("CHROMIUM"):
        return given if Path(given).exists() else None
    for name in NAMES:
        if found := shutil.which(name):
            return found
    for path in MAC_APPLICATIONS:
        if Path(path).exists():
            return path
    return _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def bring_chromium() -> str | None:
    """Find a Chromium or install one: Playwright's own, else (on Debian, as root) the system's. None if neither works."""
    ways = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        ways += [
            ["apt-get", "update", "-qq"],
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
        ]
    found = find_chromium()
    for words in ways:
        if found:
            break
        print(f"No Chromium yet: {' '.join(words[-3:])}", flush=True)
        try:
            subprocess.run(words, check=False, capture_output=True, timeout=600)
        except (OSError, subprocess.TimeoutExpired):
            continue
        found = find_chromium()
    return found


def main() -> None:
    """What `make test` calls first. No Chromium is not an error yet: each journey fails with the same sentence."""
    if not bring_chromium():
        print(MISSING, file=sys.stderr)


if __name__ == "__main__":
    main()
