"""Articles of one outlet, one wire credit, or tied together share one origin; a person may hold some apart."""

from itertools import permutations

import pytest

from claims.rules.origins import ArticleOrigin, Groups, OriginGroup, Tie, credited, origin_groups


def article(id: int, outlet: str = "", wire: str = "") -> ArticleOrigin:
    return ArticleOrigin(id, outlet, wire)


COPIED = "three paragraphs are word for word the same"

CASES = {
    "nothing": ([], [], {}),
    "strangers stay apart": (
        [article(1, "Harbour Post"), article(2, "Tollmouth Mail")],
        [],
        {(1,): "Harbour Post", (2,): "Tollmouth Mail"},
    ),
    "the same outlet": ([article(1, "Harbour Post"), article(2, "The  Harbour post")], [], {(1, 2): "Harbour Post"}),
    "the same wire credit gives its name": (
        [article(1, "Harbour Post", "Northern Wire"), article(2, "Tollmouth Mail", "NORTHERN WIRE."), article(3, "C")],
        [],
        {(1, 2): "NORTHERN WIRE", (3,): "C"},
    ),
    "an agency's own article joins those that credit it": (
        [article(1, "Northern Wire"), article(2, "Harbour Post", "Northern Wire")],
        [],
        {(1, 2): "Northern Wire"},
    ),
    "a credit of two agencies joins each": (
        [article(1, "A", "AFP, AP"), article(2, "B", "AP"), article(3, "C", "AFP")],
        [],
        {(1, 2, 3): "AFP / AP"},
    ),
    "a tie": (
        [article(1, "Tollmouth Mail"), article(2, "Harbour Post"), article(3, "C")],
        [Tie(1, 2, COPIED)],
        {(1, 2): "Harbour Post / Tollmouth Mail", (3,): "C"},
    ),
    "a tie that knows the origin names it": (
        [article(1, "Tollmouth Mail"), article(2, "Harbour Post")],
        [Tie(1, 2, "both give the same post", "Joren Pell")],
        {(1, 2): "Joren Pell"},
    ),
    "a chain over three": (
        [
            article(1, "A"),
            article(2, "B", "Northern Wire"),
            article(3, "C", "Northern Wire"),
            article(4, "D"),
            article(5, "E"),
        ],
        [Tie(1, 2, COPIED), Tie(3, 4, COPIED)],
        {(1, 2, 3, 4): "Northern Wire", (5,): "E"},
    ),
    "unknown outlets are not one outlet": ([article(7), article(9)], [], {(7,): "article 7", (9,): "article 9"}),
    "unknown outlets tied": ([article(9), article(7)], [Tie(9, 7, COPIED)], {(7, 9): "article 7"}),
    "a tie to an article that is not there": ([article(1, "A")], [Tie(1, 8, COPIED)], {(1,): "A"}),
}


@pytest.mark.parametrize(("articles", "ties", "groups"), CASES.values(), ids=CASES)
def test_origins_are_joined_and_named_alike_in_every_order(articles, ties, groups):
    for order in permutations(articles):
        assert {group.ids: group.name for group in origin_groups(order, ties)} == groups


def test_a_group_says_why_it_is_one():
    articles = [article(1, "A", "Northern Wire"), article(2, "B", "Northern Wire"), article(3, "C"), article(4, "D")]
    groups = origin_groups(articles, [Tie(2, 3, COPIED)])
    assert groups[0] == OriginGroup((1, 2, 3), "Northern Wire", (COPIED, "both credit Northern Wire"))
    assert groups[1] == OriginGroup((4,), "D", ())


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (article(1, "The Post"), article(2, "Post"), "both are of Post"),
        (article(1, "A", "Northern Wire"), article(2, "B", "Northern Wire"), "both credit Northern Wire"),
        (
            article(1, "Northern Wire"),
            article(2, "B", "Northern Wire"),
            "one is of Northern Wire, the other credits it",
        ),
    ],
)
def test_names_are_a_reason_in_words(one, other, reason):
    assert origin_groups([one, other])[0].reasons == (reason,)


def test_what_a_person_parted_stays_apart_whatever_ties_it():
    articles = [article(n, outlet, "Northern Wire") for n, outlet in enumerate("ABC", 1)]
    assert [g.ids for g in origin_groups(articles, [Tie(1, 3, COPIED)], [(1, 3)])] == [(1, 2), (3,)]
    assert [g.ids for g in origin_groups(articles, [], [(2, 1), (1, 3)])] == [(1,), (2,), (3,)]


def test_groups_refuse_to_join_what_must_stay_apart_through_others_too():
    groups = Groups([("a", "d")])
    assert groups.join("a", "b")
    assert groups.join("c", "d")
    assert not groups.join("b", "c")
    assert groups.all() == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(
    ("credit", "agencies"),
    [
        ("Reuters", ["Reuters"]),
        ("AFP, AP", ["AFP", "AP"]),
        ("AFP/The Associated Press", ["AFP", "The Associated Press"]),
        ("Reuters and AFP", ["Reuters", "AFP"]),
        ("", [""]),
    ],
)
def test_a_credit_may_name_several_agencies(credit, agencies):
    assert credited(credit) == agencies


def test_groups_that_a_person_parted_have_names_of_their_own():
    articles = [article(1, "A", "Northern Wire"), article(2, "B", "Northern Wire"), article(3, "A", "Northern Wire")]
    apart = [(1, 2), (2, 3), (1, 3)]
    assert [g.name for g in origin_groups(articles, [], apart)] == [
        "Northern Wire (A)",
        "Northern Wire (B)",
        "Northern Wire (A 3)",
    ]
