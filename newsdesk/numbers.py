"""Numbers as addresses carry them. Leans on nothing."""


def whole_number(text: str | None, *, digits: int = 17) -> int | None:
    """The number that `text` is in plain digits; None for anything else, and for one longer than a row's number can be."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= digits else None
