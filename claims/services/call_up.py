"""Living verdicts: decided claims that a new article touches are called up for another look, and cleared once somebody has looked."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Min
from django.utils import timezone

from articles.models import Article
from claims.comparison.copied.independence import groups_in_force
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import Place
from claims.comparison.found import Comparison
from claims.comparison.touching import Claimed, Told, touches
from claims.models import AnotherLook, Appearance, Citation, Claim, Run, Verdict
from claims.rules.statuses import Status
from claims.services.carried_places import CarriedPlaces
from claims.services.claim_facts import lock_claim
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User

DECIDED = (Status.PROPOSED, Status.CONTESTED, Status.SIGNED_OFF, Status.PUBLISHED)
DECIDING = ("propose", "settle", "correct")
"""Moves that decide what a verdict says."""
LONGEST_NOTE = 2_000
type Row = tuple[int, int, int | None, int | None]


def call_up_claims(
    *, story_id: int, story: Story, article_ids: Sequence[int], comparison: Comparison, now: datetime
) -> int:
    """Say for each decided claim of the story what later articles change for it: how many differences are new.

    Safe to run twice: a difference is named once for each claim, article, kind and key, whatever the versions of the article,
    and one that was cleared stays so.
    """
    decided = Claim.objects.filter(story=story_id, joined_into=None, status__in=[s.value for s in DECIDED])
    claims = list(decided.select_related("working_verdict", "published_verdict").defer("search"))
    if not claims:
        return 0
    carried = CarriedPlaces(story_id, article_ids)
    earlier = {number: carried.earlier(number) for number in range(len(article_ids))}
    since = _first_seen([*article_ids, *(pk for before in earlier.values() for pk in before)])
    places, cited = _places_of(claims, carried), _cited_by(claims, carried)
    outlets = [copy.outlet for copy in story.copies]
    told = Told(labels_of(outlets), _origin_names(comparison, story, outlets), _Paragraphs(story.copies).at)
    rows = []
    for claim in claims:
        moment = decided_at(claim)
        known = frozenset(n for n, pk in enumerate(article_ids) if moment is None or since[pk] <= moment)
        if len(known) == len(article_ids):
            continue
        there = {n: [pk for pk in before if moment and since[pk] <= moment] for n, before in earlier.items()}
        stood = partial(_stood, carried, there)
        for touch in touches(Claimed(places[claim.pk], cited[claim.pk], known, stood), comparison, told):
            look = AnotherLook(
                claim=claim, article_id=article_ids[touch.article], kind=touch.kind.value, key=touch.key,
                sentence=touch.sentence, found_at=now,
            )  # fmt: skip
            rows.append(look)
    new = _not_called_for(rows, claims, {pk: earlier[number] for number, pk in enumerate(article_ids)})
    AnotherLook.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _not_called_for(
    rows: Sequence[AnotherLook], claims: Sequence[Claim], earlier: Mapping[int, Sequence[int]]
) -> list[AnotherLook]:
    """Those that were not called for yet, nor for a version of the article before (that still calls, or somebody looked)."""
    if not rows:
        return []
    found = AnotherLook.objects.filter(claim__in=claims)
    columns = ("claim_id", "article_id", "kind", "key")
    same = set(found.values_list(*columns))
    before = set(found.exclude(cleared_at=None, article__withdrawn_at__isnull=False).values_list(*columns))
    return [
        row
        for row in rows
        if (row.claim_id, row.article_id, row.kind, row.key) not in same
        and not any((row.claim_id, pk, row.kind, row.key) in before for pk in earlier[row.article_id])
    ]


@transaction.atomic
def clear_looks(*, claim_id: int, by: User, note: str = "", now: datetime | None = None) -> list[AnotherLook]:
    """Somebody has looked and nothing changes: what called the claim up does so no more. Gives what was cleared."""
    now = now or timezone.now()
    note = note.replace("\x00", "").strip()
    if len(note) > LONGEST_NOTE:
        raise BadInput(f"The note may have {LONGEST_NOTE:,} characters; this one has {len(note):,}.")
    claim = lock_claim(claim_id)
    standing = list(AnotherLook.objects.standing().filter(claim=claim).order_by("pk"))
    if not standing:
        raise NotPossibleNow("Nothing calls for another look at this claim.")
    AnotherLook.objects.filter(pk__in=[look.pk for look in standing]).update(cleared_by=by, cleared_at=now, note=note)
    return standing


def take_into_account(claim: Claim, *, by: User, move: str, now: datetime) -> None:
    """The verdict was decided anew: what had called the claim up was there to be seen. Call inside the move's transaction."""
    AnotherLook.objects.filter(claim=claim, cleared_at=None).update(
        cleared_by=by, cleared_at=now, note=AnotherLook.SEEN_AT.format(move=move)
    )


