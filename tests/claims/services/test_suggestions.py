"""What pages get of a comparison: everything found, with what staff decided of it, in a fixed number of queries."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Job
from articles.services.take_job import WORKER_DIED
from claims.comparison.decisions import About, Place
from claims.comparison.found import Comparison, Origin
from claims.models import Decision, StoryComparison
from claims.services.story_found import Decided, StoryFound, WorkStatus
from claims.services.suggestions import key_of, suggestions_of
from newsdesk.models import User
from tests.factories import make_article, make_claim
from tests.fixtures_comparison import CLAIM, SAID, Compared

pytestmark = pytest.mark.django_db


def decide(compared: Compared, about: About, relation: str, *places: Place, by: User | None = None) -> Decision:
    """One row for each two places, as the services write them."""
    act = uuid4()
    rows = []
    for n, one in enumerate(places):
        for other in places[n + 1 :]:
            rows.append(
                Decision.objects.create(
                    story=compared.story, about=about, relation=relation, act=act, by=by,
                    one_article=compared.articles[one.article], one_start=one.start, one_end=one.end,
                    other_article=compared.articles[other.article], other_start=other.start, other_end=other.end,
                )
            )  # fmt: skip
    return rows[0]


def found(compared: Compared) -> StoryFound:
    return suggestions_of(compared.story.pk)


def test_everything_found_is_a_suggestion_with_its_articles(compared: Compared) -> None:
    story = found(compared)
    assert [shown.label for shown in story.articles] == ["The Harbour Post", "Oxholm Courier", "The Island Wire"]
    numbers = [len(story.passages), len(story.origins), len(story.utterances), len(story.claims), len(story.conflicts)]
    assert numbers == [1, 1, 1, 1, 1]
    assert {one.judgement.decided for one in story.suggestions()} == {Decided.SUGGESTED}
    assert len({one.key for one in story.suggestions()}) == 6
    (lacking,) = story.counter_claims
    assert (lacking.article, story.words(lacking.places[0])) == (0, CLAIM)
    assert story.suggestion(story.claims[0].key) is story.claims[0]
    assert [shown.group for shown in story.articles] == [0, 0, None]
    assert story.articles[0].origin == story.articles[1].origin == "The Harbour Post / Oxholm Courier"


def test_a_key_does_not_depend_on_the_order_of_members() -> None:
    one, other = Place(0, 3, 9), Place(1, 4, 8)
    assert key_of(About.CLAIM, [one, other], [7, 9]) == key_of(About.CLAIM, [other, one], [7, 9])
    assert key_of(About.CLAIM, [one, other], [7, 9]) != key_of(About.CLAIM, [one, other], [7, 8])
    assert key_of(About.CLAIM, [one, other], [7, 9]) != key_of(About.UTTERANCE, [one, other], [7, 9])


def test_what_was_rejected_is_left_out_and_listed_at_the_end(compared: Compared, checker: User) -> None:
    places = found(compared).utterances[0].places
    row = decide(compared, About.UTTERANCE, "parted", *places, by=checker)
    story = found(compared)
    assert story.utterances == ()
    (act,) = story.rejected
    assert (act.act, act.by, act.about) == (row.act, checker, About.UTTERANCE)
    assert [word.text for word in act.words] == [f"{SAID}, but not before June", SAID, SAID]
    Decision.objects.update(undone_by=checker, undone_at=timezone.now())
    assert (len(found(compared).utterances), found(compared).rejected) == (1, ())


def test_two_members_parted_reject_nothing_of_three(compared: Compared) -> None:
    places = found(compared).utterances[0].places
    decide(compared, About.UTTERANCE, "parted", *places[:2])
    assert len(found(compared).utterances) == 1


def test_what_was_confirmed_says_by_whom_and_which_member_came_later(compared: Compared, checker: User) -> None:
    places = found(compared).utterances[0].places
    decide(compared, About.UTTERANCE, "joined", *places[:2], by=checker)
    judgement = found(compared).utterances[0].judgement
    assert (judgement.decided, judgement.by, judgement.added) == (Decided.CONFIRMED, checker, (2,))
    assert judgement.sentence.startswith("Confirmed by Ada Brandt on ")


def test_a_rejected_claim_takes_its_missing_counter_claims_along(compared: Compared) -> None:
    decide(compared, About.CLAIM, "parted", *found(compared).claims[0].places)
    assert (found(compared).claims, found(compared).counter_claims) == ((), ())


def test_a_rejected_counter_claim_leaves_the_claim(compared: Compared) -> None:
    decide(compared, About.COUNTER_CLAIM, "parted", *found(compared).counter_claims[0].places)
    assert (len(found(compared).claims), found(compared).counter_claims) == (1, ())


def test_origins_joined_and_parted_by_hand_count_at_once(compared: Compared) -> None:
    decide(compared, About.ORIGIN, "joined", Place(1, 0, 0), Place(2, 0, 0))
    (origin,) = found(compared).origins
    assert origin.found.articles == (0, 1, 2)
    decide(compared, About.ORIGIN, "parted", Place(0, 0, 0), Place(1, 0, 0))
    story = found(compared)
    assert [shown.origin for shown in story.articles] == [
        "The Harbour Post", "The Island Wire / Oxholm Courier", "The Island Wire / Oxholm Courier",
    ]  # fmt: skip
    (origin,) = story.origins
    assert (origin.found.articles, origin.found.reason) == ((1, 2), "joined by the desk")


def test_stretches_of_one_origin_join_no_articles(compared: Compared) -> None:
    place = compared.place(1, "The pier is closed to all.")
    compared.keep(Comparison("1", origins=(Origin((0, 1), "one paragraph is the same", "", 1.0, (place,)),)))
    story = found(compared)
    assert [one.found.is_whole for one in story.origins] == [False]
    assert [shown.group for shown in story.articles] == [None, None, None]
    decide(compared, About.ORIGIN, "parted", Place(0, 0, 0), Place(1, 0, 0))
    assert found(compared).origins == ()


def test_a_primary_variant_is_named_at_its_member(compared: Compared) -> None:
    place = found(compared).utterances[0].places[1]
    assert found(compared).utterances[0].primary is None
    Decision.objects.create(
        story=compared.story, about=About.UTTERANCE, relation="reference", one_article=compared.articles[1],
        one_start=place.start, one_end=place.end,
    )  # fmt: skip
    assert found(compared).utterances[0].primary == 1


def test_the_desks_claims_in_a_group_come_with_it_the_furthest_first(compared: Compared) -> None:
    new = make_claim(compared.articles[0], CLAIM)
    taken = make_claim(compared.articles[1], CLAIM, status="in check")
    make_claim(compared.articles[2], "The ferry carries 60 people")
    (claim,) = found(compared).claims
    assert [(one.claim, one.members) for one in claim.desk] == [(taken, (1,)), (new, (0,))]
    assert claim.joinable


def test_articles_that_came_later_are_named_and_their_older_versions_are_not(compared: Compared) -> None:
    later = make_article("A later word.", story=compared.story, outlet="The Late Edition")
    changed = make_article("A changed word.", story=compared.story, outlet="The Late Edition", replaces=later)
    make_article("A wrong word.", story=compared.story, withdrawn_at=timezone.now())
    assert found(compared).unread == (changed,)


def test_the_number_of_queries_does_not_grow_with_what_is_found(compared: Compared) -> None:
    with CaptureQueriesContext(connection) as few:
        found(compared)
    utterances = tuple(compared.everything.utterances * 30)
    for n in range(10):
        compared.articles.append(make_article(f"Word {n}.", story=compared.story, outlet=f"Outlet {n}"))
    compared.keep(Comparison("compare-1", utterances=utterances, claims=compared.everything.claims * 10))
    with CaptureQueriesContext(connection) as many:
        found(compared)
    assert len(few) == len(many) <= 8


@pytest.mark.parametrize(
    ("jobs", "status", "words"),
    [
        ([], WorkStatus.READY, "3 articles compared."),
        ([("compare", "queued")], WorkStatus.WAITING, "Waiting for a worker"),
        ([("compare", "running")], WorkStatus.COMPARING, "Comparing 3 articles again."),
        ([("extract", "running"), ("compare", "queued")], WorkStatus.WAITING, "as soon as one article is read"),
        ([("compare", "failed")], WorkStatus.FAILED, "failed"),
        ([("extract", "failed")], WorkStatus.READY, "3 articles compared."),
    ],
)
def test_the_work_says_how_far_the_comparison_is(
    compared: Compared, jobs: list[tuple[str, str]], status: WorkStatus, words: str
) -> None:
    for stage, job_status in jobs:
        Job.objects.create(
            article=compared.articles[0], stage=stage, status=job_status, last_error="It broke.\n\nline 3",
            finished_at=timezone.now() if job_status == "failed" else None,
        )  # fmt: skip
    work = found(compared).work
    assert work.status is status
    assert words in work.sentence
    assert work.reason == ("It broke." if status is WorkStatus.FAILED else "")
    assert work.made_at is not None


@pytest.mark.parametrize(
    "reason", [WORKER_DIED, "Newsdesk failed 3 times at this. The fault is ours, not the file’s; try again later."]
)
def test_why_it_failed_is_said_of_the_articles(compared: Compared, reason: str) -> None:
    failed = {"status": "failed", "last_error": reason, "finished_at": timezone.now()}
    Job.objects.create(article=compared.articles[0], stage="compare", **failed)
    said = found(compared).work.reason
    assert "article" in said
    assert "file" not in said


def test_a_story_that_nobody_compared_has_its_articles_unread(uncompared: Compared) -> None:
    story = found(uncompared)
    assert story.unread == tuple(uncompared.articles)
    assert (story.work.status, story.work.made_at) == (WorkStatus.NOTHING, None)


def test_what_cannot_be_read_any_more_counts_as_not_compared(compared: Compared) -> None:
    StoryComparison.objects.update(found={"version": "compare-0", "conflicts": [{"kind": "why"}]})
    assert len(found(compared).unread) == 3
