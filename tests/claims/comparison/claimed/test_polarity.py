"""Which way a statement goes."""

import pytest

from claims.comparison.claimed.polarity import OPPOSED, opposed, polarity_of, stance_towards
from claims.language.spans import Stance

CLAIM = "the army has encircled the town of Orven"


@pytest.mark.parametrize(
    ("statement", "claim"),
    [
        ("the army has not encircled the town of Orven", CLAIM),
        ("the army never encircled Orven", CLAIM),
        ("the army denied that it had encircled Orven", CLAIM),
        ("reports that the army encircled Orven are false", CLAIM),
        ("no encirclement of Orven", CLAIM),
        ("the mayor refused to sign the contract", "the mayor signed the contract"),
        ("a rise in prices", "a fall in prices"),
        ("the council banned the market", "the council allowed the market"),
        ("the plan to close the mine", "the plan to open the mine"),
    ],
)
def test_what_goes_against_a_claim_denies_it(statement, claim):
    assert opposed(polarity_of(statement), polarity_of(claim), {}) >= OPPOSED
    assert stance_towards(polarity_of(statement), polarity_of(claim), {}) is Stance.DENIES


@pytest.mark.parametrize(
    ("statement", "claim"),
    [
        ("the army surrounded the town and did not comment", CLAIM),
        ("without elaborating, he said the army had encircled Orven", CLAIM),
        ("not only the army encircled Orven", CLAIM),
        ("the mayor rejected an immediate inquiry", "the mayor did not support an immediate inquiry"),
        ("the plates must be replaced not later than May", "the plates must be replaced by May"),
        ("it is not false that the army encircled Orven", CLAIM),
    ],
)
def test_a_negation_of_something_else_does_not_deny_the_claim(statement, claim):
    assert stance_towards(polarity_of(statement), polarity_of(claim), {}) is Stance.ASSERTS


@pytest.mark.parametrize(
    "statement",
    [
        "observers haven't noted an encirclement of Orven",
        "there is no evidence that the army encircled Orven",
        "it is unclear whether the army encircled Orven",
        "the encirclement of Orven could not be confirmed",
    ],
)
def test_what_is_left_open_is_doubted(statement):
    assert stance_towards(polarity_of(statement), polarity_of(CLAIM), {}) is Stance.DOUBTS


def test_the_stance_of_whoever_states_it_turns_the_words():
    denied = polarity_of("the army had encircled Orven", Stance.DENIES)
    assert stance_towards(denied, polarity_of(CLAIM), {}) is Stance.DENIES
    assert denied.called_false


def test_names_and_numbers_are_not_denied():
    one, other = polarity_of("Orr did not see Brandt in May"), polarity_of("Orr and Brandt left")
    assert opposed(one, other, {}) == 0


def test_not_just_negates_nothing():
    one, other = polarity_of("you aren't just late, you are lost"), polarity_of("you are late and lost")
    assert opposed(one, other, {}) == 0
