"""What is sent from the verdict panel, read and cleaned. Rules stay in claims.rules and the services."""

from collections.abc import Callable
from typing import Any

from django import forms

from claims.forms.fields import OccurrenceField
from claims.rules.ratings import CitationStance, EvidenceKind, FindingReason, Rating

_STANCES = [(stance.value, stance.label) for stance in CitationStance]
_RATINGS = [(rating.value, rating.label) for rating in Rating]
_OUTSIDE = [(kind.value, kind.label) for kind in EvidenceKind if kind.is_outside]
_REASONS = [(reason.value, reason.label) for reason in FindingReason]


def _choice(
    kind: Callable[[Any], Any], error: str, choices: list[tuple[str, str]], **more: Any
) -> forms.TypedChoiceField:
    messages = {"required": error, "invalid_choice": error}
    return forms.TypedChoiceField(choices=choices, coerce=kind, empty_value=None, error_messages=messages, **more)


def _rationale() -> forms.CharField:
    return forms.CharField(
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5, "class": "copy-input"}),
        error_messages={"required": "A verdict needs its rationale."},
    )


def _note(label: str, wanted: str, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(max_length=5000, label=label, widget=widget, error_messages={"required": wanted}, **more)


class PanelForm(forms.Form):
    """Ids on the page are told apart by the form's prefix word."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{self.name}-%s")
        super().__init__(*args, **kwargs)

    name = "form"

    @property
    def sentence(self) -> str:
        """The first error as a sentence for the person."""
        return next((str(error) for errors in self.errors.values() for error in errors), "")


class MoveForm(PanelForm):
    name = "move"
    note = forms.CharField(required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 2}))


class DraftForm(PanelForm):
    """`rating` comes from the mark that was pressed; `rationale` is None where the page sends none."""

    name = "draft"
    rating = _choice(Rating, "There is no such rating.", _RATINGS, required=False)
    rationale = forms.CharField(required=False, strip=False)

    def clean_rationale(self) -> str | None:
        return self.cleaned_data["rationale"] if "rationale" in self.data else None


class CiteForm(PanelForm):
    name = "cite"
    stance = _choice(CitationStance, "Choose a stance: supports, contradicts or context.", _STANCES)
    paragraph = forms.IntegerField(
        error_messages={"required": "Choose the paragraph first.", "invalid": "Choose the paragraph first."}
    )
    words = forms.CharField(strip=False, error_messages={"required": "Select or paste the words first."})
    occurrence = OccurrenceField()


class EvidenceForm(PanelForm):
    name = "evidence"
    kind = _choice(EvidenceKind, "Choose a kind: address, document or call.", _OUTSIDE)
    stance = _choice(
        CitationStance, "Choose a stance: supports, contradicts or context.", _STANCES, initial=CitationStance.SUPPORTS
    )
    title = forms.CharField(required=False, max_length=300, label="Title, or who was called")
    address = forms.URLField(required=False, max_length=2000, assume_scheme="https")
    on_date = forms.DateField(
        required=False, label="Date of the call, or when it was read", widget=forms.DateInput(attrs={"type": "date"})
    )
    note = forms.CharField(
        required=False,
        max_length=5000,
        label="What it shows, or what was said",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    file = forms.FileField(
        required=False,
        label="Document, or a kept copy of the page",
        help_text="25 MB at most. Kept for the record, handed out as a download only.",
        max_length=250,
    )


class FindingForm(PanelForm):
    name = "finding"
    reason = _choice(FindingReason, "Choose a reason.", _REASONS)
    appearance = _choice(int, "This claim does not appear there.", [], required=False, label="Where the claim appears")
    paragraph = forms.IntegerField(required=False)
    words = forms.CharField(required=False, strip=False)
    occurrence = OccurrenceField()
    neutral = forms.CharField(required=False, max_length=500, label="Neutral wording")
    note = forms.CharField(required=False, max_length=5000, label="Note", widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, places: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["appearance"].choices = [("", "Elsewhere in the copy"), *places]  # type: ignore[attr-defined]


class NoteForm(PanelForm):
    name = "note"
    text = forms.CharField(
        max_length=5000,
        label="New note",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write the note first."},
    )


class LookedForm(PanelForm):
    """Sent to say that nothing changes; the same note goes with a move that opens the claim again."""

    name = "looked"
    note = _note("What you found, if anything", "", required=False)


class SecondReadingForm(PanelForm):
    name = "second"
    rating = _choice(Rating, "Choose a rating: corroborated, disputed, source-biased or unsettled.", _RATINGS)
    note = forms.CharField(required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3}))


class SettleForm(PanelForm):
    name = "settle"
    rating = _choice(Rating, "Choose the rating that stands.", _RATINGS)
    rationale = _rationale()
    note = _note("Why this rating stands", "“Settle” needs a note: write one.")


class CorrectForm(PanelForm):
    name = "correct"
    rationale = _rationale()
    without = forms.TypedMultipleChoiceField(
        required=False, coerce=int, label="Leave out", widget=forms.CheckboxSelectMultiple
    )
    note = _note(
        "Public notice",
        "“Correct” needs a public notice: write one.",
        help_text="Readers see it on the permalink: what was changed and why.",
    )

    def __init__(self, *args: Any, citations: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["without"].choices = citations  # type: ignore[attr-defined]
