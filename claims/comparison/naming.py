"""What the outlets call people, and their reporting verbs."""

from claims.comparison.copies import Story
from claims.comparison.found import Naming, Utterance


def names_of(story: Story, utterances: tuple[Utterance, ...]) -> tuple[Naming, ...]:
    """What the outlets call people, and their reporting verbs."""
    return ()
