"""Whole web pages: when the classifier is asked, what becomes of its answer, and what happens without it. Invented people and outlets."""

import logging
import random
import shutil
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.segmentation import Kind, kinds, segment, trees
from articles.segmentation.by_page import is_page, kinds_on_page
from articles.segmentation.context import in_block
from articles.segmentation.features import own

BODY = [
    "The bridge at Harrowgate was closed on Monday after an engineer found a crack in its second arch, the council said in a statement.",
    "“Nobody knows for how long,” said Jane Roe, the mayor, “and a boat will take people over the river until the engineers are done.”",
    "The bridge carries about 9,000 cars a day. It was built in 1890 and last repaired in 2011, when two of its arches were made wider.",
    "Shopkeepers on the northern bank said that they had lost half of their customers since the morning, and asked the council for help.",
    "The council meets on Thursday to talk about the money that a repair would cost, which one member put at two million crowns.",
]
MENU = [
    "Home",
    "World",
    "Norland",
    "Money",
    "Ferry times",
    "Opinion",
    "My saved stories",
    "Puzzles",
    "Crossword club",
    "Shop",
    "Log in",
]
FOOT = [
    "Related stories",
    "Cat found in bell tower",
    "Snow expected by Friday",
    "Ferry late again",
    "About us",
    "Jobs",
    "© 2026 The Courier. All rights reserved.",
]
HEADLINE = "Bridge at Harrowgate shut after crack is found"
PAGE = [*MENU, HEADLINE, "By Jane Doe", *BODY, *FOOT]
B, H, C, K, X = Kind.BODY, Kind.HEADING, Kind.CREDIT, Kind.CAPTION, Kind.BOILERPLATE


def kinds_in(lines):
    return [span.kind for span in segment("\n".join(lines))]


def test_of_a_page_only_the_article_is_left():
    expected = [X] * len(MENU) + [H, C] + [B] * len(BODY) + [X] * len(FOOT)
    assert kinds_in(PAGE) == expected


def test_teasers_below_the_article_are_not_its_body_though_they_are_sentences():
    teasers = [
        "Cat found in bell tower",
        "Sister Ann had looked for it since March.",
        "Snow expected by Friday",
        "Forecasters in Norland expect up to ten centimetres by the weekend.",
    ]
    page = [*MENU, HEADLINE, *BODY, "More from The Courier", *teasers, *FOOT]
    start = len(MENU) + 1
    assert kinds.by_rules(page)[-len(FOOT) - 1] is B
    assert kinds_in(page)[start:] == [B] * len(BODY) + [X] * (1 + len(teasers) + len(FOOT))


@pytest.mark.parametrize(
    ("lines", "page"),
    [
        (PAGE, True),
        ([HEADLINE, "By Jane Doe", *BODY], False),
        ([HEADLINE, "By Jane Doe", *BODY, "Related stories", "Cat found in bell tower", "© 2026 The Courier"], False),
        ([HEADLINE, *BODY * 20, *MENU], False),
        (MENU[:7], False),
        (MENU[:8], True),
        (
            [
                HEADLINE,
                "The ten best bridges",
                *(f"{number}. Bridge of the {number}th" for number in range(10, 0, -1)),
                *BODY,
            ],
            False,
        ),
        ([HEADLINE, *(f"{number}. Getty" for number in range(20)), *BODY * 20, *MENU], False),
        ([f"Страница {number}" for number in range(25)], True),
        ([], False),
        (["Home"] * 10_001, False),
    ],
)
def test_only_what_looks_like_a_page_is_shown_to_the_classifier(lines, page):
    assert is_page(lines) is page


@pytest.mark.parametrize(
    ("by_rules", "scores", "expected"),
    [
        ([X, B, B], [-5, 3, 3], [X, B, B]),
        ([B, B, B], [-5, 3, -5], [X, B, X]),
        ([H, B, B], [-5, 3, 3], [H, B, B]),
        ([K, B, C], [-5, 3, -5], [K, B, C]),
        ([H, H, *[B] * 13, B], [*[-5] * 15, 3], [H, *[X] * 14, B]),
        ([H, H, H, B], [-5, -5, -5, 3], [X, X, H, B]),
        ([B, H, H, H, B], [3, 1, 1, 1, 3], [B] * 5),
        ([B, *[C] * 7], [3, *[-5] * 7], [B, *[C] * 6, X]),
        ([B, X, B], [3, 1, 3], [B, B, B]),
        ([B, H, B], [3, 1, 3], [B, H, B]),
        ([X, H, C], [-1, -1, -1], [X, H, C]),
    ],
)
def test_kinds_come_of_rules_and_scores(by_rules, scores, expected):
    lines = [f"The old stone bridge at number {number}" for number in range(len(by_rules))]
    assert kinds_on_page(lines, by_rules, scores) == expected


