"""What is searched for, taken apart: the whole query, its single words, and what is to be left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.contrib.postgres.search import SearchQuery
from django.db import connection

CONFIG = "english"
MOST_WORDS = 8
"""Of a longer query all words have to stand in one place."""
_UNWANTED = re.compile(r'(?<!\S)-("[^"]*"?|\S+)')
_OPERATOR = re.compile(r'"|(?<!\S)or(?!\S)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """`all` in one place; `each` word by itself where the query is several plain words, else nothing; `any` what a paragraph
    has to have to be shown of an article; `none_of` nowhere in it; `marks` the words to be marked: not those to be left out."""

    all: SearchQuery
    each: Sequence[SearchQuery]
    any: SearchQuery
    none_of: Sequence[SearchQuery]
    marks: SearchQuery

    @classmethod
    def of(cls, words: str) -> Self:
        """From the words as typed: plain, “a phrase” in quotation marks, -word, or."""
        positive = _UNWANTED.sub(" ", words).strip()
        single = [] if _OPERATOR.search(positive) else uncommon(dict.fromkeys(positive.split()))
        if not 1 < len(single) <= MOST_WORDS:
            single = []
        either = _query(" or ".join(single)) if single else None
        return cls(
            all=_query(words),
            each=[_query(word) for word in single],
            any=either or _query(words),
            none_of=[_query(word) for word in uncommon(_UNWANTED.findall(words))] if positive else [],
            marks=either or _query(positive or words),
        )


def uncommon(words: Sequence[str] | dict[str, None]) -> list[str]:
    """Those of the words that the index has; the commonest are in none."""
    if not words:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word FROM unnest(%s::text[]) WITH ORDINALITY AS given(word, place)"
            " WHERE numnode(websearch_to_tsquery('english', word)) > 0 ORDER BY place",
            [list(words)],
        )
        return [word for (word,) in cursor.fetchall()]


def _query(words: str) -> SearchQuery:
    return SearchQuery(words, config=CONFIG, search_type="websearch")
