"""The pages of people: the list, one of them, one of their names, and what editors decide there."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Story
from claims.models import Alias, Person, Quote
from claims.services.link_people import link_people
from claims.services.merge_people import merge_people
from newsdesk.models import User
from tests.factories import make_article, make_claim, make_story

pytestmark = pytest.mark.django_db


def say(*names: str) -> Story:
    """A story with an article in which each name says something and claims it."""
    story = make_story("The Harrowgate bridge closes")
    body = "\n\n".join(f"“Words {n}” of somebody." for n, _ in enumerate(names))
    article = make_article(body, story=story, outlet="Fell Courier")
    for n, name in enumerate(names):
        paragraph = article.paragraphs.get(number=n + 1)
        Quote.objects.create(
            article=article, paragraph=paragraph, start=paragraph.start + 1, end=paragraph.start + 8,
            text=f"Words {n}", kind="direct", speaker_name=name,
        )  # fmt: skip
        make_claim(article, f"Words {n}", claimant=name)
    link_people(story_id=story.pk)
    return story


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def reader(client_of, checker: User) -> Client:
    return client_of(checker)


@pytest.fixture
def desk(client_of, editor: User) -> Client:
    return client_of(editor)


def test_the_list_counts_what_each_said_and_finds_them_by_any_spelling(reader: Client) -> None:
    say("Volodar Kelenskyy", "the Citadel")
    say("Volodar Kelensky")
    page = text_of(reader.get("/people/"))
    assert page.index("Citadel") < page.index("Volodar Kelenskyy")
    row = page[page.index("Volodar Kelenskyy</bdi>") :]
    assert 'data-label="Quotes">2</td>' in row
    assert 'data-label="Claims">2</td>' in row
    assert 'data-label="Articles">2</td>' in row
    found = text_of(reader.get("/people/?q=kelenskiy"))
    assert "Volodar Kelenskyy" in found
    assert "Citadel" not in found
    assert "Nobody here has these words" in text_of(reader.get("/people/?q=zebra"))
    assert "Volodar" not in text_of(reader.get("/people/?kind=body"))


def test_the_list_is_a_fragment_for_htmx(reader: Client) -> None:
    say("Ada Brandt")
    answer = text_of(reader.get("/people/?q=brandt", headers={"HX-Request": "true"}))
    assert answer.startswith('<section id="people-list"')
    assert "Ada Brandt" in answer


def test_the_list_goes_on_after_fifty(reader: Client) -> None:
    say(*[f"Person{n:02} Name{n:02}x" for n in range(52)])
    first = text_of(reader.get("/people/"))
    assert "50 of 52" in first
    last = Person.objects.order_by("name", "id")[49]
    second = text_of(reader.get(f"/people/?after={last.pk}"))
    assert "2 more of 52" in second
    assert "Person51 Name51x" in second
    assert "Person00 Name00x" not in second


@pytest.mark.parametrize("path", ["/people/", "/people/?q=a", "/people/{person}/", "/people/{person}/?show=claims",
                                  "/people/names/{alias}/"])  # fmt: skip
def test_the_pages_ask_a_fixed_number_of_queries(reader: Client, path: str, django_assert_max_num_queries) -> None:
    say(*["Ada Brandt", "Mayor Ada Brandt", "Brandt"] * 8, *[f"Ada{n} Name{n}x" for n in range(40)])
    where = path.format(person=Person.objects.get(name="Ada Brandt").pk, alias=Alias.objects.get(text="Ada Brandt").pk)
    with django_assert_max_num_queries(18):
        assert reader.get(where).status_code == 200


def test_a_person_has_names_quotes_and_claims_of_every_story(reader: Client) -> None:
    say("Ada Brandt", "Mayor Brandt")
    say("Ada Brandt")
    brandt = Person.objects.get()
    page = text_of(reader.get(brandt.get_absolute_url()))
    assert '<b class="num">3</b> quotes' in page
    assert "as “<bdi>Mayor Brandt</bdi>”" in page
    assert "only in “The Harrowgate bridge closes”" in page
    assert page.count("Words 0") == 2
    claims = text_of(reader.get(brandt.get_absolute_url() + "?show=claims"))
    assert 'href="/claims/' in claims
    assert "Merge with another" not in page, "a checker decides nothing here"


def test_quotes_of_a_person_come_thirty_at_a_time(reader: Client) -> None:
    say(*["Ada Brandt"] * 33)
    where = Person.objects.get().get_absolute_url()
    first = text_of(reader.get(where))
    assert "Words 32" in first
    assert "Words 2<" not in first
    after = Quote.objects.get(text="Words 3").pk
    assert f"?show=quotes&amp;after={after}#said" in first
    assert "Words 2<" in text_of(reader.get(f"{where}?show=quotes&after={after}"))


def test_an_editor_finds_another_merges_and_undoes_it(desk: Client) -> None:
    say("Volodar Kelensky", "Vladimar Kelensky")
    kept, merged = (Person.objects.get(name=name) for name in ("Volodar Kelensky", "Vladimar Kelensky"))
    offered = text_of(desk.get(f"/people/{kept.pk}/?merge=vladimar"))
    assert f'name="other" value="{merged.pk}"' in offered
    part = text_of(desk.get(f"/people/{kept.pk}/?merge=vladimar", headers={"HX-Request": "true"}))
    assert part.startswith('<div id="merge-others"')
    answer = desk.post(f"/people/{kept.pk}/merge/", {"other": merged.pk})
    assert (answer.status_code, answer["Location"]) == (303, f"/people/{kept.pk}/")
    page = text_of(desk.get(answer["Location"]))
    assert "are one from now on" in page
    assert f'action="/people/{merged.pk}/part/"' in page
    assert desk.get(f"/people/{merged.pk}/")["Location"] == f"/people/{kept.pk}/"
    assert desk.post(f"/people/{merged.pk}/part/").status_code == 303
    assert desk.get(f"/people/{merged.pk}/").status_code == 200


def test_a_name_is_split_off_and_put_back_by_undo(desk: Client) -> None:
    story = say("Ada Brandt", "Mayor Ada Brandt")
    old, alias = Person.objects.get(), Alias.objects.get(text="Mayor Ada Brandt")
    page = text_of(desk.get(f"/people/names/{alias.pk}/"))
    assert f'value="{story.pk}">Only in' in page
    answer = desk.post(f"/people/names/{alias.pk}/split/", {"story": "0"})
    new = Person.objects.exclude(pk=old.pk).get()
    assert answer["Location"] == f"/people/{new.pk}/"
    assert f'action="/people/{old.pk}/merge/?other={new.pk}"' in text_of(desk.get(answer["Location"]))
    assert desk.post(f"/people/{old.pk}/merge/?other={new.pk}").status_code == 303
    new.refresh_from_db()
    assert new.merged_into == old


def test_the_only_name_of_somebody_is_not_split_off_and_the_page_says_why(desk: Client) -> None:
    say("Ada Brandt")
    answer = desk.post(f"/people/names/{Alias.objects.get().pk}/split/", {"story": "0"})
    assert answer.status_code == 409
    assert "has no other name" in text_of(answer)


def test_a_name_is_dismissed_and_restored(desk: Client) -> None:
    say("Breaking News")
    alias = Alias.objects.get()
    assert desk.post(f"/people/names/{alias.pk}/dismiss/").status_code == 303
    assert "leads to nobody" in text_of(desk.get(f"/people/names/{alias.pk}/"))
    assert desk.post(f"/people/names/{alias.pk}/restore/").status_code == 303
    assert Quote.objects.get().person is not None


def test_a_person_is_renamed_and_what_was_typed_stays_when_it_cannot_be(desk: Client) -> None:
    say("Ada Brandt")
    where = reverse("person-rename", args=[Person.objects.get().pk])
    refused = desk.post(where, {"name": "", "kind": "body"})
    assert refused.status_code == 422
    assert "Type a name first" in text_of(refused)
    assert desk.post(where, {"name": "Dame Ada Brandt", "kind": "person"}).status_code == 303
    assert Person.objects.get().name == "Dame Ada Brandt"


def test_an_editor_says_what_language_a_person_speaks(desk: Client) -> None:
    say("Ada Brandt")
    person = Person.objects.get()
    where = reverse("person-language", args=[person.pk])
    assert desk.post(where, {"language": "xx"}).status_code == 422
    assert desk.post(where, {"language": "nl"}).status_code == 303
    assert '<option value="nl" selected>Dutch</option>' in text_of(desk.get(person.get_absolute_url()))
    desk.post(where, {"language": ""})
    assert Person.objects.get().language == ""


@pytest.mark.parametrize("name", ["person-merge", "person-part", "person-rename", "person-language", "alias-split",
                                  "alias-dismiss", "alias-restore"])  # fmt: skip
def test_a_checker_decides_nothing(reader: Client, editor: User, name: str) -> None:
    say("Ada Brandt", "Karl Orr")
    first, second = Person.objects.order_by("pk")
    merge_people(kept_id=first.pk, merged_id=second.pk, by=editor)
    before = list(Person.objects.values()), list(Alias.objects.values())
    pk = second.pk if name.startswith("person") else Alias.objects.get(text="Ada Brandt").pk
    assert reader.post(reverse(name, args=[pk]), {"other": first.pk, "name": "X", "kind": "body"}).status_code == 403
    assert (list(Person.objects.values()), list(Alias.objects.values())) == before


@pytest.mark.parametrize(
    "path", ["/people/0/", "/people/names/0/", "/people/99999999999999999/", "/people/?after=99999999999999999&q=%00"]
)
def test_odd_addresses_do_not_break(reader: Client, path: str) -> None:
    assert reader.get(path).status_code in (200, 404)


def test_markup_in_a_name_is_shown_and_not_run(reader: Client) -> None:
    say("Ada <b>Brandt")
    page = reader.get(Person.objects.get().get_absolute_url()).content.decode()
    assert "<b>Brandt" not in page
    assert "Ada &lt;b&gt;Brandt" in page
