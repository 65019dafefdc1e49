"""Two statements side by side: what the encoder is shown of them, and what it says of plain cases."""

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import BertPreTokenizer

from claims.language.encoder import weights
from claims.language.encoder.pairing import AGREES, CONTRADICTS, NEITHER, judge_pairs, pair_input
from claims.language.encoder.weights import WeightsError

WORDS = [
    "[UNK]",
    "the",
    "bridge",
    "did",
    "not",
    "fall",
    "fell",
    "in",
    "two",
    "2",
    "years",
    "2019",
    "2020",
    "it",
    "was",
    "shut",
    "1",
    ",",
    "200",
    "1200",
    "people",
]


@pytest.fixture
def tokenizer():
    made = Tokenizer(WordLevel({word: i for i, word in enumerate(WORDS)}, unk_token="[UNK]"))
    made.pre_tokenizer = BertPreTokenizer()
    return made


@pytest.mark.parametrize(
    ("one", "other", "first", "second"),
    [
        ("the bridge fell", "the bridge fell", [0, 0, 0], [1, 1, 1]),
        ("the bridge fell", "the bridge was shut", [0, 0, 2], [1, 1, 3, 3]),
        ("the bridge fell in 2019", "the bridge fell in 2020", [0, 0, 0, 0, 4], [1, 1, 1, 1, 5]),
        ("in two years", "in 2 years", [0, 2, 0], [1, 3, 1]),
        ("in two years", "in years", [0, 4, 0], [1, 1]),
        ("1,200 people", "1200 people", [2, 2, 2, 0], [3, 1]),
        ("1,200 people", "200 people", [4, 4, 4, 0], [5, 1]),
        ("it did not fall", "it fell", [0, 2, 4, 2], [1, 3]),
        ("", "it fell", [], [3, 3]),
    ],
)
def test_places_show_what_is_shared_what_is_denied_and_which_numbers_stand_alone(tokenizer, one, other, first, second):
    ids, case, place = pair_input(tokenizer, one, other)
    assert place.tolist() == [0, *first, 0, *second, 0]
    assert len(ids) == len(case) == len(place)
    assert (ids[0], ids[len(first) + 1], ids[-1]) == (101, 102, 102)


def test_long_statements_are_cut(tokenizer):
    ids, _, _ = pair_input(tokenizer, "bridge " * 50_000, "fell " * 500)
    assert len(ids) == 120 + 120 + 3


def test_without_weights_it_says_why(folder):
    with pytest.raises(WeightsError, match=r"without pair\.onnx"):
        judge_pairs([("the bridge fell", "the bridge stands")])


@pytest.fixture
def trained():
    weights.forget()
    try:
        found = weights.load()
    except WeightsError as error:
        pytest.skip(str(error))
    if not found.has("pair"):
        pytest.skip("these weights come without pair.onnx")


PLAIN = [
    ("The bridge was built in 1982.", "The bridge was built in 1991.", CONTRADICTS),
    ("The council approved the plan.", "The council did not approve the plan.", CONTRADICTS),
    pytest.param(
        *("The council approved the plan on Monday.", "The council approved the plan.", AGREES),
        marks=pytest.mark.xfail(reason="a detail left out is taken for a contradiction"),
    ),
    ("The mayor said taxes would rise.", "A storm damaged the roof of the museum.", NEITHER),
]


@pytest.mark.parametrize(("one", "other", "label"), PLAIN)
def test_plain_cases_are_told_apart(trained, one, other, label):
    assert judge_pairs([(one, other)])[0].argmax() == label


def test_rows_are_probabilities_that_depend_on_their_own_pair_alone(trained):
    pairs = [
        ("The bridge was built in 1982.", "It was built in 1991."),
        ("Taxes rose.", "A storm hit the museum of the port."),
    ]
    together = judge_pairs(pairs)
    assert together.dtype == np.float32
    assert np.allclose(together.sum(1), 1, atol=1e-5)
    assert all((judge_pairs([p])[0] == row).all() for p, row in zip(pairs, together, strict=True))
    assert judge_pairs([]).shape == (0, 3)
