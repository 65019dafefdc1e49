"""`manage.py reextract`: read articles again by the extractor at hand, as suggestions; what staff decided stays."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.watching import watch
from articles.models import Article, Story
from articles.services.run_job import run_job


class Command(BaseCommand):
    help = (
        "Read articles again that an older version of the extractor has read. Suggestions are added, kept or retired; "
        "what staff made, changed, took, cited or decided stays as it is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--article", nargs="+", type=int, metavar="ID", help="These articles.")
        which.add_argument("--story", type=int, metavar="ID", help="All articles of a story.")
        which.add_argument("--all", action="store_true", help="All articles of the desk.")
        parser.add_argument("--now", action="store_true", help="Read them here, without waiting for a worker.")
        parser.add_argument("--wait", action="store_true", help="Stay until every article is read or has failed.")
        parser.add_argument(
            "--timeout", type=int, default=3600, metavar="SECONDS", help="How long --wait stays (3600)."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        from claims.services.reextract import reextract  # brings the language engine, which --help does without

        self._check(options["article"], options["story"])
        again = reextract(article_ids=options["article"], story_id=options["story"], publish=not options["now"])
        self.stdout.write(
            f"{len(again.articles)} to be read again by {again.extractor}; {again.current} read by it already"
            + (f"; {again.unread} not read by any version yet" if again.unread else "")
            + "."
        )
        if options["now"]:
            for job_id in again.jobs:
                run_job(job_id=job_id)
        if (options["now"] or options["wait"]) and again.articles:
            seconds = options["timeout"] if options["wait"] or not options["now"] else 0
            if not watch(again.articles, out=self.stdout, seconds=seconds):
                raise CommandError("Not every article was read again.", returncode=1)

    def _check(self, article_ids: list[int] | None, story_id: int | None) -> None:
        if story_id is not None and not Story.objects.filter(pk=story_id).exists():
            raise CommandError(f"There is no story {story_id}.")
        if article_ids is not None:
            there = set(Article.objects.filter(pk__in=article_ids).values_list("pk", flat=True))
            if missing := sorted(set(article_ids) - there):
                raise CommandError(f"There is no article {', '.join(map(str, missing))}.")
