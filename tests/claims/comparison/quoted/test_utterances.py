"""Variants of one act of speech: what joins, what only looks alike, who decides. Invented people throughout."""

from dataclasses import replace
from itertools import permutations
from time import process_time

import pytest

from claims.comparison.copies import Story
from claims.comparison.decisions import About, Decisions
from claims.comparison.found import Change, Flag
from claims.comparison.quoted.utterances import utterances_of
from claims.language.spans import QuoteKind, Speaker
from tests.claims.comparison.made import joined, parted, place, quote, story, words_at

WHOLE = "We will mend the old bridge by spring and the ferry will run until then"


def told(*outlets: tuple[str, ...], **more) -> Story:
    """One article for each outlet from (speaker or None, words in marks, words in marks …); outlets are called A, B, C …"""
    texts, quotes = {}, {}
    for name, (speaker, *words) in zip("ABCDEFG", outlets, strict=False):
        lead = f"There was news in Tollmouth {'xyz'['ABC'.find(name)] if name in 'ABC' else name} today.\n\n"
        texts[name] = lead + "\n\n".join(f"“{w},” {speaker or 'nobody knows who'} said." for w in words)
        quotes[name] = [
            quote(texts[name], w, speaker, cue="said" if speaker else None, utterance=n) for n, w in enumerate(words)
        ]
    return story(texts, quotes=quotes, **more)


def groups(made: Story) -> list[list[str]]:
    return [[words_at(made, m.place) for m in u.members] for u in utterances_of(made)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (WHOLE, WHOLE + ","),
        (WHOLE, "We will mend the old bridge by spring"),
        (WHOLE, "mend the old bridge"),
        (WHOLE, "the ferry will run"),
        (WHOLE, "We will repair the old bridge by spring and the ferry will run until then"),
        (WHOLE, "he would mend the old bridge by spring"),
        (WHOLE, "We will mend the old bridge … and the ferry will run until then"),
        ("We had very good and productive talks with the board", "good and productive"),
        ("We had very good and productive talks with the board", "productive talks"),
        ("cautiously optimistic", "cautious optimism"),
        ("frank and constructive", "constructive and frank"),
        ("open, frank and very constructive talks", "constructive, frank and open"),
        ("Who are you?", "Who are you"),
        ("I want this as much as anyone in this room", "as much as anyone"),
    ],
)  # fmt: skip
def test_variants_of_one_speaker_join(one, other):
    made = told(("Ines Calder", one), ("Ines Calder", other))
    assert groups(made) == [[one, other.rstrip(",")]] or groups(made) == [[one, other]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ines Calder", "We had very good and productive talks"), ("Karl Orr", "productive")),
        (("Ines Calder", "Freedom means freedom for everyone"), ("Karl Orr", "freedom for everyone")),
        (("Ines Calder", "You cannot close the harbour by decree"), ("Karl Orr", "he can close it by decree")),
        (("Ines Calder", "The bridge is a disgrace to the city"), ("Ines Calder", "The strike is a danger to the city")),
        (("Ines Calder", "No matter how hard it gets, there is no excuse"), ("Ines Calder", "No matter how loud they are, we stay")),
        (("Ines Calder", "We need the money now"), (None, "the money")),
        (("Ines Calder", "act of hate"), ("Karl Orr", "act of hate")),
    ],
)  # fmt: skip
def test_look_alikes_stay_apart(one, other):
    assert groups(told(one, other)) == []


def test_a_title_beside_the_same_title_is_no_utterance():
    assert groups(told(("Ines Calder", "Harbour at Six"), ("Ines Calder", "Harbour at Six"))) == []


def test_a_term_that_the_outlets_use_themselves_is_no_utterance():
    lead = "A ghost tax is planned. The ghost tax is new. Nobody likes the ghost tax.\n\n"
    texts = dict.fromkeys("AB", lead + "Ines Calder spoke of a “ghost tax” again.")
    quotes = {name: [quote(text, "ghost tax", "Ines Calder", nth=3)] for name, text in texts.items()}
    assert groups(story(texts, quotes=quotes)) == []


