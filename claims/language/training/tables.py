"""The word table and the tokenizer that all encoders share, as they ship."""

import json
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

WORDS = "embeddings.word_embeddings.weight"


def write_words(minilm: Path, weights: Path) -> None:
    """`words.npy` int8 [30522, 384] with `scales.npy` float32 [30522], and `tokenizer.json` without truncation and padding."""
    found = {name.removeprefix("bert."): x for name, x in load_file(minilm / "model.safetensors").items()}
    table = found[WORDS].astype(np.float32)
    scales = (np.abs(table).max(1) / 127).astype(np.float32)
    scales[scales == 0] = 1
    np.save(weights / "words.npy", np.rint(table / scales[:, None]).astype(np.int8))
    np.save(weights / "scales.npy", scales)
    tokenizer = json.loads((minilm / "tokenizer.json").read_text(encoding="utf8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    text = json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":"))
    (weights / "tokenizer.json").write_text(text, encoding="utf8")


def read_words(weights: Path) -> np.ndarray:
    """The word vectors float32 [30522, 384], as they are looked up at run time."""
    return np.load(weights / "words.npy").astype(np.float32) * np.load(weights / "scales.npy")[:, None]
