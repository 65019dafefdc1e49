"""What the comparison offers to a claim's draft, with the words that a form sends."""

import pytest

from articles.models import Article
from claims.models import Claim, Run, StoryComparison, Wording
from claims.rules.ratings import CitationStance, FindingReason
from claims.services.add_finding import add_finding
from claims.services.offers_of_claim import offers_of_claim
from claims.services.refuse_offer import offer_again, refuse_offer
from newsdesk.errors import BadInput
from newsdesk.models import User
from tests.factories import make_article
from tests.fixtures_offers import DENIAL, HERE, THERE


def test_words_of_other_outlets_are_offered_with_paragraph_and_stance(
    claim: Claim, compared_claim: StoryComparison
) -> None:
    offers = {offer.words: offer for offer in offers_of_claim(claim, None).citations}
    assert {words: offer.stance for words, offer in offers.items()} == {
        THERE: CitationStance.SUPPORTS,
        DENIAL: CitationStance.CONTRADICTS,
    }
    assert (offers[THERE].paragraph.number, offers[THERE].occurrence, offers[THERE].label) == (1, 1, "Evening Bell")


def test_what_the_draft_cites_already_is_not_offered(
    claim: Claim, compared_claim: StoryComparison, bell_article: Article, checker: User, cite
) -> None:
    cite(claim, bell_article, THERE, checker)
    claim.refresh_from_db()
    assert [offer.words for offer in offers_of_claim(claim, claim.working_verdict).citations] == [DENIAL]


def test_a_finding_that_the_draft_has_already_is_not_offered(
    claim: Claim, compared_claim: StoryComparison, post_article: Article, checker: User
) -> None:
    (offer,) = offers_of_claim(claim, None).findings
    assert offer.kind == FindingReason.MISSING_COUNTER_CLAIM
    add_finding(
        claim_id=claim.pk, reason=FindingReason(offer.kind), by=checker, paragraph_id=offer.paragraph.pk, words=HERE
    )
    claim.refresh_from_db()
    assert offers_of_claim(claim, claim.working_verdict).findings == ()


def test_a_refused_offer_does_not_come_back_until_it_is_wanted_again(
    claim: Claim, compared_claim: StoryComparison, bell_article: Article, checker: User
) -> None:
    start = bell_article.body.index(THERE)
    refused = refuse_offer(
        claim_id=claim.pk,
        article_id=bell_article.pk,
        start=start,
        end=start + len(THERE),
        kind="citation",
        by=checker,
    )
    offers = offers_of_claim(claim, None)
    assert [offer.words for offer in offers.citations] == [DENIAL]
    assert offers.refused == (refused,)
    offer_again(claim_id=claim.pk, refused_id=refused.pk, by=checker)
    assert len(offers_of_claim(claim, None).citations) == 2


def test_what_was_taken_or_refused_in_the_copy_before_is_not_offered_in_the_next_version(
    claim: Claim, compared_claim: StoryComparison, post_article: Article, bell_article: Article, checker: User, cite
) -> None:
    cite(claim, bell_article, THERE, checker)
    start = bell_article.body.index(DENIAL)
    where = {"article_id": bell_article.pk, "start": start, "end": start + len(DENIAL)}
    refuse_offer(claim_id=claim.pk, **where, kind="citation", by=checker)
    for number, old in enumerate((post_article, bell_article)):
        facts = {"story": old.story, "outlet": old.outlet_name, "replaces": old, "version": 2}
        changed = make_article(f"{old.body} More follows.", **facts)
        compared_claim.articles[number][0] = changed.pk
    compared_claim.save()
    claim.refresh_from_db()
    offers = offers_of_claim(claim, claim.working_verdict)
    assert offers.citations == ()
    assert [offer.kind for offer in offers.findings] == [FindingReason.MISSING_COUNTER_CLAIM]


@pytest.mark.parametrize(("start", "end", "kind"), [(5, 5, "citation"), (0, 10**6, "citation"), (0, 5, "gossip")])
def test_refusing_what_was_never_offered_is_refused(
    claim: Claim, bell_article: Article, checker: User, start: int, end: int, kind: str
) -> None:
    with pytest.raises(BadInput):
        refuse_offer(claim_id=claim.pk, article_id=bell_article.pk, start=start, end=end, kind=kind, by=checker)


def test_coloured_words_of_the_claims_paragraph_are_offered_as_findings(
    claim: Claim, compared_claim: StoryComparison, post_article: Article
) -> None:
    run = Run.objects.create(article=post_article, extractor="test")
    start = post_article.body.index("cracks")
    paragraph = post_article.paragraphs.get(number=1)
    common = {"article": post_article, "run": run, "reason": "loaded", "neutral": "flaws"}
    Wording.objects.create(paragraph=paragraph, start=start, end=start + 6, text="cracks", **common)
    offer = next(one for one in offers_of_claim(claim, None).findings if one.kind == FindingReason.LOADED_WORD)
    assert (offer.words, offer.neutral) == ("cracks", "flaws")


def test_the_occurrence_says_which_place_of_the_words_is_meant(
    claim: Claim, compared_claim: StoryComparison, bell_article: Article
) -> None:
    start = bell_article.body.index("the", bell_article.body.index("the mayor") + 3)
    found = compared_claim.found
    found["claims"][0]["denied_by"] = [[1, start, start + 3]]
    StoryComparison.objects.update(found=found)
    offer = next(one for one in offers_of_claim(claim, None).citations if one.words.casefold() == "the")
    text = offer.paragraph.text
    assert text.count("the", 0, offer.start - offer.paragraph.start) + 1 == offer.occurrence


def test_a_claim_without_a_comparison_is_offered_nothing(claim: Claim) -> None:
    offers = offers_of_claim(claim, None)
    assert (offers.citations, offers.findings) == ((), ())
