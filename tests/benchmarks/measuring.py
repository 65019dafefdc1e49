"""Runs a command on one core and tells what it cost. The language benchmarks share it.

    python tests/benchmarks/measuring.py COST.json COMMAND [ARG ...]

runs COMMAND with one thread a library on one core, passes its standard output on, and writes COST.json:
{"cpu": seconds, "wall": seconds, "peak_mb": resident memory at its highest, "lines": printed, "extractor": of the first line}.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")
ONE_THREAD = dict.fromkeys(THREADS, "1") | {"TOKENIZERS_PARALLELISM": "false"}
MANAGE = (sys.executable, str(ROOT / "manage.py"))
FIGURE = re.compile(
    r"(?P<name>content characters|content overlap|source exact|cue exact|attribution) .*F1 (?P<f1>[\d.]+)"
)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds of processor and of clock, megabytes at its highest, lines printed, engine version."""

    cpu: float
    wall: float
    peak_mb: float
    lines: int
    extractor: str


def run_measured(command: Sequence[str], environment: dict[str, str] | None = None) -> tuple[int, Cost]:
    """The command's exit status and cost; its output goes to ours."""
    began = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, env=os.environ | ONE_THREAD | (environment or {}), preexec_fn=to_one_core
    )
    assert process.stdout
    lines, extractor = 0, ""
    with process.stdout as printed:
        for line in printed:
            lines += 1
            if lines == 1 and line.startswith(b"{"):
                extractor = json.loads(line).get("extractor", "")
            sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    cost = Cost(used.ru_utime + used.ru_stime, time.monotonic() - began, peak_mb(used.ru_maxrss), lines, extractor)
    return process.returncode, cost


def to_one_core() -> None:
    """Keep this process, and what it starts, on one core (the last one that it may use). Nothing where the system cannot."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def peak_mb(maxrss: int) -> float:
    """`ru_maxrss` in megabytes: kilobytes on Linux, bytes on macOS."""
    return maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def attribution_figures(printed: str) -> dict[str, float]:
    """What score/attribution.py prints, by name: the F1s, and `quoted found`, `quoted right`, `speaker | content`."""
    figures = {m["name"]: float(m["f1"]) for m in FIGURE.finditer(printed)}
    if quoted := re.search(r"found ([\d.]+) of \d+, right speaker ([\d.]+)", printed):
        figures |= {"quoted found": float(quoted[1]), "quoted right": float(quoted[2])}
    if speaker := re.search(r"speaker \| content +([\d.]+)", printed):
        figures["speaker | content"] = float(speaker[1])
    return figures


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines)


def deliver(text: str, name: str, into: Path | None) -> None:
    """Print a benchmark's text, or put it into a page between `<!-- name -->` and `<!-- end of name -->`. Raises SystemExit without those."""
    if into is None:
        print(text)
        return
    page, (first, last) = into.read_text(encoding="utf8"), (f"<!-- {name} -->", f"<!-- end of {name} -->")
    before, opened, rest = page.partition(first)
    _, closed, after = rest.partition(last)
    if not (opened and closed):
        raise SystemExit(f"{into} has no {first} … {last}")
    into.write_text(f"{before}{first}\n\n{text.strip()}\n\n{last}{after}", encoding="utf8")


def machine() -> str:
    """Processor and cores of this machine, in a few words."""
    info = Path("/proc/cpuinfo")
    name = re.search(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else None
    return f"{name[1] if name else 'unknown processor'}, {os.cpu_count()} cores"


if __name__ == "__main__":
    status, cost = run_measured(sys.argv[2:])
    Path(sys.argv[1]).write_text(json.dumps({name: getattr(cost, name) for name in Cost.__slots__}), encoding="utf8")
    sys.exit(status)
