"""Word-level differences of a variant against the reference: a table of pairs labelled by hand, invented people throughout."""

import pytest

from claims.comparison.quoted.differences import Side, differences
from claims.comparison.words import words_in

POST = (
    "We had very good and productive talks with Mayor Calder yesterday, and there is a very good chance that this long, "
    "bitter strike can finally come to an end — BUT, AT THIS VERY MOMENT, HUNDREDS OF DOCKERS ARE COMPLETELY LOCKED OUT"
)
PLEDGE = (
    "I have asked the Harbour Board to pay every docker for May. I will not sign a contract that cuts their pensions, "
    "and I believe my council is with me."
)
RULE = "You can mend the bridge with an act of the council. But now they are telling me I can do it with a decree."

SAME = [
    ("We will mend the bridge by spring.", "We will mend the bridge by spring,"),
    ("We will mend the bridge by spring.", "we will mend the bridge by spring"),
    ("We can’t wait", "We can't wait"),
    ("healthy fish and clean water are critical", "healthy fish & clean water are critical"),
    ("a long — and bitter — strike", "a long, and bitter, strike"),
    ("The big-game licence is on hold", "The big game licence is on hold"),
    ("HarbourCare is finished", "Harbourcare is finished"),
    ("the cease-fire holds", "the ceasefire holds"),
    ("You paid into the fund for years", "You paid in to the fund for years"),
    ("a 30-day truce", "a 30 day truce"),
    ("seven ships left", "7 ships left"),
    ("the U.S. pays", "the US pays"),
    ("20 percent of it", "20% of it"),
    ("the Harbour Board’s own report", "The harbour board's own report"),
    ("Who are you? Tell me who you are.", "Who are you! Tell me who you are,"),
]

