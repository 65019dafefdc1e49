"""Train the judge: `python -m claims.language.training.judge --data ... --minilm ... --out ...`.

Two stages, so that held-out topics of the small set need only the second one. First all but BABE, then everything with BABE in
front; the weights kept are the moving average. The frozen layers see a sentence once. `--folds` also trains the second stage with a
group of BABE's topics left out, five times, for `judge_evaluate`. Of the check-worthiness sentences one in 16 is left out to
choose the threshold on (`thresholds.json`).
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from claims.language.training.attribution import tokenizer_of
from claims.language.training.judge_data import (
    TOPICS,
    UNKNOWN,
    Example,
    held_out,
    read_checkworthy,
    read_loaded,
    read_mentions,
    read_subjectivity,
    sample,
    with_pieces,
    without_stops,
)
from claims.language.training.judge_head import WEIGHTS, JudgeNet, answers, losses
from claims.language.training.network import load_minilm

KEEP_AVERAGE = 0.98  # every fourth step
SHARE_OF_NO = 0.6  # of the sentences not worth checking, so many are read
COLUMNS = (("case", 0), ("place", 0), ("words", UNKNOWN), ("mentions", UNKNOWN))
GUM_DEV = (
    "GUM_news_korea",
    "GUM_news_asylum",
    "GUM_interview_licen",
    "GUM_bio_goode",
    "GUM_court_equality",
    "GUM_news_clock",
)


class Store:
    """What the frozen layers say of every row, kept in half the bytes: row → [n + 2, 384]."""

    def __init__(self, net: JudgeNet, table: Tensor) -> None:
        self.net, self.table = net, table
        self.held: dict[int, Tensor] = {}

    @torch.no_grad()
    def add(self, rows: list[Example]) -> None:
        if not rows:
            return
        was, _ = self.net.training, self.net.eval()
        for some in batches(rows, random.Random(0), 4000):
            ids = [sample(r)["ids"] for r in some]
            grid = torch.zeros(len(ids), max(map(len, ids)), dtype=torch.long)
            mask = torch.zeros_like(grid)
            for i, x in enumerate(ids):
                grid[i, : len(x)], mask[i, : len(x)] = torch.from_numpy(x), 1
            with torch.autocast("cpu", dtype=torch.bfloat16):
                x = self.net.lower(self.table[grid], mask).bfloat16()
            for i, row in enumerate(some):
                self.held[id(row)] = x[i, : len(ids[i])].clone()
        self.net.train(was)

    def batch(self, rows: list[Example]) -> dict[str, Tensor]:
        """One padded batch; `own` is 1 on the sentences' own pieces. Rows that are met first pass the frozen layers."""
        self.add([r for r in rows if id(r) not in self.held])
        made = [sample(r) for r in rows]
        n, b = max(len(m["ids"]) for m in made), len(made)
        grids = {name: np.full((b, n), fill, np.int64) for name, fill in COLUMNS}
        mask, own = np.zeros((b, n), np.int64), np.zeros((b, n), np.int64)
        hidden = torch.zeros(b, n, 384)
        for i, (row, m) in enumerate(zip(rows, made, strict=True)):
            size = len(m["ids"])
            for name, _ in COLUMNS:
                grids[name][i, :size] = m[name]
            mask[i, :size], own[i, 1 : size - 1] = 1, 1
            hidden[i, :size] = self.held[id(row)].float()
        out = {name: torch.from_numpy(grid) for name, grid in grids.items()}
        out["labels"] = torch.from_numpy(np.stack([m["labels"] for m in made]))
        out["mask"], out["own"], out["hidden"] = torch.from_numpy(mask), torch.from_numpy(own), hidden
        return out

    def run(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            return self.net.upper(batch["hidden"], batch["case"], batch["place"], batch["mask"])


def batches(rows: list[Example], rng: random.Random, room: int = 2400) -> Iterator[list[Example]]:
    """The rows of one pass, like lengths together, at most `room` pieces a batch."""
    order = sorted(rows, key=lambda r: len(r.pieces or ()) * rng.uniform(0.8, 1.25))
    made: list[list[Example]] = [[]]
    for row in order:
        if made[-1] and (len(made[-1]) + 1) * (len(row.pieces or ()) + 2) > room:
            made.append([])
        made[-1].append(row)
    rng.shuffle(made)
    yield from made


def train(store: Store, plan: list[list[Example]], rate: float, rng: random.Random) -> None:
    """Trains on one list of rows a pass, and leaves the moving average of the weights in the network."""
    net = store.net
    own = [p for n, p in net.named_parameters() if p.requires_grad and not n.startswith("encoder.")]
    upper = [p for n, p in net.named_parameters() if p.requires_grad and n.startswith("encoder.")]
    optimiser = torch.optim.AdamW(
        [{"params": upper, "lr": rate}, {"params": own, "lr": 5 * rate}], weight_decay=0.01, betas=(0.9, 0.98)
    )
    passes = [list(batches(rows, rng)) for rows in plan]
    steps = sum(map(len, passes))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, s / (0.08 * steps), max(0.02, (steps - s) / (0.92 * steps)))
    )
    average = [p.detach().clone() for p in own + upper]
    began = time.time()
    shown: dict[str, float] = {}
    net.train()
    for step, rows in enumerate((b for one in passes for b in one), 1):
        batch = store.batch(rows)
        parts = losses(store.run(batch), batch)
        loss = sum(WEIGHTS[k] * v for k, v in parts.items())
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(own + upper, 1.0)
        optimiser.step()
        schedule.step()
        if step % 4 == 0:
            keep = min(KEEP_AVERAGE, step / (step + 20))
            torch._foreach_lerp_(average, [p.detach() for p in own + upper], 1 - keep)
        for k, v in parts.items():
            shown[k] = shown[k] * 0.95 + 0.05 * v.item() if k in shown else v.item()
        if step % 20 == 0:
            said = " ".join(f"{k} {v:.3f}" for k, v in sorted(shown.items()))
            print(f"step {step}/{steps} {time.time() - began:.0f} s {said}", flush=True)
    with torch.no_grad():
        for p, kept in zip(own + upper, average, strict=True):
            p.copy_(kept)


