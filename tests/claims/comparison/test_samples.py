"""The two sample stories side by side: each phenomenon that newsdesk/samples/README.md names is found, and no trap is taken."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from articles.reading import read_file
from claims.comparison.as_json import contract
from claims.comparison.found import Change, ConflictKind, Flag, Scale
from claims.comparison.reading import copy_of, story_of
from claims.language.spans import Voice
from tests.claims.comparison.asking import Asking, kinds, last_words_cut

SAMPLES = Path(__file__).resolve().parents[3] / "newsdesk" / "samples"
POST, MAIL, STANDARD, COASTLINE, QUAYSIDE = (
    "harbour-post.txt", "tollmouth-mail.txt", "county-standard.txt", "coastline-today.html", "quayside-news.docx",
)  # fmt: skip
COURIER, GAZETTE, LANTERN, RADIO, TRIBUNE = (
    "lakeside-courier.txt", "merrow-gazette.html", "daily-lantern.txt", "radio-orsin.txt", "uplands-tribune.pdf",
)  # fmt: skip
VASK, MARROWBY, HARROW, TOLLIVER = "Teodor Vask", "Ilse Marrowby", "Odile Harrow", "Bram Tolliver"

SAFE = (POST, None, "The bridge is safe to walk on")
FINE = (COURIER, None, "Nobody should panic")
CLEAN = (COURIER, None, "Our own tests in September")
LETTER = (POST, None, "No such letter reached")


def asking(story: int) -> Asking:
    """The comparison of one sample story as the desk knows it: outlets and dates filled in, the yard's owner speaks Portuguese."""
    copies = []
    for article in json.loads((SAMPLES / "manifest.json").read_text(encoding="utf-8"))["stories"][story]["articles"]:
        path = SAMPLES / article["file"]
        copy = copy_of(path.name, read_file(path.read_bytes(), name=path.name).text)
        published = date.fromisoformat(article["published"][:10]) if article["published"] else copy.published
        copies.append(replace(copy, outlet=article["outlet"], published=published))
    return Asking(replace(story_of(tuple(copies)), languages={"Joaquim Serrado": "pt"}))


@pytest.fixture(scope="module")
def bridge() -> Asking:
    return asking(0)


@pytest.fixture(scope="module")
def water() -> Asking:
    return asking(1)


# Utterances


@pytest.mark.parametrize(
    ("whole", "other"),
    [
        (SAFE, (MAIL, None, "The bridge is safe to walk on today.")),
        (SAFE, (MAIL, None, "safe to walk on")),
        (SAFE, (QUAYSIDE, None, "put a single bus across it")),
        (SAFE, (QUAYSIDE, None, "has signed for it in ink")),
        (SAFE, (QUAYSIDE, None, "is safe to walk on today,")),
        ((POST, None, "People can be angry"), (STANDARD, None, "People can be angry")),
        ((POST, None, "I will not have them angry"), (STANDARD, None, "I will not have them angry")),
        (LETTER, (STANDARD, None, "No such letter reached")),
        (LETTER, (MAIL, None, "No such letter reached")),
        (LETTER, (QUAYSIDE, None, "No such letter reached")),
        ((POST, None, "They deserve to know"), (STANDARD, None, "deserve to know")),
        ((POST, None, "They deserve to know"), (COASTLINE, None, "They deserve to know")),
        ((POST, None, "only this morning"), (COASTLINE, None, "only this morning")),
        ((MAIL, None, "used as test weights"), (COASTLINE, None, "used as test weights")),
        ((STANDARD, None, "half a sentence"), (COASTLINE, None, "half a sentence")),
        ((STANDARD, None, "Eleven centimetres"), (COASTLINE, None, "Eleven centimetres")),
        ((POST, None, "false and invented"), (MAIL, None, "false and invented")),
    ],
)
def test_one_act_of_speech_is_one_utterance_at_the_bridge(bridge, whole, other):
    assert bridge.together(whole, other)


