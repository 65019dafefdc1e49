"""What each outlet calls people and places, and how it reports their words; where the outlets differ comes first."""

from pathlib import Path

import pytest

from claims.comparison.decisions import Place
from claims.comparison.found import Change, Difference, Scale, Utterance, Variant
from claims.comparison.named.naming import names_of
from claims.comparison.named.verbs import scale_of
from claims.comparison.reading import copy_of, story_of
from claims.language.lexicon import default
from tests.claims.comparison import made

SEEDS = Path(__file__).parents[5] / "shared/seeds"

MAYOR = {
    "Post": "Mayor Teodor Vask closed the bridge in Kiev Street.\n\nVask said that the bridge was safe. "
    "The mayor spoke in Tollmouth, not in Kiev.",
    "Mail": "The strongman mayor, Teodor Vask, closed the bridge.\n\nVask claimed that the bridge was safe. He was in Kyiv.",
    "News": "Dictator Teodor Vask shut the bridge on Monday.\n\n“Vask is a tyrant,” said Odile Harrow, who was in Kyiv. "
    "The dictator admitted that the bridge was safe.",
}


def forms(naming, article):
    return {row.text: row.count for row in naming.used if row.article == article}


def named(story, person):
    return next((naming for naming in names_of(story, ()) if naming.person == person), None)


@pytest.fixture(scope="module")
def mayor():
    return made.story(MAYOR)


def test_titles_names_roles_and_epithets_are_counted_outlet_by_outlet(mayor):
    vask = named(mayor, "Teodor Vask")
    assert forms(vask, 0) == {"Mayor Teodor Vask": 1, "Vask": 1, "the mayor": 1}
    assert forms(vask, 1).keys() >= {"Teodor Vask", "Vask"}
    assert forms(vask, 2) == {"Dictator Teodor Vask": 1, "the dictator": 1}


@pytest.mark.parametrize(
    ("text", "calling"),
    [
        ("The strongman mayor, Teodor Vask, closed it.", "the strongman mayor"),
        ("Tollmouth’s strongman mayor, Teodor Vask, closed it.", "strongman mayor"),
        ("Teodor Vask, the strongman mayor, closed it.", "the strongman mayor"),
        ("Teodor Vask, the union's firebrand secretary, closed it.", "the union's firebrand secretary"),
        ("Teodor Vask, the activist chemist behind the report, closed it.", "the activist chemist"),
        ("It leaves disgraced water boss Teodor Vask alone.", "disgraced water boss Teodor Vask"),
    ],
)
def test_an_epithet_is_read_before_and_behind_the_name(text, calling):
    story = made.story({"Post": f"{text} Mayor Teodor Vask stayed.", "Mail": "Mayor Teodor Vask closed the bridge."})
    used = set(forms(named(story, "Teodor Vask"), 0)) - {"Teodor Vask", "Mayor Teodor Vask"}
    assert used == {calling}


def test_words_inside_quotation_marks_are_not_the_outlets(mayor):
    assert "Vask" not in forms(named(mayor, "Teodor Vask"), 2)


def test_the_first_place_is_where_the_words_stand(mayor):
    for naming in names_of(mayor, ()):
        for row in naming.used:
            said = mayor.copies[row.article].text[row.place.start : row.place.end]
            assert " ".join(said.split()).lower() == row.text.lower()
            assert row.place.article == row.article


def test_a_place_with_two_names_is_listed_where_outlets_differ_and_not_otherwise(mayor):
    kyiv = named(mayor, "Kyiv/Kiev")
    assert (forms(kyiv, 0), forms(kyiv, 1), forms(kyiv, 2)) == ({"Kiev": 2}, {"Kyiv": 1}, {"Kyiv": 1})
    same = made.story({"Post": "Ada Brandt flew to Kyiv.", "Mail": "Ada Brandt was in Kyiv on Monday."})
    assert [naming.person for naming in names_of(same, ())] == ["Ada Brandt"]


def test_who_is_called_names_by_one_outlet_alone_comes_first(mayor):
    assert names_of(mayor, ())[0].person == "Teodor Vask"


def test_somebody_named_by_one_outlet_only_is_left_out(mayor):
    assert named(mayor, "Odile Harrow") is None


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("Volodymyr Zarenko", "Vladimir Zarenko", True),
        ("Anton Zarensky", "Anton Zarenskyy", True),
        ("Bob Zarenko", "Robert Zarenko", True),
        ("Mary Zarenko", "Liz Zarenko", False),
    ],
)
def test_spellings_of_one_name_are_one_person_and_sisters_are_two(one, other, are_one):
    story = made.story(
        {"Post": f"President {one} left for the coast.", "Mail": f"President {other} left for the coast."}
    )
    assert [len({row.article for row in naming.used}) for naming in names_of(story, ())] == ([2] if are_one else [])


def test_each_outlets_verb_for_one_utterance_stands_on_the_scale(mayor):
    members = tuple(
        Variant(
            Place(n, quote.start, quote.end), quote.text, 2, "Teodor Vask", quote.cue.text, (), False,
            (Difference(Change.SAME, quote.start, quote.end),),
        )
        for n, copy in enumerate(mayor.copies)
        for quote in copy.quotes
        if quote.cue and "safe" in quote.text
    )  # fmt: skip
    utterance = Utterance("Teodor Vask", members, 0, (), 1.0, "the same words")
    verbs = next(n for n in names_of(mayor, (utterance,)) if n.person == "Teodor Vask").verbs
    assert {(v.article, v.text, v.scale, v.utterance) for v in verbs if v.utterance == 0} == {
        (0, "said", Scale.NEUTRAL, 0),
        (1, "claimed", Scale.DOUBTING, 0),
        (2, "admitted", Scale.FACTIVE, 0),
    }
    for verb in verbs:
        assert mayor.copies[verb.article].text[verb.place.start : verb.place.end] == verb.text


