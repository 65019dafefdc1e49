"""What the comparison's benchmark rests on: its invented stories, its ablation and its reading of kinds."""

import pytest

from tests.benchmarks.comparison import coarse, equal_strings, fraction
from tests.benchmarks.made_stories import articles


def test_invented_articles_share_copy_and_differ_and_are_the_same_every_time():
    made = articles(8)
    assert made == articles(8)
    assert len(set(made)) == 8
    lines = [set(text.split("\n\n")) for text in made]
    assert len(lines[0] & set.union(*lines[1:])) > 2
    assert all(one - set.union(*(other for other in lines if other is not one)) for one in lines)
    assert all(400 < len(text.split()) < 800 for text in made)


def test_equal_strings_joins_the_same_letters_in_marks_and_nothing_shorter(tmp_path):
    texts = {
        "one.txt": "“The gate is shut for good,” Joren Pell said on Monday.",
        "two.txt": "Joren Pell said that “the gate is shut for good”.",
        "cut.txt": "“The gate is shut,” Joren Pell said on Monday.",
    }
    files = []
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        files.append(str(tmp_path / name))
    found = equal_strings(files)
    assert [[m["file"] for m in u["members"]] for u in found["utterances"]] == [files[:2]]
    assert {"articles", "claims", "conflicts", "names", "origins", "shared_passages", "utterances"} == set(found)


@pytest.mark.parametrize(
    ("kinds", "relation"),
    [
        ([], "same"),
        (["same"], "same"),
        (["capitals flattened"], "same"),
        (["head cut", "tail cut"], "cut"),
        (["ellipsis"], "cut"),
        (["tail cut", "word changed"], "altered"),
        (["form changed"], "altered"),
    ],
)
def test_kinds_of_difference_become_the_gold_s_three_relations(kinds, relation):
    assert coarse([{"kind": kind} for kind in kinds]) == relation


def test_a_fraction_is_read_from_what_the_scorer_prints():
    assert fraction(r"traps taken (\d+)/(\d+)", "conflicts found 3/8, traps taken 1/6, shown") == (1, 6)
