"""The language engine without its trained weights: what the rules and lists do alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.language.encoder import weights


@pytest.fixture
def by_rules_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("NEWSDESK_WEIGHTS", str(tmp_path / "no weights"))
    weights.forget()
    yield
    weights.forget()