def test_one_word_needs_more_that_is_told_alike():
    whole = "I deeply and sincerely regret my words about the ferrymen"
    near = "Ines Calder said she “sincerely” regretted her words about ferrymen."
    far = "Ines Calder thanked her dentist “sincerely” on Monday."
    for text, count in ((near, 1), (far, 0)):
        texts = {"A": f"“{whole},” Ines Calder said.", "B": text}
        quotes = {
            "A": [quote(texts["A"], whole, "Ines Calder")],
            "B": [quote(text, "sincerely", "Ines Calder", cue=text.split()[2])],
        }
        assert len(groups(story(texts, quotes=quotes))) == count


def test_long_words_of_an_unnamed_speaker_join_and_short_ones_do_not():
    assert groups(told(("Ines Calder", WHOLE), (None, "We will mend the old bridge by spring")))
    assert not groups(told(("Ines Calder", WHOLE), (None, "old bridge")))


def test_a_short_fragment_joins_where_its_sentence_names_the_speaker():
    texts = {"A": f"“{WHOLE},” Ines Calder said.", "B": "An “old bridge” is what Calder wants to see mended."}
    made = story(texts, quotes={"A": [quote(texts["A"], WHOLE, "Ines Calder")]})
    assert groups(made) == [[WHOLE, "old bridge"]]


def test_a_body_and_its_spokesman_are_one_mouth():
    texts = {
        "A": "The Harbour Board said it was “deeply worried” about the plates.",
        "B": "Harbour Board spokesman Karl Orr said they were “deeply worried” about it.",
    }
    quotes = {
        "A": [quote(texts["A"], "deeply worried", "The Harbour Board")],
        "B": [quote(texts["B"], "deeply worried", "Harbour Board spokesman Karl Orr")],
    }
    [utterance] = utterances_of(story(texts, quotes=quotes))
    assert not utterance.flags


def test_the_same_long_words_from_another_named_mouth_are_flagged():
    made = told(
        ("Ines Calder", WHOLE),
        ("Ines Calder", WHOLE),
        ("Karl Orr", "mend the old bridge by spring and the ferry will run"),
    )
    [utterance] = utterances_of(made)
    assert [Flag.ANOTHER_MOUTH in m.flags for m in utterance.members] == [False, False, True]
    assert Flag.ANOTHER_MOUTH in utterance.flags
    assert utterance.speaker == "Ines Calder"


def test_a_fuller_name_is_no_other_mouth():
    [utterance] = utterances_of(told(("Ines B. Calder", WHOLE), ("Calder", WHOLE), ("Ines Calder", WHOLE)))
    assert not utterance.flags


def test_words_that_both_quote_from_a_third_text_join_neither():
    rule = "subject to the harbour law thereof"
    made = told(
        ("Ines Calder", f"I cherish the charter and its words ‘{rule}’ as much as you do"),
        ("Karl Orr", f"It is not covered, because of ‘{rule}’ in the text"),
    )
    assert all(len(text) < 60 for group in groups(made) for text in group)


def test_marks_inside_marks_that_open_as_they_close_are_a_variant_of_the_third_text():
    rule = "subject to the harbour law thereof"
    made = told(
        ("The Charter", f"All who are born on the quay and {rule} are dockers"),
        ("Ines Calder", f"We cherish the charter — ’{rule}’ — and nobody has ruled on it"),
    )
    assert groups(made) == [[f"All who are born on the quay and {rule} are dockers", rule]]
    without = told((None, rule), ("Ines Calder", f"We cherish the charter — ’{rule}’ — and nobody has ruled on it"))
    assert groups(without) == [[rule, rule]]


def test_two_who_say_it_together_each_have_their_own_utterance():
    both = "Both Ines Calder and Karl Orr called it an “act of hate” on Monday."
    texts = {
        "A": "Ines Calder called it an “act of hate” today.",
        "B": "Karl Orr called it an “act of hate” too.",
        "C": both,
    }
    speakers = {"A": "Ines Calder", "B": "Karl Orr", "C": "Ines Calder and Karl Orr"}
    quotes = {name: [quote(text, "act of hate", speakers[name])] for name, text in texts.items()}
    found = utterances_of(story(texts, quotes=quotes))
    assert [[m.place.article for m in u.members] for u in found] == [[0, 2], [1, 2]]


