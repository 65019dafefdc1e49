"""Copied passages, found or not, where the truth is known: paragraphs and sentences are copied between real articles at run time.

    python tests/benchmarks/shared_passages.py [--shared ../shared] [--rounds 5] [--seed 0] [--show]

No corpus marks what news outlets copied from each other, so this makes it: out of the articles of one event it takes a paragraph or
a sentence of one outlet, edits it as desks do (none to four words changed, dropped or added, a clause dropped, another house style, other quote
glyphs) and puts it into the next outlet's article, as a paragraph or inside one. Traps go in beside: somebody's words quoted by both with other
reporting words, and facts told in other words. Whatever else is found counts as wrong. Pairs of places are counted, precision,
recall and F1; a place is right where half of the shorter and three tenths of the longer stretch are common. `--show` prints what was missed or wrong.
The seed articles are printed last: what is found there as they are.
"""

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from articles.segmentation import segment
from articles.segmentation.spans import Kind
from claims.comparison.copied.passages import shared_passages
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import Place
from claims.comparison.found import SharedPassage
from claims.language.claims import sentences
from claims.language.marks import pair

GOAL = 0.95
LEAST_OWN = 12  # words outside marks in what is copied
MARKED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
CLAUSE = re.compile(
    r", (?:who|which|where|after|as|while|when|including|according|with|in|a|the)\b[^,.“”\"]{8,70}(?=[,.])"
)
STYLES = [
    (r"\bpercent\b", "per cent"),
    (r"\bU\.S\.(?! [A-Z])", "US"),
    (r"\bsaid on (?=\w+day)", "said "),
    (r"\bsaid (?=\w+day)", "said on "),
    (r"\b(?:President|Mr\.|Mrs\.|Ms\.|Sen\.|Rep\.) (?=[A-Z])", ""),
    (r"(\w{4,})iz(e|ed|es|ing|ation)\b", r"\1is\2"),
    (r"\b(\w{3,}[bln])or\b", r"\1our"),
    (r"\bten\b", "10"),
    (r"\btoward\b", "towards"),
    (r"—", " - "),
]
ADDED = ["also", "later", "however", "meanwhile", "reportedly", "already", "now", "again", "in fact", "last week"]
RETOLD = [
    (
        "The council voted by seven to four on Tuesday night to close the swimming baths in Merrow Street at the end of the month.",
        "Merrow Street's baths will shut when the month is out, after councillors backed the move on Tuesday with a majority of three.",
    ),
    (
        "Firefighters needed six hours to bring the blaze at the timber yard in Corrick under control, and two of them were taken to hospital.",
        "Two firefighters were hurt in Corrick, where a timber yard burned for six hours before crews had the fire under control.",
    ),
    (
        "The company, which employs 1,200 people in Eastquay, said it would move its head office to the capital next spring.",
        "Eastquay will lose a head office next spring: the firm, with a staff of 1,200 in the town, is off to the capital.",
    ),
    (
        "Governor Rafe Tollander has promised to sign the bill into law as soon as both chambers of the assembly have passed it.",
        "Once the assembly's two chambers agree, Governor Rafe Tollander will put his name to the bill, he has promised.",
    ),
    (
        "Police arrested a 34-year-old man near the harbour early on Saturday and charged him with arson and theft.",
        "A man of 34 faces charges of arson and theft after police caught him near the harbour in the early hours of Saturday.",
    ),
    (
        "Nearly a third of the bridges in the county were found to be in poor condition, according to a report published on Monday.",
        "A report out on Monday calls the condition of almost one in three of the county's bridges poor.",
    ),
]  # fmt: skip
REPORTING = [
    "a spokesman for the office told a group of reporters who had waited outside for most of the afternoon",
    "it was said later, in a message that the campaign passed on to several newspapers late at night",
    "was the answer when the question came up for the second time during a long evening in the state",
]


@dataclass(frozen=True, slots=True)
class Planted:
    """A copied stretch: where it stands in the first article and in the other, and how it was changed."""

    one: Place
    other: Place
    how: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[3] / "shared")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    groups = stories(args.shared)
    if not groups:
        sys.exit(f"{args.shared}: no articles to copy between (stories_dev, seeds)")
    counts: Counter[str] = Counter()
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for name, texts in groups.items():
        for round_ in range(args.rounds):
            measure(random.Random(f"{args.seed}/{name}/{round_}"), texts, counts, by_kind, show=args.show)
    print(
        f"copies planted {counts['planted']}, traps planted {counts['traps']}, in {args.rounds * len(groups)} stories"
    )
    for kind, count in sorted(by_kind.items()):
        print(f"  {kind:28} found {count['found']}/{count['planted']}")
    p, r = counts["right"] / max(1, counts["shown"]), counts["found"] / max(1, counts["planted"])
    f1 = 2 * p * r / max(1e-9, p + r)
    print(
        f"shared passages: precision {p:.3f} recall {r:.3f} F1 {f1:.3f} (goal {GOAL}); wrong {counts['shown'] - counts['right']}"
    )
    for name, texts in groups.items():
        found = shared_passages(story_of(texts))
        print(f"{name} as it is: {len(found)} found", *(f"\n    {told(texts, passage)}" for passage in found))
    sys.exit(0 if f1 >= GOAL else 1)


