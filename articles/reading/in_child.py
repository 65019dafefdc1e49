"""Read a file in a child process with hard limits, since parsers of .html, .docx and .pdf meet hostile files. Pure."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

from articles.reading.answers import Reading, ReadingError
from articles.reading.files import checked_kind, read_file
from articles.reading.sniff import TEXT
from articles.segmentation.spans import CopyFacts

logger = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parents[2]
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def read_in_child(data: bytes, *, name: str, seconds: int = 20, memory_mb: int = 1024) -> Reading:
    """As `read_file`, but all parsing happens in a child process of at most `seconds` and `memory_mb`.

    Plain text is decoded here, which is safe and needs no child. Works inside Celery's daemonic pool processes, which may
    not use multiprocessing. Whatever becomes of the child, the answer is a Reading or a ReadingError.
    """
    if checked_kind(data, name=name) == TEXT:
        return read_file(data, name=name)
    command = [sys.executable, "-m", "articles.reading.child", _safe(name), str(seconds), str(memory_mb)]
    # Secrets in the environment (DATABASE_URL, SECRET_KEY) are none of the child's business.
    environment = {key: os.environ[key] for key in _PASSED_ON if key in os.environ} | {"PYTHONUTF8": "1"}
    try:
        child = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds, cwd=_ROOT, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise ReadingError(
            f"Reading this file took longer than the {seconds} seconds allowed, so it was given up. Save the article as .txt and try again."
        ) from None
    try:
        answer = json.loads(child.stdout) if child.returncode == 0 else None
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        logger.warning(
            "reading %s: child ended with %s: %s",
            name,
            child.returncode,
            child.stderr[-2000:].decode("utf-8", "replace"),
        )
        raise ReadingError(
            "This file made its reader fail, so it was given up. It may be damaged: save the article as .txt and try again."
        )
    if "error" in answer:
        raise ReadingError(answer["error"])
    return Reading(text=answer["text"], media_type=answer["media_type"], facts=CopyFacts(**answer["facts"]))


def _safe(name: str) -> str:
    """A name that can be an argument: no NUL, no lone surrogates, not long."""
    return name[-200:].replace("\x00", "").encode("utf-8", "replace").decode() or "file"
