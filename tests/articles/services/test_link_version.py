"""Copy that changes: which filed article is the next version of which."""

import threading
from itertools import permutations

import pytest
from django.db import connection

from articles.models import Article, ArticleLogEntry, Story
from articles.services.correct_facts import correct_facts
from articles.services.file_article import file_article
from articles.services.given_facts import GivenFacts
from articles.services.link_version import file_as_next_version_of, link_version
from articles.services.read_article import read_article
from articles.services.segment_article import segment_article
from articles.services.withdraw_article import withdraw_article
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User
from tests.factories import make_article, make_story

pytestmark = pytest.mark.django_db

LONG = (
    "The ferry to Oxholm stops on Monday, the harbour office said, after inspectors found cracks in two of the four "
    "pontoons that carry the pier. A barge will take some four hundred passengers a day until the end of May, "
    "and the council has asked the operator to pay for it. The operator said that no damage had been found."
)
CHANGED = LONG.replace("the end of May", "the middle of June").replace("two of the four", "three of the four")
OTHER = (
    "Bakers in the old town have agreed to open on Sundays again. Prices for flour have doubled within a year, the guild "
    "told reporters, and its members need every hour that they can sell. Neighbours had complained of noise at night."
)


@pytest.fixture
def story(db: None) -> Story:
    return make_story("Ferry")


def linked(article: Article) -> Article:
    link_version(article_id=article.pk)
    article.refresh_from_db()
    return article


@pytest.mark.parametrize(
    ("first", "second", "is_next"),
    [
        ({"text": LONG}, {"text": CHANGED}, True),
        ({"text": LONG}, {"text": OTHER}, False),
        ({"text": LONG, "headline": "Ferry stops"}, {"text": OTHER, "headline": "FERRY  STOPS"}, True),
        ({"text": LONG, "headline": "Ferry stops"}, {"text": OTHER, "headline": "Bread on Sundays"}, False),
        ({"text": LONG, "url": "https://www.a.example/x/?utm_source=q#top"}, {"text": OTHER, "url": "http://a.example/x"}, True),
        ({"text": LONG, "outlet": "The Bell"}, {"text": LONG + " ", "outlet": "The Post"}, False),
        ({"text": LONG, "outlet": None}, {"text": CHANGED, "outlet": None}, False),
        (
            {"text": LONG, "outlet": None, "url": "https://a.example/x"},
            {"text": OTHER, "outlet": None, "url": "https://a.example/x"},
            True,
        ),
    ],
    ids=[
        "a few words changed", "other words", "same headline", "other headline", "same address", "another outlet",
        "agency copy of unknown outlets", "same address, outlets unknown",
    ],
)  # fmt: skip
def test_a_changed_copy_of_the_same_outlet_becomes_the_next_version(
    first: dict, second: dict, is_next: bool, story: Story
) -> None:
    before, after = make_article(story=story, **first), make_article(story=story, **second)
    linked(after)
    assert after.replaces == (before if is_next else None)
    assert after.version == (2 if is_next else 1)
    assert ArticleLogEntry.objects.filter(article=after, action="next version").exists() is is_next


def test_another_story_holds_no_earlier_version(story: Story) -> None:
    make_article(LONG, story=make_story("Elsewhere"))
    assert linked(make_article(CHANGED, story=story)).replaces is None


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_versions_stand_in_the_order_of_filing_whichever_is_read_first(order: tuple[int, ...], story: Story) -> None:
    texts = (LONG, CHANGED, CHANGED + " More.")
    facts = GivenFacts(outlet="The Bell")
    rows = [
        file_article(data=text.encode(), name="copy.txt", story=story, by=None, facts=facts).article for text in texts
    ]
    for number in order:
        Article.objects.filter(pk=rows[number].pk).update(body=texts[number])  # as reading does
        linked(rows[number])
    first, second, third = Article.objects.order_by("pk")
    assert [first.version, second.version, third.version] == [1, 2, 3]
    assert (first.replaces, second.replaces, third.replaces) == (None, first, second)


def test_a_withdrawn_version_filed_again_stands_where_it_stood_and_says_so(story: Story, editor: User) -> None:
    first = make_article(LONG, story=story)
    second = linked(make_article(CHANGED, story=story))
    third = linked(make_article(CHANGED + " More.", story=story))
    withdraw_article(article=first, by=editor, reason="The wrong byline.")
    again = linked(make_article(LONG, story=story))
    second.refresh_from_db()
    third.refresh_from_db()
    assert (again.replaces, second.replaces, third.replaces) == (first, again, second)
    assert (again.version, second.version, third.version) == (2, 3, 4)
    assert "Its words are those of version 1, which was withdrawn." in again.log.get().note


