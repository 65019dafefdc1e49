"""What stands in a statement besides itself; here: whom "he" and "it" mean where somebody is reported."""

import pytest

from claims.comparison.claimed.parts import has_verb, resolved


@pytest.mark.parametrize(
    ("text", "claimant", "said"),
    [
        ("he supports a deal", "Karl Orr", "Orr supports a deal"),
        ("it would take months", "Karl Orr", "it would take months"),
        ("it would take months", "many scholars", "it would take months"),
        ("it had no letter", "the council", "council had no letter"),
        ("it sent the results", "Clearmere Water", "Water sent the results"),
        ("they had no letter", "many scholars", "scholars had no letter"),
        ("it’s over", "the council", "it’s over"),
        ("he’s not ready", "Karl Orr", "Orr is not ready"),
        ("she’s been warned", "Mara Voss", "Voss has been warned"),
        ("they'll leave", "the drivers", "drivers will leave"),
    ],
)
def test_it_means_a_body_that_speaks_and_never_a_person(text, claimant, said):
    assert resolved(text, claimant) == said


def test_inside_somebody_s_own_marks_i_is_meant_and_he_is_another():
    assert resolved("I support a deal", "Karl Orr", direct=True) == "Orr support a deal"
    assert resolved("he supports a deal", "Karl Orr", direct=True) == "he supports a deal"


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("the issue of the harbour", False),
        ("a vote on the harbour", False),
        ("The council sold the harbour", True),
        ("that issues remain", True),
        ("the council, which holds a hearing", True),
        ("the harbour was sold", True),
    ],
)
def test_a_noun_that_is_spelled_like_a_verb_makes_no_statement(text, has):
    assert has_verb(text) is has