@pytest.mark.parametrize("order", list(permutations("ABC")), ids="".join)
def test_who_says_it_with_whom_does_not_hang_on_the_order_of_the_articles(order):
    texts = {
        "A": "Karl Orr called it an “act of wrath and an act of spite”. Ines Calder called it an “act of wrath” and an “act of spite” too.",
        "B": "Both Ines Calder and Karl Orr spoke of an “act of wrath” and an “act of spite” on Monday.",
        "C": "Karl Orr saw an “act of wrath”, Ines Calder an “act of wrath” too. She called it an “act of spite”.",
    }
    both = "Ines Calder and Karl Orr"
    quotes = {
        "A": [
            quote(texts["A"], "act of wrath and an act of spite", "Karl Orr", utterance=1),
            quote(texts["A"], "act of wrath", "Ines Calder", nth=1, utterance=2),
            quote(texts["A"], "act of spite", "Ines Calder", nth=1, utterance=2),
        ],
        "B": [quote(texts["B"], words, both, utterance=1) for words in ("act of wrath", "act of spite")],
        "C": [
            quote(texts["C"], "act of wrath", "Karl Orr", utterance=1),
            quote(texts["C"], "act of wrath", "Ines Calder", nth=1, utterance=2),
            quote(texts["C"], "act of spite", "Ines Calder", utterance=3),
        ],
    }
    made = story({name: texts[name] for name in order}, quotes=quotes)
    at = order.index("B")
    found = [{m.speaker for m in u.members if m.place.article != at} for u in utterances_of(made)]
    assert sorted(map(sorted, found)) == [["Ines Calder"], ["Ines Calder"], ["Karl Orr"]]


def test_the_same_word_in_marks_over_and_over_takes_time_by_its_number_alone():
    def seconds(times: int) -> float:
        made = told(*[(None, *["yes"] * times)] * 3)
        began = process_time()
        utterances_of(made)
        return process_time() - began

    seconds(50)
    assert seconds(800) < 8 * max(seconds(200), 0.05)


def test_what_a_speaker_repeats_in_other_words_is_another_utterance():
    first = "He was the most valuable player of this harbour for ten long years"
    again = "Believe me, he was the most valuable player that we ever had on the quay"
    made = told(("Ines Calder", first, again), ("Ines Calder", first), ("Ines Calder", again))
    assert groups(made) == [[first, first], [again, again]]
    assert groups(told(("Ines Calder", first, again), ("Ines Calder", first))) == [[first, first]]


def test_the_same_words_of_one_sentence_join_where_another_outlet_joined_it_with_the_sentence_before():
    before, after = "I do not want a war over this harbour", "No, I meant that he is the founder of the strike"
    made = told(
        ("Ines Calder", f"{before} and nobody else here does. {after}"),
        ("Ines Calder", f"{before} and nobody else does here, my friends", after),
        ("Ines Calder", after),
    )
    assert [after, after] in [[text for text in group if text == after] for group in groups(made)]


def test_he_taken_for_another_keeps_no_equal_words_apart_where_the_sentences_are_alike():
    near = "He called the handling of the harbour plates “extremely careless” on Monday."
    far = "He found the ferry’s new menu “extremely careless” with pepper."
    for text, count in ((near, 1), (far, 0)):
        texts = {"A": "Ines Calder called the mayor’s handling of the plates “extremely careless”.", "B": text}
        quotes = {
            "A": [quote(texts["A"], "extremely careless", "Ines Calder")],
            "B": [replace(one := quote(text, "extremely careless"), speaker=Speaker(0, 2, "He", "Karl Orr"))],
        }
        assert one.speaker is None
        assert len(groups(story(texts, quotes=quotes))) == count


def test_a_set_phrase_of_nobody_brings_no_two_speakers_together():
    phrase = "boots on the ground"
    made = told(("Ines Calder", phrase), (None, f"No {phrase}"), ("Karl Orr", phrase))
    assert groups(made) == []
    long = "We will mend the old bridge by spring"
    assert groups(told(("Ines Calder", long), (None, long))) == [[long, long]]


def test_marks_that_tell_themselves_who_said_it_are_no_other_mouth():
    said = "she exercised extreme carelessness in her handling of the most sensitive harbour plates"
    for words, flagged in ((f"The director said {said}", False), (f"Truly, {said}", True)):
        [utterance] = utterances_of(told(("Ines Calder", said), ("Ines Calder", said), ("Karl Orr", words)))
        assert (Flag.ANOTHER_MOUTH in utterance.flags) is flagged


def test_who_and_which_are_nobody():
    made = told(("which", "mend the old bridge"), ("Ines Calder", WHOLE))
    assert all(m.speaker != "which" for u in utterances_of(made) for m in u.members)