CHANGED = [
    # reference, variant, [(kind, what shows in the variant, the reference's words)]
    (POST, "had very good and productive talks", [("head cut", "", "We"), ("tail cut", "", POST[POST.index("with Mayor") :])]),
    ("We will mend the bridge by spring.", "mend the bridge by spring", [("head cut", "", "We will")]),
    ("We will mend the bridge by spring.", "We will mend the bridge", [("tail cut", "", "by spring")]),
    ("We will mend the bridge by spring.", "the bridge", [("head cut", "", "We will mend"), ("tail cut", "", "by spring")]),
    ("deeply and sincerely regret", "sincerely", [("head cut", "", "deeply and"), ("tail cut", "", "regret")]),
    ("The talks were very good and productive", "The talks were good and productive", [("inner cut", "", "very")]),
    ("It is a very, very lengthy process", "It is a very lengthy process", [("inner cut", "", "very")]),
    ("He is a truly great and honest man", "He is a great man", [("inner cut", "", "truly"), ("inner cut", "", "and honest")]),
    ("I deeply and sincerely regret my words", "I sincerely regret my words", [("inner cut", "", "deeply and")]),
    ("It will never, ever happen here again", "It will never happen here again", [("inner cut", "", "ever")]),
    (
        "You paid into the fund for years, every month, and now the money is gone",
        "You paid into the fund for years … and now the money is gone",
        [("ellipsis", "…", "every month")],
    ),
    (
        "The board, whose chairman never came, has failed the dockers",
        "The board ... has failed the dockers",
        [("ellipsis", "...", "whose chairman never came")],
    ),
    (
        "The board, whose chairman never came, has failed the dockers",
        "The board [...] has failed the dockers",
        [("ellipsis", "...", "whose chairman never came")],
    ),
    (
        "Nothing was decided. The board will meet in June. The dockers must wait until then.",
        "Nothing was decided. … The dockers must wait until then.",
        [("ellipsis", "…", "The board will meet in June")],
    ),
    ("talks with Mayor Calder yesterday, and more", "talks with Mayor Calder yesterday [Thursday], and more",
     [("bracketed insertion", "[Thursday]", "")]),
    ("He will never sign the contract", "[Mayor Orr] will never sign the contract", [("bracketed insertion", "[Mayor Orr]", "He")]),
    ("They know our position and will respect it", "[The dockers] know our position and will respect it",
     [("bracketed insertion", "[The dockers]", "They")]),
    ("The union hopes it knows our position", "The union hopes [the Harbour Board] knows our position",
     [("bracketed insertion", "[the Harbour Board]", "it")]),
    ("The strike is over for good", "[T]he strike is over", [("tail cut", "", "for good")]),
    ("The bridge is a disgrace to the city", "The bridge is a disaster to the city", [("word changed", "disaster", "disgrace")]),
    ("A worker comes in, has a cup, and goes", "A worker comes in and has a cup, and goes", [("word changed", "and", "")]),
    ("It was a terrible, terrible day for Tollmouth", "It was a horrible, terrible day for Tollmouth",
     [("word changed", "horrible", "terrible")]),
    ("We lost 40 ships in March", "We lost 14 ships in March", [("word changed", "14", "40")]),
    ("The permits are being put on hold", "The permits are put on hold", [("inner cut", "", "being")]),
    ("The council should support the plan", "The council must support the plan", [("word changed", "must", "should")]),
    ("cautiously optimistic", "cautious optimism", [("form changed", "cautious optimism", "cautiously optimistic")]),
    ("Do you fully support the Orsin plan?", "fully supported the Orsin plan",
     [("head cut", "", "Do you"), ("form changed", "supported", "support")]),
    ("The union rejects the offer", "The union rejected the offer", [("form changed", "rejected", "rejects")]),
    ("The colour of the water has changed", "The color of the water has changed", [("form changed", "color", "colour")]),
    ("We cannot accept it", "We can't accept it", [("form changed", "can't", "cannot")]),
    ("They do not know the harbour", "They don’t know the harbour", [("form changed", "don’t", "do not")]),
    ("It is not over for the dockers", "It's not over for the dockers", [("form changed", "It's", "It is")]),
    ("One docker was hurt", "One dockers was hurt", [("form changed", "dockers", "docker")]),
    ("an end — BUT, AT THIS VERY MOMENT", "an end — but, at this very moment",
     [("capitals flattened", "but, at this very moment", "BUT AT THIS VERY MOMENT")]),
    ("Hundreds are COMPLETELY LOCKED OUT here", "completely locked out",
     [("head cut", "", "Hundreds are"), ("capitals flattened", "completely locked out", "COMPLETELY LOCKED OUT"), ("tail cut", "", "here")]),
    ("this is a very sad day", "this is a VERY sad day", [("capitals flattened", "VERY", "very")]),
    ("I will sign it", "he will sign it", [("pronoun shifted", "he", "I")]),
    ("I have asked the board", "he has asked the board", [("pronoun shifted", "he has", "I have")]),
    ("We believe our plan is right", "they believe their plan is right",
     [("pronoun shifted", "they", "We"), ("pronoun shifted", "their", "our")]),
    ("I am with the dockers", "she is with the dockers", [("pronoun shifted", "she is", "I am")]),
    ("a contract that cuts my pension", "a contract that cuts her pension", [("pronoun shifted", "her", "my")]),
    (PLEDGE, "I have asked the Harbour Board to pay every docker for May, and I believe my council is with me.",
     [("joined", "", "I will not sign a contract that cuts their pensions")]),
    (RULE, "You can mend the bridge with a decree.", [("joined", "", "an act of the council. But now they are telling me I can do it with")]),
    (
        "The bridge is old. The board knew it. Nobody told the ferrymen.",
        "The bridge is old. Nobody told the ferrymen.",
        [("joined", "", "The board knew it")],
    ),
    ("Today the strike is over, and we thank everybody", "The strike is over today, and we thank everybody",
     [("reordered", "today", "Today")]),
    ("In the end the dockers will win this fight", "The dockers will win this fight in the end",
     [("reordered", "in the end", "In the end")]),
    ("Clean water, safe ships and fair wages are what we want", "Fair wages, clean water and safe ships are what we want", ["reordered"]),
    ("As a result, in a manner which the law allows and which is fair, the new permits are put on hold",
     "both believe that water is dear and the fish are ours...the new permits are put on hold",
     [("head cut", "", "As a result, in a manner which the law allows and which is fair"),
      ("joined", "both believe that water is dear and the fish are ours", "")]),
    ("very frank and very constructive", "constructive and frank", ["head cut", "reordered", "tail cut"]),
    ("To the end we fight, and the harbour stays open to the last of the ferrymen", "of the harbour stays open",
     [("head cut", "", "To the end we fight, and"), ("word changed", "of", ""), ("tail cut", "", "to the last of the ferrymen")]),
    ("Nobody told us. It was raining", "It was raining. Nobody told us", ["reordered"]),
    ("The union is, in my view, wrong about the bridge", "The union is wrong about the bridge", [("inner cut", "", "in my view")]),
    ("We will rebuild the harbour and the school", "We will repair the harbour and the school", [("word changed", "repair", "rebuild")]),
    ("I seen him take the envelope", "I [saw] him take the envelope", [("bracketed insertion", "[saw]", "seen")]),
    ("The dockers’ families are waiting", "The dockers’ family is waiting",
     [("form changed", "family is", "families are")]),
    ("I’ve done nothing wrong", "he’s done nothing wrong", [("pronoun shifted", "he’s", "I’ve")]),
    ("Our work is not to make the town great again. The town never stopped being great. We have to make the town whole.",
     "make the town whole again", ["head cut", "word changed"]),
    ("The board has failed the dockers and the city", "The board has failed the dockers", [("tail cut", "", "and the city")]),
]  # fmt: skip

