"""The public page of a claim: what readers see, and what they never see."""

import json
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from claims.models import Appearance, Citation, Claim, Finding, Note, Quote, Verdict
from claims.rules.ratings import Rating
from claims.services.published_claim import permalink_path
from newsdesk.models import User
from tests.factories import make_article, make_claim, make_story

COPY = """Mayor Ines Calder said the crack is 12 metres long, and that nobody need worry.

The bridge, built in 1931, stays shut."""

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(checker: User, second_checker: User) -> Claim:
    """A claim with everything a published verdict can carry."""
    story = make_story()
    article = make_article(
        COPY, story=story, headline="Bridge shuts", url="https://post.example/bridge", published_on=date(2026, 3, 1)
    )
    other = make_article("A survey put the crack at 9 metres.", story=story, outlet="The Fell Courier")
    claim = make_claim(article, "the crack is 12 metres long", claimant="Ines Calder")
    Note.objects.create(claim=claim, text="Ring her deputy, confidential", by=checker)
    verdict = Verdict.objects.create(
        claim=claim, rating="disputed", rationale="The survey gives another length.\n\nIt was made in May.", by=checker,
        proposed_at=timezone.now(), second_reader=second_checker, second_rating="disputed",
        second_note="Second note, staff only", settled_note="Settled note, staff only", signed_off_at=timezone.now(),
    )  # fmt: skip
    cite(verdict, 1, article, "the crack is 12 metres long", "supports")
    cite(verdict, 2, other, "9 metres", "contradicts", note="Paragraph note, staff only")
    Citation.objects.create(
        verdict=verdict, number=3, kind="address", stance="context", title="Survey of bridges",
        address="https://county.example/survey", note="Table 4 gives the length.", kept_file="evidence/x",
        on_date=date(2026, 3, 2),
    )  # fmt: skip
    Citation.objects.create(
        verdict=verdict, number=4, kind="call", stance="context", title="Jo Marsh, private line",
        note="The county engineer confirmed the survey.", on_date=date(2026, 3, 3),
    )  # fmt: skip
    paragraph = article.paragraphs.get(number=1)
    start = article.body.index("nobody need worry")
    Finding.objects.create(
        verdict=verdict, paragraph=paragraph, start=start, end=start + 17, text="nobody need worry",
        reason="loaded word", neutral="there is no danger", by=checker,
    )  # fmt: skip
    publish(claim, verdict)
    return claim


def cite(verdict: Verdict, number: int, article, words: str, stance: str, **fields: object) -> None:
    start = article.body.index(words)
    Citation.objects.create(
        verdict=verdict, number=number, kind="paragraph", stance=stance, start=start, end=start + len(words),
        paragraph=article.paragraphs.get(start__lte=start, end__gt=start), words=words, **fields,
    )  # fmt: skip


def publish(claim: Claim, verdict: Verdict, **fields: object) -> None:
    verdict.published_at = timezone.now()
    verdict.save(update_fields=["published_at"])
    claim.published_verdict, claim.status = verdict, "published"
    claim.save(update_fields=["published_verdict", "status"])


def page(claim: Claim, client: Client | None = None) -> str:
    response = (client or Client()).get(permalink_path(claim))
    assert response.status_code == 200
    return response.content.decode()


def text_of(html: str) -> str:
    body = re.sub(r"<(script|head)\b.*?</\1>", "", html, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def json_ld(html: str) -> dict:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    assert len(blocks) == 1
    return json.loads(blocks[0])


def test_readers_see_claim_rating_reasons_and_what_it_rests_on(claim: Claim) -> None:
    text = text_of(page(claim))
    for words in (
        "the crack is 12 metres long", "Claim by Ines Calder", "Disputed", Rating.DISPUTED.meaning,
        "The survey gives another length.", "It was made in May.", "Two people rated this claim",
        "The Fell Courier", "“Bridge shuts” , 1 March 2026", "https://post.example/bridge", "https://county.example/survey",
        "Table 4 gives the length.", "The desk keeps a copy.", "The county engineer confirmed the survey.",
        "Loaded word", "nobody need worry", "there is no danger", "Version 1", "paragraph 1",
    ):  # fmt: skip
        assert words in text, words


def test_each_citation_has_its_anchor_and_shows_the_whole_paragraph_with_the_words_marked(claim: Claim) -> None:
    html = page(claim)
    cited = re.search(r'id="cite-1".*?<blockquote[^>]*>(.*?)</blockquote>', html, re.S)
    assert cited
    assert "<mark>the crack is 12 metres long</mark>" in cited[1]
    assert re.sub(r"<[^>]+>", "", cited[1]) == COPY.split("\n\n")[0]
    assert all(f'id="cite-{number}"' in html for number in (2, 3, 4))


def heading(html: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.S)
    assert found
    return found[1].strip()


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("direct", "“the crack is 12 metres long”"), ("indirect", "The crack is 12 metres long")],
)
def test_the_claim_of_a_direct_quotation_reads_as_one(claim: Claim, kind: str, shown: str) -> None:
    place = claim.appearances.get()
    Appearance.objects.filter(pk=place.pk).update(voice="attributed")
    Quote.objects.create(
        article=place.article, paragraph=place.paragraph, start=place.start, end=place.end, text=place.text, kind=kind
    )
    assert heading(page(claim)) == shown


