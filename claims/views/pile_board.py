"""What the page of a pile shows: how far it is, the proposals with their articles, where each may go."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from articles.models import Story
from claims.models import Pile, PileItem, PileStory

DESK_STORIES = 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """One story as proposed, with its articles in the pile's order."""

    row: PileStory
    items: Sequence[PileItem]

    @property
    def sure(self) -> str:
        """The score as a word, for groups."""
        if self.row.score is None or len(self.items) < 2 or not self.row.reason:
            return ""
        return "sure" if self.row.score >= 0.9 else "fairly sure" if self.row.score >= 0.7 else "unsure: check"


@dataclass(frozen=True, slots=True)
class Board:
    """`read` of `total` files are read; `out`: articles left out; `refused`: files that cannot be filed."""

    read: int
    total: int
    proposals: Sequence[Proposal]
    out: Sequence[PileItem]
    refused: Sequence[PileItem]
    desk: Sequence[Story]

    @property
    def filing(self) -> int:
        return sum(len(proposal.items) for proposal in self.proposals)

    @property
    def not_filed(self) -> int:
        return len(self.out) + len(self.refused)


def read_pile(pile: Pile) -> Board:
    """The board of one pile."""
    items = list(pile.items.defer("text").select_related("article__story"))
    stories = list(pile.stories.select_related("story"))
    good = [item for item in items if not item.problem]
    proposals = [Proposal(row, [item for item in good if item.proposed_id == row.pk]) for row in stories]
    named = {row.story_id for row in stories}
    desk = Story.objects.exclude(pk__in=[pk for pk in named if pk]).only("title", "created_at")[:DESK_STORIES]
    return Board(
        read=sum(item.is_read for item in items),
        total=len(items),
        proposals=[proposal for proposal in proposals if proposal.items],
        out=[item for item in good if item.proposed_id is None],
        refused=[item for item in items if item.problem],
        desk=list(desk) if pile.status == Pile.Status.READY else [],
    )


def open_piles() -> Sequence[Pile]:
    """Piles that wait to be filed, the newest first, with `articles`, how many files each holds."""
    rows = Pile.objects.exclude(status=Pile.Status.FILED).select_related("by")
    return list(rows.annotate(articles=Count("items"))[:20])
