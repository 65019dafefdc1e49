"""Fixtures for every test: the people of the desk, called what they are, and clients signed in as them."""

from collections.abc import Callable

import pytest
from django.test import Client

from newsdesk.models import User
from newsdesk.roles import Role
from tests.factories import make_user


@pytest.fixture
def checker(db: None) -> User:
    return make_user("ada", Role.CHECKER, "Ada Brandt")


@pytest.fixture
def second_checker(db: None) -> User:
    return make_user("ben", Role.CHECKER, "Ben Okoro")


@pytest.fixture
def editor(db: None) -> User:
    return make_user("edith", Role.EDITOR, "Edith Lund")


@pytest.fixture
def standards_editor(db: None) -> User:
    return make_user("stan", Role.STANDARDS_EDITOR, "Stan Moreau")


@pytest.fixture
def client_of() -> Callable[[User], Client]:
    """A client signed in as the person given."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture(autouse=True)
def each_test_has_its_own_files_and_quick_passwords(settings, tmp_path) -> None:  # type: ignore[no-untyped-def]
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
