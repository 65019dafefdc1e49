"""The queue: what it lists, opens and counts, in how many queries."""

import re

import pytest
from django.urls import reverse

from claims.models import Claim
from claims.rules.ratings import Rating
from claims.services.move_claim import move_claim
from claims.services.save_draft import save_draft
from claims.views import queue_list
from tests.factories import make_article, make_claim, make_story

HTMX = {"HX-Request": "true"}
QUERIES_OF_THE_QUEUE = 24


def listed(response) -> list[str]:
    return re.findall(r'data-item="(\w+)"', response.content.decode())


def opened(response) -> str:
    found = re.search(r'id="open-claim" data-claim="(\w+)"', response.content.decode())
    return found.group(1) if found else ""


@pytest.fixture
def many(post_article):
    """Twelve new claims, several of one priority."""
    story = post_article.story
    return [Claim.objects.create(story=story, text=f"Claim {i}", priority=(i // 4) / 10) for i in range(12)]


def in_order(claims) -> list[str]:
    return [c.public_id for c in sorted(claims, key=lambda c: (-c.priority, c.pk))]


def test_the_queue_is_for_staff(client, claim):
    response = client.get("/")
    assert response.status_code == 302
    assert response["Location"].startswith("/sign-in/")


def test_the_first_claim_is_open_beside_the_paragraph_it_was_found_in(client_of, checker, claim):
    html = client_of(checker).get("/").content.decode()
    assert 'class="para para--body para--origin"' in html
    assert '<span class="seg seg--open">engineers found cracks in two piers</span>' in html
    assert "Evening Bell" in html


def test_claims_come_by_priority_and_then_by_age(client_of, checker, many):
    assert listed(client_of(checker).get("/")) == in_order(many)


def test_pages_follow_each_other_though_claims_come_and_go(client_of, checker, many, monkeypatch):
    monkeypatch.setattr(queue_list, "PAGE", 5)
    client = client_of(checker)
    first = client.get("/")
    address = re.search(r'rel="next" href="([^"]+)"', first.content.decode()).group(1)
    Claim.objects.create(story=many[0].story, text="Urgent", priority=1.0)
    move_claim(claim_id=Claim.objects.get(public_id=listed(first)[4]).pk, move="take", by=checker)
    second = client.get("/" + address.replace("&amp;", "&"))
    assert listed(first) + listed(second) == in_order(many)[:10]
    assert "5 more of 12" in second.content.decode()


def test_claims_of_one_priority_stand_on_one_page_each(client_of, checker, many, monkeypatch):
    monkeypatch.setattr(queue_list, "PAGE", 5)
    client, address, shown = client_of(checker), "?status=all", []
    while address:
        response = client.get("/" + address.replace("&amp;", "&"))
        shown += listed(response)
        found = re.search(r'rel="next" href="([^"]+)"', response.content.decode())
        address = found.group(1) if found else ""
    assert shown == in_order(many)


def test_an_outlet_whose_place_was_dismissed_does_not_have_the_claim(client_of, checker, claim, post_article):
    outlet = {"outlet": post_article.outlet_id}
    assert listed(client_of(checker).get("/", outlet)) == [claim.public_id]
    claim.appearances.update(dismissed_at=claim.made_at)
    assert listed(client_of(checker).get("/", outlet)) == []


@pytest.mark.parametrize(
    "query", ["?after=x", "?after=nan:1", "?after=1:99999999999999999999999", "?status=zz", "?story=x"]
)
def test_an_address_that_cannot_be_read_still_shows_the_queue(client_of, checker, many, query):
    assert client_of(checker).get("/" + query).status_code == 200


def test_filters_stand_in_the_address(client_of, checker, claim, post_article):
    other_story = make_article("The ferry sank on Friday.", story=make_story("Ferry"), outlet="Tide")
    other = make_claim(other_story, "The ferry sank", claimant="Mara Quill")
    client = client_of(checker)
    ours, theirs = [claim.public_id], [other.public_id]
    assert listed(client.get("/", {"story": post_article.story_id})) == ours
    assert listed(client.get("/", {"outlet": other_story.outlet_id})) == theirs
    assert listed(client.get("/", {"claimant": "quill"})) == theirs
    assert listed(client.get("/", {"status": "dismissed"})) == []
    move_claim(claim_id=other.pk, move="take", by=checker)
    assert listed(client.get("/", {"status": "in-check"})) == theirs
    assert listed(client.get("/", {"status": "mine"})) == theirs
    assert sorted(listed(client.get("/", {"status": "all"}))) == sorted(ours + theirs)
    html = client.get("/", {"story": post_article.story_id, "status": "all"}).content.decode()
    assert re.search(r'aria-current="page">All <span class="count">1<', html)


def test_a_rating_filters_published_claims_and_ones_own_but_tells_nothing_of_a_proposal(
    client_of, checker, second_checker, editor, proposed
):
    wanted = {"status": "all", "rating": "corroborated"}
    assert listed(client_of(checker).get("/", wanted)) == [proposed.public_id]
    assert listed(client_of(second_checker).get("/", wanted)) == []
    assert listed(client_of(editor).get("/", wanted)) == []
    from claims.services.second_reading import second_reading

    second_reading(claim_id=proposed.pk, rating=Rating.CORROBORATED, by=second_checker)
    assert listed(client_of(editor).get("/", wanted)) == [proposed.public_id]


def test_counts_follow_the_filters(client_of, checker, claim, many):
    move_claim(claim_id=many[0].pk, move="take", by=checker)
    html = client_of(checker).get("/").content.decode()
    assert re.search(r'New <span class="count">12<', html)
    assert re.search(r'In check <span class="count">1<', html)
    assert re.search(r'Mine <span class="count">1<', html)


def test_an_empty_queue_says_where_the_work_is_and_who_holds_it(client_of, checker, second_checker, claim, many):
    for each in (claim, many[0]):
        move_claim(claim_id=each.pk, move="take", by=second_checker)
    move_claim(claim_id=many[1].pk, move="take", by=checker)
    Claim.objects.filter(pk__in=[c.pk for c in many[2:]]).delete()
    html = client_of(checker).get("/").content.decode()
    assert "Nothing new" in html
    assert "There are 3 in check, of which Ben Okoro holds 2 and you hold 1." in html


def test_the_list_says_who_denies_a_claim_rather_than_who_makes_it(client_of, checker, claim):
    Claim.objects.filter(pk=claim.pk).update(claimant="Mara Quill")
    claim.appearances.update(claimant="Mara Quill", voice="attributed", stance="denies")
    html = client_of(checker).get("/").content.decode()
    assert "<bdi>Mara Quill denies</bdi>" in html
    assert "Denied by <bdi>Mara Quill</bdi>" in html


def test_a_desk_without_stories_leads_an_editor_to_the_first_and_tells_a_checker_who_files(client_of, checker, editor):
    html = client_of(editor).get("/").content.decode()
    assert re.search(rf'href="{reverse("story-new")}">\s*File the first articles', html)
    html = client_of(checker).get("/").content.decode()
    assert "An editor has to file the first articles" in html
    assert "File the first articles" not in html


def test_a_desk_whose_articles_are_still_read_leads_to_its_stories(client_of, checker):
    make_story()
    html = client_of(checker).get("/").content.decode()
    assert "No claims yet" in html
    assert re.search(rf'href="{reverse("story-list")}">\s*See the stories', html)


def test_htmx_gets_the_open_claim_alone_or_the_copy_alone(client_of, checker, claim, bell_article):
    client = client_of(checker)
    page = client.get("/", {"claim": claim.public_id}, headers={**HTMX, "HX-Target": "open-claim"})
    html = page.content.decode()
    assert html.lstrip().startswith('<div class="open"')
    assert "<html" not in html
    assert "HX-Request" in page["Vary"]
    assert page["Cache-Control"].startswith("max-age=0")
    copy = client.get(
        "/", {"claim": claim.public_id, "article": bell_article.pk}, headers={**HTMX, "HX-Target": "copy"}
    ).content.decode()
    assert "shut its gates" in copy
    assert "verdict-panel" not in copy
    restore = client.get("/", headers={**HTMX, "HX-History-Restore-Request": "true"}).content.decode()
    assert "<html" in restore


def test_a_claim_that_is_not_there_is_a_404(client_of, checker):
    assert client_of(checker).get("/", {"claim": "zzzzzzzzzz"}).status_code == 404
    assert client_of(checker).get(reverse("claim", args=["zzzzzzzzzz"])).status_code == 404


def test_a_claim_joined_into_one_that_was_joined_later_opens_as_the_last_of_them(client_of, checker, claim, many):
    Claim.objects.filter(pk=many[0].pk).update(joined_into=many[1])
    Claim.objects.filter(pk=many[1].pk).update(joined_into=claim)
    assert opened(client_of(checker).get(f"/?claim={many[0].public_id}")) == claim.public_id


def test_a_joined_claim_leaves_the_queue_and_its_page_leads_to_the_other(client_of, checker, claim, many):
    Claim.objects.filter(pk=many[0].pk).update(joined_into=claim)
    client = client_of(checker)
    assert many[0].public_id not in listed(client.get("/"))
    assert client.get(many[0].get_absolute_url())["Location"] == claim.get_absolute_url()


def test_the_number_of_queries_does_not_grow_with_the_queue(
    client_of, checker, claim, post_article, cite, django_assert_max_num_queries
):
    cite(claim, post_article, "on Monday", checker)
    save_draft(claim_id=claim.pk, by=checker, rating=Rating.DISPUTED, rationale="So far.")
    client = client_of(checker)
    client.get("/")
    wanted = {"status": "all", "claim": claim.public_id}
    with django_assert_max_num_queries(QUERIES_OF_THE_QUEUE) as few:
        client.get("/", wanted)
    before = len(few)
    for i in range(60):
        made = make_claim(post_article, "two piers", claimant=f"Speaker {i}")
        if i % 2:
            move_claim(claim_id=made.pk, move="take", by=checker)
    with django_assert_max_num_queries(before):
        client.get("/", wanted)


def test_articles_of_unknown_outlets_are_told_apart_by_their_headlines(client_of, checker):
    story = make_story()
    first = make_article("The pier closed.", story=story, outlet=None, headline="Pier shut")
    make_article("The pier is closed.", story=story, outlet=None, headline="No more ferries")
    make_claim(first, "The pier closed.")
    html = client_of(checker).get("/").content.decode()
    assert "outlet not known" in html
    assert "<bdi>Pier shut</bdi>" in html
    assert "<bdi>No more ferries</bdi>" in html


def test_a_claim_of_which_the_engine_is_unsure_says_check(client_of, checker, claim, post_article):
    unsure = make_claim(post_article, "forty cars an hour", claimant="Joren Pell")
    unsure.appearances.update(confidence=0.5)
    claim.appearances.update(confidence=0.5)  # in the outlet's own voice: nobody said it
    html = client_of(checker).get("/", {"claim": unsure.public_id}).content.decode()
    items = {item.split('"')[0]: item.split("</a>")[0] for item in html.split('data-item="')[1:]}
    assert "<b>check</b>" in items[unsure.public_id]
    assert "<b>check</b>" not in items[claim.public_id]
    head = html.split('class="claim-head')[1].split("</header>")[0]
    assert 'title="The engine is unsure who said this."' in head


def test_the_queue_can_show_only_what_needs_a_look(client_of, checker, claim, post_article):
    unsure = make_claim(post_article, "forty cars an hour", claimant="Joren Pell")
    looked_at = make_claim(post_article, "found cracks", claimant="Joren Pell")
    unsure.appearances.update(confidence=0.5)
    looked_at.appearances.update(confidence=0.6)
    response = client_of(checker).get("/", {"look": "1"})
    assert listed(response) == [unsure.public_id]
    html = response.content.decode()
    assert 'name="look" value="1" checked' in html
    assert "1 set" in html
    assert f"?look=1&amp;claim={unsure.public_id}" in html  # the filter stays while one is opened
