"""A checker finds, cites and proposes without touching the mouse, and typing never fires a key."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from claims.models import Claim, Verdict
from newsdesk.models import User
from tests.journeys import copy, steps

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ada(page_of: Callable[..., Page], checker: User) -> Page:
    """A checker's page with the claim open."""
    steps.story_already_read()
    page = page_of(checker)
    steps.open_the_claim(page)
    return page


def tab_to(page: Page, wanted: str, limit: int = 80) -> None:
    """Press Tab until the focused element is `wanted` (a CSS selector), as somebody without a mouse does."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"Tab never reached {wanted}")


def test_a_claim_is_proposed_by_keyboard_alone(ada: Page) -> None:
    ada.keyboard.press("4")
    expect(ada.get_by_text(re.compile("Held by you until"))).to_be_visible()
    ada.keyboard.press("w")
    expect(ada.get_by_label("Rationale")).to_be_focused()
    ada.keyboard.type("Asked the harbour office 3 times; 1 answer, none of use.")
    expect(ada.get_by_role("button", name=re.compile("Unsettled"))).to_have_attribute("aria-pressed", "true")
    expect(ada.get_by_role("button", name=re.compile("^Propose"))).to_be_enabled()
    ada.keyboard.press("Control+Enter")
    expect(ada.locator("#messages")).to_contain_text("Undo")
    verdict = Verdict.objects.get(claim__text__contains=copy.CLAIM)
    assert verdict.rationale == "Asked the harbour office 3 times; 1 answer, none of use."
    assert verdict.proposed_at is not None

    ada.keyboard.press("Escape")
    ada.keyboard.press("u")
    expect(ada.locator("#messages")).not_to_contain_text("Undo u")
    expect(ada.get_by_text(re.compile("Held by you until"))).to_be_visible()
    assert Claim.objects.get(text__contains=copy.CLAIM).status == "in check"


def test_words_are_cited_by_keyboard_alone(ada: Page) -> None:
    ada.keyboard.press("t")
    expect(ada.get_by_text(re.compile("Held by you until"))).to_be_visible()
    tab_to(ada, "summary")
    while "Cite words" not in str(ada.evaluate("document.activeElement.textContent")):
        tab_to(ada, "summary")
    ada.keyboard.press("Enter")
    tab_to(ada, "#cite-paragraph")
    for _ in range(3):
        ada.keyboard.press("ArrowDown")
    tab_to(ada, "#cite-words")
    ada.keyboard.press("Control+a")
    ada.keyboard.type(copy.SUPPORT_HERE)
    tab_to(ada, "#cite-add")
    ada.keyboard.press("Enter")
    expect(ada.locator("#citations")).to_contain_text(copy.SUPPORT_HERE)


def test_a_question_mark_shows_every_key_and_escape_puts_them_away(ada: Page) -> None:
    ada.keyboard.press("?")
    dialog = ada.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Corroborated")
    ada.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_j_and_enter_open_the_next_claim_and_k_goes_back(ada: Page) -> None:
    first = ada.locator(".claim-item[aria-current]").get_attribute("data-item")
    ada.keyboard.press("j")
    ada.keyboard.press("Enter")
    expect(ada.locator(".claim-item[aria-current]")).not_to_have_attribute("data-item", str(first))
    expect(ada.locator("[data-claim-heading]")).to_be_focused()
    ada.keyboard.press("k")
    ada.keyboard.press("Enter")
    expect(ada.locator(".claim-item[aria-current]")).to_have_attribute("data-item", str(first))


def test_no_two_things_on_the_page_share_a_key(ada: Page) -> None:
    ada.keyboard.press("t")
    expect(ada.get_by_text(re.compile("Held by you until"))).to_be_visible()
    keys = ada.evaluate("[...document.querySelectorAll('[data-key]')].map(e => e.dataset.key)")
    assert len(keys) > 8
    assert len(keys) == len(set(keys))
