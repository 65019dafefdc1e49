"""Words of the articles folded for comparing, and an index of three in a row that stand in several articles. Pure.

Three words in a row (a shingle, Broder 1997) find where to look; what is a copy is decided in `copying`. Each shingle links an article
with the first one that has it and the two before it, never all with all, so that fifty copies of one agency's text cost
three links each and not fifty.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from articles.segmentation.spans import Kind
from claims.comparison.copies import Copy
from claims.language.claims import sentences
from claims.language.marks import pair

SHINGLE = 3
_ALL_WITH_ALL = 5  # articles that hold a shingle: up to so many, each is compared with each
_MOST_IN_ONE = 4  # times that a shingle may stand in one article before it says nothing
_SHORT_MARKED = 3  # words: a nickname or a loaded word in marks is the outlet's choice of words
_MOST_WORDS = 200_000  # of one article; beyond, the rest is left unread
_JOINERS = frozenset(("and", "of", "for", "the", "on", "in", "de", "van", "von"))
_WORD = re.compile(r"[^\W_]+(?:[.'’ʼ](?=[^\W_])[^\W_]+)*")
_DROPPED = re.compile(r"[.'’ʼ]|[\u0300-\u036f]")
_SPELLINGS = (
    (re.compile(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),  # organise, organize
    (re.compile(r"our(?=(?:s|ed|ing|able|ite|hood)?$)"), "or"),  # colour, color
    (re.compile(r"tre(?=s?$)"), "ter"),  # centre, center
    (re.compile(r"nce(?=s?$)"), "nse"),  # defence, defense
    (re.compile(r"mme(?=s?$)"), "m"),  # programme, program
    (re.compile(r"ll(?=[a-z])"), "l"),  # travelling, traveling
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one article's body, in order, as parallel tuples; repeated paragraphs are left out.

    `paragraph` and `sentence` are numbers (the paragraph's own, the sentence's from 0 within the article); `own` is False inside
    quotation marks: the same speech quoted twice is no copying; `name` says that the word belongs to a name, which two reporters
    give alike without copying.
    """

    folded: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    paragraph: tuple[int, ...]
    sentence: tuple[int, ...]
    own: tuple[bool, ...]
    name: tuple[bool, ...]
    sentences: tuple[tuple[int, int], ...]  # first word and the one after the last


@dataclass(frozen=True, slots=True)
class Run:
    """The same words in a row in two articles: numbers of the first word in each, and how many."""

    one: int
    other: int
    length: int


def folded_word(word: str) -> str:
    """A word for comparing: case, marks on letters, apostrophes, stops and British or American spelling left out."""
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", word.casefold()))
    if len(plain) > 5:
        for pattern, instead in _SPELLINGS:
            plain = pattern.sub(instead, plain)
    return plain


def words_of(copy: Copy) -> Words:
    """The body's words: boilerplate, credits, captions, headings and repeated paragraphs stand apart."""
    body = [p for p in copy.paragraphs if p.kind is Kind.BODY and p.duplicate_of is None]
    marked = _marked(copy, [(p.start, p.end) for p in body])
    rows: list[tuple[str, int, int, int, int, bool]] = []
    cut: list[tuple[int, int]] = []
    memory: dict[str, str] = {}
    at = 0
    for paragraph in body:
        for low, high in sentences(copy.text, paragraph.start, paragraph.end):
            first = len(rows)
            for found in _WORD.finditer(copy.text, low, high):
                while at < len(marked) and marked[at][1] <= found.start():
                    at += 1
                own = not (at < len(marked) and marked[at][0] <= found.start())
                word = found.group()[:60]
                if word not in memory:
                    memory[word] = folded_word(word)
                rows.append((memory[word], found.start(), found.end(), paragraph.number, len(cut), own))
            if len(rows) > first:
                cut.append((first, len(rows)))
        if len(rows) > _MOST_WORDS:
            break
    return Words(
        tuple(row[0] for row in rows),
        tuple(row[1] for row in rows),
        tuple(row[2] for row in rows),
        tuple(row[3] for row in rows),
        tuple(row[4] for row in rows),
        tuple(row[5] for row in rows),
        tuple(_names([copy.text[row[1]] for row in rows], [row[0] for row in rows], cut)),
        tuple(cut),
    )


