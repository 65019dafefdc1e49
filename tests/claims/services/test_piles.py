"""A pile of articles: kept, read, grouped, put right, filed, thrown away."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from articles.models import Article, Job, Story, Upload
from articles.services.file_article import file_article
from articles.services.file_upload import Offered
from articles.services.given_facts import GivenFacts
from claims.comparison.piled.grouping import PiledStory
from claims.models import Pile, PileItem, PileStory
from claims.services import arrange_pile as arranging
from claims.services import group_pile as grouping
from claims.services import keep_pile as keeping
from claims.services.arrange_pile import Arrangement, arrange_pile, drop_pile, file_pile
from claims.services.group_pile import group_pile, wake_piles
from claims.services.keep_pile import keep_pile
from newsdesk.errors import BadInput
from newsdesk.models import User
from tests.factories import make_article, make_story

FERRY = (
    "Ferry runs aground\n\nThe ferry Lady Anwen ran aground off Port Sollis with 84 people aboard. Captain Idris Mord called the tugs.\n",
    "Lady Anwen on the rocks\n\nOff Port Sollis the Lady Anwen ran aground; Captain Idris Mord called for tugs. All 84 aboard are safe.\n",
)
TAX = "Velmora plans higher diesel levy\n\nMinister Oda Strand told parliament in Velmora of a levy of four cents.\n"


@pytest.fixture
def woken(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The ids that workers were woken for."""
    rows: list[int] = []
    for module in (keeping, grouping):
        monkeypatch.setattr(module, "wake", lambda task, row: rows.append(row))
    return rows


@pytest.fixture
def pile(editor: User, woken: list[int]) -> Pile:
    return keep_pile(offered=offers(FERRY[0], TAX, FERRY[1]), by=editor)


@pytest.fixture
def ready(pile: Pile) -> Pile:
    group_pile(pile_id=pile.pk)
    pile.refresh_from_db()
    return pile


def offers(*texts: str) -> list[Offered]:
    return [Offered(f"{number}.txt", text.encode()) for number, text in enumerate(texts, start=1)]


def placed(pile: Pile) -> list[tuple[str, list[str]]]:
    return [(row.title, [item.name for item in row.items.all()]) for row in pile.stories.all()]


def item(pile: Pile, position: int) -> PileItem:
    return pile.items.get(position=position)


def number_of(pile: Pile, position: int) -> str:
    return str(item(pile, position).proposed.number)


# Keeping


def test_the_bytes_are_kept_and_a_worker_is_woken_before_anything_is_read(
    editor: User, woken: list[int], settings, django_capture_on_commit_callbacks
) -> None:  # type: ignore[no-untyped-def]
    with django_capture_on_commit_callbacks(execute=True):
        pile = keep_pile(offered=offers(*FERRY), by=editor)
    assert woken == [pile.pk]
    assert pile.status == Pile.Status.WAITING
    for kept, text in zip(pile.items.all(), FERRY, strict=True):
        assert (Path(settings.MEDIA_ROOT) / kept.original).read_text() == text
        assert not kept.is_read
    assert not Article.objects.exists()


def test_what_cannot_be_filed_is_noted_with_its_sentence_and_stops_nothing(editor: User, woken: list[int]) -> None:
    there = file_article(data=TAX.encode(), name="tax.txt", story=make_story("Levy"), by=editor).article
    pile = keep_pile(offered=[*offers(FERRY[0], "", TAX, FERRY[0]), Offered("x.txt", refused="No.")], by=editor)
    assert [row.problem for row in pile.items.all()] == [
        "",
        "This file is empty.",
        "These bytes are already here, in the story “Levy”.",
        "The same bytes as number 1 of this pile.",
        "No.",
    ]
    assert item(pile, 3).article == there


def test_a_pile_of_nothing_and_one_of_too_many_keep_nothing(
    editor: User, woken: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "MOST_ITEMS", 1)
    for offered, words in (([], "Choose the files"), (offers("a", "b"), "may hold 1 articles")):
        with pytest.raises(BadInput, match=words):
            keep_pile(offered=offered, by=editor)
    assert not Pile.objects.exists()


# Reading and grouping


def test_a_worker_reads_the_files_and_proposes_the_stories(ready: Pile) -> None:
    assert ready.status == Pile.Status.READY
    assert [sorted(names) for _, names in placed(ready)] == [["1.txt", "3.txt"], ["2.txt"]]
    assert placed(ready)[1][0] == "Velmora plans higher diesel levy"
    assert item(ready, 2).headline == "Velmora plans higher diesel levy"
    assert "Lady Anwen" in item(ready, 1).reason
    assert not Article.objects.exists()


