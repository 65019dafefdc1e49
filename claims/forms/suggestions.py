"""What is sent to decide about a suggestion."""

from django import forms

from claims.services.decide_suggestion import LONGEST_NOTE


class DecideForm(forms.Form):
    """`note` says why, where somebody wants to; `join` joins the desk's claims; `member` is the number of one place."""

    note = forms.CharField(max_length=LONGEST_NOTE, required=False)
    join = forms.BooleanField(required=False)
    member = forms.IntegerField(min_value=0, max_value=10_000, required=False)


class OriginsForm(forms.Form):
    """`articles` may be sent several times: the ids of those that are joined or parted."""

    note = forms.CharField(max_length=LONGEST_NOTE, required=False)
    articles = forms.TypedMultipleChoiceField(
        coerce=int, error_messages={"required": "Choose the articles first.", "invalid_choice": "No such article."}
    )

    def __init__(self, *args: object, article_ids: list[int], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["articles"].choices = [(str(pk), str(pk)) for pk in article_ids]  # type: ignore[attr-defined]
