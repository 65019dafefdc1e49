"""What a later article changes for a claim that the desk has decided."""

from typing import Any

import pytest

from claims.comparison.decisions import Place
from claims.comparison.found import (
    Answer,
    ClaimPlace,
    ComparedClaim,
    Comparison,
    Conflict,
    ConflictKind,
    Flag,
    Utterance,
    Variant,
)
from claims.comparison.touching import Claimed, LookKind, Told, Touch, touches
from claims.language.spans import Stance, Voice

OWN, LATER = Place(0, 10, 40), Place(2, 100, 130)
CLAIM = Claimed((OWN,), (), frozenset({0, 1}))


def told(origins: tuple[str, ...] = ("Post", "Courier", "Wire")) -> Told:
    return Told(["Post", "Courier", "Wire"], origins, lambda place: 7)


def stated(place: Place, **fields: Any) -> ClaimPlace:
    values = {"voice": Voice.OUTLET, "stance": Stance.ASSERTS, "claimant": None, "score": 0.9} | fields
    return ClaimPlace(place, 4, **values)


def group(*members: ClaimPlace, **fields: Any) -> Comparison:
    claim = ComparedClaim("The ferry is late", None, members, 1, "", (), 0.9, "the same words", **fields)
    return Comparison("1", claims=(claim,))


def said(place: Place, text: str = "It holds", **fields: Any) -> Variant:
    values = {"speaker": "Ilse Tarn", "cue": None, "via": (), "marked": True, "differences": ()} | fields
    return Variant(place, text, 5, **values)


def utterance(*members: Variant, reference: int = 0) -> Comparison:
    return Comparison("1", utterances=(Utterance("Ilse Tarn", members, reference, (), 0.9, "the same words"),))


def conflict(*answers: tuple[Place, str]) -> Comparison:
    members = tuple(Answer(place, 3, value) for place, value in answers)
    return Comparison("1", conflicts=(Conflict(ConflictKind.HOW_MANY, "How many?", members, 0.9, "they differ"),))


def found(comparison: Comparison, claim: Claimed = CLAIM, **more: Any) -> list[Touch]:
    return touches(claim, comparison, told(**more))


@pytest.mark.parametrize(
    ("comparison", "kind", "words"),
    [
        (group(stated(OWN), stated(LATER, stance=Stance.DENIES)), LookKind.STANCE, "Wire (¶4) denies this; in the articles before it was only asserted."),
        (group(stated(OWN), denied_by=(LATER,)), LookKind.DENIAL, "Wire (¶7) has a denial of this"),
        (group(stated(OWN), stated(LATER)), LookKind.ORIGIN, "in its own voice, from an origin of its own"),
        (group(stated(OWN), stated(LATER, voice=Voice.ATTRIBUTED, claimant="the harbour")), LookKind.ORIGIN, "has it from the harbour"),
        (conflict((OWN, "40"), (LATER, "60")), LookKind.CONFLICT, "Possible conflict: check. How many? Wire (¶3): “60”; Post (¶3): “40”."),
        (utterance(said(OWN), said(LATER, speaker="Ada Lund", flags=(Flag.ANOTHER_MOUTH,))), LookKind.MOUTH, "Wire (¶5) gives these words to Ada Lund."),
        (utterance(said(OWN), said(LATER, flags=(Flag.CUT_BEFORE_CONTRAST,), missing="but not before June")), LookKind.ALTERED, "cuts the quote before “but not before June”"),
        (utterance(said(OWN), said(LATER, "It held", flags=(Flag.ALTERED,))), LookKind.ALTERED, "in other words: “It held”"),
        (utterance(said(OWN, flags=(Flag.CUT_BEFORE_CONTRAST,), missing="but not long"), said(LATER), reference=1), LookKind.ALTERED, "Post (¶5) cuts them before “but not long”"),
        (utterance(said(OWN, flags=(Flag.ALTERED,)), said(LATER), reference=1), LookKind.ALTERED, "otherwise than Post"),
    ],
)  # fmt: skip
def test_a_later_article_that_differs_is_named_with_the_difference(
    comparison: Comparison, kind: LookKind, words: str
) -> None:
    (touch,) = found(comparison)
    assert (touch.article, touch.kind) == (2, kind)
    assert words in touch.sentence
    assert len(touch.key) <= 64


@pytest.mark.parametrize(
    "comparison",
    [
        Comparison("1"),
        group(stated(OWN), stated(Place(1, 5, 30), stance=Stance.DENIES)),  # known by then
        group(stated(OWN), stated(LATER, voice=Voice.ATTRIBUTED, claimant=None)),  # nobody new says so
        group(stated(OWN, stance=Stance.DENIES), stated(OWN), denied_by=(LATER,)),  # denied before
        group(stated(Place(0, 200, 230)), stated(LATER, stance=Stance.DENIES)),  # another claim
        conflict((OWN, "40"), (Place(1, 5, 30), "60"), (LATER, "60")),  # no new answer
        conflict((Place(0, 200, 230), "40"), (LATER, "60")),
        utterance(said(OWN), said(LATER)),
        utterance(said(Place(0, 200, 230)), said(LATER, flags=(Flag.ALTERED,))),
    ],
)
def test_what_changes_nothing_calls_for_nothing(comparison: Comparison) -> None:
    assert found(comparison) == []


def test_an_article_of_an_origin_that_was_there_is_no_new_origin() -> None:
    assert found(group(stated(OWN), stated(LATER)), origins=("ANP", "Courier", "ANP")) == []


def test_cited_words_count_where_the_claim_itself_stands_elsewhere() -> None:
    claim = Claimed((OWN,), (Place(1, 60, 80),), frozenset({0, 1}))
    comparison = utterance(said(Place(1, 62, 78)), said(LATER, flags=(Flag.ALTERED,)))
    assert [touch.kind for touch in found(comparison, claim)] == [LookKind.ALTERED]
    assert found(comparison) == []


def test_each_difference_of_an_article_is_named_once() -> None:
    comparison = group(
        stated(OWN), stated(LATER, stance=Stance.DENIES), stated(Place(2, 300, 330), stance=Stance.DENIES)
    )
    assert len(found(comparison)) == 1
