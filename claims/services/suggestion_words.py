"""What a suggestion is about, in words: for the record of decisions and the list of what was rejected."""

from typing import Any

from claims.comparison.decisions import About
from claims.services.story_found import StoryFound, Suggestion

_LONGEST = 240


def said_of(one: Suggestion[Any], found: StoryFound) -> str:
    """One line: the words, the claim, the question or the articles, and who has them."""
    outlets = ", ".join(dict.fromkeys(found.articles[place.article].label for place in one.places))
    if one.about is About.UTTERANCE:
        reference = one.found.members[one.primary if one.primary is not None else one.found.reference]
        return f"“{_short(reference.text)}” ({one.found.speaker or 'nobody named'}): {outlets}"
    if one.about is About.CLAIM:
        return f"{_short(one.found.text)}: {outlets}"
    if one.about is About.COUNTER_CLAIM:
        lacking = found.articles[one.article].label if one.article is not None else outlets
        return f"{lacking} gives “{_short(one.found.text)}” without the denial"
    if one.about is About.CONFLICT:
        answers = "; ".join(f"{found.articles[a.place.article].label}: {_short(a.value)}" for a in one.found.members)
        return f"{one.found.question} {answers}"
    if one.about is About.PASSAGE:
        return f"“{_short(found.words(one.places[0]))}”: {outlets}"
    return f"{outlets}: {one.found.reason}"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
