"""Offsets, numbers and lines of paragraphs, for any text."""

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.segmentation import copy_facts, fold_paragraph, paragraph_hash, segment
from articles.segmentation.lines import EDGE

WORDS = [
    "The bridge",
    "COMMENTS",
    "Source: Reuters",
    "By Jane Doe",
    "said “no",
    "Read more",
    "…",
    "'",
    "(AP)",
    " ",
    "\t",
    "\n",
    "\n\n",
    "\r",
    "\u2028",
    "\u200b",
    ".",
    "é",
    "😀",
    "March 3, 2025",
    "HARROWGATE —",
    ": ",
]
COPY_LIKE = st.lists(st.sampled_from(WORDS), max_size=60).map("".join)
ANY_TEXT = st.text(st.characters(exclude_categories=()))

LONG = (
    "The bridge at Harrowgate was closed on Monday after an engineer found a crack in its second arch, the council said. "
    "Nobody knows for how long it will stay shut, and a boat takes people over the river until ten in the evening."
)


@given(COPY_LIKE | ANY_TEXT)
def test_paragraphs_are_numbered_ordered_trimmed_and_cover_every_word(text):
    spans = segment(text)
    assert [span.number for span in spans] == list(range(1, len(spans) + 1))
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip(EDGE)
        words = text[span.start : span.end]
        assert words == words.strip(EDGE)
        assert span.duplicate_of is None or fold_paragraph(words) == fold_paragraph(
            text[spans[span.duplicate_of - 1].start : spans[span.duplicate_of - 1].end]
        )
        assert span.duplicate_of is None or spans[span.duplicate_of - 1].duplicate_of is None
        end = span.end
    assert not text[end:].strip(EDGE)


@given(COPY_LIKE | ANY_TEXT)
def test_facts_of_any_text_do_not_raise_and_are_words_of_one_line(text):
    facts = copy_facts(text, segment(text))
    assert "\n" not in facts.headline + facts.url


@pytest.mark.parametrize("separator", ["\n", "\n\n", "\n \t\n", "\n\u200b\n", "\r\n"])
def test_single_and_blank_lines_separate_paragraphs(separator):
    text = separator.join(["One was here.", "  Two was here. ", "Three was here."]) + separator
    assert [text[span.start : span.end] for span in segment(text)] == [
        "One was here.",
        "Two was here.",
        "Three was here.",
    ]


@pytest.mark.parametrize("width", [60, 70, 78])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_hard_wrapped_lines_are_one_paragraph(width, between):
    paragraphs = [
        LONG,
        LONG.replace("Monday", "Tuesday"),
        "A short one stays by itself.",
        LONG.replace("Monday", "Friday"),
    ]
    text = between.join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in paragraphs)
    assert [" ".join(text[span.start : span.end].split()) for span in segment(text)] == paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is shut.\nThe mayor said no.\nA boat runs until ten.\nNobody knows for how long.\nIt may rain on Friday.",
        "Bridge at Harrowgate shut after a crack was found on Monday\nMayor says that she will not wait for the engineers to come\nBoats will run until ten in the evening on every day\nSnow is expected by Friday in all of the northern towns",
        f"{LONG}\n{LONG}\n{LONG}",
    ],
)
def test_lines_that_are_not_plainly_wrapped_stay_apart(text):
    assert len(segment(text)) == text.count("\n") + 1


def test_list_items_of_wrapped_text_stay_apart():
    wrapped = "\n".join(textwrap.wrap(LONG, 70))
    text = f"{wrapped}\n\n- {LONG[:60]}\n- {LONG[:62]}\n\n{wrapped}"
    assert [text[span.start : span.end][:2] for span in segment(text)] == ["Th", "- ", "- ", "Th"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“It’s ours,” she said…", '"It\'s  ours," SHE said...', True),
        ("Straße – now", "STRASSE - now", True),
        ("Cafe\u0301\u00a0shut", "Café shut", True),
        ("a\u200bb", "ab", True),
        ("It is ours.", "It is not ours.", False),
        ("3,000 men", "3000 men", False),
    ],
)
def test_folding_keeps_words_and_forgets_glyphs(one, other, same):
    assert (paragraph_hash(one) == paragraph_hash(other)) is same
    assert len(paragraph_hash(one)) == 64


@given(ANY_TEXT)
def test_a_hash_never_raises_and_folding_twice_changes_nothing(text):
    paragraph_hash(text)
    assert fold_paragraph(fold_paragraph(text)) == fold_paragraph(text)


MILLION = {
    "one line": "word " * 200_000,
    "lines of 400": ("By Jane Doe, (Photo: sign up " * 14)[:399] + "\n",
    "comments": "A title here\nComments\n",
    "credits": "The Northern Tribune\n" * 3 + "said Jane Doe.\nThe Northern Tribune\n",
    "wrapped": "\n".join(textwrap.wrap(LONG, 70)) + "\n",
    "spaces": "( " * 199 + "\n",
    "capitals": "AB, " * 99 + "\n",
}


@pytest.mark.parametrize("name", MILLION)
def test_a_million_characters_take_time_in_proportion(name):
    def seconds(length: int) -> float:
        text = (MILLION[name] * (length // len(MILLION[name]) + 1))[:length]
        started = time.process_time()
        copy_facts(text, segment(text))
        return time.process_time() - started

    seconds(1000)  # caches of the expressions
    tenth, whole = seconds(100_000), seconds(1_000_000)
    assert whole < max(25 * tenth, 1.0)
