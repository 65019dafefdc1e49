"""Possible conflicts: questions with the outlets' answers, the equal ones together."""

import pytest

from claims.comparison.decisions import Place
from claims.comparison.found import Answer, Conflict, ConflictKind
from claims.views.story_conflicts import conflicts_shown, sentence_of
from claims.views.story_texts import ParagraphText, StoryTexts
from tests.claims.views.laid_out import columns, suggested

BODY = "The ferry is new. It carries 40 people at 6.30 a.m. from the pier. Nobody else has one."
TEXTS = StoryTexts([BODY] * 4, [[(1, 0, len(BODY))]] * 4)
FORTY = BODY.index("40 people")


def answer(article: int, value: str) -> Answer:
    return Answer(Place(article, FORTY, FORTY + 9), 1, value)


def conflict(*members: Answer) -> Conflict:
    return Conflict(ConflictKind.HOW_MANY, "How many people does it carry?", members, 0.9, "numbers differ")


def test_equal_answers_stand_together_the_one_of_the_most_outlets_first() -> None:
    found = conflict(answer(0, "60"), answer(2, "40 people"), answer(1, "40  People"))
    (shown,) = conflicts_shown([suggested(found)], columns(), TEXTS)
    assert [(group.value, group.outlets) for group in shown.answers] == [
        ("40  People", "Oxholm Courier and The Island Wire"),
        ("60", "The Harbour Post"),
    ]
    assert (shown.kind, shown.silent) == ("how many", "Quay Radio")


def test_an_answer_stands_in_its_sentence_with_the_words_marked() -> None:
    (shown,) = conflicts_shown([suggested(conflict(answer(0, "40"), answer(1, "60")))], columns(), TEXTS)
    pieces = shown.answers[0].told[0].pieces
    assert "".join(piece.text for piece in pieces) == "It carries 40 people at 6.30 a.m. from the pier."
    assert [piece.text for piece in pieces if piece.is_marked] == ["40 people"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("new", "The ferry is new."),
        ("Nobody else", "Nobody else has one."),
        ("new. It carries", "The ferry is new. It carries 40 people at 6.30 a.m. from the pier."),
    ],
)
def test_a_sentence_is_cut_out_around_the_words(words: str, sentence: str) -> None:
    start = BODY.index(words)
    pieces = sentence_of(ParagraphText(1, 0, BODY), Place(0, start, start + len(words)))
    assert "".join(piece.text for piece in pieces) == sentence


def test_of_a_very_long_sentence_a_stretch_around_the_answer_is_shown() -> None:
    text = f"The ferry {'and the ferry ' * 60}carries 40 people {'and the pier ' * 60}."
    start = text.index("40 people")
    pieces = sentence_of(ParagraphText(1, 100, text), Place(0, 100 + start, 100 + start + 9))
    assert [piece.text for piece in pieces if piece.is_marked] == ["40 people"]
    assert (pieces[0].text, pieces[-1].text) == ("… ", " …")
    assert sum(len(piece.text) for piece in pieces) < 500


def test_without_its_paragraph_an_answer_has_no_sentence() -> None:
    assert sentence_of(None, Place(0, 0, 3)) == ()
