"""What the extract stage keeps of an article, and what it leaves alone."""

import threading
from functools import partial

import pytest

from claims import language
from claims.language.spans import Claim as FoundClaim
from claims.language.spans import Cue, Speaker
from claims.language.spans import Quote as FoundQuote
from claims.models import Appearance, Claim, Edit, Quote, Run
from claims.services.extract_article import UNNAMED, extract_article
from newsdesk.models import User
from tests.factories import make_article, make_story
from tests.fixtures_engine import found_claim, found_quote
from tests.racing import at_once

COPY = """Harrow bridge shuts after crack found

Mayor Ines Calder said “the bridge is safe” on Monday.

The crack is 12 metres long.

The crack is 12 metres long.

Source: Northern Wire

Read more: ten facts about bridges"""

pytestmark = pytest.mark.django_db


def one_of_each(text: str) -> tuple[tuple[FoundQuote, ...], tuple[FoundClaim, ...]]:
    return (found_quote(text, "the bridge is safe"),), (found_claim(text, "The crack is 12 metres long."),)


def test_a_run_keeps_quotes_and_claims_with_their_paragraphs(engine_finds) -> None:
    article = make_article(COPY)

    def find(text: str):
        speaker = text.index("Mayor Ines Calder")
        cue = text.index("said")
        quote = found_quote(
            text, "the bridge is safe", speaker=Speaker(speaker, speaker + 17, "Mayor Ines Calder", "Ines Calder"),
            cue=Cue(cue, cue + 4, "said"), via=("Northern Wire",), repaired=True, repair="A closing mark was added.",
        )  # fmt: skip
        return (quote,), (found_claim(text, "The crack is 12 metres long.", priority=0.8),)

    engine_finds(find)
    extract_article(article_id=article.pk)

    quote = Quote.objects.get()
    assert article.body[quote.start : quote.end] == quote.text == "the bridge is safe"
    assert (quote.paragraph.number, quote.speaker_name, quote.cue_text) == (2, "Ines Calder", "said")
    assert (quote.via, quote.repaired, quote.repair) == (["Northern Wire"], True, "A closing mark was added.")
    assert quote.quoted == [[quote.start, quote.end]]
    appearance = Appearance.objects.get()
    assert (appearance.paragraph.number, appearance.voice, appearance.claimant) == (3, "outlet", "")
    assert appearance.claim.story == article.story
    assert appearance.claim.priority == 0.8
    run = Run.objects.get()
    assert (run.extractor, quote.run, appearance.run) == ("trial 1", run, run)


def test_the_engine_itself_finds_the_quote_and_its_speaker() -> None:
    article = make_article(COPY)
    extract_article(article_id=article.pk)
    quote = Quote.objects.get(text__startswith="the bridge is safe")
    assert (quote.speaker_name, quote.paragraph.number) == ("Ines Calder", 2)
    assert Run.objects.get().extractor == language.EXTRACTOR
    for row in [*Quote.objects.all(), *Appearance.objects.all()]:
        assert article.body[row.start : row.end] == row.text
        assert row.paragraph.number in {1, 2, 3}


def test_the_same_version_reads_an_article_once(engine_finds) -> None:
    article = make_article(COPY)
    engine_finds(one_of_each)
    extract_article(article_id=article.pk)
    extract_article(article_id=article.pk)
    assert (Run.objects.count(), Quote.objects.count(), Claim.objects.count(), Appearance.objects.count()) == (1,) * 4


@pytest.mark.parametrize("words", ["Source: Northern Wire", "Read more: ten facts about bridges"])
def test_credits_and_boilerplate_carry_neither_quote_nor_claim(engine_finds, words: str) -> None:
    article = make_article(COPY)
    paragraph = article.paragraphs.get(text=words)
    assert paragraph.kind in {"credit", "boilerplate"}
    engine_finds(lambda text: ((found_quote(text, words),), (found_claim(text, words),)))
    extract_article(article_id=article.pk)
    assert not Quote.objects.exists()
    assert not Claim.objects.exists()


def test_a_repeated_paragraph_is_counted_once(engine_finds) -> None:
    article = make_article(COPY)
    words = "The crack is 12 metres long."
    engine_finds(lambda text: ((), (found_claim(text, words), found_claim(text, words, last=True))))
    extract_article(article_id=article.pk)
    assert [appearance.paragraph.number for appearance in Appearance.objects.all()] == [3]


def test_one_article_that_states_a_claim_twice_has_one_claim_with_two_appearances(engine_finds) -> None:
    article = make_article("“The bridge is safe,” she said.\n\nAgain she said: “the bridge is safe”.")
    engine_finds(
        lambda text: (
            (),
            (
                found_claim(text, "The bridge is safe,", "Ines Calder", priority=0.2),
                found_claim(text, "the bridge is safe", "Ines Calder", priority=0.7),
            ),
        )
    )
    extract_article(article_id=article.pk)
    claim = Claim.objects.get()
    assert claim.appearances.count() == 2
    assert claim.priority == 0.7


