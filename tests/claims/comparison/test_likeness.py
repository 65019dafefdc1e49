"""How alike short texts are."""

import pytest

from claims.comparison.likeness import Likeness
from claims.language.encoder import weights

TEXTS = (
    "The Orven bridge was closed because its northern pier had cracked",
    "Engineers shut the Orven bridge after a crack was seen in the northern pier",
    "The mayor will run for a second term in the autumn",
    "The mayor will run for a second term in the autumn",
    "Ferry tickets cost three crowns",
)


def test_equal_texts_are_wholly_alike():
    assert Likeness(TEXTS).alike(2, 3) == 1.0


def test_a_paraphrase_is_more_alike_than_another_subject():
    likeness = Likeness(TEXTS)
    assert likeness.alike(0, 1) > 0.6 > 0.4 > likeness.alike(0, 2)


def test_candidates_share_rare_words():
    pairs = [pair[:2] for pair in Likeness(TEXTS).candidates()]
    assert pairs[0] == (2, 3)
    assert (0, 1) in pairs
    assert not any(4 in pair for pair in pairs)


def test_a_fragment_is_contained_in_the_whole():
    likeness = Likeness((TEXTS[0], "the northern pier had cracked"))
    assert likeness.contained(0, 1) == likeness.covered(1, 0) == pytest.approx(1.0)
    assert likeness.covered(0, 1) < 0.9


def test_without_the_trained_weights_the_words_decide(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSDESK_WEIGHTS", str(tmp_path))
    weights.forget()
    try:
        likeness = Likeness(TEXTS)
        assert not likeness.trained
        assert likeness.alike(0, 1) == likeness.words_alike(0, 1) > likeness.alike(0, 2)
    finally:
        weights.forget()


def test_no_texts_have_no_candidates():
    assert Likeness(()).candidates() == []
    assert Likeness(("", "…")).candidates() == []
