"""What the articles state, one by one."""

from claims.comparison.claimed.statements import statements_of
from claims.language.spans import Stance, Voice
from tests.claims.comparison.made import story


def stated(text):
    made = story({"Post": text})
    found = statements_of(made)
    assert all(made.copies[0].text[s.start : s.end] == s.text for s in found)
    return found


def the_one(found, words):
    return min((s for s in found if words in s.said), key=lambda s: len(s.said))


def test_what_is_presumed_inside_a_request_is_the_outlet_s_own():
    found = stated("Mara Voss urged the county to help the villagers who are trapped by the flood in Orven.")
    presumed = the_one(found, "villagers are trapped by the flood")
    assert presumed.voice is Voice.OUTLET
    assert presumed.claimant is None


def test_what_stands_under_he_said_stays_his():
    found = stated("Mara Voss asked the county to help villagers who she said were trapped by the flood in Orven.")
    assert the_one(found, "villagers were trapped by the flood").voice is Voice.ATTRIBUTED


def test_what_stands_in_marks_is_never_the_outlet_s():
    found = stated("Mara Voss asked the county to help “the villagers who are trapped by the flood in Orven”.")
    assert {s.voice for s in found if "trapped" in s.said} == {Voice.ATTRIBUTED}


def test_a_word_in_marks_before_its_noun_states_something():
    found = stated('Mara Voss asked the county to help the "completely trapped" villagers of Orven.')
    assert the_one(found, "are completely trapped").voice is Voice.ATTRIBUTED


def test_a_claim_that_begins_with_its_verb_gets_what_it_is_about():
    found = stated(
        'The county was told of the villagers, who Mara Voss claimed were "completely trapped" by the flood.'
    )
    assert any(s.said.startswith("villagers were") or "villagers were" in s.said for s in found)


def test_what_two_halves_state_are_two_statements():
    text = "“The water has begun to fall — but the road to Orven is still under two metres of mud,” Mara Voss said."
    said = [s.text for s in stated(text)]
    assert any(t.startswith("The water has begun to fall") and "road" not in t for t in said)
    assert any(t.startswith("the road to Orven") for t in said)
    assert not any("fall — but" in t for t in said)


def test_whoever_does_not_know_of_something_doubts_it():
    found = stated("Pilots who flew over the valley haven’t noted a breach of that size in the dam.")
    doubt = the_one(found, "breach of that size")
    assert doubt.stance is Stance.DOUBTS or "noted" in doubt.said


def test_a_pronoun_stands_for_whoever_is_reported_to_speak():
    found = stated("Mara Voss said she would support the new dam.")
    assert any(s.said.startswith("Voss would support") for s in found)


def test_an_article_without_words_states_nothing():
    assert statements_of(story({"Post": ""})) == []
