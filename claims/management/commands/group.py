"""`manage.py group [--json] FILE...`: which files tell of one event, without a database (docs/contracts.md)."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand

from claims.management.files import read_texts, unreadable


class Command(BaseCommand):
    help = "Gather articles into stories, those of one event together: a table for people, or one JSON object (--json)."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help=".txt, .html, .docx or .pdf")
        parser.add_argument("--json", action="store_true", help="one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        from claims.comparison.piled.grouping import piled_of, stories_from_pile

        pile, failures = [], []
        for name, text, sentence in read_texts(dict.fromkeys(options["files"])):
            if sentence:
                failures.append((name, sentence))
            else:
                pile.append(piled_of(name, text))
        stories = stories_from_pile(pile)
        self.stdout.write(as_json(stories, failures) if options["json"] else table(stories, failures))
        if failures:
            self.stdout.flush()
            raise SystemExit(1)


def as_json(stories: Sequence[Any], failures: Sequence[tuple[str, str]]) -> str:
    """One object; a file that cannot be read stands among the stories with the sentence why."""
    found: list[dict[str, Any]] = [{"title": story.title, "files": list(story.keys)} for story in stories]
    return json.dumps({"stories": [*found, *(unreadable(*failure) for failure in failures)]})


def table(stories: Sequence[Any], failures: Sequence[tuple[str, str]]) -> str:
    """The same for people, with the reasons."""
    lines = []
    for story in stories:
        lines += [story.title, "=" * min(len(story.title), 100), f"{story.reason} ({story.score:.2f})"]
        for key, reason in zip(story.keys, story.reasons, strict=True):
            lines.append(f"  {key}" + (f"  {reason}" if len(story.keys) > 1 else ""))
        lines.append("")
    lines += [f"{name}: {sentence}" for name, sentence in failures]
    return "\n".join(lines)
