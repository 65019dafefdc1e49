"""What the pages share on which quotes and claims are edited: the copy above the form, the form kept when refused."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from articles.models import Article, Paragraph
from claims.language.highlight import Mark, Segment, segments_of
from claims.language.locating import occurrence_at
from claims.models import Appearance, Quote
from claims.templatetags.addresses import copy_link
from newsdesk.errors import DeskError
from newsdesk.htmx import redirect_to


def attempt(form: forms.Form, act: Callable[[dict[str, Any]], Any]) -> tuple[Any, int]:
    """What the act gave and 200; or None and the status of the refusal, whose sentence the form then carries."""
    if not form.is_valid():
        return None, 422
    try:
        return act(form.cleaned_data), 200
    except DeskError as error:
        form.add_error(None, error.sentence)
        return None, error.status


def done(request: HttpRequest, said: str, row: Quote | Appearance, *, opens: bool = True) -> HttpResponse:
    """Back to the article with a message, where the row is listed; with `opens` False to the top of its part."""
    messages.success(request, said)
    row.refresh_from_db(fields=["paragraph"])  # corrected, it may stand in another one
    address = copy_link(row.article_id, row.paragraph.number, anchor_of(row))
    return redirect_to(request, address if opens else address.partition("#")[0])


def anchor_of(row: Quote | Appearance) -> str:
    """The id under which the article page lists it."""
    return f"{'quote' if isinstance(row, Quote) else 'appearance'}-{row.pk}"


def article_of(pk: int) -> Article:
    """The article that is edited, with story and outlet; Http404 where there is none."""
    return get_object_or_404(Article.objects.select_related("story", "outlet"), pk=pk)


def paragraphs_of(article: Article) -> list[Paragraph]:
    return list(article.paragraphs.order_by("number").defer("search", "folded_sha256"))


def around(paragraph: Paragraph, start: int, end: int) -> dict[str, Any]:
    """The paragraph with a span marked, and its neighbours for context."""
    numbers = (paragraph.number - 1, paragraph.number + 1)
    beside = {row.number: row for row in Paragraph.objects.filter(article=paragraph.article_id, number__in=numbers)}
    pieces: list[Segment] = segments_of(paragraph.text, [Mark(start, end, "open")], offset=paragraph.start)
    return {
        "paragraph": paragraph,
        "pieces": pieces,
        "before": beside.get(numbers[0]),
        "after": beside.get(numbers[1]),
    }


def words_of(row: Any) -> dict[str, Any]:
    """What a form about a quote or an appearance starts with."""
    start = row.start - row.paragraph.start
    return {"words": row.text, "occurrence": occurrence_at(row.paragraph.text, row.text, start)}


def speakers_in(article_id: int) -> list[str]:
    """The names that the article's quotes have, for the list beside a field."""
    names = Quote.objects.filter(article=article_id).exclude(speaker_name="").order_by("speaker_name")
    return list(names.values_list("speaker_name", flat=True).distinct())
