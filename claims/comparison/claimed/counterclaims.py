"""Missing counter-claims: a claim that two independent origins deny, given by an outlet without the denial. Pure.

"Not found in this outlet" says no more than that: where anything in an article looks like the denial, nothing is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.comparison.claimed.matching import Matching
from claims.comparison.copied.origins import OriginIndex
from claims.comparison.decisions import About, Place
from claims.language.spans import Stance

LEAST_ORIGINS = 2
NOT_FOUND = "not found in this outlet"


@dataclass(frozen=True, slots=True)
class Missing:
    """Articles that give a claim without its denial, and the places that deny it."""

    articles: tuple[int, ...]
    denied_by: tuple[Place, ...]


def missing_of(
    matching: Matching, index: OriginIndex, members: Sequence[tuple[int, Stance]], claimant: str | None
) -> Missing:
    """`members`: statement numbers of one claim with their stances. No articles where fewer than two origins deny it."""
    statements = matching.statements
    against = [n for n, stance in members if stance is not Stance.ASSERTS]
    denied_by = tuple(sorted({shown_place(matching, n) for n in against}))
    origins = {name for name in index.resolve(denied_by, claimant) if name} if denied_by else set()
    outright = any(stance is Stance.DENIES for _, stance in members)
    if len(origins) < LEAST_ORIGINS or not outright:
        return Missing((), denied_by)
    denying = {statements[n].article for n in against}
    giving = {statements[n].article for n, stance in members if stance is Stance.ASSERTS}
    words = _turning_words(matching, against, [n for n, stance in members if stance is Stance.ASSERTS])
    lacking = sorted(article for article in giving - denying if not _has_like_it(matching, article, words))
    kept = [a for a in lacking if not _rejected(matching, a, members, denied_by)]
    return Missing(tuple(kept), denied_by)


def shown_place(matching: Matching, n: int) -> Place:
    """Where a denial shows: with the words that report it, "the army denied these claims"."""
    statement = matching.statements[n]
    copy = matching.story.copies[statement.article]
    start, end = statement.start, statement.end
    if len(matching.likeness.keys[n]) > 2:
        return statement.place
    for quote in copy.quotes:
        if quote.start <= start < quote.end or start <= quote.start < end:
            mention = quote.speaker.start if quote.speaker and quote.speaker.start is not None else start
            cue = quote.cue.start if quote.cue else start
            paragraph = next((p for p in copy.paragraphs if p.start <= start < p.end), None)
            low = min(start, mention, cue)
            if paragraph is not None and paragraph.start <= low:
                start = low
    return Place(statement.article, start, end)


def _turning_words(matching: Matching, against: Sequence[int], giving: Sequence[int]) -> set[str]:
    """The words that both the claim and its denials use, names left out."""
    keys = matching.likeness.keys
    claimed = set().union(*(keys[n] - matching.names[n] for n in giving)) if giving else set()
    denied = set().union(*(keys[n] - matching.names[n] for n in against)) if against else set()
    return claimed & denied


def _has_like_it(matching: Matching, article: int, words: set[str]) -> bool:
    """Whether anything in the article negates, denies or doubts the words on which the denial turns."""
    for n, statement in enumerate(matching.statements):
        polarity = matching.polarity[n]
        if statement.article != article:
            continue
        if (polarity.doubts and matching.likeness.keys[n] & words) or polarity.negated & words:
            return True
    return False


def _rejected(
    matching: Matching, article: int, members: Sequence[tuple[int, Stance]], denied_by: Sequence[Place]
) -> bool:
    """Whether staff said that the denial is not missing there: parted from each denial."""
    decisions = matching.story.decisions
    places = [matching.statements[n].place for n, _ in members if matching.statements[n].article == article]
    return bool(places) and all(decisions.part(About.COUNTER_CLAIM, a, b) for a in places for b in denied_by)
