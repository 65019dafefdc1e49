"""The first accounts: made once, with passwords that nobody else has."""

from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from newsdesk.management.commands.create_staff import FIRST_STAFF, create_first_staff, make_password
from newsdesk.models import User
from newsdesk.roles import Role

pytestmark = pytest.mark.django_db


def test_two_checkers_an_editor_and_a_standards_editor_can_sign_in(tmp_path: Path) -> None:
    passwords = create_first_staff(tmp_path)
    people = [authenticate(username=name, password=password) for name, password in passwords.items()]
    assert [person.role for person in people if isinstance(person, User)] == [
        Role.CHECKER,
        Role.CHECKER,
        Role.EDITOR,
        Role.STANDARDS_EDITOR,
    ]


def test_passwords_are_kept_in_a_file_readable_by_its_owner_alone(tmp_path: Path) -> None:
    passwords = create_first_staff(tmp_path)
    file = tmp_path / "first-passwords.txt"
    assert file.stat().st_mode & 0o777 == 0o600
    assert all(f"{name} " in file.read_text() and password in file.read_text() for name, password in passwords.items())


def test_an_older_file_that_others_could_read_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "first-passwords.txt").write_text("old")
    (tmp_path / "first-passwords.txt").chmod(0o644)
    create_first_staff(tmp_path)
    assert (tmp_path / "first-passwords.txt").stat().st_mode & 0o777 == 0o600


def test_where_there_is_an_account_nothing_is_made(tmp_path: Path, checker: User) -> None:
    assert create_first_staff(tmp_path) == {}
    assert list(User.objects.all()) == [checker]
    assert list(tmp_path.iterdir()) == []


def test_passwords_differ_and_pass_the_desks_own_rules() -> None:
    passwords = {make_password() for _ in range(50)}
    assert len(passwords) == 50
    for password in passwords:
        validate_password(password)


def test_set_up_prints_the_passwords_once(tmp_path: Path, settings) -> None:  # type: ignore[no-untyped-def]
    settings.VAR_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    first, second = StringIO(), StringIO()
    call_command("set_up_desk", stdout=first)
    call_command("set_up_desk", stdout=second)
    assert all(name in first.getvalue() for name in FIRST_STAFF)
    assert second.getvalue() == ""
    assert (tmp_path / "static" / "newsdesk.css").exists()


def test_a_database_that_does_not_answer_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    with pytest.raises(CommandError, match="The database does not answer; check DATABASE_URL"):
        call_command("set_up_desk")
