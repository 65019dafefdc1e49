"""Makes the database password of a desk on containers: `python -m newsdesk.embedded.keys FOLDER`.

Nobody has to invent one and none is written down in a file that is shared: the first start makes it in a volume that
only the desk and its PostgreSQL mount.
"""

import os
import secrets
import sys
from pathlib import Path

SERVER_FILE = "postgres-password"  # POSTGRES_PASSWORD_FILE of the server
CLIENT_FILE = "pgpass"  # `passfile` of libpq, which wants it closed to others


def make_keys(folder: Path) -> None:
    """Write a random password for server and clients into `folder`, unless one is there."""
    if (folder / CLIENT_FILE).exists():
        return
    password = secrets.token_urlsafe(32)
    _write(folder / SERVER_FILE, f"{password}\n", mode=0o444)
    _write(folder / CLIENT_FILE, f"*:*:*:*:{password}\n", mode=0o600)


def _write(file: Path, text: str, *, mode: int) -> None:
    scratch = file.with_suffix(".new")
    scratch.unlink(missing_ok=True)
    with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(text)
    scratch.chmod(mode)
    scratch.replace(file)


if __name__ == "__main__":
    make_keys(Path(sys.argv[1]))