def test_without_utterances_only_verbs_that_take_a_stand_are_given(mayor):
    verbs = named(mayor, "Teodor Vask").verbs
    assert {(v.article, v.text, v.scale) for v in verbs} == {
        (1, "claimed", Scale.DOUBTING),
        (2, "admitted", Scale.FACTIVE),
    }


@pytest.mark.parametrize(
    ("cue", "scale"),
    [
        ("said", Scale.NEUTRAL),
        ("has claimed", Scale.DOUBTING),
        ("falsely said", Scale.DOUBTING),
        ("insists", Scale.DOUBTING),
        ("admitted in a statement", Scale.FACTIVE),
        ("pointed out", Scale.FACTIVE),
        ("realised", Scale.FACTIVE),
        ("refused to confirm", Scale.NEUTRAL),
        ("did not acknowledge", Scale.NEUTRAL),
        ("didn’t admit", Scale.NEUTRAL),
        ("denied", Scale.NEUTRAL),
        ("said it confirmed", Scale.NEUTRAL),
        ("according to", Scale.NEUTRAL),
        ("", Scale.NEUTRAL),
        (None, Scale.NEUTRAL),
    ],
)
def test_where_a_cue_stands_on_the_scale(cue, scale):
    assert scale_of(cue) is scale


@pytest.mark.parametrize("entry", [e for e in default().entries if e.note.startswith(("takes what", "casts doubt"))])
def test_the_scale_and_the_wording_lists_never_say_the_contrary(entry):
    contrary = Scale.DOUBTING if entry.note.startswith("takes") else Scale.FACTIVE
    assert scale_of(entry.words) is not contrary


def test_a_story_of_one_article_or_of_nothing_has_no_names_to_compare():
    assert names_of(story_of(()), ()) == ()
    assert names_of(made.story({"Post": MAYOR["Post"]}), ()) == ()
    assert names_of(made.story({"Post": "…", "Mail": ""}), ()) == ()


@pytest.mark.skipif(not SEEDS.exists(), reason="the folder ../shared/seeds is not here")
def test_in_the_seeds_one_outlet_says_dictator_and_two_spell_the_capital_as_others_do_not():
    paths = sorted(SEEDS.glob("*.txt"))
    story = story_of(tuple(copy_of(path.name, path.read_text(encoding="utf8")) for path in paths))
    found = {naming.person: naming for naming in names_of(story, ())}
    zelensky = next(naming for person, naming in found.items() if person.startswith("Volodymyr Zelensk"))
    assert {row.article for row in zelensky.used if "Dictator" in row.text} == {2}
    assert {row.article for row in zelensky.used if "Zelenskyy" in row.text} == {0}
    assert {row.article for row in zelensky.used} == {0, 1, 2, 3, 4}
    assert {row.article for row in found["Kyiv/Kiev"].used if row.text == "Kiev"} == {2}
    assert {row.article for row in found["Kyiv/Kiev"].used if row.text == "Kyiv"} == {0, 3}
    assert names_of(story, ())[0].person == zelensky.person


def test_a_role_that_the_article_never_gave_somebody_is_not_taken_for_their_name():
    story = made.story(
        {
            "Post": "The lawyer Karl Orr left for Norlund. The special counsel said nothing. Orr is a lawyer.",
            "Mail": "Harbour Office spokesman Karl Orr left for Norlund.",
        }
    )
    orr = named(story, "Karl Orr")
    assert "the special counsel" not in forms(orr, 0)
    assert forms(orr, 1) == {"Harbour Office spokesman Karl Orr": 1}


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Hillary Voss Slams Donald Orr\n\nHillary Voss met Donald Orr.", {"Donald Orr": 2}),
        ("Telling Donald Orr\n\nDonald Orr left.", {"Donald Orr": 2}),
        ("Secretary of State Donald Orr met the crews.", {"Secretary of State Donald Orr": 1}),
        ("Former Orr adviser Mara Voss spoke. Donald Orr left.", {"Donald Orr": 1}),
        (
            "Donald Orr left. The presumptive Republican presidential nominee, Donald Orr, was late.",
            {"Donald Orr": 2, "the presumptive Republican presidential nominee": 1},
        ),
        ("White House Press Secretary Donald Orr left.", {"White House Press Secretary Donald Orr": 1}),
    ],
)
def test_a_verb_in_a_headline_is_no_part_of_a_name_and_an_office_is_told_whole(sentence, shown):
    story = made.story({"Post": sentence, "Mail": "Donald Orr spoke."})
    assert forms(named(story, "Donald Orr"), 0) == shown


def test_other_initials_are_another_person():
    story = made.story(
        {
            "Post": "George H.W. Stone spoke.",
            "Mail": "George W. Stone was angry.",
            "News": "President George W. Stone and Mara Voss met.",
        }
    )
    assert {row.text for row in named(story, "George W. Stone").used} == {
        "George W. Stone",
        "President George W. Stone",
    }


@pytest.mark.parametrize(
    "said",
    [
        "Donald Orr would know that the harbour was shut.",
        "Donald Orr realized that he was late for the harbour.",
        "Donald Orr must prove that he can lead the harbour.",
    ],
)
def test_what_nobody_said_has_no_reporting_verb(said):
    story = made.story({"Post": said, "Mail": "Donald Orr admitted that the harbour was shut."})
    assert {verb.article for verb in named(story, "Donald Orr").verbs} == {1}
