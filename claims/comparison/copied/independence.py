"""Which articles share an origin once staff have had their say: for pages, counts and gates, before the next comparison too. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from claims.comparison.decisions import About, Decisions
from claims.comparison.found import Origin
from claims.rules.origins import ArticleOrigin, OriginGroup, Tie, origin_groups


def groups_in_force(
    origins: Sequence[Origin], decisions: Decisions, outlets: Sequence[str], credits: Sequence[str]
) -> list[OriginGroup]:
    """Every article in exactly one group, groups in the order of their first article.

    `outlets` and `credits` are each article's outlet and wire credit ("" unknown). Articles that share a stretch alone are not of
    one origin. Two that staff parted stand in different groups, whatever a third has in common with both.
    """
    known = [ArticleOrigin(n, *names) for n, names in enumerate(zip(outlets, credits, strict=True))]
    said = [pair for pair in decisions.joined if pair.about is About.ORIGIN]
    ties = [Tie(pair.one.article, pair.other.article, "joined by the desk") for pair in said]
    ties += [Tie(o.articles[0], n, o.reason, o.named) for o in origins if o.is_whole for n in o.articles[1:]]
    parted = [(pair.one.article, pair.other.article) for pair in decisions.parted if pair.about is About.ORIGIN]
    groups = origin_groups(known, ties, parted)
    return [replace(g, name=f"article {g.ids[0] + 1}") if g.name == f"article {g.ids[0]}" else g for g in groups]