def test_versions_whose_order_is_not_that_of_filing_take_in_one_that_is_read_late(story: Story, editor: User) -> None:
    first, second = make_article(LONG, story=story), make_article(CHANGED, story=story)
    late = make_article(CHANGED + " More.", story=story)
    again = make_article(LONG, story=story)
    linked(second)
    withdraw_article(article=first, by=editor, reason="The wrong byline.")
    assert [linked(article).version for article in (again, late)] == [2, 4]
    second.refresh_from_db()
    assert (second.replaces, late.replaces) == (again, second)


def test_copy_that_was_changed_back_is_the_newest_version_and_the_log_says_whose_words_it_has(story: Story) -> None:
    make_article(LONG, story=story)
    linked(make_article(CHANGED, story=story))
    back = linked(make_article(LONG, story=story))
    assert back.version == 3
    assert "Its words are those of version 1." in back.log.get().note


def test_what_is_said_by_hand_to_be_the_next_version_tells_of_the_same_words_too(story: Story, editor: User) -> None:
    first, second, again = (make_article(text, story=story) for text in (LONG, OTHER, LONG))
    file_as_next_version_of(article=second, previous=first, by=editor)
    file_as_next_version_of(article=again, previous=second, by=editor)
    assert second.log.get().note == "Said by hand."
    assert again.log.get().note == "Said by hand. Its words are those of version 1."


def test_linking_twice_changes_nothing(story: Story) -> None:
    make_article(LONG, story=story)
    after = make_article(CHANGED, story=story)
    assert linked(linked(after)).version == 2
    assert ArticleLogEntry.objects.count() == 1


def test_a_withdrawn_article_has_no_next_version(story: Story, editor: User) -> None:
    before = make_article(LONG, story=story)
    withdraw_article(article=before, by=editor, reason="Misfiled.")
    assert linked(make_article(CHANGED, story=story)).replaces is None


def test_naming_the_outlet_afterwards_finds_the_version(story: Story, editor: User) -> None:
    before = make_article(LONG, story=story, outlet="The Bell")
    after = make_article(CHANGED, story=story, outlet=None)
    assert linked(after).replaces is None
    correct_facts(article=after, by=editor, facts={"outlet": "the bell"})
    assert after.replaces == before


def test_an_editor_says_by_hand_what_replaces_what(story: Story, editor: User) -> None:
    first, second, third = (make_article(text, story=story) for text in (LONG, OTHER, "Bread."))
    file_as_next_version_of(article=second, previous=first, by=editor)
    file_as_next_version_of(article=third, previous=first, by=editor)  # goes behind the latest
    assert (third.replaces, third.version) == (second, 3)
    with pytest.raises(NotPossibleNow):
        file_as_next_version_of(article=third, previous=first, by=editor)


def test_no_article_replaces_what_replaces_it(story: Story, editor: User) -> None:
    first, second = make_article(LONG, story=story), make_article(OTHER, story=story)
    file_as_next_version_of(article=second, previous=first, by=editor)
    with pytest.raises(BadInput, match="nor of what replaces it"):
        file_as_next_version_of(article=first, previous=second, by=editor)
    first.refresh_from_db()
    assert (first.replaces, first.version) == (None, 1)


def test_a_withdrawn_article_is_made_no_version_by_hand(story: Story, editor: User) -> None:
    first, second = make_article(LONG, story=story), make_article(OTHER, story=story)
    withdraw_article(article=second, by=editor, reason="Misfiled.")
    with pytest.raises(NotPossibleNow, match="withdrawn"):
        file_as_next_version_of(article=second, previous=first, by=editor)


def test_no_article_replaces_itself_or_one_of_another_story(story: Story, editor: User) -> None:
    article, elsewhere = make_article(LONG, story=story), make_article(OTHER)
    with pytest.raises(BadInput, match="itself"):
        file_as_next_version_of(article=article, previous=article, by=editor)
    with pytest.raises(BadInput, match="same story"):
        file_as_next_version_of(article=article, previous=elsewhere, by=editor)


@pytest.mark.django_db(transaction=True)
def test_versions_segmented_at_once_by_several_workers_neither_clash_nor_wait_for_ever() -> None:
    story, facts = make_story("Ferry"), GivenFacts(outlet="The Bell")
    rows = []
    for number in range(6):
        data = f"{LONG} Notice number {number}.".encode()
        rows.append(file_article(data=data, name="copy.txt", story=story, by=None, facts=facts).article)
        read_article(article_id=rows[-1].pk)
    together, faults = threading.Barrier(6), list[BaseException]()

    def work(article_id: int) -> None:
        try:
            together.wait(10)
            segment_article(article_id=article_id)
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[row.pk]) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert faults == []
    assert list(Article.objects.order_by("pk").values_list("version", flat=True)) == [1, 2, 3, 4, 5, 6]