@pytest.mark.parametrize(
    ("other_words", "other_claimant", "claims"),
    [
        ("The crack is 12 metres long.", "Ines Calder", 1),
        ("the CRACK is  12 metres long", "ines calder", 1),
        ("The crack is 13 metres long.", "Ines Calder", 2),
        ("The crack is 12 metres long.", "Tomas Reed", 2),
        ("The crack is 12 metres long.", None, 2),
    ],
)
def test_two_articles_of_a_story_share_a_claim_only_where_words_and_claimant_are_equal(
    engine_finds, other_words: str, other_claimant: str | None, claims: int
) -> None:
    story = make_story()
    first = make_article("The crack is 12 metres long.", story=story)
    second = make_article(other_words, story=story, outlet="The Fell Courier")
    engine_finds(lambda text: ((), (found_claim(text, text, "Ines Calder"),)))
    extract_article(article_id=first.pk)
    engine_finds(lambda text: ((), (found_claim(text, text, other_claimant),)))
    extract_article(article_id=second.pk)
    assert Claim.objects.count() == claims
    assert Appearance.objects.count() == 2


def test_another_story_never_shares_a_claim(engine_finds) -> None:
    engine_finds(lambda text: ((), (found_claim(text, text),)))
    for _ in range(2):
        extract_article(article_id=make_article("The crack is 12 metres long.").pk)
    assert Claim.objects.count() == 2


def test_a_claim_that_was_joined_stands_for_the_one_it_was_joined_into(engine_finds) -> None:
    story = make_story()
    kept = Claim.objects.create(story=story, text="The crack measures twelve metres")
    Claim.objects.create(story=story, text="The crack is 12 metres long", joined_into=kept)
    engine_finds(lambda text: ((), (found_claim(text, text),)))
    extract_article(article_id=make_article("The crack is 12 metres long.", story=story).pk)
    assert Appearance.objects.get().claim == kept


def test_somebody_unnamed_is_not_taken_for_the_outlet(engine_finds) -> None:
    article = make_article("It is said that the bridge moved.")
    engine_finds(lambda text: ((), (found_claim(text, "the bridge moved", ""),)))
    extract_article(article_id=article.pk)
    assert Claim.objects.get().claimant == UNNAMED


def _dismissed(quote: Quote, by: User) -> None:
    quote.dismissed_by, quote.dismissed_at = by, quote.made_at
    quote.save(update_fields=["dismissed_by", "dismissed_at"])


def _made_by_staff(quote: Quote, by: User) -> None:
    quote.made_by = by
    quote.save(update_fields=["made_by"])


def _corrected(quote: Quote, by: User) -> None:
    Edit.objects.create(article=quote.article, quote=quote, action="correct quote", by=by)


@pytest.mark.parametrize("decide", [_dismissed, _made_by_staff, _corrected])
def test_a_newer_version_adds_suggestions_and_leaves_decisions_alone(engine_finds, checker: User, decide) -> None:
    article = make_article(COPY)
    engine_finds(one_of_each)
    extract_article(article_id=article.pk)
    decide(Quote.objects.get(), checker)
    before = Quote.objects.values().get()

    engine_finds(
        lambda text: (
            (found_quote(text, "bridge is safe"), found_quote(text, "crack is 12")),
            (found_claim(text, "The crack is 12 metres long."),),
        ),
        version="trial 2",
    )
    extract_article(article_id=article.pk)

    assert Run.objects.count() == 2
    assert Quote.objects.filter(pk=before["id"]).values().get() == before
    assert set(Quote.objects.values_list("text", flat=True)) == {"the bridge is safe", "crack is 12"}
    assert Appearance.objects.count() == 1, "a span that is there already is no second appearance"


def test_names_longer_than_their_column_are_cut_and_do_not_raise(engine_finds) -> None:
    article = make_article(COPY)
    name = "x" * 900
    engine_finds(
        lambda text: (
            (found_quote(text, "the bridge is safe", speaker=Speaker(None, None, name, name), repair=name),),
            (found_claim(text, "The crack is 12 metres long.", name),),
        )
    )
    extract_article(article_id=article.pk)
    assert len(Quote.objects.get().speaker_name) == len(Claim.objects.get().claimant) == 300


@pytest.mark.django_db(transaction=True)
def test_two_articles_read_at_once_make_one_claim(engine_finds) -> None:
    story = make_story()
    articles = [
        make_article("The crack is 12 metres long.", story=story, outlet=name)
        for name in ("The Harbour Post", "The Fell Courier")
    ]
    meet = threading.Barrier(2, timeout=20)

    def find(text: str):
        meet.wait()
        return (), (found_claim(text, text),)

    engine_finds(find)
    assert at_once(*(partial(extract_article, article_id=article.pk) for article in articles)) == [None, None]
    assert Claim.objects.get().appearances.count() == 2