TRANSLATED = [
    ("eliminate the root causes of this crisis", "original causes", [("translation variant", "original", "root")]),
    ("very predictable, very manipulative words", "highly predictable", [("translation variant", "highly", "very")]),
    ("we agree to end the fighting", "we agree to stop the fighting", [("translation variant", "stop", "end")]),
]


def side(text: str, **more: bool) -> Side:
    return Side(text, words_in(text, 0, len(text)), 0, len(text), **more)


def measured(reference: str, variant: str, **more) -> list[tuple[str, str, str]]:
    found = differences(side(reference), side(variant), **more)
    return [(d.kind.value, variant[d.start : d.end], d.words) for d in found]


@pytest.mark.parametrize(("reference", "variant"), SAME)
def test_style_is_no_difference(reference, variant):
    assert measured(reference, variant) == [("same", variant, "")]


@pytest.mark.parametrize(("reference", "variant", "expected"), CHANGED)
def test_each_change_is_named_and_shows_where_it_is(reference, variant, expected):
    found = measured(reference, variant)
    if isinstance(expected[0], str):
        assert sorted({kind for kind, *_ in found}) == expected
    else:
        assert found == expected


@pytest.mark.parametrize(("reference", "variant", "expected"), TRANSLATED)
def test_another_word_of_a_speaker_of_another_language_is_another_translation(reference, variant, expected):
    found = measured(reference, variant, translated=True)
    assert [one for one in found if "cut" not in one[0]] == expected
    assert "word changed" in {kind for kind, *_ in measured(reference, variant)}


def test_reported_words_are_indirect_whatever_they_are():
    assert measured("I will sign it", "he would sign it", marked=False)[0][0] == "indirect"


def test_words_that_the_reference_leaves_out_by_an_ellipsis_are_no_addition():
    reference = "You paid into the fund for years … now when you need the money, it is gone"
    variant = "You paid into the fund for years, every month, now when you need the money"
    assert ("ellipsis", "every month", "") in measured(reference, variant)


def test_words_brought_in_from_another_sentence_of_the_same_speech_are_joined():
    extra = words_in("The ferry is safe", 0, 17)
    found = measured(
        "The bridge will open in June, I promise", "the ferry is safe and the bridge will open in June", elsewhere=extra
    )
    assert ("joined", "the ferry is safe", "") in found or ("joined", "the ferry is safe and", "") in found


def test_a_heading_shouts_without_being_told():
    text = "DEAD WRONG"
    assert [d.kind.value for d in differences(side("she is dead wrong"), side(text, in_heading=True))] == ["head cut"]


def test_an_acronym_is_no_shouting():
    assert measured("the HBA pays", "the HBA pays") == [("same", "the HBA pays", "")]
