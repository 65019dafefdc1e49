"""The log of a claim in sentences, and how long it stood in each status."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from claims.models import AnotherLook, Claim, LogEntry
from claims.rules.ratings import Rating

_TOLD = {
    "take": "took the claim",
    "release": "released the claim",
    "dismiss": "dismissed the claim",
    "restore": "restored the claim",
    "propose": "proposed a verdict",
    "withdraw": "withdrew the proposal",
    "confirm": "read second and agreed",
    "contest": "read second and differed",
    "sign off alone": "signed off alone",
    "settle": "settled the two ratings",
    "return": "sent the claim back",
    "publish": "published the verdict",
    "correct": "published a correction",
    "reopen": "reopened the claim",
    "retract": "retracted the verdict",
}
LOOKED = "looked again: nothing changes"
_OPEN_TO_ALL = {"take", "release", "dismiss", "restore"}


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as a sentence; `rating`, `note` and `rationale` are "" where the reader may not know them."""

    at: datetime
    who: str
    sentence: str
    to_status: str
    note: str
    rating: str
    rationale: str
    seconds: float
    from_status: str


def history_of(log: Sequence[LogEntry], *, sees: bool) -> list[Told]:
    """The entries in sentences, in the order given; without `sees` nothing of what was rated or written about it."""
    return [_told(entry, sees=sees) for entry in log]


def looked_again(looks: Iterable[AnotherLook], *, sees: bool) -> list[Told]:
    """Who looked again at the decided claim and left it as it was, with their note; what a move took into account is its own entry."""
    done = {(look.cleared_at, look.cleared_by): look for look in looks if look.cleared_at and not look.seen_at_move}
    return [
        Told(at, str(who or "Somebody"), LOOKED, "", look.note if sees else "", "", "", 0.0, "")
        for (at, who), look in done.items()
        if at is not None
    ]


def _told(entry: LogEntry, *, sees: bool) -> Told:
    details: dict[str, Any] = entry.details if sees and entry.move not in _OPEN_TO_ALL else {}
    rating = details.get("second_rating") if entry.move in ("confirm", "contest") else details.get("rating")
    return Told(
        at=entry.at,
        who=str(entry.by) if entry.by else "The desk",
        sentence=_TOLD.get(entry.move, entry.move),
        to_status=entry.to_status if entry.from_status != entry.to_status else "",
        note=entry.note if sees or entry.move in _OPEN_TO_ALL else "",
        rating=str(rating) if rating in [r.value for r in Rating] else "",
        rationale=str(details.get("rationale", "")) if entry.move in ("propose", "settle", "correct") else "",
        seconds=entry.seconds_in_status,
        from_status=entry.from_status,
    )


def times_of(claim: Claim, log: Sequence[LogEntry], *, now: datetime) -> list[tuple[str, str]]:
    """Status → how long the claim has stood in it altogether, in words, in the order in which it first came there."""
    seconds: dict[str, float] = {}
    for entry in sorted(log, key=lambda entry: (entry.at, entry.pk)):
        seconds[entry.from_status] = seconds.get(entry.from_status, 0.0) + entry.seconds_in_status
    seconds[claim.status] = seconds.get(claim.status, 0.0) + max((now - claim.status_since).total_seconds(), 0.0)
    return [(status, duration(value)) for status, value in seconds.items()]


def duration(seconds: float) -> str:
    """A length of time in words, in its two largest units."""
    minutes = int(seconds // 60)
    if minutes < 1:
        return "under a minute"
    days, hours, left = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = [f"{days} d" * bool(days), f"{hours} h" * bool(hours), f"{left} min" * bool(left and not days)]
    return " ".join(part for part in parts if part)
