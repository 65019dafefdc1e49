"""How much copy one article may have, so that time, memory and search stay bounded. Pure."""

from collections.abc import Iterable

from articles.reading.answers import ReadingError

MOST_LETTERS = 6_000_000  # about twice War and Peace; finding quotes and claims in it takes a worker some 600 MB
MOST_PARAGRAPHS = 50_000
MOST_IN_PARAGRAPH = 100_000  # PostgreSQL ends a search vector at 1 MB, and no page shows more at once


def check_letters(text: str) -> None:
    """Raises ReadingError where the text has more characters than an article may have."""
    if len(text) > MOST_LETTERS:
        raise ReadingError(
            f"This file holds {len(text):,} characters of text; the limit is {MOST_LETTERS:,} an article. File it in parts."
        )


def check_paragraphs(lengths: Iterable[int]) -> None:
    """Raises ReadingError where there are too many paragraphs, or one is too long. `lengths` in characters, in order."""
    lengths = list(lengths)
    if len(lengths) > MOST_PARAGRAPHS:
        raise ReadingError(
            f"This text has {len(lengths):,} paragraphs; the limit is {MOST_PARAGRAPHS:,} an article. File it in parts."
        )
    for number, length in enumerate(lengths, start=1):
        if length > MOST_IN_PARAGRAPH:
            raise ReadingError(
                f"Paragraph {number} of this text has {length:,} characters; the limit is {MOST_IN_PARAGRAPH:,}. "
                "Its line ends may be lost: save the article again, a paragraph a line."
            )
