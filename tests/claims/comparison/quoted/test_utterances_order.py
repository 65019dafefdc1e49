"""What is found does not hang on the order in which a story's articles came: all of it, over permutations of made stories, of the
project's samples and of the seeds."""

import random
import re
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.comparison.copies import Story
from claims.comparison.decisions import About, Decisions, Pair, Place
from claims.comparison.quoted.utterances import utterances_of
from claims.comparison.reading import copy_of, story_of
from tests.claims.comparison.made import quote, story

SEEDS = Path(__file__).resolve().parents[5] / "shared" / "seeds"
SAMPLES = Path(__file__).resolve().parents[4] / "newsdesk" / "samples"
SAID = st.sampled_from(
    (
        "We will mend the old bridge by spring and the ferry will run until then",
        "We will mend the old bridge by spring",
        "We will repair the old bridge by spring",
        "mend the old bridge … and the ferry will run",
        "the ferry will run until then, but nobody pays for it",
        "the ferry will run until then",
        "old bridge",
        "an act of spite and an act of wrath",
        "act of spite",
        "act of wrath",
        "yes",
    )
)
SPEAKERS = st.sampled_from(
    (None, "Ines Calder", "Karl Orr", "Calder", "Ines Calder and Karl Orr", "the Harbour Board", "a spokesman")
)
OUTLETS = st.lists(st.lists(st.tuples(SAID, SPEAKERS), min_size=1, max_size=4), min_size=2, max_size=4)


def found(made: Story) -> list[tuple[object, ...]]:
    """All that is found, with articles by their outlet instead of by their number."""

    def where(at: Place) -> tuple[str, int, int]:
        return made.copies[at.article].key, at.start, at.end

    out = []
    for u in utterances_of(made):
        members = sorted((where(m.place), repr(replace(m, place=Place(0, 0, 0)))) for m in u.members)
        out.append((members, where(u.members[u.reference].place), u.speaker, u.flags, u.score, u.reason))
    return sorted(out, key=repr)


def permuted(made: Story, order: tuple[int, ...]) -> Story:
    """The same story with its articles, and what was decided of them, in another order."""
    at = {old: new for new, old in enumerate(order)}

    def moved(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        return tuple(
            replace(
                p, one=replace(p.one, article=at[p.one.article]), other=replace(p.other, article=at[p.other.article])
            )
            for p in pairs
        )

    was = made.decisions
    references = tuple(replace(place, article=at[place.article]) for place in was.references)
    decisions = Decisions(moved(was.joined), moved(was.parted), references)
    return replace(made, copies=tuple(made.copies[n] for n in order), decisions=decisions)


def of(outlets: list[list[tuple[str, str | None]]]) -> Story:
    texts, quotes = {}, {}
    for number, told in enumerate(outlets):
        name = f"outlet {number}"
        texts[name] = "\n\n".join(
            f"It rained in Tollmouth, and “{said},” {who or 'someone'} said." for said, who in told
        )
        quotes[name] = [
            quote(texts[name], said, who, nth=[s for s, _ in told[: n + 1]].count(said) - 1, utterance=n)
            if sum(said in other for other, _ in told) == [s for s, _ in told].count(said)
            else quote(texts[name], f"{said},", who, utterance=n)
            for n, (said, who) in enumerate(told)
        ]
    return story(texts, quotes=quotes)


@settings(max_examples=60, deadline=None)
@given(OUTLETS)
def test_every_order_of_the_articles_gives_the_same(outlets):
    made = of(outlets)
    first = found(made)
    for order in permutations(range(len(outlets))):
        assert found(permuted(made, order)) == first


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_what_staff_decided_holds_in_every_order(order):
    whole = "We will mend the old bridge by spring and the ferry will run until then"
    made = of([[(whole, "Ines Calder")], [(whole, "Ines Calder")], [("mend the old bridge by spring", "Ines Calder")]])
    places = [
        Place(n, at, at + len(words))
        for n, words in enumerate((whole, whole, "mend the old bridge by spring"))
        for at in [made.copies[n].text.index(words)]
    ]
    apart = replace(
        made, decisions=Decisions(parted=(Pair(About.UTTERANCE, places[0], places[2]),), references=(places[1],))
    )
    moved = permuted(apart, order)
    assert found(moved) == found(apart)
    assert found(apart) != found(made)
    [utterance] = utterances_of(moved)
    assert [m.place for m in utterance.members] == sorted(m.place for m in utterance.members)
    assert moved.copies[utterance.members[utterance.reference].place.article].key == "outlet 1"


def _check_some_orders(made: Story) -> None:
    first = found(made)
    assert first
    every = list(permutations(range(len(made.copies))))
    for order in random.Random(4).sample(every, min(len(every), 8)):
        assert found(permuted(made, order)) == first


def test_every_order_of_a_sample_s_articles_gives_the_same():
    paths = sorted((SAMPLES / "bridge").glob("*.txt"))
    _check_some_orders(story_of(tuple(copy_of(path.name, path.read_text(encoding="utf8")) for path in paths)))


@pytest.mark.parametrize("marks", ['""', "«»", "„“", "‘’", "„”"])
def test_marks_of_every_kind_give_the_same_utterances(marks):
    texts = [path.read_text(encoding="utf8") for path in sorted((SAMPLES / "bridge").glob("*.txt"))]
    other = [re.sub(r"“([^“”\n]*)”", rf"{marks[0]}\1{marks[1]}", text) for text in texts[::2]]
    plain, mixed = (
        found(story_of(tuple(copy_of(str(n), text) for n, text in enumerate(each))))
        for each in (texts, [other[n // 2] if n % 2 == 0 else text for n, text in enumerate(texts)])
    )
    assert plain
    assert [members for members, *_ in mixed] == [members for members, *_ in plain]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the folder shared/seeds is not here")
def test_every_order_of_the_seeds_articles_gives_the_same():
    paths = sorted(SEEDS.glob("*.txt"))
    _check_some_orders(story_of(tuple(copy_of(path.name, path.read_text(encoding="utf8")) for path in paths)))