@pytest.mark.parametrize(("score", "kind"), [(1.0, X), (3.0, B)])
def test_words_of_the_page_need_more_certainty_than_its_layout(score, kind):
    assert kinds_on_page([BODY[0], "Read more", BODY[1]], [B, X, B], [3.0, score, 3.0])[1] is kind


def test_the_headline_is_the_title_most_like_the_page_s_name():
    lines = [
        f"{HEADLINE} - The Courier",
        "Ferry late on Monday once more",
        HEADLINE,
        "Four lamps and a new gate",
        BODY[0],
    ]
    assert kinds_on_page(lines, [H, H, H, H, B], [-5, -5, -5, -5, 3]) == [X, X, H, X, B]


def test_a_date_line_given_again_is_the_page_s():
    lines = [HEADLINE, "3 March 2026", *BODY[:2], "3 March 2026"]
    assert kinds_on_page(lines, [H, C, B, B, C], [-5, -5, 3, 3, -5]) == [H, C, B, B, X]


@pytest.fixture
def copied_weights(tmp_path, monkeypatch):
    folder = tmp_path / "weights"
    shutil.copytree(trees.WEIGHTS, folder)
    load = trees.load
    monkeypatch.setattr(trees, "load", lambda: load(folder))
    kinds._told.cache_clear()
    yield folder
    kinds._told.cache_clear()


def test_weights_elsewhere_say_the_same(copied_weights):
    assert kinds_in(PAGE)[len(MENU) : len(MENU) + 7] == [H, C, *[B] * 5]


@pytest.mark.parametrize("harm", ["file", "byte", "manifest", "words"])
def test_without_its_file_the_rules_decide_and_the_log_says_so_once(copied_weights, harm, caplog):
    if harm == "file":
        (copied_weights / "boilerplate.npz").unlink()
    elif harm == "byte":
        data = bytearray((copied_weights / "boilerplate.npz").read_bytes())
        data[len(data) // 2] ^= 1
        (copied_weights / "boilerplate.npz").write_bytes(data)
    elif harm == "manifest":
        (copied_weights / "manifest.json").unlink()
    else:
        (copied_weights / "manifest.json").write_text("[]")
    with caplog.at_level(logging.WARNING):
        assert kinds_in(PAGE) == kinds.by_rules(PAGE) == kinds_in(PAGE)
    assert len(caplog.records) == 1


def test_the_weights_are_small():
    assert sum(file.stat().st_size for file in trees.WEIGHTS.iterdir()) <= 300_000


LINES = st.lists(
    st.text(st.characters(exclude_categories=()), min_size=1, max_size=80) | st.sampled_from(PAGE),
    min_size=1,
    max_size=40,
)


@given(LINES)
def test_any_lines_have_finite_scores_and_the_same_ones_twice(lines):
    scores = trees.load().body_scores(lines)
    assert scores.shape == (len(lines),)
    assert np.isfinite(scores).all()
    assert (scores == trees.load().body_scores(list(lines))).all()


def test_the_scores_of_no_lines_are_none():
    assert len(trees.load().body_scores([])) == 0


def test_a_long_page_takes_time_in_proportion():
    some = random.Random(4).choices(PAGE, k=8_000)

    def seconds(count):
        started = time.process_time()
        kinds.kinds_of(some[:count])
        return time.process_time() - started

    seconds(200)
    assert is_page(some[:2_000])
    assert is_page(some)
    assert seconds(8_000) < max(8 * seconds(2_000), 1.0)


@pytest.mark.parametrize(
    ("scores", "inside"),
    [([-1, 2, 3, -1, 4, -9, 5], [0, 1, 1, 1, 1, 0, 0]), ([-1, -2], [1, 0]), ([3], [1])],
)
def test_the_block_is_the_run_with_the_largest_sum(scores, inside):
    assert in_block(np.array(scores, float))[0].tolist() == inside


def test_a_line_is_counted_by_itself_and_among_its_likes():
    (first, *_, last), _ = own(["Home", BODY[0], "Home"])
    assert first[-6] == last[-6] == pytest.approx(np.log1p(2))
    assert (first[-5], last[-5]) == (0.0, 1.0)
