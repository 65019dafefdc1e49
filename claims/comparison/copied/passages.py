"""The same words in several articles: copied paragraphs and sentences, also lightly edited."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claims.comparison.copied.copying import copied
from claims.comparison.copied.shingles import Words, common_runs, words_of
from claims.comparison.copied.standing import standing_passages
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import Place
from claims.comparison.found import PassagePlace, SharedPassage
from claims.rules.origins import Groups, folded_name

_OPENING = "“\"‘'«„([—"
_CLOSING = ".,!?…;:”\"’'»)]"


@dataclass(frozen=True, slots=True, order=True)
class _Part:
    """A stretch of an article's words: first and the one after the last."""

    article: int
    first: int
    after: int


def shared_passages(story: Story) -> tuple[SharedPassage, ...]:
    """Copied passages, each within one paragraph an article, in order of their first place; what staff parted stays apart.

    Words in quotation marks alone, credits, captions, headings and boilerplate are none, nor is what one outlet repeats.
    """
    articles = [words_of(copy) for copy in story.copies]
    edges: list[tuple[int, _Part, _Part]] = []
    for one, other, runs in common_runs(articles):
        if _of_one_outlet(story.copies[one], story.copies[other]):
            continue
        for match in copied(articles[one], articles[other], runs):
            edges.append((match.common, _Part(one, *match.one), _Part(other, *match.other)))
    groups: Groups[_Part] = Groups()
    for one_part, other_part in _same_place({part for _, *pair in edges for part in pair}):
        groups.join(one_part, other_part)
    for _, one_part, other_part in sorted(edges, key=lambda edge: (-edge[0], edge[1:])):
        groups.join(one_part, other_part)
    found = [_passage(story, articles, group) for group in groups.all()]
    return standing_passages(story, (passage for passage in found if passage))


def _of_one_outlet(one: Copy, other: Copy) -> bool:
    return bool(one.outlet) and folded_name(one.outlet) == folded_name(other.outlet)


def _same_place(parts: set[_Part]) -> list[tuple[_Part, _Part]]:
    """Parts of one article that mean the same stretch, neighbours in order."""
    pairs: list[tuple[_Part, _Part]] = []
    open_parts: list[_Part] = []
    for part in sorted(parts):
        open_parts = [o for o in open_parts if o.article == part.article and o.after > part.first]
        pairs += [(o, part) for o in open_parts if _near(o, part)]
        open_parts = [*open_parts[-20:], part]
    return pairs


def _near(one: _Part, other: _Part) -> bool:
    return Place(one.article, one.first, one.after).is_near(Place(other.article, other.first, other.after))


def _passage(story: Story, articles: Sequence[Words], group: list[_Part]) -> SharedPassage | None:
    members: list[_Part] = []
    for part in sorted(group):
        last = members[-1] if members else None
        if last and last.article == part.article and part.first < last.after:
            members[-1] = _Part(last.article, last.first, max(last.after, part.after))
        else:
            members.append(part)
    held = len({part.article for part in members})
    if held < 2:
        return None
    texts = [articles[part.article].folded[part.first : part.after] for part in members]
    shortest = min(len(text) for text in texts)
    common = Counter(texts[0])
    for text in texts[1:]:
        common &= Counter(text)
    containment = min(1.0, common.total() / shortest)
    same = len(set(texts)) == 1
    how = "word for word the same" if same else f"nearly the same words ({containment:.0%} of the shortest)"
    placed = tuple(_placed(story, articles, part) for part in members)
    return SharedPassage(placed, round(containment, 3), f"{how} in {held} articles")


def _placed(story: Story, articles: Sequence[Words], part: _Part) -> PassagePlace:
    """The part in code points, with the marks and stops that belong to its first and last word."""
    words, text = articles[part.article], story.copies[part.article].text
    number = words.paragraph[part.first]
    low = next((p.start for p in story.copies[part.article].paragraphs if p.number == number), 0)
    high = next((p.end for p in story.copies[part.article].paragraphs if p.number == number), len(text))
    start, end = words.start[part.first], words.end[part.after - 1]
    if part.first == words.sentences[words.sentence[part.first]][0]:
        while start > low and text[start - 1] in _OPENING:
            start -= 1
    if part.after == words.sentences[words.sentence[part.after - 1]][1]:
        while end < high and text[end] in _CLOSING:
            end += 1
    return PassagePlace(Place(part.article, start, end), number)
