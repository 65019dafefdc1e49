"""Which articles share an origin once staff have had their say: for pages, counts and gates, before the next comparison too. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.comparison.decisions import About, Decisions
from claims.comparison.found import Origin
from claims.rules.origins import ArticleOrigin, Tie, origin_groups


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Articles of one origin, in order, and its name: the agency, outlet or post where known, else the outlets'."""

    articles: tuple[int, ...]
    name: str


def origin_groups_of(origins: Sequence[Origin], decisions: Decisions, outlets: Sequence[str]) -> list[OriginGroup]:
    """Every article in exactly one group, groups in the order of their first article.

    `outlets` names the outlet of each article ("" unknown). Articles of one outlet share an origin; those that share a stretch alone
    do not. Two articles that staff parted stand in different groups, whatever a third has in common with both.
    """
    ties = [Tie(pair.one.article, pair.other.article, "") for pair in decisions.joined if pair.about is About.ORIGIN]
    ties += [Tie(o.articles[0], n, o.reason, o.named) for o in origins if o.is_whole for n in o.articles[1:]]
    parted = [(pair.one.article, pair.other.article) for pair in decisions.parted if pair.about is About.ORIGIN]
    found = origin_groups([ArticleOrigin(n, outlet, "") for n, outlet in enumerate(outlets)], ties, parted)
    return [OriginGroup(g.ids, f"article {g.ids[0] + 1}" if g.name == f"article {g.ids[0]}" else g.name) for g in found]
