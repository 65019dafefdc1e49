"""The ten sample articles, read like a sub-editor: every quotation with its speaker, and claims that can be printed."""

import re
from functools import cache
from pathlib import Path

import pytest

from articles.reading import read_file
from articles.segmentation import segment
from claims.language import extract

SAMPLES = Path(__file__).resolve().parents[3] / "newsdesk" / "samples"
FILES = sorted(p for p in SAMPLES.glob("*/*") if p.is_file())
VASK, MARROWBY, HARROW, TOLLIVER = "Teodor Vask", "Ilse Marrowby", "Odile Harrow", "Bram Tolliver"
ORLO, STELL, DASK, WREN, TOLLANDER = "Hanna Orlo", "Viktor Stell", "Imre Dask", "Asta Wren", "Rafe Tollander"
OAKHANGER, FISK, CLEARMERE = "Nerys Oakhanger", "Auberon Fisk", "Clearmere Water"
INSTITUTE = "the Orsin Basin Institute"
# (file, words inside the quote, name of the speaker or None where nobody is named)
SPEAKERS = [
    ("harbour-post.txt", "The longest of the cracks measures", MARROWBY),
    ("harbour-post.txt", "We told the council in writing", MARROWBY),
    ("harbour-post.txt", "I would rather have been wrong", MARROWBY),
    ("harbour-post.txt", "the closure was a precaution", VASK),
    ("harbour-post.txt", "The bridge is safe to walk on", VASK),
    ("harbour-post.txt", "People can be angry", VASK),
    ("harbour-post.txt", "No such letter reached", HARROW),
    ("harbour-post.txt", "false and invented", HARROW),
    ("harbour-post.txt", "drivers had taken cement lorries", TOLLIVER),
    ("harbour-post.txt", "Somebody opened that letter", TOLLIVER),
    ("harbour-post.txt", "Our members drove", TOLLIVER),
    ("harbour-post.txt", "If the answer is that nobody", TOLLIVER),
    ("harbour-post.txt", "only this morning", OAKHANGER),
    ("harbour-post.txt", "Inspectors had been due", MARROWBY),
    ("harbour-post.txt", "Repairs will take between", MARROWBY),
    ("harbour-post.txt", "nothing of that size", "Quillon Marine Works"),
    ("county-standard.txt", "had perhaps two winters", MARROWBY),
    ("county-standard.txt", "the letter had arrived", HARROW),
    ("county-standard.txt", "No such letter reached", HARROW),
    ("county-standard.txt", "people could walk across", VASK),
    ("county-standard.txt", "I will not have them angry", VASK),
    ("county-standard.txt", "You cannot read", VASK),
    ("county-standard.txt", "its drivers had carried", "the Harbour and Quay Workers' Union"),
    ("county-standard.txt", "deserve to know who", TOLLIVER),
    ("county-standard.txt", "can crack slowly for years", FISK),
    ("county-standard.txt", "Eleven centimetres", FISK),
    ("county-standard.txt", "the letter put the cost", "the Harbour Post"),
    ("county-standard.txt", "it had no record of a reply", "the county"),
    ("county-standard.txt", "half a sentence", OAKHANGER),
    ("county-standard.txt", "no objection whatever", VASK),
    ("coastline-today.html", "We told the council", MARROWBY),
    ("coastline-today.html", "the bridge was safe on foot", VASK),
    ("coastline-today.html", "Our members drove", TOLLIVER),
    ("coastline-today.html", "half a sentence", OAKHANGER),
    ("coastline-today.html", "only this morning", OAKHANGER),
    ("coastline-today.html", "Eleven centimetres", FISK),
    ("coastline-today.html", "mislaid in the move", VASK),
    ("tollmouth-mail.txt", "Bridge ‘safe to walk on", VASK),
    ("tollmouth-mail.txt", "The bridge is safe to walk on today.", VASK),
    ("tollmouth-mail.txt", "No such letter reached", HARROW),
    ("tollmouth-mail.txt", "We asked the county", HARROW),
    ("tollmouth-mail.txt", "false and invented", HARROW),
    ("tollmouth-mail.txt", "used as test weights", TOLLIVER),
    ("tollmouth-mail.txt", "her office had twice", MARROWBY),
    ("tollmouth-mail.txt", "the council had been told", MARROWBY),
    ("tollmouth-mail.txt", "ambulances will be stationed", None),
    ("tollmouth-mail.txt", "He came in, he bought", "Wilmot Dray"),
    ("tollmouth-mail.txt", "You don't get that from the county,", "Pella"),
    ("quayside-news.docx", "We told the council", TOLLIVER),
    ("quayside-news.docx", "No such letter", HARROW),
    ("quayside-news.docx", "put a single bus", VASK),
    ("quayside-news.docx", "[The bridge] is safe", VASK),
    ("quayside-news.docx", "he had not read the letter", VASK),
    ("quayside-news.docx", "You can’t read", VASK),
    ("quayside-news.docx", "It was signed for", None),
    ("quayside-news.docx", "because somebody at the town hall", None),
    ("quayside-news.docx", "she knew of no such request", HARROW),
    ("quayside-news.docx", "I left at six", "Hob Tansley"),
    ("lakeside-courier.txt", "Lead found in tap water", INSTITUTE),
    ("lakeside-courier.txt", "Nobody should panic", ORLO),
    ("lakeside-courier.txt", "Our own tests in September", STELL),
    ("lakeside-courier.txt", "the company had sat on", STELL),
    ("lakeside-courier.txt", "Anyone who says otherwise", STELL),
    ("lakeside-courier.txt", "it sent its first 40 results", INSTITUTE),
    ("lakeside-courier.txt", "caught by a filter", CLEARMERE),
    ("lakeside-courier.txt", "We have been drinking", DASK),
    ("lakeside-courier.txt", "Give me a number", TOLLANDER),
    ("lakeside-courier.txt", "and I will sign", TOLLANDER),
    ("lakeside-courier.txt", "one of two that the law", WREN),
    ("merrow-gazette.html", "31 of the 120 homes it tested", INSTITUTE),
    ("merrow-gazette.html", "none of its 48 samples", CLEARMERE),
    ("merrow-gazette.html", "Nobody should panic", ORLO),
    ("merrow-gazette.html", "were clean, but they", STELL),
    ("merrow-gazette.html", "I pressed ‘send’", ORLO),
    ("merrow-gazette.html", "The page has forty rows.", ORLO),
    ("merrow-gazette.html", "a fine chemist in a hurry", STELL),
    ("merrow-gazette.html", "I would like to try water.", DASK),
    ("merrow-gazette.html", "a number that both sides", TOLLANDER),
    ("merrow-gazette.html", "If you look for lead", STELL),
    ("daily-lantern.txt", "No child should drink", ORLO),
    ("daily-lantern.txt", "No child in the Old Quarter", ORLO),
    ("daily-lantern.txt", "We have been drinking", ORLO),
    ("daily-lantern.txt", "in private yards", STELL),
    ("daily-lantern.txt", "Clearmere Water was sent 40", "the Lakeside Courier"),
    ("daily-lantern.txt", "I'm sick to my stomach", "Jolanta Reef"),
    ("daily-lantern.txt", "They knocked in October", "Jolanta Reef"),
    ("daily-lantern.txt", "shown the door", DASK),
    ("daily-lantern.txt", "a number that both sides", TOLLANDER),
    ("daily-lantern.txt", "We shall publish every", WREN),
    ("radio-orsin.txt", "Nobody should panic", ORLO),
    ("radio-orsin.txt", "its own tests, on 48", CLEARMERE),
    ("radio-orsin.txt", "the company would test and pay", STELL),
    ("radio-orsin.txt", "they were sent on 19 October", INSTITUTE),
    ("radio-orsin.txt", "the e-mail was stopped", CLEARMERE),
    ("radio-orsin.txt", "They answer different", WREN),
    ("radio-orsin.txt", "a number that both sides", TOLLANDER),
    ("radio-orsin.txt", "He has had the map", DASK),
    ("radio-orsin.txt", "the map shows drains", None),
    ("radio-orsin.txt", "lead poisoning", None),
    ("uplands-tribune.pdf", "Our own tests in September", STELL),
    ("uplands-tribune.pdf", "most taps in the town", ORLO),
    ("uplands-tribune.pdf", "If you look for lead", STELL),
    ("uplands-tribune.pdf", "a chemist in a hurry", STELL),
    ("uplands-tribune.pdf", "about these figures", STELL),
    ("uplands-tribune.pdf", "The pipes belong", "Leontes Brack"),
    ("uplands-tribune.pdf", "drinking promises", DASK),
    ("uplands-tribune.pdf", "Give me a number that both", TOLLANDER),
    ("uplands-tribune.pdf", "does not recognise", None),
]
PRONOUNS = {"he", "she", "it", "they", "we", "i", "you", "who", "him", "her", "them", "that", "this"}
PAIRS = re.compile(r"“([^“”]+)”|\"([^\"“”]+)\"|''([^']+)''")


