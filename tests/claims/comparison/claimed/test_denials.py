"""Which statements deny what others state."""

import pytest

from claims.comparison.claimed.denials import denials_of
from claims.comparison.claimed.matching import Matching
from claims.comparison.claimed.statements import statements_of
from claims.language.spans import Stance
from tests.claims.comparison.made import story

CLAIM = "Mara Voss said hundreds of villagers were trapped by the flood in Orven."


def denied(**texts):
    matching = Matching(made := story(texts), statements_of(made))
    statements = matching.statements
    return [(statements[d.denial].text, statements[d.denied].text, d.stance) for d in denials_of(matching)]


@pytest.mark.parametrize(
    ("text", "words", "stance"),
    [
        ("The army dismissed reports of villagers being trapped in Orven as false.", "trapped in Orven", Stance.DENIES),
        (
            "“No villagers are trapped in Orven,” said Jonas Brandt of the army.",
            "No villagers are trapped",
            Stance.DENIES,
        ),
        (CLAIM + " The army denied these claims.", "these claims", Stance.DENIES),
        (CLAIM + " “No such flood has reached us,” said Jonas Brandt.", "No such flood", Stance.DENIES),
        ("Pilots haven’t noted any trapped villagers in Orven.", "villagers in Orven", Stance.DOUBTS),
    ],
)
def test_a_denial_is_tied_to_what_it_denies(text, words, stance):
    found = denied(Post=CLAIM, Mail=text)
    assert any(words in denial and "trapped" in claim and how is stance for denial, claim, how in found)


@pytest.mark.parametrize(
    "text",
    [
        "The army did not comment on Orven.",
        "Mara Voss denied that she had trapped anybody.",
        "Ferry tickets are not sold in Orven on Sundays.",
        "Shops in Orven will open not later than Monday.",
    ],
)
def test_other_negations_deny_nothing(text):
    assert denied(Post=CLAIM, Mail=text) == []


def test_nobody_denies_their_own_claim():
    assert denied(Post=CLAIM, Mail="“No villagers are trapped in Orven,” Mara Voss said.") == []


def test_what_a_negation_turns_on_is_what_it_denies():
    made = denied(
        Post="Inspectors said that leaked dam reports had passed through the mayor’s private server.",
        Mail="Mara Voss said that the mayor was not the author of any leaked dam reports.",
    )
    assert made == []
