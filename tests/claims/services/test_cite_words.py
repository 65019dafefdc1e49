"""Words are cited exactly, pinned by offsets and hash."""

import hashlib

import pytest

from claims.rules.ratings import CitationStance
from claims.rules.statuses import Status
from claims.services.cite_words import cite_words
from claims.services.find_words import find_words
from newsdesk.errors import BadInput, NotPossibleNow
from tests.factories import make_article, make_claim

COPY = "The bridge 🌉 was closed, and the bridge 🌉 stays closed.\n\nIt was the café’s view, aaaa."
S = CitationStance


@pytest.fixture
def article(db):
    return make_article(COPY)


@pytest.fixture
def closed(article):
    return make_claim(article, "was closed")


@pytest.mark.parametrize(
    ("number", "words", "occurrence", "found"),
    [
        (1, "bridge 🌉", 1, "bridge 🌉"),
        (1, "  bridge 🌉 \r\n", 2, "bridge 🌉"),
        (1, "closed", 2, "closed"),
        (1, "was\r\n closed,", 1, "was closed,"),
        (1, "was\u00a0closed", 1, "was closed"),
        (2, "cafe\u0301’s", 1, "café’s"),
        (2, "aa", 3, "aa"),
    ],
)
def test_words_are_found_where_they_stand(article, number, words, occurrence, found):
    paragraph = article.paragraphs.get(number=number)
    start, end = find_words(paragraph, words, occurrence)
    assert article.body[start:end] == found
    before = article.body[paragraph.start : start + len(found) - 1]
    assert sum(before[i : i + len(found)] == found for i in range(len(before))) == occurrence - 1


@pytest.mark.parametrize(
    ("words", "occurrence", "sentence"),
    [
        ("the tunnel", 1, "These words are not in paragraph 1: “the tunnel”."),
        ("the café’s view", 1, "not in paragraph 1"),
        ("closed", 3, "stand in paragraph 1 2 times; there is no number 3"),
        ("closed", 0, "there is no number 0"),
        (" \n ", 1, "Select or paste the words first."),
    ],
)
def test_words_that_do_not_stand_there_are_refused(article, words, occurrence, sentence):
    with pytest.raises(BadInput, match=sentence):
        find_words(article.paragraphs.get(number=1), words, occurrence)


def cite(claim, paragraph, words, by, stance=S.SUPPORTS, occurrence=1):
    return cite_words(
        claim_id=claim.pk, paragraph_id=paragraph.pk, words=words, occurrence=occurrence, stance=stance, by=by
    )


def test_a_citation_is_pinned_by_offsets_and_hash_and_takes_the_claim(closed, article, checker):
    citation = cite(closed, article.paragraphs.get(number=1), "bridge 🌉", checker, S.CONTRADICTS, occurrence=2)
    assert article.body[citation.start : citation.end] == citation.words == "bridge 🌉"
    assert citation.start == COPY.rindex("bridge")
    assert citation.words_sha256 == hashlib.sha256("bridge 🌉".encode()).hexdigest()
    assert (citation.number, citation.stance, citation.by) == (1, "contradicts", checker)
    closed.refresh_from_db()
    assert (closed.status, closed.holder) == (Status.IN_CHECK, checker)


def test_the_same_words_again_change_their_stance_and_are_not_doubled(closed, article, checker):
    paragraph = article.paragraphs.get(number=1)
    cite(closed, paragraph, "closed", checker)
    cite(closed, paragraph, "closed", checker, S.CONTRADICTS)
    closed.refresh_from_db()
    assert [c.stance for c in closed.working_verdict.citations.all()] == ["contradicts"]
    with pytest.raises(BadInput, match=r"cited already, as \[1\]"):
        cite(closed, paragraph, "closed", checker, S.CONTRADICTS)


def test_words_of_another_story_are_not_cited(closed, checker):
    other = make_article("The bridge was closed in another town.")
    with pytest.raises(BadInput, match="not in an article of this claim's story"):
        cite(closed, other.paragraphs.get(), "closed", checker)


def test_words_of_a_withdrawn_article_are_not_cited(closed, article, checker):
    type(article).objects.filter(pk=article.pk).update(withdrawn_at=closed.made_at)
    with pytest.raises(BadInput, match="withdrawn"):
        cite(closed, article.paragraphs.get(number=1), "closed", checker)


def test_a_mark_alone_is_not_cited(closed, article, checker):
    with pytest.raises(BadInput, match="at least one word"):
        cite(closed, article.paragraphs.get(number=1), "🌉", checker)


def test_only_the_holder_cites(closed, article, checker, second_checker):
    cite(closed, article.paragraphs.get(number=1), "closed", checker)
    with pytest.raises(NotPossibleNow, match="held by Ada Brandt"):
        cite(closed, article.paragraphs.get(number=1), "bridge", second_checker)


def test_a_proposed_verdict_takes_no_more_citations(proposed, post_article, checker):
    with pytest.raises(NotPossibleNow, match="proposed"):
        cite(proposed, post_article.paragraphs.get(number=1), "Monday", checker)
