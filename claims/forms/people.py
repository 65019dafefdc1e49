"""What is sent to name people, merge them and split their names."""

from typing import Any

from django import forms

from articles.models import Story
from claims.language.person_names import PersonKind

_KINDS = [
    (PersonKind.PERSON.value, "A person"),
    (PersonKind.BODY.value, "A body: an organisation, a government, an office"),
]


class RenameForm(forms.Form):
    name = forms.CharField(
        label="Name on this desk",
        max_length=300,
        help_text="Names in the copy stay as they were written.",
        error_messages={"required": "Type a name first."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    kind = forms.TypedChoiceField(label="Kind", choices=_KINDS, coerce=PersonKind)


LANGUAGES = [
    ("", "Not known"), ("ar", "Arabic"), ("bg", "Bulgarian"), ("cs", "Czech"), ("da", "Danish"), ("de", "German"),
    ("el", "Greek"), ("en", "English"), ("es", "Spanish"), ("et", "Estonian"), ("fa", "Persian"), ("fi", "Finnish"),
    ("fr", "French"), ("he", "Hebrew"), ("hi", "Hindi"), ("hr", "Croatian"), ("hu", "Hungarian"), ("id", "Indonesian"),
    ("it", "Italian"), ("ja", "Japanese"), ("ka", "Georgian"), ("ko", "Korean"), ("lt", "Lithuanian"), ("lv", "Latvian"),
    ("nl", "Dutch"), ("no", "Norwegian"), ("pl", "Polish"), ("pt", "Portuguese"), ("ro", "Romanian"), ("ru", "Russian"),
    ("sk", "Slovak"), ("sl", "Slovenian"), ("sr", "Serbian"), ("sv", "Swedish"), ("sw", "Swahili"), ("th", "Thai"),
    ("tr", "Turkish"), ("uk", "Ukrainian"), ("ur", "Urdu"), ("vi", "Vietnamese"), ("zh", "Chinese"),
]  # fmt: skip
"""ISO 639-1 code → name, by code."""


class LanguageForm(forms.Form):
    language = forms.ChoiceField(
        label="Language this person speaks",
        required=False,
        choices=[LANGUAGES[0], *sorted(LANGUAGES[1:], key=lambda one: one[1])],
        help_text="Words spoken in another language than the copy’s come to outlets by different translators.",
    )


class MergeForm(forms.Form):
    """The person who is to stand for this one from now on comes from the address; `other` is merged into them."""

    other = forms.IntegerField(
        min_value=1, max_value=2**63 - 1, error_messages={"required": "Choose whom to merge first."}
    )


class SplitNameForm(forms.Form):
    """`story` 0 splits the name off everywhere; a name that is known from one story only is not asked about it."""

    story = forms.TypedChoiceField(label="Where", coerce=int)

    def __init__(self, *args: Any, stories: list[Story], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("0", "In every story")] + [(str(story.pk), f"Only in “{story.title}”") for story in stories]
        self.fields["story"].choices = choices  # type: ignore[attr-defined]
        if not stories:
            del self.fields["story"]
