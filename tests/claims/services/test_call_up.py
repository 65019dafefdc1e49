"""Living verdicts: a decided claim that a later article touches is called up, once, until somebody has looked."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from articles.services.withdraw_article import withdraw_article
from claims.comparison import compare as comparing
from claims.comparison.found import Comparison
from claims.language.spans import Stance
from claims.models import AnotherLook, Claim, Run, Verdict
from claims.rules.statuses import Status
from claims.services.call_up import clear_looks, labels_of
from claims.services.compare_story import compare_now
from claims.services.move_claim import move_claim
from claims.services.suggestions import suggestions_of
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User
from tests.factories import make_article, make_claim
from tests.fixtures_comparison import CLAIM, Compared

pytestmark = pytest.mark.django_db
NOW = timezone.now()
SENTENCE = "The Island Wire (¶2) denies this; in the articles before it was only asserted."


@pytest.fixture
def later(uncompared: Compared, monkeypatch: pytest.MonkeyPatch) -> Compared:
    """The third article came a day after the others, and denies what they assert."""
    stated = uncompared.stated(0, CLAIM), uncompared.stated(1, CLAIM)
    denied = uncompared.stated(2, "The ferry carries 60 people", stance=Stance.DENIES)
    found = Comparison("compare-1", claims=(uncompared.claim(*stated, denied),))
    monkeypatch.setattr(comparing, "compare", lambda story: found)
    Article.objects.filter(pk=uncompared.articles[2].pk).update(filed_at=NOW + timedelta(days=1))
    return uncompared


def decided(
    compared: Compared, by: User, status: Status = Status.PROPOSED, at: Any = NOW + timedelta(hours=1)
) -> Claim:
    claim = make_claim(compared.articles[0], CLAIM, status=status)
    verdict = Verdict.objects.create(claim=claim, by=by, rating="corroborated", created_at=NOW, proposed_at=at)
    claim.working_verdict = verdict
    claim.save(update_fields=["working_verdict"])
    return claim


def again(compared: Compared) -> None:
    """Another article, so that the story is compared anew."""
    make_article(
        "One more line.", story=compared.story, outlet=f"Outlet {compared.story.articles.count()}", filed_at=NOW
    )
    compare_now(story_id=compared.story.pk)


@pytest.mark.parametrize("status", list(Status))
def test_decided_claims_are_called_up_and_no_others(later: Compared, checker: User, status: Status) -> None:
    claim = decided(later, checker, status)
    compare_now(story_id=later.story.pk)
    sentences = [look.sentence for look in AnotherLook.objects.filter(claim=claim)]
    decided_ones = (Status.PROPOSED, Status.CONTESTED, Status.SIGNED_OFF, Status.PUBLISHED)
    assert sentences == ([SENTENCE] if status in decided_ones else [])


def test_what_was_there_at_the_decision_calls_nothing_up(later: Compared, checker: User) -> None:
    decided(later, checker, at=NOW + timedelta(days=2))
    compare_now(story_id=later.story.pk)
    assert not AnotherLook.objects.exists()


def test_an_article_filed_before_and_read_after_the_decision_is_later(later: Compared, checker: User) -> None:
    Article.objects.update(filed_at=NOW)
    Run.objects.create(article=later.articles[2], extractor="1", started_at=NOW + timedelta(days=1))
    decided(later, checker)
    compare_now(story_id=later.story.pk)
    assert AnotherLook.objects.count() == 1


@pytest.fixture
def changed(later: Compared, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """The outlet's next version of that article comes a day after, with a line more, and is compared instead."""

    def change(number: int) -> None:
        old = later.articles.pop(number)
        facts: Any = {"story": later.story, "outlet": old.outlet_name, "replaces": old, "version": 2}
        text = f"Put right at noon.\n\n{old.body}"
        later.articles.append(make_article(text, **facts, filed_at=NOW + timedelta(days=1)))
        words = {"The Island Wire": "The ferry carries 60 people"}
        stance = {"The Island Wire": Stance.DENIES}
        members = [
            later.stated(n, words.get(one.outlet_name, CLAIM), stance=stance.get(one.outlet_name, Stance.ASSERTS))
            for n, one in enumerate(later.articles)
        ]
        found = Comparison("compare-1", claims=(later.claim(*members),))
        monkeypatch.setattr(comparing, "compare", lambda story: found)

    return change


def test_a_claim_decided_on_the_copy_before_is_called_up_by_others(
    later: Compared, checker: User, changed: Callable[[int], None]
) -> None:
    claim = decided(later, checker)
    changed(0)
    compare_now(story_id=later.story.pk)
    assert [look.sentence for look in AnotherLook.objects.filter(claim=claim)] == [SENTENCE]


@pytest.mark.parametrize("there", [True, False], ids=["the copy before was there", "it was not"])
def test_a_changed_copy_calls_up_what_is_new_in_it_alone(
    later: Compared, checker: User, changed: Callable[[int], None], there: bool
) -> None:
    if there:
        Article.objects.filter(pk=later.articles[2].pk).update(filed_at=NOW)
    claim = decided(later, checker)
    changed(2)
    compare_now(story_id=later.story.pk)
    assert AnotherLook.objects.filter(claim=claim).exists() is not there


@pytest.mark.parametrize("looked", [True, False])
def test_the_next_version_of_what_called_it_up_does_so_no_more(
    later: Compared, checker: User, changed: Callable[[int], None], looked: bool
) -> None:
    claim = decided(later, checker)
    compare_now(story_id=later.story.pk)
    if looked:
        clear_looks(claim_id=claim.pk, by=checker)
    changed(2)
    assert compare_now(story_id=later.story.pk)
    assert AnotherLook.objects.filter(claim=claim).count() == 1


