"""The object of docs/machine-readable-output.md, key by key, and the same as tables for people."""

import json
from dataclasses import replace

from claims.comparison.as_json import contract
from claims.comparison.as_table import proof_read, table
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import Place
from claims.comparison.found import (
    Answer,
    Chain,
    Change,
    ClaimPlace,
    ComparedClaim,
    Comparison,
    Conflict,
    ConflictKind,
    Difference,
    Flag,
    NameUsed,
    Naming,
    Origin,
    PassagePlace,
    Scale,
    SharedPassage,
    Utterance,
    Variant,
    VerbUsed,
)
from claims.language.spans import Stance, Voice

ONE = "Ilse Marrow said the pier “is safe to walk on today, but not to drive on”."
OTHER = "The pier “was safe to walk on”, admitted Jonas Dray."
STORY = Story((Copy("a.txt", ONE, (), outlet="The Post"), Copy("b/b.txt", OTHER, ())))
WHOLE = Place(0, ONE.index("is safe"), ONE.index("”"))
CUT = Place(1, OTHER.index("was safe"), OTHER.index("”"))
DIFFERENCES = (
    Difference(Change.FORM_CHANGED, CUT.start, CUT.start + 3, "is"),
    Difference(Change.TAIL_CUT, CUT.end, CUT.end, " today, but not to drive on"),
)
FOUND = Comparison(
    "compare-1",
    (SharedPassage((PassagePlace(WHOLE, 1), PassagePlace(CUT, 1)), 0.91234, "Most words in common."),),
    (Origin((0, 1), "Both carry the credit of Northern Wire."),),
    (
        Utterance(
            "Ilse Marrow",
            (
                Variant(WHOLE, ONE[WHOLE.start : WHOLE.end], 1, "Ilse Marrow", "said", (), True, ()),
                Variant(
                    CUT,
                    OTHER[CUT.start : CUT.end],
                    1,
                    "Jonas Dray",
                    "admitted",
                    ("The Post",),
                    True,
                    DIFFERENCES,
                    (Flag.CUT_BEFORE_CONTRAST, Flag.ANOTHER_MOUTH),
                    "but not to drive on",
                ),
            ),
            0,
            (Flag.ALTERED,),
            0.9,
            "Five words in common.",
        ),
    ),
    (
        ComparedClaim(
            "the pier is safe to walk on",
            "Ilse Marrow",
            (
                ClaimPlace(WHOLE, 1, Voice.ATTRIBUTED, Stance.ASSERTS, "Ilse Marrow", 1.0),
                ClaimPlace(CUT, 1, Voice.OUTLET, Stance.DENIES, None, 0.81239, True),
            ),
            1,
            "2 outlets, 1 independent origin.",
            (Flag.VOICE_LEAK,),
            0.8,
            "The same words.",
            (1,),
        ),
    ),
    (
        Conflict(
            ConflictKind.WHO,
            "Who said that the pier is safe?",
            (Answer(WHOLE, 1, "Ilse Marrow"), Answer(CUT, 1, "Jonas Dray")),
            0.9,
            "Two people.",
        ),
    ),
    (
        Naming(
            "Ilse Marrow",
            (NameUsed(0, "Ilse Marrow", 1, Place(0, 0, 11)),),
            (VerbUsed(1, "admitted", Scale.FACTIVE, CUT, 0),),
        ),
    ),
    (Chain(1, CUT, 1, "Northern Wire", None, "its dateline names Northern Wire"),),
)


