"""Claims down, outlets across; and the paragraphs of one claim side by side."""

from typing import Any

from claims.comparison.decisions import Place
from claims.comparison.found import ClaimPlace, ComparedClaim, Flag
from claims.language.spans import Stance, Voice
from claims.views.story_coverage import in_reading_order, row_of, side_by_side
from claims.views.story_texts import StoryTexts
from tests.claims.views.laid_out import columns, suggested

BODY = "The ferry sails.\n\nThe ferry carries 40 people, the harbour said."
SPANS = [(1, 0, 16), (2, 18, 64)]
TEXTS = StoryTexts([BODY] * 4, [SPANS] * 4)
SENTENCE = (18, 45)


def place(
    article: int,
    stance: Stance = Stance.ASSERTS,
    voice: Voice = Voice.ATTRIBUTED,
    *,
    leaks: bool = False,
    start: int = 18,
) -> ClaimPlace:
    return ClaimPlace(Place(article, start, 45), 2, voice, stance, "the harbour", 0.9, leaks)


def claim(*members: ClaimPlace, flags: tuple[Flag, ...] = (), **facts: Any) -> ComparedClaim:
    return ComparedClaim("the ferry carries 40 people", "the harbour", members, 1, "says", flags, 0.9, "why", **facts)


def words(found: ComparedClaim, *lacking: int) -> list[str]:
    without = [suggested(found, article=article) for article in lacking]
    return [cell.words for cell in row_of(suggested(found), columns(), without).cells]


def test_each_cell_says_stance_and_voice_in_words() -> None:
    found = claim(place(0), place(1, Stance.DENIES), place(2, Stance.DOUBTS, Voice.OUTLET))
    assert words(found) == ["asserts, attributed", "denies, attributed", "doubts, own voice", "not found"]


def test_a_cell_holds_each_stance_and_voice_once_and_counts_them() -> None:
    row = row_of(suggested(claim(place(0), place(0, start=20), place(0, Stance.DENIES))), columns())
    assert [(g.stance, g.count) for g in row.cells[0].givings] == [("denies", 1), ("asserts", 2)]


def test_every_stance_and_voice_has_a_shape_of_its_own() -> None:
    every = [place(0, stance, voice) for stance in Stance for voice in Voice]
    shapes = {giving.shape for giving in row_of(suggested(claim(*every)), columns()).cells[0].givings}
    assert len(shapes) == 6


def test_a_voice_leak_names_the_outlet_that_tells_it_as_fact() -> None:
    row = row_of(
        suggested(claim(place(0), place(1, voice=Voice.OUTLET, leaks=True), flags=(Flag.VOICE_LEAK,))), columns()
    )
    assert row.cells[1].words == "asserts, own voice, voice leak"
    assert row.flags == ("Voice leak: attributed elsewhere, told as fact by Oxholm Courier",)
    assert row.brief == ("told as fact by 1",)


def test_a_missing_denial_is_not_found_never_omitted() -> None:
    found = claim(place(0), place(1), flags=(Flag.MISSING_COUNTER_CLAIM,), missing=(0, 1))
    row = row_of(suggested(found), columns(), [suggested(found, article=1)])
    assert words(found, 1)[1] == "asserts, attributed; denial not found in this outlet"
    assert row.flags == ("Denial not found in Oxholm Courier",), "what staff rejected is not said"


def test_a_claim_that_some_assert_and_some_deny_says_who_is_against_it() -> None:
    assert row_of(suggested(claim(place(0), place(2, Stance.DENIES))), columns()).flags == (
        "Denied or doubted in The Island Wire",
    )
    assert not row_of(suggested(claim(place(0, Stance.DENIES), place(2, Stance.DENIES))), columns()).flags


def test_a_row_says_where_the_claim_is_not_found() -> None:
    row = row_of(suggested(claim(place(0), place(2))), columns())
    assert (row.not_found_in, row.found_in) == ("Oxholm Courier and Quay Radio", 2)


def test_claims_on_which_outlets_differ_come_first_then_those_of_the_most_outlets() -> None:
    two, three = claim(place(0), place(1)), claim(place(0), place(1), place(2))
    denied = claim(place(0), place(1, Stance.DENIES))
    ordered = in_reading_order([suggested(two), suggested(three), suggested(denied)])
    assert [one.found for one in ordered] == [denied, three, two]


def test_paragraphs_stand_side_by_side_in_the_order_of_the_outlets_with_the_words_marked() -> None:
    beside = side_by_side(suggested(claim(place(2), place(0))), columns(), TEXTS, asked=12)
    assert [one.column.article for one in beside.paragraphs] == [0, 2]
    assert [(piece.text, piece.is_marked) for piece in beside.paragraphs[0].pieces] == [
        ("The ferry carries 40 people", True),
        (", the harbour said.", False),
    ]
    assert beside.paragraphs[0].said[0].note == "attributed to the harbour"
    assert [one.said[0].member for one in beside.paragraphs] == [1, 0]


def test_the_denials_stand_beside_a_claim_that_lacks_them() -> None:
    found = claim(place(0), place(1), denied_by=(Place(3, 0, 16),))
    beside = side_by_side(suggested(found), columns(), TEXTS, [suggested(found, article=0, key="lack")])
    assert [(one.column.article, one.is_denial) for one in beside.paragraphs] == [(0, False), (1, False), (3, True)]
    assert [(one.key, one.sentence) for one in beside.lacking] == [
        ("lack", "The Harbour Post gives it; the denial is not found in this outlet")
    ]


def test_places_of_one_paragraph_are_marked_in_it_together() -> None:
    found = claim(place(0), place(0, Stance.DENIES, start=30), denied_by=(Place(0, 47, 58), Place(0, 32, 40)))
    (one,) = side_by_side(suggested(found), columns(), TEXTS).paragraphs
    assert [said.giving.stance if said.giving else said.note for said in one.said] == ["asserts", "denies", "denies it"]
    assert [piece.text for piece in one.pieces if piece.is_marked][-1] == "the harbour"


def test_a_place_outside_every_paragraph_is_left_out() -> None:
    assert TEXTS.at(Place(0, 17, 18)) is None
    assert TEXTS.at(Place(9, 0, 1)) is None
    assert TEXTS.at(Place(0, 999, 1000)) is None
    assert not side_by_side(suggested(claim(place(0, start=17))), columns(), TEXTS).paragraphs
