"""What the articles tell, sentence by sentence: words with their classes, clauses, names. The searches for conflicts read this."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import log, sqrt

from articles.segmentation.spans import Kind
from claims.comparison.conflicts.limits import COMMON_STEM
from claims.comparison.conflicts.senses import sense_of, stem
from claims.comparison.conflicts.tokens import (
    capitals_of,
    classify_all,
    clauses_of,
    is_title_case,
    quoted_among,
    sentences_of,
    tokens_of,
)
from claims.comparison.copies import Copy, Story
from claims.language import words as tables
from claims.language.items import Item, Vocabulary
from claims.language.names import spelling

FEW = 10  # sentences added before counting, so that a word in both articles of a short story is not thought common
LONGEST_PARAGRAPH = 6000
STOPWORDS = frozenset(
    tables.listed(
        "mr mr. mrs mrs. ms ms. said says say told tell added people time thing way year day week month also one two new"
        " made make just like including would could"
    )
)
HONORIFICS = frozenset(
    tables.listed("mr. mrs. ms. mr mrs ms dr. dr president senator sen. rep. representative gov. governor mayor sir")
)
PLACE_SPELLINGS = {"kiev": "kyiv", "kyiv": "kyiv", "peking": "beijing", "bombay": "mumbai", "burma": "myanmar"}
NATION_ENDING = re.compile(r"(?:ian|ean|an|ese|ish|ia|[aeiy])s?$")


@dataclass(slots=True)
class Sentence:
    """One sentence of one article. `clause[i]` is the number of the clause in which `items[i]` stands, `quoted[i]` whether inside marks."""

    article: int
    paragraph: int
    number: int
    items: list[Item]
    clause: list[int]
    quoted: list[bool]
    headline: bool = False
    speaker: str | None = None
    names: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    previous: "Sentence | None" = field(default=None, repr=False)

    @property
    def start(self) -> int:
        return self.items[0].start

    @property
    def end(self) -> int:
        return self.items[-1].end

    def clause_range(self, at: int) -> tuple[int, int]:
        """First item and the one behind the last of the clause around `at`."""
        low = high = at
        while low and self.clause[low - 1] == self.clause[at]:
            low -= 1
        while high + 1 < len(self.items) and self.clause[high + 1] == self.clause[at]:
            high += 1
        return low, high + 1

    def span(self, low: int, high: int) -> tuple[int, int]:
        """Offsets of items low..high-1 without punctuation at the edges."""
        edge = ("COMMA", "STOP", "DASH", "COLON", "PUNCT")
        while low < high - 1 and self.items[low].cls in edge:
            low += 1
        while high - 1 > low and self.items[high - 1].cls in edge:
            high -= 1
        return self.items[low].start, self.items[high - 1].end


@dataclass
class Told:
    """Everything the articles of a story tell, and how much each content word says about what a sentence is about."""

    story: Story
    sentences: list[Sentence]

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Stem → weight: rare in the story is worth more; what stands nearly everywhere is worth nothing."""
        counts = Counter(s for sentence in self.sentences for s in sentence.stems)
        total = max(len(self.sentences), 1)
        return {s: log(1 + (total + FEW) / n) if n <= max(3, COMMON_STEM * total) else 0.2 for s, n in counts.items()}

    def weight(self, stems: Iterable[str]) -> float:
        return sum(self.weights.get(s, 3.0) for s in stems)

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much of two sets' weight is common, in 0..1 (what both hold by the geometric mean of what each holds)."""
        both = self.weight(one) * self.weight(other)
        return self.weight(one & other) / sqrt(both) if both else 0.0

    @cached_property
    def by_article(self) -> Mapping[int, list[Sentence]]:
        """Sentences of each article, in order."""
        table: dict[int, list[Sentence]] = defaultdict(list)
        for sentence in self.sentences:
            table[sentence.article].append(sentence)
        return table

    def at(self, article: int, offset: int) -> Sentence | None:
        """The sentence around an offset."""
        here = self.by_article.get(article, [])
        n = bisect_right(here, offset, key=lambda s: s.start) - 1
        return here[n] if n >= 0 and offset < here[n].end else None


def told_in(story: Story) -> Told:
    """Every sentence of copy (headline, body, captions), read once."""
    sentences: list[Sentence] = []
    for number, copy in enumerate(story.copies):
        sentences.extend(_sentences(number, copy))
    return Told(story, sentences)


def name_key(text: str) -> str:
    """One key for a name's word: without possessive, its spellings folded, an adjective of a nation as the nation."""
    low = re.sub(r"[’']s?$", "", text.lower()).replace(".", "")
    low = PLACE_SPELLINGS.get(low, low)
    folded = spelling(low) or low
    bare = NATION_ENDING.sub("", folded)
    return bare if len(bare) > 2 else folded


def _sentences(article: int, copy: Copy) -> Iterator[Sentence]:
    raw = []
    for p in copy.paragraphs:
        if p.kind in (Kind.CREDIT, Kind.BOILERPLATE) or p.duplicate_of is not None:
            continue
        tokens = list(tokens_of(copy.text, p.start, min(p.end, p.start + LONGEST_PARAGRAPH)))
        raw.append((p, list(sentences_of(tokens))))
    capital, lower = capitals_of(cut for p, parts in raw for cut in parts if p.kind is Kind.BODY)
    vocabulary = Vocabulary(frozenset(capital), frozenset(lower))
    previous: Sentence | None = None
    first_heading = next((p.number for p in copy.paragraphs if p.kind is Kind.HEADING), 0)
    for p, parts in raw:
        is_quoted = False
        for tokens in parts:
            items = [
                Item(start, end, text, text.lower(), "", spaced=not n or tokens[n - 1][1] < start)
                for n, (start, end, text) in enumerate(tokens)
            ]
            classify_all(items, vocabulary, p.kind is Kind.HEADING and is_title_case(items))
            quoted, is_quoted = quoted_among(items, is_quoted)
            sentence = Sentence(article, p.number, 0, items, clauses_of(items), quoted)
            sentence.headline = p.kind is Kind.HEADING and p.number == first_heading
            if sentence.headline or p.kind is not Kind.HEADING:
                sentence.previous = previous if previous and not previous.headline else None
                sentence.number = previous.number + 1 if previous else 0
                sentence.names = frozenset(names_among(items))
                sentence.stems = stems_among(items) | sentence.names
                yield sentence
                previous = sentence


def names_among(items: Iterable[Item]) -> set[str]:
    """Keys of the names among items."""
    return {
        name_key(i.text)
        for i in items
        if i.cls == "NAME" and len(i.text) > 1 and i.low not in HONORIFICS and i.low not in tables.TIMES
    }


def stems_among(items: Iterable[Item]) -> frozenset[str]:
    """Stems of content words among items."""
    return frozenset(
        stem(sense_of(i.low))
        for i in items
        if i.cls in ("WORD", "VERB", "CUE") and len(i.low) > 2 and i.low not in STOPWORDS and i.low[0].isalpha()
    )
