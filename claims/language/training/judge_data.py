"""Sentences to judge, from five corpora: what each says of a sentence, and nothing where it says nothing.

Check-worthiness: CheckThat! 2024 task 1. Loaded sentences and words: BABE (Spinde et al. 2021). Subjectivity: NewsSD-ENG.
Mentions: the documents of GUM (Zeldes 2017) whose texts allow commercial use, by genre.
"""

import csv
import io
import json
import random
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from claims.language.encoder.judging import LONGEST, pieces_of
from claims.language.encoder.pieces import CLS, SEP, Pieces

UNKNOWN = -100
FREE_GENRES = ("academic", "bio", "court", "interview", "news", "voyage")  # CC BY, CC BY-SA; the rest is NC or unnamed
TOPICS = (  # of BABE, near ones together, so that a held-out topic is one the encoder has not met
    ("marriage-equality", "#metoo", "abortion", "immigration"),
    ("vaccine", "coronavirus", "universal health care"),
    ("black lives matter", "blm"),
    ("taxes", "student-debt", "environment"),
    ("gun control", "gun-control", "islam", "international-politics-and-world-news"),
)
TYPES = {"person": 0, "organization": 1}
ENTITY = re.compile(r"\((\d+)-([a-z]+)-[^-()]*-[^-()]*-[^-()]*-([\d,]+)[^()]*|(\d+)\)")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of n pieces with what is known of it: 0, 1 or UNKNOWN for the three questions, [n] for words and mentions."""

    text: str
    check: int = UNKNOWN
    loaded: int = UNKNOWN
    subjective: int = UNKNOWN
    words: tuple[tuple[int, int], ...] | None = None
    mentions: tuple[tuple[int, int, int], ...] | None = None
    topic: str = ""
    pieces: Pieces | None = None


def with_pieces(rows: list[Example], tokenizer: Tokenizer) -> list[Example]:
    """The same with their pieces; sentences without any are left out."""
    cut = pieces_of(tokenizer, [r.text for r in rows])
    return [replace(r, pieces=p) for r, p in zip(rows, cut, strict=True) if len(p)]


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf8") as file:
        return [json.loads(line) for line in file]


def read_checkworthy(path: Path) -> list[Example]:
    """Debate sentences; what a spreadsheet broke is left out."""
    return [Example(r["text"], check=int(r["check_worthy"])) for r in _rows(path) if r["text"] != "#NAME?"]


def without_stops(rows: list[Example], rng: random.Random, share: float = 0.3) -> list[Example]:
    """The same, some without their final stop, as claims are cut."""
    return [replace(r, text=r.text.rstrip(". ")) if rng.random() < share and len(r.text) > 20 else r for r in rows]


def read_subjectivity(path: Path) -> list[Example]:
    with path.open(encoding="utf8", newline="") as file:
        return [Example(r["Sentence"].strip(), subjective=int(r["Label"] == "SUBJ")) for r in csv.DictReader(file)]


def read_loaded(path: Path) -> list[Example]:
    """BABE; the words that its experts named are found again in the sentence, and unknown where they named none."""
    found: dict[str, Example] = {}
    for r in _rows(path):
        spans = []
        for word in r["words"]:
            edge = r"(?<!\w)" + re.escape(word.strip()) + r"(?!\w)"
            spans += [(m.start(), m.end()) for m in re.finditer(edge, r["text"], re.I)]
        known = None if r["biased"] and not spans else tuple(sorted(spans))
        found.setdefault(r["text"], Example(r["text"], loaded=int(r["biased"]), words=known, topic=r["topic"]))
    return list(found.values())


def held_out(rows: list[Example], fold: int) -> tuple[list[Example], list[Example]]:
    """Rows outside and inside the topics of a fold (0..4)."""
    return [r for r in rows if r.topic not in TOPICS[fold]], [r for r in rows if r.topic in TOPICS[fold]]


def read_mentions(archive: Path) -> dict[str, list[Example]]:
    """Document → its sentences with mentions, from GUM's dependency files."""
    found = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            name = Path(member.name).name
            if name.startswith("GUM_") and name.endswith(".conllu") and name.split("_")[1] in FREE_GENRES:
                file = tar.extractfile(member)
                assert file is not None
                found[name.removesuffix(".conllu")] = list(_sentences(io.TextIOWrapper(file, "utf8")))
    return dict(sorted(found.items()))


