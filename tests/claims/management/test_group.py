"""`manage.py group`: the object of docs/contracts.md, a table for people, and errors in their place."""

import io
import json

import pytest
from django.core.management import call_command

FERRY = "{0}\n\nThe ferry Lady Anwen ran aground off Port Sollis with 84 people aboard. Captain Idris Mord called the tugs.\n"
TAX = "Velmora plans higher diesel levy\n\nMinister Oda Strand told parliament in Velmora of a levy of four cents.\n"


@pytest.fixture
def files(tmp_path):
    for name, text in {
        "a.txt": FERRY.format("Ferry runs aground"),
        "b.txt": TAX,
        "c.txt": FERRY.format("Lady Anwen on the rocks"),
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")]


def run(*words):
    out = io.StringIO()
    code = 0
    try:
        call_command("group", *words, stdout=out)
    except SystemExit as stopped:
        code = stopped.code
    return out.getvalue(), code


def test_json_is_one_object_with_every_file_in_one_story(files):
    out, code = run("--json", *files)
    found = json.loads(out)
    assert code == 0
    assert [set(story) for story in found["stories"]] == [{"title", "files"}] * 2
    assert [story["files"] for story in found["stories"]] == [[files[0], files[2]], [files[1]]]
    assert found["stories"][1]["title"] == "Velmora plans higher diesel levy"


def test_a_file_that_cannot_be_read_stands_in_its_place_and_the_rest_is_printed(files, tmp_path):
    gone = str(tmp_path / "gone.txt")
    out, code = run("--json", files[0], gone, files[1])
    assert code == 1
    assert json.loads(out)["stories"][2] == {
        "file": gone,
        "error": "This file cannot be opened: No such file or directory.",
    }
    assert [story["files"] for story in json.loads(out)["stories"][:2]] == [[files[0]], [files[1]]]


def test_a_file_named_twice_stands_once(files):
    assert [story["files"] for story in json.loads(run("--json", files[0], files[0])[0])["stories"]] == [[files[0]]]


def test_the_table_gives_title_reason_and_files(files, tmp_path):
    out, code = run(*files, str(tmp_path / "gone.txt"))
    assert code == 1
    for words in (files[0], "They all name", "Velmora plans higher diesel levy", "cannot be opened"):
        assert words in out
