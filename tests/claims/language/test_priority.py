"""How the trained judge moves the priorities that the rules gave. People and places are invented."""

import numpy as np
import pytest

from articles.segmentation import segment
from claims.language.claims import claims_of
from claims.language.encoder.judging import CHECK, SUBJECTIVE, Judgement
from claims.language.encoder.pieces import Pieces
from claims.language.pipeline import run
from claims.language.priority import judged

TEXT = "The storm sank 40 boats in March 2024. Mayor Jane Vale closed the port on Friday."


@pytest.mark.parametrize(
    ("higher", "lower"),
    [((0.5, 0.9, 0.3), (0.5, 0.2, 0.3)), ((0.5, 0.5, 0.1), (0.5, 0.5, 0.9)), ((0.9, 0.5, 0.3), (0.5, 0.5, 0.3))],
    ids=["worth checking", "plain fact", "what the rules say"],
)
def test_what_is_worth_checking_and_plain_comes_first(higher, lower):
    assert judged(*higher) > judged(*lower)


def test_without_a_judgement_the_rules_stand():
    assert judged(0.437, None, None) == 0.437


def test_a_priority_stays_between_nothing_and_one():
    assert 0 < judged(0.02, 0.0, 1.0) < judged(0.99, 1.0, 0.0) < 1


def judgement(text, worth):
    """One piece a word; the words of `worth` pull the answer up, all others down."""
    at, spans = 0, []
    for word in text.split():
        at = text.index(word, at)
        spans.append((at, at + len(word)))
        at += len(word)
    starts, ends = (np.asarray(column, np.int32) for column in zip(*spans, strict=True))
    zero = np.zeros(len(spans), np.int32)
    vote = np.zeros((len(spans), 3), np.float32)
    vote[:, CHECK] = [6.0 if text[a:b].strip(".") in worth else -6.0 for a, b in spans]
    vote[:, SUBJECTIVE] = -1.0
    made = Pieces(zero, starts, ends, zero, zero, zero)
    return Judgement(text, ((0, len(text)),), made, vote * 0, vote, zero + 0.0, np.zeros((len(spans), 7)))


def test_a_claim_is_judged_by_its_own_words():
    doc = run(TEXT, segment(TEXT), [])
    plain = claims_of(TEXT, doc._.units, doc._.quotes, frozenset())
    up = set(TEXT[39:].replace(".", "").split())
    moved = claims_of(TEXT, doc._.units, doc._.quotes, frozenset(), judgement(TEXT, up))
    assert [(c.start, c.end, c.claimant) for c in moved] == [(c.start, c.end, c.claimant) for c in plain]
    assert moved[0].priority < plain[0].priority
    assert moved[1].priority > plain[1].priority