@pytest.mark.parametrize(
    ("whole", "other"),
    [
        (FINE, (GAZETTE, None, "Nobody should panic")),
        (FINE, (GAZETTE, None, "But no child in the Old Quarter")),
        (FINE, (RADIO, None, "Nobody should panic")),
        (FINE, (LANTERN, None, "No child in the Old Quarter")),
        (FINE, (LANTERN, None, "Most taps in the town")),
        (FINE, (TRIBUNE, None, "most taps in the town")),
        (CLEAN, (GAZETTE, None, "were clean, but they")),
        (CLEAN, (TRIBUNE, None, "Our own tests in September were clean.")),
        (CLEAN, (LANTERN, None, "in private yards")),
        ((COURIER, None, "We did not know of these"), (TRIBUNE, None, "We didn't know about these")),
        ((COURIER, None, "Give me a number"), (TRIBUNE, None, "Give me a number")),
        ((COURIER, None, "Give me a number"), (RADIO, None, "a number that both sides")),
        ((COURIER, None, "We have been drinking"), (TRIBUNE, None, "drinking promises")),
        ((GAZETTE, None, "half a study"), (TRIBUNE, None, "half a study")),
        ((GAZETTE, None, "a fine chemist"), (TRIBUNE, None, "a chemist in a hurry")),
        ((GAZETTE, None, "If you look for lead"), (TRIBUNE, None, "If you look for lead")),
    ],
)
def test_one_act_of_speech_is_one_utterance_at_the_taps(water, whole, other):
    assert water.together(whole, other)


def test_the_longest_variant_is_what_the_others_are_measured_by(bridge, water):
    for story, whole in ((bridge, SAFE), (water, FINE), (water, CLEAN)):
        (utterance,) = story.together(whole)
        assert utterance.members[utterance.reference] == story.variant(whole, utterance)


@pytest.mark.parametrize(
    ("file", "words"), [(RADIO, "Nobody should panic"), (TRIBUNE, "most taps in the town")], ids=["radio", "tribune"]
)
def test_the_reassurance_is_cut_before_its_but_by_two(water, file, words):
    variant = water.variant((file, None, words))
    assert Flag.CUT_BEFORE_CONTRAST in variant.flags
    assert variant.missing.lstrip(" ,").startswith("but no child")
    assert variant.continued_in is None


@pytest.mark.parametrize(
    ("file", "words", "rest"),
    [(GAZETTE, "Nobody should panic", "But no child"), (LANTERN, "Most taps in the town", "No child in the Old")],
    ids=["gazette", "lantern"],
)
def test_and_continued_elsewhere_by_two(water, file, words, rest):
    variant = water.variant((file, None, words))
    at = water.place((file, None, rest))
    copy = water.story.copies[at.article]
    assert variant.continued_in == next(p.number for p in copy.paragraphs if p.start <= at.start < p.end)


def test_the_mayor_s_but_is_lost_in_one_and_stands_further_up_in_another(bridge):
    lost = bridge.variant((MAIL, None, "The bridge is safe to walk on today."))
    assert Flag.CUT_BEFORE_CONTRAST in lost.flags
    assert lost.continued_in is None
    assert bridge.variant((QUAYSIDE, None, "is safe to walk on today,")).continued_in == 10


@pytest.mark.parametrize(
    ("folder", "stretch"),
    [
        ("bridge", (MAIL, None, "The bridge is safe to walk on today.")),
        ("water", (RADIO, None, "Nobody should panic")),
        ("water", (TRIBUNE, None, "Our own tests in September were clean.")),
    ],
)
def test_a_full_stop_put_inside_the_marks_is_said(request, folder, stretch):
    variant = request.getfixturevalue(folder).variant(stretch)
    assert {Flag.CUT_BEFORE_CONTRAST, Flag.STOP_INSIDE_MARKS} <= set(variant.flags)


def test_a_whole_sentence_that_goes_on_with_another_is_no_cut_before_a_contrast(bridge):
    for stretch in ((STANDARD, None, "People can be angry"), (STANDARD, None, "Eleven centimetres")):
        assert Flag.CUT_BEFORE_CONTRAST not in bridge.variant(stretch).flags


def test_a_fragment_drops_very(bridge):
    fragment = (COASTLINE, None, "long and quiet")
    utterances = bridge.together((STANDARD, None, "It is a very long and quiet"), fragment)
    assert utterances
    assert last_words_cut(bridge.variant(fragment, *utterances)) == ["very"]


