"""Train the pair head: `python -m claims.language.training.pairs --data ... --minilm ... --out ...`.

First on Breaking NLI and pairs made by rule, then on FEVER-Symmetric with some of the first kept in. Five folds by family say how
well the second step carries over to statements never seen; the network that ships has seen all of them.
"""

import argparse
import copy
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import nn

from claims.language.encoder.pairing import AGREES, CONTRADICTS, pair_input
from claims.language.training.attribution import tokenizer_of
from claims.language.training.network import load_minilm
from claims.language.training.pairs_data import Pair, folds, make, read_breaking, read_fever, read_gum
from claims.language.training.pairs_head import PairNet


@dataclass(frozen=True, slots=True)
class Row:
    """A pair as the network takes it, [n] each, with its label."""

    ids: np.ndarray
    case: np.ndarray
    place: np.ndarray
    label: int


def rows_of(tokenizer: Tokenizer, pairs: list[Pair]) -> list[Row]:
    return [Row(*pair_input(tokenizer, p.one, p.other), p.label) for p in pairs]


def batches(rows: list[Row], size: int, rng: random.Random | None = None) -> list[list[int]]:
    """Indexes in batches of like length, shuffled where there is chance."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids) + (rng.random() * 12 if rng else 0))
    cut = [order[i : i + size] for i in range(0, len(order), size)]
    if rng:
        rng.shuffle(cut)
    return cut


def collate(rows: list[Row], table: torch.Tensor) -> tuple[tuple[torch.Tensor, ...], torch.Tensor]:
    n = max(len(r.ids) for r in rows)
    grid = np.zeros((4, len(rows), n), np.int64)
    for i, r in enumerate(rows):
        for k, column in enumerate((r.ids, r.case, r.place)):
            grid[k, i, : len(r.ids)] = column
        grid[3, i, : len(r.ids)] = 1
    ids, case, place, mask = torch.from_numpy(grid)
    return (table[ids], case, place, mask), torch.tensor([r.label for r in rows])


def fit(net: PairNet, rows: list[Row], table: torch.Tensor, rate: float, epochs: int, batch: int, seed: int) -> None:
    """Train in place; the rate rises over a tenth of the steps and falls to nothing."""
    rng, device = random.Random(seed), next(net.parameters()).device
    heads = [p for n, p in net.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": net.encoder.parameters(), "lr": rate}, {"params": heads, "lr": 4 * rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * -(-len(rows) // batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (0.1 * steps), max(0.0, (steps - s) / (0.9 * steps)))
    )
    net.train()
    began, step, shown = time.time(), 0, 0.0
    for _ in range(epochs):
        for picked in batches(rows, batch, rng):
            inputs, labels = collate([rows[i] for i in picked], table)
            with torch.autocast(device.type, dtype=torch.bfloat16):
                logits = net(*(x.to(device) for x in inputs))
            loss = F.cross_entropy(logits, labels.to(device), label_smoothing=0.05)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            shown = loss.item() if step == 1 else 0.97 * shown + 0.03 * loss.item()
            if step % 50 == 0:
                print(f"step {step}/{steps} {time.time() - began:.0f} s loss {shown:.3f}", flush=True)


def answers(net: PairNet, rows: list[Row], table: torch.Tensor) -> np.ndarray:
    """Logits [n, 3]."""
    net.eval()
    out, device = np.zeros((len(rows), 3), np.float32), next(net.parameters()).device
    for picked in batches(rows, 64):
        with torch.inference_mode(), torch.autocast(device.type, dtype=torch.bfloat16):
            inputs, _ = collate([rows[i] for i in picked], table)
            out[picked] = net(*(x.to(device) for x in inputs)).cpu().numpy()
    return out


def two_way(logits: np.ndarray, rows: list[Row]) -> float:
    """The share of pairs, each agreeing or contradicting, whose better of these two is right."""
    said = np.where(logits[:, AGREES] >= logits[:, CONTRADICTS], AGREES, CONTRADICTS)
    return float((said == np.array([r.label for r in rows])).mean())


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--minilm", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--made", type=int, default=9000, help="pairs made by rule")
    ask.add_argument("--breaking", type=int, default=8193, help="pairs of Breaking NLI")
    ask.add_argument("--epochs", type=int, default=2, help="passes of the first step")
    ask.add_argument("--more", type=int, default=4, help="passes of the second step")
    ask.add_argument("--batch", type=int, default=32)
    ask.add_argument("--folds", type=int, default=5, help="0 measures nothing and trains on all")
    ask.add_argument("--seed", type=int, default=1)
    args = ask.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizer_of(args.minilm)
    breaking = read_breaking(args.data / "contradiction/breaking_nli.jsonl")
    held = {p.one for p in rng.sample(breaking, 120)}  # all pairs of these sentences are kept for measuring
    made = make(read_gum(args.data / "gum/gum_dep_coref.tar.gz"), args.seed, args.made + 600)
    learn = rng.sample([p for p in breaking if p.one not in held], k=min(args.breaking, len(breaking) - 1200))
    first = rows_of(tokenizer, learn + made[600:])
    tests = {
        "breaking": rows_of(tokenizer, [p for p in breaking if p.one in held]),
        "made": rows_of(tokenizer, made[:600]),
    }
    pairs = read_fever(args.data / "contradiction/fever_symmetric_dev.jsonl")
    fever = rows_of(tokenizer, pairs)
    encoder, table = load_minilm(args.minilm)
    net = PairNet(encoder).to("cuda" if torch.cuda.is_available() else "cpu")
    fit(net, first, table, 1e-4, args.epochs, args.batch, args.seed)
    torch.save({"net": net.state_dict()}, args.out / "first.pt")
    figures = {"fever before its own step": two_way(answers(net, fever, table), fever)}
    print(json.dumps(figures), flush=True)

    def second(kept: list[Row]) -> PairNet:
        trained = copy.deepcopy(net)
        mixed = kept * 2 + random.Random(args.seed).sample(first, min(len(kept), len(first)))
        fit(trained, mixed, table, 6e-5, args.more, args.batch, args.seed)
        return trained

    right = np.zeros(len(fever))
    for part in folds(pairs, args.folds, args.seed) if args.folds else []:
        unseen = set(part)
        logits = answers(second([r for i, r in enumerate(fever) if i not in unseen]), [fever[i] for i in part], table)
        for i, row in zip(part, logits, strict=True):
            right[i] = (row[AGREES] >= row[CONTRADICTS]) == (fever[i].label == AGREES)
        print(f"fold of {len(part)}: {right[part].mean():.3f}", flush=True)
    if args.folds:
        figures["fever on folds not trained on"] = float(right.mean())
    last = second(fever)
    for name, rows in tests.items():
        labels = np.array([r.label for r in rows])
        figures[f"{name}, three ways"] = float((answers(last, rows, table).argmax(1) == labels).mean())
    torch.save({"net": last.state_dict()}, args.out / "pair.pt")
    (args.out / "figures.json").write_text(json.dumps(figures, indent=1))
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
