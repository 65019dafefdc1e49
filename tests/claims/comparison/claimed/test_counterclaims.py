"""A denial that two origins make and an outlet does not give."""

from claims.comparison.claimed.appearing import claims_of
from claims.comparison.found import Flag
from tests.claims.comparison.made import story

SAID = "Mara Voss said hundreds of villagers were trapped in Orven."
ARMY = "The army denied that villagers were trapped in Orven."
MAYOR = "“No villagers are trapped in Orven,” said the mayor, Jonas Brandt."


def missing(**texts):
    made = story(texts)
    claim = next(c for c in claims_of(made, (), ()) if "trapped" in c.text)
    assert (Flag.MISSING_COUNTER_CLAIM in claim.flags) is bool(claim.missing)
    return {made.copies[number].outlet for number in claim.missing}


def test_two_origins_deny_and_one_outlet_does_not_say_so():
    assert missing(Post=f"{SAID} {ARMY}", Mail=f"{SAID} {MAYOR}", Tide=SAID) == {"Tide"}


def test_one_origin_is_not_enough_however_many_outlets_have_it():
    assert missing(Post=f"{SAID} {ARMY}", Mail=f"{SAID} {ARMY}", Tide=SAID) == set()


def test_a_denial_further_down_is_not_missing():
    late = f"{SAID}\n\nIt rained all week in the valley.\n\nThe army has denied that anybody was trapped."
    assert missing(Post=f"{SAID} {ARMY}", Mail=f"{SAID} {MAYOR}", Tide=late) == set()


def test_whoever_does_not_give_the_claim_misses_no_denial():
    other = "It rained all week in the valley, and the ferry to Orven did not run."
    assert missing(Post=f"{SAID} {ARMY}", Mail=f"{SAID} {MAYOR}", Tide=other) == set()
