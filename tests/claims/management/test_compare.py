"""`manage.py compare`: the object of docs/machine-readable-output.md, tables for people, and errors in their place."""

import io
import json

import pytest
from django.core.management import call_command

KEYS = {"articles", "shared_passages", "origins", "utterances", "claims", "conflicts", "names"}
ONE = """Harbour Post

Mayor Jane Vale said the pier was “completely gone” after Monday's storm.
"""
OTHER = """The pier was “gone”, Mayor Jane Vale said on Tuesday.
"""


@pytest.fixture
def copies(tmp_path):
    paths = [tmp_path / "one.txt", tmp_path / "other.txt"]
    for path, text in zip(paths, (ONE, OTHER), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def run(*words):
    out = io.StringIO()
    try:
        call_command("compare", *map(str, words), stdout=out)
        status = 0
    except SystemExit as stopped:
        status = stopped.code
    return out.getvalue(), status


def test_json_is_one_object_for_the_story_with_each_file_as_given(copies):
    printed, status = run("--json", *copies)
    found = json.loads(printed)
    assert status == 0
    assert set(found) == KEYS
    assert [a["file"] for a in found["articles"]] == list(map(str, copies))
    assert [a["text"] for a in found["articles"]] == [ONE, OTHER]
    assert all(set(a) == {"file", "text", "outlet"} for a in found["articles"])


def test_a_file_that_cannot_be_read_says_so_in_its_place_and_the_rest_is_compared(copies, tmp_path):
    printed, status = run("--json", copies[0], tmp_path / "absent.txt", copies[1])
    articles = json.loads(printed)["articles"]
    assert status == 1
    assert set(articles[1]) == {"file", "error"}
    assert articles[1]["file"] == str(tmp_path / "absent.txt")
    assert articles[1]["error"].endswith(".")
    assert [a["text"] for a in articles if "text" in a] == [ONE, OTHER]


def test_a_page_says_who_published_it_and_a_plain_text_does_not(copies, tmp_path):
    page = tmp_path / "page.html"
    head = '<head><meta property="og:site_name" content="Coast Daily"><title>The pier</title></head>'
    page.write_text(f"<html>{head}<body><article><h1>The pier</h1><p>{OTHER}</p></article></body></html>")
    articles = json.loads(run("--json", page, copies[1])[0])["articles"]
    assert [a["outlet"] for a in articles] == ["Coast Daily", None]


def test_nothing_readable_is_still_an_object(tmp_path):
    printed, status = run("--json", tmp_path / "absent.txt")
    found = json.loads(printed)
    assert status == 1
    assert set(found) == KEYS
    assert not any(found[key] for key in KEYS - {"articles"})


def test_without_json_people_get_tables(copies):
    printed, status = run(*copies)
    assert status == 0
    assert not printed.startswith("{")
    for title in ("Articles (2)", "Quotes (", "Coverage (", "Possible conflicts: check (", "Names and verbs ("):
        assert title in printed


def test_no_database_is_asked(copies, django_db_blocker):
    with django_db_blocker.block():
        assert run("--json", *copies)[1] == 0
