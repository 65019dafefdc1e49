"""ClaimReview, the one place that spells schema.org (https://schema.org/ClaimReview; Google's rules for its fields).

Pure: takes plain values, gives plain JSON. The words are those on the page.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

LONGEST_CLAIM = 75
"""Characters of `claimReviewed`."""

_BODY = re.compile(
    r"\b(?:council|ministry|department|agency|police|government|company|office|union|committee|commission|court|party|bank|"
    r"university|hospital|board|association|authority|service|institute|group|ltd|inc|plc|wire|news|army|parliament|"
    r"officials|house|centre|center|administration|press|residents|staff|spokesmen|sources|people|parents|workers)\b",
    re.IGNORECASE,
)
_UNSAFE = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


@dataclass(frozen=True, slots=True)
class ReviewedAppearance:
    """One article that states the claim. `address` is the outlet's own, "" where unknown."""

    outlet: str
    headline: str
    address: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Review:
    """A published verdict as ClaimReview needs it; `claimant` "" means the outlets themselves, None that nobody
    is on record as making it (whoever is named denies it)."""

    address: str
    claim: str
    claimant: str | None
    rating: str
    published: date
    updated: date
    desk: str
    desk_homepage: str
    appearances: Sequence[ReviewedAppearance]


def claim_review(review: Review) -> dict[str, Any]:
    """The JSON-LD of one permalink."""
    return _without_blanks(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": review.address,
            "datePublished": review.published.isoformat(),
            "dateModified": review.updated.isoformat(),
            "claimReviewed": cut_at_word(review.claim, LONGEST_CLAIM),
            "author": {"@type": "Organization", "name": review.desk, "url": review.desk_homepage},
            "reviewRating": {"@type": "Rating", "alternateName": review.rating},
            "itemReviewed": {
                "@type": "Claim",
                "author": _claimants(review),
                "datePublished": min((a.published.isoformat() for a in review.appearances if a.published), default=""),
                "appearance": [_article(appearance) for appearance in review.appearances if appearance.address],
            },
        }
    )


def as_script_data(data: dict[str, Any]) -> str:
    """JSON that may stand inside <script type="application/ld+json">: no character of it can end the element."""
    return json.dumps(data, ensure_ascii=False).translate(_UNSAFE)


def cut_at_word(text: str, longest: int) -> str:
    """The text, cut at a word with an ellipsis where it is longer; never more than `longest` characters."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    head = text[:longest]
    cut = head.rfind(" ")
    return (head[:cut].rstrip(" ,;:–—-") if cut > 0 else text[: longest - 1]) + "…"


def _claimants(review: Review) -> Any:
    if review.claimant is None:
        return {}
    if not review.claimant:
        outlets = dict.fromkeys(appearance.outlet for appearance in review.appearances if appearance.outlet)
        return [{"@type": "Organization", "name": outlet} for outlet in outlets]
    return {"@type": "Person" if _is_person(review.claimant) else "Organization", "name": review.claimant}


def _is_person(name: str) -> bool:
    """Two capitalised words or more, none of which names a body."""
    words = [word for word in name.split() if word[:1].isupper()]
    return len(words) >= 2 and not name.casefold().startswith("the ") and not _BODY.search(name)


def _article(appearance: ReviewedAppearance) -> dict[str, Any]:
    return {
        "@type": "NewsArticle",
        "url": appearance.address,
        "headline": appearance.headline,
        "datePublished": appearance.published.isoformat() if appearance.published else "",
        "publisher": {"@type": "Organization", "name": appearance.outlet},
    }


def _without_blanks(value: Any) -> Any:
    """Leave out what is not known rather than say that it is empty."""
    if isinstance(value, dict):
        cleaned = {key: _without_blanks(inner) for key, inner in value.items()}
        return {key: inner for key, inner in cleaned.items() if inner not in ("", [], {}, {"@type": "Organization"})}
    if isinstance(value, list):
        return [_without_blanks(inner) for inner in value]
    return value
