"""Every measure that the language engine has a goal for, in one table: measure, goal, reached.

    python tests/benchmarks/goals.py [--shared ../shared] [--only MEASURE] [--growth] [--into README.md]
        [--boilerplate-folds FOLDER] [--judge-folds FOLDER --training ENVIRONMENT/bin/python --minilm FOLDER] [--pair-folds FOLDER]

The README's figures come from here. Research corpora and scorers stand beside the checkout (`--shared`); a measure whose data, weights or
module are missing is left out, with the reason under the table. What the shipped weights have seen they cannot be measured on: boilerplate
by page, loaded sentences by topic and contradiction take what training wrote for its folds (`--boilerplate-folds`: its FOLDER; `--judge-folds` and
`--pair-folds`: the folders that `claims.language.training.judge` and `.pairs` were given as `--out`).
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.measuring import MANAGE, ONE_THREAD, ROOT, attribution_figures, deliver, machine, markdown

HERE = Path(__file__).resolve().parent
ENCODER = ROOT / "claims" / "language" / "encoder"


@dataclass(frozen=True, slots=True)
class Reached:
    """One line of the table. `least` is the goal, or the most allowed where `at_most` is set; `told` overrides how `figure` is written."""

    measure: str
    least: float
    figure: float
    at_most: bool = False
    told: str = ""

    @property
    def good(self) -> bool:
        return self.figure <= self.least if self.at_most else self.figure >= self.least

    def row(self) -> list[str]:
        wanted = f"{'≤' if self.at_most else '≥'} {self.least:g}"
        return [self.measure, wanted, self.told or f"{self.figure:.3f}", "yes" if self.good else "**no**"]


class Skipped(Exception):
    """This measure cannot be taken here; the text says why."""


def attribution(args: argparse.Namespace) -> Iterator[Reached]:
    printed = scored(args, "attribution.py", "--gold", needed(args.data / "polnear" / "dev.jsonl"), "--", *extracting())
    got = attribution_figures(printed)
    for name, least in (("content characters", 0.91), ("content overlap", 0.78), ("attribution", 0.70)):
        yield Reached(f"{name} F1", least, got[name])
    yield Reached("quoted 6+ words: found", 0.99, got["quoted found"])
    yield Reached("quoted 6+ words: right speaker", 0.93, got["quoted right"])
    yield Reached("source exact F1", 0.78, got["source exact"])
    yield Reached("cue exact F1", 0.71, got["cue exact"])


def speakers(args: argparse.Namespace) -> Iterator[Reached]:
    printed = scored(args, "stories.py", "--gold", needed(args.data / "stories_dev"), "speakers", "--", *MANAGE)
    yield Reached("speakers on stories: full name right", 0.80, found_in(r"full name right ([\d.]+)", printed))


def claims(args: argparse.Namespace) -> Iterator[Reached]:
    printed = scored(args, "stories.py", "--gold", needed(args.data / "claims_dev"), "claims", "--", *MANAGE)
    precision = found_in(r"average precision of the priority order ([\d.]+)", printed)
    yield Reached("claims: average precision of the priority order", 0.82, precision)
    yield Reached("claims: claimant right", 0.85, found_in(r"claimant right ([\d.]+),", printed))
    yield Reached("claims: must-check claims found", 0.97, found_in(r"must-check claims found ([\d.]+)", printed))
    taken = found_in(r"non-claims above 0.5: (\d+)", printed)
    yield Reached("claims: non-claims above 0.5, of 36", 6, taken, at_most=True, told=f"{taken:.0f}")


def check_worthiness(args: argparse.Namespace) -> Iterator[Reached]:
    needed(ENCODER / "judging.py")
    from claims.language.encoder.judging import check_worthiness as chances_of

    rows = lines_of(args.data / "checkworthy" / "dev.jsonl")
    chances = with_weights(lambda: chances_of([row["text"] for row in rows]))
    chosen = args.judge_folds / "thresholds.json" if args.judge_folds else None
    at = json.loads(chosen.read_text(encoding="utf8"))["check"] if chosen and chosen.exists() else 0.5
    right = hits(chances, [row["check_worthy"] for row in rows], at)
    yield Reached(f"check-worthiness F1 (from {at:g} on)", 0.90, right)


def loaded(args: argparse.Namespace) -> Iterator[Reached]:
    if not args.judge_folds:
        raise Skipped("it takes the weights of training's folds (`--judge-folds`, claims/language/training/README.md)")
    needed(ROOT / "claims" / "language" / "training" / "judge_evaluate.py")
    command = [args.training, "-m", "claims.language.training.judge_evaluate", "--data", args.data]
    printed = run([*command, "--minilm", args.minilm, "--out", args.judge_folds])
    yield Reached(
        "loaded sentences, macro F1, unseen topics", 0.78, found_in(r"(?i)unseen.*macro F1 ([\d.]+)", printed)
    )


def boilerplate(args: argparse.Namespace) -> Iterator[Reached]:
    pages = needed(args.data / "boilerplate" / "train.jsonl")
    if not args.boilerplate_folds:
        raise Skipped(
            "it takes the weights of training's folds (`--boilerplate-folds`, articles/segmentation/training/README.md)"
        )
    printed = run([sys.executable, HERE / "boilerplate.py", pages, "--folds", args.boilerplate_folds])
    yield Reached(
        "boilerplate lines F1, pages never seen",
        0.95,
        found_in(r"(?m)^boilerplate lines.*F1 by page ([\d.]+)", printed),
    )


def contradiction(args: argparse.Namespace) -> Iterator[Reached]:
    if not args.pair_folds:
        raise Skipped("the shipped weights have seen its pairs; it takes what training measured (`--pair-folds`)")
    figures = json.loads(needed(args.pair_folds / "figures.json").read_text(encoding="utf8"))
    yield Reached(
        "contradiction, FEVER-Symmetric, pairs never seen: accuracy", 0.65, figures["fever on folds not trained on"]
    )


def seeds(args: argparse.Namespace) -> Iterator[Reached]:
    needed(args.shared / "seeds")
    from tests.claims.language.test_seeds import GOLD, innermost, stretch

    right = of = 0
    for file, number, words, speaker in GOLD:
        if speaker is not None:
            quote = innermost(file, stretch(file, number, words))
            of += 1
            right += bool(quote and quote.speaker and quote.speaker.name == speaker)
    yield Reached("five seed articles: speakers right", 42, right, told=f"{right} of {of}")


def speed(args: argparse.Namespace) -> Iterator[Reached]:
    from tests.benchmarks.extract_speed import rate

    r = rate(args.articles)
    yield Reached("articles a minute a core, 900 pieces each", 150, r.a_minute, told=f"{r.a_minute:,.0f}")
    yield Reached("peak memory, MB", 700, r.peak_mb, at_most=True, told=f"{r.peak_mb:.0f}")


def growth(args: argparse.Namespace) -> Iterator[Reached]:
    if not args.growth:
        raise Skipped("it takes an hour: `--growth`, or tests/benchmarks/extract_speed.py by itself")
    from tests.benchmarks.extract_speed import growth as seconds_of
    from tests.benchmarks.extract_speed import steepest
    from tests.benchmarks.made_texts import KINDS

    most, kind = max((steepest(seconds_of(kind, 1_000_000, 120)), kind) for kind in KINDS)
    yield Reached(f"time for twice the text (the most: {kind})", 2.2, most, at_most=True, told=f"{most:.2f}")


MEASURES: tuple[Callable[[argparse.Namespace], Iterator[Reached]], ...] = (
    attribution, speakers, check_worthiness, claims, loaded, boilerplate, contradiction, seeds, speed, growth,
)  # fmt: skip


def extracting() -> list[str]:
    return [*MANAGE, "extract", "--jsonl"]


def engine() -> str:
    """The version that `extract` answers with here: the trained one, or the rules where the weights cannot be used."""
    from articles.segmentation import segment
    from claims.language import extract

    text = "“The gate is shut,” Joren Pell said."
    return extract(text, segment(text)).extractor


def needed(path: Path) -> Path:
    if not path.exists():
        raise Skipped(f"there is no {os.path.relpath(path, ROOT)}")
    return path


def lines_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in needed(path).read_text(encoding="utf8").splitlines()]


def run(command: Sequence[str | Path], missed: tuple[int, ...] = ()) -> str:
    """What the command prints. Raises Skipped where it fails; statuses in `missed` only say that a goal was."""
    done = subprocess.run(
        list(map(str, command)), cwd=ROOT, env=os.environ | ONE_THREAD, capture_output=True, text=True, check=False
    )
    if done.returncode and not (done.returncode in missed and done.stdout):
        last = (done.stderr.strip().splitlines() or ["no word why"])[-1]
        raise Skipped(f"the command ended with exit status {done.returncode}: {last}")
    return done.stdout


def scored(args: argparse.Namespace, scorer: str, *rest: str | Path) -> str:
    return run([sys.executable, needed(args.shared / "score" / scorer), *rest], missed=(1,))


def found_in(pattern: str, printed: str) -> float:
    found = re.search(pattern, printed)
    if not found:
        raise Skipped(f"its command printed nothing like {pattern!r}")
    return float(found[1])


def with_weights(ask: Callable):
    """What `ask` answers. Raises Skipped, with the engine's own sentence, where the weights cannot be used."""
    from claims.language.encoder.weights import WeightsError

    try:
        return ask()
    except WeightsError as error:
        raise Skipped(str(error).rstrip(".")) from error


