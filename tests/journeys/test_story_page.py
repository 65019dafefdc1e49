"""The story page in a browser: the table by keyboard, one claim at a time on a phone, tabs and decisions without JavaScript."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from claims.models import Decision
from newsdesk.models import User
from tests.fixtures_comparison import CLAIM, Compared, uncompared_story

pytestmark = pytest.mark.django_db(transaction=True)
SECOND = "The pier is closed to all"


@pytest.fixture
def story(desk: str) -> Compared:
    """A compared story with two claims, the first in all three outlets."""
    made = uncompared_story()
    everything = made.everything
    first = replace(
        everything.claims[0], members=(*everything.claims[0].members, made.stated(2, "The harbour denied it"))
    )
    second = replace(made.claim(made.stated(0, SECOND), made.stated(1, SECOND)), text=SECOND)
    made.keep(replace(everything, claims=(first, second)))
    return made


def address(story: Compared, tab: str = "coverage") -> str:
    return f"/stories/{story.story.pk}/{tab}/"


def focused(page: Page) -> str:
    return " ".join(str(page.evaluate("document.activeElement.textContent")).split())


def test_the_table_is_walked_and_decided_by_keyboard_alone(
    checker: User, page_of: Callable[..., Page], story: Compared
) -> None:
    page = page_of(checker, viewport={"width": 1440, "height": 900})
    page.goto(address(story))
    page.keyboard.press("j")
    assert focused(page) == CLAIM
    page.keyboard.press("j")
    assert focused(page) == SECOND
    page.keyboard.press("k")
    for key, words in (
        ("ArrowRight", "own voice"),
        ("ArrowRight", "attributed"),
        ("ArrowDown", "own voice"),
        ("End", "–"),
    ):
        page.keyboard.press(key)
        assert words in focused(page), key
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("#beside .is-asked mark").first).to_have_text("The harbour denied it")
    assert "own voice" in focused(page), "the cell keeps the focus, so that the next one can be opened"
    assert "claim=" in page.url
    page.keyboard.press("Escape")
    expect(page.locator("#beside")).to_be_hidden()
    assert "own voice" in focused(page)
    assert page.url.endswith("/coverage/")
    page.keyboard.press("c")
    page.wait_for_url(re.compile(r"n=2#at-hand"))
    expect(page.locator("#messages")).to_contain_text("Confirmed.")
    expect(page.locator(":focus")).to_have_text(SECOND)
    page.keyboard.press("x")
    expect(page.locator("#messages")).to_contain_text("Rejected")
    page.keyboard.press("u")
    expect(page.locator("#messages")).to_contain_text("Undone.")
    expect(page.get_by_role("link", name=SECOND)).to_be_visible()
    assert Decision.objects.filter(undone_at=None).exists()


def test_one_cell_at_a_time_is_in_the_order_of_tab(
    checker: User, page_of: Callable[..., Page], story: Compared
) -> None:
    page = page_of(checker, viewport={"width": 1440, "height": 900})
    page.goto(address(story))
    expect(page.get_by_role("grid")).to_be_visible()
    inside = page.locator("[data-grid] :is(a, td, th)[tabindex='0']:not(.decide *)")
    expect(inside).to_have_count(1)
    page.keyboard.press("j")
    page.keyboard.press("ArrowRight")
    expect(inside).to_have_count(1)
    assert page.locator("[data-grid] .decide button:not([tabindex='-1'])").count() == 2, "those of the row at hand"


def test_keys_that_are_switched_off_decide_nothing(
    checker: User, page_of: Callable[..., Page], story: Compared
) -> None:
    page = page_of(checker, viewport={"width": 1440, "height": 900})
    page.goto(address(story))
    page.evaluate("localStorage.setItem('newsdesk.keys', 'off')")
    page.reload()
    page.locator("[data-item]").first.focus()
    page.keyboard.press("c")
    page.keyboard.press("ArrowRight")
    assert "own voice" in focused(page), "arrows are no single letters and stay"
    assert not Decision.objects.exists()


def test_a_phone_shows_one_claim_at_a_time(checker: User, page_of: Callable[..., Page], story: Compared) -> None:
    page = page_of(checker, viewport={"width": 390, "height": 844})
    page.goto(address(story))
    first, second = page.get_by_role("link", name=CLAIM), page.get_by_role("link", name=SECOND)
    expect(first).to_be_visible()
    expect(second).to_be_hidden()
    boxes = [cell.bounding_box() for cell in page.locator(".is-now > td:visible").all()]
    tops = [box["y"] for box in boxes if box and box["height"] > 30]
    assert len(set(tops)) == 3, "the outlets stand one below the other"
    page.get_by_role("link", name="Next ›").click()
    expect(second).to_be_visible()
    expect(first).to_be_hidden()
    expect(page.get_by_text("Not found in: The Island Wire")).to_be_visible()
    page.get_by_role("link", name="‹ Previous").click()
    expect(first).to_be_visible()
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def test_the_story_is_read_and_decided_without_javascript(
    checker: User, page_of: Callable[..., Page], story: Compared
) -> None:
    page = page_of(checker, java_script_enabled=False)
    page.goto(f"/stories/{story.story.pk}/")
    page.get_by_role("link", name=CLAIM).click()
    expect(page.locator("#beside mark")).to_have_count(4)
    page.get_by_role("link", name=re.compile("^Origins")).first.click()
    expect(page.locator("#beside")).to_contain_text("They share a paragraph.")
    for tab in ("Quotes", "Conflicts", "Names and verbs", "Articles", "Coverage"):
        page.get_by_role("link", name=re.compile(f"^{tab}")).first.click()
        expect(page.locator(".tabs [aria-current]")).to_contain_text(tab)
    page.get_by_role("button", name="Confirm").first.click()
    expect(page.locator("#at-hand")).to_contain_text(SECOND)
    assert Decision.objects.filter(relation="joined").exists()
