"""Which offer is meant, as its form sends it."""

from typing import Any

from django import forms

from claims.forms.review import PanelForm

_GONE = "There is no such offer for this claim."


class OfferForm(PanelForm):
    """An offer's key, `article:start-end:kind`, read into what the service takes."""

    name = "offer"
    offer = forms.RegexField(
        r"\A\d{1,15}:\d{1,9}-\d{1,9}:[a-z -]{1,40}\Z", error_messages={"required": _GONE, "invalid": _GONE}
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        key = cleaned.pop("offer", "")
        if not key:
            return cleaned
        article, span, kind = key.split(":")
        start, end = span.split("-")
        return {"article_id": int(article), "start": int(start), "end": int(end), "kind": kind}
