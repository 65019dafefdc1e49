"""Where in the copy the words lie that somebody selected or pasted."""

import re
import unicodedata

from articles.models import Paragraph
from claims.models import Claim
from newsdesk.errors import BadInput


def paragraph_of_story(claim: Claim, paragraph_id: int) -> Paragraph:
    """The paragraph, if it stands in an article of the claim's story that has not been withdrawn."""
    found = Paragraph.objects.select_related("article__outlet").filter(pk=paragraph_id).first()
    if found is None or found.article.story_id != claim.story_id:
        raise BadInput("That paragraph is not in an article of this claim's story.")
    if found.article.withdrawn_at is not None:
        raise BadInput("That article has been withdrawn: its words cannot be cited.")
    return found


def find_words(paragraph: Paragraph, words: str, occurrence: int = 1) -> tuple[int, int]:
    """Start and end in the article's body of the `occurrence`-th (from 1) place of `words` in the paragraph.

    Occurrences are counted as newsdesk.js counts them, one character after another, so that they may overlap. Space
    counts as it stands where it can; else any run of it is like any other, since browsers and pasting change it.
    Raises BadInput where there are no words, or they do not stand there, or not so often.
    """
    wanted = unicodedata.normalize("NFC", re.sub(r"\r\n?", "\n", words)).strip()
    if not wanted:
        raise BadInput("Select or paste the words first.")
    loose = r"\s+".join(re.escape(part) for part in wanted.split())
    places = places_of_words(paragraph.text, wanted) or _places(paragraph.text, loose)
    if not places:
        raise BadInput(f"These words are not in paragraph {paragraph.number}: “{_short(wanted)}”.")
    if not 1 <= occurrence <= len(places):
        times = "once" if len(places) == 1 else f"{len(places)} times"
        raise BadInput(f"These words stand in paragraph {paragraph.number} {times}; there is no number {occurrence}.")
    start, end = places[occurrence - 1]
    return paragraph.start + start, paragraph.start + end


def places_of_words(text: str, words: str) -> list[tuple[int, int]]:
    """Every place of exactly these words in the text, as (start, end); they may overlap."""
    return _places(text, re.escape(words))


def _places(text: str, pattern: str) -> list[tuple[int, int]]:
    return [match.span(1) for match in re.finditer(f"(?=({pattern}))", text)]


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
