"""A DeskError anywhere becomes its sentence, with its status."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from newsdesk.errors import BadInput, DeskError, NotAllowed, NotPossibleNow
from newsdesk.middleware import DeskErrorMiddleware

SENTENCE = "The file is 26 MB; the limit is <25> MB."


def answer_to(request: HttpRequest, error: Exception) -> HttpResponse | None:
    request.user = AnonymousUser()
    request.htmx = "HX-Request" in request.headers
    request.resolver_match = None
    return DeskErrorMiddleware(lambda request: HttpResponse()).process_exception(request, error)


@pytest.mark.parametrize(
    ("kind", "status"), [(DeskError, 400), (NotAllowed, 403), (NotPossibleNow, 409), (BadInput, 422)]
)
def test_a_broken_rule_answers_with_its_sentence_and_status(
    rf: RequestFactory, kind: type[DeskError], status: int
) -> None:
    answer = answer_to(rf.post("/"), kind(SENTENCE))
    assert answer is not None
    assert answer.status_code == status
    assert "The file is 26 MB; the limit is &lt;25&gt; MB." in answer.content.decode()


def test_htmx_gets_the_sentence_as_a_message_and_keeps_its_page(rf: RequestFactory) -> None:
    answer = answer_to(rf.post("/", headers={"HX-Request": "true"}), BadInput(SENTENCE))
    assert answer is not None
    assert answer.headers["HX-Retarget"] == "#messages"
    assert "<html" not in answer.content.decode()


@pytest.mark.parametrize(
    ("referer", "offered"),
    [("http://testserver/claims/x/", True), ("https://elsewhere.example/claims/x/", False), ("", False)],
)
def test_the_way_back_leads_to_our_own_pages_only(rf: RequestFactory, referer: str, offered: bool) -> None:
    answer = answer_to(rf.post("/", headers={"Referer": referer}), BadInput(SENTENCE))
    assert answer is not None
    assert ("/claims/x/" in answer.content.decode()) == offered


def test_other_errors_are_left_alone(rf: RequestFactory) -> None:
    assert answer_to(rf.post("/"), ValueError("a bug")) is None
