"""A second reader is shown nothing of the first rating before giving their own: not on a page, a fragment or a list."""

import pytest
from django.urls import reverse

from claims.models import AnotherLook
from claims.rules.ratings import CitationStance, EvidenceKind, FindingReason, Rating
from claims.services.add_finding import add_finding
from claims.services.add_note import add_note
from claims.services.cite_evidence import cite_evidence
from claims.services.compare_story import compare_now
from claims.services.move_claim import move_claim
from claims.services.save_draft import save_draft
from claims.services.second_reading import second_reading

SECRETS = (
    "Gravelbank",  # the rationale
    "quarrelsome",  # a finding's neutral wording
    "misjudged",  # its note
    "zealous",  # the note on an address
    "whispered",  # a staff note
    "unpersuaded",  # the note of an editor who sent it back
    "Loaded word",  # the finding's reason
    "cite--",
    "seg--supports",
    "seg--contradicts",
    "Supports</span>",
    "Contradicts</span>",
)
HTMX = {"HX-Request": "true"}


@pytest.fixture
def rated(claim, post_article, bell_article, checker, editor, cite):
    """A proposal with everything that could tell, sent back once and proposed again."""
    cite(claim, post_article, "engineers found cracks in two piers", checker)
    cite(claim, bell_article, "The closure was planned for months", checker, CitationStance.CONTRADICTS)
    cite_evidence(
        claim_id=claim.pk,
        kind=EvidenceKind.ADDRESS,
        stance=CitationStance.SUPPORTS,
        address="https://county.example/notice",
        note="A zealous notice.",
        by=checker,
    )
    add_finding(
        claim_id=claim.pk,
        reason=FindingReason.LOADED_WORD,
        appearance_id=claim.appearances.get().pk,
        neutral="quarrelsome",
        note="Badly misjudged.",
        by=checker,
    )
    save_draft(claim_id=claim.pk, by=checker, rating=Rating.DISPUTED, rationale="Gravelbank: the county differs.")
    move_claim(claim_id=claim.pk, move="propose", by=checker)
    move_claim(claim_id=claim.pk, move="return", by=editor, note="I am unpersuaded.")
    add_note(claim_id=claim.pk, text="Somebody whispered: disputed.", by=checker)
    move_claim(claim_id=claim.pk, move="take", by=checker)
    return claim


def everything_served(client, claim, article_id) -> str:
    """Each page and fragment on which the claim can be met, as one text, without what every page offers to choose from."""
    own, queue = claim.get_absolute_url(), reverse("queue")
    compare_now(story_id=claim.story_id)
    AnotherLook.objects.get_or_create(claim=claim, article_id=article_id, kind="a denial", sentence="It denies this.")
    tabs = [
        reverse(f"story-{tab}", args=[claim.story_id])
        for tab in ("coverage", "quotes", "conflicts", "names", "articles")
    ]
    answers = [
        *(client.get(tab, query) for tab in tabs for query in ({}, {"open": 1}, {"origins": 1})),
        client.get(reverse("claim-offers", args=[claim.public_id])),
        client.get(reverse("claim-offers", args=[claim.public_id]), headers=HTMX),
        client.get(reverse("article", args=[article_id])),
        client.get(own),
        client.get(own, {"article": article_id}),
        client.get(queue, {"claim": claim.public_id, "status": "all"}),
        client.get(queue, {"status": "all"}),
        client.get(queue, {"status": "proposed"}),
        client.get(queue, {"status": "in-check"}),
        client.get(queue, {"claim": claim.public_id}, headers={**HTMX, "HX-Target": "open-claim"}),
        client.get(queue, {"claim": claim.public_id, "article": article_id}, headers={**HTMX, "HX-Target": "copy"}),
        client.get(own, headers={**HTMX, "HX-Target": "workspace"}),
        client.post(f"{own}note/", {"text": "May I?"}, headers=HTMX),
    ]
    assert {answer.status_code for answer in answers} == {200}
    return "\n".join(answer.content.decode() for answer in answers)


@pytest.mark.parametrize("who", ["second_checker", "editor", "standards_editor"])
@pytest.mark.parametrize("proposed_again", [False, True])
def test_nobody_else_is_shown_a_word_of_it(request, client_of, checker, rated, bell_article, who, proposed_again):
    if proposed_again:
        move_claim(claim_id=rated.pk, move="propose", by=checker)
    served = everything_served(client_of(request.getfixturevalue(who)), rated, bell_article.pk)
    if not proposed_again:
        served = served.replace("Somebody whispered: disputed.", "")  # a note to colleagues, while no rating is asked
    assert [secret for secret in SECRETS if secret in served] == []
    assert "badge rating rating--disputed" not in served
    assert 'aria-pressed="true"' not in served.replace('data-set-theme="system" aria-pressed="true"', "")
    assert "engineers found cracks in two piers" in served


def test_the_cited_words_are_open_to_the_second_reader(client_of, checker, second_checker, rated):
    move_claim(claim_id=rated.pk, move="propose", by=checker)
    html = client_of(second_checker).get(rated.get_absolute_url()).content.decode()
    assert "“The closure was planned for months”" in html
    assert "You read second" in html
    assert "https://county.example/notice" in html


def test_the_author_goes_on_seeing_the_draft_and_the_proposal(client_of, checker, rated):
    for _ in range(2):
        html = client_of(checker).get(rated.get_absolute_url()).content.decode()
        assert "Gravelbank" in html
        assert "quarrelsome" in html
        if rated.log.last().move != "propose":
            move_claim(claim_id=rated.pk, move="propose", by=checker)


def test_after_rating_the_second_reader_sees_all(client_of, checker, second_checker, rated):
    move_claim(claim_id=rated.pk, move="propose", by=checker)
    second_reading(claim_id=rated.pk, rating=Rating.UNSETTLED, by=second_checker)
    html = client_of(second_checker).get(rated.get_absolute_url()).content.decode()
    assert [secret for secret in SECRETS[:6] if secret not in html] == []
    assert "badge rating rating--disputed" in html


def test_a_wrong_move_tells_nothing_either(client_of, checker, second_checker, rated):
    client = client_of(second_checker)
    answers = [
        client.post(f"{rated.get_absolute_url()}second-reading/", {"rating": rating.value}, headers=HTMX)
        for rating in Rating
    ]
    assert len({answer.content for answer in answers}) == 1
    assert {answer.status_code for answer in answers} == {409}
