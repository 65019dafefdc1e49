"""The pages of a pile: dropping, waiting, putting right by forms alone and by htmx, filing; who may."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Article, Story
from claims.models import Pile
from claims.services.group_pile import group_pile
from newsdesk.models import User
from tests.factories import make_story

HTMX = {"HX-Request": "true"}
FERRY = (
    "Ferry runs aground\n\nThe ferry Lady Anwen ran aground off Port Sollis with 84 people aboard. Captain Idris Mord called the tugs.\n",
    "Lady Anwen on the rocks\n\nOff Port Sollis the Lady Anwen ran aground; Captain Idris Mord called for tugs. All 84 aboard are safe.\n",
)
TAX = "Velmora plans <b>higher</b> diesel levy\n\nMinister Oda Strand told parliament in Velmora of a levy of four cents.\n"


@pytest.fixture
def desk(client_of: Callable, editor: User) -> Client:
    return client_of(editor)


def file(name: str, words: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, words.encode())


@pytest.fixture
def dropped(desk: Client) -> Pile:
    files = [file("ferry.txt", FERRY[0]), file("tax.txt", TAX), file("anwen.txt", FERRY[1])]
    answer = desk.post(reverse("pile-new"), {"files": files})
    pile = Pile.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, pile.get_absolute_url())
    return pile


@pytest.fixture
def ready(dropped: Pile) -> Pile:
    group_pile(pile_id=dropped.pk)
    return dropped


def page(client: Client, pile: Pile, **headers: str) -> str:
    return client.get(pile.get_absolute_url(), headers=headers).content.decode()


def boxes(html: str) -> dict[str, list[str]]:
    """What each box of the page holds: title → file names or headlines."""
    found = {}
    for box in re.findall(r'<section class="pile__story.*?</section>', html, re.S):
        title = re.search(r'name="title-\d+" value="([^"]*)"', box) or re.search(
            r"<h2[^>]*data-pile-title>([^<]*)<", box
        )
        if title:
            found[title[1]] = re.findall(r"data-pile-headline>([^<]*)<", box)
    return found


def fields(html: str) -> dict[str, str]:
    """What the page's form sends as it stands."""
    sent = dict(re.findall(r'name="(title-\d+)" value="([^"]*)"', html))
    for name, options in re.findall(r'<select id="into-\d+" name="(into-\d+)".*?>(.*?)</select>', html, re.S):
        sent[name] = re.search(r'value="([^"]*)" selected', options)[1]  # type: ignore[index]
    return sent


def test_the_list_of_stories_and_the_new_story_lead_to_it(desk: Client) -> None:
    make_story()
    for name in ("story-list", "story-new"):
        assert f'href="{reverse("pile-new")}"' in desk.get(reverse(name)).content.decode()


def test_a_checker_sees_no_way_to_it(client_of: Callable, checker: User) -> None:
    make_story()
    client = client_of(checker)
    assert reverse("pile-new") not in client.get(reverse("story-list")).content.decode()
    assert client.get(reverse("pile-new")).status_code == 403


def test_files_a_zip_and_a_table_are_taken_together(desk: Client) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in/a.txt", FERRY[0])
        archive.writestr("in/b.txt", FERRY[1])
    rows = 'outlet,headline,text\nThe Bell,Levy up,"A levy of four cents."\n'
    desk.post(
        reverse("pile-new"),
        {"files": [SimpleUploadedFile("z.zip", packed.getvalue()), file("t.csv", rows), file("c.txt", TAX)]},
    )
    items = Pile.objects.get().items.all()
    assert [item.name for item in items] == ["in/a.txt", "in/b.txt", "t.csv, line 2", "c.txt"]
    assert items[2].outlet == "The Bell"


def test_nothing_chosen_is_said_and_kept_nowhere(desk: Client) -> None:
    answer = desk.post(reverse("pile-new"), {})
    assert answer.status_code == 422
    assert "Choose the files of the articles." in answer.content.decode()
    assert not Pile.objects.exists()


def test_while_it_is_read_the_page_says_how_far_and_asks_again_by_itself(desk: Client, dropped: Pile) -> None:
    html = page(desk, dropped)
    assert "Reading, 0 of 3." in html
    assert 'http-equiv="refresh"' in html
    fragment = page(desk, dropped, **HTMX)
    assert "hx-get" in fragment
    assert "<html" not in fragment
    group_pile(pile_id=dropped.pk)
    assert 'hx-trigger="load' not in page(desk, dropped, **HTMX)


def test_the_proposals_stand_as_forms_that_need_no_script(desk: Client, ready: Pile) -> None:
    html = page(desk, ready)
    found = boxes(html)
    assert sorted(map(sorted, found.values())) == sorted(
        [["Ferry runs aground", "Lady Anwen on the rocks"], ["Velmora plans &lt;b&gt;higher&lt;/b&gt; diesel levy"], []]
    )
    assert "File 2 stories" in html
    assert "They all name" in html
    assert "<b>higher" not in html
    assert 'http-equiv="refresh"' not in html


