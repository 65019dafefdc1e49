"""The one call for conflicts: what staff rejected stays away, claims and utterances are heard, and odd copy never breaks it."""

import random
from datetime import date

import pytest

from claims.comparison.conflicts.conflicting import conflicts_of
from claims.comparison.conflicts.limits import MOST_CONFLICTS
from claims.comparison.decisions import About
from claims.comparison.found import ClaimPlace, ComparedClaim, ConflictKind, Flag, Utterance, Variant
from claims.language.spans import Stance, Voice
from tests.claims.comparison.made import parted, place, story, words_at

TEXTS = {
    "Post": "Inspectors found cracks in two of the eight steel plates of the Anchor bridge.",
    "Mail": "Cracks in four of its steel plates forced the Anchor bridge to close.",
}
ODD = [
    "",
    " ",
    "“",
    "1",
    "$",
    "-- 12-12 -- of of of",
    "twice twice twice",
    "He He He said, said, said.",
    "between 2 and",
    "on Friday on Friday",
    "31 February 2024, 2024-2024, 99999999999999999999999 people died",
    "rather than, rather than, had spoken",
    "less than 0 hours after on Friday",
    "older sister of",
    "a hundred hundred hundred thousand million dozen ships",
    "٣ ships and ² ships and ½ of ships sank on Friday",
]


def test_what_staff_rejected_is_not_shown_again():
    (found,) = conflicts_of(story(TEXTS, quotes={}), (), ())
    one, other = (m.place for m in found.members)
    assert conflicts_of(story(TEXTS, quotes={}, decisions=parted(About.CONFLICT, one, other)), (), ()) == ()
    assert conflicts_of(story(TEXTS, quotes={}, decisions=parted(About.CLAIM, one, other)), (), ()) == (found,)


def test_an_answer_is_a_clause_of_the_copy():
    made = story(TEXTS, quotes={})
    (found,) = conflicts_of(made, (), ())
    assert [words_at(made, m.place) for m in found.members] == [
        "Inspectors found cracks in two of the eight steel plates of the Anchor bridge",
        "Cracks in four of its steel plates forced the Anchor bridge to close",
    ]


def test_words_in_another_mouth_are_asked_about():
    texts = {"Post": "“The bridge is safe,” said Karl Orr.", "Mail": "“The bridge is safe,” said Ines Brandt."}
    made = story(texts, quotes={})
    members = tuple(
        _variant(made, outlet, "The bridge is safe", speaker)
        for outlet, speaker in (("Post", "Karl Orr"), ("Mail", "Ines Brandt"))
    )
    utterance = Utterance("Karl Orr", members, 0, (Flag.ANOTHER_MOUTH,), 0.9, "")
    (found,) = conflicts_of(made, (), (utterance,))
    assert (found.kind, [m.value for m in found.members]) == (ConflictKind.WHO, ["Karl Orr", "Ines Brandt"])
    assert found.question == "Who said “The bridge is safe”?"


@pytest.mark.parametrize(
    ("words", "speaker"), [("The engineer said the bridge is safe", "Karl Orr"), ("The bridge is safe", "which")]
)
def test_words_that_are_passed_on_and_words_of_nobody_are_not_asked_about(words, speaker):
    made = story({"Post": f"“{words},” said {speaker}.", "Mail": "“The bridge is safe,” said Ines Brandt."}, quotes={})
    members = (_variant(made, "Post", words, speaker), _variant(made, "Mail", "The bridge is safe", "Ines Brandt"))
    utterance = Utterance("Karl Orr", members, 0, (Flag.ANOTHER_MOUTH,), 0.9, "")
    assert conflicts_of(made, (), (utterance,)) == ()


@pytest.mark.parametrize("published", [None, date(2026, 11, 18)])
def test_the_day_of_a_saying_is_compared_where_the_words_are_one(published):
    texts = {
        "Post": "“The old bridge is safe,” Karl Orr said on Friday.",
        "Mail": "“The old bridge is safe,” Karl Orr told the council on Monday.",
    }
    made = story(texts, quotes={}, published=published)
    members = tuple(_variant(made, outlet, "The old bridge is safe", "Karl Orr") for outlet in texts)
    utterance = Utterance("Karl Orr", members, 0, (), 0.9, "")
    found = conflicts_of(made, (), (utterance,))
    assert [(c.kind, [m.value for m in c.members]) for c in found] == [(ConflictKind.WHEN, ["Friday", "Monday"])]
    assert conflicts_of(made, (), ()) == ()


def test_a_claim_given_without_its_denial_is_asked_about_and_a_flag_is_needed():
    texts = {"Post": "The council got the letter.", "Mail": "No letter came, Ines Brandt said."}
    made = story(texts, quotes={})
    members = (
        ClaimPlace(place(made, "Post", "The council got the letter"), 1, Voice.OUTLET, Stance.ASSERTS, None, 0.9),
        ClaimPlace(place(made, "Mail", "No letter came"), 1, Voice.ATTRIBUTED, Stance.DENIES, "Ines Brandt", 0.9),
    )
    claim = ComparedClaim("the council got the letter", None, members, 1, "", (Flag.MISSING_COUNTER_CLAIM,), 0.9, "")
    (found,) = conflicts_of(made, (claim,), ())
    assert (found.kind, [m.value for m in found.members]) == (ConflictKind.WHETHER, ["yes", "no"])
    plain = ComparedClaim("the council got the letter", None, members, 1, "", (), 0.9, "")
    assert conflicts_of(made, (plain,), ()) == ()


@pytest.mark.parametrize("text", ODD)
def test_odd_copy_breaks_nothing(text):
    assert conflicts_of(story({"Post": text, "Mail": text + "\n\n" + text}, quotes={}), (), ()) == ()


def test_shuffled_words_break_nothing_and_come_out_the_same_twice():
    words = (
        " ".join(TEXTS.values())
        + " on Friday in 2019 twice 12 rather than Karl Orr’s older sister , said “ ” 3–4 $5 agreed to"
    ).split()
    for seed in range(40):
        shuffled = random.Random(seed)
        texts = {outlet: " ".join(shuffled.choices(words, k=60)) for outlet in ("Post", "Mail", "Star")}
        made = story(texts, quotes={})
        found = conflicts_of(made, (), ())
        assert found == conflicts_of(made, (), ())
        assert len(found) <= MOST_CONFLICTS


def test_one_article_alone_has_no_conflict():
    assert conflicts_of(story({"Post": TEXTS["Post"]}, quotes={}), (), ()) == ()
    assert conflicts_of(story({}, quotes={}), (), ()) == ()


def _variant(made, outlet, words, speaker):
    return Variant(place(made, outlet, words), words, 1, speaker, "said", (), True, ())
