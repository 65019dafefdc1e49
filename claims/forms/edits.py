"""What is sent to edit quotes and claims: a paragraph's number, words and which occurrence of them, never offsets."""

from typing import Any

from django import forms

from articles.models import Paragraph
from claims.forms.fields import OccurrenceField
from claims.language.spans import QuoteKind, Stance, Voice

_KINDS = [
    (QuoteKind.DIRECT.value, "Direct: all of it stands in quotation marks"),
    (QuoteKind.MIXED.value, "Mixed: some of it stands in quotation marks"),
    (QuoteKind.INDIRECT.value, "Indirect: reported without quotation marks"),
    (QuoteKind.SCARE.value, "In quotation marks, but said by nobody: a term, a title, a nickname"),
]
_VOICES = [
    (Voice.ATTRIBUTED.value, "Attributed: the copy says who claims it"),
    (Voice.OUTLET.value, "The outlet’s own voice"),
]
_STANCES = [
    (Stance.ASSERTS.value, "Asserts it"),
    (Stance.DENIES.value, "Denies it"),
    (Stance.DOUBTS.value, "Doubts it"),
]


class WordsForm(forms.Form):
    """Words of a paragraph. `data-fill` lets newsdesk.js bring in what is selected in the copy."""

    words = forms.CharField(
        label="Words",
        max_length=20_000,
        help_text="As the copy has them. Select them in the copy above, or paste them here.",
        widget=forms.Textarea(attrs={"rows": 3, "class": "copy-input", "data-fill": "words"}),
        error_messages={"required": "Select or paste the words first."},
    )
    occurrence = OccurrenceField(
        label="Which occurrence",
        initial=1,
        help_text="Where the words stand in the paragraph more than once.",
        widget=forms.NumberInput(attrs={"data-fill": "occurrence", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{type(self).__name__.removesuffix('Form').lower()}-%s")
        super().__init__(*args, **kwargs)


class QuoteForm(WordsForm):
    field_order = ["words", "kind", "speaker", "cue", "occurrence"]

    kind = forms.TypedChoiceField(label="Kind", choices=_KINDS, coerce=QuoteKind)
    speaker = forms.CharField(
        label="Speaker", required=False, max_length=300, help_text="The fullest name that the article gives.",
        widget=forms.TextInput(attrs={"list": "speakers", "autocomplete": "off"}),
    )  # fmt: skip
    cue = forms.CharField(
        label="Cue", required=False, max_length=200, help_text="The word that reports: said, denied, according to."
    )


class ClaimForm(WordsForm):
    field_order = ["words", "text", "voice", "claimant", "stance", "occurrence"]

    text = forms.CharField(
        label="Claim", required=False, max_length=5_000,
        help_text="The proposition, where the words alone do not say it. Left blank, the words are the claim.",
        widget=forms.Textarea(attrs={"rows": 2, "class": "copy-input"}),
    )  # fmt: skip
    voice = forms.TypedChoiceField(label="Voice", choices=_VOICES, coerce=Voice)
    claimant = forms.CharField(
        label="Claimant", required=False, max_length=300, help_text="Who makes the claim, where it is attributed.",
        widget=forms.TextInput(attrs={"list": "speakers", "autocomplete": "off"}),
    )  # fmt: skip
    stance = forms.TypedChoiceField(label="Stance", choices=_STANCES, coerce=Stance)


class InParagraph(forms.Form):
    """For adding: which paragraph of the article. Repeats of another paragraph are not offered."""

    paragraph = forms.TypedChoiceField(
        label="Paragraph", coerce=int, widget=forms.Select(attrs={"data-fill": "paragraph"})
    )

    def __init__(self, *args: Any, paragraphs: list[Paragraph], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paragraph"].choices = [  # type: ignore[attr-defined]
            (row.number, f"¶{row.number} {' '.join(row.text.split())[:60]}")
            for row in paragraphs
            if row.duplicate_of_id is None
        ]


class NewQuoteForm(InParagraph, QuoteForm):
    field_order = ["paragraph", *QuoteForm.field_order]


class NewClaimForm(InParagraph, ClaimForm):
    field_order = ["paragraph", *ClaimForm.field_order]


class SplitForm(WordsForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = "Words with which the second part begins"
        self.fields["words"].widget.attrs["rows"] = 2


class MergeForm(forms.Form):
    """`other` is the id of the one that follows: sent twice, it merges once."""

    other = forms.IntegerField(widget=forms.HiddenInput)


class JoinForm(forms.Form):
    """The public ids of the claims to be joined into the one at hand."""

    claims = forms.MultipleChoiceField(
        error_messages={
            "required": "Choose at least one other claim to join.",
            "invalid_choice": "One of these claims cannot be joined any more: look at the list again.",
        }
    )

    def __init__(self, *args: Any, others: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["claims"].choices = [(public_id, public_id) for public_id in others]  # type: ignore[attr-defined]
