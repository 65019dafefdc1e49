"""What the comparison of a story found, with what staff decided of it: what pages and offers are made from. Writes nothing."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, cast
from uuid import UUID

from articles.models import Article
from claims.comparison.copied.independence import groups_in_force
from claims.comparison.decisions import About, Decisions, Place
from claims.comparison.found import ComparedClaim, Comparison, Conflict, Origin, SharedPassage, Utterance
from claims.comparison.stored import from_json
from claims.models import AnotherLook, Appearance, Claim, Decision, StoryComparison
from claims.models.comparison import JOINED, PARTED
from claims.rules.origins import OriginGroup
from claims.rules.statuses import Status
from claims.services.call_up import labels_of
from claims.services.comparison_work import work_of
from claims.services.judgements import Judging
from claims.services.read_story import decisions_of, newest_versions, places_of, standing_decisions
from claims.services.story_found import Act, ArticleShown, Decided, DeskClaim, StoryFound, Suggestion, Words, Work

type Grouped = Utterance | ComparedClaim | Conflict | SharedPassage
_FURTHEST = (
    Status.PUBLISHED, Status.RETRACTED, Status.SIGNED_OFF, Status.CONTESTED, Status.PROPOSED, Status.IN_CHECK, Status.NEW,
    Status.DISMISSED,
)  # fmt: skip


def suggestions_of(story_id: int) -> StoryFound:
    """The story as last compared, in a fixed number of queries. Decisions taken since show at once."""
    kept = StoryComparison.objects.filter(story=story_id).first()
    rows = Article.objects.filter(story=story_id).exclude(body="").select_related("outlet").order_by("pk")
    articles = {row.pk: row for row in rows.defer("headline_search")}
    standing = newest_versions((row.pk, row.replaces_id, row.is_withdrawn) for row in articles.values())
    comparison = _comparison(kept) if kept else None
    work = work_of(story_id, kept if comparison else None, len(standing))
    if kept is None or comparison is None:
        return StoryFound(story_id, work, unread=tuple(articles[pk] for pk in standing))
    ids = [article_id for article_id, _ in kept.articles]
    decided = standing_decisions(story_id, ids)
    return _Found(comparison, [articles[pk] for pk in ids], decided).story_found(
        story_id, work, [articles[pk] for pk in standing if pk not in ids]
    )


def key_of(about: About, places: Iterable[Place], article_ids: Sequence[int], more: str = "") -> str:
    """Names a suggestion by what it is about and its members, whatever their order: 16 characters."""
    members = sorted((article_ids[place.article], place.start, place.end) for place in places)
    return hashlib.sha256(repr((about.value, more, members)).encode()).hexdigest()[:16]


def without_members[One: Grouped](one: One, gone: Sequence[int]) -> One:
    """The same without the members that staff parted from it; of an utterance whose reference goes, the longest is it now."""
    if isinstance(one, Utterance):
        return cast(One, _shorter(one, gone))
    several: Any = one
    return cast(One, replace(several, members=tuple(m for n, m in enumerate(several.members) if n not in gone)))


def _shorter(one: Utterance, gone: Sequence[int]) -> Utterance:
    members = [member for n, member in enumerate(one.members) if n not in gone]
    reference = one.members[one.reference]
    if reference not in members:
        reference = max(members, key=lambda member: len(member.text))
    return replace(one, members=tuple(members), reference=members.index(reference))


def _comparison(kept: StoryComparison) -> Comparison | None:
    """None where it was kept by a version whose words are not known any more."""
    try:
        return from_json(kept.found)
    except (ValueError, KeyError, TypeError):
        return None


class _Found:
    """A comparison with the articles and decisions that go with it."""

    def __init__(self, comparison: Comparison, articles: Sequence[Article], decided: Sequence[Decision]) -> None:
        self.comparison, self.articles, self.decided = comparison, articles, decided
        self.ids = [article.pk for article in articles]
        self.decisions: Decisions = decisions_of(decided, self.ids)
        self.judging = Judging(decided, self.ids, self.decisions)

    def story_found(self, story_id: int, work: Work, unread: Sequence[Article]) -> StoryFound:
        """Everything put together."""
        outlets = [article.outlet.name if article.outlet else "" for article in self.articles]
        credits = [article.wire_credit for article in self.articles]
        groups = groups_in_force(self.comparison.origins, self.decisions, outlets, credits)
        origins = self._origins(groups)
        made = self.comparison
        desk = self._desk(story_id)
        looks = AnotherLook.objects.standing().filter(claim__story=story_id, claim__joined_into=None)
        heavy = ("article__body", "article__headline_search", "claim__search")
        return StoryFound(
            story_id,
            work,
            self._shown(groups, origins, outlets),
            made,
            self._standing(About.PASSAGE, made.passages, lambda one: [member.place for member in one.members]),
            origins,
            self._standing(About.UTTERANCE, made.utterances, lambda one: [member.place for member in one.members]),
            self._standing(About.CLAIM, made.claims, _claim_places, desk),
            self._standing(
                About.CONFLICT,
                made.conflicts,
                lambda one: [a.place for a in one.members],
                more=lambda one: one.kind.value,
            ),
            self._counter_claims(desk),
            made.names,
            self._acts(PARTED),
            self._acts(JOINED),
            tuple(unread),
            tuple(looks.select_related("claim", "article__outlet").defer(*heavy).order_by("claim", "pk")),
        )

    def _standing[One: Grouped](
        self,
        about: About,
        found: Sequence[One],
        places: Callable[[One], list[Place]],
        desk: Callable[[One], tuple[DeskClaim, ...]] = lambda one: (),
        *,
        more: Callable[[One], str] = lambda one: "",
    ) -> tuple[Suggestion[One], ...]:
        suggestions = []
        for number, one in enumerate(found):
            at = tuple(places(one))
            if self.judging.of(about, at).decided is Decided.REJECTED:
                continue
            if gone := self.judging.parted_out(about, at):
                one = without_members(one, gone)
                at = tuple(places(one))
            key, judgement = key_of(about, at, self.ids, more(one)), self.judging.of(about, at)
            primary = self.judging.primary(at) if about is About.UTTERANCE else None
            suggestions.append(Suggestion(key, about, one, number, at, judgement, primary, desk(one)))
        return tuple(suggestions)

    def _counter_claims(
        self, desk: Callable[[ComparedClaim], tuple[DeskClaim, ...]]
    ) -> tuple[Suggestion[ComparedClaim], ...]:
        """One for each article that gives a claim without the denial; its members are its own places, then the denials."""
        suggestions = []
        for number, claim in enumerate(self.comparison.claims):
            if self.judging.of(About.CLAIM, tuple(_claim_places(claim))).decided is Decided.REJECTED:
                continue
            for article in claim.missing:
                own = [place for place in _claim_places(claim) if place.article == article]
                at = (*own, *claim.denied_by)
                judgement = self.judging.of(About.COUNTER_CLAIM, at)
                if judgement.decided is not Decided.REJECTED:
                    key = key_of(About.COUNTER_CLAIM, at, self.ids, str(self.ids[article]))
                    suggestions.append(
                        Suggestion(
                            key, About.COUNTER_CLAIM, claim, number, at, judgement, desk=desk(claim), article=article
                        )
                    )
        return tuple(suggestions)

    def _origins(self, groups: Sequence[OriginGroup]) -> tuple[Suggestion[Origin], ...]:
        """Articles that are one origin as a whole, with what staff joined and parted since; then those that share stretches."""
        made = list(enumerate(self.comparison.origins))
        suggestions = []
        for group in groups:
            inside = [(n, one) for n, one in made if one.is_whole and len({*one.articles} & {*group.ids}) > 1]
            if len(group.ids) > 1:
                score = max((one.score for _, one in inside), default=1.0)
                named = next((one.named for _, one in inside if one.named), group.name)
                whole = Origin(group.ids, "; ".join(group.reasons), named, score)
                suggestions.append(self._origin(whole, inside[0][0] if inside else -1))
        together = [{*group.ids} for group in groups]
        for number, one in made:
            if not one.is_whole and not any({*one.articles} <= group for group in together):
                suggestions.append(self._origin(one, number))
        return tuple(one for one in suggestions if one.judgement.decided is not Decided.REJECTED)

    def _origin(self, origin: Origin, number: int) -> Suggestion[Origin]:
        at = tuple(Place(article, 0, 0) for article in origin.articles)
        key = key_of(About.ORIGIN, origin.places or at, self.ids, "" if origin.is_whole else "stretches")
        return Suggestion(key, About.ORIGIN, origin, number, at, self.judging.of(About.ORIGIN, at))

    def _shown(
        self, groups: Sequence[OriginGroup], origins: Sequence[Suggestion[Origin]], outlets: Sequence[str]
    ) -> tuple[ArticleShown, ...]:
        name = {article: group.name for group in groups for article in group.ids}
        whole = [one.found for one in origins if one.found.is_whole]  # these stand first
        number = {article: n for n, origin in enumerate(whole) for article in origin.articles}
        labels = labels_of(outlets)
        return tuple(
            ArticleShown(n, article, labels[n], name[n], number.get(n)) for n, article in enumerate(self.articles)
        )

    def _desk(self, story_id: int) -> Callable[[ComparedClaim], tuple[DeskClaim, ...]]:
        """Which claims of the desk stand at the members of a claim group: two queries for all groups."""
        numbers = {pk: number for number, pk in enumerate(self.ids)}
        rows = Appearance.objects.filter(article__in=self.ids, dismissed_at=None, claim__joined_into=None)
        at: dict[int, list[tuple[Place, int]]] = defaultdict(list)
        for article_id, start, end, claim_id in rows.order_by("pk").values_list("article", "start", "end", "claim"):
            at[numbers[article_id]].append((Place(numbers[article_id], start, end), claim_id))
        found = Claim.objects.filter(story=story_id, joined_into=None)
        claims = found.select_related("working_verdict", "published_verdict").defer("search").in_bulk()

        def desk(group: ComparedClaim) -> tuple[DeskClaim, ...]:
            members: dict[int, list[int]] = defaultdict(list)
            for number, place in enumerate(_claim_places(group)):
                for claim_id in dict.fromkeys(pk for other, pk in at[place.article] if place.is_near(other)):
                    members[claim_id].append(number)
            ours = [DeskClaim(claims[pk], tuple(numbers)) for pk, numbers in members.items() if pk in claims]
            return tuple(sorted(ours, key=lambda one: (_FURTHEST.index(Status(one.claim.status)), one.claim.pk)))

        return desk

    def _acts(self, relation: str) -> tuple[Act, ...]:
        """The acts in force of this relation, the last one first."""
        acts: dict[UUID, list[Decision]] = defaultdict(list)
        for row in self.decided:
            if row.relation == relation:
                acts[row.act].append(row)
        return tuple(self._act(rows) for rows in reversed(list(acts.values())))

    def _act(self, rows: Sequence[Decision]) -> Act:
        numbers = {pk: number for number, pk in enumerate(self.ids)}
        pairs = [pair for row in rows if (pair := places_of(row, numbers))]
        places = sorted({place for pair in pairs for place in pair if place is not None})
        words = tuple(Words(p.article, p.start, p.end, self.articles[p.article].body[p.start : p.end]) for p in places)
        first = rows[0]
        return Act(first.act, About(first.about), first.relation, first.said, words, first.by, first.at, first.note)


def _claim_places(claim: ComparedClaim) -> list[Place]:
    return [member.place for member in claim.members]
