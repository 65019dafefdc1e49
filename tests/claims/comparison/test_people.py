"""Who is meant by a name across articles, by name alone."""

import pytest

from claims.comparison.copies import Copy
from claims.comparison.people import people_across
from claims.language.spans import Claim, Stance, Voice


def meant(*names: str) -> dict[str, str]:
    claims = tuple(Claim(0, 1, "x", name, Voice.ATTRIBUTED, Stance.ASSERTS, 0.5) for name in names)
    return dict(people_across([Copy("a", "x", (), (), claims)]))


@pytest.mark.parametrize(
    "names",
    [
        ("Ada B. Brandt", "Ada Brandt"),
        ("Ada Brandt", "Brandt"),
        ("Bob Calder", "Robert Calder"),
        ("Volodymyr Orlenko", "Vladimir Orlenko"),
        ("Harbour Board spokesman Karl Orr", "Karl Orr"),
        ("Orsinian President Ada Brandt", "Brandt"),
        ("Mayor Ines Calder", "Ines Calder"),
        ("Ada Zelanski", "Ada Zelanskyy"),
    ],
)
def test_spellings_of_one_person_meet(names):
    assert len(set(meant(*names).values())) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Ada Brandt", "Karl Brandt"),
        ("Ada B. Brandt", "Ada C. Brandt"),
        ("Karl Orr", "Karl Orr Jr."),
        ("Ada Brandt", "Ada Orr"),
        ("Karl Orr", "Harbour Board"),
    ],
)
def test_two_people_stay_two(names):
    assert len(set(meant(*names).values())) == 2


def test_a_surname_that_two_bear_stays_itself():
    assert meant("Ada Brandt", "Karl Brandt", "Brandt")["Brandt"] == "Brandt"


def test_a_surname_alone_is_the_father_s_where_the_son_bears_junior():
    assert meant("Karl Orr", "Karl Orr Jr.", "Orr")["Orr"] == "Karl Orr"


def test_a_name_that_could_be_either_of_two_joins_neither():
    found = meant("J. Ada Brandt", "Ada B. Brandt", "Ada C. Brandt", "Ada Brandt")
    assert found["Ada B. Brandt"] != found["Ada C. Brandt"]


def test_groups_of_people_are_nobody_s_name():
    assert "Some Republicans" not in meant("Some Republicans", "Republicans")


def test_the_commonest_spelling_is_shown():
    assert meant("Ada B. Brandt", "Ada Brandt") in (
        {"Ada B. Brandt": "Ada B. Brandt", "Ada Brandt": "Ada B. Brandt"},
        {"Ada B. Brandt": "Ada Brandt", "Ada Brandt": "Ada Brandt"},
    )
