"""Claims in paragraphs that stand twice. People, places and outlets are invented."""

import pytest

from claims.language.repeats import with_repeats
from tests.claims.language.conftest import spans

LINE = "Mayor Jane Vale said that the storm sank 40 boats."
OTHER = "Harbour chief Tom Orr closed the port on Monday."


def stated(read, text, **more):
    paragraphs = spans(text, **more)
    return with_repeats(text, paragraphs, read(text, **more).claims), paragraphs


def test_a_repeat_states_the_claims_of_the_first_at_its_own_place(read):
    text = "\n".join([LINE, OTHER, LINE])
    found, paragraphs = stated(read, text, repeats={3: 1})
    again = [c for c in found if c.start >= paragraphs[2].start]
    first = [c for c in found if c.end <= paragraphs[0].end]
    assert first
    assert [(c.text, c.claimant, c.priority) for c in again] == [(c.text, c.claimant, c.priority) for c in first]
    assert all(text[c.start : c.end] == c.text for c in found)
    assert found == sorted(found, key=lambda c: (c.start, c.end))


@pytest.mark.parametrize("again", ["  Mayor  Jane Vale said that the storm sank 40 boats.", LINE.upper()])
def test_a_repeat_in_other_glyphs_states_what_is_found_there_and_no_more(read, again):
    text = "\n".join([LINE, again])
    found, paragraphs = stated(read, text, repeats={2: 1})
    assert all(text[c.start : c.end] == c.text for c in found)
    there = [c.text for c in found if c.start >= paragraphs[1].start]
    assert there == (["the storm sank 40 boats"] if "storm" in again else [])


@pytest.mark.parametrize("kind", ["caption", "heading", "boilerplate", "credit"])
def test_a_repeat_that_is_no_body_copy_states_nothing(read, kind):
    text = "\n".join([LINE, LINE])
    found, paragraphs = stated(read, text, repeats={2: 1}, kinds={2: kind})
    assert found
    assert all(c.end <= paragraphs[0].end for c in found)


def test_copy_without_repeats_stays_as_it_is(read):
    text = "\n".join([LINE, OTHER])
    assert stated(read, text)[0] == list(read(text).claims)