def test_grouping_twice_changes_nothing(ready: Pile) -> None:
    before = list(PileStory.objects.values_list("pk", flat=True))
    group_pile(pile_id=ready.pk)
    assert list(PileStory.objects.values_list("pk", flat=True)) == before


def test_a_file_that_cannot_be_read_is_left_out_with_its_sentence(editor: User, woken: list[int]) -> None:
    pile = keep_pile(offered=[*offers(TAX), Offered("broken.docx", b"PK\x03\x04 no archive")], by=editor)
    group_pile(pile_id=pile.pk)
    broken = item(pile, 2)
    assert broken.problem
    assert broken.proposed is None
    assert [names for _, names in placed(pile)] == [["1.txt"]]


def test_an_original_that_is_gone_says_so(pile: Pile, settings) -> None:  # type: ignore[no-untyped-def]
    (Path(settings.MEDIA_ROOT) / item(pile, 2).original).unlink()
    group_pile(pile_id=pile.pk)
    assert item(pile, 2).problem == grouping.MISSING


def test_articles_of_an_event_that_the_desk_has_go_into_its_story(pile: Pile) -> None:
    story = make_story("The grounding")
    make_article(FERRY[1].replace("All 84", "Everybody of the 84"), story=story)
    group_pile(pile_id=pile.pk)
    (known,) = [row for row in pile.stories.all() if row.story]
    assert (known.story, known.title) == (story, "The grounding")
    assert [row.name for row in known.items.all()] == ["1.txt", "3.txt"]


def test_what_the_desk_filed_long_ago_or_withdrew_is_no_story_to_go_into(pile: Pile, editor: User) -> None:
    old = make_article(FERRY[1] + "Old.", story=make_story("Old"))
    Article.objects.filter(pk=old.pk).update(filed_at=timezone.now() - grouping.RECENT - timedelta(days=1))
    gone = make_article(FERRY[1] + "Gone.", story=make_story("Gone"))
    Article.objects.filter(pk=gone.pk).update(withdrawn_at=timezone.now(), withdrawn_by=editor)
    group_pile(pile_id=pile.pk)
    assert not [row for row in pile.stories.all() if row.story]


