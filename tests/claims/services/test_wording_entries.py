"""The desk's changes to the wording lists: what holds, what is refused, what is logged."""

import pytest
from django.db import DatabaseError, transaction

from claims.language.lexicon import WordingReason, default
from claims.models import WordingChange, WordingEntry
from claims.services.desk_lexicon import desk_lexicon
from claims.services.wording_entries import add_entry, change_entry, restore_entry, switch_entry
from newsdesk.errors import BadInput, NotPossibleNow
from newsdesk.models import User

pytestmark = pytest.mark.django_db
EPITHET, VERB = WordingReason.EPITHET, WordingReason.REPORTING_VERB


def neutral_of(words: str, reason: WordingReason) -> str | None:
    """As the engine would be given it now; None where it does not look for it."""
    found = [entry.neutral for entry in desk_lexicon().entries if entry.key == (words, reason.value)]
    return found[0] if found else None


def log() -> list[tuple[str, str]]:
    return list(WordingChange.objects.values_list("words", "action"))


def test_without_changes_the_built_in_lists_hold() -> None:
    assert desk_lexicon() is default()


def test_an_added_entry_is_looked_for_as_the_lists_spell_it(standards_editor: User) -> None:
    before = desk_lexicon().version
    row = add_entry(words=" Harbour  Baron ", reason=EPITHET, neutral="owner", by=standards_editor)
    assert (row.words, row.made_by) == ("harbour baron", standards_editor)
    assert neutral_of("harbour baron", EPITHET) == "owner"
    assert desk_lexicon().version != before
    assert log() == [("harbour baron", "added")]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Write the words first."),
        ("x" * 101, "at most"),
        ("a " * 13, "at most"),
        ("<script>", "begins with a letter"),
        ("and/or", "begins with a letter"),
        ("regime", "stands on the list already"),
        ("Regime", "stands on the list already"),
    ],
)
def test_words_that_cannot_be_an_entry_are_refused_with_a_sentence(
    standards_editor: User, words: str, sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence):
        add_entry(words=words, reason=EPITHET, by=standards_editor)
    assert not WordingEntry.objects.exists()
    assert log() == []


def test_the_same_words_are_added_once_a_reason(standards_editor: User) -> None:
    add_entry(words="baron", reason=EPITHET, by=standards_editor)
    with pytest.raises(BadInput, match="stands on the list already"):
        add_entry(words="baron", reason=EPITHET, by=standards_editor)
    add_entry(words="baron", reason=WordingReason.LOADED, by=standards_editor)
    assert WordingEntry.objects.count() == 2


def test_a_changed_neutral_wording_stands_in_place_of_the_built_in_one(standards_editor: User) -> None:
    change_entry(words="regime", reason=EPITHET, neutral=" the  ministry ", by=standards_editor)
    assert neutral_of("regime", EPITHET) == "the ministry"
    change = WordingChange.objects.get()
    assert (change.before["neutral"], change.after["neutral"]) == ("government", "the ministry")


def test_nothing_changed_is_nothing_logged_and_no_row_of_the_desk(standards_editor: User) -> None:
    change_entry(words="regime", reason=EPITHET, neutral="government", by=standards_editor)
    assert log() == []
    assert not WordingEntry.objects.exists()


def test_switched_off_it_is_not_looked_for_and_switched_on_it_is_again(standards_editor: User) -> None:
    switch_entry(words="claim", reason=VERB, active=False, by=standards_editor)
    switch_entry(words="claim", reason=VERB, active=False, by=standards_editor)
    assert neutral_of("claim", VERB) is None
    switch_entry(words="claim", reason=VERB, active=True, by=standards_editor)
    assert neutral_of("claim", VERB) == "say"
    assert log() == [("claim", "switched off"), ("claim", "switched on")]


def test_a_built_in_entry_keeps_what_the_desk_does_not_change(standards_editor: User) -> None:
    change_entry(words="claim", reason=VERB, neutral="tell", by=standards_editor)
    found = next(entry for entry in desk_lexicon().entries if entry.key == ("claim", "reporting verb"))
    assert found.reporting_only
    assert found.note


def test_restoring_brings_the_default_back_and_stays_on_record(standards_editor: User) -> None:
    change_entry(words="regime", reason=EPITHET, neutral="ministry", by=standards_editor)
    switch_entry(words="regime", reason=EPITHET, active=False, by=standards_editor)
    restore_entry(words="regime", reason=EPITHET, by=standards_editor)
    restore_entry(words="regime", reason=EPITHET, by=standards_editor)
    assert neutral_of("regime", EPITHET) == "government"
    assert [action for _, action in log()] == ["changed", "switched off", "restored"]


def test_what_the_desk_added_has_no_default(standards_editor: User) -> None:
    add_entry(words="baron", reason=EPITHET, by=standards_editor)
    with pytest.raises(NotPossibleNow, match="switch it off"):
        restore_entry(words="baron", reason=EPITHET, by=standards_editor)


def test_an_entry_that_no_list_has_cannot_be_changed(standards_editor: User) -> None:
    with pytest.raises(NotPossibleNow, match="no such entry"):
        change_entry(words="zebra", reason=EPITHET, neutral="horse", by=standards_editor)


def test_the_log_never_changes(standards_editor: User) -> None:
    add_entry(words="baron", reason=EPITHET, by=standards_editor)
    with pytest.raises(DatabaseError), transaction.atomic():
        WordingChange.objects.update(action="nothing")
    with pytest.raises(DatabaseError), transaction.atomic():
        WordingChange.objects.all().delete()
