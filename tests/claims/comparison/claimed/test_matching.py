"""Which statements state one claim."""

import pytest

from claims.comparison.claimed.matching import SURE, Matching, gathered
from claims.comparison.claimed.statements import statements_of
from claims.language.spans import Claim, Stance, Voice
from tests.claims.comparison.made import story


def matched(post, mail):
    """The surest match between one statement of each text; None where there is none."""
    made = story({"Post": post, "Mail": mail})
    matching = Matching(made, statements_of(made))
    return next((m for m in matching.matches() if m.score >= SURE), None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Mara Voss said the council had sold the harbour to a shipping company.",
            "The council sold the harbour to a shipping firm, Mara Voss said.",
        ),
        (
            "The council's engineers closed the old bridge over the Orven after finding cracks.",
            "The old Orven bridge was closed by the council's engineers because of cracks.",
        ),
    ],
)
def test_the_same_thing_in_other_words_is_one_claim(one, other):
    match = matched(one, other)
    assert match is not None
    assert not match.against


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Mara Voss said the council had sold the harbour to a shipping company.",
            "Mara Voss said the council should build a school beside the harbour.",
        ),
        (
            "The fire at the mill killed two people, the county said.",
            "The flood at the dam drove 40 families from their homes, the county said.",
        ),
        ("Jonas Brandt will run for mayor in the spring.", "Karl Stone closed the fish market in the autumn."),
    ],
)
def test_other_things_about_the_same_people_are_other_claims(one, other):
    assert matched(one, other) is None


def test_a_statement_and_its_denial_match_as_opposites():
    match = matched(
        "Mara Voss said the council had sold the old harbour of Halden.",
        "Jonas Brandt said the council had not sold the old harbour of Halden.",
    )
    assert match is not None
    assert match.against


def test_nobody_agrees_with_the_opposite_of_what_they_said():
    assert (
        matched(
            "Mara Voss said the council had sold the old harbour of Halden.",
            "Mara Voss said the council had not sold the old harbour of Halden.",
        )
        is None
    )


def test_questions_claim_nothing():
    question = "“Has the council sold the old harbour of Halden?” Mara Voss asked."
    assert matched(question, question) is None


def test_groups_hold_every_statement_once():
    text = "Mara Voss said the council had sold the old harbour of Halden. The harbour was dug in 1790."
    made = story({"Post": text, "Mail": text, "Tide": text})
    matching = Matching(made, statements_of(made))
    groups = gathered(made, matching, matching.matches())
    held = [n for group in groups for n in group]
    assert len(held) == len(set(held)) >= 6
    assert {len({matching.statements[n].article for n in group}) for group in groups} == {3}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Mayor Jonas Brandt said he was not ready to support the run of Mara Voss.",
            "“I am not ready to support Mayor Brandt’s run,” Mara Voss said.",
        ),
        (
            "“I am not ready to support Brandt's harbour plan,” Mara Voss said.",
            "Jonas Brandt said he is not ready to support Voss’s harbour bid.",
        ),
        (
            "“For the harbour’s sake, I support and endorse the speaker of the council, Ada Orr,” Mara Voss said.",
            "“I strongly support and endorse the speaker of the council, Ada Orr,” Jonas Brandt said.",
        ),
    ],
)
def test_what_two_say_of_themselves_are_two_claims(one, other):
    assert matched(one, other) is None


def test_a_name_alone_states_nothing():
    texts = {"Post": "Voters wait for Mara Voss.", "Mail": "The mayor is Mara Voss."}
    named = {
        outlet: [Claim(text.index("Mara"), len(text) - 1, "Mara Voss", None, Voice.ATTRIBUTED, Stance.ASSERTS, 0.5)]
        for outlet, text in texts.items()
    }
    made = story(texts, claims=named)
    matching = Matching(made, statements_of(made))
    assert {s.text for s in matching.statements} >= {"Mara Voss"}
    assert matching.matches() == []


def test_one_person_s_name_for_i_and_she_makes_no_likeness():
    fight = "“We will continue to fight for every vote and every delegate we can get,” Mara Voss said."
    assert matched(fight, "Mara Voss said on Monday that she will vote for Brandt.") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The margin of error among that group was plus or minus four percentage points.",
            "The margin of error is plus or minus 5.7 percentage points.",
        ),
        (
            "The fence around the quarry of Orven is 400 metres long.",
            "The fence along the Orven quarry was 750 metres long and green.",
        ),
    ],
)
def test_one_form_of_words_with_other_numbers_is_another_claim(one, other):
    assert matched(one, other) is None
