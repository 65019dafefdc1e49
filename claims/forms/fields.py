"""Fields that several forms share."""

from typing import Any

from django import forms


class OccurrenceField(forms.IntegerField):
    """Which occurrence of the words in their paragraph, from 1; left empty it is the first."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, min_value=1, **options)

    def clean(self, value: Any) -> int:
        return super().clean(value) or 1
