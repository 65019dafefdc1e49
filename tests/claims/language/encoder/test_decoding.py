"""From scores to attributions, on readings made by hand."""

from itertools import combinations

import numpy as np
import pytest

from claims.language.encoder.decoding import FEATURES, best_path, compatible, decode, likelihood, tagged
from claims.language.encoder.pieces import Pieces, Window
from claims.language.encoder.reading import MOST, Link, Reading, log_softmax, read

OUT, BC, IC, BS, IS, BU, IU = range(7)
SURE = np.zeros(1 + FEATURES)
SURE[[0, 7]] = -5.0, 10.0  # by the mean probability of the tags inside


def article(tags: list[int], paragraphs: list[int] | None = None, sure: float = 6.0) -> tuple[Pieces, Reading]:
    """Pieces of three characters and a blank, with the tags given; nothing points anywhere."""
    n = len(tags)
    at = np.arange(n, dtype=np.int32) * 4
    zero = np.zeros(n, np.int32)
    pieces = Pieces(zero, at, at + 3, np.asarray(paragraphs or [0] * n, np.int32), zero, zero)
    logits = np.zeros((n, 7), np.float32)
    logits[np.arange(n), tags] = sure
    reading = Reading(log_softmax(logits))
    reading.links.append(Pointing(n))
    return pieces, reading


class Pointing:
    """A link of one window over everything, whose pieces point nowhere until they are told."""

    def __init__(self, n: int) -> None:
        self.window = Window(0, n, 0, n)
        self.to = [np.zeros((n, n + 1), np.float32), np.zeros((n, n + 1), np.float32)]

    def pointers(self, which: int) -> np.ndarray:
        return log_softmax(self.to[which])


CUE, SOURCE = 0, 1


def point(reading: Reading, which: int, start: int, to: int | None) -> None:
    """Every piece from `start` on points to piece `to` (None: to nobody)."""
    reading.links[0].to[which][start:, 0 if to is None else 1 + to] = 8


def test_the_best_path_never_goes_on_with_what_did_not_begin():
    rng = np.random.default_rng(3)
    for _ in range(50):
        path = best_path(log_softmax(rng.normal(size=(12, 7)).astype(np.float32)))
        for before, tag in zip([OUT, *path[:-1]], path, strict=True):
            assert tag not in (IC, IS, IU) or before in (tag - 1, tag)


def test_the_best_path_is_the_most_probable_legal_one():
    scores = log_softmax(np.random.default_rng(5).normal(size=(4, 7)).astype(np.float32))
    legal = [
        path
        for path in np.ndindex(7, 7, 7, 7)
        if all(t not in (2, 4, 6) or b in (t - 1, t) for b, t in zip((0, *path[:-1]), path, strict=True))
    ]
    best = max(legal, key=lambda p: sum(scores[i, t] for i, t in enumerate(p)))
    assert tuple(best_path(scores)) == best


def test_compatible_takes_the_set_that_sums_highest():
    rng = np.random.default_rng(7)
    for _ in range(20):
        ranges = [(int(a), int(a + rng.integers(0, 5)), float(rng.uniform(0.1, 1))) for a in rng.integers(0, 12, 7)]
        apart = [
            s
            for k in range(len(ranges) + 1)
            for s in combinations(ranges, k)
            if all(a[1] < b[0] or b[1] < a[0] for a, b in combinations(s, 2))
        ]
        best = max(sum(r[2] for r in s) for s in apart)
        assert sum(r[2] for r in compatible(ranges)) == pytest.approx(best)


def test_tags_do_not_run_over_the_end_of_a_paragraph():
    pieces, reading = article([BC, IC, IC, IC, OUT], [0, 0, 1, 1, 1])
    assert tagged(pieces, reading)[0] == [(0, 1), (2, 3)]


def test_a_content_is_given_the_cue_and_the_source_that_it_points_to():
    pieces, reading = article([BS, IS, BU, BC, IC, IC, OUT, BS, BU])
    point(reading, CUE, 0, 2)
    point(reading, SOURCE, 0, 0)
    (report,) = decode(pieces, reading, SURE, 0.4)
    assert (report.start, report.end) == (12, 23)
    assert report.source == (0, 7)
    assert report.cue == (8, 11)
    assert report.sure > 0.8
    assert report.sure_who > 0.9


def test_a_content_that_points_to_nobody_has_no_source():
    pieces, reading = article([BS, BU, BC, IC])
    point(reading, CUE, 0, 1)
    point(reading, SOURCE, 0, None)
    (report,) = decode(pieces, reading, SURE, 0.4)
    assert report.source is None
    assert report.sure_who > 0.9


def test_what_is_not_likely_enough_is_not_reported():
    pieces, reading = article([BU, BC, IC, IC])
    assert len(decode(pieces, reading, SURE, 0.4)) == 1
    assert decode(pieces, reading, SURE, 0.999) == []


def test_a_whole_span_beats_its_broken_tags():
    pieces, reading = article([BC, IC, OUT, BC, IC])
    weights = np.zeros(1 + FEATURES)
    weights[1] = 1.0  # by the whole-span score alone
    reading.spans[0][(0, 4)] = 5.0
    (report,) = decode(pieces, reading, weights, 0.3)
    assert (report.start, report.end) == (0, 19)


def test_words_inside_a_content_are_likelier_than_those_outside():
    pieces, reading = article([BC, IC, IC, OUT, OUT])
    assert likelihood(pieces, reading, 0, 11) > 0.9
    assert likelihood(pieces, reading, 12, 19) < 0.1
    assert likelihood(pieces, reading, 500, 600) == 0.0


def test_reading_in_windows_covers_every_piece_and_asks_for_short_inputs():
    n = 900
    zero = np.zeros(n, np.int32)
    pieces = Pieces(np.arange(n, dtype=np.int32), zero, zero + 1, np.arange(n, dtype=np.int32) // 50, zero, zero)
    asked = []

    def graph(ids, case, place):
        asked.append(len(ids))
        tags = np.zeros((len(ids), 7), np.float32)
        tags[:, 0] = ids  # so that a piece can be told from the tags it was given
        empty = np.zeros((len(ids), 5, 64), np.float32)
        return tags, empty, empty

    reading = read(pieces, graph)
    assert max(asked) <= 384
    expected = log_softmax(np.concatenate([np.arange(n, dtype=np.float32)[:, None], np.zeros((n, 6), np.float32)], 1))
    assert np.allclose(reading.tags, expected)


def test_links_of_a_window_are_probabilities_over_nobody_and_its_pieces():
    rng = np.random.default_rng(2)
    link = Link(
        Window(0, 9, 2, 6),
        rng.normal(size=(4, 2, 64)).astype(np.float16),
        rng.normal(size=(10, 2, 64)).astype(np.float16),
    )
    for which in (CUE, SOURCE):
        assert np.allclose(np.exp(link.pointers(which)).sum(-1), 1, atol=1e-3)
    assert link.pointers(CUE).shape == (4, 10)
    assert not np.allclose(link.pointers(CUE), link.pointers(SOURCE))


def test_a_text_that_is_all_candidates_keeps_a_bounded_number():
    n = 380
    zero = np.zeros(n, np.int32)
    pieces = Pieces(zero, zero, zero + 1, zero, zero, zero)
    ones = lambda ids, case, place: (  # noqa: E731
        np.zeros((len(ids), 7), np.float32), np.ones((len(ids), 5, 64), np.float32), np.ones((len(ids), 5, 64), np.float32)
    )  # fmt: skip
    assert [len(found) for found in read(pieces, ones).spans] == [MOST] * 3
