"""Sentences as vectors: paraphrases are nearer than strangers, and a vector depends on its own text alone."""

import numpy as np
import pytest

from claims.language.encoder import embedding, weights
from claims.language.encoder.embedding import embed
from claims.language.encoder.weights import WeightsError

ALIKE = [
    ("The mayor of Tollmouth resigned on Monday.", "Tollmouth's mayor stepped down on Monday."),
    ("Forty people were hurt when the bridge fell.", "The collapse of the bridge injured forty people."),
    ("The water is safe to drink, the council said.", "The council said that people can drink the water."),
]
STRANGER = "The orchestra will open its season with a new symphony."


@pytest.fixture
def trained():
    weights.forget()
    try:
        found = weights.load()
    except WeightsError as error:
        pytest.skip(str(error))
    if not found.has("embedding"):
        pytest.skip("these weights come without embedding.onnx")


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_a_paraphrase_is_nearer_than_a_stranger(trained, one, other):
    a, b, c = embed([one, other, STRANGER])
    assert a @ b > 0.6
    assert a @ c < 0.3


def test_vectors_have_length_one_and_depend_on_their_own_text_alone(trained):
    texts = [t for pair in ALIKE for t in pair]
    together = embed(texts)
    assert together.shape == (6, 384)
    assert together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert all((embed([t])[0] == v).all() for t, v in zip(texts, together, strict=True))


def test_a_text_without_words_is_like_nothing(trained):
    assert not embed(["", "  \n"]).any()
    assert embed([]).shape == (0, 384)


def test_a_text_of_any_length_is_read_up_to_a_limit(trained):
    assert np.isfinite(embed(["word " * 100_000, "x" * 200_000])).all()


def test_the_same_text_is_read_once(monkeypatch):
    class Counting:
        read = 0

        def session(self, name):
            return self

    counting = Counting()

    def vector(given, text):
        given.read += 1
        return np.full(384, len(text), np.float32)

    monkeypatch.setattr(embedding, "load", lambda: counting)
    monkeypatch.setattr(embedding, "_vector", vector)
    assert embed(["a", "bb", "a", "a"])[:, 0].tolist() == [1, 2, 1, 1]
    assert counting.read == 2


def test_without_weights_it_says_why(folder):
    with pytest.raises(WeightsError, match=r"without embedding\.onnx"):
        embed(["anything"])
