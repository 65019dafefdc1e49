"""What the judge gets right on dev: `python -m claims.language.training.judge_evaluate --data ... --minilm ... --out ...`.

`--out` is the folder of `judge.py`. Check-worthiness and subjectivity on their dev sets, mentions on documents of GUM kept back,
loaded sentences and words on the topics that each fold left out. `--weights FOLDER` measures the int8 graph there instead of
the checkpoint (all but the folds).
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from claims.language.encoder.judging import CHECK, SUBJECTIVE, joined, judge
from claims.language.encoder.weights import check as check_folder
from claims.language.training.attribution import tokenizer_of
from claims.language.training.judge import GUM_DEV, Store, predict
from claims.language.training.judge_data import (
    TOPICS,
    Example,
    held_out,
    read_checkworthy,
    read_loaded,
    read_mentions,
    read_subjectivity,
    sample,
    with_pieces,
)
from claims.language.training.judge_head import JudgeNet
from claims.language.training.network import load_minilm

KINDS = ("person", "organisation", "role")


def f1_of(said: np.ndarray, gold: np.ndarray) -> tuple[float, float, float]:
    """Precision, recall and F1 of what is true."""
    hits = (said & gold).sum()
    return hits / max(1, said.sum()), hits / max(1, gold.sum()), 2 * hits / max(1, said.sum() + gold.sum())


def macro(said: np.ndarray, gold: np.ndarray) -> float:
    return (f1_of(said, gold)[2] + f1_of(~said, ~gold)[2]) / 2


def ranges(tags: np.ndarray) -> set[tuple[int, int, int]]:
    """(first, last, kind) of each mention in BIO tags; an I without a B before it begins one."""
    out, k = set(), 0
    while k < len(tags):
        if tags[k] <= 0:
            k += 1
            continue
        kind, first = (int(tags[k]) - 1) // 2, k
        k += 1
        while k < len(tags) and tags[k] == 2 + 2 * kind:
            k += 1
        out.add((first, k, kind))
    return out


def show_mentions(rows: list[Example], found: list[np.ndarray]) -> None:
    """F1 of exact mentions by kind. `found` are tags [n] a row."""
    gold = [ranges(sample(r)["mentions"][1:-1]) for r in rows]
    said = [ranges(tags) for tags in found]
    for kind, name in (*enumerate(KINDS), (None, "all")):
        of = [
            ({x for x in s if kind in (None, x[2])}, {x for x in g if kind in (None, x[2])})
            for s, g in zip(said, gold, strict=True)
        ]
        hits, n, m = (
            sum(f(s, g) for s, g in of) for f in (lambda s, g: len(s & g), lambda s, g: len(s), lambda s, g: len(g))
        )
        print(
            f"mentions, {name}: precision {hits / max(1, n):.3f} recall {hits / max(1, m):.3f} F1 {2 * hits / max(1, n + m):.3f} ({m})"
        )


def graph_says(rows: list[Example], folder: Path) -> list[dict[str, np.ndarray]]:
    """As `predict`, by the graph that ships."""
    text, spans = joined([r.text for r in rows])
    said = judge(text, spans, weights=check_folder(folder))
    edges = np.searchsorted(said.pieces.paragraph, np.arange(len(spans) + 1))
    return [
        {
            "answers": np.asarray([said.score(q, *span) or 0.0 for q in range(3)]),
            "words": said.words[low:high],
            "mentions": said.mentions[low:high].argmax(1),
        }
        for span, low, high in zip(spans, edges[:-1], edges[1:], strict=True)
    ]


def show_folds(rows: list[Example], net: JudgeNet, store: Store, out: Path) -> None:
    """Loaded sentences and words on unseen topics, over all folds that were trained."""
    told: list[tuple[Example, dict[str, np.ndarray]]] = []
    for fold in range(len(TOPICS)):
        path = out / f"fold{fold}.pt"
        if not path.exists():
            continue
        net.load_state_dict(torch.load(path)["net"])
        _, inside = held_out(rows, fold)
        store.add(inside)
        here = list(zip(inside, predict(store, inside), strict=True))
        said, gold = np.asarray([p["answers"][1] > 0.5 for _, p in here]), np.asarray([r.loaded == 1 for r, _ in here])
        print(f"loaded, fold {fold} ({', '.join(TOPICS[fold])}; {len(here)}): macro F1 {macro(said, gold):.3f}")
        told += here
    if not told:
        return
    said, gold = np.asarray([p["answers"][1] > 0.5 for _, p in told]), np.asarray([r.loaded == 1 for r, _ in told])
    p, r, f = f1_of(said, gold)
    print(
        f"loaded, unseen topics: macro F1 {macro(said, gold):.3f}; loaded: precision {p:.3f} recall {r:.3f} F1 {f:.3f}"
    )
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        marked = [(p["words"] >= least, sample(r)["words"][1:-1]) for r, p in told if r.words is not None]
        p, r, f = f1_of(np.concatenate([m for m, _ in marked]), np.concatenate([g == 1 for _, g in marked]))
        print(f"loaded words at {least}: precision {p:.3f} recall {r:.3f} F1 {f:.3f} (pieces)")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--minilm", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--weights", type=Path)
    args = ask.parse_args()
    tokenizer = tokenizer_of(args.minilm)
    encoder, table = load_minilm(args.minilm)
    net = JudgeNet(encoder)
    store = Store(net, table)
    check = with_pieces(read_checkworthy(args.data / "checkworthy/dev.jsonl"), tokenizer)
    subjective = with_pieces(read_subjectivity(args.data / "subjectivity/newssd_val.csv"), tokenizer)
    documents = read_mentions(args.data / "gum/gum_dep_coref.tar.gz")
    named = with_pieces([r for name in GUM_DEV for r in documents[name]], tokenizer)
    if args.weights:
        found = [graph_says(rows, args.weights) for rows in (check, subjective, named)]
    else:
        net.load_state_dict(torch.load(args.out / "judge.pt")["net"])
        for rows in (check, subjective, named):
            store.add(rows)
        found = [predict(store, rows) for rows in (check, subjective, named)]
    at = json.loads((args.out / "thresholds.json").read_text())["check"]
    chances, gold = np.asarray([p["answers"][CHECK] for p in found[0]]), np.asarray([r.check == 1 for r in check])
    p, r, f = f1_of(chances >= at, gold)
    print(
        f"check-worthiness on dev ({len(gold)}), threshold {at} from train: precision {p:.3f} recall {r:.3f} F1 {f:.3f}"
    )
    said = np.asarray([p["answers"][SUBJECTIVE] > 0.5 for p in found[1]])
    print(
        f"subjectivity on val ({len(said)}): macro F1 {macro(said, np.asarray([r.subjective == 1 for r in subjective])):.3f}"
    )
    show_mentions(named, [p["mentions"] for p in found[2]])
    show_folds(with_pieces(read_loaded(args.data / "loaded/babe_train.jsonl"), tokenizer), net, store, args.out)


if __name__ == "__main__":
    main()
