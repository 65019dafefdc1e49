"""What one outlet tells as fact where others attribute it."""

import pytest

from claims.comparison.claimed.leaks import is_reported, leaks_of
from claims.comparison.claimed.statements import statements_of
from claims.language.spans import Stance, Voice
from tests.claims.comparison.made import story

SAID = "Mara Voss said the dam at Halden had cracked."
TOLD = "The dam at Halden has cracked."
DENIED = "Jonas Brandt denied that the dam at Halden had cracked."


def leaking(**texts):
    """Outlets whose telling leaks, where each text is one member of the claim."""
    made = story(texts)
    chosen = {}
    for statement in statements_of(made):
        if "cracked" in statement.text:
            chosen.setdefault(statement.article, statement)
    members = [(s, s.stance) for s in chosen.values()]
    return {made.copies[members[n][0].article].outlet for n in leaks_of(made, members)}


def test_one_outlet_tells_as_fact_what_two_attribute():
    assert leaking(Post=SAID, Mail=SAID, Tide=TOLD) == {"Tide"}


def test_one_attribution_is_enough_where_somebody_denies_it():
    assert leaking(Post=SAID, Tide=TOLD) == set()
    assert leaking(Post=SAID, Tide=TOLD, Mail=DENIED) == {"Tide"}


def test_what_most_outlets_tell_themselves_is_no_leak():
    assert leaking(Post=SAID, Mail=SAID, Tide=TOLD, Herald=TOLD, Star=TOLD) == set()


def test_where_the_outlets_name_different_claimants_nobody_s_claim_leaks():
    other = "Jonas Brandt said the dam at Halden had cracked."
    assert leaking(Post=SAID, Mail=other, Tide=TOLD) == set()


@pytest.mark.parametrize("text", ["Mara Voss cracked the dam at Halden open."])
def test_what_the_claimant_does_is_the_outlet_s_to_tell(text):
    assert leaking(Post=SAID, Mail=SAID, Tide=text) == set()


def test_a_statement_inside_a_reported_span_is_not_the_outlet_s():
    made = story({"Post": SAID})
    statement = next(s for s in statements_of(made) if "cracked" in s.text)
    assert statement.voice is Voice.ATTRIBUTED
    assert statement.stance is Stance.ASSERTS
    assert is_reported(made, statement)
