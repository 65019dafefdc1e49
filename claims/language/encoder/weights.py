"""The trained weights of one process: checked against their manifest, then opened as they are needed.

`weights/` holds `manifest.json` (version; size and sha256 of every other file), `tokenizer.json`, the word table that all encoders share
(`words.npy` int8 [30522, 384], `scales.npy` float32 [30522]) and one `NAME.onnx` for each encoder. The environment variable
`NEWSDESK_WEIGHTS` names another folder. A forked worker shares nothing with its parent: it checks and opens its own.
"""

import hashlib
import importlib.util
import json
import logging
import os
import threading
from pathlib import Path
from typing import Any

import numpy as np

SHIPPED = Path(__file__).resolve().parents[1] / "weights"
MANIFEST = "manifest.json"
SHARED = ("tokenizer.json", "words.npy", "scales.npy")
log = logging.getLogger(__name__)


class WeightsError(Exception):
    """The trained engine cannot run here; the text is a sentence that says why."""


class Weights:
    """What a checked folder holds. Everything opens at its first use; one instance serves one process."""

    def __init__(self, folder: Path, version: str, files: frozenset[str]) -> None:
        self.folder = folder
        self.version = version
        self.files = files
        self.failure: WeightsError | None = None
        self._lock = threading.RLock()
        self._tokenizer: Any = None
        self._table: tuple[np.ndarray, np.ndarray] | None = None
        self._sessions: dict[str, Any] = {}

    @property
    def tokenizer(self) -> Any:
        """The `tokenizers.Tokenizer`, without truncation and padding."""
        with self._lock:
            if self._tokenizer is None:
                self._tokenizer = self._open("tokenizer.json", _tokenizer)
            return self._tokenizer

    def vectors(self, ids: np.ndarray) -> np.ndarray:
        """The word vectors of ids [...] as float32 [..., 384]."""
        with self._lock:
            if self._table is None:
                self._table = self._open("words.npy", _mapped), self._open("scales.npy", np.load)
            words, scales = self._table
        return words[ids].astype(np.float32) * scales[ids][..., None]

    def has(self, name: str) -> bool:
        """Whether an encoder of that name ships with these weights."""
        return f"{name}.onnx" in self.files

    def session(self, name: str) -> Any:
        """The `onnxruntime.InferenceSession` of `NAME.onnx`, with one thread. Raises WeightsError."""
        with self._lock:
            if name not in self._sessions:
                self._sessions[name] = self._open(f"{name}.onnx", _session)
            return self._sessions[name]

    def run(
        self, name: str, ids: np.ndarray, case: np.ndarray, place: np.ndarray, mask: np.ndarray
    ) -> list[np.ndarray]:
        """What `NAME.onnx` gives for a batch of pieces, each argument int64 [b, n]. Raises WeightsError."""
        given = {"words": self.vectors(ids), "case": case, "place": place, "mask": mask}
        return self.session(name).run(None, given)

    def _open(self, file: str, how: Any) -> Any:
        if file not in self.files:
            raise WeightsError(f"These weights come without {file}.")
        try:
            return how(self.folder / file)
        except Exception as error:
            self.failure = WeightsError(
                f"{file} cannot be opened here: {str(error).splitlines()[0] if str(error) else error!r}"
            )
            log.error("The trained engine cannot run: %s", self.failure)
            raise self.failure from error


_held: tuple[int, Weights | WeightsError] | None = None
_lock = threading.Lock()


def load() -> Weights:
    """The weights of this process, checked once. Raises WeightsError, the same one until the process ends."""
    global _held
    with _lock:
        if _held is None or _held[0] != os.getpid():
            try:
                _held = os.getpid(), check(Path(os.environ.get("NEWSDESK_WEIGHTS") or SHIPPED))
            except WeightsError as error:
                log.error("The trained engine cannot run: %s", error)
                _held = os.getpid(), error
        found = _held[1]
    if isinstance(found, WeightsError):
        raise found.with_traceback(None)
    return found


def problem() -> str | None:
    """The sentence why the engine runs on rules alone in this process; None when all is well."""
    try:
        failure = load().failure
    except WeightsError as error:
        failure = error
    return str(failure) if failure else None


def forget() -> None:
    """Check and open anew at the next call. For tests."""
    global _held
    _held = None


def check(folder: Path) -> Weights:
    """The folder's weights, when every file is as its manifest says. Raises WeightsError."""
    for module in ("onnxruntime", "tokenizers"):
        if importlib.util.find_spec(module) is None:
            raise WeightsError(f"The package {module} is not installed.")
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf8"))
        version, files = (
            str(manifest["version"]),
            {str(n): (int(f["bytes"]), f["sha256"]) for n, f in manifest["files"].items()},
        )
    except FileNotFoundError as error:
        raise WeightsError(f"There are no trained weights in {folder}.") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WeightsError(f"The manifest of the trained weights in {folder} cannot be read.") from error
    for name in sorted({*SHARED, *files}):
        if name not in files:
            raise WeightsError(f"The manifest of the trained weights does not name {name}.")
        _check_file(folder / name, *files[name])
    return Weights(folder, version, frozenset(files))


def _check_file(path: Path, size: int, sha256: str) -> None:
    try:
        with path.open("rb") as file:
            same = os.fstat(file.fileno()).st_size == size and hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except FileNotFoundError as error:
        raise WeightsError(f"{path.name} is missing from the trained weights.") from error
    except OSError as error:
        raise WeightsError(f"{path.name} of the trained weights cannot be read.") from error
    if not same:
        raise WeightsError(
            f"{path.name} of the trained weights is damaged: it is not the file that the manifest names."
        )


def _tokenizer(path: Path) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _mapped(path: Path) -> np.ndarray:
    return np.load(path, mmap_mode="r")


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _anew() -> None:
    """In a forked child a lock may have been left closed by a thread that is not there."""
    global _lock
    _lock = threading.Lock()
    forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_anew)
