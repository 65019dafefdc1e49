"""Corroboration counts origins, never outlets: what the articles, their passages and their sentences have for one."""

import pytest

from claims.comparison.compare import compare
from claims.comparison.copied.origins import OriginIndex, origins_of
from claims.comparison.copied.passages import shared_passages
from claims.comparison.decisions import About, Decisions, Pair, Place
from claims.language.spans import Claim, QuoteKind, Stance, Voice
from tests.claims.comparison.made import joined, parted, place, quote, story

COPIED = (
    "Inspectors found two cracks in the steel plates under the lifting span, each longer than a hand, and closed the bridge "
    "to all traffic before dawn."
)
SECOND = (
    "A free ferry for people on foot starts tomorrow at six and will sail every twenty minutes until the span reopens."
)
OWN = {
    "Harbour Post": "Shopkeepers on Anchor Street opened late, and the school bus went round by the ring road. Nobody was hurt.",
    "Tollmouth Mail": "The ferry was full by nine o'clock; a queue of lorries reached back as far as the old brewery in Corrick.",
    "Evening Bell": "Mayor Vask slept through the night, a neighbour says, and read of the cracks over his breakfast on the terrace.",
}


def outlets(copied: str = COPIED, *names: str, **rest):
    """The own lines of outlets (all three), with `copied` behind those of `names`."""
    texts = {name: "\n\n".join(filter(None, (own, copied if name in names else ""))) for name, own in OWN.items()}
    return story(texts, quotes=rest.pop("quotes", {}), **rest)


def index(made) -> OriginIndex:
    passages = shared_passages(made)
    return OriginIndex(made, passages, origins_of(made, passages))


def whole(made) -> list[tuple[tuple[int, ...], str, str]]:
    return [(o.articles, o.named, o.reason) for o in origins_of(made, shared_passages(made)) if o.is_whole]


# Articles as a whole


def test_strangers_have_an_origin_each():
    assert origins_of(outlets(), ()) == ()
    made = outlets()
    assert [index(made).origin_at(place(made, name, own)) for name, own in OWN.items()] == list(OWN)


def test_articles_of_one_credit_are_one_and_say_so():
    made = outlets(wire_credits={"Harbour Post": "Reuters", "Evening Bell": "Reuters"})
    assert whole(made) == [((0, 2), "Reuters", "both credit Reuters")]
    assert index(made).origin_at(place(made, "Harbour Post", "Shopkeepers")) == "Reuters"


def test_most_of_the_shorter_body_makes_articles_one():
    both = f"{COPIED}\n\n{SECOND}"
    made = outlets(both, "Harbour Post", "Tollmouth Mail")
    ((articles, named, reason),) = whole(made)
    assert len(origins_of(made, shared_passages(made))) == 1
    assert (articles, named) == ((0, 1), "Harbour Post / Tollmouth Mail")
    assert reason.startswith("two paragraphs are word for word the same, ")
    assert reason.endswith(" of the shorter body")


def long_outlets(*names: str, **rest):
    """As `outlets`, every article with paragraphs enough that one copied one is the least of it."""
    texts = {
        name: "\n\n".join([own, *(f"{name} alone tells this, number {n}: {own[::-1]}" for n in range(4))])
        for name, own in OWN.items()
    }
    return story(
        {name: f"{text}\n\n{COPIED}" if name in names else text for name, text in texts.items()},
        quotes=rest.pop("quotes", {}),
        **rest,
    )


def test_one_shared_paragraph_joins_the_passage_and_not_the_articles():
    made = long_outlets("Harbour Post", "Tollmouth Mail")
    assert whole(made) == []
    (origin,) = origins_of(made, shared_passages(made))
    assert (origin.articles, origin.reason) == ((0, 1), "one paragraph is word for word the same")
    assert origin.places == (place(made, "Harbour Post", COPIED), place(made, "Tollmouth Mail", COPIED))
    assert index(made).origin_at(place(made, "Harbour Post", "Shopkeepers")) == "Harbour Post"