def test_cautiously_hopeful_became_cautious_hope(bridge):
    hope = (STANDARD, None, "cautious hope")
    utterances = bridge.together((POST, None, "cautiously hopeful"), hope)
    assert utterances
    assert Change.FORM_CHANGED in {kind for member in utterances[0].members for kind in kinds(member)}
    assert Flag.ALTERED in utterances[0].flags


def test_underlying_and_basic_faults_are_translations(bridge):
    utterances = bridge.together((POST, None, "underlying faults"), (QUAYSIDE, None, "basic faults"))
    assert utterances
    assert Flag.TRANSLATION in utterances[0].flags
    assert Change.TRANSLATION in {kind for member in utterances[0].members for kind in kinds(member)}
    assert Flag.ALTERED not in utterances[0].flags


@pytest.mark.parametrize(
    ("folder", "stretch", "kind"),
    [
        ("bridge", (COASTLINE, None, "We told the council"), Change.INSERTION),
        ("bridge", (COASTLINE, None, "completely full"), Change.CAPITALS),
        ("bridge", (COASTLINE, None, "They deserve to know who read what"), Change.ELLIPSIS),
        ("bridge", (STANDARD, None, "deserve to know who"), Change.HEAD_CUT),
        ("bridge", (COASTLINE, None, "only this morning"), Change.TAIL_CUT),
        ("water", (LANTERN, None, "No child in the Old Quarter"), Change.HEAD_CUT),
        ("water", (LANTERN, None, "No child in the Old Quarter"), Change.TAIL_CUT),
        ("water", (TRIBUNE, None, "a chemist in a hurry"), Change.INNER_CUT),
        ("water", (TRIBUNE, None, "We didn't know about"), Change.WORD_CHANGED),
    ],
)
def test_each_difference_has_its_kind(request, folder, stretch, kind):
    assert kind in kinds(request.getfixturevalue(folder).variant(stretch))


def test_words_given_alike_have_no_difference(bridge):
    assert kinds(bridge.variant((STANDARD, None, "People can be angry"))) <= {Change.SAME, Change.TAIL_CUT}
    assert kinds(bridge.variant((MAIL, None, "No such letter reached"))) <= {Change.SAME}


def test_two_quotes_of_the_whole_are_each_put_in_another_mouth(bridge, water):
    (warned,) = bridge.together((POST, None, "We told the council"), (QUAYSIDE, None, "We told the council"))
    assert Flag.ANOTHER_MOUTH in warned.flags
    assert warned.speaker == MARROWBY
    assert Flag.ANOTHER_MOUTH in bridge.variant((QUAYSIDE, None, "We told the council"), warned).flags
    assert Flag.ANOTHER_MOUTH not in bridge.variant((COASTLINE, None, "We told the council"), warned).flags
    (promises,) = water.together((COURIER, None, "We have been drinking"), (LANTERN, None, "We have been drinking"))
    assert Flag.ANOTHER_MOUTH in water.variant((LANTERN, None, "We have been drinking"), promises).flags
    assert promises.speaker == "Imre Dask"


def test_no_other_words_are_in_another_mouth(bridge, water):
    for story in (bridge, water):
        shifted = [u for u in story.found.utterances if Flag.ANOTHER_MOUTH in u.flags]
        for utterance in shifted:
            assert {utterance.speaker} <= {MARROWBY, "Imre Dask"}, utterance.members


def test_the_harbour_master_s_safe_is_not_the_mayor_s(bridge):
    joined = bridge.utterances_at((MAIL, None, '"safe"'))
    assert not [m for u in joined for m in u.members if m.speaker == VASK]


# Passages and origins


def test_copied_paragraphs_are_found_and_nothing_else(bridge, water):
    words = [[bridge.words(m.place) for m in p.members] for p in bridge.found.passages]
    starts = sorted({w[:14] for w in (w for members in words for w in members)})
    assert starts == ["County enginee", "Some 14,000 ve"]
    (passage,) = water.found.passages
    assert {water.words(m.place)[:24] for m in passage.members} == {"The institute’s method, "}
    assert {m.place.article for m in passage.members} == {water.article(GAZETTE), water.article(TRIBUNE)}


def test_the_agency_s_articles_have_one_origin(bridge, water):
    for story, agency, files in (
        (bridge, "Northern Wire", (STANDARD, QUAYSIDE)),
        (water, "Basin Press", (GAZETTE, TRIBUNE)),
    ):
        held = [o for o in story.found.origins if set(map(story.article, files)) <= set(o.articles)]
        assert held
        assert any(agency in o.named or agency in o.reason for o in held)


