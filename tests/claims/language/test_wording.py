"""Coloured words, never inside a quotation."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The regime closed the port.", ("regime", "epithet", "government")),
        ("Norland’s Dictator Karl Brenn closed the port.", ("Dictator", "epithet", "Leader")),
        ("Karl Brenn claimed the port was safe.", ("claimed", "reporting verb", "said")),
        ("Karl Brenn admits that the port was unsafe.", ("admits", "reporting verb", "says")),
        ("The board slammed the plan on Monday.", ("slammed", "reporting verb", "criticised")),
        ("Orr sharply criticised the plan.", ("sharply", "intensifier", None)),
        ("It was a glimmer of hope for the port.", ("glimmer of hope", "loaded", None)),
    ],
)
def test_epithets_reporting_verbs_and_intensifiers_are_marked_with_a_neutral_word(read, text, expected):
    found = read(text).wording
    assert [(w.text, w.reason, w.neutral) for w in found] == [expected]
    assert text[found[0].start : found[0].end] == found[0].text


@pytest.mark.parametrize(
    "text",
    [
        "“The regime has totally failed,” Orr said.",
        "The claims of the port were heard.",
        "The court heard the case.",
        "Police said the port was closed.",
    ],
)
def test_quotations_and_plain_words_are_left_alone(read, text):
    assert read(text).wording == ()


def test_boilerplate_and_repeats_are_left_alone(read):
    text = "The regime fell.\nThe regime fell.\nThe regime, in your inbox."
    assert [w.start for w in read(text, kinds={3: "boilerplate"}, repeats={2: 1}).wording] == [4]