def test_the_next_version_of_what_was_withdrawn_before_anybody_looked_calls_it_up(
    later: Compared, checker: User, editor: User, changed: Callable[[int], None]
) -> None:
    claim = decided(later, checker)
    compare_now(story_id=later.story.pk)
    withdraw_article(article=later.articles[2], by=editor, reason="A mistake.")
    changed(2)
    compare_now(story_id=later.story.pk)
    assert [look.article.version for look in AnotherLook.objects.standing().filter(claim=claim)] == [2]


def test_compared_again_it_is_called_up_once(later: Compared, checker: User) -> None:
    decided(later, checker)
    compare_now(story_id=later.story.pk)
    again(later)
    assert AnotherLook.objects.count() == 1


def test_what_was_cleared_does_not_come_back(later: Compared, checker: User) -> None:
    claim = decided(later, checker)
    compare_now(story_id=later.story.pk)
    (look,) = clear_looks(claim_id=claim.pk, by=checker, note="A misprint of theirs.")
    again(later)
    look.refresh_from_db()
    assert (look.cleared_by, look.note, AnotherLook.objects.count()) == (checker, "A misprint of theirs.", 1)
    with pytest.raises(NotPossibleNow, match="Nothing calls"):
        clear_looks(claim_id=claim.pk, by=checker)


def test_a_misfiled_article_calls_for_no_look_once_it_is_withdrawn(
    later: Compared, checker: User, editor: User, client: Client
) -> None:
    claim = decided(later, checker)
    compare_now(story_id=later.story.pk)
    client.force_login(editor)
    assert SENTENCE in client.get(claim.get_absolute_url()).content.decode()
    withdraw_article(article=later.articles[2], by=editor, reason="Of another story.")
    assert SENTENCE not in client.get(claim.get_absolute_url()).content.decode()
    assert not suggestions_of(later.story.pk).looks
    with pytest.raises(NotPossibleNow):
        clear_looks(claim_id=claim.pk, by=checker)


def test_a_note_has_its_length(later: Compared, checker: User) -> None:
    with pytest.raises(BadInput, match="2,000"):
        clear_looks(claim_id=1, by=checker, note="x" * 2_001)


def test_a_verdict_proposed_anew_has_taken_it_into_account(later: Compared, checker: User) -> None:
    claim = decided(later, checker)
    compare_now(story_id=later.story.pk)
    move_claim(claim_id=claim.pk, move="withdraw", by=checker)
    assert AnotherLook.objects.filter(cleared_at=None).exists()
    Verdict.objects.update(rating="unsettled", rationale="The harbour was called twice.")
    move_claim(claim_id=claim.pk, move="propose", by=checker)
    assert AnotherLook.objects.get().note == "Seen at “propose”."


def test_the_story_and_the_queue_and_the_claim_show_it(
    later: Compared, checker: User, client_of: Callable[[User], Client]
) -> None:
    claim = decided(later, checker, Status.SIGNED_OFF)
    make_claim(later.articles[1], "The pier is closed to all")
    compare_now(story_id=later.story.pk)
    assert [look.claim for look in suggestions_of(later.story.pk).looks] == [claim]
    client = client_of(checker)
    page = client.get(reverse("queue"), {"again": "1"}).content.decode()
    assert "needs another look" in page
    assert page.count('class="claim-item"') == 1
    page = client.get(claim.get_absolute_url()).content.decode()
    assert "The Island Wire (¶2) denies this" in page
    answer = client.post(reverse("claim-looked", args=[claim.public_id]), {"note": "Seen."})
    assert answer.status_code == 303
    assert AnotherLook.objects.get().cleared_by == checker
    assert 'id="another-look"' not in client.get(claim.get_absolute_url()).content.decode()
    assert client.post(reverse("claim-looked", args=[claim.public_id])).status_code == 409


def test_who_looked_again_stands_in_the_log_with_the_note_that_a_second_reader_does_not_see(
    later: Compared, checker: User, second_checker: User, client: Client
) -> None:
    claim = decided(later, checker)
    compare_now(story_id=later.story.pk)
    client.force_login(checker)
    client.post(reverse("claim-looked", args=[claim.public_id]), {"note": "The Wire is late."})
    page = client.get(claim.get_absolute_url()).content.decode()
    assert "looked again: nothing changes" in page
    assert "The Wire is late." in page
    client.force_login(second_checker)
    page = client.get(claim.get_absolute_url()).content.decode()
    assert "looked again: nothing changes" in page
    assert "The Wire is late." not in page


@pytest.mark.parametrize(("who", "offered"), [("checker", False), ("editor", True)])
def test_who_may_open_the_claim_again_is_offered_it_there(
    later: Compared, checker: User, editor: User, client_of: Callable[[User], Client], who: str, offered: bool
) -> None:
    claim = decided(later, checker, Status.SIGNED_OFF)
    compare_now(story_id=later.story.pk)
    page = client_of({"checker": checker, "editor": editor}[who]).get(claim.get_absolute_url()).content.decode()
    button = f'formaction="{reverse("claim-move", args=[claim.public_id, "return"])}"'
    assert (button in page) is offered


def test_articles_of_one_outlet_are_told_apart() -> None:
    assert labels_of(["Post", "", "Post", ""]) == ["Post", "Unknown outlet", "Post (2)", "Unknown outlet (2)"]
