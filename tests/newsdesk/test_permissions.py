"""The one table of permissions against every URL there is."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from newsdesk.middleware import PermissionMiddleware
from newsdesk.models import User
from newsdesk.permissions import PERMISSIONS, PUBLIC, may_open
from newsdesk.roles import Role
from tests.factories import make_user


def every_pattern(
    resolver: URLResolver, prefix: str = "", namespace: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    """(view name, route, pattern) of each URL of the project."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from every_pattern(entry, prefix + str(entry.pattern), inner)
        else:
            yield f"{namespace}{entry.name or ''}", prefix + str(entry.pattern), entry


ALL = sorted({(name, route) for name, route, _ in every_pattern(get_resolver())})
OUR_NAMES = sorted({name for name, _ in ALL if not name.startswith("admin:")})


@pytest.mark.parametrize("name", OUR_NAMES)
def test_every_url_has_a_row_in_the_table(name: str) -> None:
    assert name in PERMISSIONS


@pytest.mark.parametrize("name", sorted(set(PERMISSIONS) - {"admin:"}))
def test_every_row_of_the_table_has_a_url(name: str) -> None:
    assert name in OUR_NAMES


def sample_path(route: str) -> str:
    """A path that the route matches, with made-up arguments."""
    if "(?P<app_label>" in route:
        return "/admin/newsdesk/"
    if "(?P<url>" in route:
        return "/admin/no-such-page"
    return "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda m: "7" if m[1] in ("int", "path") else "abcdefghjk", route)


STAFF_ONLY = [(name, sample_path(route)) for name, route in ALL if PERMISSIONS.get(name) != PUBLIC]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "path"), STAFF_ONLY)
def test_nobody_signed_out_gets_past_the_door(name: str, path: str) -> None:
    for response in (Client().get(path), Client().post(path)):
        assert response.status_code in (302, 404), name  # 404 only where admin's own catch-all has no such page
        if response.status_code == 302:
            assert response.headers["Location"].startswith(("/sign-in/", "/admin/login/")), name


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "path"), [row for row in STAFF_ONLY if PERMISSIONS.get(row[0], PERMISSIONS["admin:"]) != Role.CHECKER]
)
def test_a_checker_is_refused_what_needs_more(name: str, path: str, checker: User) -> None:
    client = Client()
    client.force_login(checker)
    assert client.get(path).status_code == 403
    assert client.post(path).status_code == 403


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", sorted(PERMISSIONS))
def test_each_role_includes_the_one_before(name: str, role: Role) -> None:
    user = User(username="x", role=role)
    least = PERMISSIONS[name]
    assert may_open(name, user) == (least == PUBLIC or role.rank >= Role(least).rank)


def test_somebody_made_inactive_may_open_nothing() -> None:
    assert not may_open("queue", User(username="x", role=Role.STANDARDS_EDITOR, is_active=False))


def test_a_url_without_a_row_is_refused_to_everybody(standards_editor: User, rf: RequestFactory) -> None:
    request = rf.get("/")
    request.user = standards_editor
    request.resolver_match = type("Match", (), {"view_name": "not in the table"})()
    middleware = PermissionMiddleware(lambda request: HttpResponse())
    response = middleware.process_view(request, None, None, None)
    assert response is not None
    assert response.status_code == 403


def test_an_expired_sign_in_tells_htmx_to_load_the_sign_in_page() -> None:
    answer = Client().get("/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/?story=3"})
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == "/sign-in/?next=%2F%3Fstory%3D3"


@pytest.mark.django_db
def test_the_page_of_a_signed_in_person_is_kept_by_no_cache(client_of: Callable[[User], Client]) -> None:
    answer = client_of(make_user("cara")).get("/password/")
    assert "no-store" in answer.headers["Cache-Control"]
    assert "HX-Request" in answer.headers["Vary"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
