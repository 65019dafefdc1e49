"""Say what language a person speaks, so that two renderings of their words are taken for translations, not for changes."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from claims.models import Person
from claims.services.edit_log import log_edit, person_row
from claims.services.merge_people import lock_people
from claims.services.people_changed import people_changed
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User


@transaction.atomic
def set_language(*, person_id: int, language: str, by: User, now: datetime | None = None) -> Person:
    """`language` is an ISO 639-1 code, "" for not known. Nothing changed is nothing logged."""
    now = now or timezone.now()
    language = language.strip().lower()
    if language and not (len(language) == 2 and language.isascii() and language.isalpha()):
        raise BadInput("A language is named by its two letters, as in ISO 639-1: “ru”, “en”.")
    (person,) = lock_people(person_id)
    if person.merged_into_id is not None:
        raise NotPossibleNow(f"{person} has been merged into another: set the language of that one.")
    if person.language == language:
        return person
    before = person_row(person) | {"language": person.language}
    person.language = language
    person.save(update_fields=["language"])
    after = person_row(person) | {"language": language}
    log_edit("set language", by=by, now=now, person=person, before=[before], after=[after])
    people_changed(person.pk, now=now)
    return person
