"""Questions that the articles answer differently."""

from claims.comparison.copies import Story
from claims.comparison.found import ComparedClaim, Conflict, Utterance


def conflicts_of(
    story: Story, claims: tuple[ComparedClaim, ...], utterances: tuple[Utterance, ...]
) -> tuple[Conflict, ...]:
    """Questions that the articles answer differently."""
    return ()
