"""Reading in a child process: the same answers, and an end to whatever goes wrong in it."""

import subprocess
import sys

import pytest

from articles.reading import ReadingError, read_file, read_in_child
from articles.reading import in_child as module

WORDS = "The bridge at Harrowgate was closed on Monday, the council said, after “a crack” was found."


def child_that(monkeypatch, code: str) -> None:
    """Let another program be the child: `code` runs in its place, after the limits are set as they are there."""
    run = subprocess.run
    head = "import sys; from articles.reading.child import limit; sys.stdin.buffer.read(); limit(seconds=int(sys.argv[-2]), memory_mb=int(sys.argv[-1]));"

    def other(command, **options):
        return run([sys.executable, "-c", head + code, *command[-2:]], **options)

    monkeypatch.setattr(module.subprocess, "run", other)


@pytest.mark.parametrize("kind", ["html", "docx", "pdf"])
def test_the_child_reads_as_the_parent_does(docx, pdf, kind):
    data = {
        "html": f"<html><head><title>Bridge shut</title></head><body><p>{WORDS}</p></body></html>".encode(),
        "docx": docx(lambda document: document.add_paragraph(WORDS)),
        "pdf": pdf([[(72, 700, 11, WORDS)]]),
    }[kind]
    assert read_in_child(data, name=f"-bridge \ud800.{kind}") == read_file(data, name=f"bridge.{kind}")


def test_plain_text_needs_no_child(monkeypatch):
    monkeypatch.setattr(module.subprocess, "run", None)
    assert read_in_child(WORDS.encode(), name="a.txt").text == WORDS


def test_a_fault_in_the_file_is_told_in_the_same_words(pdf):
    with pytest.raises(ReadingError, match="as from a scanner"):
        read_in_child(pdf([[]]), name="a.pdf")


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import os; os.abort()", "made its reader fail"),
        ("raise RuntimeError('parser')", "made its reader fail"),
        ("x = bytearray(900 * 1024 * 1024)", "made its reader fail"),
        ("import threading; threading.Event().wait()", "longer than the 1 seconds"),
        ("print('not json')", "made its reader fail"),
    ],
)
def test_a_child_that_crashes_hangs_or_swells_becomes_a_sentence(monkeypatch, pdf, code, says):
    if "bytearray" in code and sys.platform == "darwin":
        pytest.skip("macOS has no limit on a process's memory")
    child_that(monkeypatch, code)
    with pytest.raises(ReadingError, match=says):
        read_in_child(pdf([[(72, 700, 11, WORDS)]]), name="a.pdf", seconds=1 if "longer" in says else 20, memory_mb=512)


def test_the_child_sees_no_secrets(monkeypatch, pdf):
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    child_that(monkeypatch, """import json, os; print(json.dumps({"error": " ".join(os.environ)}))""")
    with pytest.raises(ReadingError, match="PATH") as answer:
        read_in_child(pdf([[(72, 700, 11, WORDS)]]), name="a.pdf")
    assert "DATABASE_URL" not in answer.value.sentence


DAEMON = """
import multiprocessing, sys
from articles.reading import read_in_child

def work(data, pipe):
    pipe.send(read_in_child(data, name="a.pdf").text)

here, there = multiprocessing.Pipe()
worker = multiprocessing.get_context("fork").Process(target=work, args=(sys.stdin.buffer.read(), there), daemon=True)
worker.start()
print(here.recv() if here.poll(20) else "nothing came")
"""


def test_a_daemonic_process_such_as_a_celery_worker_can_read(pdf):
    data = pdf([[(72, 700, 11, WORDS)]])
    answer = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", DAEMON], input=data, capture_output=True, timeout=30, check=True
    )
    assert answer.stdout.decode().strip() == WORDS
