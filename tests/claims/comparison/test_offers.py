"""What the comparison offers to whoever checks a claim: places with a stance, and findings with a neutral wording."""

from dataclasses import replace

import pytest

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
    Origin,
    PassagePlace,
    SharedPassage,
    Utterance,
    Variant,
)
from claims.comparison.offers import Coloured, Offers, offers_for
from claims.language.spans import Stance, Voice
from claims.rules.ratings import CitationStance, FindingReason

OUTLETS = ("Harbour Post", "Coastline Today", "County Standard")
TEXTS = (
    "The mayor said the bridge was safe, but the bolts were not. It is safe.",
    "The bridge is safe. The mayor said: “The bridge was safe.” A quiet bridge.",
    "The engineer denied that the bridge was safe, and said so twice.",
)
SUPPORTS, CONTRADICTS, CONTEXT = CitationStance.SUPPORTS, CitationStance.CONTRADICTS, CitationStance.CONTEXT


def place(article: int, words: str) -> Place:
    start = TEXTS[article].index(words)
    return Place(article, start, start + len(words))


def member(at: Place, voice: Voice, stance: Stance, by: str | None = None, *, leaks: bool = False) -> ClaimPlace:
    return ClaimPlace(at, 1, voice, stance, by, 0.9, leaks)


HERE = place(0, "the bridge was safe")
LEAK = place(1, "The bridge is safe")
DENIAL = place(2, "the bridge was safe")
CLAIM = ComparedClaim(
    "the bridge was safe",
    "Ada Brandt",
    (
        member(HERE, Voice.ATTRIBUTED, Stance.ASSERTS, "Ada Brandt"),
        member(LEAK, Voice.OUTLET, Stance.ASSERTS, leaks=True),
        member(DENIAL, Voice.ATTRIBUTED, Stance.DENIES, "Karl Orr"),
    ),
    origins=0,
    origins_say="",
    flags=(Flag.VOICE_LEAK,),
    score=0.9,
    reason="the same words",
    missing=(1,),
    denied_by=(DENIAL,),
)


def variant(
    at: Place, *, flags: tuple[Flag, ...] = (), differences: tuple[Difference, ...] = (), **more: object
) -> Variant:
    text = TEXTS[at.article][at.start : at.end]
    return replace(Variant(at, text, 1, "Ada Brandt", "said", (), True, differences, flags), **more)


WHOLE = variant(place(0, "the bridge was safe, but the bolts were not"))
CUT = variant(
    place(1, "The bridge was safe."),
    flags=(Flag.CUT_BEFORE_CONTRAST, Flag.STOP_INSIDE_MARKS),
    missing="but the bolts were not",
)


def spoken(*members: Variant) -> Utterance:
    return Utterance("Ada Brandt", members, 0, (), 0.9, "the same words in order")


def offered(comparison: Comparison, own: Place = HERE, stance: Stance = Stance.ASSERTS, **more: object) -> Offers:
    return offers_for([(own, stance)], comparison, outlets=OUTLETS, texts=TEXTS, **more)  # type: ignore[arg-type]


def test_places_of_the_same_claim_are_offered_with_the_stance_filled_in() -> None:
    stances = {offer.place: offer.stance for offer in offered(Comparison("v", claims=(CLAIM,))).citations}
    assert stances == {LEAK: SUPPORTS, DENIAL: CONTRADICTS}


def test_to_a_denial_under_check_the_assertion_is_what_contradicts() -> None:
    found = offered(Comparison("v", claims=(CLAIM,)), DENIAL, Stance.DENIES)
    assert {offer.place: offer.stance for offer in found.citations} == {HERE: CONTRADICTS, LEAK: CONTRADICTS}


def test_the_claimant_said_again_elsewhere_is_context_and_no_support() -> None:
    again = member(place(2, "said so twice"), Voice.ATTRIBUTED, Stance.ASSERTS, "Ada Brandt")
    found = offered(Comparison("v", claims=(replace(CLAIM, members=(*CLAIM.members, again)),)))
    offer = next(one for one in found.citations if one.place == again.place)
    assert (offer.stance, offer.why) == (CONTEXT, "Ada Brandt again: nobody is an origin for their own claim")


def test_what_contradicts_is_offered_first() -> None:
    assert [one.stance for one in offered(Comparison("v", claims=(CLAIM,))).citations] == [CONTRADICTS, SUPPORTS]


def test_a_doubt_is_context_whichever_way() -> None:
    members = (*CLAIM.members[:2], replace(CLAIM.members[2], stance=Stance.DOUBTS))
    found = offered(Comparison("v", claims=(replace(CLAIM, members=members, denied_by=()),)))
    assert {offer.place: offer.stance for offer in found.citations}[DENIAL] is CONTEXT


def test_a_leak_is_offered_as_a_finding_with_a_wording_that_names_the_claimant() -> None:
    found = {offer.reason: offer for offer in offered(Comparison("v", claims=(CLAIM,))).findings}
    leak = found[FindingReason.VOICE_LEAK]
    assert (leak.place, leak.neutral) == (LEAK, "The bridge is safe, according to Ada Brandt")


def test_the_missing_denial_is_worded_as_not_found_and_never_as_omitted() -> None:
    found = {offer.reason: offer for offer in offered(Comparison("v", claims=(CLAIM,))).findings}
    missing = found[FindingReason.MISSING_COUNTER_CLAIM]
    assert missing.place == LEAK
    assert missing.note == "The denial that County Standard gives is not found in this outlet’s copy."


