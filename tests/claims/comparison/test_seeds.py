"""The five seed articles side by side, read like an editor: what anybody sees who reads all five, found or a test fails."""

from dataclasses import replace
from pathlib import Path

import pytest

from claims.comparison.decisions import Place
from claims.comparison.found import Change, ConflictKind, Flag, Scale
from claims.comparison.reading import copy_of, story_of
from claims.language.spans import Voice
from tests.claims.comparison.asking import Asking, kinds, last_words_cut

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
FILES = sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else []
pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(len(FILES) != 5, reason="the seed articles are not beside the checkout"),
]
SPEAK = {"Vladimir Putin": "ru", "Volodymyr Zelensky": "uk", "Volodymyr Zelenskyy": "uk", "Vladimir Zelensky": "uk"}

# Stretches by (article, paragraph, words in it)
WHOLE_POST = (2, 2, "We had very good")
ITS_END = (2, 2, "I have strongly requested")
BRACKETED = (0, 3, "We had very good")
UNCLOSED = (1, 2, "had very good and productive")
BROKEN_UP = (3, 7, "We had very good")
ITS_REST = (3, 23, "AT THIS VERY MOMENT")
STOPPED = (4, 2, "There is a very good chance")
CAPITALS = (1, 3, "IN A VERY BAD")
DENIED = ((0, 12, "encircled"), (4, 6, "denied these claims"))


@pytest.fixture(scope="module")
def seeds():
    copies = tuple(copy_of(path.name, path.read_text(encoding="utf-8")) for path in FILES)
    return Asking(replace(story_of(copies), languages=SPEAK))


def post(seeds):
    """The utterance of the president's post."""
    (utterance,) = seeds.together(WHOLE_POST, BRACKETED)
    return utterance


# The president's post


@pytest.mark.parametrize("stretch", [BRACKETED, UNCLOSED, BROKEN_UP, STOPPED], ids=["0", "1", "3", "4"])
def test_every_outlet_s_giving_of_the_post_is_one_utterance_measured_by_the_whole(seeds, stretch):
    (utterance,) = seeds.together(WHOLE_POST, stretch)
    assert utterance.members[utterance.reference] == seeds.variant(WHOLE_POST, utterance)
    assert utterance.speaker == "Donald Trump"


def test_the_post_is_cut_before_its_but_by_two_outlets(seeds):
    whole = post(seeds)
    for stretch in (BRACKETED, STOPPED):
        variant = seeds.variant(stretch, whole)
        assert Flag.CUT_BEFORE_CONTRAST in variant.flags
        assert variant.missing.lstrip(" —-").startswith("BUT")
        assert variant.continued_in is None
    assert Flag.CUT_BEFORE_CONTRAST in whole.flags


def test_the_post_is_continued_further_down_by_two_outlets(seeds):
    whole = post(seeds)
    assert seeds.variant(UNCLOSED, whole).continued_in == 3
    assert seeds.variant(BROKEN_UP, whole).continued_in == 23


def test_a_full_stop_stands_inside_the_marks_where_the_post_goes_on(seeds):
    whole = post(seeds)
    assert Flag.STOP_INSIDE_MARKS in seeds.variant(STOPPED, whole).flags
    for stretch in (BRACKETED, BROKEN_UP):
        assert Flag.STOP_INSIDE_MARKS not in seeds.variant(stretch, whole).flags


def test_yesterday_thursday_is_a_bracketed_insertion(seeds):
    variant = seeds.variant(BRACKETED, post(seeds))
    inserted = [d for d in variant.differences if d.kind is Change.INSERTION]
    assert ["[Thursday]" in seeds.words(Place(0, d.start, d.end)) for d in inserted] == [True]


def test_the_head_of_the_post_is_cut_where_the_outlet_leads_in(seeds):
    assert Change.HEAD_CUT in kinds(seeds.variant(UNCLOSED, post(seeds)))
    assert Change.HEAD_CUT in kinds(seeds.variant(STOPPED, post(seeds)))


