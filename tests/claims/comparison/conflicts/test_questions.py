"""Pairs of articles with and without a conflict: which question is asked, and which answers stand under it."""

from datetime import date

import pytest

from claims.comparison.conflicts.conflicting import conflicts_of
from claims.comparison.found import ConflictKind
from tests.claims.comparison.made import story

MONDAY = date(2026, 11, 16)
ASKED = [
    (
        ConflictKind.HOW_MANY,
        "Inspectors found cracks in two of the eight steel plates of the Anchor bridge.",
        "Cracks in four of its steel plates forced the Anchor bridge to close.",
        {"two plates", "four plates"},
    ),
    (
        ConflictKind.HOW_MANY,
        "At least 12 people were killed when a ferry sank off Norhaven, police said.",
        "The ferry that sank off Norhaven killed nine people, police said.",
        {"At least 12 killed", "nine killed"},
    ),
    (
        ConflictKind.HOW_MANY,
        "About 14,000 vehicles a day used the harbour bridge.",
        "Nearly 19,000 vehicles a day depend on the crossing.",
        {"About 14,000 vehicles", "Nearly 19,000 vehicles"},
    ),
    (
        ConflictKind.HOW_MANY,
        "The letter puts the cost of new plates at 2.4 million crowns.",
        "The letter asked for new plates at a cost of 4.2 million crowns.",
        {"2.4 million crowns", "4.2 million crowns"},
    ),
    (
        ConflictKind.HOW_MANY,
        "Ada Brandt, 48, a teacher, was elected.",
        "The 51-year-old Ada Brandt was elected.",
        {"48", "51-year-old"},
    ),
    (
        ConflictKind.HOW_MANY,
        "Karl Orr had twice been fined for fishing in the harbour.",
        "Karl Orr was fined several times for fishing in the harbour.",
        {"twice fined", "several times fined"},
    ),
    (
        ConflictKind.HOW_MANY,
        "The assembly approved the harbour bill by a vote of 61 to 40.",
        "The harbour bill was approved by the assembly by a vote of 62 to 40.",
        {"61 to 40", "62 to 40"},
    ),
    (
        ConflictKind.HOW_MANY,
        "The council gave Karl Orr a 60-day suspension.",
        "A 30-day suspension is what Karl Orr got.",
        {"60-day suspension", "30-day suspension"},
    ),
    (
        ConflictKind.WHEN,
        "Karl Orr was arrested on Friday in the harbour office.",
        "Police arrested Karl Orr on Sunday in the harbour office.",
        {"Friday", "Sunday"},
    ),
    (
        ConflictKind.WHEN,
        "The old bridge was replaced in 1987 by the county.",
        "The county replaced the old bridge in 1978.",
        {"in 1987", "in 1978"},
    ),
    (
        ConflictKind.WHEN,
        "Otto Vale said that his client, a former captain, was fired on Friday. Orr’s ferry office was silent.",
        "Karl Orr was fired on Sunday, his lawyer Otto Vale said.",
        {"Friday", "Sunday"},
    ),
    (
        ConflictKind.WHEN,
        "The facts of an article published by Norhaven News on Thursday were disputed.",
        "Norhaven published the story on Wednesday.",
        {"Thursday", "Wednesday"},
    ),
    (
        ConflictKind.WHEN,
        "Karl Orr met Ines Brandt on Thursday evening to discuss the ferry plan.",
        "The council said that Orr received Ines Brandt in a late meeting on Monday to hear of the plan.",
        {"Thursday evening", "Monday"},
    ),
    (
        ConflictKind.WHEN,
        "The video, posted online last Friday, shows how Mayor Orr grabbed a student. Orr then grabbed the camera.",
        "Mayor Orr was filmed this weekend, when he grabbed a student.",
        {"last Friday", "this weekend"},
    ),
    (
        ConflictKind.WHEN,
        "On Friday night Orr dropped the plan. That was less than 48 hours after it was first announced that the town would sell its"
        " harbour ferries.",
        "The sale of the harbour ferries was first announced by the town on Tuesday.",
        {"less than 48 hours after", "Tuesday"},
    ),
    (
        ConflictKind.WHO,
        "Mayor Orr’s deputy, Ines Calder, rather than the mayor himself, had spoken to Brandt.",
        "Mayor Karl Orr spoke to Brandt by telephone.",
        {"Ines Calder", "Karl Orr"},
    ),
    (
        ConflictKind.WHO,
        "The video, which was posted online by “HarbourCat”, shows the fight.",
        "The video was published under an account called QuayWatch.",
        {"HarbourCat", "QuayWatch"},
    ),
    (
        ConflictKind.WHO,
        "The ferry captain Otto Vale was shot by Karl Orr in the harbour.",
        "Police say Ines Brandt shot Otto Vale in the harbour.",
        {"Karl Orr", "Ines Brandt"},
    ),
    (
        ConflictKind.WHERE,
        "Karl Orr met Ines Brandt in Corve on Monday.",
        "Karl Orr met Ines Brandt in Norhaven on Monday.",
        {"Corve", "Norhaven"},
    ),
    (
        ConflictKind.WHETHER,
        "The soldiers were surrounded by the northern army in Corve.",
        "No encirclement of the soldiers in Corve, the staff says.",
        {"yes", "no"},
    ),
    (
        ConflictKind.WHETHER,
        "Karl Orr signed the harbour treaty.",
        "Karl Orr did not sign the harbour treaty.",
        {"yes", "no"},
    ),
    (
        ConflictKind.WHETHER,
        "Ada Brandt blasted by older sister\n\nThe quarrel is old.",
        "Mara Brandt, the younger sister of Ada Brandt, spoke up.",
        {"younger", "older"},
    ),
    (
        ConflictKind.WHETHER,
        "Mayor Karl Orr wrote to the court, asking whether the ferry case will now be dropped.",
        "Karl Orr wrote that the ferry inquiry should be dropped.",
        {"asked whether", "said that it should"},
    ),
    (
        ConflictKind.COMMITMENT,
        "Karl Orr rejected an inquiry by the county.",
        "Karl Orr agreed in principle to an inquiry by the county.",
        {"rejected", "agreed in principle"},
    ),
]
NOT_ASKED = [
    (  # each poll has a margin of its own
        "The margin of sampling error among harbour voters was plus or minus four percentage points.",
        "The margin of error among harbour voters was plus or minus 5.7 percentage points.",
    ),
    (  # what is still to come, and what came
        "Mara Voss continued her run on Saturday, winning 14 delegates in Norhaven.",
        "Norhaven will select 23 of its 29 delegates on Saturday.",
    ),
    ("The plan saves roughly $700 billion in care.", "The plan saves $716 billion in care."),
    ("At least 30 other towns have such a rule.", "More than 30 towns have such a rule."),
    ("More than 5,000 troops went to the border.", "He sent 5,200 troops to the border."),
    ("Karl Orr, who rose over 20 years at the office, left.", "Karl Orr, a 21-year veteran of the office, left."),
    ("Three ferries sank in the storm at Corve.", "Two lifeboats sank in the storm at Corve."),
    ("The limit of lead in water is 10 micrograms per litre.", "Lead in the water was 86 micrograms per litre."),
    ("Tests found lead in 31 of 120 homes in Corve.", "The institute tested 120 homes in Corve for lead."),
    ("In 2019 the bridge carried 17,500 vehicles.", "In 2025 the bridge carried 14,000 vehicles."),
    ("Nine people were killed on the ferry at Corve.", "The ferry sank at Corve. Three other people were killed."),
    ("The bridge was closed last summer by the county.", "The county closed the bridge in August 2024."),
    ("Ada Brandt married Ines Vale last year.", "Ada Brandt has been married to Ines Vale since 2012."),
    ("They hunted seals from 2016 to 2018.", "Seals were hunted between January 2016 and December 2018."),
    ("Karl Orr said on Monday that he was sorry.", "Karl Orr said on Tuesday that he was sorry."),
    ("Ada Brandt, 48, was elected.", "Otto Brandt, 12, came with her."),
    ("Karl Orr said that if he wins he will resign.", "Karl Orr said that he should win."),
    ("Karl Orr was arrested on Friday.", "Ines Brandt was arrested on Sunday."),
    ("Karl Orr was arrested late on Friday.", "Police arrested Karl Orr on Friday."),
    ("The call between Karl Orr and Ines Brandt took place.", "Karl Orr spoke to Ines Brandt."),
    ("Karl Orr spoke to Brandt.", "His deputy, Ines Calder, spoke to Brandt."),
    ("Karl Orr did not resign on Tuesday.", "Karl Orr resigned on Friday."),
    ("Karl Orr would sign the harbour treaty.", "Karl Orr did not sign the harbour treaty."),
    ("Karl Orr met Ines Brandt in Corve.", "Karl Orr met Ines Brandt in Corve, near Norhaven."),
    ("President Zelinsky met Karl Orr in Kyiv.", "President Zelinskyy met Karl Orr in Kiev."),
    ("Karl Orr supports an inquiry by the county.", "Karl Orr agreed in principle to an inquiry by the county."),
    ("Mara Brandt, the younger sister of Ada Brandt, spoke.", "Ada Brandt was blasted by her younger sister."),
]


