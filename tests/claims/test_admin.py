"""The admin shows what the desk found and changes none of it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import AnotherLook, Claim, Decision, Edit, LogEntry, Person, Quote, Run, Verdict
from newsdesk.models import User
from tests.factories import make_article, make_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(checker: User) -> dict[str, int]:
    article = make_article("The crack is 12 metres long.")
    claim = make_claim(article, "The crack is 12 metres long.", status="signed off")
    paragraph = article.paragraphs.get()
    return {
        "claim": claim.pk,
        "verdict": Verdict.objects.create(claim=claim, rating="disputed", by=checker, signed_off_at=timezone.now()).pk,
        "logentry": LogEntry.objects.create(
            claim=claim, move="take", from_status="new", to_status="in check", seconds_in_status=1, by=checker
        ).pk,
        "edit": Edit.objects.create(article=article, claim=claim, action="add claim", by=checker).pk,
        "quote": Quote.objects.create(
            article=article, paragraph=paragraph, start=0, end=9, text="The crack", kind="direct"
        ).pk,
        "run": Run.objects.create(article=article, extractor="trial").pk,
        "decision": Decision.objects.create(
            story=article.story, about="claim", relation="reference", one_article=article, said="The crack", by=checker
        ).pk,
        "anotherlook": AnotherLook.objects.create(claim=claim, article=article, kind="a denial", sentence="Denied.").pk,
        "person": Person.objects.create(name="Ada Crack").pk,
    }


@pytest.mark.parametrize(
    "model", ["claim", "verdict", "logentry", "edit", "quote", "run", "decision", "anotherlook", "person"]
)
def test_each_table_is_read_and_not_written(
    client_of, standards_editor: User, rows: dict[str, int], model: str
) -> None:
    desk = client_of(standards_editor)
    assert desk.get(reverse(f"admin:claims_{model}_changelist"), {"q": "crack"}).status_code == 200
    change = reverse(f"admin:claims_{model}_change", args=[rows[model]])
    assert desk.get(change).status_code == 200
    assert desk.post(change, {"text": "changed"}).status_code == 403
    assert desk.post(reverse(f"admin:claims_{model}_delete", args=[rows[model]]), {"post": "yes"}).status_code == 403
    assert desk.get(reverse(f"admin:claims_{model}_add")).status_code == 403
    assert Claim.objects.get().text == "The crack is 12 metres long."


def test_a_proposal_stays_closed_in_the_admin_too(client_of, standards_editor: User, proposed: Claim) -> None:
    desk = client_of(standards_editor)
    verdict = proposed.working_verdict
    assert "0 verdicts" in desk.get(reverse("admin:claims_verdict_changelist")).content.decode()
    assert desk.get(reverse("admin:claims_verdict_change", args=[verdict.pk])).status_code == 302
    entry = proposed.log.get(move="propose")
    assert entry.details["rating"] == "corroborated"
    assert "corroborated" not in desk.get(reverse("admin:claims_logentry_change", args=[entry.pk])).content.decode()
