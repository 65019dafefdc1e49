"""A newer version of the extractor reads an article again: what it adds, keeps, retires and leaves alone."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from articles.models import Article
from claims import language
from claims.language.spans import Extraction, QuoteKind, Speaker, Stance, Voice
from claims.models import Appearance, Citation, Claim, Note, Quote, Run, Verdict
from claims.rules.ratings import CitationStance, FindingReason
from claims.services.add_claim import add_claim
from claims.services.add_finding import add_finding
from claims.services.add_note import add_note
from claims.services.add_quote import add_quote
from claims.services.cite_words import cite_words
from claims.services.correct_claim import correct_claim
from claims.services.correct_quote import correct_quote
from claims.services.dismiss_quote import dismiss_quote, restore_quote
from claims.services.extract_article import extract_article
from claims.services.join_claims import join_claims
from claims.services.move_claim import move_claim
from newsdesk.errors import NotPossibleNow
from newsdesk.models import User
from tests.factories import make_article, make_claim, make_story
from tests.fixtures_engine import found_claim, found_quote

COPY = "Mayor Ines Calder said “the bridge is safe” on Monday.\n\nThe crack is 12 metres long.\n\nThe ferry runs again."
SAFE, CRACK, FERRY = "the bridge is safe", "The crack is 12 metres long.", "The ferry runs again."

pytestmark = pytest.mark.django_db


@pytest.fixture
def read_with(engine_finds) -> Callable[..., None]:
    """Read the article with a version that finds these quotes and claims (words, or words and who)."""

    def read(article: Article, version: str, quotes: list[object] = (), claims: list[object] = ()) -> None:
        def find(text: str):
            said = [(one, None) if isinstance(one, str) else one for one in quotes]
            told = [(one, None) if isinstance(one, str) else one for one in claims]
            return (
                tuple(
                    found_quote(text, words, speaker=Speaker(None, None, who, who) if who else None)
                    for words, who in said
                ),
                tuple(found_claim(text, words, who, priority=0.1 * len(version)) for words, who in told),
            )

        engine_finds(find, version)
        extract_article(article_id=article.pk)

    return read


@pytest.fixture
def article() -> Article:
    return make_article(COPY)


def test_what_is_found_again_keeps_its_row_and_takes_on_what_the_new_version_says(read_with, article: Article) -> None:
    read_with(article, "v1", [SAFE], [(CRACK, "Brandt"), (FERRY, "Ada Brandt")])
    quote, claim, ferry = Quote.objects.get(), Claim.objects.get(text=CRACK), Claim.objects.get(text=FERRY)
    read_with(article, "v2 is longer", [(SAFE, "Ines Calder")], [(CRACK, "Ines Calder"), (FERRY, "Ada Brandt")])
    again = Quote.objects.get()
    assert (again.pk, again.speaker_name, again.run.extractor) == (quote.pk, "Ines Calder", "v2 is longer")
    assert again.person is not None
    assert again.person.name == "Ines Calder"
    changed = Claim.objects.get(text=CRACK)
    assert (changed.pk, changed.claimant, changed.public_id) == (claim.pk, "Ines Calder", claim.public_id)
    assert changed.appearances.get().claimant == "Ines Calder"
    assert Claim.objects.get(pk=ferry.pk).priority > ferry.priority
    assert Claim.everything.count() == Appearance.everything.count() == 2


def test_what_is_not_found_any_more_is_kept_and_hidden(read_with, article: Article) -> None:
    read_with(article, "v1", [SAFE], [CRACK, FERRY])
    read_with(article, "v2", [], [FERRY])
    assert not Quote.objects.exists()
    assert [claim.text for claim in Claim.objects.all()] == [FERRY]
    newest = Run.objects.get(extractor="v2")
    retired = [Quote.everything.get(), Appearance.everything.get(text=CRACK), Claim.everything.get(text=CRACK)]
    assert [row.retired_by for row in retired] == [newest] * 3
    assert retired[0].run is not None
    assert retired[0].run.extractor == "v1"


def test_what_was_retired_comes_back_when_it_is_found_once_more(read_with, article: Article) -> None:
    read_with(article, "v1", [SAFE], [CRACK])
    before = Quote.objects.get().pk, Claim.objects.get().pk, Appearance.objects.get().pk
    read_with(article, "v2")
    assert not Claim.objects.exists()
    read_with(article, "v3", [SAFE], [CRACK])
    assert (Quote.objects.get().pk, Claim.objects.get().pk, Appearance.objects.get().pk) == before


def test_a_claim_that_stands_in_another_article_loses_only_its_place_here(read_with) -> None:
    story = make_story()
    first, second = (
        make_article(COPY, story=story),
        make_article(COPY + "\n\nMore.", story=story, outlet="Fell Courier"),
    )
    read_with(first, "v1", [], [CRACK])
    read_with(second, "v1", [], [CRACK])
    read_with(first, "v2")
    claim = Claim.objects.get()
    assert [place.article for place in claim.appearances.all()] == [second]


@pytest.mark.parametrize("how", ["corrected", "dismissed", "restored", "made", "cited", "in a finding"])
def test_a_quote_that_staff_decided_about_stays_as_it_is(read_with, article: Article, checker: User, how: str) -> None:
    read_with(article, "v1", [] if how == "made" else [(SAFE, "Ines Calder")], [CRACK])
    paragraph = article.paragraphs.get(number=1)
    claim = Claim.objects.get()
    if how == "made":
        add_quote(article_id=article.pk, paragraph_number=1, words=SAFE, kind=QuoteKind.DIRECT, by=checker)
    quote = Quote.objects.get()
    if how == "corrected":
        correct_quote(quote_id=quote.pk, words=SAFE, kind=QuoteKind.DIRECT, by=checker, speaker="Mayor Calder")
    elif how in ("dismissed", "restored"):
        dismiss_quote(quote_id=quote.pk, by=checker)
        if how == "restored":
            restore_quote(quote_id=quote.pk, by=checker)
    elif how == "cited":
        cite_words(
            claim_id=claim.pk, paragraph_id=paragraph.pk, words="bridge", stance=CitationStance.CONTEXT, by=checker
        )
    elif how == "in a finding":
        add_finding(
            claim_id=claim.pk, reason=FindingReason.CUT_QUOTE, by=checker, paragraph_id=paragraph.pk, words="safe"
        )
    before = Quote.objects.filter(pk=quote.pk).values().get()
    read_with(article, "v2", [(SAFE, "Somebody Else"), "bridge is"], [CRACK])
    assert Quote.everything.filter(pk=quote.pk).values().get() == before
    assert Quote.everything.count() == 1, "words that staff decided about are not suggested again"
    read_with(article, "v3", [], [CRACK])
    assert Quote.everything.filter(pk=quote.pk).values().get() == before


@pytest.mark.parametrize(
    "how", ["taken", "released", "dismissed", "noted", "drafted", "corrected", "made", "joined", "kept in a join"]
)
def test_a_claim_that_staff_decided_about_stays_with_its_places(
    read_with, article: Article, checker: User, how: str
) -> None:
    read_with(article, "v1", [], [FERRY] if how == "made" else [CRACK, FERRY])
    if how == "made":
        add_claim(article_id=article.pk, paragraph_number=2, words=CRACK, voice=Voice.OUTLET, by=checker)
    claim, other = Claim.objects.get(text=CRACK), Claim.objects.get(text=FERRY)
    if how in ("taken", "released"):
        move_claim(claim_id=claim.pk, move="take", by=checker)
    if how == "released":
        move_claim(claim_id=claim.pk, move="release", by=checker)
    elif how == "dismissed":
        move_claim(claim_id=claim.pk, move="dismiss", by=checker, note="No claim.")
    elif how == "noted":
        add_note(claim_id=claim.pk, text="Call the harbour.", by=checker)
        assert Note.objects.exists()
    elif how == "drafted":
        cite_words(
            claim_id=claim.pk, paragraph_id=article.paragraphs.get(number=2).pk, words="12 metres",
            stance=CitationStance.SUPPORTS, by=checker,
        )  # fmt: skip
        assert Verdict.objects.exists()
        assert Citation.objects.exists()
    elif how == "corrected":
        correct_claim(
            appearance_id=claim.appearances.get().pk, words=CRACK, text="The crack: 12 metres", voice=Voice.OUTLET,
            stance=Stance.DOUBTS, by=checker,
        )  # fmt: skip
    elif how == "joined":
        join_claims(kept_id=other.pk, joined_ids=[claim.pk], by=checker)
    elif how == "kept in a join":
        join_claims(kept_id=claim.pk, joined_ids=[other.pk], by=checker)
    place = Appearance.objects.get(text=CRACK)
    before = Claim.objects.filter(pk=claim.pk).values().get(), Appearance.objects.filter(pk=place.pk).values().get()
    for version, found in (("v2", [(CRACK, "Somebody Else"), FERRY]), ("v3", [])):
        read_with(article, version, [], found)
        now = Claim.objects.filter(pk=claim.pk).values().get(), Appearance.objects.filter(pk=place.pk).values().get()
        assert now == before
        assert Appearance.everything.filter(text=CRACK).count() == 1


def test_one_claimant_under_two_names_makes_one_claim(read_with) -> None:
    story = make_story()
    bodies = [f"{CRACK}\n\nSo much for {n}." for n in range(3)]
    articles = [make_article(body, story=story, outlet=f"Paper {n}") for n, body in enumerate(bodies)]
    names = ["Kelensky", "Volodar Kelenskyy", "President Volodar Kelensky"]
    for article, name in zip(articles, names, strict=True):
        read_with(article, "v1", [], [(CRACK, name)])
    claim = Claim.objects.get()
    assert claim.appearances.count() == 3
    assert {place.claimant for place in claim.appearances.all()} == set(names)
    assert claim.person is not None
    assert claim.person.name == "Volodar Kelenskyy"


def test_two_people_with_one_surname_make_two_claims(read_with) -> None:
    story = make_story()
    for name in ("Ada Brandt", "Karl Brandt"):
        read_with(make_article(f"{CRACK}\n\nBy {name}.", story=story), "v1", [], [(CRACK, name)])
    assert Claim.objects.count() == 2


def test_the_fallback_changes_nothing_of_what_a_version_has_found(monkeypatch, read_with, article: Article) -> None:
    read_with(article, "v1", [SAFE], [CRACK])
    monkeypatch.setattr(language, "EXTRACTOR", "v2")
    monkeypatch.setattr(language, "extract", lambda text, paragraphs, lexicon=None: Extraction("plain rules", (), ()))
    with pytest.raises(NotPossibleNow, match="plain rules alone"):
        extract_article(article_id=article.pk)
    assert Quote.objects.exists()
    assert Run.objects.count() == 1


def test_the_fallback_reads_what_nobody_has_read_and_once(monkeypatch, article: Article) -> None:
    monkeypatch.setattr(language, "EXTRACTOR", "v2")
    monkeypatch.setattr(language, "extract", lambda text, paragraphs, lexicon=None: Extraction("plain rules", (), ()))
    extract_article(article_id=article.pk)
    extract_article(article_id=article.pk)
    assert Run.objects.get().extractor == "plain rules"


def test_a_version_after_the_fallback_reads_again(monkeypatch, read_with, article: Article) -> None:
    make_claim(article, FERRY, made_at=timezone.now())
    read_with(article, "plain rules", [SAFE])
    read_with(article, "v2", [(SAFE, "Ines Calder")])
    assert Quote.objects.get().speaker_name == "Ines Calder"
