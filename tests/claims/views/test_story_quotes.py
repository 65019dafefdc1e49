"""Utterances as aligned lines, with their flags in words."""

from typing import Any

import pytest

from claims.comparison.decisions import Place
from claims.comparison.found import Change, Difference, Flag, Utterance, Variant
from claims.views.story_quotes import in_reading_order, utterances_shown, variant_flags
from tests.claims.views.laid_out import columns, suggested

SAID = "The ferry will sail again, but not before June"


def variant(article: int, text: str = SAID, *flags: Flag, **facts: Any) -> Variant:
    values: dict[str, Any] = {
        "speaker": "Ilse Tarn",
        "cue": "said",
        "via": (),
        "marked": True,
        "differences": (),
    } | facts
    return Variant(Place(article, 40, 40 + len(text)), text, 3, flags=flags, **values)


def utterance(*members: Variant, flags: tuple[Flag, ...] = ()) -> Utterance:
    return Utterance("Ilse Tarn", members, 0, flags, 0.9, "the same words")


CUT = "The ferry will sail again"
ALTERED = Difference(Change.WORD_CHANGED, 40, 43, "Our")


@pytest.mark.parametrize(
    ("given", "sentences"),
    [
        (
            variant(1, CUT, Flag.CUT_BEFORE_CONTRAST, missing="but not before June"),
            ["Cut before “but”: “but not before June” is not found in this outlet"],
        ),
        (
            variant(1, CUT, Flag.CUT_BEFORE_CONTRAST, missing="but not before June", continued_in=22),
            ["Cut before “but”: “but not before June” is continued in ¶22"],
        ),
        (variant(1, CUT, Flag.CUT_BEFORE_CONTRAST), ["Cut before the contrast: it is not found in this outlet"]),
        (variant(1, CUT, continued_in=22), ["Continued in ¶22"]),
        (
            variant(1, CUT, Flag.STOP_INSIDE_MARKS),
            ["A full stop was put inside the marks where the sentence goes on"],
        ),
        (variant(1, SAID, Flag.ANOTHER_MOUTH, speaker="Odo Vask"), ["Another mouth: said by Odo Vask here"]),
        (variant(1, SAID, Flag.ANOTHER_MOUTH, speaker=None), ["Another mouth: said by nobody named here"]),
        (variant(1, "The ferry", Flag.ALTERED, differences=(ALTERED,)), ["Word changed: ‘Our’ → ‘The’"]),
        (variant(1, SAID, Flag.TRANSLATION), ["Another translation of the same words"]),
        (variant(1, "The ferry", differences=(ALTERED,)), []),
    ],
)
def test_flags_are_sentences(given: Variant, sentences: list[str]) -> None:
    assert list(variant_flags(given)) == sentences


def test_what_was_cut_is_shortened_in_a_flag() -> None:
    (sentence,) = variant_flags(variant(1, CUT, Flag.CUT_BEFORE_CONTRAST, missing="but " + "very " * 40))
    assert sentence.count("very") == 13
    assert "…”" in sentence


def test_an_utterance_shows_its_lines_who_gives_them_and_who_does_not() -> None:
    found = utterance(variant(0), variant(1, via=("Island Wire",), cue="told"), variant(2, CUT))
    (shown,) = utterances_shown([suggested(found)], columns())
    assert [[giver.column.name for giver in line.givers] for line in shown.lines] == [
        ["The Harbour Post"],
        ["Oxholm Courier"],
        ["The Island Wire"],
    ]
    assert (shown.lines[1].givers[0].cue, shown.lines[1].givers[0].via) == ("told", ("Island Wire",))
    assert [line.givers[0].member for line in shown.lines] == [0, 1, 2]
    assert [line.is_verbatim for line in shown.lines] == [False, True, False]
    assert (shown.outlets, shown.not_found_in) == (3, "Quay Radio")


def test_the_same_words_in_two_mouths_name_both_and_where() -> None:
    found = utterance(variant(0), variant(1), variant(2, SAID, Flag.ANOTHER_MOUTH, speaker="Odo Vask"))
    (shown,) = utterances_shown([suggested(found)], columns())
    assert shown.flags == (
        "Another mouth: said by Ilse Tarn in The Harbour Post and Oxholm Courier; by Odo Vask in The Island Wire",
    )
    assert [line.givers[0].speaker for line in shown.lines] == ["", "", "Odo Vask"]


def test_a_named_primary_variant_is_said_to_be_one() -> None:
    found = utterance(variant(0), variant(1))
    longest, named = utterances_shown([suggested(found), suggested(found, primary=0)], columns())
    assert (longest.is_named, named.is_named) == (False, True)


def test_cuts_and_other_mouths_come_first_then_what_is_flagged_then_the_most_outlets() -> None:
    two, three = utterance(variant(0), variant(1)), utterance(variant(0), variant(1), variant(2))
    translated = utterance(variant(0), variant(1), flags=(Flag.TRANSLATION,))
    cut = utterance(variant(0), variant(1, CUT, Flag.CUT_BEFORE_CONTRAST))
    ordered = in_reading_order([suggested(one) for one in (two, translated, three, cut)])
    assert [one.found for one in ordered] == [cut, translated, three, two]


def test_an_utterance_of_articles_that_have_no_column_is_left_out() -> None:
    assert utterances_shown([suggested(utterance())], columns()) == []
    (shown,) = utterances_shown([suggested(utterance(variant(0), variant(1)))], columns(1))
    assert shown.outlets == 1
