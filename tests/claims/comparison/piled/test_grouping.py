"""A pile of articles becomes stories: every article in one, those of one event together, with words why."""

import itertools
from datetime import date
from pathlib import Path

import pytest

from claims.comparison.piled import event_likeness as likeness
from claims.comparison.piled.grouping import TITLE_LENGTH, Piled, _groups, piled_of, stories_from_pile, title_of
from claims.language.encoder import weights

SAMPLES = Path(__file__).parents[4] / "newsdesk/samples"
SEEDS = Path(__file__).parents[5] / "shared/seeds"
DEV = Path(__file__).parents[5] / "shared/data/stories_dev"

FERRY_ONE = Piled(
    "one",
    "The ferry Lady Anwen ran aground off Port Sollis on Tuesday with 84 people aboard, the coastguard said. "
    "Captain Idris Mord called for tugs after the Lady Anwen struck the Carrow rocks. Nobody was hurt.",
    "Ferry with 84 aboard runs aground off Port Sollis",
)
FERRY_TWO = Piled(
    "two",
    "All 84 passengers were taken off the Lady Anwen, a ferry that hit the Carrow rocks near Port Sollis. "
    "Its captain, Idris Mord, said that the tugs came within the hour.",
    "Passengers safe after Lady Anwen strikes rocks",
)
FERRY_LATER = Piled(
    "later",
    "Port Sollis will get a new ferry, the county said. The vessel replaces the old Bryn Tawel on the island route "
    "and will carry 120 cars. Councillor Mared Pugh said the order would be signed in spring. A yard in Tarnholm builds "
    "the hull, engines come from Oskar & Lund, and the first timetable is due in autumn after sea trials.",
    "County orders new ferry for Port Sollis route",
)
TAX = Piled(
    "tax",
    "The finance ministry in Velmora wants to raise the levy on diesel by four cents, minister Oda Strand told parliament. "
    "Hauliers threatened to block the ring road.",
    "Velmora plans higher diesel levy",
)


def grouped(*pile):
    return [story.keys for story in stories_from_pile(pile)]


def test_articles_of_one_event_are_one_story_and_another_event_of_the_same_topic_is_its_own():
    assert grouped(FERRY_ONE, TAX, FERRY_TWO, FERRY_LATER) == [("one", "two"), ("tax",), ("later",)]


def test_without_weights_the_words_and_names_still_find_the_event(monkeypatch):
    def no_weights(texts):
        raise weights.WeightsError("There are no weights.")

    monkeypatch.setattr(likeness, "embed", no_weights)
    assert grouped(FERRY_ONE, TAX, FERRY_TWO, FERRY_LATER) == [("one", "two"), ("tax",), ("later",)]


def test_the_order_of_the_pile_changes_no_story():
    expected = {frozenset(keys) for keys in grouped(FERRY_ONE, TAX, FERRY_TWO, FERRY_LATER)}
    for order in itertools.permutations((FERRY_ONE, TAX, FERRY_TWO, FERRY_LATER)):
        assert {frozenset(keys) for keys in grouped(*order)} == expected


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (date(2031, 3, 4), date(2031, 3, 5), True),
        (date(2031, 3, 4), None, True),
        (None, None, True),
        (date(2031, 3, 4), date(2032, 9, 4), False),
    ],
)
def test_the_same_words_long_apart_tell_of_another_event(one, other, together, monkeypatch):
    monkeypatch.setattr(likeness, "_cosines", lambda counts: likeness.np.full((2, 2), 0.2))
    monkeypatch.setattr(likeness, "_vectors", lambda pile: likeness.np.full((2, 1), 0.8))
    odds = likeness.event_likeness([Piled("a", "x", published=one), Piled("b", "x", published=other)])
    assert bool(odds[0, 1] > 0) is together


def test_a_chain_of_look_alikes_does_not_pull_two_events_together():
    odds = likeness.np.array(
        [[0, 5, -9, -9], [5, 0, 1, -9], [-9, 1, 0, 5], [-9, -9, 5, 0]],
        float,
    )
    assert sorted(_groups(odds)) == [[0, 1], [2, 3]]


def test_groups_are_those_of_average_linkage_in_several_parts():
    odds = likeness.np.full((7, 7), -9.0)
    for a, b, value in ((0, 3, 4), (0, 5, 3), (3, 5, 2), (1, 6, 1)):
        odds[a, b] = odds[b, a] = value
    assert sorted(_groups(odds)) == [[0, 3, 5], [1, 6], [2], [4]]


def test_a_story_says_what_its_articles_name_and_takes_the_headline_of_the_most_central():
    story, *_ = stories_from_pile([FERRY_ONE, FERRY_TWO, TAX])
    assert story.title in {FERRY_ONE.headline, FERRY_TWO.headline}
    assert "Idris Mord" in story.reason
    assert len(story.reasons) == 2
    assert story.score > 0.5


def test_an_article_alone_says_so():
    _, tax = stories_from_pile([FERRY_ONE, TAX])
    assert tax.reason == "Nothing else in the pile is about the same event."
    assert tax.title == TAX.headline


@pytest.mark.parametrize(
    ("piled", "title"),
    [
        (Piled("a", "The tide rose.", "Tide rises"), "Tide rises"),
        (Piled("a", "The tide rose."), "The tide rose."),
        (Piled("a", ""), "Untitled"),
        (Piled("a", "tide " * 99), ("tide " * 24).strip() + " …"),
    ],
)
def test_a_title_is_the_headline_or_the_first_words(piled, title):
    assert title_of(piled) == title
    assert len(title_of(piled)) <= TITLE_LENGTH + 2


def test_nothing_and_next_to_nothing_are_grouped_without_complaint():
    assert stories_from_pile([]) == ()
    assert grouped(Piled("a", ""), Piled("b", "\n"), Piled("c", "…")) == [("a",), ("b",), ("c",)]


def test_the_same_copy_twice_is_one_story():
    assert grouped(FERRY_ONE, Piled("again", FERRY_ONE.text, FERRY_ONE.headline)) == [("one", "again")]


def of_files(*paths):
    return stories_from_pile([piled_of(str(path), path.read_text(encoding="utf8")) for path in paths])


def test_the_samples_are_two_stories():
    paths = sorted(SAMPLES.glob("*/*.txt"))
    assert {frozenset(Path(key).parent.name for key in story.keys) for story in of_files(*paths)} == {
        frozenset({"bridge"}),
        frozenset({"water"}),
    }
    assert len(of_files(*paths)) == 2


@pytest.mark.skipif(not SEEDS.exists() or not DEV.exists(), reason="the folder ../shared is not here")
def test_the_seeds_and_the_stories_of_three_outlets_come_out_as_they_are():
    stories = of_files(*sorted(SEEDS.glob("*.txt")), *sorted(DEV.glob("*.txt")))
    found = [
        {Path(key).name.split("-")[0] if "-" in key.rsplit("/")[-1] else "seeds" for key in s.keys} for s in stories
    ]
    assert all(len(names) == 1 for names in found)
    assert len(stories) == 9