@torch.no_grad()
def predict(store: Store, rows: list[Example]) -> list[dict[str, np.ndarray]]:
    """Of each row: `answers` [3] and `words` [n] as probabilities, `mentions` [n] as tags."""
    store.net.eval()
    found: dict[int, dict[str, np.ndarray]] = {}
    for some in batches(rows, random.Random(0), 4000):
        batch = store.batch(some)
        out = store.run(batch)
        chances = torch.sigmoid(answers(out[0], out[1], batch["own"])).numpy()
        words, tags = torch.sigmoid(out[2]).numpy(), out[3].argmax(-1).numpy()
        for k, row in enumerate(some):
            inside = slice(1, int(batch["own"][k].sum()) + 1)
            found[id(row)] = {"answers": chances[k], "words": words[k, inside], "mentions": tags[k, inside]}
    return [found[id(row)] for row in rows]


def best_threshold(chances: np.ndarray, gold: np.ndarray) -> tuple[float, float]:
    """The threshold with the highest F1 of the positive class, in the middle of its plateau, and that F1."""
    at = np.round(np.arange(0.05, 0.96, 0.01), 2)
    f1 = [2 * ((chances >= t) & (gold == 1)).sum() / max(1, (chances >= t).sum() + (gold == 1).sum()) for t in at]
    best = [t for t, f in zip(at, f1, strict=True) if f >= max(f1) - 0.002]
    return float(best[len(best) // 2]), float(max(f1))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--minilm", type=Path, required=True, help="folder of the unpacked wheel's model")
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--base", type=Path, help="base.pt of an earlier run: its first stage is not run again")
    ask.add_argument("--first", type=int, default=3, help="passes of the first stage")
    ask.add_argument("--second", type=int, default=4, help="passes of the second stage")
    ask.add_argument("--folds", action="store_true", help="also train without each group of topics")
    ask.add_argument("--seed", type=int, default=1)
    args = ask.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizer_of(args.minilm)
    encoder, table = load_minilm(args.minilm)
    net = JudgeNet(encoder)
    check = read_checkworthy(args.data / "checkworthy/train.jsonl")
    texts = sorted({r.text for r in check})
    random.Random(0).shuffle(texts)
    kept_back = set(texts[: len(texts) // 16])
    choose_on = with_pieces([r for r in check if r.text in kept_back], tokenizer)
    check = with_pieces(without_stops([r for r in check if r.text not in kept_back], rng), tokenizer)
    yes, no = [r for r in check if r.check], [r for r in check if not r.check]
    no = rng.sample(no, round(SHARE_OF_NO * len(no)))
    subjective = with_pieces(read_subjectivity(args.data / "subjectivity/newssd_train.csv"), tokenizer)
    documents = read_mentions(args.data / "gum/gum_dep_coref.tar.gz")
    named = with_pieces([r for name, d in documents.items() if name not in GUM_DEV for r in d], tokenizer)
    loaded = with_pieces(read_loaded(args.data / "loaded/babe_train.jsonl"), tokenizer)
    store = Store(net, table)
    if args.base:
        net.load_state_dict(torch.load(args.base)["net"])
    else:
        train(store, [yes + no + subjective + named for _ in range(args.first)], 1.5e-4, rng)
    base = {k: v.clone() for k, v in net.state_dict().items()}
    torch.save({"net": base}, args.out / "base.pt")

    def second(rows: list[Example]) -> None:
        few = [rng.sample(yes, len(yes) // 8) + rng.sample(no, len(no) // 12) + subjective for _ in range(args.second)]
        train(store, [rows + f + rng.sample(named, len(named) // 3) for f in few], 1e-4, rng)

    second(loaded)
    torch.save({"net": net.state_dict()}, args.out / "judge.pt")
    chances = np.asarray([p["answers"][0] for p in predict(store, choose_on)])
    at, f1 = best_threshold(chances, np.asarray([r.check for r in choose_on]))
    print(
        f"check-worthiness: threshold {at:.2f} (F1 {f1:.3f} on {len(choose_on)} sentences kept back of train)",
        flush=True,
    )
    (args.out / "thresholds.json").write_text(json.dumps({"check": at}))
    for fold in range(len(TOPICS)) if args.folds else ():
        net.load_state_dict(base)
        second(held_out(loaded, fold)[0])
        torch.save({"net": net.state_dict()}, args.out / f"fold{fold}.pt")


if __name__ == "__main__":
    main()