def test_who_denies_a_claim_is_not_said_to_make_it(claim: Claim) -> None:
    claim.appearances.update(stance="denies", voice="attributed", claimant="Ines Calder")
    text = text_of(page(claim))
    assert "Claim denied by Ines Calder" in text
    assert "Ines Calder denies it there" in text
    assert '"author": {"@type": "Person", "name": "Ines Calder"}' not in text
    assert "Claim by" not in text


@pytest.mark.parametrize(("rating", "first"), [("disputed", "citations"), ("source-biased", "findings")])
def test_findings_come_first_only_where_they_are_the_verdict(claim: Claim, rating: str, first: str) -> None:
    verdict = Verdict.objects.create(claim=claim, version=2, rating=rating, rationale="Read again.")
    place = claim.appearances.get()
    cite(verdict, 1, place.article, place.text, "supports")
    Finding.objects.create(
        verdict=verdict, paragraph=place.paragraph, start=place.start, end=place.end, text=place.text,
        reason="loaded word",
    )  # fmt: skip
    publish(claim, verdict)
    html = page(claim)
    order = sorted(("citations", "findings"), key=lambda part: html.index(f'id="{part}"'))
    assert order[0] == first


def test_nothing_of_the_staffs_own_is_in_the_page(claim: Claim) -> None:
    claim.working_verdict = Verdict.objects.create(
        claim=claim, version=2, rating="corroborated", rationale="Draft words"
    )
    claim.status = "in check"
    claim.save(update_fields=["working_verdict", "status"])
    html = page(claim)
    for secret in (
        "confidential", "staff only", "Draft words", "Jo Marsh", "Ada Brandt", "Ben Okoro", "ada", "ben",
        "/articles/", "csrf",
    ):  # fmt: skip
        assert not re.search(rf"\b{re.escape(secret)}\b", html), secret
    assert "Being looked at again" in html
    assert json_ld(html)["reviewRating"]["alternateName"] == "Disputed"


def test_staff_also_get_the_way_into_the_copy(claim: Claim, client_of, checker: User) -> None:
    article = claim.appearances.get().article
    html = page(claim, client_of(checker))
    assert f'href="{reverse("article", args=[article.pk])}?at=1#p1"' in html


def test_the_claim_review_says_what_the_page_says(claim: Claim) -> None:
    html = page(claim)
    review = json_ld(html)
    text = text_of(html)
    assert review["url"] == f"http://testserver{permalink_path(claim)}"
    assert f'<link rel="canonical" href="{review["url"]}">' in html
    assert review["claimReviewed"] in text
    assert review["reviewRating"]["alternateName"] in text
    assert review["itemReviewed"]["author"]["name"] in text
    assert review["itemReviewed"]["appearance"][0]["url"] in text
    assert Client().get(review["url"].removeprefix("http://testserver")).status_code == 200, "without redirect"


def test_the_desks_own_address_is_the_address_of_the_page(claim: Claim, settings) -> None:
    settings.DESK_ADDRESS = "https://desk.example"
    html = page(claim)
    assert json_ld(html)["url"] == f"https://desk.example{permalink_path(claim)}"
    assert f'property="og:url" content="https://desk.example{permalink_path(claim)}"' in html


def test_a_long_claim_is_cut_for_the_review_alone(claim: Claim) -> None:
    claim.text = "The crack, which runs along the north face of the bridge, " + "is very long, " * 12
    claim.save(update_fields=["text"])
    html = page(claim)
    assert len(json_ld(html)["claimReviewed"]) <= 75
    assert claim.text.strip() in text_of(html)


def test_unpublished_and_absent_look_the_same(claim: Claim) -> None:
    hidden = Claim.objects.create(story=claim.story, text="Not yet")
    hidden.working_verdict = Verdict.objects.create(claim=hidden, rating="disputed", signed_off_at=timezone.now())
    hidden.save(update_fields=["working_verdict"])
    answers = [
        Client().get(path)
        for path in (permalink_path(hidden), f"/c/{hidden.public_id}", "/c/zzzzzzzzzz/not-yet", "/c/zzzzzzzzzz")
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content.replace(hidden.public_id.encode(), b"") for answer in answers}) == 1