@pytest.mark.parametrize("stretch", [(1, 1, "good and productive"), (4, 1, "good and productive")], ids=["1", "4"])
def test_a_fragment_drops_very(seeds, stretch):
    variant = seeds.variant(stretch, *seeds.together(WHOLE_POST, stretch))
    assert last_words_cut(variant) == ["very"]


@pytest.mark.parametrize(
    "stretch",
    [(0, 1, "very good chance"), (0, 1, "productive discussions"), CAPITALS, ITS_REST],
    ids=["chance", "discussions", "position", "rest"],
)
def test_other_fragments_of_the_post_are_variants_of_it(seeds, stretch):
    assert seeds.together(WHOLE_POST, stretch)


@pytest.mark.parametrize(
    "stretch", [(1, 3, "strongly requested"), (3, 23, "I have strongly requested")], ids=["1", "3"]
)
def test_the_end_of_the_post_is_one_utterance_too(seeds, stretch):
    assert seeds.together(ITS_END, stretch)


@pytest.mark.parametrize("stretch", [(0, 2, "completely surrounded"), (4, 5, "completely surrounded")], ids=["0", "4"])
def test_the_capitals_of_the_post_are_flattened_by_two(seeds, stretch):
    utterances = seeds.together(stretch, (2, 2, "COMPLETELY SURROUNDED"))
    assert utterances
    assert Change.CAPITALS in kinds(seeds.variant(stretch, *utterances))


def test_capitals_that_are_kept_are_no_difference(seeds):
    assert Change.CAPITALS not in kinds(seeds.variant(CAPITALS, post(seeds)))
    assert Change.CAPITALS not in kinds(seeds.variant(ITS_REST, post(seeds)))


def test_a_headline_s_productive_is_the_president_s(seeds):
    assert seeds.together(WHOLE_POST, (3, None, "productive"))


# Other words


def test_the_press_secretary_s_productive_is_not_joined_with_the_president_s(seeds):
    joined = seeds.utterances_at((4, 11, "productive"))
    assert not [m for u in joined for m in u.members if m.place.article != 4]
    assert all(u.speaker != "Donald Trump" for u in joined)


def test_cautiously_optimistic_became_cautious_optimism(seeds):
    utterances = seeds.together((3, 6, "cautiously optimistic"), (4, 7, "cautious optimism"))
    assert utterances
    variant = seeds.variant((4, 7, "cautious optimism"), *utterances)
    assert Change.FORM_CHANGED in kinds(variant)
    assert Flag.ALTERED in utterances[0].flags


def test_the_spokesman_s_solidarity_loses_its_head(seeds):
    utterances = seeds.together((1, 7, "expressed solidarity"), (3, 11, "Nevertheless, the president"))
    assert utterances
    assert Change.HEAD_CUT in kinds(seeds.variant((1, 7, "expressed solidarity"), *utterances))
    assert utterances[0].speaker == "Dmitry Peskov"


def test_manipulative_words_are_the_address_heard_by_three_outlets(seeds):
    whole = (2, 10, "We now have all heard")
    utterances = seeds.together(whole, (3, 21, "manipulative words"))
    assert utterances
    assert last_words_cut(seeds.variant((3, 21, "manipulative words"), *utterances)) == ["very"]
    assert seeds.together(whole, (4, 8, "manipulative"))


def test_very_predictable_and_highly_predictable_are_translations(seeds):
    highly = (3, 21, "highly predictable")
    utterances = seeds.together((2, 10, "We now have all heard"), highly)
    assert utterances
    assert Change.TRANSLATION in kinds(seeds.variant(highly, *utterances))


def test_root_causes_and_original_causes_are_translations_of_one_word(seeds):
    original = (0, 13, "original causes")
    utterances = seeds.together((1, 15, "root causes"), original)
    assert utterances
    assert Flag.TRANSLATION in utterances[0].flags
    assert Change.TRANSLATION in kinds(seeds.variant(original, *utterances))
    assert Flag.ALTERED not in utterances[0].flags


