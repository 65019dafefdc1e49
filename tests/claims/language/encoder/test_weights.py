"""The weights of a process: used when they are whole, refused with a sentence when they are not, never shared by a fork."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from claims.language.encoder import weights
from claims.language.encoder.weights import WeightsError

ROOT = Path(__file__).resolve().parents[4]


def test_whole_weights_open_and_have_no_problem(folder):
    found = weights.load()
    assert found.version == "trial-1"
    assert weights.problem() is None
    assert weights.load() is found


def test_the_tokenizer_neither_cuts_nor_pads(folder):
    tokenizer = weights.load().tokenizer
    assert tokenizer.encode("the mayor the mayor").ids == [1, 2, 1, 2]
    assert tokenizer.encode("mayor").ids == [2]


def test_word_vectors_are_the_whole_numbers_times_the_scale_of_their_row(folder):
    found = weights.load().vectors(np.array([[2, 1], [0, 2]]))
    assert found.dtype == np.float32
    assert np.allclose(found, [[[1, 2], [1.27, -1.27]], [[0, 0], [1, 2]]])


def test_a_session_runs_on_one_thread_and_is_made_once(folder):
    session = weights.load().session("trial")
    assert np.allclose(session.run(None, {"words": np.array([[1, -2]], np.float32)})[0], [[-1, 2]])
    options = session.get_session_options()
    assert (options.intra_op_num_threads, options.inter_op_num_threads) == (1, 1)
    assert weights.load().session("trial") is session


def test_an_encoder_that_does_not_ship_is_refused_and_is_no_problem(folder):
    assert weights.load().has("trial")
    assert not weights.load().has("judge")
    with pytest.raises(WeightsError, match=r"without judge\.onnx"):
        weights.load().session("judge")
    assert weights.problem() is None


def remove(name):
    return lambda folder: (folder / name).unlink()


def flip(name):
    def damage(folder):
        old = bytearray((folder / name).read_bytes())
        old[len(old) // 2] ^= 1
        (folder / name).write_bytes(old)

    return damage


def write(name, text):
    return lambda folder: (folder / name).write_text(text)


def unnamed(name):
    def damage(folder):
        manifest = json.loads((folder / "manifest.json").read_text())
        del manifest["files"][name]
        (folder / "manifest.json").write_text(json.dumps(manifest))

    return damage


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (remove("manifest.json"), "There are no trained weights in"),
        (write("manifest.json", "{"), "cannot be read"),
        (write("manifest.json", "[]"), "cannot be read"),
        (write("manifest.json", '{"version": 1, "files": {"words.npy": 3}}'), "cannot be read"),
        (remove("trial.onnx"), "trial.onnx is missing"),
        (remove("words.npy"), "words.npy is missing"),
        (flip("trial.onnx"), "trial.onnx of the trained weights is damaged"),
        (flip("tokenizer.json"), "tokenizer.json of the trained weights is damaged"),
        (flip("scales.npy"), "scales.npy of the trained weights is damaged"),
        (write("words.npy", ""), "words.npy of the trained weights is damaged"),
        (unnamed("words.npy"), "does not name words.npy"),
    ],
)
def test_damaged_weights_are_refused_with_a_sentence(folder, damage, sentence):
    damage(folder)
    with pytest.raises(WeightsError, match=sentence):
        weights.load()
    assert sentence in weights.problem()


def test_a_folder_that_is_not_there_is_refused(monkeypatch, folder):
    monkeypatch.setenv("NEWSDESK_WEIGHTS", str(folder / "elsewhere"))
    weights.forget()
    assert "There are no trained weights in" in weights.problem()


def test_the_refusal_is_remembered_until_forgotten(folder):
    kept = (folder / "trial.onnx").read_bytes()
    remove("trial.onnx")(folder)
    assert weights.problem()
    (folder / "trial.onnx").write_bytes(kept)
    assert weights.problem()
    weights.forget()
    assert weights.problem() is None


def test_a_graph_that_cannot_be_opened_becomes_the_problem(folder, sign):
    (folder / "trial.onnx").write_bytes(b"no graph")
    sign(folder)
    assert weights.problem() is None
    with pytest.raises(WeightsError, match=r"trial\.onnx cannot be opened here"):
        weights.load().session("trial")
    assert "trial.onnx cannot be opened here" in weights.problem()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_forked_worker_loads_its_own(folder):
    script = """
import os
from claims.language.encoder import weights
own = weights.load()
session = own.session("trial")
weights._lock.acquire()  # as another thread of the parent might hold it at that moment
child = os.fork()
if child == 0:
    other = weights.load()
    os._exit(0 if other is not own and other.session("trial") is not session else 7)
weights._lock.release()
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
assert weights.load() is own
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, timeout=60, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
