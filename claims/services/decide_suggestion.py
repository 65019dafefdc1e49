"""Staff confirm and reject what the comparison suggests, join and part origins, and name a primary variant.

A decision is rows that say of two places that they belong together or do not; it shows at once, and the story is compared
again with it. Suggestions are named by the key that the page had: one that has changed since is refused with a sentence.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import combinations
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from articles.models import Story
from claims.comparison.decisions import About, Place
from claims.models import Decision
from claims.models.comparison import JOINED, PARTED, REFERENCE
from claims.rules.suggestions import Deciding, check_deciding
from claims.services.compare_story import compare_again
from claims.services.decision_rows import Pairs, act_that_says, contradicted_by, is_about, rests_of, rows_of
from claims.services.edit_log import log_edit
from claims.services.join_claims import join_claims
from claims.services.read_story import standing_decisions
from claims.services.story_found import StoryFound, Suggestion
from claims.services.suggestion_words import said_of
from claims.services.suggestions import suggestions_of
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User
from newsdesk.roles import Role

GONE = (
    "This suggestion is not there as you saw it: the story has been compared again, or somebody has decided about it. "
    "Look at it anew."
)
STRETCHES = "Only stretches of these articles share an origin. Join the articles themselves if they do as a whole."
LONGEST_NOTE = 2_000


@transaction.atomic
def confirm_suggestion(
    *, story_id: int, key: str, by: User, note: str = "", join: bool = False, now: datetime | None = None
) -> UUID:
    """These places belong together. With `join` the desk's claims in a claim group become one. Gives what undoes it."""
    now = now or timezone.now()
    found, one = _locked(story_id, key)
    check_deciding(Deciding.CONFIRM, one.about, Role(by.role))
    if one.about is About.ORIGIN and not one.found.is_whole:
        raise NotPossibleNow(STRETCHES)
    if one.judgement.act and one.is_confirmed and not one.judgement.added:
        act = one.judgement.act  # sent twice, or two people of one mind
        join = join and one.joinable
    else:
        first, *others = one.places
        act = _decide(found, one, JOINED, [(first, other) for other in others], by=by, note=note, now=now)
    if join:
        join_group(one, by=by, now=now)
    return act


@transaction.atomic
def reject_suggestion(
    *, story_id: int, key: str, by: User, note: str = "", member: int | None = None, now: datetime | None = None
) -> UUID:
    """These places do not belong together: it does not come back. With `member` that one alone is no part of it."""
    now = now or timezone.now()
    found, one = _locked(story_id, key)
    check_deciding(Deciding.REJECT, one.about, Role(by.role))
    pairs = [(a, b) for a, b in combinations(one.places, 2) if a.article != b.article]
    if member is not None:
        if not 0 <= member < len(one.places):
            raise BadInput("This suggestion has no such member.")
        pairs = [pair for pair in pairs if one.places[member] in pair]
    alone = one.places[member] if member is not None else None
    return _decide(found, one, PARTED, pairs, by=by, note=note, now=now, alone=alone)


@transaction.atomic
def undo_decision(*, act: UUID, by: User, story_id: int | None = None, now: datetime | None = None) -> Decision:
    """Take a decision back, all of it; the rows stay on record. Gives one of its rows. `story_id`: which story it has to be of."""
    now = now or timezone.now()
    of = Decision.objects.filter(act=act).values_list("story", flat=True).first()
    story_id = of if story_id is None else story_id
    if of is None or story_id != of:
        raise NotPossibleNow("There is no such decision.", status=404)
    _lock(story_id)
    rows = list(Decision.objects.filter(act=act, undone_at=None).order_by("pk"))
    if not rows:
        raise NotPossibleNow("This decision has been undone already.")
    check_deciding(Deciding.UNDO, rows[0].about, Role(by.role), own=rows[0].by_id == by.pk)
    _undo(rows, by=by, now=now)
    return rows[0]


@transaction.atomic
def join_origins(
    *, story_id: int, article_ids: Iterable[int], by: User, note: str = "", now: datetime | None = None
) -> UUID:
    """These articles have one origin, whatever the comparison found."""
    return _origins(JOINED, story_id, article_ids, by=by, note=note, now=now)


@transaction.atomic
def part_origins(
    *, story_id: int, article_ids: Iterable[int], by: User, note: str = "", now: datetime | None = None
) -> UUID:
    """These articles have different origins, each of them. A single one is parted from all that share its origin now."""
    return _origins(PARTED, story_id, article_ids, by=by, note=note, now=now)


@transaction.atomic
def name_primary(
    *, story_id: int, key: str, member: int, by: User, note: str = "", now: datetime | None = None
) -> UUID:
    """This variant is what the others of its utterance are measured by: a transcript, the post itself."""
    now = now or timezone.now()
    found, one = _locked(story_id, key)
    check_deciding(Deciding.PRIMARY, one.about, Role(by.role))
    if one.about is not About.UTTERANCE or not 0 <= member < len(one.places):
        raise BadInput("Choose one of the variants of an utterance.")
    ids = [shown.article.pk for shown in found.articles]
    named = [row for row in standing_decisions(story_id, ids) if row.relation == REFERENCE]
    near = [row for row in named if any(is_about(row, ids, place) for place in one.places)]
    _undo(near, by=by, now=now)
    return _decide(found, one, REFERENCE, [(one.places[member], None)], by=by, note=note, now=now)


