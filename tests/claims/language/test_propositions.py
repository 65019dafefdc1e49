"""Where a claim is cut into propositions. People, places and outlets are invented."""

from time import perf_counter

import pytest

from claims.language.propositions import propositions


def parts(text):
    return [text[a:b] for a, b in propositions(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We had a good talk with the mayor, and there is a fair chance of a deal",
            ["We had a good talk with the mayor", "there is a fair chance of a deal"],
        ),
        (
            "40 boats had sunk on Monday and that Orr had closed the port",
            ["40 boats had sunk on Monday", "Orr had closed the port"],
        ),
        (
            "The council accepted the offer, but Norland has yet to agree",
            ["The council accepted the offer", "Norland has yet to agree"],
        ),
        (
            "The storm sank 40 boats; the port was closed for a week",
            ["The storm sank 40 boats", "the port was closed for a week"],
        ),
    ],
)
def test_two_whole_propositions_are_two(text, expected):
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vale met Orr, Lund and the harbour board on Monday",
        "If the talks fail, and there is no sign of a deal, the port will close",
        "a calm, and there is hope",
        "The council met on Monday and was told of the storm",
        "He sank the boat, and quickly",
        "",
    ],
)
def test_what_is_one_stays_one(text):
    assert parts(text) == [text]


def test_a_claim_of_two_propositions_is_two_claims_by_the_same_person(read):
    found = read("“We lost 40 boats on Monday, and the port was closed for a week,” Mayor Jane Vale said.").claims
    assert [(c.text, c.claimant) for c in found] == [
        ("We lost 40 boats on Monday", "Jane Vale"),
        ("the port was closed for a week", "Jane Vale"),
    ]


def test_many_joints_take_time_in_proportion():
    def seconds(n):
        text = "so it was, and there is, " * n
        began = perf_counter()
        propositions(text, 0, len(text))
        return perf_counter() - began

    seconds(200)
    small, large = min(seconds(2000) for _ in range(3)), min(seconds(8000) for _ in range(3))
    assert large < 10 * small
