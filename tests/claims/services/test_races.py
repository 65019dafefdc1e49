"""Two people at the same moment, on the real database: one wins, and the other is told."""

from uuid import uuid4

import pytest

from claims.models import LogEntry, Note
from claims.rules.ratings import CitationStance, Rating
from claims.rules.statuses import Status
from claims.services.add_note import add_note
from claims.services.cite_words import cite_words
from claims.services.move_claim import move_claim
from claims.services.once import carry_out_once
from claims.services.second_reading import second_reading
from newsdesk.errors import DeskError
from tests.racing import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_who_take_a_claim_one_gets_it(claim, checker, second_checker):
    results = at_once(
        lambda: move_claim(claim_id=claim.pk, move="take", by=checker),
        lambda: move_claim(claim_id=claim.pk, move="take", by=second_checker),
    )
    refused = [result for result in results if isinstance(result, DeskError)]
    claim.refresh_from_db()
    assert len(refused) == 1
    assert refused[0].sentence == f"This claim is held by {claim.holder}."
    assert LogEntry.objects.filter(claim=claim, move="take").count() == 1
    assert claim.verdicts.count() == 1


def test_of_two_second_readers_one_signs_off(proposed, second_checker, editor):
    results = at_once(
        lambda: second_reading(claim_id=proposed.pk, rating=Rating.CORROBORATED, by=second_checker),
        lambda: second_reading(claim_id=proposed.pk, rating=Rating.UNSETTLED, by=editor),
    )
    proposed.refresh_from_db()
    assert sum(isinstance(result, DeskError) for result in results) == 1
    assert proposed.status in (Status.SIGNED_OFF, Status.CONTESTED)
    assert LogEntry.objects.filter(claim=proposed, move__in=["confirm", "contest"]).count() == 1


def test_withdrawing_and_confirming_at_once_leaves_one_of_the_two(proposed, checker, second_checker):
    results = at_once(
        lambda: move_claim(claim_id=proposed.pk, move="withdraw", by=checker),
        lambda: second_reading(claim_id=proposed.pk, rating=Rating.CORROBORATED, by=second_checker),
    )
    assert sum(isinstance(result, DeskError) for result in results) == 1


def test_two_citations_at_once_get_two_numbers(claim, post_article, checker):
    paragraphs = {p.number: p for p in post_article.paragraphs.all()}
    cited = [(1, "on Monday"), (1, "two piers"), (3, "the ferry"), (3, "forty cars")]
    results = at_once(
        *(
            lambda number=number, words=words: cite_words(
                claim_id=claim.pk, paragraph_id=paragraphs[number].pk, words=words, stance=CitationStance.CONTEXT,
                by=checker,
            )
            for number, words in cited
        )
    )  # fmt: skip
    assert sorted(citation.number for citation in results) == [1, 2, 3, 4]


def test_the_same_form_sent_twice_at_once_is_carried_out_once(claim, checker):
    key = uuid4()
    results = at_once(
        *[
            lambda: carry_out_once(
                key=key, by=checker, act=lambda: add_note(claim_id=claim.pk, text="Called.", by=checker)
            )
        ]
        * 4
    )
    assert sorted(results) == [False, False, False, True]
    assert Note.objects.count() == 1
