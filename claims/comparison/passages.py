"""The same words in several articles."""

from claims.comparison.copies import Story
from claims.comparison.found import SharedPassage


def shared_passages(story: Story) -> tuple[SharedPassage, ...]:
    """The same words in several articles."""
    return ()
