"""Variants of one act of speech across outlets."""

from claims.comparison.copies import Story
from claims.comparison.found import Utterance


def utterances_of(story: Story) -> tuple[Utterance, ...]:
    """Variants of one act of speech across outlets."""
    return ()
