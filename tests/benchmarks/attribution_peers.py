"""Quotes and speakers: Newsdesk beside its peers, by the same scorer on the same articles, as one table.

    python tests/benchmarks/attribution_peers.py --gold ../shared/data/polnear/dev.jsonl [--limit N] [--into docs/measurements.md]

Each engine runs on one core with one thread; speed is articles a minute of processor time, with the start (the time that one short article
takes) off. A peer whose environment is missing is left out with the reason: peers/README.md says how to make textacy's.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.measuring import MANAGE, ONE_THREAD, ROOT, attribution_figures, deliver, machine, markdown

HERE = Path(__file__).resolve().parent
PEERS = Path("/tmp/newsdesk-peers")
SCORER = ROOT.parent / "shared" / "score" / "attribution.py"
SHORT = "“The gate is shut,” Joren Pell said."
COLUMNS = {
    "content characters": "content characters F1",
    "content overlap": "content overlap F1",
    "quoted found": "quoted 6+ found",
    "quoted right": "right speaker of those",
    "speaker | content": "speaker given content",
    "source exact": "source exact F1",
    "cue exact": "cue exact F1",
    "attribution": "**attribution F1**",
}


@dataclass(frozen=True)
class Peer:
    """An engine to be measured: how it is called, the environment that it wants, and the version that it must answer with."""

    name: str
    command: Sequence[str]
    environment: dict[str, str] = field(default_factory=dict)
    extractor: str = ""


class Skipped(Exception):
    """This peer cannot run here; the text says why."""


def peers(folder: Path) -> list[Peer]:
    """Everything in the table, weakest idea first."""
    python, extract = str(folder / "env" / "bin" / "python"), [*MANAGE, "extract", "--jsonl"]
    return [
        Peer("quotation marks and the nearest name", [sys.executable, str(HERE / "peers" / "nearest_name.py")]),
        Peer(
            "textacy 0.13, parser of GUM", [python, str(HERE / "peers" / "textacy_quotes.py"), str(folder / "parser")]
        ),
        Peer("Newsdesk, rules only", extract, {"NEWSDESK_WEIGHTS": "/nonexistent"}, "rules-"),
        Peer("**Newsdesk**", extract, extractor="newsdesk-"),
    ]


def measure(peer: Peer, gold: Path, limit: int, scorer: Path) -> tuple[list[str], list[str]]:
    """The peer's row of the table and its notes. Raises Skipped."""
    for part in peer.command[:3]:
        if part.startswith("/") and not Path(part).exists():
            raise Skipped(f"there is no {part} (tests/benchmarks/peers/README.md)")
    with tempfile.TemporaryDirectory() as folder:
        start, cost = Path(folder, "start.json"), Path(folder, "cost.json")
        short = Path(folder, "short.txt")
        short.write_text(SHORT, encoding="utf8")
        measured = [sys.executable, str(HERE / "measuring.py")]
        told = run([*measured, str(start), *peer.command, str(short)], peer)
        version = json.loads(start.read_text())["extractor"]
        if not version.startswith(peer.extractor):
            raise Skipped(
                f"the engine answered as {version}, not as {peer.extractor}…: the weights cannot be used here"
            )
        limited = ["--limit", str(limit)] if limit else []
        score = [sys.executable, str(scorer), "--gold", str(gold), *limited, "--"]
        told = run([*score, *measured, str(cost), *peer.command], peer)
        spent, off = json.loads(cost.read_text()), json.loads(start.read_text())
    figures = attribution_figures(told.stdout)
    a_minute = (spent["lines"] - 1) / max(1e-9, spent["cpu"] - off["cpu"]) * 60
    row = [peer.name, *(f"{figures[name]:.3f}" if name in figures else "" for name in COLUMNS)]
    notes = [line.removeprefix("note: ") for line in told.stderr.splitlines() if line.startswith("note: ")]
    return [*row, f"{a_minute:,.0f}", f"{spent['peak_mb']:.0f}"], notes


def run(command: Sequence[str], peer: Peer) -> subprocess.CompletedProcess[str]:
    """The command with its output kept. Raises Skipped with its last words where it fails."""
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | ONE_THREAD | peer.environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no word why"])[-1]
        raise Skipped(f"it ended with exit status {done.returncode}: {last}")
    return done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=0, help="the first N articles only")
    parser.add_argument("--peers", type=Path, default=PEERS, help="the folder that peers/set_up.py made")
    parser.add_argument("--into", type=Path, help="a page that takes the table in the place of the one before")
    parser.add_argument("--scorer", type=Path, default=SCORER)
    args = parser.parse_args()
    rows, notes = [], []
    for peer in peers(args.peers):
        try:
            row, told = measure(peer, args.gold.resolve(), args.limit, args.scorer.resolve())
        except Skipped as reason:
            notes.append(f"{peer.name.strip('*')} was left out: {reason}.")
        else:
            rows.append(row)
            notes += told
        print(f"… {peer.name}", file=sys.stderr)
    notes.append(f"Taken on {machine()}, one core and one thread an engine.")
    table = markdown(["engine", *COLUMNS.values(), "articles a minute a core", "peak memory, MB"], rows)
    deliver(f"{table}\n\n" + "\n".join(f"- {note}" for note in notes), "attribution_peers", args.into)


if __name__ == "__main__":
    main()