def test_a_title_beside_somebody_s_words_is_no_utterance():
    assert groups(told((None, "A Harbour, Not a Heaven"), ("Ines Calder", "harbour, not a heaven"))) == []


def test_a_stretch_joined_from_two_sentences_belongs_to_both():
    first = "The minister and I believe that clean water is critical for everybody here"
    second = "As a result the new licences are being put on hold for as long as it takes"
    made = told(
        ("Ines Calder", first, second),
        ("Ines Calder", "believe that clean water is critical...the new licences are put on hold"),
        ("Ines Calder", "clean water is critical"),
    )
    assert sorted(len(group) for group in groups(made)) == [2, 3]


def test_what_was_joined_is_measured_by_each_of_its_sentences_and_an_ellipsis_makes_it_honest():
    first = "You paid into the fund for years, every month"
    second = (
        "Now when you need the money, the mayor has cut it. Why? To pay for the bridge. So now it goes to the ferrymen"
    )
    for mark, altered in ((" … ", False), (" ", True)):
        brought = f"You paid into the fund for years{mark}now when you need the money, the mayor has cut it. Why? To pay for the bridge"
        made = told(("Ines Calder", first, second), ("Ines Calder", brought))
        found = utterances_of(made)
        assert sorted(u.members[u.reference].text for u in found) == sorted([first, second])
        assert all(Change.JOINED in {d.kind for m in u.members for d in m.differences} for u in found)
        assert {Flag.ALTERED in u.flags for u in found} == {altered}
        kinds = {d.kind for m in found[0].members for d in m.differences if d.words == "every month"}
        assert kinds == {Change.TAIL_CUT if altered else Change.ELLIPSIS}


def test_the_longest_is_the_reference_and_words_in_brackets_do_not_count():
    made = told(
        ("Ines Calder", "We talked yesterday [Thursday] about it all"),
        ("Ines Calder", "We talked yesterday about it all, friends"),
    )
    [utterance] = utterances_of(made)
    assert utterance.reference == 1


def test_an_editor_s_reference_and_a_primary_text_come_before_the_longest():
    made = told(("Ines Calder", WHOLE), ("Ines Calder", "We will mend the old bridge"))
    named = replace(made, decisions=Decisions(references=(place(made, "B", "We will mend the old bridge"),)))
    assert [u.reference for u in utterances_of(named)] == [1]
    primary = replace(made, copies=(made.copies[0], replace(made.copies[1], is_primary=True)))
    assert [u.reference for u in utterances_of(primary)] == [1]


def test_a_primary_text_without_marks_is_a_variant_by_its_paragraphs():
    texts = {"A": "“We will mend the old bridge,” Ines Calder said.", "B": f"{WHOLE}, my friends."}
    made = story(texts, quotes={"A": [quote(texts["A"], "We will mend the old bridge", "Ines Calder")]})
    assert groups(made) == []
    made = replace(made, copies=(made.copies[0], replace(made.copies[1], is_primary=True)))
    [utterance] = utterances_of(made)
    assert utterance.members[utterance.reference].place.article == 1
    short = told(("Ines Calder", "old bridge"), (None, WHOLE))
    short = replace(short, copies=(short.copies[0], replace(short.copies[1], quotes=(), is_primary=True)))
    assert groups(short) == [["old bridge", WHOLE]] or groups(short)[0][0] == "old bridge"


def test_what_staff_parted_stays_apart_and_what_they_joined_stays_together():
    made = told(("Ines Calder", WHOLE), ("Ines Calder", WHOLE), ("Ines Calder", "mend the old bridge by spring"))
    at = {name: place(made, name, "mend the old bridge by spring") for name in "ABC"}
    whole = {name: place(made, name, WHOLE) for name in "AB"}
    assert [len(group) for group in groups(made)] == [3]
    apart = replace(made, decisions=parted(About.UTTERANCE, whole["A"], at["C"]))
    assert [len(group) for group in groups(apart)] == [2]
    strangers = told(("Ines Calder", "The ferry sinks"), ("Karl Orr", "It never rains"))
    together = joined(
        About.UTTERANCE, place(strangers, "A", "The ferry sinks"), place(strangers, "B", "It never rains")
    )
    assert groups(strangers) == []
    assert groups(replace(strangers, decisions=together)) == [["The ferry sinks", "It never rains"]]


