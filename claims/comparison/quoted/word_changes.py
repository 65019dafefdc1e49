"""What kind of change one word in place of another is. Pure."""

from collections.abc import Sequence

from claims.comparison.found import Change
from claims.comparison.words import PRONOUNS

_AGREE = [frozenset(pair.split()) for pair in ("am is are", "was were", "have has", "do does", "have is")]
"""Verbs that change with their pronoun: "I have", "he has" (and "he's", which is read as "he is")."""


def kind_of_change(one: str, other: str, before: tuple[str, str]) -> Change | None:
    """The kind of change from one folded word to another that stands in its place; None for simply another word.

    `before`: the words before both, since "has" for "have" after another pronoun comes with the pronoun.
    """
    if one in PRONOUNS and other in PRONOUNS:
        return Change.PRONOUN
    if any({one, other} <= verbs for verbs in _AGREE) and set(before) <= PRONOUNS:
        return Change.PRONOUN
    return None


def are_pronouns(norms: Sequence[str]) -> bool:
    """One pronoun with at most a verb: "we've", "they have"."""
    return len(norms) <= 2 and any(norm in PRONOUNS for norm in norms)