def join_group(one: Suggestion[Any], *, by: User, now: datetime) -> None:
    """The desk's claims of a confirmed group become one, the one furthest in work. Refused as joining by hand would be."""
    if one.about is not About.CLAIM or not one.joinable:
        raise NotPossibleNow("There are no claims of the desk here to be joined.")
    kept, *others = (desk.claim.pk for desk in one.desk)
    join_claims(kept_id=kept, joined_ids=others, by=by, now=now)


def _origins(
    relation: str, story_id: int, article_ids: Iterable[int], *, by: User, note: str, now: datetime | None
) -> UUID:
    check_deciding(Deciding.JOIN if relation == JOINED else Deciding.PART, About.ORIGIN, Role(by.role))
    _lock(story_id)
    found = suggestions_of(story_id)
    numbers = {shown.article.pk: shown.number for shown in found.articles}
    chosen = sorted({numbers[pk] for pk in article_ids if pk in numbers})
    pairs = list(combinations(chosen, 2))
    if relation == PARTED and len(chosen) == 1:
        groups = [one.found.articles for one in found.origins if one.found.is_whole]
        group = next((group for group in groups if chosen[0] in group), ())
        pairs = [(chosen[0], other) for other in group if other != chosen[0]]
        if not pairs:
            raise NotPossibleNow("This article shares its origin with no other.")
    if not pairs:
        raise BadInput("Choose at least two articles of the story that have been compared.")
    labels = [found.articles[n].label for n in sorted({n for pair in pairs for n in pair})]
    said = f"{', '.join(labels)}: {'one origin' if relation == JOINED else 'not one origin'}"
    places = [(Place(a, 0, 0), Place(b, 0, 0)) for a, b in pairs]
    if relation == JOINED:
        places = [(places[0][0], Place(n, 0, 0)) for n in chosen[1:]]
    standing = standing_decisions(story_id, [shown.article.pk for shown in found.articles])
    if act := act_that_says(standing, About.ORIGIN, relation, places, list(numbers)):
        return act  # sent twice, or two people of one mind
    alone = Place(chosen[0], 0, 0) if len(chosen) == 1 else None
    return _keep(found, About.ORIGIN, relation, places, said, by=by, note=note, now=now or timezone.now(), alone=alone)


def _lock(story_id: int) -> None:
    """Decisions about one story are taken one after another."""
    if not Story.objects.select_for_update(no_key=True).filter(pk=story_id).exists():
        raise NotPossibleNow("There is no such story.", status=404)


def _locked(story_id: int, key: str) -> tuple[StoryFound, Suggestion[Any]]:
    _lock(story_id)
    found = suggestions_of(story_id)
    one = found.suggestion(key)
    if one is None:
        raise NotPossibleNow(GONE)
    return found, one


def _decide(
    found: StoryFound, one: Suggestion[Any], relation: str, pairs: Pairs, *, by: User, note: str, now: datetime,
    alone: Place | None = None,
) -> UUID:  # fmt: skip
    said = said_of(one, found)
    return _keep(found, one.about, relation, pairs, said, by=by, note=note, now=now, key=one.key, alone=alone)


def _keep(
    found: StoryFound, about: About, relation: str, pairs: Pairs, said: str, *, by: User, note: str, now: datetime,
    key: str = "", alone: Place | None = None,
) -> UUID:  # fmt: skip
    """Write the rows of one act and the log entry, undo what they contradict, and have the story compared again.

    `alone`: the one place that is parted from the others, which stay joined where they were.
    """
    if not pairs:
        raise NotPossibleNow("There are no two places here to decide about.")
    note = note.replace("\x00", "").strip()
    if len(note) > LONGEST_NOTE:
        raise BadInput(f"The note may have {LONGEST_NOTE:,} characters; this one has {len(note):,}.")
    articles = [shown.article.pk for shown in found.articles]
    contradicted = contradicted_by(found.story_id, about, relation, pairs, articles)
    _undo(contradicted, by=by, now=now)
    for rest in rests_of(contradicted, pairs, articles, alone):
        Decision.objects.bulk_create(rest)
        _log("keep the rest of a decision", rest, by=by, now=now)
    act = uuid4()
    what = {"story_id": found.story_id, "about": about.value, "relation": relation, "said": said, "note": note}
    rows = rows_of(pairs, articles, **what, act=act, by=by, at=now)
    Decision.objects.bulk_create(rows)
    _log(f"{relation} suggestion", rows, by=by, now=now, key=key)
    compare_again(story_id=found.story_id, now=now)
    return act


def _undo(rows: Sequence[Decision], *, by: User, now: datetime) -> None:
    if not rows:
        return
    Decision.objects.filter(pk__in=[row.pk for row in rows]).update(undone_by=by, undone_at=now)
    _log("undo decision", rows, by=by, now=now)
    compare_again(story_id=rows[0].story_id, now=now)


def _log(action: str, rows: Sequence[Decision], *, by: User, now: datetime, key: str = "") -> None:
    first = rows[0]
    entry = {"story": first.story_id, "about": first.about, "relation": first.relation, "said": first.said, "key": key}
    places = [[r.one_article_id, r.one_start, r.one_end, r.other_article_id, r.other_start, r.other_end] for r in rows]
    log_edit(action, by=by, now=now, before=[], after=[entry | {"note": first.note, "places": places}])
