"""What a run keeps beside quotes and claims: coloured words by the desk's lists, and how sure it is who said what."""

import pytest

from articles.models import Article
from claims import language
from claims.language.lexicon import WordingReason
from claims.language.spans import Claim, Extraction, Quote, QuoteKind, Speaker, Stance, Voice
from claims.language.spans import Wording as WordingFound
from claims.models import Appearance, Run, Wording
from claims.services.desk_lexicon import desk_lexicon
from claims.services.extract_article import extract_article
from claims.services.wording_entries import add_entry, switch_entry
from newsdesk.models import User
from tests.factories import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("by_rules_alone")]

COPY = """The regime closed the port on Monday.

“The regime is kind,” said Mara Quill, the county engineer.

The harbour barons slammed the plan."""


def kept(article: Article) -> list[tuple[str, str, str, str]]:
    return list(Wording.objects.filter(article=article).values_list("text", "reason", "neutral", "entry"))


def test_a_run_keeps_coloured_words_outside_quotations_with_their_entry() -> None:
    article = make_article(COPY)
    extract_article(article_id=article.pk)
    assert kept(article) == [
        ("regime", "epithet", "government", "regime"),
        ("slammed", "reporting verb", "criticised", "slam"),
    ]
    for row in Wording.objects.select_related("paragraph"):
        assert article.body[row.start : row.end] == row.text
        assert row.paragraph.start <= row.start < row.end <= row.paragraph.end


def test_a_run_reads_by_the_lists_as_the_desk_has_them_and_says_which(standards_editor: User) -> None:
    add_entry(words="harbour baron", reason=WordingReason.EPITHET, neutral="owner", by=standards_editor)
    switch_entry(words="regime", reason=WordingReason.EPITHET, active=False, by=standards_editor)
    article = make_article(COPY)
    extract_article(article_id=article.pk)
    assert [row[0] for row in kept(article)] == ["harbour barons", "slammed"]
    assert Run.objects.get().lexicon == desk_lexicon().version


def test_the_next_run_replaces_what_was_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    article = make_article(COPY)
    extract_article(article_id=article.pk)
    monkeypatch.setattr(language, "EXTRACTOR", "newsdesk-9", raising=False)
    monkeypatch.setattr(language, "extract", lambda *given: Extraction("newsdesk-9"), raising=False)
    extract_article(article_id=article.pk)
    assert Run.objects.count() == 2
    assert kept(article) == []


def test_what_the_model_finds_is_kept_but_not_what_the_desk_has_switched_off(
    monkeypatch: pytest.MonkeyPatch, standards_editor: User
) -> None:
    switch_entry(words="regime", reason=WordingReason.EPITHET, active=False, by=standards_editor)
    article = make_article(COPY)
    found = tuple(
        WordingFound(COPY.index(words), COPY.index(words) + len(words), words, "loaded", None, 0.8)
        for words in ("regime", "port")
    )
    monkeypatch.setattr(
        language, "extract", lambda *given: Extraction(language.EXTRACTOR, wording=found), raising=False
    )
    extract_article(article_id=article.pk)
    assert kept(article) == [("port", "loaded", "", "")]


def test_a_claim_is_as_sure_as_the_quote_that_it_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Orr said the port is shut. The port opened in 1901."
    article = make_article(text)
    start, end = 9, 25
    speaker = Speaker(0, 3, "Orr", "Orr")
    quote = Quote(start, end, text[start:end], QuoteKind.INDIRECT, (), speaker, None, (), 1, False, 0.42)
    claims = (
        Claim(start, end, text[start:end], "Orr", Voice.ATTRIBUTED, Stance.ASSERTS, 0.5),
        Claim(27, 50, text[27:50], None, Voice.OUTLET, Stance.ASSERTS, 0.5),
    )
    found = Extraction(language.EXTRACTOR, (quote,), claims)
    monkeypatch.setattr(language, "extract", lambda *given: found, raising=False)
    extract_article(article_id=article.pk)
    assert list(Appearance.objects.order_by("start").values_list("confidence", flat=True)) == [0.42, 1.0]
