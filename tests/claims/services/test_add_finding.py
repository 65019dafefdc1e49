"""Bias findings, made by hand and taken out again."""

import pytest

from claims.rules.ratings import FindingReason
from claims.services.add_finding import add_finding
from claims.services.remove_finding import remove_finding
from newsdesk.errors import BadInput, NotPossibleNow

R = FindingReason


def test_an_appearance_is_a_finding_as_a_whole(claim, checker):
    appearance = claim.appearances.get()
    finding = add_finding(
        claim_id=claim.pk, reason=R.VOICE_LEAK, appearance_id=appearance.pk, neutral="it is said", by=checker
    )
    assert (finding.text, finding.appearance, finding.neutral) == (appearance.text, appearance, "it is said")
    assert finding.paragraph.article.body[finding.start : finding.end] == finding.text


def test_words_of_any_paragraph_of_the_story_are_a_finding(claim, bell_article, checker):
    paragraph = bell_article.paragraphs.get(number=1)
    finding = add_finding(
        claim_id=claim.pk, reason=R.LOADED_WORD, paragraph_id=paragraph.pk, words="shut its gates", by=checker
    )
    assert (finding.text, finding.appearance) == ("shut its gates", None)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"reason": R.OTHER, "words": "shut its gates"}, "says nothing alone"),
        ({"reason": R.CUT_QUOTE, "words": ""}, "Select or paste the words first"),
        ({"reason": R.CUT_QUOTE, "words": "gates shut"}, "not in paragraph 1"),
        ({"reason": R.CUT_QUOTE, "words": "shut", "neutral": "x" * 501}, "at most 500"),
    ],
)
def test_a_finding_without_words_or_reason_is_refused(claim, bell_article, checker, values, sentence):
    with pytest.raises(BadInput, match=sentence):
        add_finding(claim_id=claim.pk, paragraph_id=bell_article.paragraphs.get(number=1).pk, by=checker, **values)


def test_an_appearance_of_another_claim_is_refused(claim, post_article, checker):
    from tests.factories import make_claim

    other = make_claim(post_article, "forty cars an hour")
    with pytest.raises(BadInput, match="does not appear there"):
        add_finding(claim_id=claim.pk, reason=R.CUT_QUOTE, appearance_id=other.appearances.get().pk, by=checker)


def test_a_finding_is_removed_once(claim, checker):
    finding = add_finding(claim_id=claim.pk, reason=R.VOICE_LEAK, appearance_id=claim.appearances.get().pk, by=checker)
    remove_finding(claim_id=claim.pk, finding_id=finding.pk, by=checker)
    with pytest.raises(NotPossibleNow, match="not in the draft any more"):
        remove_finding(claim_id=claim.pk, finding_id=finding.pk, by=checker)
