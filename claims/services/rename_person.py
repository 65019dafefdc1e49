"""Change the name under which the desk lists a person. The names in the copy are evidence and stay."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.language.person_names import PersonKind
from claims.models import Person
from claims.services.edit_log import log_edit, person_row
from claims.services.merge_people import lock_people
from claims.services.people_changed import people_changed
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User


@transaction.atomic
def rename_person(*, person_id: int, name: str, kind: PersonKind, by: User, now: datetime | None = None) -> Person:
    """Give the person this name and kind. Nothing changed is nothing logged."""
    now = now or timezone.now()
    name = " ".join(name.replace("\x00", "").split())[:300]
    if not name:
        raise BadInput("Type a name first.")
    (person,) = lock_people(person_id)
    if person.merged_into_id is not None:
        raise NotPossibleNow(f"{person} has been merged into another: rename that one.")
    before = person_row(person)
    person.name, person.kind = name, kind.value
    if person_row(person) == before:
        return person
    person.save(update_fields=["name", "kind"])
    people_changed(person.pk, now=now)
    log_edit("rename person", by=by, now=now, person=person, before=[before], after=[person_row(person)])
    return person
