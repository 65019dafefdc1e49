"""What one outlet copied from another is found, edited or not; what both were told, or both tell in their own words, is not."""

import re

import pytest

from articles.segmentation import segment
from claims.comparison.copied.passages import shared_passages
from claims.comparison.copied.shingles import folded_word, words_of
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import About, Decisions, Pair, Place
from tests.claims.comparison.made import joined, parted, place, story, words_at

COPIED = (
    "Inspectors found two cracks in the steel plates under the lifting span, each longer than a hand, and closed the bridge "
    "to all traffic before dawn."
)
OWN_POST = "Shopkeepers on Anchor Street opened late, and the school bus went round by the ring road."
OWN_MAIL = "The ferry was full by nine o'clock; a queue of lorries reached back as far as the brewery."


def two(one: str, other: str, **rest):
    return story(
        {"Harbour Post": f"{OWN_POST}\n\n{one}", "Tollmouth Mail": f"{OWN_MAIL}\n\n{other}"}, quotes={}, **rest
    )


def told(made: Story) -> list[list[str]]:
    """The words of each passage's members."""
    return [[words_at(made, m.place) for m in passage.members] for passage in shared_passages(made)]


EDITED = {
    "word for word": COPIED,
    "a word changed": COPIED.replace("longer", "wider"),
    "three words changed": COPIED.replace("found", "saw").replace("steel", "iron").replace("dawn", "sunrise"),
    "words added": COPIED.replace("closed", "promptly closed").replace("cracks", "hairline cracks"),
    "a clause dropped": COPIED.replace(", each longer than a hand,", ""),
    "another beginning": COPIED.replace("Inspectors", "The county's engineers"),
    "capitals and spaces": COPIED.replace("Inspectors", "INSPECTORS").replace(" the ", "  the "),
}


@pytest.mark.parametrize("copy", EDITED.values(), ids=EDITED)
def test_a_copied_paragraph_is_found_however_lightly_it_was_edited(copy):
    assert told(two(COPIED, copy)) == [[COPIED, copy]]


def test_a_member_reaches_as_far_as_what_was_copied():
    head = COPIED[: COPIED.index(" and closed")]
    assert told(two(COPIED, head.rstrip(",") + ".")) == [[head.rstrip(","), head.rstrip(",") + "."]]


def test_a_copied_sentence_is_found_inside_a_longer_paragraph():
    paragraph = f"Nobody was hurt. {COPIED} The harbour office was not told until noon."
    assert told(two(COPIED, paragraph)) == [[COPIED, COPIED]]


def test_the_same_sentence_is_found_in_the_middle_of_both():
    one, other = f"Nobody was hurt. {COPIED} It rained.", f"Lorries wait. {COPIED} Mayor Vask was asleep at the time."
    assert told(two(one, other)) == [[COPIED, COPIED]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organised a defence programme for the harbour", "organized a defense program for the harbor"),
        ("the café’s travellers favoured the centre", "the cafe's travelers favored the center"),
        ("the U.S. envoy's labour", "the US envoy’s labor"),
    ],
)
def test_spelling_and_glyphs_make_no_difference(one, other):
    words = "The council {} last winter, which cost the town more than anybody had foreseen at that time."
    made = two(words.format(one), words.format(other))
    (passage,) = shared_passages(made)
    assert passage.containment == 1.0
    assert passage.reason == "word for word the same in 2 articles"


def test_a_quotation_copied_with_its_reporting_words_is_found():
    both = (
        "“We looked in every drawer,” Odile Harrow, who speaks for the council, told a crowded meeting in the old customs "
        "house after the doors had been locked."
    )
    assert told(two(both, both)) == [[both, both]]


