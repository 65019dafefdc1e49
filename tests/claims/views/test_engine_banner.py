"""The desk is told when articles are read by rules alone; the public is not."""

import pytest
from django.test import Client

from claims.rules.ratings import Rating
from claims.services.move_claim import move_claim
from claims.services.note_engine import note_engine
from claims.services.second_reading import second_reading

pytestmark = pytest.mark.django_db
MISSING = "words.npy is missing from the trained <weights>."


@pytest.fixture
def away() -> None:
    note_engine(extractor="rules-2", problem=MISSING, worker="press")


@pytest.mark.usefixtures("away")
@pytest.mark.parametrize("path", ["/", "/stories/", "/search/", "/password/"])
def test_every_page_of_staff_says_so_and_what_to_do(client_of, checker, path: str) -> None:
    html = client_of(checker).get(path).content.decode()
    banner = html.split('class="banner"')[1].split("</aside>")[0]
    for words in (
        "read by rules alone",
        "words.npy is missing from the trained &lt;weights&gt;.",
        "manage.py reextract",
    ):
        assert words in banner


@pytest.mark.parametrize("problem", ["", None])
def test_while_all_is_well_or_nothing_is_known_no_page_says_anything(client_of, checker, problem) -> None:
    if problem is not None:
        note_engine(extractor="newsdesk-2", problem=problem)
    assert 'class="banner"' not in client_of(checker).get("/").content.decode()


@pytest.mark.usefixtures("away")
def test_readers_and_people_who_are_not_signed_in_see_nothing_of_it(proposed, checker, second_checker, editor) -> None:
    second_reading(claim_id=proposed.pk, rating=Rating.CORROBORATED, by=second_checker)
    move_claim(claim_id=proposed.pk, move="publish", by=editor)
    for path in (f"/c/{proposed.public_id}", "/sign-in/"):
        response = Client().get(path, follow=True)
        assert response.status_code == 200
        assert "rules alone" not in response.content.decode()


@pytest.mark.usefixtures("away")
def test_a_reader_who_is_staff_sees_a_permalink_as_readers_do(client_of, proposed, second_checker, editor) -> None:
    second_reading(claim_id=proposed.pk, rating=Rating.CORROBORATED, by=second_checker)
    move_claim(claim_id=proposed.pk, move="publish", by=editor)
    html = client_of(editor).get(f"/c/{proposed.public_id}", follow=True).content.decode()
    assert "rules alone" not in html


@pytest.mark.usefixtures("away")
def test_a_fragment_does_not_repeat_it(client_of, checker, claim) -> None:
    headers = {"HX-Request": "true", "HX-Target": "workspace"}
    html = client_of(checker).get("/", headers=headers).content.decode()
    assert 'id="workspace"' in html
    assert 'class="banner"' not in html
