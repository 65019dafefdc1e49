"""Guessing passwords: ten failures close a name at one address for fifteen minutes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from newsdesk.models import SignInFailure, User
from newsdesk.sign_in import CLOSED, COUNTED_FOR, MOST_FAILURES, keep_failure

pytestmark = pytest.mark.django_db
RIGHT = "four-calm-grey-herons"


@pytest.fixture
def ada():
    return User.objects.create_user("Ada", RIGHT)


def sign_in(client, password, *, username="Ada", address="192.0.2.7", **headers):
    return client.post("/sign-in/", {"username": username, "password": password}, REMOTE_ADDR=address, headers=headers)


def guess(client, times=MOST_FAILURES, **how):
    return [sign_in(client, "wrong", **how) for _ in range(times)][-1]


def test_the_right_password_opens_after_a_few_failures_and_clears_them(client, ada):
    guess(client, MOST_FAILURES - 1)
    assert sign_in(client, RIGHT).status_code == 302
    assert not SignInFailure.objects.exists()


@pytest.mark.parametrize("username", ["Ada", "ada", "ADA "])
def test_after_ten_failures_even_the_right_password_is_told_to_wait(client, ada, username):
    guess(client)
    answer = sign_in(client, RIGHT, username=username)
    assert answer.status_code == 429
    assert CLOSED in answer.text
    assert "_auth_user_id" not in client.session


def test_a_name_without_an_account_closes_as_any_other(client):
    assert guess(client, username="nobody").status_code == 200
    assert sign_in(client, "wrong", username="nobody").status_code == 429


def test_another_address_and_another_person_may_still_sign_in(client, ada):
    User.objects.create_user("grace", RIGHT)
    guess(client)
    assert sign_in(client, RIGHT, username="grace").status_code == 302
    client.logout()
    assert sign_in(client, RIGHT, address="192.0.2.8").status_code == 302


def test_failures_count_for_fifteen_minutes_and_are_then_forgotten(client, ada):
    long_ago = timezone.now() - COUNTED_FOR - timedelta(seconds=1)
    for _ in range(MOST_FAILURES):
        keep_failure(username="Ada", address="192.0.2.7", now=long_ago)
    assert sign_in(client, "wrong").status_code == 200
    assert SignInFailure.objects.count() == 1
    assert sign_in(client, RIGHT).status_code == 302


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_saw(client, ada, settings):
    settings.HTTPS = True
    for number in range(MOST_FAILURES):
        sign_in(client, "wrong", **{"X-Forwarded-For": f"203.0.113.{number}, 198.51.100.9"})
    assert sign_in(client, RIGHT, **{"X-Forwarded-For": "198.51.100.9"}).status_code == 429
    assert sign_in(client, RIGHT, **{"X-Forwarded-For": "198.51.100.10"}).status_code == 302


def test_without_a_proxy_nobody_chooses_their_address(client, ada):
    for number in range(MOST_FAILURES):
        sign_in(client, "wrong", **{"X-Forwarded-For": f"203.0.113.{number}"})
    assert sign_in(client, RIGHT, **{"X-Forwarded-For": "203.0.113.99"}).status_code == 429


def test_two_names_that_differ_in_capitals_alone_are_refused(ada):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("ADA", RIGHT)
