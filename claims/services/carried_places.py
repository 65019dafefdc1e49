"""What staff said of an article's words holds for the outlet's changed copy too: where a stretch stands in the version at hand.

A version is an article of its own, so that its places are others. Without this, filing a changed copy would bring back all that
was rejected and would stop calling up the claims that were decided on the copy before.
"""

from collections.abc import Iterable, Mapping, Sequence

from articles.models import Article
from claims.comparison.decisions import Place

LONG = 30
"""Characters from which a stretch is known by its greater part, where the rest of it was changed."""
PART = 0.6


class CarriedPlaces:
    """Places of articles of a story, in the versions of them that are compared (`article_ids`, by their number).

    Reads nothing until it is asked about an article that is not compared: then two queries, one for the bodies.
    """

    def __init__(self, story_id: int, article_ids: Sequence[int]) -> None:
        self._story_id, self._ids = story_id, list(article_ids)
        self._numbers = {pk: number for number, pk in enumerate(self._ids)}
        self._replaces: Mapping[int, int | None] | None = None
        self._bodies: dict[int, str] = {}

    def read(self, article_ids: Iterable[int]) -> None:
        """Read at once what asking about these articles takes."""
        lacking = {pk for pk in article_ids if pk not in self._numbers}
        if lacking:
            by_first = {self._first(pk): pk for pk in self._ids}
            versions = {by_first[first] for pk in lacking if (first := self._first(pk)) in by_first}
            self._read_bodies(lacking | versions)

    def place(self, article_id: int, start: int, end: int) -> Place | None:
        """None where no version of the article is compared, or the words are not in it. (0, 0) is the whole article."""
        if article_id in self._numbers:
            return Place(self._numbers[article_id], start, end)
        version = next((pk for pk in self._ids if self._first(pk) == self._first(article_id)), None)
        if version is None:
            return None
        if start == end == 0:
            return Place(self._numbers[version], 0, 0)
        self._read_bodies({article_id, version})
        span = same_words(self._bodies.get(article_id, ""), self._bodies.get(version, ""), start, end)
        return Place(self._numbers[version], *span) if span else None

    def earlier(self, number: int) -> list[int]:
        """The ids of the versions before that one, first to last."""
        before, pk = [], self._before(self._ids[number])
        while pk is not None and pk not in before:
            before.append(pk)
            pk = self._before(pk)
        return before[::-1]

    def stood_in(self, place: Place, article_ids: Iterable[int]) -> bool:
        """Whether the words at the place stood in one of these articles already."""
        ids = list(article_ids)
        if not ids:
            return False
        self._read_bodies({*ids, self._ids[place.article]})
        words = self._bodies[self._ids[place.article]][place.start : place.end]
        return any(words in self._bodies[pk] for pk in ids)

    def _first(self, pk: int) -> int:
        seen = {pk}
        while (before := self._before(pk)) is not None and before not in seen:
            seen.add(pk := before)
        return pk

    def _before(self, pk: int) -> int | None:
        if self._replaces is None:
            rows = Article.objects.filter(story=self._story_id).order_by()
            self._replaces = dict(rows.values_list("pk", "replaces_id"))
        return self._replaces.get(pk)

    def _read_bodies(self, article_ids: set[int]) -> None:
        if lacking := article_ids - self._bodies.keys():
            self._bodies |= dict.fromkeys(lacking, "")
            self._bodies |= dict(Article.objects.filter(pk__in=lacking).order_by().values_list("pk", "body"))


def same_words(old: str, new: str, start: int, end: int) -> tuple[int, int] | None:
    """Where `old[start:end]` stands in `new`: the same one of several alike, else the nearest.

    A long stretch is found by its greater part too, the first or the last six tenths, if `new` has that once.
    """
    words = old[start:end]
    if not words.strip():
        return None
    found = _all_of(words, new)
    if found:
        alike = _all_of(words, old)
        same = alike.index(start) if len(alike) == len(found) and start in alike else None
        at = found[same] if same is not None else min(found, key=lambda place: abs(place - start))
        return at, at + len(words)
    if len(words) < LONG:
        return None
    part = int(PART * len(words))
    if new.count(head := words[:part]) == 1:
        at = new.index(head)
        return at, min(at + len(words), len(new))
    if new.count(tail := words[-part:]) == 1:
        over = new.index(tail) + part
        return max(over - len(words), 0), over
    return None


def _all_of(words: str, text: str) -> list[int]:
    places, at = [], text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + len(words))
    return places
