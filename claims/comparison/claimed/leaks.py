"""Voice leaks: what other outlets tie to a claimant and one tells as fact, in its own voice. Pure."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from claims.comparison.claimed.statements import Statement
from claims.comparison.copies import Story
from claims.language.person_names import name_of
from claims.language.spans import Quote, QuoteKind, Stance, Voice

REPORTED = 0.3  # share of a statement inside a reported span from which it is no longer the outlet's own


def leaks_of(story: Story, members: Sequence[tuple[Statement, Stance]]) -> set[int]:
    """Numbers of the members that tell as fact what the others attribute.

    Only where two or more articles, and not fewer than tell it themselves, tie it to one claimant; one is enough where
    somebody denies or doubts it.
    """
    attributed: dict[int, set[str]] = defaultdict(set)
    own: dict[int, list[int]] = defaultdict(list)
    for n, (statement, stance) in enumerate(members):
        if stance is not Stance.ASSERTS:
            continue
        if statement.voice is Voice.ATTRIBUTED and statement.claimant:
            attributed[statement.article].add(statement.claimant)
        elif statement.voice is Voice.OUTLET and not is_reported(story, statement):
            own[statement.article].append(n)
    elsewhere = {article: names for article, names in attributed.items() if article not in own}
    contested = any(stance is not Stance.ASSERTS for _, stance in members)
    if not own or len(elsewhere) < max(1 if contested else 2, len(own)):
        return set()
    spread = Counter(name for names in elsewhere.values() for name in names)
    claimant, articles = min(spread.items(), key=lambda found: (-found[1], found[0]))
    if articles < (1 if contested else 2) or 2 * articles <= len(elsewhere):
        return set()
    return {n for numbers in own.values() for n in numbers if not _is_by(members[n][0], claimant)}


def is_reported(story: Story, statement: Statement) -> bool:
    """Whether the words that look like the outlet's own stand inside what it reports from somebody."""
    if statement.is_part:
        return False  # taken from a reported span because the outlet presumes it
    length = max(1, statement.end - statement.start)
    return any(
        _is_speech(quote) and min(quote.end, statement.end) - max(quote.start, statement.start) > REPORTED * length
        for quote in story.copies[statement.article].quotes
    )


def _is_speech(quote: Quote) -> bool:
    return quote.kind is not QuoteKind.SCARE and (quote.cue is not None or bool(quote.quoted))


def _is_by(statement: Statement, claimant: str) -> bool:
    """Whether the statement is about what the claimant does ("Orr vowed to resign"): the outlet's to tell."""
    name = name_of(claimant)
    first = " ".join(statement.text.split()[:6]).casefold()
    spelled = (claimant if name is None else name.shown).casefold().split()[-1:]
    return bool(spelled) and spelled[0] in first
