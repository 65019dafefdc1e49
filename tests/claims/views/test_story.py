"""The tabs of a story: each at its own address, with what was found, for whoever may see it, in few queries."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Job
from claims.comparison.decisions import About
from claims.comparison.found import Change, Comparison, Difference, Flag, NameUsed, Naming, Scale, VerbUsed
from claims.language.spans import Stance
from claims.models import Decision
from claims.services.suggestions import suggestions_of
from newsdesk.models import User
from tests.factories import make_article, make_story
from tests.fixtures_comparison import CLAIM, SAID, Compared

TABS = ("story-coverage", "story-quotes", "story-conflicts", "story-names")
HTMX = {"HX-Request": "true"}


@pytest.fixture
def desk(client_of: Callable[[User], Client], checker: User) -> Client:
    return client_of(checker)


def page(client: Client, name: str, story_id: int, **query: object) -> str:
    answer = client.get(reverse(name, args=[story_id]), query)
    assert answer.status_code == 200
    return answer.content.decode()


def queries(client: Client, name: str, compared: Compared) -> int:
    with CaptureQueriesContext(connection) as captured:
        page(client, name, compared.story.pk, origins=1)
    return len(captured)


def key(compared: Compared, kind: str = "claims") -> str:
    return str(getattr(suggestions_of(compared.story.pk), kind)[0].key)


def test_a_compared_story_opens_on_its_coverage(desk: Client, compared: Compared) -> None:
    answer = desk.get(f"/stories/{compared.story.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/stories/{compared.story.pk}/coverage/")


def test_a_story_without_shared_claims_opens_on_its_quotes(desk: Client, compared: Compared) -> None:
    compared.keep(replace(compared.everything, claims=()))
    assert desk.get(f"/stories/{compared.story.pk}/").headers["Location"].endswith("/quotes/")


@pytest.mark.parametrize("outlets", [1, 2])
def test_a_story_that_is_not_compared_opens_on_its_articles_and_says_why(desk: Client, outlets: int) -> None:
    story = make_story()
    for number in range(outlets):
        make_article(f"The ferry sails at {number}.", story=story, outlet=f"Outlet {number}")
    shown = page(desk, "story", story.pk)
    assert 'id="articles"' in shown
    assert ("takes two articles" if outlets == 1 else "have not been compared") in shown


def test_a_story_with_an_article_that_is_not_compared_yet_opens_on_its_articles(
    desk: Client, compared: Compared
) -> None:
    make_article("The ferry is late.", story=compared.story, outlet="Quay Radio")
    shown = page(desk, "story", compared.story.pk)
    assert 'id="articles"' in shown
    assert "Not covered yet: Quay Radio" in page(desk, "story-coverage", compared.story.pk)


def test_every_tab_has_an_address_and_names_the_others_with_their_counts(desk: Client, compared: Compared) -> None:
    for name in (*TABS, "story-articles"):
        shown = page(desk, name, compared.story.pk)
        assert f'href="{reverse(name, args=[compared.story.pk])}" aria-current="page"' in shown
        for other in (*TABS, "story-articles"):
            assert reverse(other, args=[compared.story.pk]) in shown
    assert 'Articles <span class="count">3</span>' in shown


@pytest.mark.parametrize("name", TABS)
def test_a_tab_says_why_it_is_empty(desk: Client, uncompared: Compared, name: str) -> None:
    alone = make_story("One outlet alone")
    make_article("The ferry sails.", story=alone)
    assert "One article alone compares with nothing" in page(desk, name, alone.pk)
    assert "Not compared yet" in page(desk, name, uncompared.story.pk)
    uncompared.keep(Comparison("compare-1"))
    nothing = {"story-coverage": "No claim stands in two outlets", "story-quotes": "No words are quoted by two outlets",
               "story-conflicts": "No possible conflict found", "story-names": "No names to compare"}  # fmt: skip
    assert nothing[name] in page(desk, name, uncompared.story.pk)


@pytest.mark.parametrize("name", TABS)
def test_a_failed_comparison_says_why_and_offers_another(desk: Client, uncompared: Compared, name: str) -> None:
    for article in uncompared.articles:
        job = Job.objects.create(
            article=article, stage="compare", status="failed", last_error="The worker was lost.\n\nx"
        )
        Job.objects.filter(pk=job.pk).update(finished_at=job.created_at)
    shown = page(desk, name, uncompared.story.pk)
    assert "The worker was lost." in shown
    assert reverse("story-compare", args=[uncompared.story.pk]) in shown


def test_coverage_has_claims_down_and_outlets_across_with_a_word_in_each_cell(desk: Client, compared: Compared) -> None:
    shown = page(desk, "story-coverage", compared.story.pk)
    table = shown[shown.index('<table class="matrix') : shown.index("</table>")]
    assert table.count('<th scope="col"') == 4, "the corner and three outlets"
    assert f">{CLAIM}</a>" in shown
    assert '<b>asserts</b> <span class="voice">own voice</span>' in shown
    assert '<b>asserts</b> <span class="voice">attributed</span>' in shown
    assert '<span class="sr-only">not found</span>' in shown
    assert "denial not found" in shown
    assert "3 outlets, 1 origin" in shown


def test_outlets_of_one_origin_stand_under_a_bracket_with_its_reason(desk: Client, compared: Compared) -> None:
    shown = page(desk, "story-coverage", compared.story.pk)
    assert '<th scope="colgroup" colspan="2" class="bracket">' in shown
    assert "They share a paragraph." in shown


def test_a_cell_opens_the_paragraphs_of_the_claim_side_by_side(desk: Client, compared: Compared) -> None:
    found = {"claim": key(compared), "at": compared.articles[1].pk}
    whole = page(desk, "story-coverage", compared.story.pk, **found)
    part = desk.get(reverse("story-coverage", args=[compared.story.pk]), found, headers=HTMX | {"HX-Target": "beside"})
    fragment = part.content.decode()
    assert "<html" in whole
    assert "<html" not in fragment
    for shown in (whole, fragment):
        assert f"<mark>{CLAIM}</mark>, the harbour said." in shown
        assert "denies it" in shown
        assert "<mark>The ferry carries 60 people</mark>" in shown
        assert shown.count("is-asked") == 1
        assert "The Harbour Post gives it; the denial is not found in this outlet" in shown


def test_a_suggestion_that_is_gone_is_said_to_be_gone(desk: Client, compared: Compared) -> None:
    assert "not there any more" in page(desk, "story-coverage", compared.story.pk, claim="nosuchkey")


def test_origins_and_shared_passages_open_beside_the_table(
    desk: Client, client_of: Callable[[User], Client], editor: User, compared: Compared
) -> None:
    shown = page(desk, "story-coverage", compared.story.pk, origins=1)
    assert "Word for word the same" in shown
    assert shown.count("<mark>The pier is closed to all.</mark>") == 2
    assert "origins/join" not in shown, "joining weighs on every verdict: it is for editors"
    assert "origins/join" in page(client_of(editor), "story-coverage", compared.story.pk, origins=1)


def test_only_claims_on_which_outlets_differ_are_shown_on_demand(desk: Client, compared: Compared) -> None:
    agreed = compared.claim(compared.stated(0, SAID), compared.stated(1, SAID))
    agreed = replace(agreed, text="They agree on this")
    denied = compared.claim(
        compared.stated(0, CLAIM), compared.stated(2, "The harbour denied it", stance=Stance.DENIES)
    )
    compared.keep(replace(compared.everything, claims=(agreed, denied)))
    assert "They agree on this" in page(desk, "story-coverage", compared.story.pk)
    shown = page(desk, "story-coverage", compared.story.pk, show="differ")
    assert "They agree on this" not in shown
    assert "Denied or doubted in 1" in shown


def test_quotes_are_aligned_under_the_reference_with_what_was_cut_marked(desk: Client, compared: Compared) -> None:
    whole = f"{SAID}, but not before June"
    at = compared.place(1, SAID)
    cut = Difference(Change.TAIL_CUT, at.end, at.end, ", but not before June")
    flags = {"flags": (Flag.CUT_BEFORE_CONTRAST,), "missing": "but not before June", "differences": (cut,)}
    said = compared.utterance(compared.variant(0, whole), compared.variant(1, SAID, **flags))
    compared.keep(replace(compared.everything, utterances=(said,)))
    shown = page(desk, "story-quotes", compared.story.pk)
    assert f">{whole}</p>" in " ".join(shown.split()).replace("> ", ">").replace(" <", "<")
    assert (
        '<del class="pr pr--lost" title="tail cut"><span class="sr-only">[tail cut: </span>, but not before June'
        in shown
    )
    assert "Cut before “but”: “but not before June” is not found in this outlet" in shown
    assert f"/articles/{compared.articles[1].pk}/?at=1#p1" in shown


def test_naming_a_primary_variant_is_for_editors(
    desk: Client, client_of: Callable[[User], Client], editor: User, compared: Compared
) -> None:
    first, second = compared.variant(0, f"{SAID}, but not before June"), compared.variant(1, SAID)
    compared.keep(replace(compared.everything, utterances=(compared.utterance(first, second),)))
    assert "Name as primary" not in page(desk, "story-quotes", compared.story.pk)
    assert "Name as primary" in page(client_of(editor), "story-quotes", compared.story.pk)


def test_a_conflict_is_a_question_with_equal_answers_together(desk: Client, compared: Compared) -> None:
    shown = page(desk, "story-conflicts", compared.story.pk)
    assert "How many people does the ferry carry?" in shown
    assert "Possible conflict: check" in shown
    assert [shown.count(f'<h3 dir="auto">{value}</h3>') for value in (40, 60)] == [1, 1]
    assert "<mark>The ferry carries 60 people</mark>." in shown


def test_names_and_verbs_stand_by_outlet_and_on_the_scale(desk: Client, compared: Compared) -> None:
    used = tuple(NameUsed(n, "Tarn", 2, compared.place(n, "Tarn")) for n in range(3))
    verbs = (VerbUsed(0, "claimed", Scale.DOUBTING, compared.place(0, "said")),)
    compared.keep(replace(compared.everything, names=(Naming("Ilse Tarn", used, verbs),)))
    shown = page(desk, "story-names", compared.story.pk)
    assert shown.count('2<span class="sr-only"> times</span>') == 3
    assert '<td data-label="Doubting"><span class="chose"><q class="verb">claimed</q> The Harbour Post</span>' in shown


@pytest.mark.parametrize(
    ("name", "kind"),
    [("story-coverage", "claims"), ("story-quotes", "utterances"), ("story-conflicts", "conflicts")],
)
def test_a_suggestion_is_confirmed_rejected_and_brought_back_from_its_tab(
    desk: Client, compared: Compared, name: str, kind: str
) -> None:
    address, found = reverse(name, args=[compared.story.pk]), key(compared, kind)
    confirm = reverse("suggestion-confirm", args=[compared.story.pk, found])
    reject = reverse("suggestion-reject", args=[compared.story.pk, found])
    assert f'value="{address}?n=2#at-hand"' in page(desk, name, compared.story.pk), "confirmed, the next one is at hand"
    answer = desk.post(confirm, {"back": f"{address}?n=2#at-hand"}, follow=True)
    shown = answer.content.decode()
    assert "Confirmed by Ada Brandt" in shown
    assert confirm not in shown
    assert 'data-key="u"' in shown, "the message offers Undo"
    desk.post(reject, {"back": address})
    shown = page(desk, name, compared.story.pk)
    assert reject not in shown
    act = Decision.objects.filter(undone_at=None).latest("pk").act
    assert shown.count(reverse("decision-undo", args=[compared.story.pk, act])) == 2, "in the message and in the list"
    desk.post(reverse("decision-undo", args=[compared.story.pk, act]))
    assert reject in page(desk, name, compared.story.pk)


def test_a_missing_denial_is_rejected_beside_the_paragraphs(desk: Client, compared: Compared) -> None:
    story = compared.story.pk
    lacking = suggestions_of(story).counter_claims[0]
    assert lacking.about is About.COUNTER_CLAIM
    desk.post(reverse("suggestion-reject", args=[story, lacking.key]))
    assert "denial not found" not in page(desk, "story-coverage", story, claim=key(compared))


def test_one_claim_is_at_hand_and_its_neighbours_are_one_step_away(desk: Client, compared: Compared) -> None:
    claims = tuple(
        replace(compared.claim(compared.stated(0, CLAIM), compared.stated(1, words)), text=f"Claim {n}")
        for n, words in enumerate((CLAIM, "The pier", "is closed"))
    )
    compared.keep(replace(compared.everything, claims=claims))
    shown = page(desk, "story-coverage", compared.story.pk, n=2)
    assert shown.count("is-now") == 1
    assert 'rel="prev" href="?n=1"' in shown
    assert 'rel="next" href="?n=3"' in shown
    assert 'rel="next"' not in page(desk, "story-coverage", compared.story.pk, n=99)


def test_a_long_list_comes_in_pages(desk: Client, compared: Compared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.views.story_page.A_PAGE", 2)
    places = ("The pier", "is closed", "to all", "pier is", "closed to")
    claims = [replace(compared.claim(compared.stated(0, w), compared.stated(1, w)), text=f"Claim {w}") for w in places]
    compared.keep(replace(compared.everything, claims=tuple(claims)))
    shown = page(desk, "story-coverage", compared.story.pk, n=3)
    assert [f"Claim {w}" in shown for w in places] == [False, False, True, True, False]
    assert "3 to 4 of 5" in shown
    assert 'rel="prev" href="?n=1"' in shown
    assert 'rel="next" href="?n=5"' in shown


def test_the_line_of_work_is_a_fragment_and_elsewhere_leads_to_the_story(desk: Client, compared: Compared) -> None:
    address = reverse("story-work", args=[compared.story.pk])
    shown = desk.get(address, {"tab": "story-coverage", "seen": "1"}, headers=HTMX).content.decode()
    assert shown.strip().startswith('<p id="story-work"')
    assert "Compared anew: show it" in shown
    assert "hx-trigger" not in shown
    assert desk.get(address).headers["Location"] == f"/stories/{compared.story.pk}/"


def test_the_page_looks_again_while_articles_are_read(desk: Client, compared: Compared) -> None:
    Job.objects.create(article=make_article("Late.", story=compared.story), stage="read", status="queued")
    shown = page(desk, "story-coverage", compared.story.pk)
    assert 'hx-trigger="load delay:3s"' in shown
    assert 'http-equiv="refresh"' in shown


@pytest.mark.parametrize("name", TABS)
def test_more_outlets_and_suggestions_take_no_more_queries(desk: Client, compared: Compared, name: str) -> None:
    found, few = compared.everything, queries(desk, name, compared)
    for number in range(6):
        compared.articles.append(make_article(f"{CLAIM}.", story=compared.story, outlet=f"Outlet {number}"))
    many = tuple(compared.claim(*(compared.stated(n, CLAIM) for n in (0, 1, *range(3, 9)))) for _ in range(3))
    compared.keep(replace(found, claims=many))
    assert queries(desk, name, compared) == few


@pytest.mark.parametrize("name", [*TABS, "story", "story-work"])
def test_there_is_no_tab_of_a_story_that_is_not_there(desk: Client, name: str) -> None:
    assert desk.get(reverse(name, args=[987])).status_code == 404


def test_words_of_outlets_are_escaped(desk: Client, compared: Compared) -> None:
    nasty = replace(compared.claim(compared.stated(0, CLAIM), compared.stated(1, CLAIM)), text="<b>bold</b>")
    compared.keep(replace(compared.everything, claims=(nasty,)))
    shown = page(desk, "story-coverage", compared.story.pk, claim=key(compared))
    assert "<b>bold" not in shown
    assert "&lt;b&gt;bold" in shown
