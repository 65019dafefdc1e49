"""What standards editors do to the wording lists: add, change, switch off and on, restore the default."""

import re
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from claims.language.lexicon import MOST_ATOMS, Entry, WordingReason, atoms_of, folded
from claims.models import WordingChange, WordingEntry
from claims.services.desk_lexicon import built_in_entries
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User

_FIT = re.compile(r"[^\W_](?:[^\W_]|[ '&.-])*")
MOST_LETTERS, MOST_NEUTRAL = 100, 200


@transaction.atomic
def add_entry(
    *, words: str, reason: WordingReason, by: User, neutral: str = "", now: datetime | None = None
) -> WordingEntry:
    """Put words on a list. BadInput where they cannot be found in copy, or stand on that list already."""
    words, neutral = fit_words(words), fit_neutral(neutral)
    if (words, reason.value) in built_in_entries():
        raise _there_already(words, reason)
    try:
        with transaction.atomic():
            row = WordingEntry.objects.create(
                words=words, reason=reason.value, neutral=neutral, made_by=by, made_at=now or timezone.now()
            )
    except IntegrityError:
        raise _there_already(words, reason) from None
    _log(row, "added", {}, by, now)
    return row


@transaction.atomic
def change_entry(
    *, words: str, reason: WordingReason, neutral: str, by: User, now: datetime | None = None
) -> WordingEntry:
    """Give an entry another neutral wording, "" for none. Nothing changed is nothing logged."""
    row, before = _lock(words, reason, by, now)
    row.neutral = fit_neutral(neutral)
    return _save(row, "changed", before, by, now)


@transaction.atomic
def switch_entry(
    *, words: str, reason: WordingReason, active: bool, by: User, now: datetime | None = None
) -> WordingEntry:
    """Have the engine look for an entry, or not. Switched twice is switched once."""
    row, before = _lock(words, reason, by, now)
    row.active = active
    return _save(row, "switched on" if active else "switched off", before, by, now)


@transaction.atomic
def restore_entry(*, words: str, reason: WordingReason, by: User, now: datetime | None = None) -> None:
    """Give a built-in entry back as it came. NotPossibleNow for one that the desk added itself."""
    row = WordingEntry.objects.select_for_update().filter(words=words, reason=reason.value).first()
    if (words, reason.value) not in built_in_entries():
        raise NotPossibleNow("The desk added this entry itself: switch it off instead.")
    if row is None:
        return
    before = _as_it_is(row)
    entry = built_in_entries()[words, reason.value]
    row.neutral, row.active = entry.neutral, True
    _log(row, "restored", before, by, now)
    row.delete()


def fit_words(words: str) -> str:
    """The words as the lists keep them. BadInput with a sentence where they cannot be an entry."""
    words = folded(words)
    if not words:
        raise BadInput("Write the words first.")
    if len(words) > MOST_LETTERS or len(atoms_of(words)) > MOST_ATOMS:
        raise BadInput(f"An entry has at most {MOST_ATOMS} words and {MOST_LETTERS} letters.")
    if not _FIT.fullmatch(words):
        raise BadInput(
            "An entry begins with a letter or digit and has letters, digits, spaces, hyphens and apostrophes."
        )
    return words


def fit_neutral(neutral: str) -> str:
    neutral = " ".join(neutral.split())
    if len(neutral) > MOST_NEUTRAL:
        raise BadInput(f"A neutral wording has at most {MOST_NEUTRAL} letters.")
    return neutral


def _there_already(words: str, reason: WordingReason) -> BadInput:
    return BadInput(f"“{words}” stands on the list already ({reason}): change it there, or switch it on.")


def _lock(words: str, reason: WordingReason, by: User, now: datetime | None) -> tuple[WordingEntry, dict[str, Any]]:
    """The desk's row of an entry, locked and made where there is none yet, and what it says."""
    entry: Entry | None = built_in_entries().get((words, reason.value))
    if entry is not None:
        WordingEntry.objects.get_or_create(
            words=words,
            reason=reason.value,
            defaults={"neutral": entry.neutral, "made_by": by, "made_at": now or timezone.now()},
        )
    row = WordingEntry.objects.select_for_update().filter(words=words, reason=reason.value).first()
    if row is None:
        raise NotPossibleNow("There is no such entry.", status=404)
    return row, _as_it_is(row)


def _as_it_is(row: WordingEntry) -> dict[str, Any]:
    return {"neutral": row.neutral, "active": row.active}


def _save(row: WordingEntry, action: str, before: dict[str, Any], by: User, now: datetime | None) -> WordingEntry:
    if _as_it_is(row) != before:
        row.save(update_fields=["neutral", "active"])
        _log(row, action, before, by, now)
    entry = built_in_entries().get((row.words, row.reason))
    if entry is not None and row.active and row.neutral == entry.neutral:
        row.delete()  # as it came: no row of the desk's own
    return row


def _log(row: WordingEntry, action: str, before: dict[str, Any], by: User, now: datetime | None) -> None:
    WordingChange.objects.create(
        words=row.words,
        reason=row.reason,
        action=action,
        before=before,
        after=_as_it_is(row),
        by=by,
        at=now or timezone.now(),
    )
