"""Claims across outlets, on one invented story read by the real engine."""

from dataclasses import replace

import pytest

from claims.comparison.claimed.appearing import claims_of
from claims.comparison.decisions import About
from claims.comparison.found import Flag
from claims.comparison.quoted.utterances import utterances_of
from claims.language.encoder import weights
from claims.language.spans import Stance, Voice
from tests.claims.comparison.made import joined, parted, place, story, words_at

POST = """Opposition leader Mara Voss said on Tuesday that the eastern wall of the Halden dam had cracked.

The operator, Norwater, dismissed the claim as false. Norwater said no crack had been found in the eastern wall.

Voss said the valley's 4,000 people had a right to know."""
MAIL = """Mara Voss claimed that the eastern wall of the Halden dam was cracked, and asked the council to act.

The county's inspectors denied that the eastern wall had cracked. “There is no crack in that wall,” said Jonas Brandt, who leads them.

The dam was built in 1961."""
TIDE = """Villagers below the Halden dam packed their cars on Tuesday.

The eastern wall of the Halden dam has cracked. Nobody has told the villagers how long they have.

“The valley's people have a right to know,” Mara Voss said."""
HERALD = """The eastern wall of the Halden dam has cracked, opposition leader Mara Voss told reporters on Tuesday.

She said the reservoir had been kept too full all summer. The dam was built in 1961."""
FOUR = {"Post": POST, "Mail": MAIL, "Tide": TIDE, "Herald": HERALD}
CRACKED = "the eastern wall of the Halden dam had cracked"
AS_FACT = "The eastern wall of the Halden dam has cracked"


def found_in(texts, **kwargs):
    made = story(texts, **kwargs)
    return made, claims_of(made, (), ())


def the_one_about(claims, made, words):
    return next(c for c in claims if any(words in words_at(made, m.place) for m in c.members))


@pytest.fixture(scope="module")
def dam():
    return found_in(FOUR)


@pytest.fixture(scope="module")
def crack(dam):
    made, claims = dam
    return the_one_about(claims, made, CRACKED)


def outlets(made, numbers):
    return {made.copies[number].outlet for number in numbers}


def test_one_claim_is_found_in_every_outlet_that_gives_it(dam, crack):
    assert outlets(dam[0], {m.place.article for m in crack.members}) == {"Post", "Mail", "Tide", "Herald"}
    assert crack.claimant == "Mara Voss"


def test_a_denial_is_of_the_same_claim_and_never_agrees_with_it(dam, crack):
    denying = {m.claimant for m in crack.members if m.stance is Stance.DENIES}
    assert denying >= {"Norwater"}
    assert "Mara Voss" not in denying
    assert outlets(dam[0], {m.place.article for m in crack.members if m.stance is Stance.DENIES}) == {"Post", "Mail"}


def test_what_the_others_attribute_and_one_tells_as_fact_leaks(dam, crack):
    leaks = [m for m in crack.members if m.leaks]
    assert Flag.VOICE_LEAK in crack.flags
    assert [words_at(dam[0], m.place) for m in leaks] == [AS_FACT + "."]
    assert {m.voice for m in leaks} == {Voice.OUTLET}
    assert "told as fact" in crack.reason


def test_the_denial_is_missing_where_two_origins_deny_and_the_outlet_does_not_say_so(dam, crack):
    assert Flag.MISSING_COUNTER_CLAIM in crack.flags
    assert outlets(dam[0], crack.missing) == {"Tide", "Herald"}
    assert outlets(dam[0], {p.article for p in crack.denied_by}) == {"Post", "Mail"}
    assert "not found in" in crack.reason


def test_what_one_person_says_in_every_outlet_has_no_independent_origin():
    _, claims = found_in({"Post": POST, "Herald": HERALD, "Mail": MAIL})
    claim = next(c for c in claims if c.claimant == "Mara Voss")
    assert claim.origins == 0
    assert "0 independent origins" in claim.origins_say


def test_what_outlets_tell_in_their_own_voice_has_an_origin_each(dam):
    made, claims = dam
    built = the_one_about(claims, made, "built in 1961")
    assert built.origins == 2
    assert built.claimant is None
    assert not built.flags


def test_the_text_of_a_claim_is_a_whole_sentence_that_asserts_it(crack):
    assert "cracked" in crack.text
    assert not crack.text.startswith(("no ", "There is no"))


def test_every_member_stands_where_its_place_says(dam):
    made, claims = dam
    for claim in claims:
        assert list(claim.members) == sorted(claim.members, key=lambda m: m.place)
        for member in claim.members:
            copy = made.copies[member.place.article]
            paragraph = next(p for p in copy.paragraphs if p.number == member.paragraph)
            assert paragraph.start <= member.place.start < member.place.end <= paragraph.end
            assert 0 <= member.score <= 1


def test_other_numbers_are_not_the_same_claim():
    _, claims = found_in(
        {
            "Post": "The council's clerk, Ada Orr, said the repairs would cost 4 million crowns.",
            "Mail": "The council's treasurer, Karl Stone, said 90 workers would lose their places at the yard.",
        }
    )
    assert claims == ()


def test_places_that_staff_parted_are_not_joined_again():
    made, claims = found_in(FOUR)
    one, other = place(made, "Post", CRACKED), place(made, "Herald", AS_FACT)
    assert any(
        {m.place.article for m in c.members} >= {one.article, other.article}
        for c in claims
        if any(m.place.is_near(one) for m in c.members)
    )
    made, claims = found_in(FOUR, decisions=parted(About.CLAIM, one, other))
    held = [{n for n, p in enumerate((one, other)) if any(m.place.is_near(p) for m in c.members)} for c in claims]
    assert {0, 1} not in held


