"""`manage.py recompare`: compare stories that the version of the comparison at hand has not compared."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.models import Story


class Command(BaseCommand):
    help = (
        "Compare the articles of stories again that an older version of the comparison has compared, or none. "
        "What staff confirmed, rejected, joined and parted stays as it is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--story", type=int, metavar="ID", help="This story.")
        which.add_argument("--all", action="store_true", help="All stories of the desk.")
        parser.add_argument("--now", action="store_true", help="Compare them here, without waiting for a worker.")

    def handle(self, *args: Any, **options: Any) -> None:
        from claims.services.compare_story import compare_now
        from claims.services.recompare import recompare, stories_to_compare

        story_id = options["story"]
        if story_id is not None and not Story.objects.filter(pk=story_id).exists():
            raise CommandError(f"There is no story {story_id}.")
        if not options["now"]:
            self.stdout.write(f"{len(recompare(story_id=story_id))} to be compared by the workers.")
            return
        due = stories_to_compare(story_id=story_id)
        for pk in due:
            compare_now(story_id=pk)
        self.stdout.write(f"{len(due)} compared.")