def test_the_same_post_as_the_whole_substance_is_its_author_s():
    post = (
        "The bridge is closed and will stay closed until the last plate has been changed, tested and signed for by the county, "
        "whatever the harbour office, the union or the Mail may have to say about it"
    )
    texts = {"Harbour Post": f"Vask wrote: “{post}.”", "Tollmouth Mail": f"“{post},” Teodor Vask wrote."}
    quotes = {name: [quote(text, post, "Teodor Vask")] for name, text in texts.items()}
    ((articles, named, reason),) = whole(story(texts, quotes=quotes, people={"Vask": "Teodor Vask"}))
    assert (articles, named) == ((0, 1), "Teodor Vask")
    assert reason == "both give little but the same words of Teodor Vask"


def test_staff_join_articles_that_nothing_else_joins():
    one, other = Place(0, 0, 0), Place(2, 0, 0)
    made = outlets(decisions=joined(About.ORIGIN, one, other))
    assert whole(made) == [((0, 2), "Evening Bell / Harbour Post", "joined by the desk")]


def test_staff_part_articles_whatever_joins_them():
    credits = dict.fromkeys(OWN, "Reuters")
    made = outlets(wire_credits=credits, decisions=parted(About.ORIGIN, Place(0, 0, 0), Place(1, 0, 0)))
    assert [articles for articles, *_ in whole(made)] == [(0, 2)]


def test_articles_that_staff_parted_share_no_passage_s_origin_either():
    made = long_outlets("Harbour Post", "Tollmouth Mail")
    decided = parted(About.ORIGIN, Place(1, 0, 0), Place(0, 0, 0))
    again = long_outlets("Harbour Post", "Tollmouth Mail", decisions=decided)
    assert origins_of(again, shared_passages(made)) == ()
    assert index(again).resolve(copied_in(again)) == ["Harbour Post", "Tollmouth Mail"]


# Places


def copied_in(made) -> list[Place]:
    return [place(made, copy.outlet, COPIED) for copy in made.copies if COPIED in copy.text]


def test_two_citations_of_a_copied_passage_are_one_origin():
    made = long_outlets("Harbour Post", "Tollmouth Mail")
    assert index(made).resolve(copied_in(made)) == ["Harbour Post / Tollmouth Mail"] * 2
    assert index(made).independent(copied_in(made)) == (
        1,
        "2 outlets, 1 independent origin: Harbour Post / Tollmouth Mail (in 2 outlets)",
    )


def test_a_part_of_a_copied_passage_is_of_its_origin():
    made = long_outlets("Harbour Post", "Tollmouth Mail")
    places = [
        place(made, "Harbour Post", "Inspectors found two cracks"),
        place(made, "Tollmouth Mail", "closed the bridge"),
    ]
    assert len(set(index(made).resolve(places))) == 1


def test_a_copied_passage_and_the_own_report_of_one_who_may_have_written_it_are_one_origin():
    made = long_outlets("Harbour Post", "Tollmouth Mail")
    own, other = place(made, "Harbour Post", "Shopkeepers"), place(made, "Tollmouth Mail", COPIED)
    assert index(made).resolve([own, other]) == ["Harbour Post", "Harbour Post"]
    third = place(made, "Evening Bell", "Mayor Vask slept")
    assert index(made).resolve([own, other, third]) == ["Harbour Post", "Harbour Post", "Evening Bell"]


def test_two_passages_that_one_outlet_may_have_written_both_are_that_outlet_s():
    made = long_outlets("Harbour Post", "Tollmouth Mail")
    texts = {copy.outlet: copy.text for copy in made.copies}
    texts = texts | {name: f"{texts[name]}\n\n{SECOND}" for name in ("Tollmouth Mail", "Evening Bell")}
    made = story(texts, quotes={})
    places = [place(made, "Harbour Post", COPIED), place(made, "Evening Bell", SECOND)]
    assert index(made).resolve(places) == ["Tollmouth Mail", "Tollmouth Mail"]


def test_a_passage_is_the_agency_s_that_one_of_its_articles_credits():
    made = long_outlets("Harbour Post", "Tollmouth Mail", wire_credits={"Tollmouth Mail": "Northern Wire"})
    assert {index(made).origin_at(where) for where in copied_in(made)} == {"Northern Wire"}
    assert index(made).origin_at(place(made, "Harbour Post", "Shopkeepers")) == "Harbour Post"


