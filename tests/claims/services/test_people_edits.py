"""What staff decide about people and names, logged, undone, and kept when the machine reads on."""

import pytest

from articles.models import Story
from claims.language.person_names import PersonKind
from claims.models import Alias, Edit, Person, Quote
from claims.services.alias_edits import dismiss_name, restore_name, split_name
from claims.services.link_people import link_people
from claims.services.merge_people import merge_people, part_people
from claims.services.rename_person import rename_person
from newsdesk.errors import DeskError
from newsdesk.models import User
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db


def say(*names: str, story: Story | None = None) -> Story:
    """An article in which each name says something, its people linked."""
    story = story or make_story()
    article = make_article("\n\n".join(f"“Words {n}” of somebody." for n, _ in enumerate(names)), story=story)
    for paragraph, name in zip(article.paragraphs.all(), names, strict=True):
        Quote.objects.create(
            article=article, paragraph=paragraph, start=paragraph.start + 1, end=paragraph.start + 6,
            text=article.body[paragraph.start + 1 : paragraph.start + 6], kind="direct", speaker_name=name,
        )  # fmt: skip
    link_people(story_id=story.pk)
    return story


def who(name: str, story: Story) -> str | None:
    person = Quote.objects.filter(speaker_name=name, article__story=story)[0].person
    return person.root.name if person else None


def person(name: str) -> Person:
    return Person.objects.get(name=name)


def test_a_merge_holds_for_names_that_come_later_and_can_be_undone(editor: User) -> None:
    story = say("Volodar Kelensky", "Vladimar Kelensky")
    kept, merged = person("Volodar Kelensky"), person("Vladimar Kelensky")
    merge_people(kept_id=kept.pk, merged_id=merged.pk, by=editor)
    later = say("President Vladimar Kelenskyy", "Kelensky")
    assert who("Vladimar Kelensky", story) == "Volodar Kelensky"
    assert who("President Vladimar Kelenskyy", later) == who("Kelensky", later) == "Volodar Kelensky"
    part_people(merged_id=merged.pk, by=editor)
    assert who("Vladimar Kelensky", story) == who("President Vladimar Kelenskyy", later) == "Vladimar Kelensky"
    assert who("Volodar Kelensky", story) == "Volodar Kelensky"
    assert list(Edit.objects.values_list("action", "person", "by")) == [
        ("merge people", merged.pk, editor.pk),
        ("part people", merged.pk, editor.pk),
    ]


def test_a_chain_of_merges_comes_apart_as_it_was_put_together(editor: User) -> None:
    story = say("Ada Brandt", "A. M. Brandt", "Ada Maria Brandt")
    first, second, third = person("Ada Brandt"), person("A. M. Brandt"), person("Ada Maria Brandt")
    merge_people(kept_id=second.pk, merged_id=first.pk, by=editor)
    merge_people(kept_id=third.pk, merged_id=second.pk, by=editor)
    assert who("Ada Brandt", story) == "Ada Maria Brandt"
    part_people(merged_id=second.pk, by=editor)
    assert (who("Ada Brandt", story), who("Ada Maria Brandt", story)) == ("A. M. Brandt", "Ada Maria Brandt")


def test_a_name_split_off_is_another_person_from_then_on_and_merging_puts_it_back(editor: User) -> None:
    story = say("Ada Brandt", "Ada Brandtt", "Mayor Ada Brandt")
    old = person("Ada Brandt")
    new = split_name(alias_id=Alias.objects.get(text="Mayor Ada Brandt").pk, by=editor)
    later = say("Mayor Ada Brandt", "Ada Brandt")
    for where in (story, later):
        assert Quote.objects.get(speaker_name="Mayor Ada Brandt", article__story=where).person == new
        assert Quote.objects.get(speaker_name="Ada Brandt", article__story=where).person == old
    entry = Edit.objects.get()
    assert (entry.action, entry.person, entry.before[0]["person"], entry.after[0]["person"]) == (
        "split name", new, old.pk, new.pk,
    )  # fmt: skip
    merge_people(kept_id=old.pk, merged_id=new.pk, by=editor)
    assert who("Mayor Ada Brandt", later) == "Ada Brandt"


def test_a_namesake_is_split_off_in_one_story_alone(editor: User) -> None:
    story, other = say("Ada Brandt"), say("Ada Brandt", "Brandt")
    old = person("Ada Brandt")
    new = split_name(alias_id=Alias.objects.get(text="Ada Brandt").pk, story_id=other.pk, by=editor)
    say("Brandt", story=other)
    assert Quote.objects.get(speaker_name="Ada Brandt", article__story=story).person == old
    assert Quote.objects.get(speaker_name="Ada Brandt", article__story=other).person == new
    assert {quote.person for quote in Quote.objects.filter(speaker_name="Brandt")} == {new}


def test_a_name_that_names_nobody_is_dismissed_and_restored(editor: User) -> None:
    story = say("Breaking News")
    alias = Alias.objects.get()
    dismiss_name(alias_id=alias.pk, by=editor)
    say("Breaking News", story=story)
    assert not Quote.objects.exclude(person=None).exists()
    restore_name(alias_id=alias.pk, by=editor)
    assert who("Breaking News", story) == "Breaking News"
    assert list(Edit.objects.values_list("action", flat=True)) == ["dismiss name", "restore name"]


def test_a_new_name_is_logged_and_the_names_in_the_copy_stay(editor: User) -> None:
    story = say("Ada Brandt")
    for _ in range(2):
        rename_person(person_id=person_id("Ada"), name=" Dame  Ada Brandt ", kind=PersonKind.PERSON, by=editor)
    assert who("Ada Brandt", story) == "Dame Ada Brandt"
    assert Edit.objects.count() == 1


def person_id(first: str) -> int:
    return Person.objects.get(name__contains=first).pk


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (lambda by: merge_people(kept_id=person_id("Ada"), merged_id=person_id("Ada"), by=by), "somebody else"),
        (lambda by: merge_people(kept_id=person_id("Ada"), merged_id=0, by=by), "no such person"),
        (lambda by: merge_people(kept_id=person_id("Ida"), merged_id=person_id("Ada"), by=by), "merged into another"),
        (lambda by: part_people(merged_id=person_id("Ada"), by=by), "not merged"),
        (lambda by: split_name(alias_id=Alias.objects.get(text="Ada Brandt").pk, by=by), "no other name|nothing left"),
        (lambda by: split_name(alias_id=0, by=by), "no such name"),
        (lambda by: rename_person(person_id=person_id("Ada"), name=" ", kind=PersonKind.BODY, by=by), "Type a name"),
        (lambda by: rename_person(person_id=person_id("Ida"), name="X", kind=PersonKind.BODY, by=by), "rename that"),
        (lambda by: restore_name(alias_id=Alias.objects.get(text="Ada Brandt").pk, by=by), "not dismissed"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_sentence(editor: User, act, sentence: str) -> None:
    say("Ada Brandt", "Ida Vale", "Karl Orr")
    merge_people(kept_id=person_id("Karl"), merged_id=person_id("Ida"), by=editor)
    with pytest.raises(DeskError, match=sentence):
        act(editor)
