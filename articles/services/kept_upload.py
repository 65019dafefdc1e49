"""A bulk upload waits on disk between its dry run and its real run, so that nobody has to pick the files again."""

import json
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils import timezone

from articles.reading import ReadingError
from articles.reading.bulk import CsvRow, members_of_zip, rows_of_csv
from articles.services.file_article import shown_name
from articles.services.file_upload import Offered
from articles.services.given_facts import GivenFacts, published_parts
from newsdesk.errors import BadInput

KEPT_FOR = timedelta(hours=24)
MOST_PACKED = 200 * 1024 * 1024  # what a zip may hold unpacked; packed it is smaller
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


class SentFile(Protocol):
    """A file of a form, as Django hands it over."""

    name: str | None
    size: int | None

    def chunks(self) -> Iterator[bytes]: ...


@dataclass(frozen=True, slots=True)
class KeptUpload:
    """The files of one bulk upload under MEDIA_ROOT/bulk/<token>, in the order given."""

    token: str
    names: tuple[str, ...]
    story_title: str
    story_id: int | None

    def offered(self) -> Iterator[Offered]:
        """Every article in it: files as they are, members of zips, rows of CSVs."""
        for number, name in enumerate(self.names):
            yield from _offered_from(_folder(self.token) / str(number), name)


def keep_upload(
    *, files: Iterable[SentFile], story_id: int | None, story_title: str = "", now: datetime | None = None
) -> KeptUpload:
    """Keep what was sent under a random token, and clear away what others left more than a day ago."""
    forget_old_uploads(now=now)
    token = secrets.token_urlsafe(24)
    folder = _folder(token)
    folder.mkdir(parents=True)
    names = []
    for number, file in enumerate(files):
        name = shown_name(file.name or "")
        if (file.size or 0) > MOST_PACKED:
            shutil.rmtree(folder)
            raise BadInput(f"“{name}” has more than {MOST_PACKED // 1024**2} MB, which is the limit of a bulk upload.")
        with (folder / str(number)).open("wb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
        names.append(name)
    about = {"names": names, "story_id": story_id, "story_title": story_title}
    (folder / "about.json").write_text(json.dumps(about), encoding="utf-8")
    return KeptUpload(token, tuple(names), story_title, story_id)


def kept_upload(*, token: str) -> KeptUpload:
    """The upload of that token. Raises BadInput where it is unknown or was cleared away."""
    about = _folder(token) / "about.json" if _TOKEN.fullmatch(token) else None
    if about is None or not about.is_file():
        raise BadInput("This bulk upload is no longer kept. Pick its files again.", status=404)
    row = json.loads(about.read_text(encoding="utf-8"))
    return KeptUpload(token, tuple(row["names"]), row["story_title"], row["story_id"])


def forget_upload(*, token: str) -> None:
    """Clear a kept upload away once it has been filed; what was filed keeps its own originals."""
    if _TOKEN.fullmatch(token):
        shutil.rmtree(_folder(token), ignore_errors=True)


def forget_old_uploads(*, now: datetime | None = None) -> None:
    """Clear away what was kept for a real run that nobody has asked for within a day."""
    before = ((now or timezone.now()) - KEPT_FOR).timestamp()
    place = Path(settings.MEDIA_ROOT) / "bulk"
    for folder in place.iterdir() if place.is_dir() else ():
        with suppress(FileNotFoundError):  # somebody else clears away at the same time
            if folder.stat().st_mtime < before:
                shutil.rmtree(folder, ignore_errors=True)


def _folder(token: str) -> Path:
    return Path(settings.MEDIA_ROOT) / "bulk" / token


def _offered_from(path: Path, name: str) -> Iterator[Offered]:
    lower = name.lower()
    try:
        if lower.endswith(".zip"):
            yield from _of_zip(path.read_bytes())
        elif lower.endswith((".csv", ".tsv")):
            for row in rows_of_csv(path.read_bytes()):
                yield _of_row(row, name)
        else:
            with path.open("rb") as file:
                yield Offered(name, file, size=path.stat().st_size)
    except ReadingError as error:
        yield Offered(name, refused=error.sentence)


def _of_zip(data: bytes) -> Iterator[Offered]:
    for _ in members_of_zip(data):
        pass  # a fault in its last member refuses the archive before its first one is filed
    for member in members_of_zip(data):
        yield Offered(member.name, member.data)


def _of_row(row: CsvRow, name: str) -> Offered:
    label = f"{name}, line {row.line}"
    problem = row.problem or ("The address is longer than 2,000 characters." if len(row.url) > 2000 else "")
    if problem:
        return Offered(label, facts=GivenFacts(outlet=row.outlet, headline=row.headline), refused=problem)
    on, at = published_parts(row.date) if row.date else (None, None)
    facts = GivenFacts(
        outlet=row.outlet, headline=row.headline, byline=row.byline, published_on=on, published_time=at, url=row.url
    )
    return Offered(label, row.text.encode("utf-8"), facts)
