"""The forms by which staff edit claims and join them."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article
from claims.models import Appearance, Claim
from newsdesk.models import User
from tests.factories import make_article, make_claim, make_story

COPY = "The crack is 12 metres long. It grew by a metre in May, engineers said."

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client_of, checker: User) -> Client:
    return client_of(checker)


@pytest.fixture
def article() -> Article:
    return make_article(COPY, story=make_story())


def test_a_claim_is_added_from_selected_words(desk: Client, article: Article) -> None:
    where = reverse("claim-add", args=[article.pk])
    words = {"paragraph": "1", "words": "It grew by a metre in May", "occurrence": "1"}
    assert "It grew by a metre in May</textarea>" in desk.post(where, words).content.decode()
    assert not Claim.objects.exists()
    refused = desk.post(where, {**words, "voice": "attributed", "stance": "asserts", "text": "typed by hand"})
    assert refused.status_code == 422
    assert "Say who makes the claim" in refused.content.decode()
    assert "typed by hand" in refused.content.decode()
    answer = desk.post(where, {**words, "voice": "attributed", "claimant": "engineers", "stance": "denies"})
    appearance = Appearance.objects.get()
    assert answer["Location"].endswith(f"?at=1#appearance-{appearance.pk}")
    assert (appearance.claim.claimant, appearance.stance) == ("engineers", "denies")


def test_words_that_the_story_claims_already_say_so(desk: Client, article: Article) -> None:
    make_claim(article, "The crack is 12 metres long.")
    other = make_article("The crack is 12 metres long.", story=article.story)
    answer = desk.post(
        reverse("claim-add", args=[other.pk]),
        {"paragraph": "1", "words": other.body, "voice": "outlet", "stance": "asserts"},
    )
    assert "The story has this claim already (new)" in desk.get(answer["Location"]).content.decode()


def test_the_page_of_a_claims_place_corrects_it(desk: Client, article: Article) -> None:
    claim = make_claim(article, "The crack is 12 metres long.")
    where = reverse("appearance", args=[claim.appearances.get().pk])
    assert "The crack is 12 metres long.</textarea>" in desk.get(where).content.decode()
    sent = {
        "words": "The crack is 12 metres long.",
        "text": "The crack: 12 metres",
        "voice": "outlet",
        "stance": "asserts",
    }
    assert desk.post(where, sent).status_code == 303
    claim.refresh_from_db()
    assert claim.text == "The crack: 12 metres"


def test_a_proposed_claim_is_not_corrected_and_what_was_typed_stays(desk: Client, article: Article) -> None:
    claim = make_claim(article, "The crack is 12 metres long.", status="proposed")
    sent = {"words": "The crack", "text": "typed by hand", "voice": "outlet", "stance": "asserts"}
    answer = desk.post(reverse("appearance", args=[claim.appearances.get().pk]), sent)
    assert answer.status_code == 409
    assert "This claim is proposed" in answer.content.decode()
    assert "typed by hand" in answer.content.decode()


def test_a_claim_is_split_merged_and_its_places_dismissed_by_forms(desk: Client, article: Article) -> None:
    claim = make_claim(article, "The crack is 12 metres long. It grew by a metre in May")
    pk = claim.appearances.get().pk

    def send(name: str, pk: int, **sent: object) -> int:
        return desk.post(reverse(name, args=[pk]), sent).status_code

    assert send("appearance-split", pk, words="It grew") == 303
    second = Appearance.objects.exclude(pk=pk).get()
    assert send("appearance-merge", pk, other=second.pk) == 303
    assert send("appearance-merge", pk, other=second.pk) == 409
    assert send("appearance-dismiss", pk) == 409, "the last place stays"
    twin = Appearance.objects.get(pk=pk)
    twin.pk = None
    twin.save()
    assert send("appearance-dismiss", pk) == 303
    assert send("appearance-restore", pk) == 303


@pytest.fixture
def others(article: Article) -> list[Claim]:
    texts = ["A crack of 12 metres was found", "The crack measures 12 metres", "The mayor resigned"]
    return [make_claim(make_article(text, story=article.story), text) for text in texts]


def test_claims_of_the_story_are_searched_chosen_joined_and_parted(
    desk: Client, article: Article, others: list[Claim]
) -> None:
    claim = make_claim(article, "The crack is 12 metres long.")
    where = reverse("claim-join", args=[claim.public_id])
    found = desk.get(where, {"q": "CRACK metres"}).content.decode()
    assert [other.text in found for other in others] == [True, True, False]
    answer = desk.post(where, {"claims": [other.public_id for other in others[:2]]})
    assert (answer.status_code, answer["Location"]) == (303, claim.get_absolute_url())
    assert claim.appearances.count() == 3
    assert "Joined into this claim" in desk.get(where).content.decode()
    assert "has been joined into" in desk.get(reverse("claim-join", args=[others[0].public_id])).content.decode()
    assert desk.post(reverse("claim-part", args=[others[0].public_id])).status_code == 303
    assert claim.appearances.count() == 2
    assert desk.post(reverse("claim-part", args=[others[0].public_id])).status_code == 409


def test_a_merged_claim_is_not_offered_for_parting_since_a_split_undoes_that(desk: Client, article: Article) -> None:
    claim = make_claim(article, COPY)
    pk = claim.appearances.get().pk
    desk.post(reverse("appearance-split", args=[pk]), {"words": "It grew"})
    second = Appearance.objects.exclude(pk=pk).get()
    assert desk.post(reverse("appearance-merge", args=[pk]), {"other": second.pk}).status_code == 303
    assert "Joined into this claim" not in desk.get(reverse("claim-join", args=[claim.public_id])).content.decode()


@pytest.mark.parametrize("chosen", [[], ["zzzzzzzzzz"]])
def test_a_choice_that_cannot_be_joined_gets_a_sentence(
    desk: Client, article: Article, others: list[Claim], chosen: list[str]
) -> None:
    claim = make_claim(article, "The crack is 12 metres long.")
    answer = desk.post(reverse("claim-join", args=[claim.public_id]), {"claims": chosen})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_claims_with_a_verdict_are_not_offered(desk: Client, article: Article, others: list[Claim]) -> None:
    Claim.objects.filter(pk=others[0].pk).update(status="proposed")
    claim = make_claim(article, "The crack is 12 metres long.")
    html = desk.get(reverse("claim-join", args=[claim.public_id])).content.decode()
    assert others[0].text not in html
    assert others[1].text in html


def test_claims_with_words_in_common_are_offered_first(desk: Client, article: Article, others: list[Claim]) -> None:
    Claim.objects.filter(pk=others[2].pk).update(priority=1.0)
    claim = make_claim(article, "The crack is 12 metres long.")
    html = desk.get(reverse("claim-join", args=[claim.public_id])).content.decode()
    assert html.index(others[0].text) < html.index(others[2].text)
    assert html.index(others[1].text) < html.index(others[2].text)


def test_what_is_not_there_is_not_found(desk: Client) -> None:
    assert desk.get(reverse("appearance", args=[987654])).status_code == 404
    assert desk.post(reverse("appearance-dismiss", args=[987654])).status_code == 404
    assert desk.get(reverse("claim-join", args=["zzzzzzzzzz"])).status_code == 404
    assert desk.post(reverse("claim-part", args=["zzzzzzzzzz"])).status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_claims_to_join(
    desk: Client, article: Article, django_assert_max_num_queries
) -> None:
    claim = make_claim(article, "The crack is 12 metres long.")
    for number in range(20):
        Claim.objects.create(story=article.story, text=f"Another claim {number}")
    with django_assert_max_num_queries(7):
        desk.get(reverse("claim-join", args=[claim.public_id]))
