"""The encoder's reports and the rules' quotes put together. The reports are made by hand: no weights here."""

import re

import pytest

from claims.language import components, extract
from claims.language.encoder.decoding import Report
from claims.language.hearing import Heard
from claims.language.spans import QuoteKind
from tests.claims.language.conftest import spans


@pytest.fixture
def merged(monkeypatch):
    """`merged(text, (words, source, cue, sure, sure_who), …, likely=0.1)` → quotes; words are told by themselves or a match."""

    def run(text, *reports, likely=0.1):
        def place(words):
            if words is None:
                return None
            found = re.search(words, text)
            return found.span(found.lastindex or 0)

        heard = [
            Report(*place(words), place(source), place(cue), *(rest or (0.9, 0.95)))
            for words, source, cue, *rest in reports
        ]
        monkeypatch.setattr(components, "hear", lambda *_: Heard(heard, lambda start, end: likely))
        return extract(text, spans(text)).quotes

    return run


def test_an_indirect_report_without_a_known_verb_becomes_a_quote(merged):
    text = "Residents of the northern quarter harbour the suspicion that the gauge was moved."
    (quote,) = merged(text, ("the gauge was moved", "Residents of the northern quarter", "harbour the suspicion"))
    assert quote.kind is QuoteKind.INDIRECT
    assert quote.text == "the gauge was moved"
    assert quote.speaker.text == "Residents of the northern quarter"
    assert quote.cue.text == "harbour the suspicion"


def test_an_end_inside_marks_is_moved_to_the_mark(merged):
    text = "“The lock held all night. Nobody was hurt,” Ann Pike said."
    (quote,) = merged(text, ("The lock held all", "Ann Pike", "said"))
    assert quote.text == "The lock held all night. Nobody was hurt,"
    assert quote.kind is QuoteKind.DIRECT


def test_parts_of_one_quotation_are_one_quote(merged):
    text = "“The lock held all night. Nobody was hurt on the barge,” Ann Pike said."
    found = merged(
        text, ("The lock held all night", "Ann Pike", "said"), ("Nobody was hurt on the barge", "Ann Pike", "said")
    )
    assert [q.text for q in found] == ["The lock held all night. Nobody was hurt on the barge,"]


def test_a_few_words_of_a_quotation_beside_a_report_are_left_out_of_it(merged):
    text = "Orr said the sluice was “a slow and patient ruin of everything we built” in June."
    found = merged(text, ("the sluice was “a", "Orr", "said"), likely=0.9)
    assert "the sluice was" in [q.text for q in found]


def test_words_around_marks_make_a_quote_mixed(merged):
    text = "Orr said the sluice was “beyond repair” by June."
    (quote,) = merged(text, ("the sluice was “beyond repair” by June", "Orr", "said"))
    assert quote.kind is QuoteKind.MIXED
    assert [text[s.start : s.end] for s in quote.quoted] == ["beyond repair"]


def test_parts_with_one_cue_are_one_utterance(merged):
    text = "The sluice, Orr said, was beyond repair."
    first, second = merged(text, ("The sluice", "Orr", "said"), ("was beyond repair", "Orr", "said"))
    assert first.utterance == second.utterance


def test_a_speaker_is_given_the_fullest_name(merged):
    text = "Ann Pike runs the port.\nThe barge had been warned, in Pike’s telling."
    (quote,) = merged(text, ("The barge had been warned", "Pike’s|Pike", "telling"))
    assert quote.speaker.name == "Ann Pike"


def test_a_pronoun_is_settled(merged):
    text = "Ann Pike runs the port. She likes to think that the barge had been warned."
    (quote,) = merged(text, ("the barge had been warned", "She", "likes to think"))
    assert quote.speaker.name == "Ann Pike"


def test_somebody_in_the_paragraph_beats_somebody_in_another(merged):
    text = "Tom Orr spoke first.\n“We were never told about the gauge,” Ann Pike said."
    (quote,) = merged(text, ("We were never told about the gauge", "Tom Orr", None))
    assert quote.speaker.name == "Ann Pike"


def test_a_link_of_a_chain_is_not_taken_for_the_speaker(merged):
    text = "Mayor Ann Pike spoke. “We lost 40 boats,” she wrote, according to the Harbour Courier."
    (quote,) = merged(text, ("“We lost 40 boats,” she wrote", "the Harbour Courier", "according to"))
    assert quote.text == "We lost 40 boats,"
    assert quote.speaker.name == "Ann Pike"
    assert quote.via == ("the Harbour Courier",)


def test_a_long_quotation_that_the_encoder_passed_over_stays(merged):
    text = "“We were never told about the gauge,” Ann Pike said."
    (quote,) = merged(text)
    assert quote.speaker.name == "Ann Pike"


@pytest.mark.parametrize(("likely", "kind"), [(0.9, QuoteKind.DIRECT), (0.1, QuoteKind.SCARE)])
def test_a_short_quotation_without_a_cue_is_one_when_the_encoder_thinks_so(merged, likely, kind):
    found = merged("Ann Pike had a “rather pleasant” evening.", likely=likely)
    assert [q.kind for q in found] == [kind]


def test_a_short_quotation_that_somebody_said_is_one_whatever_the_encoder_thinks(merged):
    (quote,) = merged("“Nonsense,” Ann Pike said.", likely=0.1)
    assert (quote.kind, quote.speaker.name) == (QuoteKind.DIRECT, "Ann Pike")


@pytest.mark.parametrize(("likely", "number"), [(0.9, 1), (0.1, 0)])
def test_what_the_rules_alone_take_for_said_is_kept_when_the_encoder_finds_it_likely(merged, likely, number):
    assert len(merged("Ann Pike said the lock had held.", likely=likely)) == number


def test_confidence_is_that_of_the_words_and_of_the_speaker(merged):
    text = "Ann Pike said the lock had held."
    (sure,) = merged(text, ("the lock had held", "Ann Pike", "said", 0.9, 0.9))
    (unsure,) = merged(text, ("the lock had held", "Ann Pike", "said", 0.6, 0.5))
    assert sure.confidence == 0.81
    assert unsure.confidence == 0.3


def test_reports_in_boilerplate_are_not_kept(monkeypatch):
    text = "Ann Pike said the lock had held."
    heard = Heard([Report(14, 31, (0, 8), (9, 13), 0.9, 0.9)], lambda start, end: 0.9)
    monkeypatch.setattr(components, "hear", lambda *_: heard)
    assert extract(text, spans(text, {1: "boilerplate"})).quotes == ()


def test_without_weights_the_rules_stand_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSDESK_WEIGHTS", str(tmp_path))
    from claims.language.encoder import weights

    weights.forget()
    try:
        text = "Ann Pike said the lock had held."
        (quote,) = extract(text, spans(text)).quotes
        assert quote.speaker.name == "Ann Pike"
        assert "There are no trained weights" in weights.problem()
    finally:
        weights.forget()
