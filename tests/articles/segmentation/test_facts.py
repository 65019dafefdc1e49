"""What the copy's header and footer say of it. Invented people, places and outlets."""

import pytest

from articles.segmentation import CopyFacts, copy_facts, segment

BODY = "The bridge at Harrowgate was closed on Monday, the council said."
MORE = "Engineers will look at the crack again on Thursday, and a boat takes people over the river."
HEADLINE = "Bridge at Harrowgate shut after crack is found"


def facts_of(*paragraphs: str) -> CopyFacts:
    text = "\n\n".join(paragraphs)
    return copy_facts(text, segment(text))


@pytest.mark.parametrize(
    ("paragraphs", "facts"),
    [
        (
            (
                HEADLINE, "By Jane Doe, Political Editor", "Published 14 March 2025 9:05 a.m. | Updated: 10:00 a.m.",
                "HARROWGATE, March 3 (Northern Wire) — " + BODY, MORE, "(Reporting by Tom Brown in Harrowgate; Editing by Ann Lee)",
                "© 2025 The Harrowgate Courier. All rights reserved.",
            ),
            CopyFacts(HEADLINE, "Jane Doe", "HARROWGATE", "2025-03-14T09:05:00", "", "The Harrowgate Courier", "Northern Wire"),
        ),
        (
            ("The Harrowgate Courier", HEADLINE, "Jane Doe", "March 3, 2025", BODY, MORE + " (AP)"),
            CopyFacts(HEADLINE, "Jane Doe", "", "2025-03-03", "", "The Harrowgate Courier", "AP"),
        ),
        ((BODY, MORE + " — AFP"), CopyFacts(wire_credit="AFP")),
        ((HEADLINE, BODY, "Source: Northern Wire", "https://courier.example/b"), CopyFacts(HEADLINE, url="https://courier.example/b", wire_credit="Northern Wire")),
        ((BODY, MORE, "Original URL: https://courier.example/c"), CopyFacts(url="https://courier.example/c")),
        (("BY JANE DOE AND JOHN ROE", BODY, MORE), CopyFacts(byline="Jane Doe and John Roe")),
        ((HEADLINE, "By Reuters", BODY), CopyFacts(HEADLINE, wire_credit="Reuters")),
        ((BODY, MORE, "By The Associated Press"), CopyFacts(wire_credit="AP")),
        ((BODY, MORE, "Reporting by Northern Wire"), CopyFacts(wire_credit="Northern Wire")),
        ((BODY, MORE, "Reporting by Ann Lee in Harrowgate; Editing by Tom Brown"), CopyFacts(byline="Ann Lee")),
        ((BODY, MORE, "With files from AFP and Reuters"), CopyFacts(wire_credit="AFP, Reuters")),
        ((BODY, MORE, "The Northern Tribune"), CopyFacts(wire_credit="The Northern Tribune")),
        ((HEADLINE, "By Jane Doe, Harrowgate Courier", BODY), CopyFacts(HEADLINE, "Jane Doe", outlet="Harrowgate Courier")),
        (("WASHINGTON (AP) — " + BODY, MORE), CopyFacts(dateline="WASHINGTON", wire_credit="AP")),
        (("PORT SABLE, Norland, March 3 (Reuters) - " + BODY, MORE), CopyFacts(dateline="PORT SABLE, Norland", wire_credit="Reuters")),
        ((HEADLINE, "By our Town Hall reporter", BODY), CopyFacts(HEADLINE, "our Town Hall reporter")),
        ((HEADLINE, "Jane Doe, health correspondent", BODY), CopyFacts(HEADLINE, "Jane Doe")),
        ((HEADLINE, "Harrowgate FM newsroom, updated 14 March 2025, 21:05", BODY), CopyFacts(HEADLINE, published="2025-03-14T21:05:00")),
        (("NATO — the alliance that paid for it — said nothing.", MORE), CopyFacts()),
        ((BODY, MORE), CopyFacts()),
        (("A picture of the bridge. Picture: AFP", BODY, MORE), CopyFacts()),
        (("NewsBite", HEADLINE, BODY, MORE), CopyFacts(HEADLINE)),
        ((HEADLINE, "Updated: 4 March 2025", "Published: 3 March 2025", BODY), CopyFacts(HEADLINE, published="2025-03-03")),
        ((HEADLINE, "03/04/2025", BODY), CopyFacts(HEADLINE)),
        ((), CopyFacts()),
    ],
)  # fmt: skip
def test_header_and_footer_are_read(paragraphs, facts):
    assert facts_of(*paragraphs) == facts
