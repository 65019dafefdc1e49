"""Once a person has looked who said something, nobody is asked to look again, and the look is on record."""

import pytest

from articles.models import Article
from claims.language.spans import QuoteKind, Stance, Voice
from claims.models import Appearance, Claim, Edit, Quote
from claims.services.correct_claim import correct_claim
from claims.services.correct_quote import correct_quote
from newsdesk.models import User
from tests.factories import make_article, make_claim

pytestmark = pytest.mark.django_db
COPY = "Mara Quill said the port is shut. Joren Pell said nothing."
WORDS = "the port is shut"


@pytest.fixture
def article() -> Article:
    return make_article(COPY)


@pytest.fixture
def quote(article: Article) -> Quote:
    start = COPY.index(WORDS)
    return Quote.objects.create(
        article=article,
        paragraph=article.paragraphs.get(),
        start=start,
        end=start + len(WORDS),
        text=WORDS,
        kind="indirect",
        speaker_name="Mara Quill",
        cue_text="said",
        confidence=0.4,
    )


@pytest.fixture
def claim(article: Article) -> Claim:
    claim = make_claim(article, WORDS, claimant="Mara Quill")
    claim.appearances.update(confidence=0.4)
    return claim


def save(quote: Quote, by: User, speaker: str = "Mara Quill") -> None:
    correct_quote(quote_id=quote.pk, words=WORDS, kind=QuoteKind.INDIRECT, speaker=speaker, cue="said", by=by)


def save_claim(claim: Claim, by: User) -> None:
    place = claim.appearances.get()
    correct_claim(
        appearance_id=place.pk, words=WORDS, text=claim.text, voice=Voice.ATTRIBUTED, stance=Stance.ASSERTS,
        claimant="Mara Quill", by=by,
    )  # fmt: skip


def test_an_unsure_quote_saved_as_it_stands_is_confirmed_once(quote: Quote, claim: Claim, checker: User) -> None:
    save(quote, checker)
    save(quote, checker)
    quote.refresh_from_db()
    assert quote.confidence == 1.0
    assert claim.appearances.get().confidence == 1.0
    assert [edit.action for edit in Edit.objects.all()] == ["confirm quote"]


def test_a_corrected_speaker_settles_the_quote_and_leaves_the_others_claim_to_be_looked_at(
    quote: Quote, claim: Claim, checker: User
) -> None:
    save(quote, checker, speaker="Joren Pell")
    quote.refresh_from_db()
    assert quote.confidence == 1.0
    assert claim.appearances.get().confidence == 0.4
    assert [edit.action for edit in Edit.objects.all()] == ["correct quote"]


def test_an_unsure_claim_saved_as_it_stands_is_confirmed_once(claim: Claim, checker: User) -> None:
    save_claim(claim, checker)
    save_claim(claim, checker)
    assert Appearance.objects.get().confidence == 1.0
    assert [edit.action for edit in Edit.objects.all()] == ["confirm claim"]
