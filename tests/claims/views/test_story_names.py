"""What each outlet calls each person, and on which point of the scale its verb stands."""

from claims.comparison.decisions import About, Place
from claims.comparison.found import NameUsed, Naming, Scale, Utterance, Variant, VerbUsed
from claims.views.story_names import PersonNamed, people_named
from tests.claims.views.laid_out import columns, story_found, suggested

SAID = "The ferry will sail again, but not before June, unless the pier is mended"


def used(article: int, text: str, count: int = 1) -> NameUsed:
    return NameUsed(article, text, count, Place(article, 0, len(text)))


def verb(article: int, text: str, scale: Scale, utterance: int | None = 0) -> VerbUsed:
    return VerbUsed(article, text, scale, Place(article, 5, 9), utterance)


def people(*names: Naming) -> list[PersonNamed]:
    said = Variant(Place(0, 0, len(SAID)), SAID, 1, "Ilse Tarn", "said", (), True, ())
    utterance = suggested(Utterance("Ilse Tarn", (said,), 0, (), 1.0, ""), about=About.UTTERANCE, key="u0")
    return people_named(story_found(None, None, None, None, names=names, utterances=(utterance,)), columns())


def test_the_name_that_one_outlet_alone_uses_comes_first() -> None:
    names = (*(used(n, "Mayor Tarn", n + 1) for n in (0, 1, 2)), used(3, "the tyrant", 2))
    (person,) = people(Naming("Ilse Tarn", names))
    assert [(row.text, row.is_odd, row.outlets) for row in person.rows] == [
        ("the tyrant", True, 1),
        ("Mayor Tarn", False, 3),
    ]
    assert [cell.count for cell in person.rows[1].cells] == [1, 2, 3, 0]
    assert person.rows[0].only_in == "Quay Radio"


def test_apostrophes_of_another_form_make_no_other_name() -> None:
    names = (used(0, "the town's mayor"), used(1, "the town’s mayor", 2), used(1, "the town's mayor", 3))
    (row,) = people(Naming("Ilse Tarn", names))[0].rows
    assert [cell.count for cell in row.cells] == [1, 5, 0, 0]


def test_between_two_outlets_no_name_is_odd() -> None:
    (person,) = people(Naming("Ilse Tarn", (used(0, "Tarn"), used(1, "the mayor"))))
    assert not person.odd


def test_verbs_stand_on_three_points_by_utterance_with_the_outlets_that_chose_them() -> None:
    verbs = (
        verb(0, "said", Scale.NEUTRAL),
        verb(2, "Said", Scale.NEUTRAL),
        verb(1, "claimed", Scale.DOUBTING),
        verb(3, "admitted", Scale.FACTIVE),
    )
    (person,) = people(Naming("Ilse Tarn", (), verbs))
    (row,) = person.verbs
    assert row.title == "The ferry will sail again, but not before June, unless…"
    assert [(point, [(c.text, c.outlets) for c in chosen]) for point, chosen in row.points] == [
        ("factive", [("admitted", "Quay Radio")]),
        ("neutral", [("said", "The Harbour Post and The Island Wire")]),
        ("doubting", [("claimed", "Oxholm Courier")]),
    ]
    assert row.is_split


def test_verbs_of_no_utterance_or_a_rejected_one_stand_together_at_the_end() -> None:
    verbs = (verb(0, "said", Scale.NEUTRAL, None), verb(1, "said", Scale.NEUTRAL, 7), verb(1, "said", Scale.NEUTRAL, 0))
    (person,) = people(Naming("Ilse Tarn", (), verbs))
    assert [(row.anchor, len(row.neutral)) for row in person.verbs] == [("u0", 1), ("", 1)]


def test_people_on_whom_outlets_differ_come_first_and_those_without_anything_are_left_out() -> None:
    alike = Naming("Odo Vask", tuple(used(n, "Vask") for n in range(4)))
    odd = Naming("Ilse Tarn", (*(used(n, "Tarn") for n in range(3)), used(3, "the tyrant")))
    assert [person.person for person in people(alike, Naming("Nobody", ()), odd)] == ["Ilse Tarn", "Odo Vask"]
