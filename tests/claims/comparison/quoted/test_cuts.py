"""Cut before the "but", told or given elsewhere. Invented people throughout."""

import pytest

from claims.comparison.found import Flag, Variant
from claims.comparison.quoted.utterances import utterances_of
from tests.claims.comparison.made import quote, story


def variant(whole: str, cut: str, more: str = "", stop: str = ",") -> Variant:
    """The variant of outlet B that stops at `cut`; `more` stands after it in B's article."""
    texts = {
        "A": f"“{whole},” Mayor Ines Calder said in Tollmouth on Monday.",
        "B": f"The harbour was closed.\n\n“{cut}{stop}” Mayor Ines Calder said.\n\n{more or 'It rained all day.'}",
    }
    quotes = {
        "A": [quote(texts["A"], whole + ",", "Ines Calder")],
        "B": [quote(texts["B"], cut + stop, "Ines Calder")],
    }
    [utterance] = utterances_of(story(texts, quotes=quotes))
    return next(m for m in utterance.members if m.place.article == 1)


@pytest.mark.parametrize(
    ("said", "went_on"),
    [
        ("We will reopen the bridge", "but only for cyclists until the plates are replaced"),
        ("We will reopen the bridge", "— BUT NOT BEFORE THE PLATES ARE REPLACED"),
        ("I will not sign the contract", "unless the board shows me an honest number"),
        ("We agree to end the strike", "if the board pays every docker for May"),
        ("We agree to end the strike", "as long as every docker is paid for May"),
        ("The water is safe to drink", "except in the old houses on Anchor Street"),
        ("The matter must be settled by the council", "not by judges in the capital"),
        ("The matter must be settled by the council", "and not by judges in the capital"),
        ("The ferry is ready to sail again", "although nobody has inspected its engine"),
        ("The ferry is ready to sail again", "yet nobody has inspected its engine"),
    ],
)
def test_a_variant_that_stops_before_a_contrast_is_flagged(said, went_on):
    found = variant(f"{said}, {went_on}", said)
    assert found.flags == (Flag.CUT_BEFORE_CONTRAST,)
    assert found.missing == went_on.lstrip("— ")
    assert found.continued_in is None


@pytest.mark.parametrize(
    ("said", "went_on"),
    [
        ("We will reopen the bridge", "and everybody will be able to cross it again"),
        ("We will mend this for the dockers", "however long it takes and whatever it costs"),
        ("We will reopen the bridge", "for the third time in ten years"),
        ("It was another bad day for Tollmouth", "yet another day without the ferry"),
    ],
)
def test_going_on_without_a_contrast_is_no_flag(said, went_on):
    found = variant(f"{said}, {went_on}", said)
    assert found.flags == ()
    assert found.missing == ""


def test_a_full_stop_put_inside_the_marks_at_the_cut_is_told():
    found = variant("We will reopen the bridge, but only for cyclists", "We will reopen the bridge", stop=".")
    assert set(found.flags) == {Flag.CUT_BEFORE_CONTRAST, Flag.STOP_INSIDE_MARKS}


def test_a_full_stop_that_the_speaker_made_is_not_told():
    found = variant("We will reopen the bridge. But only for cyclists", "We will reopen the bridge", stop=".")
    assert found.flags == (Flag.CUT_BEFORE_CONTRAST,)


def test_a_new_sentence_with_a_condition_of_its_own_is_no_contrast():
    whole = "We are ready for peace at the harbour. If they want a strike they will find us prepared"
    assert variant(whole, "We are ready for peace at the harbour").flags == ()


@pytest.mark.parametrize(
    "more",
    [
        "It would open “only for cyclists until the plates are replaced,” she added.",
        "Until its plates are replaced the bridge will be for cyclists only.",
    ],
)
def test_what_is_given_later_in_marks_or_not_is_continued_there(more):
    whole = "We will reopen the bridge, but only for cyclists until the plates are replaced"
    found = variant(whole, "We will reopen the bridge", more=f"It rained.\n\n{more}")
    assert found.continued_in == 4
    assert found.flags == ()
    assert found.missing.startswith("but only for cyclists")


def test_another_variant_that_goes_on_in_other_words_is_the_continuation():
    whole = "We are ready for peace at the harbour, but not for the surrender"
    texts = {
        "A": f"“{whole},” Ines Calder said.",
        "B": "Calder: ‘Ready for peace at the harbour’\n\n“We’re ready for peace at the harbour but not for capitulation,” Ines Calder said.",
    }
    quotes = {
        "A": [quote(texts["A"], whole, "Ines Calder")],
        "B": [
            quote(texts["B"], "Ready for peace at the harbour", "Ines Calder"),
            quote(texts["B"], "We’re ready for peace at the harbour but not for capitulation,", "Ines Calder"),
        ],
    }
    [utterance] = utterances_of(story(texts, quotes=quotes))
    assert next((m.flags, m.continued_in) for m in utterance.members if m.place.article == 1) == ((), 2)


def test_a_word_of_it_elsewhere_is_not_enough():
    whole = "We will reopen the bridge, but only for cyclists until the plates are replaced"
    assert variant(whole, "We will reopen the bridge", more="Cyclists were not asked.").continued_in is None


def test_a_continuation_that_says_little_is_looked_for_with_its_next_sentence():
    whole = "The ferry may sail. But I’ll tell you what. Its engine will burn on the open lake"
    found = variant(whole, "The ferry may sail", more="She told reporters about the harbour.")
    assert found.missing.endswith("on the open lake")
    assert found.flags == (Flag.CUT_BEFORE_CONTRAST,)


def test_a_speech_broken_by_its_cue_goes_on_behind_it():
    texts = {
        "A": "“We will reopen the bridge,” Mayor Ines Calder said, “but only for cyclists this year.”",
        "B": "“We will reopen the bridge,” Mayor Ines Calder said.",
    }
    quotes = {
        "A": [
            quote(texts["A"], "We will reopen the bridge,", "Ines Calder", utterance=4),
            quote(texts["A"], "but only for cyclists this year.", "Ines Calder", utterance=4),
        ],
        "B": [quote(texts["B"], "We will reopen the bridge,", "Ines Calder")],
    }
    [utterance] = utterances_of(story(texts, quotes=quotes))
    assert [m.flags for m in utterance.members] == [(), (Flag.CUT_BEFORE_CONTRAST,)]
    assert utterance.members[1].missing == "but only for cyclists this year"


def test_a_headline_that_stops_at_the_same_place_is_not_told_of_again():
    whole = "There is no danger for the public here, but keep your windows closed tonight"
    texts = {
        "A": f"“{whole},” Ines Calder said.",
        "B": "‘No danger for the public here’\n\n“There is no danger for the public here,” Ines Calder said on Monday evening.",
    }
    quotes = {
        "A": [quote(texts["A"], whole, "Ines Calder")],
        "B": [
            quote(texts["B"], "No danger for the public here", "Ines Calder"),
            quote(texts["B"], "There is no danger for the public here", "Ines Calder"),
        ],
    }
    [utterance] = utterances_of(story(texts, quotes=quotes))
    assert [Flag.CUT_BEFORE_CONTRAST in m.flags for m in utterance.members] == [False, False, True]
