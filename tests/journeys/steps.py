"""What people do on the desk, step by step, for the journeys."""

import re

from playwright.sync_api import Page, expect

from articles.models import Story
from claims.services.extract_article import extract_article
from tests.factories import make_article, make_story
from tests.journeys import copy

READY = 60_000  # milliseconds that the workers may take


def file_the_story(page: Page) -> None:
    """As an editor: a new story from two files, watched until both are ready."""
    page.goto("/stories/new/")
    page.get_by_label("Title").fill("Velmouth ferry terminal")
    page.locator("input[type=file]").set_input_files(copy.files())
    page.get_by_role("button", name="Create the story").click()
    expect(page.get_by_role("heading", level=1, name="Velmouth ferry terminal")).to_be_visible()


def story_already_read() -> Story:
    """The same story with its two articles read, segmented and extracted, without the way through the workers."""
    made = make_story("Velmouth ferry terminal")
    for text, outlet in ((copy.HARBOUR, "The Harbour Bell"), (copy.COURIER, "Velmouth Courier")):
        article = make_article(text.strip(), story=made, outlet=outlet)
        extract_article(article_id=article.pk)
    return made


def story() -> Story:
    return Story.objects.get(title="Velmouth ferry terminal")


def open_the_claim(page: Page) -> None:
    """The claim about the closing, from the queue."""
    page.goto(f"/?story={story().pk}")
    link = page.get_by_role("link", name=re.compile(re.escape(copy.CLAIM))).first
    page.goto(str(link.get_attribute("href")))
    expect(page.get_by_role("heading", name=re.compile(re.escape(copy.CLAIM)))).to_be_visible()


def select_words(page: Page, words: str) -> None:
    """Select words in the copy beside the claim, as a mouse would leave them."""
    page.locator("#copy [data-paragraph]", has_text=words).first.evaluate(
        """(paragraph, words) => {
            const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
            const at = paragraph.textContent.indexOf(words);
            const range = document.createRange();
            let seen = 0, node;
            while ((node = walker.nextNode())) {
                const end = seen + node.length;
                if (at >= seen && at < end) range.setStart(node, at - seen);
                if (at + words.length > seen && at + words.length <= end) range.setEnd(node, at + words.length - seen);
                seen = end;
            }
            const selection = getSelection();
            selection.removeAllRanges();
            selection.addRange(range);
            document.dispatchEvent(new Event("selectionchange"));
            paragraph.dispatchEvent(new MouseEvent("mouseup", {bubbles: true}));
        }""",
        words,
    )


def published_address(page: Page) -> str:
    """The permalink that the claim's page shows."""
    link = page.get_by_role("link", name="Permalink").first
    expect(link).to_be_visible()
    return str(link.get_attribute("href"))
