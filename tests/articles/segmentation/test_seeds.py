"""What an editor says of each paragraph of the five seed articles; no word of them stands here."""

from pathlib import Path

import pytest

from articles.reading import read_file
from articles.segmentation import segment

SEEDS = Path(__file__).resolve().parents[3].parent / "shared" / "seeds"

# The number of paragraphs, those that are not body, and those that repeat an earlier one.
EDITOR = {
    "000_b41b57785cbf40c2.txt": (23, {11: "heading", 22: "credit", 23: "boilerplate"}, {7: 3, 8: 4, 9: 5, 10: 6}),
    "001_1cce8e59117de73f.txt": (17, {5: "boilerplate"}, {}),
    "002_e4371cfcda2479f4.txt": (10, {}, {}),
    "003_b6d69509901246f5.txt": (
        30,
        {
            1: "boilerplate", 2: "heading", 4: "caption", 5: "caption", 12: "caption", 13: "caption", 18: "caption", 19: "caption",
            24: "heading", 26: "credit", 27: "boilerplate", 28: "boilerplate", 29: "boilerplate", 30: "credit",
        },
        {5: 4, 13: 12, 19: 18},
    ),
    "004_a2e1b6a0f24d9543.txt": (19, {17: "boilerplate", 18: "boilerplate", 19: "boilerplate"}, {}),
}  # fmt: skip

pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not beside this checkout"),
]


@pytest.mark.parametrize("name", EDITOR)
def test_each_paragraph_has_the_kind_an_editor_gives_it(name):
    text = read_file((SEEDS / name).read_bytes(), name=name).text
    count, others, repeats = EDITOR[name]
    spans = segment(text)
    assert [span.number for span in spans] == list(range(1, count + 1))
    assert {span.number: span.kind.value for span in spans if span.kind != "body"} == others
    assert {span.number: span.duplicate_of for span in spans if span.duplicate_of} == repeats


@pytest.mark.parametrize("name", EDITOR)
def test_the_text_of_a_seed_is_canonical_and_its_paragraphs_are_its_lines(name):
    data = (SEEDS / name).read_bytes()
    text = read_file(data, name=name).text
    assert text == data.decode()
    assert [text[span.start : span.end] for span in segment(text)] == [
        line.strip() for line in text.split("\n") if line.strip()
    ]
