"""Numbers of news copy: what they say, and which of them may be told of the same count."""

from math import inf

import pytest

from articles.segmentation import segment
from claims.comparison.conflicts.quantities import agree, quantities
from claims.comparison.conflicts.told import told_in
from claims.comparison.copies import Copy, Story

READ = [
    ("Cracks were found in two plates.", (2, 2, "")),
    ("Some 14,000 vehicles crossed.", (12600, 15400, "")),
    ("About 14,000 vehicles crossed.", (12600, 15400, "")),
    ("Roughly $700 billion was saved.", (630e9, 770e9, "$")),
    ("It cost $716 billion.", (716e9, 716e9, "$")),
    ("It cost 2.4 million crowns.", (2.4e6, 2.4e6, "crown")),
    ("At least 30 ships sank.", (30, inf, "")),
    ("More than 30 ships sank.", (30, inf, "")),
    ("Over 20 ships sank.", (20, inf, "")),
    ("Up to 30 ships sank.", (0, 30, "")),
    ("Fewer than 30 ships sank.", (0, 30, "")),
    ("Nearly 50 ships sank.", (45, 50, "")),
    ("No fewer than 12 ships sank.", (12, inf, "")),
    ("Twenty-six ships sank.", (26, 26, "")),
    ("Twelve ships sank.", (12, 12, "")),
    ("Three hundred ships sank.", (300, 300, "")),
    ("Two dozen ships sank.", (24, 24, "")),
    ("Dozens of ships sank.", (20, 200, "")),
    ("A dozen ships sank.", (11, 13, "")),
    ("Hundreds of ships sank.", (150, 3000, "")),
    ("A handful of ships sank.", (2, 9, "")),
    ("Several ships sank.", (3, 20, "")),
    ("Between six and eight ships sank.", (6, 8, "")),
    ("Six to eight ships sank.", (6, 8, "")),
    ("Repairs take six to eight weeks.", (6, 8, "week")),
    ("It takes 2 to 3 million years.", (2e6, 3e6, "year")),
    ("Turnout was 54 per cent.", (54, 54, "%")),
    ("Turnout was 54%.", (54, 54, "%")),
    ("Turnout rose by 6 percentage points.", (6, 6, "points")),
    ("The detour is 23 kilometres.", (23, 23, "km")),
    ("She is a 21-year veteran.", (21, 21, "year")),
    ("He faces a 60-day suspension.", (60, 60, "day")),
    ("He had twice been warned.", (2, 2, "times")),
    ("He was warned three times.", (3, 3, "times")),
    ("He was warned several times.", (3, inf, "times")),
    ("The vote was 228 to 191.", (228.0191, 228.0191, "votes")),
    ("The council voted 51-49.", (51.0049, 51.0049, "votes")),
    ("One in four homes failed.", (22, 28, "%")),
    ("Five litres were given out.", (5, 5, "litre")),
    ("A crowd of 1,240 came.", (1240, 1240, "")),
    ("It weighs 30 tonnes.", (30, 30, "ton")),
    ("Eleven of them drowned.", (11, 11, "")),
]
NO_NUMBERS = [
    "It sank in 2012.",
    "It sank on 3 March.",
    "It sank at 5.40 a.m.",
    "Flight 212 was late.",
    "No. 10 said nothing.",
    "He came back once the rain had stopped.",
    "One may ask why.",
    "The post 1449075600 is gone.",
]
AGREE = [
    ("$716 billion", "roughly $700 billion"),
    ("at least 30 ships", "more than 30 ships"),
    ("more than 5,000 troops", "5,200 troops"),
    ("over 20 years", "21 years"),
    ("20 years", "21 years"),
    ("50 dead", "50 dead"),
    ("dozens of ships", "45 ships"),
    ("14,000 cars", "13,800 cars"),
    ("2.4 million crowns", "2.38 million crowns"),
    ("six to eight weeks", "six weeks"),
    ("scores of ships", "53 ships"),
    ("at least 53 ships", "53 ships"),
    ("nearly 50 ships", "49 ships"),
    ("twice", "two times"),
]
DISAGREE = [
    ("two ships", "four ships"),
    ("50 ships", "53 ships"),
    ("2.4 million crowns", "4.2 million crowns"),
    ("about 14,000 cars", "nearly 19,000 cars"),
    ("twice", "several times"),
    ("228 to 191", "228 to 192"),
    ("more than 40 ships", "31 ships"),
    ("54 per cent", "45 per cent"),
    ("a dozen ships", "30 ships"),
    ("eight years", "twelve years"),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_number_is_read_with_its_range_and_unit(text, expected):
    (found,) = _read(text)
    assert (pytest.approx(found.low), pytest.approx(found.high), found.unit) == expected


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_counts_nothing_is_no_number(text):
    assert _read(text) == []


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_numbers_that_may_be_one_agree(one, other):
    assert agree(_said(one), _said(other))
    assert agree(_said(other), _said(one))


@pytest.mark.parametrize(("one", "other"), DISAGREE)
def test_numbers_that_cannot_be_one_disagree(one, other):
    assert not agree(_said(one), _said(other))
    assert not agree(_said(other), _said(one))


def _said(words):
    (found,) = _read(f"They voted {words}." if " to 19" in words else f"They counted {words}.")
    return found


def _read(text):
    (sentence,) = told_in(Story((Copy("a", text, tuple(segment(text))),))).sentences
    return quantities(sentence.items)
