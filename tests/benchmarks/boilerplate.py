"""How well segmentation tells boilerplate on the 141 pages of the scrapinghub article-extraction benchmark (MIT).

    python tests/benchmarks/boilerplate.py PAGES.jsonl                    # the weights that ship: they have seen these pages
    python tests/benchmarks/boilerplate.py PAGES.jsonl --folds FOLDER     # each page by weights that never saw it
    python tests/benchmarks/boilerplate.py PAGES.jsonl --rules            # without the classifier

Each page is one JSON line: {"lines": [[line, belongs to the article body], ...]}; FOLDER is what
`python -m articles.segmentation.training.boilerplate PAGES.jsonl --folds FOLDER` writes. F1 is taken on each page, then the mean over pages.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from articles.segmentation import kinds, segment, trees

READINGS = {
    "boilerplate lines, strictly (kind is boilerplate, against lines outside the body)": ({"boilerplate"}, False),
    "boilerplate lines, with credits and captions, which the pages do not tell apart": (
        {"boilerplate", "caption", "credit"},
        False,
    ),
    "lines outside the body (any kind but body)": ({"boilerplate", "caption", "credit", "heading"}, False),
    "body lines (kind is body, against lines of the body)": ({"body"}, True),
    "the classifier's answer before the rules' kinds: lines outside the body": (set(), False),
}


def kinds_of_page(row: dict) -> list[tuple[str, bool, bool]]:
    """The kind of each line's paragraph, whether it belongs to the body, and whether the classifier alone leaves it out."""
    lines = [(" ".join(line.split()), body) for line, body in row["lines"] if line.strip()]
    body_at, start = {}, 0
    for line, body in lines:
        body_at[start] = body
        start += len(line) + 2
    text = "\n\n".join(line for line, _ in lines)
    spans = [span for span in segment(text) if span.start in body_at]
    scores = kinds.body_scores([text[span.start : span.end] for span in spans])
    outside = [score <= 0 for score in scores] if scores is not None else [False] * len(spans)
    return [(span.kind.value, body_at[span.start], out) for span, out in zip(spans, outside, strict=True)]


def pages(rows: list[dict], folds: Path | None, rules: bool) -> Iterator[list[tuple[str, bool, bool]]]:
    if rules:
        with mock.patch.object(trees, "load", side_effect=trees.WeightsError("Left out.")):
            yield from map(kinds_of_page, rows)
    elif folds is None:
        yield from map(kinds_of_page, rows)
    else:
        for folder in sorted(folds.glob("fold-*")):
            weights = trees.load(folder)
            with mock.patch.object(trees, "load", return_value=weights):
                yield from (kinds_of_page(rows[number]) for number in json.loads((folder / "pages.json").read_text()))


def f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / (2 * right + wrong + missed) if right + wrong + missed else 1.0


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("pages", type=Path)
    asked.add_argument("--folds", type=Path)
    asked.add_argument("--rules", action="store_true")
    given = asked.parse_args()
    read = list(pages([json.loads(line) for line in given.pages.read_text().splitlines()], given.folds, given.rules))
    print(f"{len(read)} pages, {sum(map(len, read)):,} lines")
    for name, (found, wanted) in READINGS.items():
        if given.rules and not found:
            continue
        counts = [
            Counter((kind in found if found else out, body is wanted) for kind, body, out in page) for page in read
        ]
        whole = sum(counts, Counter())
        by_page = mean(f1(count[True, True], count[True, False], count[False, True]) for count in counts)
        precision = whole[True, True] / (whole[True, True] + whole[True, False])
        recall = whole[True, True] / (whole[True, True] + whole[False, True])
        print(f"{name}: F1 by page {by_page:.3f}; all lines: precision {precision:.3f}, recall {recall:.3f}")
    inside = Counter(kind for page in read for kind, body, _ in page if body)
    print("lines of the body by kind:", ", ".join(f"{kind} {count}" for kind, count in inside.most_common()))


if __name__ == "__main__":
    main()
