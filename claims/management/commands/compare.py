"""`manage.py compare [--json] FILE...`: the articles of one story side by side, without a database (docs/machine-readable-output.md)."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from claims.management.files import reading_of, unreadable
from newsdesk.errors import DeskError


class Command(BaseCommand):
    help = "Compare the articles of one story: tables for people, or one JSON object (--json)."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help=".txt, .html, .docx or .pdf")
        parser.add_argument("--json", action="store_true", help="one JSON object for the story")

    def handle(self, *args: Any, **options: Any) -> None:
        from claims.comparison.as_json import contract
        from claims.comparison.as_table import table
        from claims.comparison.compare import compare
        from claims.comparison.reading import copy_of, story_of

        copies, errors = [], {}
        for place, name in enumerate(options["files"]):
            try:
                reading = reading_of(name)
                copies.append(copy_of(name, reading.text, reading.facts))
            except DeskError as error:
                errors[place] = unreadable(name, error.sentence)
        story = story_of(tuple(copies))
        found = compare(story)
        shown = json.dumps(contract(story, found, errors)) if options["json"] else table(story, found, errors)
        self.stdout.write(shown)
        self.stdout.flush()
        if errors:
            raise SystemExit(1)
