"""Every measure that the comparison has a goal for, in one table: measure, goal, reached; what it would find without its parts; and its speed.

    python tests/benchmarks/comparison.py [--shared ../shared] [--only MEASURE] [--pile FOLDER] [--into docs/measurements.md]
    python tests/benchmarks/comparison.py --time COUNT          one measurement of a story of COUNT articles, as JSON
    python tests/benchmarks/comparison.py --equal-strings compare --json FILE...     the ablation, in the words of the contract

Stories and scorer stand beside the checkout (`--shared`); a measure whose data are missing is left out, with the reason under the table.
`--pile`: a folder of articles, each called STORY-OUTLET.txt, that a pile is made of besides the development stories. Whether a
shown conflict is one takes a reader, so that precision is not measured here. Speed is counted in processor time of one core, on invented
stories whose extraction is done; `first` has the loading of the encoder in it.
"""

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.goals import Reached, Skipped, found_in, needed, run
from tests.benchmarks.measuring import MANAGE, ONE_THREAD, ROOT, deliver, machine, markdown, peak_mb, to_one_core

HERE = Path(__file__).resolve()
PARTS = ("shared_passages", "chains_of", "origins_of", "utterances_of", "claims_of", "conflicts_of", "names_of")
CUTS = {"head cut", "tail cut", "inner cut", "ellipsis", "joined"}
ALTERED = {"word changed", "form changed", "pronoun shifted", "reordered", "bracketed insertion", "translation variant"}


def pairs(args: argparse.Namespace) -> Iterator[Reached]:
    printed = scored(args, "compare", *MANAGE)
    yield Reached("pairs of one utterance in two outlets, F1", 0.92, found_in(r"pair F1 ([\d.]+)", printed))
    joined, of = fraction(r"look-alikes joined (\d+)/(\d+)", printed)
    yield Reached("look-alikes joined, share", 0.03, joined / of, True, f"{joined} of {of}")
    found, known = fraction(r"conflicts found (\d+)/(\d+)", printed)
    yield Reached("known conflicts found, share", 0.5, found / known, told=f"{found} of {known}")
    taken, traps = fraction(r"traps taken (\d+)/(\d+)", printed)
    shown = found_in(r"shown in all (\d+)", printed)
    yield Reached(
        "traps taken for conflicts", 0, taken, True, f"{taken} of {traps} ({shown:.0f} conflicts shown in all)"
    )


def classes(args: argparse.Namespace) -> Iterator[Reached]:
    """Whether a variant's differences say what the gold says: the same, cut, or altered, against the longest variant."""
    folder = needed(args.data / "stories_dev")
    right = of = 0
    for story in json.loads((folder / "gold.json").read_text(encoding="utf8"))["triplets"]:
        files = [folder / f["file"] for f in story["files"]]
        found = json.loads(run([*MANAGE, "compare", "--json", *files]))
        for utterance in story["utterances"]:
            for member in utterance["members"]:
                if member["relation"] == "paraphrase" or not (variant := _variant(found, utterance, member)):
                    continue
                of += 1
                right += coarse(variant["differences"]) == member["relation"]
    if not of:
        raise Skipped("no variant of the gold was found")
    yield Reached("class of difference right: same, cut or altered", 0.85, right / of, told=f"{right / of:.3f} of {of}")


def coarse(differences: Sequence[dict[str, Any]]) -> str:
    """The gold's three relations out of the kinds of difference."""
    kinds = {d["kind"] for d in differences}
    return "altered" if kinds & ALTERED else "cut" if kinds & CUTS else "same"


def _variant(found: dict[str, Any], gold: dict[str, Any], member: dict[str, Any]) -> dict[str, Any] | None:
    """Our variant of a gold member, in the utterance that has most of the gold's other members too."""

    def near(one: dict[str, Any], other: dict[str, Any]) -> bool:
        common = min(one["end"], other["end"]) - max(one["start"], other["start"])
        lengths = sorted((one["end"] - one["start"], other["end"] - other["start"]))
        same_file = Path(one["file"]).name == Path(other["file"]).name
        return same_file and common >= 0.8 * lengths[0] and common >= 0.8 * lengths[1]

    held = [u for u in found["utterances"] if any(near(m, member) for m in u["members"])]
    best = max(held, key=lambda u: sum(any(near(m, g) for m in u["members"]) for g in gold["members"]), default=None)
    return next((m for m in best["members"] if near(m, member)), None) if best else None


