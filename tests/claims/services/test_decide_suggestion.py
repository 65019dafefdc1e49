"""Confirming, rejecting, joining, parting, naming a primary variant, and undoing all of it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Job
from claims.comparison.decisions import About, Place
from claims.models import Claim, Decision, Edit
from claims.services.decide_suggestion import (
    confirm_suggestion,
    join_origins,
    name_primary,
    part_origins,
    reject_suggestion,
    undo_decision,
)
from claims.services.read_story import story_for_comparison
from claims.services.story_found import Decided, StoryFound
from claims.services.suggestions import suggestions_of
from newsdesk.errors import BadInput, DeskError, NotAllowed, NotPossibleNow
from newsdesk.models import User
from tests.factories import make_claim
from tests.fixtures_comparison import CLAIM, SAID, Compared
from tests.racing import at_once

pytestmark = pytest.mark.django_db
KINDS = ("passages", "utterances", "claims", "conflicts", "counter_claims")


def found(compared: Compared) -> StoryFound:
    return suggestions_of(compared.story.pk)


def of_kind(compared: Compared, kind: str) -> dict[str, Any]:
    return {"story_id": compared.story.pk, "key": getattr(found(compared), kind)[0].key}


def comparing_is_due(compared: Compared) -> bool:
    return Job.objects.filter(article__story=compared.story, stage="compare", status="queued").count() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_confirmed_shows_at_once_and_the_story_is_compared_again(compared: Compared, checker: User, kind: str) -> None:
    confirm_suggestion(**of_kind(compared, kind), by=checker, note=" seen in all ")
    judgement = getattr(found(compared), kind)[0].judgement
    assert (judgement.decided, judgement.by, judgement.note) == (Decided.CONFIRMED, checker, "seen in all")
    assert judgement.added == ()
    assert comparing_is_due(compared)
    assert Edit.objects.get().after[0]["key"] == getattr(found(compared), kind)[0].key


@pytest.mark.parametrize("kind", KINDS)
def test_rejected_is_gone_at_once_and_the_comparison_is_told(compared: Compared, checker: User, kind: str) -> None:
    one = getattr(found(compared), kind)[0]
    reject_suggestion(**of_kind(compared, kind), by=checker)
    assert not getattr(found(compared), kind)
    assert [act.about for act in found(compared).rejected] == [one.about]
    story, _ = story_for_comparison(compared.story.pk)
    assert story.decisions.rejects(one.about, one.places)
    assert comparing_is_due(compared)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("decide", [confirm_suggestion, reject_suggestion])
def test_undone_it_is_as_if_nobody_had_decided(
    compared: Compared, checker: User, kind: str, decide: Callable[..., Any]
) -> None:
    act = decide(**of_kind(compared, kind), by=checker)
    undo_decision(act=act, by=checker)
    assert getattr(found(compared), kind)[0].judgement.decided is Decided.SUGGESTED
    with pytest.raises(NotPossibleNow, match="undone already"):
        undo_decision(act=act, by=checker)


def test_a_page_made_before_gets_a_sentence(compared: Compared, checker: User) -> None:
    asked = of_kind(compared, "utterances")
    shorter = compared.utterance(compared.variant(1, SAID), compared.variant(2, SAID))
    compared.keep(type(compared.everything)("compare-1", utterances=(shorter,)))
    with pytest.raises(NotPossibleNow, match="not there as you saw it"):
        confirm_suggestion(**asked, by=checker)
    assert not Decision.objects.exists()


def test_confirmed_twice_is_confirmed_once(compared: Compared, checker: User, second_checker: User) -> None:
    first = confirm_suggestion(**of_kind(compared, "claims"), by=checker)
    assert confirm_suggestion(**of_kind(compared, "claims"), by=second_checker) == first
    assert found(compared).claims[0].judgement.by == checker


def test_the_last_word_counts_and_takes_back_the_one_before(
    compared: Compared, checker: User, second_checker: User
) -> None:
    confirm_suggestion(**of_kind(compared, "claims"), by=checker)
    reject_suggestion(**of_kind(compared, "claims"), by=second_checker)
    assert found(compared).claims == ()
    standing = Decision.objects.filter(undone_at=None)
    assert set(standing.values_list("relation", flat=True)) == {"parted"}


def test_one_member_is_rejected_alone(compared: Compared, checker: User) -> None:
    reject_suggestion(**of_kind(compared, "utterances"), member=2, by=checker)
    story, _ = story_for_comparison(compared.story.pk)
    places = [member.place for member in compared.everything.utterances[0].members]
    assert story.decisions.part(About.UTTERANCE, places[0], places[2])
    assert story.decisions.part(About.UTTERANCE, places[1], places[2])
    assert not story.decisions.part(About.UTTERANCE, places[0], places[1])
    (one,) = found(compared).utterances
    assert [member.place for member in one.found.members] == list(one.places) == list(places[:2])
    with pytest.raises(BadInput, match="no such member"):
        reject_suggestion(**of_kind(compared, "utterances"), member=3, by=checker)


def test_of_a_confirmed_one_the_others_stay_confirmed_when_one_is_rejected(
    compared: Compared, checker: User, second_checker: User
) -> None:
    confirm_suggestion(**of_kind(compared, "utterances"), by=checker)
    act = reject_suggestion(**of_kind(compared, "utterances"), member=0, by=second_checker)
    (one,) = found(compared).utterances
    assert [place.article for place in one.places] == [1, 2]
    assert (one.judgement.decided, one.judgement.by) == (Decided.CONFIRMED, checker)
    undo_decision(act=act, by=second_checker)
    (one,) = found(compared).utterances
    assert (one.judgement.decided, one.judgement.added) == (Decided.CONFIRMED, (0,))


def test_all_of_a_confirmed_one_rejected_nothing_of_it_is_left(compared: Compared, checker: User) -> None:
    confirm_suggestion(**of_kind(compared, "utterances"), by=checker)
    reject_suggestion(**of_kind(compared, "utterances"), by=checker)
    assert not found(compared).joined
    assert not found(compared).utterances


def test_of_three_parted_origins_two_are_joined_and_the_third_stays_apart(compared: Compared, editor: User) -> None:
    ids = [article.pk for article in compared.articles]
    part_origins(story_id=compared.story.pk, article_ids=ids, by=editor)
    join_origins(story_id=compared.story.pk, article_ids=ids[:2], by=editor)
    assert [shown.group for shown in found(compared).articles] == [0, 0, None]
    story, _ = story_for_comparison(compared.story.pk)
    assert story.decisions.part(About.ORIGIN, Place(0, 0, 0), Place(2, 0, 0))
    assert not story.decisions.part(About.ORIGIN, Place(0, 0, 0), Place(1, 0, 0))


def test_what_is_sent_twice_is_decided_once(compared: Compared, editor: User, checker: User) -> None:
    ids = [article.pk for article in compared.articles]
    for decide in (join_origins, part_origins):
        acts = {decide(story_id=compared.story.pk, article_ids=ids[1:], by=editor) for _ in range(2)}
        assert len(acts) == 1
    make_claim(compared.articles[0], CLAIM)
    make_claim(compared.articles[1], CLAIM)
    of = of_kind(compared, "claims")
    acts = {confirm_suggestion(**of, by=by, join=True) for by in (checker, editor)}
    assert len(acts) == 1


def test_another_storys_decision_is_not_undone_from_here(compared: Compared, checker: User) -> None:
    act = reject_suggestion(**of_kind(compared, "utterances"), by=checker)
    with pytest.raises(NotPossibleNow, match="no such decision"):
        undo_decision(act=act, story_id=compared.story.pk + 1, by=checker)
    assert not found(compared).utterances


def test_where_the_reference_is_rejected_the_longest_of_the_others_takes_its_place(
    compared: Compared, checker: User
) -> None:
    reject_suggestion(**of_kind(compared, "utterances"), member=0, by=checker)
    (one,) = found(compared).utterances
    assert (one.found.reference, one.found.members[0].text) == (0, SAID)
    assert one.judgement.decided is Decided.SUGGESTED


def test_the_desks_claims_of_a_group_are_joined_if_asked(compared: Compared, checker: User) -> None:
    one, other = make_claim(compared.articles[0], CLAIM), make_claim(compared.articles[1], CLAIM)
    confirm_suggestion(**of_kind(compared, "claims"), join=True, by=checker)
    assert Claim.objects.get(joined_into=one) == other


def test_where_the_desk_has_no_claims_to_join_nothing_is_confirmed(compared: Compared, checker: User) -> None:
    with pytest.raises(NotPossibleNow, match="no claims of the desk"):
        confirm_suggestion(**of_kind(compared, "claims"), join=True, by=checker)
    assert not Decision.objects.exists()


def test_where_claims_cannot_be_joined_nothing_is_confirmed(
    compared: Compared, checker: User, second_checker: User
) -> None:
    make_claim(compared.articles[0], CLAIM)
    make_claim(compared.articles[1], CLAIM, status="proposed")
    with pytest.raises(DeskError):
        confirm_suggestion(**of_kind(compared, "claims"), join=True, by=checker)
    assert not Decision.objects.exists()


def test_checkers_leave_origins_and_primaries_alone(compared: Compared, checker: User) -> None:
    pks = [article.pk for article in compared.articles]
    for act in (
        lambda: confirm_suggestion(**of_kind(compared, "origins"), by=checker),
        lambda: reject_suggestion(**of_kind(compared, "origins"), by=checker),
        lambda: name_primary(**of_kind(compared, "utterances"), member=0, by=checker),
        lambda: join_origins(story_id=compared.story.pk, article_ids=pks, by=checker),
        lambda: part_origins(story_id=compared.story.pk, article_ids=pks, by=checker),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert not Decision.objects.exists()


def test_origins_are_joined_and_one_is_parted_from_all_that_share_it(compared: Compared, editor: User) -> None:
    pks = [article.pk for article in compared.articles]
    join_origins(story_id=compared.story.pk, article_ids=pks[1:], by=editor)
    assert len({shown.origin for shown in found(compared).articles}) == 1
    part_origins(story_id=compared.story.pk, article_ids=pks[:1], by=editor)
    first, second, third = (shown.origin for shown in found(compared).articles)
    assert first != second == third
    with pytest.raises(NotPossibleNow, match="with no other"):
        part_origins(story_id=compared.story.pk, article_ids=pks[:1], by=editor)


@pytest.mark.parametrize("chosen", [[], [0]])
def test_joining_takes_two_articles_of_the_story(compared: Compared, editor: User, chosen: list[int]) -> None:
    with pytest.raises(BadInput):
        join_origins(story_id=compared.story.pk, article_ids=[compared.articles[n].pk for n in chosen], by=editor)


def test_a_primary_variant_takes_the_place_of_the_one_before(compared: Compared, editor: User) -> None:
    name_primary(**of_kind(compared, "utterances"), member=1, by=editor)
    assert found(compared).utterances[0].primary == 1
    act = name_primary(**of_kind(compared, "utterances"), member=2, by=editor)
    assert found(compared).utterances[0].primary == 2
    story, _ = story_for_comparison(compared.story.pk)
    assert story.decisions.references == (found(compared).utterances[0].places[2],)
    undo_decision(act=act, by=editor)
    assert found(compared).utterances[0].primary is None
    for key in ("claims", "utterances"):
        with pytest.raises(BadInput):
            name_primary(**of_kind(compared, key), member=9, by=editor)


def test_another_checkers_decision_is_undone_by_an_editor_only(
    compared: Compared, checker: User, second_checker: User, editor: User
) -> None:
    act = reject_suggestion(**of_kind(compared, "claims"), by=checker)
    with pytest.raises(NotAllowed, match="Only who decided this"):
        undo_decision(act=act, by=second_checker)
    undo_decision(act=act, by=editor)
    assert len(found(compared).claims) == 1


@pytest.mark.parametrize("change", [{"note": "other"}, {"one_end": 99}, {"undone_at": None}])
def test_a_decision_never_changes_but_by_being_undone(
    compared: Compared, checker: User, change: dict[str, Any]
) -> None:
    act = confirm_suggestion(**of_kind(compared, "claims"), by=checker)
    if "undone_at" in change:
        undo_decision(act=act, by=checker)
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        Decision.objects.update(**change)
    with pytest.raises(IntegrityError, match="is kept"), transaction.atomic():
        Decision.objects.all().delete()


def test_a_decision_on_a_story_that_is_none_is_not_found(checker: User) -> None:
    with pytest.raises(NotPossibleNow, match="no such story"):
        confirm_suggestion(story_id=9, key="f" * 16, by=checker)


@pytest.mark.django_db(transaction=True)
def test_two_who_decide_at_once_leave_one_decision_standing(
    compared: Compared, checker: User, second_checker: User
) -> None:
    asked = of_kind(compared, "claims")
    at_once(
        lambda: confirm_suggestion(**asked, by=checker, now=timezone.now()),
        lambda: reject_suggestion(**asked, by=second_checker, now=timezone.now()),
    )
    assert Decision.objects.filter(undone_at=None).values("act").distinct().count() == 1
