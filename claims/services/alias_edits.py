"""What staff decide about one name: whose it is, everywhere or in one story, or that it is nobody's. It stays decided."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from claims.language.person_names import name_of
from claims.models import Alias, Appearance, Claim, Person, Quote
from claims.services.edit_log import alias_row, log_edit
from claims.services.merge_people import lock_people
from claims.services.people_changed import people_changed
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User

_ROWS = ((Quote, "speaker_name", "article__story"), (Appearance, "claimant", "article__story"),
         (Claim, "claimant", "story"))  # fmt: skip


@transaction.atomic
def split_name(*, alias_id: int, by: User, story_id: int | None = None, now: datetime | None = None) -> Person:
    """The name becomes a new person's, with every quote and claim under it; with `story_id` in that story alone."""
    now = now or timezone.now()
    alias = _locked(alias_id)
    if alias.dismissed_at is not None:
        raise NotPossibleNow("This name leads to nobody: restore it first.")
    old = alias.person
    if story_id is None and not _has_more(old, alias):
        raise NotPossibleNow(f"{old.root} has no other name: there would be nothing left to split it from.")
    name = name_of(alias.text)
    new = Person.objects.create(name=name.shown if name else alias.text, kind=old.kind, made_by=by, made_at=now)
    before = alias_row(alias)
    if story_id is not None and alias.story_id != story_id:
        alias = _in_story(alias, story_id, new, by, now)
    alias.person, alias.made_by = new, by
    alias.save(update_fields=["person", "made_by"])
    _move(alias, old, new)
    people_changed(name=alias.text, now=now)
    log_edit("split name", by=by, now=now, person=new, before=[before], after=[alias_row(alias)])
    return new


def _in_story(alias: Alias, story_id: int, person: Person, by: User, now: datetime) -> Alias:
    """The same name with a meaning of its own in one story."""
    if alias.story_id is not None:
        raise BadInput("This name is known from one story only.")
    if not any(
        model._base_manager.filter(**{story: story_id, field: alias.text}).exists() for model, field, story in _ROWS
    ):
        raise BadInput("This name does not occur in that story.")
    made = {"person": person, "key": alias.key, "made_by": by, "made_at": now}
    return Alias.objects.get_or_create(text=alias.text, story_id=story_id, defaults=made)[0]


@transaction.atomic
def dismiss_name(*, alias_id: int, by: User, now: datetime | None = None) -> Alias:
    """These words name nobody: what stands under them is linked to nobody, now and later."""
    now = now or timezone.now()
    alias = _locked(alias_id)
    if alias.dismissed_at is not None:
        raise NotPossibleNow("This name has been dismissed already.")
    return _set(alias, "dismiss name", by, now, dismissed=True)


@transaction.atomic
def restore_name(*, alias_id: int, by: User, now: datetime | None = None) -> Alias:
    """The name leads to its person again."""
    now = now or timezone.now()
    alias = _locked(alias_id)
    if alias.dismissed_at is None:
        raise NotPossibleNow("This name is not dismissed.")
    return _set(alias, "restore name", by, now, dismissed=False)


def _set(alias: Alias, action: str, by: User, now: datetime, *, dismissed: bool) -> Alias:
    before = alias_row(alias)
    alias.dismissed_by, alias.dismissed_at = (by, now) if dismissed else (None, None)
    alias.made_by = alias.made_by if dismissed else by  # restored by a person, it is a person's decision
    alias.save(update_fields=["dismissed_by", "dismissed_at", "made_by"])
    _move(alias, alias.person if dismissed else None, None if dismissed else alias.person)
    people_changed(name=alias.text, now=now)
    log_edit(action, by=by, now=now, person=alias.person, before=[before], after=[alias_row(alias)])
    return alias


def _locked(alias_id: int) -> Alias:
    alias = Alias.objects.select_for_update(of=("self",)).select_related("person__merged_into").filter(pk=alias_id)
    found = alias.first()
    if found is None:
        raise NotPossibleNow("There is no such name.", status=404)
    lock_people(found.person_id)
    return found


def _has_more(person: Person, but: Alias) -> bool:
    family = Q(person=person.root) | Q(person__merged_into=person.root)
    return Alias.objects.filter(family, dismissed_at=None).exclude(pk=but.pk).exists()


def _move(alias: Alias, old: Person | None, new: Person | None) -> None:
    """What stands under the name, where the name has this meaning, from one person to another."""
    for model, field, story in _ROWS:
        rows = model._base_manager.filter(**{field: alias.text})
        if alias.story_id is not None:
            rows = rows.filter(**{story: alias.story_id})
        elif old is None:  # restored: stories in which the name means somebody of its own stay as they are
            own = Alias.objects.filter(text=alias.text, story__isnull=False).values("story")
            rows = rows.exclude(**{f"{story}__in": own})
        rows.filter(person=old).update(person=new)