APART = {
    "a form of words with other numbers": (
        "Out of 459 registered harbour owners, the tax on sheds and moorings is plus or minus 4 crowns.",
        "It asked many harbour owners. The tax on sheds and long moorings is plus or minus six crowns.",
    ),
    "how polls are made": (
        "The margin of sampling error is plus or minus four percentage points among likely voters.",
        "The margin of sampling error was plus or minus 5 percentage points among adults.",
    ),
    "the same words of one speaker": (
        "“People can be angry with me about the traffic, but I will not have them angry with me about a funeral,” the mayor said.",
        "Teodor Vask told the council: “People can be angry with me about the traffic, but I will not have them angry with me "
        "about a funeral.”",
    ),
    "the same words over two paragraphs": (
        "“We measured no movement in the deck on Monday night.\n\n“We measured none on Tuesday morning either, and nobody asked us.”",
        "She wrote: “We measured no movement in the deck on Monday night.\n\n“We measured none on Tuesday morning either, and nobody asked us.”",
    ),
    "the same facts in other words": (
        COPIED,
        "Before dawn the bridge was shut to traffic; inspectors had seen two cracks, longer than a hand, in plates of steel "
        "that carry its lifting span.",
    ),
    "a title and a name": (
        "Bram Tolliver, secretary of the Harbour and Quay Workers' Union, said the letter had been opened.",
        "Nobody at Eastquay slept, according to Bram Tolliver, secretary of the Harbour and Quay Workers' Union.",
    ),
    "names and stock words of reporting around one speaker's": (
        "Chief Engineer Ilse Marrowby said in a statement on Tuesday that she and Vask “believe that plates and people need rest.”",
        "Chief Engineer Ilse Marrowby said in a statement late on Tuesday that she and Vask “believe that plates and people need rest.”",
    ),
    "a spokeswoman's name and office": (
        "Vask went home. “We shall mend it,” Vask senior campaign adviser Odile Harrow said in statements.",
        "So did Vask. Vask senior campaign adviser Odile Harrow said in statements that nobody had written.",
    ),
    "stock words of reporting": (
        "The mayor did not immediately respond to a request for comment.",
        "The county did not immediately respond to a request for comment.",
    ),
    "a few words in a row": (
        "The letter of 18 March put the cost of new plates at 2.4 million crowns, said the mayor.",
        "Vask will not say who read it, though the cost of new plates at 2.4 million crowns frightens the council.",
    ),
}


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_what_looks_alike_is_no_copy(one, other):
    assert told(two(one, other)) == []


def test_captions_credits_headings_and_boilerplate_are_no_passages():
    shared = (
        "Two cracks close the only bridge over the harbour to everybody\n\nBy Marit Sandoe and Jonah Pell\n\n{}\n\n"
        "Engineers examine the lifting span of the Anchor Street Bridge on Monday night. Picture: Dorrit Hale / Northern Wire\n\n"
        "To join the conversation, please log in. Don't have an account? Register\n\nSource: Northern Wire"
    )
    made = story({"Harbour Post": shared.format(OWN_POST), "Tollmouth Mail": shared.format(OWN_MAIL)}, quotes={})
    assert told(made) == []


def test_a_paragraph_that_an_article_repeats_is_one_member():
    made = two(f"{COPIED}\n\nIt rained all night in Tollmouth and the ferry was late.\n\n{COPIED}", COPIED)
    assert told(made) == [[COPIED, COPIED]]


def test_what_one_outlet_prints_twice_is_no_passage():
    copies = tuple(
        Copy(str(n), text, tuple(segment(text)), outlet=outlet)
        for n, (outlet, text) in enumerate(
            [("The Harbour Post", f"{OWN_POST}\n\n{COPIED}"), ("Harbour Post", f"{OWN_MAIL}\n\n{COPIED}")]
        )
    )
    assert shared_passages(Story(copies)) == ()


def test_more_than_two_outlets_are_one_passage():
    outlets = {f"Outlet {n}": f"Our own line number {n}.\n\n{text}" for n, text in enumerate(EDITED.values())}
    (passage,) = shared_passages(story(outlets, quotes={}))
    assert [m.place.article for m in passage.members] == list(range(len(EDITED)))
    assert {m.paragraph for m in passage.members} == {2}
    assert 0 < passage.containment < 1
    assert re.fullmatch(r"nearly the same words \(\d\d% of the shortest\) in 7 articles", passage.reason)


def test_what_two_passages_of_one_article_have_in_common_with_two_others_stays_apart():
    second = "A free ferry for people on foot starts tomorrow at six and will sail every twenty minutes until the span reopens."
    made = story(
        {"A": f"{COPIED}\n\n{second}", "B": f"{OWN_POST}\n\n{COPIED}", "C": f"{OWN_MAIL}\n\n{second}"}, quotes={}
    )
    assert [[m.place.article for m in passage.members] for passage in shared_passages(made)] == [[0, 1], [0, 2]]


