"""Take a citation out of the draft, and put it back."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from claims.models import Citation
from claims.services.cite_words import next_number
from claims.services.working_draft import open_draft
from newsdesk.errors import NotPossibleNow
from newsdesk.models import User

_PLAIN = [
    "number",
    "kind",
    "stance",
    "paragraph_id",
    "start",
    "end",
    "words",
    "words_sha256",
    "title",
    "address",
    "note",
    "kept_name",
    "kept_sha256",
    "by_id",
]


@transaction.atomic
def remove_citation(*, claim_id: int, citation_id: int, by: User, now: datetime | None = None) -> dict[str, Any]:
    """Remove a citation from the draft; the others keep their numbers. Answers with what puts it back, as JSON."""
    _, verdict = open_draft(claim_id, by=by, now=now or timezone.now())
    citation = verdict.citations.filter(pk=citation_id).first()
    if citation is None:
        raise NotPossibleNow("That citation is not in the draft any more.")
    removed = {name: getattr(citation, name) for name in _PLAIN} | {
        "verdict": verdict.pk,
        "kept_file": citation.kept_file.name,
        "on_date": citation.on_date.isoformat() if citation.on_date else None,
        "at": citation.at.isoformat(),
    }
    citation.delete()
    return removed


@transaction.atomic
def restore_citation(*, claim_id: int, removed: dict[str, Any], by: User, now: datetime | None = None) -> Citation:
    """Put back what remove_citation removed, at its old number or after the last where another has that by now."""
    _, verdict = open_draft(claim_id, by=by, now=now or timezone.now())
    if removed["verdict"] != verdict.pk:
        raise NotPossibleNow("That citation belongs to an earlier draft.")
    same = verdict.citations.filter(
        paragraph=removed["paragraph_id"], start=removed["start"], end=removed["end"], paragraph__isnull=False
    )
    if same.exists():
        raise NotPossibleNow("These words are cited again already.")
    taken = verdict.citations.filter(number=removed["number"]).exists()
    number = next_number(verdict) if taken else removed["number"]
    values = {name: removed[name] for name in _PLAIN} | {"number": number, "kept_file": removed["kept_file"]}
    on_date = date.fromisoformat(removed["on_date"]) if removed["on_date"] else None
    return Citation.objects.create(verdict=verdict, on_date=on_date, at=datetime.fromisoformat(removed["at"]), **values)