def stories(shared: Path) -> dict[str, list[str]]:
    """Name → the texts of one event's articles."""
    groups: dict[str, list[str]] = defaultdict(list)
    for path in sorted((shared / "data" / "stories_dev").glob("*.txt")):
        groups[path.stem.split("-")[0]].append(path.read_text(encoding="utf8"))
    groups["seeds"] = [path.read_text(encoding="utf8") for path in sorted((shared / "seeds").glob("*.txt"))]
    return {name: texts for name, texts in groups.items() if len(texts) > 1}


def story_of(texts: list[str]) -> Story:
    return Story(tuple(Copy(str(n), text, tuple(segment(text))) for n, text in enumerate(texts)))


def measure(
    dice: random.Random,
    texts: list[str],
    counts: Counter[str],
    by_kind: dict[str, Counter[str]],
    *,
    show: bool,
) -> None:
    known = shared_passages(story_of(texts))  # what is there already is neither right nor wrong
    made, planted, traps = plant(dice, texts)
    spoken = [said_in(text) for text in made]
    lost = [copy for copy in planted if any(inside(place, spoken) for place in (copy.one, copy.other))]
    planted = [
        copy for copy in planted if copy not in lost
    ]  # in the middle of a long quotation they are somebody's words
    counts["traps"] += traps
    story = story_of(made)
    found = shared_passages(story)
    pairs = [
        (a.place, b.place) for p in found for a, b in combinations(p.members, 2) if a.place.article != b.place.article
    ]
    for copy in planted:
        hit = any(near_pair(two, (copy.one, copy.other)) for two in pairs)
        counts["planted"] += 1
        counts["found"] += hit
        by_kind[copy.how]["planted"] += 1
        by_kind[copy.how]["found"] += hit
        if show and not hit:
            print(f"missed ({copy.how}):\n    {words(made, copy.one)!r}\n    {words(made, copy.other)!r}")
    old = [{fold(texts[m.place.article][m.place.start : m.place.end]) for m in passage.members} for passage in known]
    for two in pairs:
        if any(fold(words(made, place)) in held for held in old for place in two):
            continue
        if any(near_pair(two, (copy.one, copy.other)) for copy in lost):
            continue
        right = any(near_pair(two, (copy.one, copy.other)) for copy in planted)
        counts["shown"] += 1
        counts["right"] += right
        if show and not right:
            print(f"wrong:\n    {words(made, two[0])!r}\n    {words(made, two[1])!r}")


def said_in(text: str) -> list[tuple[int, int]]:
    """The paragraphs that stand in marks from end to end, their own marks or a quotation's that runs on over them."""
    body = [(p.start, p.end) for p in segment(text) if p.kind is Kind.BODY]
    marked = pair(text, body)
    return [
        (a, b)
        for a, b in body
        if sum(min(b, m.end) - max(a, m.start) for m in marked if m.start < b and a < m.end) > 0.9 * (b - a)
    ]


def inside(place: Place, spoken: list[list[tuple[int, int]]]) -> bool:
    return any(a <= place.start and place.end <= b for a, b in spoken[place.article])


def near_pair(two: tuple[Place, Place], other: tuple[Place, Place]) -> bool:
    a, b = sorted(two), sorted(other)
    return a[0].is_near(b[0]) and a[1].is_near(b[1])


def words(texts: list[str], place: Place) -> str:
    return texts[place.article][place.start : place.end]


def fold(text: str) -> str:
    return " ".join(WORD.findall(text.casefold()))


def told(texts: list[str], passage: SharedPassage) -> str:
    return f"{passage.reason}: " + " | ".join(
        f"{m.place.article}¶{m.paragraph} {words(texts, m.place)[:60]!r}" for m in passage.members
    )


# Planting


def plant(dice: random.Random, texts: list[str]) -> tuple[list[str], list[Planted], int]:
    """Texts with a copied paragraph, a copied sentence and the traps from each article in the next one."""
    bodies = [
        [text[p.start : p.end] for p in segment(text) if p.kind is Kind.BODY and p.duplicate_of is None]
        for text in texts
    ]
    taken: list[list[tuple[int, str, str, str]]] = [
        [] for _ in texts
    ]  # for the article: copied from, original, copy, how
    blocks = [list(body) for body in bodies]
    used: list[str] = []
    retold, reporting = dice.sample(RETOLD, len(RETOLD)), dice.sample(REPORTING, len(REPORTING))
    traps = 0
    for one in range(len(texts)):
        other = (one + 1) % len(texts)
        chosen = eligible([line for line in blocks[one] if line in bodies[one]])
        dice.shuffle(chosen)
        quota = {True: 2, False: 1}
        for whole, original in chosen:
            if not quota[whole] or any(original in line or line in original for line in used):
                continue
            quota[whole] -= 1
            used.append(original)
            how, copy = edited(dice, original, bodies)
            taken[other].append((one, original, copy, how))
            free = [n for n, line in enumerate(blocks[other]) if not any(words in line for words in used)]
            if whole or not free:
                blocks[other].insert(dice.randrange(1, len(blocks[other]) + 1), copy)
            else:
                at = dice.choice(free)
                blocks[other][at] = inserted(dice, blocks[other][at], copy)
        if one < min(len(retold), len(reporting)):
            quotable = [line for line in bodies[one] if not any(words in line for words in used)]
            traps += trap(dice, quotable, blocks[one], blocks[other], retold[one], reporting[one])
    made = ["\n\n".join(lines) for lines in blocks]
    planted = []
    for other, rows in enumerate(taken):
        for one, original, copy, how in rows:
            a, b = made[one].find(original), made[other].find(copy)
            if a >= 0 and b >= 0:
                planted.append(Planted(Place(one, a, a + len(original)), Place(other, b, b + len(copy)), how))
    return made, planted, traps


