"""Small stories for tests of the comparison: plain strings in, a `Story` out, read by the real engine or with quotes made by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from articles.segmentation import segment
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import NOTHING_DECIDED, About, Decisions, Pair, Place
from claims.comparison.people import people_across
from claims.comparison.reading import copy_of
from claims.language.spans import Claim, Cue, Quote, QuoteKind, Span, Speaker


def story(
    texts: Mapping[str, str],
    *,
    quotes: Mapping[str, Sequence[Quote]] | None = None,
    claims: Mapping[str, Sequence[Claim]] | None = None,
    published: date | Mapping[str, date] | None = None,
    languages: Mapping[str, str] | None = None,
    people: Mapping[str, str] | None = None,
    wire_credits: Mapping[str, str] | None = None,
    decisions: Decisions = NOTHING_DECIDED,
) -> Story:
    """Outlet → text, as one story. `quotes` and `claims` made by hand (outlet → them) take the place of what the engine
    finds; an outlet that `quotes` does not name is then read without the engine and has none. `people` adds to who is
    matched by name; `published` is one date for all, or outlet → date.
    """
    made = quotes is not None or claims is not None
    copies = []
    for outlet, text in texts.items():
        copy = _by_hand(outlet, text) if made else _by_engine(outlet, text)
        copies.append(
            replace(
                copy,
                quotes=tuple((quotes or {}).get(outlet, copy.quotes)),
                claims=tuple((claims or {}).get(outlet, copy.claims)),
                published=published.get(outlet) if isinstance(published, Mapping) else published or copy.published,
                wire_credit=(wire_credits or {}).get(outlet, copy.wire_credit),
            )
        )
    matched = {**people_across(copies), **(people or {})}
    return Story(tuple(copies), matched, languages or {}, decisions)


def quote(
    text: str,
    words: str,
    speaker: str | None = None,
    *,
    said: str | None = None,
    cue: str | None = None,
    kind: QuoteKind = QuoteKind.DIRECT,
    nth: int = 0,
    utterance: int = 1,
    via: tuple[str, ...] = (),
    confidence: float = 0.9,
) -> Quote:
    """A quote of `words` (their `nth` place in `text`) inside marks. `said`: the whole reported span around them where there is more
    than the words in marks; kind INDIRECT has none in marks. The speaker's mention and the cue are found in `text` where they stand."""
    start = _nth(text, words, nth)
    inside = Span(start, start + len(words))
    whole = Span(_nth(text, said, 0), _nth(text, said, 0) + len(said)) if said else inside
    return Quote(
        whole.start,
        whole.end,
        text[whole.start : whole.end],
        kind,
        () if kind is QuoteKind.INDIRECT else (inside,),
        _speaker(text, speaker) if speaker else None,
        Cue(text.index(cue), text.index(cue) + len(cue), cue) if cue else None,
        via,
        utterance,
        False,
        confidence,
    )


def place(made: Story, outlet: str, words: str, nth: int = 0) -> Place:
    """Where an outlet says `words`."""
    article = next(n for n, copy in enumerate(made.copies) if copy.outlet == outlet)
    start = _nth(made.copies[article].text, words, nth)
    return Place(article, start, start + len(words))


def words_at(made: Story, where: Place) -> str:
    return made.copies[where.article].text[where.start : where.end]


def parted(about: About, one: Place, other: Place) -> Decisions:
    return Decisions(parted=(Pair(about, one, other),))


def joined(about: About, one: Place, other: Place) -> Decisions:
    return Decisions(joined=(Pair(about, one, other),))


@lru_cache(maxsize=256)
def _by_engine(outlet: str, text: str) -> Copy:
    return replace(copy_of(outlet, text), outlet=outlet)


def _by_hand(outlet: str, text: str) -> Copy:
    return Copy(outlet, text, tuple(segment(text)), outlet=outlet)


def _speaker(text: str, name: str) -> Speaker:
    at = text.find(name)
    return Speaker(at, at + len(name), name, name) if at >= 0 else Speaker(None, None, None, name)


def _nth(text: str, words: str, nth: int) -> int:
    at = text.index(words)
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at
