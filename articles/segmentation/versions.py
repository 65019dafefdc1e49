"""Two versions of one outlet's article: whether they are, and which words differ. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from urllib.parse import parse_qsl, urlencode, urlsplit

from articles.segmentation.fold import fold_paragraph

# Share of common shingles from which two texts of one outlet are one article.
SAME_ARTICLE = 0.5
_SHINGLE = 5
_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"\s+|\w+(?:[’'\-.,]\w+)*|[^\w\s]")
_TRACKING = re.compile(r"(?:utm_.*|fbclid|gclid|mc_[ce]id|ref|cmpid|smid|ito|ocid|ns_.*)", re.I)
_MOST_PIECES = 4_000  # beyond, a paragraph is shown as replaced whole: matching takes time quadratic in its length


def normalised_url(url: str) -> str:
    """An address without what changes and means nothing: scheme, www., m. and amp., tracking, fragment, closing slash."""
    try:
        parts = urlsplit(url.strip())
        host = re.sub(r"^(?:www|m|mobile|amp)\.", "", (parts.hostname or "").lower())
        query = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0]))
    except ValueError:
        return ""
    if not host:
        return ""
    path = re.sub(r"/(?:amp/?|index\.html?)?$", "", parts.path)
    return f"{host}{path}{'?' if query else ''}{urlencode(query)}"


def overlap(one: str, other: str) -> float:
    """How much two texts share: common runs of five words over all runs (Jaccard, 0..1; Broder 1997). 0 for very short ones."""
    first, second = _shingles(one), _shingles(other)
    if not first or not second:
        return 0.0
    return len(first & second) / len(first | second)


def _shingles(text: str) -> set[int]:
    words = _WORD.findall(fold_paragraph(text))
    return {hash(tuple(words[at : at + _SHINGLE])) for at in range(len(words) - _SHINGLE + 1)}


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a paragraph: `how` is same, added or removed."""

    how: str
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """One paragraph of the two versions side by side. A number is None where that version has no such paragraph."""

    how: str  # same, changed, added, removed
    before: int | None
    after: int | None
    words: tuple[Words, ...]


def word_differences(before: Sequence[str], after: Sequence[str]) -> list[ParagraphChange]:
    """What changed from one version's paragraphs to the other's, paragraph by paragraph, then word by word.

    Joining the words that are not "added" gives `before` again, joining those not "removed" gives `after`. Paragraphs
    are numbered from 1.
    """
    changes: list[ParagraphChange] = []
    for how, a, b, c, d in SequenceMatcher(None, list(before), list(after), autojunk=False).get_opcodes():
        if how == "equal":
            changes += [
                ParagraphChange("same", at + 1, c + at - a + 1, (Words("same", before[at]),)) for at in range(a, b)
            ]
        else:
            changes += _replaced(before, after, range(a, b), range(c, d))
    return changes


def _replaced(before: Sequence[str], after: Sequence[str], old: range, new: range) -> list[ParagraphChange]:
    """Each new paragraph beside the first old one, in order, that it shares at least a third with; the rest stand alone."""
    changes: list[ParagraphChange] = []
    at = old.start
    for number in new:
        partner = next((n for n in range(at, old.stop) if _alike(before[n], after[number])), None)
        if partner is None:
            changes.append(ParagraphChange("added", None, number + 1, (Words("added", after[number]),)))
            continue
        changes += [_removed(before, n) for n in range(at, partner)]
        changes.append(
            ParagraphChange("changed", partner + 1, number + 1, _words_between(before[partner], after[number]))
        )
        at = partner + 1
    return changes + [_removed(before, n) for n in range(at, old.stop)]


def _removed(before: Sequence[str], at: int) -> ParagraphChange:
    return ParagraphChange("removed", at + 1, None, (Words("removed", before[at]),))


def _alike(one: str, other: str) -> bool:
    first, second = set(_WORD.findall(fold_paragraph(one))), set(_WORD.findall(fold_paragraph(other)))
    return len(first & second) * 3 >= min(len(first), len(second)) > 0


def _words_between(before: str, after: str) -> tuple[Words, ...]:
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    if len(old) > _MOST_PIECES or len(new) > _MOST_PIECES:
        return (Words("removed", before), Words("added", after))
    words: list[Words] = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            words.append(Words("same", "".join(old[a:b])))
            continue
        if a < b:
            words.append(Words("removed", "".join(old[a:b])))
        if c < d:
            words.append(Words("added", "".join(new[c:d])))
    return tuple(words)