def test_nobody_is_given_another_s_words(seeds):
    assert not [u.speaker for u in seeds.found.utterances if Flag.ANOTHER_MOUTH in u.flags]


def test_no_utterance_holds_a_paragraph_that_repeats_another(seeds):
    repeats = [
        Place(n, p.start, p.end)
        for n, copy in enumerate(seeds.story.copies)
        for p in copy.paragraphs
        if p.duplicate_of is not None
    ]
    assert repeats
    assert not [m for u in seeds.found.utterances for m in u.members if any(m.place.touches(r) for r in repeats)]


# Passages, origins, chains


def test_two_outlets_share_a_paragraph(seeds):
    (passage,) = seeds.found.passages
    assert {m.place.article for m in passage.members} == {1, 3}
    assert all(seeds.words(m.place).startswith("Russian forces have") for m in passage.members)
    assert passage.containment > 0.99


def test_the_two_that_share_it_have_one_origin_the_journal(seeds):
    (origin,) = [o for o in seeds.found.origins if set(o.articles) == {1, 3}]
    assert "Journal" in origin.named
    assert "paragraph" in origin.reason or "passage" in origin.reason


@pytest.mark.parametrize(
    ("stretch", "through"),
    [
        ((0, 22, "Source: Reuters"), "Reuters"),
        ((1, 4, "applied more pressure"), "Wall Street Journal"),
        ((2, 8, "Putin cited"), "RT"),
        ((2, 10, "We now have all heard"), "The Moscow Times"),
        ((3, None, "The Wall Street Journal"), "Wall Street Journal"),
    ],
    ids=["Reuters", "Journal", "RT", "Moscow Times", "Journal's own"],
)
def test_the_chains_are_told(seeds, stretch, through):
    at = seeds.place(stretch)
    assert [c for c in seeds.found.chains if c.place.touches(at) and c.through.endswith(through)]


def test_the_others_are_not_joined_with_anybody(seeds):
    assert [set(o.articles) for o in seeds.found.origins] == [{1, 3}]


def test_a_claim_that_rests_on_the_president_alone_has_no_independent_origin(seeds):
    claims = seeds.claims((0, 3, "very good chance"), (2, 2, "very good chance"))
    assert claims
    assert {c.origins for c in claims} == {0}
    assert all("0 independent origins" in c.origins_say for c in claims)


# Claims


def test_the_encirclement_is_told_as_fact_by_one(seeds):
    fact = (2, 1, "surrounded by Russian forces")
    claims = seeds.claims(fact, (4, 5, "surrounded"))
    assert claims
    claim = claims[0]
    assert Flag.VOICE_LEAK in claim.flags
    assert {m.place.article for m in claim.members if m.leaks} == {2}
    assert all(m.voice is Voice.OUTLET for m in claim.members if m.leaks)


def test_the_denial_is_missing_in_the_outlet_that_tells_it_as_fact(seeds):
    held = [c for c in seeds.claims((4, 5, "surrounded")) if Flag.MISSING_COUNTER_CLAIM in c.flags]
    assert held
    assert held[0].missing == (2,)
    assert {p.article for p in held[0].denied_by} >= {0, 4}


# Conflicts


def test_who_spoke_to_putin_is_asked(seeds):
    envoy = (0, 4, "Steve Witkoff")
    told = seeds.conflicts(envoy, (1, 1, "conversation")) or seeds.conflicts(envoy, (2, 1, "spoken to"))
    assert told
    assert told[0].kind is ConflictKind.WHO
    assert "Putin" in told[0].question
    values = {a.place.article: a.value for a in told[0].members}
    assert "Witkoff" in values[0]
    assert any("Trump" in value for article, value in values.items() if article in (1, 2))


