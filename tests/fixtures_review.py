"""A claim under review, with two outlets that report it, for the tests of services and views."""

from collections.abc import Callable

import pytest

from articles.models import Article
from claims.models import Claim
from claims.rules.ratings import CitationStance, Rating
from claims.services.cite_words import cite_words
from claims.services.move_claim import move_claim
from claims.services.save_draft import save_draft
from newsdesk.models import User
from tests.factories import make_article, make_claim, make_story

POST_COPY = """The bridge at Harrowgate was closed on Monday after engineers found cracks in two piers.

"We had no choice but to close it," said Mara Quill, the county engineer.

Traffic now takes the ferry, which carries forty cars an hour."""

BELL_COPY = """Harrowgate bridge shut its gates on Monday when two of its piers were found to be cracked.

"There is no danger to anybody," said Joren Pell, the mayor. "The closure was planned for months."

Ferry queues reached the church by noon."""


@pytest.fixture
def post_article(db: None) -> Article:
    return make_article(POST_COPY, story=make_story(), outlet="The Harbour Post")


@pytest.fixture
def bell_article(post_article: Article) -> Article:
    return make_article(BELL_COPY, story=post_article.story, outlet="Evening Bell")


@pytest.fixture
def claim(post_article: Article, bell_article: Article) -> Claim:
    """“engineers found cracks in two piers”, in the Post's own voice."""
    return make_claim(post_article, "engineers found cracks in two piers", priority=0.8)


@pytest.fixture
def cite() -> Callable[..., None]:
    """Cite words of an article by what they say."""

    def cite_them(
        claim: Claim, article: Article, words: str, by: User, stance: CitationStance = CitationStance.SUPPORTS
    ) -> None:
        paragraph = next(p for p in article.paragraphs.all() if words in p.text)
        cite_words(claim_id=claim.pk, paragraph_id=paragraph.pk, words=words, stance=stance, by=by)

    return cite_them


@pytest.fixture
def proposed(claim: Claim, post_article: Article, bell_article: Article, checker: User, cite) -> Claim:  # type: ignore[no-untyped-def]
    """The claim as Ada proposed it: corroborated by both outlets' own reporting."""
    cite(claim, post_article, "engineers found cracks in two piers", checker)
    cite(claim, bell_article, "two of its piers were found to be cracked", checker)
    save_draft(
        claim_id=claim.pk, by=checker, rating=Rating.CORROBORATED, rationale="Gravelbank: both outlets sent reporters."
    )
    return move_claim(claim_id=claim.pk, move="propose", by=checker)
