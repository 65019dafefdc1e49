"""From a text to a `Copy`: segmented and extracted, for comparing without a database. Pure."""

from datetime import date

from articles.segmentation import copy_facts, segment
from claims.comparison.copies import Copy, Story
from claims.comparison.people import people_across
from claims.language.extraction import extract


def copy_of(key: str, text: str) -> Copy:
    """One article's canonical text, read by the language engine; outlet, headline and date as the copy itself states them."""
    paragraphs = segment(text)
    facts = copy_facts(text, paragraphs)
    found = extract(text, paragraphs)
    return Copy(
        key,
        text,
        tuple(paragraphs),
        found.quotes,
        found.claims,
        facts.outlet,
        facts.headline,
        _date(facts.published),
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
