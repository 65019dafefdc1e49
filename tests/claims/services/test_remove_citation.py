"""A citation taken out, and put back where it was."""

import json

import pytest

from claims.services.remove_citation import remove_citation, restore_citation
from newsdesk.errors import NotPossibleNow

WORDS = ("closed on Monday", "cracks in two piers", "forty cars an hour")


@pytest.fixture
def cited(claim, cite, post_article, checker):
    for words in WORDS:
        cite(claim, post_article, words, checker)
    claim.refresh_from_db()
    return claim


def remove(claim, number, by):
    found = claim.working_verdict.citations.get(number=number)
    return remove_citation(claim_id=claim.pk, citation_id=found.pk, by=by)


def words_of(claim):
    return [(c.number, c.words) for c in claim.working_verdict.citations.all()]


def test_the_others_keep_the_numbers_by_which_a_rationale_names_them(cited, checker, cite, post_article):
    remove(cited, 1, checker)
    assert words_of(cited) == [(2, WORDS[1]), (3, WORDS[2])]
    cite(cited, post_article, "takes the ferry", checker)
    assert words_of(cited)[-1] == (4, "takes the ferry")


def test_undo_takes_the_next_number_where_another_has_the_old_one(cited, checker, cite, post_article):
    removed = remove(cited, 3, checker)
    cite(cited, post_article, "takes the ferry", checker)
    restore_citation(claim_id=cited.pk, removed=removed, by=checker)
    assert words_of(cited)[2:] == [(3, "takes the ferry"), (4, WORDS[2])]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_undo_puts_it_back_where_it_was(cited, checker, number):
    before = list(cited.working_verdict.citations.order_by("number").values("number", "words", "stance", "at", "by"))
    removed = remove(cited, number, checker)
    restore_citation(claim_id=cited.pk, removed=json.loads(json.dumps(removed)), by=checker)
    after = list(cited.working_verdict.citations.order_by("number").values("number", "words", "stance", "at", "by"))
    assert after == before


def test_undo_twice_puts_it_back_once(cited, checker):
    removed = remove(cited, 2, checker)
    restore_citation(claim_id=cited.pk, removed=removed, by=checker)
    with pytest.raises(NotPossibleNow, match="cited again already"):
        restore_citation(claim_id=cited.pk, removed=removed, by=checker)
    assert len(words_of(cited)) == 3


def test_a_citation_removed_twice_takes_no_other_with_it(cited, checker):
    first = cited.working_verdict.citations.get(number=1)
    remove_citation(claim_id=cited.pk, citation_id=first.pk, by=checker)
    with pytest.raises(NotPossibleNow, match="not in the draft any more"):
        remove_citation(claim_id=cited.pk, citation_id=first.pk, by=checker)
    assert len(words_of(cited)) == 2


def test_only_the_holder_removes(cited, second_checker):
    with pytest.raises(NotPossibleNow, match="held by Ada Brandt"):
        remove(cited, 1, second_checker)
    assert len(words_of(cited)) == 3
