"""A folder of weights as small as can be: three words of two numbers each, and a graph that turns signs round."""

import base64
import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from claims.language.encoder import weights

# ONNX opset 17: out = -words, float32 [n, 2]
NEGATE = base64.b64decode(
    "CAg6QgoRCgV3b3JkcxIDb3V0IgNOZWcSAXRaFQoFd29yZHMSDAoKCAESBgoACgIIAmITCgNvdXQSDAoKCAESBgoACgIIAkIECgAQEQ=="
)


def write_manifest(folder: Path) -> None:
    """The manifest of what the folder holds now."""
    files = {
        p.name: {"bytes": p.stat().st_size, "sha256": hashlib.sha256(p.read_bytes()).hexdigest()}
        for p in sorted(folder.iterdir())
        if p.name != "manifest.json"
    }
    (folder / "manifest.json").write_text(json.dumps({"version": "trial-1", "files": files}))


@pytest.fixture
def sign():
    """`sign(folder)` writes the manifest anew, so that what stands in the folder counts as whole."""
    return write_manifest


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The small weights, named by NEWSDESK_WEIGHTS; forgotten before and after."""
    tokenizer = Tokenizer(WordLevel({"[UNK]": 0, "the": 1, "mayor": 2}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.enable_truncation(2)
    tokenizer.enable_padding(length=2)
    made = tmp_path / "weights"
    made.mkdir()
    tokenizer.save(str(made / "tokenizer.json"))
    np.save(made / "words.npy", np.array([[0, 0], [127, -127], [2, 4]], np.int8))
    np.save(made / "scales.npy", np.array([1.0, 0.01, 0.5], np.float32))
    (made / "trial.onnx").write_bytes(NEGATE)
    write_manifest(made)
    monkeypatch.setenv("NEWSDESK_WEIGHTS", str(made))
    weights.forget()
    yield made
    weights.forget()
