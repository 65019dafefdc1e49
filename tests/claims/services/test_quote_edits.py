"""Staff's edits to quotes: what they change, refuse and log."""

import threading

import pytest
from django.db import connection

from articles.models import Article
from claims.language.spans import QuoteKind
from claims.models import Edit, Quote
from claims.services.add_quote import add_quote
from claims.services.correct_quote import correct_quote
from claims.services.dismiss_quote import dismiss_quote, restore_quote
from claims.services.merge_quotes import following_quote, merge_quotes
from claims.services.split_quote import split_quote
from newsdesk.errors import BadInput, DeskError, NotPossibleNow
from newsdesk.models import User
from tests.factories import make_article

COPY = """Mayor Ines Calder said “the bridge is safe. It has stood for years,” and said “no no no” when asked about it.

The mayor denied that the bridge had moved, calling reports “wild guesses” by outsiders.

The mayor denied that the bridge had moved, calling reports “wild guesses” by outsiders."""

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    return make_article(COPY)


def add(article: Article, words: str, by: User, paragraph: int = 1, **fields: object) -> Quote:
    values = {"kind": QuoteKind.DIRECT, "paragraph_number": paragraph, **fields}
    quote = add_quote(article_id=article.pk, words=words, by=by, **values)  # type: ignore[arg-type]
    assert article.body[quote.start : quote.end] == quote.text
    return quote


def test_an_added_quote_is_pinned_and_knows_who_said_it_and_by_which_word(article: Article, checker: User) -> None:
    quote = add(article, "the bridge is safe.", checker, speaker="Ines Calder", cue="said")
    assert (quote.text, quote.kind, quote.quoted) == ("the bridge is safe.", "direct", [[quote.start, quote.end]])
    assert article.body[quote.speaker_start : quote.speaker_end] == "Ines Calder"
    assert (quote.cue_start, quote.cue_end) == (article.body.index("said"), article.body.index("said") + 4)
    assert quote.made_by == checker
    edit = Edit.objects.get()
    assert (edit.action, edit.by, edit.quote, edit.article, edit.before) == ("add quote", checker, quote, article, [])
    assert edit.after[0]["text"] == "the bridge is safe."


@pytest.mark.parametrize(
    ("words", "occurrence", "kind", "text", "quoted"),
    [
        ("“no no no”", 1, QuoteKind.DIRECT, "no no no", ["no no no"]),
        ("no", 3, QuoteKind.DIRECT, "no", ["no"]),
        ("no no", 2, QuoteKind.DIRECT, "no no", ["no no"]),
        ("“no no no” when asked", 1, QuoteKind.MIXED, "“no no no” when asked", ["no no no"]),
        ("when  asked", 1, QuoteKind.INDIRECT, "when asked", []),
        ("“no no no”", 1, QuoteKind.SCARE, "no no no", ["no no no"]),
    ],
)
def test_words_are_fitted_to_their_marks(
    article: Article, checker: User, words: str, occurrence: int, kind: QuoteKind, text: str, quoted: list[str]
) -> None:
    quote = add(article, words, checker, kind=kind, occurrence=occurrence)
    assert quote.text == text
    assert [article.body[start:end] for start, end in quote.quoted] == quoted


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"words": "not in there"}, "not in paragraph 1"),
        ({"words": "no no no", "occurrence": 2}, "no number 2|2 times"),
        ({"words": ""}, "Select or paste"),
        ({"words": "“”"}, "not in paragraph"),
        ({"words": "wild guesses", "paragraph": 9}, "no paragraph 9"),
        ({"words": "wild guesses", "paragraph": 3}, "repeats paragraph 2"),
        ({"words": "wild guesses", "paragraph": 2, "cue": "thundered"}, "“thundered” is not in paragraph 2"),
    ],
)
def test_what_cannot_be_a_quote_is_refused_with_a_sentence(
    article: Article, checker: User, fields: dict, sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence):
        add(article, by=checker, **fields)
    assert not Edit.objects.exists()


def test_the_same_words_are_marked_once(article: Article, checker: User) -> None:
    add(article, "no no no", checker)
    with pytest.raises(BadInput, match="already"):
        add(article, "“no no no”", checker)


def test_a_withdrawn_article_is_not_edited(article: Article, checker: User) -> None:
    article.withdrawn_at = article.filed_at
    article.save(update_fields=["withdrawn_at"])
    with pytest.raises(NotPossibleNow, match="withdrawn"):
        add(article, "no no no", checker)


def test_a_correction_changes_words_kind_and_speaker_and_logs_both_sides(article: Article, checker: User) -> None:
    quote = add(article, "wild guesses", checker, paragraph=2, speaker="Somebody")
    correct_quote(
        quote_id=quote.pk, words="calling reports “wild guesses”", kind=QuoteKind.MIXED, speaker="The mayor",
        cue="calling", by=checker,
    )  # fmt: skip
    quote.refresh_from_db()
    assert (quote.text, quote.kind, quote.speaker_name) == ("calling reports “wild guesses”", "mixed", "The mayor")
    assert [article.body[start:end] for start, end in quote.quoted] == ["wild guesses"]
    edit = Edit.objects.get(action="correct quote")
    assert edit.before[0]["text"] == "wild guesses"
    assert edit.after[0]["speaker_name"] == "The mayor"


