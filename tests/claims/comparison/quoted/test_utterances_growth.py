"""Hostile copy takes time by its length: twice the text, at most three times the time. Quotes made by hand, invented words."""

import random
from dataclasses import replace
from time import process_time

import pytest

from articles.segmentation import segment
from claims.comparison.copies import Copy, Story
from claims.comparison.quoted.utterances import utterances_of
from claims.language.spans import Cue, Quote, QuoteKind, Span, Speaker
from claims.language.words import listed

MOST = 3.0
FLOOR = 0.15  # seconds below which nothing is measured
WORDS = sorted(
    listed("""
    harbour bridge ferry docker council winter market school river tower garden window letter captain signal station village
    mountain forest island copper silver engine carpet bottle candle hammer ladder mirror needle pencil pocket ribbon saddle
    ticket tunnel valley wagon yellow basket button camera cotton cousin dragon farmer finger guitar
    """)
)
SAID = "We will mend the old bridge by spring"
Part = tuple[str, str | None]  # words in marks, speaker


def article(number: int, parts: list[Part], *, breath: bool = False, lines: bool = True, marks: bool = True) -> Copy:
    """`breath`: all of it is one quote's; `lines`: a paragraph each; `marks`: read as quotes, else reported words."""
    text, quotes = "", []
    for n, (words, who) in enumerate(parts):
        start = len(text) + marks
        end = start + len(words)
        text += f"“{words}”" if marks else words
        speaker = Speaker(len(text) + 2, len(text) + 2 + len(who), who, who) if who else None
        text += f", {who or 'nobody'} said.{'\n\n' if lines else ' '}"
        cue = Cue(len(text) - 7, len(text) - 3, "said")
        kind = QuoteKind.DIRECT if marks else QuoteKind.INDIRECT
        quoted = (Span(start, end),) if marks else ()
        quotes.append(Quote(start, end, words, kind, quoted, speaker, cue, (), 0 if breath else n, False, 0.9))
    return Copy(f"{number}", text, tuple(segment(text)), tuple(quotes), outlet=f"{number}")


def same(parts: list[Part], outlets: int = 3, **more: bool) -> Story:
    return Story(tuple(article(n, parts, **more) for n in range(outlets)))


def some(seed: int, count: int) -> str:
    dice = random.Random(seed)
    return " ".join(dice.choice(WORDS) for _ in range(count))


def distinct(size: int, words: int, who: str | None = "Ines Calder") -> list[Part]:
    return [(some(n, words), who) for n in range(size)]


def cut_short(size: int) -> Story:
    whole = [(f"We {some(n, 8)} but {some(-n - 1, 6)}", "Ines Calder") for n in range(size)]
    short: list[Part] = [(words.split(" but ")[0], who) for words, who in whole]
    return Story((article(0, list(whole)), article(1, short), article(2, short)))


def reported(size: int) -> Story:
    parts = distinct(size, 9)
    return Story((article(0, parts), article(1, parts, marks=False), article(2, parts, marks=False)))


def changed(size: int) -> Story:
    whole = some(1, 10 * size).split()
    other = [word if n % 50 else "changed" for n, word in enumerate(whole)]
    return Story(tuple(article(n, [(" ".join(words), "Ines Calder")]) for n, words in enumerate((whole, other))))


KINDS = {
    "a letter in marks over and over": lambda size: same([("a", None)] * 4 * size),
    "a word in marks over and over": lambda size: same([("yes", None)] * size),
    "two words of one speaker over and over": lambda size: same([("old bridge", "Ines Calder")] * size),
    "all of that in one paragraph": lambda size: same([("old bridge", "Ines Calder")] * size, lines=False),
    "a sentence of nobody over and over": lambda size: same([(SAID, None)] * size),
    "distinct short quotes of one speaker": lambda size: same(distinct(size, 2)),
    "distinct short quotes of a foreigner": lambda size: replace(
        same(distinct(size, 2)), languages={"Ines Calder": "ru"}
    ),
    "distinct short quotes in one breath": lambda size: same(distinct(size, 2), breath=True),
    "distinct sentences of nobody": lambda size: same(distinct(size, 12, None), lines=False),
    "the same words of ever other speakers": lambda size: same(
        [("the old bridge", f"{some(n, 1).title()} {some(-n, 1).title()}{n}") for n in range(size)]
    ),
    "cuts before contrasts": lambda size: cut_short(size // 2),
    "reported words": reported,
    "marks inside marks": lambda size: same(
        [("we say " + " ".join(f"‘{some(n, 2)}’ and" for n in range(size)), "Ines Calder")], 2
    ),
    "one long quote twice": lambda size: same([(some(1, 40 * size), "Ines Calder")], 2),
    "one long quote with changes": lambda size: changed(4 * size),
    "one long quote of one word": lambda size: Story(
        tuple(article(n, [("yes " * (20 * size + 7 * n), "Ines Calder")]) for n in range(2))
    ),
    "more and more outlets": lambda size: same([(SAID, "Ines Calder"), (some(1, 9), None)] * 2, size // 4),
}


def seconds(made: Story) -> float:
    began = process_time()
    utterances_of(made)
    return process_time() - began


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_text_takes_little_more_than_twice_the_time(kind):
    """Other processes only ever add time, so that the least of several tries comes nearest; squared growth is four times."""
    once, twice = KINDS[kind](300), KINDS[kind](600)
    least = [float("inf"), float("inf")]
    for _ in range(6):
        least = [min(least[0], seconds(once)), min(least[1], seconds(twice))]
        if least[1] < MOST * max(least[0], FLOOR):
            return
    assert least[1] < MOST * max(least[0], FLOOR), least


@pytest.mark.parametrize("who", ["Ines Calder", None])
def test_thirty_outlets_with_one_statement_have_one_utterance(who):
    made = same([(f"{SAID}, but only if the council pays", who), (SAID, who)], 30)
    [utterance] = utterances_of(made)
    assert {m.place.article for m in utterance.members} == set(range(30))
    assert len(utterance.members) == 60
    assert not utterance.flags  # each outlet goes on beside its cut
    assert seconds(made) < 2


def test_one_long_quote_of_twenty_thousand_words_is_compared_to_its_end():
    whole = some(1, 20_000).split()
    other = [*whole[:15_000], "unexpectedly", *whole[15_001:]]
    made = Story(tuple(article(n, [(" ".join(words), "Ines Calder")]) for n, words in enumerate((whole, other))))
    [utterance] = utterances_of(made)
    found = [d for m in utterance.members for d in m.differences if d.kind.value != "same"]
    assert [(d.kind.value, d.words in (whole[15_000], "unexpectedly")) for d in found] == [("word changed", True)]


def test_a_fragment_from_deep_within_a_long_quote_is_found():
    whole = some(1, 3_000).split()
    made = Story(
        (article(0, [(" ".join(whole), "Ines Calder")]), article(1, [(" ".join(whole[2_500:2_512]), "Ines Calder")]))
    )
    [utterance] = utterances_of(made)
    assert [d.kind.value for d in utterance.members[1].differences] == ["head cut", "tail cut"]
