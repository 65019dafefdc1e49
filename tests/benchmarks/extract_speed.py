"""How fast the language engine reads: articles a minute on one core, seconds to the first, memory, and whether time grows with length alone.

    python tests/benchmarks/extract_speed.py [--articles 60] [--largest 1000000] [--only WORDS] [--no-growth | --no-rate] [--into PAGE]

The articles are made of the project's own samples, 900 word pieces each, and go through one `manage.py extract --jsonl` on one core with
one thread. Speed is counted in processor time, so that a busy machine tells the same. Growth: 26 kinds of text, ordinary and hostile, from
less than ten thousand characters doubled up to `--largest`, through canonical form, segmentation and extraction; a kind
stops growing when one reading took longer than `--seconds`. The exit status is 1 where a goal is missed.
"""

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.made_texts import KINDS, article
from tests.benchmarks.measuring import MANAGE, ONE_THREAD, deliver, machine, markdown, peak_mb, to_one_core

PIECES = 900
GOAL_A_MINUTE, GOAL_MB, GOAL_GROWTH = 150, 700, 2.2
DOUBLINGS = 7  # from 7,812 characters to a million
SURE = 0.05  # seconds; a shorter reading is the clock's noise, and its growth is not judged


@dataclass(frozen=True, slots=True)
class Rate:
    """One run of the command: articles a minute of processor and of clock time, seconds to the first line, memory, engine version."""

    a_minute: float
    a_minute_by_clock: float
    first: float
    first_cpu: float
    peak_mb: float
    extractor: str


def rate(count: int) -> Rate:
    """`manage.py extract --jsonl` over `count` articles; the first is the start and does not count for the rate."""
    import psutil

    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number:04d}.txt") for number in range(count + 1)]
        for number, file in enumerate(files):
            file.write_text(article(PIECES, number), encoding="utf8")
        began = time.monotonic()
        process = subprocess.Popen(
            [*MANAGE, "extract", "--jsonl", *map(str, files)],
            stdout=subprocess.PIPE, env=os.environ | ONE_THREAD, preexec_fn=to_one_core,
        )  # fmt: skip
        assert process.stdout
        extractor = json.loads(process.stdout.readline())["extractor"]
        first = time.monotonic() - began
        times = psutil.Process(process.pid).cpu_times()
        first_cpu = times.user + times.system
        with process.stdout as rest:
            lines = sum(1 for _ in rest)
        _, status, used = os.wait4(process.pid, 0)
        took = time.monotonic() - began - first
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or lines != count:
        raise SystemExit(f"the command printed {lines} of {count} articles and ended with {process.returncode}")
    spent = used.ru_utime + used.ru_stime - first_cpu
    return Rate(60 * count / spent, 60 * count / took, first, first_cpu, peak_mb(used.ru_maxrss), extractor)


def growth(kind: str, largest: int, patience: float) -> list[tuple[int, float]]:
    """(characters, seconds of processor time) of one kind of text, each twice as long as the one before."""
    from articles.reading import canonical
    from articles.segmentation import segment
    from claims.language import extract

    taken: list[tuple[int, float]] = []
    for doubling in range(DOUBLINGS, -1, -1):
        text = KINDS[kind](largest >> doubling)
        best = float("inf")
        for _ in range(3):
            gc.collect()
            began = time.process_time()
            clean = canonical(text)
            extract(clean, segment(clean))
            best = min(best, time.process_time() - began)
            if best > 2:
                break
        taken.append((len(text), best))
        if best > patience:
            break
    return taken


def steepest(taken: list[tuple[int, float]]) -> float:
    """The largest factor by which time grew where the text doubled; 0 where every reading was too short to tell."""
    return max((b[1] / a[1] for a, b in pairwise(taken) if a[1] >= SURE), default=0.0)


def told_rate(count: int) -> tuple[str, bool]:
    """The table of speed, and whether its goals are reached."""
    r = rate(count)
    a_minute = f"{r.a_minute:,.0f} (by the clock {r.a_minute_by_clock:,.0f})"
    rows = [
        ["articles a minute a core", f"≥ {GOAL_A_MINUTE}", a_minute],
        ["seconds to the first article, cold", "", f"{r.first:.1f} (of it {r.first_cpu:.1f} of processor)"],
        ["peak memory, MB", f"≤ {GOAL_MB}", f"{r.peak_mb:.0f}"],
    ]
    head = f"`{r.extractor}`, {count} articles of {PIECES} word pieces, {machine()}, one process on one core:"
    table = markdown(["measure", "goal", "reached"], rows)
    return f"{head}\n\n{table}", r.a_minute >= GOAL_A_MINUTE and r.peak_mb <= GOAL_MB


def told_growth(kinds: list[str], largest: int, patience: float) -> tuple[str, bool]:
    """The table of growth, and whether no kind grows faster than the goal. Every reading goes to standard error as it is taken."""
    from articles.segmentation import segment
    from claims.language import extract

    first = "“A first reading loads what is loaded once,” Joren Pell said."
    extractor = extract(first, segment(first)).extractor
    growth(kinds[0], 20_000, patience)
    rows, good = [], True
    for kind in kinds:
        taken = growth(kind, largest, patience)
        print(f"{kind}: " + ", ".join(f"{n:,} in {s:.2f}" for n, s in taken), file=sys.stderr, flush=True)
        most = steepest(taken)
        good &= most <= GOAL_GROWTH
        grew = f"{most:.2f}" if most else f"never above {SURE} s"
        grew = f"**{grew}**" if most > GOAL_GROWTH else grew
        rows.append([kind, f"{taken[-1][0]:,}", f"{taken[-1][1]:.2f}", grew])
    head = f"`{extractor}`: seconds for a text, and the most by which time grew where the text doubled (goal ≤ {GOAL_GROWTH}):"
    return f"{head}\n\n{markdown(['text', 'characters', 'seconds', 'most growth'], rows)}", good


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--largest", type=int, default=1_000_000, help="characters of the longest text")
    parser.add_argument("--seconds", type=float, default=120, help="after a longer reading a kind grows no more")
    parser.add_argument("--only", default="", help="kinds of text whose description holds these words")
    parser.add_argument("--into", type=Path, help="a page that takes the tables in the place of those before")
    parser.add_argument("--no-rate", action="store_true")
    parser.add_argument("--no-growth", action="store_true")
    args = parser.parse_args()
    os.environ |= ONE_THREAD
    told = [] if args.no_rate else [told_rate(args.articles)]
    if not args.no_growth:
        told.append(told_growth([kind for kind in KINDS if args.only in kind], args.largest, args.seconds))
    deliver("\n\n".join(text for text, _ in told), "extract_speed", args.into)
    sys.exit(0 if all(good for _, good in told) else 1)


if __name__ == "__main__":
    main()
