"""The wording lists in a browser: searched as one types, switched without losing one's place, and without a script too."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from claims.models import WordingEntry
from newsdesk.models import User

pytestmark = pytest.mark.django_db(transaction=True)


def test_entries_are_searched_as_one_types_and_switched_by_keyboard(
    page_of: Callable[..., Page], standards_editor: User
) -> None:
    page = page_of(standards_editor)
    page.goto("/wording/")
    page.get_by_label("Find words").press_sequentially("strongm")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"q=strongm"))
    switch = page.get_by_role("button", name="Switch off “strongman”")
    switch.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Switch on “strongman”")).to_be_focused()
    assert WordingEntry.objects.get().active is False
    page.get_by_label("Show").select_option("off")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.reload()
    expect(page.locator("tbody tr")).to_have_count(1)


def test_an_entry_is_added_switched_and_changed_without_a_script(
    page_of: Callable[..., Page], standards_editor: User
) -> None:
    page = page_of(standards_editor, java_script_enabled=False)
    page.goto("/wording/")
    page.get_by_role("link", name="New entry").click()
    page.get_by_label("Words").fill("harbour baron")
    page.get_by_label(re.compile("Neutral wording")).fill("owner")
    page.get_by_role("button", name="Add the entry").click()
    page.get_by_role("button", name="Switch off “harbour baron”").click()
    expect(page.locator("tbody tr")).to_contain_text("switched off")
    page.get_by_role("link", name="harbour baron").click()
    page.get_by_label(re.compile("Neutral wording")).fill("harbour owner")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("before “owner”")