def test_a_quote_cut_before_its_but_is_offered_with_the_missing_words() -> None:
    found = offered(Comparison("v", utterances=(spoken(WHOLE, CUT),)))
    (cut,) = found.findings
    assert cut.reason is FindingReason.CUT_QUOTE
    assert cut.neutral == "The bridge was safe, but the bolts were not"
    assert "full stop is put inside the marks" in cut.note


def test_the_words_changed_are_what_an_altered_quote_points_to() -> None:
    at = place(1, "was safe")
    changed = Difference(Change.WORD_CHANGED, at.start, at.end, "was sound")
    altered = variant(place(1, "The bridge was safe."), flags=(Flag.ALTERED,), differences=(changed,))
    (finding,) = offered(Comparison("v", utterances=(spoken(WHOLE, altered),))).findings
    assert (finding.place, finding.reason, finding.neutral) == (at, FindingReason.ALTERED_QUOTE, "was sound")


def test_a_translation_variant_is_no_finding() -> None:
    changed = Difference(Change.TRANSLATION, 0, 5, "sound")
    altered = variant(CUT.place, flags=(Flag.ALTERED, Flag.TRANSLATION), differences=(changed,))
    assert not offered(Comparison("v", utterances=(spoken(WHOLE, altered),))).findings


def test_another_mouth_names_both() -> None:
    moved = variant(CUT.place, flags=(Flag.ANOTHER_MOUTH,), speaker="Karl Orr")
    (finding,) = offered(Comparison("v", utterances=(spoken(WHOLE, moved),))).findings
    assert finding.note == "Given to Karl Orr here, to Ada Brandt in the longest version."


@pytest.mark.parametrize(("value", "stance"), [("safe", SUPPORTS), ("not safe", CONTRADICTS)])
def test_answers_to_a_conflict_bear_on_the_claim_by_their_value(value: str, stance: CitationStance) -> None:
    answers = (Answer(HERE, 1, "safe"), Answer(DENIAL, 1, value))
    conflict = Conflict(ConflictKind.WHETHER, "Is the bridge safe?", answers, 0.9, "asserted and denied")
    (offer,) = offered(Comparison("v", conflicts=(conflict,))).citations
    assert (offer.place, offer.stance) == (DENIAL, stance)
    assert offer.why.startswith("possible conflict: ")


def test_a_headline_that_its_own_copy_answers_otherwise_is_offered_as_misleading() -> None:
    answers = (Answer(HERE, 1, "safe"), Answer(place(0, "the bolts were not"), 2, "not safe"))
    conflict = Conflict(ConflictKind.WHETHER, "Is the bridge safe?", answers, 0.9, "headline and copy differ")
    found = offered(Comparison("v", conflicts=(conflict,)), headings=frozenset({(0, 1)}))
    assert [offer.reason for offer in found.findings] == [FindingReason.MISLEADING_HEADLINE]
    assert not offered(Comparison("v", conflicts=(conflict,))).findings


def test_the_same_stretch_is_offered_once_with_the_surest_reason_first() -> None:
    answers = (Answer(HERE, 1, "safe"), Answer(DENIAL, 1, "not safe"))
    conflict = Conflict(ConflictKind.WHETHER, "Is the bridge safe?", answers, 1.0, "asserted and denied")
    found = offered(Comparison("v", claims=(CLAIM,), conflicts=(conflict,)))
    assert [offer.place for offer in found.citations].count(DENIAL) == 1
    assert found.citations[0].place == DENIAL


def test_what_does_not_touch_the_claim_is_not_offered() -> None:
    comparison = Comparison("v", claims=(CLAIM,), utterances=(spoken(CUT, CUT),))
    assert offered(comparison, place(1, "A quiet bridge")) == Offers()


@pytest.mark.parametrize(
    ("chains", "articles", "offered_in"),
    [
        ((), (0, 1), {1}),
        ((Chain(1, LEAK, 1, "the Harbour Post", None, "according to the Harbour Post"),), (0, 1), set()),
        ((Chain(0, HERE, 1, "Harbour Post", None, "its own"),), (0, 1), {1}),
    ],
)
def test_a_copied_passage_is_offered_where_its_origin_is_not_named(
    chains: tuple[Chain, ...], articles: tuple[int, ...], offered_in: set[int]
) -> None:
    passage = SharedPassage((PassagePlace(HERE, 1), PassagePlace(LEAK, 1)), 1.0, "word for word the same")
    origin = Origin(articles, "one paragraph is the same", "Harbour Post", places=(HERE, LEAK))
    found = offered(Comparison("v", passages=(passage,), origins=(origin,), chains=chains)).findings
    assert {one.place.article for one in found if one.reason is FindingReason.UNDISCLOSED_CHAIN} == offered_in


def test_a_copied_passage_of_unknown_author_is_no_finding() -> None:
    passage = SharedPassage((PassagePlace(HERE, 1), PassagePlace(LEAK, 1)), 1.0, "word for word the same")
    origin = Origin((0, 1), "one paragraph is the same", "Coastline Today / Harbour Post", places=(HERE, LEAK))
    assert not offered(Comparison("v", passages=(passage,), origins=(origin,))).findings


def test_coloured_words_of_its_paragraphs_come_with_their_neutral_wording() -> None:
    word = Coloured(place(1, "quiet"), "little used", "loaded word", 0.7)
    (finding,) = offered(Comparison("v"), coloured=[word]).findings
    assert (finding.reason, finding.neutral) == (FindingReason.LOADED_WORD, "little used")


def test_a_neutral_wording_too_long_for_its_field_is_left_out() -> None:
    cut = replace(CUT, missing="but " + "word " * 200)
    (finding,) = offered(Comparison("v", utterances=(spoken(WHOLE, cut),))).findings
    assert finding.neutral == ""
