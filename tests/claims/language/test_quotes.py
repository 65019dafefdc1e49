"""Speakers, cues and kinds of quotes by the rules alone, as tables of sentences. People, places and outlets are invented."""

import pytest

pytestmark = pytest.mark.usefixtures("by_rules_alone")

WHO = "Mayor Jane Vale met harbour chief Tom Orr and Dr. Lena Moss on Monday.\n"


def quotes(read, text, **more):
    return [q for q in read(text, **more).quotes if q.start >= (len(WHO) if text.startswith(WHO) else 0)]


def told(q):
    """(kind, words, speaker's name, cue)"""
    return str(q.kind), q.text, q.speaker and q.speaker.name, q.cue and q.cue.text


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“The pier is closed,” Vale said.", ("direct", "The pier is closed,", "Jane Vale", "said")),
        ("“The pier is closed,” said Vale.", ("direct", "The pier is closed,", "Jane Vale", "said")),
        (
            "“The pier is closed,” harbour chief Tom Orr told reporters on Friday.",
            ("direct", "The pier is closed,", "Tom Orr", "told"),
        ),
        (
            "“The pier is closed,” said Ann Pike, a spokeswoman for the port.",
            ("direct", "The pier is closed,", "Ann Pike", "said"),
        ),
        (
            "“The pier is closed,” the port’s spokeswoman, Ann Pike, said.",
            ("direct", "The pier is closed,", "Ann Pike", "said"),
        ),
        (
            "“The pier is closed,” Ann Pike, who runs the port, said.",
            ("direct", "The pier is closed,", "Ann Pike", "said"),
        ),
        (
            "Vale wrote in a post on Thursday: “The pier is closed.”",
            ("direct", "The pier is closed.", "Jane Vale", "wrote"),
        ),
        (
            "Orr, in a letter to the board, said, “The pier is closed.”",
            ("direct", "The pier is closed.", "Tom Orr", "said"),
        ),
        ("Vale said that the pier was closed.", ("indirect", "that the pier was closed", "Jane Vale", "said")),
        (
            "Vale said on Friday that the pier was closed.",
            ("indirect", "that the pier was closed", "Jane Vale", "said"),
        ),
        ("Vale told the Courier the pier was closed.", ("indirect", "the pier was closed", "Jane Vale", "told")),
        ("The pier is closed, according to Orr.", ("indirect", "The pier is closed", "Tom Orr", "according to")),
        ("According to Orr, the pier is closed.", ("indirect", "the pier is closed", "Tom Orr", "According to")),
        ("The pier is closed, Orr said.", ("indirect", "The pier is closed", "Tom Orr", "said")),
        (
            "Orr called the report “wrong and invented.”",
            ("mixed", "the report “wrong and invented.”", "Tom Orr", "called"),
        ),
        ("The report was described as “thin” by Orr.", ("direct", "thin", "Tom Orr", "described")),
        ("Orr dismissed the rumours as false.", ("indirect", "the rumours as false", "Tom Orr", "dismissed")),
        ("While Orr hailed the talks, the board left.", ("indirect", "the talks", "Tom Orr", "hailed")),
        ("Orr denied that the pier was closed.", ("indirect", "that the pier was closed", "Tom Orr", "denied")),
        ("Vale wants to close the pier.", ("indirect", "to close the pier", "Jane Vale", "wants")),
        (
            "The Harbour Board said the pier was closed.",
            ("indirect", "the pier was closed", "the Harbour Board", "said"),
        ),
        (
            "Norland’s port authority said the pier was closed.",
            ("indirect", "the pier was closed", "Norland’s port authority", "said"),
        ),
        (
            "Officials, with Tom Orr warning that the pier was closed, left.",
            ("indirect", "that the pier was closed, left", "Tom Orr", "warning"),
        ),
    ],
)
def test_speaker_cue_and_words_of_one_sentence(read, sentence, expected):
    assert told(quotes(read, WHO + sentence)[0]) == expected


def test_the_mention_beside_the_quote_and_the_full_name_are_both_kept(read):
    text = WHO + "“We go,” Vale said."
    quote = quotes(read, text)[0]
    assert text[quote.speaker.start : quote.speaker.end] == quote.speaker.text == "Vale"
    assert quote.speaker.name == "Jane Vale"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Jane Vale spoke first. “We go,” she said.", "Jane Vale"),
        ("Harbour chief Tom Orr met Mayor Jane Vale. “We go,” she said.", "Jane Vale"),
        ("Norlandic President Karl Brenn spoke. The Norlandic leader said that the border was open.", "Karl Brenn"),
        ("Brenn’s policy adviser, Ida Quill, spoke. The adviser said that the border was open.", "Ida Quill"),
        ("Mr. Brenn spoke on Monday. “We go,” he said.", "Brenn"),
        ("A Vale campaign aide, though, said “we go and we stay away.”", None),
        ("Another man, not seen on camera, said “we go.”", None),
    ],
)
def test_pronouns_titles_and_descriptions_are_resolved_or_left_unnamed(read, text, name):
    quote = next(q for q in read(text).quotes if q.cue and "said" in q.cue.text)
    assert quote.speaker.name == name


