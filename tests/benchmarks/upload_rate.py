"""Articles a minute through real workers: `python tests/benchmarks/upload_rate.py [--count 100]` while the desk runs.

Writes `count` articles that differ in their words (built from the samples, every paragraph with a number of its own), files
them with `manage.py upload --wait` and prints how long it took until all were ready.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def differing_copies(count: int, folder: Path) -> list[Path]:
    """`count` text files; each is a sample article whose paragraphs carry the file's own number."""
    samples = sorted((ROOT / "newsdesk" / "samples").rglob("*.txt"))
    files = []
    for number in range(count):
        text = samples[number % len(samples)].read_text(encoding="utf8")
        lines = [
            f"{line} Notice {number}-{place} says so." if line.strip() else line
            for place, line in enumerate(text.split("\n"))
        ]
        file = folder / f"copy-{number:03d}.txt"
        file.write_text("\n".join(lines), encoding="utf8")
        files.append(file)
    return files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--story", default="Benchmark")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = differing_copies(args.count, Path(folder))
        words = sum(len(file.read_text(encoding="utf8").split()) for file in files) / len(files)
        began = time.monotonic()
        command = [sys.executable, "manage.py", "upload", *map(str, files), "--story", args.story, "--wait"]
        done = subprocess.run(command, cwd=ROOT, check=False)
        took = time.monotonic() - began
    print(
        f"{args.count} articles of {words:.0f} words: {took:.1f} s, {args.count / took * 60:.0f} a minute, exit status {done.returncode}"
    )


if __name__ == "__main__":
    main()
