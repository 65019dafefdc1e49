"""The wording lists as the desk has them: the built-in entries with what it added, changed and switched off."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from claims.language.lexicon import Entry, Lexicon, WordingReason, default
from claims.models import WordingEntry

Row = tuple[str, str, str, bool]


def desk_lexicon() -> Lexicon:
    """What the engine looks for from now on: one query, and the lexicon is built anew only where the desk has changed it."""
    rows = WordingEntry.objects.order_by("words", "reason").values_list("words", "reason", "neutral", "active")
    return _lexicon(tuple(rows))


@lru_cache(maxsize=2)
def _lexicon(rows: tuple[Row, ...]) -> Lexicon:
    if not rows:
        return default()
    put, off = _entries(rows, active=True), _entries(rows, active=False)
    return default().changed(put=put, off=off)


def _entries(rows: tuple[Row, ...], *, active: bool) -> Iterator[Entry]:
    """The desk's rows that are on, or off, as entries; a built-in one keeps everything but its neutral wording."""
    built_in = built_in_entries()
    for words, reason, neutral, on in rows:
        if on is active:
            yield replace(built_in.get((words, reason)) or Entry(words, WordingReason(reason)), neutral=neutral)


@lru_cache(maxsize=1)
def built_in_entries() -> dict[tuple[str, str], Entry]:
    """The entries that come with Newsdesk by (words, reason)."""
    return {entry.key: entry for entry in default().entries}