def _sentences(lines: io.TextIOWrapper) -> Iterator[Example]:
    rows: list[list[str]] = []
    open_: dict[str, tuple[int, int, list[int]]] = {}
    for line in lines:
        if line.startswith("#"):
            continue
        if line.strip():
            rows.append(line.rstrip("\n").split("\t"))
        elif rows:
            yield _sentence([r for r in rows if r[0].isdigit()], [r for r in rows if "-" in r[0]], open_)
            rows, open_ = [], {}


def _sentence(rows: list[list[str]], joined: list[list[str]], open_: dict) -> Example:
    """The words as they were written, with the mentions that no longer mention holds."""
    text, spans, glued = "", [], {}
    for r in joined:  # "don't": two tokens, one written word
        first, last = (int(x) for x in r[0].split("-"))
        glued.update(dict.fromkeys(range(first, last + 1), (first, last, r)))
    for k, r in enumerate(rows, 1):
        spans.append((len(text), len(text) + len(r[1])))
        text += r[1]
        within, last_of = k in glued, glued[k][1] if k in glued else k
        spaced = "SpaceAfter=No" not in (glued[k][2][9] if within else r[9])
        text += " " if spaced and k == last_of else ""
    entities = []
    for k, r in enumerate(rows):
        marked = re.search(r"(?:^|\|)Entity=([^|\t]+)", r[9])
        holds = marked[1] if marked else ""
        for m in ENTITY.finditer(holds):
            if m[1]:
                open_.setdefault(m[1], []).append((k, m[2], [int(x) for x in m[3].split(",")]))
                at = m.end()
                if at < len(holds) and holds[at] == ")":  # one token long
                    entities.append((*open_[m[1]].pop(), k))
            elif open_.get(m[4]):
                entities.append((*open_[m[4]].pop(), k))
    kept: list[tuple[int, int, int]] = []
    for first, kind, heads, last in sorted(entities, key=lambda e: (e[0], -e[3])):
        if kind not in TYPES:
            continue
        head = first + min(heads) - 1  # the last of the first run of head words, and the name that goes on behind it
        while head < last:
            joint = head + 1 < last and rows[head + 1][1] in ("-", "'s", "’s", "'") and head - first + 3 in heads
            if not joint and not (head - first + 2 in heads or rows[head + 1][3] == rows[head][3] == "PROPN"):
                break
            head += 2 if joint else 1
        tags = [rows[k][3] for k in range(first, head + 1)]
        if tags[-1] == "PRON" or (kept and spans[first][0] < kept[-1][1]):
            continue
        while first < head and rows[first][3] in ("DET", "PUNCT") and kind == "organization":
            first += 1
        role = kind == "person" and ("PROPN" not in tags or tags[0] == "DET")
        kept.append((spans[first][0], spans[head][1], 2 if role else TYPES[kind]))
    return Example(text.rstrip(), mentions=tuple(kept))


def sample(row: Example) -> dict[str, np.ndarray]:
    """One example of length n + 2, with [CLS] and [SEP] about it."""
    p = row.pieces
    assert p is not None
    n = min(len(p), LONGEST)
    made = {
        "ids": np.full(n + 2, SEP, np.int64),
        "case": np.zeros(n + 2, np.int64),
        "place": np.zeros(n + 2, np.int64),
        "words": np.full(n + 2, UNKNOWN, np.int64),
        "mentions": np.full(n + 2, UNKNOWN, np.int64),
        "labels": np.asarray([row.check, row.loaded, row.subjective], np.int64),
    }
    made["ids"][0] = CLS
    for name, column in (("ids", p.ids), ("case", p.case), ("place", p.place)):
        made[name][1:-1] = column[:n]
    if row.words is not None:
        made["words"][1:-1] = 0
        for start, end in row.words:
            made["words"][1:-1][(p.starts[:n] < end) & (p.ends[:n] > start)] = 1
    if row.mentions is not None:
        made["mentions"][1:-1] = 0
        for start, end, kind in row.mentions:
            inside = np.flatnonzero((p.starts[:n] < end) & (p.ends[:n] > start))
            if len(inside):
                made["mentions"][1:-1][inside] = 2 + 2 * kind
                made["mentions"][1 + inside[0]] = 1 + 2 * kind
    return made
