"""Origins at the gate: the story's last comparison, what staff decided since, and articles that it has not read yet."""

import pytest
from django.utils import timezone

from claims.models import Decision, Quote, StoryComparison
from claims.models.comparison import JOINED, PARTED
from claims.rules.gates import independent_origins
from claims.rules.ratings import Rating
from claims.services.compare_story import compare_now
from claims.services.gate_facts import citations_of, cited_origins, verdict_gate
from claims.services.story_origins import story_origins
from tests.factories import make_article, make_claim, make_story

COPIED = (
    "Inspectors found two cracks in the steel plates under the lifting span, each longer than a hand, and closed the bridge "
    "to all traffic before dawn."
)
EDITED = COPIED.replace("found", "saw").replace("closed", "promptly closed")
OWN = "Shopkeepers on {0} Street opened late. The school bus went round by the ring road. Nobody was hurt in {0}. " * 4
POST, BELL = f"{OWN.format('Anchor')}\n\n{COPIED}", f"{OWN.format('Mill')[::-1]}\n\n{EDITED}"


@pytest.fixture
def story(db):
    return make_story()


@pytest.fixture
def pair(story):
    """Two articles of which a paragraph is copied and lightly edited."""
    return make_article(POST, story=story, outlet="The Harbour Post"), make_article(
        BELL, story=story, outlet="Evening Bell"
    )


@pytest.fixture
def cited(pair, cite, checker):
    """A claim with both copies of the paragraph cited."""
    claim = make_claim(pair[0], "two cracks in the steel plates")
    cite(claim, pair[0], "found two cracks in the steel plates", checker)
    cite(claim, pair[1], "saw two cracks in the steel plates", checker)
    claim.refresh_from_db()
    return claim


def counted(claim):
    return independent_origins(cited_origins(claim, citations_of(claim.working_verdict)))


def decide(story, relation, about, one, other):
    """Somebody joins or parts two (article, words), words "" for the whole article."""
    spans = [(a, a.body.index(words), a.body.index(words) + len(words)) for a, words in (one, other)]
    (a, a_start, a_end), (b, b_start, b_end) = spans
    return Decision.objects.create(
        story=story, about=about, relation=relation, one_article=a, one_start=a_start, one_end=a_end, other_article=b,
        other_start=b_start, other_end=b_end,
    )  # fmt: skip


TOGETHER = ["Evening Bell / The Harbour Post (in Evening Bell and The Harbour Post)"]
ALONE = ["The Harbour Post", "Evening Bell"]


def test_two_citations_in_a_copied_passage_are_one_origin_once_the_story_is_compared(story, cited):
    assert counted(cited) == ALONE
    compare_now(story_id=story.pk)
    assert counted(cited) == TOGETHER
    sentence = verdict_gate(cited, cited.working_verdict, rating=Rating.CORROBORATED, rationale="x")
    assert sentence.endswith(f"there is 1: {TOGETHER[0]}.")


def test_the_own_report_of_both_is_two_origins_in_spite_of_a_copied_passage(story, pair, cite, checker):
    compare_now(story_id=story.pk)
    claim = make_claim(pair[0], "Nobody was hurt")
    cite(claim, pair[0], "Nobody was hurt", checker)
    cite(claim, pair[1], pair[1].body[:40], checker)
    claim.refresh_from_db()
    assert counted(claim) == ALONE


def test_a_passage_that_staff_parted_counts_twice_at_once(story, pair, cited):
    compare_now(story_id=story.pk)
    made = decide(story, PARTED, "passage", (pair[0], COPIED), (pair[1], EDITED))
    assert counted(cited) == ALONE
    Decision.objects.filter(pk=made.pk).update(undone_at=timezone.now())
    assert counted(cited) == TOGETHER


def test_a_passage_that_staff_joined_counts_once_at_once(story, pair, cited):
    decide(story, JOINED, "passage", (pair[0], COPIED), (pair[1], EDITED))
    assert counted(cited) == TOGETHER


