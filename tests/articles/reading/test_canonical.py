"""The canonical form of text."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import canonical

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # lone surrogates and control characters too


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("\ufeffa\ufeffb", "ab"),
        ("a\x00b\x07c\x7fd\x9f", "abcd"),
        ("a\tb\x0cc\x0bd\x85e\u2028f\u2029g", "a\tb\nc\nd\ne\nf\ng"),
        ("Cafe\u0301", "Café"),
        ("\ud83d\ude00", "😀"),
        ("a\ud83db", "a\ufffdb"),
        ("“Harrowgate” – it’s\u00a0here…", "“Harrowgate” – it’s\u00a0here…"),
        ("a\u0301" + "\u0301" * 500, "á" + "\u0301" * 58),
        ("", ""),
    ],
)
def test_text_becomes_canonical(text, kept):
    assert canonical(text) == kept


@given(ANY_TEXT)
def test_canonical_text_has_nothing_in_it_that_a_database_or_an_offset_stumbles_over(text):
    kept = canonical(text)
    assert canonical(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert not any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\t" for letter in kept)
    assert kept.encode().decode() == kept


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_plain_letters_stay_as_they_are(text):
    assert canonical(text) == text


def test_a_letter_with_a_hundred_thousand_accents_does_not_hang():
    started = time.perf_counter()
    canonical("a" + "\u0301\u0323" * 100_000)
    assert time.perf_counter() - started < 2  # without the cut 30 s
