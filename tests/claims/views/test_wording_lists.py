"""The pages of the wording lists, with and without htmx."""

from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from claims.language.lexicon import WordingReason, default
from claims.models import WordingChange, WordingEntry
from claims.services.extract_article import extract_article
from claims.services.wording_entries import add_entry, switch_entry
from newsdesk.models import User
from tests.factories import make_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("by_rules_alone")]
HTMX = {"HX-Request": "true"}
EPITHET = WordingReason.EPITHET
COPY = "The regime closed the port.\n\nThe regime slammed the barons."


@pytest.fixture
def desk(client_of, standards_editor: User) -> Client:
    return client_of(standards_editor)


def page(desk: Client, **query: str) -> str:
    response = desk.get(reverse("wording-lists"), query)
    assert response.status_code == 200
    return response.content.decode()


def entry_url(reason: str = "epithet", words: str = "regime", name: str = "wording-entry") -> str:
    return reverse(name, args=[reason, words])


@pytest.mark.parametrize("name", ["wording-lists", "wording-add", "wording-entry"])
def test_they_are_the_standards_editors(client_of, editor: User, name: str) -> None:
    args = ["epithet", "regime"] if name == "wording-entry" else []
    assert client_of(editor).get(reverse(name, args=args)).status_code == 403


def test_the_list_shows_words_neutral_wording_and_reason(desk: Client) -> None:
    html = page(desk, q="regime")
    for words in ("regime", "government", "epithet", "not yet", "Switch off", "1 to 1 of 1"):
        assert words in html


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ({"q": "Strong"}, "strongman", "regime"),
        ({"q": "government"}, "junta", "strongman"),  # neutral wordings are searched too
        ({"reason": "reporting-verb", "q": "claim"}, "claim", "disclaimer"),
        ({"show": "off"}, "regime", "strongman"),
        ({"show": "ours"}, "harbour baron", "strongman"),
        ({"reason": "no-such", "show": "no-such", "page": "x", "q": "strongman"}, "strongman", "regime"),
    ],
)
def test_search_and_filters_show_what_fits(
    desk: Client, standards_editor: User, query: dict[str, str], shown: str, hidden: str
) -> None:
    add_entry(words="harbour baron", reason=EPITHET, by=standards_editor)
    switch_entry(words="regime", reason=EPITHET, active=False, by=standards_editor)
    html = page(desk, **query)
    assert f">{shown}</a>" in html
    assert f">{hidden}</a>" not in html


def test_the_list_comes_in_pages(desk: Client) -> None:
    first = page(desk)
    assert f"1 to 50 of {len(default().entries)}" in first
    assert 'href="?page=2"' in first
    assert "51 to 100" in page(desk, page="2")
    assert f"of {len(default().entries)}" in page(desk, page="9999")


def test_it_says_how_often_each_was_found_in_articles_that_stand(desk: Client, editor: User) -> None:
    for text in (COPY, COPY + " Again."):
        extract_article(article_id=make_article(text).pk)
    gone = make_article(COPY + " Once more.", withdrawn_reason="Twice filed.")
    extract_article(article_id=gone.pk)
    type(gone).objects.filter(pk=gone.pk).update(withdrawn_at=gone.filed_at, withdrawn_by=editor)
    assert "4× in 2 articles" in page(desk, q="regime")
    html = desk.get(entry_url()).content.decode()
    assert "4× in 2 articles" in html
    assert "The Harbour Post" in html


def test_few_queries_however_long_the_lists_and_however_much_was_found(
    desk: Client, django_assert_max_num_queries
) -> None:
    extract_article(article_id=make_article(COPY).pk)
    with django_assert_max_num_queries(5):  # session, person, engine, the desk's rows, counts
        desk.get(reverse("wording-lists"))
    with django_assert_max_num_queries(7):  # session, person, engine, the row, counts, places, log
        desk.get(entry_url())


