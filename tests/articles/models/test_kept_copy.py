"""What the database itself refuses, whatever code asks for it."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection

from articles.models import Article, ArticleLogEntry
from tests.factories import make_article

pytestmark = pytest.mark.django_db
TEXT = "The bridge closed on Monday.\nThe mayor said it was safe."


def change_the_body(article: Article) -> None:
    article.body = article.body.replace("safe", "unsafe")
    article.save(update_fields=["body"])


def change_the_original(article: Article) -> None:
    article.original_sha256 = "0" * 64
    article.save(update_fields=["original_sha256"])


def change_a_paragraph(article: Article) -> None:
    article.paragraphs.update(text="Something else.")


def drop_a_paragraph(article: Article) -> None:
    article.paragraphs.all()._raw_delete("default")


def drop_the_article(article: Article) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_article WHERE id = %s", [article.pk])


def change_the_log(article: Article) -> None:
    ArticleLogEntry.objects.create(article=article, action="withdrawn")
    ArticleLogEntry.objects.update(note="never happened")


@pytest.mark.parametrize(
    "act",
    [change_the_body, change_the_original, change_a_paragraph, drop_a_paragraph, drop_the_article, change_the_log],
)
def test_filed_copy_never_changes(act: Callable[[Article], None]) -> None:
    article = make_article(TEXT)
    with pytest.raises(IntegrityError):
        act(article)


def test_a_body_is_written_once_after_filing() -> None:
    article = make_article("")
    article.body = TEXT
    article.save(update_fields=["body"])
    article.refresh_from_db()
    assert article.body == TEXT


def test_the_same_bytes_are_filed_once_unless_withdrawn() -> None:
    article = make_article(TEXT)
    again = {
        name: getattr(article, name)
        for name in ("story", "original", "original_name", "original_sha256", "original_bytes")
    }
    article.withdrawn_reason = "misfiled"
    with pytest.raises(IntegrityError, match="article_bytes_are_filed_once"):
        Article.objects.create(**again)