def test_outlets_that_wrote_their_own_are_not_joined(bridge):
    whole = [o for o in bridge.found.origins if o.is_whole]
    assert whole
    for origin in whole:
        assert not {bridge.article(POST), bridge.article(MAIL)} & set(origin.articles)


@pytest.mark.parametrize(
    ("folder", "stretch", "through"),
    [
        ("bridge", (QUAYSIDE, None, "had not read the letter"), "Coastline Today"),
        ("bridge", (STANDARD, None, "the letter put the cost"), "The Harbour Post"),
        ("bridge", (MAIL, None, "had been warned about the plates"), "The Harbour Post"),
        ("bridge", (STANDARD, None, "Source: Northern Wire"), "Northern Wire"),
        ("bridge", (QUAYSIDE, None, "TOLLMOUTH (Northern Wire)"), "Northern Wire"),
        ("water", (LANTERN, None, "Clearmere Water was sent 40"), "Lakeside Courier"),
        ("water", (RADIO, None, "the company would test and pay"), "Lakeside Courier"),
        ("water", (RADIO, None, "the company would test and pay"), "The Merrow Gazette"),
        ("water", (TRIBUNE, None, "Source: Basin Press"), "Basin Press"),
    ],
)
def test_what_came_through_another_outlet_says_so(request, folder, stretch, through):
    story = request.getfixturevalue(folder)
    at = story.place(stretch)
    assert through in {c.through for c in story.found.chains if c.place.touches(at)}


# Claims


def test_the_cement_is_told_as_fact_by_one(bridge):
    fact = (QUAYSIDE, None, "carried cement over the span")
    claims = bridge.claims(fact, (STANDARD, None, "its drivers had carried cement"))
    assert claims
    assert Flag.VOICE_LEAK in claims[0].flags
    leaks = [m for m in claims[0].members if m.leaks]
    assert {m.place.article for m in leaks} == {bridge.article(QUAYSIDE)}
    assert {m.voice for m in leaks} == {Voice.OUTLET}


def test_the_denial_that_the_letter_came_is_missing_in_one(bridge):
    missing = [c for c in bridge.found.claims if Flag.MISSING_COUNTER_CLAIM in c.flags]
    assert missing
    assert any(bridge.article(COASTLINE) in c.missing for c in missing)
    denying = {bridge.article(f) for f in (POST, STANDARD, MAIL, QUAYSIDE)}
    letter = [c for c in missing if bridge.article(COASTLINE) in c.missing]
    assert any({p.article for p in c.denied_by} <= denying and len(c.denied_by) >= 2 for c in letter)
    assert not any(denying & set(c.missing) for c in letter)


def test_no_outlet_is_an_origin_of_what_the_mayor_said(bridge):
    claims = bridge.claims(SAFE, (MAIL, None, "The bridge is safe to walk on today."))
    assert claims
    assert all(c.origins == 0 for c in claims)


# Conflicts


@pytest.mark.parametrize(
    ("folder", "kind", "one", "other"),
    [
        ("bridge", ConflictKind.WHO, (MAIL, None, "Mr Vask spoke to"), (STANDARD, None, "Lena Orrick")),
        ("bridge", ConflictKind.HOW_MANY, (POST, None, "two of the eight"), (COASTLINE, None, "four of its steel")),
        ("bridge", ConflictKind.HOW_MANY, (MAIL, None, "2.4 million"), (COASTLINE, None, "4.2 million")),
        ("bridge", ConflictKind.HOW_MANY, (STANDARD, None, "14,000 vehicles"), (COASTLINE, None, "19,000 vehicles")),
        ("water", ConflictKind.HOW_MANY, (GAZETTE, None, "31 of the 120"), (TRIBUNE, None, "Only 13 of the homes")),
        ("bridge", ConflictKind.WHETHER, (COASTLINE, None, "We told the council"), (POST, None, "No such letter reached")),
        ("bridge", ConflictKind.WHO, (QUAYSIDE, None, "We told the council"), (POST, None, "We told the council")),
        ("water", ConflictKind.HOW_MANY, (COURIER, None, "31 Merrowmere homes"), (LANTERN, None, "more than 40 homes")),
    ],
)  # fmt: skip
def test_a_conflict_is_asked(request, folder, kind, one, other):
    story = request.getfixturevalue(folder)
    asked = story.conflicts(one, other)
    assert asked
    assert kind in {c.kind for c in asked}