def test_articles_that_staff_joined_are_one_origin_and_parted_ones_are_not(story, pair, cite, checker):
    claim = make_claim(pair[0], "Nobody was hurt")
    cite(claim, pair[0], "Nobody was hurt", checker)
    cite(claim, pair[1], pair[1].body[:40], checker)
    claim.refresh_from_db()
    made = decide(story, JOINED, "origin", (pair[0], ""), (pair[1], ""))
    assert counted(claim) == TOGETHER
    Decision.objects.filter(pk=made.pk).update(undone_at=timezone.now())
    for article in pair:
        type(article).objects.filter(pk=article.pk).update(wire_credit="Northline")
    assert counted(claim) == ["Northline (in Evening Bell and The Harbour Post)"]
    decide(story, PARTED, "origin", (pair[0], ""), (pair[1], ""))
    assert len(counted(claim)) == 2


@pytest.mark.parametrize("newer_cited", [False, True])
def test_what_was_decided_of_an_article_holds_for_all_its_versions(story, pair, cite, checker, newer_cited):
    own = OWN.format("Quay")[5:]
    old = make_article(own, story=story, outlet=None)
    changed = make_article(f"{own} Corrected.", story=story, outlet=None, replaces=old, version=2)
    claim = make_claim(old, "Nobody was hurt in Quay")
    cite(claim, changed if newer_cited else old, "Nobody was hurt in Quay", checker)
    cite(claim, pair[1], pair[1].body[:40], checker)
    claim.refresh_from_db()
    assert len(counted(claim)) == 2
    decide(story, JOINED, "origin", (old, ""), (pair[1], ""))
    assert len(counted(claim)) == 1


def test_an_article_filed_since_the_comparison_is_a_copy_where_a_paragraph_is_the_same(
    story, pair, cited, cite, checker
):
    compare_now(story_id=story.pk)
    late = make_article(f"{OWN.format('Quay')[5:]}\n\n{COPIED}", story=story, outlet="Quay Radio")
    cite(cited, late, "found two cracks in the steel plates", checker)
    cited.refresh_from_db()
    assert len(counted(cited)) == 1


def test_a_withdrawn_article_leaves_the_others_as_they_are(story, pair, cited):
    compare_now(story_id=story.pk)
    type(pair[0]).objects.filter(pk=pair[0].pk).update(withdrawn_at=timezone.now())
    assert counted(cited) == ["Evening Bell"]


def test_a_sentence_that_names_the_outlet_behind_it_is_that_outlet_s(story, cite, checker):
    line = "The plates were last changed in 1987, according to the Lakeside Courier."
    one = make_article(f"{OWN.format('Anchor')}\n\n{line}", story=story, outlet="The Harbour Post")
    other = make_article(
        f"{OWN.format('Mill')[::-1]}\n\nThe Lakeside Courier reported that they were never changed.",
        story=story,
        outlet="Tide",
    )
    compare_now(story_id=story.pk)
    claim = make_claim(one, "last changed in 1987")
    cite(claim, one, "last changed in 1987", checker)
    cite(claim, other, "never changed", checker)
    claim.refresh_from_db()
    assert counted(claim) == ["The Lakeside Courier (in The Harbour Post and Tide)"]


def test_a_comparison_that_cannot_be_read_is_left_out(story, cited):
    StoryComparison.objects.create(story=story, version="x", found={"version": 1, "passages": [3]}, articles=[])
    assert counted(cited) == ALONE


def test_queries_do_not_grow_with_the_articles(story, pair, django_assert_num_queries):
    compare_now(story_id=story.pk)
    Quote.objects.create(
        article=pair[0],
        paragraph=pair[0].paragraphs.first(),
        start=0,
        end=4,
        text=POST[:4],
        kind="direct",
        speaker_name="A",
    )
    for n in range(4):
        make_article(f"{OWN.format(n)}\n\n{COPIED}", story=story, outlet=f"Outlet {n}")
    with django_assert_num_queries(5):
        origins = story_origins(story.pk, [pair[0].pk])
    assert len(origins.numbers) == 6
