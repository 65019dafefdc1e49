"""Where: the same act put in two places, where neither article names the other's place at all."""

from collections import defaultdict
from collections.abc import Iterator

from claims.comparison.conflicts.acts import Act, Mood
from claims.comparison.conflicts.events import gloss, is_same_event
from claims.comparison.conflicts.limits import CONTEXT_DATE, MOST_ANSWERS, SURE_PLACE
from claims.comparison.conflicts.parties import Party
from claims.comparison.conflicts.senses import GROUPS, SPEECH
from claims.comparison.conflicts.suggest import Given, conflict
from claims.comparison.conflicts.told import Told, name_key
from claims.comparison.found import Conflict, ConflictKind
from claims.language.words import ORGANISATION_WORDS, PAPER_WORDS, TIMES

IN = frozenset(("in", "at", "near", "outside"))
NO_PLACE = (
    ORGANISATION_WORDS
    | PAPER_WORDS
    | frozenset(["twitter", "facebook", "instagram", "youtube", "internet", "fox", "cnn", "nbc", "abc", "cbs"])
)


def find(told: Told, acts: list[Act]) -> Iterator[Conflict]:
    """Conflicts over where something was."""
    by_sense: dict[str, list[tuple[Act, Party]]] = defaultdict(list)
    for act in acts:
        if act.mood is Mood.TOLD and not act.negated and not (act.sense in SPEECH and act.sense not in GROUPS):
            party = next((p for prep, p in act.others if prep in IN and _is_place(act, p)), None)
            if party is not None:
                by_sense[act.sense].append((act, party))
    for sense in sorted(by_sense):
        best: tuple[float, tuple[Act, Party], tuple[Act, Party]] | None = None
        group = by_sense[sense][:MOST_ANSWERS]
        for n, one in enumerate(group):
            for other in group[n + 1 :]:
                if one[0].sentence.article == other[0].sentence.article or one[1].names & other[1].names:
                    continue
                if _names(told, one[0].sentence.article, other[1]) or _names(told, other[0].sentence.article, one[1]):
                    continue
                score = is_same_event(told, one[0], other[0], CONTEXT_DATE)
                if score >= SURE_PLACE and (best is None or score > best[0]):
                    best = (score, one, other)
        if best:
            score, *sides = best
            made = conflict(
                ConflictKind.WHERE,
                f"Where: “{gloss(sides[0][0])}”?",
                [Given(a.sentence, *a.span(), p.text) for a, p in sides],
                score,
                "the same act by its words and names, in two places, and neither article names the other's",
            )
            if made:
                yield made


def _is_place(act: Act, party: Party) -> bool:
    items = act.sentence.items[party.low : party.high]
    return bool(party.names) and not any(i.low in NO_PLACE or i.low in TIMES for i in items) and items[-1].cls == "NAME"


def _names(told: Told, article: int, place: Party) -> bool:
    """Whether an article names the place anywhere, in whole or in part."""
    keys = {name_key(w) for w in place.text.split() if w[0].isupper()}
    return any(keys & s.names for s in told.by_article.get(article, ()))
