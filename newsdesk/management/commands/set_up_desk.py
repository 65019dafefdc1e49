"""`manage.py set_up_desk`: everything that is needed before the desk opens. Safe to run at every start."""

import argparse
from typing import Any, Final

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection

from newsdesk.errors import DeskError
from newsdesk.models import User

SET_UP_LOCK: Final = 0x6E657773  # an advisory lock's number ("news"), so that two machines do not set up at once


class Command(BaseCommand):
    requires_system_checks = []  # they ask the database; here its absence is said in a sentence
    help = "Applies migrations, gathers static files, and on a new desk creates the first accounts (and loads the samples)."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--with-samples", action="store_true", help="load two invented stories on a new desk")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            connection.ensure_connection()
        except OperationalError as error:
            raise CommandError(f"The database does not answer; check DATABASE_URL. It said: {error}") from error
        self.check()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [SET_UP_LOCK])
            try:
                self._set_up(with_samples=options["with_samples"])
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [SET_UP_LOCK])

    def _set_up(self, *, with_samples: bool) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        if User.objects.exists():
            return
        call_command("create_staff", stdout=self.stdout)
        if with_samples:
            self._load_samples()

    def _load_samples(self) -> None:
        """The desk opens without its samples too, and says why they are missing."""
        try:
            call_command("load_samples", stdout=self.stdout)
        except (CommandError, DeskError) as error:
            self.stderr.write(f"The sample stories could not be loaded: {error}")
