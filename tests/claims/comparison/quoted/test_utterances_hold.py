"""Whatever the copy holds: the comparison of utterances never raises, and its offsets are the words."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.comparison.found import Change
from claims.comparison.quoted.differences import Side, differences
from claims.comparison.quoted.utterances import utterances_of
from claims.comparison.words import words_in
from claims.language.spans import Quote, QuoteKind, Span, Speaker
from claims.language.words import listed
from tests.claims.comparison.made import story

WORDS = st.sampled_from(
    listed(
        "the but not harbour Harbour BRIDGE will we I he can't cannot … [sic] [Thursday] very “ ” ’ ‘ ... mend mended , . and 3"
    )
)
PHRASES = st.lists(WORDS, max_size=25).map(" ".join)
NAMES = st.sampled_from(
    ["Ines Calder", "Calder", "Karl Orr", "the Harbour Board", "a spokesman", " ", "Ines Calder and Karl Orr", None]
)


def side(text: str) -> Side:
    return Side(text, words_in(text, 0, len(text)), 0, len(text))


@given(PHRASES, PHRASES, st.booleans())
def test_differences_lie_inside_the_variant_and_in_order(one, other, translated):
    if not words_in(other, 0, len(other)) or not words_in(one, 0, len(one)):
        return
    found = differences(side(one), side(other), translated=translated)
    assert found
    assert all(0 <= d.start <= d.end <= len(other) for d in found)
    assert [d.start for d in found] == sorted(d.start for d in found)
    assert found == differences(side(one), side(other), translated=translated)


@given(PHRASES)
def test_equal_words_are_the_same(text):
    if words_in(text, 0, len(text)):
        assert {d.kind for d in differences(side(text), side(text))} <= {Change.SAME, Change.INSERTION}


@given(st.text(alphabet=string.printable + "“”‘’…é", max_size=80))
def test_words_are_where_they_say_they_are(text):
    for word in words_in(text, 0, len(text)):
        assert text[word.start : word.end] == word.written
        assert word.norm


@settings(max_examples=60)
@given(st.lists(st.tuples(PHRASES, NAMES, st.tuples(st.integers(0, 90), st.integers(0, 90))), min_size=2, max_size=4))
def test_any_quotes_are_compared_without_an_error(outlets):
    texts, quotes = {}, {}
    for n, (text, name, (a, b)) in enumerate(outlets):
        start, end = sorted((min(a, len(text)), min(b, len(text))))
        speaker = Speaker(None, None, None, name) if name else None
        texts[f"outlet {n}"] = text
        quotes[f"outlet {n}"] = [
            Quote(start, end, text[start:end], QuoteKind.MIXED, (Span(start, end),), speaker, None, (), 1, False, 0.5),
            Quote(start, end, text[start:end], QuoteKind.INDIRECT, (), speaker, None, (), 2, False, 0.5),
        ]
    made = story(texts, quotes=quotes)
    for utterance in utterances_of(made):
        assert len({m.place.article for m in utterance.members}) > 1
        for member in utterance.members:
            assert made.copies[member.place.article].text[member.place.start : member.place.end] == member.text