def test_what_staff_say_of_a_passage_counts_before_it_is_compared_again():
    made = long_outlets("Harbour Post", "Tollmouth Mail")
    passages, where = shared_passages(made), copied_in(made)
    apart = long_outlets("Harbour Post", "Tollmouth Mail", decisions=parted(About.PASSAGE, *where))
    assert OriginIndex(apart, passages).resolve(where) == ["Harbour Post", "Tollmouth Mail"]
    others = [place(made, "Harbour Post", "Shopkeepers on Anchor"), place(made, "Evening Bell", "Mayor Vask slept")]
    as_one = long_outlets("Harbour Post", "Tollmouth Mail", decisions=joined(About.PASSAGE, *others))
    assert len(set(OriginIndex(as_one, passages).resolve(others))) == 1


def test_a_place_in_a_repeated_paragraph_is_where_it_first_stands():
    made = long_outlets("Harbour Post", "Tollmouth Mail")
    texts = {copy.outlet: copy.text for copy in made.copies}
    made = story(texts | {"Harbour Post": f"{texts['Harbour Post']}\n\nIt rained all night.\n\n{COPIED}"}, quotes={})
    assert made.copies[0].paragraphs[-1].duplicate_of
    assert index(made).origin_at(place(made, "Harbour Post", COPIED, 1)) == "Harbour Post / Tollmouth Mail"
    assert index(made).origin_at(place(made, "Harbour Post", "It rained all night")) == "Harbour Post"


def test_according_to_an_outlet_makes_the_sentence_that_outlet_s():
    text = f"{OWN['Tollmouth Mail']}\n\nThe plates were last changed in 1987, according to the Lakeside Courier."
    made = story({"Tollmouth Mail": text, "Harbour Post": OWN["Harbour Post"]}, quotes={})
    assert index(made).origin_at(place(made, "Tollmouth Mail", "last changed in 1987")) == "The Lakeside Courier"
    assert index(made).origin_at(place(made, "Tollmouth Mail", "ferry was full")) == "Tollmouth Mail"


def test_citing_an_outlet_of_the_story_adds_nothing_to_its_own_article():
    line = "The plates were last changed in 1987, the Harbour Post reported."
    made = story(OWN | {"Tollmouth Mail": f"{OWN['Tollmouth Mail']}\n\n{line}"}, quotes={})
    (origin,) = origins_of(made, ())
    assert (origin.articles, origin.named, origin.is_whole) == ((0, 1), "Harbour Post", False)
    assert origin.reason == "cites Harbour Post (“the Harbour Post reported”), whose own article is in the story"
    places = [place(made, "Tollmouth Mail", "changed in 1987"), place(made, "Harbour Post", "Shopkeepers")]
    assert index(made).resolve(places) == ["Harbour Post", "Harbour Post"]


# Speakers and claimants


def spoken(words: str = "The bridge is safe to walk on", speaker: str = "Teodor Vask", **rest):
    names = list(OWN)
    texts = {name: f"{OWN[name]}\n\n“{words},” {speaker} said at {name} on day {n}." for n, name in enumerate(names)}
    quotes = {name: [quote(text, words, speaker, cue="said")] for name, text in texts.items()}
    made = story(texts, quotes=quotes, **rest)
    return made, [place(made, name, words) for name in names]


def test_what_three_outlets_report_that_somebody_said_has_no_independent_origin():
    made, places = spoken()
    assert index(made).independent(places, "Teodor Vask") == (
        0,
        "3 outlets, 0 independent origins: all cite Teodor Vask",
    )
    assert (
        index(made).independent(places[:2], "Mayor Vask")[1] == "2 outlets, 0 independent origins: both cite Mayor Vask"
    )
    assert (
        index(made).independent(places[:1], "Teodor Vask")[1] == "1 outlet, 0 independent origins: it cites Teodor Vask"
    )


def test_another_s_word_is_one_origin_however_many_carry_it():
    made, places = spoken()
    assert index(made).independent(places, "Ilse Marrowby") == (
        1,
        "3 outlets, 1 independent origin: Teodor Vask (in 3 outlets)",
    )


def test_a_surname_and_the_full_name_are_one_speaker():
    texts = {"Harbour Post": "“It is safe,” Teodor Vask said.", "Evening Bell": "“It is safe,” Vask said."}
    quotes = {
        "Harbour Post": [quote(texts["Harbour Post"], "It is safe,", "Teodor Vask")],
        "Evening Bell": [quote(texts["Evening Bell"], "It is safe,", "Vask")],
    }
    made = story(texts, quotes=quotes)
    assert index(made).resolve([place(made, name, "It is safe") for name in texts]) == ["Teodor Vask"] * 2


