"""A pile becomes stories in a browser: read by a worker, put right by keyboard and by drag, filed."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models import Article, Story
from newsdesk.models import User
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)
FILES = {
    "ferry.txt": "Ferry runs aground\n\nThe ferry Lady Anwen ran aground off Port Sollis with 84 people aboard. Captain Idris Mord called the tugs.\n",
    "anwen.txt": "Lady Anwen on the rocks\n\nOff Port Sollis the Lady Anwen ran aground; Captain Idris Mord called for tugs. All 84 aboard are safe.\n",
    "tax.txt": "Velmora plans higher diesel levy\n\nMinister Oda Strand told parliament in Velmora of a levy of four cents.\n",
}


def drop(page: Page) -> None:
    page.goto("/stories/new/")
    page.get_by_role("link", name="Drop them as a pile").click()
    payloads: Any = [{"name": n, "mimeType": "text/plain", "buffer": text.encode()} for n, text in FILES.items()]
    page.locator("input[type=file]").set_input_files(payloads)
    page.get_by_role("button", name="Propose stories").click()
    expect(page.get_by_role("button", name="File 2 stories")).to_be_visible(timeout=steps.READY)


def article(page: Page, headline: str) -> Locator:
    return page.locator("[data-pile-item]", has=page.locator("[data-pile-headline]", has_text=headline))


def test_proposals_are_put_right_by_keyboard_and_drag_and_filed(
    page_of: Callable[..., Page], editor: User, worker: object
) -> None:
    page = page_of(editor)
    drop(page)
    said = page.locator("[data-pile-said]")
    article(page, "Velmora plans").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(said).to_have_text(re.compile("“Velmora plans higher diesel levy” is now in “.+”, 3 articles."))
    expect(article(page, "Velmora plans")).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")  # behind the last story: one of its own
    expect(said).to_have_text(re.compile("is now in “Velmora plans higher diesel levy”, 1 article."))
    expect(article(page, "Velmora plans")).to_be_focused()
    expect(page.get_by_role("button", name="File 2 stories")).to_be_visible()
    page.set_viewport_size(
        {"width": 1280, "height": 1400}
    )  # both ends in sight: the driver scrolls with the button held
    article(page, "Ferry runs aground").drag_to(page.locator("[data-pile-story=out]"))
    expect(said).to_have_text("“Ferry runs aground” is now in “Left out”, 1 article.")
    title = page.get_by_label("Title of story 1")
    title.fill("The grounding of the Lady Anwen")
    title.press("Tab")
    expect(page.locator("#story-1 [data-pile-title]")).to_have_text("The grounding of the Lady Anwen")
    page.get_by_role("button", name="File 2 stories").click()
    expect(page.get_by_role("link", name="The grounding of the Lady Anwen")).to_be_visible()
    assert set(Story.objects.values_list("title", flat=True)) == {
        "The grounding of the Lady Anwen",
        "Velmora plans higher diesel levy",
    }
    assert set(Article.objects.values_list("original_name", flat=True)) == {"anwen.txt", "tax.txt"}


def test_without_a_script_the_page_reads_again_by_itself_and_buttons_move_and_file(
    page_of: Callable[..., Page], editor: User, worker: object
) -> None:
    page = page_of(editor, java_script_enabled=False)
    drop(page)
    page.get_by_label("Put into: Velmora plans").select_option("Leave out")
    page.get_by_role("button", name="Move as chosen").click()
    expect(page.get_by_role("heading", name="Left out")).to_be_visible()
    page.get_by_role("button", name="File 1 story").click()
    expect(page.get_by_role("link", name=re.compile("Ferry|Lady Anwen"))).to_be_visible()
    assert Article.objects.count() == 2