def decided_at(claim: Claim) -> datetime | None:
    """When what the verdict says was decided: proposed, or published in a corrected version."""
    working: Verdict | None = claim.working_verdict
    verdict = working if working is not None and working.proposed_at else claim.published_verdict or working
    if verdict is None:
        return None
    return max(moment for moment in (verdict.created_at, verdict.proposed_at) if moment is not None)


def labels_of(outlets: Sequence[str]) -> list[str]:
    """A name for each article: its outlet, with a number where the outlet has several ("Courier (2)")."""
    seen: Counter[str] = Counter()
    labels = []
    for outlet in outlets:
        name = outlet or "Unknown outlet"
        seen[name] += 1
        labels.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return labels


def _first_seen(article_ids: Sequence[int]) -> dict[int, datetime]:
    """Since when staff could read what is in the article: filed and read by the engine."""
    filed = dict(Article.objects.filter(pk__in=article_ids).values_list("pk", "filed_at"))
    runs = (
        Run.objects.filter(article__in=article_ids).order_by().values_list("article").annotate(first=Min("started_at"))
    )
    return {pk: max(filed[pk], first) for pk, first in {**filed, **dict(runs)}.items()}


def _stood(carried: CarriedPlaces, there: Mapping[int, Sequence[int]], place: Place) -> bool:
    """Whether the words stood in an earlier version of the article, of those that were there."""
    return carried.stood_in(place, there[place.article])


def _places_of(claims: Iterable[Claim], carried: CarriedPlaces) -> Mapping[int, tuple[Place, ...]]:
    rows = Appearance.objects.filter(claim__in=claims, dismissed_at=None).order_by("pk")
    return _by_claim(rows.values_list("claim", "article", "start", "end"), carried)


def _cited_by(claims: Iterable[Claim], carried: CarriedPlaces) -> Mapping[int, tuple[Place, ...]]:
    verdicts = [claim.working_verdict_id or claim.published_verdict_id for claim in claims]
    rows = Citation.objects.filter(verdict__in=verdicts, paragraph__isnull=False).order_by("pk")
    return _by_claim(rows.values_list("verdict__claim", "paragraph__article", "start", "end"), carried)


def _by_claim(rows: Iterable[Row], carried: CarriedPlaces) -> Mapping[int, tuple[Place, ...]]:
    rows = list(rows)
    carried.read({article_id for _, article_id, _, _ in rows})
    found: dict[int, tuple[Place, ...]] = defaultdict(tuple)
    for claim_id, article_id, start, end in rows:
        place = carried.place(article_id, start or 0, end or 0)
        if place is not None and place not in found[claim_id]:
            found[claim_id] += (place,)
    return found


def _origin_names(comparison: Comparison, story: Story, outlets: Sequence[str]) -> list[str]:
    names = [""] * len(outlets)
    credits = [copy.wire_credit for copy in story.copies]
    for group in groups_in_force(comparison.origins, story.decisions, outlets, credits):
        for article in group.ids:
            names[article] = group.name
    return names


class _Paragraphs:
    """Which paragraph of its article a place begins in."""

    def __init__(self, copies: Sequence[Copy]) -> None:
        self._spans = [copy.paragraphs for copy in copies]
        self._starts = [[span.start for span in copy.paragraphs] for copy in copies]

    def at(self, place: Place) -> int:
        index = max(0, bisect_right(self._starts[place.article], place.start) - 1)
        return self._spans[place.article][index].number
