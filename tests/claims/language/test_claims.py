"""Claims with claimant, voice, stance and priority. People, places and outlets are invented."""

import pytest

WHO = "Mayor Jane Vale met harbour chief Tom Orr on Monday.\n"


def claims(read, text, **more):
    return [c for c in read(text, **more).claims if c.start >= (len(WHO) if text.startswith(WHO) else 0)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Vale said that 40 boats had sunk.", ("40 boats had sunk", "Jane Vale", "attributed", "asserts")),
        ("Orr denied that 40 boats had sunk.", ("40 boats had sunk", "Tom Orr", "attributed", "denies")),
        ("Orr dismissed the claims as false.", ("the claims as false", "Tom Orr", "attributed", "denies")),
        ("Orr doubted that 40 boats had sunk.", ("40 boats had sunk", "Tom Orr", "attributed", "doubts")),
        ("Orr questioned whether 40 boats had sunk.", ("40 boats had sunk", "Tom Orr", "attributed", "doubts")),
        (
            "The storm sank 40 boats in March 2024.",
            ("The storm sank 40 boats in March 2024.", None, "outlet", "asserts"),
        ),
    ],
)
def test_who_claims_what_and_how(read, sentence, expected):
    found = claims(read, WHO + sentence)
    assert (found[0].text, found[0].claimant, str(found[0].voice), str(found[0].stance)) == expected


def test_a_long_quotation_gives_a_claim_a_sentence(read):
    found = claims(read, WHO + "“We lost 40 boats on Monday. Nobody was hurt in the storm,” Vale said.")
    assert [c.text for c in found] == ["We lost 40 boats on Monday.", "Nobody was hurt in the storm"]
    assert {c.claimant for c in found} == {"Jane Vale"}


def test_a_few_words_give_the_clause_that_reports_them(read):
    found = claims(read, WHO + "“Very good,” Vale said of the talks.")
    assert found[0].text.startswith("“Very good,” Vale said")
    assert found[0].claimant == "Jane Vale"


def test_rejecting_a_deal_is_a_deed_that_the_outlet_reports(read):
    found = claims(read, WHO + "Norland rejected an immediate truce.")
    assert ("Norland rejected an immediate truce", None) in [(c.text.rstrip("."), c.claimant) for c in found]


def test_narrative_beside_a_report_is_a_claim_of_the_outlet(read):
    found = claims(
        read, WHO + "Police arrested 12 people at the harbour on Friday, with Tom Orr warning that more would follow."
    )
    assert any(c.claimant is None and "arrested 12 people" in c.text for c in found)
    assert any(c.claimant == "Tom Orr" and c.text == "more would follow" for c in found)


def test_boilerplate_captions_and_credits_make_no_claim_and_a_repeat_makes_that_of_the_first(read):
    line = "The storm sank 40 boats in March 2024."
    text = "\n".join(
        [
            line,
            line,
            "The storm took 12 boats in May 2023. Picture: AP",
            "Source: the Courier sank 3 boats",
            "Sign up for 3 letters a week",
        ]
    )
    found = read(text, kinds={3: "caption", 4: "credit", 5: "boilerplate"}, repeats={2: 1}).claims
    assert [(c.start, c.text) for c in found] == [(0, line), (len(line) + 1, line)]


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("The storm sank 40 boats in March 2024.", "The storm sank a few boats some time."),
        ("Police arrested Tom Orr on Monday.", "It would be a great and wonderful day."),
        ("Norland closed the border on Friday.", "Norland might close the border if it could."),
        ("The council approved the deal last week.", "What will the council do about the deal?"),
        ("Vale said that the board had paid $4 million.", "Vale said that she hopes for a good year."),
        ("Vale said that Orr had taken the money in May.", "Vale wants to be remembered by the town."),
    ],
)
def test_priority_puts_facts_above_opinion_future_and_questions(read, higher, lower):
    assert claims(read, WHO + higher)[0].priority > claims(read, WHO + lower)[0].priority


def test_priority_hides_nothing_and_stays_between_0_and_1(read):
    found = claims(
        read, WHO + "It would be a great day. Would the mayor close the pier? The storm sank 40 boats in March."
    )
    assert len(found) == 3
    assert all(0 <= c.priority <= 1 for c in found)
