"""The whole way with scripts switched off: forms, full pages, nothing lost on the way."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from newsdesk.models import User
from tests.journeys import copy, steps

pytestmark = pytest.mark.django_db(transaction=True)


def label_of(page: Page, number: int) -> str:
    """What the select says of paragraph `number`."""
    options = page.locator("#cite-paragraph option").all_inner_texts()
    return next(option for option in options if option.startswith(f"¶{number} "))


def cite(page: Page, article: str, number: int, words: str) -> None:
    page.locator("#copy nav").get_by_role("link", name=re.compile(article)).click()
    page.get_by_text("Cite words from a paragraph").click()
    page.locator("#cite-paragraph").select_option(label=label_of(page, number))
    page.locator("#cite-words").fill(words)
    page.locator("#cite-add").click()
    expect(page.locator("#citations")).to_contain_text(words)


def test_two_files_reach_a_permalink_without_a_script(
    page_of: Callable[..., Page], worker: Any, checker: User, second_checker: User, editor: User
) -> None:
    desk = page_of(editor, java_script_enabled=False)
    steps.file_the_story(desk)
    ready = desk.get_by_text("Ready", exact=True)
    for _ in range(60):  # the page reloads itself by <meta refresh>; asking again is the same
        if ready.count() == 2:
            break
        desk.wait_for_timeout(500)
        desk.reload()
    expect(ready).to_have_count(2)
    for article in Article.objects.all():
        desk.goto(f"/articles/{article.pk}/facts/")
        desk.get_by_label("Outlet").fill("Velmouth Courier" if "Courier" in article.body else "The Harbour Bell")
        desk.get_by_role("button", name="Save the facts").click()

    ada = page_of(checker, java_script_enabled=False)
    steps.open_the_claim(ada)
    ada.get_by_role("button", name=re.compile("^Take")).click()
    expect(ada.get_by_text(re.compile("Held by you until"))).to_be_visible()
    cite(ada, "The Harbour Bell", 3, copy.SUPPORT_HERE)
    cite(ada, "Velmouth Courier", 2, copy.SUPPORT_THERE)
    ada.get_by_label("Rationale").fill(copy.RATIONALE)
    ada.get_by_role("button", name=re.compile("Corroborated")).click()
    expect(ada.get_by_label("Rationale")).to_have_value(copy.RATIONALE)
    ada.get_by_role("button", name=re.compile("^Propose")).click()
    expect(ada.locator("#messages")).to_contain_text("Undo")

    ben = page_of(second_checker, java_script_enabled=False)
    ben.goto(f"/?story={steps.story().pk}&status=proposed")
    ben.get_by_role("button", name=re.compile("Corroborated")).click()

    desk.goto(f"/?story={steps.story().pk}&status=signed-off")
    desk.get_by_role("button", name=re.compile("^Publish")).click()
    desk.goto(f"/?story={steps.story().pk}&status=published")
    desk.get_by_role("link", name="Claim page").click()
    address = steps.published_address(desk)
    desk.goto(address)
    expect(desk.get_by_role("heading", level=1)).to_contain_text(copy.CLAIM)


def test_words_that_are_not_in_the_paragraph_are_refused_and_kept(page_of: Callable[..., Page], checker: User) -> None:
    steps.story_already_read()
    ada = page_of(checker, java_script_enabled=False)
    steps.open_the_claim(ada)
    ada.get_by_role("button", name=re.compile("^Take")).click()
    ada.get_by_text("Cite words from a paragraph").click()
    ada.locator("#cite-paragraph").select_option(index=3)
    ada.locator("#cite-words").fill("The pontoons are perfectly sound")
    ada.locator("#cite-add").click()
    expect(ada.get_by_role("alert").first).to_be_visible()
    expect(ada.locator("#cite-words")).to_have_value("The pontoons are perfectly sound")
