"""Where an article says itself that it has its report from somebody else."""

import pytest

from claims.comparison.copied.credits import chains_of, credit_of, outlet_called
from claims.language.spans import QuoteKind
from tests.claims.comparison.made import quote, story, words_at

LEAD = "Engineers measured no movement in the deck on Tuesday, and the ferry sailed every twenty minutes."


def chains(text: str, *, outlet: str = "Tollmouth Mail", others: dict[str, str] | None = None, **rest):
    made = story({outlet: text, **(others or {})}, quotes=rest.pop("quotes", {}), **rest)
    return made, [chain for chain in chains_of(made) if chain.article == 0]


SAYS = {
    "according to": ("The letter was opened, according to the Harbour Post.", "The Harbour Post"),
    "according to an agency": ("According to Reuters, the letter was opened in March.", "Reuters"),
    "told": ("Harrow told the Evening Gazette that no letter had come.", "The Evening Gazette"),
    "told an agency": ("“We have looked,” Harrow told Reuters on Tuesday.", "Reuters"),
    "reported": ("The Lakeside Courier reported that the plates had cracked.", "The Lakeside Courier"),
    "first reported by": ("The crack was first reported by the Harbour Post.", "The Harbour Post"),
    "an agency reported": ("The plates had cracked in June, Agence France-Presse reported.", "AFP"),
    "a brand said": ("“The plates had cracked,” RT said on Friday.", "RT"),
    "a reporter of theirs": ("The Harbour Post’s Marit Sandoe reported that it was opened.", "The Harbour Post"),
    "in an interview": ("In an interview with CNN, the mayor promised a new bridge.", "CNN"),
    "citing": ("The council waited for a year, he said, citing the Lakeside Courier.", "The Lakeside Courier"),
}


@pytest.mark.parametrize(("sentence", "through"), SAYS.values(), ids=SAYS)
def test_a_sentence_that_names_who_carried_it_is_a_chain(sentence, through):
    made, found = chains(f"{LEAD}\n\nIt rained all night in the town. {sentence} Nobody was hurt.")
    assert [chain.through for chain in found] == [through]
    assert words_at(made, found[0].place) == sentence
    assert found[0].paragraph == 2


SAYS_NOT = {
    "nobody": "The mayor told reporters that no letter had come.",
    "a person with such a name": "Ringo Mail said that no letter had come, and Ada Post agreed.",
    "an authority with an agency's letters": "The EPA said the water was clean. According to the PA, it was not.",
    "an outlet that is only a thing": "He folded the Harbour Post and put it under his arm.",
    "the outlet itself": "Harrow told the Tollmouth Mail that no letter had come.",
}


@pytest.mark.parametrize("sentence", SAYS_NOT.values(), ids=SAYS_NOT)
def test_a_sentence_that_names_no_one_between_is_none(sentence):
    assert chains(f"{LEAD}\n\n{sentence}")[1] == []


def test_an_outlet_that_is_not_known_is_told_by_its_address():
    text = f"{LEAD}\n\nHarrow told The Harbour Post that none had come.\n\nOriginal URL: https://harbourpost.example/news/1"
    assert chains(text, outlet="")[1] == []
    assert len(chains(text.replace("harbourpost", "mail"), outlet="")[1]) == 1


@pytest.mark.parametrize(
    ("line", "credit", "reason"),
    [
        ("Source: Reuters", "Reuters", "the credit line says “Source: Reuters”"),
        ("The Harbour Post", "The Harbour Post", "the credit line says “The Harbour Post”"),
        ("", "Northern Wire", "it is credited to Northern Wire"),
    ],
)
def test_a_credit_is_a_chain_for_the_whole_article(line, credit, reason):
    made, (chain,) = chains(f"{LEAD}\n\n{line}", wire_credits={"Tollmouth Mail": credit})
    assert (chain.through, chain.reason, chain.speaker) == (credit, reason, None)
    assert words_at(made, chain.place) == line


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Source: Basin Press; additional reporting by the Uplands Tribune", "Basin Press"),
        ("Source: Thomson Reuters", "Reuters"),
        ("This story was originally published in the Harbour Post.", "The Harbour Post"),
        ("Source: Tollmouth Mail", ""),
        ("Source: https://mail.example/news", ""),
    ],
)
def test_a_credit_that_only_the_text_has_is_found_in_it(line, credit):
    (copy,) = story({"Tollmouth Mail": f"{LEAD}\n\n{line}"}, quotes={}).copies
    assert credit_of(copy) == credit


def test_a_quote_knows_who_carried_whose_words():
    text = f"{LEAD}\n\n“Nobody wrote to us,” Odile Harrow said on Friday, according to the Lakeside Courier."
    said = quote(text, "Nobody wrote to us,", "Odile Harrow", cue="said", via=("the Lakeside Courier",))
    made, (chain,) = chains(text, quotes={"Tollmouth Mail": [said]})
    assert (chain.through, chain.speaker) == ("The Lakeside Courier", "Odile Harrow")
    assert chain.reason == "Odile Harrow quoted through the Lakeside Courier"
    assert words_at(made, chain.place) == text.split("\n\n")[1]


def test_an_outlet_that_is_quoted_is_a_chain_without_a_speaker():
    text = f"{LEAD}\n\nThe plates have cracked, according to the Evening Gazette."
    said = quote(text, "The plates have cracked", "the Evening Gazette", cue="according to", kind=QuoteKind.INDIRECT)
    _, (chain,) = chains(text, quotes={"Tollmouth Mail": [said]})
    assert (chain.through, chain.speaker, chain.reason) == (
        "The Evening Gazette",
        None,
        "according to the Evening Gazette",
    )


def test_names_are_spelled_as_the_story_spells_its_outlets():
    others = {"Harbour Post": f"{LEAD} It rained."}
    _, (chain,) = chains(f"{LEAD}\n\nThe letter was opened, according to The Harbour Post.", others=others)
    assert chain.through == "Harbour Post"


def test_a_paragraph_that_is_repeated_says_it_once():
    line = "The letter was opened in March and nobody answered it, according to the Harbour Post."
    assert len(chains(f"{LEAD}\n\n{line}\n\nIt rained all night in Tollmouth.\n\n{line}")[1]) == 1


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("Reuters", "Reuters"),
        ("the Associated Press", "AP"),
        ("AP", "AP"),
        ("ap", ""),
        ("RT", "RT"),
        ("The Moscow Times", "The Moscow Times"),
        ("Moscow Times", "Moscow Times"),
        ("the Sun", "The Sun"),
        ("As The Moscow Times", "The Moscow Times"),
        ("Corve’s Evening Gazette", "Evening Gazette"),
        ("Sun", ""),
        ("Donald Sun", ""),
        ("Bram Tolliver", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_an_outlet_is_told_by_its_name(name, outlet):
    assert outlet_called(name) == outlet


@pytest.mark.parametrize(
    "text", ["Reuters said it. " * 5_000, "according to " * 5_000, "The " * 9_000 + "Times", "A " * 20_000]
)
def test_hostile_copy_gives_chains_inside_the_text(text):
    made, found = chains(text)
    assert all(0 <= chain.place.start < chain.place.end <= len(made.copies[0].text) for chain in found)


def test_a_paper_s_short_name_is_the_one_paper_that_the_article_names_in_full():
    text = "The New York Times reported that the dam cracked. The tide rose.\n\nThe dam is old, the Times wrote."
    assert {chain.through for chain in chains(text)[1]} == {"The New York Times"}
    both = text + "\n\nThe Los Angeles Times reported that it held."
    assert "The Times" in {chain.through for chain in chains(both)[1]}
