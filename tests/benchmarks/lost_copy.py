"""How much of what annotators marked in clean articles segmentation would keep from the language engine.

    python tests/benchmarks/lost_copy.py ../shared/data

Counts the characters of PolNeAR's gold attributions (dev) and of the claims of claims_dev that stand in paragraphs whose kind is boilerplate or
credit, and the articles that the classifier would be shown. `--always` shows it every article.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from articles.segmentation import by_page, kinds, segment

Spans = list[tuple[int, int]]


def marked(data: Path) -> Iterator[tuple[str, str, Spans]]:
    """The set, the text and the marked spans of each article."""
    for line in (data / "polnear" / "dev.jsonl").read_text().splitlines():
        row = json.loads(line)
        yield (
            "polnear/dev attributions",
            row["text"],
            [tuple(span) for one in row["attributions"] for part in one.values() for span in part],
        )
    for name, gold in json.loads((data / "claims_dev" / "gold.json").read_text())["claims"].items():
        text = (data / "claims_dev" / name).read_text()
        yield "claims_dev claims", text, [(claim["start"], claim["end"]) for claim in gold["claims"]]
    for file in sorted((data / "stories_dev").glob("*.txt")):
        text = file.read_text()
        yield "stories_dev, every word", text, [(0, len(text))]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", type=Path)
    asked.add_argument("--always", action="store_true")
    asked.add_argument("--rules", action="store_true")
    given = asked.parse_args()
    totals: dict[str, list[int]] = {}
    for name, text, spans in marked(given.data):
        shown = given.always or by_page.is_page([text[span.start : span.end] for span in segment(text)])
        with mock.patch.object(kinds, "is_page", return_value=shown and not given.rules):
            silent = [span for span in segment(text) if span.kind in ("boilerplate", "credit")]
        total = totals.setdefault(name, [0, 0, 0, 0])
        total[0] += 1
        total[1] += shown
        total[2] += sum(end - start for start, end in spans)
        total[3] += sum(max(0, min(end, one.end) - max(start, one.start)) for start, end in spans for one in silent)
    for name, (articles, shown, characters, lost) in totals.items():
        print(
            f"{name}: {articles} articles, {shown} shown to the classifier, {lost:,} of {characters:,} marked characters lost"
        )


if __name__ == "__main__":
    main()
