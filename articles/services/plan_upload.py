"""The dry run of an upload: what filing it would do."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.models import Article
from articles.reading.files import checked_kind
from articles.services.file_article import shown_path
from articles.services.file_upload import Offered
from newsdesk.errors import DeskError

FILE, ALREADY_HERE, REFUSED = "file", "already here", "refused"


@dataclass(frozen=True, slots=True)
class Planned:
    """What a real run would do with one file or row: file, already here or refused, with the sentence.

    `name` as it would be kept: no marks in it that turn the words around it about.
    """

    position: int
    name: str
    what: str
    message: str
    headline: str = ""
    outlet: str = ""
    article: Article | None = None


def plan_upload(*, offered: Iterable[Offered]) -> Iterator[Planned]:
    """The dry run: say of each what filing it would do, and do nothing."""
    first_with: dict[str, int] = {}
    for position, one in enumerate(offered, start=1):
        what, message, article = _plan(one, position, first_with)
        yield Planned(position, shown_path(one.name), what, message, one.facts.headline, one.facts.outlet, article)


def _plan(one: Offered, position: int, first_with: dict[str, int]) -> tuple[str, str, Article | None]:
    try:
        data = one.data()
        checked_kind(data, name=one.name)
    except DeskError as error:
        return REFUSED, error.sentence, None
    sha256 = hashlib.sha256(data).hexdigest()
    there = Article.objects.filter(original_sha256=sha256, withdrawn_at=None).defer("body").first()
    if there:
        return ALREADY_HERE, f"These bytes are already here, in the story “{there.story}”.", there
    first = first_with.setdefault(sha256, position)
    if first != position:
        return ALREADY_HERE, f"The same bytes as number {first} of this upload.", None
    return FILE, "Would be filed.", None
