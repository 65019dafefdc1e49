"""The words for ratings, stances, evidence and findings are those of docs/design.md."""

from claims.rules.ratings import CitationStance, EvidenceKind, FindingReason, Rating


def test_the_ratings_have_the_keys_one_to_four_in_the_order_of_the_buttons():
    assert [(r.value, r.key) for r in Rating] == [
        ("corroborated", "1"),
        ("disputed", "2"),
        ("source-biased", "3"),
        ("unsettled", "4"),
    ]


def test_corroborated_does_not_say_true():
    assert "it does not say “true”" in Rating.CORROBORATED.meaning


def test_every_word_has_a_label_and_every_rating_a_meaning_of_one_sentence():
    for words in (Rating, CitationStance, EvidenceKind, FindingReason):
        assert all(word.label[0].isupper() and word.label.lower() == word.value for word in words)
    assert all(r.meaning.endswith(".") and r.alternate_name == r.label for r in Rating)


def test_the_nine_reasons_of_a_finding_are_those_of_the_design():
    assert [reason.value for reason in FindingReason] == [
        "loaded word",
        "cut quote",
        "altered quote",
        "another mouth",
        "voice leak",
        "missing counter-claim",
        "undisclosed chain",
        "misleading headline",
        "other",
    ]
    assert all(reason.explanation.endswith(".") for reason in FindingReason)
    assert [reason for reason in FindingReason if reason.needs_note] == [FindingReason.OTHER]


def test_only_a_paragraph_is_not_outside_evidence():
    assert [kind for kind in EvidenceKind if not kind.is_outside] == [EvidenceKind.PARAGRAPH]
