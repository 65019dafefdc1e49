"""Pairing quotation marks: every kind, every repair, any text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language.marks import pair


def stretches(text, depth=None):
    return [text[m.start : m.end] for m in pair(text, paragraphs(text)) if depth is None or m.depth == depth]


def paragraphs(text):
    spans, start = [], 0
    for line in text.split("\n"):
        if line:
            spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "yes" twice.', ["yes"]),
        ("She said “yes” twice.", ["yes"]),
        ("Elle a dit « oui » et «non».", ["oui", "non"]),
        ("Er sagte: „Ja, gut“, und ging.", ["Ja, gut"]),
        ("``Fine,'' he said. ''Then go,'' she said.", ["Fine,", "Then go,"]),
        ("‘‘Fine,’’ he said.", ["Fine,"]),
        ("‘Yes,’ he said, ‘it is the miners’ own.’", ["Yes,", "it is the miners’ own."]),
        ("'It's the dogs' breakfast,' she said.", ["It's the dogs' breakfast,"]),
        ("Talks were 'productive', they were 'warm'.", ["productive", "warm"]),
        ("Mayor calls plan ‘absurd’", ["absurd"]),
        ("“She told me ‘never’ and left,” he said.", ["She told me ‘never’ and left,", "never"]),
        ("‘He said “no” to us,’ she said.", ["He said “no” to us,", "no"]),
        ('“One thing," she said. "Another thing.”', ["One thing,", "Another thing."]),
        ("“We [the board] … will not (ever) sign,” he said.", ["We [the board] … will not (ever) sign,"]),
        ("That phrase — “old reasons” — is old.", ["old reasons"]),
        ('He is 6\'2" tall and "calm".', ["calm"]),
    ],
)
def test_marks_of_every_kind_are_paired(text, expected):
    assert stretches(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "’Tis the season of the miners’ strike.",
        "Rock ’n’ roll isn’t dead in the ’90s.",
        "The Joneses' dog and the boss's cat don't mind.",
        "Get 'em while they're hot, y'all.",
        "\"\" “” «» ''",
    ],
)
def test_apostrophes_and_empty_marks_quote_nothing(text):
    assert stretches(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "repair"),
    [
        ('"Mixed” marks', "Mixed", 'opens with " and closes with ”'),
        (
            "“We will go on and on.",
            "We will go on and on.",
            "the closing mark is missing; ended at the paragraph's end",
        ),
        (
            "“We will go on, Vale said. He left.",
            "We will go on,",
            "the closing mark is missing; ended at the attribution",
        ),
        ("“We go on. “You stay here.”", "We go on.", "the closing mark is missing; ended before the next quotation"),
        ("He left. We go on,” Vale said.", "We go on,", "the opening mark is missing; taken from the sentence's start"),
        ("We go on,” Vale said.", "We go on,", "the opening mark is missing; taken from the paragraph's start"),
        (
            "Orr called it ‘rather unusual. Picture: Vale",
            "rather unusual.",
            "the closing mark is missing; ended at the sentence's end",
        ),
    ],
)
def test_each_repair_is_told_in_words(text, expected, repair):
    first = pair(text, paragraphs(text))[0]
    assert (text[first.start : first.end], first.repair) == (expected, repair)


def test_paragraphs_that_reopen_are_no_fault():
    text = "“First part.\n“Second part.\n“Third part,” he said."
    found = pair(text, paragraphs(text))
    assert [m.repair for m in found] == ["", "", ""]
    assert [m.runs_on for m in found] == [True, True, False]
    assert [m.reopens for m in found] == [False, True, True]


def test_a_quotation_over_paragraphs_without_marks_takes_them_in():
    text = "“First part.\nMiddle part.\nLast part,” he said.\nPlain."
    found = pair(text, paragraphs(text))
    assert [text[m.start : m.end] for m in found] == ["First part.", "Middle part.", "Last part,"]


def test_an_unclosed_quotation_does_not_swallow_the_next_paragraph():
    text = "“First part.\nHowever, he noted “the risk” again."
    assert stretches(text) == ["First part.", "the risk"]


MARKS = st.text(alphabet="\"'“”‘’„«»‹›`´‚ab sS.,!?—()[]9é\n", max_size=120)


@given(MARKS)
@settings(max_examples=400, deadline=None)
def test_pairing_never_raises_and_stays_inside_its_paragraph(text):
    spans = paragraphs(text)
    for m in pair(text, spans):
        assert any(a <= m.outer_start <= m.start < m.end <= m.outer_end <= b for a, b in spans)
        assert not text[m.start].isspace()
        assert not text[m.end - 1].isspace()


@given(MARKS)
@settings(max_examples=200, deadline=None)
def test_stretches_of_the_copy_itself_do_not_overlap(text):
    top = [m for m in pair(text, paragraphs(text)) if m.depth == 0]
    assert all(a.outer_end <= b.outer_start for a, b in pairwise(top))


@pytest.mark.parametrize("unit", ['"', "“", "”", "'", '" a ', "“a ", "'a ", "a’ ", "a.” ", "‘‘a", "“‘\"'"])
def test_a_hundred_thousand_marks_take_time_linear_in_the_text(unit):
    def seconds(size):
        text = (unit * size)[:size]
        began = time.process_time()
        pair(text, [(0, len(text))])
        return time.process_time() - began

    seconds(1000)
    small, large = (min(seconds(size) for _ in range(2)) for size in (25_000, 100_000))
    assert large < 10 * small + 0.5
