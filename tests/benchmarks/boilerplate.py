"""How well segmentation tells boilerplate on the 141 pages of the scrapinghub article-extraction benchmark (MIT).

    python tests/benchmarks/boilerplate.py ../shared/data/boilerplate/train.jsonl

Each page is one JSON line: {"lines": [[line, belongs to the article body], ...]}. A line counts as found when its
paragraph is boilerplate, as kept when it is body or heading.
"""

import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from articles.segmentation import segment


def main(path: str) -> None:
    seen: Counter[tuple[str, bool]] = Counter()
    for page in map(json.loads, Path(path).read_text().splitlines()):
        lines = [(" ".join(line.split()), body) for line, body in page["lines"] if line.strip()]
        text = "\n\n".join(line for line, _ in lines)
        body_at, start = {}, 0
        for line, body in lines:
            body_at[start] = body
            start += len(line) + 2
        seen.update((span.kind.value, body_at[span.start]) for span in segment(text) if span.start in body_at)
    outside = sum(count for (_, body), count in seen.items() if not body)
    inside = sum(count for (_, body), count in seen.items() if body)
    marked = seen["boilerplate", False] + seen["boilerplate", True]
    print(
        f"boilerplate: precision {seen['boilerplate', False] / marked:.3f}, recall of lines outside the body {seen['boilerplate', False] / outside:.3f}"
    )
    print(f"lines outside the body given any kind but body: {1 - seen['body', False] / outside:.3f}")
    print(f"body lines kept as body or heading: {(seen['body', True] + seen['heading', True]) / inside:.3f}")


if __name__ == "__main__":
    main(sys.argv[1])
