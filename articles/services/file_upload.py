"""File what somebody gave at once, item by item."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from typing import Protocol

from django.utils import timezone

from articles.models import Story, Upload, UploadItem
from articles.reading import MAX_FILE_BYTES
from articles.reading.answers import in_megabytes
from articles.services.file_article import file_article, shown_path
from articles.services.given_facts import GivenFacts
from newsdesk.errors import BadInput, DeskError
from newsdesk.models import User


class Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Offered:
    """One file, pasted text or row on offer; `refused` says why it cannot even be looked at. `size` in bytes, if known."""

    name: str
    content: bytes | Readable = b""
    facts: GivenFacts = field(default_factory=GivenFacts)
    refused: str = ""
    size: int | None = None

    def data(self) -> bytes:
        """The bytes, never more than the limit is read. Raises BadInput where they are refused unseen."""
        if self.refused:
            raise BadInput(self.refused)
        if self.size is not None and self.size > MAX_FILE_BYTES:
            raise BadInput(f"This file has {in_megabytes(self.size)}; the limit is 25 MB a file.")
        return self.content if isinstance(self.content, bytes) else self.content.read(MAX_FILE_BYTES + 1)


def file_upload(
    *,
    offered: Iterable[Offered],
    story: Story,
    by: User | None,
    channel: Upload.Channel,
    bulk: bool = False,
    goes_on: Upload | None = None,
    seconds: float | None = None,
    now: datetime | None = None,
) -> Upload:
    """File what somebody gave at once, each on its own: one that is refused stops none of the others.

    The upload's items say what became of each, in the order given. With `seconds` it stops after about that long; the
    same `offered` with `goes_on` files the rest into the same upload.
    """
    now = now or timezone.now()
    upload = goes_on or Upload.objects.create(story=story, channel=channel, by=by, at=now)
    done = goes_on.items.count() if goes_on else 0
    begun = monotonic()
    for position, one in enumerate(offered, start=1):
        if position > done:
            _file_one(upload, story, position, one, bulk=bulk, now=now)
            if seconds is not None and monotonic() - begun > seconds:
                break
    return upload


def _file_one(upload: Upload, story: Story, position: int, one: Offered, *, bulk: bool, now: datetime) -> None:
    item = UploadItem(upload=upload, position=position, name=shown_path(one.name))
    try:
        filed = file_article(
            data=one.data(), name=one.name, story=story, by=upload.by, facts=one.facts, bulk=bulk, now=now
        )
        item.outcome, item.message, item.article = filed.outcome, filed.message, filed.article
    except DeskError as error:
        item.outcome, item.message = UploadItem.Outcome.REFUSED, error.sentence
    item.save()
