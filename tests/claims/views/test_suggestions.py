"""The forms that decide about suggestions."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Job
from claims.models import Decision
from claims.services.suggestions import suggestions_of
from newsdesk.models import User
from tests.fixtures_comparison import Compared

pytestmark = pytest.mark.django_db
ClientOf = Callable[[User], Client]


def post(client: Client, name: str, *args: Any, **data: Any) -> Any:
    headers = data.pop("headers", {})
    return client.post(reverse(name, args=args), data, headers=headers)


@pytest.mark.parametrize(("verb", "relation"), [("confirm", "joined"), ("reject", "parted")])
def test_a_suggestion_is_decided_and_the_tab_comes_back(
    compared: Compared, checker: User, client_of: ClientOf, verb: str, relation: str
) -> None:
    client, story = client_of(checker), compared.story.pk
    key = suggestions_of(story).utterances[0].key
    answer = post(client, f"suggestion-{verb}", story, key, back=f"/stories/{story}/quotes/", note="Heard it.")
    assert (answer.status_code, answer["Location"]) == (303, f"/stories/{story}/quotes/")
    row = Decision.objects.all()[0]
    assert (row.relation, row.by, row.note) == (relation, checker, "Heard it.")
    undo = client.session["undo_url"]
    assert undo == reverse("decision-undo", args=[story, row.act])
    assert client.post(undo).status_code == 303
    assert not Decision.objects.filter(undone_at=None).exists()


def test_htmx_is_sent_back_by_its_own_header(compared: Compared, checker: User, client_of: ClientOf) -> None:
    key = suggestions_of(compared.story.pk).claims[0].key
    answer = post(client_of(checker), "suggestion-confirm", compared.story.pk, key, headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == reverse("story", args=[compared.story.pk])


def test_a_form_cannot_lead_elsewhere(compared: Compared, checker: User, client_of: ClientOf) -> None:
    key = suggestions_of(compared.story.pk).claims[0].key
    answer = post(client_of(checker), "suggestion-reject", compared.story.pk, key, back="//evil.example/")
    assert answer["Location"] == reverse("story", args=[compared.story.pk])


def test_what_is_gone_is_refused_with_a_sentence(compared: Compared, checker: User, client_of: ClientOf) -> None:
    answer = post(client_of(checker), "suggestion-confirm", compared.story.pk, "0" * 16)
    assert answer.status_code == 409
    assert "not there as you saw it" in answer.content.decode()
    assert post(client_of(checker), "decision-undo", compared.story.pk, uuid4()).status_code == 404


@pytest.mark.parametrize("name", ["origins-join", "origins-part"])
def test_origins_are_for_editors(
    compared: Compared, checker: User, editor: User, client_of: ClientOf, name: str
) -> None:
    pks = [article.pk for article in compared.articles[1:]]
    assert post(client_of(checker), name, compared.story.pk, articles=pks).status_code == 403
    assert post(client_of(editor), name, compared.story.pk, articles=[]).status_code == 422
    assert post(client_of(editor), name, compared.story.pk, articles=[10**9]).status_code == 422
    assert post(client_of(editor), name, compared.story.pk, articles=pks).status_code == 303
    assert Decision.objects.get().by == editor


def test_an_editor_names_a_primary_variant(
    compared: Compared, checker: User, editor: User, client_of: ClientOf
) -> None:
    key = suggestions_of(compared.story.pk).utterances[0].key
    args = ("suggestion-primary", compared.story.pk, key)
    assert post(client_of(checker), *args, member=1).status_code == 403
    assert post(client_of(editor), *args).status_code == 422
    assert post(client_of(editor), *args, member=1).status_code == 303
    assert suggestions_of(compared.story.pk).utterances[0].primary == 1


def test_a_story_is_compared_when_somebody_asks(
    uncompared: Compared, checker: User, client_of: ClientOf, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks() as woken:
        assert post(client_of(checker), "story-compare", uncompared.story.pk).status_code == 303
    assert len(woken) == 1
    assert Job.objects.get().stage == "compare"
    assert post(client_of(checker), "story-compare", 10**9).status_code == 404


@pytest.mark.parametrize("name", ["suggestion-confirm", "suggestion-reject"])
def test_a_page_is_no_way_to_decide(compared: Compared, checker: User, client_of: ClientOf, name: str) -> None:
    assert client_of(checker).get(reverse(name, args=[compared.story.pk, "0" * 16])).status_code == 405
