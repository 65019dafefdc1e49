"""What is searched for, taken apart: the whole query, its single words, and what is to be left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Self

from django.contrib.postgres.search import CombinedSearchQuery, SearchQuery
from django.db import connection

CONFIG = "english"
MOST_WORDS = 8
"""Of a longer query all words have to stand in one place."""
_UNWANTED = re.compile(r'(?<!\S)-("[^"]*"?|\S+)')
_OPERATOR = re.compile(r'"|(?<!\S)or(?!\S)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """`all` in one place; `each` word by itself where the query is plain words, else nothing; `none_of` anywhere in an
    article; `marks` are the words to be marked, those to be left out not among them."""

    all: SearchQuery
    each: Sequence[SearchQuery]
    none_of: Sequence[SearchQuery]
    marks: SearchQuery

    @classmethod
    def of(cls, words: str) -> Self:
        """From the words as typed: plain, “a phrase” in quotation marks, -word, or."""
        positive = _UNWANTED.sub(" ", words).strip()
        single = [] if _OPERATOR.search(positive) else uncommon(dict.fromkeys(positive.split()))
        return cls(
            all=_query(words),
            each=[_query(word) for word in single] if 1 < len(single) <= MOST_WORDS else [],
            none_of=[_query(word) for word in uncommon(_UNWANTED.findall(words))] if positive else [],
            marks=_query(positive or words),
        )

    @property
    def any(self) -> SearchQuery | CombinedSearchQuery:
        """What a paragraph has to have to be shown of an article."""
        return reduce(or_, self.each) if self.each else self.all


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