def test_words_broken_by_their_cue_are_one_utterance(read):
    first, second = quotes(read, WHO + "“The pier,” Vale said, “is closed.”")
    assert (first.text, second.text) == ("The pier,", "is closed.")
    assert first.utterance == second.utterance


def test_a_quotation_behind_its_cue_sentence_is_the_same_utterance(read):
    first, second = quotes(read, WHO + "“The pier is closed,” Vale said Friday. “It will stay closed.”")
    assert first.utterance == second.utterance
    assert second.speaker.name == "Jane Vale"


def test_a_floating_paragraph_carries_the_last_speaker_without_a_mention(read):
    first, second = quotes(read, WHO + "“The pier is closed,” Vale said.\n“Nobody was hurt in the fall.”")
    assert second.speaker.name == "Jane Vale"
    assert second.speaker.start is None
    assert second.speaker.text is None
    assert first.utterance != second.utterance


def test_a_speaker_is_not_carried_over_narrative(read):
    found = quotes(read, WHO + "“It is closed,” Vale said.\nThe rain went on.\n“Nobody was hurt in the fall at all.”")
    assert found[-1].speaker is None


def test_a_caption_between_does_not_lose_the_speaker(read):
    text = (
        "“It is closed,” Mayor Jane Vale said.\nThe pier on Monday. Picture: AP\n“Nobody was hurt in the fall at all.”"
    )
    found = read(text, kinds={2: "caption"}).quotes
    assert found[-1].speaker.name == "Jane Vale"


def test_a_colon_at_a_paragraphs_end_introduces_the_next(read):
    found = quotes(read, WHO + "Orr continued:\n“The pier is closed and stays so.”")
    assert told(found[-1]) == ("direct", "The pier is closed and stays so.", "Tom Orr", "continued")


def test_marks_without_a_speaker_are_scare_quotes(read):
    quote = read("The so-called “surge” came late and the town slept.").quotes[0]
    assert (str(quote.kind), quote.speaker) == ("scare", None)


def test_a_few_words_in_marks_belong_to_the_subject_of_the_sentence(read):
    quote = quotes(read, WHO + "The Harbour Board has shown “cautious optimism” so far.")[0]
    assert quote.quoted
    assert quote.speaker.name == "the Harbour Board"


def test_what_somebody_called_it_keeps_the_marks_inside_the_sentence(read):
    text = (
        WHO + "Orr said that a new pier would have to answer what the harbour chief called the “deeper reasons” of it."
    )
    found = quotes(read, text)
    assert {q.speaker.name for q in found} == {"Tom Orr"}
    assert all(text[s.start : s.end] == "deeper reasons" for q in found for s in q.quoted)


def test_an_outlet_between_is_a_link_of_the_chain(read):
    quote = quotes(
        read, WHO + "“The pier is closed,” Vale said in her weekly address, according to the Harbour Courier."
    )[0]
    assert (quote.speaker.name, quote.via) == ("Jane Vale", ("the Harbour Courier",))


def test_a_quotation_inside_a_quotation_names_the_outer_speaker_as_link(read):
    found = quotes(read, WHO + "“Vale cited a system of ‘control and repair’ in the harbour,” the Courier said.")
    inner = next(q for q in found if q.text == "control and repair")
    assert (inner.speaker.name, inner.via) == ("Jane Vale", ("the Courier",))


def test_a_second_report_in_the_sentence_has_its_own_speaker(read):
    text = WHO + "The pier was safe, Vale said, as the Harbour Board said there were reasons to be “cautious” about it."
    by_name = {q.speaker.name: q.text for q in quotes(read, text)}
    assert by_name == {
        "Jane Vale": "The pier was safe",
        "the Harbour Board": "there were reasons to be “cautious” about it",
    }


def test_a_repaired_quotation_says_what_was_mended(read):
    quote = quotes(read, WHO + "Vale said she “will close the pier.")[0]
    assert quote.repaired
    assert "closing mark is missing" in quote.repair


def test_boilerplate_and_repeats_carry_nothing_and_headings_and_captions_may_hold_quotes(read):
    text = "Vale says pier is ‘closed’\n“The pier is closed,” Mayor Jane Vale said.\n“The pier is closed,” Mayor Jane Vale said.\nSign up, “now”!\nVale says pier is ‘shut’. Picture: AP"
    found = read(text, kinds={1: "heading", 4: "boilerplate", 5: "caption"}, repeats={3: 2}).quotes
    lines = [text.count("\n", 0, q.start) for q in found]
    assert lines == [0, 1, 4]


def test_quotes_come_in_order_and_offsets_are_the_words(read):
    text = WHO + "“A pier 🌊 is closed,” Vale said. Orr denied it. “No,” he added, “never.”"
    found = read(text).quotes
    assert [q.start for q in found] == sorted(q.start for q in found)
    assert all(text[q.start : q.end] == q.text for q in found)
    assert all(text[q.cue.start : q.cue.end] == q.cue.text for q in found if q.cue)
