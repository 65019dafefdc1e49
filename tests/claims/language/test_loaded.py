"""Loaded words as the judge marks them. People and places are invented; the judgement is made by hand."""

import numpy as np
import pytest

from articles.segmentation import segment
from claims.language.encoder.judging import Judgement
from claims.language.encoder.pieces import Pieces
from claims.language.judgement import judgement_of
from claims.language.loaded import loaded_words
from claims.language.marks import pair
from claims.language.pipeline import run
from claims.language.spans import Wording


def judgement(text, doc, words, sentence=3.0):
    """A judge for whom `words` are loaded and every sentence weighs `sentence` (log odds); a piece a word."""
    spans = [(u.start, u.end) for u in doc._.units]
    items = [(x.start, x.end, n) for n, u in enumerate(doc._.units) for x in u.items]
    pieces = [
        (s + k, s + k + len(w), n) for s, e, n in items for k, w in ((text[s:e].find(w), w) for w in text[s:e].split())
    ]
    starts, ends, number = (np.asarray(column, np.int32) for column in zip(*pieces, strict=True))
    zero = np.zeros(len(pieces), np.int32)
    hit = np.asarray([0.9 if text[s:e].strip("“”.,") in words else 0.1 for s, e, _ in pieces], np.float32)
    vote = np.full((len(pieces), 3), sentence, np.float32)
    made = Pieces(zero, starts, ends, number, zero, zero)
    return Judgement(text, tuple(spans), made, vote * 0, vote, hit, np.zeros((len(pieces), 7), np.float32))


def found(text, words, known=(), sentence=3.0, folded=frozenset()):
    paragraphs = segment(text)
    marks = pair(text, [(p.start, p.end) for p in paragraphs])
    doc = run(text, paragraphs, marks)
    said = judgement(text, doc, words, sentence)
    return loaded_words(text, doc._.units, marks, doc._.quotes, list(known), said, folded)


TEXT = "The council pushed its hare-brained plan through on Monday. The mayor left early."


def test_a_word_that_the_judge_marks_is_shown_with_its_score_and_without_a_neutral_wording():
    (word,) = found(TEXT, {"hare-brained"})
    at = TEXT.index("hare-brained")
    assert word == Wording(at, at + 12, "hare-brained", "loaded", None, 0.9)


def test_neighbours_are_one_finding():
    assert [w.text for w in found(TEXT, {"hare-brained", "plan"})] == ["hare-brained plan"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The council pushed a hare-brained plan through,” Mayor Jane Vale said on Monday.", {"hare-brained"}),
        ("Mayor Jane Vale said that the council had pushed a hare-brained plan through.", {"hare-brained"}),
        ("The council met Jane Vale on Monday in the town hall.", {"Vale"}),
        ("The council closed the harbour on Monday without a word.", {"council", "closed", "the", "harbour"}),
    ],
    ids=["in marks", "in a report", "a name", "a stretch of text"],
)
def test_what_others_said_names_and_long_runs_are_left_alone(text, words):
    assert found(text, words) == []


def test_what_a_list_found_is_not_shown_twice():
    at = TEXT.index("hare-brained")
    known = Wording(at, at + 12, "hare-brained", "epithet", None, 0.8)
    assert found(TEXT, {"hare-brained"}, [known]) == []
    assert [w.text for w in found(TEXT, {"hare-brained", "early"}, [known])] == ["early"]


def test_a_word_in_a_sentence_that_is_not_loaded_is_left_alone():
    assert found(TEXT, {"hare-brained"}, sentence=-1.0) == []


def test_repeats_carry_nothing():
    assert found(TEXT, {"hare-brained"}, folded=frozenset({0})) == []


def test_without_weights_there_is_no_judgement_and_no_finding(tmp_path, monkeypatch):
    from claims.language.encoder import weights

    monkeypatch.setenv("NEWSDESK_WEIGHTS", str(tmp_path))
    weights.forget()
    paragraphs = segment(TEXT)
    doc = run(TEXT, paragraphs, [])
    said = judgement_of(TEXT, doc._.units, [])
    weights.forget()
    assert said is None
    assert loaded_words(TEXT, doc._.units, [], [], [], said) == []
