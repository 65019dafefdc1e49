import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.management.watching import watch
from articles.models import Story, Upload
from articles.services.create_story import create_story
from articles.services.file_upload import Offered, file_upload
from articles.services.given_facts import GivenFacts, published_parts

SAMPLES = Path(settings.BASE_DIR) / "newsdesk" / "samples"


class Command(BaseCommand):
    help = "File the sample stories. What is there already is left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--wait", action="store_true", help="Stay until every article is ready or has failed.")
        parser.add_argument("--timeout", type=int, default=120, metavar="SECONDS", help="How long --wait stays (120).")

    def handle(self, *args: Any, **options: Any) -> None:
        articles: list[int] = []
        for told in json.loads((SAMPLES / "manifest.json").read_text(encoding="utf-8"))["stories"]:
            story = Story.objects.filter(title=told["title"]).first() or create_story(title=told["title"], by=None)
            self.stdout.write(f"Story {story.pk}: {story}")
            upload = file_upload(
                offered=_offered(told["articles"]), story=story, by=None, channel=Upload.Channel.SAMPLES
            )
            for item in upload.items.all():
                self.stdout.write(f"  {item.outcome:<12} {item.name}  {item.message}")
                articles += [item.article_id] if item.article_id else []
        if options["wait"] and not watch(articles, out=self.stdout, seconds=options["timeout"]):
            raise CommandError("Not every sample was made ready.", returncode=1)


def _offered(articles: list[dict[str, str]]) -> Iterator[Offered]:
    for told in articles:
        on, at = published_parts(told["published"]) if told.get("published") else (None, None)
        facts = GivenFacts(
            outlet=told.get("outlet", ""),
            headline=told.get("headline", ""),
            byline=told.get("byline", ""),
            published_on=on,
            published_time=at,
            url=told.get("url", ""),
        )
        yield Offered(Path(told["file"]).name, (SAMPLES / told["file"]).read_bytes(), facts)
