"""What people fill in about stories and articles. Forms check; services write."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q

from articles.models import Article, Outlet
from articles.services.file_upload import Offered
from articles.services.given_facts import GivenFacts

PASTED = "pasted text.txt"


class FilesInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)


class FilesField(forms.FileField):
    """Any number of files; an empty one is left for filing to refuse, so that the others go through."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = [file for file in (data if isinstance(data, (list, tuple)) else [data]) if file is not None]
        if self.required and not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return files


class _GivenFactsFields(forms.Form):
    outlet = forms.CharField(max_length=200, required=False, widget=forms.TextInput({"list": "outlets"}))
    headline = forms.CharField(max_length=500, required=False)
    byline = forms.CharField(max_length=300, required=False)
    published_on = forms.DateField(label="Date", required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    published_time = forms.TimeField(label="Time", required=False, widget=forms.TimeInput({"type": "time"}, "%H:%M"))
    url = forms.URLField(label="Address", max_length=2000, required=False, assume_scheme="https")

    def outlet_names(self) -> list[str]:
        """The outlets known to the desk, which the field offers."""
        return list(Outlet.objects.values_list("name", flat=True)[:500])

    def facts(self) -> GivenFacts:
        return GivenFacts(**{field: self.cleaned_data[field] for field in _GivenFactsFields.base_fields})


class FileForm(_GivenFactsFields):
    """Files or pasted text for a story, with what is known of them."""

    files = FilesField(label="Files", required=False)  # type: ignore[assignment]  # a field, as in every form
    text = forms.CharField(
        label="Pasted text", required=False, strip=False, widget=forms.Textarea({"class": "copy-input", "rows": 8})
    )
    field_order: tuple[str, ...] = ("files", "text")
    something_is_needed = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        count = len(cleaned.get("files") or []) + bool((cleaned.get("text") or "").strip())
        if not count and self.something_is_needed:
            raise forms.ValidationError("Choose files or paste the text of an article.")
        if count > 1 and any(cleaned.get(field) for field in ("headline", "byline", "url")):
            raise forms.ValidationError(
                "Headline, byline and address belong to one article. File one alone, or leave them empty and set them afterwards."
            )
        return cleaned

    def offered(self) -> list[Offered]:
        """What there is to file, in the order given, pasted text last. Uploaded files are read one at a time."""
        facts = self.facts()
        one_by_one = [Offered(file.name or "", file, facts, size=file.size) for file in self.cleaned_data["files"]]
        text = self.cleaned_data["text"]
        if text.strip():
            one_by_one.append(Offered(PASTED, text.replace("\r\n", "\n").encode("utf-8", "replace"), facts))
        return one_by_one


class NewStoryForm(FileForm):
    title = forms.CharField(max_length=200, help_text="The event, as the desk would name it.")
    note = forms.CharField(
        label="What the desk wants to find out",
        required=False,
        help_text="Staff only.",
        widget=forms.Textarea({"rows": 2}),
    )
    field_order = ("title", "note", "files", "text")
    something_is_needed = False


class FactsForm(_GivenFactsFields):
    """Everything that may be corrected of an article. What the page showed is sent along, so that a field left alone does
    not undo what a worker or a colleague wrote meanwhile."""

    dateline = forms.CharField(max_length=200, required=False)
    wire_credit = forms.CharField(max_length=200, required=False, help_text="The agency that the copy names.")
    why = forms.CharField(label="Note for the log", max_length=500, required=False)
    field_order = ("outlet", "headline", "byline", "dateline", "published_on", "published_time", "url", "wire_credit")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.show_hidden_initial = name != "why"

    def changed_facts(self) -> dict[str, Any]:
        """The facts that were changed on the page, by field."""
        return {name: self.cleaned_data[name] for name in self.changed_data if name != "why"}

    @classmethod
    def of(cls, article: Article) -> "FactsForm":
        fields = [field for field in cls.base_fields if field not in ("outlet", "why")]
        initial = {field: getattr(article, field) for field in fields}
        return cls(initial=initial | {"outlet": article.outlet.name if article.outlet else ""})


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label="Why is it withdrawn?", max_length=2000, widget=forms.Textarea({"rows": 2}), help_text="Kept in the log."
    )


class NextVersionForm(forms.Form):
    """Which article of the story this one replaces."""

    previous = forms.ModelChoiceField(Article.objects.none(), label="This is the changed copy of")

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newest = Q(replaced_by=None) | Q(replaced_by__withdrawn_at__isnull=False)
        others = Article.objects.filter(newest, story_id=article.story_id, withdrawn_at=None)
        field = self.fields["previous"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = others.exclude(pk=article.pk).select_related("outlet").defer("body")
        field.label_from_instance = lambda obj: f"{obj.outlet_name}: {obj}"[:160]  # type: ignore[method-assign]
