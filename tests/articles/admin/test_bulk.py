"""Bulk upload in the admin: a dry run that files nothing, then the real run, for standards editors alone."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.admin import bulk
from articles.models import Article, Story, Upload
from newsdesk.models import User
from tests.factories import make_story

BULK = "/admin/articles/upload/bulk/"


@pytest.fixture
def admin_desk(client_of: Callable, standards_editor: User) -> Client:
    return client_of(standards_editor)


def a_zip(count: int) -> SimpleUploadedFile:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(count):
            archive.writestr(f"copy/{number}.txt", f"Article {number}.")
    return SimpleUploadedFile("five.zip", packed.getvalue())


CSV = SimpleUploadedFile("rows.csv", b"headline,outlet,text\nFerry stops,The Bell,The ferry stops.\nEmpty,The Bell,\n")


def words(answer) -> str:  # type: ignore[no-untyped-def]
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_a_zip_goes_from_the_dry_run_to_the_report_without_being_picked_again(admin_desk: Client) -> None:
    story = make_story("Ferry")
    sent = admin_desk.post(BULK, {"files": [a_zip(5)], "story": story.pk})
    assert sent.status_code == 303
    dry = admin_desk.get(sent.headers["Location"])
    assert "5 would be filed" in words(dry)
    assert "4.txt" in words(dry)
    assert not Article.objects.exists()
    run = admin_desk.post(sent.headers["Location"])
    report = admin_desk.get(run.headers["Location"])
    assert "5 filed" in words(report)
    assert story.articles.count() == 5
    assert Upload.objects.get().channel == "bulk upload"
    assert admin_desk.get(sent.headers["Location"]).status_code == 404  # cleared away once filed


def test_a_csv_is_told_row_by_row_and_filed_into_a_new_story(admin_desk: Client) -> None:
    CSV.seek(0)
    sent = admin_desk.post(BULK, {"files": [CSV], "title": "New ferry"})
    dry = words(admin_desk.get(sent.headers["Location"]))
    assert "rows.csv, line 2 The Bell Ferry stops Would be filed." in dry
    assert "Refused. It has no text." in dry
    assert not Story.objects.exists()
    report = words(admin_desk.get(admin_desk.post(sent.headers["Location"]).headers["Location"]))
    assert "1 filed" in report
    assert "1 refused" in report
    assert Story.objects.get().title == "New ferry"


def test_what_is_here_already_is_linked_in_the_dry_run_and_not_filed_again(admin_desk: Client) -> None:
    story = make_story()
    for _ in range(2):
        sent = admin_desk.post(BULK, {"files": [a_zip(2)], "story": story.pk})
        dry = admin_desk.get(sent.headers["Location"])
        admin_desk.post(sent.headers["Location"])
    assert "already here" in words(dry)
    assert reverse("article", args=[Article.objects.first().pk]) in dry.content.decode()
    assert Article.objects.count() == 2


def test_a_long_run_stops_in_time_and_files_the_rest_at_the_next_press(admin_desk: Client, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(bulk, "SECONDS_A_RUN", 0.0)
    address = admin_desk.post(BULK, {"files": [a_zip(2)], "title": "Ferry"}).headers["Location"]
    report = admin_desk.get(admin_desk.post(address).headers["Location"])
    assert "1 are still to be filed" in words(report)
    upload = Upload.objects.get()
    admin_desk.post(address, {"upload": upload.pk})
    assert Article.objects.count() == 2
    assert upload.items.count() == 2


def test_a_csv_with_too_many_rows_is_refused_before_any_row_is_listed_or_filed(admin_desk: Client) -> None:
    rows = SimpleUploadedFile("rows.csv", b"text\n" + b"The ferry stops.\n" * 5001)
    sent = admin_desk.post(BULK, {"files": [rows], "title": "Ferry"})
    dry = words(admin_desk.get(sent.headers["Location"]))
    assert "Of 1 article: 0 would be filed , 1 refused" in dry
    assert "Refused. This CSV has 5,001 rows; the limit is 5,000." in dry
    admin_desk.post(sent.headers["Location"])
    assert not Article.objects.exists()


def test_a_name_that_runs_from_right_to_left_turns_nothing_around_it_about(admin_desk: Client) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("copy/a\u202etxt.exe.txt", "The ferry stops.")
        archive.writestr("copy/\u05d2\u05e9\u05e8.txt", "The bridge is shut.")
    sent = admin_desk.post(BULK, {"files": [SimpleUploadedFile("a.zip", packed.getvalue())], "title": "Ferry"})
    dry = admin_desk.get(sent.headers["Location"]).content.decode()
    report = admin_desk.get(admin_desk.post(sent.headers["Location"]).headers["Location"]).content.decode()
    for page in (dry, report):
        assert "\u202e" not in page
        assert "<bdi>copy/atxt.exe.txt</bdi>" in page
        assert "<bdi>copy/\u05d2\u05e9\u05e8.txt</bdi>" in page


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"title": "Ferry"}, "This field is required"),
        ({"files": [SimpleUploadedFile("a.txt", b"One.")]}, "Choose a story"),
    ],
)
def test_what_is_missing_is_said(sent: dict, sentence: str, admin_desk: Client) -> None:
    answer = admin_desk.post(BULK, sent)
    assert answer.status_code == 422
    assert sentence in words(answer)


@pytest.mark.parametrize("path", [BULK, BULK + "x" * 32 + "/", "/admin/articles/upload/1/report/"])
def test_an_editor_makes_no_bulk_uploads(path: str, client_of: Callable, editor: User) -> None:
    client = client_of(editor)
    assert client.get(path).status_code == 403
    assert client.post(path, {"files": [a_zip(1)], "title": "Ferry"}).status_code == 403
    assert not Article.objects.exists()


def test_the_page_is_linked_from_the_index_and_the_lists(admin_desk: Client) -> None:
    for page in ("/admin/", "/admin/articles/article/", "/admin/articles/upload/"):
        assert f'href="{BULK}"' in admin_desk.get(page).content.decode()


def test_an_upload_number_that_is_none_goes_on_with_nothing_and_files_anew(admin_desk: Client) -> None:
    kept = admin_desk.post(BULK, {"files": a_zip(2), "title": "The ferry"}).headers["Location"]
    assert admin_desk.post(kept, {"upload": "²"}).status_code == 303
    assert Article.objects.count() == 2
