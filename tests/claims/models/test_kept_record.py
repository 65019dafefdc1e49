"""What the database itself refuses of verdicts and the log, whatever code asks for it."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError
from django.utils import timezone

from claims.models import Citation, Finding, LogEntry, Verdict
from newsdesk.models import User
from tests.factories import make_article, make_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(checker: User) -> Verdict:
    article = make_article("The bridge closed on Monday.\nThe mayor said it was safe.")
    claim = make_claim(article, "The bridge closed on Monday.")
    verdict = Verdict.objects.create(claim=claim, rating="disputed", rationale="Two say so.", by=checker)
    paragraph = article.paragraphs.get(number=1)
    Citation.objects.create(
        verdict=verdict,
        number=1,
        kind="paragraph",
        stance="supports",
        paragraph=paragraph,
        start=0,
        end=10,
        words="The bridge",
    )
    Finding.objects.create(
        verdict=verdict, paragraph=paragraph, start=0, end=10, text="The bridge", reason="loaded word"
    )
    Verdict.objects.filter(pk=verdict.pk).update(published_at=timezone.now())
    verdict.refresh_from_db()
    return verdict


CHANGES: dict[str, Callable[[Verdict], object]] = {
    "rating": lambda v: Verdict.objects.filter(pk=v.pk).update(rating="corroborated"),
    "unpublish": lambda v: Verdict.objects.filter(pk=v.pk).update(published_at=None),
    "drop": lambda v: Verdict.objects.filter(pk=v.pk)._raw_delete("default"),
    "citation": lambda v: v.citations.update(words="Other words"),
    "drop citation": lambda v: v.citations.all().delete(),
    "add citation": lambda v: Citation.objects.create(
        verdict=v, number=2, kind="call", stance="context", title="A call"
    ),
    "finding": lambda v: v.findings.update(text="Other words"),
    "drop finding": lambda v: v.findings.all().delete(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_published_verdict_never_changes(published: Verdict, change: str) -> None:
    with pytest.raises(IntegrityError):
        CHANGES[change](published)


def test_a_draft_may_change(published: Verdict, checker: User) -> None:
    draft = Verdict.objects.create(claim=published.claim, version=2, by=checker)
    Citation.objects.create(verdict=draft, number=1, kind="call", stance="context", title="A call")
    draft.citations.update(title="Another call")
    draft.delete()
    assert not Verdict.objects.filter(version=2).exists()


def test_nobody_confirms_their_own_verdict(published: Verdict, checker: User) -> None:
    with pytest.raises(IntegrityError, match="nobody_confirms_their_own_verdict"):
        Verdict.objects.create(claim=published.claim, version=2, by=checker, second_reader=checker)


@pytest.mark.parametrize("who", ["by", "second_reader"])
def test_nobody_settles_their_own_dispute(published: Verdict, checker: User, second_checker: User, who: str) -> None:
    people = {"by": checker, "second_reader": second_checker}
    with pytest.raises(IntegrityError, match="nobody_settles_their_own_dispute"):
        Verdict.objects.create(claim=published.claim, version=2, **people, settled_by=people[who])


def test_cited_words_are_pinned(published: Verdict, checker: User) -> None:
    draft = Verdict.objects.create(claim=published.claim, version=2, by=checker)
    with pytest.raises(IntegrityError, match="cited_words_are_pinned"):
        Citation.objects.create(verdict=draft, number=1, kind="paragraph", stance="supports", words="The bridge")


def test_the_log_never_changes(published: Verdict) -> None:
    LogEntry.objects.create(
        claim=published.claim, move="take", from_status="new", to_status="in check", seconds_in_status=1
    )
    with pytest.raises(IntegrityError):
        LogEntry.objects.update(move="release")
