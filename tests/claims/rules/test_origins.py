"""Articles that share an outlet, a wire credit or a copied paragraph share one origin."""

from itertools import permutations

import pytest

from claims.rules.origins import ArticleOrigin, origin_groups


def article(id: int, outlet: str = "", wire: str = "", hashes: str = "") -> ArticleOrigin:
    return ArticleOrigin(id, outlet, wire, frozenset(hashes.split()))


CASES = {
    "nothing": ([], {}),
    "strangers stay apart": (
        [article(1, "Harbour Post", hashes="a"), article(2, "Tollmouth Mail", hashes="b")],
        {1: "Harbour Post", 2: "Tollmouth Mail"},
    ),
    "the same outlet": (
        [article(1, "Harbour Post"), article(2, "The  Harbour post")],
        {1: "Harbour Post", 2: "Harbour Post"},
    ),
    "the same wire credit gives its name": (
        [article(1, "Harbour Post", "Northern Wire"), article(2, "Tollmouth Mail", "NORTHERN WIRE."), article(3, "C")],
        {1: "NORTHERN WIRE", 2: "NORTHERN WIRE", 3: "C"},
    ),
    "an agency's own article joins those that credit it": (
        [article(1, "Northern Wire"), article(2, "Harbour Post", "Northern Wire")],
        {1: "Northern Wire", 2: "Northern Wire"},
    ),
    "an identical paragraph": (
        [
            article(1, "Tollmouth Mail", hashes="a b"),
            article(2, "Harbour Post", hashes="b c"),
            article(3, "C", hashes="d"),
        ],
        {1: "Harbour Post / Tollmouth Mail", 2: "Harbour Post / Tollmouth Mail", 3: "C"},
    ),
    "a chain over three": (
        [
            article(1, "A", hashes="x"),
            article(2, "B", "Northern Wire", "x"),
            article(3, "C", "Northern Wire", "y"),
            article(4, "D", hashes="y"),
            article(5, "E", hashes="z"),
        ],
        {1: "Northern Wire", 2: "Northern Wire", 3: "Northern Wire", 4: "Northern Wire", 5: "E"},
    ),
    "unknown outlets are not one outlet": ([article(7), article(9)], {7: "article 7", 9: "article 9"}),
    "unknown outlets joined by a paragraph": (
        [article(9, hashes="a"), article(7, hashes="a")],
        {7: "article 7", 9: "article 7"},
    ),
    "an empty hash joins nothing": (
        [ArticleOrigin(1, "A", "", frozenset({""})), ArticleOrigin(2, "B", "", frozenset({""}))],
        {1: "A", 2: "B"},
    ),
}


@pytest.mark.parametrize(("articles", "groups"), CASES.values(), ids=CASES)
def test_origins_are_joined_and_named_alike_in_every_order(articles, groups):
    for order in permutations(articles):
        assert origin_groups(order) == groups
