"""Claims across outlets."""

from claims.comparison.copies import Story
from claims.comparison.found import ComparedClaim, Origin, Utterance


def claims_of(
    story: Story, origins: tuple[Origin, ...], utterances: tuple[Utterance, ...]
) -> tuple[ComparedClaim, ...]:
    """Claims across outlets."""
    return ()
