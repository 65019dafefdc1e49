"""What an editor sends of a pile: its files, and where each article goes."""

from django import forms
from django.http import QueryDict

from articles.forms import FilesField
from claims.services.arrange_pile import Arrangement

TITLE, INTO = "title-", "into-"


class PileForm(forms.Form):
    """The files; zips and CSVs are taken apart."""

    files = FilesField(label="Files")  # type: ignore[assignment]  # a field, as in every form


def arrangement_of(sent: QueryDict) -> Arrangement:
    """The fields `title-<number>` and `into-<item>` of the page."""
    return Arrangement(
        {number: str(sent[TITLE + str(number)]) for number in _numbers(sent, TITLE)},
        {item: str(sent[INTO + str(item)]) for item in _numbers(sent, INTO)},
    )


def _numbers(sent: QueryDict, prefix: str) -> list[int]:
    ends = [name.removeprefix(prefix) for name in sent if name.startswith(prefix)]
    return [int(end) for end in ends if end.isascii() and end.isdigit() and len(end) < 16]
