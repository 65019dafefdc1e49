"""The list of the queue: which claims the filters show, a page at a time, with counts, in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from articles.models import Outlet, Story
from claims.forms.queue import ALL, MINE, QueueFilter
from claims.language.confidence import CHECK_BELOW
from claims.language.spans import Stance, Voice
from claims.models import AnotherLook, Appearance, Claim
from claims.rules.ratings import Rating
from claims.rules.statuses import Status
from claims.views.may_see import rating_seen, with_rating
from newsdesk.models import User

PAGE = 50
UNSURE = Q(voice=Voice.ATTRIBUTED.value, confidence__lt=CHECK_BELOW)
"""Appearances of which a person should look who said it."""
_CALLED_UP = Exists(AnotherLook.objects.standing().filter(claim=OuterRef("pk")))
"""Decided claims that a later article touches."""
_OF_A_PERSON = [s.value for s in (Status.NEW, Status.IN_CHECK, Status.PROPOSED, Status.CONTESTED, Status.SIGNED_OFF)]


@dataclass(frozen=True, slots=True)
class Item:
    """One claim in the list; `rating` only where this person may know it."""

    claim: Claim
    who: str
    outlets: int
    rating: str
    level: str
    held: str
    href: str
    unsure: bool
    again: bool


@dataclass(frozen=True, slots=True)
class Tab:
    word: str
    count: int
    query: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class QueueList:
    items: list[Item]
    tabs: list[Tab]
    total: int
    shown: str
    next_query: str
    first_query: str


def scope(wanted: QueueFilter, user: User) -> QuerySet[Claim]:
    """Claims under every filter but the status."""
    claims = Claim.objects.filter(joined_into=None)
    if wanted.story:
        claims = claims.filter(story=wanted.story)
    if wanted.outlet:
        places = Appearance.objects.filter(claim=OuterRef("pk"), article__outlet=wanted.outlet, dismissed_at=None)
        claims = claims.filter(Exists(places))
    if wanted.claimant:
        claims = claims.filter(claimant__icontains=wanted.claimant)
    if wanted.look:
        places = Appearance.objects.filter(UNSURE, claim=OuterRef("pk"), dismissed_at=None)
        claims = claims.filter(Exists(places))
    if wanted.again:
        claims = claims.filter(_CALLED_UP)
    if wanted.rating:
        claims = claims.filter(with_rating(wanted.rating, user))
    return claims


def in_queue(wanted: QueueFilter, user: User) -> QuerySet[Claim]:
    """The claims that the filters show, in the queue's order, from the page's place on."""
    claims = scope(wanted, user).order_by("-priority", "id")
    if wanted.status == MINE:
        claims = claims.filter(_mine(user))
    elif wanted.status != ALL:
        claims = claims.filter(status=wanted.status)
    if wanted.after:
        priority, claim_id = wanted.after
        claims = claims.filter(Q(priority__lt=priority) | Q(priority=priority, id__gt=claim_id))
    return claims


def next_in_queue(wanted: QueueFilter, user: User, after: Claim) -> Claim | None:
    """The claim to open once `after` is done: the next below it, else the first that is left."""
    below = in_queue(wanted.after_place(after.priority, after.pk), user).exclude(pk=after.pk)
    return below.first() or in_queue(wanted.first_page(), user).exclude(pk=after.pk).first()


def read_queue(wanted: QueueFilter, user: User) -> QueueList:
    """The page that the filters show: three queries."""
    related = ("story", "holder", "working_verdict", "published_verdict")
    rows = list(
        in_queue(wanted, user)
        .select_related(*related)
        .defer("search", "story__note")
        .annotate(called_up=_CALLED_UP)[: PAGE + 1]
    )
    page, more = rows[:PAGE], len(rows) > PAGE
    tabs = _tabs(wanted, user)
    total = next(tab.count for tab in tabs if tab.is_open)
    shown = f"{len(page)} more of {total}" if wanted.after else f"1 to {len(page)} of {total}"
    return QueueList(
        items=_items(page, wanted, user),
        tabs=tabs,
        total=total,
        shown=shown if page else "No claims here",
        next_query=wanted.after_place(page[-1].priority, page[-1].pk).query() if more else "",
        first_query=(wanted.first_page().query() or "?") if wanted.after else "",
    )


def _mine(user: User) -> Q:
    return Q(holder=user, status=Status.IN_CHECK) | Q(working_verdict__by=user, status__in=_OF_A_PERSON)


def _tabs(wanted: QueueFilter, user: User) -> list[Tab]:
    counts: dict[str, int] = scope(wanted, user).aggregate(
        **{status.name: Count("pk", filter=Q(status=status.value)) for status in Status},
        mine=Count("pk", filter=_mine(user)),
        all=Count("pk"),
    )
    words = [(status.value, status.label, counts[status.name]) for status in Status]
    words += [(MINE, "Mine", counts["mine"]), (ALL, "All", counts["all"])]
    return [
        Tab(word, count, wanted.with_status(value).query() or "?", wanted.status == value)
        for value, word, count in words
    ]


def _items(page: Sequence[Claim], wanted: QueueFilter, user: User) -> list[Item]:
    rows = Appearance.objects.filter(claim__in=page, dismissed_at=None).order_by().values("claim")
    rows = rows.annotate(
        outlets=Count("article__outlet", distinct=True),
        first=Min("article__outlet__name"),
        not_denied=Count("pk", filter=~Q(stance=Stance.DENIES.value)),
        unsure=Count("pk", filter=UNSURE),
    )
    places = {row["claim"]: (row["outlets"], row["first"] or "") for row in rows}
    denied = {row["claim"] for row in rows if not row["not_denied"]}
    unsure = {row["claim"] for row in rows if row["unsure"]}
    return [
        Item(
            claim=claim,
            who=_claimant(claim, is_denied=claim.pk in denied) or _own_voice(*places.get(claim.pk, (0, ""))),
            outlets=places.get(claim.pk, (0, ""))[0],
            rating=rating_seen(claim, user),
            level=_level(claim.priority),
            held=_held(claim, user),
            href=reverse("queue") + wanted.query(claim=claim.public_id),
            unsure=claim.pk in unsure,
            again=claim.called_up,  # type: ignore[attr-defined]
        )
        for claim in page
    ]


def _claimant(claim: Claim, *, is_denied: bool) -> str:
    """Whoever makes the claim, or denies it wherever it stands; "" where it is in an outlet's own voice."""
    return f"{claim.claimant} denies" if claim.claimant and is_denied else claim.claimant


