"""`python -m articles.reading.child NAME SECONDS MEMORY_MB`: one file on stdin, its Reading as JSON on stdout.

Runs with hard limits on processor time, memory and files, so that a hostile file ends this process and no other.
"""

import contextlib
import dataclasses
import json
import sys

from articles.reading.answers import ReadingError
from articles.reading.files import read_file

MOST_LETTERS = 25 * 1024 * 1024


def limit(*, seconds: int, memory_mb: int) -> None:
    """Set the limits that the platform has; macOS takes the address-space limit and ignores it, Windows has none."""
    try:
        import resource
    except ImportError:
        return
    wanted = [(resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)]
    if sys.platform != "darwin":
        wanted.append((resource.RLIMIT_AS, memory_mb * 1024 * 1024))
    for what, most in wanted:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def main(name: str, seconds: int, memory_mb: int) -> None:
    data = sys.stdin.buffer.read()
    limit(seconds=seconds, memory_mb=memory_mb)
    try:
        reading = read_file(data, name=name)
        if len(reading.text) > MOST_LETTERS:
            raise ReadingError("This file unpacks to more text than Newsdesk takes (25 million characters).")
        answer = dataclasses.asdict(reading)
    except ReadingError as error:
        answer = {"error": error.sentence}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
