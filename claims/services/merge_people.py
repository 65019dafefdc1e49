"""Merge two people into one, and part them again. Quotes and claims keep the person they were linked to: nothing else moves."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.models import Edit, Person
from claims.services.edit_log import log_edit, person_row
from claims.services.people_changed import people_changed
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User

MERGE, PART = "merge people", "part people"


def lock_people(*person_ids: int) -> list[Person]:
    """The people in the order given, their rows locked in the order of their numbers."""
    rows = {row.pk: row for row in Person.objects.select_for_update().filter(pk__in=person_ids).order_by("pk")}
    if len(rows) < len(set(person_ids)):
        raise NotPossibleNow("There is no such person.", status=404)
    return [rows[pk] for pk in person_ids]


@transaction.atomic
def merge_people(*, kept_id: int, merged_id: int, by: User, now: datetime | None = None) -> Person:
    """Everything that leads to `merged_id` leads to `kept_id` from now on, whatever the machine finds later."""
    now = now or timezone.now()
    if kept_id == merged_id:
        raise BadInput("Choose somebody else to merge.")
    kept, merged = lock_people(kept_id, merged_id)
    for person in (kept, merged):
        if person.merged_into_id is not None:
            raise NotPossibleNow(f"{person} has been merged into another already.")
    brought = list(Person.objects.filter(merged_into=merged).values_list("pk", flat=True))
    before = [person_row(merged) | {"brought": brought}, person_row(kept)]
    Person.objects.filter(pk__in=brought).update(merged_into=kept)
    merged.merged_into = kept
    merged.save(update_fields=["merged_into"])
    log_edit(MERGE, by=by, now=now, person=merged, before=before, after=[person_row(merged), person_row(kept)])
    people_changed(kept.pk, now=now)
    return kept


@transaction.atomic
def part_people(*, merged_id: int, by: User, now: datetime | None = None) -> Person:
    """Undo a merge: the person stands alone again, with those merged into them before."""
    now = now or timezone.now()
    kept_id = Person.objects.filter(pk=merged_id).values_list("merged_into", flat=True).first()
    if kept_id is None:
        raise NotPossibleNow("This person is not merged into another.")
    merged, kept = lock_people(merged_id, kept_id)
    if merged.merged_into_id != kept_id:
        raise NotPossibleNow("This person is not merged into that one any more.")
    before = [person_row(merged), person_row(kept)]
    last = Edit.objects.filter(person=merged, action=MERGE).order_by("-at", "-id").first()
    brought = last.before[0]["brought"] if last else []
    Person.objects.filter(pk__in=brought, merged_into=kept).update(merged_into=merged)
    merged.merged_into = None
    merged.save(update_fields=["merged_into"])
    log_edit(PART, by=by, now=now, person=merged, before=before, after=[person_row(merged), person_row(kept)])
    people_changed(kept.pk, merged.pk, now=now)
    return merged
