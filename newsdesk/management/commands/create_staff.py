"""`manage.py create_staff`: the first accounts, with passwords made here and shown once."""

import os
import secrets
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from newsdesk.models import User
from newsdesk.roles import Role

FIRST_STAFF: Final = {
    "checker": Role.CHECKER,
    "second-checker": Role.CHECKER,
    "editor": Role.EDITOR,
    "standards-editor": Role.STANDARDS_EDITOR,
}
LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another: people type these
PASSWORD_FILE: Final = "first-passwords.txt"


def make_password() -> str:
    """Four groups of four, 79 bits: "k7rm-2xqa-pw9t-hc4d"."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def create_first_staff(var: Path) -> dict[str, str]:
    """Make the first accounts where the desk has none at all, and keep their passwords in a file under `var`.

    Answers with name → password; empty where there were accounts already.
    """
    with transaction.atomic():
        if User.objects.exists():
            return {}
        passwords = {name: make_password() for name in FIRST_STAFF}
        for name, role in FIRST_STAFF.items():
            User.objects.create_user(name, passwords[name], role=role, name=name.replace("-", " ").capitalize())
        keep(passwords, var / PASSWORD_FILE)
    return passwords


def keep(passwords: dict[str, str], file: Path) -> None:
    """Write the passwords where their owner alone can read them; what an earlier desk left there is replaced."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    lines = [f"{name:<18}{password}\n" for name, password in passwords.items()]
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write("First passwords. Change each one after signing in, then delete this file.\n\n" + "".join(lines))


class Command(BaseCommand):
    help = "Creates the first accounts (two checkers, an editor, a standards editor) where the desk has none."

    def handle(self, *args: Any, **options: Any) -> None:
        passwords = create_first_staff(Path(settings.VAR_DIR))
        if not passwords:
            self.stdout.write("There are accounts already: nothing to do.")
            return
        self.stdout.write("\nAccounts of this desk, shown once:\n")
        for name, password in passwords.items():
            self.stdout.write(f"  {name:<18}{password:<22}{FIRST_STAFF[name]}")
        self.stdout.write(f"They are kept in {Path(settings.VAR_DIR) / PASSWORD_FILE}; delete it once changed.")