@pytest.mark.parametrize(("kind", "one", "other", "values"), ASKED)
def test_two_answers_are_asked_about(kind, one, other, values):
    made = _made(one, other)
    found = [c for c in conflicts_of(made, (), ()) if c.kind is kind]
    assert len(found) == 1
    assert {a.value for a in found[0].members} >= values
    assert found[0].question.endswith("?")
    for answer in found[0].members:
        copy = made.copies[answer.place.article]
        paragraph = next(p for p in copy.paragraphs if p.number == answer.paragraph)
        assert paragraph.start <= answer.place.start < answer.place.end <= paragraph.end


@pytest.mark.parametrize(("one", "other"), NOT_ASKED)
def test_what_may_both_hold_is_not_asked_about(one, other):
    assert [(c.question, [a.value for a in c.members]) for c in conflicts_of(_made(one, other), (), ())] == []


def test_days_are_compared_against_the_day_of_publication():
    texts = {
        "Post": "The county closed the old bridge yesterday.",
        "Mail": "The old bridge was closed by the county on Wednesday.",
    }
    assert conflicts_of(story(texts, quotes={}), (), ()) == ()
    (found,) = conflicts_of(story(texts, quotes={}, published=MONDAY), (), ())
    assert found.kind is ConflictKind.WHEN


def test_a_headline_is_held_against_its_own_text():
    text = "Ferry blast kills 15 in Corve harbour\n\nA blast on a ferry killed nine people in Corve harbour on Monday, police said."
    (found,) = conflicts_of(story({"Post": text, "Mail": "Nothing was said."}, quotes={}), (), ())
    assert found.kind is ConflictKind.HOW_MANY
    assert {a.place.article for a in found.members} == {0}


def _made(one, other):
    return story({"Post": one, "Mail": other}, quotes={})
