"""The rows of a story as the comparison takes them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Story
from claims.language.spans import Cue, QuoteKind, Span, Speaker, Stance, Voice
from claims.models import Appearance, Person, Quote
from claims.services.read_story import digest_of, newest_versions, story_for_comparison
from tests.factories import make_article, make_claim, make_story

pytestmark = pytest.mark.django_db
TEXT = "“It holds,” Mayor Ilse Tarn said.\n\nThe pier is safe, the harbour said."


def make_quote(article: Article, words: str = "It holds", **fields: object) -> Quote:
    start = article.body.index(words)
    values = {
        "start": start, "end": start + len(words), "text": words, "kind": "direct", "quoted": [[start, start + len(words)]],
        "speaker_name": "Ilse Tarn", "speaker_text": "Mayor Ilse Tarn", "speaker_start": 12, "speaker_end": 27,
        "cue_text": "said", "cue_start": 28, "cue_end": 32, "via": ["RTV"], "utterance": 3,
    }  # fmt: skip
    paragraph = article.paragraphs.get(start__lte=start, end__gt=start)
    return Quote.objects.create(article=article, paragraph=paragraph, **{**values, **fields})


@pytest.fixture
def article() -> Article:
    return make_article(TEXT, published_on=date(2026, 5, 4), wire_credit="ANP", headline="It holds", is_primary=True)


def test_an_article_becomes_a_copy_with_its_facts(article: Article) -> None:
    story, ids = story_for_comparison(article.story_id)
    (copy,) = story.copies
    assert ids == [article.pk]
    assert (copy.key, copy.text, copy.outlet) == (str(article.pk), TEXT, "The Harbour Post")
    assert (copy.headline, copy.published, copy.wire_credit) == ("It holds", date(2026, 5, 4), "ANP")
    assert copy.is_primary
    assert [copy.text[p.start : p.end] for p in copy.paragraphs] == TEXT.split("\n\n")


def test_a_quote_comes_as_it_stands_after_staff_edits(article: Article) -> None:
    make_quote(article)
    make_quote(article, "pier", dismissed_at=timezone.now())
    (quote,) = story_for_comparison(article.story_id)[0].copies[0].quotes
    assert (quote.text, quote.kind, quote.quoted) == ("It holds", QuoteKind.DIRECT, (Span(1, 9),))
    assert quote.speaker == Speaker(12, 27, "Mayor Ilse Tarn", "Ilse Tarn")
    assert (quote.cue, quote.via, quote.utterance) == (Cue(28, 32, "said"), ("RTV",), 3)


def test_a_quote_of_nobody_has_no_speaker(article: Article) -> None:
    nobody = {"speaker_name": "", "speaker_text": "", "speaker_start": None, "speaker_end": None}
    make_quote(article, **nobody, cue_text="", cue_start=None, cue_end=None)
    (quote,) = story_for_comparison(article.story_id)[0].copies[0].quotes
    assert (quote.speaker, quote.cue) == (None, None)


def test_an_appearance_becomes_a_claim(article: Article) -> None:
    make_claim(article, "The pier is safe", claimant="the harbour", priority=0.7)
    gone = make_claim(article, "It holds")
    Appearance.objects.filter(claim=gone).update(dismissed_at=timezone.now())
    (claim,) = story_for_comparison(article.story_id)[0].copies[0].claims
    assert (claim.text, claim.claimant, claim.voice) == ("The pier is safe", "the harbour", Voice.ATTRIBUTED)
    assert (claim.stance, claim.priority) == (Stance.ASSERTS, 0.7)


def test_people_are_who_the_desk_says_they_are_and_speak_their_language(article: Article) -> None:
    root = Person.objects.create(name="Ilse van der Tarn", language="nl")
    merged = Person.objects.create(name="Ilse Tarn", merged_into=root, language="fr")
    make_quote(article, person=merged)
    make_claim(article, "The pier is safe", claimant="the harbour")
    Appearance.objects.update(person=Person.objects.create(name="Harbour of Oxholm"))
    story, _ = story_for_comparison(article.story_id)
    assert story.people == {"Ilse Tarn": "Ilse van der Tarn", "the harbour": "Harbour of Oxholm"}
    assert story.languages == {"Ilse van der Tarn": "nl"}


@pytest.mark.parametrize(
    ("rows", "standing"),
    [
        ([(1, None, False), (2, None, False)], [1, 2]),
        ([(1, None, False), (2, 1, False)], [2]),
        ([(1, None, False), (2, 1, True)], [1]),
        ([(1, None, False), (2, 1, True), (3, 2, False)], [3]),
        ([(1, None, False), (2, 1, False), (3, 2, False)], [3]),
        ([(1, None, True)], []),
    ],
)
def test_the_newest_version_that_stands_is_compared(
    rows: list[tuple[int, int | None, bool]], standing: list[int]
) -> None:
    assert newest_versions(rows) == standing


def test_what_has_not_been_read_is_left_out(article: Article) -> None:
    Article.objects.create(
        story=article.story, original_name="b.txt", original_sha256="b" * 64, original_bytes=1, body="No paragraphs."
    )
    assert story_for_comparison(article.story_id)[1] == [article.pk]


def test_the_digest_changes_with_what_the_comparison_takes_and_with_nothing_else(article: Article) -> None:
    def digest(version: str = "1") -> str:
        return digest_of(story_for_comparison(article.story_id)[0], [], version)

    seen = [digest()]
    assert digest() == seen[0]
    article.byline = "Somebody"
    article.save(update_fields=["byline"])
    assert digest() == seen[0]
    quote = make_quote(article)
    seen.append(digest())
    Quote.objects.filter(pk=quote.pk).update(speaker_name="Ada Lund")
    seen.append(digest())
    make_claim(article, "The pier is safe")
    seen.append(digest())
    Article.objects.filter(pk=article.pk).update(wire_credit="")
    seen.append(digest())
    seen.append(digest("2"))
    assert len(set(seen)) == len(seen)


def test_the_number_of_queries_is_fixed() -> None:
    def queries(articles: int) -> int:
        story: Story = make_story()
        for n in range(articles):
            made = make_article(TEXT, story=story, outlet=f"Outlet {n}")
            make_quote(made)
            make_claim(made, "The pier is safe")
        with CaptureQueriesContext(connection) as captured:
            story_for_comparison(story.pk)
        return len(captured)

    assert queries(2) == queries(9) <= 6
