"""From two files to a permalink that anybody can read: editor, checker, second checker, editor, reader."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from newsdesk.models import User
from tests.journeys import copy, steps

pytestmark = pytest.mark.django_db(transaction=True)


def test_five_people_take_two_files_to_a_permalink(
    page_of: Callable[..., Page],
    new_context: Callable[..., BrowserContext],
    worker: Any,
    checker: User,
    second_checker: User,
    editor: User,
) -> None:
    # An editor files and watches, without reloading, until both are ready
    desk = page_of(editor)
    steps.file_the_story(desk)
    expect(desk.get_by_text("Ready", exact=True)).to_have_count(2, timeout=steps.READY)
    for headline, outlet in {
        "Ferry terminal closes": "The Harbour Bell",
        "without a ferry": "Velmouth Courier",
    }.items():
        desk.get_by_role("link", name=re.compile(f"Facts of .*{headline}")).click()
        desk.get_by_label("Outlet").fill(outlet)
        desk.get_by_role("button", name="Save the facts").click()
        expect(desk.get_by_text(outlet).first).to_be_visible()
        desk.goto(f"/stories/{steps.story().pk}/articles/")

    # A checker takes the claim by its mark, which says what is missing, and cites by selecting words
    ada = page_of(checker)
    steps.open_the_claim(ada)
    expect(ada.get_by_text("no citation supports yet")).to_be_visible()
    ada.get_by_role("button", name=re.compile("Unsettled")).click()
    expect(ada.get_by_text(re.compile("Held by you until"))).to_be_visible()
    steps.select_words(ada, copy.SUPPORT_HERE)
    ada.get_by_role("button", name=re.compile("^Supports")).click()
    expect(ada.locator("#citations")).to_contain_text(copy.SUPPORT_HERE)
    ada.locator("#copy nav").get_by_role("link", name=re.compile("Velmouth Courier")).click()
    expect(ada.locator("#copy")).to_contain_text(copy.SUPPORT_THERE)
    steps.select_words(ada, copy.SUPPORT_THERE)
    ada.get_by_role("button", name=re.compile("^Supports")).click()
    expect(ada.locator("#citations")).to_contain_text(copy.SUPPORT_THERE)
    ada.get_by_role("button", name=re.compile("Corroborated")).click()
    expect(ada.get_by_role("button", name=re.compile("Corroborated"))).to_have_attribute("aria-pressed", "true")
    ada.get_by_label("Rationale").fill(copy.RATIONALE)
    expect(ada.get_by_role("button", name=re.compile("^Propose"))).to_be_enabled()
    ada.get_by_role("button", name=re.compile("^Propose")).click()
    expect(ada.locator("#messages")).to_contain_text("Undo")  # and the next claim is open
    expect(ada.get_by_role("heading", name=re.compile(re.escape(copy.CLAIM)))).to_have_count(0)

    # A second checker rates it without seeing what the first found
    ben = page_of(second_checker)
    ben.goto(f"/?story={steps.story().pk}&status=proposed")
    expect(ben.get_by_role("heading", name=re.compile(re.escape(copy.CLAIM)))).to_be_visible()
    assert copy.RATIONALE not in ben.content()
    ben.get_by_role("button", name=re.compile("Corroborated")).click()
    expect(ben.locator("#messages")).to_contain_text(re.compile("confirmed|signed off", re.IGNORECASE))

    # An editor publishes
    desk.goto(f"/?story={steps.story().pk}&status=signed-off")
    desk.get_by_role("button", name=re.compile("^Publish")).click()
    expect(desk.locator("#messages")).to_contain_text(re.compile("published", re.IGNORECASE))
    desk.goto(f"/?story={steps.story().pk}&status=published")
    desk.get_by_role("link", name="Claim page").click()
    address = steps.published_address(desk)

    # A reader without an account reads it, on a phone, with scripts off
    reader = new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    assert reader.goto(address).status == 200  # type: ignore[union-attr]
    expect(reader.get_by_role("heading", level=1)).to_contain_text(copy.CLAIM)
    expect(reader.get_by_text("Corroborated").first).to_be_visible()
    expect(reader.get_by_text(copy.RATIONALE)).to_be_visible()
    expect(reader.locator("#cite-1 mark")).to_have_text(copy.SUPPORT_HERE)
    expect(reader.locator("#cite-2")).to_contain_text("Velmouth Courier")
    assert '"@type": "ClaimReview"' in reader.content().replace('":"', '": "')
    for name in ("Ada Brandt", "Ben Okoro", "Edith Lund"):
        assert name not in reader.content()
