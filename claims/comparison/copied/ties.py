"""Which articles as a whole are one origin: of one outlet, of one wire credit, one body copied, one person's words, or joined by the desk."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from articles.segmentation.spans import Kind
from claims.comparison.copied.credits import credit_of
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import About
from claims.comparison.found import Origin, SharedPassage
from claims.language.spans import union
from claims.rules.origins import ArticleOrigin, OriginGroup, Tie, origin_groups

MOST = 0.5  # of the shorter body in common: one report
_SPEECH = 0.6  # of a body that one person's words fill
_SAME_SPEECH = 0.5  # of the words of the shorter speech that the other has too
_LONG_SPEECH = 25  # words
_PAIRS_OF = 80  # members of a passage up to which each two are compared
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def article_groups(
    story: Story, passages: Iterable[SharedPassage], origins: Iterable[Origin] = ()
) -> list[OriginGroup]:
    """Every article in one group, as the rules tie them: by name, by copied body, by one person's words, by staff.

    `origins` found earlier tie their articles too, where they are of whole articles.
    """
    decided = story.decisions
    known = [ArticleOrigin(n, copy.outlet, credit_of(copy)) for n, copy in enumerate(story.copies)]
    joined = [(p.one.article, p.other.article) for p in decided.joined if p.about is About.ORIGIN]
    parted = [(p.one.article, p.other.article) for p in decided.parted if p.about is About.ORIGIN]
    ties = [Tie(one, other, "joined by the desk") for one, other in joined]
    ties += [*_copied_bodies(story, passages), *_same_speech(story)]
    ties += [Tie(o.articles[0], n, o.reason, o.named) for o in origins if o.is_whole for n in o.articles[1:]]
    return origin_groups(known, ties, parted)


def _copied_bodies(story: Story, passages: Iterable[SharedPassage]) -> list[Tie]:
    """Articles that have most of the shorter body in common."""
    common: dict[tuple[int, int], list[SharedPassage]] = defaultdict(list)
    for passage in passages:
        numbers = sorted({m.place.article for m in passage.members})
        few = len(numbers) <= _PAIRS_OF
        for pair in combinations(numbers, 2) if few else ((numbers[0], n) for n in numbers[1:]):
            common[pair].append(passage)
    bodies = [_body_length(copy) for copy in story.copies]
    ties = []
    for (one, other), held in sorted(common.items()):
        shorter = one if bodies[one] <= bodies[other] else other
        spans = union((m.place.start, m.place.end) for p in held for m in p.members if m.place.article == shorter)
        share = sum(end - start for start, end in spans) / max(1, bodies[shorter])
        if share >= MOST:
            ties.append(Tie(one, other, f"{paragraphs_in(held)}, {min(1, share):.0%} of the shorter body"))
    return ties


def paragraphs_in(passages: Sequence[SharedPassage]) -> str:
    """In words for people: "two paragraphs are word for word the same"."""
    same = [p for p in passages if p.reason.startswith("word for word")]
    how = "word for word" if len(same) == len(passages) else "nearly word for word"
    count = _NUMBERS[len(passages)] if len(passages) < len(_NUMBERS) else str(len(passages))
    return f"{count} {'paragraph is' if len(passages) == 1 else 'paragraphs are'} {how} the same"


def _body_length(copy: Copy) -> int:
    return sum(p.end - p.start for p in copy.paragraphs if p.kind is Kind.BODY and p.duplicate_of is None)


def _same_speech(story: Story) -> list[Tie]:
    """Articles that are hardly more than the same words of one person: a post, a statement."""
    speeches: dict[str, list[tuple[int, Counter[str]]]] = defaultdict(list)
    for number, copy in enumerate(story.copies):
        who, words = _speech_of(story, copy)
        if who:
            speeches[who].append((number, words))
    ties = []
    for who, held in sorted(speeches.items()):
        first, words = held[0]
        for number, others in held[1:]:
            shorter = min(words.total(), others.total())
            if (words & others).total() >= _SAME_SPEECH * shorter:
                ties.append(Tie(first, number, f"both give little but the same words of {who}", who))
    return ties


def _speech_of(story: Story, copy: Copy) -> tuple[str, Counter[str]]:
    """Who fills most of the body with words inside marks, and those words; "" where nobody does."""
    repeated = [(p.start, p.end) for p in copy.paragraphs if p.kind is not Kind.BODY or p.duplicate_of is not None]
    inside: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for quote in copy.quotes:
        who = story.person(quote.speaker.name or quote.speaker.text) if quote.speaker else None
        if who and not any(start <= quote.start < end for start, end in repeated):
            inside[who] += [(part.start, part.end) for part in quote.quoted]
    for who, spans in sorted(inside.items()):
        joined = union(spans)
        if sum(end - start for start, end in joined) >= _SPEECH * max(1, _body_length(copy)):
            words = Counter(w for start, end in joined for w in re.findall(r"\w+", copy.text[start:end].casefold()))
            return (who, words) if words.total() >= _LONG_SPEECH else ("", Counter())
    return "", Counter()
