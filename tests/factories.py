"""Rows for tests, made as the desk would have them. Invented people, places and outlets only."""

import hashlib
from itertools import count
from typing import Any

from django.core.files.base import ContentFile

from articles.models import Article, Outlet, Story
from articles.segmentation import segment
from articles.services.segment_article import keep_paragraphs
from claims.models import Appearance, Claim
from newsdesk.models import User
from newsdesk.roles import Role

PASSWORD = "correct horse battery"
_numbers = count(1)


def make_user(username: str, role: Role = Role.CHECKER, name: str = "") -> User:
    return User.objects.create_user(username, PASSWORD, role=role, name=name or username.title())


def make_story(title: str = "The Harrowgate bridge closes") -> Story:
    return Story.objects.create(title=title)


def make_article(
    text: str, *, story: Story | None = None, outlet: str | None = "The Harbour Post", **facts: Any
) -> Article:
    """An article that has been read and segmented: `text` is its body, paragraphs are cut as the product cuts them."""
    data = f"{text}\n{next(_numbers)}".encode()
    sha256 = hashlib.sha256(data).hexdigest()
    article = Article.objects.create(
        story=story or make_story(),
        outlet=Outlet.objects.get_or_create(name=outlet)[0] if outlet else None,
        body=text,
        original=ContentFile(data, name="copy.txt"),
        original_name="copy.txt",
        original_sha256=sha256,
        original_bytes=len(data),
        media_type="text/plain",
        **facts,
    )
    keep_paragraphs(article, segment(text))
    return article


def make_claim(article: Article, words: str, *, claimant: str = "", **fields: Any) -> Claim:
    """A claim whose one appearance is the first place of `words` in the article."""
    start = article.body.index(words)
    paragraph = article.paragraphs.get(start__lte=start, end__gte=start + len(words))
    claim = Claim.objects.create(story=article.story, text=words, claimant=claimant, **fields)
    Appearance.objects.create(
        claim=claim,
        article=article,
        paragraph=paragraph,
        start=start,
        end=start + len(words),
        text=words,
        claimant=claimant,
        voice="attributed" if claimant else "outlet",
        stance="asserts",
    )
    return claim
