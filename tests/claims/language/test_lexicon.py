"""Wording lists: how entries bend and match, how a desk changes them, and that matching stays linear."""

import time

import pytest

from claims.language import extract
from claims.language.lexicon import LIST, Entry, Lexicon, WordingReason, atoms_of, bent, default, folded, plural
from tests.claims.language.conftest import spans

pytestmark = pytest.mark.usefixtures("by_rules_alone")
EPITHET, VERB, STRONG, LOADED = (
    WordingReason.EPITHET,
    WordingReason.REPORTING_VERB,
    WordingReason.INTENSIFIER,
    WordingReason.LOADED,
)


def found(text, lexicon=None):
    return [(w.text, w.reason, w.neutral) for w in extract(text, spans(text), lexicon).wording]


def test_the_built_in_lists_are_sound() -> None:
    entries = default().entries
    assert len({entry.key for entry in entries}) == len(entries) > 500
    assert {entry.reason for entry in entries} == set(WordingReason)
    for entry in entries:
        assert entry.words == folded(entry.words)
        assert 0 < entry.strength <= 1
        assert entry.neutral != entry.words
    assert LIST.name == "wording.csv"


@pytest.mark.parametrize(
    ("entry", "spellings"),
    [
        (
            Entry("claim", VERB, "say"),
            {"claim": "say", "claims": "says", "claiming": "saying", "claimed": "said"},
        ),
        (
            Entry("lash out", VERB, "speak ill"),
            {
                "lash out": "speak ill",
                "lashes out": "speaks ill",
                "lashing out": "speaking ill",
                "lashed out": "spoke ill",
            },
        ),
        (Entry("crony", EPITHET, "ally"), {"crony": "ally", "cronies": "allies"}),
        (Entry("conman", EPITHET, "businessman"), {"conman": "businessman", "conmen": "businessmen"}),
        (Entry("elites", EPITHET), {"elites": ""}),
        (Entry("wildly", STRONG), {"wildly": ""}),
        (Entry("land grab", LOADED), {"land grab": "", "land grabs": ""}),
    ],
)
def test_an_entry_is_found_in_its_forms_and_the_neutral_wording_bends_along(entry, spellings) -> None:
    assert dict(bent(entry)) == spellings


@pytest.mark.parametrize(
    ("one", "many"), [("thug", "thugs"), ("witch", "witches"), ("party", "parties"), ("ploy", "ploys")]
)
def test_plurals_are_regular(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The so-called experts spoke.", [("so-called", "epithet", None)]),
        ("The so‑called experts spoke.", [("so‑called", "epithet", None)]),
        ("Orr lashed out at the board.", [("lashed out at", "reporting verb", "criticised")]),
        ("The REGIME closed the port.", [("REGIME", "epithet", "GOVERNMENT")]),
        ("The regime’s port was closed.", [("regime", "epithet", "government")]),
        ("The thugs left.", [("thugs", "epithet", None)]),
        ("Orr pointed out that the port was shut.", [("pointed out", "reporting verb", "said")]),
    ],
)
def test_wordings_of_several_words_and_marks_are_found_whole(text, expected) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The storm claimed 12 lives.",
        "The group claimed responsibility on Monday.",
        "Orr was admitted to hospital.",
        "The land “grab” was over.",
        "“It is a land grab,” Orr said.",
        "The regimental band played.",
    ],
)
def test_what_only_looks_like_an_entry_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_desk_adds_changes_and_switches_off() -> None:
    text = "The regime of the harbour barons totally closed the port."
    ours = default().changed(
        put=[Entry("harbour baron", EPITHET, "owner"), Entry("regime", EPITHET, "administration")],
        off=[Entry("totally", STRONG)],
    )
    assert found(text) == [("regime", "epithet", "government"), ("totally", "intensifier", None)]
    assert found(text, ours) == [("regime", "epithet", "administration"), ("harbour barons", "epithet", "owners")]


def test_what_is_switched_off_is_known_in_all_its_forms() -> None:
    ours = default().changed(off=[Entry("claim", VERB, "say")])
    assert ours.is_off("Claimed")
    assert not ours.is_off("admitted")
    assert not default().is_off("claimed")


def test_the_version_tells_lists_apart_and_not_their_order() -> None:
    one, other = Entry("ruse", LOADED), Entry("ploy", LOADED, "move")
    assert Lexicon((one, other)).version == Lexicon((other, one)).version
    assert Lexicon((one,)).version != Lexicon((one, other)).version
    assert Lexicon((Entry("ploy", LOADED, "plan"),)).version != Lexicon((other,)).version
    assert Lexicon((one,), (other,)).version != Lexicon((one,)).version
    assert len(default().version) == 12


def test_what_was_found_leads_back_to_its_entry() -> None:
    claim = default().entry_of("Claimed", "reporting verb")
    assert claim is not None
    assert claim.words == "claim"
    assert default().entry_of("bridge", "loaded") is None


def test_many_entries_that_begin_alike_cost_no_more() -> None:
    """Each place in the text is looked up once for each length of entry, however many entries share a first word."""
    many = [Entry(f"the {'x' * 5}{n} plan", LOADED) for n in range(5_000)]
    lexicon = Lexicon(tuple(many))
    words = list(atoms_of("the plan of the board is the plan " * 5_000))
    lexicon.begins("the")
    began = time.perf_counter()
    assert not [form for k in range(len(words)) for form in lexicon.at(words, k)]
    assert time.perf_counter() - began < 2
