"""What the comparison of a story found, for pages: suggestions with what staff decided of them, and the articles they rest on.

Everything here is to be read; `claims.services.suggestions.suggestions_of` makes it. Articles are numbers in
`StoryFound.articles` (from 0), as in `Comparison`; offsets are code points of that article's body.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from articles.models import Article
from claims.comparison.decisions import About, Place
from claims.comparison.found import ComparedClaim, Comparison, Conflict, Naming, Origin, SharedPassage, Utterance
from claims.models import AnotherLook, Claim
from newsdesk.models import User


class WorkStatus(StrEnum):
    """How far the comparison of a story is."""

    NOTHING = "nothing to compare"  # fewer than two articles stand
    WAITING = "waiting"  # articles are still being read, or a worker is awaited
    COMPARING = "comparing"
    FAILED = "failed"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Work:
    """Where the comparison stands, in a sentence; `reason` why it failed ("" where it did not).

    What was found earlier stays on the page while it is made again: then `made_at` is set and the status is not READY.
    """

    status: WorkStatus
    sentence: str
    reason: str = ""
    made_at: datetime | None = None
    seconds: float = 0.0

    @property
    def under_way(self) -> bool:
        """Whether the page should look again in a moment."""
        return self.status in (WorkStatus.WAITING, WorkStatus.COMPARING)


class Decided(StrEnum):
    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What staff said of a suggestion. `act` undoes it; `added`: members that joined a confirmed one since, unconfirmed."""

    decided: Decided = Decided.SUGGESTED
    act: UUID | None = None
    by: User | None = None
    at: datetime | None = None
    note: str = ""
    added: tuple[int, ...] = ()

    @property
    def sentence(self) -> str:
        """ "Confirmed by Ada Brandt on 22 November 2026." """
        if self.decided is Decided.SUGGESTED or self.at is None:
            return "Suggested by the machine."
        when = f"{self.at:%-d %B %Y}"
        return f"{self.decided.value.capitalize()} by {self.by or 'somebody'} on {when}."


SUGGESTED = Judgement()


@dataclass(frozen=True, slots=True)
class DeskClaim:
    """A claim of the desk that stands at a member's place; `members` are their numbers."""

    claim: Claim
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Suggestion[Found]:
    """One thing found. `key` names it in addresses and holds as long as its members do; `number`: in the comparison's list.

    `places`: its members in order; a member's number is its place in there. `primary`: the member that an editor named
    as the primary variant (utterances). `desk`: the desk's claims in a claim group, the one furthest in work first.
    For a missing counter-claim `found` is the claim, `article` the one that does not give the denial.
    """

    key: str
    about: About
    found: Found
    number: int
    places: tuple[Place, ...]
    judgement: Judgement = SUGGESTED
    primary: int | None = None
    desk: tuple[DeskClaim, ...] = ()
    article: int | None = None

    @property
    def is_confirmed(self) -> bool:
        return self.judgement.decided is Decided.CONFIRMED

    @property
    def joinable(self) -> bool:
        """Whether several of the desk's claims are in the group, so that confirming it may join them."""
        return len(self.desk) > 1


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of an article with the paragraph that it stands in."""

    article: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Act:
    """A decision in force, as it was taken: `said` is what it was about, in words. `act` undoes it."""

    act: UUID
    about: About
    relation: str
    said: str
    words: tuple[Words, ...]
    by: User | None
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class ArticleShown:
    """One article of the comparison. `label`: its outlet, with a number where the outlet has several ("Courier (2)").

    `origin`: the name of its origin; articles with the same name share one. `group`: the number of the `StoryFound.origins`
    entry that it is in, None where it stands alone.
    """

    number: int
    article: Article
    label: str
    origin: str
    group: int | None = None


@dataclass(frozen=True, slots=True)
class StoryFound:
    """Everything for the tabs of one story. Rejected suggestions are left out and stand in `rejected`, to be undone there.

    `comparison` is as stored (its numbers are those of `Suggestion.number` and `VerbUsed.utterance`). `joined`: confirmed
    and joined acts in force; `unread`: standing articles that the comparison does not cover yet; `looks`: decided claims
    of the story that need another look.
    """

    story_id: int
    work: Work
    articles: tuple[ArticleShown, ...] = ()
    comparison: Comparison = field(default_factory=lambda: Comparison(""))
    passages: tuple[Suggestion[SharedPassage], ...] = ()
    origins: tuple[Suggestion[Origin], ...] = ()
    utterances: tuple[Suggestion[Utterance], ...] = ()
    claims: tuple[Suggestion[ComparedClaim], ...] = ()
    conflicts: tuple[Suggestion[Conflict], ...] = ()
    counter_claims: tuple[Suggestion[ComparedClaim], ...] = ()
    names: tuple[Naming, ...] = ()
    rejected: tuple[Act, ...] = ()
    joined: tuple[Act, ...] = ()
    unread: tuple[Article, ...] = ()
    looks: tuple[AnotherLook, ...] = ()

    def suggestions(self) -> Iterator["Suggestion[object]"]:
        """All that stand, rejected ones left out."""
        for several in (self.passages, self.origins, self.utterances, self.claims, self.conflicts, self.counter_claims):
            yield from several  # type: ignore[misc]

    def suggestion(self, key: str) -> "Suggestion[object] | None":
        return next((one for one in self.suggestions() if one.key == key), None)

    def words(self, place: Place) -> str:
        """The copy's own words at the place."""
        return self.articles[place.article].article.body[place.start : place.end]
