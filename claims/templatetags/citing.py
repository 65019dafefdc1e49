"""The numbers in a rationale lead to the citations that they name."""

import re
from collections.abc import Iterable

from django import template
from django.utils.html import escape, linebreaks
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_NUMBER = re.compile(r"\[(\d{1,3})\]")


@register.filter
def with_citations(rationale: str, citations: Iterable[object]) -> SafeString:
    """The rationale in paragraphs, escaped, with each “[2]” that names one of `citations` (by .number) a link to #cite-2."""
    numbers = {getattr(citation, "number", None) for citation in citations}

    def link(found: re.Match[str]) -> str:
        number = int(found[1])
        return f'<a href="#cite-{number}">[{number}]</a>' if number in numbers else found[0]

    # Escaped first, so that the only markup is ours: the digits of the pattern.
    return mark_safe(_NUMBER.sub(link, linebreaks(escape(rationale))))
