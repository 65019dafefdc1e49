"""Which user runs PostgreSQL: whoever runs the desk, and an unprivileged one where that is root."""

import os
import pwd
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsdesk.errors import DeskError

# PostgreSQL refuses to run as root. These users exist already on one system or another; the desk creates none.
STAND_INS = ("postgres", "nobody")


@dataclass(frozen=True)
class Identity:
    """User and group id of a server; `wrapper` goes before its command line."""

    uid: int
    gid: int
    wrapper: tuple[str, ...] = ()

    def command(self, words: Sequence[str]) -> list[str]:
        return [*self.wrapper, *words]

    def popen_arguments(self) -> dict[str, Any]:
        """What subprocess needs to change user; nothing where no change is due or the wrapper does it."""
        if self.wrapper or self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def server_identity(data_dir: Path, cluster: Path) -> Identity:
    """Who runs the server of `cluster`: its owner, else a stand-in where we are root. Raises DeskError if none can."""
    if os.geteuid() != 0:
        return Identity(os.geteuid(), os.getegid())
    owner = _owner(cluster)
    if _may_enter(data_dir, owner) and _may_enter(Path(__file__), owner):
        return Identity(owner.pw_uid, owner.pw_gid)
    if setpriv := shutil.which("setpriv"):
        # A checkout under /root is closed to others. Rather than open it, lend the server the one right to pass.
        rights = ("--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search")
        ids = (f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups")
        return Identity(owner.pw_uid, owner.pw_gid, (setpriv, *ids, *rights))
    raise DeskError(
        f"PostgreSQL does not run as root, and the user {owner.pw_name} may not enter {data_dir}: "
        f"run Newsdesk as an ordinary user."
    )


def _owner(cluster: Path) -> pwd.struct_passwd:
    if cluster.exists() and (uid := cluster.stat().st_uid) != 0:
        return pwd.getpwuid(uid)
    for name in STAND_INS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise DeskError("PostgreSQL does not run as root, and this machine has no other user: run Newsdesk as one.")


def _may_enter(path: Path, person: pwd.struct_passwd) -> bool:
    """Whether `person` may pass through every folder above and including `path` (by mode bits; lists are not read)."""
    folders = [path, *path.parents] if path.is_dir() else list(path.parents)
    return all(_may_pass(folder.stat(), person) for folder in folders)


def _may_pass(found: os.stat_result, person: pwd.struct_passwd) -> bool:
    if found.st_uid == person.pw_uid:
        return bool(found.st_mode & 0o100)
    if found.st_gid == person.pw_gid:
        return bool(found.st_mode & 0o010)
    return bool(found.st_mode & 0o001)
