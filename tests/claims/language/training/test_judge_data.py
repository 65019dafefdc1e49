"""What the judge's training reads from its corpora. The sentences are invented, in the corpora's own forms."""

import io
import json
import random
import tarfile

import pytest

from claims.language.training.judge_data import (
    TOPICS,
    UNKNOWN,
    Example,
    held_out,
    read_checkworthy,
    read_loaded,
    read_mentions,
    read_subjectivity,
    without_stops,
)

TREE = """# sent_id = 1
# text = Mayor Jane Vale's aide, who didn't stay, met the Harbour Board.
1	Mayor	Mayor	PROPN	NNP	_	0	_	_	Entity=(2-person-new-nnnnn-cf2-6-sgl(1-person-new-nnnnn-cf1-2,3-sgl-Jane_Vale
2	Jane	Jane	PROPN	NNP	_	0	_	_	_
3-4	Vale's	_	_	_	_	_	_	_	_
3	Vale	Vale	PROPN	NNP	_	0	_	_	_
4	's	's	PART	POS	_	0	_	_	Entity=1)
5	aide	aide	NOUN	NN	_	0	_	_	SpaceAfter=No
6	,	,	PUNCT	,	_	0	_	_	_
7	who	who	PRON	WP	_	0	_	_	Entity=(2-person-giv:act-nnnnn-cf2-1-ana)
8-9	didn't	_	_	_	_	_	_	_	_
8	did	do	AUX	VBD	_	0	_	_	_
9	n't	not	PART	RB	_	0	_	_	_
10	stay	stay	VERB	VB	_	0	_	_	Entity=2)|SpaceAfter=No
11	,	,	PUNCT	,	_	0	_	_	_
12	met	meet	VERB	VBD	_	0	_	_	_
13	the	the	DET	DT	_	0	_	_	Entity=(3-organization-new-nnnnn-cf3-2,3-sgl
14	Harbour	Harbour	PROPN	NNP	_	0	_	_	_
15	Board	Board	PROPN	NNP	_	0	_	_	Entity=3)|SpaceAfter=No
16	.	.	PUNCT	.	_	0	_	_	_

1	The	the	DET	DT	_	0	_	_	Entity=(4-person-new-nnnnn-cf1-2-sgl
2	adviser	adviser	NOUN	NN	_	0	_	_	_
3	from	from	ADP	IN	_	0	_	_	_
4	Oldport	Oldport	PROPN	NNP	_	0	_	_	Entity=(5-place-new-nnnnn-cf2-1-sgl)4)
5	left	leave	VERB	VBD	_	0	_	_	SpaceAfter=No
6	.	.	PUNCT	.	_	0	_	_	_

"""


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "gum.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        for name in ("GUM_news_port.conllu", "GUM_fiction_port.conllu", "GENTLE_news_port.conllu"):
            data = TREE.encode()
            member = tarfile.TarInfo(f"dep/{name}")
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return path


def named(row):
    return [(row.text[a:b], kind) for a, b, kind in row.mentions]


def test_only_documents_that_allow_commercial_use_are_read(archive):
    assert list(read_mentions(archive)) == ["GUM_news_port"]


def test_mentions_are_the_name_or_the_role_without_what_hangs_on_it(archive):
    first, second = read_mentions(archive)["GUM_news_port"]
    assert first.text == "Mayor Jane Vale's aide, who didn't stay, met the Harbour Board."
    assert named(first)[-1] == ("Harbour Board", 1)
    assert named(second) == [("The adviser", 2)]


def test_the_words_that_experts_named_are_found_and_unknown_where_they_named_none(tmp_path):
    rows = [
        {"text": "The brazen mayor sank the brazenly old port.", "topic": "taxes", "biased": True, "words": ["Brazen"]},
        {"text": "The mayor is a disgrace.", "topic": "taxes", "biased": True, "words": []},
        {"text": "The mayor left.", "topic": "taxes", "biased": False, "words": []},
        {"text": "The mayor left.", "topic": "taxes", "biased": False, "words": []},
    ]
    path = tmp_path / "babe.jsonl"
    path.write_text("\n".join(json.dumps({**r, "outlet": "Courier"}) for r in rows), encoding="utf8")
    found = read_loaded(path)
    assert [(r.loaded, r.words) for r in found] == [(1, ((4, 10),)), (1, None), (0, ())]


def test_each_row_is_held_out_once():
    rows = [Example(topic, loaded=1, topic=topic) for group in TOPICS for topic in group]
    outs = [held_out(rows, fold) for fold in range(len(TOPICS))]
    assert sorted(r.text for _, inside in outs for r in inside) == sorted(r.text for r in rows)
    assert all(not {r.topic for r in kept} & {r.topic for r in inside} for kept, inside in outs)


def test_what_a_corpus_does_not_say_is_unknown(tmp_path):
    path = tmp_path / "check.jsonl"
    path.write_text('{"text": "We sank 40 boats.", "check_worthy": true}\n{"text": "#NAME?", "check_worthy": false}\n')
    (row,) = read_checkworthy(path)
    assert (row.check, row.loaded, row.subjective, row.words, row.mentions) == (1, UNKNOWN, UNKNOWN, None, None)
    table = tmp_path / "subjective.csv"
    table.write_text('Sentence,Label,Solved conflict\n"A disgrace,\nhe said.\n",SUBJ,False\nBoats sank.,OBJ,True\n')
    assert [r.subjective for r in read_subjectivity(table)] == [1, 0]


def test_some_sentences_lose_their_stop_and_nothing_else():
    rows = [Example(f"We sank {n} boats in the old harbour.", check=1) for n in range(100)]
    cut = without_stops(rows, random.Random(1))
    assert {r.text.endswith(".") for r in cut} == {True, False}
    assert [r.text.rstrip(".") for r in cut] == [r.text.rstrip(".") for r in rows]
