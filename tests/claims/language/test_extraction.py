"""The engine as a whole: pure, deterministic, linear, and never raising."""

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.segmentation import segment
from articles.segmentation.spans import Kind, ParagraphSpan
from claims.language import EXTRACTOR, extract
from claims.language.extraction import FALLBACK
from claims.language.pipeline import pipeline, tokenise

PIECES = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "'",
            "‘",
            "’",
            "``",
            "''",
            "«",
            "»",
            "\n",
            "\n\n",
            " ",
            ", ",
            ". ",
            "? ",
            "— ",
            "(",
            ")",
            "…",
            ":",
            ";",
            "🌊",
            "\xa0",
            "Vale",
            "Mayor Jane Vale",
            "Mr. Orr",
            "he",
            "she",
            "who",
            "the board",
            "said",
            "denied",
            "called",
            "according to",
            "that",
            "told",
            "adding",
            "a plan",
            "40 boats",
            "on Friday",
            "and",
            "but",
            "was",
            "by",
            "U.S.",
            "what",
            "reporters",
            "'s",
            "never",
            "1990s",
        ]
    ),
    max_size=60,
)
TEXTS = st.builds(" ".join, PIECES) | st.builds("".join, PIECES) | st.text(max_size=200)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_without_raising_and_offsets_are_the_words(text):
    paragraphs = segment(text)
    found = extract(text, paragraphs)
    assert found.extractor == EXTRACTOR
    for item in (*found.quotes, *found.claims, *found.wording):
        assert 0 <= item.start < item.end <= len(text)
        assert text[item.start : item.end] == item.text
        assert any(p.start <= item.start and item.end <= p.end for p in paragraphs)
    for quote in found.quotes:
        assert all(quote.start <= s.start < s.end <= quote.end for s in quote.quoted)
        assert 0 <= quote.confidence <= 1
        if quote.speaker and quote.speaker.start is not None:
            assert text[quote.speaker.start : quote.speaker.end] == quote.speaker.text
        if quote.cue:
            assert text[quote.cue.start : quote.cue.end] == quote.cue.text


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_reading_again_gives_the_same(text):
    paragraphs = segment(text)
    assert extract(text, paragraphs) == extract(text, paragraphs)


def test_an_article_does_not_colour_the_next(read):
    text = "“It is closed,” Vale said.\nThe regime fell on 3 May."
    alone = read(text)
    read("Mayor Jane Vale and Senator Tom Vale spoke. “Yes,” she said.")
    assert read(text) == alone


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "'",
        '" a ',
        "([",
        "a.” ",
        "“‘\"'",
        "said ",
        "Jane Vale ",
        "He said she said. ",
        "according to ",
        "a, ",
        "aB.",
        "word",
        "Mr. Vale said “yes,” and Orr denied it, ",
    ],
)
@pytest.mark.usefixtures("by_rules_alone")
def test_time_is_linear_in_the_text(unit):
    seconds(unit, 500)
    small, large = (min(seconds(unit, size) for _ in range(2)) for size in (10_000, 40_000))
    assert large < 10 * small + 0.5


def seconds(unit, size):
    """Processor time to read a paragraph of so many characters."""
    text = (unit * size)[:size]
    paragraphs = [ParagraphSpan(1, 0, len(text), Kind.BODY)]
    began = time.process_time()
    extract(text, paragraphs)
    return time.process_time() - began


@pytest.mark.parametrize("unit", ["“", "a.” ", "Mr. Vale said “yes,” and Orr denied it, "])
def test_time_of_the_trained_engine_is_linear_too(unit):
    seconds(unit, 500)
    small, large = seconds(unit, 6_000), seconds(unit, 24_000)
    assert large < 6 * small + 0.5


@pytest.mark.usefixtures("by_rules_alone")
def test_a_hundred_thousand_quotation_marks_are_read_in_seconds():
    text = '"' * 100_000
    began = time.process_time()
    extract(text, [ParagraphSpan(1, 0, len(text), Kind.BODY)])
    assert time.process_time() - began < 30


@given(
    st.text(max_size=300)
    | st.builds(lambda a, n: a * n, st.sampled_from(["(", '"', "a.", " ", "\n"]), st.integers(1, 500))
)
@settings(max_examples=100, deadline=None)
def test_tokens_in_pieces_spell_the_text(text):
    assert tokenise(pipeline(), text, range(0, len(text), 7)).text == text


def test_no_token_crosses_a_mark():
    text = "'It's the miners' own,' she said."
    doc = tokenise(pipeline(), text, [1, 22, 23])
    assert {t.idx for t in doc} >= {1, 22, 23}


def test_the_pipeline_is_blank_english_with_components_and_made_once():
    assert pipeline() is pipeline()
    assert pipeline().lang == "en"
    assert pipeline().pipe_names == [
        "newsdesk_units",
        "newsdesk_names",
        "newsdesk_quotes",
        "newsdesk_judgement",
        "newsdesk_claims",
        "newsdesk_wording",
    ]


@pytest.mark.usefixtures("by_rules_alone")
@pytest.mark.parametrize("text", ["", "Ann Pike said the lock had held."])
def test_without_weights_the_extraction_says_that_rules_read(text):
    assert extract(text, [ParagraphSpan(1, 0, len(text), Kind.BODY)] if text else []).extractor == FALLBACK


def test_the_engine_runs_without_django():
    code = "import sys; from claims.language import extract; extract('a', []); sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
