"""A language engine that finds what a test tells it to."""

import pytest

from claims import language
from claims.language.spans import Claim as FoundClaim
from claims.language.spans import Extraction, QuoteKind, Span, Stance, Voice
from claims.language.spans import Quote as FoundQuote


def found_quote(text: str, words: str, **fields: object) -> FoundQuote:
    start = text.index(words)
    values = {
        "start": start, "end": start + len(words), "text": words, "kind": QuoteKind.DIRECT,
        "quoted": (Span(start, start + len(words)),), "speaker": None, "cue": None, "via": (), "utterance": 1,
        "repaired": False, "confidence": 0.9,
    }  # fmt: skip
    return FoundQuote(**{**values, **fields})  # type: ignore[arg-type]


def found_claim(
    text: str, words: str, claimant: str | None = None, *, last: bool = False, priority: float = 0.5
) -> FoundClaim:
    start = text.rindex(words) if last else text.index(words)
    voice = Voice.ATTRIBUTED if claimant is not None else Voice.OUTLET
    return FoundClaim(start, start + len(words), words, claimant or None, voice, Stance.ASSERTS, priority)


@pytest.fixture
def engine_finds(monkeypatch):
    """Make the engine find what a function of the text says, under a version."""

    def install(find, version: str = "trial 1") -> None:
        monkeypatch.setattr(language, "EXTRACTOR", version, raising=False)
        monkeypatch.setattr(
            language, "extract", lambda text, paragraphs, lexicon=None: Extraction(version, *find(text)), raising=False
        )

    return install
