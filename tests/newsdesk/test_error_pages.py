"""What goes wrong below the views answers with a sentence, and with the desk's Content-Security-Policy."""

import pytest
from django.db import OperationalError
from django.test import Client

CSP = "Content-Security-Policy"


def test_a_form_without_its_token_is_told_so_in_words() -> None:
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"username": "a", "password": "b"})
    assert answer.status_code == 403
    assert "This form is out of date" in answer.text
    assert "<style" not in answer.text


def test_htmx_gets_the_same_sentence_as_a_message() -> None:
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", headers={"HX-Request": "true"})
    assert answer.headers["HX-Retarget"] == "#messages"
    assert "This form is out of date" in answer.text
    assert "<html" not in answer.text


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [(OperationalError("gone"), 503, "Its database does not answer"), (RuntimeError("oh"), 500, "</html>")],
)
def test_a_database_that_is_gone_is_told_from_a_fault_of_ours(monkeypatch, error, status, sentence) -> None:
    def fail(*args: object) -> None:
        raise error

    monkeypatch.setattr("newsdesk.middleware.least_role", fail)
    answer = Client(raise_request_exception=False).get("/healthz")
    assert answer.status_code == status
    assert sentence in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/sign-in/", "/nothing", "/static/newsdesk.css", "/static/nothing.css", "/healthz", "/admin/"]
)
def test_every_answer_carries_the_policy(path: str) -> None:
    answer = Client().get(path)
    answer.close()
    assert "default-src 'none'" in answer.headers[CSP]


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_refused_with_the_policy() -> None:
    answer = Client().get("/sign-in/", headers={"Host": "elsewhere.example"})
    assert answer.status_code == 400
    assert CSP in answer.headers
