"""What may be done to one article's row: facts, versions, another try, withdrawing; and its kept original."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.forms import FactsForm, NextVersionForm, WithdrawForm
from articles.models import Article
from articles.services.correct_facts import correct_facts
from articles.services.link_version import file_as_next_version_of
from articles.services.mark_primary import mark_primary
from articles.services.retry_article import retry_article
from articles.services.versions_of import versions_of
from articles.services.withdraw_article import withdraw_article
from articles.views.rows import differences, following_article
from newsdesk.downloads import as_download
from newsdesk.errors import DeskError, NotAllowed
from newsdesk.htmx import redirect_to, render
from newsdesk.permissions import may_open
from newsdesk.requests import StaffRequest

GET_OR_POST = ["GET", "HEAD", "POST"]


def _article(pk: int) -> Article:
    rows = Article.objects.select_related("story", "outlet", "filed_by", "withdrawn_by").defer("body")
    return get_object_or_404(rows, pk=pk)


def _articles_tab(article: Article) -> str:
    """Where the story's articles are listed, which is where these forms are come to from."""
    return reverse("story-articles", args=[article.story_id])


def _facts_page(request: StaffRequest, article: Article, status: int = 200, **forms: object) -> HttpResponse:
    context = {
        "article": article,
        "form": FactsForm.of(article),
        "withdraw_form": WithdrawForm(),
        "log": article.log.select_related("by"),
        "following": following_article(article),
        **forms,
    }
    return render(request, "articles/facts.html", context, status=status)


@require_http_methods(GET_OR_POST)
def article_facts(request: StaffRequest, pk: int) -> HttpResponse:
    article = _article(pk)
    if request.method != "POST":
        return _facts_page(request, article)
    form = FactsForm(request.POST)
    if not form.is_valid():
        return _facts_page(request, article, 422, form=form)
    why = form.cleaned_data["why"]
    changes = correct_facts(article=article, by=request.user, facts=form.changed_facts(), note=why)
    messages.success(request, "The facts are saved." if changes else "Nothing was changed.")
    following = following_article(article) if request.POST.get("then") == "next" else None
    address = reverse("article-facts", args=[following.pk]) if following else _articles_tab(article)
    return redirect_to(request, address)


@require_POST
def article_retry(request: StaffRequest, pk: int) -> HttpResponse:
    article = _article(pk)
    retry_article(article=article, by=request.user)
    messages.success(request, f"“{article}” is tried again.")
    return redirect_to(request, _articles_tab(article))


@require_POST
def article_withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    article = _article(pk)
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        return _facts_page(request, article, 422, withdraw_form=form)
    withdraw_article(article=article, by=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, f"“{article}” is withdrawn.")
    return redirect_to(request, _articles_tab(article))


@require_POST
def article_primary(request: StaffRequest, pk: int) -> HttpResponse:
    article = _article(pk)
    primary = request.POST.get("primary", "yes") == "yes"
    mark_primary(article=article, by=request.user, primary=primary)
    messages.success(request, f"“{article}” is {'marked as' if primary else 'no longer'} primary.")
    return redirect_to(request, reverse("article-facts", args=[article.pk]))


@require_safe
def article_original(request: StaffRequest, pk: int) -> FileResponse:
    """The kept original as a download."""
    article = _article(pk)
    try:
        file = article.original.open("rb")
    except FileNotFoundError:
        raise DeskError(
            "The file as it came is missing from the desk’s storage. Its text is kept.", status=404
        ) from None
    return as_download(file, article.original_name)


@require_http_methods(GET_OR_POST)
def article_versions(request: StaffRequest, pk: int) -> HttpResponse:
    article = _article(pk)
    form = NextVersionForm(request.POST or None, article=article)
    if request.method == "POST":
        if not may_open("article-facts", request.user):
            raise NotAllowed("Only editors say which article is a version of which.")
        if form.is_valid():
            file_as_next_version_of(article=article, previous=form.cleaned_data["previous"], by=request.user)
            messages.success(request, "It is now the next version.")
            return redirect_to(request, reverse("article-versions", args=[pk]))
    chain = versions_of(article)
    at = next(number for number, version in enumerate(chain) if version.pk == article.pk)
    pair = (chain[at - 1], article) if at else (article, chain[1]) if len(chain) > 1 else None
    context = {
        "article": article,
        "chain": chain,
        "form": form,
        "pair": pair,
        "changes": differences(*pair) if pair else [],
    }
    return render(request, "articles/versions.html", context, status=422 if form.errors else 200)
