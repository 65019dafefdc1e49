"""Whose names are whose: full names everywhere, surnames inside a story, staff before the machine."""

import threading
from functools import partial
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection, transaction

from articles.models import Article, Story
from claims.models import Alias, Claim, Person, Quote
from claims.services.link_people import link_people
from newsdesk.models import User
from tests.factories import make_article, make_claim, make_story
from tests.racing import at_once

pytestmark = pytest.mark.django_db


def say(names: list[str], story: Story | None = None) -> Story:
    """An article of the story in which each name says something; its people are linked."""
    story = story or make_story()
    article = make_article("\n\n".join(f"“Words {n}” of somebody." for n, _ in enumerate(names)), story=story)
    for paragraph, name in zip(article.paragraphs.all(), names, strict=True):
        Quote.objects.create(
            article=article, paragraph=paragraph, start=paragraph.start + 1, end=paragraph.start + 6,
            text=article.body[paragraph.start + 1 : paragraph.start + 6], kind="direct", speaker_name=name,
        )  # fmt: skip
    with transaction.atomic():
        link_people(story_id=story.pk)
    return story


def who(story: Story) -> dict[str, str | None]:
    """Name as written → the name of the person it leads to."""
    rows = Quote.objects.filter(article__story=story).select_related("person__merged_into")
    return {row.speaker_name: row.person.root.name if row.person else None for row in rows}


@pytest.mark.parametrize(
    "other", ["Volodar Kelenskyy", "VOLODAR KELENSKIY", "President Volodar Kelensky", "Volodár Kelensky"]
)
def test_a_full_name_is_one_person_in_every_story(other: str) -> None:
    first, second = say(["Volodar Kelensky"]), say([other])
    assert who(first) == {"Volodar Kelensky": "Volodar Kelensky"}
    assert who(second) == {other: "Volodar Kelensky"}
    assert Person.objects.count() == 1
    assert set(Alias.objects.values_list("text", "story")) == {("Volodar Kelensky", None), (other, None)}


def test_two_full_names_with_one_surname_are_two_people() -> None:
    story = say(["Ada Brandt", "Karl Brandt"])
    assert who(story) == {"Ada Brandt": "Ada Brandt", "Karl Brandt": "Karl Brandt"}


@pytest.mark.parametrize(
    ("names", "surname", "meant"),
    [
        (["Ada Brandt"], "Brandt", "Ada Brandt"),
        (["Ada Brandt"], "Mayor Brandt", "Ada Brandt"),
        (["Ada Brandt"], "A. Brandt", "Ada Brandt"),
        (["Ada Brandt"], "K. Brandt", "K. Brandt"),
        (["Ada Brandt", "Karl Brandt"], "Brandt", None),
        (["Ada Brandt", "Karl Brandt"], "K. Brandt", "Karl Brandt"),
        (["Ada Brandt", "Mayor Ada Brandt"], "Brandt", "Ada Brandt"),
        (["Volodar Kelenskyy"], "Kelensky", "Volodar Kelenskyy"),
        (["the Citadel"], "Citadel", "Citadel"),
        (["Ada Brandtner"], "Brandt", "Brandt"),
    ],
)
def test_a_surname_means_the_one_who_bears_it_in_the_story(names: list[str], surname: str, meant: str | None) -> None:
    story = say([*names, surname])
    assert who(story)[surname] == meant


def test_a_surname_alone_means_nobody_of_another_story() -> None:
    say(["Ada Brandt"])
    story = say(["Brandt"])
    other = say(["Brandt"])
    assert who(story) == {"Brandt": "Brandt"}
    people = Quote.objects.filter(speaker_name="Brandt").values_list("person", flat=True)
    assert len(set(people)) == 2
    assert Alias.objects.filter(text="Brandt", story=other).exists()


def test_a_surname_follows_the_full_name_that_comes_later_and_lets_go_when_two_bear_it() -> None:
    story = say(["Brandt"])
    assert who(say(["Ada Brandt"], story))["Brandt"] == "Ada Brandt"
    assert who(say(["Karl Brandt"], story))["Brandt"] is None
    assert Alias.objects.get(text="Brandt").dismissed_at is not None


@pytest.mark.parametrize("name", ["officials", "Ada Brandt and Karl Orr", "somebody unnamed", ""])
def test_what_names_nobody_is_linked_to_nobody(name: str) -> None:
    assert who(say([name])) == {name: None}
    assert not Person.objects.exists()


def test_claims_and_their_places_are_linked_too() -> None:
    article = make_article("The crack is 12 metres long.")
    claim = make_claim(article, "The crack is 12 metres long.", claimant="Ada Brandt")
    link_people(story_id=article.story_id)
    claim.refresh_from_db()
    assert claim.person == claim.appearances.get().person == Person.objects.get(name="Ada Brandt")


def test_linking_again_changes_nothing_and_asks_little(django_assert_max_num_queries) -> None:
    story = say([f"Person{n} Name{n}x" for n in range(40)])
    before = list(Alias.objects.values())
    with django_assert_max_num_queries(8):
        link_people(story_id=story.pk)
    assert list(Alias.objects.values()) == before


def test_a_name_that_staff_made_anothers_or_nobodys_stays_so(editor: User) -> None:
    story = say(["Ada Brandt", "Breaking News"])
    other = Person.objects.create(name="The other Ada Brandt", made_by=editor)
    Alias.objects.filter(text="Ada Brandt").update(person=other, made_by=editor)
    Alias.objects.filter(text="Breaking News").update(dismissed_by=editor, dismissed_at=editor.date_joined)
    say(["Ada Brandt", "Breaking News"], story)
    assert who(story) == {"Ada Brandt": "The other Ada Brandt", "Breaking News": None}


def test_a_surname_that_staff_merged_into_somebody_stays_with_them(editor: User) -> None:
    story = say(["Brandt"])
    say(["Ida Vale"])
    Person.objects.filter(name="Brandt").update(merged_into=Person.objects.get(name="Ida Vale"))
    assert who(say(["Ada Brandt"], story))["Brandt"] == "Ida Vale"


@pytest.mark.django_db(transaction=True)
def test_two_workers_that_meet_one_new_name_make_one_person() -> None:
    articles: list[Article] = []
    for _ in range(2):
        article = make_article("The crack is 12 metres long.", story=make_story())
        make_claim(article, "The crack is 12 metres long.", claimant="Ada Brandt")
        articles.append(article)
    inserted = threading.Barrier(2, timeout=20)

    def work(article: Article) -> None:
        with transaction.atomic():
            inserted.wait()
            link_people(story_id=article.story_id)

    assert at_once(*(partial(work, article) for article in articles)) == [None, None]
    assert Person.objects.count() == 1
    assert set(Claim.objects.values_list("person", flat=True)) == {Person.objects.get().pk}


def test_the_migration_links_what_is_there_already() -> None:
    story = say(["Ada Brandt", "Brandt"])
    Quote.objects.update(person=None)
    Alias.objects.all().delete()
    Person.objects.all().delete()
    migration = import_module("claims.migrations.0004_people_and_retired_suggestions")
    with connection.schema_editor() as editor:
        migration.link_everybody(apps, editor)
    assert who(story) == {"Ada Brandt": "Ada Brandt", "Brandt": "Ada Brandt"}