def test_whether_the_mayor_accepts_an_inquiry_is_asked(bridge):
    asked = bridge.conflicts((MAIL, None, "agreed in principle"), (COASTLINE, None, "rejected an inquiry"))
    assert asked
    assert {c.kind for c in asked} <= {ConflictKind.COMMITMENT, ConflictKind.WHETHER}


@pytest.mark.parametrize(
    "stretch",
    [
        (MAIL, None, "last year"),
        (STANDARD, None, "last autumn"),
        (COASTLINE, None, "October 2025"),
        (STANDARD, None, "Corve"),
        (COASTLINE, None, "Korve"),
        (POST, None, "640 members"),
        (QUAYSIDE, None, "more than 600"),
    ],
)
def test_what_agrees_though_written_differently_is_not_asked(bridge, stretch):
    at = bridge.place(stretch)
    asked = [c for c in bridge.found.conflicts if any(m.value and m.place.touches(at) for m in c.members)]
    kinds_asked = {c.kind for c in asked} & {ConflictKind.WHEN, ConflictKind.WHERE, ConflictKind.HOW_MANY}
    assert not kinds_asked


def test_nothing_is_asked_of_dates_or_places(bridge):
    assert not [c.question for c in bridge.found.conflicts if c.kind in (ConflictKind.WHEN, ConflictKind.WHERE)]


def test_a_conflict_is_a_question_with_at_least_two_answers(bridge, water):
    for story in (bridge, water):
        for conflict in story.found.conflicts:
            assert conflict.question.endswith("?")
            assert len({a.value for a in conflict.members}) > 1


# Names and verbs


def test_the_loaded_titles_are_each_one_outlet_s(bridge, water):
    used = {u.article for n in bridge.found.names if n.person == VASK for u in n.used if "strongman" in u.text.lower()}
    assert used == {bridge.article(COASTLINE)}
    used = {u.article for n in water.found.names if "Stell" in n.person for u in n.used if "disgraced" in u.text}
    assert used == {water.article(LANTERN)}


@pytest.mark.parametrize(
    ("folder", "file", "person", "verb", "scale"),
    [
        ("bridge", MAIL, MARROWBY, "admitted", Scale.FACTIVE),
        ("bridge", MAIL, TOLLIVER, "claimed", Scale.DOUBTING),
        ("bridge", POST, TOLLIVER, "said", Scale.NEUTRAL),
        ("water", TRIBUNE, "Hanna Orlo", "conceded", Scale.FACTIVE),
    ],
)
def test_a_reporting_verb_stands_on_its_scale(request, folder, file, person, verb, scale):
    story = request.getfixturevalue(folder)
    verbs = {(v.article, v.text): v.scale for n in story.found.names if n.person == person for v in n.verbs}
    assert verbs[story.article(file), verb] is scale


def test_the_object_for_programs_holds_what_its_contract_says(bridge, water):
    for story in (bridge, water):
        found = contract(story.story, story.found)
        texts = {article["file"]: article["text"] for article in found["articles"]}
        assert len(texts) == 5
        for group in ("shared_passages", "utterances", "claims", "conflicts"):
            assert found[group]
            for member in (m for one in found[group] for m in one["members"]):
                assert 0 <= member["start"] < member["end"] <= len(texts[member["file"]])
        for member in (m for u in found["utterances"] for m in u["members"]):
            assert texts[member["file"]][member["start"] : member["end"]] == member["text"]
            assert {d["kind"] for d in member["differences"]} <= set(Change)
            assert all(member["start"] <= d["start"] <= d["end"] <= member["end"] for d in member["differences"])
        assert {f for one in found["origins"] for f in one["files"]} <= set(texts)
        assert {v["scale"] for n in found["names"] for v in n["verbs"]} <= set(Scale)
        assert {c["kind"] for c in found["conflicts"]} <= set(ConflictKind)


def test_comparing_the_samples_again_finds_the_same(bridge):
    assert Asking(bridge.story).found == bridge.found