def test_choosing_and_pressing_the_button_moves_and_renames(desk: Client, ready: Pile) -> None:
    sent = fields(page(desk, ready))
    tax = ready.items.get(name="tax.txt")
    ferry = str(ready.items.get(name="ferry.txt").proposed.number)
    answer = desk.post(
        ready.get_absolute_url(), sent | {f"into-{tax.pk}": ferry, f"title-{ferry}": "All of it", "do": "move"}
    )
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{ready.get_absolute_url()}#board")
    assert {title: len(held) for title, held in boxes(page(desk, ready)).items()} == {"All of it": 3, "Left out": 0}


def test_htmx_gets_the_board_alone_after_each_change(desk: Client, ready: Pile) -> None:
    tax = ready.items.get(name="tax.txt")
    answer = desk.post(ready.get_absolute_url(), {f"into-{tax.pk}": "out"}, headers=HTMX)
    html = answer.content.decode()
    assert html.strip().startswith('<section id="board"')
    assert boxes(html)["Left out"] == ["Velmora plans &lt;b&gt;higher&lt;/b&gt; diesel levy"]
    assert "File 1 story" in html


def test_what_cannot_be_done_is_said_and_the_page_stays(desk: Client, ready: Pile) -> None:
    tax = ready.items.get(name="tax.txt")
    answer = desk.post(ready.get_absolute_url(), {f"into-{tax.pk}": "99"})
    assert answer.status_code == 422
    assert "That proposal is gone." in answer.content.decode()
    assert "File 2 stories" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("title-1", "A\x00B", 303),
        ("title-001", "A title", 303),
        ("title-²", "A title", 303),
        ("into-{item}", "9" * 5000, 422),
        ("into-{item}", "desk-" + "9" * 5000, 422),
        ("into-{item}", "\x00", 422),
        ("into-" + "9" * 500, "out", 303),
    ],
)
def test_odd_fields_are_refused_or_passed_over_with_no_error(
    desk: Client, ready: Pile, name: str, value: str, status: int
) -> None:
    item = ready.items.first()
    assert item is not None
    answer = desk.post(ready.get_absolute_url(), {name.format(item=item.pk): value})
    assert answer.status_code == status


def test_filing_takes_what_was_chosen_last_and_leads_to_the_stories(desk: Client, ready: Pile) -> None:
    known = make_story("Levies")
    sent = fields(page(desk, ready))
    tax = ready.items.get(name="tax.txt")
    answer = desk.post(ready.get_absolute_url(), sent | {f"into-{tax.pk}": f"desk-{known.pk}", "do": "file"})
    assert answer.status_code == 303
    assert Article.objects.count() == 3
    assert known.articles.count() == 1
    assert Story.objects.count() == 2
    html = page(desk, ready)
    for story in Story.objects.all():
        assert f'href="{story.get_absolute_url()}"' in html
    assert "File 2 stories" not in html
    again = desk.post(ready.get_absolute_url(), sent | {"do": "file"})
    assert again.status_code == 409
    assert Article.objects.count() == 3


def test_refused_files_stand_on_the_page_with_their_sentence(desk: Client) -> None:
    desk.post(reverse("pile-new"), {"files": [file("a.txt", TAX), file("again.txt", TAX), file("empty.txt", "")]})
    pile = Pile.objects.get()
    group_pile(pile_id=pile.pk)
    html = page(desk, pile)
    assert "The same bytes as number 1 of this pile." in html
    assert "This file is empty." in html
    assert "File 1 story" in html


def test_an_unfiled_pile_is_found_again_and_can_be_thrown_away(desk: Client, ready: Pile) -> None:
    address = f'href="{ready.get_absolute_url()}"'
    assert address in desk.get(reverse("pile-new")).content.decode()
    answer = desk.post(reverse("pile-drop", args=[ready.pk]))
    assert (answer.status_code, answer.headers["Location"]) == (303, reverse("pile-new"))
    assert address not in desk.get(reverse("pile-new")).content.decode()
    assert desk.get(ready.get_absolute_url()).status_code == 404
    assert desk.post(reverse("pile-drop", args=[ready.pk])).status_code == 404


def test_many_articles_take_no_more_queries(desk: Client, editor: User, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    texts = [f"Item {number}\n\nWords about place{number} and thing{number}.\n" for number in range(30)]
    desk.post(reverse("pile-new"), {"files": [file(f"{n}.txt", text) for n, text in enumerate(texts)]})
    pile = Pile.objects.get()
    group_pile(pile_id=pile.pk)
    with django_assert_max_num_queries(9):
        desk.get(pile.get_absolute_url())
