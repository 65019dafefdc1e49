"""The wording lists: filters as they stand in the address, and what is sent to add or change an entry."""

from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.text import slugify

from claims.language.lexicon import WordingReason
from newsdesk.numbers import whole_number

OURS, OFF = "ours", "off"
SHOWN = {"": "All entries", OURS: "Added or changed by the desk", OFF: "Switched off"}
REASON_OF = {slugify(reason.value): reason for reason in WordingReason}


@dataclass(frozen=True, slots=True)
class WordingFilter:
    """What is shown. Whatever cannot be read is left out, so that no address fails."""

    reason: WordingReason | None = None
    q: str = ""
    show: str = ""
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict) -> Self:
        show = query.get("show", "")
        return cls(
            reason=REASON_OF.get(query.get("reason", "")),
            q=" ".join(query.get("q", "").replace("\x00", "").split())[:100],
            show=show if show in SHOWN else "",
            page=whole_number(query.get("page"), digits=4) or 1,
        )

    def with_reason(self, reason: WordingReason | None) -> Self:
        return replace(self, reason=reason, page=1)

    def with_page(self, page: int) -> Self:
        return replace(self, page=page)

    @property
    def reason_slug(self) -> str:
        return slugify(self.reason.value) if self.reason else ""

    def query(self) -> str:
        """The query string with its "?"; "?" alone where nothing is filtered."""
        values = {"reason": self.reason_slug, "q": self.q, "show": self.show, "page": str(self.page)}
        kept = {name: value for name, value in values.items() if value and (name, value) != ("page", "1")}
        return f"?{urlencode(kept)}"


class NeutralForm(forms.Form):
    neutral = forms.CharField(
        label="Neutral wording",
        required=False,
        help_text="What says the same without the colour, in the same form. Leave it empty where there is none.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class NewEntryForm(NeutralForm):
    field_order = ["words", "reason", "neutral"]

    words = forms.CharField(
        label="Words",
        help_text="In lower case, a verb as in “to claim”. Other forms are found too: claimed, claiming; regimes.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "true"}),
        error_messages={"required": "Write the words first."},
    )
    reason = forms.TypedChoiceField(
        label="Reason",
        coerce=WordingReason,
        choices=[
            (reason.value, f"{reason.label}: {reason.means[0].lower()}{reason.means[1:]}") for reason in WordingReason
        ],
        error_messages={"invalid_choice": "Choose one of the four reasons.", "required": "Choose a reason."},
    )


class SwitchForm(forms.Form):
    """`back`: the list's query string, so that the person comes back to where they were."""

    active = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
    back = forms.CharField(required=False, max_length=500)

    def clean_active(self) -> bool:
        return bool(self.cleaned_data["active"] == "yes")

    def clean_back(self) -> str:
        back: Any = self.cleaned_data["back"]
        return back if back.startswith("?") else ""
