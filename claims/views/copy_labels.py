"""What a marked stretch of copy is, in a few words: the title of the mark, and what is read aloud."""

from claims.models import Appearance, Quote, Wording
from claims.templatetags.engine import is_unsure, told_by


def quote_label(quote: Quote) -> str:
    """A quote in a few words: who speaks, through whom, and what to look at."""
    label = f"Quote: {quote.speaker_name or quote.speaker_text or 'speaker unknown'}"
    label += f", {told_by(quote.via)}" if quote.via else ""
    return label + (", marks mended" if quote.repaired else "") + _check(quote)


def claim_label(appearance: Appearance) -> str:
    return f"Claim by {appearance.claim.claimant_label}{_check(appearance)}"


def _check(row: Quote | Appearance) -> str:
    return " (check: the engine is unsure who said this)" if is_unsure(row) else ""


def wording_label(wording: Wording) -> str:
    neutral = f", neutral: {wording.neutral}" if wording.neutral else ""
    return f"{wording.reason.capitalize()}{neutral}"