def test_two_people_s_words_are_named_plainly_and_many_are_nobody():
    texts = {"Harbour Post": "“It is safe,” Teodor Vask said.", "Evening Bell": "“It is safe,” many said."}
    quotes = {
        "Harbour Post": [quote(texts["Harbour Post"], "It is safe,", "Teodor Vask")],
        "Evening Bell": [quote(texts["Evening Bell"], "It is safe,", "Many")],
    }
    made = story(texts, quotes=quotes)
    places = [place(made, name, "It is safe") for name in texts]
    assert index(made).independent(places)[1] == "2 outlets, 2 independent origins: Teodor Vask and Evening Bell"


def test_an_outlet_s_own_report_counts_beside_the_claimant():
    made, places = spoken()
    own = place(made, "Evening Bell", "Mayor Vask slept")
    assert index(made).independent([*places[:2], own], "Teodor Vask") == (
        1,
        "3 outlets, 1 independent origin: Evening Bell; 2 cite Teodor Vask",
    )


def test_two_outlets_own_reports_are_two_origins():
    made = outlets()
    places = [place(made, "Harbour Post", "Shopkeepers"), place(made, "Evening Bell", "Mayor Vask slept")]
    assert index(made).independent(places) == (2, "2 outlets, 2 independent origins: Harbour Post and Evening Bell")


def test_reported_words_are_their_speaker_s_where_they_are_most_of_the_place():
    text = "Vask said that the bridge would stay closed for six weeks. It rained."
    said = quote(text, "that the bridge would stay closed for six weeks", "Vask", kind=QuoteKind.INDIRECT)
    made = story({"Harbour Post": text}, quotes={"Harbour Post": [said]})
    assert index(made).origin_at(place(made, "Harbour Post", text.partition(" It")[0])) == "Vask"
    assert index(made).origin_at(place(made, "Harbour Post", "weeks. It rained.")) == "Harbour Post"


def test_a_claim_that_is_given_to_somebody_is_theirs_even_where_no_quote_was_found():
    text = "Vask insists on a safe bridge. It rained."
    claim = Claim(0, 29, text[:29], "Teodor Vask", Voice.ATTRIBUTED, Stance.ASSERTS, 0.5)
    made = story({"Harbour Post": text}, claims={"Harbour Post": [claim]})
    assert index(made).independent([Place(0, 0, 29)], "Teodor Vask")[0] == 0


def test_a_quoted_outlet_is_no_speaker_but_the_origin_itself():
    text = "“The plates have cracked,” the Harbour Post said on Friday."
    said = quote(text, "The plates have cracked,", "the Harbour Post", cue="said")
    made = story({"Tollmouth Mail": text, "Harbour Post": OWN["Harbour Post"]}, quotes={"Tollmouth Mail": [said]})
    assert index(made).origin_at(place(made, "Tollmouth Mail", "The plates have cracked")) == "Harbour Post"


def test_nothing_counted_is_nothing():
    assert index(outlets()).independent([]) == (0, "0 outlets, 0 independent origins")


@pytest.mark.parametrize("name", ["chains", "origins", "passages"])
def test_the_comparison_hands_them_out(name):
    credits = {"Harbour Post": "Reuters", "Tollmouth Mail": "Reuters"}
    assert getattr(compare(outlets(COPIED, "Harbour Post", "Tollmouth Mail", wire_credits=credits)), name)


def test_the_order_of_reading_changes_nothing():
    made = long_outlets("Harbour Post", "Tollmouth Mail")
    first = index(made).resolve(copied_in(made)[::-1])
    assert first[::-1] == index(made).resolve(copied_in(made))


def test_a_decision_about_something_else_decides_nothing_here():
    made = long_outlets("Harbour Post", "Tollmouth Mail")
    pair = Pair(About.CLAIM, *copied_in(made))
    again = long_outlets("Harbour Post", "Tollmouth Mail", decisions=Decisions((pair,), (pair,)))
    assert origins_of(again, shared_passages(again)) == origins_of(made, shared_passages(made))