def test_what_staff_parted_does_not_come_back():
    made = two(COPIED, COPIED)
    one, other = place(made, "Harbour Post", COPIED), place(made, "Tollmouth Mail", COPIED)
    again = two(COPIED, COPIED, decisions=parted(About.PASSAGE, one, other))
    assert shared_passages(again) == ()


def test_what_staff_joined_is_a_passage():
    told_otherwise = APART["the same facts in other words"][1]
    made = two(COPIED, told_otherwise)
    one, other = place(made, "Harbour Post", COPIED), place(made, "Tollmouth Mail", told_otherwise)
    (passage,) = shared_passages(two(COPIED, told_otherwise, decisions=joined(About.PASSAGE, one, other)))
    assert [m.place for m in passage.members] == [one, other]
    assert passage.reason == "joined by the desk"
    assert [m.paragraph for m in passage.members] == [2, 2]


def test_one_that_staff_parted_from_a_third_stays_with_the_second():
    outlets = {name: f"A line that {name} alone has.\n\n{COPIED}" for name in "ABC"}
    made = story(outlets, quotes={})
    where = [place(made, name, COPIED) for name in "ABC"]
    pairs = (Pair(About.PASSAGE, where[0], where[2]), Pair(About.PASSAGE, where[1], where[2]))
    (passage,) = shared_passages(story(outlets, quotes={}, decisions=Decisions(parted=pairs)))
    assert [m.place for m in passage.members] == where[:2]


HOSTILE = {
    "one word": " ".join(["word"] * 50_000),
    "one sentence over and over": "The same words again and again. " * 8_000,
    "marks alone": "“" * 20_000,
    "a dozen words": " ".join(f"w{(n * n) % 13}" for n in range(30_000)),
    "one long word": "x" * 300_000,
    "nothing": "",
    "line ends": "\n" * 5_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_copy_is_read_without_harm(text):
    copies = tuple(Copy(str(n), text, tuple(segment(text))) for n in range(3))
    for passage in shared_passages(Story(copies)):
        assert all(0 <= m.place.start < m.place.end <= len(text) for m in passage.members)


def test_fifty_copies_of_one_agency_s_text_cost_links_that_grow_with_their_number(monkeypatch):
    """A shingle that all fifty have links each with three others, not with forty-nine."""
    compared = []
    from claims.comparison.copied import passages

    real = passages.copied
    monkeypatch.setattr(passages, "copied", lambda *given: compared.append(1) or real(*given))
    text = f"{OWN_POST}\n\n{COPIED}"
    (whole, second) = shared_passages(Story(tuple(Copy(str(n), text, tuple(segment(text))) for n in range(50))))
    assert len(whole.members) == len(second.members) == 50
    assert len(compared) <= 3 * 50


def test_words_know_their_place_and_whose_they_are():
    text = "The “old town” said “we shall not be moved an inch” on Friday."
    words = words_of(Copy("0", text, tuple(segment(text))))
    shown = [text[a:b] for a, b in zip(words.start, words.end, strict=True)]
    assert shown[:4] == ["The", "old", "town", "said"]
    theirs = [word for word, own in zip(shown, words.own, strict=True) if not own]
    assert theirs == ["we", "shall", "not", "be", "moved", "an", "inch"]
    assert [word for word, name in zip(shown, words.name, strict=True) if name] == ["Friday"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Colour", "color"),
        ("ORGANISED", "organized"),
        ("U.S.", "us"),
        ("don’t", "dont"),
        ("Zoë", "zoe"),
        ("theatre", "theater"),
    ],
)
def test_spellings_of_one_word_fold_alike(one, other):
    assert folded_word(one) == folded_word(other)


@pytest.mark.parametrize("other", [Place(0, 20, 30), Place(7, 0, 10)], ids=["the same article", "none of the story"])
def test_staff_s_pair_that_cannot_be_is_no_passage(other):
    wrong = Decisions(joined=(Pair(About.PASSAGE, Place(0, 0, 10), other),))
    assert shared_passages(two("It rained.", "It snowed.", decisions=wrong)) == ()