def _names(initials: list[str], folded: list[str], cut: list[tuple[int, int]]) -> list[bool]:
    """Which words are in names: capitals, small words between two, and the first of a sentence where another follows or where
    the word has a capital further inside of one too."""
    capital = [initial.isupper() for initial in initials]
    begins = {first for first, _ in cut}
    inside = {folded[at] for at, is_capital in enumerate(capital) if is_capital and at not in begins}
    names = list(capital)
    for first, after in cut:
        names[first] = capital[first] and (folded[first] in inside or (first + 1 < after and capital[first + 1]))
        for at in range(first + 1, after - 1):
            if not capital[at] and names[at - 1] and folded[at] in _JOINERS:
                ahead = at + 2 if folded[at + 1] in _JOINERS else at + 1
                names[at] = ahead < after and capital[ahead]
    return names


def _marked(copy: Copy, body: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches inside marks that are long enough to be somebody's words, in order, none inside another."""
    found = [(m.start, m.end) for m in pair(copy.text, body) if m.depth == 0]
    found += [(part.start, part.end) for quote in copy.quotes for part in quote.quoted]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if len(_WORD.findall(copy.text, start, end)) <= _SHORT_MARKED:
            continue
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return kept


def common_runs(articles: list[Words]) -> Iterator[tuple[int, int, list[Run]]]:
    """Pairs of articles (numbers, the lower first) and the runs of SHINGLE words and more that both hold."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, words in enumerate(articles):
        folded = words.folded
        here: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at in range(len(folded) - SHINGLE + 1):
            here[folded[at : at + SHINGLE]].append(at)
        for shingle, ats in here.items():
            if len(ats) <= _MOST_IN_ONE:
                places[shingle] += [(number, at) for at in ats]
    hits: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for held in places.values():
        if held[0][0] != held[-1][0]:
            _link(held, hits)
    for (one, other), found in sorted(hits.items()):
        yield one, other, _runs(articles[one], articles[other], found)


def _link(held: list[tuple[int, int]], hits: dict[tuple[int, int], list[tuple[int, int]]]) -> None:
    by_article: dict[int, list[int]] = defaultdict(list)
    for number, at in held:
        by_article[number].append(at)
    numbers = list(by_article)
    few = len(numbers) <= _ALL_WITH_ALL
    for n, other in enumerate(numbers):
        for one in numbers[:n] if few else {numbers[0], *numbers[max(0, n - 2) : n]}:
            if one != other:
                hits[one, other] += [(a, b) for a in by_article[one] for b in by_article[other]]


def _runs(one: Words, other: Words, hits: list[tuple[int, int]]) -> list[Run]:
    """Hits on one diagonal that follow each other as runs, cut where a paragraph ends; in order."""
    runs: list[Run] = []
    for a, b in sorted(hits, key=lambda hit: (hit[1] - hit[0], hit[0])):
        last = runs[-1] if runs else None
        if last and b - a == last.other - last.one and a <= last.one + last.length:
            runs[-1] = Run(last.one, last.other, max(last.length, a + SHINGLE - last.one))
        else:
            runs.append(Run(a, b, SHINGLE))
    parts = (part for run in runs for part in _within_paragraphs(one, other, run))
    return sorted(parts, key=lambda run: (run.one, run.other))


def _within_paragraphs(one: Words, other: Words, run: Run) -> Iterator[Run]:
    begin = 0
    for k in range(1, run.length + 1):
        if (
            k == run.length
            or one.paragraph[run.one + k] != one.paragraph[run.one + begin]
            or other.paragraph[run.other + k] != other.paragraph[run.other + begin]
        ):
            yield Run(run.one + begin, run.other + begin, k - begin)
            begin = k
