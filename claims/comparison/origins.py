"""Articles whose report comes from one origin."""

from claims.comparison.copies import Story
from claims.comparison.found import Origin, SharedPassage


def origins_of(story: Story, passages: tuple[SharedPassage, ...]) -> tuple[Origin, ...]:
    """Articles whose report comes from one origin."""
    return ()