@cache
def read(path):
    text = read_file(path.read_bytes(), name=path.name).text
    paragraphs = segment(text)
    return text, paragraphs, extract(text, paragraphs)


def named(name):
    return next(p for p in FILES if p.name == name)


def copy(path):
    return [p for p in read(path)[1] if str(p.kind) == "body" and p.duplicate_of is None]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_pair_of_marks_in_the_copy_is_found_to_the_character(path):
    text, _, found = read(path)
    spans = {(s.start, s.end) for q in found.quotes for s in q.quoted}
    pairs = [m for p in copy(path) for m in PAIRS.finditer(text, p.start, p.end)]
    assert len(pairs) > 3
    assert [m.group() for m in pairs if m.span(m.lastindex) not in spans] == []


@pytest.mark.parametrize(("name", "words", "speaker"), SPEAKERS)
def test_the_speaker_is_the_one_that_a_reader_hears(name, words, speaker):
    _, paragraphs, found = read(named(name))
    folded = [p for p in paragraphs if p.duplicate_of is not None]
    holding = [q for q in found.quotes if words in q.text and not any(p.start <= q.start < p.end for p in folded)]
    assert holding, "no such quote"
    first = min(holding, key=lambda q: (q.start, q.end - q.start))
    assert (first.speaker.name if first.speaker else None) == speaker


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_no_claimant_is_a_pronoun_a_number_or_a_dateline(path):
    _, _, found = read(path)
    claimants = {c.claimant for c in found.claims if c.claimant}
    assert claimants
    for claimant in claimants:
        assert claimant.lower() not in PRONOUNS
        assert any(c.isalpha() for c in claimant)
        assert not claimant.isupper()
        assert len(claimant) > 2


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_claims_can_be_understood_by_themselves(path):
    _, _, found = read(path)
    opening = re.compile(r"(?:which|who|whose|whom|and|but|or|because|as|while|after|asked)\b")
    for claim in found.claims:
        assert not opening.match(claim.text) or (str(claim.voice) == "attributed" and claim.text.startswith("asked")), (
            claim
        )
        assert not re.match(r"[A-Z]{4,}[ ,(].*— ", claim.text[:60]), claim


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_what_is_no_copy_makes_no_claim(path):
    _, paragraphs, found = read(path)
    barred = [p for p in paragraphs if str(p.kind) not in ("body", "heading")]
    assert not [c.text for c in found.claims for p in barred if p.start <= c.start < p.end]


def test_a_chain_of_two_is_told_nearest_first():
    quote = next(q for q in read(named("radio-orsin.txt"))[2].quotes if "would test and pay" in q.text)
    assert quote.via == ("the Merrow Gazette", "the Lakeside Courier")


@pytest.mark.parametrize(
    ("name", "words", "claimant", "stance"),
    [
        ("harbour-post.txt", "it was warned", "the council", "denies"),
        ("county-standard.txt", "the letter had arrived", HARROW, "denies"),
        ("tollmouth-mail.txt", "it had been warned about the plates", "the mayor's office", "denies"),
        ("lakeside-courier.txt", "the company had sat on the results", STELL, "denies"),
        ("uplands-tribune.pdf", "the affair would cost", "analysts", "doubts"),
        ("harbour-post.txt", "the plates be replaced", "a copy of the letter", "asserts"),
        ("coastline-today.html", "asked for the plates to be replaced", "the letter", "asserts"),
    ],
)
def test_denials_doubts_and_documents_have_their_claimant(name, words, claimant, stance):
    claim = next(c for c in read(named(name))[2].claims if words in c.text)
    assert (claim.claimant, str(claim.stance)) == (claimant, stance)
