"""The queue's filters, as they stand in its address. Whatever cannot be read is left out, so that no address fails."""

from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict

from claims.rules.ratings import Rating
from claims.rules.statuses import Status
from newsdesk.numbers import whole_number

MINE, ALL = "mine", "all"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What is shown: `status` is a status, "mine" or "all"; `look` only where the engine is unsure who said it; `again` only what needs another look; `after` the place (priority, id) where the page starts."""

    status: str = Status.NEW.value
    story: int | None = None
    outlet: int | None = None
    claimant: str = ""
    rating: str = ""
    look: str = ""
    again: str = ""
    after: tuple[float, int] | None = None

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        status = query.get("status", "").replace("-", " ")
        known = {MINE, ALL, *(s.value for s in Status)}
        rating, again = query.get("rating", ""), "1" if query.get("again") else ""
        return cls(
            status=status if status in known else ALL if again else Status.NEW.value,
            story=whole_number(query.get("story", "")),
            outlet=whole_number(query.get("outlet", "")),
            claimant=query.get("claimant", "").replace("\x00", "").strip()[:300],
            rating=rating if rating in [r.value for r in Rating] else "",
            look="1" if query.get("look") else "",
            again=again,
            after=_place(query.get("after", "")),
        )

    @property
    def set_count(self) -> int:
        """How many filters are set beside the status."""
        return sum(
            bool(value) for value in (self.story, self.outlet, self.claimant, self.rating, self.look, self.again)
        )

    def with_status(self, status: str) -> Self:
        return replace(self, status=status, after=None)

    def after_place(self, priority: float, claim_id: int) -> Self:
        return replace(self, after=(priority, claim_id))

    def first_page(self) -> Self:
        return replace(self, after=None)

    def query(self, **more: str | int) -> str:
        """The query string, "?" included, "" where everything is as it is without; `more` is added."""
        values: dict[str, str | int] = {}
        if self.status != Status.NEW.value or self.again:  # these are never new: without a status all are meant
            values["status"] = self.status.replace(" ", "-")
        for name in ("story", "outlet", "claimant", "rating", "look", "again"):
            if getattr(self, name):
                values[name] = getattr(self, name)
        if self.after:
            values["after"] = f"{self.after[0]!r}:{self.after[1]}"
        values |= more
        return f"?{urlencode(values)}" if values else ""


def _place(value: str) -> tuple[float, int] | None:
    priority, _, claim_id = value.partition(":")
    try:
        place = float(priority), int(claim_id)
    except ValueError:
        return None
    return place if abs(place[0]) < 1e9 and 0 <= place[1] < 2**62 else None
