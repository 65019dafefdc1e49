"""Invented stories of any number of articles for the comparison's benchmarks: outlets that copy, cut and change the same copy."""

import random
import re
from collections.abc import Sequence
from functools import cache

from tests.benchmarks.made_texts import SAMPLES, TOKEN, paragraphs

QUOTED = re.compile(r"“([^“”]{60,})”")


def articles(count: int, seed: int = 0, words: int = 600) -> list[str]:
    """`count` articles of about `words` words on one event: two thirds out of the sample story's paragraphs, some of their quotes
    cut and some numbers changed; one third of each outlet's own, with other people in it."""
    return [_article(random.Random(f"{seed}/{number}"), seed * 10_000 + number, words) for number in range(count)]


def _article(dice: random.Random, seed: int, words: int) -> str:
    common = dice.sample(_common(), len(_common()))
    own = paragraphs(seed)
    chosen: list[str] = []
    while (length := sum(len(TOKEN.findall(line)) for line in chosen)) < words:
        line = next(own) if length > words * 2 // 3 or not common else _retold(dice, common.pop())
        chosen.append(line)
    dice.shuffle(chosen)
    return "\n\n".join(chosen)


def _retold(dice: random.Random, line: str) -> str:
    if dice.random() < 0.4:
        line = QUOTED.sub(lambda m: f"“{_cut(dice, m[1].split())}”", line)
    if dice.random() < 0.1:
        line = re.sub(r"\d+", lambda m: str(int(m[0]) + 1), line, count=1)
    return line


def _cut(dice: random.Random, words: Sequence[str]) -> str:
    start = dice.randrange(0, len(words) // 3)
    return " ".join(words[start : dice.randrange(len(words) * 2 // 3, len(words) + 1)])


@cache
def _common() -> tuple[str, ...]:
    """The paragraphs of the first sample story, each once, in an order that never changes."""
    from articles.reading import read_file

    files = sorted(path for path in (SAMPLES / "bridge").iterdir() if path.is_file())
    lines = [line for f in files for line in read_file(f.read_bytes(), name=f.name).text.splitlines() if len(line) > 80]
    return tuple(dict.fromkeys(lines))
