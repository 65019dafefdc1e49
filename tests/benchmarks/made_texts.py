"""Invented articles and hostile text of any length for the speed benchmarks."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "newsdesk" / "samples"
TOKEN = re.compile(r"\w+|[^\w\s]")
PIECES_A_TOKEN = 1.05  # MiniLM's tokenizer on the samples: 1.04 to 1.06 word pieces for each word or mark
FIRST = (
    "Ada",
    "Berit",
    "Cosmo",
    "Dorrit",
    "Egon",
    "Fenna",
    "Gus",
    "Hanne",
    "Ivo",
    "Jorun",
    "Klaas",
    "Lotte",
    "Milo",
    "Nell",
    "Otto",
    "Runa",
)
STEMS = (
    "Arn",
    "Bel",
    "Cor",
    "Dun",
    "Esk",
    "Fal",
    "Gor",
    "Hel",
    "Ing",
    "Jar",
    "Kel",
    "Lor",
    "Mar",
    "Nor",
    "Orr",
    "Pel",
    "Rud",
    "Sol",
    "Tor",
    "Vas",
)
ENDS = (
    "by",
    "dal",
    "ek",
    "feld",
    "gard",
    "holm",
    "ing",
    "ke",
    "low",
    "mere",
    "ness",
    "ow",
    "path",
    "quist",
    "row",
    "stad",
    "ver",
    "wick",
    "yard",
)


def paragraphs(seed: int) -> Iterator[str]:
    """The text samples' paragraphs without end, in changing order, each with names and numbers of its own."""
    dice = random.Random(seed)
    known = [
        line
        for file in sorted(SAMPLES.rglob("*.txt"))
        for line in file.read_text(encoding="utf8").splitlines()
        if len(line) > 80
    ]
    while True:
        for line in dice.sample(known, len(known)):
            line = re.sub(r"\d+", lambda m: str(dice.randrange(2, 10 ** len(m.group()) + 2)), line)
            yield re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?", lambda _: name(dice), line)


def name(dice: random.Random) -> str:
    """One of 115,520 invented people."""
    return f"{dice.choice(FIRST)} {dice.choice(STEMS)}{dice.choice(ENDS)}{dice.choice(ENDS)}"


def article(pieces: int, seed: int) -> str:
    """An article of about so many word pieces."""
    chosen: list[str] = []
    count = 0.0
    for line in paragraphs(seed):
        chosen.append(line)
        count += len(TOKEN.findall(line)) * PIECES_A_TOKEN
        if count >= pieces:
            return "\n\n".join(chosen)
    raise AssertionError("paragraphs never end")


def ordinary(size: int) -> str:
    """`size` characters of articles one after another."""
    chosen, count = [], 0
    for line in paragraphs(size):
        chosen.append(line)
        count += len(line) + 2
        if count >= size:
            break
    return "\n\n".join(chosen)[:size]


def people(size: int) -> str:
    """Hardly anything but new people who speak."""
    dice = random.Random(size)
    line = "Mr. {} said that {} had lied. “It is {},” she told {}.\n\n"
    return "".join(line.format(*(name(dice) for _ in range(4))) for _ in range(size // 60 + 1))[:size]


def repeated(unit: str) -> Callable[[int], str]:
    """A text that is `unit` over and over."""
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def unclosed(size: int) -> str:
    """Ordinary paragraphs with one quotation mark too many in each."""
    return re.sub(r"(?m)^(?=.)", "“", ordinary(size))[:size]


def on_one_line(size: int) -> str:
    """Ordinary text whose line ends are lost."""
    return ordinary(size).replace("\n\n", " ")[:size]


KINDS: dict[str, Callable[[int], str]] = {
    "ordinary text": ordinary,
    "ordinary text on one line": on_one_line,
    "a mark too many in each paragraph": unclosed,
    "hardly anything but people who speak": people,
    'straight quotation marks: """': repeated('"'),
    "opening marks: “““": repeated("“"),
    "pairs of marks: “”“”": repeated("“”"),
    "short quotations: “a” “a”": repeated("“a” "),
    "short quotations, a line each": repeated("“a b c,” he said.\n"),
    "nested marks: “‘“‘ … ’”’”": lambda size: "“‘" * (size // 4) + "’”" * (size // 4),
    "apostrophes: '''": repeated("'"),
    "curly apostrophes: ’’’": repeated("’"),
    "opening brackets: (((": repeated("("),
    "brackets: ()[]()[]": repeated("()[]"),
    "dashes: ———": repeated("—"),
    "stops: ...": repeated("."),
    "one endless word": repeated("word"),
    "one endless Word of capitals": repeated("aB."),
    "sentences without spaces": lambda size: re.sub(r"\s", "", ordinary(size * 6 // 5 + 80))[:size],
    "line ends only": repeated("\n"),
    "a letter a line": repeated("a\n"),
    "spaces only": repeated(" "),
    "zero-width characters": repeated("a\u200b\u200d\u2060"),
    "combining marks": repeated("a\u0301\u0302"),
    "emoji": repeated("👩‍👩‍👧‍👦🌊"),
    "clauses that never end: , who said": repeated("Mr. Vale, who said that "),
}