def passages(args: argparse.Namespace) -> Iterator[Reached]:
    needed(args.data / "stories_dev")
    printed = run([sys.executable, HERE.with_name("shared_passages.py"), "--shared", args.shared], missed=(1,))
    planted = found_in(r"copies planted (\d+)", printed)
    figure = found_in(r"shared passages: .* F1 ([\d.]+)", printed)
    yield Reached(f"passages copied, {planted:.0f} copies planted: F1", 0.95, figure)


def grouping(args: argparse.Namespace) -> Iterator[Reached]:
    for folder, least in ((needed(args.data / "stories_dev"), 1.0), (args.pile, 0.96)):
        if folder:
            printed = run(scorer(args, folder, "group", *MANAGE), missed=(1,))
            articles, stories = fraction(r"(\d+) articles, (\d+) stories", printed)
            name = f"grouping {articles} articles of {stories} stories, B-cubed F1"
            yield Reached(name, least, found_in(r"F1 ([\d.]+)", printed))


def speed(args: argparse.Namespace) -> Iterator[Reached]:
    five, fifty, hundred = (timed(count) for count in (5, 50, 100))
    yield Reached(
        "seconds to compare 5 articles", 1, five["first"], True, f"{five['first']:.2f}, again {five['again']:.2f}"
    )
    told = f"{fifty['first']:.2f}, again {fifty['again']:.2f}"
    yield Reached("seconds to compare 50 articles", 10, fifty["first"], True, told)
    yield Reached("time for 100 articles, in times of 50", 2.5, hundred["again"] / fifty["again"], True)
    yield Reached("memory at its highest, 50 articles, MB", 700, fifty["peak_mb"], True, f"{fifty['peak_mb']:.0f}")


MEASURES: tuple[Callable[[argparse.Namespace], Iterator[Reached]], ...] = (pairs, classes, passages, grouping, speed)


def fraction(pattern: str, printed: str) -> tuple[int, int]:
    found = re.search(pattern, printed)
    if not found:
        raise Skipped(f"its command printed nothing like {pattern!r}")
    return int(found[1]), int(found[2])


def scorer(args: argparse.Namespace, gold: Path, what: str, *manage: str | Path) -> list[str | Path]:
    return [sys.executable, needed(args.shared / "score" / "stories.py"), "--gold", gold, what, "--", *manage]


def scored(args: argparse.Namespace, what: str, *manage: str | Path) -> str:
    """What the scorer prints of the development stories. Once for each command: the second time from memory."""
    key = (what, *manage)
    if key not in PRINTED:
        PRINTED[key] = run(scorer(args, needed(args.data / "stories_dev"), what, *manage), missed=(1,))
    return PRINTED[key]


PRINTED: dict[tuple[Any, ...], str] = {}


def ablations(args: argparse.Namespace) -> str:
    """The scorer's figures for the comparison, for it without the trained weights, and for equal strings alone."""
    rows = []
    for name, manage, environment in (
        ("equal strings alone", (sys.executable, HERE, "--equal-strings"), {}),
        ("the comparison without trained weights", MANAGE, {"NEWSDESK_WEIGHTS": "/nonexistent"}),
        ("the comparison", MANAGE, {}),
    ):
        before = dict(os.environ)
        os.environ |= environment
        printed = run(scorer(args, needed(args.data / "stories_dev"), "compare", *manage), missed=(1,))
        os.environ.clear()
        os.environ |= before
        figures = re.search(r"precision ([\d.]+) recall ([\d.]+) F1 ([\d.]+); recall (.*); equal", printed)
        alike = re.search(r"look-alikes joined (\d+/\d+)", printed)
        conflicts = re.search(r"conflicts found (\d+/\d+), traps taken (\d+/\d+)", printed)
        if not (figures and alike and conflicts):
            raise Skipped("the scorer printed no figures")
        rows.append([name, *figures.groups(), alike[1], *conflicts.groups()])
    return markdown(
        [
            "engine",
            "precision",
            "recall",
            "F1",
            "recall by kind",
            "look-alikes joined",
            "conflicts found",
            "traps taken",
        ],
        rows,
    )


