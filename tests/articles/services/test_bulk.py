"""Many at once: a kept upload, its dry run and its real run say the same of each file."""

import io
import os
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Article, Upload
from articles.services import kept_upload as module
from articles.services.file_upload import Offered, file_upload
from articles.services.kept_upload import KeptUpload, forget_upload, keep_upload, kept_upload
from articles.services.plan_upload import plan_upload
from newsdesk.errors import BadInput, DeskError
from newsdesk.models import User
from tests.factories import make_story

pytestmark = pytest.mark.django_db


def a_zip(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return packed.getvalue()


def kept(**files: bytes) -> KeptUpload:
    sent = [SimpleUploadedFile(name.replace("__", "."), data) for name, data in files.items()]
    return keep_upload(files=sent, story_id=None, story_title="Ferry")


def planned(upload: KeptUpload) -> list[tuple[str, str]]:
    return [(row.name, row.what) for row in plan_upload(offered=upload.offered())]


CSV = """Headline;Outlet;Published;Link;Text
Ferry stops;The Bell;2026-03-04;https://bell.example/f;The ferry stops on Monday.
No words;The Bell;;;
Odd date;The Bell;03/04/2026;;The ferry stops again.
Ferry stops;The Post;;;The ferry stops on Monday.
"""


def test_the_dry_run_tells_of_files_members_and_rows_and_files_nothing() -> None:
    upload = kept(
        a__txt=b"One.",
        b__png=b"\x89PNG\r\n\x1a\n\x00",
        c__zip=a_zip(x__txt=b"Two.", y__txt=b"One."),
        d__csv=CSV.encode(),
    )
    assert planned(upload) == [
        ("a.txt", "file"),
        ("b.png", "refused"),
        ("x.txt", "file"),
        ("y.txt", "already here"),
        ("d.csv, line 2", "file"),
        ("d.csv, line 3", "refused"),
        ("d.csv, line 4", "refused"),
        ("d.csv, line 5", "already here"),
    ]
    assert not Article.objects.exists()


def test_the_real_run_does_what_the_dry_run_said(editor: User) -> None:
    upload = kept(a__txt=b"One.", b__png=b"\x89PNG\r\n\x1a\n\x00", c__zip=a_zip(x__txt=b"Two."), d__csv=CSV.encode())
    said = ["filed" if what == "file" else what for _, what in planned(upload)]
    done = file_upload(offered=upload.offered(), story=make_story(), by=editor, channel=Upload.Channel.BULK, bulk=True)
    assert list(done.items.values_list("outcome", flat=True)) == said
    row = Article.objects.get(headline="Ferry stops")
    assert row.outlet is not None
    assert (row.outlet.name, row.published_on, row.url) == ("The Bell", date(2026, 3, 4), "https://bell.example/f")
    assert row.jobs.get().bulk
    assert {what for _, what in planned(upload)} == {"already here", "refused"}


@pytest.mark.parametrize(
    ("packed", "words"),
    [
        (a_zip(a__txt=b"Fine.", big__txt=b"0" * (30 * 1024 * 1024)), "25 MB|times its size"),
        (a_zip(**{f"f{n}__txt": b"x" for n in range(501)}), "500"),
        (a_zip(a__txt=b"Fine.", b__zip=a_zip(c__txt=b"x")), "archive inside"),
        (b"PK\x03\x04 torn", "broken"),
    ],
    ids=["bomb", "too many members", "zip in zip", "torn"],
)
def test_a_bad_zip_is_refused_whole_with_the_limit_named(packed: bytes, words: str, editor: User) -> None:
    upload = kept(c__zip=packed)
    done = file_upload(offered=upload.offered(), story=make_story(), by=editor, channel=Upload.Channel.BULK)
    item = done.items.get()
    assert (item.name, item.outcome) == ("c.zip", "refused")
    import re

    assert re.search(words, item.message)
    assert not Article.objects.exists()


def test_a_large_upload_is_filed_in_runs_that_go_on_where_the_last_stopped(editor: User) -> None:
    offered = [Offered(f"{n}.txt", f"Article {n}.".encode()) for n in range(5)]
    story = make_story()
    upload = file_upload(offered=offered, story=story, by=editor, channel=Upload.Channel.BULK, seconds=0)
    assert upload.items.count() == 1
    file_upload(offered=offered, story=story, by=editor, channel=Upload.Channel.BULK, goes_on=upload)
    assert list(upload.items.values_list("position", "outcome")) == [(n, "filed") for n in range(1, 6)]


def test_a_file_over_the_limit_is_refused_without_being_read() -> None:
    class Unread:
        def read(self, size: int = -1, /) -> bytes:
            raise AssertionError("read")

    (row,) = plan_upload(offered=[Offered("big.txt", Unread(), size=60 * 1024 * 1024)])
    assert (row.what, row.message) == ("refused", "This file has 60.0 MB; the limit is 25 MB a file.")


def test_a_kept_upload_is_found_by_its_token_until_it_is_forgotten() -> None:
    upload = kept(a__txt=b"One.")
    assert kept_upload(token=upload.token) == upload
    forget_upload(token=upload.token)
    with pytest.raises(DeskError, match="no longer kept"):
        kept_upload(token=upload.token)


@pytest.mark.parametrize("token", ["..", "../originals", "", "x" * 32, "a/b"])
def test_no_token_leads_anywhere_else(token: str) -> None:
    with pytest.raises(BadInput):
        kept_upload(token=token)
    forget_upload(token=token)


def test_what_was_left_a_day_ago_is_cleared_away(settings) -> None:  # type: ignore[no-untyped-def]
    old = kept(a__txt=b"One.")
    folder = Path(settings.MEDIA_ROOT) / "bulk" / old.token
    yesterday = time.time() - module.KEPT_FOR.total_seconds() - 60
    os.utime(folder, (yesterday, yesterday))
    fresh = kept(b__txt=b"Two.")
    assert not folder.exists()
    assert kept_upload(token=fresh.token)


def test_a_file_larger_than_a_bulk_upload_may_be_leaves_nothing_behind(settings, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(module, "MOST_PACKED", 3)
    with pytest.raises(BadInput, match=r"a\.zip"):
        kept(a__zip=b"PK\x03\x04")
    assert not list((Path(settings.MEDIA_ROOT) / "bulk").iterdir())


def test_a_kept_upload_that_vanishes_while_old_ones_are_cleared_away_is_no_fault(settings, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    settings.MEDIA_ROOT = tmp_path
    kept(a__txt=b"One.")
    (tmp_path / "bulk" / "gone").symlink_to(tmp_path / "nowhere")
    assert kept(b__txt=b"Two.").names == ("b.txt",)
