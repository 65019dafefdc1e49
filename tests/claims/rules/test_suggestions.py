"""Who decides about suggestions."""

import pytest

from claims.comparison.decisions import About
from claims.rules.suggestions import ORIGIN, Deciding, check_deciding, why_not
from newsdesk.errors import NotAllowed
from newsdesk.roles import Role

CHECKER, EDITOR = Role.CHECKER, Role.EDITOR


@pytest.mark.parametrize(
    ("deciding", "about", "least"),
    [
        (Deciding.CONFIRM, "utterance", CHECKER),
        (Deciding.REJECT, "claim", CHECKER),
        (Deciding.REJECT, "conflict", CHECKER),
        (Deciding.CONFIRM, "passage", CHECKER),
        (Deciding.REJECT, "counter-claim", CHECKER),
        (Deciding.CONFIRM, ORIGIN, EDITOR),
        (Deciding.REJECT, ORIGIN, EDITOR),
        (Deciding.JOIN, ORIGIN, EDITOR),
        (Deciding.PART, ORIGIN, EDITOR),
        (Deciding.PRIMARY, "utterance", EDITOR),
    ],
)
def test_each_decision_has_its_least_role(deciding: Deciding, about: str, least: Role) -> None:
    allowed = [role for role in Role if not why_not(deciding, about, role)]
    assert allowed == [role for role in Role if role.includes(least)]


def test_a_refusal_says_whose_it_is() -> None:
    with pytest.raises(
        NotAllowed, match="Joining shared origins is for editors and standards editors; your role is checker"
    ):
        check_deciding(Deciding.JOIN, ORIGIN, CHECKER)


@pytest.mark.parametrize(
    ("role", "own", "allowed"), [(CHECKER, True, True), (CHECKER, False, False), (EDITOR, False, True)]
)
def test_a_decision_is_undone_by_who_took_it_or_an_editor(role: Role, own: bool, allowed: bool) -> None:
    assert (not why_not(Deciding.UNDO, "claim", role, own=own)) is allowed


def test_the_word_for_origins_is_that_of_the_comparison() -> None:
    assert About.ORIGIN == ORIGIN
