"""Whatever the comparison of a story takes as given: a change of it has the story compared again."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from articles.models import Article, Job
from articles.services.correct_facts import correct_facts
from articles.services.link_version import file_as_next_version_of
from articles.services.mark_primary import mark_primary
from articles.services.withdraw_article import withdraw_article
from claims.language.person_names import PersonKind
from claims.language.spans import QuoteKind
from claims.models import Alias, Person, Quote
from claims.services.add_quote import add_quote
from claims.services.alias_edits import dismiss_name, split_name
from claims.services.dismiss_quote import dismiss_quote
from claims.services.merge_people import merge_people, part_people
from claims.services.rename_person import rename_person
from claims.services.set_language import set_language
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db
TEXT = "“It holds,” Ilse Tarn said. The pier is safe."


class Desk:
    """Two articles of a story that has been compared, and one elsewhere that has too."""

    def __init__(self, by: User) -> None:
        self.by = by
        self.article = make_article(TEXT)
        self.other = make_article("Another text.", story=self.article.story, outlet="Oxholm Courier")
        self.elsewhere = make_article("A text elsewhere.", story=make_story("Elsewhere"))
        self.tarn, self.mayor = Person.objects.create(name="Ilse Tarn"), Person.objects.create(name="The mayor")
        self.name = Alias.objects.create(person=self.tarn, text="Ilse Tarn", key="ilse tarn")
        Alias.objects.create(person=self.tarn, text="I. Tarn", key="i tarn")
        self.quote = Quote.objects.create(
            article=self.article, paragraph=self.article.paragraphs.get(), start=1, end=9, text="It holds", kind="direct",
            quoted=[[1, 9]], speaker_name="Ilse Tarn", person=self.tarn,
        )  # fmt: skip
        for article in (self.article, self.elsewhere):
            Job.objects.create(article=article, stage="compare", status="done", finished_at=timezone.now())


CHANGES: dict[str, Callable[[Desk], Any]] = {
    "withdrawn": lambda desk: withdraw_article(article=desk.article, by=desk.by, reason="Twice here."),
    "facts corrected": lambda desk: correct_facts(article=desk.article, by=desk.by, facts={"wire_credit": "ANP"}),
    "marked primary": lambda desk: mark_primary(article=desk.article, by=desk.by),
    "next version": lambda desk: file_as_next_version_of(article=desk.other, previous=desk.article, by=desk.by),
    "quote added": lambda desk: add_quote(
        article_id=desk.article.pk, paragraph_number=1, words="The pier is safe", kind=QuoteKind.INDIRECT, by=desk.by,
        speaker="Ilse Tarn",
    ),
    "quote dismissed": lambda desk: dismiss_quote(quote_id=desk.quote.pk, by=desk.by),
    "people merged": lambda desk: merge_people(kept_id=desk.mayor.pk, merged_id=desk.tarn.pk, by=desk.by),
    "renamed": lambda desk: rename_person(
        person_id=desk.tarn.pk, name="Ilse van Tarn", kind=PersonKind.PERSON, by=desk.by
    ),
    "name dismissed": lambda desk: dismiss_name(alias_id=desk.name.pk, by=desk.by),
    "name split off": lambda desk: split_name(alias_id=desk.name.pk, by=desk.by),
    "language set": lambda desk: set_language(person_id=desk.tarn.pk, language="nl", by=desk.by),
}  # fmt: skip


@pytest.fixture
def desk(editor: User) -> Desk:
    return Desk(editor)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_has_the_story_compared_again_and_no_other(desk: Desk, change: str) -> None:
    CHANGES[change](desk)
    due = Job.objects.filter(status="queued")
    assert [job.article.story for job in due] == [desk.article.story]
    assert due[0].stage == "compare"


def test_a_parted_person_counts_as_a_change_too(desk: Desk) -> None:
    merge_people(kept_id=desk.mayor.pk, merged_id=desk.tarn.pk, by=desk.by)
    Job.objects.update(status="done")
    part_people(merged_id=desk.tarn.pk, by=desk.by)
    assert Job.objects.filter(status="queued").count() == 1


def test_nothing_changed_is_no_reason_to_compare(desk: Desk) -> None:
    correct_facts(article=desk.article, by=desk.by, facts={"wire_credit": ""})
    set_language(person_id=desk.tarn.pk, language="", by=desk.by)
    Article.objects.filter(pk=desk.article.pk).update(is_primary=True)
    mark_primary(article=desk.article, by=desk.by)
    assert not Job.objects.filter(status="queued").exists()


def test_a_story_that_was_never_compared_is_left_to_its_first_comparison(desk: Desk) -> None:
    Job.objects.all().delete()
    withdraw_article(article=desk.article, by=desk.by, reason="Twice here.")
    assert not Job.objects.exists()


@pytest.mark.parametrize("language", ["dutch", "n1", "ñl"])
def test_a_language_is_two_letters(desk: Desk, language: str) -> None:
    with pytest.raises(BadInput, match="two letters"):
        set_language(person_id=desk.tarn.pk, language=language, by=desk.by)


def test_the_language_of_a_merged_person_is_that_of_the_one_who_stands_for_them(desk: Desk) -> None:
    merge_people(kept_id=desk.mayor.pk, merged_id=desk.tarn.pk, by=desk.by)
    with pytest.raises(NotPossibleNow, match="merged into another"):
        set_language(person_id=desk.tarn.pk, language="nl", by=desk.by)
