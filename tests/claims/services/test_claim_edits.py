"""Staff's edits to claims: what they change, refuse and log."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles.models import Article
from claims.language.spans import Stance, Voice
from claims.models import Appearance, Claim, Edit, Verdict
from claims.services.add_claim import add_claim
from claims.services.correct_claim import correct_claim
from claims.services.dismiss_appearance import dismiss_appearance, restore_appearance
from claims.services.join_claims import join_claims, part_claims
from claims.services.merge_claims import merge_claims
from claims.services.split_claim import split_claim
from newsdesk.errors import BadInput, DeskError, NotPossibleNow
from newsdesk.models import User
from tests.factories import make_article, make_claim, make_story

COPY = "The crack is 12 metres long. It grew by a metre in May, engineers said.\n\nThe bridge was built in 1931."
FIRST, SECOND = "The crack is 12 metres long.", "It grew by a metre in May"

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    return make_article(COPY)


def appearance_of(claim: Claim) -> Appearance:
    return claim.appearances.get()


def published(claim: Claim, user: User) -> None:
    claim.published_verdict = Verdict.objects.create(claim=claim, rating="disputed", published_at=timezone.now())
    claim.status = "in check"
    claim.save(update_fields=["published_verdict", "status"])


def proposed(claim: Claim, user: User) -> None:
    claim.status = "proposed"
    claim.save(update_fields=["status"])


def held(claim: Claim, user: User) -> None:
    claim.status, claim.holder, claim.held_until = "in check", user, timezone.now() + timedelta(minutes=5)
    claim.save(update_fields=["status", "holder", "held_until"])


NOT_NOW = [(published, "published"), (proposed, "proposed"), (held, "held by Ben Okoro")]


def test_an_added_claim_is_pinned_and_logged(article: Article, checker: User) -> None:
    appearance = add_claim(
        article_id=article.pk, paragraph_number=1, words=SECOND, text="The crack grew by a metre in May",
        voice=Voice.ATTRIBUTED, claimant="engineers", stance=Stance.DOUBTS, by=checker,
    )  # fmt: skip
    assert article.body[appearance.start : appearance.end] == appearance.text == SECOND
    claim = appearance.claim
    assert (claim.text, claim.claimant, claim.story) == ("The crack grew by a metre in May", "engineers", article.story)
    assert (claim.made_by, appearance.made_by, appearance.stance) == (checker, checker, "doubts")
    edit = Edit.objects.get()
    assert (edit.action, edit.claim, edit.before, edit.after[0]["text"]) == ("add claim", claim, [], SECOND)


def test_adding_words_that_another_article_claims_adds_an_appearance(article: Article, checker: User) -> None:
    claim = make_claim(article, FIRST)
    other = make_article(f"Reported: {FIRST}", story=article.story)
    appearance = add_claim(article_id=other.pk, paragraph_number=1, words=FIRST, voice=Voice.OUTLET, by=checker)
    assert appearance.claim == claim
    assert Claim.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"voice": Voice.ATTRIBUTED}, "who makes the claim"),
        ({"words": "nothing of the kind"}, "not in paragraph"),
        ({"words": FIRST}, "already"),
    ],
)
def test_what_cannot_be_a_claim_is_refused(article: Article, checker: User, fields: dict, sentence: str) -> None:
    make_claim(article, FIRST)
    values = {"words": SECOND, "voice": Voice.OUTLET, "paragraph_number": 1, **fields}
    with pytest.raises(BadInput, match=sentence):
        add_claim(article_id=article.pk, by=checker, **values)
    assert not Edit.objects.exists()


def correct(claim: Claim, by: User, **changes: object) -> Appearance:
    appearance = appearance_of(claim)
    values = {
        "words": appearance.text, "text": claim.text, "voice": Voice(appearance.voice),
        "stance": Stance(appearance.stance), "claimant": claim.claimant, **changes,
    }  # fmt: skip
    return correct_claim(appearance_id=appearance.pk, by=by, **values)


def test_a_correction_changes_claim_and_appearance(article: Article, checker: User) -> None:
    claim = make_claim(article, FIRST)
    correct(
        claim, checker, words=SECOND, text="The crack grew in May", voice=Voice.ATTRIBUTED, claimant="engineers",
        stance=Stance.DENIES,
    )  # fmt: skip
    claim.refresh_from_db()
    appearance = appearance_of(claim)
    assert (claim.text, claim.claimant) == ("The crack grew in May", "engineers")
    assert (appearance.text, appearance.voice, appearance.stance) == (SECOND, "attributed", "denies")
    edit = Edit.objects.get()
    assert (edit.before[0]["claim"]["text"], edit.after[0]["claim"]["text"]) == (FIRST, "The crack grew in May")


def test_a_correction_to_another_claims_words_asks_to_join_them(article: Article, checker: User) -> None:
    make_claim(article, SECOND)
    with pytest.raises(BadInput, match="join the two"):
        correct(make_claim(article, FIRST), checker, text=SECOND)


def test_a_correction_that_changes_nothing_is_not_logged(article: Article, checker: User) -> None:
    correct(make_claim(article, FIRST), checker)
    assert not Edit.objects.exists()


@pytest.mark.parametrize(("make", "sentence"), NOT_NOW)
def test_claims_that_something_rests_on_are_not_edited(
    article: Article, checker: User, second_checker: User, make, sentence: str
) -> None:
    claim, other = make_claim(article, FIRST), make_claim(article, SECOND)
    make(claim, second_checker)
    pk = appearance_of(claim).pk
    for act in (
        lambda: correct(claim, checker, text="Something else"),
        lambda: split_claim(appearance_id=pk, words="12 metres", by=checker),
        lambda: merge_claims(appearance_id=pk, with_id=appearance_of(other).pk, by=checker),
        lambda: dismiss_appearance(appearance_id=pk, by=checker),
        lambda: join_claims(kept_id=other.pk, joined_ids=[claim.pk], by=checker),
        lambda: join_claims(kept_id=claim.pk, joined_ids=[other.pk], by=checker),
    ):
        with pytest.raises(NotPossibleNow, match=sentence):
            act()
    assert not Edit.objects.exists()


def test_a_split_makes_two_claims(article: Article, checker: User) -> None:
    claim = make_claim(article, f"{FIRST} {SECOND}", claimant="engineers")
    first, second = split_claim(appearance_id=appearance_of(claim).pk, words="It grew", by=checker)
    assert (first.claim.text, second.claim.text) == (FIRST, SECOND)
    assert article.body[second.start : second.end] == SECOND
    assert (second.claim.claimant, second.voice) == ("engineers", "attributed")
    assert len(Edit.objects.get(action="split claim").after) == 2


def test_a_split_into_two_that_say_the_same_leaves_one_claim_in_two_places(checker: User) -> None:
    claim = make_claim(make_article("The crack grew, the crack grew."), "The crack grew, the crack grew")
    first, second = split_claim(appearance_id=appearance_of(claim).pk, words="the crack", by=checker)
    assert first.claim == second.claim == claim
    assert second.text == "the crack grew"


def test_a_claim_that_stands_in_two_places_is_not_split(article: Article, checker: User) -> None:
    claim = make_claim(article, f"{FIRST} {SECOND}")
    twin = appearance_of(claim)
    first_pk = twin.pk
    twin.pk = None
    twin.save()
    with pytest.raises(NotPossibleNow, match="another place"):
        split_claim(appearance_id=first_pk, words="It grew", by=checker)


def test_merging_brings_a_split_back_together(article: Article, checker: User) -> None:
    claim = make_claim(article, f"{FIRST} {SECOND}")
    first, second = split_claim(appearance_id=appearance_of(claim).pk, words="It grew", by=checker)
    merged = merge_claims(appearance_id=first.pk, with_id=second.pk, by=checker)
    assert merged.claim.text == merged.text == f"{FIRST} {SECOND}"
    gone = Claim.objects.get(pk=second.claim_id)
    assert gone.joined_into == claim
    with pytest.raises(NotPossibleNow):
        merge_claims(appearance_id=first.pk, with_id=second.pk, by=checker)


def test_what_was_split_and_merged_can_be_split_again(article: Article, checker: User) -> None:
    whole = make_claim(article, f"{FIRST} {SECOND}")
    first, second = split_claim(appearance_id=appearance_of(whole).pk, words="It grew", by=checker)
    merge_claims(appearance_id=first.pk, with_id=second.pk, by=checker)
    again, later = split_claim(appearance_id=first.pk, words="It grew", by=checker)
    assert (again.claim, later.claim) == (whole, second.claim)
    later.claim.refresh_from_db()
    assert later.claim.joined_into is None
    assert whole.appearances.filter(dismissed_at=None).count() == 1


def test_claims_of_two_claimants_are_not_merged(article: Article, checker: User) -> None:
    first, second = (
        make_claim(article, FIRST, claimant="Ines Calder"),
        make_claim(article, SECOND, claimant="engineers"),
    )
    with pytest.raises(NotPossibleNow, match="different claimants"):
        merge_claims(appearance_id=appearance_of(first).pk, with_id=appearance_of(second).pk, by=checker)


def test_the_last_place_of_a_claim_is_not_dismissed_but_another_is_and_comes_back(
    article: Article, checker: User
) -> None:
    claim = make_claim(article, FIRST)
    only = appearance_of(claim)
    with pytest.raises(NotPossibleNow, match="dismiss the claim itself"):
        dismiss_appearance(appearance_id=only.pk, by=checker)
    other = make_article(FIRST, story=article.story)
    second = add_claim(article_id=other.pk, paragraph_number=1, words=FIRST, voice=Voice.OUTLET, by=checker)
    dismiss_appearance(appearance_id=second.pk, by=checker)
    second.refresh_from_db()
    assert second.dismissed_by == checker
    restore_appearance(appearance_id=second.pk, by=checker)
    second.refresh_from_db()
    assert second.dismissed_at is None


@pytest.fixture
def three(article: Article) -> list[Claim]:
    """Claims of three articles of one story."""
    texts = ["The crack is 12 metres long", "A crack of 12 metres was found", "The crack measures 12 metres"]
    articles = [article, *(make_article(text, story=article.story) for text in texts[1:])]
    return [make_claim(each, text, priority=n / 10) for n, (each, text) in enumerate(zip(articles, texts, strict=True))]


def test_joined_claims_hand_their_places_to_the_kept_one(three: list[Claim], checker: User) -> None:
    kept, *others = three
    join_claims(kept_id=kept.pk, joined_ids=[other.pk for other in others], by=checker)
    kept.refresh_from_db()
    assert kept.appearances.count() == 3
    assert kept.priority == 0.2
    assert {Claim.objects.get(pk=other.pk).joined_into for other in others} == {kept}
    assert [edit.claim for edit in Edit.objects.filter(action="join claims")] == others


def test_parted_claims_take_back_what_they_brought_and_nothing_else(three: list[Claim], checker: User) -> None:
    kept, second, third = three
    brought = second.appearances.get()
    join_claims(kept_id=kept.pk, joined_ids=[second.pk, third.pk], by=checker)
    part_claims(joined_id=second.pk, by=checker)
    second.refresh_from_db()
    assert second.joined_into is None
    assert second.appearances.get() == brought
    assert kept.appearances.count() == 2


def test_a_claim_that_is_not_joined_cannot_be_parted(three: list[Claim], checker: User) -> None:
    with pytest.raises(NotPossibleNow):
        part_claims(joined_id=three[0].pk, by=checker)


def test_what_cannot_be_joined_is_refused(three: list[Claim], checker: User) -> None:
    kept, second, third = three
    elsewhere = make_claim(make_article("The crack is long", story=make_story("Another")), "The crack is long")
    join_claims(kept_id=second.pk, joined_ids=[third.pk], by=checker)
    for ids, sentence in (
        ([], "at least one other"),
        ([kept.pk], "at least one other"),
        ([elsewhere.pk], "same story"),
        ([third.pk], "joined into another"),
        ([987654], "does not exist"),
    ):
        with pytest.raises(DeskError, match=sentence):
            join_claims(kept_id=kept.pk, joined_ids=ids, by=checker)
    assert kept.appearances.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_people_who_join_two_claims_crosswise_at_once_leave_one(checker: User) -> None:
    story = make_story()
    one, other = (make_claim(make_article(text, story=story), text) for text in ("The crack is long", "A long crack"))
    ready = threading.Barrier(2, timeout=20)
    outcomes: list[str] = []

    def work(kept: Claim, joined: Claim) -> None:
        ready.wait()
        try:
            join_claims(kept_id=kept.pk, joined_ids=[joined.pk], by=checker)
            outcomes.append("joined")
        except DeskError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=pair) for pair in ((one, other), (other, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(outcomes) == ["joined", "refused"]
    assert Claim.objects.filter(joined_into=None).count() == 1