def _own_voice(outlets: int, name: str) -> str:
    return f"{name}, own voice" if outlets == 1 else f"{outlets} outlets, own voice" if outlets else "Own voice"


def _level(priority: float) -> str:
    return "high" if priority >= 2 / 3 else "medium" if priority >= 1 / 3 else "low"


def _held(claim: Claim, user: User) -> str:
    """Who holds it, for the list; a hold that has run out says so."""
    if claim.status != Status.IN_CHECK or claim.holder is None:
        return "held by nobody" if claim.status == Status.IN_CHECK else ""
    who = "you" if claim.holder_id == user.pk else str(claim.holder)
    running = claim.held_until is not None and claim.held_until > timezone.now()
    return f"held by {who}" if running else f"last held by {who}"


def filter_choices(wanted: QueueFilter) -> dict[str, Any]:
    """What the filters offer: the newest 200 stories, all outlets, the 100 commonest claimants, the ratings."""
    stories = Story.objects.only("title").order_by("-pk")[:200]
    claims = Claim.objects.exclude(claimant="").order_by()
    if wanted.story:
        claims = claims.filter(story=wanted.story)
    claimants = claims.values_list("claimant").annotate(n=Count("pk")).order_by("-n", "claimant")[:100]
    return {
        "stories": list(stories),
        "outlets": list(Outlet.objects.only("name").order_by("name")[:500]),
        "claimants": [name for name, _ in claimants],
        "ratings": list(Rating),
    }


def title_of_nothing(wanted: QueueFilter) -> str:
    """The heading of an empty list."""
    if wanted.status == MINE:
        return "You have nothing at hand"
    return "No claims" if wanted.status == ALL else f"Nothing {wanted.status}"


def why_empty(wanted: QueueFilter, user: User, queue: QueueList) -> str:
    """Where the work is when the list shows nothing: what waits in each status, and who holds what."""
    counts = {tab.word: tab.count for tab in queue.tabs}
    if not counts["All"]:
        return "No claim fits these filters."
    parts = [_in_check(wanted, user, counts[Status.IN_CHECK.label])]
    for status, words in (
        (Status.NEW, "{n} new"),
        (Status.PROPOSED, "{n} waiting for a second reader"),
        (Status.CONTESTED, "{n} contested, waiting for an editor"),
        (Status.SIGNED_OFF, "{n} signed off, waiting to be published"),
        (Status.PUBLISHED, "{n} published"),
        (Status.DISMISSED, "{n} dismissed"),
    ):
        if counts[status.label] and wanted.status != status.value:
            parts.append(words.format(n=counts[status.label]))
    return f"There {'are' if counts['All'] > 1 else 'is'} {'; '.join(part for part in parts if part)}."


def _in_check(wanted: QueueFilter, user: User, count: int) -> str:
    if not count:
        return ""
    claims = scope(wanted, user).filter(status=Status.IN_CHECK).order_by()
    rows = claims.filter(held_until__gt=timezone.now()).values_list("holder", "holder__name", "holder__username")
    held = rows.annotate(n=Count("pk")).order_by("-n", "holder")[:5]
    holders = [f"you hold {n}" if pk == user.pk else f"{name or username} holds {n}" for pk, name, username, n in held]
    return f"{count} in check" + (f", of which {' and '.join(holders)}" if holders else ", held by nobody")
