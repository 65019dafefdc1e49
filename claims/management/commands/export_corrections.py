"""`manage.py export_corrections [FILE]`: staff corrections as labelled examples (docs/training-format.md)."""

import json
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.services.corrections import labelled_articles

_PARTS = ("attributions", "speakers", "claims")


class Command(BaseCommand):
    help = "Write what staff corrected of the machine's reading as labelled examples, a JSON object a line and article."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="Where to write; else to the terminal.")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path | None = options["file"]
        if path is None:
            counts = _write(self.stdout)
        else:
            try:
                with path.open("w", encoding="utf-8", newline="\n") as file:
                    counts = _write(file)
            except OSError as error:
                raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
        told = ", ".join(f"{name}: {counts[name]}" for name in ("articles", *_PARTS))
        (self.stdout if path else self.stderr).write(told)


def _write(out: Any) -> Counter[str]:
    counts: Counter[str] = Counter()
    for line in labelled_articles():
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
        counts["articles"] += 1
        for name in _PARTS:
            counts[name] += len(line[name])
    return counts