def test_every_key_of_the_contract_and_no_other_stands_in_the_object():
    shown = contract(STORY, FOUND)
    assert json.loads(json.dumps(shown)) == {
        "articles": [
            {"file": "a.txt", "text": ONE, "outlet": "The Post"},
            {"file": "b/b.txt", "text": OTHER, "outlet": None},
        ],
        "shared_passages": [
            {
                "members": [
                    {"file": "a.txt", "paragraph": 1, "start": WHOLE.start, "end": WHOLE.end},
                    {"file": "b/b.txt", "paragraph": 1, "start": CUT.start, "end": CUT.end},
                ],
                "containment": 0.912,
            }
        ],
        "origins": [{"files": ["a.txt", "b/b.txt"], "reason": "Both carry the credit of Northern Wire."}],
        "utterances": [
            {
                "speaker": "Ilse Marrow",
                "members": [
                    {
                        "file": "a.txt",
                        "start": WHOLE.start,
                        "end": WHOLE.end,
                        "text": "is safe to walk on today, but not to drive on",
                        "differences": [],
                    },
                    {
                        "file": "b/b.txt",
                        "start": CUT.start,
                        "end": CUT.end,
                        "text": "was safe to walk on",
                        "differences": [
                            {"kind": "form changed", "start": CUT.start, "end": CUT.start + 3, "words": "is"},
                            {
                                "kind": "tail cut",
                                "start": CUT.end,
                                "end": CUT.end,
                                "words": " today, but not to drive on",
                            },
                        ],
                    },
                ],
                "flags": ["altered", "cut before contrast", "another mouth"],
            }
        ],
        "claims": [
            {
                "text": "the pier is safe to walk on",
                "claimant": "Ilse Marrow",
                "origins": 1,
                "members": [
                    {
                        "file": "a.txt",
                        "start": WHOLE.start,
                        "end": WHOLE.end,
                        "voice": "attributed",
                        "stance": "asserts",
                        "score": 1.0,
                    },
                    {
                        "file": "b/b.txt",
                        "start": CUT.start,
                        "end": CUT.end,
                        "voice": "outlet",
                        "stance": "denies",
                        "score": 0.812,
                    },
                ],
                "flags": ["voice leak"],
            }
        ],
        "conflicts": [
            {
                "kind": "who",
                "question": "Who said that the pier is safe?",
                "members": [
                    {"file": "a.txt", "start": WHOLE.start, "end": WHOLE.end, "value": "Ilse Marrow"},
                    {"file": "b/b.txt", "start": CUT.start, "end": CUT.end, "value": "Jonas Dray"},
                ],
            }
        ],
        "names": [
            {
                "person": "Ilse Marrow",
                "used": [{"file": "a.txt", "text": "Ilse Marrow", "count": 1}],
                "verbs": [{"file": "b/b.txt", "text": "admitted", "scale": "factive"}],
            }
        ],
    }


def test_a_file_that_could_not_be_read_stands_in_its_place_among_the_articles():
    lost = {"file": "lost.pdf", "error": "This file cannot be opened."}
    for place in range(3):
        articles = contract(STORY, FOUND, {place: lost})["articles"]
        assert [a.get("error") for a in articles].index(lost["error"]) == place
        assert [a["file"] for a in articles if "text" in a] == ["a.txt", "b/b.txt"]
    assert contract(Story(()), Comparison("compare-1"), {0: lost, 1: lost})["articles"] == [lost, lost]


def test_the_words_of_a_variant_are_marked_as_a_proof_reader_would():
    assert proof_read(OTHER, FOUND.utterances[0].members[1]) == (
        "[-is-]{+was+} safe to walk on[-today, but not to drive on-]"
    )
    assert proof_read(ONE, FOUND.utterances[0].members[0]) == "is safe to walk on today, but not to drive on"


def test_a_long_loss_is_shown_by_its_ends():
    lost = " ".join(f"word{n}" for n in range(40))
    variant = replace(
        FOUND.utterances[0].members[1], differences=(Difference(Change.HEAD_CUT, CUT.start, CUT.start, lost),)
    )
    shown = proof_read(OTHER, variant)
    assert shown.startswith("[-word0 word1")
    assert "word38 word39-] was safe to walk on" in shown
    assert len(shown) < 120


def test_the_tables_for_people_say_everything_in_words():
    shown = table(STORY, FOUND, {2: {"file": "lost.pdf", "error": "This file cannot be opened."}})
    for words in (
        "lost.pdf: This file cannot be opened.",
        "Both carry the credit of Northern Wire.",
        "Ilse Marrow  [altered]",
        "given to Jonas Dray",
        "stops before “but not to drive on”: not found in this article",
        "via The Post",
        "2 outlets, 1 independent origin.",
        "denies, in its own voice (told as fact here)",
        "no denial found in this outlet",
        "Possible conflicts: check (1)",
        "Who said that the pier is safe? (who)",
        "reported by “admitted” (factive)",
        "← Northern Wire: its dateline names Northern Wire",
    ):
        assert words in shown
