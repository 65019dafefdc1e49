"""What each rating takes, as a table of citations and the sentence that is missing."""

import pytest

from claims.rules.gates import CitedOrigin, check_gate, gate_sentence, independent_origins
from claims.rules.ratings import CitationStance, EvidenceKind, Rating
from newsdesk.errors import BadInput


def cited(origin="", stance="supports", *, outlet=None, primary=False, claimant=False, kind="paragraph") -> CitedOrigin:
    """A citation; a paragraph's outlet is its origin unless another is given."""
    outlet = (origin if kind == "paragraph" else "") if outlet is None else outlet
    return CitedOrigin(origin, CitationStance(stance), primary, claimant, EvidenceKind(kind), outlet)


POST, COURIER = cited("The Harbour Post"), cited("Lakeside Courier")
WIRE_POST = cited("Northern Wire", outlet="The Harbour Post")
WIRE_COURIER = cited("Northern Wire", outlet="Lakeside Courier")
MAYOR = [
    cited("Joren Pell", outlet=name, claimant=True)
    for name in ("The Harbour Post", "Lakeside Courier", "Tollmouth Mail")
]
WANTED = "Needs two independent origins that support, or one primary source"
PAIR = "Needs a citation that supports and one that contradicts; still missing:"

OPEN = [
    ("two outlets", Rating.CORROBORATED, [POST, COURIER]),
    ("an outlet and a document", Rating.CORROBORATED, [POST, cited(kind="document")]),
    ("a call and an address", Rating.CORROBORATED, [cited(kind="call"), cited("https://a.example/1", kind="address")]),
    ("two calls", Rating.CORROBORATED, [cited(kind="call"), cited(kind="call")]),
    ("a primary article alone", Rating.CORROBORATED, [cited("City record", primary=True)]),
    ("a primary document alone", Rating.CORROBORATED, [cited(kind="document", primary=True)]),
    ("two outlets beside the claimant", Rating.CORROBORATED, [*MAYOR, POST, COURIER]),
    ("one for, one against", Rating.DISPUTED, [POST, cited("Lakeside Courier", "contradicts")]),
    ("the claimant for, another against", Rating.DISPUTED, [MAYOR[0], cited("Lakeside Courier", "contradicts")]),
    ("nothing at all", Rating.UNSETTLED, []),
]

SHUT = [
    ([], f"{WANTED}; no citation supports yet."),
    ([cited("The Harbour Post", "context"), cited("B", "contradicts")], f"{WANTED}; no citation supports yet."),
    ([POST], f"{WANTED}; there is 1: The Harbour Post."),
    ([POST, POST], f"{WANTED}; there is 1: The Harbour Post."),
    ([WIRE_POST], f"{WANTED}; there is 1: Northern Wire (in The Harbour Post)."),
    (
        [WIRE_COURIER, WIRE_POST],
        f"{WANTED}; there is 1: Northern Wire (in Lakeside Courier and The Harbour Post).",
    ),
    (
        [WIRE_COURIER, WIRE_POST, cited("Northern Wire", outlet="Tollmouth Mail")],
        f"{WANTED}; there is 1: Northern Wire (in 3 outlets).",
    ),
    (
        MAYOR,
        f"{WANTED}; 3 outlets, 0 independent origins: all cite Joren Pell.",
    ),
    (
        MAYOR[:2],
        f"{WANTED}; 2 outlets, 0 independent origins: both cite Joren Pell.",
    ),
    (
        MAYOR[:1],
        f"{WANTED}; 1 outlet, 0 independent origins: it cites Joren Pell.",
    ),
    (
        [cited(kind="call", claimant=True)],
        f"{WANTED}; there are 0: the only supporting citation is the claimant's own words.",
    ),
    (
        [POST, MAYOR[1]],
        f"{WANTED}; there is 1: The Harbour Post. 1 citation of the claimant's own words does not count.",
    ),
    (
        [POST, *MAYOR[1:]],
        f"{WANTED}; there is 1: The Harbour Post. 2 citations of the claimant's own words do not count.",
    ),
    ([cited(kind="call")], f"{WANTED}; there is 1: the call."),
    (
        [cited("https://a.example/1", kind="address"), cited("https://a.example/1", kind="address")],
        f"{WANTED}; there is 1: https://a.example/1.",
    ),
    ([cited("City record", "contradicts", primary=True), POST], f"{WANTED}; there is 1: The Harbour Post."),
]


@pytest.mark.parametrize(("rating", "citations"), [row[1:] for row in OPEN], ids=[row[0] for row in OPEN])
def test_the_gate_is_open(rating, citations):
    check_gate(rating, citations=citations, findings=0, rationale="We asked the harbour office.")


@pytest.mark.parametrize(("citations", "sentence"), SHUT)
def test_corroborated_says_what_is_missing(citations, sentence):
    with pytest.raises(BadInput) as raised:
        check_gate(Rating.CORROBORATED, citations=citations, findings=3, rationale="We asked.")
    assert raised.value.sentence == sentence


def test_a_primary_article_that_carries_only_the_claimants_own_statement_does_not_count():
    transcript = cited("Council transcript", primary=True, claimant=True)
    assert "0 independent origins" in gate_sentence(
        Rating.CORROBORATED, citations=[transcript], findings=0, rationale="It is on record."
    )


@pytest.mark.parametrize(
    ("stances", "sentence"),
    [
        ([], f"{PAIR} one that supports and one that contradicts."),
        (["supports", "supports"], f"{PAIR} one that contradicts."),
        (["contradicts"], f"{PAIR} one that supports."),
        (["context", "supports"], f"{PAIR} one that contradicts."),
    ],
)
def test_disputed_says_which_side_is_missing(stances, sentence):
    citations = [cited("The Harbour Post", stance) for stance in stances]
    assert gate_sentence(Rating.DISPUTED, citations=citations, findings=0, rationale="Two say no.") == sentence


def test_source_biased_takes_a_finding_and_no_citation():
    check_gate(Rating.SOURCE_BIASED, citations=[], findings=1, rationale="The title judges.")
    with pytest.raises(BadInput, match="at least one finding"):
        check_gate(Rating.SOURCE_BIASED, citations=[POST, COURIER], findings=0, rationale="The title judges.")


@pytest.mark.parametrize("rating", Rating)
@pytest.mark.parametrize("rationale", ["", " \n\t"])
def test_every_rating_needs_a_rationale(rating, rationale):
    citations = [POST, COURIER, cited("Tollmouth Mail", "contradicts")]
    with pytest.raises(BadInput, match=r"^Needs a rationale: say "):
        check_gate(rating, citations=citations, findings=1, rationale=rationale)
    assert gate_sentence(rating, citations=citations, findings=1, rationale_counts=False) == ""


def test_everything_that_is_missing_is_said_at_once():
    sentence = gate_sentence(Rating.CORROBORATED, citations=[POST], findings=0)
    assert "there is 1: The Harbour Post." in sentence
    assert "Needs a rationale" in sentence


def test_independent_origins_are_named_in_the_order_of_the_citations():
    citations = [COURIER, WIRE_POST, *MAYOR, COURIER, cited(kind="document"), cited("B", "contradicts")]
    assert independent_origins(citations) == ["Lakeside Courier", "Northern Wire (in The Harbour Post)", "the document"]
