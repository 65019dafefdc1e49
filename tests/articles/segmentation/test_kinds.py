"""The kind of a paragraph, by its words and by its place. Invented people, places and outlets."""

import pytest

from articles.segmentation import Kind, segment

LEDE = "The bridge at Harrowgate was closed on Monday after an engineer found a crack in its second arch."
MORE = "Nobody knows for how long, the council said, and a boat takes people over the river until then."
LAST = "The mayor, Jane Roe, said that she would not wait for the engineers’ report."


def kinds(*paragraphs: str) -> list[str]:
    return [span.kind.value for span in segment("\n\n".join(paragraphs))]


@pytest.mark.parametrize(
    ("kind", "paragraph"),
    [
        *((Kind.CAPTION, words) for words in (
            "The bridge on Monday. Picture: Northern Wire",
            "The bridge at Harrowgate is closed. Picture: Tom Brown / AFP",
            "The bridge (Reuters/Tom Brown)",
            "Photo by Tom Brown",
            "Photo: Tom Brown/AFP via Getty Images",
            "Workers look at the arch. (AP Photo/Tom Brown)",
            "Workers look at the arch. Tom Brown/Getty Images",
            "FILE PHOTO: The bridge before the crack was found. REUTERS/Tom Brown",
            "The arch in 2024. Photograph: Tom Brown/The Courier",
            "Image caption: The bridge has stood since 1890",
        )),
        *((Kind.CREDIT, words) for words in (
            "By Jane Doe",
            "BY JANE DOE AND TOM BROWN",
            "By Jane Doe, Political Editor",
            "By Jane Doe in Harrowgate",
            "By Reuters",
            "Source: Northern Wire",
            "Reporting by Jane Doe; Editing by Tom Brown",
            "(Reporting by Jane Doe in Harrowgate; additional reporting by Ann Lee; editing by Tom Brown)",
            "Additional reporting by Ann Lee",
            "(AP)",
            "— AFP",
            "With files from The Canadian Press",
            "Ann Lee contributed to this report.",
            "HARROWGATE, March 3 (Reuters)",
            "Original URL: https://courier.example/bridge",
            "https://courier.example/bridge",
            "14 March 2025",
            "Published: March 14, 2025 9:05 a.m. EDT",
            "Updated 14 Mar 2025, 21:05 GMT",
            "2025-03-14T09:05:00Z",
            "By our Town Hall reporter",
            "BY OUR OWN CORRESPONDENT in Harrowgate",
            "Jane Doe, health correspondent",
            "Harrowgate FM newsroom, updated 14 March 2025, 21:05",
        )),
        *((Kind.BOILERPLATE, words) for words in (
            "Recommended",
            "Are YOU affected? Call the news desk",
            "Listen live at harrowgate-fm.example",
            "NewsBite",
            "More In Politics MORE...",
            "Add your comment to this story",
            "Sign up for our newsletter",
            "Sign up for our free morning newsletter and never miss a story",
            "Read more: Crack found in second arch",
            "Read more",
            "COMMENTS",
            "12 comments",
            "For more information, please see our Comments FAQ",
            "We use cookies to make this site better.",
            "Share on Facebook",
            "Facebook Twitter Email",
            "Advertisement",
            "Story continues below advertisement",
            "© 2025 The Harrowgate Courier. All rights reserved.",
            "Follow Jane Doe on Twitter @janedoe.",
            "Subscribe now for full access to every story",
            "You may also like",
            "Related articles",
            "* * *",
            "3 min read",
        )),
        *((Kind.BODY, words) for words in (
            "By Friday the talks had failed.",
            "By signing the treaty, Norland agrees to the terms of the peace.",
            "“We will not wait.”",
            "“We will not wait”",
            "The mayor announced it on Twitter.",
            "On 12 March 2025 the river rose.",
            "Norland’s privacy policy was written by Jane Roe, the minister said.",
            "He would not comment on the picture: it was, he said, a private one.",
            "Reporting by the Northern Wire showed that the bridge was never safe.",
            "It was an emphatic “yes, but.”",
            "- Two lanes are shut",
            "She left. (AP)",
            "The answer was no:",
            "iron bars hold the arch",
        )),
    ],
)  # fmt: skip
def test_a_paragraph_between_others_has_its_kind(kind, paragraph):
    assert kinds(LEDE, MORE, paragraph, LAST, MORE) == ["body", "body", kind.value, "body", "body"]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("Bridge at Harrowgate shut", LEDE, "No word from the mayor", MORE), "heading body heading body"),
        (("Is the bridge at Harrowgate safe?", LEDE, MORE), "heading body body"),
        (("Bridge at Harrowgate Shut After Crack Is Found.", LEDE, MORE), "heading body body"),
        (("The bridge is shut.", "By Jane Doe", LEDE, MORE), "heading credit body body"),
        (("The bridge is shut.", MORE), "body body"),
        (("NewsBite", "Bridge at Harrowgate shut", LEDE), "boilerplate heading body"),
        (("EXCLUSIVE", "Bridge at Harrowgate shut", LEDE), "boilerplate heading body"),
        (("The Harrowgate Courier", "Bridge at Harrowgate shut after crack", LEDE), "credit heading body"),
        (("Bridge at Harrowgate shut", "Jane Doe", "March 3, 2025", LEDE), "heading credit credit body"),
        ((LEDE, MORE, "The Northern Tribune"), "body body credit"),
        ((LEDE, "The Northern Tribune", MORE), "body heading body"),
        ((LEDE, "Recommended", MORE), "body boilerplate body"),
        (
            (LEDE, MORE, "Related articles", "Cat rescued from tree", "Snow expected by Friday"),
            "body body boilerplate boilerplate boilerplate",
        ),
        (
            (LEDE, MORE, LAST, "COMMENTS", "I never liked that bridge.", "Nor did I!"),
            "body body body boilerplate boilerplate boilerplate",
        ),
        (("COMMENTS", LEDE, MORE, LAST), "boilerplate body body body"),
        (
            (LEDE, "It will have:", "Two lanes", "One path", "Four lamps", "A gate", MORE),
            "body body body body body body body",
        ),
        (
            ("Home", "World", "Sport", "Weather today", "Bridge at Harrowgate shut after crack", LEDE),
            "boilerplate boilerplate boilerplate boilerplate heading body",
        ),
        (("The mayor said no",), "body"),
        (("Bridge shut", "The mayor said no"), "heading body"),
        ((), ""),
    ],
)
def test_a_paragraph_has_its_kind_by_its_neighbours(paragraphs, expected):
    assert " ".join(kinds(*paragraphs)) == expected


def test_one_line_in_another_case_of_quote_marks_and_spaces_is_a_duplicate():
    text = 'Bridge shut\n\n“It’s  ours,” she said, and left.\n\nBridge shut\n\n"It\'s ours," she said, and left.\n\nBRIDGE SHUT'
    assert [span.duplicate_of for span in segment(text)] == [None, None, 1, 2, 1]


def test_two_sentences_that_end_in_a_clock_time_are_copy() -> None:
    ferry = "A free boat starts on Wednesday. It will cross every 20 minutes between 6 a.m. and 11 p.m."
    assert kinds("Bridge shut", LEDE, ferry, LAST) == ["heading", "body", "body", "body"]


def test_a_person_who_does_something_is_no_signature() -> None:
    assert kinds("Bridge shut", LEDE, "Jane Doe, the editor, was not asked.", LAST)[2] == "body"
