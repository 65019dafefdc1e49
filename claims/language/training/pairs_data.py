"""Pairs of statements: two corpora, and pairs made by rule from sentences of GUM whose texts allow commercial use.

Breaking NLI (Glockner et al. 2018), FEVER-Symmetric (Schuster et al. 2019), GUM (Zeldes 2017).
"""

import json
import random
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.language.encoder.pairing import AGREES, CONTRADICTS, NEITHER
from claims.language.training.pairs_rules import Sentence, alike, denied, opposite, other_number, shorter, swapped

LABELS = {
    "entailment": AGREES,
    "contradiction": CONTRADICTS,
    "neutral": NEITHER,
    "SUPPORTS": AGREES,
    "REFUTES": CONTRADICTS,
}
FREE_GENRES = ("academic", "bio", "court", "interview", "news", "voyage")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements, what they are to each other, and the family that must stay on one side of a division."""

    one: str
    other: str
    label: int
    family: int = 0


def read_breaking(path: Path) -> list[Pair]:
    """Breaking NLI: sentences that differ in one word."""
    rows = [json.loads(line) for line in path.open(encoding="utf8")]
    return [Pair(r["sentence1"], r["sentence2"], LABELS[r["gold_label"]]) for r in rows]


def read_fever(path: Path) -> list[Pair]:
    """FEVER-Symmetric; rows that share a claim or evidence, or most words of either, are one family."""
    rows = [json.loads(line) for line in path.open(encoding="utf8")]
    parent = list(range(len(rows)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    bags = [(set(r["claim"].lower().split()), set(r["evidence"].lower().split())) for r in rows]
    for i, (claim, evidence) in enumerate(bags):
        for j in range(i):
            if _near(claim, bags[j][0], 0.6) or _near(evidence, bags[j][1], 0.5):
                parent[root(i)] = root(j)
    return [Pair(_plain(r["claim"]), _plain(r["evidence"]), LABELS[r["label"]], root(i)) for i, r in enumerate(rows)]


def _near(a: set[str], b: set[str], least: float) -> bool:
    return len(a & b) >= least * len(a | b)


def _plain(text: str) -> str:
    """Text as people write it: the brackets and marks that a tokenizer spelt out are put back."""
    for spelt, mark in (("-LRB-", "("), ("-RRB-", ")"), ("-LSB-", "["), ("-RSB-", "]"), ("``", '"'), ("''", '"')):
        text = text.replace(spelt, mark)
    for mark in (".", ",", ";", ":", ")", "]", "'s", "n't", "?", "!"):
        text = text.replace(" " + mark, mark)
    return text.replace("( ", "(").replace("[ ", "[").replace("--", "–").strip()


def folds(pairs: list[Pair], count: int, seed: int) -> list[list[int]]:
    """Indexes of each fold; families stay together."""
    families = sorted({p.family for p in pairs})
    random.Random(seed).shuffle(families)
    at = {family: i % count for i, family in enumerate(families)}
    return [[i for i, p in enumerate(pairs) if at[p.family] == fold] for fold in range(count)]


def read_gum(path: Path) -> list[list[Sentence]]:
    """The sentences of each free document, in order."""
    found = []
    with tarfile.open(path) as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            genre = member.name.removeprefix("dep/GUM_").split("_")[0]
            if not member.name.startswith("dep/GUM_") or genre not in FREE_GENRES:
                continue
            if (document := archive.extractfile(member)) is not None:
                found.append(list(_sentences(document.read().decode("utf8"))))
    return found


def _sentences(conllu: str) -> Iterator[Sentence]:
    for block in conllu.split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and line[0].isdigit()]
        rows = [r for r in rows if r[0].isdigit()]
        text = next((line[9:] for line in block.split("\n") if line.startswith("# text = ")), "")
        if 6 <= len(rows) <= 45 and text[:1].isupper() and text[-1:] in ".!":
            made = Sentence.of(text, rows)
            if made:
                yield made


def make(documents: list[list[Sentence]], seed: int, most: int) -> list[Pair]:
    """Pairs by rule, at most `most`, a third of each label as far as the rules go."""
    rng = random.Random(seed)
    everything = [s for document in documents for s in document]
    made: dict[int, list[Pair]] = {AGREES: [], CONTRADICTS: [], NEITHER: []}
    for document in documents:
        for i, s in enumerate(document):
            same = [t for t in (shorter(s), alike(s.text, rng)) if t]
            if len(same) == 2:
                same.append(alike(same[0], rng) or same[0])
            denial = denied(s)
            against = [t for t in (denial, other_number(s.text, rng), opposite(s.text, rng), swapped(s)) if t]
            pairs = [(s.text, t, AGREES) for t in same]
            pairs += [(rng.choice([s.text, *same]), t, CONTRADICTS) for t in against]
            turned = opposite(s.text, rng, main=s.root_word)
            if turned and denial:
                pairs.append((denial, turned, AGREES))  # not accepted, rejected
            if denial:
                cut = alike(denial, rng)
                if cut:
                    pairs.append((denial, cut, AGREES))  # a denial alone is no contradiction
            near = document[i + 1] if i + 1 < len(document) else rng.choice(everything)
            pairs.append((s.text, near.text, NEITHER))
            unlike = rng.choice(everything)
            if unlike is not s:
                pairs.append((s.text, denied(unlike) or unlike.text, NEITHER))
            for one, other, label in pairs:
                if one != other:
                    if rng.random() < 0.5:
                        one, other = other, one
                    made[label].append(Pair(one, other, label))
    out = []
    for rows in made.values():
        rng.shuffle(rows)
        out += rows[: most // 3]
    rng.shuffle(out)
    return out
