"""What the language benchmarks share: they read the scorer's print, cut tables, and put them into a page."""

import sys

import pytest

from tests.benchmarks.extract_speed import steepest
from tests.benchmarks.made_texts import KINDS, TOKEN, article
from tests.benchmarks.measuring import attribution_figures, deliver, markdown, run_measured

PRINTED = """84 articles, 2515 gold spans, 2000 predicted, 3.1 s
content characters     P 0.901  R 0.775  F1 0.833
content exact          P 0.500  R 0.400  F1 0.444
content overlap        P 0.700  R 0.553  F1 0.618
quoted 6+ words        found 0.997 of 310, right speaker 0.923
speaker | content      0.927
source exact           P 0.700  R 0.558  F1 0.621
cue exact              P 0.700  R 0.568  F1 0.627
attribution            P 0.649  R 0.513  F1 0.573
"""


def test_every_figure_of_the_scorer_is_read():
    assert attribution_figures(PRINTED) == {
        "content characters": 0.833,
        "content overlap": 0.618,
        "quoted found": 0.997,
        "quoted right": 0.923,
        "speaker | content": 0.927,
        "source exact": 0.621,
        "cue exact": 0.627,
        "attribution": 0.573,
    }


def test_a_bar_inside_a_cell_does_not_end_it():
    assert markdown(["a", "b"], [["1|2", "3"]]).splitlines() == ["| a | b |", "| --- | --- |", "| 1&#124;2 | 3 |"]


def test_a_table_takes_the_place_of_the_one_before(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("Before\n<!-- goals -->\nold\n<!-- end of goals -->\nafter\n", encoding="utf8")
    for _ in range(2):
        deliver("new", "goals", page)
    assert page.read_text(encoding="utf8") == "Before\n<!-- goals -->\n\nnew\n\n<!-- end of goals -->\nafter\n"


def test_a_page_without_a_place_for_the_table_is_left_as_it_is(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("Before\n", encoding="utf8")
    with pytest.raises(SystemExit):
        deliver("new", "goals", page)
    assert page.read_text(encoding="utf8") == "Before\n"


@pytest.mark.parametrize(
    ("taken", "most"),
    [
        ([(1, 0.1), (2, 0.2), (4, 0.6)], 3.0),
        ([(1, 0.01), (2, 0.9), (4, 1.8)], 2.0),  # from a hundredth of a second nothing can be told
        ([(1, 0.001), (2, 0.002)], 0.0),
    ],
)
def test_growth_is_judged_where_the_clock_can_tell(taken, most):
    assert steepest(taken) == pytest.approx(most)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_text_is_as_long_as_asked(kind):
    assert 980 <= len(KINDS[kind](1000)) <= 1000


def test_an_article_has_the_pieces_asked_for_and_no_twin():
    one, other = article(900, 1), article(900, 2)
    assert 850 <= len(TOKEN.findall(one)) <= 950
    assert one != other
    assert one == article(900, 1)


def test_a_command_is_measured_and_its_output_passed_on(capfdbinary):
    status, cost = run_measured([sys.executable, "-c", 'print(\'{"extractor": "x-1"}\'); print(2)'])
    assert (status, cost.lines, cost.extractor) == (0, 2, "x-1")
    assert cost.peak_mb > 1
    assert cost.cpu > 0