def equal_strings(files: Sequence[str]) -> dict[str, Any]:
    """The contract's object with nothing but stretches in marks whose letters are the same joined: what a search would find."""
    from claims.comparison.as_json import contract
    from claims.comparison.found import Comparison
    from claims.comparison.reading import copy_of, story_of

    story = story_of(tuple(copy_of(name, Path(name).read_text(encoding="utf8")) for name in files))
    alike: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for copy in story.copies:
        for span in {(s.start, s.end) for quote in copy.quotes for s in quote.quoted}:
            words = copy.text[slice(*span)]
            member = {"file": copy.key, "start": span[0], "end": span[1], "text": words, "differences": []}
            alike[re.sub(r"\W+", "", words.lower())].append(member)
    joined = [members for members in alike.values() if len({m["file"] for m in members}) > 1]
    return contract(story, Comparison("equal-strings")) | {
        "utterances": [{"speaker": None, "members": members, "flags": []} for members in joined]
    }


def timed(count: int) -> dict[str, Any]:
    """A story of `count` invented articles compared in a process of its own on one core: see `time_here`."""
    done = subprocess.run(
        [sys.executable, HERE, "--time", str(count)],
        cwd=ROOT, env=os.environ | ONE_THREAD, capture_output=True, text=True, preexec_fn=to_one_core, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Skipped((done.stderr.strip().splitlines() or ["no word why"])[-1])
    return json.loads(done.stdout)


def time_here(count: int) -> dict[str, Any]:
    """Seconds of processor: `first` and `again` for the whole, each part of the second by name; memory in MB before and at its highest."""
    from claims.comparison import compare as module
    from claims.comparison.reading import copy_of, story_of
    from tests.benchmarks.made_stories import articles

    copies = tuple(copy_of(f"{n:04d}.txt", text) for n, text in enumerate(articles(count)))
    before = peak_mb(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    parts: Counter[str] = Counter()

    def watched(name: str, part: Callable[..., Any]) -> Callable[..., Any]:
        def timing(*words: Any, **named: Any) -> Any:
            began = time.process_time()
            try:
                return part(*words, **named)
            finally:
                parts[name] += time.process_time() - began

        return timing

    for name in PARTS:
        setattr(module, name, watched(name, getattr(module, name)))
    seconds = []
    for _ in range(2):
        parts.clear()
        began = time.process_time()
        found = module.compare(story_of(copies))
        seconds.append(time.process_time() - began)
    return {
        "articles": count,
        "first": seconds[0],
        "again": seconds[1],
        "parts": {name: round(parts[name], 3) for name in PARTS},
        "found": {
            name: len(getattr(found, name)) for name in ("passages", "origins", "utterances", "claims", "conflicts")
        },
        "mb_before": before,
        "peak_mb": peak_mb(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--only", default="", help="one measure: " + ", ".join(m.__name__ for m in MEASURES))
    parser.add_argument("--pile", type=Path, help="a folder of articles called STORY-OUTLET.txt")
    parser.add_argument("--into", type=Path, help="a page that takes the tables in the place of those before")
    parser.add_argument("--time", type=int, metavar="COUNT")
    parser.add_argument("--equal-strings", nargs=argparse.REMAINDER)
    args = parser.parse_args()
    if args.equal_strings is not None:
        print(json.dumps(equal_strings([word for word in args.equal_strings[1:] if word != "--json"])))
        return
    if args.time is not None:
        print(json.dumps(time_here(args.time)))
        return
    args.shared = args.shared.resolve()
    args.data = args.shared / "data"
    rows, notes = [], []
    for measure in MEASURES:
        if args.only in ("", measure.__name__):
            print(f"… {measure.__name__}", file=sys.stderr, flush=True)
            try:
                rows += [reached.row() for reached in measure(args)]
            except (Skipped, ImportError) as reason:
                notes.append(f"- {measure.__name__} was left out: {reason}.")
    parts = [
        f"Development data, {machine()}, one core:",
        markdown(["measure", "goal", "reached", "goal reached"], rows),
    ]
    parts += ["\n".join(notes)] if notes else []
    if not args.only:
        try:
            parts += ["What its parts are worth:", ablations(args)]
        except Skipped as reason:
            parts.append(f"- ablations were left out: {reason}.")
    deliver("\n\n".join(parts), "comparison", args.into)


if __name__ == "__main__":
    main()