def test_htmx_gets_the_list_alone(desk: Client) -> None:
    html = desk.get(reverse("wording-lists"), {"q": "regime"}, headers=HTMX).content.decode()
    assert html.strip().startswith('<section id="wording-list"')
    assert "<html" not in html


def test_an_entry_is_added_and_shown(desk: Client, standards_editor: User) -> None:
    sent = {"words": "Harbour Baron", "reason": "epithet", "neutral": "owner"}
    response = desk.post(reverse("wording-add"), sent)
    assert response.status_code == 303
    assert response["Location"] == reverse("wording-lists") + "?q=harbour+baron"
    html = desk.get(response["Location"]).content.decode()
    assert "added by the desk" in html
    assert WordingEntry.objects.get().made_by == standards_editor


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"words": "regime", "reason": "epithet", "neutral": "x"}, "stands on the list already"),
        ({"words": "", "reason": "epithet", "neutral": "kept"}, "Write the words first."),
        ({"words": "baron", "reason": "rude", "neutral": "kept"}, "Choose one of the four reasons."),
        ({"words": "<b>", "reason": "epithet", "neutral": "kept"}, "begins with a letter"),
    ],
)
def test_what_is_refused_keeps_what_was_typed(desk: Client, sent: dict[str, str], sentence: str) -> None:
    response = desk.post(reverse("wording-add"), sent)
    assert response.status_code == 422
    html = response.content.decode()
    assert sentence in html
    assert f'value="{sent["neutral"]}"' in html
    assert "<b>" not in html.split("<main")[1].split("stack stack--loose")[0].replace("<b>switched", "")


def test_a_neutral_wording_is_changed_and_restored(desk: Client) -> None:
    assert desk.post(entry_url(), {"neutral": "ministry"})["Location"] == entry_url()
    html = desk.get(entry_url()).content.decode()
    for words in ("changed by the desk", 'value="ministry"', "before “government”", "by Stan Moreau"):
        assert words in html
    assert desk.post(entry_url(name="wording-restore")).status_code == 303
    html = desk.get(entry_url()).content.decode()
    assert 'value="government"' in html
    assert "Restore the default" not in html
    assert [change.action for change in WordingChange.objects.all()] == ["changed", "restored"]


def test_without_javascript_the_switch_comes_back_to_the_list_as_it_was(desk: Client) -> None:
    sent = {"active": "no", "back": "?q=regime"}
    response = desk.post(entry_url(name="wording-switch"), sent)
    assert response.status_code == 303
    assert response["Location"].startswith(reverse("wording-lists") + "?q=regime#entry-")
    assert "switched off" in page(desk, q="regime")


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "/sign-out/"])
def test_the_switch_leads_nowhere_else(desk: Client, back: str) -> None:
    response = desk.post(entry_url(name="wording-switch"), {"active": "no", "back": back})
    assert response["Location"] == entry_url()


def test_with_htmx_the_switch_answers_with_the_row_alone(desk: Client) -> None:
    response = desk.post(entry_url(name="wording-switch"), {"active": "no", "back": "?q=regime"}, headers=HTMX)
    html = response.content.decode().strip()
    assert html.startswith("<tr id=")
    assert html.count("<tr") == 1
    assert "Switch on" in html
    assert 'value="?q=regime"' in html


@pytest.mark.parametrize(("reason", "words"), [("epithet", "zebra"), ("no-such", "regime")])
def test_there_is_no_page_for_what_no_list_has(desk: Client, reason: str, words: str) -> None:
    assert desk.get(entry_url(reason, words)).status_code == 404
    assert desk.post(entry_url(reason, words, "wording-switch"), {"active": "no"}).status_code == 404


def test_words_with_spaces_and_marks_have_an_address(desk: Client, standards_editor: User) -> None:
    row = add_entry(words="baron’s so-called men", reason=EPITHET, by=standards_editor)
    address = entry_url(words=row.words)
    assert quote("baron's so-called men", safe="'") in address
    assert desk.get(address).status_code == 200
