"""The copy's tables in the admin are looked at; nothing there deletes or rewrites."""

from collections.abc import Callable

import pytest
from django.test import Client

from articles.models import Job, Upload
from articles.services.mark_primary import mark_primary
from newsdesk.models import User
from tests.factories import make_article


@pytest.fixture
def admin_desk(client_of: Callable, standards_editor: User) -> Client:
    article = make_article("The ferry stops.", headline="Ferry stops")
    mark_primary(article=article, by=standards_editor)
    Job.objects.create(article=article, stage="read", status="failed", last_error="Torn.")
    upload = Upload.objects.create(story=article.story, channel="browser", by=standards_editor)
    upload.items.create(position=1, name="a.txt", outcome="filed", article=article)
    return client_of(standards_editor)


MODELS = ["outlet", "story", "article", "job", "upload"]


@pytest.mark.parametrize("model", MODELS)
def test_every_table_has_its_list_and_its_rows(model: str, admin_desk: Client) -> None:
    page = admin_desk.get(f"/admin/articles/{model}/").content.decode()
    assert "1 " in page
    from django.apps import apps

    row = apps.get_model("articles", model)._default_manager.get()
    assert admin_desk.get(f"/admin/articles/{model}/{row.pk}/change/").status_code == 200


@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_deleted_in_the_admin(model: str, admin_desk: Client) -> None:
    from django.apps import apps

    row = apps.get_model("articles", model)._default_manager.get()
    assert admin_desk.post(f"/admin/articles/{model}/{row.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("model", ["article", "job", "upload"])
def test_articles_jobs_and_uploads_are_read_only(model: str, admin_desk: Client) -> None:
    from django.apps import apps

    row = apps.get_model("articles", model)._default_manager.get()
    assert admin_desk.get(f"/admin/articles/{model}/add/").status_code == 403
    assert admin_desk.post(f"/admin/articles/{model}/{row.pk}/change/", {"headline": "x"}).status_code == 403


def test_a_story_added_in_the_admin_names_who_made_it(admin_desk: Client, standards_editor: User) -> None:
    admin_desk.post("/admin/articles/story/add/", {"title": "Bread", "note": ""})
    from articles.models import Story

    assert Story.objects.get(title="Bread").created_by == standards_editor