def test_reading_goes_on_in_another_run_where_it_takes_long(
    pile: Pile, woken: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    woken.clear()
    monkeypatch.setattr(grouping, "SECONDS_A_RUN", -1.0)
    for left in (2, 1):
        group_pile(pile_id=pile.pk)
        assert pile.items.filter(is_read=False).count() == left
    assert woken == [pile.pk, pile.pk]
    group_pile(pile_id=pile.pk)
    pile.refresh_from_db()
    assert pile.status == Pile.Status.READY


def test_while_one_worker_has_the_pile_another_finds_nothing_and_a_lease_that_is_over_is_taken(
    pile: Pile, woken: list[int]
) -> None:
    assert grouping._take(pile.pk, timezone.now())
    group_pile(pile_id=pile.pk)
    pile.refresh_from_db()
    assert pile.status == Pile.Status.RUNNING
    woken.clear()
    wake_piles()
    assert woken == []
    later = timezone.now() + timedelta(seconds=grouping.LEASE_SECONDS + 1)
    wake_piles(now=later)
    assert woken == [pile.pk]
    group_pile(pile_id=pile.pk, now=later)
    pile.refresh_from_db()
    assert pile.status == Pile.Status.READY


def test_a_file_at_which_the_worker_stops_each_time_is_passed_over(pile: Pile, settings) -> None:  # type: ignore[no-untyped-def]
    Pile.objects.filter(pk=pile.pk).update(attempts=settings.JOB_ATTEMPTS)
    group_pile(pile_id=pile.pk)
    assert item(pile, 1).problem == grouping.SPENT
    assert [names for _, names in placed(pile)] == [["2.txt"], ["3.txt"]]


def test_where_grouping_fails_for_good_each_article_is_its_own_story(
    pile: Pile, settings, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    def fails(pile: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr("claims.comparison.piled.grouping.stories_from_pile", fails)
    for _ in range(settings.JOB_ATTEMPTS):
        group_pile(pile_id=pile.pk)
    pile.refresh_from_db()
    assert (pile.status, pile.problem) == (Pile.Status.READY, grouping.FAILED)
    assert [names for _, names in placed(pile)] == [["1.txt"], ["2.txt"], ["3.txt"]]


# Putting right


def test_an_article_is_moved_and_a_proposal_that_is_left_empty_goes(ready: Pile, editor: User) -> None:
    tax = item(ready, 2)
    arrange_pile(pile_id=ready.pk, by=editor, arrangement=Arrangement(into={tax.pk: number_of(ready, 1)}))
    assert [sorted(names) for _, names in placed(ready)] == [["1.txt", "2.txt", "3.txt"]]
    assert item(ready, 2).reason == ""
    assert ready.stories.get().reason == ""  # "They all name …" holds no longer


def test_an_article_gets_a_story_of_its_own_one_of_the_desk_or_is_left_out(ready: Pile, editor: User) -> None:
    known = make_story("Levies")
    one, two, three = (item(ready, n).pk for n in (1, 2, 3))
    into = {one: "new", two: f"desk-{known.pk}", three: "out"}
    arrange_pile(pile_id=ready.pk, by=editor, arrangement=Arrangement(into=into))
    assert dict(placed(ready)) == {"Ferry runs aground": ["1.txt"], "Levies": ["2.txt"]}
    assert ready.stories.get(title="Levies").story == known
    assert item(ready, 3).proposed is None
    arrange_pile(pile_id=ready.pk, by=editor, arrangement=Arrangement(into={three: f"desk-{known.pk}"}))
    assert dict(placed(ready))["Levies"] == ["2.txt", "3.txt"]


def test_a_proposal_is_renamed_and_an_empty_title_changes_nothing(ready: Pile, editor: User) -> None:
    (first, second) = ready.stories.all()
    titles = {first.number: "  The grounding of\nthe Lady Anwen ", second.number: "  "}
    arrange_pile(pile_id=ready.pk, by=editor, arrangement=Arrangement(titles=titles))
    assert [title for title, _ in placed(ready)] == ["The grounding of the Lady Anwen", second.title]
    with pytest.raises(BadInput, match="the limit is 200"):
        arrange_pile(pile_id=ready.pk, by=editor, arrangement=Arrangement(titles={first.number: "x" * 201}))


@pytest.mark.parametrize("where", ["99", "desk-99", "desk-x", "desk-²", "", "somewhere", "²"])
def test_a_place_that_is_none_is_refused(where: str, ready: Pile, editor: User) -> None:
    with pytest.raises(BadInput):
        arrange_pile(pile_id=ready.pk, by=editor, arrangement=Arrangement(into={item(ready, 1).pk: where}))


def test_an_article_of_another_pile_is_refused(ready: Pile, editor: User) -> None:
    other = keep_pile(offered=offers("Other."), by=editor)
    with pytest.raises(BadInput, match="not in this pile"):
        arrange_pile(pile_id=ready.pk, by=editor, arrangement=Arrangement(into={item(other, 1).pk: "new"}))


def test_a_pile_that_is_still_read_is_not_put_right(pile: Pile, editor: User) -> None:
    with pytest.raises(BadInput, match="still being read"):
        arrange_pile(pile_id=pile.pk, by=editor, arrangement=Arrangement())


# Filing


def test_filing_makes_the_stories_and_files_the_articles_through_the_existing_services(
    ready: Pile, editor: User
) -> None:
    stories = file_pile(pile_id=ready.pk, by=editor)
    ready.refresh_from_db()
    assert ready.status == Pile.Status.FILED
    assert [(s.created_by, s.articles.count()) for s in stories] == [(editor, 2), (editor, 1)]
    assert Job.objects.filter(stage="read").count() == 3
    assert Upload.objects.count() == 2
    assert {row.article for row in ready.items.all()} == set(Article.objects.all())
    assert not ready.items.exclude(text="").exists()
    with item(ready, 2).article.original.open("rb") as original:
        assert original.read() == TAX.encode()


def test_filing_into_a_story_of_the_desk_makes_no_other(ready: Pile, editor: User) -> None:
    known = make_story("The grounding")
    into = {item(ready, n).pk: f"desk-{known.pk}" for n in (1, 2, 3)}
    arrange_pile(pile_id=ready.pk, by=editor, arrangement=Arrangement(into=into))
    assert file_pile(pile_id=ready.pk, by=editor) == [known]
    assert Story.objects.count() == 1
    assert known.articles.count() == 3


def test_what_is_left_out_is_not_filed_and_nothing_at_all_is_refused(ready: Pile, editor: User) -> None:
    out = {item(ready, n).pk: "out" for n in (1, 3)}
    arrange_pile(pile_id=ready.pk, by=editor, arrangement=Arrangement(into=out))
    assert [story.title for story in file_pile(pile_id=ready.pk, by=editor)] == ["Velmora plans higher diesel levy"]
    assert Article.objects.count() == 1
    with pytest.raises(BadInput, match="has been filed"):
        file_pile(pile_id=ready.pk, by=editor)


def test_a_pile_all_left_out_is_not_filed(ready: Pile, editor: User) -> None:
    arrange_pile(
        pile_id=ready.pk, by=editor, arrangement=Arrangement(into={item(ready, n).pk: "out" for n in (1, 2, 3)})
    )
    with pytest.raises(BadInput, match="left out"):
        file_pile(pile_id=ready.pk, by=editor)


def test_two_stories_of_one_title_are_refused_and_nothing_is_filed(ready: Pile, editor: User) -> None:
    titles = {row.number: "The same" for row in ready.stories.all()}
    arrange_pile(pile_id=ready.pk, by=editor, arrangement=Arrangement(titles=titles))
    with pytest.raises(BadInput, match="Two new stories"):
        file_pile(pile_id=ready.pk, by=editor)
    assert not Story.objects.exists()


def test_where_one_story_fails_none_is_filed(ready: Pile, editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def second_fails(**given: object) -> object:
        calls.append(given)
        if len(calls) == 2:
            raise RuntimeError("no")
        return real(**given)

    real = arranging.file_upload
    monkeypatch.setattr(arranging, "file_upload", second_fails)
    with pytest.raises(RuntimeError):
        file_pile(pile_id=ready.pk, by=editor)
    assert not Story.objects.exists()
    assert not Article.objects.exists()
    assert Pile.objects.get().status == Pile.Status.READY


def test_what_a_row_of_a_table_gives_goes_with_the_article(editor: User, woken: list[int]) -> None:
    facts = GivenFacts(
        outlet="The Bell",
        headline="Levy up",
        byline="Jo Fenn",
        published_on=date(2031, 3, 4),
        url="https://bell.example/1",
    )
    pile = keep_pile(offered=[Offered("rows.csv, line 2", TAX.encode(), facts)], by=editor)
    assert (item(pile, 1).outlet, item(pile, 1).published_on) == ("The Bell", date(2031, 3, 4))
    group_pile(pile_id=pile.pk)
    file_pile(pile_id=pile.pk, by=editor)
    article = Article.objects.get()
    assert (article.outlet.name, article.headline, article.byline, article.published_on, article.url) == (
        "The Bell", "Levy up", "Jo Fenn", date(2031, 3, 4), "https://bell.example/1",
    )  # fmt: skip


# Throwing away


def test_throwing_a_pile_away_forgets_the_bytes_that_nothing_else_holds(
    pile: Pile, editor: User, settings, django_capture_on_commit_callbacks
) -> None:  # type: ignore[no-untyped-def]
    other = keep_pile(offered=offers(TAX), by=editor)
    paths = {n: Path(settings.MEDIA_ROOT) / item(pile, n).original for n in (1, 2)}
    with django_capture_on_commit_callbacks(execute=True):
        drop_pile(pile_id=pile.pk, by=editor)
    assert list(Pile.objects.all()) == [other]
    assert not paths[1].exists()
    assert paths[2].exists()


def test_a_pile_thrown_away_twice_is_gone_once(ready: Pile, editor: User) -> None:
    number = ready.pk
    drop_pile(pile_id=number, by=editor)
    with pytest.raises(BadInput, match="thrown away"):
        drop_pile(pile_id=number, by=editor)


def test_a_filed_pile_is_not_thrown_away(ready: Pile, editor: User) -> None:
    file_pile(pile_id=ready.pk, by=editor)
    with pytest.raises(BadInput, match="has been filed"):
        drop_pile(pile_id=ready.pk, by=editor)


def test_a_pile_thrown_away_while_it_is_grouped_stays_away(
    pile: Pile, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dropped_meanwhile(given: object) -> tuple[PiledStory, ...]:
        drop_pile(pile_id=pile.pk, by=editor)
        return ()

    monkeypatch.setattr("claims.comparison.piled.grouping.stories_from_pile", dropped_meanwhile)
    group_pile(pile_id=pile.pk)
    assert not Pile.objects.exists()
