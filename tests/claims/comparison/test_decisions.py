"""What staff decided, asked about places: the order of the two makes no difference, and many pairs take no longer each."""

from itertools import combinations

import pytest

from claims.comparison.decisions import About, Decisions, Pair, Place

ONE, OTHER = Place(0, 10, 30), Place(3, 5, 25)
PARTED = Decisions(parted=(Pair(About.CLAIM, ONE, OTHER),))
JOINED = Decisions(joined=(Pair(About.CLAIM, OTHER, ONE),))


@pytest.mark.parametrize(
    ("about", "one", "other", "meant"),
    [
        (About.CLAIM, ONE, OTHER, True),
        (About.CLAIM, OTHER, ONE, True),
        (About.CLAIM, Place(0, 12, 33), OTHER, True),
        (About.CLAIM, Place(0, 40, 60), OTHER, False),
        (About.CLAIM, Place(1, 10, 30), OTHER, False),
        (About.UTTERANCE, ONE, OTHER, False),
    ],
)
def test_a_pair_is_meant_by_its_two_places_in_any_order(about: About, one: Place, other: Place, meant: bool) -> None:
    assert PARTED.part(about, one, other) is meant
    assert JOINED.join(about, one, other) is meant
    assert not PARTED.join(about, one, other)
    assert not JOINED.part(about, one, other)


def test_a_claim_that_sixty_articles_share_is_rejected_by_one_look_at_each_pair(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places = [Place(article, 100, 160) for article in range(60)]
    decided = Decisions(parted=tuple(Pair(About.CLAIM, a, b) for a, b in combinations(places, 2)))
    looks: list[Pair] = []
    means = Pair.means

    def counted(pair: Pair, *asked: object) -> bool:
        looks.append(pair)
        return means(pair, *asked)  # type: ignore[arg-type]

    monkeypatch.setattr(Pair, "means", counted)
    assert decided.rejects(About.CLAIM, places)
    assert len(looks) == 60 * 59 // 2


def test_decisions_say_the_same_whatever_was_asked_of_them() -> None:
    again = Decisions(parted=PARTED.parted)
    again.part(About.CLAIM, ONE, OTHER)
    assert again == PARTED
    assert repr(again) == repr(PARTED)