def test_whether_they_are_encircled_is_asked(seeds):
    told = [(2, 1, "surrounded by Russian"), (2, 2, "COMPLETELY SURROUNDED"), (3, 23, "COMPLETELY SURROUNDED")]
    asked = [c for denied in DENIED for fact in told for c in seeds.conflicts(denied, fact)]
    assert asked
    assert {c.kind for c in asked} == {ConflictKind.WHETHER}


RUSSIA = [
    (0, 13, "agreed in principle"),
    (1, 11, "rejected an immediate ceasefire"),
    (1, 13, "in theory accepted"),
    (2, 3, "did not agree to"),
    (2, 3, "supports a ceasefire deal"),
    (3, 7, "didn’t support"),
    (4, 3, "has yet to formally agree"),
]


def test_whether_russia_accepted_is_asked(seeds):
    asked = [c for c in seeds.found.conflicts if c.kind in (ConflictKind.WHETHER, ConflictKind.COMMITMENT)]
    outlets = [{stretch[0] for stretch in RUSSIA if c in seeds.conflicts(stretch)} for c in asked]
    assert max(map(len, outlets), default=0) >= 2


def test_last_summer_august_and_last_year_agree(seeds):
    dates = [(0, 6, "last summer"), (2, 1, "August 2024"), (2, 8, "last year"), (3, 22, "last year")]
    assert not [c.question for stretch in dates for c in seeds.conflicts(stretch)]
    assert not [c.question for c in seeds.found.conflicts if c.kind is ConflictKind.WHEN]


def test_spellings_are_no_conflict(seeds):
    values = [
        a.value.lower()
        for c in seeds.found.conflicts
        if c.kind in (ConflictKind.WHERE, ConflictKind.WHO)
        for a in c.members
    ]
    assert not [v for v in values if v in {"kyiv", "kiev", "zelensky", "zelenskyy"}]
    assert not [c.question for c in seeds.found.conflicts if c.kind in (ConflictKind.WHERE, ConflictKind.HOW_MANY)]


def test_a_conflict_is_worded_as_a_question_and_every_answer_has_its_paragraph(seeds):
    assert seeds.found.conflicts
    for conflict in seeds.found.conflicts:
        assert conflict.question.endswith("?")
        assert len({a.value for a in conflict.members}) > 1
        for answer in conflict.members:
            copy = seeds.story.copies[answer.place.article]
            span = next(p for p in copy.paragraphs if p.number == answer.paragraph)
            assert span.start <= answer.place.start < span.end


# Names and verbs


def naming(seeds, word):
    return next(n for n in seeds.found.names if word in n.person)


def test_dictator_is_what_one_outlet_calls_him(seeds):
    used = [u for u in naming(seeds, "Zelensky").used if "Dictator" in u.text]
    assert used
    assert {u.article for u in used} == {2}
    assert sum(u.count for u in used) == 2


def test_kiev_and_kyiv_are_one_city_spelt_by_outlet(seeds):
    used = naming(seeds, "Ky" if any("Kyiv" in n.person for n in seeds.found.names) else "Kiev").used
    assert {u.article for u in used if u.text == "Kiev"} == {2}
    assert {u.article for u in used if u.text == "Kyiv"} >= {0, 3}


def test_zelensky_is_one_person_however_he_is_spelt(seeds):
    assert len([n for n in seeds.found.names if "Zelensk" in n.person]) == 1
    assert {u.article for u in naming(seeds, "Zelensk").used} == {0, 1, 2, 3, 4}


def test_the_verbs_for_the_president_s_words_differ_from_noted_to_claimed(seeds):
    verbs = {(v.article, v.text): v.scale for v in naming(seeds, "Trump").verbs}
    assert verbs[1, "noted"] is Scale.FACTIVE
    assert verbs[4, "claimed"] is Scale.DOUBTING
    assert verbs[2, "confirmed"] is Scale.FACTIVE
    assert {scale for (_, text), scale in verbs.items() if text in ("said", "wrote", "added")} == {Scale.NEUTRAL}