def eligible(body: list[str]) -> list[tuple[bool, str]]:
    """Paragraphs and single sentences that have enough of the outlet's own words: (whole paragraph, words)."""
    rows = []
    for paragraph in body:
        cut = [paragraph[a:b] for a, b in sentences(paragraph, 0, len(paragraph))]
        for whole, text in [(True, paragraph), *((False, sentence) for sentence in cut if len(cut) > 1)]:
            own = WORD.findall(MARKED.sub(" ", text))
            odd = text.count("“") != text.count("”") or text.count('"') % 2
            if len(own) >= LEAST_OWN and not odd and paragraph.count(text) == 1:
                rows.append((whole, text))
    return rows


def inserted(dice: random.Random, paragraph: str, sentence: str) -> str:
    """The sentence before, between or behind the paragraph's own."""
    if paragraph.count("“") != paragraph.count("”") or paragraph.count('"') % 2:
        return f"{sentence} {paragraph}"
    ends = [0, *(b for _, b in sentences(paragraph, 0, len(paragraph)))]
    at = dice.choice(ends)
    return " ".join(filter(None, (paragraph[:at].strip(), sentence, paragraph[at:].strip())))


def trap(
    dice: random.Random, body: list[str], here: list[str], there: list[str], retold: tuple[str, str], reporting: str
) -> int:
    """Put into both articles what looks alike and was not copied; how many."""
    here.insert(dice.randrange(1, len(here) + 1), retold[0])
    there.insert(dice.randrange(1, len(there) + 1), retold[1])
    quoted = [m.group() for paragraph in body for m in MARKED.finditer(paragraph) if len(m.group().split()) >= 8]
    if not quoted:
        return 1
    there.insert(dice.randrange(1, len(there) + 1), f"{dice.choice(quoted)} {reporting}.")
    return 2


# Editing


def edited(dice: random.Random, text: str, bodies: list[list[str]]) -> tuple[str, str]:
    """The text as a desk might print it: how it was changed, and the copy."""
    kinds: dict[str, Callable[[], str]] = {
        "word for word": lambda: text,
        "glyphs": lambda: other_glyphs(text),
        "house style": lambda: other_style(text),
        "one or two words": lambda: words_changed(dice, text, dice.randint(1, 2), bodies),
        "three or four words": lambda: words_changed(dice, text, dice.randint(3, 4), bodies),
        "clause dropped": lambda: CLAUSE.sub("", text, count=1),
        "clause dropped, style, words": lambda: words_changed(
            dice, other_style(CLAUSE.sub("", text, count=1)), dice.randint(1, 2), bodies
        ),
    }
    how = dice.choice(list(kinds))
    return how, kinds[how]()


def other_glyphs(text: str) -> str:
    straight = text.translate(str.maketrans("“”‘’", "\"\"''"))
    return straight if straight != text else re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’")


def other_style(text: str) -> str:
    for pattern, instead in STYLES:
        text = re.sub(pattern, instead, text)
    return text


def words_changed(dice: random.Random, text: str, count: int, bodies: list[list[str]]) -> str:
    """`count` words a sentence (at most one in six) replaced by others, dropped, or added; words in marks are left alone."""
    pool = [w for body in bodies for line in body for w in WORD.findall(line) if w.islower() and len(w) > 4]
    out = text
    for low, high in reversed(sentences(text, 0, len(text))):
        sentence = text[low:high]
        inside = [m.span() for m in MARKED.finditer(sentence)]
        free = [m for m in WORD.finditer(sentence) if not any(a <= m.start() < b for a, b in inside)]
        chosen = sorted(dice.sample(free, min(count, len(free) // 6)), key=lambda m: -m.start())
        for m in chosen:
            act = dice.choice(("replace", "replace", "drop", "add"))
            new = {"replace": dice.choice(pool), "drop": "", "add": f"{dice.choice(ADDED)} {m.group()}"}[act]
            sentence = sentence[: m.start()] + new + sentence[m.end() :]
        out = out[:low] + re.sub(r" {2,}", " ", sentence).strip() + out[high:]
    return out


if __name__ == "__main__":
    main()