def test_a_correction_that_changes_nothing_is_not_logged(article: Article, checker: User) -> None:
    quote = add(article, "wild guesses", checker, paragraph=2, speaker="The mayor")
    correct_quote(quote_id=quote.pk, words="wild guesses", kind=QuoteKind.DIRECT, speaker="The mayor", by=checker)
    assert list(Edit.objects.values_list("action", flat=True)) == ["add quote"]


def test_a_split_makes_two_quotes_of_the_same_utterance(article: Article, checker: User) -> None:
    quote = add(article, "the bridge is safe. It has stood for years,", checker, speaker="Ines Calder", cue="said")
    first, second = split_quote(quote_id=quote.pk, words="It has", by=checker)
    assert (first.text, second.text) == ("the bridge is safe.", "It has stood for years,")
    assert (first.utterance, first.speaker_name) == (second.utterance, second.speaker_name)
    assert [first.quoted, second.quoted] == [[[first.start, first.end]], [[second.start, second.end]]]
    assert Quote.objects.count() == 2
    assert len(Edit.objects.get(action="split quote").after) == 2


def test_the_parts_of_a_mixed_quote_have_their_own_kinds(article: Article, checker: User) -> None:
    quote = add(
        article, "denied that the bridge had moved, calling reports “wild guesses”", checker, 2, kind=QuoteKind.MIXED
    )
    first, second = split_quote(quote_id=quote.pk, words="wild guesses", by=checker)
    assert (first.kind, second.kind) == ("indirect", "direct")
    assert (first.text[-7:], second.text) == ("reports", "wild guesses")


@pytest.mark.parametrize("words", ["the bridge is safe", "no no no", "nowhere"])
def test_a_split_outside_the_quote_is_refused(article: Article, checker: User, words: str) -> None:
    quote = add(article, "the bridge is safe. It has stood for years,", checker)
    with pytest.raises(BadInput):
        split_quote(quote_id=quote.pk, words=words, by=checker)
    assert Quote.objects.count() == 1


def test_merging_brings_a_split_back_together(article: Article, checker: User) -> None:
    quote = add(article, "the bridge is safe. It has stood for years,", checker)
    first, second = split_quote(quote_id=quote.pk, words="It has", by=checker)
    merged = merge_quotes(quote_id=first.pk, with_id=second.pk, by=checker)
    second.refresh_from_db()
    assert (merged.text, merged.kind) == ("the bridge is safe. It has stood for years,", "direct")
    assert second.dismissed_by == checker


def test_merging_over_a_cue_makes_a_mixed_quote(article: Article, checker: User) -> None:
    first = add(article, "It has stood for years,", checker)
    second = add(article, "no no no", checker)
    merged = merge_quotes(quote_id=first.pk, with_id=second.pk, by=checker)
    assert merged.kind == "mixed"
    assert [article.body[start:end] for start, end in merged.quoted] == ["It has stood for years,", "no no no"]


def test_merging_twice_merges_once(article: Article, checker: User) -> None:
    first = add(article, "the bridge is safe.", checker)
    second = add(article, "It has stood for years,", checker)
    third = add(article, "no no no", checker)
    merge_quotes(quote_id=first.pk, with_id=second.pk, by=checker)
    with pytest.raises(NotPossibleNow):
        merge_quotes(quote_id=first.pk, with_id=second.pk, by=checker)
    assert following_quote(first) == third


def test_a_dismissed_quote_stays_on_record_and_comes_back(article: Article, checker: User) -> None:
    quote = add(article, "no no no", checker)
    dismiss_quote(quote_id=quote.pk, by=checker)
    with pytest.raises(NotPossibleNow):
        correct_quote(quote_id=quote.pk, words="no", kind=QuoteKind.DIRECT, by=checker)
    with pytest.raises(NotPossibleNow):
        dismiss_quote(quote_id=quote.pk, by=checker)
    restore_quote(quote_id=quote.pk, by=checker)
    quote.refresh_from_db()
    assert quote.dismissed_at is None
    assert [edit.action for edit in Edit.objects.all()] == ["add quote", "dismiss quote", "restore quote"]


def test_a_quote_does_not_come_back_beside_another_with_its_words(article: Article, checker: User) -> None:
    quote = add(article, "no no no", checker)
    dismiss_quote(quote_id=quote.pk, by=checker)
    add(article, "no no no", checker)
    with pytest.raises(BadInput):
        restore_quote(quote_id=quote.pk, by=checker)


@pytest.mark.django_db(transaction=True)
def test_two_people_who_split_the_same_quote_at_once_split_it_once(checker: User) -> None:
    article = make_article(COPY)
    quote = add(article, "the bridge is safe. It has stood for years,", checker)
    ready = threading.Barrier(2, timeout=20)
    outcomes: list[str] = []

    def work() -> None:
        ready.wait()
        try:
            split_quote(quote_id=quote.pk, words="It has", by=checker)
            outcomes.append("split")
        except DeskError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(outcomes) == ["refused", "split"]
    assert Quote.objects.count() == 2
