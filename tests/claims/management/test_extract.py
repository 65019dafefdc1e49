"""`manage.py extract`: the object of docs/contracts.md, a table for people, and errors in their place."""

import io
import json

import pytest
from django.core.management import call_command

COPY = """Harbour closed after storm

Mayor Jane Vale said the pier was “completely gone” after Monday's storm.

“We lost 40 boats,” she wrote, according to the Harbour Courier.

The regime's officials denied the loss.
"""


@pytest.fixture
def copy(tmp_path):
    path = tmp_path / "copy.txt"
    path.write_text(COPY, encoding="utf-8")
    return path


def run(*words):
    out = io.StringIO()
    call_command("extract", *map(str, words), stdout=out)
    return out.getvalue()


def test_jsonl_is_one_object_a_file_as_in_the_contract(copy):
    lines = run("--jsonl", copy, copy).splitlines()
    assert len(lines) == 2
    found = json.loads(lines[0])
    assert set(found) == {"file", "text", "extractor", "paragraphs", "quotes", "claims", "wording"}
    assert (found["file"], found["text"]) == (str(copy), COPY)
    assert set(found["paragraphs"][0]) == {"number", "start", "end", "kind", "duplicate_of"}
    quote = found["quotes"][0]
    assert set(quote) == {
        "start",
        "end",
        "text",
        "kind",
        "quoted",
        "speaker",
        "cue",
        "via",
        "utterance",
        "repaired",
        "confidence",
    }
    assert set(quote["speaker"]) == {"start", "end", "text", "name"}
    assert set(quote["cue"]) == {"start", "end", "text"}
    assert set(quote["quoted"][0]) == {"start", "end"}
    assert set(found["claims"][0]) == {"start", "end", "text", "claimant", "voice", "stance", "priority"}
    assert set(found["wording"][0]) == {"start", "end", "text", "reason", "neutral", "score"}
    for item in (*found["quotes"], *found["claims"], *found["wording"]):
        assert COPY[item["start"] : item["end"]] == item["text"]


def test_the_words_of_the_contract_are_used(copy):
    found = json.loads(run("--jsonl", copy))
    assert [q["kind"] for q in found["quotes"]] == ["mixed", "direct", "indirect"]
    assert found["quotes"][1]["via"] == ["the Harbour Courier"]
    assert {c["voice"] for c in found["claims"]} <= {"attributed", "outlet"}
    assert {c["stance"] for c in found["claims"]} == {"asserts", "denies"}


def test_a_file_that_cannot_be_read_says_so_in_its_place_and_the_rest_is_printed(copy, tmp_path):
    out = io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("extract", "--jsonl", str(tmp_path / "absent.txt"), str(copy), stdout=out)
    assert stopped.value.code == 1
    first, second = map(json.loads, out.getvalue().splitlines())
    assert set(first) == {"file", "error"}
    assert first["error"].endswith(".")
    assert second["quotes"]


def test_an_empty_file_is_an_error_with_a_sentence(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    out = io.StringIO()
    with pytest.raises(SystemExit):
        call_command("extract", "--jsonl", str(empty), stdout=out)
    assert json.loads(out.getvalue())["error"] == "This file is empty."


def test_html_is_read_too(tmp_path):
    page = tmp_path / "page.html"
    body = "<p>Mayor Jane Vale said the pier was “completely gone” after the storm on Monday.</p>" * 1
    page.write_text(f"<html><body><article><h1>Harbour closed</h1>{body}</article></body></html>", encoding="utf-8")
    found = json.loads(run("--jsonl", page))
    assert [q["speaker"]["name"] for q in found["quotes"]] == ["Jane Vale"]


def test_without_jsonl_a_table_for_people_lists_claims_by_priority(copy):
    table = run(copy)
    assert "Quotes (3)" in table
    assert "via the Harbour Courier" in table
    priorities = [
        float(line.split()[1])
        for line in table.split("Claims (")[1].split("Wording (")[0].splitlines()
        if line.startswith("¶")
    ]
    assert priorities
    assert priorities == sorted(priorities, reverse=True)
    assert "neutral: government" in table


def test_no_database_is_touched(copy):
    # no django_db mark: pytest-django would refuse a query
    assert run("--jsonl", copy)