def test_places_that_staff_joined_are_one_claim():
    texts = {
        "Post": "Mara Voss said the valley was being lied to.",
        "Mail": "The reservoir is fuller than in any summer since 1961, the county said.",
    }
    made, claims = found_in(texts)
    assert claims == ()
    one, other = place(made, "Post", "the valley was being lied to"), place(made, "Mail", "The reservoir is fuller")
    ends = place(made, "Mail", "The reservoir is fuller than in any summer since 1961")
    made, claims = found_in(texts, decisions=joined(About.CLAIM, one, ends))
    assert [{m.place.article for m in c.members} for c in claims] == [{0, 1}]
    assert any(m.place.touches(other) for m in claims[0].members)


def test_a_rejected_missing_counter_claim_does_not_come_back(dam, crack):
    made, _ = dam
    tide = next(n for n in crack.missing if made.copies[n].outlet == "Tide")
    given = [m.place for m in crack.members if m.place.article == tide]
    pairs = tuple(pair for g in given for d in crack.denied_by for pair in parted(About.COUNTER_CLAIM, g, d).parted)
    decided = parted(About.COUNTER_CLAIM, given[0], crack.denied_by[0])
    made, claims = found_in(FOUR, decisions=type(decided)(parted=pairs))
    assert outlets(made, the_one_about(claims, made, CRACKED).missing) == {"Herald"}


def test_how_far_somebody_went_is_one_ladder():
    made, claims = found_in(
        {
            "Post": "Velmar's president, Ivo Kest, said he agreed in principle to the truce.",
            "Mail": "Velmar President Ivo Kest rejected the truce on Monday.",
            "Tide": "Velmar has yet to accept the truce, diplomats said.",
        }
    )
    ladder = next(c for c in claims if Flag.COMMITMENT in c.flags)
    stances = {made.copies[m.place.article].outlet: m.stance for m in ladder.members}
    assert stances == {"Post": Stance.ASSERTS, "Mail": Stance.DENIES, "Tide": Stance.DENIES}
    assert "agreed in principle" in ladder.reason


@pytest.mark.parametrize(
    ("post", "mail"),
    [
        (
            "Mara Voss said Jonas Brandt is a “fool,” a “liar” and a “cheat.”",
            "“You aren't just a fool, you are a liar and a cheat,” Mara Voss wrote to Jonas Brandt.",
        ),
        (
            "“But I’m working for you now. I’m not working for the harbour,” Mara Voss said.",
            "Mara Voss said it. “But I’m working for you now,” Voss said. “I’m not working for the harbour.”",
        ),
    ],
)
def test_nobody_denies_what_they_claim_themselves(post, mail):
    made = story({"Post": post, "Mail": mail})
    claims = claims_of(made, (), utterances_of(made))
    assert claims
    assert {m.stance for c in claims for m in c.members} == {Stance.ASSERTS}


def test_she_inside_somebody_s_marks_is_not_who_speaks():
    words = "“Ada Orr’s been in the room; she was part of those harbour decisions,” Jonas Brandt said."
    _, claims = found_in({"Post": words, "Mail": f"On Monday Jonas Brandt spoke. {words}"})
    assert any("part of those" in c.text for c in claims)
    assert not any("Brandt" in c.text for c in claims)


def test_a_surname_and_a_full_name_are_one_claimant():
    words = "The eastern wall of the Halden dam has cracked"
    texts = {"Post": f"“{words},” Mara Voss said.", "Mail": f"Voss said it. “{words},” Voss said."}
    made = story(texts)
    apart = replace(made, people={**made.people, "Voss": "Voss"})  # another Voss is about
    (claim,) = [c for c in claims_of(apart, (), ()) if len(c.members) > 1]
    assert {m.claimant for m in claim.members} == {"Mara Voss", "Voss"}
    assert claim.claimant == "Mara Voss"
    assert claim.origins == 0


def test_two_articles_of_one_outlet_are_no_claim_across_outlets():
    texts = {
        "Post": "The old bridge over the Orven was built in 1961.",
        "Mail": "The Orven's old bridge was built in 1961.",
    }
    made, claims = found_in(texts)
    assert len(claims) == 1
    assert "in 2 outlets" in claims[0].reason
    one = replace(made, copies=tuple(replace(copy, outlet="Post") for copy in made.copies))
    assert claims_of(one, (), ()) == ()


@pytest.mark.parametrize("texts", [{}, {"Post": POST}, {"Post": "", "Mail": ""}])
def test_a_story_without_two_articles_that_say_something_has_no_claims(texts):
    assert found_in(texts)[1] == ()


def test_the_same_story_gives_the_same_claims_twice(dam):
    assert claims_of(dam[0], (), ()) == dam[1]


def test_without_the_trained_weights_equal_words_still_meet(monkeypatch, tmp_path, dam):
    made, _ = dam
    monkeypatch.setenv("NEWSDESK_WEIGHTS", str(tmp_path))
    weights.forget()
    try:
        claims = claims_of(made, (), ())
        assert outlets(made, {m.place.article for m in the_one_about(claims, made, CRACKED).members}) >= {
            "Post",
            "Tide",
        }
    finally:
        weights.forget()
