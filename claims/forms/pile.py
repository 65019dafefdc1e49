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
    return Arrangement(_by_number(sent, TITLE), _by_number(sent, INTO))


def _by_number(sent: QueryDict, prefix: str) -> dict[int, str]:
    ends = [(name, name.removeprefix(prefix)) for name in sent if name.startswith(prefix)]
    return {int(end): str(sent[name]) for name, end in ends if end.isascii() and end.isdigit() and len(end) < 16}
