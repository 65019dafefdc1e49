"""The builder of small stories gives what a test asks it for."""

from datetime import date

from tests.claims.comparison.made import place, quote, story, words_at

TEXT = "The bridge is closed.\n\n“We will mend it by spring,” Mayor Ines Calder said."


def test_a_story_of_strings_is_read_by_the_engine():
    made = story({"Harbour Post": TEXT, "County Standard": TEXT}, published=date(2026, 5, 1))
    assert [copy.outlet for copy in made.copies] == ["Harbour Post", "County Standard"]
    assert [q.speaker.name for q in made.copies[0].quotes if q.quoted] == ["Ines Calder"]
    assert made.copies[1].published == date(2026, 5, 1)


def test_quotes_made_by_hand_take_the_place_of_the_engine():
    made = story({"Harbour Post": TEXT}, quotes={"Harbour Post": [quote(TEXT, "mend it", "Ines Calder", cue="said")]})
    [only] = made.copies[0].quotes
    assert (only.text, only.speaker.name, only.cue.text) == ("mend it", "Ines Calder", "said")
    assert words_at(made, place(made, "Harbour Post", "mend it")) == "mend it"
