"""How the judge reads sentences, with a graph that stands for the trained one. The sentences are invented."""

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import BertPreTokenizer

from claims.language.encoder import judging
from claims.language.encoder.judging import CHECK, LOADED, LONGEST, ROOM, cut, joined, judged, pieces_of
from claims.language.encoder.weights import WeightsError

KNOWN = [
    "[UNK]", ".", ",", "“", "”", "the", "mayor", "port", "storm", "un", "##fair",
    "##ly", "sank", "boats", "jane", "vale", "and", "-", "hard", "line", "harbour", "board",
]  # fmt: skip


@pytest.fixture(scope="module")
def tokenizer():
    made = Tokenizer(WordPiece({w: i for i, w in enumerate(KNOWN)}, unk_token="[UNK]"))
    made.normalizer = Lowercase()
    made.pre_tokenizer = BertPreTokenizer()
    return made


class Graph:
    """Votes with the piece's number; finds "unfairly", "hard" and "line" loaded, Jane Vale a person, the mayor a role, board an organisation."""

    def __init__(self):
        self.shapes = []

    def __call__(self, ids, case, place, mask):
        assert ids.shape == case.shape == place.shape == mask.shape
        self.shapes.append(ids.shape)
        vote = np.repeat(ids[..., None].astype(np.float32), 3, -1)
        loaded = np.isin(ids, [KNOWN.index(w) for w in ("un", "##ly", "hard", "line")])
        tags = np.zeros((*ids.shape, 7), np.float32)
        for word, tag in (("jane", 1), ("vale", 2), ("the", 5), ("mayor", 6), ("board", 3)):
            tags[ids == KNOWN.index(word), tag] = 9.0
        return np.zeros_like(vote), vote, np.where(loaded, 2.0, -4.0).astype(np.float32), tags


def read(tokenizer, sentences, graph=None):
    text, spans = joined(sentences)
    return judged(text, spans, cut(tokenizer, text, spans), graph or Graph())


def test_every_piece_gets_what_the_graph_says_of_it_whatever_the_batches(tokenizer):
    sentences = ["the port", "the storm sank the boats, and the port.", "storm", "the mayor"] * 60
    found = read(tokenizer, sentences)
    assert found.vote[:, CHECK].tolist() == found.pieces.ids.tolist()


def test_rows_of_a_batch_are_alike_in_length_and_fit_the_room(tokenizer):
    graph = Graph()
    read(tokenizer, ["the " * n for n in (1, 2, 150, 151, 3)] * 20, graph)
    assert all(rows * size <= ROOM or rows == 1 for rows, size in graph.shapes)
    assert sum(rows * size for rows, size in graph.shapes) < 1.2 * 20 * (1 + 2 + 150 + 151 + 3 + 10)


def test_a_sentence_too_long_for_one_row_is_read_in_rows(tokenizer):
    graph = Graph()
    found = read(tokenizer, ["the " * (2 * LONGEST + 5)], graph)
    assert max(size for _, size in graph.shapes) == LONGEST + 2
    assert (found.vote[:, 0] == KNOWN.index("the")).all()


def test_a_stretch_is_judged_by_its_own_pieces(tokenizer):
    text = "the storm sank the boats"
    found = read(tokenizer, [text])
    storm = found.score(CHECK, 4, 9)
    assert storm == pytest.approx(1 / (1 + np.exp(-KNOWN.index("storm"))))
    assert found.score(LOADED, 0, len(text)) != storm
    assert found.score(CHECK, 3, 4) is None


def test_the_stronger_pull_wins_the_vote(tokenizer):
    def graph(ids, case, place, mask):
        pull, _, words, tags = Graph()(ids, case, place, mask)
        pull[ids == KNOWN.index("storm")] = 30.0
        return pull, np.where(ids == KNOWN.index("storm"), 1.0, -5.0)[..., None] + pull * 0, words, tags

    assert read(tokenizer, ["the storm sank the boats"], graph).score(CHECK, 0, 24) == pytest.approx(
        1 / (1 + np.exp(-1))
    )


def test_a_loaded_word_is_whole_and_neighbours_are_one(tokenizer):
    sentence = "Unfairly the hard-line mayor sank, hard line, boats."
    found = read(tokenizer, ["the port.", sentence])
    start = len("the port.\n")
    words = found.loaded_words(start, start + len(sentence))
    assert [sentence[a - start : b - start] for a, b, _ in words] == ["Unfairly", "hard-line", "hard line"]
    assert all(score == pytest.approx(1 / (1 + np.exp(-2.0))) for *_, score in words)
    assert found.loaded_words(start, start + len(sentence), least=0.95) == []
    assert found.loaded_words(0, 9) == []


def test_mentions_have_a_kind_and_whole_words(tokenizer):
    sentence = "Jane Vale and the mayor sank the harbour board."
    found = read(tokenizer, [sentence]).mentioned(0, len(sentence))
    assert [(sentence[a:b], kind) for a, b, kind, _ in found] == [
        ("Jane Vale", "person"),
        ("the mayor", "role"),
        ("the", "role"),
        ("board", "organisation"),
    ]
    assert all(score > 0.9 for *_, score in found)


def test_pieces_by_themselves_are_those_of_the_whole(tokenizer):
    sentences = ["The mayor said “the storm sank boats”.", "", "Unfairly."]
    text, spans = joined(sentences)
    whole = cut(tokenizer, text, spans)
    alone = pieces_of(tokenizer, sentences)
    assert [len(p) for p in alone] == [10, 0, 4]
    for name in ("ids", "case", "place"):
        assert np.concatenate([getattr(p, name) for p in alone]).tolist() == getattr(whole, name).tolist()
    assert sentences[2][alone[2].starts[0] : alone[2].ends[2]] == "Unfairly"


def test_a_sentence_without_a_stop_ends_where_its_words_end(tokenizer):
    sentence = "the mayor sank the hard line"
    found = read(tokenizer, [sentence])
    assert [sentence[a:b] for a, b, _ in found.loaded_words(0, len(sentence) + 5)] == ["hard line"]
    assert [sentence[a:b] for a, b, *_ in found.mentioned(0, len(sentence) + 5)] == ["the mayor", "the"]


@pytest.mark.parametrize("sentences", [[], [""], ["", " "]])
def test_nothing_to_read_is_no_error(tokenizer, sentences):
    found = read(tokenizer, sentences)
    assert len(found.vote) == 0
    assert all(found.score(CHECK, *span) is None for span in found.spans)


def test_without_the_weights_each_question_says_so(tmp_path, monkeypatch):
    from claims.language.encoder import weights

    monkeypatch.setenv("NEWSDESK_WEIGHTS", str(tmp_path))
    weights.forget()
    for ask in (judging.check_worthiness, judging.subjectivity, judging.loaded, judging.mentions):
        with pytest.raises(WeightsError):
            ask(["the storm sank boats"])
    weights.forget()
