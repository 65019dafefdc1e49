"""From a text to a `Copy`: segmented and extracted, for comparing without a database. Pure."""

from datetime import date

from articles.segmentation import copy_facts, segment
from articles.segmentation.spans import CopyFacts
from claims.comparison.copies import Copy, Story
from claims.comparison.people import people_across
from claims.language.extraction import extract


def copy_of(key: str, text: str, container: CopyFacts | None = None) -> Copy:
    """One article's canonical text, read by the language engine; outlet, headline and date as the file's container (a page, a
    document) gives them, else as the copy itself states them."""
    paragraphs = segment(text)
    facts = copy_facts(text, paragraphs)
    given = container or CopyFacts()
    found = extract(text, paragraphs)
    return Copy(
        key,
        text,
        tuple(paragraphs),
        found.quotes,
        found.claims,
        given.outlet or facts.outlet,
        given.headline or facts.headline,
        _date(given.published) or _date(facts.published),
        facts.wire_credit,
    )


def story_of(copies: tuple[Copy, ...]) -> Story:
    """The copies as one story, people matched by name alone."""
    return Story(copies, people_across(copies))


def _date(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
