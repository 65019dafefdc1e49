"""A story compared by hand: the claim of fixtures_review stands in both outlets, one of which gives a denial too."""

import pytest
from django.utils import timezone

from articles.models import Article
from claims.comparison.decisions import Place
from claims.comparison.found import ClaimPlace, ComparedClaim, Comparison
from claims.comparison.stored import to_json
from claims.language.spans import Stance, Voice
from claims.models import Claim, StoryComparison

HERE = "engineers found cracks in two piers"
THERE = "two of its piers were found to be cracked"
DENIAL = "There is no danger to anybody"


def place(number: int, article: Article, words: str) -> Place:
    start = article.body.index(words)
    return Place(number, start, start + len(words))


@pytest.fixture
def compared_claim(claim: Claim, post_article: Article, bell_article: Article) -> StoryComparison:
    """The claim stands in both outlets; the Bell has a denial too."""
    there, denial = place(1, bell_article, THERE), place(1, bell_article, DENIAL)
    members = (
        ClaimPlace(place(0, post_article, HERE), 1, Voice.OUTLET, Stance.ASSERTS, None, 0.9),
        ClaimPlace(there, 1, Voice.OUTLET, Stance.ASSERTS, None, 0.9),
    )
    found = ComparedClaim(HERE, None, members, 2, "", (), 0.9, "the same piers", (0,), (denial,))
    return StoryComparison.objects.create(
        story=claim.story,
        version="test",
        found=to_json(Comparison("test", claims=(found,))),
        articles=[[post_article.pk, None], [bell_article.pk, None]],
        made_at=timezone.now(),
    )
