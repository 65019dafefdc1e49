"""The offers beside a draft: shown to whoever works on it, taken and refused by one press, with and without JavaScript."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Citation, Claim, Finding, RefusedOffer
from claims.services.move_claim import move_claim
from tests.fixtures_offers import DENIAL, HERE, THERE

HTMX = {"HX-Request": "true"}
pytestmark = pytest.mark.usefixtures("compared_claim")


def address(name, claim, *args):
    return reverse(name, args=[claim.public_id, *args])


def offers_html(client, claim):
    return client.get(address("claim-offers", claim), headers=HTMX).content.decode()


def form_of(html, button):
    """The fields of the form whose button has this id, as a browser would send them."""
    form = next(part for part in re.findall(r"<form.*?</form>", html, re.S) if f'id="{button}"' in part)
    action = re.search(r'action="([^"]+)"', form)[1]
    return action, dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form))


def test_the_panel_asks_for_the_offers_once_it_is_there(client_of, checker, claim):
    html = client_of(checker).get(address("claim", claim)).content.decode()
    assert re.search(rf'id="offers"[^>]*hx-get="{address("claim-offers", claim)}"[^>]*hx-trigger="load"', html)


def test_each_offer_has_its_words_its_place_and_a_key(client_of, checker, claim):
    html = offers_html(client_of(checker), claim)
    assert "<html" not in html
    assert THERE in html
    assert DENIAL in html
    assert re.findall(r'data-key="(\d)"', html) == ["5", "6", "7"]
    assert 'hx-trigger="offers-changed from:body"' in html


def test_without_javascript_the_offers_are_a_page(client_of, checker, claim):
    html = client_of(checker).get(address("claim-offers", claim)).content.decode()
    assert "<html" in html
    assert THERE in html


def test_taking_an_offer_cites_it_with_its_stance_and_has_the_list_made_again(client_of, checker, claim):
    client = client_of(checker)
    button = re.search(r'id="(take-\d+:\d+-\d+:citation)"', offers_html(client, claim))[1]
    action, fields = form_of(offers_html(client, claim), button)
    response = client.post(action, fields, headers=HTMX)
    assert "offers-changed" in response.headers["HX-Trigger-After-Settle"]
    cited = Citation.objects.get()
    assert (cited.words, cited.stance) == (DENIAL, "contradicts")
    assert button not in offers_html(client, claim)


def test_an_offered_finding_is_made_with_reason_and_note(client_of, checker, claim):
    client = client_of(checker)
    html = offers_html(client, claim)
    button = re.search(r'id="(take-[^"]+missing counter-claim)"', html)[1]
    action, fields = form_of(html, button)
    client.post(action, fields)
    finding = Finding.objects.get()
    assert (finding.reason, finding.text) == ("missing counter-claim", HERE)
    assert "is not found in this outlet’s copy" in finding.note


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_offer_refused_is_listed_as_such_and_may_be_had_again(client_of, checker, claim, headers):
    client = client_of(checker)
    html = offers_html(client, claim)
    action, fields = form_of(html, re.search(r'id="(refuse-[^"]+citation)"', html)[1])
    client.post(action, fields, headers=headers)
    refused = RefusedOffer.objects.get()
    html = offers_html(client, claim)
    assert f'id="again-{refused.pk}"' in html
    assert f'id="take-{fields["offer"]}"' not in html
    client.post(address("claim-offer-again", claim, refused.pk), headers=headers)
    assert f'id="take-{fields["offer"]}"' in offers_html(client, claim)


def test_a_key_that_names_no_offer_is_answered_with_a_sentence(client_of, checker, claim):
    response = client_of(checker).post(address("claim-offer-refuse", claim), {"offer": "x'; DROP"}, headers=HTMX)
    assert response.status_code == 422
    assert "There is no such offer" in response.content.decode()


def test_whoever_does_not_hold_the_draft_is_offered_nothing(client_of, checker, second_checker, claim):
    move_claim(claim_id=claim.pk, move="take", by=checker)
    html = offers_html(client_of(second_checker), claim)
    assert THERE not in html
    assert "Offers are shown to whoever works on the draft" in html


def test_whoever_may_take_a_draft_over_learns_nothing_of_it_by_what_is_offered(
    client_of, checker, second_checker, claim
):
    move_claim(claim_id=claim.pk, move="take", by=checker)

    def shown():
        Claim.objects.filter(pk=claim.pk).update(held_until=timezone.now() - timedelta(minutes=1))
        return set(re.findall(r'id="(take-[^"]+|again-[^"]+)"', offers_html(client_of(second_checker), claim)))

    untouched = shown()
    own = client_of(checker)
    html = offers_html(own, claim)
    citing, refusing = re.findall(r'id="(take-[^"]+citation)"', html)[0], re.findall(r'id="(refuse-[^"]+)"', html)[-1]
    for action, fields in (form_of(html, citing), form_of(html, refusing)):
        own.post(action, fields)
    assert Citation.objects.exists()
    assert RefusedOffer.objects.exists()
    assert shown() == untouched
    assert citing in untouched
    assert citing not in offers_html(client_of(checker), claim)


def test_nobody_refuses_for_whoever_holds_the_draft(client_of, checker, second_checker, claim):
    move_claim(claim_id=claim.pk, move="take", by=checker)
    action, fields = form_of(html := offers_html(client_of(checker), claim), re.search(r'id="(refuse-[^"]+)"', html)[1])
    answer = client_of(second_checker).post(action, fields, headers=HTMX)
    assert answer.status_code == 409
    assert "held by Ada" in answer.content.decode()
    assert not RefusedOffer.objects.exists()
    client_of(checker).post(action, fields)
    refused = RefusedOffer.objects.get()
    client_of(second_checker).post(address("claim-offer-again", claim, refused.pk), headers=HTMX)
    assert RefusedOffer.objects.exists()


def test_a_second_reader_sees_no_offers(client_of, second_checker, proposed):
    client = client_of(second_checker)
    assert 'id="offers"' not in client.get(address("claim", proposed)).content.decode()
    assert THERE not in offers_html(client, proposed)


def test_offers_cost_a_fixed_number_of_queries(client_of, checker, claim, django_assert_max_num_queries):
    client = client_of(checker)
    offers_html(client, claim)
    with django_assert_max_num_queries(45):
        offers_html(client, claim)


def test_mere_context_comes_after_the_findings(client_of, checker, claim, compared_claim):
    compared_claim.found["claims"][0]["members"][1]["stance"] = "doubts"
    compared_claim.save(update_fields=["found"])
    html = offers_html(client_of(checker), claim)
    assert html.index(DENIAL) < html.index("Missing counter-claim") < html.index(THERE)
