"""Quotes, edited by staff: added from selected words, corrected, split, merged, dismissed, restored."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_POST

from articles.models import Paragraph
from claims.forms.edits import MergeForm, NewQuoteForm, QuoteForm, SplitForm
from claims.language.spans import QuoteKind
from claims.models import Quote
from claims.services.add_quote import add_quote
from claims.services.correct_quote import correct_quote
from claims.services.dismiss_quote import dismiss_quote, restore_quote
from claims.services.edited_words import guess_kind, place_of
from claims.services.merge_quotes import following_quote, merge_quotes
from claims.services.split_quote import split_quote
from claims.views.edit_page import (
    anchor_of,
    around,
    article_of,
    attempt,
    done,
    paragraphs_of,
    speakers_in,
    words_of,
)
from newsdesk.errors import DeskError
from newsdesk.htmx import render
from newsdesk.requests import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
def quote_add(request: StaffRequest, pk: int) -> HttpResponse:
    """A form for a new quote. Words sent without a kind (from the selection toolbar) open it filled in."""
    article = article_of(pk)
    paragraphs = paragraphs_of(article)
    status = 200
    if "kind" in request.POST:
        form = NewQuoteForm(request.POST, paragraphs=paragraphs)
        quote, status = attempt(
            form,
            lambda sent: add_quote(
                article_id=pk, paragraph_number=sent["paragraph"], words=sent["words"], occurrence=sent["occurrence"],
                kind=sent["kind"], speaker=sent["speaker"], cue=sent["cue"], by=request.user,
            ),
        )  # fmt: skip
        if quote:
            return done(request, "Quote added.", quote)
    else:
        form = NewQuoteForm(initial=_begun(article, paragraphs, request.POST), paragraphs=paragraphs)
    context = {"article": article, "paragraphs": paragraphs, "form": form, "what": "quote", "speakers": speakers_in(pk)}
    return render(request, "claims/edit_add.html", context, status=status)


def _begun(article: Any, paragraphs: list[Paragraph], sent: Any) -> dict[str, Any]:
    """What the form starts with: the words as selected, and the kind that their marks suggest."""
    begun = {name: sent.get(name, "") for name in ("paragraph", "words")} | {"occurrence": sent.get("occurrence") or 1}
    try:
        place = place_of(article, int(begun["paragraph"]), begun["words"], int(begun["occurrence"]))
    except (DeskError, ValueError):
        return begun | {"kind": QuoteKind.DIRECT}
    return begun | {"kind": guess_kind(place)}


@require_http_methods(["GET", "HEAD", "POST"])
def quote(request: StaffRequest, pk: int) -> HttpResponse:
    """One quote with everything that can be done to it; posting corrects it."""
    row = _quote(pk)
    form, status = _correct_form(row, request.POST or None), 200
    if request.method == "POST":
        changed, status = attempt(form, lambda sent: correct_quote(quote_id=pk, by=request.user, **sent))
        if changed:
            return done(request, "Quote corrected.", row)
    return _show(request, row, status, form=form)


@require_POST
def quote_split(request: StaffRequest, pk: int) -> HttpResponse:
    row, form = _quote(pk), SplitForm(request.POST)
    parts, status = attempt(form, lambda sent: split_quote(quote_id=pk, by=request.user, **sent))
    return done(request, "Quote split in two.", row) if parts else _show(request, row, status, split_form=form)


@require_POST
def quote_merge(request: StaffRequest, pk: int) -> HttpResponse:
    row, form = _quote(pk), MergeForm(request.POST)
    merged, status = attempt(form, lambda sent: merge_quotes(quote_id=pk, with_id=sent["other"], by=request.user))
    return done(request, "Quotes merged.", row) if merged else _show(request, row, status, merge_form=form)


@require_POST
def quote_dismiss(request: StaffRequest, pk: int) -> HttpResponse:
    row = dismiss_quote(quote_id=pk, by=request.user)
    return done(request, "Quote dismissed. It can be restored under “Dismissed”.", row, opens=False)


@require_POST
def quote_restore(request: StaffRequest, pk: int) -> HttpResponse:
    row = restore_quote(quote_id=pk, by=request.user)
    return done(request, "Quote restored.", row)


def _quote(pk: int) -> Quote:
    return get_object_or_404(Quote.objects.select_related("article__story", "article__outlet", "paragraph"), pk=pk)


def _correct_form(row: Quote, sent: Any) -> QuoteForm:
    initial = words_of(row) | {"kind": row.kind, "speaker": row.speaker_name, "cue": row.cue_text}
    return QuoteForm(sent, initial=initial)


def _show(request: StaffRequest, row: Quote, status: int, **forms: Any) -> HttpResponse:
    context = {
        "quote": row,
        "article": row.article,
        "anchor": anchor_of(row),
        "form": forms.get("form") or _correct_form(row, None),
        "split_form": forms.get("split_form") or SplitForm(),
        "merge_form": forms.get("merge_form") or MergeForm(),
        "following": following_quote(row),
        "speakers": speakers_in(row.article_id),
        "edits": row.edits.select_related("by").order_by("-at", "-id"),
        **around(row.paragraph, row.start, row.end),
    }
    return render(request, "claims/edit_quote.html", context, status=status)
