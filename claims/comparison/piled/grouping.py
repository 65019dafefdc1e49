"""A pile of articles → the stories they tell: every article in exactly one, those of one event together. Pure.

Articles that may tell of one event (event_likeness.py) are gathered by average linkage: two groups become one while all the
pairs between them are, on the average, likelier than not, so that a chain of look-alikes does not pull two events together.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from articles.segmentation import Kind, copy_facts, segment
from articles.segmentation.dates import parse_date
from claims.comparison.piled.event_likeness import (
    WORD,
    Piled,
    event_likeness,
    first_words,
    names_of_article,
    rarity,
    stem,
)

TITLE_LENGTH = 120
SHARED_SHOWN = 4
_RUN = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}")
_NO_NAME = frozenset(("I", "A"))
ALONE = "Nothing else in the pile is about the same event."


@dataclass(frozen=True, slots=True)
class PiledStory:
    """Articles of one event. `keys` in the pile's order; `score`: how surely they belong together (of one alone: how surely
    nothing else in the pile does); `reasons`: for each key why it stands here, in words."""

    title: str
    keys: tuple[str, ...]
    reason: str
    score: float
    reasons: tuple[str, ...] = ()


def piled_of(key: str, text: str) -> Piled:
    """One article's canonical text as it goes into a pile; headline, date and outlet as the copy itself states them."""
    paragraphs = segment(text)
    facts = copy_facts(text, paragraphs)
    body = [text[p.start : p.end] for p in paragraphs if p.kind == Kind.BODY and p.duplicate_of is None]
    when = parse_date(facts.published) if facts.published else None
    day = when.date() if isinstance(when, datetime) else when
    return Piled(key, "\n".join(body) or text, facts.headline, day, facts.outlet)


def stories_from_pile(pile: Sequence[Piled]) -> tuple[PiledStory, ...]:
    """The stories of a pile, in the order in which their first articles lie in it. Deterministic; never raises.

    About 40 ms an article on one core; memory grows with the square of the pile (2,000 articles: 100 MB).
    """
    if not pile:
        return ()
    odds = event_likeness(pile)
    names = _Names(pile)
    return tuple(_told(members, pile, odds, names) for members in sorted(_groups(odds)))


def _groups(odds: np.ndarray) -> Iterator[list[int]]:
    """Average linkage at even odds. A merge needs one pair above, so each connected part is gathered by itself."""
    for part in _parts(odds > 0):
        between = odds[np.ix_(part, part)].astype(float)
        np.fill_diagonal(between, -np.inf)
        held = [[i] for i in part]
        while len(held) > 1:
            a, b = sorted(divmod(int(between.argmax()), len(held)))
            if between[a, b] <= 0:
                break
            mean = between[a] * len(held[a]) + between[b] * len(held[b])
            mean /= len(held[a]) + len(held[b])
            between[a], between[:, a], between[a, a] = mean, mean, -np.inf
            between = np.delete(np.delete(between, b, 0), b, 1)
            held[a] = sorted(held[a] + held.pop(b))
        yield from held


def _parts(linked: np.ndarray) -> Iterator[list[int]]:
    left = set(range(len(linked)))
    while left:
        part, edge = set[int](), {min(left)}
        while edge:
            part |= edge
            edge = {int(j) for i in edge for j in np.flatnonzero(linked[i])} - part
        left -= part
        yield sorted(part)


class _Names:
    """The names in each article of the pile, the rarest first, as they are written."""

    def __init__(self, pile: Sequence[Piled]) -> None:
        self._of = [names_of_article(piled) for piled in pile]
        self._rare = rarity(self._of)
        self._texts = [piled.text for piled in pile]

    def in_all(self, members: Sequence[int]) -> list[str]:
        common = set.intersection(*(set(self._of[i]) for i in members))
        return self._rarest(common, members)

    def shared_by(self, article: int, members: Sequence[int]) -> list[str]:
        elsewhere = {name for i in members if i != article for name in self._of[i]}
        return self._rarest(elsewhere & set(self._of[article]), [article])

    def _rarest(self, names: set[str], members: Sequence[int]) -> list[str]:
        def weight(name: str) -> float:
            return self._rare[name] * sum(1 + math.log(self._of[i][name]) for i in members)

        runs = Counter(run for run in _RUN.findall(self._texts[members[0]]) if run not in _NO_NAME)
        best: list[str] = []
        for name in sorted(names, key=lambda name: (-weight(name), name)):
            written = _as_written(name, runs)
            if written and not any(written in other or other in written for other in best):
                best.append(written)
            if len(best) == SHARED_SHOWN:
                break
        return best


def _as_written(name: str, runs: Counter[str]) -> str:
    """The commonest run of capital words that the name is one of; "" where it is a letter alone."""
    holding = [run for run in runs if len(name) > 1 and any(stem(word.lower()) == name for word in WORD.findall(run))]
    best = max(holding, key=lambda run: (runs[run], -len(run), run), default="")
    return re.sub(r"['’]s?$", "", best)


def _told(members: list[int], pile: Sequence[Piled], odds: np.ndarray, names: _Names) -> PiledStory:
    held = [pile[i] for i in members]
    if len(members) == 1:
        others = np.delete(odds[members[0]], members[0])
        surely = 1 - _chance(float(others.max())) if len(others) else 1.0
        return PiledStory(title_of(held[0]), (held[0].key,), ALONE, surely, (ALONE,))
    inside = odds[np.ix_(members, members)].astype(float)
    np.fill_diagonal(inside, np.nan)
    means = np.nanmean(inside, axis=1)
    central = min(range(len(members)), key=lambda m: (not held[m].headline, -round(float(means[m]), 6), m))
    return PiledStory(
        title_of(held[central]),
        tuple(piled.key for piled in held),
        _naming("They all name", names.in_all(members)),
        _chance(float(np.nanmean(inside))),
        tuple(
            _naming("Like the others it names", names.shared_by(i, members)) + _same_day(i, members, pile)
            for i in members
        ),
    )


def title_of(piled: Piled) -> str:
    """The headline; where there is none the first words of the copy, cut between words."""
    words = " ".join((piled.headline or first_words(piled.text, TITLE_LENGTH)).split())
    if len(words) <= TITLE_LENGTH:
        return words or "Untitled"
    return words[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def _naming(says: str, names: list[str]) -> str:
    if not names:
        return "The words are alike."
    return f"{says} {names[0] if len(names) == 1 else ', '.join(names[:-1]) + ' and ' + names[-1]}."


def _same_day(article: int, members: Sequence[int], pile: Sequence[Piled]) -> str:
    day = pile[article].published
    if day is None:
        return ""
    apart = [abs((day - other).days) for i in members if i != article and (other := pile[i].published)]
    if not apart:
        return ""
    return (
        " Published on the same day."
        if min(apart) == 0
        else f" Published {min(apart)} day{'s' * (min(apart) > 1)} apart."
    )


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))
