"""Learn the weights of `claims.language.antecedents` on GUM: `python -m claims.language.training.antecedents --gum FOLDER`.

FOLDER holds the unpacked archive (dep/*.conllu). Only genres whose texts allow commercial use are read. A conditional logit:
of the people named shortly before a pronoun, the one in its coreference cluster is to score highest. Prints the accuracy in
five folds over documents, that of the nearest person, and the weights. Seconds on one core; nothing random but the folds.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from articles.segmentation import segment
from claims.language.antecedents import FEATURES, Antecedents
from claims.language.marks import pair
from claims.language.pipeline import run

SPEAKS = list(FEATURES).index("spoke last, and the pronoun speaks")
GENRES = ("news", "interview", "bio", "court", "academic")
PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
ENTITY = re.compile(r"\([^()]+\)|\([^()]+|[^()]+\)")
Mention = tuple[int, int, str, str]  # start, end, cluster, type
Example = tuple[np.ndarray, int, str]  # features [n, d], index of the right one, document


def read(path: Path) -> tuple[str, list[Mention]]:
    """A document's text, paragraphs apart, and its entity mentions."""
    text, mentions, stack = "", [], []
    glued, spaced = range(0), True
    for line in path.open(encoding="utf8"):
        if line.startswith("# newpar") and "block" not in line:
            text = text.rstrip() + ("\n\n" if text else "")
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 10 and "-" in cells[0]:  # "Vale’s": words of one token, with no space between them
            glued = range(*map(int, cells[0].split("-")))
            spaced = "SpaceAfter=No" not in cells[9]
            continue
        if len(cells) < 10 or not cells[0].isdigit():
            continue
        start = len(text)
        text += cells[1]
        end = len(text)
        number = int(cells[0])
        apart = spaced if number == glued.stop else "SpaceAfter=No" not in cells[9]
        text += " " if apart and number not in glued else ""
        entity = re.search(r"(?:^|\|)Entity=([^|]+)", cells[9])
        for mark in ENTITY.findall(entity.group(1)) if entity else []:
            cluster, kind = [*mark.strip("()").split("-"), ""][:2]
            if mark[0] == "(" and mark[-1] == ")":
                mentions.append((start, end, cluster, kind))
            elif mark[0] == "(":
                stack.append((start, cluster, kind))
            else:
                for i in range(len(stack) - 1, -1, -1):
                    if stack[i][1].split("[")[0] == cluster.split("[")[0]:
                        opened = stack.pop(i)
                        mentions.append((opened[0], end, opened[1], opened[2]))
                        break
    return text, mentions


def examples(path: Path) -> Iterator[Example]:
    """One for each pronoun outside quotations whose antecedent is among the candidates."""
    text, mentions = read(path)
    paragraphs = segment(text)
    doc = run(text, paragraphs, pair(text, [(p.start, p.end) for p in paragraphs]))
    units, people = doc._.units, doc._.people
    known = Antecedents(units, people)
    meant: dict[int, str] = {}  # place of a naming → cluster
    for start, end, cluster, kind in sorted(mentions, key=lambda m: m[0] - m[1]):
        if kind == "person":
            meant.update((n.at, cluster) for n in known.namings if start <= n.at < end)
    clusters = {id(n.person): meant[n.at] for n in known.namings if n.at in meant}
    starts = [u.start for u in units]
    for start, end, cluster, kind in sorted(mentions):
        gender = PRONOUNS.get(text[start:end].lower())
        number = int(np.searchsorted(starts, start, "right")) - 1
        if not gender or kind != "person" or number < 0:
            continue
        item = next((x for x in units[number].items if x.start <= start < x.end), None)
        if item is None or item.cls == "Q":
            continue
        spoke = known.spoke_before(units[number], start)
        found = known.candidates(units[number], start, gender, spoke)
        right = [i for i, (person, _) in enumerate(found) if clusters.get(id(person)) == cluster]
        if right and len(found) > 1:
            yield np.asarray([f for _, f in found]), right[0], path.stem
        if right:
            known.add(start, end, units[number], found[right[0]][0])


def fit(rows: list[Example], rounds: int = 400, rate: float = 0.5, decay: float = 0.002) -> np.ndarray:
    """Weights [d] by plain gradient descent on the conditional likelihood."""
    weights = np.zeros(len(FEATURES))
    for _ in range(rounds):
        gradient = np.zeros_like(weights)
        for features, right, _ in rows:
            scores = features @ weights
            odds = np.exp(scores - scores.max())
            gradient += features[right] - (odds / odds.sum()) @ features
        weights += rate * (gradient / len(rows) - decay * weights)
    return weights


def accuracy(rows: list[Example], weights: np.ndarray) -> float:
    """Share of pronouns for which the right person scores highest."""
    return float(np.mean([int(np.argmax(f @ weights)) == right for f, right, _ in rows]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gum", required=True, type=Path)
    folder = parser.parse_args().gum
    rows = [e for g in GENRES for p in sorted((folder / "dep").glob(f"GUM_{g}_*.conllu")) for e in examples(p)]
    documents = sorted({r[2] for r in rows})
    folds = []
    for k in range(5):
        held = set(documents[k::5])
        folds.append(accuracy([r for r in rows if r[2] in held], fit([r for r in rows if r[2] not in held], 150)))
    print(f"{len(rows)} pronouns in {len(documents)} documents; five folds {np.mean(folds):.3f} {np.round(folds, 3)}")
    print(f"nearest person {np.mean([r[1] == 0 for r in rows]):.3f}")
    speaking = [r for r in rows if r[0][:, SPEAKS].any()]
    print(f"of {len(speaking)} behind a speaker that speak themselves: {accuracy(speaking, fit(rows)):.3f}")
    for name, weight in zip(FEATURES, fit(rows), strict=True):
        print(f"{weight:+.2f}  {name}")


if __name__ == "__main__":
    main()
