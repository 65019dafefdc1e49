"""The five seed articles, read like an editor: every stretch in marks outside headlines, captions and repeats, with its speaker."""

from functools import cache
from pathlib import Path

import pytest

from articles.segmentation import segment
from claims.language import extract

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
FILES = sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else []
pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(len(FILES) != 5, reason="the seed articles are not beside the checkout"),
]

TRUMP, PUTIN, PESKOV = "Donald Trump", "Vladimir Putin", "Dmitry Peskov"
# (file, paragraph, first words of the stretch, speaker or None)
GOLD = [
    (0, 1, "very good chance", TRUMP),
    (0, 1, "productive discussions", TRUMP),
    (0, 2, "completely surrounded", TRUMP),
    (0, 3, "We had very", TRUMP),
    (0, 13, "original causes", PUTIN),
    (0, 14, "doing everything possible", "Volodymyr Zelenskyy"),
    (0, 15, "Putin will try", "Volodymyr Zelenskyy"),
    (1, 1, "good and productive", TRUMP),
    (1, 2, "had very good", TRUMP),
    (1, 3, "IN A VERY", TRUMP),
    (1, 3, "strongly requested to", TRUMP),
    (1, 7, "expressed solidarity with", PESKOV),
    (1, 10, "Ukraine expressed readiness", "the U.S. and Ukraine"),
    (1, 10, "The United States", "the U.S. and Ukraine"),
    (1, 11, "breather", "Yuri Ushakov"),
    (1, 14, "yes, but", None),
    (1, 15, "We agree with", PUTIN),
    (1, 15, "to long-term peace", PUTIN),
    (1, 16, "root causes", None),
    (1, 17, "hopes [the United", "Yuri Ushakov"),
    (2, 2, "We had very", TRUMP),
    (2, 2, "I have strongly", TRUMP),
    (2, 8, "Putin cited a", "RT"),
    (2, 8, "He also noted", "RT"),
    (2, 10, "We now have", "Vladimir Zelensky"),
    (3, 6, "cautiously optimistic", "the Kremlin"),
    (3, 7, "We had very", TRUMP),
    (3, 11, "Through Witkoff, Putin", PESKOV),
    (3, 11, "Nevertheless, the president", PESKOV),
    (3, 15, "There is an", PESKOV),
    (3, 21, "highly predictable", "Volodymyr Zelensky"),
    (3, 21, "manipulative words", "Volodymyr Zelensky"),
    (3, 23, "AT THIS VERY", TRUMP),
    (3, 23, "I have strongly", TRUMP),
    (4, 1, "good and productive", TRUMP),
    (4, 2, "There is a", TRUMP),
    (4, 5, "completely surrounded", TRUMP),
    (4, 6, "false and fabricated", "Ukraine’s armed forces"),
    (4, 7, "cautious optimism", "the Kremlin"),
    (4, 7, "nuances", PUTIN),
    (4, 8, "manipulative", "Volodymyr Zelensky"),
    (4, 10, "play games", "Keir Starmer"),
    (4, 11, "productive", "Karoline Leavitt"),
    (4, 12, "the ball is", "Mélanie Joly"),
    (4, 13, "no conditions", "David Lammy"),
    (4, 15, "Putin is lying", "Volodymyr Zelensky"),
]
CLOSING = '”"'


@cache
def read(file):
    text = FILES[file].read_text(encoding="utf-8")
    paragraphs = segment(text)
    return text, paragraphs, extract(text, paragraphs)


def body_number(file, words):
    """The paragraphs that hold `words` behind an opening mark and are body copy, no repeats."""
    text, paragraphs, _ = read(file)
    return [
        p
        for p in paragraphs
        if p.kind == "body" and p.duplicate_of is None and any(m + words in text[p.start : p.end] for m in '“"')
    ]


def stretch(file, number, words):
    """The gold offsets: from the words to the next double closing mark, or to the paragraph's end."""
    text = read(file)[0]
    paragraph = next((p for p in body_number(file, words) if p.number == number), body_number(file, words)[0])
    start = next(at + 1 for m in '“"' if (at := text.find(m + words, paragraph.start, paragraph.end)) >= 0)
    ends = [at for c in CLOSING if (at := text.find(c, start, paragraph.end)) >= 0]
    return start, min(ends, default=paragraph.end)


def innermost(file, span):
    holding = [q for q in read(file)[2].quotes if any((s.start, s.end) == span for s in q.quoted)]
    return min(holding, key=lambda q: q.end - q.start, default=None)


def test_there_are_46_stretches_and_44_have_a_speaker():
    assert len(GOLD) == 46
    assert sum(speaker is not None for *_, speaker in GOLD) == 44


def test_every_stretch_in_marks_is_found_to_the_character():
    missing = [g for g in GOLD if innermost(g[0], stretch(*g[:3])) is None]
    assert not missing


def test_speakers_are_right_for_at_least_38_of_44():
    wrong = []
    for file, number, words, speaker in GOLD:
        quote = innermost(file, stretch(file, number, words))
        name = quote.speaker.name if quote and quote.speaker else None
        if name != speaker:
            wrong.append((file, number, words, speaker, name))
    print(f"{46 - len(wrong)} of 46 right; wrong: {wrong}")
    assert 44 - sum(w[3] is not None for w in wrong) >= 38


@pytest.mark.parametrize("file", range(5))
def test_no_boilerplate_or_credit_carries_a_quote_or_a_claim_and_a_repeat_no_quote(file):
    _, paragraphs, found = read(file)
    barred = [p for p in paragraphs if p.kind in ("boilerplate", "credit") or p.duplicate_of is not None]
    assert barred or file == 2  # the third article has none
    for quote in found.quotes:
        assert not any(p.start <= quote.start < p.end for p in barred), quote.text[:30]
    silent = [p for p in barred if p.kind in ("boilerplate", "credit")]
    for claim in found.claims:
        assert not any(p.start <= claim.start < p.end for p in silent), claim.text[:30]
    assert all(c.start >= p.end or c.end <= p.start for c in found.claims for p in paragraphs if p.kind == "caption")


def test_a_report_that_comes_through_a_paper_names_it_as_a_link():
    quote = innermost(2, stretch(2, 10, "We now have"))
    assert quote.via == ("The Moscow Times",)
