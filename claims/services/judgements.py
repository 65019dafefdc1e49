"""What staff said of a suggestion, from the decisions in force."""

from collections import defaultdict
from collections.abc import Sequence

from claims.comparison.decisions import About, Decisions, Pair, Place
from claims.models import Decision
from claims.models.comparison import JOINED, PARTED
from claims.services.read_story import places_of
from claims.services.story_found import SUGGESTED, Decided, Judgement


class Judging:
    """The decisions in force of one story, for asking what they make of a suggestion."""

    def __init__(self, rows: Sequence[Decision], article_ids: Sequence[int], decisions: Decisions) -> None:
        numbers = {pk: number for number, pk in enumerate(article_ids)}
        self._decisions = decisions
        self._pairs: dict[tuple[str, str], list[tuple[Pair, Decision]]] = {}
        for row in rows:
            places = places_of(row, numbers)
            if places is not None and places[1] is not None:
                pair = Pair(About(row.about), places[0], places[1])
                self._pairs.setdefault((row.about, row.relation), []).append((pair, row))

    def of(self, about: About, places: Sequence[Place]) -> Judgement:
        """Rejected where each two of its places in different articles were parted, confirmed where some were joined."""
        parted = self._meant(about, PARTED, places)
        if parted and self._decisions.rejects(about, places):
            return _judgement(Decided.REJECTED, parted[-1][1])
        joined = self._meant(about, JOINED, places)
        if not joined:
            return SUGGESTED
        added = [n for n, place in enumerate(places) if not any(_in(pair, place) for pair, _ in joined)]
        return _judgement(Decided.CONFIRMED, joined[-1][1], tuple(added))

    def parted_out(self, about: About, places: Sequence[Place]) -> list[int]:
        """Numbers of the members that staff parted from every other in another article."""
        if not self._meant(about, PARTED, places):
            return []
        gone = []
        for n, place in enumerate(places):
            others = [other for other in places if other.article != place.article]
            if others and all(self._decisions.part(about, place, other) for other in others):
                gone.append(n)
        return gone

    def primary(self, places: Sequence[Place]) -> int | None:
        """The member that an editor named as the primary variant; the last one named where there are two."""
        named = [n for ref in self._decisions.references for n, place in enumerate(places) if place.is_near(ref)]
        return named[-1] if named else None

    def _meant(self, about: About, relation: str, places: Sequence[Place]) -> list[tuple[Pair, Decision]]:
        """The decisions on two of these places, in the order in which they were taken."""
        within: dict[int, list[Place]] = defaultdict(list)
        for place in places:
            within[place.article].append(place)
        return [
            (pair, row)
            for pair, row in self._pairs.get((about.value, relation), ())
            if _among(pair.one, within.get(pair.one.article, ()))
            and _among(pair.other, within.get(pair.other.article, ()))
        ]


def _judgement(decided: Decided, row: Decision, added: tuple[int, ...] = ()) -> Judgement:
    return Judgement(decided, row.act, row.by, row.at, row.note, added)


def _among(place: Place, places: Sequence[Place]) -> bool:
    return any(place.is_near(other) for other in places)


def _in(pair: Pair, place: Place) -> bool:
    return pair.one.is_near(place) or pair.other.is_near(place)
