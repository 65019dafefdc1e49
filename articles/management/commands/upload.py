from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.watching import watch
from articles.models import Story, Upload, UploadItem
from articles.services.create_story import create_story
from articles.services.file_upload import Offered, file_upload
from newsdesk.models import User

Outcome = UploadItem.Outcome


class Command(BaseCommand):
    help = "File articles from the shell. Exit status 1 where a file is refused or fails."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=".txt, .html, .docx or .pdf")
        parser.add_argument("--story", metavar="TITLE", help="The story to file into; made where there is none.")
        parser.add_argument("--by", metavar="USERNAME", help="Who files; nobody is named otherwise.")
        parser.add_argument("--bulk", action="store_true", help="Queue behind single uploads.")
        parser.add_argument("--wait", action="store_true", help="Stay until every file is ready or has failed.")
        parser.add_argument("--timeout", type=int, default=600, metavar="SECONDS", help="How long --wait stays (600).")

    def handle(self, *args: Any, **options: Any) -> None:
        files: list[Path] = options["files"]
        by = _person(options["by"])
        story = _story(options["story"] or _title_from(files[0]), by)
        self.stdout.write(f"Story {story.pk}: {story}")
        upload = file_upload(
            offered=_offered(files), story=story, by=by, channel=Upload.Channel.SHELL, bulk=options["bulk"]
        )
        items = list(upload.items.select_related("article"))
        for item in items:
            self.stdout.write(f"  {item.outcome:<12} {item.name}  {item.message}")
        bad = any(item.outcome == Outcome.REFUSED for item in items)
        if options["wait"]:
            articles = [item.article_id for item in items if item.article_id]
            bad |= not watch(articles, out=self.stdout, seconds=options["timeout"])
        if bad:
            raise CommandError("Not every file was filed and made ready.", returncode=1)


def _offered(files: list[Path]) -> Iterator[Offered]:
    for path in files:
        try:
            with path.open("rb") as file:
                yield Offered(path.name, file, size=path.stat().st_size)
        except OSError as error:
            yield Offered(path.name, refused=f"{path} cannot be opened: {error.strerror}.")


def _person(username: str | None) -> User | None:
    if not username:
        return None
    try:
        return User.objects.get_by_natural_key(username)
    except User.DoesNotExist:
        raise CommandError(f"Nobody here is called {username}.") from None


def _story(title: str, by: User | None) -> Story:
    return Story.objects.filter(title=title).order_by("-id").first() or create_story(title=title, by=by)


def _title_from(path: Path) -> str:
    """Without --story the story is called after the first file's folder."""
    return path.resolve().parent.name or "Uploaded from the shell"
