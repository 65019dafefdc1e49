"""The claim's own page."""

from datetime import timedelta

from claims.models import Claim
from claims.rules.ratings import Rating
from claims.services.move_claim import move_claim
from claims.services.save_draft import save_draft
from claims.views.history import duration
from tests.factories import make_claim

QUERIES_OF_THE_PAGE = 18


def test_the_page_shows_where_the_claim_appears_and_its_log(client_of, checker, claim, post_article):
    move_claim(claim_id=claim.pk, move="take", by=checker)
    html = client_of(checker).get(claim.get_absolute_url()).content.decode()
    assert f'href="{post_article.get_absolute_url()}?at=1#p1"' in html
    assert "The Harbour Post, own voice" in html
    assert "Ada Brandt took the claim → in check" in html
    assert 'data-key="r"' in html


def test_the_time_in_each_status_adds_up(client_of, checker, claim):
    start = claim.status_since
    move_claim(claim_id=claim.pk, move="take", by=checker, now=start + timedelta(hours=2))
    move_claim(claim_id=claim.pk, move="release", by=checker, now=start + timedelta(hours=3))
    move_claim(claim_id=claim.pk, move="take", by=checker, now=start + timedelta(hours=3, minutes=30))
    Claim.objects.filter(pk=claim.pk).update(status_since=start + timedelta(hours=3, minutes=30))
    html = client_of(checker).get(claim.get_absolute_url()).content.decode()
    assert "<dt>New</dt><dd>2 h 30 min</dd><dt>In check</dt><dd>1 h</dd>" in html


def test_lengths_of_time_are_told_in_two_units():
    assert [duration(s) for s in (5, 60, 3_660, 90_000, 864_000)] == [
        "under a minute",
        "1 min",
        "1 h 1 min",
        "1 d 1 h",
        "10 d",
    ]


def test_what_people_wrote_is_escaped(client_of, checker, post_article):
    claim = make_claim(post_article, "forty cars an hour", claimant="<b>Pell</b>")
    save_draft(claim_id=claim.pk, by=checker, rationale="</textarea><script>alert(1)</script>")
    html = client_of(checker).get(claim.get_absolute_url()).content.decode()
    assert "<b>Pell" not in html
    assert "<script>alert" not in html


def test_the_number_of_queries_does_not_grow_with_what_is_cited(
    client_of, checker, claim, post_article, bell_article, cite, django_assert_max_num_queries
):
    client = client_of(checker)
    cite(claim, post_article, "on Monday", checker)
    save_draft(claim_id=claim.pk, by=checker, rating=Rating.DISPUTED)
    client.get(claim.get_absolute_url())
    with django_assert_max_num_queries(QUERIES_OF_THE_PAGE) as few:
        client.get(claim.get_absolute_url())
    before = len(few)
    for words in ("Harrowgate", "closed", "two piers", "the ferry", "forty cars"):
        cite(claim, post_article, words, checker)
    for words in ("shut its gates", "on Monday", "by noon"):
        cite(claim, bell_article, words, checker)
    with django_assert_max_num_queries(before):
        client.get(claim.get_absolute_url())
