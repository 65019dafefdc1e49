"""The rationale as it is kept, by whichever way it comes in."""

from newsdesk.errors import BadInput

LONGEST_RATIONALE = 20_000


def clean_rationale(text: str) -> str:
    """Line ends as one character, no zero characters; BadInput where it is longer than LONGEST_RATIONALE."""
    text = text.replace("\r\n", "\n").replace("\x00", "")
    if len(text) > LONGEST_RATIONALE:
        raise BadInput(f"A rationale has at most {LONGEST_RATIONALE:,} characters; this has {len(text):,}.")
    return text
