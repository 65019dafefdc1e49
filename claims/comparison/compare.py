"""The one call of the comparison: a story in, everything found across its articles out."""

from claims.comparison.claimed.appearing import claims_of
from claims.comparison.conflicts.conflicting import conflicts_of
from claims.comparison.copied.credits import chains_of
from claims.comparison.copied.origins import origins_of
from claims.comparison.copied.passages import shared_passages
from claims.comparison.copies import Story
from claims.comparison.found import Comparison
from claims.comparison.named.naming import names_of
from claims.comparison.quoted.utterances import utterances_of

COMPARER = "compare-1"


def compare(story: Story) -> Comparison:
    """Compare the articles of one story. Deterministic, never raises; an article alone gives an empty comparison.

    What staff joined or parted (`story.decisions`) holds: a rejected suggestion does not come back.
    """
    passages = shared_passages(story)
    chains = chains_of(story)
    origins = origins_of(story, passages, chains)
    utterances = utterances_of(story)
    claims = claims_of(story, origins, utterances, passages, chains)
    return Comparison(
        COMPARER,
        passages,
        origins,
        utterances,
        claims,
        conflicts_of(story, claims, utterances),
        names_of(story, utterances),
        chains,
    )
