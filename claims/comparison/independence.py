"""Which articles share an origin once staff have had their say: for pages, counts and gates, before the next comparison too. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from claims.comparison.decisions import About, Decisions, Place
from claims.comparison.found import Origin
from claims.rules.origins import folded_name


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Articles of one origin, in order, and its name: the agency, outlet or post where known, else the outlets'."""

    articles: tuple[int, ...]
    name: str


def origin_groups_of(origins: Sequence[Origin], decisions: Decisions, outlets: Sequence[str]) -> list[OriginGroup]:
    """Every article in exactly one group, groups in the order of their first article.

    `outlets` names the outlet of each article ("" unknown). Articles of one outlet share an origin. A group that staff parted
    falls into what still hangs together: two articles stay joined through a third that neither was parted from.
    """
    wanted = {pair for origin in origins if origin.is_whole for pair in combinations(sorted(origin.articles), 2)}
    wanted |= {(a, b) for a, b in combinations(range(len(outlets)), 2) if _same(outlets[a], outlets[b])}
    said = [pair for pair in (*decisions.joined, *decisions.parted) if pair.about is About.ORIGIN]
    wanted |= {_pair(pair.one, pair.other) for pair in said if pair in decisions.joined}
    wanted -= {_pair(pair.one, pair.other) for pair in said if pair in decisions.parted}
    parents = list(range(len(outlets)))
    for a, b in sorted(wanted):
        if b < len(parents):
            parents[_root(parents, b)] = _root(parents, a)
    members: dict[int, list[int]] = {}
    for article in range(len(outlets)):
        members.setdefault(_root(parents, article), []).append(article)
    return [OriginGroup(tuple(group), _name(group, origins, outlets)) for group in members.values()]


def _same(one: str, other: str) -> bool:
    return bool(one) and folded_name(one) == folded_name(other)


def _pair(one: Place, other: Place) -> tuple[int, int]:
    return min(one.article, other.article), max(one.article, other.article)


def _root(parents: list[int], article: int) -> int:
    while parents[article] != article:
        article = parents[article] = parents[parents[article]]
    return article


def _name(group: Sequence[int], origins: Sequence[Origin], outlets: Sequence[str]) -> str:
    here = set(group)
    named = {
        origin.named for origin in origins if origin.named and origin.is_whole and len(here & set(origin.articles)) > 1
    }
    known = {outlets[article] for article in group if outlets[article]}
    return " / ".join(sorted(named) or sorted(known)) or f"article {group[0] + 1}"