def hits(chances: Sequence[float], gold: Sequence[bool], at: float) -> float:
    """F1 of the sentences whose chance is at least `at`."""
    taken = [chance >= at for chance in chances]
    both = sum(a and b for a, b in zip(taken, gold, strict=True))
    return 2 * both / max(1, sum(taken) + sum(gold))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--only", default="", help="one measure: " + ", ".join(m.__name__ for m in MEASURES))
    parser.add_argument("--into", type=Path, help="a page that takes the table in the place of the one before")
    parser.add_argument("--articles", type=int, default=60, help="articles that the speed is taken on")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--boilerplate-folds", type=Path)
    parser.add_argument("--judge-folds", type=Path)
    parser.add_argument("--pair-folds", type=Path)
    parser.add_argument("--training", default="python", help="Python of the training environment")
    parser.add_argument("--minilm", type=Path, help="folder of the unpacked encoder")
    args = parser.parse_args()
    args.shared = args.shared.resolve()
    args.data = args.shared / "data"
    rows, notes = [], []
    for measure in MEASURES:
        if args.only and args.only != measure.__name__:
            continue
        print(f"… {measure.__name__}", file=sys.stderr, flush=True)
        try:
            rows += [reached.row() for reached in measure(args)]
        except (Skipped, ImportError) as reason:
            notes.append(f"- {measure.__name__.replace('_', '-')} was left out: {reason}.")
    table = markdown(["measure", "goal", "reached", "goal reached"], rows)
    head = f"`{engine()}`, development data, {machine()}, one core:"
    deliver("\n\n".join([head, table, "\n".join(notes)]), "goals", args.into)


if __name__ == "__main__":
    main()
