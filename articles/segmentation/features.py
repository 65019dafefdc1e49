"""What can be counted of the lines of a page, for the classifier that tells the article's body from the page around it.

Pure: no Django. Everything takes time linear in the text; only the first LOOKED_AT characters of a line are read.
"""

import re
import zlib
from collections import Counter
from itertools import pairwise
from math import log1p

from articles.segmentation import boilerplate
from articles.segmentation.by_words import CREDITS, is_title
from articles.segmentation.fold import fold_paragraph
from articles.segmentation.patterns import BYLINE, CAPTION, DATE_LINE, DATELINE, LONGEST, NAME_ALONE, OUTLET

LOOKED_AT = 600
BUCKETS = 4096

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_STOP_WORDS = frozenset(
    [
        "a",
        "about",
        "after",
        "all",
        "also",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "because",
        "been",
        "before",
        "but",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "him",
        "his",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "just",
        "like",
        "made",
        "many",
        "may",
        "me",
        "more",
        "most",
        "my",
        "no",
        "not",
        "now",
        "of",
        "on",
        "one",
        "only",
        "or",
        "other",
        "our",
        "out",
        "over",
        "said",
        "she",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "to",
        "under",
        "up",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "who",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
_SPEECH = re.compile(r"\b(?:said|says|told|wrote|added|according to)\b", re.I)
_BOUNDARY = re.compile(r"[.!?][”\"’')]? +[“\"‘(A-Z\d]")
_MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d|\b20[012]\d\b|\d{1,2}[/.]\d{1,2}[/.]\d{2}",
    re.I,
)
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\bago\b", re.I)
_ADDRESS = re.compile(r"https?:|www\.|\.(?:com|org|net|co|ru|de|fr|es)\b|\w@\w", re.I)
_YOU = re.compile(r"\b(?:you|your|you're|you’re|our|us|we|my|please)\b", re.I)
_COUNT = re.compile(r"\d+(?:\.\d)?k?\s*(?:comments?|shares?|views?|likes?|repl(?:y|ies)|votes?|min)\b", re.I)
_ACT = re.compile(
    r"\b(?:share|subscribe|sign|log ?in|follow|click|read more|comments?|newsletters?|e-?mail|cookies?|privacy|terms|copyright|rights reserved"
    r"|related|recommended|trending|popular|advertis\w*|sponsored|download|search|menu|skip|tags?|categor(?:y|ies)|photos?|videos?|watch|more)\b",
    re.I,
)


def own(lines: list[str]) -> tuple[list[list[float]], list[list[int]]]:
    """Each line by itself and among its likes on the page: numbers [lines][OWN], and the hashed words that it holds."""
    folded = [fold_paragraph(line[:LOOKED_AT]) for line in lines]
    seen = Counter(folded)
    met: Counter[str] = Counter()
    words = [_WORD.findall(line) for line in folded]
    title = frozenset(word for word in words[0] if len(word) > 3) if words else frozenset()
    prose = Counter(
        word
        for line, heard in zip(lines, words, strict=True)
        if len(line) >= 100 and len(heard) >= 12
        for word in set(heard)
        if len(word) > 3
    )
    rows = []
    for line, fold, heard in zip(lines, folded, words, strict=True):
        met[fold] += 1
        long_words = dict.fromkeys(word for word in heard if len(word) > 3)  # no set: sums keep their order
        mine = len(line) >= 100 and len(heard) >= 12
        rows.append(
            [
                *_alone(line[:LOOKED_AT], len(line), heard),
                log1p(seen[fold]),
                float(met[fold] > 1),
                len(title & long_words.keys()) / max(1, len(long_words)),
                len(title & long_words.keys()) / max(1, len(title)),
                sum(prose[word] > mine for word in long_words) / max(1, len(long_words)),
                sum(log1p(max(0, prose[word] - mine)) for word in long_words) / max(1, len(long_words)),
            ]
        )
    return rows, [hashed(fold, heard) for fold, heard in zip(folded, words, strict=True)]


def hashed(fold: str, words: list[str]) -> list[int]:
    """Buckets of a line's words, pairs of words, first two, last one and shape; each once."""
    few = words[:60]
    marks = [f"w {word}" for word in few] + [f"p {one} {two}" for one, two in pairwise(few)]
    marks += [f"f {' '.join(few[:2])}", f"l {few[-1] if few else ''}", f"n {min(len(words), 12)}", f"e {fold[-1:]}"]
    marks += [f"a {fold}"] if len(fold) <= 40 else []
    return sorted({zlib.crc32(mark.encode("utf-8", "surrogatepass")) % BUCKETS for mark in marks})


def _alone(line: str, length: int, words: list[str]) -> list[float]:
    size, count = max(1, len(line)), max(1, len(words))
    letters = sum(map(str.isalpha, line))
    written = line.split()
    capital = sum(word[0].isupper() for word in written)
    stops = sum(word in _STOP_WORDS for word in words)
    small = sum(word[0].islower() for word in written)
    short = len(line) <= LONGEST
    end = line[-1:]
    start = line[:1]
    return [
        log1p(length),
        log1p(len(words)),
        sum(map(len, words)) / count,
        letters / size,
        sum(map(str.isupper, line)) / max(1, letters),
        sum(map(str.isdigit, line)) / size,
        sum(not (letter.isalnum() or letter.isspace()) for letter in line) / size,
        capital / max(1, len(written)),
        small / max(1, len(written)),
        stops / count,
        log1p(stops),
        float(end == "."),
        float(end in "?!"),
        float(end in ":,;"),
        float(end in "…>»›→|+"),
        float(end in "”\"’')]"),
        float(end.isdigit()),
        float(start.islower()),
        float(start.isupper()),
        float(start.isdigit()),
        float(start in "“\"‘'"),
        float(start in "-–—•*·▪>←‹«#@|©("),
        line.count(",") / count,
        log1p(len(_BOUNDARY.findall(line))),
        log1p(sum(line.count(mark) for mark in '“”"')),
        float(bool(_SPEECH.search(line))),
        log1p(line.count("|") + line.count("»") + line.count("•") + line.count("·") + line.count(" / ")),
        float("©" in line),
        float("@" in line),
        float("#" in line),
        float(bool(_ADDRESS.search(line))),
        float(bool(_MONTH.search(line))),
        float(bool(_CLOCK.search(line))),
        float("$" in line or "£" in line or "€" in line or "%" in line),
        len(_YOU.findall(line)) / count,
        float(bool(_COUNT.search(line))),
        len(_ACT.findall(line)) / count,
        float(short and bool(boilerplate.LINE.fullmatch(line))),
        float(short and bool(boilerplate.COMMENTS.fullmatch(line))),
        float(short and bool(boilerplate.LINKS.fullmatch(line))),
        float(short and bool(CAPTION.fullmatch(line))),
        float(short and any(credit.fullmatch(line) for credit in CREDITS)),
        float(short and bool(BYLINE.fullmatch(line))),
        float(short and bool(DATE_LINE.fullmatch(line))),
        float(bool(DATELINE.match(line))),
        float(short and bool(OUTLET.fullmatch(line))),
        float(short and bool(NAME_ALONE.fullmatch(line))),
        float(is_title(line) if short else False),
    ]
