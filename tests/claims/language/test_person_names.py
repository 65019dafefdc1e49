"""Which names fold together, and which are somebody's at all."""

import pytest

from claims.language.person_names import PersonKind, name_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", True),
        ("Volodymyr Zelenskiy", "VOLODYMYR ZELENSKYI", True),
        ("Jürgen Möller", "Jurgen Moller", True),
        ("Łukasz Żak", "Lukasz Zak", True),
        ("Síle O’Dowd", "Sile O'Dowd", True),
        ("Mayor Ines Calder", "Ines Calder", True),
        ("Deputy Mayor Ines Calder", "Ines Calder", True),
        ("Dr. Ines Calder", "ines calder’s friend Ines Calder", False),
        ("Hassan al-Vareki", "Hassan Vareki", True),
        ("Do Min-seo", "Do Min Seo", True),
        ("Andrei Molin", "Andrey Molin", True),
        ("Mohamed Sall", "Muhammad Sall", True),
        ("Ada Brandt", "Karl Brandt", False),
        ("Ada Brandt", "Ada M. Brandt", False),
        ("Ada Brandt", "Ada Brandt Jr.", False),
        ("Henri Voss", "Henry Voss", False),
        ("Maria Toni", "Maria Tony", False),
        ("the Ministry of Works", "Ministry of Works", True),
        ("the N.R.A.", "the NRA", True),
        ("Ministry of Works", "Ministry of Trade", False),
    ],
)
def test_spellings_of_one_name_have_one_key_and_no_others_do(one: str, other: str, same: bool) -> None:
    first, second = name_of(one), name_of(other)
    assert first is not None
    assert (second is not None and first.key == second.key) is same


@pytest.mark.parametrize(
    "text",
    ["", "officials", "somebody unnamed", "the mayor", "President", "Attorney General", "Ada Brandt and Karl Orr",
     "the northern leader", "shopkeepers on Anchor Street", "“”", "…", "Brandt’s lawyer"],
)  # fmt: skip
def test_what_names_nobody_is_no_name(text: str) -> None:
    assert name_of(text) is None


@pytest.mark.parametrize(
    ("text", "shown", "is_full", "surname", "kind"),
    [
        ("President Brenn", "Brenn", False, "brenn", PersonKind.PERSON),
        ("K. Brenn", "K. Brenn", False, "brenn", PersonKind.PERSON),
        ("Karl Brenn Jr.", "Karl Brenn Jr.", True, "brenn", PersonKind.PERSON),
        ("van der Poel", "van der Poel", False, "poel", PersonKind.PERSON),
        ("Lise van der Poel", "Lise van der Poel", True, "poel", PersonKind.PERSON),
        ("the Citadel", "Citadel", True, "citadel", PersonKind.BODY),
        ("NFX", "NFX", True, "nfx", PersonKind.BODY),
        ("Harbour Council", "Harbour Council", True, "", PersonKind.BODY),
    ],
)
def test_a_name_is_full_or_a_surname(text: str, shown: str, is_full: bool, surname: str, kind: PersonKind) -> None:
    name = name_of(text)
    assert name is not None
    assert (name.shown, name.is_full, name.surname, name.kind) == (shown, is_full, surname, kind)


def test_the_longest_name_still_fits_its_column() -> None:
    name = name_of("ß" * 400 + " Ab")
    assert name is None or len(name.key) <= 300