@pytest.mark.parametrize("slug", ["another-claim", "x"])
def test_a_wrong_slug_leads_to_the_right_one(claim: Claim, slug: str) -> None:
    answer = Client().get(f"/c/{claim.public_id}/{slug}")
    assert (answer.status_code, answer["Location"]) == (301, permalink_path(claim))


def test_without_a_slug_the_page_is_found_too(claim: Claim) -> None:
    assert Client().get(f"/c/{claim.public_id}")["Location"] == permalink_path(claim)


def test_a_retracted_page_stays_and_says_why_and_carries_no_review(claim: Claim) -> None:
    claim.status, claim.retracted_at, claim.retracted_reason = "retracted", timezone.now(), "The survey was forged."
    claim.save(update_fields=["status", "retracted_at", "retracted_reason"])
    html = page(claim)
    assert "The survey was forged." in text_of(html)
    assert "ld+json" not in html
    assert re.search(r"<title>\s*Retracted", html)


def test_the_page_says_that_nobody_else_read_it(checker: User) -> None:
    claim = make_claim(make_article(COPY), "The bridge, built in 1931, stays shut.")
    verdict = Verdict.objects.create(
        claim=claim, rating="unsettled", rationale="Asked the county.", by=checker, read_by_one_alone=True
    )
    publish(claim, verdict)
    text = text_of(page(claim))
    assert "nobody else read it" in text
    assert "in its own voice" in text


def test_a_settled_verdict_says_that_the_two_differed(claim: Claim, editor: User, checker: User) -> None:
    second = Verdict.objects.create(
        claim=claim, version=2, rating="corroborated", rationale="Now clear.", by=checker,
        second_reader=claim.published_verdict.second_reader, settled_by=editor, notice="The rating has changed.",
    )  # fmt: skip
    publish(claim, second)
    text = text_of(page(claim))
    assert "They differed" in text
    assert "Version 2" in text
    assert "The rating has changed." in text


def test_what_appeared_after_publication_waits_for_the_next_version(claim: Claim) -> None:
    later = make_article("the crack is 12 metres long", story=claim.story, outlet="The Late Edition")
    appearance = claim.appearances.get()
    appearance.pk, appearance.article, appearance.paragraph = None, later, later.paragraphs.get()
    appearance.start, appearance.made_at = 0, timezone.now() + timedelta(hours=1)
    appearance.save()
    assert "The Late Edition" not in page(claim)


def test_a_withdrawn_article_has_reported_nothing(claim: Claim) -> None:
    reports = page(claim).split('id="reported"')[1].split("</section>")[0]
    assert "The Harbour Post" in reports
    Article.objects.update(withdrawn_at=timezone.now())
    reports = page(claim).split('id="reported"')[1].split("</section>")[0]
    assert "The Harbour Post" not in reports


def test_a_changed_article_says_which_version_the_words_are_from(claim: Claim) -> None:
    article = claim.appearances.get().article
    make_article("The crack is 14 metres long.", story=claim.story, version=2, replaces=article)
    assert "the words are those of version 1" in text_of(page(claim))


def test_hostile_words_stay_words(checker: User) -> None:
    hostile = '</script><script>alert(1)</script>"><img src=x onerror=alert(2)> \u202e'
    article = make_article(hostile, headline=hostile, url="javascript:alert(3)", outlet=hostile[:90])
    claim = make_claim(article, hostile.strip("\u202e "), claimant=hostile)
    verdict = Verdict.objects.create(claim=claim, rating="disputed", rationale=hostile, by=checker)
    cite(verdict, 1, article, "<script>alert(1)</script>", "supports")
    Citation.objects.create(
        verdict=verdict, number=2, kind="address", stance="supports", address="javascript:alert(4)", note=hostile
    )
    publish(claim, verdict)
    html = page(claim)
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "javascript:" not in re.sub(r"<script type.*?</script>", "", html, flags=re.S)
    assert json_ld(html)["itemReviewed"]["author"]["name"] == hostile


def test_few_queries_however_much_is_cited(claim: Claim, checker: User, django_assert_max_num_queries) -> None:
    article = claim.appearances.get().article
    second = Verdict.objects.create(claim=claim, version=2, rating="disputed", rationale="More.", by=checker)
    for number in range(1, 30):
        cite(second, number, article, "crack", "supports")
    publish(claim, second)
    with django_assert_max_num_queries(6):
        page(claim)


def test_readers_caches_may_keep_the_page_for_a_moment_and_ask_again(claim: Claim, client_of, checker: User) -> None:
    answer = Client().get(permalink_path(claim))
    assert "public" in answer["Cache-Control"]
    again = Client().get(permalink_path(claim), headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    claim.status = "in check"
    claim.save(update_fields=["status"])
    changed = Client().get(permalink_path(claim), headers={"If-None-Match": answer["ETag"]})
    assert changed.status_code == 200
    assert "no-store" in client_of(checker).get(permalink_path(claim))["Cache-Control"]
