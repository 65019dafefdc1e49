"""Where reports really come from: articles that share an outlet, a wire credit or a copied paragraph share one origin.

A plain union-find over names and paragraph hashes. A wire credit and an outlet of the same name are the same origin, so
that an agency's own article joins those that credit it. The caller passes the hashes of body paragraphs only: a shared
caption or boilerplate line makes no origin.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

type _Node = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ArticleOrigin:
    """What is known of one article's origin: its outlet and wire credit ("" where unknown) and its body paragraphs' hashes."""

    id: int
    outlet: str
    wire_credit: str
    paragraph_hashes: frozenset[str]


def origin_groups(articles: Sequence[ArticleOrigin]) -> dict[int, str]:
    """Article id → name of its origin; two articles have the same origin exactly if they have the same name.

    The name is the wire credit where the group has one (it says where the report comes from), else its outlets, else the
    article's own number; several are joined by " / " in alphabetical order, so that the order of `articles` does not matter.
    """
    parents: dict[_Node, _Node] = {}
    for article in articles:
        own = ("article", str(article.id))
        parents.setdefault(own, own)
        for node in _nodes(article):
            parents.setdefault(node, node)
            _join(parents, own, node)
    members: dict[_Node, list[ArticleOrigin]] = defaultdict(list)
    for article in articles:
        members[_root(parents, ("article", str(article.id)))].append(article)
    return {article.id: name for group in members.values() for name in [_name(group)] for article in group}


def folded_name(name: str) -> str:
    """An outlet's or agency's name for comparing: case, spaces, a leading "the" and a closing stop left out."""
    return re.sub(r"^the\s+", "", " ".join(name.split()).rstrip(".").casefold())


def _nodes(article: ArticleOrigin) -> list[_Node]:
    names = [folded_name(name) for name in (article.outlet, article.wire_credit)]
    return [("name", name) for name in names if name] + [("hash", key) for key in article.paragraph_hashes if key]


def _root(parents: dict[_Node, _Node], node: _Node) -> _Node:
    while parents[node] != node:
        parents[node] = parents[parents[node]]
        node = parents[node]
    return node


def _join(parents: dict[_Node, _Node], one: _Node, other: _Node) -> None:
    parents[_root(parents, one)] = _root(parents, other)


def _name(group: Sequence[ArticleOrigin]) -> str:
    return (
        _joined(article.wire_credit for article in group)
        or _joined(article.outlet for article in group)
        or f"article {min(article.id for article in group)}"
    )


def _joined(names: Iterable[str]) -> str:
    """The distinct names in alphabetical order; of spellings that fold alike the alphabetically first."""
    spelling: dict[str, str] = {}
    for name in sorted({" ".join(name.split()).rstrip(".") for name in names}):
        if name:
            spelling.setdefault(folded_name(name), name)
    return " / ".join(spelling[key] for key in sorted(spelling))