def test_other_decisions_part_nothing():
    made = told(("Ines Calder", WHOLE), ("Ines Calder", WHOLE))
    asked = replace(made, decisions=parted(About.CLAIM, place(made, "A", WHOLE), place(made, "B", WHOLE)))
    assert len(groups(asked)) == 1


def test_marks_that_the_engine_left_out_are_variants_too():
    texts = {"A": f"“{WHOLE},” Ines Calder said.", "B": "“We will mend the old bridge by spring” stood on the banner."}
    made = story(texts, quotes={"A": [quote(texts["A"], WHOLE, "Ines Calder")]})
    assert groups(made) == [[WHOLE, "We will mend the old bridge by spring"]]


@pytest.mark.parametrize("second", ["A docker’s ‘old bridge’ dream", "Calder: ‘We will mend the old bridge’"])
def test_headlines_hold_quotes(second):
    texts = {
        "A": f"“{WHOLE},” Ines Calder said.",
        "B": f"{second}\n\nThe mayor of Tollmouth, Ines Calder, spoke to the council on Monday about the bridge.",
    }
    made = story(texts, quotes={"A": [quote(texts["A"], WHOLE, "Ines Calder")]})
    assert len(groups(made)) == ("We will" in second)


def test_reported_words_join_only_where_nearly_all_their_telling_words_are_there():
    report = "the council will mend the old bridge by spring while the ferry runs"
    for said, count in ((report, 1), ("the council has no money for anything but the old bridge", 0)):
        texts = {"A": f"“{WHOLE},” Ines Calder said.", "B": f"Ines Calder said {said}."}
        quotes = {
            "A": [quote(texts["A"], WHOLE, "Ines Calder")],
            "B": [quote(texts["B"], said, "Ines Calder", kind=QuoteKind.INDIRECT)],
        }
        found = utterances_of(story(texts, quotes=quotes))
        assert len(found) == count
        if count:
            assert [d.kind for d in found[0].members[1].differences] == [Change.INDIRECT]
            assert not found[0].members[1].marked


def test_translations_join_by_their_noun_and_the_words_around():
    texts = {
        "A": "President Davit Orlani agreed to the proposals but wants to see the “original causes” of the war addressed.",
        "B": "Orlani agreed with the proposals in a speech. The war must end, he said, and its “root causes” must go.",
    }
    quotes = {
        "A": [quote(texts["A"], "original causes", "Davit Orlani")],
        "B": [quote(texts["B"], "root causes", "Davit Orlani")],
    }
    assert groups(story(texts, quotes=quotes)) == []
    [utterance] = utterances_of(story(texts, quotes=quotes, languages={"Davit Orlani": "ka"}))
    assert utterance.flags == (Flag.TRANSLATION,)


def test_every_variant_says_where_it_stands_and_who_reported_it():
    made = told(("Ines Calder", WHOLE), ("Calder", "mend the old bridge"))
    [utterance] = utterances_of(made)
    for variant in utterance.members:
        assert words_at(made, variant.place) == variant.text
        assert variant.cue == "said"
        assert variant.paragraph == 2
    assert utterance.members[1].speaker == "Calder"
    assert utterance.speaker == "Ines Calder"
    assert utterance.reason == "4 of 4 words in order, same speaker"
    assert 0 < utterance.score <= 1


def test_the_real_engine_s_quotes_are_compared():
    made = story(
        {
            "Harbour Post": "“We will mend the old bridge by spring,” Mayor Ines Calder said on Monday.",
            "County Standard": "Mayor Ines Calder promised on Monday to “mend the old bridge” soon.",
        }
    )
    assert groups(made) == [["We will mend the old bridge by spring,", "mend the old bridge"]]


def test_the_rules_alone_are_compared_too(by_rules_alone):
    made = story(
        {
            "Evening Post": "“We will mend the old bridge by summer,” Mayor Ines Calder said on Monday.",
            "Evening Standard": "“We will mend the old bridge,” Mayor Ines Calder said on Monday.",
        }
    )
    assert groups(made) == [["We will mend the old bridge by summer,", "We will mend the old bridge,"]]


def test_one_article_alone_has_none():
    assert groups(told(("Ines Calder", WHOLE, WHOLE))) == []


def test_the_same_story_gives_the_same_twice():
    made = told(("Ines Calder", WHOLE), ("Calder", "mend the old bridge"), (None, WHOLE))
    assert utterances_of(made) == utterances_of(made)
