"""How far somebody is said to have gone."""

import pytest

from claims.comparison.claimed.commitment import Rung, ladders_of
from tests.claims.comparison.made import story, words_at


def ladders(**texts):
    made = story(texts)
    return made, ladders_of(made)


@pytest.mark.parametrize(
    ("sentence", "rung"),
    [
        ("Velmar rejected the truce.", Rung.REJECTED),
        ("Velmar refused to sign the truce.", Rung.REJECTED),
        ("Velmar has yet to formally accept the truce.", Rung.NOT_AGREED),
        ("Velmar did not agree to the truce.", Rung.NOT_AGREED),
        ("Velmar is open to a truce.", Rung.OPEN),
        ("Velmar agreed in principle to the truce.", Rung.IN_PRINCIPLE),
        ("Velmar in theory accepted the truce.", Rung.IN_PRINCIPLE),
        ("Velmar supports the truce.", Rung.SUPPORTS),
    ],
)
def test_words_of_commitment_are_steps_of_one_ladder(sentence, rung):
    made, (ladder,) = ladders(Post=sentence, Mail="Velmar accepted the truce.")
    assert {made.copies[s.place.article].outlet: s.rung for s in ladder.steps} == {"Post": rung, "Mail": Rung.ACCEPTED}
    assert rung < Rung.ACCEPTED
    assert words_at(made, ladder.steps[0].place).strip(".") in sentence


def test_a_leader_and_the_land_are_one_actor():
    _, (ladder,) = ladders(
        Post="Velmar’s president, Ivo Kest, spoke on Monday. Velmar President Ivo Kest said he supports the truce.",
        Mail="Velmar rejected the truce.",
    )
    assert {s.rung for s in ladder.steps} == {Rung.SUPPORTS, Rung.REJECTED}


@pytest.mark.parametrize(
    "sentence",
    [
        "Voss said that if Velmar accepted the truce, the shelling would end.",
        "Diplomats urged Velmar to accept the truce.",
        "Velmar had previously accepted the truce.",
        "Orr asked whether Velmar accepted the truce.",
    ],
)
def test_what_is_wished_feared_or_past_is_no_step(sentence):
    assert ladders(Post=sentence, Mail="Velmar rejected the truce.")[1] == ()


def test_different_actors_and_different_objects_are_no_ladder():
    assert ladders(Post="Velmar accepted the truce.", Mail="Orstrand rejected the truce.")[1] == ()
    assert ladders(Post="Velmar accepted the truce.", Mail="Velmar rejected the tariffs.")[1] == ()


def test_one_step_in_every_outlet_is_no_question():
    assert ladders(Post="Velmar accepted the truce.", Mail="Velmar has accepted the truce.")[1] == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Velmar didn’t back away from the truce.", "Velmar supports the truce."),
        ("Velmar opposes the strike, a blow to the fishing campaign.", "Velmar supports the fishing campaign."),
        ("Velmar supports the levy and her decision to open the quarry.", "Velmar rejected the quarry."),
    ],
)
def test_what_only_stands_in_the_same_sentence_is_not_what_was_agreed_to(one, other):
    assert ladders(Post=one, Mail=other)[1] == ()


def test_a_ladder_names_its_object_in_the_article_s_words():
    _, (ladder,) = ladders(
        Post="Velmar supports the fishing techniques.", Mail="Velmar rejected the fishing techniques."
    )
    assert ladder.about in ("fishing", "techniques")
