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
from claims.comparison.conflicts.senses import bases, sense_of, stem
from claims.comparison.copies import Copy, Story
from claims.language import words as tables
from claims.language.items import Item, Vocabulary, classify, closed_class, settle_cues
from claims.language.names import spelling

TOKEN = re.compile(
    r"[$£€]?\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th)\b)?%?(?:[-–]\d+(?![\d,.]*\d)|(?:-[^\W\d_]+)*)"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]+?(?=n[’']t\b)|n[’']t\b|[’'](?:s|re|ve|ll|d|m)\b"
    r"|[#@]?[^\W\d_]+(?:[-’'&][^\W\d_]+(?<![’']s))*(?:-\d+)?"
    r"|--|\S"
)
FEW = 10  # sentences added before counting, so that a word in both articles of a short story is not thought common
LONGEST_PARAGRAPH = 6000
MARKS = frozenset("“”\"„«»‘’'")
STOPPING = frozenset(".!?…")
BOUNDARY = frozenset(("COLON", "DASH", "LPAR", "RPAR"))
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
        tokens = list(_tokens(copy.text, p.start, min(p.end, p.start + LONGEST_PARAGRAPH)))
        raw.append((p, list(_cut(tokens))))
    capital, lower = _capitals(cut for p, parts in raw for cut in parts if p.kind is Kind.BODY)
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
            _classify(items, vocabulary, p.kind is Kind.HEADING and _is_title_case(items))
            quoted, is_quoted = _quoted(items, is_quoted)
            sentence = Sentence(article, p.number, 0, items, _clauses(items), quoted)
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


def _tokens(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    pending: tuple[int, int, str] | None = None
    for found in TOKEN.finditer(text, start, end):
        token = (found.start(), found.end(), found.group())
        if pending:
            joined = pending[2].lower() + "."
            if token[2] == "." and token[0] == pending[1] and joined in tables.ABBREVIATIONS:
                yield pending[0], token[1], pending[2] + "."
                pending = None
                continue
            yield pending
        pending = token
    if pending:
        yield pending


def _cut(tokens: list[tuple[int, int, str]]) -> Iterator[list[tuple[int, int, str]]]:
    current: list[tuple[int, int, str]] = []
    i = 0
    while i < len(tokens):
        current.append(tokens[i])
        if tokens[i][2] in STOPPING:
            while i + 1 < len(tokens) and tokens[i + 1][2] in MARKS | STOPPING | {")", "]"}:
                if tokens[i + 1][2] in MARKS and tokens[i + 1][0] > tokens[i][1]:
                    break  # an opening mark behind white space
                i += 1
                current.append(tokens[i])
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            if after is None or (after[0] > tokens[i][1] and (not after[2][0].islower())):
                yield current
                current = []
        i += 1
    if current:
        yield current


def _capitals(parts: Iterable[list[tuple[int, int, str]]]) -> tuple[set[str], set[str]]:
    capital: set[str] = set()
    lower: set[str] = set()
    for tokens in parts:
        opening = True
        for _, _, text in tokens:
            if text[0].isupper() and not opening and not (text.isupper() and len(text) > 4):
                capital.add(text)
            elif text[0].islower():
                lower.add(text)
            if text[0].isalnum() or text in MARKS:
                opening = text in MARKS
    return capital, lower


def _classify(items: list[Item], vocabulary: Vocabulary, heading: bool) -> None:
    worded = False
    known = bases()
    shouted = sum(i.text.isupper() and len(i.text) > 3 for i in items) > 4
    for n, item in enumerate(items):
        before = items[n - 1] if n else None
        if item.text in MARKS:
            item.cls = "PUNCT"
            continue
        after = items[n + 1].text if n + 1 < len(items) else ""
        initial = not worded or (before is not None and (before.text in MARKS or before.cls == "COLON"))
        plain = (shouted and item.text.isupper()) or (heading and item.text[0].isupper())
        if plain and item.text not in vocabulary.capital and item.text.capitalize() not in vocabulary.capital:
            small = Item(item.start, item.end, item.low, item.low, "")
            item.cls = classify(small, before, False, vocabulary, after.lower())
        else:
            item.cls = classify(item, before, initial, vocabulary, after)
        if item.cls == "WORD" and item.low in known and before is not None and _is_verb(item, before, after):
            item.cls = "VERB"
        worded = worded or item.cls not in ("PUNCT", "DASH", "STOP", "LPAR")
    settle_cues(items)


def _is_title_case(items: list[Item]) -> bool:
    """Whether nearly every longer word of a heading has a capital, which then says nothing about names."""
    spelled = [i.text for i in items if len(i.low) > 3 and i.text[0].isalpha()]
    return sum(w[0].isupper() for w in spelled) >= 0.75 * len(spelled)


def _is_verb(item: Item, before: Item, after: str) -> bool:
    """A form that may be a noun is a verb after a subject, "to" or an auxiliary."""
    if item.low.endswith(("ed", "en", "ew")) and item.low != "dead":
        return before.cls in ("NAME", "PRON", "AUX", "ADV", "WORD", "RPAR", "SUB", "COMMA", "TIME")
    if bases()[item.low] != item.low and not item.low.endswith(("s", "ing")) and item.low != "dead":  # "sank", "shot"
        return before.cls in ("NAME", "PRON", "AUX") or (before.cls == "WORD" and before.low.endswith("s"))
    if before.cls == "NAME" and item.low.endswith("s"):
        return closed_class(after.lower()) in ("DET", "PRON") or after[:1].isupper()
    return before.low == "to" or before.cls in ("PRON", "AUX")


def _quoted(items: list[Item], inside: bool) -> tuple[list[bool], bool]:
    out = []
    for item in items:
        if item.text in ("“", "„", "«"):
            inside = True
        elif item.text in ("”", "»"):
            inside = False
        elif item.text == '"':
            inside = not inside
        out.append(inside)
    return out, inside and items[-1].text not in ("”", '"')


def _clauses(items: list[Item]) -> list[int]:
    out, number = [], 0
    for n, item in enumerate(items):
        opens = False
        if item.cls == "SUB" and n:
            opens = item.low != "than" and not (
                item.low in ("since", "until", "before", "after", "as") and _bare(items, n)
            )
        elif (
            item.cls in BOUNDARY
            or (item.cls == "COMMA" and not _listing(items, n))
            or (item.cls == "CONJ" and n and _new_clause(items, n))
        ):
            opens = True
        if opens:
            number += 1
        out.append(number)
        if item.cls in BOUNDARY or (opens and item.cls == "COMMA"):
            number += 1
    return out


def _bare(items: list[Item], n: int) -> bool:
    """ "since 2012", "until Friday", "after the vote": a word that opens no clause here."""
    for item in items[n + 1 : n + 8]:
        if item.cls in ("VERB", "CUE", "AUX", "PRON"):
            return False
        if item.cls in ("COMMA", "STOP"):
            return True
    return True


def _listing(items: list[Item], n: int) -> bool:
    """A comma inside a date, a number or a list of names."""
    if n + 1 >= len(items) or not n:
        return False
    before, after = items[n - 1], items[n + 1]
    return before.cls in ("NUM", "TIME") and after.cls == "NUM"


def _new_clause(items: list[Item], n: int) -> bool:
    """ "… and wrote", "… and Vale wrote": a verb within the next words, before another noun group is over."""
    for item in items[n + 1 : n + 5]:
        if item.cls in ("VERB", "CUE", "AUX"):
            return True
        if item.cls in ("PREP", "COMMA", "STOP", "CONJ"):
            return False
    return False
